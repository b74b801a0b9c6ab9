import { show } from '#ui'
import { isRefused, refuse } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  type Route,
  valueOf,
  localOf,
  refusedForm,
  refusedOnly,
  sceneOf,
} from '#kernel/http'
import { instantAt, type DateOnly, localised, normaliseDigits, parseDate } from '#kernel/values'
import { organisationNames } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { EditTextsPage, textValues } from '../pages/edit.tsx'
import { NewCallPage, OfficePage } from '../pages/office.tsx'
import { callById, type CallRow, officeCalls } from '../queries/calls.ts'
import { decisionWays } from '../schema.ts'
import { type CallTexts, changeCall, lacksOf, makeCall, publishCall } from '../service/calls.ts'
import { loadCall } from './browse.ts'
import { placesOf } from './places.ts'
import { countOf, languagesOf } from './web.ts'

const edit = { action: 'calls.call.edit', load: loadCall }

/** The office's pages on which calls are begun, written and published. */
export const officeRoutes: readonly Route[] = [
  page('GET', '/calls/office', {
    action: 'calls.office.open',
    handle: async (call) =>
      show(OfficePage({ scene: sceneOf(call), calls: await officeCalls(call.work) })),
  }),
  page('GET', '/calls/new', {
    action: 'calls.office.open',
    handle: (call) => showNew(call, freshForm(), 200),
  }),
  page('POST', '/calls/new', { action: 'calls.office.open', handle: begin }),
  page<CallRow>('GET', '/calls/:id/edit', {
    ...edit,
    handle: (call) => showTexts(call, freshForm(textValues(call.object)), 200),
  }),
  page<CallRow>('POST', '/calls/:id/edit', { ...edit, handle: saveTexts }),
  page<CallRow>('POST', '/calls/:id/publication', { ...edit, handle: publish }),
]

async function showNew(call: Call, form: FormState, status: number): Promise<Answer> {
  const ids = placesOf(call, 'calls.call.edit')
  const names = await organisationNames(call.work, ids)
  const shown = NewCallPage({
    scene: sceneOf(call),
    organisations: ids.map((value) => ({
      value,
      label: localised(names.get(value) ?? {}, call.language).text,
    })),
    calls: await officeCalls(call.work),
    form,
  })
  return show(shown, status)
}

async function begin(call: Call): Promise<Answer> {
  const made = await call.perform((work) =>
    makeCall(work, {
      organisationId: valueOf(call, 'organisation'),
      titles: localOf(call, 'title'),
      copyOf: valueOf(call, 'copy') || null,
      node: call.services.node,
    }),
  )
  if (isRefused(made)) return showNew(call, refusedForm(call, made), made.status)
  return call.redirect(`/calls/${made.callId}/edit`, m('new.done'))
}

async function showTexts(given: Call<CallRow>, form: FormState, status: number): Promise<Answer> {
  const call = given as Call
  const current = (await callById(call.work, given.object.id)) ?? given.object
  const shown = EditTextsPage({
    scene: sceneOf(call),
    call: current,
    form,
    lacks: lacksOf(current),
  })
  return show(shown, status)
}

/** What was typed about the call; a day or a time that is none is named with its field. */
function readTexts(call: Call<CallRow>): { texts: CallTexts; faults: Record<string, Said> } {
  const faults: Record<string, Said> = {}
  const zone = call.object.time_zone
  const at = (name: string): Date | null => {
    const typed = valueOf(call, name)
    if (typed === '') return null
    const day: DateOnly | null = parseDate(typed)
    const moment = day === null ? null : instantAt(day, valueOf(call, `${name}-time`), zone)
    if (moment === null) faults[name] = m('refusal.day-or-time')
    return moment
  }
  const decide = decisionWays.find((each) => each === valueOf(call, 'decide')) ?? 'choice'
  const days = normaliseDigits(valueOf(call, 'reply'))
  const replyDays = /^\d{1,2}$/.test(days) ? Number(days) : 0
  if (replyDays < 1 || replyDays > 60) faults['reply'] = m('refusal.reply-days')
  const merit = valueOf(call, 'merit')
  const asked = call.object.definition.questions
  const texts = {
    titles: localOf(call, 'title'),
    summaries: localOf(call, 'summary'),
    languages: languagesOf(call, 'languages'),
    opens_at: at('opens'),
    closes_at: at('closes'),
    results_at: at('results'),
    decide_by: decide,
    merit_question: asked.some(({ id }) => id === merit) ? merit : null,
    blind: call.object.blind,
    reply_days: replyDays,
  }
  return { texts, faults }
}

type Said = ReturnType<typeof m>

async function saveTexts(given: Call<CallRow>): Promise<Answer> {
  const call = given as Call
  const { texts, faults } = readTexts(given)
  const first = Object.values(faults)[0]
  const callId = given.object.id
  const saved = first
    ? refuse(422, first, faults)
    : await call.perform((work) =>
        changeCall(work, { callId, version: countOf(call, 'version'), texts }),
      )
  if (isRefused(saved)) return showTexts(given, refusedForm(call, saved), saved.status)
  return call.redirect(`/calls/${callId}/edit`, m('edit.saved'))
}

async function publish(given: Call<CallRow>): Promise<Answer> {
  const call = given as Call
  const callId = given.object.id
  const done = await call.perform((work) =>
    publishCall(work, { callId, version: countOf(call, 'version') }),
  )
  if (isRefused(done)) {
    const form = { ...refusedOnly(call, done), values: textValues(given.object) }
    return showTexts(given, form, done.status)
  }
  return call.redirect(`/calls/${callId}`, m('publish.done'))
}
