import { show } from '#ui'
import { z } from 'zod'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { renderPdf } from '#kernel/documents'
import {
  type Answer,
  type Call,
  freshForm,
  page,
  pageNumber,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import type { Message } from '#kernel/messages'
import { isCurrency, languages, parseDate, parseMoney } from '#kernel/values'
import { visitPapers, visitPdf } from '../documents/visits.ts'
import { m } from '../messages/index.ts'
import { VisitPage } from '../pages/visit.tsx'
import { MakeVisitPage, VisitsPage } from '../pages/visits.tsx'
import { visitsBase } from '../pages/visit-props.ts'
import { todayOf } from '../pages/words.tsx'
import { institutions, officesOf } from '../queries/choices.ts'
import { listVisits, partsOf, visitById, type VisitRow } from '../queries/visits.ts'
import { payers, visitKinds, visitOutcomes, visitStates } from '../rules/visits.ts'
import { keepContact, worksHere } from '../service/partner-mail.ts'
import {
  answerVisit,
  askForVisit,
  cancelVisit,
  contactOfVisit,
  reportVisit,
} from '../service/visit-steps.ts'
import { amendVisit, changeVisit, makeVisit, type VisitPart } from '../service/visits.ts'
import { optionsOf, pairOf } from './parts.ts'

type VisitCall = Call<VisitRow>
type Done = Promise<Message | Refusal>

const pageSize = 50
const path = `${visitsBase}/:visit`
const edit = 'mobility.visit.edit'
const load = (work: Work, params: Record<string, string>) => visitById(work, params['visit'] ?? '')

/** Visits of scholars, staff, artists and delegations: the list, a new one, and all that is done on its page. */
export const visitRoutes: readonly Route[] = [
  page('GET', visitsBase, { action: 'mobility.visit.open', handle: listPage }),
  page('GET', `${visitsBase}/new`, {
    action: 'mobility.visit.make',
    handle: (call) => makePage(call, null),
  }),
  page('POST', `${visitsBase}/new`, {
    action: 'mobility.visit.make',
    perMinute: 60,
    handle: make,
  }),
  page<VisitRow>('GET', path, {
    action: 'mobility.visit.read',
    load,
    handle: (call) => visitPage(call, null),
  }),
  page<VisitRow>('GET', `${path}/papers/:paper`, {
    action: 'mobility.visit.read',
    load,
    perMinute: 30,
    handle: paper,
  }),
  act('details', edit, amend),
  act('members', edit, addMember),
  act('programme', edit, addPoint),
  act('costs', edit, addCost),
  act('removals', edit, remove),
  act('contact', edit, keep),
  act('asking', edit, ask),
  act('answer', 'mobility.visit.answer', answer),
  act('cancellation', edit, cancel),
  act('report', edit, report),
]

function act(name: string, action: string, handle: (call: VisitCall) => Done): Route {
  return page<VisitRow>('POST', `${path}/${name}`, {
    action,
    load,
    perMinute: 120,
    async handle(call) {
      const done = await handle(call)
      if (isRefused(done)) return visitPage(call, done)
      return call.redirect(`${visitsBase}/${call.object.id}`, done)
    },
  })
}

async function listPage(call: Call): Promise<Answer> {
  const state = visitStates.find((each) => each === call.query.get('state')) ?? null
  const number = pageNumber(call)
  const rows = await listVisits(call.work, { state, page: number, pageSize })
  call.shows([])
  return show(
    VisitsPage({
      call,
      visits: rows.slice(0, pageSize),
      own: officesOf(call.work),
      state,
      page: number,
      pageSize,
      total: (number - 1) * pageSize + rows.length,
      mayMake: call.may('mobility.visit.make', {}),
    }),
  )
}

async function makePage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const known = await institutions(call.work)
  const own = known.filter(({ isOwn }) => isOwn)
  call.shows([])
  return show(
    MakeVisitPage({
      call,
      form: refusal ? refusedForm(call, refusal) : freshForm(),
      own: optionsOf(call, own),
      partners: optionsOf(call, own.length > 1 ? known : known.filter(({ isOwn }) => !isOwn)),
    }),
    refusal,
  )
}

const makeForm = z.object({
  kind: z.enum(visitKinds),
  title: z.string().trim().min(1).max(200),
  direction: z.enum(['in', 'out']),
  partner: z.uuid(),
})

async function make(call: Call): Promise<Answer> {
  const form = call.read(makeForm)
  if (isRefused(form)) return makePage(call, form)
  const [startsOn, endsOn] = [
    parseDate(valueOf(call, 'startsOn')),
    parseDate(valueOf(call, 'endsOn')),
  ]
  if (startsOn === null || endsOn === null) {
    return makePage(call, noDay(startsOn === null ? 'startsOn' : 'endsOn'))
  }
  const own = (await institutions(call.work)).filter(({ isOwn }) => isOwn)
  const maker = own.find(({ id }) => id === valueOf(call, 'maker')) ?? own[0]
  if (!maker) return makePage(call, refuse(404, m('refusal.absent')))
  const done = await call.perform((work) =>
    makeVisit(work, {
      kind: form.kind,
      title: form.title,
      purpose: valueOf(call, 'purpose'),
      madeByOrganisationId: maker.id,
      partnerOrganisationId: form.partner,
      comesToMaker: form.direction === 'in',
      startsOn,
      endsOn,
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return makePage(call, done)
  return call.redirect(`${visitsBase}/${done.visitId}`, m('flash.visit-made'))
}

function noDay(field: string): Refusal {
  return refuse(422, m('bulk.no-date'), { [field]: m('bulk.no-date') })
}

async function visitPage(call: VisitCall, refusal: Refusal | null): Promise<Answer> {
  const visit = (await visitById(call.work, call.object.id)) ?? call.object
  const parts = await partsOf(call.work, visit.id)
  const isHere = await worksHere(call.work, visit.partner_organisation_id)
  call.shows(parts.members.flatMap(({ personId }) => personId ?? []))
  return show(
    VisitPage({
      call,
      visit,
      parts,
      may: { edit: call.may(edit, visit), answer: call.may('mobility.visit.answer', visit) },
      contact: isHere ? 'works-here' : await contactOfVisit(call.work, visit),
      form: refusal ? refusedForm(call, refusal) : freshForm(),
    }),
    refusal,
  )
}

async function amend(call: VisitCall): Done {
  const [startsOn, endsOn] = [
    parseDate(valueOf(call, 'startsOn')),
    parseDate(valueOf(call, 'endsOn')),
  ]
  if (startsOn === null || endsOn === null) return noDay(startsOn === null ? 'startsOn' : 'endsOn')
  const [title, purpose] = [valueOf(call, 'title'), valueOf(call, 'purpose')]
  const facts = { title, purpose, startsOn, endsOn }
  const amending = { visitId: call.object.id, basedOn: basedOn(call), ...facts }
  const done = await call.perform((work) => amendVisit(work, amending))
  return isRefused(done) ? done : m('flash.visit-amended')
}

function basedOn(call: VisitCall, field = 'basedOn'): number {
  const typed = valueOf(call, field)
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1
}

async function added(call: VisitCall, add: VisitPart): Done {
  const change = { visitId: call.object.id, basedOn: basedOn(call), add }
  const done = await call.perform((work) => changeVisit(work, change))
  return isRefused(done) ? done : m('flash.visit-changed')
}

async function addMember(call: VisitCall): Done {
  const typed = valueOf(call, 'arrivesOn')
  const arrivesOn = typed === '' ? null : parseDate(typed)
  if (typed !== '' && arrivesOn === null) return noDay('arrivesOn')
  return added(call, {
    part: 'member',
    family: valueOf(call, 'family'),
    given: valueOf(call, 'given'),
    native: valueOf(call, 'native'),
    role: valueOf(call, 'role'),
    email: valueOf(call, 'email'),
    arrivesOn,
  })
}

async function addPoint(call: VisitCall): Done {
  const onDay = parseDate(valueOf(call, 'onDay'))
  if (onDay === null) return noDay('onDay')
  const atTime = valueOf(call, 'atTime').replace(/^(\d):/, '0$1:')
  if (atTime !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(atTime)) {
    return refuse(422, m('visit-fault.time'), { atTime: m('visit-fault.time') })
  }
  const [what, place] = [valueOf(call, 'what'), valueOf(call, 'place')]
  return added(call, { part: 'programme', onDay, atTime, what, place })
}

async function addCost(call: VisitCall): Done {
  const currency = valueOf(call, 'currency').toUpperCase()
  if (!isCurrency(currency)) {
    return refuse(422, m('visit-fault.currency'), { currency: m('visit-fault.currency') })
  }
  const amount = parseMoney(valueOf(call, 'amount'), currency, call.language)
  const payer = payers.find((each) => each === valueOf(call, 'payer'))
  // More than any budget, and within what the database counts.
  if (amount === null || amount.minor < 0n || amount.minor > 10n ** 15n) {
    return refuse(422, m('visit-fault.amount'), { amount: m('visit-fault.amount') })
  }
  if (!payer) return refuse(422, m('visit-fault.payer'), { payer: m('visit-fault.payer') })
  return added(call, { part: 'cost', what: valueOf(call, 'costWhat'), amount, payer })
}

const removeForm = z.object({
  part: z.enum(['member', 'programme', 'cost']),
  id: z.uuid(),
})

async function remove(call: VisitCall): Done {
  const form = call.read(removeForm)
  if (isRefused(form)) return form
  const change = { visitId: call.object.id, basedOn: basedOn(call), remove: form }
  const done = await call.perform((work) => changeVisit(work, change))
  return isRefused(done) ? done : m('flash.visit-removed')
}

const contactForm = z.object({
  name: z.string().trim().min(1).max(120),
  email: z.string().trim().min(3).max(200),
  language: z.enum(languages),
})

async function keep(call: VisitCall): Done {
  const form = call.read(contactForm)
  if (isRefused(form)) return form
  const done = await call.perform((work) =>
    keepContact(work, {
      ...form,
      sendingOrganisationId: call.object.made_by_organisation_id,
      receivingOrganisationId: call.object.partner_organisation_id,
    }),
  )
  return isRefused(done) ? done : m('flash.visit-contact')
}

async function ask(call: VisitCall): Done {
  const asking = { visitId: call.object.id, basedOn: basedOn(call) }
  const done = await call.perform((work) => askForVisit(work, asking))
  if (isRefused(done)) return done
  return m(done.byMail ? 'flash.visit-mailed' : 'flash.visit-asked')
}

async function answer(call: VisitCall): Done {
  const given = (['agreed', 'refused'] as const).find((each) => each === valueOf(call, 'answer'))
  if (!given) return refuse(422, m('refusal.no-answer'), { answer: m('refusal.no-answer') })
  const done = await call.perform((work) =>
    answerVisit(work, {
      visitId: call.object.id,
      edition: basedOn(call, 'edition'),
      answer: given,
      note: valueOf(call, 'note'),
    }),
  )
  if (isRefused(done)) return done
  return m(done.state === 'agreed' ? 'flash.visit-agreed' : 'flash.visit-refused')
}

async function cancel(call: VisitCall): Done {
  const cancelling = { visitId: call.object.id, reason: valueOf(call, 'reason') }
  const done = await call.perform((work) => cancelVisit(work, cancelling))
  return isRefused(done) ? done : m('flash.visit-cancelled')
}

async function report(call: VisitCall): Done {
  const outcome = visitOutcomes.find((each) => each === valueOf(call, 'outcome')) ?? null
  const today = todayOf(call)
  const reporting = { visitId: call.object.id, report: valueOf(call, 'report'), outcome, today }
  const done = await call.perform((work) => reportVisit(work, reporting))
  return isRefused(done) ? done : m('flash.visit-reported')
}

async function paper(call: VisitCall): Promise<Answer> {
  const kind = visitPapers.find((each) => each === call.params['paper'])
  const parts = await partsOf(call.work, call.object.id)
  if (!kind || parts.members.length === 0) return { kind: 'absent' }
  call.shows(parts.members.flatMap(({ personId }) => personId ?? []))
  const pdf = visitPdf(
    kind,
    { visit: call.object, parts, now: call.now },
    pairOf(call),
    call.services,
  )
  return {
    kind: 'file',
    body: await renderPdf(pdf),
    type: 'application/pdf',
    name: `${call.t(m(`visit-paper.${kind}`))}.pdf`,
    inline: true,
  }
}
