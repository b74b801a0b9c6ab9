import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, dateInZone, isUuid, type PersonName } from '#kernel/values'

/** A piece of evidence of an equivalence, as its page shows it. */
export interface Evidence {
  id: string
  label: string
  url: string | null
  fileId: string | null
  fileName: string | null
  addedBy: PersonName
  addedOn: DateOnly
}

/** What an equivalence rests on, in the order in which it was added; one query. */
export async function evidenceOf(
  work: Work,
  equivalenceId: string,
  timeZone: string,
): Promise<Evidence[]> {
  const rows = await work.read
    .selectFrom('equivalence_evidence as e')
    .innerJoin('persons as p', 'p.id', 'e.added_by')
    .leftJoin('files as f', 'f.id', 'e.file_id')
    .select([
      'e.id',
      'e.label',
      'e.url',
      'e.file_id',
      'f.name as file_name',
      'p.name',
      'e.added_at',
    ])
    .where('e.equivalence_id', '=', equivalenceId)
    .orderBy('e.added_at')
    .orderBy('e.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    url: row.url,
    fileId: row.file_id,
    fileName: row.file_name,
    addedBy: row.name,
    addedOn: dateInZone(row.added_at, timeZone),
  }))
}

/** The file of a piece of evidence, if it belongs to the equivalence and is a file. */
export async function evidenceFile(
  work: Work,
  equivalenceId: string,
  evidenceId: string,
): Promise<string | null> {
  if (!isUuid(equivalenceId) || !isUuid(evidenceId)) return null
  const row = await work.read
    .selectFrom('equivalence_evidence')
    .select('file_id')
    .where('id', '=', evidenceId)
    .where('equivalence_id', '=', equivalenceId)
    .executeTakeFirst()
  return row?.file_id ?? null
}

/** The ids of an equivalence and of all that stood before it, the latest first; one query. */
export async function lineageOf(work: Work, id: string): Promise<string[]> {
  const rows = await work.read
    .withRecursive('lineage(id, step)', (db) =>
      db
        .selectFrom('equivalences as e')
        .select(['e.id', sql<number>`0`.as('step')])
        .where('e.id', '=', id)
        .unionAll((later) =>
          later
            .selectFrom('lineage as l')
            .innerJoin('equivalences as e', 'e.replaced_by_id', 'l.id')
            .select(['e.id', sql<number>`l.step + 1`.as('step')])
            .where('l.step', '<', 50),
        ),
    )
    .selectFrom('lineage')
    .select('id')
    .orderBy('step')
    .execute()
  return rows.map((row) => row.id)
}

/** The time zone in which an institution tells its days. */
export async function timeZoneOf(work: Work, organisationId: string): Promise<string> {
  const { time_zone: timeZone } = await work.read
    .selectFrom('organisations')
    .select('time_zone')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return timeZone
}
