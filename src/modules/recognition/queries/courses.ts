import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { normaliseForSearch } from '#kernel/search'
import { type Fraction, isUuid, type LocalText } from '#kernel/values'
import { type ContactPart, termHours } from '../formats/contact-hours.ts'
import { plainText } from '../formats/plain-text.ts'
import type { TeachingHours, Titles } from '../rules/types.ts'
import { exact, fromStored } from '../stored.ts'

/** A course of a current catalogue, as lists show it. */
export interface ListedCourse {
  id: string
  organisationId: string
  organisationNames: LocalText
  code: string
  titles: Titles
  credit: Fraction | null
  unitName: string | null
  level: string | null
}

/** A part of class hours as the school writes it. */
export interface StoredHours {
  basis: 'week' | 'course'
  parts: ContactPart[]
  split: ContactPart[]
  wholeYear: boolean
}

/** A course with everything that its catalogue says of it. */
export interface CourseDetail extends ListedCourse {
  hours: StoredHours | null
  descriptions: LocalText
  languageOfInstruction: string | null
  publishedAt: Date | null
}

/** Which courses are wanted. */
export interface CourseFilter {
  organisationId?: string | undefined
  /** Parts of code or title, in any script; all of them must be there. */
  search?: string | undefined
  unit?: string | undefined
  page: number
  pageSize: number
}

function currentCourses(work: Work) {
  return work.read
    .selectFrom('courses as c')
    .innerJoin('current_catalogues as now', 'now.catalogue_id', 'c.catalogue_id')
    .innerJoin('organisations as o', 'o.id', 'c.organisation_id')
    .select([
      'c.id',
      'c.organisation_id',
      'o.names as organisation_names',
      'c.code',
      'c.titles',
      'c.credit',
      'c.unit_name',
      'c.level',
    ])
}

type CourseQuery = ReturnType<typeof currentCourses>

function narrowed(
  query: CourseQuery,
  filter: Pick<CourseFilter, 'organisationId' | 'search' | 'unit'>,
): CourseQuery {
  let found = query
  if (filter.organisationId) found = found.where('now.organisation_id', '=', filter.organisationId)
  if (filter.unit) found = found.where('c.unit_name', '=', plainText(filter.unit))
  for (const word of wordsOf(filter.search)) {
    found = found.where('c.search_text', 'like', `%${escaped(word)}%`)
  }
  return found
}

function wordsOf(search: string | undefined): string[] {
  return normaliseForSearch(plainText((search ?? '').slice(0, 200)))
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
}

function escaped(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}

function listed(row: {
  id: string
  organisation_id: string
  organisation_names: LocalText
  code: string
  titles: Titles
  credit: string | null
  unit_name: string | null
  level: string | null
}): ListedCourse {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    organisationNames: row.organisation_names,
    code: row.code,
    titles: row.titles,
    credit: row.credit === null ? null : exact(row.credit),
    unitName: row.unit_name,
    level: row.level,
  }
}

/** Courses of current catalogues by code; one query, however many there are. */
export async function listCourses(
  work: Work,
  filter: CourseFilter,
): Promise<{ courses: ListedCourse[]; total: number }> {
  const rows = await narrowed(currentCourses(work), filter)
    .select(sql<bigint>`count(*) over ()`.as('total'))
    .orderBy('c.code')
    .orderBy('c.id')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute()
  return { courses: rows.map(listed), total: Number(rows[0]?.total ?? 0) }
}

/** A few courses for a box in which one is typed: those whose code begins so come first. */
export async function courseOptions(
  work: Work,
  filter: { organisationId: string; search: string; limit?: number },
): Promise<ListedCourse[]> {
  if (!isUuid(filter.organisationId)) return []
  const start = `${escaped(normaliseForSearch(plainText(filter.search)))}%`
  const rows = await narrowed(currentCourses(work), filter)
    .orderBy(sql`c.search_text like ${start}`, 'desc')
    .orderBy('c.code')
    .limit(filter.limit ?? 12)
    .execute()
  return rows.map(listed)
}

/** A course by its code in the current catalogue, or null. */
export async function courseByCode(
  work: Work,
  organisationId: string,
  code: string,
): Promise<CourseDetail | null> {
  if (!isUuid(organisationId) || plainText(code) !== code) return null
  const row = await currentCourses(work)
    .innerJoin('catalogues as k', 'k.id', 'c.catalogue_id')
    .select(['c.hours', 'c.descriptions', 'c.language_of_instruction', 'k.published_at'])
    .where('now.organisation_id', '=', organisationId)
    .where('c.code', '=', code)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...listed(row),
    hours: row.hours === null ? null : fromStored<StoredHours>(row.hours),
    descriptions: row.descriptions,
    languageOfInstruction: row.language_of_instruction,
    publishedAt: row.published_at,
  }
}

/** Institutions that have published a catalogue, with how many courses it has; one query. */
export async function catalogueOwners(
  work: Work,
): Promise<{ id: string; names: LocalText; courses: number; publishedAt: Date | null }[]> {
  const rows = await work.read
    .selectFrom('current_catalogues as now')
    .innerJoin('organisations as o', 'o.id', 'now.organisation_id')
    .innerJoin('catalogues as k', 'k.id', 'now.catalogue_id')
    .select(['o.id', 'o.names', 'k.rows_taken', 'k.published_at'])
    .orderBy('o.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    names: row.names,
    courses: row.rows_taken,
    publishedAt: row.published_at,
  }))
}

/** The units that a current catalogue names, in its own words. */
export async function unitNamesOf(work: Work, organisationId: string): Promise<string[]> {
  const rows = await work.read
    .selectFrom('courses as c')
    .innerJoin('current_catalogues as now', 'now.catalogue_id', 'c.catalogue_id')
    .select('c.unit_name')
    .distinct()
    .where('now.organisation_id', '=', organisationId)
    .where('c.unit_name', 'is not', null)
    .orderBy('c.unit_name')
    .limit(300)
    .execute()
  return rows.flatMap((row) => row.unit_name ?? [])
}

/** Courses by their codes in the current catalogue: what a list of equivalences is checked against. */
export async function coursesByCodes(
  work: Work,
  organisationId: string,
  codes: readonly string[],
): Promise<Map<string, ListedCourse>> {
  const found = new Map<string, ListedCourse>()
  const unique = [...new Set(codes)]
  for (let start = 0; start < unique.length; start += 1000) {
    const rows = await currentCourses(work)
      .where('now.organisation_id', '=', organisationId)
      .where('c.code', 'in', unique.slice(start, start + 1000))
      .execute()
    for (const row of rows) found.set(row.code, listed(row))
  }
  return found
}

/**
 * The class hours over the whole course of those whose catalogue states them so, by their codes; hours a week say
 * nothing without the weeks of a term. One query.
 */
export async function hoursByCodes(
  work: Work,
  organisationId: string,
  codes: readonly string[],
): Promise<Map<string, TeachingHours>> {
  if (codes.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('courses as c')
    .innerJoin('current_catalogues as now', 'now.catalogue_id', 'c.catalogue_id')
    .select(['c.code', 'c.hours'])
    .where('now.organisation_id', '=', organisationId)
    .where('c.code', 'in', [...new Set(codes)])
    .where('c.hours', 'is not', null)
    .execute()
  return new Map(
    rows.flatMap(({ code, hours }) => {
      const stored = fromStored<StoredHours>(hours)
      const found = stored.basis === 'course' ? termHours(stored.parts, 1) : null
      return found ? [[code, found] as const] : []
    }),
  )
}
