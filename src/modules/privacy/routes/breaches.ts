import { show } from '#ui'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { renderPdf } from '#kernel/documents'
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
import { countryOptions, dateInZone } from '#kernel/values'
import { organisationOptions } from '#modules/alliance'
import { breachPaper, breachWorkbook } from '../formats/breach-report.ts'
import { m } from '../messages/index.ts'
import { BreachPage } from '../pages/breach.tsx'
import { BreachesPage, BreachFormPage, breachesPerPage } from '../pages/breaches.tsx'
import { breachById, type BreachRow, breachesFor, dutiesOfBreaches } from '../queries/breaches.ts'
import { closeBreach, enterBreach, fulfilDuty } from '../service/breaches.ts'

const base = '/privacy/breaches'
const keeping = { action: 'privacy.breach.keep' } as const
const onBreach = { ...keeping, load: loadBreach }
const mostRows = 5000
type BreachCall = Call<BreachRow>

/** The register of breaches of personal data, with its clocks and its reports. */
export const breachRoutes: readonly Route[] = [
  page('GET', base, { ...keeping, handle: list }),
  page('GET', `${base}/table`, { ...keeping, perMinute: 30, handle: table }),
  page('GET', `${base}/new`, { ...keeping, handle: (call) => showForm(call, freshForm(), 200) }),
  page('POST', base, { ...keeping, perMinute: 30, handle: enter }),
  page<BreachRow>('GET', `${base}/:id`, { ...onBreach, handle: (call) => breachPage(call, null) }),
  page<BreachRow>('GET', `${base}/:id/report`, { ...onBreach, perMinute: 30, handle: report }),
  page<BreachRow>('POST', `${base}/:id/told`, { ...onBreach, handle: told }),
  page<BreachRow>('POST', `${base}/:id/closing`, { ...onBreach, handle: close }),
]

function loadBreach(work: Work, params: Record<string, string>): Promise<BreachRow | null> {
  return breachById(work, params['id'] ?? '')
}

async function list(call: Call): Promise<Answer> {
  const number = pageNumber(call)
  const { rows, total } = await breachesFor(call.work, {
    limit: breachesPerPage,
    offset: (number - 1) * breachesPerPage,
  })
  call.shows([])
  return show(BreachesPage({ scene: sceneOf(call), rows, total, page: number }))
}

async function table(call: Call): Promise<Answer> {
  const { rows } = await breachesFor(call.work, { limit: mostRows, offset: 0 })
  call.shows([])
  return {
    kind: 'file',
    body: await breachWorkbook(rows, sceneOf(call)),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${call.t(m('breach.title'))}-${dateInZone(call.now, call.timeZone)}.xlsx`,
  }
}

async function showForm(call: Call, form: FormState, status: number): Promise<Answer> {
  const organisations = (await organisationOptions(call.work))
    .filter(({ id }) => call.may('privacy.breach.keep', { organisation_id: id }))
    .map(({ id, name }) => ({ value: id, label: name }))
  const countries = countryOptions(call.language).map(({ code, name }) => ({
    value: code,
    label: name,
  }))
  call.shows([])
  return show(
    BreachFormPage({
      scene: sceneOf(call),
      organisations,
      countries,
      chosen: {
        countries: call.form.values['countries[]'] ?? [],
        groups: call.form.values['groups[]'] ?? [],
      },
      form,
    }),
    status,
  )
}

async function enter(call: Call): Promise<Answer> {
  const done = await call.perform((work) =>
    enterBreach(work, {
      organisation: valueOf(call, 'organisation'),
      title: valueOf(call, 'title'),
      words: valueOf(call, 'words'),
      knownOn: valueOf(call, 'knownOn'),
      knownAt: valueOf(call, 'knownAt'),
      countries: call.form.values['countries[]'] ?? [],
      groups: call.form.values['groups[]'] ?? [],
      persons: valueOf(call, 'persons'),
      risk: valueOf(call, 'risk'),
      measures: valueOf(call, 'measures'),
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return showForm(call, refusedForm(call, done), done.status)
  return call.redirect(`${base}/${done.breachId}`, m('breach.entered-now'))
}

interface Refused {
  which: string
  refusal: Refusal
}

async function breachPage(given: BreachCall, refused: Refused | null): Promise<Answer> {
  const call = given as Call
  const breach = (refused && (await breachById(call.work, given.object.id))) ?? given.object
  call.shows(breach.entered_by === null ? [] : [breach.entered_by])
  return show(
    BreachPage({
      scene: sceneOf(call),
      breach,
      duties: await dutiesOfBreaches(call.work, [breach.id]),
      refused: refused && { which: refused.which, form: refusedForm(call, refused.refusal) },
    }),
    refused?.refusal.status ?? 200,
  )
}

async function told(given: BreachCall): Promise<Answer> {
  const call = given as Call
  const law = valueOf(call, 'law')
  const addressee = valueOf(call, 'addressee')
  const done = await call.perform((work) =>
    fulfilDuty(work, {
      breachId: given.object.id,
      law,
      addressee,
      reference: valueOf(call, 'reference'),
    }),
  )
  if (isRefused(done)) return breachPage(given, { which: `${law} ${addressee}`, refusal: done })
  return call.redirect(`${base}/${given.object.id}`, m('breach.told-now'))
}

async function close(given: BreachCall): Promise<Answer> {
  const call = given as Call
  const done = await call.perform((work) =>
    closeBreach(work, { breachId: given.object.id, outcome: valueOf(call, 'outcome') }),
  )
  if (isRefused(done)) return breachPage(given, { which: 'closing', refusal: done })
  return call.redirect(`${base}/${given.object.id}`, m('breach.closed-now'))
}

async function report(given: BreachCall): Promise<Answer> {
  const call = given as Call
  const { services, language } = call
  const breach = given.object
  call.shows(breach.entered_by === null ? [] : [breach.entered_by])
  const paper = breachPaper(
    {
      breach,
      duties: await dutiesOfBreaches(call.work, [breach.id]),
      banner: services.demonstration ? services.demonstrationBanner : null,
      now: call.now,
    },
    language,
    services.translator,
  )
  return {
    kind: 'file',
    body: await renderPdf(paper),
    type: 'application/pdf',
    name: `${call.t(m('breach.file'))}-${dateInZone(breach.known_at, breach.time_zone)}.pdf`,
  }
}
