import type { Refusal, Work } from '#kernel/database'
import { type Answer, type Call, refusalWords } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { renderPage } from '#ui'
import type { Names, Shown } from '../pages/words.ts'
import { copyById, type CopyRow } from '../queries/copies.ts'
import { namesIn } from '../formats/names.ts'
import type { WholeAgreement } from '../queries/whole.ts'

/** What was done, to be said on the page that comes next. */
export interface Done {
  said: Message
  part?: string
}

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

/** The names of the partners and units of an agreement in the reader's language. */
export async function namesOf(
  call: Pick<Call, 'work' | 'language'>,
  whole: WholeAgreement,
): Promise<Names> {
  return (await namesIn(call.work, whole))(call.language)
}
