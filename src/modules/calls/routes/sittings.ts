import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { filesOf } from '#kernel/files'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  refusedForm,
  refusedOnly,
  type Route,
  sceneOf,
  valueOf,
} from '#kernel/http'
import { isUuid, normaliseDigits, parseDate } from '#kernel/values'
import { show } from '#ui'
import { m } from '../messages/index.ts'
import type { AnswerFile } from '../pages/application-words.tsx'
import { SittingItemPage } from '../pages/sitting-item.tsx'
import { SittingPage } from '../pages/sitting.tsx'
import { SittingsPage } from '../pages/sittings.tsx'
import { callById, type CallRow } from '../queries/calls.ts'
import { meritsOf, waiverOf } from '../queries/reviews.ts'
import {
  itemsOf,
  membersOf,
  sittingById,
  type SittingRow,
  sittingsOf,
} from '../queries/sittings.ts'
import { approveMinutes } from '../service/approving-minutes.ts'
import { orderAgenda, putOnAgenda, takeOffAgenda } from '../service/agendas.ts'
import { fileOwner } from '../service/applications.ts'
import { waiveInstitution } from '../service/reviews.ts'
import { recordOutcomes, sendOut, whoMustLeave } from '../service/sitting-outcomes.ts'
import {
  changeSitting,
  planSitting,
  possibleMembers,
  recordPresence,
  type SittingPlan,
  writeMinutes,
} from '../service/sittings.ts'
import { loadCall } from './browse.ts'
import { countOf } from './web.ts'

const plan = { action: 'calls.sitting.plan', load: loadSitting }
const read = { action: 'calls.sitting.read', load: loadSitting }
const record = { action: 'calls.sitting.record', load: loadSitting }
const open = { action: 'calls.selection.open', load: loadCall }
const decide = { action: 'calls.selection.decide', load: loadCall }

type SittingCall = Call<SittingRow>

/** The committee of a call: its sittings, their agenda, what came of it, and the minutes. */
export const sittingRoutes: readonly Route[] = [
  page<CallRow>('GET', '/calls/:id/sittings', {
    ...open,
    handle: (call) => showSittings(call, freshForm(), 200),
  }),
  page<CallRow>('POST', '/calls/:id/sittings', { ...decide, handle: planOne }),
  page<CallRow>('POST', '/calls/:id/sittings/waiver', { ...decide, handle: waive }),
  page<SittingRow>('GET', '/sittings/:id', {
    ...read,
    handle: (call) => showSitting(call, freshForm(), 200),
  }),
  page<SittingRow>('POST', '/sittings/:id', { ...plan, handle: change }),
  page<SittingRow>('POST', '/sittings/:id/agenda', { ...plan, handle: add }),
  page<SittingRow>('POST', '/sittings/:id/presence', { ...record, handle: savePresence }),
  page<SittingRow>('POST', '/sittings/:id/order', { ...record, handle: order }),
  page<SittingRow>('POST', '/sittings/:id/outcomes', { ...record, handle: recordChosen }),
  page<SittingRow>('POST', '/sittings/:id/minutes', { ...record, handle: saveMinutes }),
  page<SittingRow>('GET', '/sittings/:id/items/:item', {
    ...read,
    handle: (call) => showItem(call, null, 200),
  }),
  page<SittingRow>('POST', '/sittings/:id/items/:item', { ...record, handle: recordOne }),
  page<SittingRow>('POST', '/sittings/:id/approval', {
    action: 'calls.sitting.approve',
    load: loadSitting,
    handle: approve,
  }),
]

/** The sitting that an address names. */
export function loadSitting(
  work: Work,
  params: Record<string, string>,
): Promise<SittingRow | null> {
  return sittingById(work, params['id'] ?? '')
}

async function showSittings(
  given: Call<CallRow>,
  form: FormState,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const { object } = given
  const possible = await possibleMembers(call.work, object)
  // Days, places and colleagues; no applicant is on this page.
  call.shows([])
  const shown = SittingsPage({
    scene: sceneOf(call),
    call: object,
    sittings: await sittingsOf(call.work, object.id),
    possible,
    waiver: await waiverOf(call.work, object.id),
    members: call.form.values['member'] ?? [],
    form,
  })
  return show(shown, status)
}

function planOf(call: Call): SittingPlan | Refusal {
  const heldOn = parseDate(valueOf(call, 'heldOn'))
  if (heldOn === null)
    return refuse(422, m('sitting.refusal.day'), { heldOn: m('sitting.refusal.day') })
  const ids = [valueOf(call, 'chair'), valueOf(call, 'secretary')]
  return {
    heldOn,
    place: valueOf(call, 'place'),
    chairId: ids[0] ?? '',
    secretaryId: ids[1] ?? '',
    memberIds: (call.form.values['member'] ?? []).filter(isUuid),
  }
}

async function planOne(given: Call<CallRow>): Promise<Answer> {
  const call = given as Call
  const wanted = planOf(call)
  const done = isRefused(wanted)
    ? wanted
    : await call.perform((work) =>
        planSitting(work, { ...wanted, callId: given.object.id, node: call.services.node }),
      )
  if (isRefused(done)) return showSittings(given, refusedForm(call, done), done.status)
  return call.redirect(`/sittings/${done.sittingId}`, m('sitting.planned'))
}

async function waive(given: Call<CallRow>): Promise<Answer> {
  const call = given as Call
  const callId = given.object.id
  const done = await call.perform((work) =>
    waiveInstitution(work, { callId, reason: valueOf(call, 'waiver') }),
  )
  if (isRefused(done)) return showSittings(given, refusedForm(call, done), done.status)
  return call.redirect(`/calls/${callId}/sittings`, m('waiver.done'))
}

/** Whether this reader may know whose the applications are: in a blind call the office alone. */
export function isNamedFor(call: Call, sitting: SittingRow): boolean {
  return !sitting.blind || call.may('calls.sitting.plan', sitting)
}

async function showSitting(given: SittingCall, form: FormState, status: number): Promise<Answer> {
  const call = given as Call
  const sitting = (await sittingById(call.work, given.object.id)) ?? given.object
  const items = await itemsOf(call.work, sitting.id)
  const members = await membersOf(call.work, sitting.id)
  call.shows(items.map(({ person_id: id }) => id))
  const isOpen = sitting.state === 'planned'
  const office = (await callById(call.work, sitting.call_id))!
  const may = {
    plan: isOpen && call.may('calls.sitting.plan', sitting),
    record: isOpen && call.may('calls.sitting.record', sitting),
    approve: isOpen && call.may('calls.sitting.approve', sitting),
    open: call.may('calls.selection.open', office),
  }
  const applications = items.map(({ application_id: id, answers }) => ({ id, answers }))
  const shown = SittingPage({
    scene: sceneOf(call),
    sitting,
    members,
    items,
    merits: await meritsOf(call.work, office, applications),
    must: isOpen ? await whoMustLeave(call.work, sitting, items, members) : new Map(),
    possible: may.plan ? await possibleMembers(call.work, office) : [],
    may,
    isNamed: isNamedFor(call, sitting),
    chosen: new Set(call.form.values['item'] ?? []),
    form,
  })
  return show(shown, status)
}

const at = ({ object }: SittingCall) => `/sittings/${object.id}`

/** Does a verb about the sitting, and shows it with the refusal or with what was done. */
async function act<T extends object | true>(
  given: SittingCall,
  verb: (work: Work) => Promise<T | Refusal>,
  said: (done: T) => ReturnType<typeof m>,
): Promise<Answer> {
  const call = given as Call
  const done = (await call.perform(verb as Parameters<Call['perform']>[0])) as T | Refusal
  if (isRefused(done)) return showSitting(given, refusedForm(call, done), done.status)
  return call.redirect(at(given), said(done))
}

async function change(given: SittingCall): Promise<Answer> {
  const call = given as Call
  const wanted = planOf(call)
  if (isRefused(wanted)) return showSitting(given, refusedForm(call, wanted), wanted.status)
  const ids = { sittingId: given.object.id, seen: countOf(call, 'seen') }
  return act(
    given,
    (work) => changeSitting(work, { ...wanted, ...ids }),
    () => m('sitting.changed'),
  )
}

function add(given: SittingCall): Promise<Answer> {
  const call = given as Call
  const wanted =
    valueOf(call, 'by') === 'rank'
      ? {
          by: 'rank' as const,
          ranks: normaliseDigits(valueOf(call, 'ranks')),
          outcome: valueOf(call, 'filter'),
          wish: valueOf(call, 'wish') || null,
        }
      : { by: 'number' as const, numbers: normaliseDigits(valueOf(call, 'numbers')) }
  return act(
    given,
    (work) => putOnAgenda(work, { sittingId: given.object.id, wanted }),
    (done) => m('sitting.added', done),
  )
}

function savePresence(given: SittingCall): Promise<Answer> {
  const present = (given as Call).form.values['present'] ?? []
  return act(
    given,
    (work) => recordPresence(work, { sittingId: given.object.id, present }),
    (done) => m('sitting.presence-saved', done),
  )
}

function order(given: SittingCall): Promise<Answer> {
  const call = given as Call
  const typed = valueOf(call, 'by')
  const by = (['rank', 'number'] as const).find((each) => each === typed) ?? 'pasted'
  return act(
    given,
    (work) =>
      orderAgenda(work, {
        sittingId: given.object.id,
        seen: countOf(call, 'seen'),
        by,
        numbers: normaliseDigits(valueOf(call, 'order')),
      }),
    () => m('sitting.ordered'),
  )
}

function saveMinutes(given: SittingCall): Promise<Answer> {
  const call = given as Call
  const text = (call.form.values['text']?.[0] ?? '').replaceAll('\r\n', '\n').trim()
  return act(
    given,
    (work) => writeMinutes(work, { sittingId: given.object.id, seen: countOf(call, 'seen'), text }),
    () => m('sitting.minutes-saved'),
  )
}

function typedOutcome(call: Call) {
  const note = valueOf(call, 'note')
  // Nothing typed is nobody; what is no number is told.
  const count = (name: string) => {
    const typed = normaliseDigits(valueOf(call, name))
    return typed === '' ? 0 : /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN
  }
  return {
    votes: { for: count('for'), against: count('against'), abstained: count('abstained') },
    destinationId: valueOf(call, 'destination') || null,
    reason: valueOf(call, 'reason'),
    note: note === '' ? {} : { [call.language]: note },
  }
}

function recordChosen(given: SittingCall): Promise<Answer> {
  const call = given as Call
  const outcome = valueOf(call, 'act')
  const ids = {
    sittingId: given.object.id,
    seen: countOf(call, 'seen'),
    itemIds: (call.form.values['item'] ?? []).filter(isUuid),
  }
  if (outcome === 'take-off') {
    return act(
      given,
      (work) => takeOffAgenda(work, ids),
      (done) => m('sitting.taken-off', done),
    )
  }
  if (outcome === 'leave') {
    return act(
      given,
      (work) => sendOut(work, ids),
      (done) => m('sitting.sent-out', done),
    )
  }
  return act(
    given,
    (work) => recordOutcomes(work, { ...ids, ...typedOutcome(call), outcome, left: null }),
    (done) => m('sitting.recorded', done),
  )
}

async function itemAt(given: SittingCall) {
  const items = await itemsOf((given as Call).work, given.object.id)
  const place = items.findIndex(({ id }) => id === given.params['item'])
  const item = items[place]
  // The next without an outcome, from here on and then from the beginning.
  const rest = [...items.slice(place + 1), ...items.slice(0, Math.max(0, place))]
  const isOpen = (each: (typeof items)[number]) =>
    each.outcome === null && each.application_state === 'submitted'
  return item ? { item, next: rest.find(isOpen) ?? null } : null
}

async function showItem(
  given: SittingCall,
  refused: Refusal | null,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const found = await itemAt(given)
  if (!found) return { kind: 'absent' }
  const { item } = found
  const sitting = (await sittingById(call.work, given.object.id)) ?? given.object
  const members = await membersOf(call.work, sitting.id)
  call.shows([item.person_id])
  const must = await whoMustLeave(call.work, sitting, [item], members)
  const suggested = (must.get(item.id) ?? []).map(({ member }) => member.id)
  const isRecorded = item.outcome !== null
  const stored = {
    outcome: item.outcome ?? '',
    for: isRecorded ? String(item.votes_for) : '',
    against: isRecorded ? String(item.votes_against) : '',
    abstained: isRecorded ? String(item.votes_abstained) : '',
    destination: item.destination_id ?? '',
    reason: item.reason ?? '',
    note: item.note[call.language] ?? Object.values(item.note)[0] ?? '',
  }
  const shown = SittingItemPage({
    scene: sceneOf(call),
    sitting,
    members,
    item,
    must,
    files: await filesFor(call, item.application_id, sitting),
    mayRecord: sitting.state === 'planned' && call.may('calls.sitting.record', sitting),
    isNamed: isNamedFor(call, sitting),
    left: refused ? (call.form.values['left'] ?? []) : [...item.left, ...suggested],
    form: refused ? refusedForm(call, refused) : freshForm(stored),
  })
  return show(shown, status)
}

/** The files of the application: for the office under their names, for others as that there are some. */
async function filesFor(
  call: Call,
  applicationId: string,
  sitting: SittingRow,
): Promise<Map<string, AnswerFile>> {
  if (!call.may('calls.sitting.plan', sitting)) return new Map()
  const files = await filesOf(call.work, fileOwner, applicationId)
  return new Map(
    files.map(({ id, name }) => [
      id,
      { id, name, href: call.href(`/applications/${applicationId}/file`, { file: id }) },
    ]),
  )
}

async function recordOne(given: SittingCall): Promise<Answer> {
  const call = given as Call
  const found = await itemAt(given)
  if (!found) return { kind: 'absent' }
  const done = await call.perform((work) =>
    recordOutcomes(work, {
      sittingId: given.object.id,
      seen: countOf(call, 'seen'),
      itemIds: [found.item.id],
      ...typedOutcome(call),
      outcome: valueOf(call, 'outcome'),
      left: (call.form.values['left'] ?? []).filter(isUuid),
    }),
  )
  if (isRefused(done)) return showItem(given, done, done.status)
  const to = found.next ? `${at(given)}/items/${found.next.id}` : at(given)
  return call.redirect(to, m('sitting.recorded', done))
}

async function approve(given: SittingCall): Promise<Answer> {
  const call = given as Call
  const done = await call.perform((work) =>
    approveMinutes(work, { sittingId: given.object.id, seen: countOf(call, 'seen') }),
  )
  if (isRefused(done)) return showSitting(given, refusedOnly(call, done), done.status)
  return call.redirect(at(given), m('sitting.approve-done', { count: done.decided }))
}
