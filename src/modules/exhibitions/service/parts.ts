import { randomUUIDv7 } from 'node:crypto'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { m } from '../messages/index.ts'
import { type ExhibitionRow } from '../queries/exhibitions.ts'
import { mediaOf } from '../queries/media.ts'
import { objectById } from '../queries/objects.ts'
import { partById, type PartRow, within, workingCopy } from '../queries/parts.ts'
import {
  childOf,
  freePlace,
  insidePicture,
  onTheWall,
  type PartSettings,
  sizeOnTheWall,
  type StepTarget,
  type WallPlace,
} from '../rules/parts.ts'
import { countChange, editableExhibition } from './editing.ts'

/** The most rooms, pieces of a room, and steps of a piece. */
const mostChildren = { exhibition: 40, room: 120, placement: 40, step: 0 } as const

/** Adds a room to an exhibition, an object to a room, or a step to what hangs: behind what stands there already. */
export async function addPart(
  work: Work,
  input: {
    exhibitionId: string
    parentId: string
    objectId?: string | null
    settings?: PartSettings
    id?: string
  },
): Promise<{ partId: string } | Refusal> {
  const exhibition = await editableExhibition(work, input.exhibitionId)
  if (isRefused(exhibition)) return exhibition
  const { parts } = await workingCopy(work, exhibition.id)
  const parent = parts.find(({ id }) => id === input.parentId)
  const kind = parent && childOf[parent.kind]
  if (!parent || !kind) return refuse(404, m('refusal.no-part'))
  const beside = within(parts, parent.id)
  if (beside.length >= mostChildren[parent.kind]) return refuse(409, m('refusal.too-many'))
  const hung = kind === 'placement' ? await hangable(work, exhibition, input.objectId ?? '') : null
  if (isRefused(hung)) return hung
  const id = input.id ?? randomUUIDv7()
  const position = await nextPosition(work, parent.id)
  const settings = hung ? placed(beside, hung.size, input.settings) : (input.settings ?? {})
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('exhibition_parts')
      .values({
        id,
        exhibition_id: exhibition.id,
        kind,
        parent_id: parent.id,
        position,
        object_id: hung?.objectId ?? null,
        settings: JSON.stringify(settings),
        created_at: work.now,
        removed_at: null,
      })
      .execute(),
  )
  await countChange(work, exhibition)
  return { partId: id }
}

/** Behind everything that ever stood there: what was taken out comes back to a place of its own. */
async function nextPosition(work: Work, parentId: string): Promise<number> {
  const row = await work.read
    .selectFrom('exhibition_parts')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('parent_id', '=', parentId)
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

/** An object may be hung if everybody may see it, or if its holder is among the owners. */
async function hangable(work: Work, { owners }: ExhibitionRow, objectId: string) {
  const object = await objectById(work, objectId)
  const isOurs =
    object !== null &&
    owners.some(({ id }) => id === object.organisation_id) &&
    work.may('exhibitions.object.read', object)
  if (!object || object.state === 'withdrawn' || !(isOurs || object.audience === 'everybody')) {
    const missing = m('refusal.not-hangable')
    return refuse(422, missing, { object: missing })
  }
  const [picture] = (await mediaOf(work, [object.id])).get(object.id) ?? []
  const size =
    picture?.width && picture.height ? { width: picture.width, height: picture.height } : null
  return { objectId: object.id, size }
}

function placed(
  beside: readonly PartRow[],
  size: { width: number; height: number } | null,
  given: PartSettings | undefined,
): PartSettings {
  const taken = beside.flatMap(({ settings }) => settings.place ?? [])
  const place = given?.place ? onTheWall(given.place) : freePlace(taken, sizeOnTheWall(size))
  return { ...given, place }
}

/** Changes what is set of a part: a room's wall, a piece's place, what a step shows. Whoever saw an older one is told so. */
export async function changePart(
  work: Work,
  input: { exhibitionId: string; partId: string; version: number; settings: PartSettings },
): Promise<{ version: number } | Refusal> {
  const found = await standingPart(work, input)
  if (isRefused(found)) return found
  const { exhibition, part } = found
  if (part.version !== input.version) return refuse(409, m('refusal.part-changed'))
  const settings = { ...part.settings, ...input.settings }
  if (settings.place) settings.place = onTheWall(settings.place)
  if (settings.target) settings.target = await insideOf(work, exhibition.id, part, settings.target)
  await setPart(work, part, { settings: JSON.stringify(settings), version: part.version + 1 })
  await countChange(work, exhibition)
  return { version: part.version + 1 }
}

/** Moves a piece on its wall by whole fields: what the keys and the buttons do. */
export async function movePiece(
  work: Work,
  input: { exhibitionId: string; partId: string; by: Partial<WallPlace> },
): Promise<{ version: number } | Refusal> {
  const found = await standingPart(work, input)
  if (isRefused(found)) return found
  const { place } = found.part.settings
  if (!place) return refuse(404, m('refusal.no-part'))
  const { by } = input
  const moved = {
    column: place.column + (by.column ?? 0),
    row: place.row + (by.row ?? 0),
    width: place.width + (by.width ?? 0),
    height: place.height + (by.height ?? 0),
  }
  const { version } = found.part
  return changePart(work, { ...input, version, settings: { place: moved } })
}

/** Puts a room or a step one place earlier or later. */
export async function movePart(
  work: Work,
  input: { exhibitionId: string; partId: string; direction: 'earlier' | 'later' },
): Promise<true | Refusal> {
  const found = await standingPart(work, input)
  if (isRefused(found)) return found
  const { exhibition, part } = found
  const { parts } = await workingCopy(work, exhibition.id)
  const beside = within(parts, part.parent_id ?? '')
  const at = beside.findIndex(({ id }) => id === part.id)
  const to = at + (input.direction === 'earlier' ? -1 : 1)
  if (at < 0 || !beside[to]) return true
  // All are numbered anew: two may have had the same number.
  for (const [place, each] of beside.toSpliced(at, 1).toSpliced(to, 0, part).entries()) {
    if (each.position !== place + 1) await setPart(work, each, { position: place + 1 })
  }
  await countChange(work, exhibition)
  return true
}

/** Takes a part out with everything in it, or puts it back: its texts stay. */
export async function removePart(
  work: Work,
  input: { exhibitionId: string; partId: string; back?: boolean },
): Promise<{ parentId: string } | Refusal> {
  const found = await standingPart(work, input)
  if (isRefused(found)) return found
  const { exhibition, part } = found
  if (part.parent_id === null) return refuse(409, m('refusal.no-part'))
  await setPart(work, part, { removed_at: input.back ? null : work.now, version: part.version + 1 })
  await countChange(work, exhibition)
  return { parentId: part.parent_id }
}

async function standingPart(
  work: Work,
  input: { exhibitionId: string; partId: string },
): Promise<{ exhibition: ExhibitionRow; part: PartRow } | Refusal> {
  const exhibition = await editableExhibition(work, input.exhibitionId)
  if (isRefused(exhibition)) return exhibition
  const part = await partById(work, exhibition.id, input.partId)
  return part ? { exhibition, part } : refuse(404, m('refusal.no-part'))
}

async function insideOf(
  work: Work,
  exhibitionId: string,
  step: PartRow,
  target: StepTarget,
): Promise<StepTarget> {
  const piece = await partById(work, exhibitionId, step.parent_id ?? '')
  const media = piece?.object_id ? await mediaOf(work, [piece.object_id]) : new Map()
  const picture = media
    .get(piece?.object_id ?? '')
    ?.find((each: { width: number | null }) => each.width)
  return insidePicture(target, picture ?? null)
}

async function setPart(
  work: Work,
  { id }: PartRow,
  change: Record<string, unknown>,
): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx.updateTable('exhibition_parts').set(change).where('id', '=', id).execute(),
  )
}
