import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { dateInZone, type DateOnly, isUuid, type LocalText, type PersonName } from '#kernel/values'
import { type Rank, type RoundDays, type RoundStage, stageOf } from '../rules/round.ts'
import type { ApplicationState, HostState, PositionState } from '../schema.ts'

/** A round with where it stands today at its office. */
export interface RoundRow extends RoundDays {
  [fact: string]: unknown
  id: string
  organisation_id: string
  /** Nobody's own: whoever takes part is asked about one by one. */
  person_id: null
  office: LocalText
  timeZone: string
  today: DateOnly
  titles: LocalText
  answerBy: DateOnly
  lotSeed: string
  openedAt: Date
  stage: RoundStage
  positions: number
}

function rounds(work: Work) {
  return work.read
    .selectFrom('internship_rounds')
    .innerJoin('organisations as o', 'o.id', 'internship_rounds.organisation_id')
    .select(['internship_rounds.id', 'internship_rounds.organisation_id', 'o.names as office'])
    .select(['o.time_zone as timeZone', 'internship_rounds.titles'])
    .select(['internship_rounds.wishes_until as wishesUntil'])
    .select(['internship_rounds.ranks_until as ranksUntil'])
    .select(['internship_rounds.answer_by as answerBy', 'internship_rounds.lot_seed as lotSeed'])
    .select(['internship_rounds.opened_at as openedAt', 'internship_rounds.closed_at as closedAt'])
    .select('internship_rounds.called_off as calledOff')
    .select(
      sql<string | null>`(select u.id from internship_round_runs u
        where u.round_id = internship_rounds.id and u.undone_at is null and u.told_at is null)`.as(
        'openRunId',
      ),
    )
    .select(
      sql<Date | null>`(select max(u.told_at) from internship_round_runs u
        where u.round_id = internship_rounds.id)`.as('toldAt'),
    )
    .select(
      sql<number>`(select count(*)::int from internship_round_positions x
        where x.round_id = internship_rounds.id)`.as('positions'),
    )
}

type Read = Awaited<ReturnType<ReturnType<typeof rounds>['execute']>>[number]

function asRound(work: Work, row: Read): RoundRow {
  const today = dateInZone(work.now, row.timeZone)
  return { ...row, person_id: null, today, stage: stageOf(row, today) }
}

/** A round by its id; `lock` lets one act on it at a time. */
export async function roundById(work: Work, id: string, lock?: 'lock'): Promise<RoundRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('internship_rounds')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  const row = await rounds(work).where('internship_rounds.id', '=', id).executeTakeFirst()
  return row ? asRound(work, row) : null
}

/** The rounds that are not over, those whose wishes end first before the others. */
export async function liveRounds(work: Work): Promise<RoundRow[]> {
  const rows = await rounds(work)
    .where('internship_rounds.closed_at', 'is', null)
    .orderBy('internship_rounds.wishes_until')
    .orderBy('internship_rounds.id')
    .limit(100)
    .execute()
  return rows.map((row) => asRound(work, row))
}

/** The rounds of the offices for which the reader holds them, the latest first. */
export async function officeRounds(work: Work): Promise<RoundRow[]> {
  const rows = await rounds(work)
    .where(work.scope('internships.round.list', 'internship_rounds'))
    .orderBy('internship_rounds.opened_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => asRound(work, row))
}

/** A position of a round, with whether it can still be given and how many places nobody holds. */
export interface RoundPositionRow {
  positionId: string
  hostId: string
  host: string
  hostState: HostState
  vettedUntil: DateOnly | null
  timeZone: string
  titles: LocalText
  state: PositionState
  startsOn: DateOnly
  free: number
  wished: number
}

/** The positions of a round: one query. */
export function positionsOfRound(work: Work, roundId: string): Promise<RoundPositionRow[]> {
  return work.read
    .selectFrom('internship_round_positions as x')
    .innerJoin('internship_positions as p', 'p.id', 'x.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .select(['p.id as positionId', 'h.id as hostId', 'h.name as host', 'h.state as hostState'])
    .select(['h.vetted_until as vettedUntil', 'h.time_zone as timeZone', 'p.titles', 'p.state'])
    .select('p.starts_on as startsOn')
    .select(
      sql<number>`greatest(0, p.places - (select count(*)::int from internship_applications a
        where a.position_id = p.id and a.state in ('offered', 'accepted')))`.as('free'),
    )
    .select(
      sql<number>`(select count(*)::int from internship_applications a
        where a.position_id = p.id and a.round_id = x.round_id and a.state = 'sent')`.as('wished'),
    )
    .where('x.round_id', '=', roundId)
    .orderBy('h.name')
    .orderBy('p.id')
    .execute()
}

/** Somebody who takes part in a round. */
export interface RoundStudentRow {
  id: string
  person_id: string
  name: PersonName
  wishedAt: Date | null
}

/** Everybody who takes part in a round, in the order of their ids: one query. */
export function studentsOfRound(work: Work, roundId: string): Promise<RoundStudentRow[]> {
  return work.read
    .selectFrom('internship_round_students as x')
    .innerJoin('persons as s', 's.id', 'x.person_id')
    .select(['x.id', 'x.person_id', 's.name', 'x.wished_at as wishedAt'])
    .where('x.round_id', '=', roundId)
    .orderBy('x.id')
    .execute()
}

/** A person's part in a round, or null. */
export async function ownPart(
  work: Work,
  roundId: string,
  personId: string,
): Promise<RoundStudentRow | null> {
  const rows = await studentsOfRound(work, roundId)
  return rows.find((each) => each.person_id === personId) ?? null
}

/** A wish: an application in a round, with what the host said of it. */
export interface WishRow {
  id: string
  position_id: string
  hostId: string
  organisation_id: string
  person_id: string
  name: PersonName
  home: LocalText
  homeCountry: string
  motivation: string
  enrolledThere: boolean
  country: string
  clearance: 'yes' | 'conditions' | 'unknown'
  permissionNote: string
  state: ApplicationState
  wish: number
  rank: Rank
}

/** The wishes of a round, of each student in their order: one query. `personId` or `hostId` narrow it to theirs. */
export async function wishesOfRound(
  work: Work,
  roundId: string,
  of: { personId?: string; hostId?: string } = {},
): Promise<WishRow[]> {
  const rows = await work.read
    .selectFrom('internship_applications as a')
    .innerJoin('internship_positions as p', 'p.id', 'a.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .innerJoin('persons as s', 's.id', 'a.person_id')
    .innerJoin('organisations as o', 'o.id', 'a.enrolled_organisation_id')
    .leftJoin('internship_ranks as k', 'k.application_id', 'a.id')
    .select(['a.id', 'a.position_id', 'h.id as hostId', 'a.organisation_id', 'a.person_id'])
    .select(['s.name', 'o.names as home', 'o.country as homeCountry', 'a.motivation'])
    .select(['a.enrolled_there as enrolledThere', 'h.country', 'a.clearance', 'a.state', 'a.wish'])
    .select(['a.permission_note as permissionNote', 'k.place', 'k.said_at as saidAt'])
    .where('a.round_id', '=', roundId)
    .$if(of.personId !== undefined, (query) => query.where('a.person_id', '=', of.personId!))
    .$if(of.hostId !== undefined, (query) => query.where('h.id', '=', of.hostId!))
    .orderBy('a.person_id')
    .orderBy('a.wish')
    .orderBy('a.sent_at')
    .orderBy('a.id')
    .execute()
  return rows.map(({ place, saidAt, wish, ...row }) => ({
    ...row,
    wish: wish!,
    rank: saidAt === null ? undefined : place,
  }))
}

/** A host in a round, for whoever ranks on its behalf. */
export interface RoundHostRow {
  [fact: string]: unknown
  id: string
  roundId: string
  hostId: string
  organisation_id: string
  host_organisation_id: string | null
  person_id: null
  office: LocalText
  host: string
  country: string
  tutor: string
  tutorEmail: string
  titles: LocalText
  ranksUntil: DateOnly
  askedAt: Date | null
  reminders: number
  answeredAt: Date | null
  wished: number
}

function hosts(work: Work) {
  return work.read
    .selectFrom('internship_round_hosts as x')
    .innerJoin('internship_rounds as r', 'r.id', 'x.round_id')
    .innerJoin('internship_hosts as h', 'h.id', 'x.host_id')
    .innerJoin('organisations as o', 'o.id', 'r.organisation_id')
    .select(['x.id', 'x.round_id as roundId', 'x.host_id as hostId', 'r.organisation_id'])
    .select(['h.host_organisation_id', 'o.names as office', 'h.name as host', 'h.country'])
    .select(['h.tutor_name as tutor', 'h.tutor_email as tutorEmail', 'r.titles'])
    .select(['r.ranks_until as ranksUntil', 'x.asked_at as askedAt', 'x.reminders'])
    .select('x.answered_at as answeredAt')
    .select(
      sql<number>`(select count(*)::int from internship_applications a
        join internship_positions p on p.id = a.position_id
        where a.round_id = x.round_id and p.host_id = x.host_id and a.state = 'sent')`.as('wished'),
    )
}

/** A host's part in a round by its id; `lock` keeps two from ranking at once. */
export async function roundHostById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<RoundHostRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('internship_round_hosts')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  const row = await hosts(work).where('x.id', '=', id).executeTakeFirst()
  return row ? { ...row, person_id: null } : null
}

/** The hosts of a round: one query. */
export async function hostsOfRound(work: Work, roundId: string): Promise<RoundHostRow[]> {
  const rows = await hosts(work).where('x.round_id', '=', roundId).orderBy('h.name').execute()
  return rows.map((row) => ({ ...row, person_id: null }))
}

/** A run of a round. */
export interface RunRow {
  id: string
  number: number
  certificate: unknown
  madeAt: Date
  toldAt: Date | null
  answerBy: DateOnly | null
}

/** The runs of a round that were not undone, the latest first. */
export function runsOfRound(work: Work, roundId: string): Promise<RunRow[]> {
  return work.read
    .selectFrom('internship_round_runs')
    .select(['id', 'number', 'certificate', 'made_at as madeAt', 'told_at as toldAt'])
    .select('answer_by as answerBy')
    .where('round_id', '=', roundId)
    .where('undone_at', 'is', null)
    .orderBy('number', 'desc')
    .execute()
}

/** The titles of rounds, for tasks about them. */
export function titlesOfRounds(
  work: Work,
  ids: readonly string[],
): Promise<{ id: string; titles: LocalText }[]> {
  if (ids.length === 0) return Promise.resolve([])
  return work.read
    .selectFrom('internship_rounds')
    .select(['id', 'titles'])
    .where('id', 'in', [...ids])
    .execute()
}

/** The parts of a person in rounds. */
export function roundsOfPerson(
  work: Work,
  personId: string,
): Promise<{ id: string; round_id: string; titles: LocalText; wishedAt: Date | null }[]> {
  return work.read
    .selectFrom('internship_round_students as x')
    .innerJoin('internship_rounds as r', 'r.id', 'x.round_id')
    .select(['x.id', 'x.round_id', 'r.titles', 'x.wished_at as wishedAt'])
    .where('x.person_id', '=', personId)
    .orderBy('x.id')
    .execute()
}
