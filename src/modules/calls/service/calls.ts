import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { instantAt, addMonths, dateInZone, hasText, isUuid, type LocalText } from '#kernel/values'
import { callChanged, callMade, callPublished } from '../entries.ts'
import { m } from '../messages/index.ts'
import { callById, type CallRow } from '../queries/calls.ts'
import {
  type CallDefinition,
  emptyDefinition,
  type Reference,
  type ReviewPlan,
  stepsOf,
} from '../rules/questions.ts'
import type { ReferencePlan } from '../rules/references.ts'
import { stageOf, timeInZone } from '../rules/timeline.ts'
import type { DecisionWay } from '../schema.ts'
import { about } from './about.ts'
import { tellAt } from './telling.ts'

/** The longest title of a call, and the longest description. */
const longestTitle = 200
const longestSummary = 8000

/** Begins a draft of a call at an institution; with `copyOf` as last year's was, its days a year later. */
export async function makeCall(
  work: Work,
  input: {
    organisationId: string
    titles: LocalText
    copyOf: string | null
    node: string
    subject?: Reference
    id?: string
  },
): Promise<{ callId: string } | Refusal> {
  const self = personOf(work.actor)
  const place = { organisation_id: input.organisationId }
  if (self === null || !isUuid(input.organisationId) || !work.may('calls.call.edit', place)) {
    const missing = m('refusal.no-organisation')
    return refuse(422, missing, { organisation: missing })
  }
  const copied = input.copyOf === null ? null : await callById(work, input.copyOf)
  if (input.copyOf !== null && (!copied || !work.may('calls.call.edit', copied))) {
    return refuse(404, m('refusal.no-call'))
  }
  const titles = hasText(input.titles) ? input.titles : (copied?.titles ?? {})
  const fault = titleFault(titles)
  if (fault) return fault
  const id = input.id ?? randomUUIDv7()
  const entry = callMade({
    object: { kind: 'call', id },
    organisationIds: [input.organisationId],
    data: { copied: copied !== null },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('calls')
      .values({
        id,
        origin: input.node,
        organisation_id: input.organisationId,
        subject_kind: input.subject?.kind ?? null,
        subject_id: input.subject?.id ?? null,
        titles: JSON.stringify(titles),
        summaries: JSON.stringify(copied?.summaries ?? {}),
        languages: copied?.languages ?? [work.language],
        definition: JSON.stringify(copied?.definition ?? emptyDefinition),
        opens_at: aYearLater(copied, 'opens_at'),
        closes_at: aYearLater(copied, 'closes_at'),
        results_at: aYearLater(copied, 'results_at'),
        decide_by: copied?.decide_by ?? 'quota',
        merit_question: copied?.merit_question ?? null,
        blind: copied?.blind ?? false,
        reply_days: copied?.reply_days ?? 7,
        lot_seed: null,
        copied_from: copied?.id ?? null,
        created_by: self,
        created_at: work.now,
        published_at: null,
        decided_at: null,
        told_at: null,
      })
      .execute(),
  )
  return { callId: id }
}

/** The same day and time of day a year later, in the time zone of the institution. */
function aYearLater(
  call: CallRow | null,
  moment: 'opens_at' | 'closes_at' | 'results_at',
): Date | null {
  const at = call?.[moment]
  if (!call || !at) return null
  const day = addMonths(dateInZone(at, call.time_zone), 12)
  return instantAt(day, timeInZone(at, call.time_zone), call.time_zone)
}

function titleFault(titles: LocalText): Refusal | null {
  const missing = m('refusal.no-title')
  if (!hasText(titles)) return refuse(422, missing, { title: missing })
  const long = m('answer.fault.long', { most: longestTitle, length: longestTitle + 1 })
  return Object.values(titles).some((each) => each.length > longestTitle)
    ? refuse(422, long, { title: long })
    : null
}

function summaryFault(summaries: LocalText): Refusal | null {
  const found = Object.values(summaries).find((each) => each.length > longestSummary)
  if (found === undefined) return null
  const long = m('answer.fault.long', { most: longestSummary, length: found.length })
  return refuse(422, long, { summary: long })
}

/** The words and the days of a call, as its form gives them. */
export interface CallTexts {
  titles: LocalText
  summaries: LocalText
  languages: string[]
  opens_at: Date | null
  closes_at: Date | null
  results_at: Date | null
  decide_by: DecisionWay
  merit_question: string | null
  blind: boolean
  reply_days: number
}

/** Changes the words and days of a call. Once it has opened its opening stands, and its closing moves only to later. */
export async function changeCall(
  work: Work,
  input: { callId: string; version: number; texts: CallTexts },
): Promise<true | Refusal> {
  const call = await editable(work, input)
  if (isRefused(call)) return call
  const { texts } = input
  const fault =
    titleFault(texts.titles) ?? summaryFault(texts.summaries) ?? daysFault(work, call, texts)
  if (fault) return fault
  const { titles, summaries, ...rest } = texts
  await writeChange(work, call, 'texts', {
    ...rest,
    titles: JSON.stringify(titles),
    summaries: JSON.stringify(summaries),
  })
  if (call.state === 'decided') await tellAt(work, { id: call.id, results_at: texts.results_at })
  return true
}

function daysFault(work: Work, call: CallRow, texts: CallTexts): Refusal | null {
  const fields: Record<string, ReturnType<typeof m>> = {}
  const { opens_at: opens, closes_at: closes, results_at: results } = texts
  if (opens && closes && closes <= opens) fields['closes'] = m('refusal.closes-early')
  if (closes && results && results <= closes) fields['results'] = m('refusal.results-early')
  if (call.state !== 'draft') {
    if (!opens) fields['opens'] = m('refusal.no-day')
    if (!closes) fields['closes'] = m('refusal.no-day')
    if (!results) fields['results'] = m('refusal.no-day')
    const hasOpened = stageOf(call, work.now) !== 'announced'
    const moved = opens?.getTime() !== call.opens_at?.getTime()
    if (hasOpened && opens && moved) fields['opens'] = m('refusal.opening-stands')
    if (hasOpened && closes && call.closes_at && closes < call.closes_at) {
      fields['closes'] = m('refusal.closes-later-only')
    }
    if (call.state === 'told' && results?.getTime() !== call.results_at?.getTime()) {
      fields['results'] = m('refusal.told-already')
    }
  }
  if (texts.languages.length === 0) fields['languages'] = m('refusal.no-language')
  const first = Object.values(fields)[0]
  return first ? refuse(422, first, fields) : null
}

/** Changes what a call asks and of whom; only while it is a draft, so that everybody answers the same. */
export async function changeDefinition(
  work: Work,
  input: {
    callId: string
    version: number
    change: (definition: CallDefinition) => CallDefinition | Refusal
  },
): Promise<true | Refusal> {
  const call = await editable(work, input)
  if (isRefused(call)) return call
  if (call.state !== 'draft') return refuse(409, m('refusal.asked-already'))
  const changed = input.change(call.definition)
  if (isRefused(changed)) return changed
  await writeChange(work, call, 'questions', { definition: JSON.stringify(changed) })
  return true
}

/** Changes how a call is judged: the rubric, by how many each is read, and whether reviewers learn whose it is. */
export async function changeJudging(
  work: Work,
  input: {
    callId: string
    version: number
    review: ReviewPlan | null
    blind: boolean
    references: ReferencePlan | null
    appealDays: number
  },
): Promise<true | Refusal> {
  const call = await editable(work, input)
  if (isRefused(call)) return call
  if (call.state !== 'draft') return refuse(409, m('refusal.asked-already'))
  const definition = {
    ...call.definition,
    review: input.review ?? undefined,
    references: input.references ?? undefined,
    appealDays: input.appealDays,
  }
  await writeChange(work, call, 'judging', {
    definition: JSON.stringify(definition),
    blind: input.blind && input.review !== null,
  })
  return true
}

async function editable(
  work: Work,
  input: { callId: string; version: number },
): Promise<CallRow | Refusal> {
  const call = await callById(work, input.callId, 'lock')
  if (!call || !work.may('calls.call.edit', call)) return refuse(404, m('refusal.no-call'))
  return call.version === input.version ? call : refuse(409, m('refusal.changed-meanwhile'))
}

async function writeChange(
  work: Work,
  call: CallRow,
  part: string,
  change: Record<string, unknown>,
): Promise<void> {
  const version = call.version + 1
  const entry = callChanged({ ...about(call), data: { version, part } })
  await work.write(entry, (tx) =>
    tx
      .updateTable('calls')
      .set({ ...change, version })
      .where('id', '=', call.id)
      .execute(),
  )
}

/** What a draft still lacks before it can be published. */
export function lacksOf(call: CallRow): ('days' | 'questions' | 'seats' | 'merit')[] {
  const { definition } = call
  const count = definition.destinations.length
  const asksPlaces = definition.questions.some(({ kind }) => kind === 'destinations')
  return [
    ...(call.opens_at && call.closes_at && call.results_at ? [] : (['days'] as const)),
    ...(stepsOf(definition).length > 0 ? [] : (['questions'] as const)),
    ...(asksPlaces === count > 0 || count === 1 ? [] : (['seats'] as const)),
    ...(definition.questions.some(({ id }) => id === call.merit_question) ||
    call.merit_question === null
      ? []
      : (['merit'] as const)),
  ]
}

/** Publishes a draft: everybody sees it, what it asks stands, and the lottery's seed is drawn and committed to. */
export async function publishCall(
  work: Work,
  input: { callId: string; version: number },
): Promise<true | Refusal> {
  const call = await editable(work, input)
  if (isRefused(call)) return call
  if (call.state !== 'draft') return refuse(409, m('refusal.published-already'))
  const [lack] = lacksOf(call)
  if (lack) return refuse(422, m(`lack.${lack}`))
  const { opens_at, closes_at, results_at } = call
  if (closes_at! <= work.now) {
    return refuse(422, m('refusal.closed-before'), { closes: m('refusal.closed-before') })
  }
  const seed = randomBytes(32).toString('hex')
  const entry = callPublished({
    ...about(call),
    data: {
      opensAt: opens_at!.toISOString(),
      closesAt: closes_at!.toISOString(),
      resultsAt: results_at!.toISOString(),
      lotCommitment: createHash('sha256').update(seed).digest('hex'),
    },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('calls')
      .set({
        state: 'published',
        published_at: work.now,
        lot_seed: seed,
        version: call.version + 1,
      })
      .where('id', '=', call.id)
      .execute(),
  )
  return true
}
