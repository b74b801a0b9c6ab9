import { z } from 'zod'
import { type Call, operation, pageNumber, type Route } from '#kernel/http'
import { languages } from '#kernel/values'
import { m } from './messages/index.ts'
import { base } from './pages/words.ts'
import { listRounds, roundById, type RoundRow } from './queries/rounds.ts'
import { listPlacements, runById, type RunRow, runsOf } from './queries/runs.ts'
import { roundMethods } from './rules/round-methods.ts'
import { roundKinds } from './rules/sides.ts'

const tag = m('rounds.title')
const pageSize = 100
const names = z.partialRecord(z.enum(languages), z.string())
const moment = z.iso.datetime()

const run = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  number: z.number().int(),
  code: z.string().describe('By which anybody may check it once it is published'),
  state: z.enum(['waiting', 'running', 'proved', 'unproved', 'cancelled']),
  method: z.enum(roundMethods),
  repairsRunId: z.uuid().nullable(),
  frozenAt: moment,
  endedAt: moment.nullable(),
  publishedAt: moment.nullable(),
  applicants: z.number().int().nullable(),
  unmatched: z.number().int().nullable(),
  inputsSha256: z.string(),
  certificateSha256: z.string().nullable(),
  commitment: z.string().describe('SHA-256 of the seed, given before the lists were frozen'),
})

const listedRound = z.object({
  id: z.uuid(),
  name: z.string(),
  organisation: names,
  createdAt: moment,
  runs: z.number().int(),
  published: z.boolean(),
})

const oneRound = z.object({
  id: z.uuid(),
  name: z.string(),
  about: z.string(),
  kind: z.enum(roundKinds),
  organisation: z.object({ id: z.uuid(), names }),
  createdAt: moment,
  runs: z.array(run),
})

const placement = z.object({
  code: z.string(),
  name: z.string().nullable().describe('Null once the names of the round were removed'),
  place: z.string().nullable(),
  choice: z.number().int().nullable().describe('Which of their choices it was'),
  choices: z.number().int(),
  second: z.string().nullable().describe('Of a round that gives mentors of two kinds'),
  secondChoice: z.number().int().nullable(),
})

const reading = { action: 'matching.round.read' } as const

/** Matching over JSON: rounds, their runs, and what each applicant got. */
export const matchingOperations: readonly Route[] = [
  operation('GET', `${base}/rounds`, {
    action: 'matching.round.open',
    api: {
      summary: m('operation.rounds'),
      tag,
      query: z.object({ q: z.string().optional(), page: z.number().int().min(1).optional() }),
      answer: z.object({
        total: z.number().int(),
        pageSize: z.number().int(),
        rounds: z.array(listedRound),
      }),
    },
    handle: list,
  }),
  operation<RoundRow>('GET', `${base}/rounds/:id`, {
    ...reading,
    load: (work, { id }) => roundById(work, id ?? ''),
    api: { summary: m('operation.round'), tag, answer: oneRound },
    handle: round,
  }),
  operation<RunRow>('GET', `${base}/runs/:id`, {
    ...reading,
    load: (work, { id }) => runById(work, id ?? ''),
    api: { summary: m('operation.run'), tag, answer: run },
    async handle(call) {
      call.shows([])
      return { kind: 'json', data: runDocument(call.object) }
    },
  }),
  operation<RunRow>('GET', `${base}/runs/:id/placements`, {
    ...reading,
    load: (work, { id }) => runById(work, id ?? ''),
    api: {
      summary: m('operation.placements'),
      tag,
      query: z.object({ page: z.number().int().min(1).optional() }),
      answer: z.object({
        total: z.number().int(),
        pageSize: z.number().int(),
        placements: z.array(placement),
      }),
    },
    handle: placements,
  }),
]

async function list(call: Call) {
  const search = (call.query.get('q') ?? '').trim().slice(0, 100)
  const { rounds, total } = await listRounds(call.work, {
    page: pageNumber(call),
    pageSize,
    search,
  })
  call.shows([])
  const listed = rounds.map(
    ({
      id,
      name,
      organisationNames,
      createdAt,
      runs,
      published,
    }): z.output<typeof listedRound> => ({
      id,
      name,
      organisation: organisationNames,
      createdAt: createdAt.toISOString(),
      runs,
      published,
    }),
  )
  return { kind: 'json' as const, data: { total, pageSize, rounds: listed } }
}

async function round(call: Call<RoundRow>) {
  const { id, name, about, kind, organisation_id, organisationNames, created_at } = call.object
  const runs = await runsOf(call.work, id)
  call.shows([])
  const data: z.output<typeof oneRound> = {
    id,
    name,
    about,
    kind,
    organisation: { id: organisation_id, names: organisationNames },
    createdAt: created_at.toISOString(),
    runs: runs.map(runDocument),
  }
  return { kind: 'json' as const, data }
}

async function placements(call: Call<RunRow>) {
  const everybody = { search: '', got: '', country: '', place: null }
  const place = { page: pageNumber(call), pageSize }
  const { rows, total } = await listPlacements(call.work, call.object.id, everybody, place)
  call.shows([])
  const listed = rows.map(
    ({
      code,
      name,
      place: given,
      choice,
      choices,
      second,
      secondChoice,
    }): z.output<typeof placement> => ({
      code,
      name,
      place: given,
      choice,
      choices,
      second,
      secondChoice,
    }),
  )
  return { kind: 'json' as const, data: { total, pageSize, placements: listed } }
}

function runDocument(row: RunRow): z.output<typeof run> {
  return {
    id: row.id,
    roundId: row.round_id,
    number: row.number,
    code: row.code,
    state: row.state,
    method: row.method,
    repairsRunId: row.repairsRunId,
    frozenAt: row.frozen_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    publishedAt: row.published_at?.toISOString() ?? null,
    applicants: row.summary?.applicants ?? null,
    unmatched: row.summary?.unmatched ?? null,
    inputsSha256: row.inputs_sha256,
    certificateSha256: row.certificateSha256,
    commitment: row.commitment,
  }
}
