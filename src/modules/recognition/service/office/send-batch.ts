import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { m } from '../../messages/index.ts'

/**
 * Notes that a batch went to the registry, or that it did not after all. Refuses a batch that was taken back, and taking
 * the word back once the registry has answered a row.
 */
export async function sendBatch(
  work: Work,
  input: { batchId: string; isSent: boolean },
): Promise<true | Refusal> {
  const batch = await work.read
    .selectFrom('posting_batches')
    .selectAll()
    .where('id', '=', input.batchId)
    .forUpdate()
    .executeTakeFirst()
  const by = personOf(work.actor)
  if (!batch || by === null || !work.may('recognition.posting.post', batch)) {
    return refuse(404, m('refusal.no-case'))
  }
  if (batch.state === 'cancelled') return refuse(409, m('posting.refusal.cancelled'))
  if (input.isSent === (batch.sent_at !== null)) return true
  if (!input.isSent && (await isAnswered(work, batch.id))) {
    return refuse(409, m('posting.refusal.answered'))
  }
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('posting_batches')
      .set(input.isSent ? { sent_at: work.now, sent_by: by } : { sent_at: null, sent_by: null })
      .where('id', '=', batch.id)
      .execute(),
  )
  return true
}

async function isAnswered(work: Work, batchId: string): Promise<boolean> {
  const answered = await work.read
    .selectFrom('posting_items')
    .select('id')
    .where('batch_id', '=', batchId)
    .where('state', 'in', ['posted', 'rejected'])
    .limit(1)
    .executeTakeFirst()
  return answered !== undefined
}
