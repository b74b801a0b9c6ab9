import { show } from '#ui'
import { isRefused } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  pageNumber,
  type Route,
  valueOf,
  refusedForm,
  sceneOf,
} from '#kernel/http'
import { m } from '../messages/index.ts'
import { PoolPage } from '../pages/pool.tsx'
import { OfferMentorPage, ProfilePage } from '../pages/profile.tsx'
import { profileValues } from '../pages/profile-form.tsx'
import {
  mentorPool,
  mentorsPerPage,
  type PoolFilter,
  profileById,
  type ProfileRow,
} from '../queries/profiles.ts'
import { mentorKinds } from '../schema.ts'
import { changeProfile, offerMentor } from '../service/profiles.ts'
import { profileTexts } from './own.ts'
import { placesOf } from './web.ts'

const edit = {
  action: 'mentorship.profile.edit',
  load: (work: Call['work'], params: Record<string, string>) =>
    profileById(work, params['id'] ?? ''),
}

/** The mentors of the alliance, for the offices that look for some and that offer some. */
export const poolRoutes: readonly Route[] = [
  page('GET', '/mentoring/mentors', { action: 'mentorship.desk.open', handle: showPool }),
  page('GET', '/mentoring/mentors/new', {
    action: 'mentorship.desk.open',
    handle: (call) => showOffer(call, freshForm(profileValues(null)), 200),
  }),
  page('POST', '/mentoring/mentors/new', { action: 'mentorship.desk.open', handle: offer }),
  page<ProfileRow>('GET', '/mentoring/mentors/:id/edit', {
    ...edit,
    handle: (call) => showEdit(call, freshForm(profileValues(call.object)), 200),
  }),
  page<ProfileRow>('POST', '/mentoring/mentors/:id/edit', { ...edit, handle: save }),
]

/** What an address narrows the list of mentors by; what it does not understand it leaves out. */
export function poolFilterOf({ query }: Pick<Call, 'query'>): PoolFilter {
  const room = query.get('room')
  const code = query.get('field') ?? ''
  const tag = query.get('language') ?? ''
  return {
    q: (query.get('q') ?? '').slice(0, 100),
    kind: mentorKinds.find((each) => each === query.get('kind')) ?? null,
    field: /^\d{2,4}$/.test(code) ? code : null,
    language: /^[a-z]{2,3}$/.test(tag) ? tag : null,
    room: room === 'free' || room === 'over' ? room : null,
  }
}

async function showPool(call: Call): Promise<Answer> {
  const filter = poolFilterOf(call)
  const number = pageNumber(call)
  const slice = { limit: mentorsPerPage, offset: (number - 1) * mentorsPerPage }
  const { rows, total } = await mentorPool(call.work, filter, slice)
  call.shows(
    rows.map(({ person_id: id }) => id),
    { kind: filter.kind, field: filter.field, language: filter.language, room: filter.room },
  )
  const mayOffer = (await placesOf(call, 'mentorship.profile.offer')).length > 0
  const mayEdit = (row: ProfileRow) => call.may('mentorship.profile.edit', row)
  return show(
    PoolPage({ scene: sceneOf(call), rows, total, page: number, filter, mayOffer, mayEdit }),
  )
}

async function showOffer(call: Call, form: FormState, status: number): Promise<Answer> {
  const organisations = await placesOf(call, 'mentorship.profile.offer')
  return show(OfferMentorPage({ scene: sceneOf(call), organisations, form }), status)
}

async function offer(call: Call): Promise<Answer> {
  const done = await call.perform((work) =>
    offerMentor(work, call.services, {
      ...profileTexts(call),
      organisationId: valueOf(call, 'organisation'),
      address: valueOf(call, 'address'),
      name: valueOf(call, 'name'),
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return showOffer(call, refusedForm(call, done), done.status)
  return call.redirect('/mentoring/mentors', m('offer.done'))
}

async function showEdit(given: Call<ProfileRow>, form: FormState, status: number): Promise<Answer> {
  const call = given as Call
  const profile = given.object
  call.shows([profile.person_id])
  const shown = ProfilePage({
    scene: sceneOf(call),
    profile,
    isOwn: false,
    organisations: [],
    action: `/mentoring/mentors/${profile.id}/edit`,
    form,
  })
  return show(shown, status)
}

async function save(given: Call<ProfileRow>): Promise<Answer> {
  const call = given as Call
  const done = await call.perform((work) =>
    changeProfile(work, {
      ...profileTexts(call),
      profileId: given.object.id,
      paused: valueOf(call, 'paused') === 'yes',
    }),
  )
  if (isRefused(done)) return showEdit(given, refusedForm(call, done), done.status)
  return call.redirect('/mentoring/mentors', m('profile.saved'))
}
