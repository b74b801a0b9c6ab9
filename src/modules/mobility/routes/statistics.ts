import { show } from '#ui'
import { type CellValue, writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { isAcademicYearId, shiftAcademicYear } from '#kernel/values'
import { m } from '../messages/index.ts'
import { figuresBase, groupWords, StatisticsPage } from '../pages/statistics.tsx'
import { todayOf } from '../pages/words.tsx'
import { officesOf, runningYearAt } from '../queries/choices.ts'
import { balanceOf, nowOf, statisticsOf } from '../queries/statistics.ts'
import { statisticsBy, toldCounts, toldTotal } from '../rules/statistics.ts'

const action = 'mobility.stay.open'
/** So many years go back in the sheet for a ministry. */
const yearsExported = 10

/** The figures of an office, and the sheet for its ministry. */
export const statisticsRoutes: readonly Route[] = [
  page('GET', figuresBase, { action, handle: figuresPage }),
  page('GET', `${figuresBase}/export`, { action, perMinute: 20, handle: exported }),
]

async function yearOf(call: Call): Promise<string> {
  const given = call.query.get('year')
  if (isAcademicYearId(given)) return given
  return runningYearAt(call.work, officesOf(call.work)[0], todayOf(call))
}

async function figuresPage(call: Call): Promise<Answer> {
  const year = await yearOf(call)
  const own = officesOf(call.work)
  call.shows([])
  return show(
    StatisticsPage({
      call,
      year,
      years: { before: shiftAcademicYear(year, -1), after: shiftAcademicYear(year, 1) },
      rows: await statisticsOf(call.work, { own, years: [year] }),
      balance: await balanceOf(call.work, { own, year }),
      mayImport: call.may('mobility.nomination.open', {}),
      now: await nowOf(call.work, { own, today: todayOf(call) }),
    }),
  )
}

/** Ten years up to the one asked for, each figure in a row; what may not be told is in one row of the rest. */
async function exported(call: Call): Promise<Answer> {
  const { t } = call
  const last = await yearOf(call)
  const years = Array.from({ length: yearsExported }, (_, back) => shiftAcademicYear(last, -back))
  const counts = await statisticsOf(call.work, { own: officesOf(call.work), years })
  call.shows([])
  const rows: CellValue[][] = []
  for (const group of Map.groupBy(
    counts,
    ({ year, direction }) => `${year} ${direction}`,
  ).values()) {
    const { year, direction } = group[0]!
    const way = t(m(`direction.${direction}`))
    const total = toldTotal(group.filter(({ by }) => by === 'country'))
    if (total === null) continue
    rows.push([year, way, t(m('statistics.all')), '', '', total])
    for (const by of statisticsBy) {
      const { told, rest } = toldCounts(group.filter((row) => row.by === by))
      for (const { key, count } of told) {
        rows.push([year, way, t(m(`statistics.by.${by}`)), key, groupWords(call, by, key), count])
      }
      if (rest > 0) {
        rows.push([year, way, t(m(`statistics.by.${by}`)), '', t(m('statistics.rest')), rest])
      }
    }
  }
  const name = t(m('statistics.title'))
  const columns = [
    { header: t(m('stay.year')), kind: 'text' as const },
    { header: t(m('filter.direction')), kind: 'text' as const },
    { header: t(m('statistics.counted-by')), kind: 'text' as const },
    { header: t(m('statistics.code')), kind: 'text' as const },
    { header: t(m('statistics.group')), kind: 'text' as const },
    { header: t(m('statistics.stays')), kind: 'number' as const },
  ]
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [{ name, columns, rows }] }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  }
}
