import { randomUUIDv7 } from 'node:crypto'
import { sql, type SqlBool } from 'kysely'
import { isRefused, refuse, type Refusal, type Work, type Writer } from '#kernel/database'
import { m } from '../messages/index.ts'
import { type ApplicationRow, applicationsTo } from '../queries/applications.ts'
import { callById } from '../queries/calls.ts'
import { meritsOf } from '../queries/reviews.ts'
import { applicationsOnAgendas, itemsOf, type SittingRow } from '../queries/sittings.ts'
import { inOrderOf, numbersIn, ranksIn } from '../rules/votes.ts'
import { outcomes } from '../schema.ts'
import { countChange, openSitting } from './sittings.ts'

/** The most applications on one agenda. */
export const longestAgenda = 1000

/** Which applications are put on an agenda: those of a filter in order of merit, or those whose numbers are named. */
export type Wanted =
  | { by: 'rank'; ranks: string; outcome: string; wish: string | null }
  | { by: 'number'; numbers: string }

/**
 * Puts applications on the agenda, behind those that are there. What waits on the agenda of a sitting already, this one's
 * too, is passed over, and it is said how many.
 */
export async function putOnAgenda(
  work: Work,
  input: { sittingId: string; wanted: Wanted },
): Promise<{ put: number; passed: number } | Refusal> {
  const sitting = await openSitting(work, input.sittingId, 'calls.sitting.plan')
  if (isRefused(sitting)) return sitting
  const wanted = await wantedOf(work, sitting, input.wanted)
  if (isRefused(wanted)) return wanted
  const taken = await applicationsOnAgendas(work, sitting.call_id)
  const fresh = wanted.filter(({ id }) => !taken.has(id))
  const officers = [sitting.chair_id, sitting.secretary_id]
  const own = fresh.find(({ person_id: id }) => officers.includes(id))
  if (own) return refuse(409, m('sitting.refusal.officer-applies', { number: own.number ?? 0 }))
  const items = await itemsOf(work, sitting.id)
  if (items.length + fresh.length > longestAgenda) {
    return refuse(422, m('sitting.refusal.long', { most: longestAgenda }))
  }
  const last = items.at(-1)?.position ?? 0
  if (fresh.length > 0) {
    await work.writeUnchronicled(async (tx) => {
      await tx
        .insertInto('call_sitting_items')
        .values(
          fresh.map(({ id }, place) => ({
            id: randomUUIDv7(),
            sitting_id: sitting.id,
            call_id: sitting.call_id,
            application_id: id,
            position: last + place + 1,
            outcome: null,
            destination_id: null,
            reason: null,
            recorded_by: null,
            recorded_at: null,
            decisions_seen: null,
          })),
        )
        .execute()
      await countChange(tx, sitting)
    })
  }
  return { put: fresh.length, passed: wanted.length - fresh.length }
}

async function wantedOf(
  work: Work,
  sitting: SittingRow,
  wanted: Wanted,
): Promise<ApplicationRow[] | Refusal> {
  const all = { outcome: null, wish: null, q: '', withdrawn: false }
  if (wanted.by === 'number') {
    const numbers = numbersIn(wanted.numbers)
    if (numbers.length === 0) {
      return refuse(422, m('sitting.refusal.no-number'), {
        numbers: m('sitting.refusal.no-number'),
      })
    }
    const { rows } = await applicationsTo(work, sitting.call_id, all, null)
    const byNumber = new Map(rows.map((row) => [row.number, row]))
    const unknown = numbers.find((number) => !byNumber.has(number))
    if (unknown !== undefined) {
      const fault = m('sitting.refusal.unknown', { number: unknown })
      return refuse(422, fault, { numbers: fault })
    }
    return numbers.map((number) => byNumber.get(number)!)
  }
  const ranks = wanted.ranks === '' ? null : ranksIn(wanted.ranks)
  if (wanted.ranks !== '' && ranks === null) {
    return refuse(422, m('sitting.refusal.ranks'), { ranks: m('sitting.refusal.ranks') })
  }
  const outcome = ([...outcomes, 'none'] as const).find((each) => each === wanted.outcome) ?? null
  // The place is counted among everybody, as the list of the call shows it; the filter then takes out of these places.
  const { rows } = await applicationsTo(work, sitting.call_id, all, null)
  const ordered = await byRank(work, sitting, rows)
  const within = ranks === null ? ordered : ordered.slice(ranks.from - 1, ranks.to)
  const filter = { ...all, outcome, wish: wanted.wish }
  const matching = new Set(
    (await applicationsTo(work, sitting.call_id, filter, null)).rows.map(({ id }) => id),
  )
  const found = within.filter(({ id }) => matching.has(id))
  return found.length > 0 ? found : refuse(422, m('sitting.refusal.none-match'))
}

async function byRank<T extends Pick<ApplicationRow, 'id' | 'answers'>>(
  work: Work,
  sitting: Pick<SittingRow, 'call_id'>,
  rows: readonly T[],
): Promise<T[]> {
  const call = (await callById(work, sitting.call_id))!
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...(await meritsOf(work, call, rows)).keys()].map((id) => byId.get(id)!)
}

/** Orders the agenda: by merit, by number, or as numbers were pasted, with the others behind. */
export async function orderAgenda(
  work: Work,
  input: { sittingId: string; seen: number; by: 'rank' | 'number' | 'pasted'; numbers: string },
): Promise<true | Refusal> {
  const sitting = await openSitting(work, input.sittingId)
  if (isRefused(sitting)) return sitting
  if (sitting.version !== input.seen) return refuse(409, m('sitting.refusal.changed'))
  const items = await itemsOf(work, sitting.id)
  const numbers = numbersIn(input.numbers)
  if (input.by === 'pasted' && !items.some(({ number }) => numbers.includes(number))) {
    return refuse(422, m('sitting.refusal.no-order'), { order: m('sitting.refusal.no-order') })
  }
  const byApplication = new Map(items.map((item) => [item.application_id, item]))
  const ordered =
    input.by === 'pasted'
      ? inOrderOf(items, numbers)
      : input.by === 'number'
        ? items.toSorted((a, b) => a.number - b.number)
        : (
            await byRank(
              work,
              sitting,
              items.map(({ application_id: id, answers }) => ({ id, answers })),
            )
          ).map(({ id }) => byApplication.get(id)!)
  await work.writeUnchronicled(async (tx) => {
    await place(
      tx,
      sitting.id,
      ordered.map(({ id }) => id),
    )
    await countChange(tx, sitting)
  })
  return true
}

/** Takes items off the agenda, whatever was recorded of them: nothing of it is a decision yet. */
export async function takeOffAgenda(
  work: Work,
  input: { sittingId: string; seen: number; itemIds: readonly string[] },
): Promise<{ count: number } | Refusal> {
  const sitting = await openSitting(work, input.sittingId)
  if (isRefused(sitting)) return sitting
  const items = await itemsOf(work, sitting.id)
  const gone = items.filter(({ id }) => input.itemIds.includes(id))
  if (gone.length === 0) return refuse(422, m('refusal.none-chosen'))
  const later = gone.find(({ version }) => version > input.seen)
  if (later) return refuse(409, m('sitting.refusal.recorded', { number: later.number }))
  const ids = gone.map(({ id }) => id)
  await work.writeUnchronicled(async (tx) => {
    for (const [table, column] of [
      ['call_sitting_absences', 'item_id'],
      ['call_sitting_items', 'id'],
    ] as const) {
      await tx
        .deleteFrom(table)
        .where(sql<SqlBool>`${sql.ref(column)} = any(${ids}::uuid[])`)
        .execute()
    }
    await place(
      tx,
      sitting.id,
      items.filter(({ id }) => !ids.includes(id)).map(({ id }) => id),
    )
    await countChange(tx, sitting)
  })
  return { count: gone.length }
}

async function place(tx: Writer, sittingId: string, ids: readonly string[]): Promise<void> {
  await sql`update call_sitting_items set position = ordered.place
    from unnest(${[...ids]}::uuid[]) with ordinality as ordered (id, place)
    where call_sitting_items.id = ordered.id and sitting_id = ${sittingId}::uuid
      and position <> ordered.place`.execute(tx)
}
