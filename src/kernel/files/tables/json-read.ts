import { refuse, type Refusal } from '#kernel/database'
import { m } from '../messages/index.ts'
import {
  limitsOf,
  mostBlankRows,
  TableProblem,
  tableOf,
  type NumberedRow,
  type Table,
  type TableOptions,
  type TextCoding,
} from './table.ts'

type Fields = Map<string, string>

/** Reads a list of objects; an object whose only list holds objects will do as well. */
export async function readJson(
  text: string,
  coding: TextCoding,
  options: TableOptions,
): Promise<Table | Refusal> {
  const limits = limitsOf(options)
  if (partsIn(text) > Math.max(fewestParts, limits.maxRows * limits.maxColumns))
    return refuse(422, m('table-rows', { most: limits.maxRows }))
  let value: unknown
  try {
    value = parseKeepingNumbers(text)
  } catch (error) {
    return refuse(422, m('table-json', { detail: (error as Error).message.slice(0, 200) }))
  }
  const list = listIn(value)
  if (list === null) return refuse(422, m('table-json-shape'))
  const objects = list.map((item) => fieldsOf(item as object))
  const header = headerOf(objects)
  const rows = rowsOf(header, objects)
  return tableOf({ format: 'json', ...coding, delimiter: null, sheets: null }, rows, limits)
}

/** What a small list may have of values and of commas in its texts. */
const fewestParts = 300_000

/** As many commas as the text has, which no parsed value has more parts than; counting is cheap where parsing is not. */
function partsIn(text: string): number {
  let count = 0
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) count += 1
  return count
}

/**
 * Reads one object a line. The file is read twice, because only the last line completes the list of
 * fields.
 */
export async function readJsonLines(
  scan: () => AsyncIterable<string>,
  open: () => AsyncIterable<string>,
  coding: TextCoding,
  options: TableOptions,
): Promise<Table | Refusal> {
  const limits = limitsOf(options)
  const header = new Set<string>()
  try {
    for await (const { fields, row } of lineFields(scan())) {
      for (const name of fields.keys()) header.add(name)
      if (header.size > limits.maxColumns)
        return refuse(422, m('table-columns', { row, most: limits.maxColumns }))
    }
  } catch (error) {
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
  const rows = lineRows([...header], open)
  return tableOf({ format: 'jsonl', ...coding, delimiter: null, sheets: null }, rows, limits)
}

async function* lineRows(
  header: readonly string[],
  open: () => AsyncIterable<string>,
): AsyncGenerator<NumberedRow> {
  if (header.length === 0) return
  yield { row: 0, cells: [...header] }
  for await (const { fields, row } of lineFields(open()))
    yield { row, cells: cellsOf(header, fields) }
}

async function* lineFields(
  text: AsyncIterable<string>,
): AsyncGenerator<{ row: number; fields: Fields }> {
  let row = 0
  let blank = 0
  for await (const line of linesOf(text)) {
    row += 1
    if (line.trim() === '') {
      blank += 1
      if (blank > mostBlankRows)
        throw new TableProblem(refuse(422, m('table-rows', { most: mostBlankRows })))
      continue
    }
    const value = parsedLine(line)
    if (!isObject(value)) throw new TableProblem(refuse(422, m('table-json-line', { row })))
    yield { row, fields: fieldsOf(value) }
  }
}

const longestLine = 16_000_000

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const part of text) {
    const lines = (rest + part).split('\n')
    rest = lines.pop()!
    if (rest.length > longestLine) throw new TableProblem(refuse(422, m('table-json-shape')))
    yield* lines
  }
  if (rest !== '') yield rest
}

function parsedLine(line: string): unknown {
  try {
    return parseKeepingNumbers(line)
  } catch {
    return null
  }
}

/** Numbers stay as they were written: 3.50 and long identifiers would not survive a floating-point number. */
function parseKeepingNumbers(text: string): unknown {
  const parse = JSON.parse as (
    text: string,
    reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
  ) => unknown
  return parse(text, (_, value, context) =>
    typeof value === 'number' ? (context.source ?? String(value)) : value,
  )
}

function listIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value.every(isObject) ? value : null
  if (!isObject(value)) return null
  const lists = Object.values(value).filter((part): part is unknown[] => Array.isArray(part))
  const [only] = lists
  return lists.length === 1 && only!.length > 0 && only!.every(isObject) ? only! : null
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Nested objects become columns with dots, `name.th`; lists stay JSON. */
function fieldsOf(object: object, prefix = '', fields: Fields = new Map()): Fields {
  for (const [name, value] of Object.entries(object)) {
    const path = `${prefix}${name}`
    if (isObject(value) && path.split('.').length < 6) fieldsOf(value, `${path}.`, fields)
    else fields.set(path, cellText(value))
  }
  return fields
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function headerOf(objects: readonly Fields[]): string[] {
  const header = new Set<string>()
  for (const fields of objects) for (const name of fields.keys()) header.add(name)
  return [...header]
}

/** A JSON list has no header line, so its first object is row 1. */
async function* rowsOf(
  header: readonly string[],
  objects: readonly Fields[],
): AsyncGenerator<NumberedRow> {
  if (header.length === 0) return
  yield { row: 0, cells: [...header] }
  for (const [index, fields] of objects.entries())
    yield { row: index + 1, cells: cellsOf(header, fields) }
}

function cellsOf(header: readonly string[], fields: Fields): string[] {
  return header.map((name) => fields.get(name) ?? '')
}
