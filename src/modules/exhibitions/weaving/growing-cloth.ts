import { type Cloth, fromDraft } from './cloth.ts'
import {
  blockBytes,
  type Blocks,
  changedPicture,
  pictureParameters,
  sequenceParameters,
  wholePicture,
} from './h264.ts'
import { filmAsMp4 } from './mp4.ts'
import { diamondTwill, dyes } from './patterns.ts'
import { drawCloth, type Raster } from './raster.ts'

/** Of a thread and of a block of the film. */
const block = 16
const ends = 42
const picks = 28

/** When what happens in the film: the bare warp, so long for each pick, and the cloth at rest; in pictures, ten a second. */
const filmTimes = { picturesASecond: 10, bare: 20, perPick: 7, rest: 34 } as const

/** The second at which a pick begins, counted from 0; that of the last after the end is when the cloth is woven. */
export function secondOfPick(pick: number): number {
  return (filmTimes.bare + pick * filmTimes.perPick) / filmTimes.picturesASecond
}

/** How long the film is, in seconds. */
export const filmSeconds = secondOfPick(picks) + filmTimes.rest / filmTimes.picturesASecond

/** A film of the diamond twill as it is woven: two repeats, each thread of the weft carried through before one's eyes. */
export function growingCloth(): Uint8Array {
  const columns = ends
  const rows = picks
  const samples: Uint8Array[] = []
  const before: Uint8Array[] = []
  const show = (woven: number, reached: number) => {
    // A thread changes how those above and below it dip, and nothing else.
    const [from, until] = before.length === 0 ? [0, picks] : [woven - 2, woven + 2]
    const part = { from: Math.max(0, from), until: Math.min(picks, until) }
    const drawn = drawCloth(clothSoFar(woven, reached), part)
    const changed: (Uint8Array | null)[] = before.map(() => null)
    for (let place = part.from * ends; place < part.until * ends; place += 1) {
      const now = blockAt(drawn, (place % ends) * block, Math.floor(place / ends) * block)
      const old = before[place]
      changed[place] = old && Buffer.compare(now, old) === 0 ? null : now
      before[place] = now
    }
    samples.push(
      samples.length === 0 ? wholePicture(before) : changedPicture(samples.length, changed),
    )
  }
  const stay = (pictures: number) => {
    const nothing: Blocks = before.map(() => null)
    for (let each = 0; each < pictures; each += 1)
      samples.push(changedPicture(samples.length, nothing))
  }
  show(0, 0)
  stay(filmTimes.bare - 1)
  const steps = filmTimes.perPick - 1
  for (let pick = 0; pick < picks; pick += 1) {
    for (let step = 1; step <= steps; step += 1) show(pick, Math.round((ends * step) / steps))
    stay(1)
  }
  show(picks, 0)
  stay(filmTimes.rest - 1)
  return filmAsMp4({
    width: columns * block,
    height: rows * block,
    picturesASecond: filmTimes.picturesASecond,
    sequence: sequenceParameters(columns, rows),
    picture: pictureParameters(),
    samples,
  })
}

/** The cloth as it is at the end of the film. */
export function grownCloth(): Cloth {
  return clothSoFar(picks, 0)
}

/** So many picks are woven; of the next the weft has reached so many threads, from the left and from the right by turns. */
function clothSoFar(woven: number, reached: number): Cloth {
  const whole = fromDraft(
    diamondTwill,
    { ends, picks, cell: [block, block], sheen: 0.25 },
    { warp: () => dyes.silk, weft: () => dyes.indigo },
  )
  const bare = { top: 'warp', colour: dyes.silk } as const
  return {
    ...whole,
    at(end, pick) {
      const from = woven % 2 === 0 ? end : ends - 1 - end
      const isWoven = pick < woven || (pick === woven && from < reached)
      return isWoven ? whole.at(end, pick) : bare
    },
  }
}

/** A block of pixels as luma and chroma, in the narrow range of BT.709. */
function blockAt({ pixels, width }: Raster, left: number, top: number): Uint8Array {
  const out = new Uint8Array(blockBytes)
  const blue = new Float32Array(64)
  const red = new Float32Array(64)
  for (let y = 0; y < block; y += 1) {
    for (let x = 0; x < block; x += 1) {
      const at = ((top + y) * width + left + x) * 3
      const [r, g, b] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]
      const luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
      out[y * block + x] = Math.round(16 + (luma * 219) / 255)
      const half = (y >> 1) * 8 + (x >> 1)
      blue[half]! += (b - luma) / 1.8556 / 4
      red[half]! += (r - luma) / 1.5748 / 4
    }
  }
  for (let each = 0; each < 64; each += 1) {
    out[256 + each] = Math.round(128 + (blue[each]! * 224) / 255)
    out[320 + each] = Math.round(128 + (red[each]! * 224) / 255)
  }
  return out
}
