import type { TextString, StoredText } from './texts.ts'

/** What an exhibition is made of: a tree of rooms, what hangs in them, and the steps of a tour over it. */
export const partKinds = ['exhibition', 'room', 'placement', 'step'] as const
export type PartKind = (typeof partKinds)[number]

export const textFields = ['title', 'subtitle', 'text', 'credits'] as const
export type TextField = (typeof textFields)[number]

/** The colours that a wall may have; each is a dye of the house. */
export const wallColours = ['silk', 'indigo', 'madder', 'celadon', 'turmeric', 'night'] as const
export type WallColour = (typeof wallColours)[number]

/** How a room is hung: by its grid, in one row to walk along, or each piece large with its text beside it. */
export const roomLayouts = ['grid', 'row', 'pages'] as const
export type RoomLayout = (typeof roomLayouts)[number]

/** Where a piece hangs on the wall's grid of twelve columns; rows count from 1 and are as high as a column is wide. */
export interface WallPlace {
  column: number
  row: number
  width: number
  height: number
}

/**
 * What a step of a tour shows: a region of the picture in its pixels, a time of the film in seconds, a view of the model. A view
 * is whole degrees around its middle (theta) and down from above (phi), and its distance in hundredths of the model's size.
 */
export type StepTarget =
  | { kind: 'whole' }
  | { kind: 'region'; x: number; y: number; width: number; height: number }
  | { kind: 'time'; from: number; until: number | null }
  | { kind: 'view'; theta: number; phi: number; distance: number }

export interface PartSettings {
  wall?: WallColour
  layout?: RoomLayout
  place?: WallPlace
  target?: StepTarget
}

export const wallColumns = 12
const mostRows = 60

/** Which texts a kind of part has, which of them it needs, and how long each may be in characters. */
export const fieldsOf: Readonly<
  Record<PartKind, readonly { field: TextField; needed: boolean; most: number }[]>
> = {
  exhibition: [
    { field: 'title', needed: true, most: 120 },
    { field: 'subtitle', needed: false, most: 200 },
    { field: 'text', needed: true, most: 4000 },
    { field: 'credits', needed: false, most: 2000 },
  ],
  room: [
    { field: 'title', needed: true, most: 120 },
    { field: 'text', needed: false, most: 4000 },
  ],
  placement: [
    { field: 'title', needed: false, most: 200 },
    { field: 'text', needed: false, most: 4000 },
  ],
  step: [
    { field: 'title', needed: false, most: 120 },
    { field: 'text', needed: true, most: 2000 },
  ],
}

/** The kind of part that stands in another. */
export const childOf: Readonly<Partial<Record<PartKind, PartKind>>> = {
  exhibition: 'room',
  room: 'placement',
  placement: 'step',
}

/** A place brought inside the wall: at least one field wide and high, and nothing beyond the last column. */
export function onTheWall(place: WallPlace): WallPlace {
  const width = clamp(place.width, 1, wallColumns)
  return {
    width,
    height: clamp(place.height, 1, 12),
    column: clamp(place.column, 1, wallColumns - width + 1),
    row: clamp(place.row, 1, mostRows),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)))
}

/** Whether two places share a field of the wall. */
export function overlap(one: WallPlace, other: WallPlace): boolean {
  return (
    one.column < other.column + other.width &&
    other.column < one.column + one.width &&
    one.row < other.row + other.height &&
    other.row < one.row + one.height
  )
}

/** The first free place of a size, by row and then by column: where something new is hung. */
export function freePlace(
  taken: readonly WallPlace[],
  { width, height }: Pick<WallPlace, 'width' | 'height'>,
): WallPlace {
  const size = onTheWall({ column: 1, row: 1, width, height })
  for (let row = 1; row <= mostRows; row += 1) {
    for (let column = 1; column <= wallColumns - size.width + 1; column += 1) {
      const place = { ...size, column, row }
      if (!taken.some((each) => overlap(each, place))) return place
    }
  }
  return { ...size, column: 1, row: mostRows }
}

/** How wide and high a picture hangs by its shape: about the same area for each, so that none shouts the others down. */
export function sizeOnTheWall(
  pixels: { width: number; height: number } | null,
): Pick<WallPlace, 'width' | 'height'> {
  const ratio = pixels ? Math.min(3, Math.max(1 / 3, pixels.width / pixels.height)) : 1
  const width = clamp(Math.sqrt(16 * ratio), 2, 8)
  return { width, height: clamp(width / ratio, 2, 8) }
}

/** The order in which a wall is read, by rows and then from left to right: what a screen reader and a phone follow. */
export function inReadingOrder<T extends { place: WallPlace }>(placed: readonly T[]): T[] {
  return placed.toSorted(
    (one, other) => one.place.row - other.place.row || one.place.column - other.place.column,
  )
}

/** A view that shows something: around in full turns, never from straight above or below, neither inside nor out of sight. */
export function insideView(view: Extract<StepTarget, { kind: 'view' }>): StepTarget {
  const theta = ((Math.round(view.theta) % 360) + 360) % 360
  return {
    kind: 'view',
    theta,
    phi: clamp(view.phi, 6, 171),
    distance: clamp(view.distance, 15, 600),
  }
}

/** A time as it is typed, in seconds: `90`, `1:30` or `0:01:30.5`; null for anything else. */
export function secondsFrom(typed: string): number | null {
  const found = /^(?:(\d{1,2}):(?=\d{1,2}:))?(?:(\d{1,4}):)?(\d{1,5}(?:[.,]\d{1,3})?)$/.exec(
    typed.trim(),
  )
  if (!found) return null
  const [hours, minutes, seconds] = [found[1], found[2], found[3]!.replace(',', '.')].map(Number)
  if (found[2] !== undefined && seconds! >= 60) return null
  const thousandths =
    (hours || 0) * 3_600_000 + (minutes || 0) * 60_000 + Math.round(seconds! * 1000)
  return thousandths / 1000
}

/** The same as a clock shows it. */
export function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const whole = Math.floor(seconds)
  const part = Math.round((seconds - whole) * 1000)
  const end = part === 0 ? '' : `.${String(part).padStart(3, '0').replace(/0+$/, '')}`
  const clock = `${Math.floor(whole / 60) % 60}:${two(whole % 60)}${end}`
  const hours = Math.floor(whole / 3600)
  return hours === 0
    ? clock
    : `${hours}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}${end}`
}

/** A step's target brought inside its picture; a region without area shows the whole. */
export function insidePicture(
  target: StepTarget,
  picture: { width: number; height: number } | null,
): StepTarget {
  if (target.kind === 'view') return insideView(target)
  if (target.kind !== 'region') return target
  if (!picture) return { kind: 'whole' }
  const x = clamp(target.x, 0, picture.width - 1)
  const y = clamp(target.y, 0, picture.height - 1)
  const width = clamp(target.width, 0, picture.width - x)
  const height = clamp(target.height, 0, picture.height - y)
  return width < 8 || height < 8 ? { kind: 'whole' } : { kind: 'region', x, y, width, height }
}

/** The strings of a part: one for each of its fields, with what stands in each language. */
export function stringsOf(
  part: { id: string; kind: PartKind },
  texts: readonly (StoredText & { field: string })[],
): TextString[] {
  return fieldsOf[part.kind].map(({ field, needed }) => ({
    partId: part.id,
    field,
    needed,
    texts: texts.filter((each) => each.field === field),
  }))
}
