import type { Work } from '#kernel/database'
import { hashOfCode } from '#kernel/documents'
import type { FoundByName } from '#kernel/http'
import { localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { documentsNamed } from './queries/documents.ts'

/** The shortest part of a title by which documents are found, in characters. */
const shortest = 3

/** Documents for signing by the code on their paper, or by a part of their title: those that the reader's offices keep. */
export async function findDocuments(work: Work, typed: string): Promise<FoundByName[]> {
  const sha256 = hashOfCode(typed)
  if (sha256 === null && typed.trim().length < shortest) return []
  const rows = await documentsNamed(work, typed.trim(), sha256)
  return rows.map(({ id, titles }) => ({
    kind: 'signing-document',
    objectId: id,
    title: m('found.document', { title: localised(titles, work.language).text }),
    subtitle: m('found.kind'),
    href: `/signing/documents/${id}`,
  }))
}
