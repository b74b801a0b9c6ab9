import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
import type { Findings } from '../aside/round-tasks.ts'
import type { ListReading } from '../formats/round-columns.ts'
import type { RunSummary } from '../rules/summary.ts'
import type { RoundMethod } from '../rules/round-methods.ts'
import { type RoundKind, type RunState, type Side, sides } from '../rules/sides.ts'

/** A round with what the rule table asks for. */
export interface RoundRow {
  [fact: string]: unknown
  id: string
  origin: string
  organisation_id: string
  organisationNames: LocalText
  name: string
  about: string
  kind: RoundKind
  created_at: Date
  findings: Findings
}

/** A list of a round and the file that it came in. */
export interface GivenList {
  side: Side
  fileId: string
  fileName: string
  sha256: string
  sizeBytes: bigint
  reading: ListReading
  givenAt: Date
}

/** What a round without lists has found in them. */
export const noFindings: Findings = {
  lists: {},
  applicants: 0,
  places: 0,
  seats: 0,
  faults: [],
  faultCount: 0,
}

/** A round by its id, or null; `lock` keeps it from being changed by two at once. */
export async function roundById(work: Work, id: string, lock?: 'lock'): Promise<RoundRow | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('matching_rounds as r')
    .innerJoin('organisations as o', 'o.id', 'r.organisation_id')
    .select([
      'r.id',
      'r.origin',
      'r.organisation_id',
      'o.names as organisationNames',
      'r.name',
      'r.about',
      'r.kind',
      'r.created_at',
      'r.findings',
    ])
    .where('r.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of r`))
    .executeTakeFirst()
  return row ? { ...row, findings: row.findings as Findings } : null
}

/** A round in the list of those that a reader may see. */
export interface ListedRound {
  id: string
  name: string
  organisationNames: LocalText
  createdAt: Date
  runs: number
  /** What became of the last run; null where there is none. */
  last: { state: RunState; method: RoundMethod } | null
  applicants: number | null
  matched: number | null
  published: boolean
}

/** The rounds that a reader may list, the newest first: one query, however many. */
export async function listRounds(
  work: Work,
  { page, pageSize, search }: { page: number; pageSize: number; search: string },
): Promise<{ rounds: ListedRound[]; total: number }> {
  const pattern = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await work.read
    .selectFrom('matching_rounds')
    .innerJoin('organisations as o', 'o.id', 'matching_rounds.organisation_id')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('matching_runs')
          .distinctOn('round_id')
          .select(['round_id', 'number', 'state', 'method', 'summary'])
          .orderBy('round_id')
          .orderBy('number', 'desc')
          .as('last'),
      (join) => join.onRef('last.round_id', '=', 'matching_rounds.id'),
    )
    .select((eb) => [
      'matching_rounds.id',
      'matching_rounds.name',
      'o.names as organisationNames',
      'matching_rounds.created_at as createdAt',
      'last.number',
      'last.state',
      'last.method',
      'last.summary as lastSummary',
      eb
        .exists(
          eb
            .selectFrom('matching_runs as p')
            .select('p.id')
            .whereRef('p.round_id', '=', 'matching_rounds.id')
            .where('p.published_at', 'is not', null),
        )
        .as('published'),
      eb.fn.countAll<bigint>().over().as('total'),
    ])
    .where(work.scope('matching.round.list', 'matching_rounds'))
    .$if(search !== '', (query) => query.where('matching_rounds.name', 'ilike', pattern))
    .orderBy('matching_rounds.created_at', 'desc')
    .orderBy('matching_rounds.id', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const rounds = rows.map((row): ListedRound => {
    const { id, name, organisationNames, createdAt, state, method } = row
    const lastSummary = row.lastSummary as RunSummary | null
    return {
      id,
      name,
      organisationNames,
      createdAt,
      runs: row.number ?? 0,
      last: state && method ? { state, method } : null,
      applicants: lastSummary?.applicants ?? null,
      matched: lastSummary ? lastSummary.applicants - lastSummary.unmatched : null,
      published: Boolean(row.published),
    }
  })
  return { rounds, total: Number(rows[0]?.total ?? 0n) }
}

/** The lists of a round, as far as they were given. */
export async function listsOf(
  work: Work,
  roundId: string,
): Promise<Partial<Record<Side, GivenList>>> {
  const rows = await work.read
    .selectFrom('matching_lists as l')
    .innerJoin('files as f', 'f.id', 'l.file_id')
    .select([
      'l.side',
      'l.file_id as fileId',
      'f.name as fileName',
      'f.sha256',
      'f.size_bytes as sizeBytes',
      'l.reading',
      'l.given_at as givenAt',
    ])
    .where('l.round_id', '=', roundId)
    .execute()
  return Object.fromEntries(
    sides.flatMap((side) => rows.filter((row) => row.side === side).map((row) => [side, row])),
  )
}

/** The seed that the next run of a round will reveal; only its commitment may be shown. */
export async function nextSeed(
  work: Work,
  roundId: string,
): Promise<{ number: number; seed: string; commitment: string; committedAt: Date }> {
  const row = await work.read
    .selectFrom('matching_seeds')
    .select(['number', 'seed', 'commitment', 'committed_at as committedAt'])
    .where('round_id', '=', roundId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return row
}

/** Institutions at which the reader may make a round. */
export async function organisationsForRounds(
  work: Work,
): Promise<{ id: string; names: LocalText }[]> {
  const rows = await work.read.selectFrom('organisations').select(['id', 'names']).execute()
  return rows.filter(({ id }) => work.may('matching.round.edit', { organisation_id: id }))
}
