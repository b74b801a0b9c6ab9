import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type Language, type PersonName } from '#kernel/values'
import type { VisitMode, VisitState } from '../schema-visits.ts'

/** A visit with its placement. */
export interface VisitRow {
  [fact: string]: unknown
  id: string
  placementId: string
  studentId: string
  personName: PersonName
  host: string
  organisationId: string
  timeZone: string
  state: VisitState
  dueOn: DateOnly
  askedAt: Date
  reminders: number
  mentorName: string
  mentorEmail: string
  mentorLanguage: Language
  mode: VisitMode | null
  startsAt: Date | null
  place: string
  notes: string
  notesLanguage: Language | null
}

function visits(work: Work) {
  return work.read
    .selectFrom('internship_visits as v')
    .innerJoin('internship_placements as l', 'l.id', 'v.placement_id')
    .innerJoin('internship_positions as p', 'p.id', 'l.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .innerJoin('persons as s', 's.id', 'l.person_id')
    .select(['v.id', 'v.placement_id as placementId', 'l.person_id as studentId'])
    .select(['s.name as personName', 'h.name as host', 'l.time_zone as timeZone', 'v.state'])
    .select(['l.enrolled_organisation_id as organisationId', 'v.due_on as dueOn'])
    .select(['v.asked_at as askedAt', 'v.reminders', 'v.mentor_name as mentorName'])
    .select(['v.mentor_email as mentorEmail', 'v.mentor_language as mentorLanguage', 'v.mode'])
    .select(['v.starts_at as startsAt', 'v.place', 'v.notes', 'v.notes_language as notesLanguage'])
}

/** The visits to a placement that were not dropped, the latest asked first. */
export function visitsOf(work: Work, placementId: string): Promise<VisitRow[]> {
  return visits(work)
    .where('v.placement_id', '=', placementId)
    .where('v.state', '<>', 'dropped')
    .orderBy('v.asked_at', 'desc')
    .orderBy('v.id', 'desc')
    .execute()
}

/** A visit by its id. */
export async function visitById(work: Work, id: string): Promise<VisitRow | null> {
  if (!isUuid(id)) return null
  return (await visits(work).where('v.id', '=', id).executeTakeFirst()) ?? null
}

/** Visits that wait for their mentor, for the morning's job. */
export function waitingVisits(work: Work): Promise<VisitRow[]> {
  return visits(work)
    .where('v.state', 'in', ['asked', 'planned'])
    .where('v.reminders', '<', 2)
    .where('s.state', '=', 'active')
    .orderBy('v.id')
    .execute()
}
