import type { ClothThread, Crossing } from './cloth-types.ts'

const room = 104
const height = 124
const middle = height / 2
const yarns = [-18, -12, -6, 0, 6, 12, 18]

type Threads = readonly Pick<ClothThread, 'id'>[]

/** One row of the cloth: the warp, the picks between, and the person's thread with its overs and unders. */
export function Slice({
  threads,
  crossing,
  first,
}: {
  threads: Threads
  crossing: Crossing
  first: boolean
}) {
  const from = center(threads, crossing.threadFrom)
  const to = center(threads, crossing.threadTo)
  return (
    <svg
      class={`cloth-slice kind-${crossing.kind}`}
      viewBox={`0 0 ${threads.length * room} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <Picks width={threads.length * room} />
      <Ground count={threads.length} />
      <Warp threads={threads} from={0} to={height} />
      <path class="cloth-halo" d={weftPath(from, to, first)} />
      <path class={weftClass(crossing.count)} d={weftPath(from, to, first)} />
      <Unders threads={threads} from={from} to={to} />
      <Knot x={to} y={from === to ? middle : middle + 34} />
    </svg>
  )
}

/** The loose end under the last row: the thread runs on, or is tied off. */
export function Tail({
  threads,
  at,
  ended,
}: {
  threads: Threads
  at: string | undefined
  ended: boolean
}) {
  const x = at === undefined ? 0 : center(threads, at)
  return (
    <svg
      class="cloth-slice cloth-tail"
      viewBox={`0 0 ${threads.length * room} 40`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <Fringe threads={threads} />
      {at !== undefined && (
        <path
          class={ended ? 'cloth-weft' : 'cloth-weft cloth-loose'}
          d={`M${x} 0V${ended ? 10 : 40}`}
        />
      )}
    </svg>
  )
}

/** The whole journey as a swatch. */
export function Band({
  label,
  threads,
  crossings,
}: {
  label: string
  threads: Threads
  crossings: readonly Crossing[]
}) {
  const step = 16
  const scale = 18 / room
  const total = crossings.length * step + 8
  const width = threads.length * 18
  const x = (id: string) => center(threads, id) * scale
  const start = crossings[0] ? x(crossings[0].threadFrom) : 0
  const path = crossings.reduce((d, crossing, index) => {
    const y = 4 + index * step
    const end = x(crossing.threadTo)
    return `${d}V${y}C${lastX(index)} ${y + 9} ${end} ${y + 3} ${end} ${y + 12}`
  }, `M${start} 0`)
  function lastX(index: number): number {
    const before = crossings[index]
    return before ? x(before.threadFrom) : start
  }
  return (
    <svg
      class="cloth-band"
      viewBox={`0 0 ${width} ${total}`}
      width={width}
      height={total}
      role="img"
      aria-label={label}
    >
      {threads.map((thread, index) => (
        <path
          key={thread.id}
          class={`cloth-warp dye-stroke-${index % 8}`}
          d={[-3, 0, 3].map((offset) => `M${x(thread.id) + offset} 0V${total}`).join('')}
        />
      ))}
      <path class="cloth-halo" d={`${path}V${total}`} />
      <path class="cloth-weft" d={`${path}V${total}`} />
      {crossings.map((crossing, index) => (
        <Knot key={index} x={x(crossing.threadTo)} y={4 + index * step + 12} />
      ))}
    </svg>
  )
}

function center(threads: Threads, id: string): number {
  const index = threads.findIndex((thread) => thread.id === id)
  if (index < 0) throw new Error(`The cloth has no thread ${id}.`)
  return index * room + room / 2
}

function weftPath(from: number, to: number, first: boolean): string {
  if (from === to) return `M${from} ${first ? middle : 0}V${height}`
  const side = Math.sign(to - from)
  const start = first ? `M${from} ${middle - 40}` : `M${from} 0`
  return `${start}V${middle - 22}Q${from} ${middle} ${from + 22 * side} ${middle}H${to - 22 * side}Q${to} ${middle} ${to} ${middle + 22}V${height}`
}

function weftClass(count: number | undefined): string {
  if (count === undefined || count < 5) return 'cloth-weft'
  return count < 20 ? 'cloth-weft cloth-weft-many' : 'cloth-weft cloth-weft-most'
}

// On a phone the finer yarns are left out, so that a bundle stays a bundle.
function Warp({ threads, from, to }: { threads: Threads; from: number; to: number }) {
  const lines = (index: number, offsets: readonly number[]) =>
    offsets.map((offset) => `M${index * room + room / 2 + offset} ${from}V${to}`).join('')
  return (
    <>
      {threads.map((thread, index) => (
        <g key={thread.id} class={`cloth-warp dye-stroke-${index % 8}`}>
          <path d={lines(index, [-12, 0, 12])} />
          <path class="cloth-fine" d={lines(index, [-18, -6, 6, 18])} />
        </g>
      ))}
    </>
  )
}

// The undyed warp between the dyed threads.
function Ground({ count }: { count: number }) {
  const between = Array.from({ length: Math.ceil((count * room) / 6) }, (_, index) => index * 6 + 4)
  const undyed = between.filter((x) => Math.abs((x % room) - room / 2) > 20)
  return <path class="cloth-ground" d={undyed.map((x) => `M${x} 0V${height}`).join('')} />
}

// The undyed picks of the ground: short floats, each row shifted by one like a plain weave.
function Picks({ width }: { width: number }) {
  const rows = Array.from({ length: Math.floor(height / 6) }, (_, row) => row)
  return (
    <path
      class="cloth-picks"
      d={rows
        .map((row) => {
          const y = row * 6.2 + 3
          const floats = Array.from(
            { length: width / 12 + 1 },
            (_, index) => index * 12 + (row % 2) * 6 - 6,
          )
          return floats.map((x) => `M${Math.max(0, x)} ${y}H${Math.min(width, x + 7)}`).join('')
        })
        .join('')}
    />
  )
}

// Every second yarn that the person's thread meets lies above it, so its piece is drawn again on top.
function Unders({ threads, from, to }: { threads: Threads; from: number; to: number }) {
  if (from === to) return null
  const [left, right] = from < to ? [from, to] : [to, from]
  const met = threads.flatMap((_, index) =>
    yarns.map((offset) => ({ dye: index % 8, x: index * room + room / 2 + offset })),
  )
  const above = met
    .filter(({ x }) => x > left + 8 && x < right - 8)
    .filter((_, index) => index % 2 === 0)
  return (
    <>
      {above.map(({ dye, x }) => (
        <path
          key={x}
          class={`cloth-warp cloth-over dye-stroke-${dye}`}
          d={`M${x} ${middle - 7}V${middle + 7}`}
        />
      ))}
    </>
  )
}

function Fringe({ threads }: { threads: Threads }) {
  return (
    <>
      {threads.map((thread, index) => (
        <path
          key={thread.id}
          class={`cloth-warp dye-stroke-${index % 8}`}
          d={yarns
            .map((offset, yarn) => {
              const x = index * room + room / 2 + offset
              const length = [24, 32, 20, 36, 26][(yarn + index) % 5]!
              return `M${x} 0C${x} 12 ${x + (yarn - 3)} 16 ${x + (yarn - 3) * 1.5} ${length}`
            })
            .join('')}
        />
      ))}
    </>
  )
}

// Strokes of no length with round ends: they stay round when a row is stretched to the height of its text.
function Knot({ x, y }: { x: number; y: number }) {
  return (
    <g class="cloth-knot">
      <path class="cloth-knot-edge" d={`M${x} ${y}h0.01`} />
      <path class="cloth-knot-bead" d={`M${x} ${y}h0.01`} />
    </g>
  )
}
