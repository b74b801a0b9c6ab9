import { refuse, type Refusal } from '#kernel/database'
import type { m } from '../messages/index.ts'

/** A refusal of what was typed in one field. */
export function inField(name: string, message: ReturnType<typeof m>): Refusal {
  return refuse(422, message, { [name]: message })
}
