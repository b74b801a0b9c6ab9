import { randomUUIDv7 } from 'node:crypto'
import { type Refusal, refuse, type Work } from '#kernel/database'
import { notify } from '#kernel/notices'
import { completeTasksOf, openTask } from '#kernel/tasks'
import { holdersOfRole } from '#modules/alliance'
import { safetyAnswered, safetyAsked } from '../entries.ts'
import { m } from '../messages/index.ts'
import { safetyNotice } from '../notices.ts'
import { safetyTask } from '../task-kinds.ts'

/** A question to a group. */
export interface AskSafety {
  organisationId: string
  /** The stays whose students are asked; only those who are there now. */
  mobilityIds: readonly string[]
  words: string
  node: string
}

/** The most people who are asked at once. */
const mostAsked = 500

/** Asks students who are away or here now whether they are safe; each has a task and a mail at once. */
export async function askSafety(
  work: Work,
  input: AskSafety,
): Promise<{ checkId: string; asked: number } | Refusal> {
  if (!work.may('mobility.safety.ask', { organisation_id: input.organisationId })) {
    return refuse(404, m('refusal.absent'))
  }
  const words = input.words.trim()
  if (words === '') return refuse(422, m('safety.no-words'), { words: m('safety.no-words') })
  if (input.mobilityIds.length === 0) {
    return refuse(422, m('safety.nobody'), { stays: m('safety.nobody') })
  }
  const stays = await work.read
    .selectFrom('mobilities')
    .select(['id', 'person_id'])
    .where(work.scope('mobility.stay.list', 'mobilities'))
    .where('id', 'in', input.mobilityIds.slice(0, mostAsked))
    .where('state', '=', 'live')
    .orderBy('id')
    .execute()
  if (stays.length === 0) return refuse(422, m('safety.nobody'), { stays: m('safety.nobody') })
  const checkId = randomUUIDv7()
  await insertCheck(work, checkId, input, words, stays)
  for (const { person_id: personId } of stays) {
    await openTask(work, {
      kind: safetyTask,
      assignee: { personId },
      object: { kind: 'safety-check', id: checkId },
      subject: m('task.safety'),
      href: `/mobility/safety/${checkId}/answer`,
      closesWithAct: true,
    })
    await notify(work, {
      personId,
      kind: safetyNotice,
      message: m('notice.safety'),
      href: `/mobility/safety/${checkId}/answer`,
    })
  }
  return { checkId, asked: stays.length }
}

async function insertCheck(
  work: Work,
  checkId: string,
  input: AskSafety,
  words: string,
  stays: readonly { id: string; person_id: string }[],
): Promise<void> {
  const entry = safetyAsked({
    object: { kind: 'safety-check', id: checkId },
    organisationIds: [input.organisationId],
    data: { asked: stays.length },
  })
  const asked = [...new Map(stays.map((stay) => [stay.person_id, stay])).values()]
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('safety_checks')
      .values({
        id: checkId,
        origin: input.node,
        organisation_id: input.organisationId,
        words,
        asked_at: work.now,
        asked_by: work.actor.kind === 'person' ? work.actor.personId : null,
      })
      .execute()
    await tx
      .insertInto('safety_answers')
      .values(
        asked.map((stay) => ({
          check_id: checkId,
          person_id: stay.person_id,
          mobility_id: stay.id,
          answer: null,
          answered_at: null,
        })),
      )
      .execute()
  })
}

/** A student answers; a later answer takes the place of an earlier one, because things change. */
export async function answerSafety(
  work: Work,
  input: { checkId: string; answer: 'safe' | 'help'; note: string },
): Promise<true | Refusal> {
  const personId = work.actor.kind === 'person' ? work.actor.personId : null
  const row = await work.read
    .selectFrom('safety_answers as x')
    .innerJoin('safety_checks as c', 'c.id', 'x.check_id')
    .select(['x.check_id', 'x.person_id', 'c.organisation_id', 'c.asked_by'])
    .where('x.check_id', '=', input.checkId)
    .where('x.person_id', '=', personId)
    .executeTakeFirst()
  if (!row || !work.may('mobility.safety.answer', row)) return refuse(404, m('refusal.absent'))
  const entry = safetyAnswered({
    object: { kind: 'safety-check', id: input.checkId },
    organisationIds: [row.organisation_id],
    personId: row.person_id,
    data: { answer: input.answer },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('safety_answers')
      .set({ answer: input.answer, note: input.note.trim(), answered_at: work.now })
      .where('check_id', '=', input.checkId)
      .where('person_id', '=', row.person_id)
      .execute(),
  )
  await completeTasksOf(work, {
    object: { kind: 'safety-check', id: input.checkId },
    kinds: [safetyTask],
    personId: row.person_id,
  })
  if (input.answer === 'help') await tellWhoHelps(work, row)
  return true
}

/** Whoever asked and every coordinator of the institution learn at once that somebody needs help. */
async function tellWhoHelps(
  work: Work,
  { check_id: checkId, organisation_id: organisationId, asked_by: askedBy }: AskedRow,
): Promise<void> {
  const place = { role: 'coordinator', organisationId, programmeId: null }
  const coordinators = await holdersOfRole(work.read, place, work.now)
  for (const personId of new Set([...coordinators, ...(askedBy === null ? [] : [askedBy])])) {
    await notify(work, {
      personId,
      kind: safetyNotice,
      message: m('notice.needs-help'),
      href: `/mobility/safety/${checkId}`,
    })
  }
}

interface AskedRow {
  check_id: string
  organisation_id: string
  asked_by: string | null
}
