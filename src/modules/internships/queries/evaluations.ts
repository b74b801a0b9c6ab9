import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import {
  isUuid,
  type DateOnly,
  type Language,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import type { EvaluationParty, EvaluationRound, Marks } from '../rules/evaluation.ts'

/** An evaluation with whose it is and of which placement. */
export interface EvaluationRow {
  [fact: string]: unknown
  id: string
  placementId: string
  /** The student where the student judges, for whose own acts it counts; null for a mentor's. */
  person_id: string | null
  studentId: string
  personName: PersonName
  titles: LocalText
  host: string
  home: LocalText
  startsOn: DateOnly
  endsOn: DateOnly
  timeZone: string
  organisationId: string
  round: EvaluationRound
  party: EvaluationParty
  name: string | null
  email: string | null
  language: Language
  askedAt: Date
  dueOn: DateOnly
  reminders: number
  marks: Marks | null
  overall: number | null
  strengths: string
  wishes: string
  wordsLanguage: Language | null
  givenAt: Date | null
}

/** Two mentors who judge far apart, and what was settled. */
export interface DisagreementRow {
  round: EvaluationRound
  settlement: string | null
}

function evaluations(work: Work) {
  return work.read
    .selectFrom('internship_evaluations as e')
    .innerJoin('internship_placements as l', 'l.id', 'e.placement_id')
    .innerJoin('internship_positions as p', 'p.id', 'l.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .innerJoin('persons as s', 's.id', 'l.person_id')
    .innerJoin('organisations as o', 'o.id', 'l.enrolled_organisation_id')
    .select(['e.id', 'e.placement_id as placementId', 'l.person_id as studentId'])
    .select(['s.name as personName', 'p.titles', 'h.name as host', 'o.names as home'])
    .select(['l.starts_on as startsOn', 'l.ends_on as endsOn', 'l.time_zone as timeZone'])
    .select(['l.enrolled_organisation_id as organisationId', 'e.round', 'e.party', 'e.name'])
    .select(['e.email', 'e.language', 'e.asked_at as askedAt', 'e.due_on as dueOn', 'e.reminders'])
    .select(['e.marks', 'e.overall', 'e.strengths', 'e.wishes', 'e.given_at as givenAt'])
    .select('e.words_language as wordsLanguage')
    .select(sql<string | null>`case when e.party = 'student' then l.person_id end`.as('person_id'))
}

/** An evaluation by its id; `lock` keeps two from giving it at once. */
export async function evaluationById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<EvaluationRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('internship_evaluations')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  return (await evaluations(work).where('e.id', '=', id).executeTakeFirst()) ?? null
}

/** The evaluations of a placement, the middle before the end. */
export function evaluationsOf(work: Work, placementId: string): Promise<EvaluationRow[]> {
  return evaluations(work)
    .where('e.placement_id', '=', placementId)
    .orderBy('e.round', 'desc')
    .orderBy('e.party')
    .execute()
}

/** Where both mentors of a placement judge far apart. */
export function disagreementsOf(work: Work, placementId: string): Promise<DisagreementRow[]> {
  return work.read
    .selectFrom('internship_disagreements')
    .select(['round', 'settlement'])
    .where('placement_id', '=', placementId)
    .orderBy('round', 'desc')
    .execute()
}

/** Placements that run or ended within the last weeks and miss a round, and evaluations that wait: for the morning's job. */
export async function roundsToAsk(
  work: Work,
  today: DateOnly,
): Promise<
  {
    id: string
    startsOn: DateOnly
    endsOn: DateOnly
    endedOn: DateOnly | null
    rounds: EvaluationRound[]
  }[]
> {
  return (
    work.read
      .selectFrom('internship_placements as l')
      .innerJoin('persons as s', 's.id', 'l.person_id')
      .select(['l.id', 'l.starts_on as startsOn', 'l.ends_on as endsOn'])
      .select(
        sql<DateOnly | null>`(select x.day from internship_interruptions x
        where x.placement_id = l.id and x.kind = 'ended')`.as('endedOn'),
      )
      .select(
        sql<EvaluationRound[]>`array(select distinct e.round from internship_evaluations e
        where e.placement_id = l.id)`.as('rounds'),
      )
      // Nobody is asked about somebody who is gone.
      .where('s.state', '=', 'active')
      .where('l.starts_on', '<=', today)
      .where('l.ends_on', '>=', sql<DateOnly>`${today}::date - 30`)
      .orderBy('l.id')
      .execute()
  )
}

/** Evaluations that nobody has given yet, for the morning's job. */
export function waitingEvaluations(
  work: Work,
): Promise<{ id: string; askedAt: Date; reminders: number }[]> {
  return work.read
    .selectFrom('internship_evaluations')
    .select(['id', 'asked_at as askedAt', 'reminders'])
    .where('given_at', 'is', null)
    .where('reminders', '<', 2)
    .orderBy('id')
    .execute()
}

/** Of which position's placement each evaluation is, for tasks about them. */
export function titlesOfEvaluations(
  work: Work,
  ids: readonly string[],
): Promise<{ id: string; titles: LocalText }[]> {
  if (ids.length === 0) return Promise.resolve([])
  return work.read
    .selectFrom('internship_evaluations as e')
    .innerJoin('internship_placements as l', 'l.id', 'e.placement_id')
    .innerJoin('internship_positions as p', 'p.id', 'l.position_id')
    .select(['e.id', 'p.titles'])
    .where('e.id', 'in', [...ids])
    .execute()
}
