import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type PersonName } from '#kernel/values'
import type { AuthenticityKind, AuthenticityOutcome } from '../schema-authenticity.ts'

/** One record of how an original was looked into, with who made it, and who took it back. */
export interface AuthenticityRecord {
  id: string
  kind: AuthenticityKind
  outcome: AuthenticityOutcome
  code: string
  place: string
  note: string
  checkedOn: DateOnly
  fileId: string | null
  fileName: string | null
  by: PersonName
  at: Date
  takenBack: { by: PersonName; reason: string } | null
}

/** The records of a transcript, the latest first; one query. */
export async function authenticityOf(
  work: Work,
  transcriptId: string,
): Promise<AuthenticityRecord[]> {
  return (await authenticityRows(work, transcriptId).execute()).map(readAuthenticity)
}

/** The rows of a transcript's records, by themselves or as a part of another query. */
export function authenticityRows(work: Work, transcriptId: string) {
  return work.read
    .selectFrom('authenticity_records as a')
    .innerJoin('persons as p', 'p.id', 'a.recorded_by')
    .leftJoin('files as f', 'f.id', 'a.file_id')
    .leftJoin('authenticity_records as back', 'back.takes_back_id', 'a.id')
    .leftJoin('persons as taker', 'taker.id', 'back.recorded_by')
    .select([
      'a.id',
      'a.kind',
      'a.outcome',
      'a.code',
      'a.place',
      'a.note',
      'a.checked_on',
      'a.file_id',
      'f.name as file_name',
      'p.name as by',
      'a.recorded_at',
      'taker.name as taker',
      'back.note as reason',
    ])
    .where('a.transcript_id', '=', transcriptId)
    .where('a.kind', '<>', 'taken-back')
    .orderBy('a.recorded_at', 'desc')
    .orderBy('a.id', 'desc')
}

/** A row as a page shows it; its moment is text where it came as JSON. */
export function readAuthenticity(row: {
  id: string
  kind: string
  outcome: AuthenticityOutcome | null
  code: string
  place: string
  note: string
  checked_on: DateOnly | null
  file_id: string | null
  file_name: string | null
  by: PersonName
  recorded_at: Date | string
  taker: PersonName | null
  reason: string | null
}): AuthenticityRecord {
  return {
    id: row.id,
    kind: row.kind as AuthenticityKind,
    outcome: row.outcome!,
    code: row.code,
    place: row.place,
    note: row.note,
    checkedOn: row.checked_on!,
    fileId: row.file_id,
    fileName: row.file_name,
    by: row.by,
    at: new Date(row.recorded_at),
    takenBack: row.taker && { by: row.taker, reason: row.reason ?? '' },
  }
}

/** The file of a record of one transcript, or null. */
export async function authenticityFile(
  work: Work,
  of: { transcriptId: string; recordId: string },
): Promise<string | null> {
  if (!isUuid(of.recordId)) return null
  const row = await work.read
    .selectFrom('authenticity_records')
    .select('file_id')
    .where('id', '=', of.recordId)
    .where('transcript_id', '=', of.transcriptId)
    .executeTakeFirst()
  return row?.file_id ?? null
}
