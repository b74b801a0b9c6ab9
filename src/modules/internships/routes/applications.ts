import { show } from '#ui'
import { isRefused, personOf, type Refusal } from '#kernel/database'
import { fileById, fileKinds, filesOf, streamFile } from '#kernel/files'
import { type Answer, type Call, page, type Route, valueOf } from '#kernel/http'
import { dateInZone } from '#kernel/values'
import { m } from '../messages/index.ts'
import { ApplicationPage } from '../pages/application.tsx'
import { PlacementPage } from '../pages/placement.tsx'
import { base } from '../pages/scene.tsx'
import { interruptionsOf } from '../queries/agreements.ts'
import { applicationById, type ApplicationRow, enrolmentOf } from '../queries/applications.ts'
import { disagreementsOf, evaluationsOf } from '../queries/evaluations.ts'
import { hoursOf, placementById, type PlacementRow } from '../queries/placements.ts'
import { slotsOf } from '../queries/interviews.ts'
import { positionById } from '../queries/positions.ts'
import { visitsOf } from '../queries/visits.ts'
import {
  answerOffer,
  decideApplication,
  permissionFor,
  withdrawApplication,
} from '../service/applications.ts'
import { applicationOwner } from '../service/about.ts'
import { limitsOf, logHours, removeHours } from '../service/hours.ts'
import { refusedOr } from './web.ts'

const load = (work: Parameters<typeof applicationById>[0], { id }: Record<string, string>) =>
  applicationById(work, id ?? '')
const loadPlacement = (work: Parameters<typeof placementById>[0], { id }: Record<string, string>) =>
  placementById(work, id ?? '')
const at = `${base}/applications/:id`
const placed = `${base}/placements/:id`

/** An application from its reading to its answer, and the placement with its hours. */
export const applicationRoutes: readonly Route[] = [
  page<ApplicationRow>('GET', at, {
    action: 'internships.application.read',
    load,
    handle: (call) => (call.query.has('paper') ? paper(call) : applicationPage(call, null)),
  }),
  page<ApplicationRow>('POST', `${at}/decision`, {
    action: 'internships.application.decide',
    load,
    handle: decide,
  }),
  page<ApplicationRow>('POST', `${at}/answer`, {
    action: 'internships.application.answer',
    load,
    handle: answer,
  }),
  page<ApplicationRow>('POST', `${at}/withdrawal`, {
    action: 'internships.application.withdraw',
    load,
    handle: withdraw,
  }),
  page<PlacementRow>('GET', placed, {
    action: 'internships.placement.read',
    load: loadPlacement,
    handle: (call) => placementPage(call, null),
  }),
  page<PlacementRow>('POST', `${placed}/hours`, {
    action: 'internships.placement.log',
    load: loadPlacement,
    handle: log,
  }),
  page<PlacementRow>('POST', `${placed}/hours/removal`, {
    action: 'internships.placement.log',
    load: loadPlacement,
    handle: remove,
  }),
]

/** An application's page; with a refusal, every form on it as it was sent. */
export async function applicationPage(
  call: Call<ApplicationRow>,
  refusal: Refusal | null,
): Promise<Answer> {
  const application = call.object
  const position = await positionById(call.work, application.position_id)
  const today = dateInZone(call.now, call.timeZone)
  const home = await enrolmentOf(call.work, application.person_id, today)
  const permission =
    position && home
      ? await permissionFor(call.work, position, home, application.enrolledThere)
      : null
  const slots = await slotsOf(call.work, application.position_id)
  const papers = await filesOf(call.work, applicationOwner, application.id)
  call.shows([application.person_id])
  const form = refusedOr(call, refusal)
  return show(ApplicationPage({ call, application, permission, slots, papers, form }), refusal)
}

/** A paper that came with an application, for whoever reads it. */
async function paper(call: Call<ApplicationRow>): Promise<Answer> {
  const { work, services, object, query } = call
  call.shows([object.person_id])
  const file = await fileById(work, query.get('paper') ?? '')
  if (file?.owner_kind !== applicationOwner || file.owner_id !== object.id)
    return { kind: 'absent' }
  const found = await streamFile(work, services.blobs, file.id)
  if (isRefused(found)) return { kind: 'absent' }
  const { kind, name } = found.file
  return { kind: 'file', body: found.stream, type: fileKinds[kind].mediaType, name, inline: true }
}

async function decide(call: Call<ApplicationRow>): Promise<Answer> {
  const applicationId = call.object.id
  const decision = valueOf(call, 'decision')
  const permissionNote = valueOf(call, 'permissionNote').slice(0, 2000)
  const done = await call.perform((work) =>
    decideApplication(work, { applicationId, decision, permissionNote }),
  )
  if (isRefused(done)) return applicationPage(call, done)
  return call.redirect(`${base}/applications/${applicationId}`, m('flash.decided'))
}

async function answer(call: Call<ApplicationRow>): Promise<Answer> {
  const applicationId = call.object.id
  const given = valueOf(call, 'answer')
  const node = call.services.node
  const done = await call.perform((work) =>
    answerOffer(work, { applicationId, answer: given, node }),
  )
  if (isRefused(done)) return applicationPage(call, done)
  const path = done.placementId
    ? `${base}/placements/${done.placementId}`
    : `${base}/applications/${applicationId}`
  return call.redirect(path, m(done.placementId ? 'flash.accepted' : 'flash.declined'))
}

async function withdraw(call: Call<ApplicationRow>): Promise<Answer> {
  const applicationId = call.object.id
  const done = await call.perform((work) => withdrawApplication(work, applicationId))
  if (isRefused(done)) return applicationPage(call, done)
  return call.redirect(`${base}/applications/${applicationId}`, m('flash.withdrawn'))
}

/** A placement's page; with a refusal, every form on it as it was sent. */
export async function placementPage(
  call: Call<PlacementRow>,
  refusal: Refusal | null,
): Promise<Answer> {
  const placement = call.object
  const hours = await hoursOf(call.work, placement.id)
  const { limits, clearance } = await limitsOf(call.work, placement)
  const interruptions = await interruptionsOf(call.work, placement.id)
  call.shows([placement.person_id])
  return show(
    PlacementPage({
      showsAllHours: call.query.get('hours') === 'all',
      call,
      placement,
      hours,
      limits,
      clearance,
      today: dateInZone(call.now, placement.timeZone),
      interruption: interruptions.at(-1) ?? null,
      visits: await visitsOf(call.work, placement.id),
      evaluations: await evaluationsOf(call.work, placement.id),
      disagreements: await disagreementsOf(call.work, placement.id),
      isOwn: personOf(call.work.actor) === placement.person_id,
      form: refusedOr(call, refusal),
    }),
    refusal,
  )
}

async function log(call: Call<PlacementRow>): Promise<Answer> {
  const placementId = call.object.id
  const given = (name: string) => valueOf(call, name)
  const done = await call.perform((work) =>
    logHours(work, {
      placementId,
      day: given('day'),
      from: given('from'),
      until: given('until'),
      work: given('work'),
    }),
  )
  if (isRefused(done)) return placementPage(call, done)
  return call.redirect(`${base}/placements/${placementId}`, m('flash.logged'))
}

async function remove(call: Call<PlacementRow>): Promise<Answer> {
  const placementId = call.object.id
  const ids = (call.form.values['keys'] ?? []).slice(0, 200)
  const done = await call.perform(async (work) => {
    for (const hoursId of ids) {
      const removed = await removeHours(work, { placementId, hoursId })
      if (isRefused(removed)) return removed
    }
    return true
  })
  if (isRefused(done)) return placementPage(call, done)
  return call.redirect(
    `${base}/placements/${placementId}`,
    m('flash.removed', { count: ids.length }),
  )
}
