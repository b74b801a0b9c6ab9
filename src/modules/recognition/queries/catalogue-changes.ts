import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, type LocalText } from '#kernel/values'
import { namedCourses } from '../rules/named-courses.ts'
import type { Titles } from '../rules/types.ts'
import { keyOf } from './home-course.ts'

/** A course that the current catalogue has and that another would take away or give another credit, with what names it. */
export interface CourseChange {
  code: string
  titles: Titles
  change: 'gone' | 'credit'
  before: string | null
  after: string | null
  /** Standing equivalences of the institution in which it is a home course. */
  equivalences: number
  /** Standing equivalences of others in which it is a host course. */
  abroad: number
  /** Open cases of the institution in which it would be recognised. */
  cases: number
  /** Rule sets that name it. */
  ruleSets: readonly LocalText[]
}

/** What publishing a catalogue changes. */
export interface CatalogueChanges {
  gone: number
  credit: number
  added: number
  /** Of those that go or change credit, how many something names. */
  named: number
  courses: CourseChange[]
}

interface Asked {
  organisationId: string
  catalogueId: string
  page: number
  pageSize: number
}

/**
 * Compares an import with the current catalogue of its institution before it takes its place: courses that go and whose
 * credit changes, those first that equivalences, rules or open cases name. Null where it is the current one, or
 * the first. Two queries, however large the catalogues are.
 */
export async function catalogueChanges(work: Work, asked: Asked): Promise<CatalogueChanges | null> {
  const rules = await rulesNaming(work, asked.organisationId)
  const named = [...new Set(rules.flatMap(({ keys }) => [...keys]))]
  const { rows } = await sql<ChangeRow>`
    with ${changed(work, asked, named)}
    select c.*, t.gone_count, t.credit_count, t.added_count, t.named_count
    from (select
        count(*) filter (where gone) as gone_count,
        count(*) filter (where not gone) as credit_count,
        count(*) filter (where equivalences + abroad + cases > 0 or in_rules) as named_count,
        (select count(*) from after where not exists (select from before where before.key = after.key)) as added_count
      from changed) as t
    left join (select * from changed order by (equivalences + abroad + cases > 0 or in_rules) desc, gone desc, code
      limit ${asked.pageSize} offset ${(asked.page - 1) * asked.pageSize}) as c on true
    where exists (select from current_catalogues as k
      where k.organisation_id = ${asked.organisationId}::uuid and k.catalogue_id <> ${asked.catalogueId}::uuid)
    order by (equivalences + abroad + cases > 0 or in_rules) desc, gone desc, code`.execute(
    work.read,
  )
  const [first] = rows
  if (!first) return null
  return {
    gone: Number(first.gone_count),
    credit: Number(first.credit_count),
    added: Number(first.added_count),
    named: Number(first.named_count),
    courses: rows
      .filter((row) => row.code !== null)
      .map((row) => ({
        code: row.code,
        titles: row.titles,
        change: row.gone ? 'gone' : 'credit',
        before: row.before,
        after: row.after,
        equivalences: Number(row.equivalences),
        abroad: Number(row.abroad),
        cases: Number(row.cases),
        ruleSets: rules.filter(({ keys }) => keys.has(row.key)).map(({ name }) => name),
      })),
  }
}

interface ChangeRow {
  key: string
  code: string
  titles: Titles
  gone: boolean
  before: string | null
  after: string | null
  equivalences: bigint
  abroad: bigint
  cases: bigint
  gone_count: bigint
  credit_count: bigint
  added_count: bigint
  named_count: bigint
}

function changed(work: Work, asked: Asked, named: readonly string[]): RawBuilder<unknown> {
  // On the calendar of the institution whose catalogue it is.
  const today = sql`(select (${work.now}::timestamptz at time zone time_zone)::date from organisations where id = ${asked.organisationId}::uuid)`
  const standing = sql`e.withdrawn_at is null and (e.valid_to is null or e.valid_to >= ${today})`
  const organisation = sql`${asked.organisationId}::uuid`
  const courses = (catalogue: RawBuilder<unknown>) => sql`
    select distinct on (${keyOf('code')}) ${keyOf('code')} as key, code, titles, credit
    from courses where catalogue_id = ${catalogue} order by ${keyOf('code')}, code`
  return sql`
    before as (${courses(sql`(select catalogue_id from current_catalogues where organisation_id = ${organisation})`)}),
    after as (${courses(sql`${asked.catalogueId}::uuid`)}),
    at_home as (
      select ${keyOf('h.course_code')} as key, count(distinct e.id) as n
      from equivalence_home_courses h join equivalences e on e.id = h.equivalence_id
      where h.home_organisation_id = ${organisation} and ${standing} group by 1),
    abroad as (
      select ${keyOf('h.course_code')} as key, count(distinct e.id) as n
      from equivalence_host_courses h join equivalences e on e.id = h.equivalence_id
      where h.host_organisation_id = ${organisation} and ${standing} group by 1),
    in_cases as (
      select ${keyOf('h.course_code')} as key, count(distinct c.id) as n
      from case_home_courses h join recognition_cases c on c.id = h.case_id
      where c.home_organisation_id = ${organisation} and c.state = 'open' group by 1),
    changed as (
      select b.key, b.code, b.titles, b.credit as before, a.credit as after, a.key is null as gone,
        coalesce(at_home.n, 0) as equivalences, coalesce(abroad.n, 0) as abroad, coalesce(in_cases.n, 0) as cases,
        b.key = any (${[...named]}::text[]) as in_rules
      from before b
        left join after a on a.key = b.key
        left join at_home on at_home.key = b.key
        left join abroad on abroad.key = b.key
        left join in_cases on in_cases.key = b.key
      where a.key is null or a.credit is distinct from b.credit)`
}

/** The latest version of each rule set of an institution, with the keys of the courses that it may name. */
async function rulesNaming(
  work: Work,
  organisationId: string,
): Promise<{ name: LocalText; keys: Set<string> }[]> {
  const rows = await work.read
    .selectFrom('recognition_rule_sets as r')
    .select(['r.definition', sql<LocalText>`r.definition -> 'name'`.as('name')])
    .where('r.home_organisation_id', '=', organisationId)
    .where(
      sql<boolean>`r.version = (select max(latest.version) from recognition_rule_sets as latest where latest.id = r.id)`,
    )
    .execute()
  return rows.map((row) => ({ name: row.name, keys: namedCourses(row.definition) }))
}

/** A standing equivalence that names a course which goes or changes credit, as far as the actor may see it. */
export interface NamingEquivalence {
  hostNames: LocalText
  hostCodes: string[]
  homeCodes: string[]
  judgedOn: string
}

/** The standing equivalences of an institution that name courses; for the file that goes with the list. */
export async function equivalencesNaming(
  work: Work,
  organisationId: string,
  codes: readonly string[],
): Promise<NamingEquivalence[]> {
  const codesOf = (side: 'host' | 'home') => {
    const table = sql.table(`equivalence_${side}_courses`)
    return sql<
      string[]
    >`(select array_agg(x.course_code order by x.position) from ${table} as x where x.equivalence_id = equivalences.id)`
  }
  return work.read
    .selectFrom('equivalences')
    .innerJoin('organisations as o', 'o.id', 'equivalences.host_organisation_id')
    .select(['o.names as hostNames', 'equivalences.judged_on as judgedOn'])
    .select([codesOf('host').as('hostCodes'), codesOf('home').as('homeCodes')])
    .where('equivalences.home_organisation_id', '=', organisationId)
    .where('equivalences.withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('equivalences.valid_to', 'is', null),
        eb(
          'equivalences.valid_to',
          '>=',
          sql<DateOnly>`(select (${work.now}::timestamptz at time zone time_zone)::date from organisations where id = ${organisationId}::uuid)`,
        ),
      ]),
    )
    .where(work.scope('recognition.equivalence.list', 'equivalences'))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('equivalence_home_courses as h')
          .select('h.position')
          .whereRef('h.equivalence_id', '=', 'equivalences.id')
          .where('h.course_code', '=', sql<string>`any(${[...codes]}::text[])`),
      ),
    )
    .orderBy('equivalences.judged_on', 'desc')
    .orderBy('equivalences.id')
    .execute()
}
