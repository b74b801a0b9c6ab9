import type { Language } from '#kernel/values'
import { Band, Slice, Tail } from './cloth-drawing.tsx'
import type { ClothThread, Crossing, CrossingKind } from './cloth-types.ts'
import { sample } from './sample-text.ts'
import { type Examples, classes } from './types.ts'
import { words } from './words.ts'

interface ClothProps {
  language: Language
  /** `story` is large, with the list; `band` is a small swatch for lists, and says `label` only. */
  size?: 'band' | 'story'
  /** What the drawing shows, in words. */
  label: string
  threads: readonly ClothThread[]
  /** In the order of time. */
  crossings: readonly Crossing[]
  /** The journey has ended; otherwise the thread runs on. */
  ended?: boolean
}

/**
 * The journey as cloth: time runs down, institutions are the warp, the person is the weft that crosses from one to
 * the next. Each row of the drawing is an item of an ordered list, so the same story is read without the picture.
 */
export function Cloth({ language, size = 'story', label, threads, crossings, ended }: ClothProps) {
  if (size === 'band') return <Band label={label} threads={threads} crossings={crossings} />
  const names = new Map(threads.map((thread) => [thread.id, thread]))
  return (
    <figure
      class={classes('cloth', `cloth-threads-${Math.min(threads.length, 8)}`)}
      aria-label={label}
    >
      <ul class="cloth-head">
        {threads.map((thread, index) => (
          <li key={thread.id} class={`cloth-name dye-text-${index % 8}`}>
            <span class={`cloth-key dye-${index % 8}`} aria-hidden="true" />
            {thread.href ? (
              <a href={thread.href} lang={thread.labelLanguage}>
                {thread.label}
              </a>
            ) : (
              <span lang={thread.labelLanguage}>{thread.label}</span>
            )}
          </li>
        ))}
      </ul>
      <ol class="cloth-rows" aria-label={words(language).journey}>
        {crossings.map((crossing, index) => (
          <li key={index} class={classes('cloth-row', crossing.planned && 'cloth-planned')}>
            <Slice threads={threads} crossing={crossing} first={index === 0} />
            <div class="cloth-text">
              <time class="cloth-date" datetime={crossing.at}>
                {crossing.date}
              </time>
              <p class="cloth-label">
                {crossing.href ? <a href={crossing.href}>{crossing.label}</a> : crossing.label}
              </p>
              <p class="cloth-way">{way(crossing, names)}</p>
              {crossing.detail && <div class="quiet">{crossing.detail}</div>}
            </div>
          </li>
        ))}
      </ol>
      <Tail threads={threads} at={crossings.at(-1)?.threadTo} ended={ended === true} />
    </figure>
  )
}

function way(crossing: Crossing, names: Map<string, ClothThread>) {
  const from = names.get(crossing.comesFrom ?? crossing.threadFrom)
  const to = names.get(crossing.threadTo)
  const end = <span lang={to?.labelLanguage}>{to?.label}</span>
  if (from === to) return end
  return (
    <>
      <span lang={from?.labelLanguage}>{from?.label}</span> → {end}
    </>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'cloth-story',
    render: () => (
      <Cloth language={language} label={sample('person', language)} {...exampleJourney(language)} />
    ),
  },
  {
    name: 'cloth-band',
    render: () => (
      <Cloth
        language={language}
        size="band"
        label={sample('person', language)}
        {...exampleJourney(language)}
      />
    ),
  },
]

function exampleJourney(language: Language): { threads: ClothThread[]; crossings: Crossing[] } {
  const step = (
    threadFrom: string,
    threadTo: string,
    kind: CrossingKind,
    label: Parameters<typeof sample>[0],
    date: Parameters<typeof sample>[0],
    planned?: boolean,
  ): Crossing => ({
    threadFrom,
    threadTo,
    kind,
    label: sample(label, language),
    date: sample(date, language),
    href: `#${kind}`,
    planned,
  })
  return {
    threads: (['au', 'pku', 'company', 'museum'] as const).map((id) => ({
      id,
      label: sample(id, language),
    })),
    crossings: [
      step('au', 'au', 'admission', 'admission', 'date1'),
      step('au', 'pku', 'exchange', 'exchange', 'date2'),
      step('pku', 'company', 'internship', 'internship', 'date3'),
      step('company', 'au', 'recognition', 'homecoming', 'date4'),
      step('au', 'museum', 'lab', 'lab', 'date5'),
      step('museum', 'museum', 'exhibition', 'exhibition', 'date6', true),
    ],
  }
}
