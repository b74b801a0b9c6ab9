import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
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
  host_organisation_id: string
  degree_programme_id: string
  format: TranscriptFormat
  file_id: string | null
  scan_file_id: string | null
  content: TranscriptContent
  revision: number
  state: 'open' | 'taken' | 'discarded'
  case_id: string | null
  host_names: LocalText
}

/** A draft by its id, or null; `lock` keeps others from changing it until the commit. */
export async function draftById(work: Work, id: string, lock?: 'lock'): Promise<DraftRow | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('transcript_drafts as d')
    .innerJoin('organisations as o', 'o.id', 'd.host_organisation_id')
    .selectAll('d')
    .select('o.names as host_names')
    .where('d.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of d`))
    .executeTakeFirst()
  return row ? { ...row, content: fromStored<TranscriptContent>(row.content) } : null
}
