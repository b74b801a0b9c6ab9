import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { displayName, type Language, type PersonName } from '#kernel/values'
import { contentOf } from '../rules/content.ts'
import { stringsOf } from '../rules/parts.ts'
import { placementsOf, type PublishedContent } from '../rules/published.ts'
import { heldBack, type TextState, type TextString } from '../rules/texts.ts'
import type { ExhibitionRow } from './exhibitions.ts'
import { mediaOf, type MediaRow } from './media.ts'
import { type ObjectRow, objectsById } from './objects.ts'
import { type PartRow, type TextRow, workingCopy } from './parts.ts'

/** The working copy as its authors see it: what visitors would get, and what still holds it back. */
export interface Draft {
  parts: PartRow[]
  texts: TextRow[]
  strings: TextString[]
  content: PublishedContent
  heldBack: { string: TextString; language: Language; state: TextState }[]
  /** Objects that not everybody may see; of those that the actor may not see either, only the id is known here. */
  notShowable: string[]
  objects: Map<string, ObjectRow>
  media: Map<string, MediaRow[]>
}

/** What an owner or a mentor has said. */
export interface Approval {
  organisation_id: string | null
  of_version: number
  verdict: 'approved' | 'returned'
  note: string
  given_at: Date
}

/** Reads the working copy with everything that hangs in it. */
export async function draftOf(work: Work, exhibition: ExhibitionRow): Promise<Draft> {
  const { parts, texts } = await workingCopy(work, exhibition.id)
  const content = contentOf({ exhibition, parts, texts })
  const { objects, media } = await hungIn(work, content)
  const textsByPart = Map.groupBy(texts, ({ partId }) => partId)
  const strings = parts.flatMap((part) => stringsOf(part, textsByPart.get(part.id) ?? []))
  const rule = { sourceLanguage: exhibition.source_language, gate: exhibition.gate }
  const notShowable = placementsOf(content)
    .map(({ objectId }) => objectId)
    .filter((id) => objects.get(id)?.audience !== 'everybody')
  return {
    parts,
    texts,
    strings,
    content,
    heldBack: heldBack(strings, exhibition.languages, rule),
    notShowable: [...new Set(notShowable)],
    objects,
    media,
  }
}

/**
 * What hangs in an exhibition, as far as the actor may see it at this moment, with its media: two queries, however many there
 * are. What its holder has taken back or keeps to itself is not in it, for those who make the exhibition either.
 */
export async function hungIn(
  work: Work,
  content: PublishedContent,
): Promise<{ objects: Map<string, ObjectRow>; media: Map<string, MediaRow[]> }> {
  const ids = [...new Set(placementsOf(content).map(({ objectId }) => objectId))]
  const objects = visibleOf(work, await objectsById(work, ids))
  return { objects, media: await mediaOf(work, [...objects.keys()]) }
}

/** Of these objects those that the actor may see. */
export function visibleOf(
  work: Work,
  objects: ReadonlyMap<string, ObjectRow>,
): Map<string, ObjectRow> {
  return new Map([...objects].filter(([, each]) => work.may('exhibitions.object.read', each)))
}

/** What has been said of an exhibition, in the order in which it was. */
export async function approvalsOf(work: Work, exhibitionId: string): Promise<Approval[]> {
  return work.read
    .selectFrom('exhibition_reviews')
    .select(['organisation_id', 'of_version', 'verdict', 'note', 'given_at'])
    .where('exhibition_id', '=', exhibitionId)
    .orderBy('given_at')
    .orderBy('id')
    .execute()
}

/** The names under which student work is signed and was mentored; none once somebody has asked to be forgotten. */
export async function signedBy(
  work: Work,
  { authorId, mentorId }: Pick<PublishedContent, 'authorId' | 'mentorId'>,
): Promise<{ author: string | null; mentor: string | null }> {
  const ids = [authorId, mentorId].filter((id) => id !== null)
  if (ids.length === 0) return { author: null, mentor: null }
  const rows = await work.read
    .selectFrom('persons as p')
    // Who was known twice goes by the name of the one that stayed.
    .innerJoin('persons as now', (join) =>
      join.on('now.id', '=', sql<string>`coalesce(p.merged_into, p.id)`),
    )
    .select(['p.id', 'now.name'])
    .where('p.id', 'in', ids)
    .where('now.state', '=', 'active')
    .execute()
  const nameOf = (id: string | null) => {
    const row = rows.find((each) => each.id === id)
    return row ? displayName(row.name as PersonName, work.language) : null
  }
  return { author: nameOf(authorId), mentor: nameOf(mentorId) }
}
