import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BenchOptions, type BenchResult, figure, percentile } from './bench.ts'
import { type Child, startChild, treeCpuMs } from './serving/child.ts'
import { startIipImage } from './tiles/iipimage.ts'
import { askFor, type Measured, randomTiles, type Tile, type TileServer } from './tiles/load.ts'
import { mosaic } from './tiles/mosaic.ts'

/** What is claimed of tiles, and beside whom. */
export const claim =
  'Tiles of 512 points out of one pyramidal TIFF, passed through without decoding, beside iiif-processor and iipimage-server'

export const options = {
  image: 'FILE of which the picture of 8000 by 6000 points is laid out; a woven one unless given',
}

const size = { width: 8000, height: 6000 }
const largeSize = { width: 21_504, height: 16_384 }

/** Asks each server for the same tiles in the same order, one and two at a time. */
export async function run(asked: BenchOptions): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-tiles-'))
  try {
    return await measureAll(asked, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureAll(asked: BenchOptions, folder: string): Promise<BenchResult> {
  const { quick, progress, given } = asked
  const notes: string[] = []
  progress('laying out the picture')
  const picture = await mosaic(folder, given['image'] ?? null, size)
  const large = quick ? null : await mosaic(folder, given['image'] ?? null, largeSize)
  const rows: Row[] = []
  const seconds = quick ? 1 : 5
  const ours = await startOurs(picture)
  // The data folder goes with its server; the peers read a copy of the same pyramid.
  const tiff = join(folder, 'picture.tif')
  copyFileSync(ours.pyramidPath, tiff)
  rows.push(await measure(ours, size, seconds, progress))
  await ours.stop()
  if (large) {
    const wide = await startOurs(large)
    const row = await measure(wide, largeSize, seconds, progress)
    const megabytes = Math.round(statSync(wide.pyramidPath).size / 1e6)
    rows.push({ ...row, server: `Weft, a TIFF of ${megabytes} MB` })
    await wide.stop()
  }
  const processor = await startProcessor(tiff, size)
  rows.push(await measure(processor, size, seconds, progress))
  await processor.stop()
  const iip = await startIipImage(tiff)
  if (iip) rows.push(await measure(iip, size, seconds, progress))
  else notes.push('iipimage-server is not installed here: it is left out.')
  await iip?.stop()
  return { rows, figures: figuresOf(rows), notes: [...notes, ...told(tiff)] }
}

function told(tiff: string): string[] {
  return [
    `The same pyramid (${(statSync(tiff).size / 1e6).toFixed(1)} MB) for all, read from the page cache; the same 512-point tiles in a random order that is fixed.`,
    'CPU is that of the server’s process; Weft answers over HTTP through its whole pipeline with the database open, iipimage over FastCGI with its cache off.',
  ]
}

interface Row extends Record<string, string | number | null> {
  server: string
  'CPU ms/tile': number
  'tiles/CPU s': number
  'tiles/s': number
  'p50 ms': number
  'p95 ms': number
}

async function measure(
  server: TileServer,
  picture: { width: number; height: number },
  seconds: number,
  progress: (text: string) => void,
): Promise<Row> {
  progress(server.name)
  const tiles = randomTiles(picture)
  // Everything is opened and compiled before anything is counted.
  await askFor(server, tiles, { atOnce: 2, seconds: Math.min(2, seconds) })
  const before = treeCpuMs(server.pid)
  const measured: Measured = await askFor(server, tiles, { atOnce: 2, seconds })
  const cpuMs = treeCpuMs(server.pid) - before
  const { times, elapsedMs } = measured
  const row = {
    server: server.name,
    'CPU ms/tile': figure(cpuMs / times.length),
    'tiles/CPU s': figure((times.length * 1000) / cpuMs),
    'tiles/s': figure((times.length * 1000) / elapsedMs),
    'p50 ms': figure(percentile(times, 0.5)),
    'p95 ms': figure(percentile(times, 0.95)),
  }
  progress(JSON.stringify(row))
  return row
}

function figuresOf(rows: readonly Row[]) {
  return Object.fromEntries(
    rows.map((row) => [
      row.server,
      {
        tilesPerCpuSecond: row['tiles/CPU s'],
        tilesPerSecond: row['tiles/s'],
        p50Ms: row['p50 ms'],
        p95Ms: row['p95 ms'],
      },
    ]),
  )
}

interface Ours extends TileServer {
  pyramidPath: string
}

async function startOurs(picture: string): Promise<Ours> {
  const data = mkdtempSync(join(tmpdir(), 'weft-tiles-data-'))
  const env = { WEFT_DATA: data, TILES_PICTURE: picture }
  const { child, first } = await startChild<{ port: number; base: string; pyramidPath: string }>(
    '../tiles/ours.ts',
    env,
  )
  const base = `http://127.0.0.1:${first.port}${first.base}`
  const server = overHttp('Weft', child, (tile) => `${base}/${pathOf(tile)}`)
  return {
    ...server,
    pyramidPath: first.pyramidPath,
    async stop() {
      await child.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

async function startProcessor(
  tiff: string,
  picture: { width: number; height: number },
): Promise<TileServer> {
  const { child, first } = await startChild<{ port: number }>('../tiles/iiif-processor.ts', {
    TILES_TIFF: tiff,
    TILES_SIZE: JSON.stringify(picture),
  })
  const base = `http://127.0.0.1:${first.port}/iiif/3/picture`
  return overHttp('iiif-processor', child, (tile) => `${base}/${pathOf(tile)}`)
}

function overHttp(name: string, child: Child, addressOf: (tile: Tile) => string): TileServer {
  return {
    name,
    pid: child.pid,
    async tile(tile) {
      const answer = await fetch(addressOf(tile))
      const bytes = (await answer.arrayBuffer()).byteLength
      if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}`)
      return bytes
    },
    stop: () => child.stop(),
  }
}

function pathOf({ x, y, width, height, size: asked }: Tile): string {
  return `${x},${y},${width},${height}/${asked.width},${asked.height}/0/default.jpg`
}
