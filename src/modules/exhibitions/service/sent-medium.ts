import { open, readFile } from 'node:fs/promises'
import { refuse, type Refusal } from '#kernel/database'
import { type FileKind, type ReceivedFile, sizeText } from '#kernel/files'
import { readGlb } from '../formats/glb.ts'
import { type ReadBytes, recordingFacts } from '../formats/recording.ts'
import { mostPixels } from '../images/pyramid.ts'
import { m } from '../messages/index.ts'
import { rightsFrom } from '../rules/rights.ts'
import type { GivenMedium } from './media.ts'

/** Pictures that the image server makes tiles of. */
export const pictureKinds: readonly FileKind[] = ['jpeg', 'png', 'tiff', 'webp', 'avif']
const sounds: readonly FileKind[] = ['mp3', 'm4a', 'ogg', 'wav']
const films: readonly FileKind[] = ['mp4', 'webm']

/** What a medium of an object may be. */
export const mediumKinds: readonly FileKind[] = [...pictureKinds, ...sounds, ...films, 'glb']

/** The most bytes of one file that is sent in pieces: a gigapixel of three colours that is not compressed, and some more. */
export const mostMediumBytes = 4_000_000_000

/** A model is read whole, here and by every visitor. */
const mostModelBytes = 128_000_000

/** What a file that is sent in pieces may be. */
export const uploadRules = {
  allow: mediumKinds,
  maxBytes: mostMediumBytes,
  maxPixels: mostPixels,
}

/** Whether a file is a picture, which is shown by its pyramid alone. */
export function isPicture({ kind }: Pick<ReceivedFile, 'kind'>): boolean {
  return pictureKinds.includes(kind)
}

/** What the content of a recording, a film or a model says of itself, from its bytes. */
export async function givenFrom(
  bytes: Uint8Array,
  original: ReceivedFile,
): Promise<GivenMedium | Refusal> {
  if (original.kind === 'glb') return modelFrom(bytes, original)
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return recordingFrom(async (offset, length) => buffer.subarray(offset, offset + length), original)
}

/** The same of a file at its place: of a film only what tells of it is read. */
export async function givenAt(
  path: string,
  original: ReceivedFile,
): Promise<GivenMedium | Refusal> {
  if (original.kind === 'glb') {
    if (original.sizeBytes <= mostModelBytes) return modelFrom(await readFile(path), original)
    return refuse(413, m('refusal.model-large', { most: sizeText(mostModelBytes) }))
  }
  const file = await open(path, 'r')
  try {
    return await recordingFrom(async (offset, length) => {
      const buffer = Buffer.alloc(Math.min(length, mostRead))
      const { bytesRead } = await file.read(buffer, 0, buffer.length, offset)
      return buffer.subarray(0, bytesRead)
    }, original)
  } finally {
    await file.close()
  }
}

/** No header of a recording is longer; a length that a file only claims takes no more memory. */
const mostRead = 1024 * 1024

const none = { width: null, height: null, durationMs: null, embedded: {}, rightsUri: null }

function modelFrom(bytes: Uint8Array, original: ReceivedFile): GivenMedium | Refusal {
  const model = readGlb(bytes)
  if (model === null) return refuse(422, m('refusal.model'))
  const { embedded } = model
  const said = /https?:\/\/[^\s)]+/.exec(embedded['license'] ?? embedded['copyright'] ?? '')?.[0]
  const rightsUri = rightsFrom(said ?? '')?.uri ?? null
  return { ...none, original, kind: 'model', embedded, rightsUri }
}

async function recordingFrom(read: ReadBytes, original: ReceivedFile): Promise<GivenMedium> {
  const facts = await recordingFacts(read, original.sizeBytes)
  const kind = sounds.includes(original.kind) ? 'audio' : 'video'
  return { ...none, ...facts, original, kind }
}
