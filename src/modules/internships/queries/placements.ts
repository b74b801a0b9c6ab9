import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { LoggedHours } from '../rules/hours.ts'
import type { CefrLevel, PositionMode } from '../schema.ts'

/** A placement with its position, host and student. */
export interface PlacementRow {
  [fact: string]: unknown
  id: string
  organisation_id: string
  enrolled_organisation_id: string
  person_id: string
  personName: PersonName
  home: LocalText
  homeCountry: string
  titles: LocalText
  host: string
  hostOrganisationId: string | null
  country: string
  city: string
  mode: PositionMode
  tutor: string
  tutorEmail: string
  startsOn: string
  endsOn: string
  hoursPerWeek: number
  timeZone: string
  enrolledThere: boolean
  descriptions: LocalText
  language: string
  languageLevel: CefrLevel
  stipendMinor: bigint | null
  stipendCurrency: string | null
  signatory: string
  signatoryEmail: string
  /** The last day of a placement that ended early. */
  endedOn: string | null
  minutes: number
  /** The minutes that the host confirmed; null where no week of a journal has gone to it. */
  confirmedMinutes: number | null
}

function placements(work: Work) {
  return (
    work.read
      .selectFrom('internship_placements')
      .innerJoin('internship_positions as p', 'p.id', 'internship_placements.position_id')
      .innerJoin('internship_applications as a', 'a.id', 'internship_placements.application_id')
      .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
      .innerJoin('persons as s', 's.id', 'internship_placements.person_id')
      .innerJoin('organisations as o', 'o.id', 'internship_placements.enrolled_organisation_id')
      .leftJoin('internship_proposals as x', 'x.placement_id', 'internship_placements.id')
      .select([
        'internship_placements.id',
        'internship_placements.organisation_id',
        'internship_placements.enrolled_organisation_id',
        'internship_placements.person_id',
        's.name as personName',
        'o.names as home',
        'o.country as homeCountry',
        'p.titles',
        'h.name as host',
        'h.host_organisation_id as hostOrganisationId',
        'h.country',
        'h.city',
        'p.mode',
        'internship_placements.starts_on as startsOn',
        'internship_placements.ends_on as endsOn',
        'internship_placements.hours_per_week as hoursPerWeek',
        'internship_placements.time_zone as timeZone',
        'a.enrolled_there as enrolledThere',
        'p.descriptions',
        'p.language',
        'p.language_level as languageLevel',
        'p.stipend_minor as stipendMinor',
        'p.stipend_currency as stipendCurrency',
      ])
      // Whom a student named in a proposal guides them and signs, also at a host that the alliance knows by others.
      .select([
        sql<string>`coalesce(nullif(x.tutor_name, ''), h.tutor_name)`.as('tutor'),
        sql<string>`coalesce(nullif(x.tutor_email, ''), h.tutor_email)`.as('tutorEmail'),
        sql<string>`coalesce(nullif(x.signatory_name, ''), h.signatory_name)`.as('signatory'),
        sql<string>`coalesce(nullif(x.signatory_email, ''), h.signatory_email)`.as(
          'signatoryEmail',
        ),
      ])
      .select(
        sql<string | null>`(select x.day from internship_interruptions x
        where x.placement_id = internship_placements.id and x.kind = 'ended')`.as('endedOn'),
      )
      .select(
        sql<number>`(select coalesce(sum(extract(epoch from x.ends_at - x.starts_at) / 60), 0)::int
        from internship_hours x where x.placement_id = internship_placements.id)`.as('minutes'),
      )
      .select(
        sql<number | null>`(select coalesce(sum(x.minutes), 0)::int from internship_weeks x
        where x.placement_id = internship_placements.id and x.state <> 'open' having count(*) > 0)`.as(
          'confirmedMinutes',
        ),
      )
  )
}

/** A placement by its id; `lock` keeps two from logging hours at once. */
export async function placementById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<PlacementRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('internship_placements')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  const row = await placements(work).where('internship_placements.id', '=', id).executeTakeFirst()
  return row ?? null
}

/** A person's own placements, the newest first. */
export function placementsOf(work: Work, personId: string): Promise<PlacementRow[]> {
  return placements(work)
    .where('internship_placements.person_id', '=', personId)
    .orderBy('internship_placements.starts_on', 'desc')
    .execute()
}

/** The placements that an office may list, the newest first. */
export function officePlacements(work: Work): Promise<PlacementRow[]> {
  return placements(work)
    .where(work.scope('internships.placement.list', 'internship_placements'))
    .orderBy('internship_placements.starts_on', 'desc')
    .limit(500)
    .execute()
}

/** The hours of a placement in the order in which they were worked. */
export async function hoursOf(
  work: Work,
  placementId: string,
): Promise<(LoggedHours & { work: string })[]> {
  return work.read
    .selectFrom('internship_hours')
    .select(['id', 'day', 'starts_at as startsAt', 'ends_at as endsAt', 'work'])
    .where('placement_id', '=', placementId)
    .orderBy('starts_at')
    .execute()
}

/** Of which position each placement is, for tasks about them. */
export function titlesOfPlacements(
  work: Work,
  ids: readonly string[],
): Promise<{ id: string; titles: LocalText }[]> {
  if (ids.length === 0) return Promise.resolve([])
  return work.read
    .selectFrom('internship_placements as l')
    .innerJoin('internship_positions as p', 'p.id', 'l.position_id')
    .select(['l.id', 'p.titles'])
    .where('l.id', 'in', [...ids])
    .execute()
}
