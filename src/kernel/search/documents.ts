import { sql } from 'kysely'
import type { Writer } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import { gramVector, tokenVector, type Weighted } from './vectors.ts'

/**
 * Who finds a document. `organisations`: holders of a grant at one of them, of one of `roles` where any are named;
 * a grant over the whole alliance counts only where its role is named. A grant that is limited to a programme counts only
 * where the search minds programmes, and finds then what is of its programme. `persons`: only the people named.
 */
export type Visibility =
  | { to: 'public' }
  | { to: 'signed-in' }
  | {
      to: 'organisations'
      organisationIds: readonly string[]
      roles?: readonly string[]
      /** The programmes that it is of. */
      programmeIds?: readonly string[]
      personIds?: readonly string[]
    }
  | { to: 'persons'; personIds: readonly string[] }

/** A module's projection of one of its objects. */
export interface SearchDocument {
  kind: string
  objectId: string
  visibility: Visibility
  /** What it is called, in the languages in which it has a name. */
  title: LocalText
  subtitle?: LocalText
  /** Other names and codes under which it is looked for: romanised names, course codes. */
  names?: readonly string[]
  /** Further text in which words are found. */
  text?: string
  /** Its page, without the language. */
  href: string
}

/** Documents that one statement takes. */
const rowsPerInsert = 200

/** Puts a document into the index or replaces it, in the transaction of the verb that changed the object. */
export async function indexDocument(tx: Writer, document: SearchDocument): Promise<void> {
  await indexDocuments(tx, [document])
}

/** Puts many documents into the index: for imports. Of two with one kind and id the last counts. */
export async function indexDocuments(
  tx: Writer,
  documents: readonly SearchDocument[],
): Promise<void> {
  const last = new Map(documents.map((each) => [JSON.stringify([each.kind, each.objectId]), each]))
  const rows = [...last.values()].map(rowOf)
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    await tx
      .insertInto('search_documents')
      .values(rows.slice(start, start + rowsPerInsert))
      .onConflict((conflict) =>
        conflict.columns(['kind', 'object_id']).doUpdateSet((eb) => ({
          visibility: eb.ref('excluded.visibility'),
          organisation_ids: eb.ref('excluded.organisation_ids'),
          roles: eb.ref('excluded.roles'),
          programme_ids: eb.ref('excluded.programme_ids'),
          person_ids: eb.ref('excluded.person_ids'),
          title: eb.ref('excluded.title') as never,
          subtitle: eb.ref('excluded.subtitle') as never,
          href: eb.ref('excluded.href'),
          tokens: eb.ref('excluded.tokens'),
          grams: eb.ref('excluded.grams'),
        })),
      )
      .execute()
  }
}

/** Takes a document out of the index. */
export async function removeDocument(tx: Writer, kind: string, objectId: string): Promise<void> {
  await tx
    .deleteFrom('search_documents')
    .where('kind', '=', kind)
    .where('object_id', '=', objectId)
    .execute()
}

function rowOf(document: SearchDocument) {
  const { visibility } = document
  const titles: Weighted[] = weighted(document.title, 'A')
  const names: Weighted[] = (document.names ?? []).map((text) => ({ text, weight: 'B' }))
  const subtitles: Weighted[] = weighted(document.subtitle ?? {}, 'C')
  const body: Weighted[] = document.text ? [{ text: document.text, weight: 'D' }] : []
  const named = [...titles, ...names, ...subtitles]
  return {
    kind: document.kind,
    object_id: document.objectId,
    visibility: visibility.to,
    organisation_ids: visibility.to === 'organisations' ? [...visibility.organisationIds] : [],
    roles: visibility.to === 'organisations' ? [...(visibility.roles ?? [])] : [],
    programme_ids: visibility.to === 'organisations' ? [...(visibility.programmeIds ?? [])] : [],
    person_ids: 'personIds' in visibility ? [...(visibility.personIds ?? [])] : [],
    title: JSON.stringify(document.title),
    subtitle: JSON.stringify(document.subtitle ?? {}),
    href: document.href,
    tokens: sql`${tokenVector([...named, ...body])}::tsvector`,
    grams: sql`${gramVector(named)}::tsvector`,
  }
}

function weighted(text: LocalText, weight: Weighted['weight']): Weighted[] {
  return [...new Set(Object.values(text))].map((each) => ({ text: each, weight }))
}
