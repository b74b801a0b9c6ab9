import { randomUUIDv7 } from 'node:crypto'
import { type PersonalPart, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { personById } from '#kernel/identity'
import { enqueue } from '#kernel/jobs'
import type { Message } from '#kernel/messages'
import { type Language, localised, type LocalText } from '#kernel/values'
import { erasureAsked, erasureWithdrawn } from '../entries.ts'
import { eraseJob } from '../jobs.ts'
import { m } from '../messages/index.ts'
import { erasureById, erasureUnderWay } from '../queries/erasures.ts'
import { placesOfPerson } from '../queries/people.ts'
import type { RequestRow } from '../queries/requests.ts'
import { graceDays } from '../rules/deadlines.ts'
import { writeTo } from './letters.ts'
import { hindrances } from './run-erasure.ts'

const dayMs = 24 * 60 * 60_000

/** An erasure as the person, or somebody of the house for them, asks for it. */
export interface AskErasure {
  personId: string
  /** How it was asked and made sure who asked; null where the person asks. */
  takenDown: string | null
  /** The organisation at which it was taken down, for the letter. */
  takenDownAt?: LocalText
  isConfirmed: boolean
  parts: readonly PersonalPart[]
}

/** When an erasure that is asked for now is done. */
export function erasureRunsAt(now: Date): Date {
  return new Date(now.getTime() + graceDays * dayMs)
}

/** Asks for an erasure: refused without a word of confirmation, and while something stands against it. */
export async function scheduleErasure(
  work: Work,
  { parts, isConfirmed, ...input }: AskErasure,
): Promise<ScheduledErasure | Refusal> {
  if (!isConfirmed) {
    return refuse(422, m('refusal.erase-confirm'), { confirm: m('refusal.erase-confirm') })
  }
  const hindered = await hindrances(work, parts, input.personId)
  if (hindered.length > 0) return refuse(409, m('refusal.erase-hindered'))
  return beginGrace(work, input)
}

/** Begins an erasure that the house has granted, whatever stands against it. */
export function grantErasure(work: Work, request: RequestRow): Promise<ScheduledErasure | Refusal> {
  return beginGrace(work, { personId: request.person_id, takenDown: '', grantedBy: request })
}

/** An erasure that waits until its days are over. */
export interface ScheduledErasure {
  erasureId: string
  runsAt: Date
}

type BeginGrace = Pick<AskErasure, 'personId' | 'takenDown' | 'takenDownAt'> & {
  grantedBy?: RequestRow
}

/** Writes the row, the job, and the letter that says how to take it back. */
async function beginGrace(work: Work, input: BeginGrace): Promise<ScheduledErasure | Refusal> {
  const person = await personById(work, input.personId)
  const self = personOf(work.actor)
  if (self === null || person?.state !== 'active') return refuse(404, m('refusal.no-request'))
  if (await erasureUnderWay(work, person.id)) return refuse(409, m('refusal.erase-already'))
  const erasureId = randomUUIDv7()
  const runsAt = erasureRunsAt(work.now)
  const entry = erasureAsked({
    object: { kind: 'erasure', id: erasureId },
    organisationIds: (await placesOfPerson(work, person.id)).map(({ id }) => id),
    personId: person.id,
    data: { runsAt: runsAt.toISOString(), by: input.takenDown === null ? 'self' : 'house' },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('erasures')
      .values({
        id: erasureId,
        person_id: person.id,
        asked_by: self,
        taken_down: input.takenDown,
        request_id: input.grantedBy?.id ?? null,
        state: 'waiting',
        asked_at: work.now,
        runs_at: runsAt,
        begun_at: null,
        ended_at: null,
        farewell: null,
      })
      .execute(),
  )
  await enqueue(work, eraseJob, { erasureId }, { at: runsAt })
  await writeTo(work, person, {
    subject: (date) => m('letter.asked.subject', { date }),
    blocks: (date) => [
      { kind: 'text', message: askedText(input, date, person.preferredLanguage) },
      { kind: 'link', label: m('letter.page'), href: '/account/data' },
    ],
    on: runsAt,
  })
  return { erasureId, runsAt }
}

function askedText(input: BeginGrace, date: string, language: Language): Message {
  if (input.grantedBy) return m('letter.asked.granted', { date })
  if (input.takenDown === null) return m('letter.asked.text', { date })
  const organisation = localised(input.takenDownAt ?? {}, language).text
  return m('letter.asked.by-house', { date, organisation })
}

/**
 * Takes an erasure back before it begins: the person, or somebody of the house who acts for them. Where none waits any
 * more, because another tab has taken it back, there is nothing to do.
 */
export async function withdrawErasure(work: Work, personId: string): Promise<true | Refusal> {
  const underWay = await erasureUnderWay(work, personId)
  const erasure = underWay && (await erasureById(work, underWay.id, 'lock'))
  if (!erasure) return true
  if (erasure.state !== 'waiting') return refuse(409, m('refusal.erase-too-late'))
  const entry = erasureWithdrawn({
    object: { kind: 'erasure', id: erasure.id },
    organisationIds: (await placesOfPerson(work, personId)).map(({ id }) => id),
    personId,
    data: {},
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('erasures')
      .set({ state: 'withdrawn', ended_at: work.now })
      .where('id', '=', erasure.id)
      .execute(),
  )
  return true
}
