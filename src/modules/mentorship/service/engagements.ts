import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText } from '#kernel/values'
import { engagementClosed, engagementOpened, studentAdded } from '../entries.ts'
import { m } from '../messages/index.ts'
import { engagementById, type EngagementKey, engagementOf } from '../queries/engagements.ts'
import { wishRequestsOf } from '../queries/wishes.ts'
import { type MentorKind, mentorKinds } from '../schema.ts'
import { endWishRequests } from './wishes.ts'

/** An engagement as whoever opens it knows it. */
export interface OpenEngagement {
  /** What it is there: `internship`, `scholarship`, and its id. */
  engagement: EngagementKey
  organisationId: string
  titles: LocalText
  needs: readonly MentorKind[]
  startsOn: DateOnly | null
  endsOn: DateOnly | null
  /** Its page, without the language. */
  href: string | null
  /** Whether students read who is asked for them before the answer. */
  tellsProposals?: boolean
  node: string
}

/**
 * Opens an engagement for mentoring, or finds the one that is open already: opening twice makes one. Whether the actor may,
 * the caller has asked. Refuses a title or a period that is none, and no kind of mentor at all.
 */
export async function openEngagement(
  work: Work,
  input: OpenEngagement,
): Promise<{ engagementId: string } | Refusal> {
  const fault = engagementFault(input)
  if (fault) return fault
  const { kind, id } = input.engagement
  const known = await engagementOf(work, input.engagement)
  if (known) return { engagementId: known.id }
  const engagementId = randomUUIDv7()
  const entry = engagementOpened({
    object: { kind: 'mentored-engagement', id: engagementId },
    organisationIds: [input.organisationId],
    data: { subjectKind: kind, needs: [...input.needs] },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('mentored_engagements')
      .values({
        id: engagementId,
        origin: input.node,
        subject_kind: kind,
        subject_id: id,
        organisation_id: input.organisationId,
        titles: JSON.stringify(input.titles),
        needs: mentorKinds.filter((each) => input.needs.includes(each)),
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        href: input.href,
        tells_proposals: input.tellsProposals ?? false,
        created_by: personOf(work.actor),
        created_at: work.now,
        closed_at: null,
      })
      .execute(),
  )
  return { engagementId }
}

function engagementFault(input: OpenEngagement): Refusal | null {
  const fields: Record<string, ReturnType<typeof m>> = {}
  const texts = Object.values(input.titles)
  if (!texts.some((text) => text.trim() !== '')) fields['title'] = m('refusal.no-title')
  if (texts.some((text) => text.length > 200)) fields['title'] = m('refusal.long', { most: 200 })
  if (input.needs.length === 0) fields['needs'] = m('refusal.no-needs')
  if (input.startsOn && input.endsOn && input.endsOn < input.startsOn) {
    fields['until'] = m('refusal.ends-before')
  }
  const [first] = Object.values(fields)
  return first ? refuse(422, first, fields) : null
}

/**
 * Puts a student into an engagement, or finds them there; one who had left comes back. Their organisation is the school
 * whose office proposes their mentors. Whether the actor may, the caller has asked.
 */
export async function addStudent(
  work: Work,
  input: { engagementId: string; personId: string; organisationId: string; node: string },
): Promise<{ menteeId: string; isNew: boolean } | Refusal> {
  const engagement = await engagementById(work, input.engagementId, 'lock')
  if (!engagement || engagement.closed_at !== null || !isUuid(input.personId)) {
    return refuse(409, m('refusal.engagement-closed'))
  }
  const known = await work.read
    .selectFrom('mentees')
    .select(['id', 'state'])
    .where('engagement_id', '=', engagement.id)
    .where('person_id', '=', input.personId)
    .executeTakeFirst()
  if (known?.state === 'open') return { menteeId: known.id, isNew: false }
  const menteeId = known?.id ?? randomUUIDv7()
  const entry = studentAdded({
    object: { kind: 'mentee', id: menteeId },
    personId: input.personId,
    organisationIds: [input.organisationId],
    data: { subjectKind: engagement.subject_kind, subjectId: engagement.subject_id },
  })
  await work.write<unknown>(entry, (tx) =>
    known
      ? tx
          .updateTable('mentees')
          .set({ state: 'open', left_at: null })
          .where('id', '=', menteeId)
          .execute()
      : tx
          .insertInto('mentees')
          .values({
            id: menteeId,
            origin: input.node,
            engagement_id: engagement.id,
            person_id: input.personId,
            organisation_id: input.organisationId,
            joined_at: work.now,
            left_at: null,
          })
          .execute(),
  )
  return { menteeId, isNew: true }
}

/**
 * Closes an engagement: nobody is proposed in it, or asked for wishes, any more. What stands in it, its verbs end one by
 * one before.
 */
export async function closeEngagement(work: Work, key: EngagementKey): Promise<true | Refusal> {
  const engagement = await engagementOf(work, key)
  if (!engagement) return refuse(404, m('refusal.no-engagement'))
  if (engagement.closed_at !== null) return true
  const entry = engagementClosed({
    object: { kind: 'mentored-engagement', id: engagement.id },
    organisationIds: [engagement.organisation_id],
    data: {},
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('mentored_engagements')
      .set({ closed_at: work.now })
      .where('id', '=', engagement.id)
      .execute(),
  )
  const asked = await wishRequestsOf(work, engagement.id)
  await endWishRequests(
    work,
    asked.filter(({ answered_at: answered }) => answered === null).map(({ id }) => id),
  )
  return true
}

/** An office's own engagement, for what stands in no module: a prize, a circle, a whole programme. */
export async function openOwnEngagement(
  work: Work,
  input: Omit<OpenEngagement, 'engagement' | 'href'>,
): Promise<{ engagementId: string } | Refusal> {
  const place = { organisation_id: input.organisationId }
  if (!isUuid(input.organisationId) || !work.may('mentorship.engagement.edit', place)) {
    const missing = m('refusal.no-organisation')
    return refuse(422, missing, { organisation: missing })
  }
  const made = await openEngagement(work, {
    ...input,
    engagement: { kind: 'own', id: randomUUIDv7() },
    href: null,
  })
  return isRefused(made) ? made : { engagementId: made.engagementId }
}
