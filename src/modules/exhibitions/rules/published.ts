import type { Language, LocalText } from '#kernel/values'
import type { RoomLayout, StepTarget, WallColour, WallPlace } from './parts.ts'

/** One step of a tour as visitors get it. */
export interface PublishedStep {
  id: string
  title: LocalText
  text: LocalText
  target: StepTarget
}

/** Something that hangs in a room. Of the object only the id: what its holder says of it and who may see it is asked anew. */
export interface PublishedPlacement {
  id: string
  objectId: string
  title: LocalText
  text: LocalText
  place: WallPlace
  steps: PublishedStep[]
}

export interface PublishedRoom {
  id: string
  title: LocalText
  text: LocalText
  wall: WallColour
  layout: RoomLayout
  placements: PublishedPlacement[]
}

/** A version of an exhibition: what visitors see, and what its manifests are made of. It never changes. */
export interface PublishedContent {
  title: LocalText
  subtitle: LocalText
  text: LocalText
  credits: LocalText
  sourceLanguage: Language
  languages: Language[]
  owners: { id: string; names: LocalText }[]
  /** Who signs student work, and who mentored it: by id, so that a name can be taken off the wall at any time. */
  authorId: string | null
  mentorId: string | null
  coverObjectId: string | null
  rooms: PublishedRoom[]
}

/** A stop of the tour: a step with where it stands. */
export interface TourStop {
  number: number
  room: PublishedRoom
  placement: PublishedPlacement
  step: PublishedStep
}

/** The tour: every step of every piece, in the order in which the rooms are walked. */
export function tourOf(content: PublishedContent): TourStop[] {
  const stops = content.rooms.flatMap((room) =>
    room.placements.flatMap((placement) =>
      placement.steps.map((step) => ({ room, placement, step })),
    ),
  )
  return stops.map((stop, place) => ({ number: place + 1, ...stop }))
}

/** The pieces that hang in an exhibition, in the order in which the rooms are walked. */
export function placementsOf(content: PublishedContent): PublishedPlacement[] {
  return content.rooms.flatMap(({ placements }) => placements)
}
