import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import type { Hit } from '#kernel/search'
import {
  address,
  ButtonGroup,
  ButtonLink,
  Card,
  EmptyState,
  FilterBar,
  Heading,
  Page,
  PublicShell,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'

interface SearchProps {
  frame: Frame
  t: Translate
  typed: string
  similar: boolean
  /** What is called exactly so. */
  named: readonly {
    key: string
    kind: string | null
    title: string
    subtitle: string | null
    href: string
  }[]
  /** `kind` in the reader's words. */
  hits: readonly (Omit<Hit, 'kind'> & { kind: string | null })[]
  previous: string | null
  next: string | null
}

/** The search box and what was found, with the words that were looked for marked. */
export function SearchPage(props: SearchProps) {
  const { frame, t, typed } = props
  const Shell = frame.person ? Page : PublicShell
  return (
    <Shell frame={frame} title={t(m('search.title'))}>
      <Heading level={1} lead={t(m('search.lead'))}>
        {t(m('search.title'))}
      </Heading>
      <div class="section">
        <FilterBar
          language={frame.language}
          action={address(frame.language, '/search')}
          search={{ label: t(m('search.title')), value: typed, autofocus: typed === '' }}
        />
        {typed !== '' && <Found {...props} />}
      </div>
    </Shell>
  )
}

function Found({ t, typed, similar, named, hits, previous, next }: SearchProps) {
  if (hits.length + named.length === 0) {
    return (
      <EmptyState title={t(m('search.empty.title', { typed }))} why={t(m('search.empty.why'))} />
    )
  }
  return (
    <Stack>
      {similar && <p>{t(m('search.similar', { typed }))}</p>}
      {named.map((one) => (
        <Card
          key={one.key}
          href={one.href}
          level={2}
          kicker={one.kind}
          title={one.title}
          meta={one.subtitle}
        />
      ))}
      {hits.map((hit) => (
        <Card
          key={hit.href}
          href={hit.href}
          level={2}
          kicker={hit.kind}
          title={<Pieces {...hit.title} />}
          meta={<HitMeta {...hit} />}
        />
      ))}
      <ButtonGroup>
        {previous && (
          <ButtonLink look="quiet" href={previous}>
            {t(m('search.previous'))}
          </ButtonLink>
        )}
        {next && (
          <ButtonLink look="secondary" href={next}>
            {t(m('search.next'))}
          </ButtonLink>
        )}
      </ButtonGroup>
    </Stack>
  )
}

/** The name in which the words were found, where the reader's own does not have them, and what else tells it apart. */
function HitMeta({ also, subtitle }: Pick<Hit, 'also' | 'subtitle'>) {
  return (
    <>
      {also && <Pieces {...also} />}
      {also && subtitle && ' · '}
      {subtitle && <Pieces {...subtitle} />}
    </>
  )
}

function Pieces({ pieces, language }: Hit['title']) {
  return (
    <span lang={language}>
      {pieces.map((piece, index) =>
        piece.match ? <mark key={index}>{piece.text}</mark> : piece.text,
      )}
    </span>
  )
}
