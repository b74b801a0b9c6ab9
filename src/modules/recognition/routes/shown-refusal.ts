import type { Refusal } from '#kernel/database'
import type { Call } from '#kernel/http'

/** What a page says above its content after a refusal. */
export interface ShownRefusal {
  message: string
  fields: Record<string, string>
}

/** A refusal in the reader's words. */
export function shown(call: Call, refusal: Refusal): ShownRefusal {
  return {
    message: call.t(refusal.message),
    fields: Object.fromEntries(
      Object.entries(refusal.fields).map(([name, message]) => [name, call.t(message)]),
    ),
  }
}
