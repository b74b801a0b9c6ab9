import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, type Work, type WorkContext } from '#kernel/database'
import { receiveFile, writeXlsx } from '#kernel/files'
import type { Seeding } from '#kernel/http'
import { cast, grantsOf } from '#modules/alliance'
import { roundById } from './queries/rounds.ts'
import { runById, type RunRow, runsOf } from './queries/runs.ts'
import type { RoundMethod } from './rules/round-methods.ts'
import { type RoundKind, type Side, sides } from './rules/sides.ts'
import { freezeRepair, storeRepair, tryRepair } from './service/repairs.ts'
import { checkWithNew, giveLists, makeRound, type NewList } from './service/rounds.ts'
import { carryOut } from './service/run-job.ts'
import { freezeRun, prepareRun, publishRun } from './service/runs.ts'

const dayMs = 24 * 60 * 60_000

/** A list of the demonstration. */
export interface SeedList {
  header: string[]
  rows: string[][]
}

/** A run of the lists by a method, or a repair of the run before without somebody; published so many days ago. */
type SeedRun = { daysAgo: number; publish?: number } & (
  | { method: RoundMethod }
  | { without: { side: 'place'; number: number } }
)

interface SeedRound {
  name: string
  about: string
  kind: RoundKind
  daysAgo: number
  lists: Partial<Record<Side, SeedList>>
  runs: readonly SeedRun[]
}

/** Makes a round through the module's verbs, and passes over what is there of it. */
export async function seedRound(seeding: Seeding, round: SeedRound): Promise<void> {
  const roundId = (await roundNamed(seeding, round.name)) ?? (await madeRound(seeding, round))
  for (const [at, run] of round.runs.entries()) {
    const work = seeding.runner.reading(await coordinator(seeding, run.daysAgo))
    const before = (await runsOf(work, roundId)).toReversed()
    const runId = before[at]?.id ?? (await frozen(seeding, roundId, run, before.at(-1)))
    const context = await coordinator(seeding, run.daysAgo)
    const { runner, services } = seeding
    await carryOut({ runner, context, blobs: services.blobs }, runId)
    const ended = (await runById(work, runId))!
    if (ended.state !== 'proved') throw new Error('a run of the demonstration is not proved')
    if (run.publish !== undefined && ended.published_at === null) {
      succeeded(await by(seeding, run.publish, (writing) => publishRun(writing, runId)))
    }
  }
}

async function roundNamed({ database }: Seeding, name: string): Promise<string | null> {
  const row = await database.kysely
    .selectFrom('matching_lists as l')
    .innerJoin('matching_rounds as r', 'r.id', 'l.round_id')
    .select('r.id')
    .where('r.name', '=', name)
    .executeTakeFirst()
  return row?.id ?? null
}

async function madeRound(seeding: Seeding, round: SeedRound): Promise<string> {
  const { services } = seeding
  const { name, about, kind, daysAgo } = round
  const organisationId = cast.organisations.au
  const made = succeeded(
    await by(seeding, daysAgo, (work) =>
      makeRound(work, {
        organisationId,
        name,
        about,
        kind,
        node: services.node,
        id: randomUUIDv7(),
      }),
    ),
  )
  const lists: NewList[] = []
  for (const side of sides) {
    const list = round.lists[side]
    if (list) lists.push(await listOf(seeding, side, list))
  }
  const findings = await checkWithNew(services.blobs, kind, {}, { added: lists })
  if (isRefused(findings)) throw new Error(`the demonstration is refused: ${findings.message.key}`)
  const found = { findings, before: {} }
  succeeded(
    await by(seeding, daysAgo, (work) => giveLists(work, made.roundId, { added: lists }, found)),
  )
  return made.roundId
}

async function listOf(
  { services }: Seeding,
  side: Side,
  { header, rows }: SeedList,
): Promise<NewList> {
  const columns = header.map((each) => ({ header: each, kind: 'text' as const }))
  const bytes = await writeXlsx({ sheets: [{ name: side, columns, rows }] })
  const file = await receiveFile(
    services.blobs,
    { name: `${side}-2027.xlsx`, bytes },
    { allow: ['xlsx'], maxBytes: 1_000_000 },
  )
  return { side, file: succeeded(file), reading: null }
}

async function frozen(
  seeding: Seeding,
  roundId: string,
  run: SeedRun,
  last: RunRow | undefined,
): Promise<string> {
  const { runner, services } = seeding
  const context = await coordinator(seeding, run.daysAgo)
  const work = runner.reading(context)
  if ('method' in run) {
    const round = (await roundById(work, roundId))!
    const prepared = succeeded(await prepareRun(work, services.blobs, round, run.method))
    const made = await runner.perform(context, (writing) => freezeRun(writing, roundId, prepared))
    return succeeded(made).runId
  }
  const tried = succeeded(await tryRepair(services.blobs, last!, run.without))
  const file = succeeded(await storeRepair(services.blobs, tried))
  const made = await runner.perform(context, (writing) =>
    freezeRepair(writing, last!.id, tried, file),
  )
  return succeeded(made).runId
}

function succeeded<T>(result: T | Refusal): T {
  if (isRefused(result)) throw new Error(`the demonstration is refused: ${result.message.key}`)
  return result
}

async function coordinator(
  { database, now: today }: Seeding,
  daysAgo: number,
): Promise<WorkContext> {
  const now = new Date(today.getTime() - daysAgo * dayMs)
  const personId = cast.people.coordinatorAu
  const grants = await grantsOf(database.kysely, personId, today)
  return { actor: { kind: 'person', personId, grants }, now, language: 'en' }
}

async function by<T>(
  seeding: Seeding,
  daysAgo: number,
  verb: (work: Work) => Promise<T>,
): Promise<T> {
  return seeding.runner.perform(await coordinator(seeding, daysAgo), verb)
}
