import { show } from '#ui'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, type Route, valueOf } from '#kernel/http'
import {
  countryName,
  dateInZone,
  displayName,
  formatNumber,
  isDateOnly,
  isUuid,
} from '#kernel/values'
import { type ImportKind, importPages, type ImportSource } from '#modules/alliance'
import { neededPastColumns, pastColumnNames, pastColumns } from '../formats/past-rows.ts'
import { pastSheet } from '../formats/past-sheet.ts'
import { m } from '../messages/index.ts'
import {
  pastImportPath,
  pastListPath,
  PastPage,
  pastPath,
  PastPlacementPage,
} from '../pages/past.tsx'
import { base, periodText } from '../pages/scene.tsx'
import {
  officePast,
  pastImports,
  pastPlacementById,
  type PastPlacementRow,
} from '../queries/past.ts'
import { bringInPast, type PastOutcome, planPast, takeBackPast } from '../service/past.ts'
import { refusedOr } from './web.ts'

const action = 'internships.past.open'
const pageSize = 50
/** More than lists of a decade hold; an export is one file in memory. */
const mostExported = 10_000
/** Lists are taken back while they are new: older ones are seldom wrong. */
const listsShown = 20
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Internships of past years: brought in from a spreadsheet, listed, and taken back. */
export const pastRoutes: readonly Route[] = [
  page('GET', pastListPath, { action, handle: (call) => pastPage(call, null) }),
  page('GET', `${pastListPath}/export`, { action, perMinute: 20, handle: exported }),
  page('GET', `${pastListPath}/template`, { action, handle: template }),
  page('POST', `${pastListPath}/undo`, { action, handle: undo }),
  ...importPages<Call, Record<string, unknown>>(pastImportPath, {
    action,
    list: { kind, headings: () => pastColumns, preview, take },
  }),
  page<PastPlacementRow>('GET', pastPath(':id'), {
    action: 'internships.past.read',
    load: (work, { id }) => pastPlacementById(work, id ?? ''),
    handle: async (call) => {
      call.shows([call.object.person_id])
      return show(PastPlacementPage({ call, placement: call.object }))
    },
  }),
]

async function pastPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const [startsOn = '', id = ''] = (call.query.get('after') ?? '').split('_')
  const after = isDateOnly(startsOn) && isUuid(id) ? { startsOn, id } : null
  const found = await officePast(call.work, { after, size: pageSize + 1 })
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  const next = found.length > pageSize && last ? `${last.startsOn}_${last.id}` : null
  call.shows(rows.map((row) => row.person_id))
  const imports = await pastImports(call.work, listsShown)
  const form = refusedOr(call, refusal)
  return show(PastPage({ call, imports, rows, next, isFirst: after === null, form }), refusal)
}

function kind(call: Call): ImportKind {
  const { t, href } = call
  const needed: readonly string[] = neededPastColumns
  return {
    title: t(m('past.bring-in')),
    lead: t(m('past.bring-in-lead')),
    columns: pastColumnNames.map((name) => ({
      name,
      label: t(m(`past-column.${name}`)),
      required: needed.includes(name),
    })),
    templateHref: href(`${pastListPath}/template`),
    action: href(pastImportPath),
    backHref: href(pastListPath),
    trail: [
      { href: href(base), label: t(m('browse.title')) },
      { href: href(pastListPath), label: t(m('past.title')) },
    ],
  }
}

const todayOf = (call: Call) => dateInZone(call.now, call.timeZone)

async function preview(call: Call, work: Work, source: ImportSource) {
  const plan = await planPast(work, source, todayOf(call))
  if (isRefused(plan)) return plan
  const { t, language } = call
  call.shows(plan.rows.map(({ personId }) => personId))
  const standing = plan.rows.filter(({ becomes }) => becomes === 'known').length
  const rows = plan.rows.filter(({ becomes }) => becomes !== 'known')
  return {
    ...plan,
    already: standing,
    elsewhere: mergedText(call, plan.rows),
    headings: [
      t(m('field.student')),
      t(m('past-column.host')),
      t(m('past-column.country')),
      t(m('field.period')),
      t(m('field.hours')),
      t(m('past.becomes')),
    ],
    rows: rows.map((row) => ({
      row: row.row,
      cells: [
        displayName(row.name, language),
        row.host,
        countryName(row.country, language),
        periodText(row, call),
        row.hours === null ? '–' : formatNumber(row.hours, language),
        t(m(`past.becomes-${row.becomes as Exclude<PastOutcome, 'known'>}`)),
      ],
    })),
  }
}

/** How many rows are no internship of their own, and why. */
function mergedText({ t }: Call, rows: readonly { becomes: PastOutcome }[]): string | null {
  const count = rows.filter(({ becomes }) => becomes === 'joined' || becomes === 'completed').length
  return count === 0 ? null : t(m('past.merged', { count }))
}

async function take(call: Call, work: Work, given: { text: string; leaveOutFaulty: boolean }) {
  const done = await bringInPast(work, {
    ...given,
    today: todayOf(call),
    node: call.services.node,
  })
  if (isRefused(done)) return done
  return { path: pastListPath, done: m('flash.past-brought-in', done) }
}

async function undo(call: Call): Promise<Answer> {
  const done = await call.perform((work) => takeBackPast(work, valueOf(call, 'import')))
  if (isRefused(done)) return pastPage(call, done)
  return call.redirect(pastListPath, m('flash.past-taken-back', { count: done.removed }))
}

async function exported(call: Call): Promise<Answer> {
  const rows = await officePast(call.work, { after: null, size: mostExported })
  call.shows(rows.map((row) => row.person_id))
  return sheetOf(call.t(m('past.title')), pastSheet(rows, call))
}

/** An empty list with the headings, and one row as an example. */
async function template(call: Call): Promise<Answer> {
  call.shows([])
  const { t } = call
  const columns = pastColumnNames.map((name) => ({
    header: t(m(`past-column.${name}`)),
    kind: 'text' as const,
  }))
  const where = ['Baan Silapa Studio', countryName('TH', call.language), 'Chiang Mai', '']
  const when = ['2025-06-02', '2025-08-29', '480', '0212', t(m('mode.site'))]
  const example = ['6411042', '', ...where, ...when, '', '', '', '6']
  return sheetOf(t(m('past.bring-in')), { columns, rows: [example] })
}

async function sheetOf(
  name: string,
  sheet: Pick<ReturnType<typeof pastSheet>, 'columns' | 'rows'>,
): Promise<Answer> {
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [{ name, ...sheet }] }),
    type: xlsx,
    name: `${name}.xlsx`,
  }
}
