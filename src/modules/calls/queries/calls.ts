import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
import type { CallDefinition, Reference } from '../rules/questions.ts'
import { type CallStage, type CallState, stageOf } from '../rules/timeline.ts'
import type { DecisionWay } from '../schema.ts'

/** A call with its institution; its columns are the facts that the rules look at. */
export interface CallRow {
  [fact: string]: unknown
  id: string
  organisation_id: string
  organisation: LocalText
  time_zone: string
  subject_kind: string | null
  subject_id: string | null
  titles: LocalText
  summaries: LocalText
  languages: string[]
  definition: CallDefinition
  opens_at: Date | null
  closes_at: Date | null
  results_at: Date | null
  decide_by: DecisionWay
  merit_question: string | null
  blind: boolean
  reply_days: number
  lot_seed: string | null
  state: CallState
  version: number
  decisions: number
  copied_from: string | null
  published_at: Date | null
  decided_at: Date | null
  told_at: Date | null
}

/** A call as its institution's list shows it. */
export interface CountedCall extends CallRow {
  submitted: number
  undecided: number
}

/** One call, or null; `lock` keeps others from changing or deciding it until the commit. */
export async function callById(work: Work, id: string, lock?: 'lock'): Promise<CallRow | null> {
  if (!isUuid(id)) return null
  const row = await callRows(work)
    .where('calls.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of calls`))
    .executeTakeFirst()
  return row ?? null
}

/** What everybody may see: the calls that are published, those that are open or will be first, and by their closing. */
export async function publicCalls(work: Work): Promise<CallRow[]> {
  return callRows(work)
    .where('calls.state', '<>', 'draft')
    .orderBy(sql`calls.closes_at > ${work.now} desc`)
    .orderBy(sql`case when calls.closes_at > ${work.now} then calls.closes_at end`)
    .orderBy('calls.closes_at', 'desc')
    .orderBy('calls.id')
    .limit(mostShown)
    .execute()
}

/** The most calls that a public list shows: those that closed longest ago are left out. */
const mostShown = 60

/** The calls about a subject that the actor may see, the oldest first: drafts are their institution's. */
export async function callsAbout(work: Work, subject: Reference): Promise<CallRow[]> {
  if (!isUuid(subject.id)) return []
  return callRows(work)
    .where('calls.subject_kind', '=', subject.kind)
    .where('calls.subject_id', '=', subject.id)
    .where((eb) =>
      eb.or([eb('calls.state', '<>', 'draft'), work.scope('calls.call.list', 'calls')(eb)]),
    )
    .orderBy('calls.created_at')
    .orderBy('calls.id')
    .execute()
}

/** What a call is called and where it stands, for whoever opened it. */
export interface CallHead {
  titles: LocalText
  resultsAt: Date | null
  stage: CallStage
}

/** The heads of some calls, by their ids, whoever asks; one query. */
export async function headsOf(
  work: Work,
  callIds: readonly string[],
): Promise<Map<string, CallHead>> {
  if (callIds.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('calls')
    .select(['id', 'titles', 'state', 'opens_at', 'closes_at', 'results_at'])
    .where(sql<boolean>`id = any(${[...callIds]}::uuid[])`)
    .execute()
  return new Map(
    rows.map(({ id, titles, results_at: resultsAt, ...call }) => [
      id,
      { titles, resultsAt, stage: stageOf(call, work.now) },
    ]),
  )
}

/** The calls of the actor's institutions, the newest first, with how many applications wait for a decision. */
export async function officeCalls(work: Work): Promise<CountedCall[]> {
  const counted = work.read
    .selectFrom('call_applications as a')
    .select('a.call_id')
    .select((eb) => [
      eb.fn.countAll<bigint>().as('submitted'),
      sql<bigint>`count(*) filter (where a.outcome is null)`.as('undecided'),
    ])
    .where('a.state', '=', 'submitted')
    .groupBy('a.call_id')
    .as('counted')
  const rows = await callRows(work)
    .leftJoin(counted, 'counted.call_id', 'calls.id')
    .select(['counted.submitted', 'counted.undecided'])
    .where(work.scope('calls.call.list', 'calls'))
    .orderBy('calls.created_at', 'desc')
    .orderBy('calls.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    submitted: Number(row.submitted ?? 0),
    undecided: Number(row.undecided ?? 0),
  }))
}

function callRows(work: Work) {
  return work.read
    .selectFrom('calls')
    .innerJoin('organisations as o', 'o.id', 'calls.organisation_id')
    .select([
      'calls.id',
      'calls.organisation_id',
      'calls.subject_kind',
      'calls.subject_id',
      'calls.titles',
      'calls.summaries',
      'calls.languages',
      'calls.definition',
      'calls.opens_at',
      'calls.closes_at',
      'calls.results_at',
      'calls.decide_by',
      'calls.merit_question',
      'calls.blind',
      'calls.reply_days',
      'calls.lot_seed',
      'calls.state',
      'calls.version',
      'calls.decisions',
      'calls.copied_from',
      'calls.published_at',
      'calls.decided_at',
      'calls.told_at',
      'o.names as organisation',
      'o.time_zone',
    ])
}
