import { type DateOnly, Fraction } from '#kernel/values'
import type { HostCourse, PostingAct } from './posting.ts'
import {
  kindOf,
  type LayoutColumn,
  numberFormat,
  type PostingSource,
  type RegistryLayout,
  writtenDate,
  writtenNumber,
} from './registry-layout.ts'

/** Everything that a row of a registry's file can say of one act on a student's record, names already in one language. */
export interface RowFacts {
  reference: string
  batch: string
  row: number
  act: PostingAct
  studentNumber: string
  studentName: string
  studentNameLatin: string
  studentNamePassport: string
  programmeCode: string
  programmeName: string
  intakeYear: number
  caseNumber: string
  revision: number
  decidedOn: DateOnly
  hostName: string
  hostCountry: string
  /** The host courses that stand for the home course; none of a course that is taken off. */
  hosts: readonly (HostCourse & { title: string })[]
  homeCode: string
  homeTitle: string
  homeTitleLatin: string
  homeCredit: Fraction
  homeGrade: string | null
  homeTerm: string
  exportedOn: DateOnly
}

/** A cell that cannot be written as its column wants it: which column, and the exact value. */
export interface CellFault {
  column: number
  heading: string
  value: string
}

/** The cells of a row in the order of the columns, or what cannot be written; nothing is rounded or left out silently. */
export function registryRow(
  facts: RowFacts,
  layout: Pick<RegistryLayout, 'columns'>,
): { cells: string[]; faults: CellFault[] } {
  const faults: CellFault[] = []
  const cells = layout.columns.map((column, place) => {
    const written = cellOf(facts, column)
    if (typeof written === 'string') return column.replacements[written] ?? written
    faults.push({ column: place, heading: column.heading, value: written.unwritable })
    return ''
  })
  return { cells, faults }
}

/** What a grade looks like in a registry's file: what the answer has when it has the same. */
export function writtenGrade(
  grade: string | null,
  layout: Pick<RegistryLayout, 'columns'>,
): string {
  const column = layout.columns.find((each) => each.source === 'home-grade')
  return column?.replacements[grade ?? ''] ?? grade ?? ''
}

function cellOf(facts: RowFacts, column: LayoutColumn): string | { unwritable: string } {
  const { source, format } = column
  if (source === 'constant') return format
  const value = valueOf(facts, source)
  if (value === null || value === '') return ''
  switch (kindOf(source)) {
    case 'date':
      return writtenDate(String(value), format)
    case 'number': {
      const number = typeof value === 'number' ? Fraction.of(value) : (value as Fraction)
      const written = writtenNumber(
        number,
        numberFormat(format) ?? { least: 0, most: 6, sign: '.' },
      )
      return written ?? { unwritable: number.toString() }
    }
    case 'text':
      return String(value)
  }
}

function valueOf(facts: RowFacts, source: PostingSource): string | number | Fraction | null {
  const hosts = facts.hosts
  const all = (part: (host: RowFacts['hosts'][number]) => string | null) =>
    [...new Set(hosts.map(part).filter(Boolean))].join(' + ')
  switch (source) {
    case 'host-codes':
      return all((host) => host.code)
    case 'host-titles':
      return all((host) => host.title)
    case 'host-grades':
      return all((host) => host.grade)
    case 'host-term':
      return all((host) => host.term)
    case 'host-credit':
      return hosts.some((host) => host.credit !== null)
        ? Fraction.sum(hosts.map((host) => Fraction.parse(host.credit ?? '0') ?? Fraction.zero))
        : null
    case 'completed-on':
      return (
        hosts
          .map((host) => host.completedOn ?? '')
          .toSorted()
          .at(-1) ?? null
      )
    case 'constant':
      return null
    default:
      return facts[plain[source]] as string | number | Fraction | null
  }
}

const plain: Record<
  Exclude<
    PostingSource,
    | 'host-codes'
    | 'host-titles'
    | 'host-grades'
    | 'host-term'
    | 'host-credit'
    | 'completed-on'
    | 'constant'
  >,
  keyof RowFacts
> = {
  reference: 'reference',
  batch: 'batch',
  row: 'row',
  act: 'act',
  'student-number': 'studentNumber',
  'student-name': 'studentName',
  'student-name-latin': 'studentNameLatin',
  'student-name-passport': 'studentNamePassport',
  'programme-code': 'programmeCode',
  'programme-name': 'programmeName',
  'intake-year': 'intakeYear',
  'case-number': 'caseNumber',
  revision: 'revision',
  'decided-on': 'decidedOn',
  'host-name': 'hostName',
  'host-country': 'hostCountry',
  'home-code': 'homeCode',
  'home-title': 'homeTitle',
  'home-title-latin': 'homeTitleLatin',
  'home-credit': 'homeCredit',
  'home-grade': 'homeGrade',
  'home-term': 'homeTerm',
  'exported-on': 'exportedOn',
}
