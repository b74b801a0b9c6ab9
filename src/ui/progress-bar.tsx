import type { Language } from '#kernel/values'
import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'

interface ProgressBarProps {
  language: Language
  label: Content
  value?: number
  max?: number
  /** What the numbers say, in words. */
  detail?: Content
  /**
   * Answers JSON `{ value, max, detail?, done?, href? }`; with scripts on the bar follows it, and goes to `href`
   * (or loads the page again) when done. Without scripts the page's own refresh link serves.
   */
  poll?: string
}

/** How far long work has come. Without a value it only says that it runs. */
export function ProgressBar({ language, label, value, max = 100, detail, poll }: ProgressBarProps) {
  const bar = (
    <label class="progress">
      <span class="progress-label">{label}</span>
      <progress value={value} max={max} />
      <span class="progress-detail" data-detail>
        {detail ??
          (value === undefined
            ? ''
            : new Intl.NumberFormat(language, { style: 'percent' }).format(value / max))}
      </span>
    </label>
  )
  if (!poll) return bar
  return (
    <weft-progress data-poll={poll} role="status">
      {bar}
    </weft-progress>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'progress',
    render: () => (
      <ProgressBar language={language} label={sample('notFinished', language)} value={62} />
    ),
  },
]
