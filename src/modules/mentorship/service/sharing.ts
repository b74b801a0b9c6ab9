import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { revokeActLinks } from '#kernel/identity'
import type { Message } from '#kernel/messages'
import { notify } from '#kernel/notices'
import { cancelTasks } from '#kernel/tasks'
import type { Language } from '#kernel/values'
import { m } from '../messages/index.ts'
import { sharedNotice } from '../notices.ts'
import { type Sharer, sharersOf } from '../queries/sharing.ts'
import { studentById, type StudentRow } from '../queries/students.ts'
import { checkInTask, goalsTask, timesTask } from '../task-kinds.ts'

/** A student's page as one who shares it works on it: the student, who else shares it, and who works. */
export interface Shared {
  student: StudentRow
  sharers: Sharer[]
  self: string
  others: Sharer[]
}

/** The page locked until the commit, for one who shares it; for everybody else there is no such page. */
export async function sharedPage(work: Work, menteeId: string): Promise<Shared | Refusal> {
  const student = await studentById(work, menteeId, 'lock')
  const self = personOf(work.actor)
  if (!student || self === null || !work.may('mentorship.student.share', student)) {
    return refuse(404, m('refusal.no-student'))
  }
  const sharers = await sharersOf(work, student)
  return { student, sharers, self, others: sharers.filter(({ personId }) => personId !== self) }
}

/** Tells the others who share a page, each in their language. */
export async function tellOthers(
  work: Work,
  { student, others }: Shared,
  message: (language: Language) => Message,
): Promise<void> {
  for (const { personId, language } of others) {
    await notify(work, {
      personId,
      kind: sharedNotice,
      message: message(language),
      href: `/mentoring/students/${student.id}`,
    })
  }
}

/**
 * Whoever does not share a student's page any more need not do what it asked of them; null is everybody. It is called when a
 * mentor goes, when a student leaves, and when two records of one student become one.
 */
export async function endSharing(
  work: Work,
  menteeId: string,
  personId: string | null,
): Promise<void> {
  const whose = personId === null ? {} : { personId }
  await cancelTasks(work, {
    object: { kind: 'mentee', id: menteeId },
    kinds: [goalsTask],
    ...whose,
  })
  const meetings = await work.read
    .selectFrom('mentee_meetings')
    .select('id')
    .where('mentee_id', '=', menteeId)
    .where('state', '=', 'proposed')
    .execute()
  for (const { id } of meetings) {
    const object = { kind: 'mentoring-meeting', id }
    await cancelTasks(work, { object, kinds: [timesTask], ...whose })
  }
  const checkIns = await work.read
    .selectFrom('mentee_check_ins')
    .select('id')
    .where('mentee_id', '=', menteeId)
    .where('closed_at', 'is', null)
    .execute()
  for (const { id } of checkIns) {
    await cancelTasks(work, {
      object: { kind: 'mentee-check-in', id },
      kinds: [checkInTask],
      ...whose,
    })
    await revokeActLinks(work, { objectIds: [id], ...whose }, 'cancelled')
  }
}

/** What an entry about a student's shared page names. */
export function aboutStudent(student: StudentRow) {
  return {
    object: { kind: 'mentee', id: student.id },
    personId: student.person_id,
    organisationIds: [student.organisation_id],
  }
}
