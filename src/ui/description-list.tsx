import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'

interface DescriptionListProps {
  items: readonly { term: Content; value: Content; action?: Content }[]
  /** Pairs beside each other instead of one a line. */
  columns?: boolean
}

/** Names of properties with their values. */
export function DescriptionList({ items, columns }: DescriptionListProps) {
  return (
    <dl class={columns ? 'descriptions descriptions-columns' : 'descriptions'}>
      {items.map((item, index) => (
        <div key={index}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
          {item.action && <dd class="description-action">{item.action}</dd>}
        </div>
      ))}
    </dl>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'description-list',
    render: () => (
      <DescriptionList
        items={[
          { term: sample('student', language), value: sample('person', language) },
          {
            term: sample('home', language),
            value: sample('au', language),
            action: <a href="#">{sample('undo', language)}</a>,
          },
          { term: sample('host', language), value: sample('pku', language) },
        ]}
      />
    ),
  },
]
