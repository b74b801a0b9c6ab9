import type { Examples } from './types.ts'

type Draft = (x: number, y: number) => boolean

const mod = (n: number, by: number) => ((n % by) + by) % by

// Weave drafts: true where the warp thread lies above the weft.
const drafts: readonly Draft[] = [
  (x, y) => mod(x + y, 4) < 2,
  (x, y) => mod(x % 8 < 4 ? x + y : y - x - 1, 4) < 2,
  (x, y) => mod(Math.abs(mod(x, 10) - 5) + y, 4) < 2,
  (x, y) => mod(Math.abs(mod(x, 8) - 4) + Math.abs(mod(y, 8) - 4), 4) < 2,
  (x, y) => mod(x + y * 3, 5) < 2,
  (x, y) => mod(x * 2 + y, 5) < 3,
  (x, y) => mod(x, 4) < 2 === mod(y, 4) < 2,
  (x, y) => mod(Math.abs(mod(x, 12) - 6) - Math.abs(mod(y, 6) - 3), 3) === 0,
]

// Weft, warp and stripe, as dyes that a weaver would put beside each other: always light against dark.
const palettes: readonly (readonly [number, number, number])[] = [
  [7, 0, 3],
  [0, 7, 2],
  [7, 2, 0],
  [3, 0, 7],
  [7, 4, 3],
  [4, 7, 5],
  [1, 7, 0],
  [7, 1, 4],
  [5, 7, 0],
  [0, 5, 7],
  [7, 6, 3],
  [6, 7, 2],
  [2, 7, 3],
  [3, 4, 7],
  [0, 3, 1],
  [1, 0, 7],
]

interface WovenBandProps {
  /** The id of the organisation, person or programme; the same id always gives the same band. */
  id: string
  /** A square swatch beside a name, a short band, or the long edge of a card. */
  size?: 'swatch' | 'band' | 'edge'
}

const sizes = {
  swatch: { columns: 10, rows: 10 },
  band: { columns: 40, rows: 6 },
  edge: { columns: 96, rows: 5 },
} as const

/** A narrow woven band made from an id: weave, warp stripes and dyes. It decorates; a name stands beside it. */
export function WovenBand({ id, size = 'swatch' }: WovenBandProps) {
  const { columns, rows } = sizes[size]
  const cell = 3
  const width = columns * cell
  const height = rows * cell
  return (
    <svg
      class={`woven woven-${size}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      preserveAspectRatio={size === 'edge' ? 'xMinYMid slice' : undefined}
      shape-rendering="crispEdges"
      aria-hidden="true"
      focusable="false"
    >
      {weave(id, columns, rows, cell).map(({ dye, path }) => (
        <path key={dye} class={`dye-${dye}`} d={path} />
      ))}
    </svg>
  )
}

function weave(
  id: string,
  columns: number,
  rows: number,
  cell: number,
): { dye: number; path: string }[] {
  const random = randomFrom(id)
  const draft = drafts[random(drafts.length)]!
  const [weft, first, second] = palettes[random(palettes.length)]!
  const stripe = Array.from({ length: 5 }, () => (random(3) === 0 ? second : first))
  const warp = [...stripe, ...stripe.toReversed()]
  const paths = new Map<number, string[]>()
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns;) {
      const dye = dyeAt(x, y)
      let end = x + 1
      while (end < columns && dyeAt(end, y) === dye) end += 1
      const run = (end - x) * cell
      paths.set(dye, [
        ...(paths.get(dye) ?? []),
        `M${x * cell} ${y * cell}h${run}v${cell}h${-run}z`,
      ])
      x = end
    }
  }
  function dyeAt(x: number, y: number): number {
    return draft(x, y) ? warp[x % warp.length]! : weft
  }
  return [...paths].map(([dye, parts]) => ({ dye, path: parts.join('') }))
}

// FNV-1a for the seed and xorshift for the sequence: small, and the same on every machine.
function randomFrom(id: string): (below: number) => number {
  let state = 0x811c9dc5
  for (const character of id) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193) >>> 0
  state ||= 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return (state >>> 8) % below
  }
}

export const examples: Examples = () => [
  {
    name: 'woven-bands',
    render: () => (
      <div class="stack">
        <p class="row">
          {['au', 'pku', 'ruc', 'unesco', 'pwh', 'snu', 'paris', 'museum', 'fund', 'ministry'].map(
            (id) => (
              <WovenBand key={id} id={id} />
            ),
          )}
        </p>
        <p class="row">
          {['talent', 'sino-thai', 'lab', 'summit'].map((id) => (
            <WovenBand key={id} id={id} size="band" />
          ))}
        </p>
      </div>
    ),
  },
]
