import type { CellValue, SheetColumn } from '#kernel/files'
import type { Call } from '#kernel/http'
import { localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import { termName, unitName } from '../pages/office/turnaround.tsx'
import type { TurnaroundRow } from '../queries/office/turnaround.ts'
import { shownGroups } from '../rules/office/turnaround.ts'

/** The turnaround by term, unit and host as a sheet; groups too small to be shown are not in it. */
export function turnaroundTable(
  rows: readonly TurnaroundRow[],
  call: Pick<Call, 't' | 'language'>,
): { columns: SheetColumn[]; rows: CellValue[][] } {
  const { t, language } = call
  const number = (header: string): SheetColumn => ({ header, kind: 'number', width: 14 })
  const columns: SheetColumn[] = [
    { header: t(m('turnaround.by.term')), kind: 'text', width: 18 },
    { header: t(m('turnaround.by.unit')), kind: 'text', width: 32 },
    { header: t(m('turnaround.by.host')), kind: 'text', width: 32 },
    number(t(m('turnaround.received'))),
    number(t(m('turnaround.decided'))),
    number(t(m('turnaround.decided-median'))),
    number(t(m('turnaround.decided-ninety'))),
    number(t(m('turnaround.posted-median'))),
    number(t(m('turnaround.posted-ninety'))),
    number(t(m('turnaround.in-time-count'))),
    number(t(m('turnaround.with-day'))),
    number(t(m('turnaround.open'))),
    number(t(m('turnaround.late'))),
    number(t(m('turnaround.lines.precedent'))),
    number(t(m('turnaround.lines.rules'))),
    number(t(m('turnaround.lines.person'))),
  ]
  const { shown } = shownGroups(rows.filter(({ by }) => by === 'each'))
  return {
    columns,
    rows: shown.map((row) => [
      row.term ? termName(row.term, call) : t(m('turnaround.no-term')),
      unitName(row, call),
      localised(row.hostNames ?? {}, language).text,
      row.received,
      row.decided,
      row.decidedMedian,
      row.decidedNinety,
      row.postedMedian,
      row.postedNinety,
      row.inTime,
      row.withDay,
      row.openNow,
      row.lateNow,
      row.linesByPrecedent,
      row.linesByRules,
      row.linesByPerson,
    ]),
  }
}
