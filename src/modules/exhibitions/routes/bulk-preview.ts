import { isRefused, refuse, type Refusal } from '#kernel/database'
import { allRows, type ReceivedFile, readTable, type StagedFile } from '#kernel/files'
import { type Call, localOf, valueOf } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { isUuid } from '#kernel/values'
import { fileKey, objectsInSheet, type SheetObject } from '../formats/object-sheet.ts'
import { m } from '../messages/index.ts'
import { rightsFrom } from '../rules/rights.ts'
import type { BulkLine, BulkObject, BulkPreview, StagedBulk } from '../service/bulk.ts'
import { mostMedia } from '../service/media.ts'
import { newObjectFault } from '../service/objects.ts'
import { mediumFromStore } from '../service/receiving.ts'
import { holdersOf } from './holders.ts'
import { detailsFrom } from './object-details.ts'

/** Reads a staged sheet beside its staged files, and looks at every row; nothing is made. */
export async function previewOf(call: Call, staged: StagedBulk): Promise<BulkPreview | Refusal> {
  const organisationId = valueOf(call, 'organisation')
  if (!isUuid(organisationId) || !holdersOf(call).includes(organisationId)) {
    const wrong = m('refusal.no-holder')
    return refuse(422, wrong, { organisation: wrong })
  }
  const sheet = await sheetIn(call, staged.sheet)
  if (isRefused(sheet)) return sheet
  const files = filesByKey(staged)
  const known = { files, media: new Map(), numbers: new Set<string>(), organisationId }
  const lines: BulkLine[] = []
  for (const each of sheet.objects) lines.push(await lineOf(call, known, each))
  const named = new Set(sheet.objects.flatMap((each) => each.files.map(fileKey)))
  return {
    organisationId,
    sheet: staged.sheet,
    // What shares its name with another goes no further: the form that makes the objects knows only what stands in it.
    files: staged.files.filter(({ name }) => files.get(fileKey(name)) !== 'twice'),
    lines,
    unknown: sheet.unknown,
    refused: staged.refused,
    unnamed: staged.files.map(({ name }) => name).filter((name) => !named.has(fileKey(name))),
  }
}

/** The staged files by their names; of several contents under one name, shown or not, nobody knows which a row means. */
function filesByKey({ files, refused }: StagedBulk): Map<string, StagedFile | 'twice'> {
  const found = new Map<string, StagedFile | 'twice'>()
  for (const file of files) {
    const key = fileKey(file.name)
    const before = found.get(key) ?? file
    found.set(key, before === 'twice' || before.sha256 !== file.sha256 ? 'twice' : before)
  }
  for (const { name } of refused) if (found.has(fileKey(name))) found.set(fileKey(name), 'twice')
  return found
}

async function sheetIn({ services }: Call, { sha256, name }: StagedFile) {
  const stream = await services.blobs.get(sha256)
  if (stream === null) return refuse(422, m('bulk.gone'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  const table = await readTable(bytes, { name })
  if (isRefused(table)) return table
  const rows = await allRows(table)
  if (isRefused(rows)) return rows
  const read = objectsInSheet(table.header, rows)
  if (read.objects.length === 0) {
    const empty = m('bulk.empty-sheet')
    return refuse(422, empty, { sheet: empty })
  }
  return read
}

interface Known {
  files: ReadonlyMap<string, StagedFile | 'twice'>
  /** What was read of the files, by their ids: many rows may name one. */
  media: Map<string, ReturnType<typeof mediumFromStore>>
  /** Of the rows before. */
  numbers: Set<string>
  organisationId: string
}

async function lineOf(call: Call, known: Known, given: SheetObject): Promise<BulkLine> {
  const { row, values, files } = given
  const sent = { form: { values, uploads: {} } }
  const faults: Message[] = []
  const details = detailsFrom(sent)
  if (isRefused(details)) faults.push(...Object.values(details.fields))
  else {
    const fault = await newObjectFault(call.work, known.organisationId, details)
    if (fault) faults.push(fault.message)
    const number = details.inventory_number
    if (number !== null && known.numbers.has(number)) faults.push(m('bulk.number-twice'))
    if (number !== null) known.numbers.add(number)
  }
  const rights = valueOf(sent, 'rights_uri')
  if (rights !== '' && rightsFrom(rights) === null) faults.push(m('bulk.rights', { rights }))
  const media = await mediaIn(call, known, files, faults)
  const isWhole = faults.length === 0 && !isRefused(details)
  const object = isWhole ? { details, alts: localOf(sent, 'alt'), media } : null
  return { row, title: values, files, faults, object }
}

/** The media that a row names; what stands against one is added to its faults. */
async function mediaIn(
  call: Call,
  known: Known,
  files: readonly string[],
  faults: Message[],
): Promise<BulkObject['media']> {
  const media: BulkObject['media'][number][] = []
  if (files.length > mostMedia) {
    faults.push(m('refusal.many-media', { most: mostMedia }))
    return media
  }
  for (const name of files) {
    const staged = known.files.get(fileKey(name))
    const medium = staged === 'twice' ? staged : await mediumOf(call, known, staged)
    if (medium === 'twice') faults.push(m('bulk.file-twice', { name }))
    else if (medium === null) faults.push(m('bulk.no-file', { name }))
    else media.push(medium)
  }
  return media
}

async function mediumOf({ services }: Call, { media }: Known, staged: StagedFile | undefined) {
  if (!staged) return null
  const { id, sha256, name, kind, size_bytes: size } = staged
  const original = { sha256, name, kind, sizeBytes: Number(size) } as Omit<
    ReceivedFile,
    'mediaType'
  >
  const read = media.get(id) ?? mediumFromStore(services.blobs, original)
  media.set(id, read)
  return read
}
