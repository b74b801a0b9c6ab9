import { sample } from './sample-text.ts'
import { type Content, type Examples, type Tone, classes } from './types.ts'

export interface TimelineEntry {
  /** The moment for machines, ISO 8601. */
  at: string
  /** The moment in the reader's calendar. */
  when: Content
  what: Content
  who?: Content
  detail?: Content
  tone?: Tone
  /** The id of an entry that waits on a phone until the whole of a `LongList` is asked for. */
  laterId?: string
}

/** What happened, newest first or oldest first as the caller orders it. */
export function Timeline({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) {
  return (
    <ol class="timeline" aria-label={label}>
      {entries.map((entry, index) => (
        <li
          key={index}
          id={entry.laterId}
          class={classes(
            'timeline-entry',
            `tone-${entry.tone ?? 'neutral'}`,
            entry.laterId && 'later',
          )}
        >
          <time datetime={entry.at}>{entry.when}</time>
          <div class="timeline-text">
            <p class="timeline-what">{entry.what}</p>
            {entry.who && <p class="quiet">{entry.who}</p>}
            {entry.detail && <div class="timeline-detail">{entry.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'timeline',
    render: () => (
      <Timeline
        label={sample('recognition', language)}
        entries={[
          {
            at: '2026-11-20',
            when: sample('date6', language),
            what: sample('decided', language),
            who: sample('evaluator', language),
            tone: 'done',
          },
          {
            at: '2026-09-02',
            when: sample('date5', language),
            what: sample('transcript', language),
            who: sample('pku', language),
          },
        ]}
      />
    ),
  },
]
