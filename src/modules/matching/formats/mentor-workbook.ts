import type { Sheet, SheetColumn } from '#kernel/files'
import { m } from '../messages/index.ts'
import { countryText, kindOf, languagesText } from '../pages/words.ts'
import type { Reader, RunTables } from './workbook-parts.ts'

/** The students of a run with their mentors, as a sheet. */
export function studentSheet({ run, applicants }: RunTables, reader: Reader): Sheet {
  const { t, language } = reader
  const kinds = run.summary?.mentors?.kinds.map(({ kind }) => kind) ?? ['']
  const column = (header: string, width = 20, kind: SheetColumn['kind'] = 'text') => ({
    header,
    kind,
    width,
  })
  return {
    name: t(m('mentor-round.students')),
    columns: [
      column(t(m('mentor-round.student')), 28),
      column(t(m('applicants.code'))),
      column(t(m('mentor-round.origin'))),
      ...kinds.flatMap((kind) => {
        const title = t(m('mentor-round.kind-title', { kind: kindOf(kind) }))
        return [
          column(title, 28),
          column(`${title} · ${t(m('mentor-round.wish'))}`, 12, 'number'),
          column(`${title} · ${t(m('mentor-figures.why'))}`, 32),
        ]
      }),
      column(t(m('mentor-table.shared')), 24),
    ],
    rows: applicants.map((row) => [
      row.name ?? row.code,
      row.code,
      row.country === '' ? '' : countryText(row.country, language, t),
      ...kinds.flatMap((_kind, index) => {
        const [name, wish, why] =
          index === 0
            ? [row.place, row.choice, row.why]
            : [row.second, row.secondChoice, row.secondWhy]
        return [name ?? t(m('mentor-round.none')), wish, why === null ? '' : t(m(`missing.${why}`))]
      }),
      languagesText(row.languages, language),
    ]),
  }
}

/** The mentors of a run with their load, as a sheet. */
export function mentorSheet({ places }: RunTables, reader: Reader): Sheet {
  const { t, language } = reader
  const column = (
    label: Parameters<typeof m>[0],
    kind: SheetColumn['kind'] = 'text',
    width = 18,
  ) => ({ header: t(m(label)), kind, width })
  return {
    name: t(m('mentor-round.mentors')),
    columns: [
      column('mentor-round.mentor', 'text', 32),
      column('applicants.code'),
      column('mentor-round.kind-column'),
      column('mentor-round.languages', 'text', 24),
      column('mentor-round.fields', 'text', 24),
      column('mentor-round.origin'),
      column('mentor-round.students-at-most', 'number', 16),
      column('mentor-table.load', 'number', 10),
      column('mentor-table.asked', 'number', 16),
      column('mentor-table.first', 'number', 16),
    ],
    rows: places.map((row) => [
      row.name,
      row.code ?? '',
      t(m('mentor-round.kind-title', { kind: kindOf(row.kind) })),
      languagesText(row.languages, language),
      row.sector,
      row.country === '' ? '' : countryText(row.country, language, t),
      row.seats,
      row.filled,
      row.asked,
      row.firstChoices,
    ]),
  }
}
