import { show } from '#ui'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import {
  type Answer,
  type Call,
  freshForm,
  page,
  refusalWords,
  refusedForm,
  type Route,
  valueOf,
} from '#kernel/http'
import { normaliseDigits } from '#kernel/values'
import { m } from '../messages/index.ts'
import { AuthorPiecePage } from '../pages/author-piece.tsx'
import { AuthorRoomPage } from '../pages/author-room.tsx'
import { plainText } from '../pages/visit.ts'
import { type ExhibitionRow, loadExhibition } from '../queries/exhibitions.ts'
import { hangableObjects } from '../queries/objects-to-hang.ts'
import { partById, type PartRow } from '../queries/parts.ts'
import {
  type PartSettings,
  roomLayouts,
  secondsFrom,
  wallColours,
  type WallPlace,
} from '../rules/parts.ts'
import { placementsOf } from '../rules/published.ts'
import { addPart, changePart, movePart, movePiece, removePart } from '../service/parts.ts'
import { writeFirstTexts } from '../service/texts.ts'
import { type WorkCall, workProps } from './authoring.ts'

const edit = { action: 'exhibitions.exhibition.edit', load: loadExhibition }
const look = { action: 'exhibitions.exhibition.preview', load: loadExhibition }

/** Rooms, what hangs in them, and the steps of tours. */
export const hangingRoutes: readonly Route[] = [
  page<ExhibitionRow>('POST', '/exhibitions/:id/parts', { ...edit, handle: add }),
  page<ExhibitionRow>('GET', '/exhibitions/:id/parts/:part', {
    ...look,
    handle: (call) => showPart(call, call.params['part'] ?? '', freshForm(), 200),
  }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/parts/:part/settings', { ...edit, handle: set }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/parts/:part/place', { ...edit, handle: place }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/parts/:part/move', { ...edit, handle: move }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/parts/:part/order', { ...edit, handle: order }),
  page<ExhibitionRow>('POST', '/exhibitions/:id/parts/:part/removal', { ...edit, handle: remove }),
]

async function showPart(
  given: WorkCall,
  partId: string,
  form: ReturnType<typeof freshForm>,
  status: number,
): Promise<Answer> {
  const call = given as Call
  const props = await workProps(given, form)
  const { content, parts } = props.draft
  const byId = new Map(parts.map((part) => [part.id, part]))
  const part = byId.get(partId)
  if (part?.kind === 'exhibition') return call.redirect(`/exhibitions/${props.exhibition.id}/edit`)
  const room = content.rooms.find(({ id }) => id === partId)
  if (part && room) {
    const hung = new Set(room.placements.map(({ objectId }) => objectId))
    const choice = (await hangableObjects(call.work, props.exhibition)).filter(
      ({ id }) => !hung.has(id),
    )
    const options = choice.map(({ id, titles, organisation }) => ({
      value: id,
      label: plainText(props.scene, titles),
      group: plainText(props.scene, organisation),
    }))
    return show(AuthorRoomPage({ ...props, room, part, parts: byId, choice: options }), status)
  }
  const placement = placementsOf(content).find(
    ({ id, steps }) => id === partId || steps.some((step) => step.id === partId),
  )
  return placement
    ? show(AuthorPiecePage({ ...props, placement, parts: byId }), status)
    : { kind: 'absent' }
}

/** The page on which a part is worked on: of a step the piece that it is of. */
async function pageOf(work: Work, exhibitionId: string, part: PartRow | null): Promise<string> {
  if (!part || part.kind === 'exhibition') return `/exhibitions/${exhibitionId}/edit`
  if (part.kind !== 'step') return `/exhibitions/${exhibitionId}/parts/${part.id}`
  const piece = await partById(work, exhibitionId, part.parent_id ?? '')
  return `${await pageOf(work, exhibitionId, piece)}#step-${part.id}`
}

async function add(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const exhibitionId = given.object.id
  const parentId = valueOf(call, 'parent')
  const title = valueOf(call, 'title').slice(0, 120)
  const done = await call.perform(async (work) => {
    const made = await addPart(work, {
      exhibitionId,
      parentId,
      objectId: valueOf(call, 'object') || null,
    })
    if (isRefused(made) || title === '') return made
    const titles = { [given.object.source_language]: title }
    await writeFirstTexts(work, { exhibitionId, partId: made.partId, field: 'title', titles })
    return made
  })
  const parent = await partById(call.work, exhibitionId, parentId)
  if (isRefused(done)) {
    return parent && parent.kind !== 'exhibition'
      ? showPart(given, parent.id, refusedForm(call, done), done.status)
      : call.redirect(`/exhibitions/${exhibitionId}/edit`, done.message, 'attention')
  }
  const made = await partById(call.work, exhibitionId, done.partId)
  const next = made?.kind === 'placement' ? parent : made
  return call.redirect(await pageOf(call.work, exhibitionId, next), m('work.added'))
}

async function set(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const exhibitionId = given.object.id
  const partId = given.params['part'] ?? ''
  const settings = readSettings(call)
  const done = isRefused(settings)
    ? settings
    : await call.perform((work) =>
        changePart(work, { exhibitionId, partId, version: countOf(call, 'version'), settings }),
      )
  if (isRefused(done)) return showPart(given, partId, refusedForm(call, done), done.status)
  const part = await partById(call.work, exhibitionId, partId)
  return call.redirect(await pageOf(call.work, exhibitionId, part), m('settings.saved'))
}

function readSettings(call: Call): PartSettings | Refusal {
  if (valueOf(call, 'target') === 'time') {
    const from = secondsFrom(normaliseDigits(valueOf(call, 'from')))
    const typed = normaliseDigits(valueOf(call, 'until'))
    const until = typed === '' ? null : secondsFrom(typed)
    const isWrong = from === null || (typed !== '' && (until === null || until <= from))
    if (isWrong) return refuse(422, m('refusal.time'))
    return { target: { kind: 'time', from, until } }
  }
  if (valueOf(call, 'target') === 'view') {
    const [theta = 0, phi = 0, distance = 0] = (['theta', 'phi', 'distance'] as const).map((side) =>
      Math.max(0, countOf(call, side)),
    )
    return { target: { kind: 'view', theta, phi, distance } }
  }
  if (valueOf(call, 'target') === 'region') {
    const [x = 0, y = 0, width = 0, height = 0] = (['x', 'y', 'width', 'height'] as const).map(
      (side) => Math.max(0, countOf(call, side)),
    )
    return { target: { kind: 'region', x, y, width, height } }
  }
  const wall = wallColours.find((each) => each === valueOf(call, 'wall'))
  const layout = roomLayouts.find((each) => each === valueOf(call, 'layout'))
  return { ...(wall ? { wall } : {}), ...(layout ? { layout } : {}) }
}

function countOf(call: Call, name: string): number {
  const typed = normaliseDigits(valueOf(call, name))
  return /^\d{1,9}$/.test(typed) ? Number(typed) : -1
}

/** A piece dropped somewhere: the script gets the new version, or what was wrong. */
async function place(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const [column, row, width, height] = ['column', 'row', 'width', 'height'].map((side) =>
    countOf(call, side),
  )
  const place: WallPlace = { column: column!, row: row!, width: width!, height: height! }
  const done = await call.perform((work) =>
    changePart(work, {
      exhibitionId: given.object.id,
      partId: given.params['part'] ?? '',
      version: countOf(call, 'version'),
      settings: { place },
    }),
  )
  if (!isRefused(done)) return { kind: 'json', data: done }
  return { kind: 'json', status: done.status, data: { message: refusalWords(call, done).message } }
}

async function move(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const exhibitionId = given.object.id
  const partId = given.params['part'] ?? ''
  const [, side = 'column', by = '0'] =
    /^(column|row|width|height) (-?1)$/.exec(valueOf(call, 'by')) ?? []
  const done = await call.perform((work) =>
    movePiece(work, { exhibitionId, partId, by: { [side]: Number(by) } }),
  )
  const part = await partById(call.work, exhibitionId, partId)
  const room = await partById(call.work, exhibitionId, part?.parent_id ?? '')
  const flash = isRefused(done) ? done.message : m('wall.moved-one')
  return call.redirect(
    await pageOf(call.work, exhibitionId, room),
    flash,
    isRefused(done) ? 'attention' : 'success',
  )
}

async function order(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const exhibitionId = given.object.id
  const partId = given.params['part'] ?? ''
  const direction = valueOf(call, 'direction') === 'earlier' ? 'earlier' : 'later'
  const done = await call.perform((work) => movePart(work, { exhibitionId, partId, direction }))
  return backTo(
    call,
    exhibitionId,
    partId,
    isRefused(done) ? done.message : m('work.moved'),
    isRefused(done),
  )
}

async function remove(given: WorkCall): Promise<Answer> {
  const call = given as Call
  const exhibitionId = given.object.id
  const partId = given.params['part'] ?? ''
  const back = valueOf(call, 'back') === 'yes'
  const done = await call.perform((work) => removePart(work, { exhibitionId, partId, back }))
  const said = isRefused(done) ? done.message : m(back ? 'work.put-back' : 'work.taken-out')
  return backTo(call, exhibitionId, partId, said, isRefused(done))
}

async function backTo(
  call: Call,
  exhibitionId: string,
  partId: string,
  said: Parameters<Call['redirect']>[1],
  isRefusal: boolean,
): Promise<Answer> {
  const part = await partById(call.work, exhibitionId, partId)
  const parent = await partById(call.work, exhibitionId, part?.parent_id ?? '')
  return call.redirect(
    await pageOf(call.work, exhibitionId, parent),
    said,
    isRefusal ? 'attention' : 'success',
  )
}
