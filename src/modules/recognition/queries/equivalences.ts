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
import type { Titles } from '../rules/types.ts'
import { exact } from '../stored.ts'

/** A judged equivalence with the names that a page shows, and the facts that the rule table asks for. */
export interface EquivalenceRow {
  [fact: string]: unknown
  id: string
  home_organisation_id: string
  host_organisation_id: string
  degree_programme_id: string | null
  homeNames: LocalText
  hostNames: LocalText
  programmeNames: LocalText | null
  hostCode: string
  hostTitles: Titles
  homeCode: string
  homeTitles: Titles
  homeCredit: Fraction
  contentShare: Fraction | null
  validFrom: DateOnly
  validTo: DateOnly | null
  judgedBy: PersonName
  judgedOn: DateOnly
  note: string
  withdrawnAt: Date | null
}

/** Which equivalences are wanted. */
export interface EquivalenceFilter {
  hostOrganisationId?: string | undefined
  homeOrganisationId?: string | undefined
  degreeProgrammeId?: string | undefined
  /** Parts of a code or a title of either side. */
  search?: string | undefined
  /** Those that stand, those that were withdrawn, or those whose time has passed. */
  state?: 'standing' | 'ended' | 'withdrawn' | undefined
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
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>

function read(row: Row): EquivalenceRow {
  return {
    id: row.id,
    home_organisation_id: row.home_organisation_id,
    host_organisation_id: row.host_organisation_id,
    degree_programme_id: row.degree_programme_id,
    homeNames: row.homeNames,
    hostNames: row.hostNames,
    programmeNames: row.programmeNames,
    hostCode: row.host_course_code,
    hostTitles: row.host_course_titles,
    homeCode: row.home_course_code,
    homeTitles: row.home_course_titles,
    homeCredit: exact(row.home_credit),
    contentShare: row.content_share === null ? null : exact(row.content_share),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    judgedBy: row.judgedByName,
    judgedOn: row.judged_on,
    note: row.note,
    withdrawnAt: row.withdrawn_at,
  }
}

/** Equivalences that the actor may see, by host course; one query, however many there are. */
export async function listEquivalences(
  work: Work,
  filter: EquivalenceFilter,
): Promise<{ equivalences: EquivalenceRow[]; total: number }> {
  const rows = await filtered(work, filter)
    .select(sql<bigint>`count(*) over ()`.as('total'))
    .orderBy('equivalences.host_course_code')
    .orderBy('equivalences.home_course_code')
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
    query = query.where('equivalences.withdrawn_at', 'is not', null)
  } else {
    query = query.where('equivalences.withdrawn_at', 'is', null)
    const ended = sql<boolean>`coalesce(equivalences.valid_to < ${filter.today}, false)`
    query = query.where(filter.state === 'ended' ? ended : sql<boolean>`not ${ended}`)
  }
  const words = normaliseForSearch(plainText((filter.search ?? '').slice(0, 200)))
    .split(/\s+/)
    .filter((word) => word !== '')
  for (const word of words.slice(0, 8)) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(
      sql<boolean>`(lower(equivalences.host_course_code) like ${pattern}
        or lower(equivalences.home_course_code) like ${pattern}
        or lower(equivalences.host_course_titles::text) like ${pattern}
        or lower(equivalences.home_course_titles::text) like ${pattern})`,
    )
  }
  return query
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

/** Equivalences in which a course of an institution takes part, on either side, as far as the actor may see them. */
export async function equivalencesOfCourse(
  work: Work,
  organisationId: string,
  code: string,
): Promise<EquivalenceRow[]> {
  const rows = await withNames(work)
    .where(work.scope('recognition.equivalence.list', 'equivalences'))
    .where('equivalences.withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('equivalences.host_organisation_id', '=', organisationId),
          eb('equivalences.host_course_code', '=', code),
        ]),
        eb.and([
          eb('equivalences.home_organisation_id', '=', organisationId),
          eb('equivalences.home_course_code', '=', code),
        ]),
      ]),
    )
    .orderBy('equivalences.judged_on', 'desc')
    .limit(100)
    .execute()
  return rows.map(read)
}

/** Standing equivalences of a pair for host courses, as far as a new one may repeat them. */
export async function standingFor(
  work: Work,
  pair: { home: string; host: string; hostCodes: readonly string[] },
) {
  if (pair.hostCodes.length === 0) return []
  return work.read
    .selectFrom('equivalences')
    .select([
      'id',
      'host_course_code',
      'home_course_code',
      'degree_programme_id',
      'valid_from',
      'valid_to',
    ])
    .where('home_organisation_id', '=', pair.home)
    .where('host_organisation_id', '=', pair.host)
    .where('withdrawn_at', 'is', null)
    .where('host_course_code', 'in', [...new Set(pair.hostCodes)])
    .execute()
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
