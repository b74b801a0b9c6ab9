import { isRefused, type Refusal, type Work } from '#kernel/database'
import { normaliseAddress, personNameSchema, registerPerson } from '#kernel/identity'
import { type Country, firstLanguageOf, type PersonName } from '#kernel/values'
import type { PersonColumn } from '../import-columns.ts'
import type { RegisteringSettings } from '../settings.ts'

type PersonValues = Partial<Record<PersonColumn, string>>

/**
 * The name that a row of a list gives; null where there is none. A full name in one cell is kept whole, since cutting
 * it would be a guess; names in Chinese or Korean script run family name first and without a space.
 */
export function nameOf(values: PersonValues): PersonName | null {
  const given = values.givenName ?? values.name ?? ''
  const family = values.familyName ?? ''
  const latinGiven = values.romanisedGivenName ?? ''
  const latinFamily = values.romanisedFamilyName ?? ''
  const eastern = /[\p{Script=Han}\p{Script=Hangul}]/u.test(family || given)
  const written = (eastern ? [family, given] : [given, family])
    .filter(Boolean)
    .join(eastern ? '' : ' ')
  const isLatin = /^[\p{Script=Latin}\p{P}\p{M}\p{Zs}\d]*$/u.test(written)
  const romanised =
    [latinGiven, latinFamily].filter(Boolean).join(' ') ||
    (values.latinName ?? (isLatin ? written : ''))
  const parsed = personNameSchema.safeParse({
    native: written === '' || (isLatin && written === romanised) ? null : written,
    romanised,
    passportGiven: latinGiven || (isLatin && family !== '' ? given : '') || null,
    passportFamily: latinFamily || (isLatin ? family : '') || null,
    order: eastern ? 'family-first' : 'given-first',
  })
  return parsed.success ? parsed.data : null
}

/** The persons who have these addresses, by the address as it is stored. */
export async function personsByAddress(
  work: Work,
  addresses: readonly (string | undefined)[],
): Promise<Map<string, string>> {
  const wanted = addresses.flatMap((address) =>
    address === undefined ? [] : (normaliseAddress(address) ?? []),
  )
  if (wanted.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('person_emails as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .select(['e.address', 'p.id'])
    .where('p.state', '=', 'active')
    .where('e.address', 'in', [...new Set(wanted)])
    .execute()
  return new Map(rows.map((row) => [row.address, row.id]))
}

/** Whether there is such a person, neither merged away nor erased. */
export async function isActivePerson(work: Work, personId: string): Promise<boolean> {
  const person = await work.read
    .selectFrom('persons')
    .select('id')
    .where('id', '=', personId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  return person !== undefined
}

/** Registers the person of a row, with the language and clock of the organisation that sends the list. */
export async function registerFromRow(
  work: Work,
  settings: RegisteringSettings,
  person: { name: PersonName; email: string | undefined; id?: string },
  organisation: { country: Country; timeZone: string },
): Promise<string | Refusal> {
  const made = await registerPerson(work, settings.identity, {
    ...(person.id === undefined ? {} : { id: person.id }),
    name: person.name,
    email: person.email ?? null,
    preferredLanguage: firstLanguageOf(organisation.country) ?? 'en',
    timeZone: organisation.timeZone,
  })
  return isRefused(made) ? made : made.id
}
