import { sql, type SqlBool } from 'kysely'
import { personOf, type Work } from '#kernel/database'
import { nameOrder } from '#kernel/identity'
import { type DateOnly, isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { Answers, CallDefinition } from '../rules/questions.ts'
import type { CallState } from '../rules/timeline.ts'
import type { SittingOutcome } from '../schema-committee.ts'
import type { Outcome } from '../schema.ts'

/** A sitting with its call; its columns are the facts that the rules look at. */
export interface SittingRow {
  [fact: string]: unknown
  id: string
  call_id: string
  organisation_id: string
  organisation: LocalText
  time_zone: string
  country: string
  held_on: DateOnly
  place: string
  chair_id: string
  secretary_id: string
  chair: PersonName
  secretary: PersonName
  /** Whoever asks, where they sit in it. */
  member_id: string | null
  state: 'planned' | 'approved'
  minutes: string
  version: number
  approved_at: Date | null
  document_sha256: string | null
  titles: LocalText
  definition: CallDefinition
  /** In which the call's applications are read, and its minutes written. */
  languages: string[]
  blind: boolean
  call_state: CallState
  /** The call's count of decisions. */
  decisions: number
}

function sittingRows(work: Work) {
  const self = personOf(work.actor)
  return work.read
    .selectFrom('call_sittings as s')
    .innerJoin('calls as c', 'c.id', 's.call_id')
    .innerJoin('organisations as o', 'o.id', 's.organisation_id')
    .innerJoin('persons as chair', 'chair.id', 's.chair_id')
    .innerJoin('persons as secretary', 'secretary.id', 's.secretary_id')
    .select(['s.id', 's.call_id', 's.organisation_id', 's.held_on', 's.place', 's.chair_id'])
    .select(['s.secretary_id', 's.state', 's.minutes', 's.version', 's.approved_at'])
    .select(['s.document_sha256', 'o.names as organisation', 'o.time_zone', 'o.country'])
    .select(['chair.name as chair', 'secretary.name as secretary', 'c.titles', 'c.definition'])
    .select(['c.languages', 'c.blind', 'c.state as call_state', 'c.decisions'])
    .select((eb) =>
      eb
        .selectFrom('call_sitting_members as k')
        .select('k.person_id')
        .whereRef('k.sitting_id', '=', 's.id')
        .where(sql<SqlBool>`k.person_id = ${self}::uuid`)
        .as('member_id'),
    )
}

/** A sitting by its id, or null; `lock` keeps others from recording in it until the commit. */
export async function sittingById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<SittingRow | null> {
  if (!isUuid(id)) return null
  const row = await sittingRows(work)
    .where('s.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of s`))
    .executeTakeFirst()
  return row ?? null
}

/** A sitting as a list shows it. */
export interface ListedSitting extends SittingRow {
  items: number
  recorded: number
}

/** The sittings of a call, the latest first; one query. */
export async function sittingsOf(work: Work, callId: string): Promise<ListedSitting[]> {
  const rows = await sittingRows(work)
    .select((eb) => [
      eb
        .selectFrom('call_sitting_items as i')
        .select((inner) => inner.fn.countAll<bigint>().as('items'))
        .whereRef('i.sitting_id', '=', 's.id')
        .as('items'),
      eb
        .selectFrom('call_sitting_items as r')
        .select((inner) => inner.fn.countAll<bigint>().as('recorded'))
        .whereRef('r.sitting_id', '=', 's.id')
        .where('r.outcome', 'is not', null)
        .as('recorded'),
    ])
    .where('s.call_id', '=', callId)
    .orderBy('s.held_on', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, items: Number(row.items), recorded: Number(row.recorded) }))
}

/** Somebody who sits in the committee. */
export interface Member {
  id: string
  name: PersonName
  isPresent: boolean
}

/** Who sits in a sitting, by name. */
export async function membersOf(work: Work, sittingId: string): Promise<Member[]> {
  const rows = await work.read
    .selectFrom('call_sitting_members as k')
    .innerJoin('persons as p', 'p.id', 'k.person_id')
    .select(['p.id', 'p.name', 'k.is_present'])
    .where('k.sitting_id', '=', sittingId)
    .orderBy(nameOrder(work.language))
    .orderBy('p.id')
    .execute()
  return rows.map(({ id, name, is_present: isPresent }) => ({ id, name, isPresent }))
}

/** An application on the agenda, with what came of it. */
export interface ItemRow {
  id: string
  application_id: string
  position: number
  outcome: SittingOutcome | null
  destination_id: string | null
  votes_for: number
  votes_against: number
  votes_abstained: number
  reason: string | null
  note: LocalText
  version: number
  decisions_seen: number | null
  /** Who recorded it. */
  recorder: PersonName | null
  number: number
  person_id: string
  name: PersonName
  answers: Answers
  organisation_id: string
  application_state: 'draft' | 'submitted' | 'withdrawn'
  application_outcome: Outcome | null
  /** The seat that the applicant holds now. */
  seat_id: string | null
  decision_number: number | null
  /** Who left the room for it. */
  left: readonly string[]
}

/** The agenda of a sitting in its order, with who left the room for what; two queries. */
export async function itemsOf(work: Work, sittingId: string): Promise<ItemRow[]> {
  const rows = await work.read
    .selectFrom('call_sitting_items as i')
    .innerJoin('call_applications as a', 'a.id', 'i.application_id')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .leftJoin('persons as r', 'r.id', 'i.recorded_by')
    .select(['i.id', 'i.application_id', 'i.position', 'i.outcome', 'i.destination_id'])
    .select(['i.votes_for', 'i.votes_against', 'i.votes_abstained', 'i.reason', 'i.note'])
    .select(['i.version', 'i.decisions_seen', 'r.name as recorder', 'a.number', 'a.person_id'])
    .select(['p.name', 'a.answers', 'a.organisation_id', 'a.state as application_state'])
    .select([
      'a.outcome as application_outcome',
      'a.destination_id as seat_id',
      'a.decision_number',
    ])
    .where('i.sitting_id', '=', sittingId)
    .orderBy('i.position')
    .execute()
  const absences = await work.read
    .selectFrom('call_sitting_absences')
    .select(['item_id', 'person_id'])
    .where('sitting_id', '=', sittingId)
    .execute()
  const left = Map.groupBy(absences, (each) => each.item_id)
  return rows.map((row) => ({
    ...row,
    number: row.number ?? 0,
    left: (left.get(row.id) ?? []).map(({ person_id: id }) => id),
  }))
}

/** Which applications of a call wait on the agenda of a sitting whose minutes are not approved. */
export async function applicationsOnAgendas(work: Work, callId: string): Promise<Set<string>> {
  const rows = await work.read
    .selectFrom('call_sitting_items as i')
    .innerJoin('call_sittings as s', 's.id', 'i.sitting_id')
    .select('i.application_id')
    .where('i.call_id', '=', callId)
    .where('s.state', '=', 'planned')
    .execute()
  return new Set(rows.map(({ application_id: id }) => id))
}

/** The last place of a call's waiting list that none of these applications has. */
export async function lastWaitingPlace(
  work: Work,
  callId: string,
  without: readonly string[],
): Promise<number> {
  const row = await work.read
    .selectFrom('call_applications')
    .select((eb) => eb.fn.max('waiting_place').as('last'))
    .where('call_id', '=', callId)
    .where('state', '=', 'submitted')
    .where(sql<SqlBool>`not id = any(${[...without]}::uuid[])`)
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

/** Of which sittings tasks are. */
export async function sittingsOfTasks(work: Work, ids: readonly string[]) {
  return work.read
    .selectFrom('call_sittings as s')
    .innerJoin('calls as c', 'c.id', 's.call_id')
    .select(['s.id', 'c.titles'])
    .where('s.id', 'in', [...ids])
    .execute()
}
