import { ButtonLink } from './button.tsx'
import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'

interface HeroProps {
  kicker?: Content
  title: Content
  lead?: Content
  /** One or two buttons. */
  actions?: Content
  /** A picture instead of the woven one. */
  image?: { src: string; alt: string; width?: number; height?: number }
}

/** Opens a public page: what this is, what to do first, and a large piece of cloth. */
export function Hero({ kicker, title, lead, actions, image }: HeroProps) {
  return (
    <header class="hero">
      <div class="hero-text">
        {kicker && <p class="kicker">{kicker}</p>}
        <h1>{title}</h1>
        {lead && <p class="lead">{lead}</p>}
        {actions && <div class="hero-actions">{actions}</div>}
      </div>
      {image ? <img class="hero-image" {...image} /> : <Weaving />}
    </header>
  )
}

const room = 80
const rowHeight = 56
const bundles = [0, 1, 2, 3, 4, 5, 6]
const yarns = [-15, -9, -3, 3, 9, 15]
const width = bundles.length * room
const height = 8 * rowHeight

/** Where each thread of the picture stands, row by row: people who meet, part and come home. */
const ways: { dye: string; at: readonly number[] }[] = [
  { dye: 'weaving-ink', at: [0, 0, 2, 2, 5, 5, 1, 1, 0] },
  { dye: 'weaving-turmeric', at: [3, 1, 1, 4, 4, 6, 6, 3, 3] },
  { dye: 'weaving-madder', at: [6, 6, 5, 5, 2, 2, 3, 4, 6] },
]

function Weaving() {
  return (
    <svg
      class="weaving"
      viewBox={`0 0 ${width} ${height + 34}`}
      aria-hidden="true"
      focusable="false"
    >
      <path class="weaving-picks" d={picks()} />
      <path class="weaving-undyed" d={undyed()} />
      {bundles.map((bundle) => (
        <path
          key={bundle}
          class={`weaving-warp dye-stroke-${bundle}`}
          d={yarns
            .map((offset) => `M${center(bundle) + offset} 0V${height}${fringe(bundle, offset)}`)
            .join('')}
        />
      ))}
      {ways.map(({ dye, at }, index) => (
        <g key={dye}>
          <path class="weaving-halo" d={way(at, index)} />
          <path class={`weaving-weft ${dye}`} d={way(at, index)} />
          {overs(at, index)}
        </g>
      ))}
    </svg>
  )
}

function center(bundle: number): number {
  return bundle * room + room / 2
}

/** Threads keep beside each other where two stand in one bundle. */
function lane(bundle: number, index: number): number {
  return center(bundle) + (index - 1) * 12
}

function turn(row: number, index: number): number {
  return row * rowHeight - 28 + (index - 1) * 15
}

function way(at: readonly number[], index: number): string {
  const start = `M${lane(at[0]!, index)} 0`
  const path = at.slice(1).map((bundle, row) => {
    const from = lane(at[row]!, index)
    const to = lane(bundle, index)
    if (from === to) return ''
    const y = turn(row + 1, index)
    const side = Math.sign(to - from)
    return `V${y - 14}Q${from} ${y} ${from + 14 * side} ${y}H${to - 14 * side}Q${to} ${y} ${to} ${y + 14}`
  })
  return `${start}${path.join('')}V${height + 20}`
}

function overs(at: readonly number[], index: number) {
  return at.slice(1).flatMap((bundle, row) => {
    const ends = [lane(at[row]!, index), lane(bundle, index)].sort((a, b) => a - b)
    const y = turn(row + 1, index)
    return bundles.map((crossed) => {
      const above = yarns
        .filter((_, yarn) => (yarn + row + index) % 2 === 0)
        .map((offset) => center(crossed) + offset)
        .filter((x) => x > ends[0]! + 16 && x < ends[1]! - 16)
      if (above.length === 0) return null
      const d = above.map((x) => `M${x} ${y - 6}V${y + 6}`).join('')
      return <path key={`${row}-${crossed}`} class={`weaving-warp dye-stroke-${crossed}`} d={d} />
    })
  })
}

function picks(): string {
  const rows = Array.from({ length: Math.floor(height / 7) }, (_, row) => row)
  return rows
    .map((row) => {
      const floats = Array.from(
        { length: Math.floor(width / 14) },
        (_, index) => index * 14 + (row % 2) * 7,
      )
      return floats.map((x) => `M${x} ${row * 7 + 4}h8`).join('')
    })
    .join('')
}

function undyed(): string {
  const all = Array.from({ length: Math.floor(width / 7) }, (_, index) => index * 7 + 4)
  const between = all.filter((x) => Math.abs((x % room) - room / 2) > 18)
  return between.map((x) => `M${x} 0V${height}`).join('')
}

function fringe(bundle: number, offset: number): string {
  const length = [18, 28, 14, 30, 22, 26][(bundle + (offset + 15) / 6) % 6]!
  return `q0 ${length / 2} ${offset / 4} ${length}`
}

export const examples: Examples = (language) => [
  {
    name: 'hero',
    render: () => (
      <Hero
        kicker={sample('members', language)}
        title={sample('exhibition', language)}
        lead={sample('lead', language)}
        actions={<ButtonLink href="#hero">{sample('openTranscript', language)}</ButtonLink>}
      />
    ),
  },
]
