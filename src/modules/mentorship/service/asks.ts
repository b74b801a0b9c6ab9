import type { Refusal, Work } from '#kernel/database'
import { createActLink, revokeActLinks } from '#kernel/identity'
import { sendMail } from '#kernel/mail'
import { actPath, expiryOf } from '#kernel/notices'
import { cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import { displayName, formatDate, formatDateRange, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { MentorshipRow } from '../queries/mentorships.ts'
import { answerTask } from '../task-kinds.ts'

/** The act of a link: accepting or declining one proposal. */
export const linkAction = 'mentorship.mentorship.answer-by-link'

const objectOf = (id: string) => ({ kind: 'mentorship', id })

/** Asks a mentor: by a task, and by a letter in their language whose link answers without an account. */
export async function askMentor(work: Work, asked: MentorshipRow): Promise<Refusal | null> {
  await openTask(work, {
    kind: answerTask,
    assignee: { personId: asked.mentor_id },
    object: objectOf(asked.id),
    subject: m('task.answer'),
    href: `/mentoring/proposals/${asked.id}`,
    dueOn: asked.answer_by,
    closesWithAct: true,
    isTold: asked.mentor_email !== null,
  })
  if (asked.mentor_email === null) return null
  const { token } = await createActLink(work, {
    action: linkAction,
    objectId: asked.id,
    personId: asked.mentor_id,
    expiresAt: expiryOf(work.now, asked.answer_by),
    maxUses: 1,
  })
  const language = asked.mentor_language
  const organisation = localised(asked.organisation, language).text
  const said = [
    m('mail.greeting', { name: displayName(asked.mentor, language) }),
    m(`mail.asked.${asked.kind}`, { organisation, title: localised(asked.titles, language).text }),
    ...periodOf(asked),
    m('mail.how'),
    m('mail.until', { until: formatDate(asked.answer_by, language) }),
    m('mail.free'),
  ]
  const sent = await sendMail(work, {
    to: {
      address: asked.mentor_email,
      name: displayName(asked.mentor, language),
      personId: asked.mentor_id,
    },
    language,
    subject: m('mail.subject', { organisation }),
    blocks: [
      ...said.map((message) => ({ kind: 'text' as const, message })),
      { kind: 'acts', acts: [{ label: m('mail.act'), href: actPath(token) }] },
    ],
    secret: true,
    organisationId: asked.organisation_id,
  })
  return typeof sent === 'string' ? null : sent
}

function periodOf({ starts_on: from, ends_on: until, mentor_language: language }: MentorshipRow) {
  if (from === null) return []
  const period =
    until === null ? formatDate(from, language) : formatDateRange(from, until, language)
  return [m(until === null ? 'mail.from' : 'mail.period', { period })]
}

/** Nobody waits for an answer any more: the task and the links of a proposal end, as done or as not needed. */
export async function endAsking(
  work: Work,
  mentorshipId: string,
  how: 'done' | 'cancelled',
): Promise<void> {
  const which = { object: objectOf(mentorshipId), kinds: [answerTask] }
  if (how === 'done') await completeTasksOf(work, which)
  else await cancelTasks(work, which)
  await revokeActLinks(work, { objectIds: [mentorshipId] }, how)
}
