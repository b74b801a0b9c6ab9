import type { ClothThread, Crossing } from './cloth.tsx'

const room = 72
const height = 96
const middle = height / 2
const yarns = [-10, -5, 0, 5, 10]

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
      <Warp threads={threads} from={0} to={height} />
      <path class="cloth-halo" d={weftPath(from, to, first)} />
      <path class={weftClass(crossing.count)} d={weftPath(from, to, first)} />
      <Unders threads={threads} from={from} to={to} />
      <Knot x={to} y={from === to ? middle : middle + 26} />
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
        <Knot key={index} x={x(crossing.threadTo)} y={4 + index * step + 12} radius={3} />
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
  const start = first ? `M${from} ${middle - 24}` : `M${from} 0`
  return `${start}V${middle - 18}Q${from} ${middle} ${from + 18 * side} ${middle}H${to - 18 * side}Q${to} ${middle} ${to} ${middle + 18}V${height}`
}

function weftClass(count: number | undefined): string {
  if (count === undefined || count < 5) return 'cloth-weft'
  return count < 20 ? 'cloth-weft cloth-weft-many' : 'cloth-weft cloth-weft-most'
}

function Warp({ threads, from, to }: { threads: Threads; from: number; to: number }) {
  return (
    <>
      {threads.map((thread, index) => (
        <path
          key={thread.id}
          class={`cloth-warp dye-stroke-${index % 8}`}
          d={yarns.map((offset) => `M${index * room + room / 2 + offset} ${from}V${to}`).join('')}
        />
      ))}
    </>
  )
}

// The undyed picks of the ground: short floats, each row shifted by one like a plain weave.
function Picks({ width }: { width: number }) {
  const rows = Array.from({ length: height / 8 }, (_, row) => row)
  return (
    <path
      class="cloth-picks"
      d={rows
        .map((row) => {
          const y = row * 8 + 4
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
          class={`cloth-warp dye-stroke-${dye}`}
          d={`M${x} ${middle - 5}V${middle + 5}`}
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
              return `M${x} 0C${x} 12 ${x + (yarn - 2)} 16 ${x + (yarn - 2) * 1.5} ${length}`
            })
            .join('')}
        />
      ))}
    </>
  )
}

function Knot({ x, y, radius = 6 }: { x: number; y: number; radius?: number }) {
  return (
    <path
      class="cloth-knot"
      d={`M${x} ${y - radius}L${x + radius} ${y}L${x} ${y + radius}L${x - radius} ${y}Z`}
    />
  )
}
