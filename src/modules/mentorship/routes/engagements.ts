import { show } from '#ui'
import { isRefused, type Refusal } from '#kernel/database'
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
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { EngagementPage, NewEngagementPage } from '../pages/engagement.tsx'
import { engagementById, type EngagementRow } from '../queries/engagements.ts'
import { profilesOfKinds } from '../queries/profiles.ts'
import { allOfEngagement } from '../queries/students.ts'
import { wishRequestsOf } from '../queries/wishes.ts'
import { mentorKinds } from '../schema.ts'
import { addFromLines } from '../service/adding.ts'
import { finishEngagement } from '../service/leaving.ts'
import { openOwnEngagement } from '../service/engagements.ts'
import { setCheckIns } from '../service/check-ins.ts'
import { askForWishes } from '../service/wishes.ts'
import { dayOf, numberOf, placesOf } from './web.ts'

const edit = {
  action: 'mentorship.engagement.edit',
  load: (work: Call['work'], params: Record<string, string>) =>
    engagementById(work, params['id'] ?? ''),
}

/** What an office opens itself for mentoring, and who is in it. */
export const engagementRoutes: readonly Route[] = [
  page('GET', '/mentoring/engagements/new', {
    action: 'mentorship.desk.open',
    handle: (call) => showNew(call, freshForm(), 200),
  }),
  page('POST', '/mentoring/engagements/new', { action: 'mentorship.desk.open', handle: open }),
  page<EngagementRow>('GET', '/mentoring/engagements/:id', {
    ...edit,
    handle: (call) => showOne(call, freshForm(), [], 200),
  }),
  page<EngagementRow>('POST', '/mentoring/engagements/:id/students', { ...edit, handle: add }),
  page<EngagementRow>('POST', '/mentoring/engagements/:id/closing', { ...edit, handle: finish }),
  page<EngagementRow>('POST', '/mentoring/engagements/:id/wishes', { ...edit, handle: askWishes }),
  page<EngagementRow>('POST', '/mentoring/engagements/:id/check-ins', {
    ...edit,
    handle: saveCheckIns,
  }),
]

async function showNew(call: Call, form: FormState, status: number): Promise<Answer> {
  const organisations = await placesOf(call, 'mentorship.engagement.edit')
  return show(NewEngagementPage({ scene: sceneOf(call), organisations, form }), status)
}

async function open(call: Call): Promise<Answer> {
  const again = (refusal: Refusal) => showNew(call, refusedForm(call, refusal), refusal.status)
  const from = dayOf(call, 'from')
  if (isRefused(from)) return again(from)
  const until = dayOf(call, 'until')
  if (isRefused(until)) return again(until)
  const needs = call.form.values['needs'] ?? []
  const done = await call.perform((work) =>
    openOwnEngagement(work, {
      organisationId: valueOf(call, 'organisation'),
      titles: localOf(call, 'title'),
      needs: mentorKinds.filter((kind) => needs.includes(kind)),
      startsOn: from,
      endsOn: until,
      tellsProposals: valueOf(call, 'tells') === 'yes',
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return again(done)
  return call.redirect(`/mentoring/engagements/${done.engagementId}`, m('engagement.opened'))
}

async function showOne(
  given: Call<EngagementRow>,
  form: FormState,
  refused: readonly { line: string; why: Message }[],
  status: number,
): Promise<Answer> {
  const call = given as Call
  const { work } = call
  const engagement = (await engagementById(work, given.object.id)) ?? given.object
  const requests = await wishRequestsOf(work, engagement.id)
  const students = await allOfEngagement(work, engagement.id)
  const asked = new Set(requests.map(({ mentor_id: id }) => id))
  const mentors = (await profilesOfKinds(work, engagement.needs)).filter(
    (each) => each.paused_at === null && !asked.has(each.person_id),
  )
  call.shows(mentors.map(({ person_id: id }) => id))
  const wishes = {
    mentors,
    said: students.filter(({ wished_at: at }) => at !== null).length,
    all: students.length,
    asked: requests.length,
    answered: requests.filter(({ answered_at: at }) => at !== null).length,
  }
  const shown = EngagementPage({ scene: sceneOf(call), engagement, wishes, form, refused })
  return show(shown, status)
}

async function saveCheckIns(given: Call<EngagementRow>): Promise<Answer> {
  const call = given as Call
  const engagementId = given.object.id
  const weeks = valueOf(call, 'weeks') === '' ? null : numberOf(call, 'weeks')
  const done = await call.perform((work) => setCheckIns(work, { engagementId, weeks }))
  if (isRefused(done)) return showOne(given, refusedForm(call, done), [], done.status)
  return call.redirect(`/mentoring/engagements/${engagementId}`, m('check-in.saved'))
}

async function finish(given: Call<EngagementRow>): Promise<Answer> {
  const call = given as Call
  const done = await call.perform((work) => finishEngagement(work, given.object.id))
  if (isRefused(done)) return showOne(given, refusedOnly(call, done), [], done.status)
  return call.redirect(`/mentoring/engagements/${given.object.id}`, m('engagement.closed'))
}

async function askWishes(given: Call<EngagementRow>): Promise<Answer> {
  const call = given as Call
  const until = dayOf(call, 'until')
  const done = isRefused(until)
    ? until
    : await call.perform((work) =>
        askForWishes(work, {
          engagementId: given.object.id,
          until,
          mentorIds: (call.form.values['mentor'] ?? []).slice(0, 500),
          node: call.services.node,
        }),
      )
  if (isRefused(done)) return showOne(given, refusedForm(call, done), [], done.status)
  return call.redirect(
    `/mentoring/engagements/${given.object.id}`,
    m('ask-wishes.done', { count: done.asked }),
  )
}

async function add(given: Call<EngagementRow>): Promise<Answer> {
  const call = given as Call
  const engagementId = given.object.id
  const done = await call.perform((work) =>
    addFromLines(work, { engagementId, text: valueOf(call, 'rows'), node: call.services.node }),
  )
  if (isRefused(done)) return showOne(given, refusedForm(call, done), [], done.status)
  if (done.refused.length === 0) {
    return call.redirect(
      `/mentoring/engagements/${engagementId}`,
      m('add.done', { count: done.added }),
    )
  }
  const left = done.refused.map(({ line }) => line).join('\n')
  return showOne(
    given,
    { ...freshForm({ rows: left }), message: call.t(m('add.partly', { count: done.added })) },
    done.refused,
    422,
  )
}
