import { show } from '#ui'
import { isRefused, personOf, type Refusal, type Work } from '#kernel/database'
import {
  type Act,
  type ActCall,
  type ActOver,
  type Answer,
  type Call,
  page,
  type Route,
  valueOf,
} from '#kernel/http'
import { dateInZone } from '#kernel/values'
import { reportByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { IncidentByLinkPage } from '../pages/incident-act.tsx'
import { IncidentPage } from '../pages/incident.tsx'
import { IncidentListPage, IncidentsPage } from '../pages/incidents.tsx'
import { base } from '../pages/scene.tsx'
import {
  incidentById,
  type IncidentRow,
  incidentsReportedBy,
  officeIncidents,
  reporterById,
  stepsOf,
} from '../queries/incidents.ts'
import { placementById, type PlacementRow } from '../queries/placements.ts'
import { incidentForm } from '../rules/incident.ts'
import {
  closeIncident,
  followIncident,
  reopenIncident,
  reportByLink,
  reportIncident,
} from '../service/incidents.ts'
import { overOf, passedOn } from './over.ts'
import { formOf, refusedOr } from './web.ts'

const ofPlacement = `${base}/placements/:id/incidents`
const one = `${base}/incidents/:id`
const report = {
  action: 'internships.incident.report',
  load: (work: Work, { id }: Record<string, string>) => placementById(work, id ?? ''),
}
const handled = {
  action: 'internships.incident.handle',
  load: (work: Work, { id }: Record<string, string>) => incidentById(work, id ?? ''),
}

/** Incidents: reported of a placement, seen through by the offices of both schools. */
export const incidentRoutes: readonly Route[] = [
  page<PlacementRow>('GET', ofPlacement, { ...report, handle: (call) => ownPage(call, null) }),
  page<PlacementRow>('POST', ofPlacement, { ...report, perMinute: 20, handle: send }),
  page('GET', `${base}/incidents`, { action: 'internships.incident.open', handle: listPage }),
  page<IncidentRow>('GET', one, { ...handled, handle: (call) => incidentPage(call, null) }),
  page<IncidentRow>('POST', `${one}/steps`, { ...handled, perMinute: 30, handle: follow }),
  page<IncidentRow>('POST', `${one}/end`, { ...handled, perMinute: 30, handle: close }),
  page<IncidentRow>('POST', `${one}/return`, { ...handled, perMinute: 30, handle: reopen }),
]

async function ownPage(call: Call<PlacementRow>, refusal: Refusal | null): Promise<Answer> {
  const { work, object: placement } = call
  call.shows([placement.person_id])
  return show(
    IncidentsPage({
      call,
      placement,
      today: dateInZone(call.now, placement.timeZone),
      own: await incidentsReportedBy(work, placement.id, personOf(call.actor) ?? ''),
      form: refusedOr(call as Call, refusal),
    }),
    refusal,
  )
}

/** What a form says happened, in the language of whoever fills it in. */
function said(call: Call | ActCall) {
  const form = call.read(incidentForm)
  if (isRefused(form)) return form
  const { kind, day, words, urgent } = form
  return { kind, day, words, urgent: urgent === 'yes', language: call.language }
}

async function send(call: Call<PlacementRow>): Promise<Answer> {
  const form = said(call as Call)
  if (isRefused(form)) return ownPage(call, form)
  const placementId = call.object.id
  const done = await call.perform((work) => reportIncident(work, { ...form, placementId }))
  if (isRefused(done)) return ownPage(call, done)
  return call.redirect(`${base}/placements/${placementId}/incidents`, m('flash.incident-reported'))
}

async function listPage(call: Call): Promise<Answer> {
  const incidents = await officeIncidents(call.work)
  call.shows(incidents.map(({ person_id: id }) => id))
  return show(IncidentListPage({ call, incidents }), null)
}

async function incidentPage(call: Call<IncidentRow>, refusal: Refusal | null): Promise<Answer> {
  const { work, object: incident } = call
  call.shows([incident.person_id])
  return show(
    IncidentPage({
      call,
      incident,
      steps: await stepsOf(work, incident.id),
      form: refusedOr(call as Call, refusal),
    }),
    refusal,
  )
}

async function follow(call: Call<IncidentRow>): Promise<Answer> {
  const incidentId = call.object.id
  const words = valueOf(call, 'words').slice(0, 4000)
  const { language } = call
  const done = await call.perform((work) => followIncident(work, { incidentId, words, language }))
  if (isRefused(done)) return incidentPage(call, done)
  return call.redirect(`${base}/incidents/${incidentId}`, m('flash.incident-followed'))
}

async function close(call: Call<IncidentRow>): Promise<Answer> {
  const incidentId = call.object.id
  const outcome = valueOf(call, 'outcome').slice(0, 4000)
  const { language } = call
  const done = await call.perform((work) => closeIncident(work, { incidentId, outcome, language }))
  if (isRefused(done)) return incidentPage(call, done)
  return call.redirect(`${base}/incidents/${incidentId}`, m('flash.incident-closed'))
}

async function reopen(call: Call<IncidentRow>): Promise<Answer> {
  const incidentId = call.object.id
  const done = await call.perform((work) => reopenIncident(work, incidentId))
  if (isRefused(done)) return incidentPage(call, done)
  return call.redirect(`${base}/incidents/${incidentId}`, m('flash.incident-reopened'))
}

/** A host's tutor or an academic mentor reports by the link that came with a mail about the student. */
export const reportIncidentByLink: Act = {
  action: reportByLinkAction,
  async show(call, refusal) {
    const reporter = await reporterById(call.work, call.link.objectId)
    const placement = reporter && (await placementById(call.work, reporter.placementId))
    if (!placement || !call.may(reportByLinkAction, reporter)) return outcome(call)
    call.shows([placement.person_id])
    const form = formOf(call as unknown as Call, refusal)
    const today = dateInZone(call.now, placement.timeZone)
    return show(IncidentByLinkPage({ call, placement, today, action: call.action, form }), refusal)
  },
  async perform(call) {
    const form = said(call)
    if (isRefused(form)) return form
    const reporterId = call.link.objectId
    return call.perform((work) => reportByLink(work, { ...form, reporterId }))
  },
  outcome,
}

async function outcome(call: ActCall): Promise<ActOver> {
  call.shows([])
  const reporter = await reporterById(call.work, call.link.objectId)
  return passedOn(call) ?? overOf(reporter ? 'reported' : null)
}
