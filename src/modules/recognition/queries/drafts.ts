import { sql } from 'kysely'
import { personOf, type Work } from '#kernel/database'
import { isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { TranscriptContent } from '../formats/read-transcript.ts'
import type { TranscriptFormat } from '../schema.ts'
import { fromStored } from '../stored.ts'

/** A transcript on its way in, with the names that its page shows. */
export interface DraftRow {
  [fact: string]: unknown
  id: string
  created_by: string
  person_id: string
  enrolment_id: string
  home_organisation_id: string
  /** Null while the institution is not among the organisations yet. */
  host_organisation_id: string | null
  degree_programme_id: string
  format: TranscriptFormat
  file_id: string | null
  scan_file_id: string | null
  content: TranscriptContent
  revision: number
  state: 'open' | 'taken' | 'discarded'
  case_id: string | null
  host_names: LocalText | null
}

/** A draft by its id, or null; `lock` keeps others from changing it until the commit. */
export async function draftById(work: Work, id: string, lock?: 'lock'): Promise<DraftRow | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('transcript_drafts as d')
    .leftJoin('organisations as o', 'o.id', 'd.host_organisation_id')
    .selectAll('d')
    .select('o.names as host_names')
    .where('d.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of d`))
    .executeTakeFirst()
  return row ? { ...row, content: fromStored<TranscriptContent>(row.content) } : null
}

/** The draft that somebody began of one report of a document, as long as it is not discarded; or null. */
export async function draftOfReport(
  work: Work,
  of: Pick<DraftRow, 'created_by' | 'enrolment_id'>,
  { sha256, report }: { sha256: string; report: number },
): Promise<string | null> {
  const row = await work.read
    .selectFrom('transcript_drafts as d')
    .innerJoin('files as f', 'f.id', 'd.file_id')
    .select('d.id')
    .where('d.created_by', '=', of.created_by)
    .where('d.enrolment_id', '=', of.enrolment_id)
    .where('d.state', '<>', 'discarded')
    .where('f.sha256', '=', sha256)
    .where(sql<boolean>`d.content ->> 'report' = ${String(report)}`)
    .orderBy('d.created_at')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** An unfinished transcript as a list names it. */
export interface ListedDraft {
  id: string
  personId: string
  student: PersonName
  hostNames: LocalText | null
  homeTimeZone: string
  updatedAt: Date
}

/** More unfinished transcripts than this are not listed: the last changed come first. */
const mostListed = 50

/** The transcripts that the reader began and neither evaluated nor discarded. */
export async function unfinishedDrafts(work: Work): Promise<ListedDraft[]> {
  const reader = personOf(work.actor)
  if (reader === null) return []
  const rows = await work.read
    .selectFrom('transcript_drafts')
    .innerJoin('persons as p', 'p.id', 'transcript_drafts.person_id')
    .leftJoin('organisations as o', 'o.id', 'transcript_drafts.host_organisation_id')
    .innerJoin('organisations as home', 'home.id', 'transcript_drafts.home_organisation_id')
    .select([
      'transcript_drafts.id',
      'transcript_drafts.updated_at',
      'transcript_drafts.person_id',
      'p.name as student',
      'o.names as host_names',
      'home.time_zone as home_time_zone',
    ])
    .where('transcript_drafts.created_by', '=', reader)
    .where('transcript_drafts.state', '=', 'open')
    .where(work.scope('recognition.draft.edit', 'transcript_drafts'))
    .orderBy('transcript_drafts.updated_at', 'desc')
    .orderBy('transcript_drafts.id')
    .limit(mostListed)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    student: row.student,
    hostNames: row.host_names,
    homeTimeZone: row.home_time_zone,
    updatedAt: row.updated_at,
  }))
}

/** Open drafts whose institution is not among the organisations yet, for whoever hears of a new one. */
export async function draftsWithoutHost(
  work: Work,
): Promise<{ id: string; created_by: string; content: TranscriptContent }[]> {
  const rows = await work.read
    .selectFrom('transcript_drafts')
    .select(['id', 'created_by', 'content'])
    .where('state', '=', 'open')
    .where('host_organisation_id', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, content: fromStored<TranscriptContent>(row.content) }))
}
