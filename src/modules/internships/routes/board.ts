import { show } from '#ui'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { renderPdf } from '#kernel/documents'
import { type ArchiveEntry, writeXlsx, zipStream } from '#kernel/files'
import { type Answer, type Call, page, type Route, valueOf } from '#kernel/http'
import { dateInZone, isCountry, isDateOnly, isUuid, passportName } from '#kernel/values'
import { agreementPdf } from '../documents/agreement.ts'
import { boardSheet } from '../formats/board-sheet.ts'
import { m } from '../messages/index.ts'
import { BoardPage, statisticLabel, StatisticsPage } from '../pages/board.tsx'
import { base } from '../pages/scene.tsx'
import { agreementOf } from '../queries/agreements.ts'
import {
  type BoardFilter,
  boardOf,
  type BoardPlace,
  boardSteps,
  type StatisticKind,
  statisticKinds,
  type StatisticRow,
  statisticsBy,
} from '../queries/board.ts'
import { placementById } from '../queries/placements.ts'
import { mostAtOnce, remindOf } from '../service/board.ts'
import { firstText } from '../service/first-text.ts'
import { mentorsFor } from '../service/mentors.ts'
import { refusedOr } from './web.ts'

const action = 'internships.office.open'
const path = `${base}/board`
const pageSize = 50
/** More than any office has in a year; an export is one file in memory. */
const mostExported = 10_000
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The board of an office with what it can do for many at once, its export, and its statistics. */
export const boardRoutes: readonly Route[] = [
  page('GET', path, { action, handle: (call) => boardPage(call, null) }),
  page('POST', path, { action, perMinute: 20, handle: act }),
  page('GET', `${path}/export`, { action, perMinute: 20, handle: exported }),
  page('GET', `${base}/statistics`, { action, handle: statistics }),
  page('GET', `${base}/statistics/export`, { action, perMinute: 20, handle: statisticsFile }),
]

function filterOf({ query }: Call): BoardFilter {
  const country = query.get('country')
  return {
    q: (query.get('q') ?? '').trim().slice(0, 100),
    step: boardSteps.find((step) => step === query.get('step')) ?? null,
    country: isCountry(country) ? country : null,
    lacking: query.get('lacking') === 'yes',
  }
}

function placeOf({ query }: Call): BoardPlace | null {
  const [startsOn = '', id = ''] = (query.get('after') ?? '').split('_')
  return isDateOnly(startsOn) && isUuid(id) ? { startsOn, id } : null
}

async function boardPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const filter = filterOf(call)
  const today = dateInZone(call.now, call.timeZone)
  const after = placeOf(call)
  const { rows, next } = await boardOf(call.work, { ...filter, today }, { after, size: pageSize })
  call.shows(rows.map((row) => row.person_id))
  const form = refusedOr(call, refusal)
  return show(BoardPage({ call, rows, filter, next, isFirst: after === null, form }), refusal)
}

async function act(call: Call): Promise<Answer> {
  const ids = (call.form.values['keys'] ?? []).filter(isUuid).slice(0, mostAtOnce)
  if (valueOf(call, 'step') === 'print') {
    return ids.length > 0
      ? printed(call, ids)
      : boardPage(call, refuse(422, m('refusal.nothing-chosen')))
  }
  const done = await call.perform((work) => remindOf(work, ids))
  if (isRefused(done)) return boardPage(call, done)
  return call.redirect(path, m('flash.asked', { count: done.asked }))
}

/** The agreements of the chosen placements, a file each. */
async function printed(call: Call, ids: readonly string[]): Promise<Answer> {
  const today = dateInZone(call.now, call.timeZone)
  const filter = { q: '', step: null, country: null, lacking: false, today, ids }
  const { rows } = await boardOf(call.work, filter, { after: null, size: mostAtOnce })
  call.shows(rows.map((row) => row.person_id))
  return {
    kind: 'file',
    body: zipStream(agreementsOf(call, rows), call.now),
    type: 'application/zip',
    name: `${call.t(m('board.title'))}.zip`,
  }
}

async function* agreementsOf(
  call: Call,
  rows: readonly { id: string; name: Parameters<typeof passportName>[0] }[],
): AsyncIterable<ArchiveEntry> {
  for (const { id, name } of rows) {
    const placement = await placementById(call.work, id)
    if (!placement) continue
    const agreement = await agreementOf(call.work, id)
    const text =
      agreement?.agreed ??
      agreement?.draft ??
      firstText(placement, await mentorsFor(call.work, placement), call.services.translator)
    const bytes = await renderPdf(agreementPdf({ placement, text, now: call.now }, call.services))
    const file = passportName(name).replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    yield { name: `${file}-${id.slice(-6)}.pdf`, body: bytes, isPacked: true }
  }
}

async function exported(call: Call): Promise<Answer> {
  const filter = { ...filterOf(call), today: dateInZone(call.now, call.timeZone) }
  const { rows } = await boardOf(call.work, filter, { after: null, size: mostExported })
  call.shows(rows.map((row) => row.person_id))
  const name = call.t(m('board.title'))
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [{ name, ...boardSheet(rows, call) }] }),
    type: xlsx,
    name: `${name}.xlsx`,
  }
}

type Counted = Record<StatisticKind, StatisticRow[]>

async function countedOf(call: Call): Promise<Counted> {
  const counted: Partial<Counted> = {}
  for (const kind of statisticKinds) counted[kind] = await statisticsBy(call.work, kind)
  return counted as Counted
}

async function statistics(call: Call): Promise<Answer> {
  call.shows([])
  return show(StatisticsPage({ call, counted: await countedOf(call) }))
}

async function statisticsFile(call: Call): Promise<Answer> {
  const counted = await countedOf(call)
  const { t } = call
  call.shows([])
  return {
    kind: 'file',
    body: await writeXlsx({
      sheets: statisticKinds.map((kind) => ({
        name: t(m(`statistics.${kind}`)),
        columns: [
          { header: t(m(`statistics.${kind}`)), kind: 'text' as const },
          { header: t(m('statistics.placements')), kind: 'number' as const },
          { header: t(m('field.logged')), kind: 'number' as const },
        ],
        rows: counted[kind].map(({ value, placements, minutes }) => [
          statisticLabel(call, kind, value),
          placements,
          Math.floor(minutes / 60),
        ]),
      })),
    }),
    type: xlsx,
    name: `${t(m('statistics.title'))}.xlsx`,
  }
}
