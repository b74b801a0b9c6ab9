import { sample } from './sample-text.ts'
import type { Examples } from './types.ts'

/** A part of a whole from `from` to `to` (0 to 1), with its name and its size in words. */
export interface BandSpan {
  label: string
  size: string
  from: number
  to: number
}

interface SpanBandsProps {
  /** What the picture shows, in words. */
  label: string
  /** One band, or two side by side that are compared. */
  bands: readonly { title: string; spans: readonly BandSpan[] }[]
  /** What the two ends of the scale are. */
  ends: { first: string; last: string }
  /** A part that is followed from one band to the other. */
  mark?: { from: number; to: number; label: string }
}

const width = 380
const top = 46
const bandWidth = 46
const lineHeight = 17

/** Parts of a whole, the first at the top, each named beside its band. Two bands share one scale, so what lies level corresponds. */
export function SpanBands({ label, bands, ends, mark }: SpanBandsProps) {
  const most = Math.max(...bands.map((band) => band.spans.length))
  const height = Math.max(260, (most + 1) * lineHeight)
  const scale = { height, y: (share: number) => top + share * height }
  const places = bands.length === 1 ? [150] : [118, width - 118 - bandWidth]
  return (
    <figure class="span-bands">
      <svg
        class="span-picture"
        viewBox={`0 0 ${width} ${height + top + 26}`}
        role="img"
        aria-label={label}
      >
        {mark && (
          <g>
            <rect
              class="span-mark"
              x={places[0]! - 4}
              width={places.at(-1)! + bandWidth + 8 - places[0]!}
              y={scale.y(mark.from)}
              height={Math.max(1.5, (mark.to - mark.from) * height)}
            />
            <title>{mark.label}</title>
          </g>
        )}
        {bands.map((band, index) => (
          <Band
            key={index}
            band={band}
            x={places[index]!}
            side={bands.length === 2 && index === 0 ? 'left' : 'right'}
            alone={bands.length === 1}
            scale={scale}
          />
        ))}
        <text class="span-end" x={places[0]! + bandWidth / 2} y={top - 6}>
          {ends.first}
        </text>
        <text class="span-end" x={places[0]! + bandWidth / 2} y={top + height + 16}>
          {ends.last}
        </text>
      </svg>
    </figure>
  )
}

interface BandProps {
  band: SpanBandsProps['bands'][number]
  x: number
  side: 'left' | 'right'
  alone: boolean
  scale: { height: number; y: (share: number) => number }
}

function Band({ band, x, side, alone, scale }: BandProps) {
  const centres = band.spans.map(({ from, to }) => scale.y((from + to) / 2))
  const lines = spreadLabels(centres, scale.y(0) + 4, scale.y(1))
  const edge = side === 'left' ? x : x + bandWidth
  const toLabel = side === 'left' ? -18 : 18
  return (
    <g>
      <text
        class={`span-title span-title-${alone ? 'middle' : side}`}
        x={alone ? x + bandWidth / 2 : side === 'left' ? x + bandWidth : x}
        y={16}
      >
        {shortTitle(band.title, alone ? 52 : 24)}
      </text>
      {band.spans.map((span, index) => (
        <g key={index}>
          <rect
            class={index % 2 === 0 ? 'span-part' : 'span-part span-part-even'}
            x={x}
            width={bandWidth}
            y={scale.y(span.from)}
            height={Math.max(0, (span.to - span.from) * scale.height)}
          />
          <path
            class="span-lead"
            d={`M${edge} ${centres[index]!.toFixed(1)} L${edge + toLabel * 0.8} ${lines[index]!.toFixed(1)}`}
          />
          <text
            class={`span-label span-label-${side}`}
            x={edge + toLabel}
            y={(lines[index]! + 4.5).toFixed(1)}
          >
            {side === 'left' ? (
              <>
                <tspan class="span-size">{span.size}</tspan>
                <tspan class="span-name" dx="7">
                  {span.label}
                </tspan>
              </>
            ) : (
              <>
                <tspan class="span-name">{span.label}</tspan>
                <tspan class="span-size" dx="7">
                  {span.size}
                </tspan>
              </>
            )}
          </text>
        </g>
      ))}
    </g>
  )
}

/** A title that has room: letters of East Asian scripts take twice the room of others. */
function shortTitle(title: string, room: number): string {
  let left = room
  let short = ''
  for (const letter of title) {
    left -= /[\u1100-\u11ff\u2e80-\uffef]/.test(letter) ? 2 : 1
    if (left < 0) return `${short.trimEnd()}…`
    short += letter
  }
  return short
}

/** Places for labels as near to what they name as they can be without lying on one another. */
export function spreadLabels(centres: readonly number[], first: number, last: number): number[] {
  const places = [...centres]
  let least = first
  for (const [index, centre] of centres.entries()) {
    places[index] = Math.max(centre, least)
    least = places[index]! + lineHeight
  }
  let most = last
  for (let index = places.length - 1; index >= 0; index -= 1) {
    places[index] = Math.min(places[index]!, most)
    most = places[index]! - lineHeight
  }
  return places
}

export const examples: Examples = (language) => [
  {
    name: 'span-bands',
    render: () => (
      <SpanBands
        label={sample('cases', language)}
        ends={{ first: '0 %', last: '100 %' }}
        bands={[
          {
            title: sample('pku', language),
            spans: [
              { label: 'A', size: '10 %', from: 0, to: 0.1 },
              { label: 'B', size: '60 %', from: 0.1, to: 0.7 },
              { label: 'C', size: '30 %', from: 0.7, to: 1 },
            ],
          },
          {
            title: sample('ruc', language),
            spans: [
              { label: '20', size: '1 %', from: 0, to: 0.01 },
              { label: '19', size: '1 %', from: 0.01, to: 0.02 },
              { label: '18', size: '28 %', from: 0.02, to: 0.3 },
              { label: '17', size: '70 %', from: 0.3, to: 1 },
            ],
          },
        ]}
        mark={{ from: 0.1, to: 0.7, label: 'B' }}
      />
    ),
  },
]
