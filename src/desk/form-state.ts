import type { Refusal } from '#kernel/database'
import type { Call } from '#kernel/http'

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

/** The form as it was sent, with the refusal's words. Passwords and codes are never sent back. */
export function refusedForm(call: Call, refusal: Refusal): FormState {
  const values: Record<string, string> = {}
  for (const [name, [value]] of Object.entries(call.form.values)) {
    if (value !== undefined && !/password|code/i.test(name)) values[name] = value
  }
  const errors = Object.fromEntries(
    Object.entries(refusal.fields).map(([name, message]) => [name, call.t(message)]),
  )
  return { values, errors, message: call.t(refusal.message) }
}

/** The one value of a field, or an empty text. */
export function valueOf(call: Call, name: string): string {
  return call.form.values[name]?.[0] ?? ''
}
