import { z } from 'zod'
import { isRefused, personOf, refuse, type Work } from '#kernel/database'
import { type Answer, type Call, operation, problem, type Route } from '#kernel/http'
import { languages } from '#kernel/values'
import { answersShape, applicationDocument, applicationShape } from './api-shapes.ts'
import { m } from './messages/index.ts'
import { applicationById, type ApplicationRow, applicationsOf } from './queries/applications.ts'
import type { CallRow } from './queries/calls.ts'
import { reviewById, type ReviewRow, reviewsBy } from './queries/reviews.ts'
import { loadApplication, readAnswers } from './routes/applications.ts'
import { loadVisible } from './routes/browse.ts'
import { loadReview } from './routes/reviews.ts'
import { saidConflicts } from './schema-reviews.ts'
import {
  beginApplication,
  saveAnswers,
  submitApplication,
  withdrawApplication,
} from './service/applications.ts'
import { replyToOffer } from './service/moving-up.ts'
import { askReferee } from './service/references.ts'
import { declineReview, giveReview, longestRemark } from './service/reviews.ts'

const tag = m('operation.tag')
const giveAction = { action: 'calls.review.give', load: loadReview }

const reviewShape = z.object({
  id: z.uuid(),
  callId: z.uuid(),
  number: z.number().describe('Of the application; where the call is blind nothing else names it'),
  personId: z.uuid().nullable().describe('Null where the call is blind'),
  state: z.enum(['open', 'given', 'declined']),
  answers: answersShape,
  points: z.record(z.string(), z.number()).describe('By the id of the criterion'),
  remark: z.string(),
})
const changes = z.record(
  z.string(),
  z.union([z.string().max(20_000), z.array(z.string().max(300)).max(100), z.null()]),
)
const given = z.object({
  points: z.record(z.string(), z.number().int().min(0).max(999)),
  remark: z.string().max(longestRemark).default(''),
})

const referee = z.object({
  name: z.string(),
  address: z.string(),
  language: z.enum(languages).describe('In which they are written to'),
})

type OwnCall = Call<ApplicationRow>
type ReviewCall = Call<ReviewRow>

/** Applications and reviews over JSON, for whom they are: the same verbs as the pages, with the same rights. */
export const applicationOperations: readonly Route[] = [
  operation<CallRow>('POST', '/calls/:id/application', {
    action: 'calls.application.begin',
    load: loadVisible,
    api: { summary: m('operation.begin'), tag, answer: applicationShape },
    async handle(call) {
      const begun = await call.perform((work) =>
        beginApplication(work, { callId: call.object.id, node: call.services.node }),
      )
      if (isRefused(begun)) return problem(call, begun)
      return tell(call as Call, begun.applicationId)
    },
  }),
  operation('GET', '/applications', {
    action: 'calls.application.begin',
    api: {
      summary: m('operation.own'),
      tag,
      answer: z.object({ applications: z.array(applicationShape) }),
    },
    async handle(call) {
      const self = personOf(call.actor)
      const rows = self === null ? [] : await applicationsOf(call.work, self)
      const applications = rows.map((row) => applicationDocument(call, row))
      return { kind: 'json', data: { applications } }
    },
  }),
  operation<ApplicationRow>('GET', '/applications/:id', {
    action: 'calls.application.read',
    load: loadApplication,
    api: { summary: m('operation.application'), tag, answer: applicationShape },
    handle: async (call) => ({ kind: 'json', data: applicationDocument(call, call.object) }),
  }),
  operation<ApplicationRow>('PUT', '/applications/:id/answers', {
    action: 'calls.application.fill',
    load: loadApplication,
    api: {
      summary: m('operation.answers'),
      tag,
      body: z.object({ answers: changes.describe('Null takes an answer away; others stay') }),
      answer: applicationShape,
    },
    handle: keepAnswers,
  }),
  operation<ApplicationRow>('POST', '/applications/:id/references', {
    action: 'calls.application.refer',
    load: loadApplication,
    api: { summary: m('operation.references'), tag, body: referee, answer: applicationShape },
    async handle(call) {
      const input = call.read(referee)
      if (isRefused(input)) return problem(call, input)
      const { node } = call.services
      return act(call, (work) =>
        askReferee(work, { ...input, applicationId: call.object.id, node }),
      )
    },
  }),
  operation<ApplicationRow>('POST', '/applications/:id/submission', {
    action: 'calls.application.send',
    load: loadApplication,
    api: { summary: m('operation.send'), tag, answer: applicationShape },
    handle: (call) => act(call, (work) => submitApplication(work, call.object.id)),
  }),
  operation<ApplicationRow>('POST', '/applications/:id/withdrawal', {
    action: 'calls.application.withdraw',
    load: loadApplication,
    api: { summary: m('operation.withdraw'), tag, answer: applicationShape },
    handle: (call) => act(call, (work) => withdrawApplication(work, call.object.id)),
  }),
  operation<ApplicationRow>('POST', '/applications/:id/reply', {
    action: 'calls.application.reply',
    load: loadApplication,
    api: {
      summary: m('operation.reply'),
      tag,
      body: z.object({ reply: z.enum(['accepted', 'declined']) }),
      answer: applicationShape,
    },
    async handle(call) {
      const input = call.read(z.object({ reply: z.enum(['accepted', 'declined']) }))
      if (isRefused(input)) return problem(call, input)
      return act(call, (work) =>
        replyToOffer(work, { applicationId: call.object.id, reply: input.reply }),
      )
    },
  }),
  operation('GET', '/reviews', {
    action: 'calls.review.open',
    api: {
      summary: m('operation.reviews'),
      tag,
      answer: z.object({ reviews: z.array(reviewShape) }),
    },
    handle: listReviews,
  }),
  operation<ReviewRow>('GET', '/reviews/:id', {
    action: 'calls.review.read',
    load: loadReview,
    api: { summary: m('operation.review'), tag, answer: reviewShape },
    handle: async (call) => ({ kind: 'json', data: reviewDocument(call.object) }),
  }),
  operation<ReviewRow>('PUT', '/reviews/:id', {
    ...giveAction,
    api: { summary: m('operation.give'), tag, body: given, answer: reviewShape },
    handle: give,
  }),
  operation<ReviewRow>('POST', '/reviews/:id/decline', {
    ...giveAction,
    api: {
      summary: m('operation.decline'),
      tag,
      body: z.object({ conflict: z.enum(saidConflicts) }),
      answer: reviewShape,
    },
    async handle(call) {
      const input = call.read(z.object({ conflict: z.enum(saidConflicts) }))
      if (isRefused(input)) return problem(call, input)
      return review(call, (work) =>
        declineReview(work, { reviewId: call.object.id, conflict: input.conflict }),
      )
    },
  }),
]

async function tell(call: Call, id: string): Promise<Answer> {
  const row = await applicationById(call.work, id)
  return row ? { kind: 'json', data: applicationDocument(call, row) } : { kind: 'absent' }
}

async function act(own: OwnCall, verb: (work: Work) => Promise<unknown>): Promise<Answer> {
  const call = own as Call
  const done = await call.perform(verb)
  return isRefused(done) ? problem(call, done) : tell(call, own.object.id)
}

/** All answers are kept, or none: a program is told of each that cannot be read. */
async function keepAnswers(own: OwnCall): Promise<Answer> {
  const call = own as Call
  const input = call.read(z.object({ answers: changes }))
  if (isRefused(input)) return problem(call, input)
  const typed = Object.fromEntries(
    Object.entries(input.answers).map(([id, answer]) => [
      id,
      answer === null ? [] : typeof answer === 'string' ? [answer] : answer,
    ]),
  )
  const { questions } = own.object.definition
  const asked = questions.filter(({ id, kind }) => id in typed && kind !== 'file')
  const { answers, faults } = readAnswers(own.object, asked, typed)
  for (const id of Object.keys(typed)) {
    if (!asked.some((each) => each.id === id)) faults[id] = m('refusal.no-question')
  }
  const [first] = Object.values(faults)
  if (first) return problem(call, refuse(422, first, faults))
  return act(own, (work) => saveAnswers(work, { applicationId: own.object.id, answers }))
}

async function listReviews(call: Call): Promise<Answer> {
  const self = personOf(call.actor)
  const reviews = self === null ? [] : await reviewsBy(call.work, self)
  call.shows(reviews.map(({ person_id }) => person_id))
  return { kind: 'json', data: { reviews: reviews.map(reviewDocument) } }
}

function reviewDocument(row: ReviewRow): z.infer<typeof reviewShape> {
  return {
    id: row.id,
    callId: row.call_id,
    number: row.number,
    personId: row.blind ? null : row.person_id,
    state: row.state,
    answers: row.answers,
    points: row.points,
    remark: row.remark,
  }
}

async function give(call: ReviewCall): Promise<Answer> {
  const input = call.read(given)
  if (isRefused(input)) return problem(call as Call, input)
  const points = Object.fromEntries(
    Object.entries(input.points).map(([id, each]) => [id, String(each)]),
  )
  return review(call, (work) =>
    giveReview(work, { reviewId: call.object.id, points, remark: input.remark }),
  )
}

async function review(own: ReviewCall, verb: (work: Work) => Promise<unknown>): Promise<Answer> {
  const call = own as Call
  const done = await call.perform(verb)
  if (isRefused(done)) return problem(call, done)
  const row = await reviewById(call.work, own.object.id)
  return row ? { kind: 'json', data: reviewDocument(row) } : { kind: 'absent' }
}
