import type { VNode } from 'preact'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, page, pageNumber, type Route } from '#kernel/http'
import { renderPage } from '#ui'
import { runCsv, runWorkbook } from '../formats/run-workbook.ts'
import { m } from '../messages/index.ts'
import { ApplicantExplanation, PlaceExplanation } from '../pages/explanation.tsx'
import { MentorExplanation, StudentExplanation } from '../pages/mentor-explanation.tsx'
import { MentorTable, StudentTable } from '../pages/mentor-tables.tsx'
import { RunPage, type RunView } from '../pages/run.tsx'
import { ApplicantTable, DifferenceTable, PlaceTable } from '../pages/run-tables.tsx'
import { base } from '../pages/words.ts'
import {
  differenceOf,
  listPlacements,
  listPlaces,
  namesOfCodes,
  placementByCode,
  type PlacementFilter,
  runById,
  type RunRow,
  runsOf,
} from '../queries/runs.ts'
import {
  explainApplicantAside,
  explainMentorAside,
  explainPlaceAside,
  explainStudentAside,
} from '../service/aside.ts'
import { isMentorMethod } from '../rules/round-methods.ts'
import { blobBytes } from '../service/blob-bytes.ts'
import { cancelRun, proveStored, publishRun } from '../service/runs.ts'
import { shown } from './parts.ts'

const pageSize = 100
const changesShown = 200
/** Rows of a workbook: as many as a list may have. */
const mostExported = 250_000
const load = (work: Work, params: Record<string, string>) => runById(work, params['id'] ?? '')

/** The pages of a run: its progress, its result, its reasons, its files. */
export const runRoutes: readonly Route[] = [
  page<RunRow>('GET', `${base}/runs/:id`, {
    action: 'matching.round.read',
    load,
    handle: (call) => runPage(call, null),
  }),
  page<RunRow>('GET', `${base}/runs/:id/progress`, {
    action: 'matching.round.read',
    load,
    handle: async (call) => ({ kind: 'json', data: progressOf(call) }),
  }),
  page<RunRow>('POST', `${base}/runs/:id/cancellation`, {
    action: 'matching.run.start',
    load,
    async handle(call) {
      const result = await call.perform((work) => cancelRun(work, call.object.id))
      const flash = isRefused(result) ? result.message : m('flash.cancelled')
      return call.redirect(`${base}/runs/${call.object.id}`, flash)
    },
  }),
  page<RunRow>('POST', `${base}/runs/:id/publication`, {
    action: 'matching.run.publish',
    load,
    perMinute: 30,
    handle: publish,
  }),
  page<RunRow>('GET', `${base}/runs/:id/table`, {
    action: 'matching.round.read',
    load,
    handle: exportTable,
  }),
  page<RunRow>('GET', `${base}/runs/:id/certificate`, {
    action: 'matching.round.read',
    load,
    handle: (call) => certificateFile(call, call.object),
  }),
  page<RunRow>('GET', `${base}/runs/:id/applicants/:code`, {
    action: 'matching.round.read',
    load,
    perMinute: 120,
    handle: applicantPage,
  }),
  page<RunRow>('GET', `${base}/runs/:id/places/:number`, {
    action: 'matching.round.read',
    load,
    perMinute: 120,
    handle: placePage,
  }),
]

const views: readonly RunView[] = ['overview', 'applicants', 'places', 'changes']

async function runPage(call: Call<RunRow>, refusal: Refusal | null): Promise<Answer> {
  const run = call.object
  const view = views.find((each) => each === call.query.get('view')) ?? 'overview'
  const earlier = (await runsOf(call.work, run.round_id)).find((other) =>
    run.repairsRunId === null
      ? other.state === 'proved' && other.number < run.number
      : other.id === run.repairsRunId,
  )
  call.shows([])
  const html = renderPage(
    RunPage({
      call,
      run,
      view,
      table: run.summary ? await tableOf(call, view, earlier?.id ?? null) : null,
      hasChanges: earlier !== undefined,
      withdrawnName: await withdrawnName(call),
      refusal: refusal && shown(call, refusal),
      origin: call.services.origin,
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

/** Names are those of the run that was repaired: they are there before this one has its result. */
async function withdrawnName(call: Call<RunRow>): Promise<string | null> {
  const { withdrawn, repairsRunId } = call.object
  if (!withdrawn || repairsRunId === null) return null
  const names = await namesOfCodes(call.work, repairsRunId, [withdrawn.id])
  return names.get(withdrawn.id) ?? withdrawn.id
}

async function tableOf(
  call: Call<RunRow>,
  view: RunView,
  earlier: string | null,
): Promise<VNode | null> {
  const run = call.object
  const number = pageNumber(call)
  switch (view) {
    case 'overview':
      return null
    case 'applicants': {
      const filter = filterOf(call)
      const { rows, total } = await listPlacements(call.work, run.id, filter, {
        page: number,
        pageSize,
      })
      const props = { call, run, rows, filter, total, page: number, pageSize }
      return isMentorMethod(run.method) ? StudentTable(props) : ApplicantTable(props)
    }
    case 'places': {
      const { rows, total } = await listPlaces(call.work, run.id, { page: number, pageSize })
      const props = { call, run, rows, total, page: number, pageSize }
      return isMentorMethod(run.method) ? MentorTable(props) : PlaceTable(props)
    }
    case 'changes': {
      if (earlier === null) return null
      const { rows, total } = await differenceOf(call.work, earlier, run.id, changesShown)
      return DifferenceTable({ call, run, rows, total })
    }
  }
}

function filterOf({ query }: Call<RunRow>): PlacementFilter {
  const place = query.get('place') ?? ''
  return {
    search: (query.get('q') ?? '').trim().slice(0, 100),
    got: /^(?:none|lacking|[1-9]\d{0,4})$/.test(query.get('got') ?? '') ? query.get('got')! : '',
    country: (query.get('country') ?? '').slice(0, 200),
    place: /^\d{1,6}$/.test(place) ? Number(place) : null,
  }
}

function progressOf(call: Call<RunRow>) {
  const run = call.object
  call.shows([])
  return {
    value: run.share,
    max: 100,
    detail: call.t(m(`run.stage.${run.stage}`)),
    done: run.ended_at !== null,
    href: call.href(`${base}/runs/${run.id}`),
  }
}

async function publish(call: Call<RunRow>): Promise<Answer> {
  const proof = await proveStored(call.services.blobs, call.object)
  if (proof !== true) return runPage(call, proof)
  const result = await call.perform((work) => publishRun(work, call.object.id))
  if (isRefused(result)) return runPage(call, result)
  return call.redirect(`${base}/runs/${call.object.id}`, m('flash.published', result))
}

async function exportTable(call: Call<RunRow>): Promise<Answer> {
  const run = call.object
  call.shows([])
  if (!run.summary) return { kind: 'absent' }
  const all = { page: 1, pageSize: mostExported }
  const everybody = { search: '', got: '', country: '', place: null }
  const { rows: applicants } = await listPlacements(call.work, run.id, everybody, all)
  const { rows: places } = await listPlaces(call.work, run.id, all)
  const name = `${run.roundName} ${run.number}`
  if (call.query.get('format') === 'csv') {
    const body = await runCsv({ run, applicants, places }, call)
    return { kind: 'file', body, type: 'text/csv; charset=utf-8', name: `${name}.csv` }
  }
  return {
    kind: 'file',
    body: await runWorkbook({ run, applicants, places }, call),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  }
}

/** The certificate of a proved run, in the bytes whose hash the chronicle has. */
export async function certificateFile(call: Call, run: RunRow): Promise<Answer> {
  call.shows([])
  const body = run.certificateSha256 && (await call.services.blobs.get(run.certificateSha256))
  if (!body) return { kind: 'absent' }
  return { kind: 'file', body, type: 'application/json', name: `matching-${run.code}.json` }
}

async function applicantPage(call: Call<RunRow>): Promise<Answer> {
  const run = call.object
  call.shows([])
  const found = await placementByCode(call.work, run.id, call.params['code'] ?? '')
  if (!found || run.certificateSha256 === null) return { kind: 'absent' }
  const bytes = await blobBytes(call.services.blobs, run.certificateSha256)
  if (isRefused(bytes)) return runPage(call, bytes)
  if (isMentorMethod(run.method)) return studentPage(call, bytes, found.code)
  const name = found.name ?? found.code
  const asked = numberIn(call.query.get('place'))
  const explained = await explainApplicantAside({ bytes, code: found.code, name, asked })
  if (isRefused(explained)) return runPage(call, explained)
  if (!explained) return { kind: 'absent' }
  const here = `${base}/runs/${run.id}/applicants/${found.code}`
  const explainHref = (place: number) => call.href(here, { place })
  const props = { call, run, name: found.name, explained, explainHref }
  return { kind: 'html', html: renderPage(ApplicantExplanation(props)) }
}

async function placePage(call: Call<RunRow>): Promise<Answer> {
  const run = call.object
  call.shows([])
  const number = numberIn(call.params['number'] ?? null)
  if (number === null || number < 1 || run.certificateSha256 === null) return { kind: 'absent' }
  const bytes = await blobBytes(call.services.blobs, run.certificateSha256)
  if (isRefused(bytes)) return runPage(call, bytes)
  if (isMentorMethod(run.method)) return mentorPage(call, bytes, number - 1)
  const explained = await explainPlaceAside({ bytes, number: number - 1 })
  if (isRefused(explained)) return runPage(call, explained)
  if (!explained) return { kind: 'absent' }
  const names = await namesOfCodes(call.work, run.id, [
    ...explained.ranked.map(({ code }) => code),
    ...(explained.oneMore ?? []),
  ])
  return {
    kind: 'html',
    html: renderPage(PlaceExplanation({ call, run, number, explained, names })),
  }
}

async function studentPage(call: Call<RunRow>, bytes: Uint8Array, code: string): Promise<Answer> {
  const run = call.object
  const asked = numberIn(call.query.get('mentor'))
  const explained = await explainStudentAside({ bytes, code, asked })
  if (isRefused(explained)) return runPage(call, explained)
  if (!explained) return { kind: 'absent' }
  const names = await namesOfCodes(call.work, run.id, [
    code,
    ...[...explained.mentors, ...explained.others].map((mentor) => mentor.code),
  ])
  const here = `${base}/runs/${run.id}/applicants/${code}`
  const explainHref = (mentor: number) => call.href(here, { mentor })
  const props = { call, run, explained, names, explainHref }
  return { kind: 'html', html: renderPage(StudentExplanation(props)) }
}

async function mentorPage(call: Call<RunRow>, bytes: Uint8Array, number: number): Promise<Answer> {
  const run = call.object
  const explained = await explainMentorAside({ bytes, who: { number } })
  if (isRefused(explained)) return runPage(call, explained)
  if (!explained) return { kind: 'absent' }
  const codes = [explained.code, ...explained.students.map(({ code }) => code)]
  const names = await namesOfCodes(call.work, run.id, codes)
  return { kind: 'html', html: renderPage(MentorExplanation({ call, run, explained, names })) }
}

/** A number of an address; null where there is none. */
export function numberIn(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null
}
