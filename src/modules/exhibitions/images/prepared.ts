import { appendFile } from 'node:fs/promises'
import type { ImageSize } from '../rules/image-request.ts'
import { preparedKey, toPrepare } from '../rules/tiles.ts'
import { renderNow } from './render.ts'
import { type OpenFile, readAt } from './tiff.ts'

/** Where a picture that was made ready stands in the file. */
export type Prepared = ReadonlyMap<string, { offset: number; length: number }>

const mark = Buffer.from('WEFTIIIF')

/**
 * Appends to a pyramid what no tile of it can be passed through for: tiles at its edges and whole pictures in common
 * sizes, each a JPEG, then their index as JSON, its length and a mark. Readers of TIFF pass over it.
 */
export async function appendPrepared(
  path: string,
  from: number,
  full: ImageSize,
  levels: readonly ImageSize[],
  onProgress: (share: number) => void = () => {},
): Promise<void> {
  const index: Record<string, [offset: number, length: number]> = {}
  let offset = from
  const all = toPrepare(full)
  for (const [at, { region, size }] of all.entries()) {
    onProgress(at / all.length)
    const plan = { region, size, rotation: 0, mirrored: false } as const
    const bytes = await renderNow(path, full, levels, {
      ...plan,
      quality: 'default',
      format: 'jpg',
    })
    await appendFile(path, bytes)
    index[preparedKey(plan)] = [offset, bytes.length]
    offset += bytes.length
  }
  const text = Buffer.from(JSON.stringify(index))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(text.length)
  await appendFile(path, Buffer.concat([text, length, mark]))
}

/** The index of what was made ready; empty for a pyramid without it. */
export async function readPrepared(file: OpenFile): Promise<Prepared> {
  const tailBytes = mark.length + 4
  if (file.sizeBytes < tailBytes) return new Map()
  const tail = await readAt(file, file.sizeBytes - tailBytes, tailBytes)
  if (!tail.subarray(4).equals(mark)) return new Map()
  const length = tail.readUInt32LE(0)
  const text = await readAt(file, file.sizeBytes - tailBytes - length, length)
  const index = JSON.parse(text.toString('utf8')) as Record<string, [number, number]>
  return new Map(
    Object.entries(index).map(([key, [offset, bytes]]) => [key, { offset, length: bytes }]),
  )
}
