import type { Message } from '#kernel/messages'
import type { Tone } from '#ui'
import { m } from '../../messages/index.ts'
import type { PostingAct } from '../../rules/office/posting.ts'
import type { BatchState, ItemState, PostingState } from '../../schema-office.ts'

/** The way to the registrar's pages. */
export const postingsPath = '/recognition/postings'
export const batchesPath = `${postingsPath}/batches`
export const layoutsPath = `${postingsPath}/layouts`

/** Where one act on a record stands, in words with their tone. */
export function itemState(state: ItemState): { tone: Tone; label: Message } {
  const tones: Record<ItemState, Tone> = {
    exported: 'attention',
    posted: 'done',
    rejected: 'harm',
    dropped: 'quiet',
  }
  return { tone: tones[state], label: m(`posting.item.${state}`) }
}

/** Where a batch stands, in words with their tone. */
export function batchState(state: BatchState): { tone: Tone; label: Message } {
  const tones: Record<BatchState, Tone> = { open: 'attention', settled: 'done', cancelled: 'quiet' }
  return { tone: tones[state], label: m(`posting.batch.${state}`) }
}

/** Where a decided case stands with the registrar, in words with their tone. */
export function postingState(state: PostingState | null): { tone: Tone; label: Message } {
  const tones: Record<PostingState, Tone> = {
    waiting: 'attention',
    exported: 'info',
    posted: 'done',
    nothing: 'quiet',
  }
  const known = state ?? 'waiting'
  return { tone: tones[known], label: m(`posting.case.${known}`) }
}

/** What is done to a record, in words. */
export function actText(act: PostingAct): Message {
  return m(`posting.act.${act}`)
}
