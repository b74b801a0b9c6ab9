import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import type { Titles } from '../rules/types.ts'
import type { CatalogueCourse } from '../suggestions/catalogue-index.ts'
import type { Precedent } from '../suggestions/learned.ts'

const chunk = 5000

/** More paired titles than these teach nothing that the first did not. */
const mostPairs = 100_000

/** Which model stands for an institution, without its contents. */
export async function modelOf(work: Work, organisationId: string) {
  const row = await work.read
    .selectFrom('suggestion_models')
    .select(['catalogue_id', 'dictionary_id', 'format', 'version', 'courses'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row ?? null
}

/** A model with everything in it; null where it was replaced meanwhile. */
export async function modelContents(work: Work, organisationId: string, version: string) {
  const row = await work.read
    .selectFrom('suggestion_models as s')
    .innerJoin('suggestion_dictionaries as d', 'd.id', 's.dictionary_id')
    .select(['s.catalogue', 's.precedents', 's.dictionary_id', 'd.content as dictionary'])
    .where('s.organisation_id', '=', organisationId)
    .where('s.version', '=', version)
    .executeTakeFirst()
  return row ?? null
}

/** The current catalogue of an institution, or null. */
export async function currentCatalogueOf(
  work: Work,
  organisationId: string,
): Promise<string | null> {
  const row = await work.read
    .selectFrom('current_catalogues')
    .select('catalogue_id')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row?.catalogue_id ?? null
}

/** All current catalogues, by institution. */
export async function allCurrentCatalogues(work: Work) {
  return work.read
    .selectFrom('current_catalogues')
    .select(['organisation_id', 'catalogue_id'])
    .orderBy('organisation_id')
    .execute()
}

/** Institutions whose suggestions do not rest on their current catalogue, read in the given way. */
export async function outdatedSuggestions(work: Work, format: number): Promise<string[]> {
  const rows = await work.read
    .selectFrom('current_catalogues as now')
    .leftJoin('suggestion_models as s', 's.organisation_id', 'now.organisation_id')
    .select('now.organisation_id')
    .where((eb) =>
      eb.or([
        eb('s.catalogue_id', 'is', null),
        eb('s.catalogue_id', '<>', eb.ref('now.catalogue_id')),
        eb('s.format', '<>', format),
      ]),
    )
    .orderBy('now.organisation_id')
    .execute()
  return rows.map((row) => row.organisation_id)
}

/** All courses of a catalogue by code, as far as suggestions look at them. */
export async function coursesOf(work: Work, catalogueId: string): Promise<CatalogueCourse[]> {
  const courses: CatalogueCourse[] = []
  for (let last = ''; ;) {
    const rows = await work.read
      .selectFrom('courses')
      .select(['code', 'titles', 'credit'])
      .where('catalogue_id', '=', catalogueId)
      .where('code', '>', last)
      .orderBy('code')
      .limit(chunk)
      .execute()
    for (const row of rows) {
      courses.push({ code: row.code, titles: row.titles, credit: approximately(row.credit) })
    }
    if (rows.length < chunk) return courses
    last = rows.at(-1)!.code
  }
}

/** Titles of current catalogues that stand beside each other in two languages. */
export async function titlePairs(work: Work): Promise<[string, string][]> {
  const pairs: [string, string][] = []
  let last = '00000000-0000-0000-0000-000000000000'
  while (pairs.length < mostPairs) {
    const rows = await work.read
      .selectFrom('courses as c')
      .innerJoin('current_catalogues as now', 'now.catalogue_id', 'c.catalogue_id')
      .select(['c.id', 'c.titles'])
      .where('c.id', '>', last)
      .where(sql<boolean>`(select count(*) from jsonb_object_keys(c.titles)) > 1`)
      .orderBy('c.id')
      .limit(chunk)
      .execute()
    for (const { titles } of rows) pairs.push(...pairsOf(titles))
    if (rows.length < chunk) break
    last = rows.at(-1)!.id
  }
  return pairs.slice(0, mostPairs)
}

function pairsOf(titles: Titles): [string, string][] {
  const texts = Object.entries(titles)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, text]) => (text ? [text] : []))
  return texts.flatMap((first, at) =>
    texts.slice(at + 1).map((second): [string, string] => [first, second]),
  )
}

/**
 * What an institution's equivalences and decisions teach: each host course of a standing equivalence with each of its home
 * courses, and each line of a decided case on which a person's word stands. No person is in it.
 */
export async function precedentsOf(work: Work, organisationId: string): Promise<Precedent[]> {
  const judged = await work.read
    .selectFrom('equivalences as e')
    .innerJoin('equivalence_host_courses as h', 'h.equivalence_id', 'e.id')
    .innerJoin('equivalence_home_courses as m', 'm.equivalence_id', 'e.id')
    .select(['e.host_organisation_id as institution', 'h.course_code as code', 'h.titles'])
    .select('m.course_code as homeCode')
    .where('e.home_organisation_id', '=', organisationId)
    .where('e.withdrawn_at', 'is', null)
    .where('h.requirement', 'is not', null)
    .orderBy('e.judged_on')
    .orderBy('e.id')
    .orderBy('h.position')
    .orderBy('m.position')
    .execute()
  const decided = await work.read
    .selectFrom('case_lines as l')
    .innerJoin('recognition_cases as c', 'c.id', 'l.case_id')
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .select(['c.host_organisation_id as institution', 't.code', 't.titles'])
    .select('l.home_course_code as homeCode')
    .where('c.home_organisation_id', '=', organisationId)
    .where('c.state', '=', 'decided')
    .where((eb) => eb.or([eb('c.released_at', 'is', null), eb('c.released_at', '<=', work.now)]))
    .where('l.verdict', '=', 'recognised')
    .where('l.changed_by', 'is not', null)
    .where('l.home_course_code', 'is not', null)
    .orderBy('c.decided_at')
    .orderBy('l.id')
    .execute()
  return [...judged, ...decided].map(({ institution, code, titles, homeCode }) => ({
    host: { institution, code, titles, credit: null },
    homeCode: homeCode!,
  }))
}

/** Names of institutions by id; one query, however many there are. */
export async function organisationNames(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, LocalText>> {
  if (ids.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('organisations')
    .select(['id', 'names'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row.names]))
}

/** A credit as a number, to tell near from far; no credit is computed from it. */
export function approximately(credit: string | null): number | null {
  if (credit === null) return null
  const [above = '0', below = '1'] = credit.split('/')
  return Number(above) / Number(below)
}
