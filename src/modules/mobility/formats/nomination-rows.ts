import { type Message, wordsOf } from '#kernel/messages'
import { type LocalText, parseDate } from '#kernel/values'
import { foldHeading, type ImportTable } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { type MobilityKind, mobilityKinds } from '../rules/states.ts'

/** The columns of a list of nominations, in the order of its template. */
export const nominationColumnNames = [
  'student',
  'receiving',
  'kind',
  'startsOn',
  'endsOn',
  'remark',
] as const
/** One of the columns of a list of nominations. */
export type NominationColumn = (typeof nominationColumnNames)[number]

/** The headings that a list may have, in all five languages. */
export const nominationColumns = Object.fromEntries(
  nominationColumnNames.map((column) => [column, wordsFor(`column.${column}`)]),
) as unknown as Readonly<Record<NominationColumn, readonly string[]>>

/** What a row asks for; the institution by its id. */
export interface NominationRow {
  row: number
  student: string
  receivingOrganisationId: string
  kind: MobilityKind
  startsOn: string
  endsOn: string
  remark: string
}

/** What is wrong with a row, at which column. */
export interface NominationProblem {
  row: number
  column: NominationColumn | null
  message: Message
}

/** The rows of a list as nominations, and what is wrong with others. */
export function nominationsInRows(
  rows: ImportTable<NominationColumn>['rows'],
  institutions: readonly { id: string; names: LocalText; acronym: string | null }[],
): { nominations: NominationRow[]; problems: NominationProblem[] } {
  const ids = new Map<string, string>()
  for (const { id, names, acronym } of institutions) {
    for (const name of [id, acronym ?? '', ...Object.values(names)]) {
      if (name !== '') ids.set(foldHeading(name), id)
    }
  }
  const nominations: NominationRow[] = []
  const problems: NominationProblem[] = []
  for (const { row, values } of rows) {
    const found: NominationProblem[] = []
    const wrong = (column: NominationColumn, message: Message) => {
      found.push({ row, column, message })
      return ''
    }
    const receiving = values.receiving ?? ''
    const read = {
      row,
      student: values.student || wrong('student', m('bulk.no-student')),
      receivingOrganisationId:
        ids.get(foldHeading(receiving)) ??
        wrong('receiving', m('bulk.no-institution', { name: receiving || '–' })),
      kind: kindOf(values.kind) ?? (wrong('kind', m('bulk.no-kind')) as 'study'),
      startsOn: dayOf(values.startsOn) ?? wrong('startsOn', m('bulk.no-date')),
      endsOn: dayOf(values.endsOn) ?? wrong('endsOn', m('bulk.no-date')),
      remark: (values.remark ?? '').slice(0, 2000),
    }
    if (found.length > 0) problems.push(...found)
    else nominations.push(read)
  }
  return { nominations, problems }
}

function kindOf(typed: string | undefined): MobilityKind | null {
  if (typed === undefined) return 'study'
  const folded = foldHeading(typed)
  return (
    mobilityKinds.find((kind) =>
      [kind, ...wordsFor(`kind.${kind}`)].some((word) => foldHeading(word) === folded),
    ) ?? null
  )
}

function dayOf(typed: string | undefined): string | null {
  if (typed === undefined) return null
  return parseDate(typed)
}

/** A word of the catalogue in all five languages. */
export function wordsFor(key: string): string[] {
  return wordsOf(m.catalogue, key)
}
