import { show } from '#ui'
import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, page, type Route, valueOf } from '#kernel/http'
import { dateInZone } from '#kernel/values'
import { m } from '../messages/index.ts'
import { NewProposalPage, ProposalPage } from '../pages/proposal.tsx'
import { base } from '../pages/scene.tsx'
import { enrolmentOf } from '../queries/applications.ts'
import { allHosts } from '../queries/hosts.ts'
import { proposalById, type ProposalRow } from '../queries/proposals.ts'
import { proposalForm } from '../rules/proposal.ts'
import { permissionFor } from '../service/applications.ts'
import { decideProposal, proposeInternship, withdrawProposal } from '../service/proposals.ts'
import { formOf, refusedOr } from './web.ts'

const load = (work: Parameters<typeof proposalById>[0], { id }: Record<string, string>) =>
  proposalById(work, id ?? '')
const at = `${base}/proposals/:id`

/** Internships that students found: proposed by a student, checked and approved by the school. */
export const proposalRoutes: readonly Route[] = [
  page('GET', `${base}/proposals/new`, {
    action: 'internships.application.send',
    handle: (call) => newPage(call, null),
  }),
  page('POST', `${base}/proposals/new`, {
    action: 'internships.application.send',
    perMinute: 20,
    handle: propose,
  }),
  page<ProposalRow>('GET', at, {
    action: 'internships.proposal.read',
    load,
    handle: (call) => proposalPage(call, null),
  }),
  page<ProposalRow>('POST', `${at}/decision`, {
    action: 'internships.proposal.decide',
    load,
    handle: decide,
  }),
  page<ProposalRow>('POST', `${at}/withdrawal`, {
    action: 'internships.proposal.withdraw',
    load,
    handle: withdraw,
  }),
]

function newPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  call.shows([])
  return Promise.resolve(show(NewProposalPage({ call, form: formOf(call, refusal) }), refusal))
}

async function propose(call: Call): Promise<Answer> {
  const form = call.read(proposalForm)
  if (isRefused(form)) return newPage(call, form)
  const { enrolledThere, ...rest } = form
  const done = await call.perform((work) =>
    proposeInternship(work, {
      ...rest,
      enrolledThere: enrolledThere === 'yes',
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return newPage(call, done)
  return call.redirect(`${base}/proposals/${done.proposalId}`, m('flash.proposed'))
}

async function proposalPage(call: Call<ProposalRow>, refusal: Refusal | null): Promise<Answer> {
  const proposal = call.object
  const mayDecide = call.may('internships.proposal.decide', proposal)
  const today = dateInZone(call.now, proposal.timeZone)
  const home = await enrolmentOf(call.work, proposal.person_id, today)
  const permission =
    home && (await permissionFor(call.work, proposal, home, proposal.enrolledThere))
  const hosts = mayDecide ? await allHosts(call.work) : []
  call.shows([proposal.person_id])
  return show(
    ProposalPage({
      call,
      proposal,
      permission,
      hosts: hosts
        .filter(({ state, country }) => state !== 'suspended' && country === proposal.country)
        .map(({ id, name, city }) => ({ value: id, label: `${name} · ${city}` })),
      form: refusedOr(call, refusal),
    }),
    refusal,
  )
}

async function decide(call: Call<ProposalRow>): Promise<Answer> {
  const proposalId = call.object.id
  const done = await call.perform((work) =>
    decideProposal(work, {
      proposalId,
      decision: valueOf(call, 'decision'),
      hostId: valueOf(call, 'hostId'),
      remark: valueOf(call, 'remark'),
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return proposalPage(call, done)
  const path = done.placementId ? `placements/${done.placementId}` : `proposals/${proposalId}`
  return call.redirect(`${base}/${path}`, m('flash.decided'))
}

async function withdraw(call: Call<ProposalRow>): Promise<Answer> {
  const proposalId = call.object.id
  const done = await call.perform((work) => withdrawProposal(work, proposalId))
  if (isRefused(done)) return proposalPage(call, done)
  return call.redirect(`${base}/proposals/${proposalId}`, m('flash.proposal-back'))
}
