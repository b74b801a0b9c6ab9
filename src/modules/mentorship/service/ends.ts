import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { notify } from '#kernel/notices'
import { openTask } from '#kernel/tasks'
import { dateInZone, displayName } from '#kernel/values'
import { mentorshipBegun, mentorshipEnded, proposalWithdrawn } from '../entries.ts'
import { m } from '../messages/index.ts'
import { mentoringNotice, mentorNotice } from '../notices.ts'
import { mentorshipById, type MentorshipRow, standingOf } from '../queries/mentorships.ts'
import { profileOf } from '../queries/profiles.ts'
import { type EndReason, endReasons } from '../schema.ts'
import { successorTask } from '../task-kinds.ts'
import { aboutMentorship, newsOf } from './about.ts'
import { endAsking } from './asks.ts'
import { endSharing } from './sharing.ts'

/** The longest word of a mentor who leaves to whoever comes after. */
const longestHandover = 4000

/** The office takes a proposal back that nobody has answered. */
export async function withdrawProposal(work: Work, mentorshipId: string): Promise<true | Refusal> {
  const asked = await mentorshipById(work, mentorshipId, 'lock')
  if (!asked || !work.may('mentorship.mentorship.end', asked)) {
    return refuse(404, m('refusal.no-proposal'))
  }
  if (asked.state !== 'proposed') return refuse(409, m('refusal.answered-already'))
  await withdraw(work, asked)
  return true
}

/** Takes a proposal back: the mentor need not answer it any more, and hears so. */
export async function withdraw(work: Work, asked: MentorshipRow): Promise<void> {
  const entry = proposalWithdrawn({ ...aboutMentorship(asked), data: newsOf(asked) })
  await work.write(entry, (tx) =>
    tx.updateTable('mentorships').set({ state: 'withdrawn' }).where('id', '=', asked.id).execute(),
  )
  await endAsking(work, asked.id, 'cancelled')
  await notify(work, {
    personId: asked.mentor_id,
    kind: mentoringNotice,
    message: m('notice.withdrawn'),
    href: '/mentoring',
  })
}

/** The office ends a mentorship that stands. */
export async function endMentorship(
  work: Work,
  input: { mentorshipId: string; reason: string },
): Promise<true | Refusal> {
  const held = await mentorshipById(work, input.mentorshipId, 'lock')
  if (!held || !work.may('mentorship.mentorship.end', held)) {
    return refuse(404, m('refusal.no-mentorship'))
  }
  if (held.state === 'proposed') return refuse(409, m('refusal.not-answered'))
  const reason = endReasons.find((each) => each === input.reason)
  if (!reason) return refuse(422, m('refusal.no-reason'), { reason: m('refusal.no-reason') })
  await end(work, held, reason)
  await notify(work, {
    personId: held.mentor_id,
    kind: mentoringNotice,
    message: m('notice.ended', { student: displayName(held.student, held.mentor_language) }),
    href: '/mentoring',
  })
  return true
}

/** A mentor gives a place up; the office of the student's school gets it as a task to find a successor. */
export async function leaveMentorship(
  work: Work,
  input: { mentorshipId: string; handover: string },
): Promise<true | Refusal> {
  const held = await mentorshipById(work, input.mentorshipId, 'lock')
  if (!held || !work.may('mentorship.mentorship.leave', held)) {
    return refuse(404, m('refusal.no-mentorship'))
  }
  const handover = input.handover.trim()
  if (handover.length > longestHandover) {
    const long = m('refusal.long', { most: longestHandover })
    return refuse(422, long, { [`handover-${held.id}`]: long })
  }
  await end(work, held, 'mentor-left')
  await work.writeUnchronicled((tx) =>
    tx.updateTable('mentorships').set({ handover }).where('id', '=', held.id).execute(),
  )
  await openTask(work, {
    kind: successorTask,
    assignee: { role: 'coordinator', organisationId: held.organisation_id },
    object: { kind: 'mentorship', id: held.id },
    subject: m(`task.successor.${held.kind}`),
    href: `/mentoring/students/${held.mentee_id}`,
  })
  return true
}

/** A mentor gives every place up at once and is proposed to nobody any more; each office finds successors. */
export async function leaveAll(work: Work): Promise<{ left: number } | Refusal> {
  const self = personOf(work.actor)
  const profile = self === null ? null : await profileOf(work, self, 'lock')
  if (!profile || !work.may('mentorship.profile.edit', profile)) {
    return refuse(404, m('refusal.no-mentor'))
  }
  const held = (await standingOf(work, profile.person_id)).filter(
    ({ mentor_id: id, state }) => id === profile.person_id && state !== 'proposed',
  )
  for (const { id } of held) {
    const done = await leaveMentorship(work, { mentorshipId: id, handover: '' })
    if (isRefused(done)) return done
  }
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('mentor_profiles')
      .set({ paused_at: profile.paused_at ?? work.now, changed_at: work.now })
      .where('id', '=', profile.id)
      .execute(),
  )
  return { left: held.length }
}

/** Ends a mentorship that stands, and tells the student; nothing is asked of the mentor any more. */
export async function end(work: Work, held: MentorshipRow, reason: EndReason): Promise<void> {
  const entry = mentorshipEnded({
    ...aboutMentorship(held),
    data: { ...newsOf(held), reason, replaced: false },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('mentorships')
      .set({
        state: 'ended',
        ended_on: dateInZone(work.now, held.organisation_time_zone),
        end_reason: reason,
      })
      .where('id', '=', held.id)
      .execute(),
  )
  await endSharing(work, held.mentee_id, held.mentor_id)
  await notify(work, {
    personId: held.person_id,
    kind: mentorNotice,
    message: m('notice.mentor-ended', {
      mentor: displayName(held.mentor, held.student_language),
    }),
    href: `/mentoring/students/${held.mentee_id}`,
  })
}

/** Begins what was accepted for a day that has come. */
export async function beginMentorship(work: Work, mentorshipId: string): Promise<boolean> {
  const held = await mentorshipById(work, mentorshipId, 'lock')
  const today = held && dateInZone(work.now, held.organisation_time_zone)
  if (held?.state !== 'accepted' || (held.starts_on !== null && held.starts_on > today!)) {
    return false
  }
  const entry = mentorshipBegun({ ...aboutMentorship(held), data: newsOf(held) })
  await work.write(entry, (tx) =>
    tx
      .updateTable('mentorships')
      .set({ state: 'active', began_on: today })
      .where('id', '=', held.id)
      .execute(),
  )
  return true
}
