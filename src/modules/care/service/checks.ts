import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import type { Whereabouts } from '#kernel/http'
import { useActLink } from '#kernel/identity'
import { type NoticeKind, noticeKind, notify } from '#kernel/notices'
import { cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import { holdersOfRole } from '#modules/alliance'
import { careAnswered, careAsked } from '../entries.ts'
import { answerByLinkAction, careTask, helpTask } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { ownAnswer } from '../queries/checks.ts'

/** Whether one is safe, and who needs help: never later than at once, whatever somebody chose before. */
export const careNotice: NoticeKind = {
  ...noticeKind('care.safety', m('notice.kind.safety'), 'immediate'),
  ways: ['immediate'],
}

/** A question to a group. */
export interface AskCare {
  organisationId: string
  /** Who is there now, as the modules that know it say; somebody who stands there twice is asked once. */
  people: readonly Whereabouts[]
  words: string
  node: string
}

/** The most people who are asked at once. */
export const mostAsked = 500

/** Asks people who are away now whether they are safe; each has a task with a link and a mail at once. */
export async function askCare(
  work: Work,
  input: AskCare,
): Promise<{ checkId: string; asked: number } | Refusal> {
  if (!work.may('care.check.ask', { organisation_id: input.organisationId })) {
    return refuse(404, m('refusal.absent'))
  }
  const words = input.words.trim()
  if (words === '') return refuse(422, m('refusal.no-words'), { words: m('refusal.no-words') })
  // Who is there twice is asked by what this office answers for.
  const ownLast = input.people.toSorted(
    (a, b) =>
      Number(a.officeIds.includes(input.organisationId)) -
      Number(b.officeIds.includes(input.organisationId)),
  )
  const people = [...new Map(ownLast.map((each) => [each.personId, each])).values()]
  if (people.length === 0) return refuse(422, m('refusal.nobody'))
  // The office reads who answers what: somebody for whom another one answers is asked by that one.
  const others = people.filter(({ officeIds }) => !officeIds.includes(input.organisationId))
  if (others.length > 0) return refuse(422, m('refusal.of-others', { count: others.length }))
  if (people.length > mostAsked) return refuse(422, m('refusal.too-many', { most: mostAsked }))
  const checkId = randomUUIDv7()
  await insertCheck(work, checkId, { ...input, words, people })
  for (const { personId } of people) {
    const href = `/care/${checkId}/answer`
    const taskId = await openTask(work, {
      kind: careTask,
      assignee: { personId },
      object: { kind: 'care-check', id: checkId },
      subject: m('task.answer'),
      href,
      closesWithAct: true,
      // The mail below says it, with the link that answers: a task alone would wait for a daily mail.
      isTold: true,
    })
    await notify(work, { personId, kind: careNotice, message: m('notice.asked'), href, taskId })
  }
  return { checkId, asked: people.length }
}

async function insertCheck(work: Work, checkId: string, input: AskCare): Promise<void> {
  const entry = careAsked({
    object: { kind: 'care-check', id: checkId },
    organisationIds: [input.organisationId],
    data: { asked: input.people.length },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('care_checks')
      .values({
        id: checkId,
        origin: input.node,
        organisation_id: input.organisationId,
        words: input.words,
        asked_at: work.now,
        asked_by: personOf(work.actor),
      })
      .execute()
    await tx
      .insertInto('care_answers')
      .values(
        input.people.map((each) => ({
          check_id: checkId,
          person_id: each.personId,
          href: each.href,
          place: each.place,
          country: each.country,
          answer: null,
          answered_at: null,
        })),
      )
      .execute()
  })
}

/** Somebody answers, signed in or by the link of a mail; a later answer takes the place of an earlier one. */
export async function answerCare(
  work: Work,
  input: { checkId: string; personId: string | null; answer: 'safe' | 'help'; note: string },
): Promise<true | Refusal> {
  const isLink = work.actor.kind === 'link'
  const row = await ownAnswer(work, input.checkId, input.personId)
  const action = isLink ? answerByLinkAction : 'care.check.answer'
  if (!row || !work.may(action, row)) return refuse(404, m('refusal.absent'))
  if (isLink) {
    const used = await useActLink(work)
    if (isRefused(used)) return used
  }
  const object = { kind: 'care-check', id: input.checkId }
  const entry = careAnswered({
    object,
    organisationIds: [row.organisation_id],
    personId: row.person_id,
    data: { answer: input.answer },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('care_answers')
      .set({
        answer: input.answer,
        note: input.note.trim().slice(0, 1000),
        answered_at: work.now,
      })
      .where('check_id', '=', input.checkId)
      .where('person_id', '=', row.person_id)
      .execute(),
  )
  await completeTasksOf(work, { object, kinds: [careTask], personId: row.person_id })
  if (input.answer === 'help') await callForHelp(work, row)
  else await endCall(work, input.checkId)
  return true
}

/** Somebody of the office has to see to it: the task stands until one of them says that it is done. */
async function callForHelp(
  work: Work,
  row: { id: string; person_id: string; organisation_id: string; asked_by: string | null },
): Promise<void> {
  await openTask(work, {
    kind: helpTask,
    assignee: { role: 'coordinator', organisationId: row.organisation_id },
    object: { kind: 'care-check', id: row.id },
    subject: m('task.help'),
    href: `/care/${row.id}`,
    leavesOut: [row.person_id],
    isTold: true,
  })
  await tellWhoHelps(work, row)
}

/** Whoever called and is safe now calls no more; the task ends with the last of them. */
export async function endCall(work: Work, checkId: string): Promise<void> {
  const waiting = await work.read
    .selectFrom('care_answers')
    .select('person_id')
    .where('check_id', '=', checkId)
    .where('answer', '=', 'help')
    .executeTakeFirst()
  const object = { kind: 'care-check', id: checkId }
  if (!waiting) await cancelTasks(work, { object, kinds: [helpTask] })
}

/** Whoever asked and every coordinator of the institution learn at once that somebody needs help. */
async function tellWhoHelps(
  work: Work,
  row: { id: string; organisation_id: string; asked_by: string | null },
): Promise<void> {
  const place = { role: 'coordinator', organisationId: row.organisation_id, programmeId: null }
  const coordinators = await holdersOfRole(work.read, place, work.now)
  for (const personId of new Set([...coordinators, ...(row.asked_by ? [row.asked_by] : [])])) {
    await notify(work, {
      personId,
      kind: careNotice,
      message: m('notice.needs-help'),
      href: `/care/${row.id}`,
    })
  }
}
