// The few pictures of H.264 (ITU-T H.264, 04/2017) that a film of blocks needs: a block that changes is sent as it is
// (I_PCM), one that does not is skipped. Nothing is lost, nothing is estimated, and every player must read it.

/** A picture in blocks of 16 by 16: for each its luma and its two chromas at half the size, or null where it is as before. */
export type Blocks = readonly (Uint8Array | null)[]

/** Bytes of one block: 256 of luma, 64 of each chroma. */
export const blockBytes = 384

class Bits {
  readonly bytes: number[] = []
  private held = 0
  private count = 0

  put(value: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit -= 1) {
      this.held = (this.held << 1) | ((value >> bit) & 1)
      this.count += 1
      if (this.count < 8) continue
      this.bytes.push(this.held)
      this.held = 0
      this.count = 0
    }
  }

  /** Exponential-Golomb code (9.1). */
  golomb(...values: number[]): void {
    for (const value of values) {
      const length = 32 - Math.clz32(value + 1)
      this.put(0, length - 1)
      this.put(value + 1, length)
    }
  }

  align(): void {
    while (this.count > 0) this.put(0, 1)
  }

  block(bytes: Uint8Array): void {
    this.align()
    for (const byte of bytes) this.bytes.push(byte)
  }

  /** The end of a unit (7.3.2.11). */
  end(): void {
    this.put(1, 1)
    this.align()
  }
}

/** A unit with its head; where three bytes could be taken for the start of another, a 3 stands between (7.4.1). */
function unit(head: number, { bytes }: Bits): Uint8Array {
  const out = [head]
  let zeros = 0
  for (const byte of bytes) {
    if (zeros >= 2 && byte <= 3) {
      out.push(3)
      zeros = 0
    }
    out.push(byte)
    zeros = byte === 0 ? zeros + 1 : 0
  }
  return new Uint8Array(out)
}

/** What a player must know before the first picture: baseline, level 3.1, colours of BT.709 (7.3.2.1, E.1). */
export function sequenceParameters(columns: number, rows: number): Uint8Array {
  const bits = new Bits()
  for (const byte of profile) bits.put(byte, 8)
  bits.golomb(0, 0, 2, 1)
  bits.put(0, 1)
  bits.golomb(columns - 1, rows - 1)
  // Whole frames only, direct inference at 8 by 8, not cropped, and how its colours are meant.
  bits.put(0b1101, 4)
  bits.put(0b001, 3)
  bits.put(5, 3)
  bits.put(0, 1)
  bits.put(1, 1)
  for (const meant of [1, 1, 1]) bits.put(meant, 8)
  // Neither where chroma lies, nor timing, nor buffers are told; that no picture waits for a later one is.
  bits.put(0b0000_0, 5)
  bits.put(0b11, 2)
  bits.golomb(0, 0, 0, 0, 0, 1)
  bits.end()
  return unit(0x67, bits)
}

/** Profile, its constraints, and level, as the file names them too. */
export const profile = [66, 0xc0, 31] as const

/** How pictures are written: plain codes, one slice, deblocking said by each slice (7.3.2.2). */
export function pictureParameters(): Uint8Array {
  const bits = new Bits()
  bits.golomb(0, 0)
  bits.put(0, 2)
  bits.golomb(0, 0, 0)
  bits.put(0, 3)
  bits.golomb(0, 0, 0)
  bits.put(0b100, 3)
  bits.end()
  return unit(0x68, bits)
}

/** The first picture, of which every block is given (7.3.3, 7.3.5; mb_type 25). */
export function wholePicture(blocks: readonly Uint8Array[]): Uint8Array {
  const bits = new Bits()
  bits.golomb(0, 7, 0)
  bits.put(0, 4)
  bits.golomb(0)
  bits.put(0, 2)
  bits.golomb(0, 1)
  for (const block of blocks) {
    bits.golomb(25)
    bits.block(block)
  }
  bits.end()
  return unit(0x65, bits)
}

/** The picture so many after the first: blocks that are as before are skipped (mb_type 5 + 25). */
export function changedPicture(number: number, blocks: Blocks): Uint8Array {
  const bits = new Bits()
  bits.golomb(0, 5, 0)
  bits.put(number % 16, 4)
  // One picture before, none in another order, none kept longer.
  bits.put(0b000, 3)
  bits.golomb(0, 1)
  let skipped = 0
  for (const block of blocks) {
    if (block === null) {
      skipped += 1
      continue
    }
    bits.golomb(skipped, 30)
    bits.block(block)
    skipped = 0
  }
  if (skipped > 0) bits.golomb(skipped)
  bits.end()
  return unit(0x41, bits)
}
