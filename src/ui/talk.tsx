import type { Language } from '#kernel/values'
import { sample } from './sample-text.ts'
import { StateTag } from './state-tag.tsx'
import type { Content, Examples, Tone } from './types.ts'

/** One thing that somebody said. */
export interface TalkEntry {
  id: string
  who: Content
  /** The moment for machines, ISO 8601, and in the reader's calendar. */
  at: string
  when: Content
  /** Who else reads it. */
  tag?: { tone: Tone; label: Content }
  /** What it is about, where not the whole. */
  about?: Content
  text: Content
  /** Who was told, what came with it. */
  note?: Content
  action?: Content
  /** Set apart: for colleagues alone. */
  inner?: boolean
}

/** What people said to each other, the oldest first. */
export function Talk({ entries, label }: { entries: readonly TalkEntry[]; label: string }) {
  return (
    <ol class="talk" aria-label={label}>
      {entries.map((entry) => (
        <li
          key={entry.id}
          id={entry.id}
          class={entry.inner ? 'talk-entry talk-inner' : 'talk-entry'}
        >
          <div class="talk-head">
            <strong>{entry.who}</strong>
            <time datetime={entry.at}>{entry.when}</time>
            {entry.tag && <StateTag tone={entry.tag.tone}>{entry.tag.label}</StateTag>}
          </div>
          {entry.about && <p class="talk-about">{entry.about}</p>}
          <div class="talk-text">{entry.text}</div>
          {entry.note && <div class="talk-about">{entry.note}</div>}
          {entry.action}
        </li>
      ))}
    </ol>
  )
}

export const examples: Examples = (language: Language) => [
  {
    name: 'talk',
    render: () => (
      <Talk
        label={sample('recognition', language)}
        entries={[
          {
            id: 'said-1',
            who: sample('evaluator', language),
            at: '2026-11-20T09:00:00Z',
            when: sample('date6', language),
            tag: { tone: 'quiet', label: sample('inEvaluation', language) },
            about: sample('courseHome', language),
            text: sample('lead', language),
            inner: true,
          },
          {
            id: 'said-2',
            who: sample('person', language),
            at: '2026-11-21T09:00:00Z',
            when: sample('date5', language),
            text: sample('recognisedHint', language),
            note: sample('transcript', language),
          },
        ]}
      />
    ),
  },
]
