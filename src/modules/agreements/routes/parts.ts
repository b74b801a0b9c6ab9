import type { Refusal, Work } from '#kernel/database'
import { type Answer, type Call, refusalWords } from '#kernel/http'
import { renderPage } from '#ui'
import { copyById, type CopyRow } from '../queries/copies.ts'
import type { Shown } from '../pages/words.ts'

/** Loads the copy of an address such as `/agreements/:id/…`. */
export function loadCopy(work: Work, params: Record<string, string>): Promise<CopyRow | null> {
  return copyById(work, params['id'] ?? '')
}

/** A refusal in the reader's words. */
export function shown(call: Pick<Call, 't'>, refusal: Refusal | null): Shown | null {
  return refusal && refusalWords(call, refusal)
}

/** Answers with a page; after a refusal with its status. */
export function show(
  page: Parameters<typeof renderPage>[0],
  refusal: Refusal | null = null,
): Answer {
  return { kind: 'html', html: renderPage(page), ...(refusal ? { status: refusal.status } : {}) }
}
