/** A pattern chart: rows of places, each with the number of a colour, 0 for none. */
export type Chart = readonly (readonly number[])[]

/** An empty chart to draw on. */
export function blank(width: number, height: number): number[][] {
  return Array.from({ length: height }, () => Array.from({ length: width }, () => 0))
}

/** A quarter, mirrored to the left and upwards around its first place. */
export function mirrored(quarter: Chart): Chart {
  const halves = quarter.map((row) => [...row.slice(1).toReversed(), ...row])
  return [...halves.slice(1).toReversed(), ...halves]
}

/** The place of an endless repeat of a chart. */
export function repeated(chart: Chart, column: number, row: number): number {
  const height = chart.length
  const width = chart[0]!.length
  return chart[((row % height) + height) % height]![((column % width) + width) % width]!
}

/** Rings of a diamond around the first place of a quarter: each from `from` outwards, `wide` places thick. */
export function ring(quarter: number[][], from: number, wide: number, colour: number): void {
  quarter.forEach((row, y) =>
    row.forEach((_, x) => {
      const distance = x + y
      if (distance >= from && distance < from + wide) row[x] = colour
    }),
  )
}

/**
 * A hook, as weavers of both banks of the Mekong and of the Wuling mountains draw it: out from the ring, up, and back.
 * It stands on the side of a diamond at column `x` and row `y` of the quarter.
 */
export function hook(
  quarter: number[][],
  [x, y]: readonly [number, number],
  reach: number,
  colour: number,
): void {
  const put = (column: number, row: number) => {
    if (quarter[row]?.[column] !== undefined) quarter[row][column] = colour
  }
  for (let step = 0; step <= reach; step += 1) {
    put(x + step, y)
    put(x + step, y + 1)
  }
  for (let step = 0; step <= reach; step += 1) {
    put(x + reach, y + step)
    put(x + reach + 1, y + step)
  }
  for (let step = 0; step < reach - 1; step += 1) put(x + reach - step, y + reach)
}

/** Concentric diamonds with hooks outside of each: the figure that one shore calls the naga's hook and the other forty-eight hooks. */
export function hookedDiamond(size: number): Chart {
  const quarter = blank(size, size)
  ring(quarter, size - 2, 2, 4)
  ring(quarter, 22, 2, 1)
  for (const [x, y] of [
    [21, 3],
    [16, 8],
    [11, 13],
    [6, 18],
  ] as const)
    hook(quarter, [x, y], 5, 1)
  ring(quarter, 12, 2, 2)
  for (const [x, y] of [
    [11, 2],
    [7, 6],
    [3, 10],
  ] as const)
    hook(quarter, [x, y], 3, 2)
  ring(quarter, 5, 2, 3)
  ring(quarter, 0, 2, 1)
  between(quarter)
  return mirrored(quarter)
}

/** What stands between four large diamonds: a smaller one with hooks of its own, and a seed in it. */
function between(quarter: number[][]): void {
  const size = quarter.length
  const corner = blank(size, size)
  ring(corner, 19, 1, 4)
  ring(corner, 13, 2, 3)
  for (const place of [
    [12, 2],
    [8, 6],
    [3, 11],
  ] as const)
    hook(corner, place, 3, 3)
  ring(corner, 6, 2, 2)
  ring(corner, 2, 1, 1)
  ring(corner, 0, 1, 2)
  corner.forEach((row, y) =>
    row.forEach((colour, x) => {
      const target = quarter[size - 1 - y]!
      if (colour !== 0 && target[size - 1 - x] === 0) target[size - 1 - x] = colour
    }),
  )
}

/** Flowers of eight petals in a lattice: phikul blossoms, as on the raised silk of Lamphun. */
export function blossoms(): Chart {
  const size = 18
  const quarter = blank(size, size)
  quarter.forEach((row, y) =>
    row.forEach((_, x) => {
      const angle = Math.atan2(y, x)
      const distance = Math.hypot(x, y)
      const petal = 5.2 + 3.6 * Math.abs(Math.cos(4 * angle))
      if (distance < 1.6 || (distance > 2.6 && distance < petal)) row[x] = 1
      if (Math.abs(x + y - size - 4) < 1 && (x + y) % 2 === 0) row[x] = 2
      const fromCorner = Math.hypot(size - x, size - y)
      if (fromCorner < 3.4 + 1.4 * Math.abs(Math.cos(4 * Math.atan2(size - y, size - x))))
        row[x] = 3
    }),
  )
  return mirrored(quarter)
}

/** A lattice with a sun of eight rays in each field, as brocade of the Zhuang has it. */
export function suns(): Chart {
  const size = 26
  const quarter = blank(size, size)
  ring(quarter, size - 1, 3, 1)
  ring(quarter, size - 5, 1, 4)
  quarter.forEach((row, y) =>
    row.forEach((_, x) => {
      const straightRay = Math.min(x, y) < 2 && Math.max(x, y) < 13 && Math.max(x, y) > 4
      const slantedRay = Math.abs(x - y) < 2 && x + y < 17 && x + y > 7
      if (straightRay) row[x] = 2
      if (slantedRay) row[x] = 3
      const square = Math.max(x, y)
      if (square < 4) row[x] = square === 2 ? 0 : 4
      const corner = size - 1 - x + (size - 1 - y)
      if (corner < 9 && corner % 4 < 2) row[x] = corner < 4 ? 3 : 2
    }),
  )
  return mirrored(quarter)
}

/** One repeat of a key fret, the thunder pattern: a square spiral. */
export const fret: readonly string[] = [
  '#######.',
  '......#.',
  '#####.#.',
  '#...#.#.',
  '#.#.#.#.',
  '#.###.#.',
  '#.....#.',
  '#######.',
]
