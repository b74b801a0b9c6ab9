import { show } from '#ui'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { type Answer, type Call, page, type Route, valueOf } from '#kernel/http'
import { addDays, dateInZone, parseDate } from '#kernel/values'
import { sectors } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { HostPage, NewHostPage } from '../pages/host.tsx'
import { OfficePage } from '../pages/office.tsx'
import { base } from '../pages/scene.tsx'
import { incidentCountsAtHost, incidentsAtHost } from '../queries/incidents.ts'
import { officeApplications } from '../queries/applications.ts'
import { allHosts, hostById, type HostRow } from '../queries/hosts.ts'
import { officePlacements } from '../queries/placements.ts'
import { officeProposals } from '../queries/proposals.ts'
import { officePositions } from '../queries/positions.ts'
import { officeRounds } from '../queries/rounds.ts'
import { hostForm } from '../rules/position.ts'
import { decideHost, proposeHost } from '../service/hosts.ts'
import { chosenOffice, formOf, officesOf, refusedOr } from './web.ts'

/** Whoever vets a host looks at two years of what was reported about it. */
const countedDays = 2 * 365

/** The office's page, and hosts with their vetting. */
export const hostRoutes: readonly Route[] = [
  page('GET', `${base}/office`, { action: 'internships.office.open', handle: office }),
  page('GET', `${base}/hosts/new`, {
    action: 'internships.host.propose',
    handle: (call) => newPage(call, null),
  }),
  page('POST', `${base}/hosts/new`, { action: 'internships.host.propose', handle: propose }),
  page<HostRow>('GET', `${base}/hosts/:id`, {
    action: 'internships.host.read',
    load: (work, { id }) => hostById(work, id ?? ''),
    handle: (call) => hostPage(call, null),
  }),
  page<HostRow>('POST', `${base}/hosts/:id/vetting`, {
    action: 'internships.host.vet',
    load: (work, { id }) => hostById(work, id ?? ''),
    handle: vet,
  }),
]

async function office(call: Call): Promise<Answer> {
  const { work } = call
  const hosts = await allHosts(work)
  const positions = await officePositions(work)
  const applications = await officeApplications(work)
  const placements = await officePlacements(work)
  const proposals = await officeProposals(work)
  const named = [...applications, ...placements, ...proposals]
  call.shows(named.map((each) => each.person_id))
  const today = dateInZone(call.now, call.timeZone)
  const rounds = await officeRounds(call.work)
  return show(
    OfficePage({ call, hosts, positions, applications, proposals, placements, rounds, today }),
  )
}

async function newPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const offices = await officesOf(call, 'internships.position.edit')
  call.shows([])
  return show(NewHostPage({ call, offices, form: formOf(call, refusal) }), refusal)
}

async function propose(call: Call): Promise<Answer> {
  const form = call.read(hostForm)
  if (isRefused(form)) return newPage(call, form)
  const offices = await officesOf(call, 'internships.position.edit')
  const organisationId = chosenOffice(offices, form.organisation)
  if (!organisationId) return newPage(call, refuse(422, m('refusal.no-host')))
  const done = await call.perform((work) =>
    proposeHost(work, {
      organisationId,
      hostOrganisationId: null,
      name: form.name,
      country: form.country,
      city: form.city,
      timeZone: form.timeZone,
      tutor: { name: form.tutorName, email: form.tutorEmail },
      signatory: { name: form.signatoryName, email: form.signatoryEmail },
      papers: form.papers,
      sector: form.sector,
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return newPage(call, done)
  return call.redirect(`${base}/hosts/${done.hostId}`, m('flash.host-proposed'))
}

async function hostPage(call: Call<HostRow>, refusal: Refusal | null): Promise<Answer> {
  const { work, object: host } = call
  const own = await incidentsAtHost(work, host.id)
  call.shows(own.map((each) => each.person_id))
  const since = addDays(dateInZone(call.now, host.time_zone), -countedDays)
  const counts = call.may('internships.host.vet', host)
    ? await incidentCountsAtHost(work, host.id, since)
    : null
  const form = refusedOr(call, refusal)
  return show(HostPage({ call, host, incidents: { own, counts }, form }), refusal)
}

async function vet(call: Call<HostRow>): Promise<Answer> {
  const state = valueOf(call, 'state') === 'suspended' ? 'suspended' : 'vetted'
  const hostId = call.object.id
  const done = await call.perform((work) =>
    decideHost(work, {
      hostId,
      state,
      until: parseDate(valueOf(call, 'until')),
      reason: valueOf(call, 'reason').slice(0, 2000),
      sector: sectors.find((sector) => sector === valueOf(call, 'sector')) ?? null,
    }),
  )
  if (isRefused(done)) return hostPage(call, done)
  return call.redirect(`${base}/hosts/${hostId}`, m(`flash.${state}`))
}
