import { show } from '#ui'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  pageNumber,
  refusedForm,
  type Route,
  valueOf,
  sceneOf,
} from '#kernel/http'
import { isUuid, localised } from '#kernel/values'
import { organisationNames } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { OfficePage, requestsPerPage } from '../pages/office.tsx'
import { type OfficeForm, OfficePersonPage, pathOf, reasonField } from '../pages/office-person.tsx'
import { OfficeRequestPage } from '../pages/office-request.tsx'
import { dayWords, instantDay } from '../pages/words.ts'
import { copiesOf, copyById, type CopyRow } from '../queries/copies.ts'
import { erasureUnderWay } from '../queries/erasures.ts'
import { findPersons, type KnownPerson, personKnownAt } from '../queries/people.ts'
import { requestById, type RequestRow, requestsToAnswer } from '../queries/requests.ts'
import { erasureRunsAt, scheduleErasure, withdrawErasure } from '../service/erasures.ts'
import { answerRequest, makeRequest } from '../service/requests.ts'
import { hindrances } from '../service/run-erasure.ts'
import { heldParts, jsonCopy, madeCopy, placeOptions, proveFirst, zipCopy } from './held.ts'
import { selfOf } from './web.ts'

const answering = { action: 'privacy.request.answer' } as const
const onRequest = { ...answering, load: loadRequest }
const actingFor = { action: 'privacy.person.act-for', load: loadPerson }
const handingOut = { action: 'privacy.person.hand-out', load: loadPerson }
const personPath = '/organisations/:id/people/:person/data'
const mostFound = 50

/** The pages of those who answer for the data that the house holds. */
export const officeRoutes: readonly Route[] = [
  page('GET', '/privacy', { ...answering, handle: showOffice }),
  page<RequestRow>('GET', '/privacy/requests/:id', {
    ...onRequest,
    handle: (call) => showRequest(call, freshForm(), 200),
  }),
  page<RequestRow>('POST', '/privacy/requests/:id/answer', { ...onRequest, handle: answer }),
  page<CopyRow>('GET', '/privacy/copies/:id', {
    action: 'privacy.copy.fetch',
    load: (work, params) => copyById(work, params['id'] ?? ''),
    handle: (call) => madeCopy(call as Call, call.object),
  }),
  page<KnownPerson>('GET', personPath, {
    ...actingFor,
    handle: (call) => showPerson(call, null, freshForm(), 200),
  }),
  page<KnownPerson>('POST', `${personPath}/copies`, { ...handingOut, perMinute: 30, handle: copy }),
  page<KnownPerson>('POST', `${personPath}/requests`, { ...actingFor, handle: takeDown }),
  page<KnownPerson>('POST', `${personPath}/erasure`, { ...handingOut, handle: erase }),
  page<KnownPerson>('POST', `${personPath}/erasure/withdrawal`, {
    ...handingOut,
    handle: async (call) => {
      const done = await call.perform((work) => withdrawErasure(work, call.object.person_id))
      if (isRefused(done)) return showPerson(call, null, refusedForm(call as Call, done), 409)
      return call.redirect(pathOf(call.object), m('erase.undone'))
    },
  }),
]

async function showOffice(call: Call): Promise<Answer> {
  const isOpen = call.query.get('state') !== 'closed'
  const number = pageNumber(call)
  const { rows, total } = await requestsToAnswer(call.work, {
    isOpen,
    limit: requestsPerPage,
    offset: (number - 1) * requestsPerPage,
  })
  const typed = (call.query.get('q') ?? '').trim().slice(0, 100)
  const found = typed === '' ? null : await peopleFound(call, typed)
  call.shows([...rows, ...(found ?? [])].map(({ person_id }) => person_id))
  return show(
    OfficePage({
      scene: sceneOf(call),
      isOpen,
      requests: rows,
      total,
      page: number,
      records: await recordsOf(call),
      typed,
      found,
    }),
  )
}

/** People at the organisations for which the reader may act; the reader is not among them. */
async function peopleFound(call: Call, typed: string): Promise<KnownPerson[]> {
  const { actor } = call
  const grants = actor.kind === 'person' ? actor.grants : []
  const isForAll = grants.some(({ role }) => role === 'secretariat')
  const places = grants.flatMap(({ organisationId }) => organisationId ?? [])
  const found = await findPersons(call.work, typed, isForAll ? null : places, mostFound)
  return found.filter((person) => call.may('privacy.person.act-for', person))
}

/** The records of reads that the reader may look at, by the organisations' names. */
async function recordsOf(call: Call): Promise<{ href: string; label: string }[]> {
  const grants = call.actor.kind === 'person' ? call.actor.grants : []
  const ids = [...new Set(grants.flatMap(({ organisationId }) => organisationId ?? []))].filter(
    (id) => call.may('privacy.read.list', { organisation_id: id }),
  )
  const names = await organisationNames(call.work, ids)
  return ids.map((id) => ({
    href: call.href(`/organisations/${id}/reads`),
    label:
      ids.length === 1
        ? call.t(m('staff-reads.title'))
        : `${call.t(m('staff-reads.title'))} · ${localised(names.get(id) ?? {}, call.language).text}`,
  }))
}

function loadRequest(work: Work, params: Record<string, string>): Promise<RequestRow | null> {
  return requestById(work, params['id'] ?? '')
}

async function showRequest(
  call: Call<RequestRow>,
  form: FormState,
  status: number,
): Promise<Answer> {
  // After a refusal somebody else may have answered: it is read again.
  const request = (await requestById(call.work, call.object.id)) ?? call.object
  return show(OfficeRequestPage({ scene: await sceneOf(call as Call), request, form }), status)
}

async function answer(call: Call<RequestRow>): Promise<Answer> {
  const done = await call.perform((work) =>
    answerRequest(work, {
      requestId: call.object.id,
      outcome: valueOf(call as Call, 'outcome'),
      answer: valueOf(call as Call, 'answer'),
    }),
  )
  if (isRefused(done)) return showRequest(call, refusedForm(call as Call, done), done.status)
  return call.redirect('/privacy', m('office.answered'))
}

async function loadPerson(work: Work, params: Record<string, string>): Promise<KnownPerson | null> {
  const { id, person } = params
  return isUuid(id) && isUuid(person) ? personKnownAt(work, id, person) : null
}

type PersonCall = Call<KnownPerson>

async function showPerson(
  given: PersonCall,
  refused: OfficeForm | null,
  form: FormState,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const { object: person } = given
  const { work, services } = call
  const mayHandOut = call.may('privacy.person.hand-out', person)
  const shown = OfficePersonPage({
    scene: sceneOf(call),
    person,
    mayHandOut,
    // What others hold is not theirs to count.
    parts: mayHandOut ? await heldParts(call, person.person_id) : [],
    hindered: mayHandOut ? await hindrances(work, services.personalParts, person.person_id) : [],
    copies: await copiesOf(work, person.person_id, selfOf(call)),
    erasure: await erasureUnderWay(work, person.person_id),
    runsAt: erasureRunsAt(call.now),
    places: await placeOptions(call, person.person_id),
    refused,
    form,
  })
  return show(shown, status)
}

/** Why the house does not do this for the person: they can themselves, or nobody has said how they asked. */
function refusedFor(call: PersonCall, form: OfficeForm, reason: string): Refusal | null {
  if (call.object.has_account) return refuse(409, m('refusal.has-account'))
  const missing = m('refusal.reason-missing')
  return reason === '' ? refuse(422, missing, { [reasonField(form)]: missing }) : null
}

async function copy(given: PersonCall): Promise<Answer> {
  const call = given as Call
  const back = pathOf(given.object)
  const proof = proveFirst(call, back)
  if (proof) return proof
  const takenDown = valueOf(call, reasonField('copy'))
  const refusal = refusedFor(given, 'copy', takenDown)
  if (refusal) return showPerson(given, 'copy', refusedForm(call, refusal), refusal.status)
  const input = { personId: given.object.person_id, takenDown }
  return valueOf(call, 'format') === 'json' ? jsonCopy(call, input) : zipCopy(call, input, back)
}

async function takeDown(given: PersonCall): Promise<Answer> {
  const call = given as Call
  const made = await call.perform((work) =>
    makeRequest(work, {
      personId: given.object.person_id,
      kind: valueOf(call, 'kind'),
      organisationId: valueOf(call, 'organisation'),
      words: valueOf(call, 'words'),
      takenDown: valueOf(call, reasonField('request')),
    }),
  )
  if (isRefused(made)) {
    const { reason, ...fields } = made.fields
    const fault = reason ? { [reasonField('request')]: reason } : {}
    const refusal = { ...made, fields: { ...fields, ...fault } }
    return showPerson(given, 'request', refusedForm(call, refusal), made.status)
  }
  const due = dayWords(sceneOf(call), made.dueOn)
  return call.redirect(pathOf(given.object), m('office.taken', { due }))
}

async function erase(given: PersonCall): Promise<Answer> {
  const call = given as Call
  const proof = proveFirst(call, pathOf(given.object))
  if (proof) return proof
  const takenDown = valueOf(call, reasonField('erasure'))
  const refusal = refusedFor(given, 'erasure', takenDown)
  if (refusal) return showPerson(given, 'erasure', refusedForm(call, refusal), refusal.status)
  const asked = await call.perform((work) =>
    scheduleErasure(work, {
      personId: given.object.person_id,
      takenDown,
      takenDownAt: given.object.names,
      isConfirmed: valueOf(call, 'confirm') === 'yes',
      parts: call.services.personalParts,
    }),
  )
  if (isRefused(asked)) return showPerson(given, 'erasure', refusedForm(call, asked), asked.status)
  const date = instantDay(sceneOf(call), asked.runsAt)
  return call.redirect(pathOf(given.object), m('erase.asked', { date }))
}
