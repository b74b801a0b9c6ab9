import { show } from '#ui'
import { isRefused } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
  sceneOf,
} from '#kernel/http'
import { m } from '../messages/index.ts'
import { ErasurePage } from '../pages/erasure.tsx'
import { MyDataPage } from '../pages/my-data.tsx'
import { RequestFormPage } from '../pages/request-form.tsx'
import { dayWords, instantDay } from '../pages/words.ts'
import { copiesOf, copyById } from '../queries/copies.ts'
import { erasureUnderWay } from '../queries/erasures.ts'
import { requestsOf } from '../queries/requests.ts'
import { transfersOf } from '../queries/transfers.ts'
import { requestKinds } from '../schema.ts'
import { erasureRunsAt, scheduleErasure, withdrawErasure } from '../service/erasures.ts'
import { makeRequest, withdrawRequest } from '../service/requests.ts'
import { hindrances } from '../service/run-erasure.ts'
import { heldParts, jsonCopy, madeCopy, placeOptions, proveFirst, zipCopy } from './held.ts'
import { selfOf } from './web.ts'

const base = '/account/data'
const own = { action: 'privacy.own-data.open' } as const

/** What is held about oneself, and what one can have done with it. */
export const dataRoutes: readonly Route[] = [
  page('GET', base, { ...own, handle: (call) => showData(call, freshForm(), 200) }),
  page('GET', `${base}/json`, {
    ...own,
    perMinute: 30,
    handle: async (call) =>
      proveFirst(call, base) ?? jsonCopy(call, { personId: selfOf(call), takenDown: null }),
  }),
  page('POST', `${base}/copies`, {
    ...own,
    perMinute: 30,
    handle: async (call) =>
      proveFirst(call, base) ?? zipCopy(call, { personId: selfOf(call), takenDown: null }, base),
  }),
  page('GET', `${base}/copies/:id`, { ...own, handle: ownCopy }),
  page('GET', `${base}/requests/new`, {
    ...own,
    handle: (call) => showRequestForm(call, call.query.get('kind') ?? '', freshForm(), 200),
  }),
  page('POST', `${base}/requests`, { ...own, perMinute: 60, handle: sendRequest }),
  page('POST', `${base}/requests/:id/withdrawal`, { ...own, handle: takeRequestBack }),
  page('GET', `${base}/erasure`, {
    ...own,
    handle: async (call) =>
      proveFirst(call, `${base}/erasure`) ?? showErasure(call, freshForm(), 200),
  }),
  page('POST', `${base}/erasure`, { ...own, handle: askErasure }),
  page('POST', `${base}/erasure/withdrawal`, { ...own, handle: takeErasureBack }),
]

async function showData(call: Call, form: FormState, status: number): Promise<Answer> {
  const self = selfOf(call)
  const shown = MyDataPage({
    scene: sceneOf(call),
    parts: await heldParts(call, self),
    copies: await copiesOf(call.work, self, self),
    requests: await requestsOf(call.work, self),
    erasure: await erasureUnderWay(call.work, self),
    transfers: await transfersOf(call.work, self),
    form,
  })
  return show(shown, status)
}

async function ownCopy(call: Call): Promise<Answer> {
  const copy = await copyById(call.work, call.params['id'] ?? '')
  const self = selfOf(call)
  const isOwn = copy?.person_id === self && copy.asked_by === self
  return isOwn ? madeCopy(call, copy) : { kind: 'absent' }
}

async function showRequestForm(
  call: Call,
  typed: string,
  form: FormState,
  status: number,
): Promise<Answer> {
  const kind = requestKinds.find((each) => each === typed)
  if (!kind) return call.redirect(base)
  const places = await placeOptions(call, selfOf(call))
  return show(RequestFormPage({ scene: sceneOf(call), kind, places, form }), status)
}

async function sendRequest(call: Call): Promise<Answer> {
  const kind = valueOf(call, 'kind')
  const made = await call.perform((work) =>
    makeRequest(work, {
      personId: selfOf(call),
      kind,
      organisationId: valueOf(call, 'organisation'),
      words: valueOf(call, 'words'),
      takenDown: null,
    }),
  )
  if (isRefused(made)) return showRequestForm(call, kind, refusedForm(call, made), made.status)
  const due = dayWords(sceneOf(call), made.dueOn)
  return call.redirect(base, m('request.sent', { due }))
}

async function takeRequestBack(call: Call): Promise<Answer> {
  const done = await call.perform((work) => withdrawRequest(work, call.params['id'] ?? ''))
  if (!isRefused(done)) return call.redirect(base, m('request.done-withdrawn'))
  return done.status === 404
    ? { kind: 'absent' }
    : showData(call, refusedForm(call, done), done.status)
}

async function showErasure(call: Call, form: FormState, status: number): Promise<Answer> {
  const self = selfOf(call)
  const { work, services } = call
  const shown = ErasurePage({
    scene: sceneOf(call),
    parts: await heldParts(call, self),
    hindered: await hindrances(work, services.personalParts, self),
    erasure: await erasureUnderWay(work, self),
    runsAt: erasureRunsAt(call.now),
    form,
  })
  return show(shown, status)
}

async function askErasure(call: Call): Promise<Answer> {
  const proof = proveFirst(call, `${base}/erasure`)
  if (proof) return proof
  const self = selfOf(call)
  const asked = await call.perform((work) =>
    scheduleErasure(work, {
      personId: self,
      takenDown: null,
      isConfirmed: valueOf(call, 'confirm') === 'yes',
      parts: call.services.personalParts,
    }),
  )
  if (isRefused(asked)) return showErasure(call, refusedForm(call, asked), asked.status)
  const date = instantDay(sceneOf(call), asked.runsAt)
  return call.redirect(base, m('erase.asked', { date }))
}

async function takeErasureBack(call: Call): Promise<Answer> {
  const done = await call.perform((work) => withdrawErasure(work, selfOf(call)))
  if (isRefused(done)) return showData(call, refusedForm(call, done), done.status)
  return call.redirect(base, m('erase.undone'))
}
