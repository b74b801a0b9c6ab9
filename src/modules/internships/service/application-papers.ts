import { sql, type SqlBool } from 'kysely'
import type { HeldFile, Work } from '#kernel/database'
import { removeFile } from '#kernel/files'
import { applicationOwner } from './about.ts'

/** As many papers as one application may bring. */
export const mostPapers = 3
/** What a curriculum vitae or a portfolio may be. */
export const paperRules = {
  allow: ['pdf', 'jpeg', 'png', 'webp'],
  maxBytes: 10 * 1024 * 1024,
} as const

/** The papers that a person sent with their applications. */
export async function papersOf(work: Work, personId: string): Promise<HeldFile[]> {
  const rows = await work.read
    .selectFrom('files')
    .select(['id', 'name', 'sha256', 'size_bytes'])
    .where('owner_kind', '=', applicationOwner)
    .where(
      sql<SqlBool>`owner_id in (select a.id::text from internship_applications a where a.person_id = ${personId})`,
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, size_bytes: size, ...file }) => ({
    ...file,
    fileId: id,
    sizeBytes: Number(size),
  }))
}

/** Takes away what a person sent with their applications. */
export async function erasePapers(work: Work, personId: string): Promise<void> {
  for (const { fileId } of await papersOf(work, personId)) await removeFile(work, fileId)
}
