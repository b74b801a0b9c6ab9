import { isMessage } from './catalogue.ts'
import type { Argument, Message } from './types.ts'

/** A message as JSON text for a jsonb column; dates among its arguments keep being dates. */
export function storeMessage(message: Message): string {
  return JSON.stringify(plainMessage(message))
}

/** A stored message as it was; the parsed jsonb comes in. What has not the shape of a message throws. */
export function restoreMessage(stored: unknown): Message {
  if (!isMessage(stored)) throw new TypeError('What is stored is no message.')
  const args = Object.entries(stored.args).map(([name, value]) => [name, restoreArgument(value)])
  return { module: stored.module, key: stored.key, args: Object.fromEntries(args) }
}

/** The message as plain JSON values, to stand within other stored JSON. */
export function plainMessage(message: Message): Record<string, unknown> {
  const args = Object.entries(message.args).map(([name, value]) => [name, plainArgument(value)])
  return { module: message.module, key: message.key, args: Object.fromEntries(args) }
}

function plainArgument(value: Argument): unknown {
  if (value instanceof Date) return { date: value.toISOString() }
  return isMessage(value) ? plainMessage(value) : value
}

function restoreArgument(value: unknown): Argument {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (isMessage(value)) return restoreMessage(value)
  const { date } = (value ?? {}) as { date?: unknown }
  if (typeof date !== 'string') throw new TypeError('What is stored is no argument of a message.')
  return new Date(date)
}
