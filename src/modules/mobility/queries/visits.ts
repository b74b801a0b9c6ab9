import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText, type Money, money } from '#kernel/values'
import type { Payer, VisitKind, VisitOutcome, VisitState } from '../rules/visits.ts'

/** A visit as rules, verbs and pages look at it. */
export interface VisitRow {
  [fact: string]: unknown
  id: string
  kind: VisitKind
  title: string
  purpose: string
  made_by_organisation_id: string
  partner_organisation_id: string
  comes_to_maker: boolean
  starts_on: DateOnly
  ends_on: DateOnly
  state: VisitState
  visible: boolean
  edition: number
  answered_as: string | null
  answered_edition: number | null
  answer_note: string
  cancel_reason: string
  report: string
  outcome: VisitOutcome | null
  created_by: string | null
  maker: LocalText
  partner: LocalText
  makerCountry: string
  partnerCountry: string
}

function visits(work: Work) {
  return work.read
    .selectFrom('visits')
    .innerJoin('organisations as a', 'a.id', 'visits.made_by_organisation_id')
    .innerJoin('organisations as b', 'b.id', 'visits.partner_organisation_id')
    .selectAll('visits')
    .select(['a.names as maker', 'a.country as makerCountry'])
    .select(['b.names as partner', 'b.country as partnerCountry'])
}

/** A visit by its id, or null; `lock` keeps it from being changed by two at once. */
export async function visitById(work: Work, id: string, lock?: 'lock'): Promise<VisitRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('visits')
      .select('id')
      .where('id', '=', id)
      .modifyEnd(sql`for update`)
      .execute()
  }
  return (await visits(work).where('visits.id', '=', id).executeTakeFirst()) ?? null
}

/** Visits by their ids, for the words of tasks; one query. */
export async function visitsNamed(work: Work, ids: readonly string[]): Promise<VisitRow[]> {
  if (ids.length === 0) return []
  return visits(work)
    .where('visits.id', 'in', [...ids])
    .execute()
}

/** A visit as a list shows it, with how many come. */
export interface ListedVisit extends VisitRow {
  members: number
}

/** The visits that the actor may list, the latest first; one more than asked for where there are more. */
export async function listVisits(
  work: Work,
  { state, page, pageSize }: { state: VisitState | null; page: number; pageSize: number },
): Promise<ListedVisit[]> {
  const rows = await visits(work)
    .select(
      sql<number>`(select count(*)::int from visit_members x where x.visit_id = visits.id)`.as(
        'members',
      ),
    )
    .where(work.scope('mobility.visit.list', 'visits'))
    .$if(state !== null, (query) => query.where('visits.state', '=', state!))
    .orderBy('visits.starts_on', 'desc')
    .orderBy('visits.id')
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize)
    .execute()
  return rows
}

/** Who comes. */
export interface VisitMember {
  id: string
  personId: string | null
  family: string
  given: string
  native: string
  role: string
  email: string
  arrivesOn: DateOnly | null
}

/** What happens when. */
export interface VisitPoint {
  id: string
  onDay: DateOnly
  atTime: string
  what: string
  place: string
}

/** What something costs. */
export interface VisitCost {
  id: string
  what: string
  amount: Money
  payer: Payer
}

/** All that belongs to a visit. */
export interface VisitParts {
  members: VisitMember[]
  programme: VisitPoint[]
  costs: VisitCost[]
}

/** Who comes, what happens and what it costs; three queries. */
export async function partsOf(work: Work, visitId: string): Promise<VisitParts> {
  const members = await work.read
    .selectFrom('visit_members')
    .select(['id', 'person_id as personId', 'family', 'given', 'native', 'role', 'email'])
    .select('arrives_on as arrivesOn')
    .where('visit_id', '=', visitId)
    .orderBy('position')
    .execute()
  const programme = await work.read
    .selectFrom('visit_programme')
    .select(['id', 'on_day as onDay', 'at_time as atTime', 'what', 'place'])
    .where('visit_id', '=', visitId)
    .orderBy('on_day')
    .orderBy('at_time')
    .orderBy('id')
    .execute()
  const costs = await work.read
    .selectFrom('visit_costs')
    .select(['id', 'what', 'amount_minor', 'currency', 'payer'])
    .where('visit_id', '=', visitId)
    .orderBy('id')
    .execute()
  return {
    members,
    programme,
    costs: costs.map(({ amount_minor: minor, currency, ...rest }) => ({
      ...rest,
      amount: money(minor, currency),
    })),
  }
}
