import { type Call, valueOf } from '#kernel/http'
import { isLanguage } from '#kernel/values'

/** A whole number of a hidden field, or -1. */
export function countOf(call: Pick<Call, 'form'>, name: string): number {
  const typed = valueOf(call, name)
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1
}

/** The languages that a field of boxes names. */
export function languagesOf(call: Pick<Call, 'form'>, name: string): string[] {
  return (call.form.values[name] ?? []).filter(isLanguage)
}
