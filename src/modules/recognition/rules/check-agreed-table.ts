import { bandOf, contains, gradeKey, readGrade } from './grades.ts'
import type { GradeScale, GradeTableRow } from './types.ts'

/** What is wrong with a row of an agreed table, or which earlier row it contradicts. */
export interface AgreedTableFault {
  row: number
  fault: 'host' | 'home' | 'range' | 'bounds' | 'twice' | 'overlap' | 'order'
  label: string
}

export const mostAgreedRows = 300

/**
 * Checks the rows of an agreed table against both scales: each grade is on its scale, no host grade has
 * two rows, and a better grade there is never a worse one here.
 */
export function agreedTableFaults(
  rows: readonly GradeTableRow[],
  hostScale: GradeScale,
  homeScale: GradeScale,
): AgreedTableFault[] {
  const faults: AgreedTableFault[] = []
  for (const [row, each] of rows.entries()) {
    const fault = (what: AgreedTableFault['fault'], label: string) =>
      faults.push({ row, fault: what, label })
    if (readGrade(homeScale, each.home).kind === 'unreadable') fault('home', each.home)
    const { host } = each
    if ('label' in host) {
      const read = readGrade(hostScale, host.label)
      if (read.kind !== 'grade') fault('host', host.label)
    } else if (hostScale.kind !== 'range') {
      fault('host', rangeText(host))
    } else if (host.to.compare(host.from) < 0) {
      fault('range', rangeText(host))
    } else if (host.from.compare(hostScale.lowest) < 0 || host.to.compare(hostScale.highest) > 0) {
      fault('bounds', rangeText(host))
    }
    const before = rows.slice(0, row)
    if (before.some((other) => isSame(other.host, host))) {
      fault('label' in host ? 'twice' : 'overlap', textOf(host))
    } else if (before.some((other) => isContrary(other, each, hostScale, homeScale))) {
      fault('order', textOf(host))
    }
  }
  return faults
}

type Host = GradeTableRow['host']

function isSame(a: Host, b: Host): boolean {
  if ('label' in a || 'label' in b) {
    return 'label' in a && 'label' in b && gradeKey(a.label) === gradeKey(b.label)
  }
  return a.from.compare(b.to) <= 0 && b.from.compare(a.to) <= 0
}

function isContrary(
  a: GradeTableRow,
  b: GradeTableRow,
  hostScale: GradeScale,
  homeScale: GradeScale,
): boolean {
  const there = orderOf(rankOf(hostScale, a.host), rankOf(hostScale, b.host))
  const here = orderOf(rankOf(homeScale, { label: a.home }), rankOf(homeScale, { label: b.home }))
  return there !== null && here !== null && there * here < 0
}

function orderOf(a: ReturnType<typeof rankOf>, b: ReturnType<typeof rankOf>): number | null {
  return a && b ? a.compare(b) : null
}

/** Where a grade or a range of marks stands; a range by its better end. */
function rankOf(scale: GradeScale, host: Host) {
  const better = scale.kind === 'range' && scale.better === 'lower' ? 'from' : 'to'
  const read = readGrade(scale, 'label' in host ? host.label : host[better].toString())
  return read.kind === 'grade' ? read.rank : null
}

function rangeText({ from, to }: Extract<Host, { from: unknown }>): string {
  return `${from.toDecimal(4)}–${to.toDecimal(4)}`
}

function textOf(host: Host): string {
  return 'label' in host ? host.label : rangeText(host)
}

/**
 * The passing grades of a host's scale that no row of an agreed table names: steps and bands by their
 * labels, the ends of marks where a range is left out. They stay with a person.
 */
export function gradesWithoutRow(rows: readonly GradeTableRow[], scale: GradeScale): string[] {
  const passing = (scale.kind === 'steps' ? scale.grades : scale.bands).filter((each) => each.pass)
  const isNamed = (label: string) =>
    rows.some(({ host }) => 'label' in host && gradeKey(host.label) === gradeKey(label))
  if (scale.kind === 'steps') {
    return passing.map(({ label }) => label).filter((label) => !isNamed(label))
  }
  return passing
    .filter(({ label, from, to }) => {
      if (isNamed(label) || !from || !to) return false
      const ends = [from, to].filter((end) => bandOf(scale, end)?.label === label)
      return !ends.every((end) =>
        rows.some(({ host }) => !('label' in host) && contains(host, end)),
      )
    })
    .map(({ label }) => label)
}
