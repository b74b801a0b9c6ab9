import { type Refusal, personOf, principalsOf, refuse, type Work } from '#kernel/database'
import { Fraction } from '#kernel/values'
import {
  creditPosted,
  postingRejected,
  postingReopened,
  postingsCancelled,
} from '../../entries-office.ts'
import { m } from '../../messages/index.ts'
import type { ItemState } from '../../schema-office.ts'
import { exact } from '../../stored.ts'
import { refreshPosting } from './posting-state.ts'

/** What the registrar says of rows of a batch: entered, refused by the registry, or a word taken back. */
export interface SettleItems {
  batchId: string
  itemIds: readonly string[]
  outcome: 'posted' | 'rejected' | 'exported'
  /** Why the registry refused; wanted for a refusal. */
  note: string
}

/** How many rows were changed, and how many somebody else had settled before. */
export interface Settled {
  changed: number
  already: number
}

/**
 * Confirms line by line what the registry has entered, notes what it refused, or takes a word back. Of two registrars
 * at once the second changes only what the first has left. A word is taken back only while nothing later was sent or
 * posted for the same entry, because the later row was made on its ground.
 */
export async function settleItems(work: Work, input: SettleItems): Promise<Settled | Refusal> {
  const batch = await lockedBatch(work, input.batchId)
  if (!batch || !work.may('recognition.posting.post', batch)) return absent()
  if (batch.state === 'cancelled') return refuse(409, m('posting.refusal.cancelled'))
  if (input.itemIds.length === 0)
    return refuse(422, m('posting.refusal.none-chosen'), { keys: m('posting.refusal.none-chosen') })
  if (input.outcome === 'rejected' && input.note.trim() === '')
    return refuse(422, m('posting.refusal.note'), { note: m('posting.refusal.note') })
  const items = await itemsToSettle(work, input)
  if (items.length === 0) return { changed: 0, already: input.itemIds.length }
  if (input.outcome === 'exported' && (await haveFollowers(work, items)))
    return refuse(409, m('posting.refusal.followed'))
  await settle(work, batch, items, input)
  return { changed: items.length, already: input.itemIds.length - items.length }
}

/** Takes back what of a batch waits for the registry's word, so that it can go into another one. */
export async function cancelBatch(
  work: Work,
  batchId: string,
): Promise<{ dropped: number } | Refusal> {
  const batch = await lockedBatch(work, batchId)
  if (!batch || !work.may('recognition.posting.post', batch)) return absent()
  const items = await itemsIn(work, batchId, ['exported'])
  if (items.length === 0) return refuse(409, m('posting.refusal.nothing-to-cancel'))
  const entry = postingsCancelled({
    object: { kind: 'posting-batch', id: batchId },
    organisationIds: [batch.organisation_id],
    personId: null,
    data: { number: batch.number, rows: items.length },
  })
  await work.write(entry, async (tx) => {
    await tx
      .updateTable('posting_items')
      .set({ state: 'dropped', settled_at: work.now, settled_by: personOf(work.actor) })
      .where(
        'id',
        'in',
        items.map((item) => item.id),
      )
      .execute()
    const rest = await tx
      .selectFrom('posting_items')
      .select('id')
      .where('batch_id', '=', batchId)
      .where('state', '<>', 'dropped')
      .limit(1)
      .executeTakeFirst()
    await tx
      .updateTable('posting_batches')
      .set(
        rest
          ? { state: 'settled', settled_at: work.now }
          : { state: 'cancelled', settled_at: work.now, cancelled_by: personOf(work.actor) },
      )
      .where('id', '=', batchId)
      .execute()
  })
  await refreshPosting(work, casesOf(items))
  return { dropped: items.length }
}

type Item = Awaited<ReturnType<typeof itemsIn>>[number]
type Batch = NonNullable<Awaited<ReturnType<typeof lockedBatch>>>

/** A batch, locked until the commit: words on it are said one after the other. */
export async function lockedBatch(work: Work, id: string) {
  return work.read
    .selectFrom('posting_batches')
    .select(['id', 'organisation_id', 'number', 'state', 'layout_id', 'layout_version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

async function itemsIn(work: Work, batchId: string, states: readonly ItemState[]) {
  return work.read
    .selectFrom('posting_items as i')
    .innerJoin('recognition_cases as c', 'c.id', 'i.case_id')
    .select([
      'i.id',
      'i.case_id',
      'i.entry_key',
      'i.act',
      'i.credit',
      'i.state',
      'c.number',
      'c.person_id',
    ])
    .where('i.batch_id', '=', batchId)
    .where('i.state', 'in', [...states])
    .orderBy('i.position')
    .execute()
}

async function itemsToSettle(
  work: Work,
  { batchId, itemIds, outcome }: SettleItems,
): Promise<Item[]> {
  const from = outcome === 'exported' ? (['posted', 'rejected'] as const) : (['exported'] as const)
  const wanted = new Set(itemIds)
  const items = await itemsIn(work, batchId, from)
  // Nobody says the registry's word on their own credit, nor on that of somebody for whom they stand in.
  const own = new Set([personOf(work.actor), ...principalsOf(work.actor)])
  return items.filter((item) => wanted.has(item.id) && !own.has(item.person_id))
}

/** Whether something of the same entries is on its way beside these rows, or was sent or posted after them. */
async function haveFollowers(work: Work, items: readonly Item[]): Promise<boolean> {
  const later = await work.read
    .selectFrom('posting_items as i')
    .innerJoin('posting_items as f', (join) =>
      join
        .onRef('f.case_id', '=', 'i.case_id')
        .onRef('f.entry_key', '=', 'i.entry_key')
        .onRef('f.id', '<>', 'i.id'),
    )
    .select('f.id')
    .where(
      'i.id',
      'in',
      items.map((item) => item.id),
    )
    .where((eb) =>
      eb.or([
        eb('f.state', '=', 'exported'),
        eb.and([eb('f.state', '=', 'posted'), eb('f.id', '>', eb.ref('i.id'))]),
      ]),
    )
    .limit(1)
    .executeTakeFirst()
  return later !== undefined
}

async function settle(
  work: Work,
  batch: Batch,
  items: readonly Item[],
  { outcome, note }: SettleItems,
): Promise<void> {
  const entries = [...Map.groupBy(items, (item) => item.case_id).values()].map((group) =>
    entryOf(batch, group, outcome),
  )
  const isSettled = outcome !== 'exported'
  await work.write(entries, async (tx) => {
    await tx
      .updateTable('posting_items')
      .set({
        state: outcome,
        settled_at: isSettled ? work.now : null,
        settled_by: isSettled ? personOf(work.actor) : null,
        note: outcome === 'rejected' ? note.trim() : '',
      })
      .where(
        'id',
        'in',
        items.map((item) => item.id),
      )
      .execute()
    const waits = await tx
      .selectFrom('posting_items')
      .select('id')
      .where('batch_id', '=', batch.id)
      .where('state', '=', 'exported')
      .limit(1)
      .executeTakeFirst()
    await tx
      .updateTable('posting_batches')
      .set(waits ? { state: 'open', settled_at: null } : { state: 'settled', settled_at: work.now })
      .where('id', '=', batch.id)
      .execute()
  })
  await refreshPosting(work, casesOf(items))
}

function entryOf(batch: Batch, items: readonly Item[], outcome: SettleItems['outcome']) {
  const [first] = items
  const about = {
    object: { kind: 'recognition-case', id: first!.case_id },
    organisationIds: [batch.organisation_id],
    personId: first!.person_id,
  }
  const data = { number: first!.number, batch: batch.number, rows: items.length }
  if (outcome === 'rejected') return postingRejected({ ...about, data })
  if (outcome === 'exported') return postingReopened({ ...about, data })
  const credit = Fraction.sum(
    items.filter((item) => item.act !== 'remove').map((item) => exact(item.credit)),
  )
  return creditPosted({ ...about, data: { ...data, credit: credit.toString() } })
}

function casesOf(items: readonly Item[]): string[] {
  return [...new Set(items.map((item) => item.case_id))]
}

function absent(): Refusal {
  return refuse(404, m('posting.refusal.no-batch'))
}
