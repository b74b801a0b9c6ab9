import { randomUUIDv7 } from 'node:crypto'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import { addDays, dateInZone } from '#kernel/values'
import { goalsAgreed, goalsWritten } from '../entries.ts'
import { m } from '../messages/index.ts'
import { goalsOf } from '../queries/sharing.ts'
import type { StudentRow } from '../queries/students.ts'
import { goalsTask } from '../task-kinds.ts'
import { aboutStudent, sharedPage, tellOthers } from './sharing.ts'

/** Days within which the others agree to goals. */
const daysToAgree = 14
const longest = 6000

/**
 * Writes the goals of a student anew; whoever writes agrees, and the others are asked to. `seen` is the version that was
 * on the page: whoever writes over one that somebody else wrote meanwhile is told so, and nothing happens.
 */
export async function writeGoals(
  work: Work,
  input: { menteeId: string; seen: number; text: string },
): Promise<true | Refusal> {
  const shared = await sharedPage(work, input.menteeId)
  if (isRefused(shared)) return shared
  const text = input.text.trim()
  const fault =
    text === ''
      ? m('refusal.no-goals')
      : text.length > longest
        ? m('refusal.long', { most: longest })
        : null
  if (fault) return refuse(422, fault, { goals: fault })
  const now = await goalsOf(work, input.menteeId)
  if ((now?.number ?? 0) !== input.seen) {
    const changed = m('refusal.goals-changed')
    return refuse(409, changed, { goals: changed })
  }
  if (now?.text === text) return true
  const id = randomUUIDv7()
  const number = input.seen + 1
  const { student, self, others } = shared
  const entry = goalsWritten({ ...aboutStudent(student), data: { version: number } })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('mentee_goals')
      .values({ id, mentee_id: student.id, number, text, written_by: self, written_at: work.now })
      .execute()
    await tx
      .insertInto('mentee_goal_agreements')
      .values({ goals_id: id, person_id: self, agreed_at: work.now })
      .execute()
  })
  const object = { kind: 'mentee', id: student.id }
  await cancelTasks(work, { object, kinds: [goalsTask] })
  for (const { personId } of others) await askForAgreement(work, student, personId)
  return true
}

/** Asks somebody who shares a page to agree to the goals as they stand. */
export async function askForAgreement(
  work: Work,
  student: Pick<StudentRow, 'id' | 'organisation_time_zone'>,
  personId: string,
): Promise<void> {
  await openTask(work, {
    kind: goalsTask,
    assignee: { personId },
    object: { kind: 'mentee', id: student.id },
    subject: m('task.goals'),
    href: `/mentoring/students/${student.id}`,
    dueOn: addDays(dateInZone(work.now, student.organisation_time_zone), daysToAgree),
    closesWithAct: true,
  })
}

/** Agrees to the goals as they stand; agreeing twice is once. */
export async function agreeToGoals(
  work: Work,
  input: { menteeId: string; seen: number },
): Promise<true | Refusal> {
  const shared = await sharedPage(work, input.menteeId)
  if (isRefused(shared)) return shared
  const goals = await goalsOf(work, input.menteeId)
  if (!goals || goals.number !== input.seen) return refuse(409, m('refusal.goals-changed'))
  const { student, self, sharers } = shared
  if (goals.agreed.some(({ personId }) => personId === self)) return true
  const agreed = new Set([...goals.agreed.map(({ personId }) => personId), self])
  const all = sharers.every(({ personId }) => agreed.has(personId))
  const entry = goalsAgreed({ ...aboutStudent(student), data: { version: goals.number, all } })
  await work.write(entry, (tx) =>
    tx
      .insertInto('mentee_goal_agreements')
      .values({ goals_id: goals.id, person_id: self, agreed_at: work.now })
      .execute(),
  )
  const object = { kind: 'mentee', id: student.id }
  await completeTasksOf(work, { object, kinds: [goalsTask], personId: self })
  if (all) await tellOthers(work, shared, () => m('notice.goals-agreed'))
  return true
}
