import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type Language, type LocalText } from '#kernel/values'

/** What the statements of an archive were chosen by. */
export interface ArchiveFilter {
  homeOrganisationId: string
  hostOrganisationId: string | null
  degreeProgrammeId: string | null
  intakeYear: number | null
  /** Days on which the cases were decided, by the home institution's calendar; both count. */
  from: DateOnly | null
  to: DateOnly | null
}

export type ArchiveState = 'making' | 'ready' | 'failed' | 'removed'

/** An archive as its page shows it, with the facts that the rule table asks for. */
export interface ArchiveRow {
  [fact: string]: unknown
  id: string
  created_by: string
  home_organisation_id: string
  filter: ArchiveFilter
  first_language: Language
  second_language: Language
  named_in: Language
  statements: number
  done: number
  state: ArchiveState
  file_id: string | null
  created_at: Date
  finished_at: Date | null
  home_names: LocalText
  time_zone: string
}

/** An archive by its id, or null; whether the actor may see it is asked of the rule table. */
export async function archiveById(work: Work, id: string): Promise<ArchiveRow | null> {
  if (!isUuid(id)) return null
  const row = await archives(work).where('a.id', '=', id).executeTakeFirst()
  return row ?? null
}

/** The archives that the actor packed, the latest first. */
export async function archivesOf(work: Work, personId: string): Promise<ArchiveRow[]> {
  return archives(work)
    .where('a.created_by', '=', personId)
    .where('a.state', '<>', 'removed')
    .orderBy('a.created_at', 'desc')
    .limit(20)
    .execute()
}

function archives(work: Work) {
  return work.read
    .selectFrom('statement_archives as a')
    .innerJoin('organisations as o', 'o.id', 'a.home_organisation_id')
    .selectAll('a')
    .select(['o.names as home_names', 'o.time_zone'])
}

/** The cases of an archive in their order, with the persons whose statements they are. */
export async function casesOfArchive(
  work: Work,
  archiveId: string,
): Promise<{ caseId: string; personId: string }[]> {
  const rows = await work.read
    .selectFrom('statement_archive_cases as a')
    .innerJoin('recognition_cases as c', 'c.id', 'a.case_id')
    .select(['a.case_id', 'c.person_id'])
    .where('a.archive_id', '=', archiveId)
    .orderBy('a.position')
    .execute()
  return rows.map((row) => ({ caseId: row.case_id, personId: row.person_id }))
}

/** What the form offers: institutions whose statements the actor may read, their hosts and degree programmes. */
export async function archiveChoices(work: Work) {
  const pairs = await work.read
    .selectFrom('recognition_cases')
    .innerJoin('organisations as home', 'home.id', 'recognition_cases.home_organisation_id')
    .innerJoin('organisations as host', 'host.id', 'recognition_cases.host_organisation_id')
    .innerJoin('degree_programmes as d', 'd.id', 'recognition_cases.degree_programme_id')
    .innerJoin('enrolments as e', 'e.id', 'recognition_cases.enrolment_id')
    .select([
      'home.id as home',
      'home.names as home_names',
      'home.country as home_country',
      'host.id as host',
      'host.names as host_names',
      'host.country as host_country',
      'd.id as programme',
      'd.names as programme_names',
      'e.intake_year',
    ])
    .distinct()
    .where(work.scope('recognition.statement.read', 'recognition_cases'))
    .execute()
  return pairs
}
