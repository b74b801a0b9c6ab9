import { Icon, type IconName } from './icon.tsx'
import { sample } from './sample-text.ts'
import type { Content, Examples, Tone } from './types.ts'

const icons: Record<Tone, IconName> = {
  neutral: 'dot',
  info: 'arrow',
  attention: 'clock',
  harm: 'warning',
  done: 'check',
  quiet: 'draft',
}

/** A state in words, with an icon and a colour for its tone; the colour alone says nothing. */
export function StateTag({
  tone,
  icon,
  children,
}: {
  tone: Tone
  icon?: IconName
  children: Content
}) {
  return (
    <span class={`state-tag tone-${tone}`}>
      <Icon name={icon ?? icons[tone]} />
      <span>{children}</span>
    </span>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'state-tags',
    render: () => (
      <p class="row">
        <StateTag tone="quiet">{sample('draft', language)}</StateTag>
        <StateTag tone="neutral">{sample('submitted', language)}</StateTag>
        <StateTag tone="info">{sample('inEvaluation', language)}</StateTag>
        <StateTag tone="attention">{sample('dueSoon', language)}</StateTag>
        <StateTag tone="harm">{sample('refused', language)}</StateTag>
        <StateTag tone="done">{sample('recognised', language)}</StateTag>
      </p>
    ),
  },
]
