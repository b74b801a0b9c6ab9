import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { DateOnly } from '#kernel/values'
import { type Clearance, clearanceIn, type Pack, type StayQuestion } from '../rules/clearance.ts'

const columns = [
  'id',
  'from_country as from',
  'to_country as to',
  'kind',
  'number',
  'valid_from as validFrom',
  'valid_until as validUntil',
  'text',
] as const

/** The newest packs that had begun on a day, one for each pair of countries and kind of stay. */
export function packsOn(work: Work, on: DateOnly): Promise<Pack[]> {
  return work.read
    .selectFrom('clearance_packs')
    .distinctOn(['from_country', 'to_country', 'kind'])
    .select(columns)
    .where('valid_from', '<=', on)
    .orderBy('from_country')
    .orderBy('to_country')
    .orderBy('kind')
    .orderBy('number', 'desc')
    .execute()
}

/** What is known of each of these stays: one query, however many. */
export async function clearancesFor(
  work: Work,
  questions: readonly StayQuestion[],
): Promise<Clearance[]> {
  const abroad = questions.filter(({ from, to }) => from !== to)
  if (abroad.length === 0) return questions.map((question) => clearanceIn([], question))
  const packs = await work.read
    .selectFrom('clearance_packs')
    .select(columns)
    .where(
      sql<boolean>`(from_country, to_country, kind) in (select * from unnest(
        ${abroad.map(({ from }) => from)}::text[],
        ${abroad.map(({ to }) => to)}::text[],
        ${abroad.map(({ kind }) => kind)}::text[]))`,
    )
    .execute()
  return questions.map((question) => clearanceIn(packs, question))
}

/** What is known of one stay on its day. */
export async function clearanceFor(work: Work, question: StayQuestion): Promise<Clearance> {
  const [clearance] = await clearancesFor(work, [question])
  return clearance!
}

/** The versions of the pack of one pair, the newest first. */
export function versionsOf(
  work: Work,
  { from, to, kind }: Omit<StayQuestion, 'on'>,
): Promise<(Pack & { source: 'shipped' | 'upload'; broughtAt: Date })[]> {
  return work.read
    .selectFrom('clearance_packs')
    .select([...columns, 'source', 'brought_at as broughtAt'])
    .where('from_country', '=', from)
    .where('to_country', '=', to)
    .where('kind', '=', kind)
    .orderBy('number', 'desc')
    .execute()
}

/** The newest version of every pack, begun or not, with its hash. */
export function newestPacks(work: Work): Promise<(Pack & { sha256: string })[]> {
  return work.read
    .selectFrom('clearance_packs')
    .distinctOn(['from_country', 'to_country', 'kind'])
    .select([...columns, 'sha256'])
    .orderBy('from_country')
    .orderBy('to_country')
    .orderBy('kind')
    .orderBy('number', 'desc')
    .execute()
}

/** Packs by their ids, for tasks about them. */
export function packsById(work: Work, ids: readonly string[]): Promise<Pack[]> {
  if (ids.length === 0) return Promise.resolve([])
  return work.read
    .selectFrom('clearance_packs')
    .select(columns)
    .where('id', 'in', [...ids])
    .execute()
}
