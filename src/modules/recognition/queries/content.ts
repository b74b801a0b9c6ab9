import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { Fraction, isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { JudgedTopic, Topic } from '../rules/content-share.ts'
import { courseKey } from '../rules/context.ts'
import type { RecognitionRuleSet, Titles } from '../rules/types.ts'
import type { TopicUnit } from '../formats/topics.ts'
import { exact, fromStored } from '../stored.ts'
import { type CaseLine, type CasePageRow, linesOfCase } from './cases.ts'

/** A course as a syllabus names it. */
export interface NamedCourse {
  code: string
  titles: Titles
}

/** Both syllabi and what somebody judged of them. */
export interface ComparisonDocument {
  host: { courses: NamedCourse[]; topics: Topic[] }
  home: { courses: NamedCourse[]; topics: JudgedTopic[] }
  /** What the topics of the home courses weigh in. */
  unit: TopicUnit | null
  note: string
}

/** A comparison in its latest version. */
export interface ComparisonRow {
  [fact: string]: unknown
  id: string
  home_organisation_id: string
  host_organisation_id: string
  case_id: string | null
  line_position: number | null
  homeNames: LocalText
  hostNames: LocalText
  version: number
  document: ComparisonDocument
  share: Fraction | null
  sha256: string
  madeBy: PersonName
  madeAt: Date
}

/** The courses of one side as comparisons are found by them. */
export function coursesKey(courses: readonly { code: string }[]): string {
  return [...new Set(courses.map(({ code }) => courseKey(code)))].toSorted().join(' + ')
}

function latest(work: Work) {
  return work.read
    .selectFrom('content_comparisons')
    .innerJoin('content_comparison_versions as v', 'v.comparison_id', 'content_comparisons.id')
    .innerJoin('organisations as home', 'home.id', 'content_comparisons.home_organisation_id')
    .innerJoin('organisations as host', 'host.id', 'content_comparisons.host_organisation_id')
    .innerJoin('persons as p', 'p.id', 'v.made_by')
    .selectAll('content_comparisons')
    .select([
      'home.names as home_names',
      'host.names as host_names',
      'v.version',
      'v.document',
      'v.document_sha256',
      'v.content_share',
      'v.made_at',
      'p.name as made_by_name',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof latest>['executeTakeFirstOrThrow']>>

const isLatest = sql<boolean>`v.version = (select max(w.version) from content_comparison_versions w
  where w.comparison_id = content_comparisons.id)`

function read(row: Row): ComparisonRow {
  return {
    id: row.id,
    home_organisation_id: row.home_organisation_id,
    host_organisation_id: row.host_organisation_id,
    case_id: row.case_id,
    line_position: row.line_position,
    homeNames: row.home_names,
    hostNames: row.host_names,
    version: row.version,
    document: fromStored<ComparisonDocument>(row.document),
    share: row.content_share === null ? null : exact(row.content_share),
    sha256: row.document_sha256,
    madeBy: row.made_by_name,
    madeAt: row.made_at,
  }
}

/** A comparison, in its latest version or the one named; `lock` keeps others from adding a version until the commit. */
export async function comparisonById(
  work: Work,
  id: string,
  options: { version?: number; lock?: boolean } = {},
): Promise<ComparisonRow | null> {
  if (!isUuid(id)) return null
  if (options.lock) {
    await work.read
      .selectFrom('content_comparisons')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  const query = latest(work).where('content_comparisons.id', '=', id)
  const row = await (
    options.version === undefined
      ? query.where(isLatest)
      : query.where('v.version', '=', options.version)
  ).executeTakeFirst()
  return row ? read(row) : null
}

/** The comparisons that the actor may read, the latest first, of all courses or of one pair of sets; one query. */
export async function listComparisons(
  work: Work,
  filter: {
    pair?: { home: string; host: string; hostKey: string; homeKey: string }
    page?: number
    pageSize?: number
  },
): Promise<{ comparisons: ComparisonRow[]; total: number }> {
  const { pair, page = 1, pageSize = 25 } = filter
  let query = latest(work)
    .where(isLatest)
    .where(work.scope('recognition.content.list', 'content_comparisons'))
  if (pair) {
    query = query
      .where('content_comparisons.home_organisation_id', '=', pair.home)
      .where('content_comparisons.host_organisation_id', '=', pair.host)
      .where('content_comparisons.host_key', '=', pair.hostKey)
      .where('content_comparisons.home_key', '=', pair.homeKey)
  }
  const rows = await query
    .select(sql<bigint>`count(*) over ()`.as('total'))
    .orderBy('v.made_at', 'desc')
    .orderBy('content_comparisons.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { comparisons: rows.map(read), total: Number(rows[0]?.total ?? 0n) }
}

/** The earlier judgements of a comparison, the latest first. */
export async function versionsOf(work: Work, comparisonId: string) {
  const rows = await work.read
    .selectFrom('content_comparison_versions as v')
    .innerJoin('persons as p', 'p.id', 'v.made_by')
    .select(['v.version', 'v.content_share', 'v.made_at', 'p.name'])
    .where('v.comparison_id', '=', comparisonId)
    .orderBy('v.version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    share: row.content_share === null ? null : exact(row.content_share),
    madeAt: row.made_at,
    madeBy: row.name,
  }))
}

/** The syllabi that were handed in with a comparison. */
export async function filesOfComparison(work: Work, comparisonId: string) {
  return work.read
    .selectFrom('content_files as c')
    .innerJoin('files as f', 'f.id', 'c.file_id')
    .select(['c.id', 'c.side', 'c.file_id', 'f.name'])
    .where('c.comparison_id', '=', comparisonId)
    .orderBy('c.added_at')
    .orderBy('c.id')
    .execute()
}

/** What a comparison was used for. */
export async function usesOfComparison(work: Work, comparisonId: string) {
  return work.read
    .selectFrom('content_uses as u')
    .leftJoin('recognition_cases as c', 'c.id', 'u.case_id')
    .select([
      'u.version',
      'u.used_at',
      'u.case_id',
      'u.line_position',
      'u.equivalence_id',
      'c.number',
    ])
    .where('u.comparison_id', '=', comparisonId)
    .orderBy('u.used_at', 'desc')
    .execute()
}

/** A line of a case with the courses whose content is in question: those that count together count together here too. */
export interface LineContent {
  line: CaseLine
  hostCourses: NamedCourse[]
  homeCourses: NamedCourse[]
  equivalenceId: string | null
  /** The share that stands for it now: a person's on the line, or the equivalence's. */
  share: Fraction | null
  /** The least share that the case's rules ask for; null where they ask for none. */
  required: Fraction | null
}

/** What is in question on a line, or null where the case has no such line. */
export async function lineContent(
  work: Work,
  found: Pick<CasePageRow, 'id' | 'rule_set_id' | 'rule_set_version'>,
  which: { lineId: string } | { position: number },
): Promise<LineContent | null> {
  const lines = await linesOfCase(work, found.id)
  const line = lines.find((each) =>
    'lineId' in which ? each.id === which.lineId : each.position === which.position,
  )
  if (!line) return null
  const together =
    line.setPosition === null
      ? [line]
      : lines.filter((each) => each.setPosition === line.setPosition)
  const finding = lines.find((each) => each.position === line.setPosition)?.set ?? line.engine
  const engineHome = finding.homeCourses.map(({ code, title }) => ({ code, titles: title }))
  const homeCourses =
    engineHome.length > 0 || line.homeCourseCode === null
      ? engineHome
      : [{ code: line.homeCourseCode, titles: line.homeCourseTitles }]
  return {
    line,
    hostCourses: together.map(({ code, titles }) => ({ code, titles })),
    homeCourses,
    equivalenceId: finding.equivalenceId,
    share: Fraction.parse(line.contentShare ?? '') ?? (await shareOf(work, finding.equivalenceId)),
    required: await requiredShare(work, found),
  }
}

async function shareOf(work: Work, equivalenceId: string | null): Promise<Fraction | null> {
  if (equivalenceId === null) return null
  const row = await work.read
    .selectFrom('equivalences')
    .select('content_share')
    .where('id', '=', equivalenceId)
    .executeTakeFirst()
  return row?.content_share == null ? null : exact(row.content_share)
}

async function requiredShare(
  work: Work,
  {
    rule_set_id: id,
    rule_set_version: version,
  }: Pick<CasePageRow, 'rule_set_id' | 'rule_set_version'>,
): Promise<Fraction | null> {
  if (id === null || version === null) return null
  const row = await work.read
    .selectFrom('recognition_rule_sets')
    .select('definition')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? fromStored<RecognitionRuleSet>(row.definition).minimumContentShare : null
}
