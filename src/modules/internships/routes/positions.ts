import { show } from '#ui'
import { isRefused, personOf, type Refusal, refuse } from '#kernel/database'
import { receiveFile, sizeText, type StagedFile, stagedFiles, stageFile } from '#kernel/files'
import { type Answer, type Call, page, type Route, valueOf, localOf } from '#kernel/http'
import { dateInZone, isCountry, parseMoney } from '#kernel/values'
import { m } from '../messages/index.ts'
import { BrowsePage } from '../pages/browse.tsx'
import { NewPositionPage } from '../pages/position-new.tsx'
import { PositionPage } from '../pages/position.tsx'
import { base } from '../pages/scene.tsx'
import { applicationsOf, enrolmentOf } from '../queries/applications.ts'
import { allHosts } from '../queries/hosts.ts'
import { placementsOf } from '../queries/placements.ts'
import { liveRounds } from '../queries/rounds.ts'
import { proposalsOf } from '../queries/proposals.ts'
import {
  knownSkills,
  openPositions,
  positionById,
  type PositionFilter,
  type PositionRow,
} from '../queries/positions.ts'
import { isVetted, positionForm, skillsIn } from '../rules/position.ts'
import { positionModes } from '../schema.ts'
import { mostPapers, paperRules } from '../service/application-papers.ts'
import {
  applyForPosition,
  notOpen,
  permissionFor,
  permissionsFor,
} from '../service/applications.ts'
import { changePosition, makePosition } from '../service/positions.ts'
import { chosenOffice, formOf, officesOf, refusedOr } from './web.ts'

/** The list of open positions, a position with the application to it, and the form that makes one. */
export const positionRoutes: readonly Route[] = [
  page('GET', base, { action: 'internships.position.browse', handle: browse }),
  page('GET', `${base}/positions/new`, {
    action: 'internships.position.make',
    handle: (call) => newPage(call, null),
  }),
  page('POST', `${base}/positions/new`, { action: 'internships.position.make', handle: make }),
  page<PositionRow>('GET', `${base}/positions/:id`, {
    action: 'internships.position.read',
    load: (work, { id }) => positionById(work, id ?? ''),
    handle: (call) => positionPage(call, null),
  }),
  page<PositionRow>('POST', `${base}/positions/:id/state`, {
    action: 'internships.position.edit',
    load: (work, { id }) => positionById(work, id ?? ''),
    handle: change,
  }),
  page<PositionRow>('POST', `${base}/positions/:id/application`, {
    action: 'internships.application.send',
    load: (work, { id }) => positionById(work, id ?? ''),
    maxBytes: (mostPapers + 1) * paperRules.maxBytes,
    handle: apply,
  }),
]

/** What an address narrows the list of open positions to. */
export function filterOf({ query }: Pick<Call, 'query'>): PositionFilter {
  const country = query.get('country')
  return {
    q: (query.get('q') ?? '').trim().slice(0, 100),
    country: isCountry(country) ? country : null,
    mode: positionModes.find((mode) => mode === query.get('mode')) ?? null,
    paid: query.get('paid') === 'yes',
  }
}

async function browse(call: Call): Promise<Answer> {
  const filter = filterOf(call)
  const positions = await openPositions(call.work, filter)
  const personId = personOf(call.actor)
  const today = dateInZone(call.now, call.timeZone)
  const home = personId ? await enrolmentOf(call.work, personId, today) : null
  const own = personId ? await applicationsOf(call.work, personId) : []
  const placements = personId ? await placementsOf(call.work, personId) : []
  const proposals = personId ? await proposalsOf(call.work, personId) : []
  const permissions = home
    ? await permissionsFor(call.work, positions, home)
    : new Map<string, never>()
  const rounds = await liveRounds(call.work)
  call.shows([])
  return show(
    BrowsePage({ call, positions, filter, own, proposals, placements, rounds, permissions }),
  )
}

async function positionPage(
  call: Call<PositionRow>,
  refusal: Refusal | null,
  papers: readonly StagedFile[] = [],
): Promise<Answer> {
  const position = call.object
  const personId = personOf(call.actor)
  const today = dateInZone(call.now, position.timeZone)
  const home = personId ? await enrolmentOf(call.work, personId, today) : null
  const permission = home ? await permissionFor(call.work, position, home, null) : null
  const applications = personId ? await applicationsOf(call.work, personId) : []
  const live = ['sent', 'offered', 'accepted']
  const own =
    applications.find((each) => each.position_id === position.id && live.includes(each.state)) ??
    null
  const closed = notOpen(call.work, position, position.roundId === null ? 'alone' : 'in-round')
  call.shows([])
  return show(
    PositionPage({
      call,
      position,
      permission,
      own,
      closed: closed && call.t(closed.message),
      papers: papers.map(({ id, name, size_bytes: size }) => ({
        token: id,
        name,
        size: sizeText(Number(size)),
      })),
      form: refusedOr(call, refusal),
    }),
    refusal,
  )
}

async function change(call: Call<PositionRow>): Promise<Answer> {
  const state = valueOf(call, 'state') === 'closed' ? 'closed' : 'published'
  const positionId = call.object.id
  const done = await call.perform((work) => changePosition(work, { positionId, state }))
  if (isRefused(done)) return positionPage(call, done)
  return call.redirect(`${base}/positions/${positionId}`, m(`flash.${state}`))
}

async function apply(call: Call<PositionRow>): Promise<Answer> {
  const { papers, refusal } = await papersIn(call)
  if (refusal) return positionPage(call, refusal, papers)
  const done = await call.perform((work) =>
    applyForPosition(work, {
      positionId: call.object.id,
      motivation: valueOf(call, 'motivation').slice(0, 4000),
      enrolledThere: valueOf(call, 'enrolledThere') === 'yes',
      papers: { stagedIds: papers.map(({ id }) => id), ownerKey: ownerKey(call) },
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return positionPage(call, done, papers)
  return call.redirect(`${base}/applications/${done.applicationId}`, m('flash.applied'))
}

const ownerKey = (call: Call<PositionRow>) => personOf(call.actor) ?? 'nobody'

/** The papers of the form, those of an earlier refusal first; what could be kept is, whatever becomes of the rest of it. */
async function papersIn(
  call: Call<PositionRow>,
): Promise<{ papers: StagedFile[]; refusal: Refusal | null }> {
  const tokens = call.form.values['papers-staged'] ?? []
  const papers = await stagedFiles(call.work, tokens, ownerKey(call))
  const uploads = (call.form.uploads['papers'] ?? []).filter(({ bytes }) => bytes.length > 0)
  let refusal: Refusal | null = null
  for (const upload of uploads.slice(0, mostPapers + 1)) {
    const received = await receiveFile(call.services.blobs, upload, paperRules)
    if (isRefused(received)) {
      refusal = refuse(422, received.message, { papers: received.message })
    } else {
      papers.push(await call.prepare((work) => stageFile(work, received, ownerKey(call))))
    }
  }
  return { papers, refusal }
}

async function newPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const hosts = await allHosts(call.work)
  const offices = await officesOf(call, 'internships.position.edit')
  const skills = await knownSkills(call.work)
  call.shows([])
  return show(
    NewPositionPage({
      call,
      hosts: hosts
        .filter(({ state: hostState, vetted_until: vettedUntil, time_zone: zone }) =>
          isVetted({ hostState, vettedUntil }, dateInZone(call.now, zone)),
        )
        .map(({ id, name, city }) => ({ value: id, label: `${name} · ${city}` })),
      offices,
      skills,
      form: formOf(call, refusal),
    }),
    refusal,
  )
}

async function make(call: Call): Promise<Answer> {
  const form = call.read(positionForm)
  if (isRefused(form)) return newPage(call, form)
  const offices = await officesOf(call, 'internships.position.edit')
  const organisationId = chosenOffice(offices, form.organisation)
  if (!organisationId) return newPage(call, refuse(422, m('refusal.no-position')))
  const stipend = stipendOf(call, form)
  if (isRefused(stipend)) return newPage(call, stipend)
  const { host: hostId, organisation: _office, stipendCurrency: _currency, ...rest } = form
  const done = await call.perform((work) =>
    makePosition(work, {
      ...rest,
      hostId,
      organisationId,
      titles: localOf(call, 'title'),
      descriptions: localOf(call, 'description'),
      stipend,
      skills: skillsIn(form.skills),
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return newPage(call, done)
  return call.redirect(`${base}/positions/${done.positionId}`, m('flash.position-made'))
}

function stipendOf(call: Call, form: { stipend: string; stipendCurrency: string }) {
  if (form.stipend.trim() === '') return null
  const message = m('refusal.stipend')
  if (form.stipendCurrency === '') return refuse(422, message, { stipendCurrency: message })
  const read = parseMoney(form.stipend, form.stipendCurrency, call.language)
  return read && read.minor > 0n ? read : refuse(422, message, { stipend: message })
}
