import type { Language } from '#kernel/values'
import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'

interface ShareBandsProps {
  caption: Content
  captionHidden?: boolean
  /** What the rows are. */
  labelHeading: string
  /** What each part is called, in order; parts beyond the fifth share one weave. `last` may be what is left over. */
  parts: readonly string[]
  /** The last part is what went without: bare warp instead of cloth. */
  lastIsBare?: boolean
  rows: readonly {
    label: Content
    /** One number for each part. */
    values: readonly number[]
    /** The numbers in the reader's digits, one for each part. */
    valueLabels: readonly string[]
    /** The whole in words. */
    total: Content
  }[]
}

const weaves = 5

/**
 * How wholes are divided, one woven band a row: each part has a weave and a dye of its own, so that the picture is read
 * without colours too. It is a table: the numbers stand in it, and it prints as one.
 */
export function ShareBands(props: ShareBandsProps) {
  const { parts, rows, lastIsBare } = props
  const kindOf = (part: number) =>
    lastIsBare && part === parts.length - 1 ? 'bare' : String(Math.min(part, weaves - 1))
  return (
    <div class="share-bands">
      <Weaves />
      <ul class="share-key" aria-hidden="true">
        {parts.map((part, index) => (
          <li key={index}>
            <svg width="22" height="14" focusable="false">
              <Part kind={kindOf(index)} x="0" width="100%" />
            </svg>
            <span>{part}</span>
          </li>
        ))}
      </ul>
      <div class="table-frame">
        <table class="shares">
          <caption class={props.captionHidden ? 'hidden-visually' : undefined}>
            {props.caption}
          </caption>
          <thead class="hidden-visually">
            <tr>
              <th scope="col">{props.labelHeading}</th>
              <th scope="col">{props.caption}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row">{row.label}</th>
                <td>
                  <Band values={row.values} kindOf={kindOf} />
                  <span class="share-values">
                    {row.valueLabels.map((value, part) =>
                      row.values[part]! > 0 ? (
                        <span key={part}>
                          {parts[part]} <b>{value}</b>
                        </span>
                      ) : null,
                    )}
                    <span class="quiet">{row.total}</span>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Band({ values, kindOf }: { values: readonly number[]; kindOf: (part: number) => string }) {
  const whole = Math.max(
    1,
    values.reduce((sum, value) => sum + value, 0),
  )
  let before = 0
  return (
    <svg class="share-band" width="100%" height="26" aria-hidden="true" focusable="false">
      {values.map((value, part) => {
        const x = before
        before += value
        if (value === 0) return null
        return (
          <Part
            key={part}
            kind={kindOf(part)}
            x={`${(100 * x) / whole}%`}
            width={`${(100 * value) / whole}%`}
          />
        )
      })}
    </svg>
  )
}

function Part({ kind, x, width }: { kind: string; x: string; width: string }) {
  return (
    <>
      <rect class={`share-ground share-${kind}`} x={x} width={width} height="100%" />
      <rect fill={`url(#weave-${kind})`} x={x} width={width} height="100%" />
      <rect class="share-edge" x={x} width="1.5" height="100%" />
    </>
  )
}

// Drawn once on a page; the patterns lie over the dyes.
function Weaves() {
  const draws: Record<string, string> = {
    '0': 'M0 1.5h6M0 4.5h6',
    '1': 'M0 6L6 0M-1 1L1 -1M5 7L7 5',
    '2': 'M1.5 0v3M4.5 3v3',
    '3': 'M0 0L3 3L6 0M0 6L3 3L6 6',
    '4': 'M1 1h1M4 4h1',
    bare: 'M1.5 0v6M4.5 0v6',
  }
  return (
    <svg class="share-weaves" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {Object.entries(draws).map(([kind, d]) => (
          <pattern
            key={kind}
            id={`weave-${kind}`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
          >
            <path class={`share-thread share-thread-${kind}`} d={d} />
          </pattern>
        ))}
      </defs>
    </svg>
  )
}

function examplesIn(language: Language) {
  const parts = [
    sample('recognised', language),
    sample('dueSoon', language),
    sample('refused', language),
  ]
  return (
    <ShareBands
      caption={sample('cases', language)}
      labelHeading={sample('host', language)}
      parts={parts}
      lastIsBare
      rows={[
        {
          label: sample('pku', language),
          values: [40, 18, 6],
          valueLabels: ['40', '18', '6'],
          total: '64',
        },
        {
          label: sample('ruc', language),
          values: [9, 0, 3],
          valueLabels: ['9', '0', '3'],
          total: '12',
        },
      ]}
    />
  )
}

export const examples: Examples = (language) => [
  { name: 'share-bands', render: () => examplesIn(language) },
]
