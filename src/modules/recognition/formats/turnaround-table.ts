import type { CellValue, SheetColumn } from '#kernel/files'
import type { Call } from '#kernel/http'
import { localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import { termName, unitName } from '../pages/office/turnaround.tsx'
import type { TurnaroundRow } from '../queries/office/turnaround.ts'
import { shownGroups, type Told } from '../rules/office/turnaround.ts'

/**
 * The turnaround by term, unit and host as a sheet; groups too small to be shown are not in it, and a figure that rests
 * on too few cases says so in its place.
 */
export function turnaroundTable(
  rows: readonly TurnaroundRow[],
  call: Pick<Call, 't' | 'language'>,
): { columns: SheetColumn[]; rows: CellValue[][] } {
  const { t, language } = call
  const { shown } = shownGroups(rows.filter(({ by }) => by === 'each'))
  return {
    columns: columnsOf(call),
    rows: shown.map((row) => {
      // A figure that rests on nothing is empty, as on the page.
      const figure = (on: keyof Told, value: number | null): CellValue =>
        row[on] === 0 ? null : row.told[on] ? value : t(m('turnaround.withheld'))
      return [
        row.term ? termName(row.term, call) : t(m('turnaround.no-term')),
        unitName(row, call),
        localised(row.hostNames ?? {}, language).text,
        row.received,
        row.decided,
        figure('decided', row.decidedMedian),
        figure('decided', row.decidedNinety),
        figure('posted', row.postedMedian),
        figure('posted', row.postedNinety),
        figure('withDay', row.inTime),
        row.withDay,
        row.openNow,
        row.lateNow,
        figure('settled', row.linesByPrecedent),
        figure('settled', row.linesByRules),
        figure('settled', row.linesByPerson),
      ]
    }),
  }
}

function columnsOf({ t }: Pick<Call, 't'>): SheetColumn[] {
  const text = (header: string, width: number): SheetColumn => ({ header, kind: 'text', width })
  const number = (header: string): SheetColumn => ({ header, kind: 'number', width: 14 })
  return [
    text(t(m('turnaround.by.term')), 18),
    text(t(m('turnaround.by.unit')), 32),
    text(t(m('turnaround.by.host')), 32),
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
}
