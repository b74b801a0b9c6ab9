import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type Language, type LocalText, type PersonName } from '#kernel/values'
import type { MentorKind } from '../schema.ts'

/** A mentor as pages and verbs need them; its columns are the facts that the rules look at. */
export interface ProfileRow {
  [fact: string]: unknown
  id: string
  person_id: string
  organisation_id: string
  organisation: LocalText
  organisation_country: string
  kind: MentorKind
  about: string
  fields: string[]
  languages: string[]
  capacity: number
  paused_at: Date | null
  name: PersonName
  email: string | null
  preferred_language: Language
  time_zone: string
  /** How many students they have or are asked for, over everything. */
  load: number
}

/** What narrows the list of mentors; kept in the address. */
export interface PoolFilter {
  q: string
  kind: MentorKind | null
  field: string | null
  language: string | null
  /** Only those with room, or only those who have more than they said. */
  room: 'free' | 'over' | null
}

/** How many mentors a page of the list has. */
export const mentorsPerPage = 48

/** One mentor by the id of the profile, or null. */
export async function profileById(work: Work, id: string): Promise<ProfileRow | null> {
  if (!isUuid(id)) return null
  return asProfile(await profileRows(work).where('m.id', '=', id).executeTakeFirst())
}

/** The mentor that a person is, or null; `lock` keeps others from proposing them until the commit. */
export async function profileOf(
  work: Work,
  personId: string,
  lock?: 'lock',
): Promise<ProfileRow | null> {
  if (!isUuid(personId)) return null
  if (lock === 'lock') {
    // First locked, then read: a load that is counted while the lock is waited for would be that of before the other's commit.
    await work.read
      .selectFrom('mentor_profiles')
      .select('id')
      .where('person_id', '=', personId)
      .forUpdate()
      .execute()
  }
  return asProfile(await profileRows(work).where('m.person_id', '=', personId).executeTakeFirst())
}

/** The mentors that these persons are, by name. */
export async function mentorsByPerson(
  work: Work,
  personIds: readonly string[],
): Promise<ProfileRow[]> {
  const ids = personIds.filter(isUuid)
  if (ids.length === 0) return []
  const rows = await profileRows(work)
    .where(sql<SqlBool>`m.person_id = any(${ids}::uuid[])`)
    .orderBy('p.romanised_key')
    .orderBy('m.id')
    .execute()
  return rows.map(loaded)
}

/** Every mentor of some kinds, by name. */
export async function profilesOfKinds(
  work: Work,
  kinds: readonly MentorKind[],
): Promise<ProfileRow[]> {
  const rows = await profileRows(work)
    .where('m.kind', 'in', [...kinds])
    .orderBy('p.romanised_key')
    .orderBy('m.id')
    .execute()
  return rows.map(loaded)
}

/** One page of the mentors of the alliance by name, with how many there are. */
export async function mentorPool(
  work: Work,
  filter: PoolFilter,
  slice: { limit: number; offset: number } | null,
): Promise<{ rows: ProfileRow[]; total: number }> {
  const matches = filtered(filter)
  const rows = await profileRows(work)
    .where(matches)
    .orderBy('p.romanised_key')
    .orderBy('m.id')
    .$if(slice !== null, (query) => query.limit(slice!.limit).offset(slice!.offset))
    .execute()
  if (slice === null) return { rows: rows.map(loaded), total: rows.length }
  const { total } = await work.read
    .selectFrom('mentor_profiles as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .select((eb) => eb.fn.countAll<bigint>().as('total'))
    .where(matches)
    .where('p.state', '=', 'active')
    .executeTakeFirstOrThrow()
  return { rows: rows.map(loaded), total: Number(total) }
}

const load = sql<number>`(select count(*)::int from mentorships s where s.mentor_id = m.person_id
  and s.state in ('proposed', 'accepted', 'active'))`

function filtered({ q, kind, field, language, room }: PoolFilter) {
  const like = `%${q
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const parts = [
    ...(q.trim() === ''
      ? []
      : [
          sql<SqlBool>`(p.romanised_key like ${like} or p.native_key like ${like} or lower(m.about) like ${like}
            or exists (select from organisations o where o.id = m.organisation_id and lower(o.names::text) like ${like}))`,
        ]),
    ...(kind === null ? [] : [sql<SqlBool>`m.kind = ${kind}`]),
    ...(field === null
      ? []
      : [
          sql<SqlBool>`exists (select from unnest(m.fields) f where f like ${`${field}%`} or ${field} like f || '%')`,
        ]),
    ...(language === null ? [] : [sql<SqlBool>`${language} = any(m.languages)`]),
    ...(room === 'free' ? [sql<SqlBool>`m.paused_at is null and ${load} < m.capacity`] : []),
    ...(room === 'over' ? [sql<SqlBool>`${load} > m.capacity`] : []),
  ]
  return parts.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

function profileRows(work: Work) {
  return work.read
    .selectFrom('mentor_profiles as m')
    .innerJoin('persons as p', 'p.id', 'm.person_id')
    .innerJoin('organisations as o', 'o.id', 'm.organisation_id')
    .leftJoin('person_emails as e', (join) =>
      join.onRef('e.person_id', '=', 'p.id').on('e.is_primary', '=', true),
    )
    .select(['m.id', 'm.person_id', 'm.organisation_id', 'm.kind', 'm.about', 'm.fields'])
    .select(['m.languages', 'm.capacity', 'm.paused_at', 'p.name', 'e.address as email'])
    .select(['o.names as organisation', 'o.country as organisation_country'])
    .select(['p.preferred_language', 'p.time_zone'])
    .select(load.as('load'))
    .where('p.state', '=', 'active')
}

function asProfile(row: ProfileRow | undefined): ProfileRow | null {
  return row ? loaded(row) : null
}

function loaded(row: ProfileRow): ProfileRow {
  return { ...row, load: Number(row.load) }
}
