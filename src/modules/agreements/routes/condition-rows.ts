import { randomUUIDv7 } from 'node:crypto'
import type { FormInput } from '#kernel/http'
import type { Message } from '#kernel/messages'
import {
  readAmount,
  readFields,
  readLanguages,
  readLevels,
  readWhole,
  readYear,
  writeFields,
  writeLanguages,
  writeLevels,
} from '../formats/condition-cells.ts'
import { m } from '../messages/index.ts'
import {
  type Condition,
  type ConditionFault,
  conditionFaults,
  type ConditionField,
  conditionKinds,
  type Partners,
} from '../rules/conditions.ts'

/** The most conditions that one agreement may have. */
export const mostConditions = 200

/** A row of the grid as it was typed, and what it says. */
export interface TypedRow {
  values: Record<string, string>
  errors: Partial<Record<ConditionField, Message>>
  /** Null where a cell is not understood. */
  condition: Condition | null
}

/** Reads the rows of conditions that a form brought; rows in which nothing was typed are left out. */
export function typedRows({ values }: FormInput): TypedRow[] {
  const rows = new Map<number, Record<string, string>>()
  for (const [name, [value = '']] of Object.entries(values)) {
    const match = /^conditions\.(\d{1,3})\.([a-zA-Z]+)$/.exec(name)
    if (!match) continue
    const place = Number(match[1])
    rows.set(place, { ...rows.get(place), [match[2]!]: value })
  }
  const keys = new Set<string>()
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .slice(0, mostConditions)
    .map(([, row]) => row)
    .filter(isTyped)
    .map((row) => {
      const key = row['key'] ?? ''
      const isFresh = !/^[\w-]{1,64}$/.test(key) || keys.has(key)
      const kept = isFresh ? randomUUIDv7() : key
      keys.add(kept)
      return readRow({ ...row, key: kept })
    })
}

const chosen = new Set(['kind', 'sending', 'receiving', 'shared', 'blended', 'key'])

/** A row of which nothing but choices is filled in was never meant. */
function isTyped(row: Record<string, string>): boolean {
  return Object.entries(row).some(([name, value]) => !chosen.has(name) && value.trim() !== '')
}

function readRow(values: Record<string, string>): TypedRow {
  const text = (name: string) => values[name] ?? ''
  const errors: TypedRow['errors'] = {}
  const understood = <T>(field: ConditionField, value: T | null): T | undefined => {
    if (value !== null) return value
    errors[field] = m(`cell.${field}` as 'cell.seats')
    return undefined
  }
  const kind = conditionKinds.find((each) => each === text('kind'))
  const read = {
    seats: understood('seats', readWhole(text('seats'))),
    amount: understood('amount', readAmount(text('amount'))),
    firstYear: understood('firstYear', readYear(text('firstYear'))),
    lastYear: understood('lastYear', readYear(text('lastYear'))),
    languages: understood('languages', readLanguages(text('languages'))),
    fields: understood('fields', readFields(text('fields'))),
    levels: understood('levels', readLevels(text('levels'))),
  }
  if (!kind || Object.keys(errors).length > 0) return { values, errors, condition: null }
  const condition: Condition = {
    key: text('key'),
    kind,
    sending: text('sending'),
    receiving: text('receiving'),
    sendingUnit: text('sendingUnit'),
    receivingUnit: text('receivingUnit'),
    firstYear: read.firstYear!,
    lastYear: read.lastYear!,
    seats: read.seats!,
    shared: text('shared') === 'pool',
    amount: read.amount!.amount,
    fields: read.fields!,
    languages: read.languages!,
    levels: read.levels!,
    blended: text('blended') === 'yes',
    terms: text('terms').trim(),
  }
  return { values, errors, condition }
}

/** A condition as the cells of the grid. */
export function rowOf(condition: Condition): Record<string, string> {
  return {
    key: condition.key,
    kind: condition.kind,
    sending: condition.sending,
    receiving: condition.receiving,
    sendingUnit: condition.sendingUnit,
    receivingUnit: condition.receivingUnit,
    firstYear: condition.firstYear,
    lastYear: condition.lastYear,
    seats: condition.seats === 0 ? '' : String(condition.seats),
    shared: condition.shared ? 'pool' : 'pair',
    amount: condition.amount ?? '',
    fields: writeFields(condition.fields),
    languages: writeLanguages(condition.languages),
    levels: writeLevels(condition.levels),
    blended: condition.blended ? 'yes' : 'no',
    terms: condition.terms,
  }
}

/** What is wrong with a condition that was understood, in words, field by field. */
export function faultsInWords(
  condition: Condition,
  partners: Partners,
): Partial<Record<ConditionField, Message>> {
  const faults = Object.entries(conditionFaults(condition, partners)) as [
    ConditionField,
    ConditionFault,
  ][]
  return Object.fromEntries(faults.map(([field, fault]) => [field, m(`condition-fault.${fault}`)]))
}
