import { refuse, type Refusal, type Work } from '#kernel/database'
import { notify } from '#kernel/notices'
import { cancelTasks } from '#kernel/tasks'
import { displayName } from '#kernel/values'
import { studentLeft } from '../entries.ts'
import { m } from '../messages/index.ts'
import { mentoringNotice } from '../notices.ts'
import { mentorshipById } from '../queries/mentorships.ts'
import { heldMentors, studentById } from '../queries/students.ts'
import { goalsTask, timesTask } from '../task-kinds.ts'
import { end, withdraw } from './ends.ts'
import { aboutStudent } from './sharing.ts'

/**
 * The office takes a student out of an engagement: their mentorships end, whoever is asked need not answer, and the meetings
 * to come are cancelled. What was written stays; the student can be put into the engagement again. Twice is once.
 */
export async function takeStudentOut(work: Work, menteeId: string): Promise<true | Refusal> {
  const student = await studentById(work, menteeId, 'lock')
  if (!student || !work.may('mentorship.student.remove', student)) {
    return refuse(404, m('refusal.no-student'))
  }
  if (student.state === 'left') return true
  for (const { id } of await heldMentors(work, [student.id])) {
    const each = (await mentorshipById(work, id, 'lock'))!
    if (each.state === 'proposed') {
      await withdraw(work, each)
      continue
    }
    await end(work, each, 'student-left')
    await notify(work, {
      personId: each.mentor_id,
      kind: mentoringNotice,
      message: m('notice.ended', { student: displayName(each.student, each.mentor_language) }),
      href: '/mentoring',
    })
  }
  await work.write(studentLeft({ ...aboutStudent(student), data: {} }), async (tx) => {
    await tx
      .updateTable('mentees')
      .set({ state: 'left', left_at: work.now })
      .where('id', '=', student.id)
      .execute()
  })
  await cancelMeetings(work, student.id)
  await cancelTasks(work, { object: { kind: 'mentee', id: student.id }, kinds: [goalsTask] })
  return true
}

/** Nobody waits for a meeting of theirs any more; those that were held stay in the record. */
async function cancelMeetings(work: Work, menteeId: string): Promise<void> {
  const cancelled = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('mentee_meetings')
      .set((eb) => ({ state: 'cancelled' as const, sequence: eb('sequence', '+', 1) }))
      .where('mentee_id', '=', menteeId)
      .where((eb) =>
        eb.or([
          eb('state', '=', 'proposed'),
          eb.and([eb('state', '=', 'fixed'), eb('starts_at', '>', work.now)]),
        ]),
      )
      .returning('id')
      .execute(),
  )
  for (const { id } of cancelled) {
    await cancelTasks(work, { object: { kind: 'mentoring-meeting', id }, kinds: [timesTask] })
  }
}
