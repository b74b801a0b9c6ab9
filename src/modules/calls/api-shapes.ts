import { z } from 'zod'
import type { Call } from '#kernel/http'
import type { ApplicationRow } from './queries/applications.ts'
import type { CallRow } from './queries/calls.ts'
import { callStages, stageOf } from './rules/timeline.ts'
import { decisionWays, outcomes } from './schema.ts'

const moment = z.iso.datetime().nullable()
const localText = z.record(z.string(), z.string())
export const answersShape = z.record(
  z.string(),
  z.union([z.string().max(20_000), z.array(z.string().max(300)).max(100)]),
)

/** A call as it is told over JSON. */
export const callShape = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  titles: localText,
  summaries: localText,
  languages: z.array(z.string()).describe('In which applications are read'),
  stage: z.enum(callStages).describe('By the clock of this answer'),
  opensAt: moment,
  closesAt: moment,
  resultsAt: moment.describe('When everybody is told together'),
  decidedBy: z.enum(decisionWays),
  blind: z.boolean(),
  replyDays: z.number().describe('Days in which an offer is accepted'),
  questions: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      label: localText,
      required: z.boolean(),
      options: z.array(z.object({ id: z.string(), label: localText })),
    }),
  ),
  destinations: z.array(
    z.object({
      id: z.string(),
      organisationId: z.uuid().nullable(),
      name: localText,
      seats: z.number(),
    }),
  ),
  criteria: z.array(z.object({ id: z.string(), label: localText, most: z.number() })),
})

/** An application as it is told over JSON; what was decided stands in it from the telling on, or for the office. */
export const applicationShape = z.object({
  id: z.uuid(),
  callId: z.uuid(),
  personId: z.uuid(),
  number: z.number().nullable(),
  state: z.enum(['draft', 'submitted', 'withdrawn']),
  submittedAt: moment,
  answers: answersShape.describe('By the id of the question; files stand as their ids'),
  outcome: z.enum(outcomes).nullable().describe('Null while nobody is told'),
  destinationId: z.string().nullable(),
  waitingPlace: z.number().nullable(),
  reply: z.enum(['accepted', 'declined', 'lapsed']).nullable(),
  replyDueAt: moment,
})

/** A call in the answer of an operation. */
export function callDocument(call: CallRow, now: Date): z.infer<typeof callShape> {
  const { definition } = call
  return {
    id: call.id,
    organisationId: call.organisation_id,
    titles: textOf(call.titles),
    summaries: textOf(call.summaries),
    languages: call.languages,
    stage: stageOf(call, now),
    opensAt: isoOf(call.opens_at),
    closesAt: isoOf(call.closes_at),
    resultsAt: isoOf(call.results_at),
    decidedBy: call.decide_by,
    blind: call.blind,
    replyDays: call.reply_days,
    questions: definition.questions.map(({ id, kind, label, required, options }) => ({
      id,
      kind,
      label: textOf(label),
      required,
      options: options.map((each) => ({ id: each.id, label: textOf(each.label) })),
    })),
    destinations: definition.destinations.map(({ id, organisationId, name, seats }) => ({
      id,
      organisationId,
      name: textOf(name),
      seats,
    })),
    criteria: (definition.review?.criteria ?? []).map(({ id, label, most }) => ({
      id,
      label: textOf(label),
      most,
    })),
  }
}

/** An application in the answer of an operation, as the reader may know it. */
export function applicationDocument(
  call: Pick<Call, 'may'>,
  row: ApplicationRow,
): z.infer<typeof applicationShape> {
  const isKnown = row.call_state === 'told' || call.may('calls.application.list', row)
  return {
    id: row.id,
    callId: row.call_id,
    personId: row.person_id,
    number: row.number,
    state: row.state,
    submittedAt: isoOf(row.submitted_at),
    answers: row.answers,
    outcome: isKnown ? row.outcome : null,
    destinationId: isKnown ? row.destination_id : null,
    waitingPlace: isKnown ? row.waiting_place : null,
    reply: row.reply,
    replyDueAt: isKnown ? isoOf(row.reply_due_at) : null,
  }
}

export function isoOf(at: Date | null): string | null {
  return at?.toISOString() ?? null
}

function textOf(text: Partial<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(text).flatMap(([key, each]) => (each ? [[key, each]] : [])),
  )
}
