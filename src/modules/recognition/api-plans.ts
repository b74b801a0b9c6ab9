import { z } from 'zod'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { type Answer, type Call, operation, problem, type Route } from '#kernel/http'
import { dateInZone } from '#kernel/values'
import { m } from './messages/index.ts'
import { listPlans, planById, type PlanRow } from './queries/plans.ts'
import { evidenceKinds, learningKinds } from './rules/learning.ts'
import { neededGrade, neededPapers, plannedReasons } from './rules/planned.ts'
import { evaluatePlan } from './service/evaluate-plan.ts'
import { addToPlan, removeFromPlan } from './service/plans.ts'

const exact = z
  .string()
  .regex(/^-?\d+(\/\d+)?$/)
  .describe('An exact fraction: "3" or "9/2"')
const localText = z.record(z.string(), z.string())
const kind = z
  .enum(learningKinds)
  .nullable()
  .describe('How it would be learnt; null: in class, during a term')

const planSummary = z.object({
  id: z.uuid(),
  host: localText,
  home: localText,
  courses: z.number(),
  changedAt: z.iso.datetime(),
})

const planDocument = z.object({
  id: z.uuid(),
  host: localText,
  home: localText,
  asOf: z.iso.date(),
  wouldCount: exact.nullable().describe('Null where the home institution has no rules for this'),
  courses: z.array(
    z.object({
      code: z.string(),
      titles: localText,
      credit: exact.nullable(),
      kind,
      term: z.string().nullable().describe('In which term, as 2026/2027-1; null: not said'),
      instead: z.string().nullable().describe('Code of a course that would count in its place'),
      verdict: z.enum(['recognised', 'refused', 'needs-decision']).nullable(),
      countsWith: z.array(z.string()).describe('Codes of the other courses of its set'),
      homeCourses: z.array(z.object({ code: z.string(), titles: localText, credit: exact })),
      neededGrade: z.object({ host: z.string().nullable(), home: z.string() }).nullable(),
      neededPapers: z.array(z.enum(evidenceKinds)),
      reasons: z.array(z.object({ key: z.string(), outcome: z.string(), text: z.string() })),
    }),
  ),
  further: z.array(z.string()).describe('Codes of other courses of the host that would count'),
  furtherSets: z
    .array(z.array(z.string()))
    .describe('Codes of other courses that would count only together'),
})

const planned = z.object({
  code: z.string().min(1).max(200),
  kind: z
    .enum(learningKinds)
    .nullable()
    .optional()
    .describe('Left out, a course that is on the plan keeps what it has'),
  term: z
    .string()
    .regex(/^\d{4}\/\d{4}-[1-9]$/)
    .nullable()
    .optional()
    .describe('In which term; left out, a course that is on the plan keeps what it has'),
})
const removed = z.object({ code: z.string().min(1).max(200) })

const tag = m('operation.tag')
const load = (work: Work, params: Record<string, string>) => planById(work, params['id'] ?? '')
const edit = { action: 'recognition.plan.edit', load, perMinute: 60 } as const

/** Plans of study over JSON: the same verbs as the pages, with the same rights. */
export const planOperations: readonly Route[] = [
  operation('GET', '/recognition/plans', {
    action: 'recognition.plan.open',
    api: {
      summary: m('operation.plans'),
      tag,
      query: z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) }),
      answer: z.object({ total: z.number(), plans: z.array(planSummary) }),
    },
    handle: list,
  }),
  operation<PlanRow>('GET', '/recognition/plans/:id', {
    action: 'recognition.plan.read',
    load,
    perMinute: 60,
    api: { summary: m('operation.plan'), tag, answer: planDocument },
    handle: document,
  }),
  operation<PlanRow>('PUT', '/recognition/plans/:id/courses', {
    ...edit,
    api: { summary: m('operation.plan-course'), tag, body: planned, answer: planDocument },
    async handle(call) {
      const input = call.read(planned)
      if (isRefused(input)) return problem(call, input)
      const { code, kind: said, term } = input
      const how = {
        ...(said === undefined ? {} : { kind: said }),
        ...(term === undefined ? {} : { term }),
      }
      return after(call, (work) => addToPlan(work, { planId: call.object.id, code, ...how }))
    },
  }),
  operation<PlanRow>('POST', '/recognition/plans/:id/removal', {
    ...edit,
    api: { summary: m('operation.plan-removal'), tag, body: removed, answer: planDocument },
    async handle(call) {
      const input = call.read(removed)
      if (isRefused(input)) return problem(call, input)
      return after(call, (work) => removeFromPlan(work, { planId: call.object.id, ...input }))
    },
  }),
]

async function after(
  call: Call<PlanRow>,
  verb: (work: Work) => Promise<{ planId: string } | Refusal>,
): Promise<Answer> {
  const result = await call.perform(verb)
  return isRefused(result) ? problem(call, result) : document(call)
}

async function list(call: Call): Promise<Answer> {
  const page = z.coerce.number().int().min(1).max(100_000).catch(1)
  const { plans, total } = await listPlans(call.work, {
    page: page.parse(call.query.get('page') ?? 1),
    pageSize: 100,
  })
  call.shows(plans.map(({ person_id }) => person_id))
  const data = {
    total,
    plans: plans.map((plan) => ({
      id: plan.id,
      host: plan.host_names,
      home: plan.home_names,
      courses: plan.courses,
      changedAt: plan.updated_at.toISOString(),
    })),
  }
  return { kind: 'json', data }
}

async function document(call: Call<PlanRow>): Promise<Answer> {
  const plan = call.object
  call.shows([plan.person_id])
  const asOf = dateInZone(call.now, plan.home_time_zone)
  const evaluated = await evaluatePlan(call.work, plan, asOf)
  const { courses, evaluation, further, furtherSets, instead } = evaluated
  const codes = new Map(courses.map(({ id, code }) => [id, code]))
  const data = {
    id: plan.id,
    host: plan.host_names,
    home: plan.home_names,
    asOf,
    wouldCount: evaluation?.totals.recognised.toString() ?? null,
    courses: courses.map(({ id, code, titles, credit, kind: how, term }) => {
      const line = evaluation?.lines.find(({ lineId }) => lineId === id)
      const set = line?.setId ? evaluation?.sets.find((each) => each.id === line.setId) : undefined
      const found = set ?? line
      const reasons = found?.reasons ?? []
      return {
        code,
        titles,
        credit: credit?.toString() ?? null,
        kind: how ?? null,
        term: term ?? null,
        instead: instead.get(line?.setId ?? id)?.course.code ?? null,
        verdict: found?.verdict ?? null,
        countsWith: (set?.lineIds ?? []).flatMap((each) =>
          each === id ? [] : (codes.get(each) ?? []),
        ),
        homeCourses: (found?.homeCourses ?? []).map((course) => ({
          code: course.code,
          titles: course.title,
          credit: course.recorded.toString(),
        })),
        neededGrade: neededGrade(reasons),
        neededPapers: neededPapers(reasons),
        reasons: plannedReasons(reasons).map(({ key, outcome, args }) => ({
          key,
          outcome,
          text: call.t(m(key, args)),
        })),
      }
    }),
    further: further.map(({ course }) => course.code),
    furtherSets: furtherSets.map((each) => each.courses.map(({ code }) => code)),
  }
  return { kind: 'json', data }
}
