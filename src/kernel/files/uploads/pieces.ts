/** A body as pieces, each a stream that is read to its end before the next is asked for. */
interface Pieces {
  /** The next piece, or null at the end. */
  next(): Promise<ReadableStream<Uint8Array> | null>
  /** Lets the body go. */
  end(): Promise<void>
  /** The line broke before the end: what had come is in the last piece. */
  isCut: boolean
  /** More came than there may be; it is in no piece. */
  isTooLong: boolean
}

/** Cuts a body into pieces of so many bytes at most, none of them empty, and no more than so many bytes together. */
export function cutPieces(
  body: ReadableStream<Uint8Array> | null,
  pieceBytes: number,
  mostBytes: number,
  onBytes: (chunk: Uint8Array) => void,
): Pieces {
  const reader = body?.getReader()
  let over: Uint8Array | null = null
  let left = mostBytes
  const pieces: Pieces = { next, end, isCut: false, isTooLong: false }
  return pieces

  async function chunk(): Promise<Uint8Array | null> {
    if (over) {
      const kept = over
      over = null
      return kept
    }
    if (!reader || pieces.isCut) return null
    for (;;) {
      const read = await reader.read().catch(() => null)
      if (read === null) pieces.isCut = true
      if (read === null || read.done) return null
      if (read.value.byteLength > 0) return read.value
    }
  }

  async function next(): Promise<ReadableStream<Uint8Array> | null> {
    const first = await chunk()
    if (first === null) return null
    if (left === 0) {
      pieces.isTooLong = true
      return null
    }
    over = first
    let room = Math.min(pieceBytes, left)
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const given = room === 0 ? null : await chunk()
          if (given === null) return controller.close()
          const part = given.subarray(0, room)
          if (given.byteLength > room) over = given.subarray(room)
          room -= part.byteLength
          left -= part.byteLength
          onBytes(part)
          controller.enqueue(part)
        },
      },
      { highWaterMark: 0 },
    )
  }

  async function end(): Promise<void> {
    await reader?.cancel().catch(() => {})
  }
}
