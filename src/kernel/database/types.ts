import { types as pgTypes } from 'pg'
import { type ColumnType, type RawBuilder, sql } from 'kysely'
import { parsers, sameText } from './text-form.ts'

/** The `types` option of a `pg` client. */
export const pgTypeParsers = {
  getTypeParser: (oid: number, format?: string) =>
    format === 'binary' ? pgTypes.getTypeParser(oid, 'binary') : (parsers[oid] ?? sameText),
}

/** A parameter as it travels to either engine: text, bytes, or the literal of an SQL array. */
export type Parameter = string | null | Uint8Array | { literal: string }

/**
 * Writes a parameter in the same way for both engines. An array is an SQL array; a value for a
 * `jsonb` column goes through `json()`. Class instances are refused, because their JSON would
 * end up in text columns with its quotes.
 */
export function encodeParameter(value: unknown): Parameter {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (typeof value === 'number' || typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} cannot be a SQL parameter`)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return value
  if (Array.isArray(value)) return { literal: arrayLiteral(value) }
  const prototype = Object.getPrototypeOf(value)
  if (prototype === Object.prototype || prototype === null) return JSON.stringify(value)
  throw new TypeError(
    `a ${prototype.constructor?.name ?? 'value of a class'} cannot be a SQL parameter: pass its text, or json(value) for a jsonb column`,
  )
}

/** A `jsonb` column in a table's type: parsed when read, written as JSON text so that both engines store the same. */
export type Json<T> = ColumnType<T, string, string>

/** A value for a `jsonb` column, the same on both engines for objects, arrays, texts and null. */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`cast(${JSON.stringify(value)} as jsonb)`
}

function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map(arrayElement).join(',')}}`
}

function arrayElement(value: unknown): string {
  if (Array.isArray(value)) return arrayLiteral(value)
  const encoded = encodeParameter(value)
  if (encoded === null) return 'NULL'
  const text =
    encoded instanceof Uint8Array ? `\\x${Buffer.from(encoded).toString('hex')}` : String(encoded)
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
