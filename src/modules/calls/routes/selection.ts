import { show } from '#ui'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { writeXlsx } from '#kernel/files'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  pageNumber,
  type Route,
  valueOf,
  refusedForm,
  refusedOnly,
  sceneOf,
} from '#kernel/http'
import { m } from '../messages/index.ts'
import { applicationsPerPage, ListPage } from '../pages/applications.tsx'
import { SelectionPage } from '../pages/selection.tsx'
import { type ApplicationFilter, applicationsTo, outcomeCounts } from '../queries/applications.ts'
import { callById, type CallRow } from '../queries/calls.ts'
import { referencesGiven } from '../queries/references.ts'
import { meritsOf, scoresFor } from '../queries/reviews.ts'
import { outcomes } from '../schema.ts'
import {
  closeDecisions,
  decideByHand,
  decideByQuota,
  proposeByQuota,
  reopenDecisions,
} from '../service/decisions.ts'
import { tellNow } from '../service/telling.ts'
import { tableOf } from './table.ts'
import { loadCall } from './browse.ts'
import { countOf } from './web.ts'

const open = { action: 'calls.selection.open', load: loadCall }
const decide = { action: 'calls.selection.decide', load: loadCall }

type CallCall = Call<CallRow>

/** The pages on which a call is decided: the list, the selection by quota, the closing and the telling. */
export const selectionRoutes: readonly Route[] = [
  page<CallRow>('GET', '/calls/:id/applications', {
    ...open,
    handle: (call) => showList(call, freshForm(), 200),
  }),
  page<CallRow>('GET', '/calls/:id/applications/table', { ...open, handle: sendTable }),
  page<CallRow>('POST', '/calls/:id/decisions', { ...decide, handle: decideChosen }),
  page<CallRow>('GET', '/calls/:id/selection', {
    ...open,
    handle: (call) => showSelection(call, freshForm(), 200),
  }),
  page<CallRow>('POST', '/calls/:id/selection', { ...decide, handle: runSelection }),
  page<CallRow>('POST', '/calls/:id/decisions/closing', {
    ...decide,
    handle: (call) =>
      act(
        call,
        (work) =>
          closeDecisions(work, { callId: call.object.id, seen: countOf(call as Call, 'seen') }),
        m('list.closed'),
      ),
  }),
  page<CallRow>('POST', '/calls/:id/decisions/reopening', {
    ...decide,
    handle: (call) =>
      act(call, (work) => reopenDecisions(work, call.object.id), m('list.reopened')),
  }),
  page<CallRow>('POST', '/calls/:id/telling', {
    ...decide,
    handle: (call) => act(call, (work) => tellNow(work, call.object.id), m('list.told')),
  }),
]

async function act(
  given: CallCall,
  verb: Parameters<Call['perform']>[0],
  said: ReturnType<typeof m>,
): Promise<Answer> {
  const call = given as Call
  const done = (await call.perform(verb)) as true | Refusal
  if (isRefused(done)) return showList(given, refusedOnly(call, done), done.status)
  return call.redirect(`/calls/${given.object.id}/applications`, said)
}

function filterOf({ query }: Call): ApplicationFilter {
  const outcome = query.get('outcome')
  return {
    outcome: ([...outcomes, 'none'] as const).find((each) => each === outcome) ?? null,
    wish: query.get('wish') || null,
    q: (query.get('q') ?? '').slice(0, 100),
    withdrawn: query.get('withdrawn') === '1',
  }
}

async function showList(given: CallCall, form: FormState, status: number): Promise<Answer> {
  const call = given as Call
  const current = (await callById(call.work, given.object.id)) ?? given.object
  const filter = filterOf(call)
  const number = pageNumber(call)
  const { rows, total } = await applicationsTo(call.work, current.id, filter, {
    limit: applicationsPerPage,
    offset: (number - 1) * applicationsPerPage,
  })
  call.shows(
    rows.map(({ person_id }) => person_id),
    { outcome: filter.outcome },
  )
  const scores = await scoresFor(call.work, current)
  const shown = ListPage({
    scene: sceneOf(call),
    call: current,
    rows,
    total,
    page: number,
    filter,
    merits: await meritsOf(call.work, current, rows, scores),
    scores,
    references: await referencesGiven(
      call.work,
      current.definition.references ? rows.map(({ id }) => id) : [],
    ),
    counts: await outcomeCounts(call.work, current.id),
    chosen: new Set(call.form.values['application'] ?? []),
    form,
  })
  return show(shown, status)
}

async function decideChosen(given: CallCall): Promise<Answer> {
  const call = given as Call
  const callId = given.object.id
  const note = valueOf(call, 'note')
  const done = await call.perform((work) =>
    decideByHand(work, {
      callId,
      seen: countOf(call, 'seen'),
      applicationIds: call.form.values['application'] ?? [],
      outcome: valueOf(call, 'outcome'),
      destinationId: valueOf(call, 'destination') || null,
      reason: valueOf(call, 'reason'),
      note: note === '' ? {} : { [call.language]: note },
    }),
  )
  if (isRefused(done)) return showList(given, refusedForm(call, done), done.status)
  return call.redirect(`/calls/${callId}/applications`, m('decide.done', { count: done.decided }))
}

async function showSelection(given: CallCall, form: FormState, status: number): Promise<Answer> {
  const call = given as Call
  const current = (await callById(call.work, given.object.id)) ?? given.object
  const proposed = await proposeByQuota(call.work, current)
  const number = pageNumber(call)
  const from = (number - 1) * applicationsPerPage
  const rows = proposed.slice(from, from + applicationsPerPage)
  call.shows(rows.map(({ application }) => application.person_id))
  const seated = proposed.filter(({ destinationId }) => destinationId !== null).length
  return show(
    SelectionPage({
      scene: sceneOf(call),
      call: current,
      rows,
      seated,
      total: proposed.length,
      received: proposed.length || (await receivedBy(call.work, current.id)),
      page: number,
      form,
    }),
    status,
  )
}

async function receivedBy(work: Work, callId: string): Promise<number> {
  const counts = await outcomeCounts(work, callId)
  return counts.reduce((sum, { count }) => sum + count, 0)
}

async function runSelection(given: CallCall): Promise<Answer> {
  const call = given as Call
  const callId = given.object.id
  const done = await call.perform((work) =>
    decideByQuota(work, { callId, seen: countOf(call, 'seen') }),
  )
  if (isRefused(done)) return showSelection(given, refusedOnly(call, done), done.status)
  const { accepted, waiting } = done
  return call.redirect(`/calls/${callId}/applications`, m('selection.done', { accepted, waiting }))
}

/** All applications of the filter as a workbook: one row each, one column a question. */
async function sendTable(given: CallCall): Promise<Answer> {
  const call = given as Call
  const filter = filterOf(call)
  const { rows } = await applicationsTo(call.work, given.object.id, filter, null)
  call.shows(
    rows.map(({ person_id }) => person_id),
    { outcome: filter.outcome },
  )
  const sheet = tableOf(sceneOf(call), given.object, rows)
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [sheet] }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${call.t(m('list.file'))}.xlsx`,
  }
}
