import { z } from 'zod'
import { isRefused, personOf } from '#kernel/database'
import { fileKinds, streamFile } from '#kernel/files'
import { type Answer, type Call, page, pageNumber, type Route } from '#kernel/http'
import {
  compareText,
  formatInstant,
  type Language,
  localised,
  normaliseDigits,
} from '#kernel/values'
import { renderPage } from '#ui'
import { casesTable } from '../formats/list-tables.ts'
import { m } from '../messages/index.ts'
import { recognitionJourney } from '../journey.ts'
import { CasesPage } from '../pages/cases.tsx'
import { OwnCasesPage, ownCasesPath } from '../pages/own-cases.tsx'
import type { CasePageRow } from '../queries/cases.ts'
import { type CaseOrder, caseOrders, caseStages, listCases } from '../queries/list-cases.ts'
import { unfinishedDrafts } from '../queries/drafts.ts'
import { hostsOfCases, unitsOfCases } from '../queries/hosts.ts'
import { checkSignatureAgain } from '../service/check-signature.ts'
import { confirmHolder } from '../service/confirm-holder.ts'
import { confirmIssuer } from '../service/confirm-issuer.ts'
import { decideCase, reevaluateCase, withdrawCase } from '../service/decide-case.ts'
import { commentRoutes } from './case-comments.ts'
import { correctionRoutes } from './case-corrections.ts'
import { factRoutes } from './case-facts.ts'
import { retractDecision } from '../service/final-decision.ts'
import { lineRoutes } from './case-lines.ts'
import { casePage, loadCase, timelinePage } from './case-page.ts'
import { caseRulesRoutes } from './case-rules.ts'
import { setWordRoutes } from './case-set-words.ts'
import { seenField } from './fields.ts'
import { shownInPage } from './shown-file.ts'
import { mostExported, tableFile } from './table-file.ts'

const pageSize = 25

/** The pages of the queue and of one case. */
export const caseRoutes: readonly Route[] = [
  page('GET', '/recognition/cases', { action: 'recognition.case.list', handle: casesPage }),
  page('GET', ownCasesPath, {
    action: 'recognition.own-transcript.begin',
    async handle(call) {
      const me = personOf(call.actor)
      const steps = me === null ? [] : await recognitionJourney(call.work, me)
      return {
        kind: 'html',
        html: renderPage(OwnCasesPage({ call, steps: steps.toReversed() })),
      }
    },
  }),
  page('GET', '/recognition/cases/table', { action: 'recognition.case.list', handle: casesFile }),
  page<CasePageRow>('GET', '/recognition/cases/:id', {
    action: 'recognition.case.read',
    load: loadCase,
    handle: (call) => casePage(call, null),
  }),
  page<CasePageRow>('GET', '/recognition/cases/:id/timeline', {
    action: 'recognition.case.read',
    load: loadCase,
    handle: timelinePage,
  }),
  page<CasePageRow>('GET', '/recognition/cases/:id/original', {
    action: 'recognition.case.read',
    load: loadCase,
    handle: original,
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/evaluation', {
    action: 'recognition.case.evaluate',
    load: loadCase,
    async handle(call) {
      const result = await call.perform((work) => reevaluateCase(work, call.object.id))
      if (isRefused(result)) return casePage(call, result)
      const flash = m(result.changed ? 'page.case.evaluated' : 'page.case.unchanged')
      return call.redirect(`/recognition/cases/${call.object.id}`, flash)
    },
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/decision', {
    // Whoever may read an already decided case is told so; the verb asks for the right to decide.
    action: 'recognition.case.read',
    load: loadCase,
    async handle(call) {
      const inputHash = call.form.values['basis']?.[0] ?? ''
      const result = await call.perform((work) =>
        decideCase(work, { caseId: call.object.id, inputHash, seen: seenIn(call) }),
      )
      if (isRefused(result)) return casePage(call, result)
      return call.redirect(`/recognition/cases/${call.object.id}`, decidedFlash(call, result))
    },
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/decision/retraction', {
    // Whoever comes too late is told so; the verb asks whether they are the one who decided.
    action: 'recognition.case.read',
    load: loadCase,
    async handle(call) {
      const result = await call.perform((work) => retractDecision(work, call.object.id))
      if (isRefused(result)) return casePage(call, result)
      const flash = m('undo.done', { number: result.number })
      return call.redirect(`/recognition/cases/${call.object.id}`, flash)
    },
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/issuer', {
    action: 'recognition.case.evaluate',
    load: loadCase,
    async handle(call) {
      const result = await call.perform((work) => confirmIssuer(work, call.object.id))
      if (isRefused(result)) return casePage(call, result)
      return call.redirect(`/recognition/cases/${call.object.id}`, m('issuer.confirmed-now'))
    },
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/holder', {
    action: 'recognition.case.evaluate',
    load: loadCase,
    async handle(call) {
      const result = await call.perform((work) => confirmHolder(work, call.object.id))
      if (isRefused(result)) return casePage(call, result)
      return call.redirect(`/recognition/cases/${call.object.id}`, m('holder.confirmed-now'))
    },
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/signature', {
    action: 'recognition.case.evaluate',
    load: loadCase,
    async handle(call) {
      const result = await call.perform((work) => checkSignatureAgain(work, call.object.id))
      if (isRefused(result)) return casePage(call, result)
      const flash = m(result.changed ? 'signer.checked' : 'signer.checked-same')
      return call.redirect(`/recognition/cases/${call.object.id}`, flash)
    },
  }),
  page<CasePageRow>('POST', '/recognition/cases/:id/withdrawal', {
    action: 'recognition.case.withdraw',
    load: loadCase,
    async handle(call) {
      const reason = call.form.values['reason']?.[0] ?? ''
      const result = await call.perform((work) =>
        withdrawCase(work, { caseId: call.object.id, reason }),
      )
      if (isRefused(result)) return casePage(call, result)
      const flash = m('page.case.withdrawn', { number: call.object.number })
      return call.redirect(`/recognition/cases/${call.object.id}`, flash)
    },
  }),
  ...caseRulesRoutes,
  ...lineRoutes,
  ...setWordRoutes,
  ...correctionRoutes,
  ...factRoutes,
  ...commentRoutes,
]

function seenIn(call: Call): number | null {
  return seenField.parse(call.form.values['seen']?.[0])
}

function decidedFlash(call: Call<CasePageRow>, decided: { number: string; releasedAt: Date }) {
  const { number, releasedAt } = decided
  if (releasedAt <= call.now) return m('page.case.decided', { number })
  const zone = call.object.home_time_zone
  const until = formatInstant(releasedAt, zone, call.language, 'time')
  return m('undo.decided', { number, until })
}

/** What of the queue the address asks for. */
function filterOf(call: Call) {
  return {
    state: z.enum(['open', 'decided', 'all']).catch('open').parse(call.query.get('state')),
    stage: z
      .enum(['', ...caseStages])
      .catch('')
      .parse(call.query.get('stage')),
    host: z.uuid().catch('').parse(call.query.get('host')),
    unit: z
      .union([z.uuid(), z.literal('office')])
      .catch('' as never)
      .parse(call.query.get('unit')) as string,
    sort: sortOf(call.query.get('sort') ?? ''),
    search: (call.query.get('q') ?? '').trim().slice(0, 100),
  }
}

/** `due` or, the other way round, `-due`; '' for the most urgent first. */
function sortOf(text: string): string {
  const by = text.replace(/^-/, '')
  return (caseOrders as readonly string[]).includes(by) ? text : ''
}

function listed(call: Call, part: { page: number; pageSize: number }) {
  const { state, stage, host, unit, sort, search } = filterOf(call)
  const by = sort.replace(/^-/, '') as CaseOrder
  return listCases(call.work, {
    ...(state === 'all' ? {} : { state }),
    ...(stage ? { stage } : {}),
    ...(unit ? { unitId: unit === 'office' ? null : unit } : {}),
    ...(sort ? { order: { by, descending: sort.startsWith('-') } } : {}),
    ...(host ? { hostOrganisationId: host } : {}),
    ...(search ? { search: normaliseDigits(search) } : {}),
    ...part,
  })
}

/** The whole list behind the page, with its filter. */
async function casesFile(call: Call): Promise<Answer> {
  const { state, host } = filterOf(call)
  const { cases, total } = await listed(call, { page: 1, pageSize: mostExported })
  if (total > mostExported) {
    call.shows([])
    return call.redirect('/recognition/cases', m('list.too-many', { most: mostExported }))
  }
  call.shows(
    cases.map(({ personId }) => personId),
    { state, host },
  )
  return tableFile(call, call.t(m('page.cases.title')), casesTable(cases, call))
}

function choice(value: string, { text, language }: { text: string; language: Language }) {
  return { value, label: text, labelLanguage: language }
}

async function casesPage(call: Call): Promise<Answer> {
  const filter = filterOf(call)
  const { state, host } = filter
  const number = pageNumber(call)
  const { cases, total, similar } = await listed(call, { page: number, pageSize })
  const hosts = await hostsOfCases(call.work)
  const units = await unitsOfCases(call.work)
  const drafts = await unfinishedDrafts(call.work)
  call.shows(
    [...cases, ...drafts].map(({ personId }) => personId),
    { state, host },
  )
  return {
    kind: 'html',
    html: renderPage(
      CasesPage({
        call,
        cases,
        total,
        similar,
        filter: { ...filter, page: number },
        pageSize,
        hosts: hosts
          .map(({ id, names }) => choice(id, localised(names, call.language)))
          .toSorted((a, b) => compareText(call.language, a.label, b.label)),
        units: units
          .map(({ id, names }) => choice(id, localised(names, call.language)))
          .toSorted((a, b) => compareText(call.language, a.label, b.label)),
        mayAdd: call.may('recognition.transcript.begin'),
        drafts,
      }),
    ),
  }
}

async function original(call: Call<CasePageRow>): Promise<Answer> {
  const id = call.object.scan_file_id ?? call.object.file_id
  const found = id ? await streamFile(call.work, call.services.blobs, id) : null
  if (!found || isRefused(found)) return call.redirect(`/recognition/cases/${call.object.id}`)
  const { kind, name } = found.file
  return {
    kind: 'file',
    body: found.stream,
    type: fileKinds[kind].mediaType,
    name,
    ...(['pdf', 'jpeg', 'png', 'webp'].includes(kind) ? shownInPage : {}),
  }
}
