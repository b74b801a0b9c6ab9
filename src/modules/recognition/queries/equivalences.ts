import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { normaliseForSearch } from '#kernel/search'
import {
  type DateOnly,
  type Fraction,
  isUuid,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import { plainText } from '../formats/plain-text.ts'
import { courseKey } from '../rules/context.ts'
import { setKey, writeSet } from '../rules/set-notation.ts'
import type { Titles } from '../rules/types.ts'
import { exact } from '../stored.ts'
import { keyOf } from './home-course.ts'

/** A host course of an equivalence; those of one requirement are alternatives, one without only counts into a package. */
export interface HostCourse {
  code: string
  titles: Titles
  requirement: number | null
}

/** A home course of an equivalence, with its credit on the day of the judgement. */
export interface EquivalentHomeCourse {
  code: string
  titles: Titles
  credit: Fraction
  /** A block of credit that a person named; it stands in no catalogue. */
  isBlock: boolean
}

/** A judged equivalence with the names that a page shows, and the facts that the rule table asks for. */
export interface EquivalenceRow {
  [fact: string]: unknown
  id: string
  origin: string
  home_organisation_id: string
  host_organisation_id: string
  degree_programme_id: string | null
  homeNames: LocalText
  hostNames: LocalText
  programmeNames: LocalText | null
  hostCourses: readonly HostCourse[]
  homeCourses: readonly EquivalentHomeCourse[]
  /** Set where the host courses are recognised as a whole for a block of home credit. */
  package: { any: boolean; accept: Fraction } | null
  contentShare: Fraction | null
  validFrom: DateOnly
  validTo: DateOnly | null
  judgedBy: PersonName
  judgedOn: DateOnly
  note: string
  withdrawnAt: Date | null
  /** The judgement that stands in its place since a change or a renewal. */
  replacedById: string | null
  mirrorOfId: string | null
  reverseAskedAt: Date | null
  reverseDeclinedAt: Date | null
}

/** Those that stand, those of them that end soon, those whose time has passed, and those that were withdrawn. */
export const equivalenceStates = ['standing', 'ending', 'ended', 'withdrawn'] as const
export type EquivalenceState = (typeof equivalenceStates)[number]

/** Which equivalences are wanted. */
export interface EquivalenceFilter {
  hostOrganisationId?: string | undefined
  homeOrganisationId?: string | undefined
  degreeProgrammeId?: string | undefined
  /** Parts of a code or a title of either side. */
  search?: string | undefined
  /** Those that stand, those that were withdrawn, or those whose time has passed. */
  state?: EquivalenceState | undefined
  /** For `ending`: the last day that is meant. */
  endingBy?: DateOnly | undefined
  /** Only those of courses that count together, or only packages. */
  kind?: 'single' | 'set' | 'package' | undefined
  today: DateOnly
  page: number
  pageSize: number
}

function withNames(work: Work) {
  return work.read
    .selectFrom('equivalences')
    .innerJoin('organisations as home', 'home.id', 'equivalences.home_organisation_id')
    .innerJoin('organisations as host', 'host.id', 'equivalences.host_organisation_id')
    .innerJoin('persons as p', 'p.id', 'equivalences.judged_by')
    .leftJoin('degree_programmes as d', 'd.id', 'equivalences.degree_programme_id')
    .selectAll('equivalences')
    .select([
      'home.names as homeNames',
      'host.names as hostNames',
      'd.names as programmeNames',
      'p.name as judgedByName',
      hostCoursesOf,
      homeCoursesOf,
    ])
}

/** The host courses of an equivalence as one value, so that a list stays one query. */
export const hostCoursesOf = sql<HostCourse[]>`coalesce((
  select jsonb_agg(jsonb_build_object('code', hc.course_code, 'titles', hc.titles, 'requirement', hc.requirement) order by hc.position)
  from equivalence_host_courses hc where hc.equivalence_id = equivalences.id), '[]'::jsonb)`.as(
  'hostCourses',
)

/** The home courses of an equivalence as one value. */
export const homeCoursesOf = sql<
  { code: string; titles: Titles; credit: string; isBlock: boolean }[]
>`coalesce((
  select jsonb_agg(jsonb_build_object('code', mc.course_code, 'titles', mc.titles, 'credit', mc.credit, 'isBlock', mc.is_block) order by mc.position)
  from equivalence_home_courses mc where mc.equivalence_id = equivalences.id), '[]'::jsonb)`.as(
  'homeCourses',
)

/** Host courses by requirement, as the rules read them. */
export function requirementsOf(courses: readonly HostCourse[]): string[][] {
  const requirements: string[][] = []
  for (const { code, requirement } of courses) {
    if (requirement !== null) (requirements[requirement] ??= []).push(code)
  }
  return requirements.filter((codes) => codes !== undefined)
}

/** Courses that count into a package without being required. */
export function furtherOf(courses: readonly HostCourse[]): string[] {
  return courses.filter((each) => each.requirement === null).map((each) => each.code)
}

type Row = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>

function read(row: Row): EquivalenceRow {
  return {
    id: row.id,
    origin: row.origin,
    home_organisation_id: row.home_organisation_id,
    host_organisation_id: row.host_organisation_id,
    degree_programme_id: row.degree_programme_id,
    homeNames: row.homeNames,
    hostNames: row.hostNames,
    programmeNames: row.programmeNames,
    hostCourses: row.hostCourses,
    homeCourses: row.homeCourses.map((each) => ({ ...each, credit: exact(each.credit) })),
    package:
      row.package_accept === null
        ? null
        : { any: row.package_any, accept: exact(row.package_accept) },
    contentShare: row.content_share === null ? null : exact(row.content_share),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    judgedBy: row.judgedByName,
    judgedOn: row.judged_on,
    note: row.note,
    withdrawnAt: row.withdrawn_at,
    replacedById: row.replaced_by_id,
    mirrorOfId: row.mirror_of_id,
    reverseAskedAt: row.reverse_asked_at,
    reverseDeclinedAt: row.reverse_declined_at,
  }
}

/** The host courses of an equivalence in one line. */
export function hostText(row: Pick<EquivalenceRow, 'hostCourses'>): string {
  return writeSet(requirementsOf(row.hostCourses))
}

/** The home courses of an equivalence in one line. */
export function homeText(row: Pick<EquivalenceRow, 'homeCourses'>): string {
  return writeSet(row.homeCourses.map((each) => [each.code]))
}

/** Equivalences that the actor may see, by host course; one query, however many there are. */
export async function listEquivalences(
  work: Work,
  filter: EquivalenceFilter,
): Promise<{ equivalences: EquivalenceRow[]; total: number }> {
  const rows = await filtered(work, filter)
    .leftJoin('equivalence_host_courses as first', (join) =>
      join.onRef('first.equivalence_id', '=', 'equivalences.id').on('first.position', '=', 0),
    )
    .select(sql<bigint>`count(*) over ()`.as('total'))
    .orderBy('first.course_code')
    .orderBy('equivalences.id')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute()
  return { equivalences: rows.map(read), total: Number(rows[0]?.total ?? 0) }
}

function filtered(work: Work, filter: EquivalenceFilter) {
  let query = withNames(work).where(work.scope('recognition.equivalence.list', 'equivalences'))
  const {
    hostOrganisationId: host,
    homeOrganisationId: home,
    degreeProgrammeId: programme,
  } = filter
  if (host && isUuid(host)) query = query.where('equivalences.host_organisation_id', '=', host)
  if (home && isUuid(home)) query = query.where('equivalences.home_organisation_id', '=', home)
  if (programme && isUuid(programme)) {
    query = query.where('equivalences.degree_programme_id', '=', programme)
  }
  if (filter.state === 'withdrawn') {
    query = query
      .where('equivalences.withdrawn_at', 'is not', null)
      .where('equivalences.replaced_by_id', 'is', null)
  } else {
    query = query.where('equivalences.withdrawn_at', 'is', null)
    const ended = sql<boolean>`coalesce(equivalences.valid_to < ${filter.today}, false)`
    query = query.where(filter.state === 'ended' ? ended : sql<boolean>`not ${ended}`)
    if (filter.state === 'ending' && filter.endingBy) {
      query = query.where('equivalences.valid_to', '<=', filter.endingBy)
    }
  }
  if (filter.kind) query = query.where(kindIs[filter.kind])
  const words = normaliseForSearch(plainText((filter.search ?? '').slice(0, 200)))
    .split(/\s+/)
    .filter((word) => word !== '')
  for (const word of words.slice(0, 8)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(
      sql<boolean>`(exists (select 1 from equivalence_host_courses c where c.equivalence_id = equivalences.id
          and (lower(c.course_code) like ${pattern} or lower(c.titles::text) like ${pattern}))
        or exists (select 1 from equivalence_home_courses c where c.equivalence_id = equivalences.id
          and (lower(c.course_code) like ${pattern} or lower(c.titles::text) like ${pattern})))`,
    )
  }
  return query
}

const kindIs = {
  package: sql<boolean>`equivalences.package_accept is not null`,
  single: sql<boolean>`equivalences.package_accept is null
    and (select count(distinct c.requirement) from equivalence_host_courses c where c.equivalence_id = equivalences.id) = 1
    and (select count(*) from equivalence_home_courses c where c.equivalence_id = equivalences.id) = 1`,
  set: sql<boolean>`equivalences.package_accept is null
    and ((select count(distinct c.requirement) from equivalence_host_courses c where c.equivalence_id = equivalences.id) > 1
      or (select count(*) from equivalence_home_courses c where c.equivalence_id = equivalences.id) > 1)`,
}

/** One equivalence, or null; `lock` keeps others from changing it until the commit. */
export async function equivalenceById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<EquivalenceRow | null> {
  if (!isUuid(id)) return null
  const row = await withNames(work)
    .where('equivalences.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of equivalences`))
    .executeTakeFirst()
  return row ? read(row) : null
}

/** All standing equivalences of a pair of institutions; one query. */
export async function equivalencesOfPair(
  work: Work,
  { home, host }: { home: string; host: string },
): Promise<EquivalenceRow[]> {
  const rows = await withNames(work)
    .where('equivalences.home_organisation_id', '=', home)
    .where('equivalences.host_organisation_id', '=', host)
    .where('equivalences.withdrawn_at', 'is', null)
    .execute()
  return rows.map(read)
}

/** Equivalences by id, in that order; one query, however many. */
export async function equivalencesByIds(
  work: Work,
  ids: readonly string[],
): Promise<EquivalenceRow[]> {
  if (ids.length === 0) return []
  const rows = await withNames(work)
    .where('equivalences.id', 'in', [...ids])
    .execute()
  const known = new Map(rows.map((row) => [row.id, read(row)]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

/** Whether the other institution has judged the other direction of an equivalence. */
export async function isMirrored(work: Work, id: string): Promise<boolean> {
  const row = await work.read
    .selectFrom('equivalences')
    .select('id')
    .where('mirror_of_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Equivalences by id, kept from being changed by others until the commit. */
export async function equivalencesForUpdate(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, EquivalenceRow>> {
  const known = ids.filter(isUuid)
  if (known.length === 0) return new Map()
  const rows = await withNames(work)
    .where('equivalences.id', 'in', known)
    .orderBy('equivalences.id')
    .modifyEnd(sql`for update of equivalences`)
    .execute()
  return new Map(rows.map((row) => [row.id, read(row)]))
}

/** Equivalences in which a course of an institution takes part, on either side, as far as the actor may see them. */
export async function equivalencesOfCourse(
  work: Work,
  organisationId: string,
  code: string,
): Promise<EquivalenceRow[]> {
  const rows = await withNames(work)
    .where(work.scope('recognition.equivalence.list', 'equivalences'))
    .where('equivalences.withdrawn_at', 'is', null)
    .where(
      sql<boolean>`(exists (select 1 from equivalence_host_courses c where c.equivalence_id = equivalences.id
          and c.host_organisation_id = ${organisationId} and c.course_code = ${code})
        or exists (select 1 from equivalence_home_courses c where c.equivalence_id = equivalences.id
          and c.home_organisation_id = ${organisationId} and c.course_code = ${code}))`,
    )
    .orderBy('equivalences.judged_on', 'desc')
    .limit(100)
    .execute()
  return rows.map(read)
}

/** A standing equivalence as far as a new one may repeat it. */
export interface StandingEquivalence {
  id: string
  hostKey: string
  homeKey: string
  degree_programme_id: string | null
  valid_from: DateOnly
  valid_to: DateOnly | null
}

/** Standing equivalences of a pair that name one of the host courses, or any, as far as a new one may repeat them. */
export async function standingFor(
  work: Work,
  pair: { home: string; host: string; hostCodes: readonly string[] },
): Promise<StandingEquivalence[]> {
  const keys = [...new Set(pair.hostCodes.map(courseKey))]
  const rows = await work.read
    .selectFrom('equivalences')
    .select(['id', 'degree_programme_id', 'valid_from', 'valid_to', 'package_any'])
    .select([hostCoursesOf, homeCoursesOf])
    .where('home_organisation_id', '=', pair.home)
    .where('host_organisation_id', '=', pair.host)
    .where('withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('package_any', '=', true),
        eb(
          'id',
          'in',
          eb
            .selectFrom('equivalence_host_courses as c')
            .select('c.equivalence_id')
            .where('c.home_organisation_id', '=', pair.home)
            .where('c.host_organisation_id', '=', pair.host)
            .where(keyOf('c.course_code'), 'in', keys.length > 0 ? keys : ['']),
        ),
      ]),
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    hostKey: setKey(requirementsOf(row.hostCourses)),
    homeKey: setKey(row.homeCourses.map((each) => [each.code])),
    degree_programme_id: row.degree_programme_id,
    valid_from: row.valid_from,
    valid_to: row.valid_to,
  }))
}

/** Open degree programmes of institutions, for choices on forms. */
export async function degreeProgrammesOf(
  work: Work,
  organisationIds: readonly string[],
): Promise<{ id: string; organisationId: string; code: string; names: LocalText }[]> {
  if (organisationIds.length === 0) return []
  const rows = await work.read
    .selectFrom('degree_programmes')
    .select(['id', 'organisation_id', 'code', 'names'])
    .where('organisation_id', 'in', [...organisationIds])
    .where('closed_on', 'is', null)
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    code: row.code,
    names: row.names,
  }))
}
