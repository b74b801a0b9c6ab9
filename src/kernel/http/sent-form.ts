import type { Refusal } from '#kernel/database'
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

/** The first value of every field as it was typed, to be shown again. */
export function typedValues({ form }: Pick<Call, 'form'>): Record<string, string> {
  const first = Object.entries(form.values).map(([name, values]) => [name, values[0] ?? ''])
  return Object.fromEntries(first)
}

/** The one value of a field without the space around it, or an empty text. */
export function valueOf({ form }: Pick<Call, 'form'>, name: string): string {
  return (form.values[name]?.[0] ?? '').trim()
}

/** The page of a list that an address asks for, from 1 to 10,000; the first where it says nothing that is one. */
export function pageNumber({ query }: Pick<Call, 'query'>): number {
  const given = query.get('page') ?? ''
  return /^[1-9]\d{0,4}$/.test(given) ? Math.min(10_000, Number(given)) : 1
}
