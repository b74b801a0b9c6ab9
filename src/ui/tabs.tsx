import { sample } from './sample-text.ts'
import type { Examples, Link } from './types.ts'

interface TabsProps {
  /** What the tabs choose between, for screen readers. */
  label: string
  tabs: readonly (Link & { current?: boolean; count?: number | string })[]
}

/** Parts of one object, or saved views of one list, each with its own address. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'tabs',
    render: () => (
      <Tabs
        label={sample('cases', language)}
        tabs={[
          { href: '#t1', label: sample('inbox', language), current: true, count: 5 },
          { href: '#t2', label: sample('inEvaluation', language), count: 12 },
          { href: '#t3', label: sample('recognised', language) },
        ]}
      />
    ),
  },
]
