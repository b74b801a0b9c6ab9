import { randomUUIDv7 } from 'node:crypto'
import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { noticeKind, notify } from '#kernel/notices'
import { type Assignee, cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import { dateInZone, type DateOnly } from '#kernel/values'
import { requestAnswered, requestMade, requestWithdrawn } from '../entries.ts'
import { m } from '../messages/index.ts'
import { type PlaceOfPerson, placesOfPerson } from '../queries/people.ts'
import { requestById, type RequestRow } from '../queries/requests.ts'
import { answerDueOn } from '../rules/deadlines.ts'
import { type RequestKind, requestKinds, type RequestOutcome, requestOutcomes } from '../schema.ts'
import { grantErasure } from './erasures.ts'

/** The longest text that somebody writes or answers. */
export const longestWords = 4000

/** A request as it is made: by the person, or taken down for them by somebody of the house. */
export interface MakeRequest {
  personId: string
  kind: string
  /** Who shall answer: an organisation that knows the person, or the secretariat. */
  organisationId: string | 'secretariat'
  words: string
  /** How it was asked and made sure who asked; null where the person asks. */
  takenDown: string | null
}

/** The kind of notice that tells of an answer. */
export const requestAnsweredNotice = noticeKind(
  'privacy.request-answered',
  m('notice.kind.request'),
  'immediate',
)

/** Asks the house. An administrator of the organisation gets a task with the day by which the law wants an answer. */
export async function makeRequest(
  work: Work,
  input: MakeRequest,
): Promise<{ requestId: string; dueOn: DateOnly } | Refusal> {
  const self = personOf(work.actor)
  const faults = faultsOf(input)
  if (faults) return faults
  const kind = input.kind as RequestKind
  const places = await placesOfPerson(work, input.personId)
  const place = places.find(({ id }) => id === input.organisationId) ?? null
  const isForSecretariat = input.organisationId === 'secretariat'
  if (self === null || (!place && !isForSecretariat)) {
    return refuse(422, m('refusal.to-missing'), { organisation: m('refusal.to-missing') })
  }
  if (await isOpenAlready(work, input.personId, kind, place)) {
    return refuse(409, m('refusal.request-twice'))
  }
  const dueOn = answerDueOn(dateInZone(work.now, place?.timeZone ?? 'UTC'), place?.country ?? null)
  const requestId = randomUUIDv7()
  const entry = requestMade({
    object: { kind: 'data-request', id: requestId },
    organisationIds: place ? [place.id] : [],
    personId: input.personId,
    data: { kind, by: input.takenDown === null ? 'self' : 'house' },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('data_requests')
      .values({
        id: requestId,
        person_id: input.personId,
        kind,
        organisation_id: place?.id ?? null,
        asked_by: self,
        taken_down: input.takenDown,
        words: input.words,
        asked_at: work.now,
        due_on: dueOn,
        state: 'open',
        outcome: null,
        answer: null,
        closed_by: null,
        closed_at: null,
      })
      .execute(),
  )
  await openTask(work, {
    kind: 'privacy.answer-request',
    assignee: await answererFor(work, input.personId, place),
    object: { kind: 'data-request', id: requestId },
    subject: m('task.answer-request', { kind: m(`request.kind.${kind}`) }),
    href: `/privacy/requests/${requestId}`,
    dueOn,
    closesWithAct: true,
  })
  return { requestId, dueOn }
}

/** Takes a request back: the person, or whoever took it down. */
export async function withdrawRequest(work: Work, requestId: string): Promise<true | Refusal> {
  const request = await requestById(work, requestId, 'lock')
  const self = personOf(work.actor)
  if (!request || (request.person_id !== self && request.asked_by !== self)) {
    return refuse(404, m('refusal.no-request'))
  }
  if (request.state !== 'open') return refuse(409, m('refusal.request-closed'))
  const entry = requestWithdrawn({ ...aboutRequest(request), data: { kind: request.kind } })
  await work.write(entry, (tx) =>
    tx
      .updateTable('data_requests')
      .set({ state: 'withdrawn', closed_by: self, closed_at: work.now })
      .where('id', '=', request.id)
      .execute(),
  )
  await cancelTasks(work, { object: { kind: 'data-request', id: request.id } })
  return true
}

/** Answers a request, and tells the person. To grant an erasure is to begin the days after which it is done. */
export async function answerRequest(
  work: Work,
  input: { requestId: string; outcome: string; answer: string },
): Promise<true | Refusal> {
  const request = await requestById(work, input.requestId, 'lock')
  if (!request || !work.may('privacy.request.answer', request)) {
    return refuse(404, m('refusal.no-request'))
  }
  if (request.state !== 'open') return refuse(409, m('refusal.request-closed'))
  const outcome = requestOutcomes.find((each) => each === input.outcome)
  const faults = {
    ...(outcome ? {} : { outcome: m('refusal.outcome-missing') }),
    ...(input.answer === '' ? { answer: m('refusal.answer-missing') } : {}),
    ...(input.answer.length > longestWords
      ? { answer: m('refusal.words-long', { most: longestWords }) }
      : {}),
  }
  if (!outcome || Object.keys(faults).length > 0) {
    return refuse(422, Object.values(faults)[0] ?? m('refusal.outcome-missing'), faults)
  }
  await closeAnswered(work, request, outcome, input.answer)
  await completeTasksOf(work, { object: { kind: 'data-request', id: request.id } })
  await notify(work, {
    personId: request.person_id,
    kind: requestAnsweredNotice,
    message: m('notice.request-answered', {
      kind: m(`request.kind.${request.kind}`),
      outcome: m(`request.${outcome}`),
    }),
    href: '/account/data',
  })
  if (request.kind !== 'erasure' || outcome === 'refused') return true
  const granted = await grantErasure(work, request)
  return 'erasureId' in granted ? true : granted
}

function closeAnswered(
  work: Work,
  request: RequestRow,
  outcome: RequestOutcome,
  answer: string,
): Promise<unknown> {
  const entry = requestAnswered({ ...aboutRequest(request), data: { kind: request.kind, outcome } })
  return work.write(entry, (tx) =>
    tx
      .updateTable('data_requests')
      .set({
        state: 'answered',
        outcome,
        answer,
        closed_by: personOf(work.actor),
        closed_at: work.now,
      })
      .where('id', '=', request.id)
      .execute(),
  )
}

function faultsOf({ kind, words, takenDown }: MakeRequest): Refusal | null {
  const long = m('refusal.words-long', { most: longestWords })
  const faults = {
    ...(requestKinds.some((each) => each === kind) ? {} : { kind: m('refusal.kind-missing') }),
    ...(words === '' ? { words: m('refusal.words-missing') } : {}),
    ...(words.length > longestWords ? { words: long } : {}),
    ...(takenDown === '' ? { reason: m('refusal.reason-missing') } : {}),
    ...(takenDown !== null && takenDown.length > longestWords ? { reason: long } : {}),
  }
  const [first] = Object.values(faults)
  return first ? refuse(422, first, faults) : null
}

async function isOpenAlready(
  work: Work,
  personId: string,
  kind: RequestKind,
  place: PlaceOfPerson | null,
): Promise<boolean> {
  const row = await work.read
    .selectFrom('data_requests')
    .select('id')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('organisation_id', place ? '=' : 'is', place?.id ?? null)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row !== undefined
}

/** An administrator of the organisation; the secretariat where there is none but the person themselves. */
async function answererFor(
  work: Work,
  personId: string,
  place: PlaceOfPerson | null,
): Promise<Assignee> {
  const today = dateInZone(work.now, place?.timeZone ?? 'UTC')
  const other = place
    ? await work.read
        .selectFrom('appointments')
        .select('id')
        .where('organisation_id', '=', place.id)
        .where('role', '=', 'administrator')
        .where('person_id', '<>', personId)
        .where('starts_on', '<=', today)
        .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
        .executeTakeFirst()
    : undefined
  return place && other
    ? { role: 'administrator', organisationId: place.id }
    : { role: 'secretariat', organisationId: null }
}

function aboutRequest(request: RequestRow) {
  return {
    object: { kind: 'data-request', id: request.id },
    organisationIds: request.organisation_id === null ? [] : [request.organisation_id],
    personId: request.person_id,
  }
}
