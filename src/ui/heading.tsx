import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'

interface HeadingProps {
  level: 1 | 2 | 3 | 4
  children: Content
  id?: string
  /** A few words above: what kind of thing this is. */
  kicker?: Content
  /** One or two sentences under the heading. */
  lead?: Content
  /** Buttons at the far side. */
  actions?: Content
}

/** A heading, with the words above and below it and the actions beside it. A page has one of level 1. */
export function Heading({ level, children, id, kicker, lead, actions }: HeadingProps) {
  const Tag = `h${level}` as const
  if (!kicker && !lead && !actions) return <Tag id={id}>{children}</Tag>
  return (
    <div class={`heading heading-${level}`}>
      <div class="heading-text">
        {kicker && <p class="kicker">{kicker}</p>}
        <Tag id={id}>{children}</Tag>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {actions && <div class="heading-actions">{actions}</div>}
    </div>
  )
}

interface SectionProps {
  title: Content
  level?: 2 | 3
  id?: string
  lead?: Content
  actions?: Content
  children: Content
}

/** A part of a page under its own heading. */
export function Section({ title, level = 2, id, lead, actions, children }: SectionProps) {
  return (
    <section class="section" aria-labelledby={id}>
      <Heading level={level} id={id} lead={lead} actions={actions}>
        {title}
      </Heading>
      {children}
    </section>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'heading',
    render: () => (
      <Heading
        level={2}
        kicker={sample('recognition', language)}
        lead={sample('lead', language)}
        actions={<a href="#">{sample('statement', language)}</a>}
      >
        {sample('caseTitle', language)}
      </Heading>
    ),
  },
]
