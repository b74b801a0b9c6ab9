import type { Refusal } from '#kernel/database'
import { type Call, type FormState, refusedForm as refusedAsSent } from '#kernel/http'

/** The form as it was sent, with the refusal's words. Passwords and codes are never sent back. */
export function refusedForm(call: Call, refusal: Refusal): FormState {
  const form = refusedAsSent(call, refusal)
  const told = Object.entries(form.values).filter(([name]) => !/password|code/i.test(name))
  return { ...form, values: Object.fromEntries(told) }
}

/** The one value of a field as it was typed, or an empty text: a password may begin with a space. */
export function valueOf(call: Call, name: string): string {
  return call.form.values[name]?.[0] ?? ''
}
