import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'

/** Something that is rarely needed, folded away under a line that says what it is. */
export function Fold({
  summary,
  open,
  children,
}: {
  summary: Content
  open?: boolean
  children: Content
}) {
  return (
    <details class="fold" open={open}>
      <summary>{summary}</summary>
      <div class="fold-body">{children}</div>
    </details>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'fold',
    render: () => <Fold summary={sample('recognition', language)}>{sample('lead', language)}</Fold>,
  },
]
