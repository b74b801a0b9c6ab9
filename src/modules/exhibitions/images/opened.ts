import type { BlobStore } from '#kernel/files'
import { type Prepared, readPrepared } from './prepared.ts'
import { closeOpen, openAt, type OpenFile, readLevels, type TiffLevel } from './tiff.ts'

/** A pyramid that is open: where its tiles and prepared pictures stand is known, its bytes are on the disk. */
export interface OpenPyramid {
  path: string
  file: OpenFile
  levels: readonly TiffLevel[]
  prepared: Prepared
}

const mostOpen = 64
const open = new Map<
  string,
  { pyramid: Promise<OpenPyramid | null>; users: number; old: boolean }
>()

/** Gives an open pyramid to `use`, opening it where it is not; null where its content is in no store. */
export async function withPyramid<T>(
  blobs: BlobStore,
  sha256: string,
  use: (pyramid: OpenPyramid) => Promise<T>,
): Promise<T | null> {
  const known = open.get(sha256)
  const entry = known ?? { pyramid: openPyramid(blobs, sha256), users: 0, old: false }
  if (known) {
    // What is read stands last, so that the first is the one that was read longest ago.
    open.delete(sha256)
    open.set(sha256, entry)
  } else keep(sha256, entry)
  entry.users += 1
  try {
    const pyramid = await entry.pyramid
    if (pyramid) return await use(pyramid)
    if (open.get(sha256) === entry) open.delete(sha256)
    return null
  } catch (error) {
    // What could not be read is opened anew the next time.
    if (open.get(sha256) === entry) open.delete(sha256)
    entry.old = true
    throw error
  } finally {
    entry.users -= 1
    if (entry.old && entry.users === 0) close(entry)
  }
}

type Entry = NonNullable<ReturnType<typeof open.get>>

/** The one that was asked for longest ago makes room, once nobody reads it. */
function keep(sha256: string, entry: Entry): void {
  open.set(sha256, entry)
  if (open.size <= mostOpen) return
  const [oldest, closing] = open.entries().next().value!
  open.delete(oldest)
  closing.old = true
  if (closing.users === 0) close(closing)
}

function close({ pyramid }: Entry): void {
  void pyramid.then((opened) => opened && closeOpen(opened.file)).catch(() => {})
}

async function openPyramid(blobs: BlobStore, sha256: string): Promise<OpenPyramid | null> {
  const path = await blobs.pathOf(sha256)
  return path === null ? null : openPyramidAt(path)
}

/** Reads where everything of a pyramid stands. */
export async function openPyramidAt(path: string): Promise<OpenPyramid> {
  const file = await openAt(path)
  try {
    return { path, file, levels: await readLevels(file), prepared: await readPrepared(file) }
  } catch (error) {
    await closeOpen(file)
    throw error
  }
}
