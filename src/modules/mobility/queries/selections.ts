import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText, type PersonName } from '#kernel/values'
import { type CallHead, type CallOutcome, headsOf, outcomesOf } from '#modules/calls'
import { type Standing, standingOf, standings } from '../rules/selection.ts'
import type { MobilityState } from '../rules/states.ts'
import { seatsOfYear } from './seats.ts'

/** The subject under which a selection opens its call. */
export const selectionSubject = 'mobility.selection'

/** A selection with the words and the moments of its call. */
export interface Selection extends CallHead {
  [fact: string]: unknown
  id: string
  organisation_id: string
  call_id: string
  programme_year_id: string | null
  sending_year: string
  starts_on: DateOnly
  ends_on: DateOnly
}

function selections(work: Work) {
  return work.read
    .selectFrom('mobility_selections as x')
    .select(['x.id', 'x.organisation_id', 'x.call_id', 'x.programme_year_id', 'x.sending_year'])
    .select(['x.starts_on', 'x.ends_on'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selections>['execute']>>[number]

async function staged(work: Work, rows: readonly Row[]): Promise<Selection[]> {
  const heads = await headsOf(
    work,
    rows.map((row) => row.call_id),
  )
  return rows.flatMap((row) => {
    const head = heads.get(row.call_id)
    return head ? [{ ...row, ...head }] : []
  })
}

/** A selection by its id, or null. */
export async function selectionById(work: Work, id: string): Promise<Selection | null> {
  if (!isUuid(id)) return null
  const row = await selections(work).where('x.id', '=', id).executeTakeFirst()
  return row ? ((await staged(work, [row]))[0] ?? null) : null
}

/** The selections of some institutions, the newest first; two queries. */
export async function selectionsOf(
  work: Work,
  organisationIds: readonly string[],
): Promise<Selection[]> {
  if (organisationIds.length === 0) return []
  const rows = await selections(work)
    .where('x.organisation_id', 'in', [...organisationIds])
    .orderBy('x.opened_at', 'desc')
    .orderBy('x.id')
    .limit(200)
    .execute()
  return staged(work, rows)
}

/** Selections by their ids, as tasks name them; two queries. */
export async function selectionsNamed(
  work: Work,
  ids: readonly string[],
): Promise<{ id: string; titles: LocalText }[]> {
  if (ids.length === 0) return []
  return staged(
    work,
    await selections(work)
      .where('x.id', 'in', [...ids])
      .execute(),
  )
}

/** The places of a year that a selection can give: one row for each host and condition. */
export interface PlaceToGive {
  key: string
  agreementId: string
  conditionKey: string
  title: string
  receiving: string
  names: LocalText
  seats: number
  /** How many of them nobody holds. */
  free: number
  shared: boolean
}

/** The places that an institution may give to its students in a year, by its agreements in force. */
export async function placesToGive(
  work: Work,
  { organisationId, year }: { organisationId: string; year: string },
): Promise<PlaceToGive[]> {
  const rows = await seatsOfYear(work, { own: [organisationId], year })
  return rows.flatMap((row) =>
    row.receiving.map(({ id, names }) => ({
      key: `${row.agreementId}/${row.conditionKey}/${id}`,
      agreementId: row.agreementId,
      conditionKey: row.conditionKey,
      title: row.title,
      receiving: id,
      names,
      seats: row.seats,
      free: Math.max(0, row.seats - row.held),
      shared: row.shared,
    })),
  )
}

/** An applicant of a selection: what the call says, who it is, and the stay where one was nominated. */
export interface Selected extends CallOutcome {
  standing: Standing
  name: PersonName | null
  enrolmentId: string | null
  studentNumber: string
  mobility: { id: string; state: MobilityState } | null
}

/**
 * The applicants of a selection as far as they have been told, those who can be nominated first, then by their numbers; the
 * same number of queries, however many.
 */
export async function applicantsOf(work: Work, selection: Selection): Promise<Selected[]> {
  const outcomes = await outcomesOf(work, selection.call_id)
  if (outcomes.length === 0) return []
  const people = await enrolledHere(
    work,
    selection.organisation_id,
    outcomes.map(({ personId }) => personId),
  )
  const stays = await nominatedFrom(work, selection.id)
  return outcomes
    .map((outcome) => {
      const person = people.get(outcome.personId)
      const mobility = stays.get(outcome.applicationId) ?? null
      return {
        ...outcome,
        standing: standingOf(outcome, mobility !== null),
        name: person?.name ?? null,
        enrolmentId: person?.enrolmentId ?? null,
        studentNumber: person?.studentNumber ?? '',
        mobility,
      }
    })
    .toSorted(
      (a, b) =>
        standings.indexOf(a.standing) - standings.indexOf(b.standing) || a.number - b.number,
    )
}

/** The enrolment of each that runs, or the last one. */
async function enrolledHere(work: Work, organisationId: string, personIds: readonly string[]) {
  const rows = await work.read
    .selectFrom('persons as p')
    .leftJoin('enrolments as e', (join) =>
      join.onRef('e.person_id', '=', 'p.id').on('e.organisation_id', '=', organisationId),
    )
    .select(['p.id', 'p.name', 'e.id as enrolmentId', 'e.student_number as studentNumber'])
    .where('p.id', 'in', [...personIds])
    .orderBy((eb) => eb('e.ends_on', 'is', null))
    .orderBy('e.starts_on')
    .execute()
  // The last of each person stands.
  return new Map(rows.map((row) => [row.id, row]))
}

async function nominatedFrom(work: Work, selectionId: string) {
  const rows = await work.read
    .selectFrom('mobility_selected as x')
    .innerJoin('mobilities as s', 's.id', 'x.mobility_id')
    .select(['x.application_id as applicationId', 's.id', 's.state'])
    .where('x.selection_id', '=', selectionId)
    .execute()
  return new Map(rows.map(({ applicationId, id, state }) => [applicationId, { id, state }]))
}
