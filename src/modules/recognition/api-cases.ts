import { z } from 'zod'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { type Answer, type Call, operation, problem, type Route } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { sourceOf } from './formats/case-source.ts'
import { reasonTexts } from './formats/case-table.ts'
import { issuerOf, type Remark, type TranscriptContent } from './formats/read-transcript.ts'
import { m } from './messages/index.ts'
import { groupsOf } from './pages/case-sets.tsx'
import { asRead } from './pages/words.ts'
import { caseById, type CaseLine, type CasePageRow, linesOfCase } from './queries/cases.ts'
import { listCases } from './queries/list-cases.ts'
import type { TranscriptFormat } from './schema.ts'
import { learningKinds } from './rules/learning.ts'
import { addTranscript } from './service/add-transcript.ts'
import { retractDecision } from './service/final-decision.ts'
import { decideCase, reevaluateCase } from './service/decide-case.ts'
import { readTranscript } from './service/read-document.ts'
import { takenLines } from './service/taken-lines.ts'
import { asToldToReader } from './told.ts'

const exact = z
  .string()
  .regex(/^-?\d+(\/\d+)?$/)
  .describe('An exact fraction: "3" or "9/2"')
const localText = z.record(z.string(), z.string())

const caseSummary = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.enum(['open', 'decided', 'withdrawn']),
  recognisedCredit: exact.nullable(),
  lines: z.object({ recognised: z.number(), refused: z.number(), open: z.number() }),
  dueOn: z.iso.date().nullable(),
})

const institution = z.object({ id: z.uuid(), names: localText, country: z.string() })

const caseDocument = caseSummary.extend({
  host: localText,
  home: localText,
  institutions: z.object({ home: institution, host: institution }),
  rules: z
    .object({ id: z.uuid(), version: z.number(), name: localText, validFrom: z.iso.date() })
    .nullable()
    .describe('The rules by which it was evaluated last; of a decided case, those of the decision'),
  days: z
    .object({
      received: z.iso.date(),
      evaluated: z.iso.date().nullable(),
      decided: z.iso.date().nullable(),
    })
    .describe('On the calendar of the home institution'),
  basis: z.string().nullable().describe('SHA-256 of the inputs; a decision names it'),
  courses: z.array(
    z.object({
      id: z.uuid(),
      code: z.string(),
      titles: localText,
      credit: exact.nullable(),
      grade: z.string().nullable(),
      kind: z
        .enum(learningKinds)
        .nullable()
        .describe('How it was learnt; null: nothing is said, it counts as a course in class'),
      verdict: z.enum(['recognised', 'refused', 'needs-decision']),
      countsWith: z
        .array(z.uuid())
        .describe(
          'The other courses of its set: they have one verdict, and its home courses together',
        ),
      homeCourses: z
        .array(z.object({ code: z.string(), titles: localText, credit: exact }))
        .describe('Of a set, on its first course'),
      homeCredit: exact.nullable(),
      entry: z.string().nullable(),
      word: localText.describe(
        'The reason of a person who put their word on the line, by its language; empty where the rules stand',
      ),
      reasons: z.array(z.object({ key: z.string(), outcome: z.string(), text: z.string() })),
      wouldChange: z
        .array(
          z.object({
            all: z.array(z.object({ key: z.string(), text: z.string() })),
            gain: z.string().describe('Home credit more in all'),
          }),
        )
        .describe('What would have changed the result, verified by evaluating again'),
    }),
  ),
})

const newTranscript = z.object({
  enrolmentId: z.uuid(),
  hostOrganisationId: z.uuid(),
  format: z.enum(['elmo', 'csv']),
  content: z.string().min(1).max(8_000_000).describe('The ELMO document or the CSV text'),
  agreed: z
    .boolean()
    .default(false)
    .describe('True when a person agreed to leave out what the document breaks'),
  issuerConfirmed: z
    .boolean()
    .default(false)
    .describe('True when a person said that it is the host’s, though it names another issuer'),
  holderConfirmed: z
    .boolean()
    .default(false)
    .describe('True when a person said that it is the student’s, though it names somebody else'),
})

const load = (work: Work, params: Record<string, string>) => caseById(work, params['id'] ?? '')
const tag = m('operation.tag')

/** Recognition over JSON: the same verbs as the pages, with the same rights. */
export const caseOperations: readonly Route[] = [
  operation('GET', '/recognition/cases', {
    action: 'recognition.case.list',
    api: {
      summary: m('operation.cases'),
      tag,
      query: z.object({
        state: z.enum(['open', 'decided', 'withdrawn']).optional(),
        page: z.coerce.number().int().min(1).default(1),
      }),
      answer: z.object({ total: z.number(), cases: z.array(caseSummary) }),
    },
    handle: list,
  }),
  operation<CasePageRow>('GET', '/recognition/cases/:id', {
    action: 'recognition.case.read',
    load,
    api: { summary: m('operation.case'), tag, answer: caseDocument },
    async handle(call) {
      return { kind: 'json', data: await documentOf(call, call.object) }
    },
  }),
  operation('POST', '/recognition/transcripts', {
    action: 'recognition.transcript.begin',
    maxBytes: 10 * 1024 * 1024,
    api: {
      summary: m('operation.transcript'),
      tag,
      body: newTranscript,
      answer: z.object({ caseId: z.uuid(), number: z.string() }),
      success: 201,
    },
    handle: bringIn,
  }),
  operation<CasePageRow>('POST', '/recognition/cases/:id/evaluation', {
    action: 'recognition.case.evaluate',
    load,
    api: { summary: m('operation.evaluate'), tag, answer: caseDocument },
    async handle(call) {
      const result = await call.perform((work) => reevaluateCase(work, call.object.id))
      if (isRefused(result)) return problem(call, result)
      const found = (await caseById(call.work, call.object.id)) ?? call.object
      return { kind: 'json', data: await documentOf(call, found) }
    },
  }),
  operation<CasePageRow>('POST', '/recognition/cases/:id/decision', {
    action: 'recognition.case.decide',
    load,
    api: {
      summary: m('operation.decide'),
      tag,
      body: z.object({ basis: z.string().length(64) }),
      answer: z.object({
        decisionId: z.uuid(),
        number: z.string(),
        releasedAt: z.iso.datetime().describe('Until then it can be taken back'),
      }),
    },
    async handle(call) {
      const input = call.read(z.object({ basis: z.string().length(64) }))
      if (isRefused(input)) return problem(call, input)
      const result = await call.perform((work) =>
        decideCase(work, { caseId: call.object.id, inputHash: input.basis }),
      )
      return isRefused(result) ? problem(call, result) : { kind: 'json', data: result }
    },
  }),
  operation<CasePageRow>('POST', '/recognition/cases/:id/decision/retraction', {
    action: 'recognition.decision.retract',
    load,
    api: {
      summary: m('operation.take-back'),
      tag,
      answer: z.object({ caseId: z.uuid(), number: z.string() }),
    },
    async handle(call) {
      const result = await call.perform((work) => retractDecision(work, call.object.id))
      return isRefused(result) ? problem(call, result) : { kind: 'json', data: result }
    },
  }),
]

async function list(call: Call): Promise<Answer> {
  const state = z
    .enum(['open', 'decided', 'withdrawn'])
    .optional()
    .catch(undefined)
    .parse(call.query.get('state') ?? undefined)
  const page = z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .catch(1)
    .parse(call.query.get('page') ?? 1)
  const { cases, total } = await listCases(call.work, {
    ...(state ? { state } : {}),
    order: { by: 'arrival', descending: true },
    page,
    pageSize: 100,
  })
  call.shows(
    cases.map(({ personId }) => personId),
    { state },
  )
  const data = {
    total,
    cases: cases.map((each) => ({
      id: each.id,
      number: each.number,
      state: each.state,
      recognisedCredit: each.recognisedCredit,
      lines: {
        recognised: each.linesRecognised,
        refused: each.linesRefused,
        open: each.linesOpen,
      },
      dueOn: each.dueOn,
    })),
  }
  return { kind: 'json', data }
}

async function documentOf(call: Call, object: CasePageRow): Promise<unknown> {
  const { found, lines } = asToldToReader(
    call.work,
    object,
    await linesOfCase(call.work, object.id),
  )
  return {
    id: found.id,
    number: found.number,
    state: found.state,
    recognisedCredit: found.recognised_credit,
    lines: {
      recognised: found.lines_recognised,
      refused: found.lines_refused,
      open: found.lines_open,
    },
    dueOn: found.due_on,
    host: found.host_names,
    home: found.home_names,
    ...sourceOf(found),
    basis: found.input_hash,
    courses: lines.map((line) => courseOf(call, line, lines)),
  }
}

function courseOf(call: Call, line: CaseLine, lines: readonly CaseLine[]) {
  const set = groupsOf(lines).find((group) => group.set && group.lines.includes(line))
  const reasons =
    set?.set && line.set ? [...line.set.reasons, ...line.engine.reasons] : line.engine.reasons
  return {
    id: line.id,
    code: line.code,
    titles: line.titles,
    credit: line.credit,
    grade: line.grade,
    kind: line.kind ?? null,
    verdict: line.verdict,
    countsWith: (set?.lines ?? []).filter((each) => each !== line).map((each) => each.id),
    homeCourses: homesOf(line, set?.set ?? null),
    homeCredit: line.homeCredit,
    entry: line.recordedGrade,
    word: reasonTexts(line),
    reasons: reasons.map((reason) => ({
      key: reason.key,
      outcome: reason.outcome,
      text: call.t(m(reason.key, asRead(reason.args))),
    })),
    wouldChange: line.changedBy
      ? []
      : line.whatIfs.map(({ changes, gain }) => ({
          all: changes.map(({ key, args }) => ({ key, text: call.t(m(key, asRead(args))) })),
          gain: gain.toString(),
        })),
  }
}

function homesOf(line: CaseLine, set: CaseLine['set']) {
  if (line.changedBy) {
    const { homeCourseCode: code, homeCourseTitles: titles, homeCredit: credit } = line
    return code === null ? [] : [{ code, titles, credit: credit ?? '0' }]
  }
  const found = set ? (line.set?.homeCourses ?? []) : line.engine.homeCourses
  return found.map(({ code, title, recorded }) => ({
    code,
    titles: title,
    credit: recorded.toString(),
  }))
}

async function bringIn(call: Call): Promise<Answer> {
  // The answer names a case and nobody.
  call.shows([])
  const input = call.read(newTranscript)
  if (isRefused(input)) return problem(call, input)
  const content = await contentOf(input)
  if (isRefused(content)) return problem(call, content)
  const errors = content.remarks.filter((remark) => remark.severity === 'error')
  if (errors.length > 0 && !input.agreed) {
    const message = m('page.draft.remarks', { count: errors.length })
    return problem(call, refuse(422, message, fieldsOf(errors)))
  }
  const taken = takenLines(content.lines)
  if (isRefused(taken)) return problem(call, taken)
  const format: TranscriptFormat = input.format === 'elmo' ? 'elmo' : 'table'
  const added = await call.perform((work) =>
    addTranscript(work, {
      enrolmentId: input.enrolmentId,
      hostOrganisationId: input.hostOrganisationId,
      format,
      fileId: null,
      scanFileId: null,
      issuedOn: content.issuedOn,
      holder: content.holder,
      issuer: issuerOf(content),
      issuerConfirmed: input.issuerConfirmed,
      holderConfirmed: input.holderConfirmed,
      problems: content.remarks,
      lines: taken.lines,
    }),
  )
  return isRefused(added) ? problem(call, added) : { kind: 'json', data: added, status: 201 }
}

async function contentOf(
  input: z.infer<typeof newTranscript>,
): Promise<TranscriptContent | Refusal> {
  const bytes = new TextEncoder().encode(input.content)
  const reading = await readTranscript(
    input.format === 'elmo'
      ? { kind: 'elmo', bytes }
      : { kind: 'table', bytes, name: 'transcript.csv', encoding: 'utf-8' },
  )
  if (!('refusal' in reading)) return reading.content
  const { status, message } = reading.refusal
  return refuse(status, message, fieldsOf(reading.remarks))
}

function fieldsOf(remarks: readonly Remark[]): Record<string, Message> {
  return Object.fromEntries(
    remarks
      .slice(0, 100)
      .map((remark, place) => [
        `content.${remark.line || place + 1}`,
        m(remark.key as never, remark.args),
      ]),
  )
}
