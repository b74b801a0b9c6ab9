import { dateInZone, formatDate, localised } from '#kernel/values'
import { ButtonLink, EmptyState, FilterBar, Heading, Page, Row, StateTag, Table, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { ListedRound } from '../queries/rounds.ts'
import { base, type PageCall, shareText, stateOf } from './words.ts'

/** What the list of rounds shows. */
export interface RoundsPageProps {
  call: PageCall
  rounds: readonly ListedRound[]
  total: number
  page: number
  pageSize: number
  search: string
}

/** The rounds that the reader may see, the newest first. */
export function RoundsPage(props: RoundsPageProps) {
  const { call, rounds, search } = props
  const { t, href, language } = call
  const create = (
    <ButtonLink href={href(`${base}/new`)} icon="plus">
      {t(m('rounds.new'))}
    </ButtonLink>
  )
  return (
    <Page frame={call.frame} title={t(m('rounds.title'))} wide>
      <Heading
        level={1}
        lead={t(m('rounds.lead'))}
        actions={
          <Row>
            <ButtonLink href={href(`${base}/check`)} look="quiet" icon="check">
              {t(m('check.title'))}
            </ButtonLink>
            {create}
          </Row>
        }
      >
        {t(m('rounds.title'))}
      </Heading>
      {(rounds.length > 0 || search !== '') && (
        <FilterBar
          language={language}
          action={href(base)}
          search={{ value: search, label: t(m('rounds.search')) }}
          clearHref={search === '' ? undefined : href(base)}
        />
      )}
      {rounds.length === 0 ? (
        <EmptyState
          title={t(m(search === '' ? 'rounds.empty' : 'rounds.none-found'))}
          why={t(m(search === '' ? 'rounds.empty-why' : 'rounds.none-found-why'))}
          action={search === '' ? create : undefined}
        />
      ) : (
        <RoundTable {...props} />
      )}
    </Page>
  )
}

function RoundTable({ call, rounds, total, page, pageSize, search }: RoundsPageProps) {
  const { t, href, language } = call
  return (
    <Table
      language={language}
      caption={t(m('rounds.title'))}
      captionHidden
      keyboard
      rows={rounds}
      rowKey={(round) => round.id}
      rowHref={(round) => href(`${base}/rounds/${round.id}`)}
      rowLabel={(round) => round.name}
      pagination={{
        page,
        pageSize,
        total,
        href: (to) => href(base, { q: search || null, page: to === 1 ? null : to }),
      }}
      columns={[
        {
          key: 'name',
          label: t(m('round.name')),
          primary: true,
          cell: (round) => <Typed>{round.name}</Typed>,
        },
        {
          key: 'organisation',
          label: t(m('round.organisation')),
          cell: (round) => localised(round.organisationNames, language).text,
        },
        {
          key: 'made',
          label: t(m('round.made')),
          kind: 'date',
          cell: (round) => formatDate(dateInZone(round.createdAt, 'Asia/Bangkok'), language),
        },
        {
          key: 'matched',
          label: t(m('round.matched')),
          kind: 'number',
          cell: (round) =>
            round.applicants === null
              ? '–'
              : shareText(round.matched ?? 0, round.applicants, language),
        },
        {
          key: 'state',
          label: t(m('round.state')),
          kind: 'state',
          cell: (round) => <RoundState call={call} round={round} />,
        },
      ]}
    />
  )
}

function RoundState({ call, round }: { call: PageCall; round: ListedRound }) {
  const { t } = call
  if (round.last === null) {
    return <StateTag tone="quiet">{t(m('round.state.lists'))}</StateTag>
  }
  if (round.published) return <StateTag tone="done">{t(m('run.published'))}</StateTag>
  const { tone, label } = stateOf({ ...round.last!, published_at: null })
  return <StateTag tone={tone}>{t(m(label))}</StateTag>
}
