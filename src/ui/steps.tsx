import type { Language } from '#kernel/values'
import { Icon } from './icon.tsx'
import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'
import { words } from './words.ts'

export interface Step {
  label: Content
  state: 'done' | 'current' | 'later'
  /** Who, when or how, in a few words. */
  detail?: Content
  href?: string
}

/** How far a process has come: what is done, what is now, what comes later. */
export function Steps({
  language,
  label,
  steps,
}: {
  language: Language
  label: string
  steps: readonly Step[]
}) {
  const text = words(language)
  const said = { done: text.stepDone, current: text.stepCurrent, later: text.stepLater }
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={index}
          class={`step step-${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span class="step-mark">
            {step.state === 'done' ? (
              <Icon name="check" />
            ) : (
              <span aria-hidden="true">{index + 1}</span>
            )}
          </span>
          <span class="step-text">
            <span class="step-label">
              {step.href ? <a href={step.href}>{step.label}</a> : step.label}
            </span>
            <span class="hidden-visually"> ({said[step.state]})</span>
            {step.detail && <span class="step-detail">{step.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'steps',
    render: () => (
      <Steps
        language={language}
        label={sample('recognition', language)}
        steps={[
          {
            label: sample('transcript', language),
            state: 'done',
            detail: sample('date5', language),
          },
          {
            label: sample('inEvaluation', language),
            state: 'current',
            detail: sample('evaluator', language),
          },
          { label: sample('decide', language), state: 'later' },
          { label: sample('statement', language), state: 'later' },
        ]}
      />
    ),
  },
]
