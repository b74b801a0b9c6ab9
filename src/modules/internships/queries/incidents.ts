import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import {
  type DateOnly,
  isUuid,
  type Language,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import type { IncidentKind, ReportingParty } from '../schema-incidents.ts'

/** An incident with the placement during which it happened. */
export interface IncidentRow {
  [fact: string]: unknown
  id: string
  placementId: string
  organisation_id: string
  enrolled_organisation_id: string
  person_id: string
  personName: PersonName
  titles: LocalText
  host: string
  country: string
  kind: IncidentKind
  urgent: boolean
  onDay: DateOnly
  words: string
  wordsLanguage: Language
  party: ReportingParty | 'student' | 'office'
  reportedBy: string | null
  reportedAt: Date
  /** Who reported it by a link; empty where an erasure has been. */
  reporterName: string | null
  reporterEmail: string | null
  reporterLanguage: Language | null
  outcome: string
  outcomeLanguage: Language | null
  closedAt: Date | null
  closedBy: string | null
  steps: number
}

function incidents(work: Work) {
  return work.read
    .selectFrom('internship_incidents')
    .innerJoin('internship_placements as l', 'l.id', 'internship_incidents.placement_id')
    .innerJoin('internship_positions as p', 'p.id', 'l.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .innerJoin('persons as s', 's.id', 'internship_incidents.person_id')
    .leftJoin('internship_reporters as r', 'r.id', 'internship_incidents.reporter_id')
    .select([
      'internship_incidents.id',
      'internship_incidents.placement_id as placementId',
      'internship_incidents.organisation_id',
      'internship_incidents.enrolled_organisation_id',
      'internship_incidents.person_id',
      'internship_incidents.kind',
      'internship_incidents.urgent',
      'internship_incidents.on_day as onDay',
      'internship_incidents.words',
      'internship_incidents.words_language as wordsLanguage',
      'internship_incidents.party',
      'internship_incidents.reported_by as reportedBy',
      'internship_incidents.reported_at as reportedAt',
      'internship_incidents.outcome',
      'internship_incidents.outcome_language as outcomeLanguage',
      'internship_incidents.closed_at as closedAt',
      'internship_incidents.closed_by as closedBy',
    ])
    .select(['s.name as personName', 'p.titles', 'h.name as host', 'h.country'])
    .select([
      'r.name as reporterName',
      'r.email as reporterEmail',
      'r.language as reporterLanguage',
    ])
    .select(
      sql<number>`(select count(*)::int from internship_incident_steps x
        where x.incident_id = internship_incidents.id)`.as('steps'),
    )
}

/** An incident by its id; `lock` lets one act on it at a time. */
export async function incidentById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<IncidentRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('internship_incidents')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  return (
    (await incidents(work).where('internship_incidents.id', '=', id).executeTakeFirst()) ?? null
  )
}

/** The incidents that an office may list: what is open before what is closed, the urgent and the latest first. */
export function officeIncidents(work: Work): Promise<IncidentRow[]> {
  return incidents(work)
    .where(work.scope('internships.incident.list', 'internship_incidents'))
    .orderBy(sql`internship_incidents.closed_at is not null`)
    .orderBy('internship_incidents.urgent', 'desc')
    .orderBy('internship_incidents.reported_at', 'desc')
    .orderBy('internship_incidents.id')
    .limit(200)
    .execute()
}

/** Those of one host that an office may list, in the order of the office's list. */
export function incidentsAtHost(work: Work, hostId: string): Promise<IncidentRow[]> {
  return incidents(work)
    .where('h.id', '=', hostId)
    .where(work.scope('internships.incident.list', 'internship_incidents'))
    .orderBy(sql`internship_incidents.closed_at is not null`)
    .orderBy('internship_incidents.urgent', 'desc')
    .orderBy('internship_incidents.reported_at', 'desc')
    .orderBy('internship_incidents.id')
    .limit(50)
    .execute()
}

/** How many incidents of one kind there were with a host, whoever's students they are about. */
export interface IncidentCount {
  kind: IncidentKind
  count: number
  open: number
}

/** Of all the alliance, without a name, for whoever decides whether a host stays vetted: since a day, the most frequent first. */
export function incidentCountsAtHost(
  work: Work,
  hostId: string,
  since: DateOnly,
): Promise<IncidentCount[]> {
  return work.read
    .selectFrom('internship_incidents as i')
    .innerJoin('internship_placements as l', 'l.id', 'i.placement_id')
    .innerJoin('internship_positions as p', 'p.id', 'l.position_id')
    .select('i.kind')
    .select(sql<number>`count(*)::int`.as('count'))
    .select(sql<number>`count(*) filter (where i.closed_at is null)::int`.as('open'))
    .where('p.host_id', '=', hostId)
    .where('i.on_day', '>=', since)
    .groupBy('i.kind')
    .orderBy('count', 'desc')
    .orderBy('i.kind')
    .execute()
}

/** The incidents of a placement that somebody reported themselves, the latest first. */
export function incidentsReportedBy(
  work: Work,
  placementId: string,
  personId: string,
): Promise<IncidentRow[]> {
  return incidents(work)
    .where('internship_incidents.placement_id', '=', placementId)
    .where('internship_incidents.reported_by', '=', personId)
    .orderBy('internship_incidents.reported_at', 'desc')
    .orderBy('internship_incidents.id')
    .execute()
}

/** The incidents of the placements of a person, the earliest first. */
export function incidentsOfPerson(work: Work, personId: string): Promise<IncidentRow[]> {
  return incidents(work)
    .where('internship_incidents.person_id', '=', personId)
    .orderBy('internship_incidents.reported_at')
    .orderBy('internship_incidents.id')
    .execute()
}

/** One thing that an office did or learnt. */
export interface IncidentStep {
  id: string
  words: string
  wordsLanguage: Language
  saidAt: Date
  saidBy: PersonName
}

/** What the offices did about an incident, in order. */
export function stepsOf(work: Work, incidentId: string): Promise<IncidentStep[]> {
  return work.read
    .selectFrom('internship_incident_steps as x')
    .innerJoin('persons as s', 's.id', 'x.said_by')
    .select(['x.id', 'x.words', 'x.words_language as wordsLanguage', 'x.said_at as saidAt'])
    .select('s.name as saidBy')
    .where('x.incident_id', '=', incidentId)
    .orderBy('x.said_at')
    .orderBy('x.id')
    .execute()
}

/** Who may report by a link, with the placement. */
export interface ReporterRow {
  [fact: string]: unknown
  id: string
  placementId: string
  party: ReportingParty
  name: string
  language: Language
}

/** A mentor who may report by a link, or null. */
export async function reporterById(work: Work, id: string): Promise<ReporterRow | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('internship_reporters')
    .select(['id', 'placement_id as placementId', 'party', 'name', 'language'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Of which position each incident is, for tasks about them. */
export function titlesOfIncidents(
  work: Work,
  ids: readonly string[],
): Promise<{ id: string; titles: LocalText }[]> {
  if (ids.length === 0) return Promise.resolve([])
  return work.read
    .selectFrom('internship_incidents as x')
    .innerJoin('internship_placements as l', 'l.id', 'x.placement_id')
    .innerJoin('internship_positions as p', 'p.id', 'l.position_id')
    .select(['x.id', 'p.titles'])
    .where('x.id', 'in', [...ids])
    .execute()
}
