import type { SheetColumn } from '#kernel/files'
import type { Translate } from '#kernel/messages'
import { m } from '../messages/index.ts'

/** A list to be filled in, with invented rows that show how: its columns are understood when it comes back. */
export function templateOf(
  side: 'applicants' | 'places',
  t: Translate,
): { columns: SheetColumn[]; rows: readonly (readonly string[])[] } {
  const column = (header: string, kind: SheetColumn['kind'] = 'text', width = 18) => ({
    header,
    kind,
    width,
  })
  const place = (number: number) => t(m('template.place', { number }))
  const applicant = (number: number) => t(m('template.applicant', { number }))
  if (side === 'applicants') {
    return {
      columns: [
        column(t(m('columns.applicant'))),
        column(t(m('columns.country'))),
        ...[1, 2, 3, 4, 5].map((choice) => column(t(m('figures.choice', { choice })))),
      ],
      rows: [
        [applicant(1), 'TH', place(1), place(2), place(3)],
        [applicant(2), 'CN', place(2), place(1)],
        [applicant(3), 'KR', place(1), place(3)],
      ],
    }
  }
  return {
    columns: [
      column(t(m('columns.place'))),
      column(t(m('columns.seats')), 'number', 12),
      column(t(m('columns.country'))),
      column(t(m('columns.sector'))),
      ...[1, 2, 3, 4, 5].map((rank) => column(t(m('template.ranked', { rank })))),
    ],
    rows: [
      [place(1), '1', 'TH', t(m('template.sector-1')), applicant(3), applicant(1)],
      [place(2), '2', 'CN', t(m('template.sector-2')), applicant(1), `= ${applicant(2)}`],
      [place(3), '1', 'FR', t(m('template.sector-1'))],
    ],
  }
}

/** A list of couples to be filled in. */
export function couplesTemplate(t: Translate): ReturnType<typeof templateOf> {
  const column = (header: string) => ({ header, kind: 'text' as const, width: 22 })
  const place = (number: number) => t(m('template.place', { number }))
  const pair = (one: number, two: number) => `${place(one)} / ${place(two)}`
  const applicant = (number: number) => t(m('template.applicant', { number }))
  return {
    columns: [
      column(t(m('columns.couple-first'))),
      column(t(m('columns.couple-second'))),
      ...[1, 2, 3].map((choice) => column(t(m('template.pair', { choice })))),
    ],
    rows: [[applicant(4), applicant(5), pair(1, 2), pair(2, 2), pair(3, 1)]],
  }
}
