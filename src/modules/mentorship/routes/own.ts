import { show } from '#ui'
import { isRefused, personOf, refuse } from '#kernel/database'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  type Route,
  valueOf,
  refusedForm,
  sceneOf,
} from '#kernel/http'
import { dateInZone } from '#kernel/values'
import { affiliationsOf } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { AnswerPage } from '../pages/answer.tsx'
import { OwnPage } from '../pages/own.tsx'
import { ProfilePage } from '../pages/profile.tsx'
import { profileValues } from '../pages/profile-form.tsx'
import {
  mentorshipById,
  type MentorshipRow,
  proposalsTo,
  recordOf,
} from '../queries/mentorships.ts'
import { profileOf } from '../queries/profiles.ts'
import { minutesOf } from '../queries/sharing.ts'
import { ownEngagements, studentsOfMentor } from '../queries/students.ts'
import { wishRequestsTo } from '../queries/wishes.ts'
import { answerProposal } from '../service/answers.ts'
import { leaveAll } from '../service/ends.ts'
import { changeProfile, offerOneself, type ProfileTexts } from '../service/profiles.ts'
import { numberOf, organisationOptionsOf } from './web.ts'

const open = { action: 'mentorship.own.open' }
const answer = {
  action: 'mentorship.mentorship.answer',
  load: (work: Call['work'], params: Record<string, string>) =>
    mentorshipById(work, params['id'] ?? ''),
}

/** Everybody's own pages: what asks me, my students or mentors, my profile as a mentor. */
export const ownRoutes: readonly Route[] = [
  page('GET', '/mentoring', { ...open, handle: showOwn }),
  page('GET', '/mentoring/profile', {
    action: 'mentorship.profile.offer-oneself',
    handle: (call) => showProfile(call, null, 200),
  }),
  page('POST', '/mentoring/profile', {
    action: 'mentorship.profile.offer-oneself',
    handle: saveProfile,
  }),
  page('POST', '/mentoring/leaving', { ...open, handle: leaveEverything }),
  page<MentorshipRow>('GET', '/mentoring/proposals/:id', {
    ...answer,
    handle: (call) => showAsked(call, freshForm(), 200),
  }),
  page<MentorshipRow>('POST', '/mentoring/proposals/:id', { ...answer, handle: sendAnswer }),
]

async function showOwn(call: Call): Promise<Answer> {
  const personId = personOf(call.actor)!
  const { work } = call
  const [profile, proposals, students, engagements, record] = await Promise.all([
    profileOf(work, personId),
    proposalsTo(work, personId),
    studentsOfMentor(work, personId),
    ownEngagements(work, personId),
    recordOf(work, personId),
  ])
  const minutes = await minutesOf(work, personId)
  const requests = await wishRequestsTo(work, personId)
  const mayOffer = profile === null && (await workplaces(call)).length > 0
  call.shows([
    ...proposals.map(({ person_id: id }) => id),
    ...students.map(({ person_id: id }) => id),
  ])
  const scene = sceneOf(call)
  return show(
    OwnPage({
      scene,
      personId,
      today: dateInZone(call.now, call.timeZone),
      profile,
      proposals,
      requests,
      students,
      engagements,
      record,
      mayOffer,
      minutes,
    }),
  )
}

/** Where the reader acts for an organisation today: whoever only studies is no mentor there. */
async function workplaces(call: Call): Promise<string[]> {
  const acts = await affiliationsOf(call.work, { personIds: [personOf(call.actor)!] })
  return acts.flatMap(({ role, organisation }) =>
    role !== 'student' && organisation ? [organisation.id] : [],
  )
}

async function showProfile(call: Call, form: FormState | null, status: number): Promise<Answer> {
  const profile = await profileOf(call.work, personOf(call.actor)!)
  const shown = ProfilePage({
    scene: sceneOf(call),
    profile,
    isOwn: true,
    organisations: profile ? [] : await organisationOptionsOf(call, await workplaces(call)),
    action: '/mentoring/profile',
    form: form ?? freshForm(profileValues(profile)),
  })
  return show(shown, status)
}

/** What a form says of a mentor. */
export function profileTexts(call: Pick<Call, 'form'>): ProfileTexts {
  return {
    kind: valueOf(call, 'kind'),
    about: valueOf(call, 'about'),
    fields: call.form.values['fields'] ?? [],
    languages: call.form.values['languages'] ?? [],
    capacity: numberOf(call, 'capacity'),
  }
}

async function saveProfile(call: Call): Promise<Answer> {
  const profile = await profileOf(call.work, personOf(call.actor)!)
  const texts = profileTexts(call)
  const done = await call.perform<unknown>((work) =>
    profile
      ? changeProfile(work, {
          ...texts,
          profileId: profile.id,
          paused: valueOf(call, 'paused') === 'yes',
        })
      : offerOneself(work, {
          ...texts,
          organisationId: valueOf(call, 'organisation'),
          node: call.services.node,
        }),
  )
  if (isRefused(done)) return showProfile(call, refusedForm(call, done), done.status)
  return call.redirect('/mentoring', m(profile ? 'profile.saved' : 'profile.offered'))
}

async function showAsked(
  given: Call<MentorshipRow>,
  form: FormState,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const asked = given.object
  call.shows([asked.person_id])
  const shown = AnswerPage({
    scene: sceneOf(call),
    asked,
    load: await profileOf(call.work, asked.mentor_id),
    action: call.href(`/mentoring/proposals/${asked.id}`),
    form,
  })
  return show(shown, status)
}

async function sendAnswer(given: Call<MentorshipRow>): Promise<Answer> {
  const call = given as Call
  const said = valueOf(call, 'answer')
  const missing = m('refusal.no-answer')
  const done =
    said === 'accept' || said === 'decline'
      ? await call.perform((work) =>
          answerProposal(work, {
            mentorshipId: given.object.id,
            accepts: said === 'accept',
            note: valueOf(call, 'note'),
          }),
        )
      : refuse(422, missing, { answer: missing })
  if (isRefused(done)) return showAsked(given, refusedForm(call, done), done.status)
  return call.redirect('/mentoring', m(said === 'accept' ? 'answer.accepted' : 'answer.declined'))
}

async function leaveEverything(call: Call): Promise<Answer> {
  const done = await call.perform((work) => leaveAll(work))
  if (isRefused(done)) return call.redirect('/mentoring', done.message, 'attention')
  return call.redirect('/mentoring', m('handover.all-done', { count: done.left }))
}
