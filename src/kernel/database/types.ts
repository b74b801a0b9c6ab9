import { types as pgTypes } from 'pg'
import { type ColumnType, type RawBuilder, sql } from 'kysely'

/** Reads the text form of one value of one type. */
export type Parser = (text: string) => unknown

const scalarParsers: Record<number, Parser> = {
  16: (text) => text === 't',
  17: parseBytes,
  20: BigInt,
  21: Number,
  23: Number,
  26: Number,
  114: JSON.parse,
  700: Number,
  701: Number,
  1184: parseInstant,
  3802: JSON.parse,
}

/** Types whose text form is the value: text, char, varchar, date, time, timestamp, interval, numeric, uuid. */
const textTypes = [18, 19, 25, 1042, 1043, 1082, 1083, 1114, 1186, 1266, 1700, 2950]

/** Element type by array type, for the arrays that are read as JavaScript arrays. */
const elementOfArray: Record<number, number> = {
  1000: 16,
  1001: 17,
  1002: 18,
  1003: 19,
  1005: 21,
  1007: 23,
  1009: 25,
  1014: 1042,
  1015: 1043,
  1016: 20,
  1021: 700,
  1022: 701,
  1028: 26,
  1115: 1114,
  1182: 1082,
  1183: 1083,
  1185: 1184,
  1187: 1186,
  1231: 1700,
  1270: 1266,
  199: 114,
  2951: 2950,
  3807: 3802,
}

/** The same reading of every type on both engines; a type that is not listed stays text. */
export const parsers: Record<number, Parser> = {
  ...scalarParsers,
  ...Object.fromEntries(textTypes.map((oid) => [oid, sameText])),
  ...Object.fromEntries(
    Object.entries(elementOfArray).map(([array, element]) => [
      array,
      (text: string) => parseArray(text, scalarParsers[element] ?? sameText),
    ]),
  ),
}

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

function sameText(text: string): string {
  return text
}

function parseBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'))
}

const instantPattern = /^(\d{4,})-(\d\d)-(\d\d) (\d\d:\d\d:\d\d)(\.\d+)?([+-]\d\d)(?::?(\d\d))?$/

function parseInstant(text: string): Date {
  const match = instantPattern.exec(text)
  if (!match || match[1]!.length > 4) {
    throw new RangeError(`the instant ${text} is outside the years 1 to 9999`)
  }
  const [, year, month, day, time, fraction = '', hours, minutes = '00'] = match
  return new Date(`${year}-${month}-${day}T${time}${fraction.slice(0, 4)}${hours}:${minutes}`)
}

function parseArray(text: string, element: Parser): unknown[] {
  // A literal with other lower bounds than 1 begins with them: '[0:1]={…}'.
  let position = text.indexOf('{')
  return list()

  function list(): unknown[] {
    const values: unknown[] = []
    position += 1
    while (text[position] !== '}') {
      if (text[position] === ',') position += 1
      else if (text[position] === '{') values.push(list())
      else values.push(text[position] === '"' ? element(quoted()) : bare())
    }
    position += 1
    return values
  }

  function quoted(): string {
    let value = ''
    for (position += 1; text[position] !== '"'; position += 1) {
      if (text[position] === '\\') position += 1
      value += text[position]
    }
    position += 1
    return value
  }

  function bare(): unknown {
    const start = position
    while (text[position] !== ',' && text[position] !== '}') position += 1
    const value = text.slice(start, position)
    return value === 'NULL' ? null : element(value)
  }
}
