import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { completeTasksOf } from '#kernel/tasks'
import type { DateOnly, LocalText } from '#kernel/values'
import { type CallDefinition, openCall } from '#modules/calls'
import { termsOf } from '#modules/alliance'
import { selectionOpened } from '../entries.ts'
import { m } from '../messages/index.ts'
import {
  applicantsOf,
  type PlaceToGive,
  placesToGive,
  type Selected,
  type Selection,
  selectionById,
  selectionSubject,
} from '../queries/selections.ts'
import { yearAndTerm } from '../rules/calendar.ts'
import { selectedTask } from '../task-kinds.ts'
import { nominate } from './nominate.ts'
import { askPartners } from './partner-mail.ts'

/** A selection as an office opens it: for which days, and how many of which places. */
export interface OpenSelection {
  organisationId: string
  title: string
  startsOn: DateOnly
  endsOn: DateOnly
  programmeYearId: string | null
  /** The places that are given, by the keys of `placesToGive`, with how many of each. */
  places: readonly { key: string; seats: number }[]
  /** What the form of the call asks, in every language in which it may be read. */
  inEvery: (message: Message) => LocalText
  node: string
}

/**
 * Opens a selection: a call, still a draft, in which students rank hosts with free places of agreements in force. Refuses
 * more places than are free; the office completes and publishes the call.
 */
export async function openSelection(
  work: Work,
  input: OpenSelection,
): Promise<{ selectionId: string; callId: string } | Refusal> {
  const place = { organisation_id: input.organisationId }
  if (!work.may('mobility.selection.read', place)) return refuse(404, m('refusal.absent'))
  if (input.endsOn < input.startsOn) {
    return refuse(422, m('refusal.dates'), { endsOn: m('refusal.dates') })
  }
  const { year } = yearAndTerm(await termsOf(work, input.organisationId), input)
  const places = await placesOf(work, input, year)
  if (isRefused(places)) return places
  const selectionId = randomUUIDv7()
  const opened = await openCall(work, {
    organisationId: input.organisationId,
    subject: { kind: selectionSubject, id: selectionId },
    texts: {
      titles: { [work.language]: input.title.trim() },
      summaries: {},
      languages: [work.language],
      opens_at: null,
      closes_at: null,
      results_at: null,
      decide_by: 'quota',
      merit_question: 'grade',
      blind: false,
      reply_days: 7,
    },
    definition: definitionOf(places, input.inEvery),
    publish: false,
    node: input.node,
  })
  if (isRefused(opened)) return opened
  const entry = selectionOpened({
    object: { kind: 'mobility-selection', id: selectionId },
    organisationIds: [input.organisationId],
    data: { call: opened.callId, year },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('mobility_selections')
      .values({
        id: selectionId,
        origin: input.node,
        organisation_id: input.organisationId,
        call_id: opened.callId,
        programme_year_id: input.programmeYearId,
        sending_year: year,
        starts_on: input.startsOn,
        ends_on: input.endsOn,
        opened_at: work.now,
      })
      .execute(),
  )
  return { selectionId, callId: opened.callId }
}

type GivenPlace = PlaceToGive & { given: number }

async function placesOf(
  work: Work,
  { organisationId, places }: OpenSelection,
  year: string,
): Promise<GivenPlace[] | Refusal> {
  const known = await placesToGive(work, { organisationId, year })
  const given: GivenPlace[] = []
  for (const { key, seats } of places) {
    const place = known.find((each) => each.key === key)
    const field = `seats-${key}`
    if (!place) {
      const message = m('selection.not-that-year', { year })
      return refuse(422, message, { [field]: message })
    }
    // Shared places are given to all their hosts together.
    const before = given
      .filter((each) => each.agreementId === place.agreementId)
      .filter((each) => each.shared && each.conditionKey === place.conditionKey)
      .reduce((sum, each) => sum + each.given, 0)
    if (seats + before > place.free) {
      const message = m('selection.too-many', { free: place.free })
      return refuse(422, message, { [field]: message })
    }
    given.push({ ...place, given: seats })
  }
  return given.length > 0 ? given : refuse(422, m('selection.no-places'))
}

/** What a selection asks: where to, how good the marks are, and why. The office changes it while the call is a draft. */
function definitionOf(
  places: readonly GivenPlace[],
  inEvery: OpenSelection['inEvery'],
): CallDefinition {
  const question = (id: string, kind: 'number' | 'destinations' | 'long-text', hint?: Message) => ({
    id,
    kind,
    label: inEvery(m(`selection.ask-${id as 'grade' | 'hosts' | 'why'}`)),
    hint: hint ? inEvery(hint) : {},
    required: true,
    most: null,
    options: [],
  })
  return {
    questions: [
      question('grade', 'number'),
      question('hosts', 'destinations', m('selection.ask-hosts-hint')),
      question('why', 'long-text'),
    ],
    destinations: places.map((place, index) => ({
      id: `d${index + 1}`,
      organisationId: place.receiving,
      name: place.names,
      seats: place.given,
      quota: {
        kind: 'agreement-condition',
        id: `${place.agreementId}/${place.conditionKey}`,
      },
    })),
    eligibility: [{ kind: 'enrolled-here' }],
  }
}

/** What comes of nominating one of the selected. */
export type SelectedResult = { mobilityId: string; becomes: 'pending' | 'waiting' } | Message

/** Everybody of a selection with what comes of nominating those who took their place. */
export interface SelectionRun {
  applicants: Selected[]
  /** By the ids of their applications. */
  results: ReadonlyMap<string, SelectedResult>
}

/**
 * Nominates whoever was selected and has taken the place, each as if alone and once, on the seats of the agreement that the
 * call named. Who cannot be nominated keeps their place in the selection, with the reason. Run and undone it is the preview.
 */
export async function nominateSelected(
  work: Work,
  input: { selectionId: string; node: string },
): Promise<SelectionRun | Refusal> {
  // Two who nominate from one selection wait for each other, so that nobody is nominated twice.
  await work.read
    .selectFrom('mobility_selections')
    .select('id')
    .where('id', '=', input.selectionId)
    .forUpdate()
    .execute()
  const selection = await selectionById(work, input.selectionId)
  if (!selection || !work.may('mobility.selection.read', selection)) {
    return refuse(404, m('refusal.absent'))
  }
  const applicants = await applicantsOf(work, selection)
  const results = new Map<string, SelectedResult>()
  for (const each of applicants.filter(({ standing }) => standing === 'ready')) {
    const made = await work.savepoint((inner) => nominateOne(inner, selection, each, input.node))
    results.set(
      each.applicationId,
      isRefused(made) ? made.message : { mobilityId: made.mobilityId, becomes: made.state },
    )
  }
  return { applicants, results }
}

async function nominateOne(work: Work, selection: Selection, selected: Selected, node: string) {
  const { destination, applicationId, wish, enrolmentId } = selected
  if (enrolmentId === null) return refuse(422, m('refusal.student'))
  if (!destination?.organisationId) return refuse(422, m('selection.no-host'))
  const made = await nominate(work, {
    enrolmentId,
    receivingOrganisationId: destination.organisationId,
    kind: 'study',
    startsOn: selection.starts_on,
    endsOn: selection.ends_on,
    programmeYearId: selection.programme_year_id,
    seat: seatIn(destination.quota),
    remark: '',
    mayWait: true,
    node,
  })
  if (isRefused(made)) return made
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('mobility_selected')
      .values({
        mobility_id: made.mobilityId,
        selection_id: selection.id,
        application_id: applicationId,
        wish,
      })
      .execute(),
  )
  return made
}

function seatIn(quota: { kind: string; id: string } | undefined) {
  if (quota?.kind !== 'agreement-condition') return null
  const at = quota.id.indexOf('/')
  return { agreementId: quota.id.slice(0, at), conditionKey: quota.id.slice(at + 1) }
}

/** Nominates for good whoever can be, and mails partners without an office; refuses where nobody can. */
export async function nominateFromSelection(
  work: Work,
  input: { selectionId: string; node: string },
): Promise<{ nominated: number; waiting: number } | Refusal> {
  const run = await nominateSelected(work, input)
  if (isRefused(run)) return run
  const made = [...run.results.values()].filter((each) => 'mobilityId' in each)
  if (made.length === 0) return refuse(409, m('selection.nobody-ready'))
  const asked = await askPartners(
    work,
    made.map(({ mobilityId }) => mobilityId),
  )
  if (isRefused(asked)) return asked
  if (made.length === run.results.size) {
    const object = { kind: 'mobility-selection', id: input.selectionId }
    await completeTasksOf(work, { object, kinds: [selectedTask] })
  }
  const nominated = made.filter(({ becomes }) => becomes === 'pending').length
  return { nominated, waiting: made.length - nominated }
}
