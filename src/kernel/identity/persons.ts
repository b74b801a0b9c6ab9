import { randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import {
  type DateOnly,
  isTimeZone,
  type Language,
  languages,
  type PersonName,
} from '#kernel/values'
import { normaliseAddress } from './addresses.ts'
import { emailVerified, personChanged, personRegistered } from './entries.ts'
import { m } from './messages/index.ts'
import { nameKeys, personNameSchema } from './names.ts'
import type { IdentitySettings } from './settings.ts'

/** A person as other parts may know them. */
export interface Person {
  id: string
  name: PersonName
  birthDate: DateOnly | null
  preferredLanguage: Language
  timeZone: string
  state: 'active' | 'merged' | 'erased'
  demonstration: boolean
  email: string | null
}

/** What makes a new person. The address is verified only when its holder has just proven it. */
export const registerPersonSchema = z.object({
  /** Given only where the id is known beforehand: the demonstration's people, a person that another node made. */
  id: z.uuid().optional(),
  name: personNameSchema,
  email: z.string().nullable(),
  emailVerified: z.boolean().default(false),
  birthDate: z.iso.date().nullable().default(null),
  preferredLanguage: z.enum(languages),
  timeZone: z.string().refine(isTimeZone),
})
export type RegisterPerson = z.input<typeof registerPersonSchema>

/**
 * Registers a person. No password is taken here: credentials come only after the address is proven, so that
 * nobody can prepare an account for somebody else's address. Refuses an address that a person already has.
 * In demonstration mode every new person is marked as invented.
 */
export async function registerPerson(
  work: Work,
  settings: Pick<IdentitySettings, 'origin' | 'demonstration'>,
  given: RegisterPerson,
): Promise<Person | Refusal> {
  const parsed = registerPersonSchema.safeParse(given)
  if (!parsed.success) return refuse(422, m('person.faulty'), faultyFields(parsed.error))
  const input = parsed.data
  const address = input.email === null ? null : normaliseAddress(input.email)
  if (input.email !== null && address === null) {
    return refuse(422, m('person.faulty'), { email: m('email.faulty') })
  }
  const id = input.id ?? randomUUIDv7()
  const entry = personRegistered({
    object: { kind: 'person', id },
    personId: id,
    data: { demonstration: settings.demonstration },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('persons')
      .values(personRow(id, work, settings, input))
      .execute(),
  )
  if (address !== null) {
    const added = await addAddress(work, id, address, {
      verified: input.emailVerified,
      primary: true,
    })
    if (isRefused(added)) return added
  }
  return {
    id,
    name: input.name,
    birthDate: input.birthDate,
    preferredLanguage: input.preferredLanguage,
    timeZone: input.timeZone,
    state: 'active',
    demonstration: settings.demonstration,
    email: address,
  }
}

/** Adds an address to a person; refuses with 409 when any person has it. */
export async function addAddress(
  work: Work,
  personId: string,
  address: string,
  as: { verified: boolean; primary: boolean },
): Promise<{ emailId: string } | Refusal> {
  const inserted = await work.writeUnchronicled((tx) =>
    tx
      .insertInto('person_emails')
      .values({
        id: randomUUIDv7(),
        person_id: personId,
        address,
        verified_at: as.verified ? work.now : null,
        is_primary: as.primary,
        added_at: work.now,
      })
      .onConflict((conflict) => conflict.column('address').doNothing())
      .returning('id')
      .executeTakeFirst(),
  )
  if (!inserted) return refuse(409, m('email.taken'), { email: m('email.taken') })
  return { emailId: inserted.id }
}

/** Marks an address of a person as proven; nothing happens when it already was. */
export async function verifyAddress(work: Work, personId: string, address: string): Promise<void> {
  const email = await work.read
    .selectFrom('person_emails')
    .select(['id', 'is_primary'])
    .where('person_id', '=', personId)
    .where('address', '=', address)
    .where('verified_at', 'is', null)
    .executeTakeFirst()
  if (!email) return
  const entry = emailVerified({
    object: { kind: 'person', id: personId },
    personId,
    data: { primary: email.is_primary },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('person_emails')
      .set({ verified_at: work.now })
      .where('id', '=', email.id)
      .execute(),
  )
}

/** A person by id, following merges; null when there is none. An erased person has no name left. */
export async function personById(work: Work, id: string): Promise<Person | null> {
  const row = await personRows(work)
    .where('p.id', '=', (eb) =>
      eb
        .selectFrom('persons as asked')
        .select((inner) => inner.fn.coalesce('asked.merged_into', 'asked.id').as('id'))
        .where('asked.id', '=', id),
    )
    .executeTakeFirst()
  return row ? asPerson(row) : null
}

/** Several persons in one query, keyed by the ids that were asked for; merges are followed. */
export async function personsById(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('persons as asked')
    .innerJoin('persons as p', (join) =>
      join.on((eb) => eb('p.id', '=', eb.fn.coalesce('asked.merged_into', 'asked.id'))),
    )
    .leftJoin('person_emails as e', (join) =>
      join.onRef('e.person_id', '=', 'p.id').on('e.is_primary', '=', true),
    )
    .select(['asked.id as asked_id', ...personColumns])
    .where('asked.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.asked_id, asPerson(row)]))
}

/** The active person who has this address, verified or not. */
export async function personByEmail(
  work: Work,
  email: string,
): Promise<{ id: string; address: string; verified: boolean; preferredLanguage: Language } | null> {
  const address = normaliseAddress(email)
  if (address === null) return null
  const row = await work.read
    .selectFrom('person_emails as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .select(['p.id', 'e.address', 'e.verified_at', 'p.preferred_language'])
    .where('e.address', '=', address)
    .where('p.state', '=', 'active')
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    address: row.address,
    verified: row.verified_at !== null,
    preferredLanguage: row.preferred_language,
  }
}

/** What a person, or their office, may change about them. */
export const changePersonSchema = registerPersonSchema
  .pick({ name: true, birthDate: true, preferredLanguage: true, timeZone: true })
  .partial()
export type ChangePerson = Partial<
  Pick<RegisterPerson, 'name' | 'birthDate' | 'preferredLanguage' | 'timeZone'>
>

/** Changes name, birth date, language or time zone; who may do so is the caller's question to the policy. */
export async function changePerson(
  work: Work,
  personId: string,
  given: ChangePerson,
): Promise<Person | Refusal> {
  const parsed = changePersonSchema.safeParse(given)
  if (!parsed.success) return refuse(422, m('person.faulty'), faultyFields(parsed.error))
  // A schema's default must not overwrite what was not given.
  const input = Object.fromEntries(
    Object.entries(parsed.data).filter(([field]) => field in given),
  ) as typeof parsed.data
  const keys = input.name ? nameKeys(input.name) : null
  const fields = Object.keys(input).toSorted()
  const current = await personById(work, personId)
  if (!current || current.state !== 'active') return refuse(404, m('person.unknown'))
  if (fields.length === 0) return current
  const entry = personChanged({
    object: { kind: 'person', id: current.id },
    personId: current.id,
    data: { fields },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('persons')
      .set({
        ...(input.name && keys
          ? {
              name: JSON.stringify(input.name),
              native_key: keys.native,
              romanised_key: keys.romanised,
            }
          : {}),
        ...(input.birthDate !== undefined ? { birth_date: input.birthDate } : {}),
        ...(input.preferredLanguage ? { preferred_language: input.preferredLanguage } : {}),
        ...(input.timeZone ? { time_zone: input.timeZone } : {}),
      })
      .where('id', '=', current.id)
      .execute(),
  )
  return (await personById(work, current.id))!
}

const personColumns = [
  'p.id',
  'p.name',
  'p.birth_date',
  'p.preferred_language',
  'p.time_zone',
  'p.state',
  'p.demonstration',
  'e.address',
] as const

function personRows(work: Work) {
  return work.read
    .selectFrom('persons as p')
    .leftJoin('person_emails as e', (join) =>
      join.onRef('e.person_id', '=', 'p.id').on('e.is_primary', '=', true),
    )
    .select(personColumns)
}

type PersonRow = NonNullable<Awaited<ReturnType<ReturnType<typeof personRows>['executeTakeFirst']>>>

function asPerson(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    birthDate: row.birth_date,
    preferredLanguage: row.preferred_language,
    timeZone: row.time_zone,
    state: row.state,
    demonstration: row.demonstration,
    email: row.address,
  }
}

function personRow(
  id: string,
  work: Work,
  { origin, demonstration }: Pick<IdentitySettings, 'origin' | 'demonstration'>,
  input: z.output<typeof registerPersonSchema>,
) {
  const keys = nameKeys(input.name)
  return {
    id,
    origin,
    name: JSON.stringify(input.name),
    native_key: keys.native,
    romanised_key: keys.romanised,
    birth_date: input.birthDate,
    preferred_language: input.preferredLanguage,
    time_zone: input.timeZone,
    state: 'active' as const,
    merged_into: null,
    demonstration,
    registered_at: work.now,
  }
}

function faultyFields(error: z.ZodError) {
  return Object.fromEntries(
    error.issues.map((issue) => [String(issue.path[0] ?? 'name'), m('field.faulty')]),
  )
}
