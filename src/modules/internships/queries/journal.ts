import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import {
  addDays,
  type DateOnly,
  isUuid,
  type Language,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import type { WeekState } from '../schema-journal.ts'

/** A week of a journal with its placement. */
export interface WeekRow {
  [fact: string]: unknown
  id: string
  placementId: string
  studentId: string
  personName: PersonName
  titles: LocalText
  host: string
  home: LocalText
  organisationId: string
  timeZone: string
  week: DateOnly
  state: WeekState
  words: string
  wordsLanguage: Language | null
  goals: string[]
  dueOn: DateOnly
  reminders: number
  sentAt: Date | null
  tutorName: string | null
  tutorEmail: string | null
  tutorLanguage: Language | null
  nudges: number
  /** The minutes that were confirmed. */
  minutes: number | null
  answeredBy: 'tutor' | 'office' | null
  answeredAt: Date | null
  remark: string
  remarkLanguage: Language | null
}

function weeks(work: Work) {
  return work.read
    .selectFrom('internship_weeks as w')
    .innerJoin('internship_placements as l', 'l.id', 'w.placement_id')
    .innerJoin('internship_positions as p', 'p.id', 'l.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .innerJoin('persons as s', 's.id', 'l.person_id')
    .innerJoin('organisations as o', 'o.id', 'l.enrolled_organisation_id')
    .select(['w.id', 'w.placement_id as placementId', 'l.person_id as studentId'])
    .select(['s.name as personName', 'p.titles', 'h.name as host', 'o.names as home'])
    .select(['l.enrolled_organisation_id as organisationId', 'l.time_zone as timeZone', 'w.week'])
    .select(['w.state', 'w.words', 'w.words_language as wordsLanguage', 'w.goals'])
    .select(['w.due_on as dueOn', 'w.reminders', 'w.sent_at as sentAt'])
    .select(['w.tutor_name as tutorName', 'w.tutor_email as tutorEmail'])
    .select(['w.tutor_language as tutorLanguage', 'w.nudges', 'w.minutes'])
    .select(['w.answered_by as answeredBy', 'w.answered_at as answeredAt', 'w.remark'])
    .select('w.remark_language as remarkLanguage')
}

/** The weeks of a placement that were begun, the latest first. */
export function journalOf(work: Work, placementId: string): Promise<WeekRow[]> {
  return weeks(work).where('w.placement_id', '=', placementId).orderBy('w.week', 'desc').execute()
}

/** One week of a placement by its Monday, or null where nothing was begun. */
export async function weekOn(
  work: Work,
  placementId: string,
  week: DateOnly,
): Promise<WeekRow | null> {
  const row = await weeks(work)
    .where('w.placement_id', '=', placementId)
    .where('w.week', '=', week)
    .executeTakeFirst()
  return row ?? null
}

/** A week by its id. */
export async function weekById(work: Work, id: string): Promise<WeekRow | null> {
  if (!isUuid(id)) return null
  return (await weeks(work).where('w.id', '=', id).executeTakeFirst()) ?? null
}

/** The Mondays of the weeks whose hours are with the host or confirmed: nothing is added to them or taken out. */
export async function closedWeeks(work: Work, placementId: string): Promise<Set<DateOnly>> {
  const rows = await work.read
    .selectFrom('internship_weeks')
    .select('week')
    .where('placement_id', '=', placementId)
    .where('state', 'in', ['sent', 'confirmed'])
    .execute()
  return new Set(rows.map(({ week }) => week))
}

/** Placements of a week in which somebody was there and of which nothing is written yet: for the morning's job. */
export async function placementsToAsk(work: Work, week: DateOnly): Promise<string[]> {
  const rows = await work.read
    .selectFrom('internship_placements as l')
    .innerJoin('persons as s', 's.id', 'l.person_id')
    .select('l.id')
    .where('s.state', '=', 'active')
    .where('l.starts_on', '<=', addDays(week, 6))
    .where('l.ends_on', '>=', week)
    .where(
      sql<SqlBool>`not exists (select from internship_weeks w where w.placement_id = l.id and w.week = ${week}::date)`,
    )
    .orderBy('l.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Weeks that wait, for the morning's job: for the student, or for the host's tutor. */
export function waitingWeeks(
  work: Work,
  today: DateOnly,
): Promise<
  {
    id: string
    state: WeekState
    dueOn: DateOnly
    reminders: number
    sentAt: Date | null
    nudges: number
  }[]
> {
  return work.read
    .selectFrom('internship_weeks')
    .select(['id', 'state', 'due_on as dueOn', 'reminders', 'sent_at as sentAt', 'nudges'])
    .where((eb) =>
      eb.or([
        eb
          .and([eb('state', 'in', ['open', 'returned']), eb('due_on', '<', today)])
          .and('reminders', '<', 2),
        eb.and([eb('state', '=', 'sent'), eb('nudges', '<', 2)]),
      ]),
    )
    .orderBy('id')
    .execute()
}

/** Of which position's placement each week is, for tasks about them. */
export function titlesOfWeeks(
  work: Work,
  ids: readonly string[],
): Promise<{ id: string; titles: LocalText }[]> {
  if (ids.length === 0) return Promise.resolve([])
  return work.read
    .selectFrom('internship_weeks as w')
    .innerJoin('internship_placements as l', 'l.id', 'w.placement_id')
    .innerJoin('internship_positions as p', 'p.id', 'l.position_id')
    .select(['w.id', 'p.titles'])
    .where('w.id', 'in', [...ids])
    .execute()
}
