import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import type { DateOnly } from '#kernel/values'
import { matchMentors, type MentorInputs, openMentors, type OpenedMentors } from '#modules/matching'
import { roundMade, roundSent } from '../entries.ts'
import { m } from '../messages/index.ts'
import { engagementById } from '../queries/engagements.ts'
import { profilesOfKinds } from '../queries/profiles.ts'
import { declinedFor, roundOf } from '../queries/rounds.ts'
import { allOfEngagement, type ListedStudent } from '../queries/students.ts'
import { wishesOf } from '../queries/wishes.ts'
import { roundInputs, type RoundMentor, type RoundStudent } from '../rules/round.ts'
import { languagesOf } from '../rules/fit.ts'
import { isRuledOut, wishesBetween } from '../rules/wishes.ts'
import type { MentorKind } from '../schema.ts'
import { proposeForStudent } from './proposals.ts'

/** As many pairs as the matching proves in a thread of its own within its time. */
const mostPairs = 250_000

/** What a round of an engagement starts from: who lacks whom, who has room, who wished for whom. */
export async function roundStart(
  work: Work,
  engagementId: string,
): Promise<MentorInputs | Refusal> {
  const engagement = await engagementById(work, engagementId)
  if (!engagement || !work.may('mentorship.engagement.edit', engagement)) {
    return refuse(404, m('refusal.no-engagement'))
  }
  if (engagement.closed_at !== null) return refuse(409, m('refusal.engagement-closed'))
  const listed = (await allOfEngagement(work, engagementId)).filter((each) =>
    work.may('mentorship.student.propose', each),
  )
  const profiles = await profilesOfKinds(work, engagement.needs)
  const spoken = new Map(profiles.map((each) => [each.person_id, each.languages]))
  const ids = listed.map(({ id }) => id)
  const declined = Map.groupBy(await declinedFor(work, ids), (each) => each.mentee_id)
  const students = listed
    .map((each) =>
      roundStudent(
        each,
        spoken,
        (declined.get(each.id) ?? []).map((no) => no.mentor_id),
      ),
    )
    .filter(({ open }) => open.length > 0)
  if (students.length === 0) return refuse(409, m('refusal.nobody-lacks'))
  const mentors = profiles
    .filter(({ paused_at: paused }) => paused === null)
    .map(({ person_id: id, kind, fields, languages, capacity, load }): RoundMentor => ({
      id,
      kind,
      fields,
      languages,
      room: capacity - load,
    }))
  const inputs = roundInputs(students, mentors, await wishesOf(work, ids))
  if (inputs.pairs.length > mostPairs) return refuse(422, m('refusal.large-round'))
  return inputs
}

function roundStudent(
  each: ListedStudent,
  spoken: ReadonlyMap<string, readonly string[]>,
  declined: readonly string[],
): RoundStudent {
  return {
    id: each.id,
    personId: each.person_id,
    field: each.field,
    languages: languagesOf(each),
    open: each.needs.filter((kind) => !each.mentors.some((mentor) => mentor.kind === kind)),
    besideLanguages: each.mentors.map(({ mentorId }) => spoken.get(mentorId) ?? []),
    declined,
  }
}

/** Runs a round in a thread of its own; the result counts when the checker has proved it. */
export async function runRoundOf(inputs: MentorInputs): Promise<object | Refusal> {
  const run = await matchMentors(inputs)
  if (run !== null && isRefused(run)) return run
  return run?.proved ? run.certificate : refuse(422, m('refusal.unproved'))
}

/** Keeps a round with its certificate: its office reads it, and nobody is asked yet. */
export async function keepRound(
  work: Work,
  input: { engagementId: string; certificate: object; node: string },
): Promise<{ roundId: string } | Refusal> {
  const engagement = await engagementById(work, input.engagementId)
  if (!engagement || !work.may('mentorship.engagement.edit', engagement)) {
    return refuse(404, m('refusal.no-engagement'))
  }
  const id = randomUUIDv7()
  const entry = roundMade({
    object: { kind: 'mentor-round', id },
    organisationIds: [engagement.organisation_id],
    data: { subjectKind: engagement.subject_kind, subjectId: engagement.subject_id },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('mentor_rounds')
      .values({
        id,
        origin: input.node,
        engagement_id: engagement.id,
        certificate: JSON.stringify(input.certificate),
        made_by: personOf(work.actor),
        made_at: work.now,
        sent_at: null,
      })
      .execute(),
  )
  return { roundId: id }
}

/** Whom a round gives each student, by kind; null where nobody. */
export function resultOf(
  opened: OpenedMentors | null,
): Map<string, Record<MentorKind, string | null>> {
  if (!opened) return new Map()
  const { inputs, result, industry } = opened.run
  return new Map(
    inputs.applicants.map(({ id }, at) => [
      id,
      { academic: result[at] ?? null, industry: industry[at] ?? null },
    ]),
  )
}

/** One place that a round fills: a student and the kind of mentor. */
export interface RoundPlace {
  menteeId: string
  kind: MentorKind
}

/** Sends the chosen proposals of a round; each stands or falls alone, for the world may have moved since it was made. */
export async function sendRound(
  work: Work,
  input: {
    engagementId: string
    roundId: string
    places: readonly RoundPlace[]
    answerBy: DateOnly | null
    message: string
    node: string
  },
): Promise<{ proposed: number; refused: { menteeId: string; why: Message }[] } | Refusal> {
  const engagement = await engagementById(work, input.engagementId, 'lock')
  if (!engagement || !work.may('mentorship.engagement.edit', engagement)) {
    return refuse(404, m('refusal.no-engagement'))
  }
  const round = await roundOf(work, engagement.id, input.roundId)
  if (!round) return refuse(404, m('refusal.no-round'))
  if (input.places.length === 0) return refuse(422, m('refusal.nobody-chosen'))
  const result = resultOf(openMentors(round.certificate))
  // Who ruled whom out since the round was made is heard; the answer does not say which of the two.
  const wishes = wishesBetween(
    await wishesOf(
      work,
      input.places.map(({ menteeId }) => menteeId),
    ),
  )
  const refused: { menteeId: string; why: Message }[] = []
  let proposed = 0
  for (const { menteeId, kind } of input.places) {
    const mentorId = result.get(menteeId)?.[kind]
    if (!mentorId) continue
    if (isRuledOut(wishes(menteeId, mentorId))) {
      refused.push({ menteeId, why: m('refusal.no-pair') })
      continue
    }
    const done = await work.savepoint((part) =>
      proposeForStudent(part, {
        menteeId,
        kind,
        mentorId,
        answerBy: input.answerBy,
        message: input.message,
        evenOverload: false,
        asSuccessor: false,
        way: 'round',
        roundId: round.id,
        node: input.node,
      }),
    )
    if (isRefused(done)) refused.push({ menteeId, why: done.message })
    else proposed += 1
  }
  if (proposed === 0) return { proposed, refused }
  const entry = roundSent({
    object: { kind: 'mentor-round', id: round.id },
    organisationIds: [engagement.organisation_id],
    data: { proposed },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('mentor_rounds')
      .set({ sent_at: round.sent_at ?? work.now })
      .where('id', '=', round.id)
      .execute(),
  )
  return { proposed, refused }
}
