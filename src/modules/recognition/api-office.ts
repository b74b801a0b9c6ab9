import { z } from 'zod'
import { isRefused, refuse, type Work } from '#kernel/database'
import { type Answer, type Call, operation, problem, type Route } from '#kernel/http'
import { Fraction } from '#kernel/values'
import { m } from './messages/index.ts'
import { groupsOf } from './pages/case-sets.tsx'
import { caseById, type CasePageRow, linesOfCases } from './queries/cases.ts'
import { queueById } from './queries/office/queues.ts'
import { readyCases } from './queries/office/ready.ts'
import { settingsOf } from './queries/settings.ts'
import { checkOf, checkStateOf } from './queries/transcript-checks.ts'
import { evidenceKinds, learningKinds } from './rules/learning.ts'
import { factsBeside, type FactsBeside } from './queries/facts-beside.ts'
import { stateFacts } from './service/state-facts.ts'

const exact = z
  .string()
  .max(20)
  .regex(/^\d+(\/\d+)?$/)
  .describe('An exact fraction: "3" or "9/2"')
const day = z.iso.date().nullable()
const answer = z.boolean().nullable().describe('Null: nothing is said')

const stay = z.object({
  from: day,
  to: day,
  suspended: answer,
  lastTerm: answer,
  homeTerms: z.array(z.object({ term: z.string().min(1).max(60), credit: exact })).max(12),
})
const learning = {
  kind: z.enum(learningKinds).nullable().describe('Null: in class, during a term'),
  evidence: z.array(z.enum(evidenceKinds)).describe('Papers of it that have been seen'),
}

/** The facts of a case as they come in: over JSON, or out of a file that a command reads. */
export const factsInput = z.object({
  seen: z.string().max(64).describe('As the facts gave it when they were read'),
  stay,
  courses: z
    .array(z.object({ id: z.uuid(), ...learning }))
    .max(1000)
    .default([])
    .describe('Courses that are left out stay as they are'),
  reason: z.string().min(1).max(500).describe('On what it rests'),
})

const factsDocument = z.object({
  seen: z.string(),
  stay,
  courses: z.array(z.object({ id: z.uuid(), code: z.string(), ...learning })),
})

const readyDocument = z.object({
  cases: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      basis: z.string().describe('SHA-256 of the inputs; a decision names it'),
      recognisedCredit: exact.nullable(),
      results: z.array(
        z.object({
          courses: z.array(z.string()),
          verdict: z.enum(['recognised', 'refused', 'needs-decision']),
          homeCourses: z.array(z.string()),
          homeCredit: exact.nullable(),
        }),
      ),
    }),
  ),
})

const checkDocument = z.object({
  state: z
    .enum(['not-typed', 'unchecked', 'unsettled', 'checked'])
    .describe('A transcript that was read from a file needs no second person'),
  demanded: z.boolean().describe('Whether the institution lets nobody decide before'),
  lines: z.number().nullable(),
  differences: z.number().nullable(),
  checkedAt: z.iso.datetime().nullable(),
  settledAt: z.iso.datetime().nullable(),
})

const tag = m('operation.tag')
const load = (work: Work, params: Record<string, string>) => caseById(work, params['id'] ?? '')
const facts = { action: 'recognition.line.correct', load } as const

/** What an office automates: cases ready to be decided, facts beside a transcript, the second person's check. */
export const officeOperations: readonly Route[] = [
  operation('GET', '/recognition/ready', {
    action: 'recognition.case.decide',
    api: {
      summary: m('operation.ready'),
      tag,
      query: z.object({ queue: z.uuid().optional() }),
      answer: readyDocument,
    },
    handle: ready,
  }),
  operation<CasePageRow>('GET', '/recognition/cases/:id/facts', {
    ...facts,
    api: { summary: m('operation.facts'), tag, answer: factsDocument },
    handle: tellFacts,
  }),
  operation<CasePageRow>('PUT', '/recognition/cases/:id/facts', {
    ...facts,
    api: { summary: m('operation.facts-state'), tag, body: factsInput, answer: factsDocument },
    async handle(call) {
      const input = call.read(factsInput)
      if (isRefused(input)) return problem(call, input)
      const result = await call.perform((work) => takeFacts(work, call.object.id, input))
      return isRefused(result) ? problem(call, result) : tellFacts(call)
    },
  }),
  operation<CasePageRow>('GET', '/recognition/cases/:id/check', {
    action: 'recognition.transcript-check.read',
    load,
    api: { summary: m('operation.check'), tag, answer: checkDocument },
    async handle(call) {
      return { kind: 'json', data: await checkState(call.work, call.object) }
    },
  }),
]

async function ready(call: Call): Promise<Answer> {
  const queue = await queueById(call.work, call.query.get('queue') ?? '')
  const cases = await readyCases(call.work, queue)
  call.shows(cases.map(({ personId }) => personId))
  return { kind: 'json', data: { cases: await readyResults(call.work, cases) } }
}

/** What each ready case recognises, by its courses or by those that count together. */
export async function readyResults(
  work: Work,
  cases: Awaited<ReturnType<typeof readyCases>>,
): Promise<z.infer<typeof readyDocument>['cases']> {
  const lines = await linesOfCases(
    work,
    cases.map(({ id }) => id),
  )
  return cases.map(({ id, number, basis, credit }) => ({
    id,
    number,
    basis,
    recognisedCredit: credit,
    results: groupsOf(lines.get(id) ?? []).map(({ lines: members, set }) => {
      const found = set ?? members[0]!.engine
      return {
        courses: members.map(({ code }) => code),
        verdict: found.verdict,
        homeCourses: found.homeCourses.map(({ code }) => code),
        homeCredit: found.homeCredit?.toString() ?? null,
      }
    }),
  }))
}

async function tellFacts(call: Call<CasePageRow>): Promise<Answer> {
  return { kind: 'json', data: plainFacts(await factsBeside(call.work, call.object.id)) }
}

/** The facts of a case with exact numbers as text. */
export function plainFacts({ seen, stay: found, courses }: FactsBeside) {
  return {
    seen,
    stay: {
      ...found,
      homeTerms: found.homeTerms.map(({ term, credit }) => ({ term, credit: credit.toString() })),
    },
    courses: courses.map(({ id, code, kind, evidence }) => ({ id, code, kind, evidence })),
  }
}

/** States the facts of a case, unless somebody has stated others since they were read. */
export async function takeFacts(
  work: Work,
  caseId: string,
  input: z.infer<typeof factsInput>,
): ReturnType<typeof stateFacts> {
  const now = await factsBeside(work, caseId)
  if (now.seen !== input.seen) return refuse(409, m('stay.refusal.meanwhile'))
  const known = new Map(now.courses.map((course) => [course.id, course]))
  return stateFacts(work, {
    caseId,
    seen: now.stayId,
    reason: input.reason,
    stay: {
      ...input.stay,
      homeTerms: input.stay.homeTerms.map(({ term, credit }) => ({
        term,
        credit: Fraction.parse(credit) ?? Fraction.zero,
      })),
    },
    lines: input.courses.flatMap(({ id, kind, evidence }) => {
      const was = known.get(id)
      return was ? [{ lineId: id, was, kind, evidence }] : []
    }),
  })
}

/** How far a case's transcript is checked by a second person. */
export async function checkState(
  work: Work,
  found: { transcript_id: string; home_organisation_id: string },
): Promise<z.infer<typeof checkDocument>> {
  const { state } = await checkStateOf(work, found.transcript_id)
  const { demandsCheck } = await settingsOf(work, found.home_organisation_id)
  const summary = (await checkOf(work, found.transcript_id))?.summary
  return {
    state,
    demanded: demandsCheck,
    lines: summary?.lines ?? null,
    differences: summary?.differences ?? null,
    checkedAt: summary?.checkedAt.toISOString() ?? null,
    settledAt: summary?.settledAt?.toISOString() ?? null,
  }
}
