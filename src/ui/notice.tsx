import { Icon, type IconName } from './icon.tsx'
import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'

export type NoticeTone = 'info' | 'done' | 'attention' | 'harm'

const icons: Record<NoticeTone, IconName> = {
  info: 'info',
  done: 'check',
  attention: 'clock',
  harm: 'warning',
}

interface NoticeProps {
  tone: NoticeTone
  title?: Content
  children?: Content
  /** What can be done about it: a link, an undo form. */
  action?: Content
  /** True when it answers what the reader has just done; a screen reader then says it at once. */
  live?: boolean
}

/** Says what happened or what to know, and what can be done about it. */
export function Notice({ tone, title, children, action, live }: NoticeProps) {
  return (
    <div class={`notice tone-${tone}`} role={live ? 'status' : undefined}>
      <Icon name={icons[tone]} />
      <div class="notice-text">
        {title && <p class="notice-title">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action && <div class="notice-action">{action}</div>}
    </div>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'notices',
    render: () => (
      <div class="stack">
        <Notice
          tone="done"
          title={sample('decided', language)}
          action={<a href="#">{sample('undo', language)}</a>}
        />
        <Notice tone="attention" title={sample('dueSoon', language)}>
          {sample('lead', language)}
        </Notice>
        <Notice tone="harm" title={sample('refused', language)} />
        <Notice tone="info" title={sample('recognisedHint', language)} />
      </div>
    ),
  },
]
