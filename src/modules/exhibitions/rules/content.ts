import { type Language, type LocalText } from '#kernel/values'
import {
  inReadingOrder,
  onTheWall,
  type PartKind,
  type PartSettings,
  type TextField,
} from './parts.ts'
import type { PublishedContent, PublishedPlacement, PublishedRoom } from './published.ts'
import { localText, type StoredText } from './texts.ts'

interface Part {
  id: string
  kind: PartKind
  parent_id: string | null
  object_id: string | null
  settings: PartSettings
}

/** The working copy as it is made into a version. */
export interface Copy {
  exhibition: {
    id: string
    source_language: Language
    languages: Language[]
    cover_object_id: string | null
    author_id: string | null
    mentor_id: string | null
    owners: { id: string; names: LocalText }[]
  }
  parts: readonly Part[]
  texts: readonly (StoredText & { partId: string; field: TextField })[]
}

/**
 * What visitors would see of a working copy. `languages` are those that are published: a text in another is left out, so that
 * what nobody has checked does not become public by the way.
 */
export function contentOf(copy: Copy): PublishedContent {
  const { exhibition, parts } = copy
  const text = textOf(copy)
  return {
    title: text(exhibition.id, 'title'),
    subtitle: text(exhibition.id, 'subtitle'),
    text: text(exhibition.id, 'text'),
    credits: text(exhibition.id, 'credits'),
    sourceLanguage: exhibition.source_language,
    languages: exhibition.languages,
    owners: exhibition.owners,
    authorId: exhibition.author_id,
    mentorId: exhibition.mentor_id,
    coverObjectId:
      exhibition.cover_object_id ?? parts.find(({ object_id }) => object_id)?.object_id ?? null,
    rooms: children(parts, exhibition.id).map((room) => roomOf(copy, room)),
  }
}

function roomOf(copy: Copy, room: Part): PublishedRoom {
  const text = textOf(copy)
  const placements = children(copy.parts, room.id).map((part) => placementOf(copy, part))
  return {
    id: room.id,
    title: text(room.id, 'title'),
    text: text(room.id, 'text'),
    wall: room.settings.wall ?? 'silk',
    layout: room.settings.layout ?? 'grid',
    placements: inReadingOrder(placements),
  }
}

function placementOf(copy: Copy, part: Part): PublishedPlacement {
  const text = textOf(copy)
  return {
    id: part.id,
    objectId: part.object_id ?? '',
    title: text(part.id, 'title'),
    text: text(part.id, 'text'),
    place: onTheWall(part.settings.place ?? { column: 1, row: 1, width: 4, height: 4 }),
    steps: children(copy.parts, part.id).map((step) => ({
      id: step.id,
      title: text(step.id, 'title'),
      text: text(step.id, 'text'),
      target: step.settings.target ?? { kind: 'whole' },
    })),
  }
}

function children(parts: readonly Part[], parentId: string): Part[] {
  return parts.filter(({ parent_id }) => parent_id === parentId)
}

function textOf({ texts, exhibition }: Copy): (partId: string, field: TextField) => LocalText {
  return (partId, field) =>
    localText(
      texts.filter(
        (each) =>
          each.partId === partId &&
          each.field === field &&
          exhibition.languages.includes(each.language),
      ),
    )
}
