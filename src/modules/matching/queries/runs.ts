import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
import type { MentorKind } from '../rules/coupled-mentors.ts'
import type { Missing } from '../rules/mentor-result.ts'
import type { Withdrawn } from '../rules/repair.ts'
import type { RoundMethod } from '../rules/round-methods.ts'
import type { RunSummary } from '../rules/summary.ts'
import type { RunStage, RunState } from '../rules/sides.ts'

/** A run with its round, and what the rule table asks for. */
export interface RunRow {
  [fact: string]: unknown
  id: string
  origin: string
  round_id: string
  roundName: string
  organisation_id: string
  organisationNames: LocalText
  number: number
  code: string
  state: RunState
  stage: RunStage
  share: number
  inputs_sha256: string
  program_version: string
  method: RoundMethod
  /** The run that this one repairs, and who had dropped out. */
  repairsRunId: string | null
  repairsNumber: number | null
  withdrawn: Withdrawn | null
  /** Whose seed the lottery is drawn from: a repair keeps that of the run which it repairs. */
  seedNumber: number
  frozen_at: Date
  ended_at: Date | null
  published_at: Date | null
  summary: RunSummary | null
  seed: string
  commitment: string
  committedAt: Date
  inputsSha256OfFile: string
  certificateSha256: string | null
  namesSha256: string | null
}

function runs(work: Work) {
  return work.read
    .selectFrom('matching_runs as r')
    .innerJoin('matching_rounds as d', 'd.id', 'r.round_id')
    .innerJoin('organisations as o', 'o.id', 'd.organisation_id')
    .innerJoin('matching_seeds as s', (join) =>
      join
        .onRef('s.round_id', '=', 'r.round_id')
        .on((eb) => eb('s.number', '=', eb.fn.coalesce('r.seed_number', 'r.number'))),
    )
    .leftJoin('matching_runs as b', 'b.id', 'r.repairs_run_id')
    .innerJoin('files as i', 'i.id', 'r.inputs_file_id')
    .leftJoin('files as c', 'c.id', 'r.certificate_file_id')
    .leftJoin('files as n', 'n.id', 'r.names_file_id')
    .select([
      'r.id',
      'r.origin',
      'r.round_id',
      'd.name as roundName',
      'd.organisation_id',
      'o.names as organisationNames',
      'r.number',
      'r.code',
      'r.state',
      'r.stage',
      'r.share',
      'r.inputs_sha256',
      'r.program_version',
      'r.method',
      'r.repairs_run_id as repairsRunId',
      'b.number as repairsNumber',
      'r.withdrawn',
      's.number as seedNumber',
      'r.frozen_at',
      'r.ended_at',
      'r.published_at',
      'r.summary',
      's.seed',
      's.commitment',
      's.committed_at as committedAt',
      'i.sha256 as inputsSha256OfFile',
      'c.sha256 as certificateSha256',
      'n.sha256 as namesSha256',
    ])
}

/** A run by its id, or null. */
export async function runById(work: Work, id: string): Promise<RunRow | null> {
  if (!isUuid(id)) return null
  return (await runs(work).where('r.id', '=', id).executeTakeFirst()) ?? null
}

/** A published run by its public code, or null. */
export async function publishedRun(work: Work, code: string): Promise<RunRow | null> {
  if (!/^[A-Z0-9]{10}$/.test(code)) return null
  const query = runs(work).where('r.code', '=', code).where('r.published_at', 'is not', null)
  return (await query.executeTakeFirst()) ?? null
}

/** The runs of a round, the newest first. */
export function runsOf(work: Work, roundId: string): Promise<RunRow[]> {
  return runs(work).where('r.round_id', '=', roundId).orderBy('r.number', 'desc').execute()
}

/** An applicant's row of a run. */
export interface PlacementView {
  number: number
  code: string
  name: string | null
  country: string
  placeNumber: number | null
  place: string | null
  choice: number | null
  choices: number
  /** Of a round that gives mentors of two kinds: the second; and what is said of both. */
  secondNumber: number | null
  second: string | null
  secondChoice: number | null
  languages: string
  why: Missing | null
  secondWhy: Missing | null
}

/** What narrows the list of applicants. */
export interface PlacementFilter {
  search: string
  /** A choice's number, `none` for those without a place, or all. */
  got: string
  country: string
  place: number | null
}

function placements(work: Work, runId: string) {
  return work.read
    .selectFrom('matching_placements as a')
    .leftJoin('matching_places as p', (join) =>
      join.onRef('p.run_id', '=', 'a.run_id').onRef('p.number', '=', 'a.place_number'),
    )
    .leftJoin('matching_places as q', (join) =>
      join.onRef('q.run_id', '=', 'a.run_id').onRef('q.number', '=', 'a.second_number'),
    )
    .where('a.run_id', '=', runId)
}

const placementColumns = [
  'a.number',
  'a.code',
  'a.name',
  'a.country',
  'a.place_number as placeNumber',
  'p.name as place',
  'a.choice',
  'a.choices',
  'a.second_number as secondNumber',
  'q.name as second',
  'a.second_choice as secondChoice',
  'a.languages',
  'a.why',
  'a.second_why as secondWhy',
] as const

/** Applicants of a run as the filter says, in the order of the list. */
export async function listPlacements(
  work: Work,
  runId: string,
  filter: PlacementFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: PlacementView[]; total: number }> {
  const pattern = `%${filter.search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const choice = /^[1-9]\d{0,5}$/.test(filter.got) ? Number(filter.got) : null
  const rows = await placements(work, runId)
    .select((eb) => [...placementColumns, eb.fn.countAll<bigint>().over().as('total')])
    .$if(filter.search !== '', (query) =>
      query.where((eb) =>
        eb.or([
          eb('a.name', 'ilike', pattern),
          eb('a.code', 'ilike', pattern),
          eb('p.name', 'ilike', pattern),
          eb('q.name', 'ilike', pattern),
        ]),
      ),
    )
    .$if(filter.got === 'none', (query) => query.where('a.choice', 'is', null))
    .$if(filter.got === 'lacking', (query) =>
      query.where((eb) => eb.or([eb('a.why', 'is not', null), eb('a.second_why', 'is not', null)])),
    )
    .$if(choice !== null, (query) => query.where('a.choice', '=', choice))
    .$if(filter.country !== '', (query) => query.where('a.country', '=', filter.country))
    .$if(filter.place !== null, (query) =>
      query.where((eb) =>
        eb.or([eb('a.place_number', '=', filter.place), eb('a.second_number', '=', filter.place)]),
      ),
    )
    .orderBy('a.number')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    total: Number(rows[0]?.total ?? 0n),
  }
}

/** One applicant of a run by the code. */
export async function placementByCode(
  work: Work,
  runId: string,
  code: string,
): Promise<PlacementView | null> {
  const row = await placements(work, runId)
    .select(placementColumns)
    .where('a.code', '=', code)
    .executeTakeFirst()
  return row ?? null
}

/** The names to codes of a run, for a page that shows a few of them. */
export async function namesOfCodes(
  work: Work,
  runId: string,
  codes: readonly string[],
): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('matching_placements')
    .select(['code', 'name'])
    .where('run_id', '=', runId)
    .where('code', 'in', codes)
    .unionAll(
      work.read
        .selectFrom('matching_places')
        .select(['code', 'name'])
        .where('run_id', '=', runId)
        .where('code', 'in', codes)
        .$narrowType<{ code: string }>(),
    )
    .execute()
  return new Map(rows.flatMap(({ code, name }) => (name === null ? [] : [[code, name] as const])))
}

/** A place of a run. */
export interface PlaceView {
  number: number
  name: string
  country: string
  sector: string
  seats: number
  filled: number
  asked: number
  firstChoices: number
  cutoff: number | null
  byLot: boolean
  /** Of a mentor: the code in the certificate, the kind and the languages. */
  code: string | null
  kind: MentorKind | ''
  languages: string
}

/** The places of a run, in the order of the list. */
export async function listPlaces(
  work: Work,
  runId: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: PlaceView[]; total: number }> {
  const rows = await work.read
    .selectFrom('matching_places')
    .select((eb) => [
      'number',
      'name',
      'country',
      'sector',
      'seats',
      'filled',
      'asked',
      'first_choices as firstChoices',
      'cutoff',
      'by_lot as byLot',
      'code',
      'kind',
      'languages',
      eb.fn.countAll<bigint>().over().as('total'),
    ])
    .where('run_id', '=', runId)
    .orderBy('number')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    total: Number(rows[0]?.total ?? 0n),
  }
}

/** Somebody who has another place in a later run than in an earlier one. */
export interface Difference {
  code: string
  name: string | null
  before: string | null
  after: string | null
  change: 'moved' | 'new' | 'gone'
}

/** How the results of two runs of a round differ: by the codes, which stay the same in all of them. */
export async function differenceOf(
  work: Work,
  before: string,
  after: string,
  limit: number,
): Promise<{ rows: Difference[]; total: number }> {
  const result = await sql<{
    code: string
    name: string | null
    before: string | null
    after: string | null
    change: Difference['change']
    total: bigint
  }>`
    with a as (
      select x.code, x.name, x.number, nullif(concat_ws(' · ', p.name, q.name), '') as place,
        coalesce(p.code, p.name) as one, q.code as two
      from matching_placements x
      left join matching_places p on p.run_id = x.run_id and p.number = x.place_number
      left join matching_places q on q.run_id = x.run_id and q.number = x.second_number
      where x.run_id = ${before}
    ), b as (
      select x.code, x.name, x.number, nullif(concat_ws(' · ', p.name, q.name), '') as place,
        coalesce(p.code, p.name) as one, q.code as two
      from matching_placements x
      left join matching_places p on p.run_id = x.run_id and p.number = x.place_number
      left join matching_places q on q.run_id = x.run_id and q.number = x.second_number
      where x.run_id = ${after}
    )
    select coalesce(b.code, a.code) as code, coalesce(b.name, a.name) as name,
      a.place as before, b.place as after,
      case when a.code is null then 'new' when b.code is null then 'gone' else 'moved' end as change,
      count(*) over () as total
    from a full join b on a.code = b.code
    where ${sql<SqlBool>`a.code is null or b.code is null or (a.one, a.two) is distinct from (b.one, b.two)`}
    order by b.number, a.number limit ${limit}`.execute(work.read)
  return {
    rows: result.rows.map(({ total: _total, ...row }) => row),
    total: Number(result.rows[0]?.total ?? 0n),
  }
}

/** Applicants and places of a run whose name, code or place has a text in it: a few of each, to choose one. */
export async function findForWithdrawal(
  work: Work,
  runId: string,
  search: string,
): Promise<{ applicants: PlacementView[]; places: { number: number; name: string }[] }> {
  const filter = { search, got: '', country: '', place: null }
  const { rows } = await listPlacements(work, runId, filter, { page: 1, pageSize: 20 })
  const pattern = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const places = await work.read
    .selectFrom('matching_places')
    .select(['number', 'name'])
    .where('run_id', '=', runId)
    .where('name', 'ilike', pattern)
    .orderBy('number')
    .limit(20)
    .execute()
  return { applicants: rows, places }
}
