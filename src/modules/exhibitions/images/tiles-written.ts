import { open } from 'node:fs/promises'

/** How often it is looked how far a pyramid has come. */
const everyMs = 1000
const chunkBytes = 1024 * 1024
/** What ends a JPEG, and so a tile; nothing within one looks like it (T.81, B.1.1.2). */
const endOfImage = Buffer.from([0xff, 0xd9])

/**
 * Tells how many tiles stand in a pyramid that is being written: libvips, which writes it, says nothing of how far it is.
 * Gives what ends the watching.
 */
export function watchTiles(path: string, tell: (tiles: number) => void): () => void {
  const count = tileCounter(path)
  let looking = false
  const timer = setInterval(async () => {
    if (looking) return
    looking = true
    // A file that is not there yet, or no more, has no tiles to tell of.
    const tiles = await count().catch(() => null)
    looking = false
    if (tiles !== null) tell(tiles)
  }, everyMs)
  return () => clearInterval(timer)
}

/** Counts the tiles in a growing file; each time only what has been added since is read. */
export function tileCounter(path: string): () => Promise<number> {
  let [at, tiles] = [0, 0]
  const chunk = Buffer.alloc(chunkBytes)
  return async () => {
    const file = await open(path, 'r')
    try {
      for (;;) {
        const { bytesRead } = await file.read(chunk, 0, chunkBytes, at)
        if (bytesRead < endOfImage.length) return tiles
        const brought = chunk.subarray(0, bytesRead)
        let found = brought.indexOf(endOfImage)
        for (; found >= 0; found = brought.indexOf(endOfImage, found + 2)) tiles += 1
        // The last byte is looked at once more: it may be the first of a pair. One that ends a pair begins none.
        at += bytesRead - 1
      }
    } finally {
      await file.close()
    }
  }
}
