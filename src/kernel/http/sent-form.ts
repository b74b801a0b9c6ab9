import type { Refusal } from '#kernel/database'
import { languages, type LocalText } from '#kernel/values'
import type { Call } from './types.ts'

/** A form as its page shows it again: everything typed, and what is wrong with it. */
export interface FormState {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  message: string | null
}

/** A form that nobody has sent yet, with the values that it begins with. */
export function freshForm(values: Record<string, string> = {}): FormState {
  return { values, errors: {}, message: null }
}

/** The form as it was sent, with the refusal's words; nothing that was typed is lost. */
export function refusedForm(call: Pick<Call, 'form' | 't'>, refusal: Refusal): FormState {
  const { message, fields } = refusalWords(call, refusal)
  return { values: typedValues(call), errors: fields, message }
}

/** A refusal in the reader's words, for the page and for each field. */
export function refusalWords(
  { t }: Pick<Call, 't'>,
  refusal: Refusal,
): { message: string; fields: Record<string, string> } {
  const fields = Object.entries(refusal.fields).map(([name, message]) => [name, t(message)])
  return { message: t(refusal.message), fields: Object.fromEntries(fields) }
}

/** A refusal above a page whose forms are as they were. */
export function refusedOnly({ t }: Pick<Call, 't'>, refusal: Refusal): FormState {
  return { ...freshForm(), message: t(refusal.message) }
}

/** The value of every field as it was typed, to be shown again; several values of a field stand in one, with spaces between. */
export function typedValues({ form }: Pick<Call, 'form'>): Record<string, string> {
  const all = Object.entries(form.values).map(([name, values]) => [name, values.join(' ')])
  return Object.fromEntries(all)
}

/** The one value of a field without the space around it, or an empty text. */
export function valueOf({ form }: Pick<Call, 'form'>, name: string): string {
  return (form.values[name]?.[0] ?? '').trim()
}

/** A text in the five languages, as `name.<language>`; a language in which nothing was typed is left out. */
export function localOf(call: Pick<Call, 'form'>, name: string): LocalText {
  const text: LocalText = {}
  for (const each of languages) {
    const typed = valueOf(call, `${name}.${each}`)
    if (typed !== '') text[each] = typed
  }
  return text
}

/** The page of a list that an address asks for, from 1 to 10,000; the first where it says nothing that is one. */
export function pageNumber({ query }: Pick<Call, 'query'>): number {
  const given = query.get('page') ?? ''
  return /^[1-9]\d{0,4}$/.test(given) ? Math.min(10_000, Number(given)) : 1
}
