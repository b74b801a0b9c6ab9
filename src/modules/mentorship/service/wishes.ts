import { randomUUIDv7 } from 'node:crypto'
import { sql, type SqlBool } from 'kysely'
import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { createActLink, revokeActLinks, useActLink } from '#kernel/identity'
import { sendMail } from '#kernel/mail'
import type { Message } from '#kernel/messages'
import { actPath, expiryOf } from '#kernel/notices'
import { cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import {
  addDays,
  dateInZone,
  type DateOnly,
  displayName,
  formatDate,
  localised,
} from '#kernel/values'
import { wishesAsked, wishesSaid } from '../entries.ts'
import { m } from '../messages/index.ts'
import { engagementById } from '../queries/engagements.ts'
import { mentorsByPerson } from '../queries/profiles.ts'
import { studentById } from '../queries/students.ts'
import { studentsToWishFor, wishRequestById, type WishRequestRow } from '../queries/wishes.ts'
import { mentoringLanguages } from '../rules/fields.ts'
import { type Wish } from '../rules/wishes.ts'
import { wishesTask } from '../task-kinds.ts'
import { aboutStudent } from './sharing.ts'

/** The act of a link: a mentor's wishes for one engagement. */
export const wishesLinkAction = 'mentorship.wishes.answer-by-link'

/** Days that a mentor has for wishes, where the students have no day of their own. */
const daysToWish = 14
const longest = 2000

/**
 * A student says which mentors they would like, the dearest first, and whom they would not have. `wishes` has everybody who
 * was to choose from, null where nothing is said of them; what was said of others before stays as it is.
 */
export async function sayWishes(
  work: Work,
  input: {
    menteeId: string
    wishes: ReadonlyMap<string, Wish | null>
    statement: string
    languages: readonly string[]
  },
): Promise<true | Refusal> {
  const student = await studentById(work, input.menteeId, 'lock')
  if (!student || !work.may('mentorship.student.wish', student)) {
    return refuse(404, m('refusal.no-student'))
  }
  const today = dateInZone(work.now, student.organisation_time_zone)
  const isOpen = student.state === 'open' && !student.engagement_closed
  if (!isOpen || student.wishes_until === null || student.wishes_until < today) {
    return refuse(409, m('refusal.wishes-over'))
  }
  const fields: Record<string, Message> = {}
  const statement = input.statement.trim()
  if (statement.length > longest) fields['statement'] = m('refusal.long', { most: longest })
  const known = (tag: string) => mentoringLanguages.some((each) => each === tag)
  if (input.languages.length === 0 || !input.languages.every(known)) {
    fields['languages'] = m('refusal.no-languages')
  }
  const [first] = Object.values(fields)
  if (first) return refuse(422, first, fields)
  const mentors = new Set(
    (await mentorsByPerson(work, [...input.wishes.keys()])).map(({ person_id: id }) => id),
  )
  const rows = [...input.wishes].flatMap(([mentorId, wish]) =>
    wish !== null && mentors.has(mentorId)
      ? [rowOf(work, student.id, mentorId, 'student', wish)]
      : [],
  )
  await work.write(
    wishesSaid({ ...aboutStudent(student), data: { by: 'student' } }),
    async (tx) => {
      await tx
        .deleteFrom('mentoring_wishes')
        .where('mentee_id', '=', student.id)
        .where('said_by', '=', 'student')
        .where(sql<SqlBool>`mentor_id = any(${[...mentors]}::uuid[])`)
        .execute()
      if (rows.length > 0) await tx.insertInto('mentoring_wishes').values(rows).execute()
      await tx
        .updateTable('mentees')
        .set({ statement, languages: [...input.languages], wished_at: work.now })
        .where('id', '=', student.id)
        .execute()
    },
  )
  return true
}

function rowOf(
  work: Work,
  menteeId: string,
  mentorId: string,
  saidBy: 'student' | 'mentor',
  wish: Wish,
) {
  return {
    mentee_id: menteeId,
    mentor_id: mentorId,
    said_by: saidBy,
    place: wish === 'never' ? null : wish,
    said_at: work.now,
  }
}

/**
 * The office opens the wishes of students until a day, and asks mentors for theirs, each by a letter whose link needs no
 * account. Who is asked already is not asked twice. Gives back how many are asked now.
 */
export async function askForWishes(
  work: Work,
  input: {
    engagementId: string
    until: DateOnly | null
    mentorIds: readonly string[]
    node: string
  },
): Promise<{ asked: number } | Refusal> {
  const engagement = await engagementById(work, input.engagementId, 'lock')
  if (!engagement || !work.may('mentorship.engagement.edit', engagement)) {
    return refuse(404, m('refusal.no-engagement'))
  }
  if (engagement.closed_at !== null) return refuse(409, m('refusal.engagement-closed'))
  const today = dateInZone(work.now, engagement.time_zone)
  if (input.until !== null && input.until < today) {
    return refuse(422, m('refusal.past-day'), { until: m('refusal.past-day') })
  }
  const until = input.until ?? addDays(today, daysToWish)
  const mentors = (await mentorsByPerson(work, input.mentorIds)).filter(
    ({ kind, paused_at: paused }) => engagement.needs.includes(kind) && paused === null,
  )
  const entry = wishesAsked({
    object: { kind: 'mentored-engagement', id: engagement.id },
    organisationIds: [engagement.organisation_id],
    data: { mentors: mentors.length },
  })
  const made = await work.write(entry, async (tx) => {
    await tx
      .updateTable('mentored_engagements')
      .set({ wishes_until: until })
      .where('id', '=', engagement.id)
      .execute()
    if (mentors.length === 0) return []
    return tx
      .insertInto('mentor_wish_requests')
      .values(
        mentors.map(({ person_id: mentorId }) => ({
          id: randomUUIDv7(),
          origin: input.node,
          engagement_id: engagement.id,
          mentor_id: mentorId,
          asked_by: personOf(work.actor),
          asked_at: work.now,
          answer_by: until,
          answered_at: null,
        })),
      )
      .onConflict((conflict) => conflict.columns(['engagement_id', 'mentor_id']).doNothing())
      .returning('id')
      .execute()
  })
  for (const { id } of made) {
    const failed = await askMentorToWish(work, (await wishRequestById(work, id))!)
    if (failed) return failed
  }
  return { asked: made.length }
}

const objectOf = (id: string) => ({ kind: 'mentor-wish-request', id })

/** Nobody waits for these answers any more: their tasks and links end. */
export async function endWishRequests(work: Work, ids: readonly string[]): Promise<void> {
  for (const id of ids) await cancelTasks(work, { object: objectOf(id), kinds: [wishesTask] })
  await revokeActLinks(work, { objectIds: ids }, 'cancelled')
}

async function askMentorToWish(work: Work, asked: WishRequestRow): Promise<Refusal | null> {
  await openTask(work, {
    kind: wishesTask,
    assignee: { personId: asked.mentor_id },
    object: objectOf(asked.id),
    subject: m('task.wishes'),
    href: `/mentoring/wishes/${asked.id}`,
    dueOn: asked.answer_by,
    closesWithAct: true,
    isTold: asked.mentor_email !== null,
  })
  if (asked.mentor_email === null) return null
  const { token } = await createActLink(work, {
    action: wishesLinkAction,
    objectId: asked.id,
    personId: asked.mentor_id,
    expiresAt: expiryOf(work.now, asked.answer_by),
    maxUses: 1,
  })
  const language = asked.mentor_language
  const organisation = localised(asked.organisation, language).text
  const said = [
    m('mail.greeting', { name: displayName(asked.mentor, language) }),
    m('mail.wishes', { organisation, title: localised(asked.titles, language).text }),
    m('mail.until', { until: formatDate(asked.answer_by, language) }),
  ]
  const sent = await sendMail(work, {
    to: {
      address: asked.mentor_email,
      name: displayName(asked.mentor, language),
      personId: asked.mentor_id,
    },
    language,
    subject: m('mail.wishes-subject', { organisation }),
    blocks: [
      ...said.map((message) => ({ kind: 'text' as const, message })),
      { kind: 'acts', acts: [{ label: m('mail.wishes-act'), href: actPath(token) }] },
    ],
    secret: true,
    organisationId: asked.organisation_id,
  })
  return typeof sent === 'string' ? null : sent
}

/**
 * A mentor says which students they would like, and whom they would not take, signed in or by the link of the letter; of
 * students who were not to choose from, what was said before stays as it is.
 */
export async function answerWishes(
  work: Work,
  input: { requestId: string; wishes: ReadonlyMap<string, Wish | null> },
): Promise<true | Refusal> {
  const action =
    work.actor.kind === 'link' ? wishesLinkAction : ('mentorship.wishes.answer' as const)
  const asked = await wishRequestById(work, input.requestId, 'lock')
  if (!asked || !work.may(action, asked)) return refuse(404, m('refusal.no-request'))
  if (asked.engagement_closed) return refuse(409, m('refusal.engagement-closed'))
  const used = await useActLink(work)
  if (used !== 'counted') return used
  const students = (await studentsToWishFor(work, asked))
    .map(({ id }) => id)
    .filter((id) => input.wishes.has(id))
  const rows = students.flatMap((menteeId) => {
    const wish = input.wishes.get(menteeId) ?? null
    return wish === null ? [] : [rowOf(work, menteeId, asked.mentor_id, 'mentor', wish)]
  })
  const entry = wishesSaid({
    object: { kind: 'mentor-wish-request', id: asked.id },
    personId: asked.mentor_id,
    organisationIds: [asked.organisation_id],
    data: { by: 'mentor' },
  })
  await work.write(entry, async (tx) => {
    await tx
      .deleteFrom('mentoring_wishes')
      .where('mentor_id', '=', asked.mentor_id)
      .where('said_by', '=', 'mentor')
      .where(sql<SqlBool>`mentee_id = any(${students}::uuid[])`)
      .execute()
    if (rows.length > 0) await tx.insertInto('mentoring_wishes').values(rows).execute()
    await tx
      .updateTable('mentor_wish_requests')
      .set({ answered_at: work.now })
      .where('id', '=', asked.id)
      .execute()
  })
  await completeTasksOf(work, { object: objectOf(asked.id), kinds: [wishesTask] })
  await revokeActLinks(work, { objectIds: [asked.id] }, 'done')
  return true
}
