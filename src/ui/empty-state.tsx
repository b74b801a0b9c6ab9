import { ButtonLink } from './button.tsx'
import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'

interface EmptyStateProps {
  title: Content
  /** Why there is nothing. */
  why: Content
  /** What to do first: one button or link. */
  action?: Content
}

/** Stands where a list would be: why it is empty and what to do first. */
export function EmptyState({ title, why, action }: EmptyStateProps) {
  return (
    <div class="empty-state">
      <Loom />
      <div>
        <p class="empty-state-title">{title}</p>
        <p class="empty-state-why">{why}</p>
        {action && <div class="empty-state-action">{action}</div>}
      </div>
    </div>
  )
}

// A warp that is strung and not yet woven.
function Loom() {
  const warp = Array.from({ length: 13 }, (_, index) => 6 + index * 7)
  return (
    <svg
      class="loom"
      viewBox="0 0 96 72"
      width="96"
      height="72"
      aria-hidden="true"
      focusable="false"
    >
      <path class="loom-warp" d={warp.map((x) => `M${x} 8V64`).join('')} />
      <path class="loom-beam" d="M0 6H96M0 66H96" />
      <path
        class="loom-weft"
        d={[58, 52]
          .map((y, row) => warp.map((x, i) => ((i + row) % 2 ? '' : `M${x - 3.5} ${y}h7`)).join(''))
          .join('')}
      />
    </svg>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'empty-state',
    render: () => (
      <EmptyState
        title={sample('emptyTitle', language)}
        why={sample('emptyWhy', language)}
        action={<ButtonLink href="#">{sample('openTranscript', language)}</ButtonLink>}
      />
    ),
  },
]
