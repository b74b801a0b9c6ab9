import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { normaliseAddress, personByEmail } from '#kernel/identity'
import type { Message } from '#kernel/messages'
import { type Country, isUuid } from '#kernel/values'
import { affiliationsOf, nameOf, registerFromRow } from '#modules/alliance'
import { mentorChanged, mentorOffered } from '../entries.ts'
import { m } from '../messages/index.ts'
import { type ProfileRow, profileById, profileOf } from '../queries/profiles.ts'
import { mentoringLanguages, offeredFields } from '../rules/fields.ts'
import { type MentorKind, mentorKinds } from '../schema.ts'

/** What a profile says, as its form gives it. */
export interface ProfileTexts {
  kind: string
  about: string
  fields: readonly string[]
  languages: readonly string[]
  capacity: number
}

type Settings = Parameters<typeof registerFromRow>[1]

/**
 * An organisation offers somebody as a mentor: known by the address, or registered with it, without an account. Refuses who
 * is a mentor already, and what is missing of the profile.
 */
export async function offerMentor(
  work: Work,
  settings: Settings,
  input: { organisationId: string; address: string; name: string; node: string } & ProfileTexts,
): Promise<{ profileId: string } | Refusal> {
  const place = { organisation_id: input.organisationId }
  if (!isUuid(input.organisationId) || !work.may('mentorship.profile.offer', place)) {
    const missing = m('refusal.no-organisation')
    return refuse(422, missing, { organisation: missing })
  }
  const faults = textFaults(input)
  const address = normaliseAddress(input.address)
  if (address === null) faults['address'] = m('refusal.no-address')
  const [first] = Object.values(faults)
  if (first) return refuse(422, first, faults)
  const personId = await personFor(work, settings, input, address!)
  if (isRefused(personId)) return personId
  return make(work, { ...input, personId, offeredBy: personOf(work.actor) })
}

async function personFor(
  work: Work,
  settings: Settings,
  input: { organisationId: string; name: string },
  address: string,
): Promise<string | Refusal> {
  const known = await personByEmail(work, address)
  if (known) return known.id
  const name = nameOf({ name: input.name.trim() })
  if (name === null) return refuse(422, m('refusal.no-name'), { name: m('refusal.no-name') })
  const { country, time_zone: timeZone } = await work.read
    .selectFrom('organisations')
    .select(['country', 'time_zone'])
    .where('id', '=', input.organisationId)
    .executeTakeFirstOrThrow()
  const place = { country: country as Country, timeZone }
  return registerFromRow(work, settings, { name, email: address }, place)
}

/** Somebody offers themselves as a mentor, at an organisation for which they act. */
export async function offerOneself(
  work: Work,
  input: { organisationId: string; node: string } & ProfileTexts,
): Promise<{ profileId: string } | Refusal> {
  const self = personOf(work.actor)
  if (self === null || !work.may('mentorship.profile.offer-oneself', {})) {
    return refuse(404, m('refusal.no-mentor'))
  }
  const faults = textFaults(input)
  const acts = await affiliationsOf(work, { personIds: [self] })
  if (
    !acts.some((each) => each.role !== 'student' && each.organisation?.id === input.organisationId)
  ) {
    faults['organisation'] = m('refusal.no-organisation')
  }
  const [first] = Object.values(faults)
  if (first) return refuse(422, first, faults)
  return make(work, { ...input, personId: self, offeredBy: null })
}

async function make(
  work: Work,
  input: ProfileTexts & {
    personId: string
    organisationId: string
    offeredBy: string | null
    node: string
  },
): Promise<{ profileId: string } | Refusal> {
  const known = await profileOf(work, input.personId)
  if (known)
    return refuse(409, m('refusal.mentor-already'), { address: m('refusal.mentor-already') })
  const id = randomUUIDv7()
  const kind = input.kind as MentorKind
  const entry = mentorOffered({
    object: { kind: 'mentor-profile', id },
    personId: input.personId,
    organisationIds: [input.organisationId],
    data: { kind, byThemselves: input.offeredBy === null || input.offeredBy === input.personId },
  })
  const made = await work.write(entry, (tx) =>
    tx
      .insertInto('mentor_profiles')
      .values({
        id,
        origin: input.node,
        person_id: input.personId,
        organisation_id: input.organisationId,
        kind,
        about: input.about.trim(),
        fields: [...input.fields],
        languages: [...input.languages],
        capacity: input.capacity,
        paused_at: null,
        offered_by: input.offeredBy,
        created_at: work.now,
        changed_at: work.now,
      })
      .onConflict((conflict) => conflict.column('person_id').doNothing())
      .returning('id')
      .executeTakeFirst(),
  )
  return made ? { profileId: id } : refuse(409, m('refusal.mentor-already'))
}

/** A mentor, or the office that offers them, changes the profile, or pauses it: who is paused is proposed to nobody. */
export async function changeProfile(
  work: Work,
  input: { profileId: string; paused: boolean } & ProfileTexts,
): Promise<true | Refusal> {
  const profile = await profileById(work, input.profileId)
  if (!profile || !work.may('mentorship.profile.edit', profile)) {
    return refuse(404, m('refusal.no-mentor'))
  }
  const faults = textFaults(input)
  const [first] = Object.values(faults)
  if (first) return refuse(422, first, faults)
  await write(work, profile, {
    kind: input.kind as MentorKind,
    about: input.about.trim(),
    fields: [...input.fields],
    languages: [...input.languages],
    capacity: input.capacity,
    paused_at: input.paused ? (profile.paused_at ?? work.now) : null,
  })
  return true
}

async function write(
  work: Work,
  profile: ProfileRow,
  change: {
    kind: MentorKind
    about: string
    fields: string[]
    languages: string[]
    capacity: number
    paused_at: Date | null
  },
): Promise<void> {
  const entry = mentorChanged({
    object: { kind: 'mentor-profile', id: profile.id },
    personId: profile.person_id,
    organisationIds: [profile.organisation_id],
    data: { paused: change.paused_at !== null, capacity: change.capacity },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('mentor_profiles')
      .set({ ...change, changed_at: work.now })
      .where('id', '=', profile.id)
      .execute(),
  )
}

function textFaults(input: ProfileTexts): Record<string, Message> {
  const faults: Record<string, Message> = {}
  if (!mentorKinds.some((each) => each === input.kind)) faults['kind'] = m('refusal.no-kind')
  if (input.about.trim().length > 4000) faults['about'] = m('refusal.long', { most: 4000 })
  if (input.languages.length === 0) faults['languages'] = m('refusal.no-languages')
  const known = (tag: string) => mentoringLanguages.some((each) => each === tag)
  if (!input.languages.every(known)) faults['languages'] = m('refusal.no-languages')
  if (!input.fields.every((code) => offeredFields.some((each) => each === code))) {
    faults['fields'] = m('refusal.no-fields')
  }
  if (!Number.isInteger(input.capacity) || input.capacity < 0 || input.capacity > 50) {
    faults['capacity'] = m('refusal.capacity')
  }
  return faults
}
