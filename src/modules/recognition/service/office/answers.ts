import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { m } from '../../messages/index.ts'
import { batchById, itemsOfBatch, openAnswerOf } from '../../queries/office/batches.ts'
import {
  type AnswerRow,
  compareAnswer,
  type ComparedAnswer,
} from '../../rules/office/registry-answer.ts'
import { writtenGrade } from '../../rules/office/registry-rows.ts'
import { exact } from '../../stored.ts'
import { lockedBatch, settleItems } from './settle-items.ts'

/** Keeps an answer of the registry as it was read, so that a person looks at it before anything is confirmed. */
export async function receiveAnswer(
  work: Work,
  input: { batchId: string; fileName: string; rows: readonly AnswerRow[] },
): Promise<{ answerId: string } | Refusal> {
  const batch = await lockedBatch(work, input.batchId)
  const actor = personOf(work.actor)
  if (!batch || actor === null || !work.may('recognition.posting.post', batch))
    return refuse(404, m('posting.refusal.no-batch'))
  const id = randomUUIDv7()
  await work.writeUnchronicled(async (tx) => {
    // Another answer that nobody took over is let go: the newer one is what the registry says.
    await tx
      .updateTable('posting_answers')
      .set({ state: 'discarded', closed_at: work.now, rows: JSON.stringify([]) })
      .where('batch_id', '=', batch.id)
      .where('state', '=', 'open')
      .execute()
    await tx
      .insertInto('posting_answers')
      .values({
        id,
        batch_id: batch.id,
        file_name: input.fileName.slice(0, 255),
        rows: JSON.stringify(input.rows),
        uploaded_by: actor,
        uploaded_at: work.now,
        closed_at: null,
      })
      .execute()
  })
  return { answerId: id }
}

/** The open answer to a batch beside what was exported; null where there is none. */
export async function comparedAnswerOf(
  work: Work,
  batchId: string,
): Promise<{
  answerId: string
  fileName: string
  compared: ComparedAnswer
  rows: AnswerRow[]
} | null> {
  const batch = await batchById(work, batchId)
  const answer = batch && (await openAnswerOf(work, batchId))
  if (!batch || !answer) return null
  const items = await itemsOfBatch(work, batchId)
  const compared = compareAnswer(
    items.map((item) => ({
      id: item.id,
      reference: `${batch.number}/${item.position}`,
      studentNumber: item.studentNumber,
      homeCourseCode: item.homeCourseCode,
      act: item.act,
      credit: exact(item.credit),
      grade: writtenGrade(item.grade, batch.layout),
      state: item.state,
    })),
    answer.rows,
    batch.layout.answer,
  )
  return { answerId: answer.id, fileName: answer.fileName, compared, rows: answer.rows }
}

/**
 * Takes the registry's answer over: what it accepts as it was sent is confirmed, what it refuses keeps its words, and
 * what it entered differently only where the registrar says so. The rest waits on.
 */
export async function takeAnswer(
  work: Work,
  input: { batchId: string; answerId: string; alsoItems: readonly string[] },
): Promise<{ posted: number; rejected: number; left: number } | Refusal> {
  const batch = await lockedBatch(work, input.batchId)
  if (!batch || !work.may('recognition.posting.post', batch))
    return refuse(404, m('posting.refusal.no-batch'))
  const found = await comparedAnswerOf(work, batch.id)
  if (found?.answerId !== input.answerId) return refuse(409, m('posting.refusal.answer-gone'))
  const { answered, missing } = found.compared
  const also = new Set(input.alsoItems)
  const accepted = answered.filter(
    (each) => each.verdict === 'accepted' || (each.verdict === 'differs' && also.has(each.id)),
  )
  const posted = await settleSome(
    work,
    batch.id,
    accepted.map((each) => each.id),
    'posted',
    '',
  )
  if (isRefused(posted)) return posted
  let rejected = 0
  const refusals = Map.groupBy(
    answered.filter((each) => each.verdict === 'rejected'),
    (each) => each.message,
  )
  for (const [message, group] of refusals) {
    const note = message === '' ? '–' : message
    const done = await settleSome(
      work,
      batch.id,
      group.map((each) => each.id),
      'rejected',
      note,
    )
    if (isRefused(done)) return done
    rejected += done
  }
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('posting_answers')
      // What was taken over stands with the rows; the registry's file is not kept.
      .set({ state: 'taken', closed_at: work.now, rows: JSON.stringify([]) })
      .where('id', '=', found.answerId)
      .execute(),
  )
  const left = answered.filter((each) => each.verdict === 'differs' && !also.has(each.id)).length
  return { posted, rejected, left: left + missing.length }
}

/** Lets an answer go without taking anything from it. */
export async function discardAnswer(
  work: Work,
  input: { batchId: string; answerId: string },
): Promise<{ batchId: string } | Refusal> {
  const batch = await lockedBatch(work, input.batchId)
  if (!batch || !work.may('recognition.posting.post', batch))
    return refuse(404, m('posting.refusal.no-batch'))
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('posting_answers')
      .set({ state: 'discarded', closed_at: work.now, rows: JSON.stringify([]) })
      .where('id', '=', input.answerId)
      .where('batch_id', '=', batch.id)
      .where('state', '=', 'open')
      .execute(),
  )
  return { batchId: batch.id }
}

async function settleSome(
  work: Work,
  batchId: string,
  itemIds: readonly string[],
  outcome: 'posted' | 'rejected',
  note: string,
): Promise<number | Refusal> {
  if (itemIds.length === 0) return 0
  const settled = await settleItems(work, { batchId, itemIds, outcome, note })
  return isRefused(settled) ? settled : settled.changed
}
