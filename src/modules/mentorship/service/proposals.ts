import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { addDays, dateInZone, type DateOnly, isUuid } from '#kernel/values'
import { mentorProposed } from '../entries.ts'
import { m } from '../messages/index.ts'
import { type EngagementKey, engagementOf } from '../queries/engagements.ts'
import { mentorshipById } from '../queries/mentorships.ts'
import { type ProfileRow, profileOf } from '../queries/profiles.ts'
import { heldMentors, studentById, type StudentRow } from '../queries/students.ts'
import { roomOf } from '../rules/fit.ts'
import type { MentorKind, ProposalWay } from '../schema.ts'
import { aboutMentorship, newsOf } from './about.ts'
import { askMentor } from './asks.ts'

/** Days that a mentor has to answer, unless whoever proposes says another day. */
export const daysToAnswer = 10
/** The longest word to a mentor that goes with a proposal. */
export const longestMessage = 2000

/** What a proposal says beside whom it joins. */
export interface Proposal {
  kind: MentorKind
  /** The person who is to mentor. */
  mentorId: string
  answerBy: DateOnly | null
  message: string
  /** Propose somebody who has as many students as they take. */
  evenOverload: boolean
  /** The round that the proposal comes from. */
  roundId?: string
  /** Propose a successor of the mentor who holds the place; they hold it until the successor accepts. */
  asSuccessor: boolean
}

/** An office proposes a mentor for one of its students. Refuses where the place is held or asked for, and beyond capacity. */
export async function proposeForStudent(
  work: Work,
  input: Proposal & { menteeId: string; way: ProposalWay; node: string },
): Promise<{ mentorshipId: string } | Refusal> {
  const student = await studentById(work, input.menteeId, 'lock')
  if (!student || !work.may('mentorship.student.propose', student)) {
    return refuse(404, m('refusal.no-student'))
  }
  return propose(work, student, input)
}

/**
 * Proposes one mentor for several students: each proposal stands or falls alone. Gives back how many stand, and for which
 * student which does not, and why.
 */
export async function proposeForStudents(
  work: Work,
  input: Proposal & { menteeIds: readonly string[]; way: ProposalWay; node: string },
): Promise<{ proposed: number; refused: { menteeId: string; why: Message }[] }> {
  const refused: { menteeId: string; why: Message }[] = []
  let proposed = 0
  for (const menteeId of new Set(input.menteeIds)) {
    const done = await work.savepoint((part) => proposeForStudent(part, { ...input, menteeId }))
    if (isRefused(done)) refused.push({ menteeId, why: done.message })
    else proposed += 1
  }
  return { proposed, refused }
}

/**
 * Proposes a mentor for a student of an engagement of another module: an internship's host names its tutor. Whether the
 * actor may, the caller has asked; the mentor is asked all the same.
 */
export async function proposeMentor(
  work: Work,
  input: Proposal & { engagement: EngagementKey; studentId: string; node: string },
): Promise<{ mentorshipId: string } | Refusal> {
  const engagement = await engagementOf(work, input.engagement)
  if (!engagement) return refuse(404, m('refusal.no-engagement'))
  const row = await work.read
    .selectFrom('mentees')
    .select('id')
    .where('engagement_id', '=', engagement.id)
    .where('person_id', '=', input.studentId)
    .executeTakeFirst()
  const student = row ? await studentById(work, row.id, 'lock') : null
  if (!student) return refuse(404, m('refusal.no-student'))
  return propose(work, student, { ...input, way: 'module' })
}

async function propose(
  work: Work,
  student: StudentRow,
  input: Proposal & { way: ProposalWay; node: string },
): Promise<{ mentorshipId: string } | Refusal> {
  const faults = proposalFaults(work, student, input)
  if (faults) return faults
  const profile = await profileOf(work, input.mentorId, 'lock')
  const unfit = await unfitness(work, student, profile, input)
  if (unfit) return refuse(422, unfit, { mentor: unfit })
  const held = await heldMentors(work, [student.id])
  const place = placeFault(held, input)
  if (place) return refuse(409, place, { mentor: place })
  const id = randomUUIDv7()
  const row = rowOf(work, student, profile!, input, id)
  const holder = held.find(({ kind, state }) => kind === input.kind && state !== 'proposed')
  const entry = mentorProposed({
    ...aboutMentorship(row),
    data: {
      ...newsOf({ ...row, subject_kind: student.subject_kind, subject_id: student.subject_id }),
      way: input.way,
      overload: roomOf(profile!) <= 0,
    },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('mentorships')
      .values({ ...row, replaces: holder?.id ?? null })
      .execute(),
  )
  const failed = await askMentor(work, (await mentorshipById(work, id))!)
  return failed ?? { mentorshipId: id }
}

function rowOf(
  work: Work,
  student: StudentRow,
  profile: ProfileRow,
  input: Proposal & { way: ProposalWay; node: string },
  id: string,
) {
  return {
    id,
    origin: input.node,
    mentee_id: student.id,
    person_id: student.person_id,
    organisation_id: student.organisation_id,
    mentor_id: profile.person_id,
    mentor_organisation_id: profile.organisation_id,
    kind: input.kind,
    way: input.way,
    round_id: input.roundId ?? null,
    message: input.message.trim(),
    proposed_by: personOf(work.actor),
    proposed_at: work.now,
    answer_by:
      input.answerBy ?? addDays(dateInZone(work.now, student.organisation_time_zone), daysToAnswer),
    answered_at: null,
    began_on: null,
    ended_on: null,
    end_reason: null,
  }
}

function proposalFaults(work: Work, student: StudentRow, input: Proposal): Refusal | null {
  if (student.engagement_closed || student.state !== 'open') {
    return refuse(409, m('refusal.engagement-closed'))
  }
  const fields: Record<string, Message> = {}
  if (!isUuid(input.mentorId)) fields['mentor'] = m('refusal.no-mentor')
  if (input.message.trim().length > longestMessage) {
    fields['message'] = m('refusal.long', { most: longestMessage })
  }
  const today = dateInZone(work.now, student.organisation_time_zone)
  if (input.answerBy !== null && input.answerBy < today) fields['answer-by'] = m('refusal.past-day')
  const [first] = Object.values(fields)
  return first ? refuse(422, first, fields) : null
}

/** Why this mentor is none for this student, or null. */
async function unfitness(
  work: Work,
  student: StudentRow,
  profile: ProfileRow | null,
  input: Proposal,
): Promise<Message | null> {
  if (!profile) return m('refusal.no-mentor')
  if (profile.kind !== input.kind) return m(`refusal.other-kind.${input.kind}`)
  if (profile.person_id === student.person_id) return m('refusal.own-mentor')
  if (profile.paused_at !== null) return m('refusal.paused')
  if (roomOf(profile) <= 0 && !input.evenOverload) {
    return m('refusal.no-room', { load: profile.load, capacity: profile.capacity })
  }
  const declined = await work.read
    .selectFrom('mentorships')
    .select('id')
    .where('mentee_id', '=', student.id)
    .where('mentor_id', '=', profile.person_id)
    .where('state', '=', 'declined')
    .executeTakeFirst()
  return declined ? m('refusal.declined-before') : null
}

/** Why nobody can be proposed for the place now, or null. */
function placeFault(
  held: readonly { kind: MentorKind; state: string; mentorId: string }[],
  input: Proposal,
): Message | null {
  const ofKind = held.filter(({ kind }) => kind === input.kind)
  if (ofKind.some(({ state }) => state === 'proposed')) return m('refusal.asked-already')
  const [holder] = ofKind
  if (!holder) return null
  if (holder.mentorId === input.mentorId) return m('refusal.mentors-already')
  return input.asSuccessor ? null : m('refusal.place-held')
}
