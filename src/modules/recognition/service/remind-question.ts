import type { Refusal, Work } from '#kernel/database'
import { questionById } from '../queries/content-questions.ts'
import { sendQuestion } from './content-questions.ts'

/** Sends a question again, once: with a new link, beside which the first goes on counting. */
export async function remindQuestion(work: Work, id: string): Promise<'sent' | 'closed' | Refusal> {
  const found = await questionById(work, id, 'lock')
  if (found?.state !== 'open') return 'closed'
  const taken = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('content_questions')
      .set({ reminded_at: work.now })
      .where('id', '=', id)
      .where('reminded_at', 'is', null)
      .executeTakeFirst(),
  )
  if (taken.numUpdatedRows === 0n) return 'closed'
  const sent = await sendQuestion(work, found, true)
  return typeof sent === 'string' ? 'sent' : sent
}
