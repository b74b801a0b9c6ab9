import { sample } from './sample-text.ts'
import { type Content, type Examples, classes } from './types.ts'

/**
 * What would push the essential off a phone's screen: there it is folded under a line that says what it is, and where
 * there is room it simply stands. Without scripts too; a browser that cannot open it by style keeps the fold.
 */
export function PhoneFold({
  summary,
  open,
  className,
  children,
}: {
  summary: Content
  /** Open on a phone as well: it holds what is wrong or what is in force. */
  open?: boolean
  className?: string
  children: Content
}) {
  return (
    <details class={classes('phone-fold', className)} open={open}>
      <summary>{summary}</summary>
      <div class="phone-fold-body">{children}</div>
    </details>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'phone-fold',
    render: () => (
      <PhoneFold summary={sample('recognition', language)}>
        <p>{sample('lead', language)}</p>
      </PhoneFold>
    ),
  },
]
