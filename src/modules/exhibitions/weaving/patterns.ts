import { blossoms, type Chart, fret, hookedDiamond, repeated, suns } from './charts.ts'
import { brocaded, type Cloth, type Colour, fromDraft, lot, tapestry } from './cloth.ts'
import { damask, type Draft, point, twillTieUp } from './draft.ts'

/** Colours as dyes give them: lac, indigo, turmeric, ebony fruit, mango leaf, and silk as it comes from the cocoon. */
export const dyes = {
  silk: [238, 226, 200],
  white: [247, 243, 234],
  gold: [226, 178, 78],
  turmeric: [222, 166, 50],
  madder: [166, 48, 38],
  lac: [132, 26, 46],
  rose: [206, 112, 108],
  indigo: [40, 58, 112],
  night: [26, 32, 62],
  sky: [112, 146, 182],
  ebony: [42, 36, 36],
  leaf: [98, 118, 66],
  celadon: [142, 172, 146],
} as const satisfies Record<string, Colour>

/** The weaves of the exhibition, by the name under which they are kept. */
export const weaveNames = [
  'twill',
  'checks',
  'ikat',
  'hooks-mekong',
  'flowing-water',
  'raised-silk',
  'damask',
  'hooks-wuling',
  'suns',
  'standing-water',
] as const
export type WeaveName = (typeof weaveNames)[number]

/** The draft of the diamond twill, from which the exhibition begins. */
export const diamondTwill: Draft = {
  threading: point(8),
  tieUp: twillTieUp(8, [3, 2, 1, 2]),
  treadling: point(8),
}

/** The draft of the key-fret damask: four shafts for each column of the fret that differs. */
export const fretDamask: Draft = damask(fret, 1)

/** Makes a cloth of the exhibition; `scale` 1 is the size in which it is shown, less is a smaller piece. */
export function weave(name: WeaveName, scale = 1): Cloth {
  return makers[name]((ends) => Math.max(8, Math.round(ends * scale)))
}

type Sized = (count: number) => number

const makers: Record<WeaveName, (sized: Sized) => Cloth> = {
  twill: (sized) =>
    fromDraft(
      diamondTwill,
      { ends: sized(154), picks: sized(112), cell: [14, 14], sheen: 0.25 },
      { warp: () => dyes.silk, weft: () => dyes.indigo },
    ),
  checks: (sized) =>
    fromDraft(
      { threading: [0, 1], tieUp: [[0], [1]], treadling: [0, 1] },
      { ends: sized(196), picks: sized(144), cell: [11, 11], sheen: 0 },
      { warp: check, weft: check },
    ),
  ikat: (sized) => ikat(sized),
  'hooks-mekong': (sized) => hooks(sized, 'mekong'),
  'flowing-water': (sized) =>
    tapestry({ ends: sized(168), picks: sized(288), cell: [12, 5], sheen: 0.05 }, flowingWater),
  'raised-silk': (sized) =>
    charted({ ends: sized(180), picks: sized(180), cell: [10, 8], sheen: 0.75 }, blossoms(), {
      warp: dyes.rose,
      weft: dyes.lac,
      colours: [dyes.gold, dyes.silk, dyes.gold],
    }),
  damask: (sized) =>
    fromDraft(
      fretDamask,
      { ends: sized(224), picks: sized(160), cell: [9, 9], sheen: 0.9 },
      { warp: () => dyes.celadon, weft: () => dyes.silk },
    ),
  'hooks-wuling': (sized) => hooks(sized, 'wuling'),
  suns: (sized) =>
    charted({ ends: sized(204), picks: sized(204), cell: [10, 7], sheen: 0.35 }, suns(), {
      warp: dyes.night,
      weft: dyes.night,
      colours: [dyes.madder, dyes.turmeric, dyes.sky, dyes.white],
    }),
  'standing-water': (sized) =>
    tapestry({ ends: sized(200), picks: sized(300), cell: [10, 5], sheen: 0.55 }, (end, pick) =>
      standingWater(end, pick, sized(300)),
    ),
}

/** The chequered cloth of every village: broad fields, and thin lines where they meet. */
function check(thread: number): Colour {
  const place = thread % 36
  if (place < 14) return dyes.madder
  if (place < 16) return dyes.white
  if (place < 18) return dyes.ebony
  if (place < 32) return dyes.indigo
  return place < 34 ? dyes.ebony : dyes.white
}

function charted(
  size: Pick<Cloth, 'ends' | 'picks' | 'cell' | 'sheen'>,
  chart: Chart,
  { warp, weft, colours }: { warp: Colour; weft: Colour; colours: readonly Colour[] },
): Cloth {
  const left = Math.floor(size.ends / 2) - Math.floor(chart[0]!.length / 2)
  const top = Math.floor(size.picks / 2) - Math.floor(chart.length / 2)
  return brocaded(size, { warp: () => warp, weft: () => weft }, (end, pick) => {
    const number = repeated(chart, end - left, pick - top)
    return number === 0 ? null : colours[number - 1]!
  })
}

function hooks(sized: Sized, shore: 'mekong' | 'wuling'): Cloth {
  const size = { ends: sized(201), picks: sized(201), cell: [10, 7], sheen: 0.2 } as const
  const ground = shore === 'mekong' ? dyes.lac : dyes.ebony
  const colours =
    shore === 'mekong'
      ? [dyes.silk, dyes.turmeric, dyes.leaf, dyes.silk]
      : [dyes.madder, dyes.turmeric, dyes.sky, dyes.rose]
  return charted(size, hookedDiamond(34), { warp: ground, weft: ground, colours })
}

/** Weft ikat: the thread was tied and dyed before it was woven, so every pick carries its picture a little beside the last. */
function ikat(sized: Sized): Cloth {
  const size = { ends: sized(220), picks: sized(216), cell: [9, 7], sheen: 0.6 } as const
  const picture = (end: number, pick: number): Colour => {
    const slipped = end + Math.round((lot(7, pick) - 0.5) * 2.6 + Math.sin(pick / 5) * 0.6)
    const bled = slipped + (lot(8, slipped, pick) < 0.16 ? 1 : 0)
    return naga(bled, pick)
  }
  return {
    ...size,
    at: (end, pick) =>
      (end + pick) % 3 === 0
        ? { top: 'warp', colour: dyes.lac }
        : { top: 'weft', colour: picture(end, pick) },
  }
}

/** The naga's body as a bent line between diamonds. */
function naga(end: number, pick: number): Colour {
  const fold = (value: number, by: number) => Math.abs((((value % by) + by) % by) - by / 2)
  const across = fold(end, 44)
  const down = fold(pick, 54) * 0.82
  const diamond = across + down
  if (diamond < 4) return dyes.silk
  if (diamond < 8) return dyes.leaf
  if (diamond < 11) return dyes.silk
  const body = Math.abs(fold(end + 22, 44) - fold(pick + 27, 54) * 0.82 + 2)
  if (body < 1.6) return dyes.turmeric
  if (body < 4) return dyes.night
  if (body < 5.6) return dyes.silk
  return (Math.floor(end / 2) + Math.floor(pick / 3)) % 9 === 0 ? dyes.rose : dyes.lac
}

const waters = [
  dyes.night,
  dyes.indigo,
  dyes.sky,
  dyes.white,
  dyes.rose,
  dyes.madder,
  dyes.lac,
  dyes.madder,
  dyes.turmeric,
  dyes.white,
  dyes.celadon,
  dyes.leaf,
] as const

/** Steps that rise and fall like water over stones; each colour turns back where the next begins. */
function flowingWater(end: number, pick: number): Colour {
  const step = 6
  const column = Math.floor(end / step)
  const peak = Math.abs((column % 14) - 7)
  const crest = peak < 2 ? 2 : 0
  const level = Math.floor((pick + (peak + crest) * 9) / 12)
  return waters[((level % waters.length) + waters.length) % waters.length]!
}

const stripes = [
  dyes.indigo,
  dyes.sky,
  dyes.white,
  dyes.celadon,
  dyes.leaf,
  dyes.turmeric,
  dyes.rose,
  dyes.madder,
] as const

/** The hem of a court robe: standing water below, round waves above it, and a rock between. */
function standingWater(end: number, pick: number, picks: number): Colour {
  const height = picks - pick
  const sea = picks * 0.42
  const ripple = Math.sin(end / 16) * 6
  if (height < sea + ripple) {
    const stripe = Math.floor((end * 0.9 + height * 0.62 + Math.sin(height / 17) * 7) / 5)
    return stripes[((stripe % stripes.length) + stripes.length) % stripes.length]!
  }
  return wave(end, height - sea) ?? sky(end, pick)
}

/** Rings of half circles, each row before the one above it; null above the highest. */
function wave(end: number, height: number): Colour | null {
  const radius = 22
  for (const row of [0, 1, 2, 3]) {
    const shift = row % 2 === 0 ? 0 : radius
    const x = ((((end + shift) % (2 * radius)) + 2 * radius) % (2 * radius)) - radius
    const y = (height - row * 20) / 1.9
    const distance = Math.hypot(x, y)
    if (y >= -2 && distance < radius) {
      const ringColours = [dyes.white, dyes.sky, dyes.indigo, dyes.night]
      return ringColours[Math.floor(distance / 4) % 4]!
    }
  }
  return null
}

function sky(end: number, pick: number): Colour {
  for (const [x, y, size] of [
    [46, 44, 17],
    [118, 74, 13],
    [164, 34, 19],
  ] as const) {
    for (const [dx, dy, part] of [
      [0, 0, 1],
      [-1.1, 0.35, 0.66],
      [1.1, 0.35, 0.66],
      [2, 0.6, 0.4],
      [-2, 0.6, 0.4],
    ] as const) {
      const away = Math.hypot(end - x - dx * size, (pick - y - dy * size * 2) / 2) / (size * part)
      if (away < 1)
        return away > 0.8
          ? dyes.white
          : away > 0.52
            ? dyes.rose
            : away > 0.26
              ? dyes.madder
              : dyes.white
    }
  }
  return dyes.gold
}
