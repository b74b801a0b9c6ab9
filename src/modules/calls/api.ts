import { z } from 'zod'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, operation, problem, type Route } from '#kernel/http'
import { isLanguage, type LocalText } from '#kernel/values'
import { applicationDocument, applicationShape, callDocument, callShape } from './api-shapes.ts'
import { m } from './messages/index.ts'
import { applicationsTo } from './queries/applications.ts'
import { callById, type CallRow, publicCalls } from './queries/calls.ts'
import { meritsOf, scoresFor } from './queries/reviews.ts'
import { loadCall, loadVisible } from './routes/browse.ts'
import { decisionReasons, outcomes } from './schema.ts'
import {
  closeDecisions,
  decideByHand,
  decideByQuota,
  longestNote,
  proposeByQuota,
  reopenDecisions,
} from './service/decisions.ts'
import { tellNow } from './service/telling.ts'

const tag = m('operation.tag')
const open = { action: 'calls.selection.open', load: loadCall }
const decide = { action: 'calls.selection.decide', load: loadCall }
const perPage = 100

const seen = z
  .number()
  .int()
  .min(0)
  .describe('The count of decisions as `seen` gave it: who decided since is told, nothing happens')
const standing = z.object({ seen, state: z.enum(['draft', 'published', 'decided', 'told']) })

const decision = z.object({
  seen,
  applicationIds: z.array(z.uuid()).min(1).max(20_000),
  outcome: z.enum([...outcomes, 'none']).describe('none: the decision is taken back'),
  destinationId: z.string().nullable().default(null).describe('Null: their first wish with a seat'),
  reason: z.enum(decisionReasons).nullable().default(null),
  note: z.record(z.string(), z.string().max(longestNote)).default({}),
})

const listed = z.object({
  seen,
  total: z.number(),
  applications: z.array(
    applicationShape.extend({
      merit: z.string().nullable().describe('By which it is ranked'),
      score: z
        .object({
          raw: z.string().describe('Of 100, an exact fraction'),
          corrected: z.string().nullable().describe('Null: too few reviews to correct by'),
          rank: z.number(),
          reviews: z.number(),
        })
        .nullable(),
    }),
  ),
})

const proposal = z.object({
  seen,
  proposals: z
    .array(
      z.object({
        applicationId: z.uuid(),
        number: z.number(),
        destinationId: z.string().nullable().describe('Null: waits'),
        wish: z.number().nullable(),
        merit: z.string().nullable(),
      }),
    )
    .describe('In order of merit'),
})

type CallCall = Call<CallRow>

/** Calls over JSON: the same verbs as the pages, with the same rights. */
export const callOperations: readonly Route[] = [
  operation('GET', '/calls', {
    action: 'calls.call.browse',
    api: { summary: m('operation.calls'), tag, answer: z.object({ calls: z.array(callShape) }) },
    async handle(call) {
      const calls = await publicCalls(call.work)
      return { kind: 'json', data: { calls: calls.map((each) => callDocument(each, call.now)) } }
    },
  }),
  operation<CallRow>('GET', '/calls/:id', {
    action: 'calls.call.read',
    load: loadVisible,
    api: { summary: m('operation.call'), tag, answer: callShape },
    handle: async (call) => ({ kind: 'json', data: callDocument(call.object, call.now) }),
  }),
  operation<CallRow>('GET', '/calls/:id/applications', {
    ...open,
    api: {
      summary: m('operation.list'),
      tag,
      query: z.object({
        outcome: z.enum([...outcomes, 'none']).optional(),
        withdrawn: z.enum(['0', '1']).default('0'),
        page: z.coerce.number().int().min(1).default(1),
      }),
      answer: listed,
    },
    handle: list,
  }),
  operation<CallRow>('POST', '/calls/:id/decisions', {
    ...decide,
    api: {
      summary: m('operation.decisions'),
      tag,
      body: decision,
      answer: standing.extend({ decided: z.number() }),
    },
    handle: decideChosen,
  }),
  operation<CallRow>('GET', '/calls/:id/selection', {
    ...open,
    api: { summary: m('operation.proposal'), tag, answer: proposal },
    handle: propose,
  }),
  operation<CallRow>('POST', '/calls/:id/selection', {
    ...decide,
    api: {
      summary: m('operation.quota'),
      tag,
      body: z.object({ seen }),
      answer: standing.extend({ accepted: z.number(), waiting: z.number() }),
    },
    handle: (call) => withSeen(call, (work, input) => decideByQuota(work, input)),
  }),
  operation<CallRow>('POST', '/calls/:id/decisions/closing', {
    ...decide,
    api: { summary: m('operation.close'), tag, body: z.object({ seen }), answer: standing },
    handle: (call) => withSeen(call, (work, input) => closeDecisions(work, input)),
  }),
  operation<CallRow>('POST', '/calls/:id/decisions/reopening', {
    ...decide,
    api: { summary: m('operation.reopen'), tag, answer: standing },
    handle: (call) => act(call, (work) => reopenDecisions(work, call.object.id)),
  }),
  operation<CallRow>('POST', '/calls/:id/telling', {
    ...decide,
    api: { summary: m('operation.tell'), tag, answer: standing },
    handle: (call) => act(call, (work) => tellNow(work, call.object.id)),
  }),
]

async function list(given: CallCall): Promise<Answer> {
  const call = given as Call
  const { object } = given
  const filter = {
    outcome:
      [...outcomes, 'none' as const].find((each) => each === call.query.get('outcome')) ?? null,
    wish: null,
    q: '',
    withdrawn: call.query.get('withdrawn') === '1',
  }
  const page = z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .catch(1)
    .parse(call.query.get('page') ?? 1)
  const slice = { limit: perPage, offset: (page - 1) * perPage }
  const { rows, total } = await applicationsTo(call.work, object.id, filter, slice)
  call.shows(
    rows.map(({ person_id }) => person_id),
    { outcome: filter.outcome },
  )
  const scores = await scoresFor(call.work, object)
  const merits = await meritsOf(call.work, object, rows, scores)
  const applications = rows.map((row) => {
    const scored = scores.get(row.id)
    return {
      ...applicationDocument(call, row),
      merit: merits.get(row.id)?.shown ?? null,
      score: scored
        ? {
            raw: scored.raw.toString(),
            corrected: scored.corrected?.toString() ?? null,
            rank: scored.rank,
            reviews: scored.reviews,
          }
        : null,
    }
  })
  return { kind: 'json', data: { seen: object.decisions, total, applications } }
}

async function propose(given: CallCall): Promise<Answer> {
  const call = given as Call
  const proposed = await proposeByQuota(call.work, given.object)
  call.shows(proposed.map(({ application }) => application.person_id))
  const proposals = proposed.map(({ application, destinationId, wish, merit }) => ({
    applicationId: application.id,
    number: application.number ?? 0,
    destinationId,
    wish,
    merit,
  }))
  return { kind: 'json', data: { seen: given.object.decisions, proposals } }
}

async function decideChosen(given: CallCall): Promise<Answer> {
  const call = given as Call
  const input = call.read(decision)
  if (isRefused(input)) return problem(call, input)
  const note: LocalText = {}
  for (const [language, text] of Object.entries(input.note)) {
    if (isLanguage(language)) note[language] = text
  }
  return act(given, (work) =>
    decideByHand(work, { ...input, callId: given.object.id, reason: input.reason ?? '', note }),
  )
}

async function withSeen(
  given: CallCall,
  verb: (work: Work, input: { callId: string; seen: number }) => Promise<unknown>,
): Promise<Answer> {
  const input = (given as Call).read(z.object({ seen }))
  if (isRefused(input)) return problem(given as Call, input)
  return act(given, (work) => verb(work, { callId: given.object.id, seen: input.seen }))
}

/** Does a verb, and answers with where the call stands afterwards. */
async function act(given: CallCall, verb: (work: Work) => Promise<unknown>): Promise<Answer> {
  const call = given as Call
  call.shows([])
  const done = (await call.perform(verb)) as true | object | Refusal
  if (isRefused(done)) return problem(call, done)
  const current = (await callById(call.work, given.object.id)) ?? given.object
  const figures = done === true ? {} : done
  return { kind: 'json', data: { seen: current.decisions, state: current.state, ...figures } }
}
