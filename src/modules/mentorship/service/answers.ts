import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { personById, useActLink } from '#kernel/identity'
import type { Message } from '#kernel/messages'
import { notify } from '#kernel/notices'
import { completeTasksOf } from '#kernel/tasks'
import { dateInZone, displayName, type Language } from '#kernel/values'
import { mentorAccepted, mentorDeclined, mentorshipBegun, mentorshipEnded } from '../entries.ts'
import { m } from '../messages/index.ts'
import { answeredNotice, mentoringNotice, mentorNotice } from '../notices.ts'
import { mentorshipById, type MentorshipRow } from '../queries/mentorships.ts'
import { studentById } from '../queries/students.ts'
import { goalsOf } from '../queries/sharing.ts'
import { successorTask } from '../task-kinds.ts'
import { aboutMentorship, newsOf } from './about.ts'
import { endAsking, linkAction } from './asks.ts'
import { askForAgreement } from './goals.ts'
import { endSharing } from './sharing.ts'

/** What a mentor answers, signed in or by the link of a mail. */
export interface MentorAnswer {
  mentorshipId: string
  accepts: boolean
  /** A word to the office; the student does not read it. */
  note: string
}

/** A mentor accepts a proposal or declines it. Nobody else can, and it is answered once. */
export async function answerProposal(work: Work, input: MentorAnswer): Promise<true | Refusal> {
  const byLink = work.actor.kind === 'link'
  const action = byLink ? linkAction : 'mentorship.mentorship.answer'
  const asked = await mentorshipById(work, input.mentorshipId, 'lock')
  if (!asked || !mayHear(work, action, asked)) return refuse(404, m('refusal.no-proposal'))
  if (asked.state !== 'proposed') return refuse(409, m('refusal.answered-already'))
  if (!work.may(action, asked)) return refuse(404, m('refusal.no-proposal'))
  const note = input.note.trim()
  if (note.length > 2000) {
    const long = m('refusal.long', { most: 2000 })
    return refuse(422, long, { note: long })
  }
  const used = await useActLink(work)
  if (used !== 'counted') return used
  const given = { note, byLink }
  return input.accepts ? accept(work, asked, given) : decline(work, asked, given)
}

/** Whoever was asked hears that it is answered; for everybody else there is no such proposal. */
function mayHear(work: Work, action: string, asked: MentorshipRow): boolean {
  return work.may(action, asked) || personOf(work.actor) === asked.mentor_id
}

interface Given {
  note: string
  byLink: boolean
}

async function accept(work: Work, asked: MentorshipRow, given: Given): Promise<true | Refusal> {
  const student = await studentById(work, asked.mentee_id, 'lock')
  if (!student || student.state !== 'open' || student.engagement_closed) {
    return refuse(409, m('refusal.engagement-closed'))
  }
  if (asked.replaces !== null) await endReplaced(work, asked.replaces)
  const today = dateInZone(work.now, asked.organisation_time_zone)
  const begins = asked.starts_on === null || asked.starts_on <= today
  const about = aboutMentorship(asked)
  const news = newsOf(asked)
  const entries = [
    mentorAccepted({ ...about, data: { ...news, byLink: given.byLink } }),
    ...(begins ? [mentorshipBegun({ ...about, data: news })] : []),
  ]
  await work.write(entries, (tx) =>
    tx
      .updateTable('mentorships')
      .set({
        state: begins ? 'active' : 'accepted',
        began_on: begins ? today : null,
        answered_at: work.now,
        answered_by_link: given.byLink,
        answer_note: given.note,
      })
      .where('id', '=', asked.id)
      .execute(),
  )
  await endAsking(work, asked.id, 'done')
  await closeSuccession(work, asked)
  await askToAgree(work, asked)
  const page = `/mentoring/students/${asked.mentee_id}`
  await notify(work, {
    personId: asked.person_id,
    kind: mentorNotice,
    message: m(`notice.has.${asked.kind}`, {
      mentor: displayName(asked.mentor, asked.student_language),
    }),
    href: page,
  })
  await tellProposer(work, asked, (language) =>
    m('notice.accepted', {
      mentor: displayName(asked.mentor, language),
      student: displayName(asked.student, language),
    }),
  )
  return true
}

async function decline(work: Work, asked: MentorshipRow, given: Given): Promise<true> {
  const entry = mentorDeclined({
    ...aboutMentorship(asked),
    data: { ...newsOf(asked), byLink: given.byLink },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('mentorships')
      .set({
        state: 'declined',
        answered_at: work.now,
        answered_by_link: given.byLink,
        answer_note: given.note,
      })
      .where('id', '=', asked.id)
      .execute(),
  )
  await endAsking(work, asked.id, 'done')
  await tellProposer(work, asked, (language) =>
    m('notice.declined', {
      mentor: displayName(asked.mentor, language),
      student: displayName(asked.student, language),
    }),
  )
  return true
}

/** The successor has accepted: whoever held the place gives it over at this moment. */
async function endReplaced(work: Work, mentorshipId: string): Promise<void> {
  const left = await mentorshipById(work, mentorshipId, 'lock')
  if (!left || (left.state !== 'accepted' && left.state !== 'active')) return
  const entry = mentorshipEnded({
    ...aboutMentorship(left),
    data: { ...newsOf(left), reason: 'mentor-left', replaced: true },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('mentorships')
      .set({
        state: 'replaced',
        ended_on: dateInZone(work.now, left.organisation_time_zone),
        end_reason: 'mentor-left',
      })
      .where('id', '=', left.id)
      .execute(),
  )
  await endSharing(work, left.mentee_id, left.mentor_id)
  await notify(work, {
    personId: left.mentor_id,
    kind: mentoringNotice,
    message: m('notice.handed-over', {
      student: displayName(left.student, left.mentor_language),
    }),
    href: '/mentoring',
  })
}

/** Whoever comes to goals that stand is asked to agree to them, as the others were. */
async function askToAgree(work: Work, asked: MentorshipRow): Promise<void> {
  if (!(await goalsOf(work, asked.mentee_id))) return
  const student = { id: asked.mentee_id, organisation_time_zone: asked.organisation_time_zone }
  await askForAgreement(work, student, asked.mentor_id)
}

/** Somebody has taken the place: the office need not look for a successor of those who left it. */
async function closeSuccession(work: Work, asked: MentorshipRow): Promise<void> {
  const left = await work.read
    .selectFrom('mentorships')
    .select('id')
    .where('mentee_id', '=', asked.mentee_id)
    .where('kind', '=', asked.kind)
    .where('state', 'in', ['ended', 'replaced'])
    .execute()
  for (const { id } of left) {
    await completeTasksOf(work, { object: { kind: 'mentorship', id }, kinds: [successorTask] })
  }
}

async function tellProposer(
  work: Work,
  asked: MentorshipRow,
  message: (language: Language) => Message,
): Promise<void> {
  if (asked.proposed_by === null) return
  const reader = await personById(work, asked.proposed_by)
  if (reader?.state !== 'active') return
  await notify(work, {
    personId: reader.id,
    kind: answeredNotice,
    message: message(reader.preferredLanguage),
    href: `/mentoring/students/${asked.mentee_id}`,
  })
}
