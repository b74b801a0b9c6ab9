/** A weaving draft: which shaft each warp thread hangs on, which treadle each pick uses, and what a treadle lifts. */
export interface WeavingDraft {
  /** Shafts, from 0, repeated over the width. */
  threading: readonly number[]
  /** Treadles, from 0, repeated over the length. */
  treadling: readonly number[]
  /** For each treadle the shafts that it lifts. */
  tieUp: readonly (readonly number[])[]
  /** Colours (0xRRGGBB), repeated thread by thread. */
  warpColours: readonly number[]
  weftColours: readonly number[]
}

/** Whether the warp thread lies over the weft where thread and pick cross. */
export function isWarpOver(draft: WeavingDraft, thread: number, pick: number): boolean {
  const shaft = draft.threading[thread % draft.threading.length]!
  const treadle = draft.treadling[pick % draft.treadling.length]!
  return draft.tieUp[treadle]!.includes(shaft)
}

/**
 * The cloth of a draft as RGB bytes: each crossing `pitch` pixels wide and high, threads rounded by their light, so that
 * a close view shows threads and a far one the pattern.
 */
export function drawCloth(
  draft: WeavingDraft,
  { threads, picks, pitch }: { threads: number; picks: number; pitch: number },
): { width: number; height: number; pixels: Uint8Array } {
  const width = threads * pitch
  const height = picks * pitch
  const pixels = new Uint8Array(width * height * 3)
  const light = Array.from({ length: pitch }, (_each, at) => threadLight(at, pitch))
  for (let y = 0; y < height; y += 1) {
    const pick = Math.floor(y / pitch)
    const weft = draft.weftColours[pick % draft.weftColours.length]!
    for (let x = 0; x < width; x += 1) {
      const thread = Math.floor(x / pitch)
      const isWarp = isWarpOver(draft, thread, pick)
      const colour = isWarp ? draft.warpColours[thread % draft.warpColours.length]! : weft
      const across = light[isWarp ? x % pitch : y % pitch]!
      // The thread bends down where the next one passes over it.
      const along = 0.85 + 0.15 * light[isWarp ? y % pitch : x % pitch]!
      const shade = across * along
      const at = (y * width + x) * 3
      pixels[at] = ((colour >> 16) & 255) * shade
      pixels[at + 1] = ((colour >> 8) & 255) * shade
      pixels[at + 2] = (colour & 255) * shade
    }
  }
  return { width, height, pixels }
}

/** How bright a round thread is at a place across it: 0.55 at its edges, 1 in its middle. */
function threadLight(at: number, pitch: number): number {
  const across = ((at + 0.5) / pitch) * 2 - 1
  return 0.55 + 0.45 * Math.sqrt(Math.max(0, 1 - across * across))
}
