import { Icon } from './icon.tsx'
import { sample } from './sample-text.ts'
import { StateTag } from './state-tag.tsx'
import type { Content, Examples, Tone } from './types.ts'
import type { Language } from '#kernel/values'

/** Something proposed, with why: for it and against it, the weightiest first. */
export interface Proposal {
  id: string
  title: Content
  titleLanguage?: Language | '' | undefined
  href?: string
  /** Code, credit: a few facts in a line. */
  detail?: Content
  /** How likely, in a word. */
  chance: { tone: Tone; label: Content }
  /** Only what settles it, a precedent, has a tick; what merely speaks for it is no proof. */
  reasons: readonly { speaks: 'for' | 'against' | 'settles'; text: Content }[]
  /** Takes it. */
  action?: Content
}

interface ProposalsProps {
  label: string
  lead?: Content
  proposals: readonly Proposal[]
}

const reasonIcons = { for: 'dot', against: 'cross', settles: 'check' } as const

/** What is proposed to a person, the likeliest first; the person takes one or none. */
export function Proposals({ label, lead, proposals }: ProposalsProps) {
  return (
    <section class="proposals" aria-label={label}>
      <p class="proposals-label">{label}</p>
      {lead && <p class="quiet">{lead}</p>}
      <ol>
        {proposals.map((proposal) => (
          <li key={proposal.id} class="proposal">
            <div class="proposal-what">
              <p>
                <span class="proposal-title" lang={proposal.titleLanguage}>
                  {proposal.href ? <a href={proposal.href}>{proposal.title}</a> : proposal.title}
                </span>{' '}
                <StateTag tone={proposal.chance.tone}>{proposal.chance.label}</StateTag>
              </p>
              {proposal.detail && <p class="quiet">{proposal.detail}</p>}
              <ul class="proposal-reasons">
                {proposal.reasons.map((reason, index) => (
                  <li key={index}>
                    <Icon name={reasonIcons[reason.speaks]} />
                    <span>{reason.text}</span>
                  </li>
                ))}
              </ul>
            </div>
            {proposal.action && <div class="proposal-action">{proposal.action}</div>}
          </li>
        ))}
      </ol>
    </section>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'proposals',
    render: () => (
      <Proposals
        label={sample('courseHome', language)}
        proposals={[
          {
            id: 'one',
            title: sample('courseHome', language),
            href: '#one',
            detail: 'CE 2101',
            chance: { tone: 'done', label: sample('recognised', language) },
            reasons: [
              { speaks: 'settles', text: sample('precedent', language) },
              { speaks: 'against', text: sample('reasonHours', language) },
            ],
          },
          {
            id: 'two',
            title: sample('courseHome2', language),
            detail: 'DM 3304',
            chance: { tone: 'neutral', label: sample('needsReading', language) },
            reasons: [{ speaks: 'for', text: sample('reasonGrade', language) }],
          },
        ]}
      />
    ),
  },
]
