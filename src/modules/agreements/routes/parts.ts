import type { Refusal, Work } from '#kernel/database'
import type { Answer, Call } from '#kernel/http'
import { renderPage } from '#ui'
import { copyById, type CopyRow } from '../queries/copies.ts'
import type { Shown } from '../pages/words.ts'

/** Loads the copy of an address such as `/agreements/:id/…`. */
export function loadCopy(work: Work, params: Record<string, string>): Promise<CopyRow | null> {
  return copyById(work, params['id'] ?? '')
}

/** A refusal in the reader's words. */
export function shown(call: Pick<Call, 't'>, refusal: Refusal | null): Shown | null {
  if (!refusal) return null
  const fields = Object.entries(refusal.fields).map(([name, message]) => [name, call.t(message)])
  return { message: call.t(refusal.message), fields: Object.fromEntries(fields) }
}

/** The first value of every field as it was typed, to be shown again. */
export function typedValues({ form }: Pick<Call, 'form'>): Record<string, string> {
  const first = Object.entries(form.values).map(([name, values]) => [name, values[0] ?? ''])
  return Object.fromEntries(first)
}

/** Answers with a page; after a refusal with its status. */
export function show(
  page: Parameters<typeof renderPage>[0],
  refusal: Refusal | null = null,
): Answer {
  return { kind: 'html', html: renderPage(page), ...(refusal ? { status: refusal.status } : {}) }
}

/** The page number of an address. */
export function pageNumber({ query }: Pick<Call, 'query'>): number {
  const given = query.get('page') ?? ''
  return /^[1-9]\d{0,4}$/.test(given) ? Number(given) : 1
}
