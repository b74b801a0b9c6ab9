import type { Refusal, Work } from '#kernel/database'
import { type Call, refusalWords } from '#kernel/http'
import type { Message } from '#kernel/messages'
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

/** The names of the partners and units of an agreement in the reader's language. */
export async function namesOf(
  call: Pick<Call, 'work' | 'language'>,
  whole: WholeAgreement,
): Promise<Names> {
  return (await namesIn(call.work, whole))(call.language)
}
