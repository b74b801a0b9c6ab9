import { z } from 'zod'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { writeCsv, writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, pageNumber, type Route, typedValues } from '#kernel/http'
import { localised, sortByText } from '#kernel/values'
import { renderPage } from '#ui'
import { isUsableForMentors } from '../formats/mentor-columns.ts'
import { mentorTemplateOf } from '../formats/mentor-templates.ts'
import { isUsableList } from '../formats/round-check.ts'
import type { ListReading } from '../formats/round-columns.ts'
import { couplesTemplate, templateOf } from '../formats/templates.ts'
import { m } from '../messages/index.ts'
import { NewRoundPage } from '../pages/round-new.tsx'
import { RoundPage } from '../pages/round.tsx'
import { RoundsPage } from '../pages/rounds.tsx'
import { base } from '../pages/words.ts'
import {
  listRounds,
  listsOf,
  nextSeed,
  organisationsForRounds,
  roundById,
  type RoundRow,
} from '../queries/rounds.ts'
import { runsOf } from '../queries/runs.ts'
import { noFeatures, roundMethods, usualMethod } from '../rules/round-methods.ts'
import { roundKinds, sides } from '../rules/sides.ts'
import {
  checkWithNew,
  giveLists,
  type ListChange,
  makeRound,
  type NewList,
  removeNames,
} from '../service/rounds.ts'
import { freezeRun, prepareRun } from '../service/runs.ts'
import { givenTable, mostBytes, onField, shown } from './parts.ts'

const pageSize = 50
const megabyte = 1024 * 1024
const load = (work: Work, params: Record<string, string>) => roundById(work, params['id'] ?? '')

/** The pages of rounds, from the name to the freezing of a run. */
export const roundRoutes: readonly Route[] = [
  page('GET', base, { action: 'matching.round.open', handle: listPage }),
  page('GET', `${base}/new`, {
    action: 'matching.round.open',
    handle: (call) => newPage(call, null),
  }),
  page('POST', `${base}/new`, { action: 'matching.round.open', handle: create }),
  page('GET', `${base}/templates/applicants`, {
    action: 'matching.round.open',
    handle: (call) => template(call, 'applicants'),
  }),
  page('GET', `${base}/templates/places`, {
    action: 'matching.round.open',
    handle: (call) => template(call, 'places'),
  }),
  ...(['students', 'mentors', 'pairs'] as const).map((list) =>
    page('GET', `${base}/templates/${list}`, {
      action: 'matching.round.open',
      handle: (call) =>
        list === 'pairs' && call.query.get('of') === 'couples'
          ? table(call, call.t(m('list.couples')), couplesTemplate(call.t))
          : table(call, call.t(m(`mentor-round.${list}`)), mentorTemplateOf(list, call.t)),
    }),
  ),
  page<RoundRow>('GET', `${base}/rounds/:id`, {
    action: 'matching.round.read',
    load,
    handle: (call) => roundPage(call, null),
  }),
  page<RoundRow>('POST', `${base}/rounds/:id/lists`, {
    action: 'matching.round.edit',
    load,
    maxBytes: 3 * mostBytes + megabyte,
    perMinute: 30,
    handle: takeLists,
  }),
  page<RoundRow>('POST', `${base}/rounds/:id/columns`, {
    action: 'matching.round.edit',
    load,
    perMinute: 60,
    handle: changeColumns,
  }),
  page<RoundRow>('POST', `${base}/rounds/:id/runs`, {
    action: 'matching.run.start',
    load,
    perMinute: 30,
    handle: start,
  }),
  page<RoundRow>('POST', `${base}/rounds/:id/names`, {
    action: 'matching.round.edit',
    load,
    async handle(call) {
      const result = await call.perform((work) => removeNames(work, call.object.id))
      if (isRefused(result)) return roundPage(call, result)
      return call.redirect(`${base}/rounds/${call.object.id}`, m('flash.names-removed'))
    },
  }),
]

async function listPage(call: Call): Promise<Answer> {
  const number = pageNumber(call)
  const search = (call.query.get('q') ?? '').trim().slice(0, 100)
  const { rounds, total } = await listRounds(call.work, { page: number, pageSize, search })
  call.shows([])
  const html = renderPage(RoundsPage({ call, rounds, total, page: number, pageSize, search }))
  return { kind: 'html', html }
}

async function newPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const { language } = call
  const options = (await organisationsForRounds(call.work)).map(({ id, names }) => ({
    value: id,
    label: localised(names, language).text,
  }))
  call.shows([])
  const html = renderPage(
    NewRoundPage({
      call,
      organisations: sortByText(options, language, (option) => option.label),
      values: typedValues(call),
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

const roundForm = z.object({
  name: z.string().trim().min(1).max(200),
  about: z.string().trim().max(1000).default(''),
  organisation: z.string().default(''),
  kind: z.enum(roundKinds).default('places'),
})

async function create(call: Call): Promise<Answer> {
  const form = call.read(roundForm)
  if (isRefused(form)) return newPage(call, form)
  const { name, about, organisation: organisationId, kind } = form
  const { node } = call.services
  const result = await call.perform((work) =>
    makeRound(work, { organisationId, name, about, kind, node }),
  )
  if (isRefused(result)) return newPage(call, result)
  return call.redirect(`${base}/rounds/${result.roundId}`)
}

function template(call: Call, side: 'applicants' | 'places'): Promise<Answer> {
  return table(call, call.t(m(`list.${side}`)), templateOf(side, call.t))
}

async function table(
  call: Call,
  name: string,
  { columns, rows }: ReturnType<typeof templateOf>,
): Promise<Answer> {
  call.shows([])
  if (call.query.get('format') === 'csv') {
    const body = await writeCsv(columns, rows)
    return { kind: 'file', body, type: 'text/csv; charset=utf-8', name: `${name}.csv` }
  }
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [{ name, columns, rows }] }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  }
}

async function roundPage(call: Call<RoundRow>, refusal: Refusal | null): Promise<Answer> {
  const round = (await roundById(call.work, call.object.id)) ?? call.object
  const { number, commitment, committedAt } = await nextSeed(call.work, round.id)
  call.shows([])
  const html = renderPage(
    RoundPage({
      call,
      round,
      lists: await listsOf(call.work, round.id),
      runs: await runsOf(call.work, round.id),
      seed: { number, commitment, committedAt },
      refusal: refusal && shown(call, refusal),
      values: typedValues(call),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

/** Takes in what the form brought: all lists or some; a file that is no table leaves the others to be taken. */
async function takeLists(call: Call<RoundRow>): Promise<Answer> {
  const added: NewList[] = []
  let refusal: Refusal | null = null
  for (const side of sides) {
    const file = await givenTable(call, side)
    if (file === null) continue
    if (isRefused(file)) refusal ??= file
    else added.push({ side, file, reading: null })
  }
  const isPairs = added.some(({ side }) => side === 'pairs')
  const withoutPairs = call.form.values['without-pairs']?.[0] === 'yes' && !isPairs
  if (added.length === 0 && !withoutPairs) {
    const nothing = refuse(422, m('list.nothing'))
    return roundPage(call, refusal ?? onField(nothing, 'applicants'))
  }
  const result = await take(call, { added, withoutPairs })
  refusal ??= result
  if (refusal) return roundPage(call, refusal)
  return call.redirect(`${base}/rounds/${call.object.id}`, m('flash.lists-read'))
}

/** Reads new lists and puts them into the round; one that cannot be read is left out and said. */
async function take(call: Call<RoundRow>, change: ListChange): Promise<Refusal | null> {
  const { added } = change
  const before = await listsOf(call.work, call.object.id)
  const findings = await checkWithNew(call.services.blobs, call.object.kind, before, change)
  if (isRefused(findings)) {
    const { side } = findings
    const rest = added.filter((list) => list.side !== side)
    if (side && rest.length > 0 && rest.length < added.length) {
      await take(call, { ...change, added: rest })
    }
    return onField(findings, side ?? added[0]?.side ?? 'applicants')
  }
  const result = await call.perform((work) =>
    giveLists(work, call.object.id, change, { findings, before }),
  )
  return isRefused(result) ? result : null
}

const column = z
  .string()
  .regex(/^\d{0,4}$/)
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))
const columnsForm = z.object({
  side: z.enum(sides),
  sheet: z.string().max(200).optional(),
  layout: z.enum(['wide', 'long']).default('wide'),
  name: column.transform((value) => value ?? 0),
  seats: column,
  country: column,
  sector: column,
  score: column,
  other: column,
  rank: column,
  first: column,
  last: column,
  category: column,
  reserves: column,
  host: column,
  hostSeats: column,
  languages: column,
  kind: column,
  cost: column,
})

async function changeColumns(call: Call<RoundRow>): Promise<Answer> {
  const form = call.read(columnsForm)
  if (isRefused(form)) return roundPage(call, form)
  const lists = await listsOf(call.work, call.object.id)
  const list = lists[form.side]
  const found = call.object.findings.lists[form.side]
  if (!list || !found) return roundPage(call, refuse(409, m('round.changed-meanwhile')))
  const { side, ...columns } = form
  // A file with one sheet has no such field.
  const sheet = form.sheet ?? null
  const isOther = sheet !== null && sheet !== (list.reading.sheet ?? found.sheets?.[0])
  const reading: ListReading = { ...columns, sheet: list.reading.sheet }
  const isFit = call.object.kind === 'mentors' ? isUsableForMentors : isUsableList
  if (!isOther && !isFit(side, reading, found.header.length)) {
    return roundPage(call, refuse(422, m('columns.fault')))
  }
  const again: NewList = {
    side,
    file: { id: list.fileId, sha256: list.sha256, name: list.fileName },
    // Another sheet has other columns: they are guessed anew.
    ...(isOther ? { reading: null, sheet } : { reading }),
  }
  const refusal = await take(call, { added: [again] })
  if (refusal) return roundPage(call, refusal)
  return call.redirect(`${base}/rounds/${call.object.id}`, m('flash.lists-read'))
}

const startForm = z.object({ method: z.enum(roundMethods).optional() })

async function start(call: Call<RoundRow>): Promise<Answer> {
  const form = call.read(startForm)
  if (isRefused(form)) return roundPage(call, form)
  const round = call.object
  const method = form.method ?? usualMethod(round.findings.features ?? noFeatures)
  const prepared = await prepareRun(call.work, call.services.blobs, round, method)
  if (isRefused(prepared)) return roundPage(call, prepared)
  const result = await call.perform((work) => freezeRun(work, call.object.id, prepared))
  if (isRefused(result)) return roundPage(call, result)
  return call.redirect(`${base}/runs/${result.runId}`, m('flash.frozen'))
}
