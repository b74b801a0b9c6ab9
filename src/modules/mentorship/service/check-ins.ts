import { randomUUIDv7 } from 'node:crypto'
import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { revokeActLinks, useActLink } from '#kernel/identity'
import { cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import { addDays, dateInZone } from '#kernel/values'
import { checkInAnswered, checkInAsked, checkInClosed, checkInsSet } from '../entries.ts'
import { m } from '../messages/index.ts'
import { type CheckIn, checkInById, howItGoes, silentOf } from '../queries/check-ins.ts'
import { engagementById } from '../queries/engagements.ts'
import { sharersOf } from '../queries/sharing.ts'
import { studentById, type StudentRow } from '../queries/students.ts'
import { careTask, checkInTask } from '../task-kinds.ts'
import { aboutStudent } from './sharing.ts'

/** The act of a link: how it goes, said once. */
export const checkInLinkAction = 'mentorship.check-in.answer-by-link'

const daysToAnswer = 7
const mostWeeks = 26

const objectOf = (id: string) => ({ kind: 'mentee-check-in', id })

/** The office says every how many weeks the three are asked how it goes; null asks nobody any more. */
export async function setCheckIns(
  work: Work,
  input: { engagementId: string; weeks: number | null },
): Promise<true | Refusal> {
  const engagement = await engagementById(work, input.engagementId, 'lock')
  if (!engagement || !work.may('mentorship.engagement.edit', engagement)) {
    return refuse(404, m('refusal.no-engagement'))
  }
  const { weeks } = input
  if (weeks !== null && (!Number.isInteger(weeks) || weeks < 1 || weeks > mostWeeks)) {
    const wrong = m('refusal.weeks', { most: mostWeeks })
    return refuse(422, wrong, { weeks: wrong })
  }
  const entry = checkInsSet({
    object: { kind: 'mentored-engagement', id: engagement.id },
    organisationIds: [engagement.organisation_id],
    data: { weeks },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('mentored_engagements')
      .set({ check_in_weeks: weeks })
      .where('id', '=', engagement.id)
      .execute(),
  )
  return true
}

/** Asks a student and the mentors how it goes; nobody is asked twice at once. */
export async function askHow(work: Work, menteeId: string, node: string): Promise<boolean> {
  const student = await studentById(work, menteeId, 'lock')
  if (!student || student.state !== 'open' || student.engagement_closed) return false
  const known = await work.read
    .selectFrom('mentee_check_ins')
    .select('id')
    .where('mentee_id', '=', menteeId)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  const sharers = await sharersOf(work, student)
  if (known || sharers.length < 2) return false
  const id = randomUUIDv7()
  const answerBy = addDays(dateInZone(work.now, student.organisation_time_zone), daysToAnswer)
  await work.write(checkInAsked({ ...aboutStudent(student), data: {} }), (tx) =>
    tx
      .insertInto('mentee_check_ins')
      .values({
        id,
        origin: node,
        mentee_id: student.id,
        asked_at: work.now,
        answer_by: answerBy,
        closed_at: null,
      })
      .execute(),
  )
  for (const { personId } of sharers) {
    await openTask(work, {
      kind: checkInTask,
      assignee: { personId },
      object: objectOf(id),
      subject: m('task.check-in'),
      href: `/mentoring/check-ins/${id}`,
      dueOn: answerBy,
      closesWithAct: true,
    })
  }
  return true
}

/** What somebody answers to how it goes. */
export interface HowAnswer {
  checkInId: string
  how: string
  tooMuch: boolean
  note: string
}

/**
 * One of the three says how it goes, signed in or by a link; once it is said it can be changed while the question is open.
 * Who wants help, or has too much, is a task of the office.
 */
export async function answerHow(work: Work, input: HowAnswer): Promise<true | Refusal> {
  const isLink = work.actor.kind === 'link'
  const self = personOf(work.actor)
  const found = await checkInById(work, input.checkInId, 'lock')
  const missing = refuse(404, m('refusal.no-check-in'))
  if (!found || self === null) return missing
  const { checkIn, student } = found
  const may = isLink
    ? work.may(checkInLinkAction, { id: checkIn.id })
    : work.may('mentorship.student.share', student)
  const sharers = await sharersOf(work, student)
  const own = sharers.find(({ personId }) => personId === self)
  if (!may || !own) return missing
  if (checkIn.closedAt !== null) return refuse(409, m('refusal.check-in-over'))
  const how = howItGoes.find((each) => each === input.how)
  if (!how) return refuse(422, m('refusal.no-how'), { how: m('refusal.no-how') })
  const note = input.note.trim()
  if (note.length > 2000) {
    const long = m('refusal.long', { most: 2000 })
    return refuse(422, long, { note: long })
  }
  const used = await useActLink(work)
  if (used !== 'counted') return used
  const answer = {
    how,
    too_much: own.as !== 'student' && input.tooMuch,
    note,
    answered_at: work.now,
  }
  await work.write(checkInAnswered({ ...aboutStudent(student), data: {} }), (tx) =>
    tx
      .insertInto('mentee_check_in_answers')
      .values({ check_in_id: checkIn.id, person_id: self, ...answer })
      .onConflict((conflict) => conflict.columns(['check_in_id', 'person_id']).doUpdateSet(answer))
      .execute(),
  )
  await completeTasksOf(work, {
    object: objectOf(checkIn.id),
    kinds: [checkInTask],
    personId: self,
  })
  await revokeActLinks(work, { objectIds: [checkIn.id], personId: self }, 'done')
  if (how === 'help') await care(work, student, 'help')
  if (answer.too_much) await care(work, student, 'overload')
  const silent = silentOf(sharers, checkIn).filter(({ personId }) => personId !== self)
  if (silent.length === 0) await close(work, student, checkIn)
  return true
}

/** The office of the school looks after a student; it is one task, whatever comes together. */
async function care(
  work: Work,
  student: StudentRow,
  why: 'help' | 'overload' | 'silence',
): Promise<void> {
  await openTask(work, {
    kind: careTask,
    assignee: { role: 'coordinator', organisationId: student.organisation_id },
    object: { kind: 'mentee', id: student.id },
    subject: m(`task.care.${why}`),
    href: `/mentoring/students/${student.id}#check-ins`,
    leavesOut: [student.person_id],
  })
}

async function close(work: Work, student: StudentRow, checkIn: CheckIn): Promise<void> {
  await work.write(checkInClosed({ ...aboutStudent(student), data: {} }), (tx) =>
    tx
      .updateTable('mentee_check_ins')
      .set({ closed_at: work.now })
      .where('id', '=', checkIn.id)
      .execute(),
  )
  await cancelTasks(work, { object: objectOf(checkIn.id), kinds: [checkInTask] })
  await revokeActLinks(work, { objectIds: [checkIn.id] }, 'cancelled')
}

/** Closes a check-in whose day is over; who was silent is a task of the office. */
export async function closeOverdue(work: Work, checkInId: string): Promise<boolean> {
  const found = await checkInById(work, checkInId, 'lock')
  if (!found || found.checkIn.closedAt !== null) return false
  const { checkIn, student } = found
  const today = dateInZone(work.now, student.organisation_time_zone)
  if (checkIn.answerBy >= today) return false
  await close(work, student, checkIn)
  const silent = silentOf(await sharersOf(work, student), checkIn)
  if (silent.length > 0 && student.state === 'open') await care(work, student, 'silence')
  return true
}
