import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { isRefused, type Refusal } from '#kernel/database'
import type { BlobStore, ReceivedFile } from '#kernel/files'
import { tileSide } from '../rules/tiles.ts'
import { openPyramidAt } from './opened.ts'
import { appendPrepared } from './prepared.ts'
import { closeOpen } from './tiff.ts'
import { watchTiles } from './tiles-written.ts'

/** A picture that is stored already, with the pyramid that was made of it. */
export interface ReadyImage {
  original: ReceivedFile
  pyramid: ReceivedFile
  /** Of the picture as it stands upright, in pixels. */
  width: number
  height: number
}

/** The most points of a picture that is taken in: a gigapixel. */
export const mostPixels = 1_000_000_000

/**
 * Makes of a picture (its bytes, or a path) one pyramidal TIFF of JPEG tiles, upright, in sRGB and 8 bits, without
 * transparency and metadata, and stores it. Its levels are halved until one tile holds everything; behind them stands what
 * is made ready for viewers. Tells meanwhile, every second, which share of the work is done.
 */
export async function makePyramid(
  blobs: BlobStore,
  source: Uint8Array | string,
  onProgress: (share: number) => void = () => {},
): Promise<{ pyramid: ReceivedFile; width: number; height: number } | Refusal> {
  const folder = await mkdtemp(join(tmpdir(), folderName))
  const path = join(folder, 'pyramid.tif')
  let prepared = 0
  let stopWatching = () => {}
  try {
    await clearOlderThan(folder)
    const size = await sharp(source, { limitInputPixels: mostPixels }).metadata()
    const side = tileFor(size)
    const tiles = Math.ceil(size.width / side) * Math.ceil(size.height / side)
    stopWatching = watchTiles(path, (written) =>
      onProgress(Math.min(1, written / tiles) * shareOfTiles + prepared * (1 - shareOfTiles)),
    )
    const { width, height } = await sharp(source, { limitInputPixels: mostPixels })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .tiff({
        compression: 'jpeg',
        quality: 85,
        tile: true,
        tileWidth: side,
        tileHeight: side,
        pyramid: true,
        // Offsets of a classic TIFF end at 4 GB.
        bigtiff: true,
      })
      .toFile(path)
    await prepare(path, (share) => {
      prepared = share
    })
    const stored = await blobs.put(
      Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
    )
    if (isRefused(stored)) return stored
    const file = { kind: 'tiff', mediaType: 'image/tiff', name: 'pyramid.tif' } as const
    return { pyramid: { ...file, ...stored }, width, height }
  } finally {
    stopWatching()
    await rm(folder, { recursive: true, force: true })
  }
}

/** How much of the time the tiles take; the rest is what is made ready behind them. */
const shareOfTiles = 0.9

const folderName = 'weft-pyramid-'
/** Longer than any pyramid may take to be made. */
const leftOverMs = 2 * 60 * 60 * 1000

/** What a process that was killed had begun may be gigabytes, and nobody comes back for it. */
async function clearOlderThan(begun: string): Promise<void> {
  const now = (await stat(begun)).mtimeMs
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(folderName)) continue
    const path = join(tmpdir(), name)
    const found = await stat(path).catch(() => null)
    if (found && now - found.mtimeMs > leftOverMs) await rm(path, { recursive: true, force: true })
  }
}

/** A picture much smaller than a tile gets smaller ones: libvips takes a tile of four times its picture for damage. */
function tileFor({ width, height }: { width: number; height: number }): number {
  const longest = Math.max(width, height)
  return longest > tileSide / 2 ? tileSide : Math.ceil(longest / 16) * 16
}

async function prepare(path: string, onProgress: (share: number) => void): Promise<void> {
  const { file, levels } = await openPyramidAt(path)
  await closeOpen(file)
  await appendPrepared(path, file.sizeBytes, levels[0]!, levels, onProgress)
}
