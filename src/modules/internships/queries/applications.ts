import type { Work } from '#kernel/database'
import { isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { ApplicationState } from '../schema.ts'

/** An application with its position, its host and who sent it. */
export interface ApplicationRow {
  [fact: string]: unknown
  id: string
  position_id: string
  organisation_id: string
  enrolled_organisation_id: string
  person_id: string
  personName: PersonName
  home: LocalText
  homeCountry: string
  titles: LocalText
  host: string
  country: string
  motivation: string
  enrolledThere: boolean
  clearance: 'yes' | 'conditions' | 'unknown'
  permissionNote: string
  state: ApplicationState
  answerBy: string | null
  sentAt: Date
  placementId: string | null
  /** The round whose wish it is, while that is not over; which of the wishes it is. */
  roundId: string | null
  wish: number | null
}

function applications(work: Work) {
  return work.read
    .selectFrom('internship_applications')
    .innerJoin('internship_positions as p', 'p.id', 'internship_applications.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .innerJoin('persons as s', 's.id', 'internship_applications.person_id')
    .innerJoin('organisations as o', 'o.id', 'internship_applications.enrolled_organisation_id')
    .leftJoin('internship_placements as l', 'l.application_id', 'internship_applications.id')
    .leftJoin('internship_rounds as r', (join) =>
      join.onRef('r.id', '=', 'internship_applications.round_id').on('r.closed_at', 'is', null),
    )
    .select([
      'internship_applications.id',
      'internship_applications.position_id',
      'internship_applications.organisation_id',
      'internship_applications.enrolled_organisation_id',
      'internship_applications.person_id',
      's.name as personName',
      'o.names as home',
      'o.country as homeCountry',
      'p.titles',
      'h.name as host',
      'h.country',
      'internship_applications.motivation',
      'internship_applications.enrolled_there as enrolledThere',
      'internship_applications.clearance',
      'internship_applications.permission_note as permissionNote',
      'internship_applications.state',
      'internship_applications.answer_by as answerBy',
      'internship_applications.sent_at as sentAt',
      'l.id as placementId',
      'r.id as roundId',
      'internship_applications.wish',
    ])
}

/** An application by its id; `lock` keeps two from answering it at once. */
export async function applicationById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<ApplicationRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('internship_applications')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  const row = await applications(work)
    .where('internship_applications.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** A person's own applications, the newest first. */
export function applicationsOf(work: Work, personId: string): Promise<ApplicationRow[]> {
  return applications(work)
    .where('internship_applications.person_id', '=', personId)
    .orderBy('internship_applications.sent_at', 'desc')
    .execute()
}

/** The applications that an office may list, those that wait for it first. */
export function officeApplications(work: Work): Promise<ApplicationRow[]> {
  return applications(work)
    .where(work.scope('internships.application.list', 'internship_applications'))
    .orderBy((eb) =>
      eb.case().when('internship_applications.state', '=', 'sent').then(0).else(1).end(),
    )
    .orderBy('internship_applications.sent_at', 'desc')
    .limit(500)
    .execute()
}

/** Offers whose day is over, for the job that lets them lapse. */
export async function overdueOffers(work: Work, today: string): Promise<string[]> {
  const rows = await work.read
    .selectFrom('internship_applications')
    .select('id')
    .where('state', '=', 'offered')
    .where('answer_by', '<', today)
    .execute()
  return rows.map(({ id }) => id)
}

/** Where the applicant is enrolled today: the school, its country and the level, or null for whoever is no student. */
export async function enrolmentOf(work: Work, personId: string, today: string) {
  const row = await work.read
    .selectFrom('enrolments as e')
    .innerJoin('organisations as o', 'o.id', 'e.organisation_id')
    .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
    .select(['e.organisation_id as organisationId', 'o.country', 'd.level'])
    .where('e.person_id', '=', personId)
    .where('e.outcome', 'is', null)
    .where('e.starts_on', '<=', today)
    .where((eb) => eb.or([eb('e.ends_on', 'is', null), eb('e.ends_on', '>=', today)]))
    .orderBy('e.starts_on', 'desc')
    .executeTakeFirst()
  if (!row) return null
  const isGraduate = row.level === 'master' || row.level === 'doctorate'
  return { ...row, level: isGraduate ? ('graduate' as const) : ('undergraduate' as const) }
}

/** For which position each application is, for tasks about them. */
export function titlesOfApplications(
  work: Work,
  ids: readonly string[],
): Promise<{ id: string; titles: LocalText }[]> {
  if (ids.length === 0) return Promise.resolve([])
  return work.read
    .selectFrom('internship_applications as a')
    .innerJoin('internship_positions as p', 'p.id', 'a.position_id')
    .select(['a.id', 'p.titles'])
    .where('a.id', 'in', [...ids])
    .execute()
}
