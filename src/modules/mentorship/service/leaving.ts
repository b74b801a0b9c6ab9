import { refuse, type Refusal, type Work } from '#kernel/database'
import { notify } from '#kernel/notices'
import { cancelTasks } from '#kernel/tasks'
import { displayName } from '#kernel/values'
import { studentLeft } from '../entries.ts'
import { m } from '../messages/index.ts'
import { mentoringNotice } from '../notices.ts'
import { engagementById } from '../queries/engagements.ts'
import { mentorshipById } from '../queries/mentorships.ts'
import { heldMentors, openMentees, studentById } from '../queries/students.ts'
import type { EndReason } from '../schema.ts'
import { timesTask } from '../task-kinds.ts'
import { end, withdraw } from './ends.ts'
import { closeEngagement } from './engagements.ts'
import { aboutStudent, endSharing } from './sharing.ts'

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
  await endStanding(work, student.id, 'student-left')
  await work.write(studentLeft({ ...aboutStudent(student), data: {} }), async (tx) => {
    await tx
      .updateTable('mentees')
      .set({ state: 'left', left_at: work.now })
      .where('id', '=', student.id)
      .execute()
  })
  await cancelMeetings(work, student.id)
  await endSharing(work, student.id, null)
  return true
}

/** Ends what stands of a student: whoever is asked need not answer, and the mentors are thanked. */
async function endStanding(work: Work, menteeId: string, reason: EndReason): Promise<void> {
  for (const { id } of await heldMentors(work, [menteeId])) {
    const each = (await mentorshipById(work, id, 'lock'))!
    if (each.state === 'proposed') {
      await withdraw(work, each)
      continue
    }
    await end(work, each, reason)
    await notify(work, {
      personId: each.mentor_id,
      kind: mentoringNotice,
      message: m('notice.ended', { student: displayName(each.student, each.mentor_language) }),
      href: '/mentoring',
    })
  }
}

/**
 * The office ends what it began itself: all mentorships come to their end, and nobody is asked any more. What another module
 * opened, that module closes. Twice is once.
 */
export async function finishEngagement(work: Work, id: string): Promise<true | Refusal> {
  const engagement = await engagementById(work, id, 'lock')
  if (!engagement || !work.may('mentorship.engagement.edit', engagement)) {
    return refuse(404, m('refusal.no-engagement'))
  }
  if (engagement.subject_kind !== 'own') return refuse(409, m('refusal.not-own'))
  for (const student of await openMentees(work, engagement.id)) {
    await endStanding(work, student, 'completed')
    await cancelMeetings(work, student)
    await endSharing(work, student, null)
  }
  return closeEngagement(work, { kind: engagement.subject_kind, id: engagement.subject_id })
}

/** Nobody waits for a meeting of theirs any more; those that were held stay in the record. */
export async function cancelMeetings(work: Work, menteeId: string): Promise<void> {
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
