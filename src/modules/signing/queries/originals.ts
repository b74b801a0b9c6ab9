import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
import type { SigningOriginalsTable } from '../schema.ts'

/** The originals of a document, the latest entered first. */
export async function originalsOf(
  work: Work,
  documentId: string,
): Promise<SigningOriginalsTable[]> {
  return work.read
    .selectFrom('signing_originals')
    .selectAll()
    .where('document_id', '=', documentId)
    .orderBy('entered_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** One original of a document, or null. */
export async function originalById(
  work: Work,
  documentId: string,
  id: string,
): Promise<SigningOriginalsTable | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('signing_originals')
    .selectAll()
    .where('id', '=', id)
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  return row ?? null
}

/** An original in the register, with the document that it is of. */
export interface ListedOriginal extends SigningOriginalsTable {
  titles: LocalText
  keeper: LocalText
}

/** The register of originals of the reader's offices: those on their way first; one query. */
export async function originalsRegister(
  work: Work,
  page: { onTheWay: boolean; limit: number; offset: number },
): Promise<{ rows: ListedOriginal[]; total: number }> {
  const rows = await work.read
    .selectFrom('signing_originals as r')
    .innerJoin('signing_documents', 'signing_documents.id', 'r.document_id')
    .innerJoin('organisations as o', 'o.id', 'signing_documents.organisation_id')
    .selectAll('r')
    .select(['signing_documents.titles', 'o.names as keeper'])
    .select(sql<bigint>`count(*) over ()`.as('total'))
    .where(work.scope('signing.document.list', 'signing_documents'))
    .$if(page.onTheWay, (query) =>
      query.where('r.sent_on', 'is not', null).where('r.received_on', 'is', null),
    )
    .orderBy('r.entered_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    total: Number(rows[0]?.total ?? 0n),
  }
}

/** The scan of a signature of a document, or null. */
export async function scanFileOf(
  work: Work,
  documentId: string,
  signatureId: string,
): Promise<{ fileId: string } | null> {
  if (!isUuid(signatureId)) return null
  const row = await work.read
    .selectFrom('signing_scans as s')
    .innerJoin('signing_signatures as g', 'g.id', 's.signature_id')
    .select('s.file_id')
    .where('g.document_id', '=', documentId)
    .where('g.id', '=', signatureId)
    .executeTakeFirst()
  return row ? { fileId: row.file_id } : null
}
