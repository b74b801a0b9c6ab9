import { type Message, wordsOf } from '#kernel/messages'
import { type LocalText } from '#kernel/values'
import { type ImportTable, foldHeading } from '#modules/alliance'
import { m } from '../messages/index.ts'
import {
  type AgreementKind,
  agreementKinds,
  type Condition,
  conditionFaults,
  conditionKinds,
  eachPartner,
  isOfStudents,
} from '../rules/conditions.ts'
import { type SheetColumnName, sheetColumns } from './agreement-sheet.ts'
import {
  readAmount,
  readFields,
  readLanguages,
  readLevels,
  readWhole,
  readYear,
} from './condition-cells.ts'

/** The headings of a list of agreements: those that an export writes, in all five languages. */
export const agreementColumns = Object.fromEntries(
  sheetColumns.map((column) => [column, wordsFor(`column.${column}`)]),
) as unknown as Readonly<Record<SheetColumnName, readonly string[]>>

/** An institution as a list may name it. */
export interface NamedInstitution {
  id: string
  names: LocalText
  acronym: string | null
  isOwn: boolean
}

/** What is wrong with a row: its number, the column, and a sentence. */
export interface AgreementRowProblem {
  row: number
  column: SheetColumnName
  message: Message
}

/** An agreement as its rows say it. */
export interface ListedInSheet {
  rows: number[]
  title: string
  code: string
  kind: AgreementKind
  organisationId: string
  partnerIds: string[]
  conditions: Condition[]
}

/** The agreements of a list, each with the rows that it is made of, and what is wrong with other rows. */
export function agreementsInRows(
  rows: ImportTable<SheetColumnName>['rows'],
  institutions: readonly NamedInstitution[],
): { agreements: ListedInSheet[]; problems: AgreementRowProblem[] } {
  const problems: AgreementRowProblem[] = []
  const agreements = new Map<string, ListedInSheet>()
  const find = finderOf(institutions)
  for (const { row, values } of rows) {
    const read = readRow(row, values, find, institutions)
    if ('problems' in read) {
      problems.push(...read.problems)
      continue
    }
    const key = foldHeading(`${read.title} ${read.code} ${read.organisationId}`)
    const standing = agreements.get(key)
    if (standing) {
      standing.rows.push(row)
      standing.conditions.push(...read.conditions)
      standing.partnerIds = [...new Set([...standing.partnerIds, ...read.partnerIds])]
    } else agreements.set(key, read)
  }
  return { agreements: [...agreements.values()], problems }
}

type Values = Partial<Record<SheetColumnName, string>>
type Find = (name: string) => string | null

function readRow(
  row: number,
  values: Values,
  find: Find,
  institutions: readonly NamedInstitution[],
): ListedInSheet | { problems: AgreementRowProblem[] } {
  const problems: AgreementRowProblem[] = []
  const wrong = (column: SheetColumnName, message: Message) => {
    problems.push({ row, column, message })
    return null
  }
  const partnerNames = (values.partners ?? '').split(/[;\n；]/).map((name) => name.trim())
  const named = partnerNames
    .filter((name) => name !== '')
    .map((name) => [name, find(name)] as const)
  for (const [name, id] of named) {
    if (id === null) wrong('partners', m('import.unknown-institution', { name }))
  }
  const condition = readCondition(row, values, find, wrong)
  const ids = [
    ...named.map(([, id]) => id),
    ...(condition ? [condition.sending, condition.receiving] : []),
  ].filter((id): id is string => id !== null && id !== eachPartner)
  const partnerIds = [...new Set(ids)]
  const own = institutions.find(({ id, isOwn }) => isOwn && partnerIds.includes(id))
  if (!own && problems.length === 0) wrong('partners', m('import.not-yours'))
  if (partnerIds.length === 1) wrong('partners', m('fault.no-partner'))
  const kind = wordOf(agreementKinds, 'agreement-kind', values.agreementKind) ?? 'agreement'
  if (kind !== 'agreement') wrong('agreementKind', m('import.only-agreements'))
  if (condition && problems.length === 0) {
    const faults = conditionFaults(condition, { ids: partnerIds, unitOwners: new Map() })
    for (const [field, fault] of Object.entries(faults)) {
      const column = field === 'shared' ? 'quota' : (field as SheetColumnName)
      wrong(column, m(`condition-fault.${fault}`))
    }
  }
  if (problems.length > 0 || !own || !condition) return { problems }
  const code = (values.code ?? '').slice(0, 100)
  return {
    rows: [row],
    title: (values.title || code || condition.key).slice(0, 200),
    code,
    kind,
    organisationId: own.id,
    partnerIds: partnerIds.filter((id) => id !== own.id),
    conditions: [condition],
  }
}

function readCondition(
  row: number,
  values: Values,
  find: Find,
  wrong: (column: SheetColumnName, message: Message) => null,
): Condition | null {
  const understood = <T>(column: SheetColumnName & keyof typeof cells, value: T | null): T | null =>
    value === null ? wrong(column, m(`cell.${cells[column]}`)) : value
  const partner = (column: 'sending' | 'receiving') => {
    const name = values[column] ?? ''
    const id = isEach(name) ? eachPartner : find(name)
    return id ?? wrong(column, m('import.unknown-institution', { name: name || '–' }))
  }
  const kind =
    wordOf(conditionKinds, 'kind', values.kind) ?? wrong('kind', m('import.unknown-kind'))
  const read = {
    sending: partner('sending'),
    receiving: partner('receiving'),
    seats: understood('seats', readWhole(values.seats ?? '')),
    firstYear: understood('firstYear', readYear(values.firstYear ?? '')),
    lastYear: understood('lastYear', readYear(values.lastYear ?? '')),
    amount: understood('amount', readAmount(values.amount ?? '')),
    languages: understood('languages', readLanguages(values.languages ?? '')),
    fields: understood('fields', readFields(values.fields ?? '')),
    levels: understood('levels', readLevels(values.levels ?? '')),
  }
  if (kind === null || Object.values(read).includes(null)) return null
  return {
    key: `row-${row}`,
    kind,
    sending: read.sending!,
    receiving: read.receiving!,
    sendingUnit: '',
    receivingUnit: '',
    firstYear: read.firstYear!,
    lastYear: read.lastYear!,
    seats: read.seats!,
    shared: isWord('quota.pool', values.quota),
    amount: read.amount!.amount,
    fields: read.fields!,
    languages: read.languages!,
    levels: read.levels!,
    blended: isOfStudents(kind) && isWord('blended.yes', values.blended),
    terms: (values.terms ?? '').slice(0, 2000),
  }
}

const cells = {
  seats: 'seats',
  firstYear: 'firstYear',
  lastYear: 'lastYear',
  amount: 'amount',
  languages: 'languages',
  fields: 'fields',
  levels: 'levels',
} as const

/** Finds an institution by its id, its acronym, or its name in any language. */
export function finderOf(institutions: readonly NamedInstitution[]): Find {
  const ids = new Map<string, string>()
  for (const { id, names, acronym } of institutions) {
    for (const name of [id, acronym ?? '', ...Object.values(names)]) {
      if (name !== '') ids.set(foldHeading(name), id)
    }
  }
  return (name) => ids.get(foldHeading(name)) ?? null
}

/** A word of the catalogue, and its key, in all five languages. */
export function wordsFor(key: string): string[] {
  return [...new Set([key.replace(/^[^.]+\./, ''), ...wordsOf(m.catalogue, key)])]
}

function isWord(key: string, typed: string | undefined): boolean {
  return typed !== undefined && wordsFor(key).map(foldHeading).includes(foldHeading(typed))
}

function isEach(typed: string): boolean {
  return isWord('partner.each', typed)
}

/** The word of a list that a cell means, in whatever language; null where it is none of them. */
export function wordOf<Word extends string>(
  words: readonly Word[],
  prefix: string,
  typed: string | undefined,
): Word | null {
  return words.find((word) => isWord(`${prefix}.${word}`, typed)) ?? null
}
