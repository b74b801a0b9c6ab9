import { show } from '#ui'
import { isRefused, type Refusal } from '#kernel/database'
import { type Answer, type Call, page, type Route, valueOf } from '#kernel/http'
import { isUuid, localised, writeCalendar } from '#kernel/values'
import { m } from '../messages/index.ts'
import { InterviewsPage } from '../pages/interviews.tsx'
import { base } from '../pages/scene.tsx'
import { applicationById, type ApplicationRow } from '../queries/applications.ts'
import { slotOfApplication, slotsOf } from '../queries/interviews.ts'
import { positionById, type PositionRow } from '../queries/positions.ts'
import { slotsForm } from '../rules/interview.ts'
import { giveSlotBack, offerSlots, pickSlot, removeSlots } from '../service/interviews.ts'
import { applicationPage } from './applications.ts'
import { refusedOr } from './web.ts'

const at = `${base}/positions/:id/interviews`
const applied = `${base}/applications/:id`
const office = {
  action: 'internships.position.edit',
  load: (work: Parameters<typeof positionById>[0], { id }: Record<string, string>) =>
    positionById(work, id ?? ''),
}
const load = (work: Parameters<typeof applicationById>[0], { id }: Record<string, string>) =>
  applicationById(work, id ?? '')
const pick = { action: 'internships.application.pick', load, perMinute: 10 }

/** Times for interviews: an office offers them, applicants pick one, and take it into their calendar. */
export const interviewRoutes: readonly Route[] = [
  page<PositionRow>('GET', at, { ...office, handle: (call) => interviewsPage(call, null) }),
  page<PositionRow>('POST', at, { ...office, perMinute: 30, handle: offer }),
  page<PositionRow>('POST', `${at}/removal`, { ...office, perMinute: 30, handle: remove }),
  page<ApplicationRow>('POST', `${applied}/interview`, { ...pick, handle: take }),
  page<ApplicationRow>('POST', `${applied}/interview/return`, { ...pick, handle: giveBack }),
  page<ApplicationRow>('GET', `${applied}/calendar`, {
    action: 'internships.application.read',
    load,
    handle: sendCalendar,
  }),
]

async function interviewsPage(call: Call<PositionRow>, refusal: Refusal | null): Promise<Answer> {
  const position = call.object
  const slots = await slotsOf(call.work, position.id)
  const seen = slots.filter(
    ({ picked }) => picked && call.may('internships.application.read', picked),
  )
  call.shows(seen.flatMap(({ picked }) => picked?.person_id ?? []))
  const names = new Set(seen.map(({ id }) => id))
  const form = refusedOr(call, refusal)
  return show(InterviewsPage({ call, position, slots, names, form }), refusal)
}

async function offer(call: Call<PositionRow>): Promise<Answer> {
  const form = call.read(slotsForm)
  if (isRefused(form)) return interviewsPage(call, form)
  const positionId = call.object.id
  const done = await call.perform((work) => offerSlots(work, { ...form, positionId }))
  if (isRefused(done)) return interviewsPage(call, done)
  return call.redirect(
    `${base}/positions/${positionId}/interviews`,
    m('flash.slots-offered', { count: done.offered }),
  )
}

async function remove(call: Call<PositionRow>): Promise<Answer> {
  const positionId = call.object.id
  const slotIds = (call.form.values['keys'] ?? []).filter(isUuid).slice(0, 200)
  const done = await call.perform((work) => removeSlots(work, { positionId, slotIds }))
  if (isRefused(done)) return interviewsPage(call, done)
  return call.redirect(
    `${base}/positions/${positionId}/interviews`,
    m('flash.slots-removed', { count: done.removed }),
  )
}

async function take(call: Call<ApplicationRow>): Promise<Answer> {
  const applicationId = call.object.id
  const slotId = valueOf(call, 'slot')
  const done = await call.perform((work) =>
    pickSlot(work, { applicationId, slotId, node: call.services.node }),
  )
  if (isRefused(done)) return applicationPage(call, done)
  return call.redirect(`${base}/applications/${applicationId}`, m('flash.slot-picked'))
}

async function giveBack(call: Call<ApplicationRow>): Promise<Answer> {
  const applicationId = call.object.id
  const done = await call.perform((work) => giveSlotBack(work, applicationId))
  if (isRefused(done)) return applicationPage(call, done)
  return call.redirect(`${base}/applications/${applicationId}`, m('flash.slot-returned'))
}

/** The time that was picked, as a file for a calendar. */
async function sendCalendar(call: Call<ApplicationRow>): Promise<Answer> {
  const application = call.object
  const slot = await slotOfApplication(call.work, application.id)
  if (!slot?.picked) return { kind: 'absent' }
  const { origin, node } = call.services
  const title = call.t(m('interview.at', { host: application.host }))
  const { id, startsAt, minutes, place, picked } = slot
  const body = writeCalendar({ name: title, node }, [
    {
      id,
      when: { startsAt, minutes },
      title,
      description: localised(application.titles, call.language).text,
      place,
      url: `${origin}${call.href(`${base}/applications/${application.id}`)}`,
      changedAt: picked.at,
    },
  ])
  call.shows([application.person_id])
  return {
    kind: 'file',
    body: new TextEncoder().encode(body),
    type: 'text/calendar; charset=utf-8',
    name: 'interview.ics',
  }
}
