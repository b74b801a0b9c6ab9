import { show } from '#ui'
import { isRefused, type Work } from '#kernel/database'
import {
  type Act,
  type ActCall,
  type ActOver,
  type Answer,
  type Call,
  freshForm,
  page,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import { formatInstant } from '#kernel/values'
import { visitByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { base } from '../pages/scene.tsx'
import { VisitByLinkPage } from '../pages/visit-act.tsx'
import { placementById, type PlacementRow } from '../queries/placements.ts'
import { visitById } from '../queries/visits.ts'
import { actOnVisit, askVisit, dropVisit } from '../service/visits.ts'
import { passedOn } from './over.ts'
import { placementPage } from './applications.ts'

const managed = {
  action: 'internships.placement.manage',
  load: (work: Work, { id }: Record<string, string>) => placementById(work, id ?? ''),
}

/** Visits of the academic mentor: asked for and taken back by an office, planned and told of by the mentor's link. */
export const visitRoutes: readonly Route[] = [
  page<PlacementRow>('POST', `${base}/placements/:id/visits`, {
    ...managed,
    perMinute: 30,
    handle: ask,
  }),
  page<PlacementRow>('POST', `${base}/placements/:id/visits/removal`, { ...managed, handle: drop }),
]

async function ask(call: Call<PlacementRow>): Promise<Answer> {
  const placementId = call.object.id
  const dueOn = valueOf(call, 'dueOn')
  const done = await call.perform((work) => askVisit(work, { placementId, dueOn }))
  if (isRefused(done)) return placementPage(call, done)
  return call.redirect(`${base}/placements/${placementId}`, m('flash.visit-asked'))
}

async function drop(call: Call<PlacementRow>): Promise<Answer> {
  const placementId = call.object.id
  const ids = (call.form.values['keys'] ?? []).slice(0, 50)
  const done = await call.perform(async (work) => {
    for (const visitId of ids) {
      const dropped = await dropVisit(work, { placementId, visitId })
      if (isRefused(dropped)) return dropped
    }
    return true
  })
  if (isRefused(done)) return placementPage(call, done)
  return call.redirect(`${base}/placements/${placementId}`, m('flash.visit-dropped'))
}

/** The academic mentor plans a visit by the link of a mail, and says what came of it. */
export const visitByLink: Act = {
  action: visitByLinkAction,
  async show(call, refusal) {
    const visit = await visitById(call.work, call.link.objectId)
    const isOpen = visit?.state === 'asked' || visit?.state === 'planned'
    if (!visit || !isOpen || !call.work.may(visitByLinkAction, visit)) return outcome(call)
    call.shows([visit.studentId])
    const form = refusal ? refusedForm(call, refusal) : freshForm()
    return show(VisitByLinkPage({ call, visit, action: call.action, form }), refusal)
  },
  perform: (call) =>
    call.perform((work) =>
      actOnVisit(work, {
        visitId: call.link.objectId,
        step: valueOf(call, 'step'),
        day: valueOf(call, 'day'),
        from: valueOf(call, 'from'),
        mode: valueOf(call, 'mode'),
        place: valueOf(call, 'place'),
        notes: valueOf(call, 'notes'),
        language: call.language,
      }),
    ),
  outcome,
}

async function outcome(call: ActCall): Promise<ActOver> {
  const visit = await visitById(call.work, call.link.objectId)
  call.shows([])
  const said = visit?.state === 'done' || visit?.state === 'planned' ? visit.state : 'nothing'
  const at = visit?.startsAt
    ? formatInstant(visit.startsAt, visit.timeZone, call.language, 'long')
    : '–'
  const passed = passedOn(call)
  if (passed) return passed
  return {
    over: true,
    tone: said === 'nothing' ? 'info' : 'done',
    title: m(`over.visit-${said}.title`),
    text: said === 'planned' ? m('over.visit-planned.text', { at }) : m(`over.visit-${said}.text`),
    next: null,
  }
}
