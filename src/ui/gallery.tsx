import type { Language } from '#kernel/values'
import { examples as bars } from './bars.tsx'
import { examples as breadcrumbs } from './breadcrumbs.tsx'
import { examples as buttons } from './button.tsx'
import { examples as cards } from './card.tsx'
import { examples as chips } from './chip.tsx'
import { examples as cloth } from './cloth.tsx'
import { examples as comparison } from './comparison.tsx'
import { examples as descriptions } from './description-list.tsx'
import { examples as empty } from './empty-state.tsx'
import { examples as entryGrids } from './entry-grid.tsx'
import { examples as errors } from './error-summary.tsx'
import { examples as folds } from './fold.tsx'
import { examples as choices } from './field-choice.tsx'
import { examples as fields } from './field.tsx'
import { examples as files } from './file-list.tsx'
import { examples as filters } from './filter-bar.tsx'
import { examples as forms } from './form.tsx'
import { type Frame, address } from './frame.ts'
import { examples as headings } from './heading.tsx'
import { examples as hero } from './hero.tsx'
import { examples as icons } from './icon.tsx'
import { examples as languageFields } from './language-fields.tsx'
import { examples as localAsk } from './local-ask.tsx'
import { examples as longLists } from './long-list.tsx'
import { examples as map } from './map.tsx'
import { examples as notices } from './notice.tsx'
import { examples as strip } from './object-strip.tsx'
import { Page } from './page.tsx'
import { examples as pagination } from './pagination.tsx'
import { examples as passkey } from './passkey-button.tsx'
import { examples as phoneFolds } from './phone-fold.tsx'
import { examples as progress } from './progress-bar.tsx'
import { examples as proposals } from './proposals.tsx'
import { examples as codes } from './qr-code.tsx'
import { sample } from './sample-text.ts'
import { examples as shares } from './share-bands.tsx'
import { examples as spans } from './span-bands.tsx'
import { examples as tags } from './state-tag.tsx'
import { examples as steps } from './steps.tsx'
import { examples as table } from './table.tsx'
import { examples as tabs } from './tabs.tsx'
import { examples as talk } from './talk.tsx'
import { examples as timeline } from './timeline.tsx'
import type { Example } from './types.ts'
import { examples as givenTables } from './given-table.tsx'
import { examples as email } from './email.tsx'
import { examples as typed } from './typed.tsx'
import { examples as bands } from './woven-band.tsx'

const all = [
  strip,
  breadcrumbs,
  steps,
  tabs,
  comparison,
  proposals,
  hero,
  cloth,
  filters,
  table,
  pagination,
  notices,
  errors,
  entryGrids,
  folds,
  phoneFolds,
  forms,
  languageFields,
  localAsk,
  fields,
  choices,
  buttons,
  tags,
  cards,
  chips,
  bands,
  headings,
  descriptions,
  talk,
  timeline,
  longLists,
  files,
  empty,
  progress,
  codes,
  passkey,
  map,
  bars,
  shares,
  spans,
  givenTables,
  email,
  typed,
  icons,
]

/** Every example of every component, in one language. */
export function allExamples(language: Language): Example[] {
  return all.flatMap((examples) => examples(language))
}

/** A frame with invented content, for the gallery and for tests of pages. */
export function exampleFrame(language: Language, assets: Frame['assets']): Frame {
  const item = (key: Parameters<typeof sample>[0], path: string, current = false) => ({
    label: sample(key, language),
    href: address(language, path),
    current,
    begins: path === '/members',
    within: [],
  })
  return {
    language,
    path: '/ui',
    csrf: 'token',
    demonstration: true,
    person: { id: 'somchai', name: sample('evaluator', language) },
    navigation: [
      item('inbox', '/inbox'),
      {
        ...item('recognition', '/recognition/cases', true),
        within: [item('catalogue', '/recognition/courses')],
      },
      item('members', '/members'),
      item('people', '/people'),
    ],
    account: [{ label: sample('profile', language), href: address(language, '/account') }],
    waiting: 5,
    texts: {
      siteName: sample('siteName', language),
      demonstration: sample('demo', language),
      signOut: sample('signOut', language),
      account: sample('profile', language),
    },
    assets,
    flash: null,
    theme: 'auto',
  }
}

/** A page with every example, to be looked at and to be checked. */
export function galleryPage(language: Language, frame: Frame) {
  return (
    <Page frame={frame} title="UI" wide>
      {allExamples(language).map((example) => (
        <section class="gallery-example" id={`example-${example.name}`} key={example.name}>
          <p class="gallery-name" lang="en">
            {example.name}
          </p>
          {example.render()}
        </section>
      ))}
    </Page>
  )
}
