import type { Language } from '#kernel/values'
import { ButtonLink } from './button.tsx'
import { sample } from './sample-text.ts'
import { Timeline } from './timeline.tsx'
import type { Content, Examples } from './types.ts'
import { fill, words } from './words.ts'

/** On a phone a list begins with so many rows; the others are one link away, and its address keeps them there. */
export const firstRows = 12
const shortList = 15

/** From which place on the rows of a list wait on a phone; none do in a short one: nobody follows a link for two. */
export function waitingFrom(count: number): number {
  return count > shortList ? firstRows : count
}

interface LongListProps {
  language: Language
  /** How many rows there are, also those that wait. */
  count: number
  /** The id of the first row that waits, which is marked `later` as all after it are. */
  laterId: string
  children: Content
}

/** A list that is no table, of which a phone shows the beginning. */
export function LongList({ language, count, laterId, children }: LongListProps) {
  return (
    <div class="long-list">
      {children}
      <ShowAll language={language} count={count} laterId={laterId} />
    </div>
  )
}

/** The link that shows the rows that wait, and leads to the first of them. */
export function ShowAll({ language, count, laterId }: Omit<LongListProps, 'children'>) {
  if (waitingFrom(count) === count) return null
  const number = new Intl.NumberFormat(language).format(count)
  return (
    <p class="show-all">
      <ButtonLink look="secondary" href={`#${laterId}`}>
        {fill(words(language).showRows, { count: number })}
      </ButtonLink>
    </p>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'long-list',
    render: () => (
      <LongList language={language} count={16} laterId="entry-12">
        <Timeline
          label={sample('recognition', language)}
          entries={Array.from({ length: 16 }, (_, place) => ({
            at: '2026-11-20',
            when: sample('date6', language),
            what: sample('decided', language),
            ...(place < firstRows ? {} : { laterId: `entry-${place}` }),
          }))}
        />
      </LongList>
    ),
  },
]
