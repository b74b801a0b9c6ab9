import { sample } from './sample-text.ts'
import type { Content, Examples, Tone } from './types.ts'

export interface Bar {
  label: Content
  value: number
  /** The value in words, in the reader's numbers. */
  valueLabel: Content
  href?: string
  tone?: Tone
}

interface BarRowsProps {
  caption: Content
  captionHidden?: boolean
  /** What the rows are, and what is measured. */
  labelHeading: string
  valueHeading: string
  rows: readonly Bar[]
  /** The full length; the largest value unless given. */
  max?: number
}

/** A bar for each row with its number beside it. The plot is a table, so it reads and prints as one. */
export function BarRows({
  caption,
  captionHidden,
  labelHeading,
  valueHeading,
  rows,
  max,
}: BarRowsProps) {
  const full = max ?? Math.max(1, ...rows.map((row) => row.value))
  return (
    <table class="bars">
      <caption class={captionHidden ? 'hidden-visually' : undefined}>{caption}</caption>
      <thead class="hidden-visually">
        <tr>
          <th scope="col">{labelHeading}</th>
          <th scope="col">{valueHeading}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} class={`tone-${row.tone ?? 'info'}`}>
            <th scope="row">{row.href ? <a href={row.href}>{row.label}</a> : row.label}</th>
            <td>
              <svg class="bar" width="100%" height="20" aria-hidden="true" focusable="false">
                <rect class="bar-room" width="100%" height="20" />
                <rect class="bar-fill" width={`${(100 * row.value) / full}%`} height="20" />
              </svg>
              <span class="bar-value">{row.valueLabel}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'bars',
    render: () => (
      <BarRows
        caption={sample('cases', language)}
        labelHeading={sample('host', language)}
        valueHeading={sample('cases', language)}
        rows={[
          { label: sample('pku', language), value: 64, valueLabel: '64' },
          { label: sample('ruc', language), value: 31, valueLabel: '31' },
          { label: sample('museum', language), value: 7, valueLabel: '7', tone: 'attention' },
        ]}
      />
    ),
  },
]
