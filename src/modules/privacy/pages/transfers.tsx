import { type Scene } from '#kernel/http'
import {
  type Country,
  countryName,
  formatInstant,
  formatNumber,
  formatYear,
  localised,
  type LocalText,
} from '#kernel/values'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  FilterBar,
  Heading,
  InItsLanguage,
  Notice,
  type Option,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { TransferFilter, TransferRow, YearCount } from '../queries/transfers.ts'
import { nextThreshold, type Threshold } from '../rules/law.ts'
import { basisKinds } from '../transfer-schema.ts'
import { groupList } from './consents.tsx'

/** How many lines a page of the ledger has. */
export const transfersPerPage = 50

export type CountRow = YearCount & { exporter: LocalText; country: Country }

export interface TransfersProps {
  scene: Scene
  rows: readonly TransferRow[]
  total: number
  page: number
  filter: TransferFilter
  year: number
  years: readonly number[]
  choices: Record<'exporter' | 'recipient', readonly { id: string; names: LocalText }[]>
  counts: readonly CountRow[]
  /** Today, for the law in force. */
  today: string
}

/** The ledger of what left, with the numbers by which laws count, for those who answer for it. */
export function TransfersPage(props: TransfersProps) {
  const { scene } = props
  const { t, href } = scene
  return (
    <Page frame={scene.frame} title={t(m('transfer.title'))} wide>
      <Heading
        level={1}
        lead={t(m('transfer.lead'))}
        actions={
          <ButtonGroup>
            <ButtonLink href={href('/privacy/transfers/new')}>{t(m('transfer.new'))}</ButtonLink>
            <ButtonLink
              look="secondary"
              href={href('/privacy/transfers/table', queryOf(props.filter))}
            >
              {t(m('transfer.download'))}
            </ButtonLink>
          </ButtonGroup>
        }
      >
        {t(m('transfer.title'))}
      </Heading>
      <Stack gap="wide">
        <Warnings {...props} />
        <Ledger {...props} />
        <Counts {...props} />
      </Stack>
    </Page>
  )
}

function queryOf(filter: TransferFilter): Record<string, string | number | undefined> {
  return {
    year: filter.year ?? undefined,
    exporter: filter.exporter ?? undefined,
    recipient: filter.recipient ?? undefined,
    basis: filter.basis ?? undefined,
  }
}

/** From this share of a law's number on it is said before. */
const nearShare = 0.8

function Warnings({ scene, counts, today, year }: TransfersProps) {
  const { t, language } = scene
  const near = counts.flatMap((row) =>
    (['persons', 'sensitive'] as const).flatMap((kind) => {
      const next = nextThreshold(row.country, today, kind, row[kind])
      return next && next.at > 1 && row[kind] >= next.at * nearShare ? [{ row, kind, next }] : []
    }),
  )
  return (
    <>
      {near.map(({ row, kind, next }) => (
        <Notice
          key={`${row.exporter_organisation_id} ${kind}`}
          tone="attention"
          title={t(m('count.near', { exporter: localised(row.exporter, language).text }))}
        >
          {t(
            m('count.near-text', {
              count: row[kind],
              at: next.at,
              year: formatYear(year, language),
              needs: next.needs.map((need) => t(m(`clause.kind.${need}`))).join('; '),
              article: next.article,
            }),
          )}
        </Notice>
      ))}
    </>
  )
}

function Ledger(props: TransfersProps) {
  const { scene, rows, total, page, filter } = props
  const { t, language, href } = scene
  const isNarrowed = Object.values(queryOf(filter)).some((each) => each !== undefined)
  return (
    <Stack>
      {(rows.length > 0 || isNarrowed) && <Filters {...props} />}
      <Table
        language={language}
        caption={t(m('transfer.title'))}
        captionHidden
        columns={ledgerColumns(scene)}
        rows={rows}
        rowKey={({ id }) => id}
        pagination={{
          page,
          pageSize: transfersPerPage,
          total,
          href: (number) => href('/privacy/transfers', { ...queryOf(filter), page: number }),
        }}
        empty={
          <EmptyState
            title={t(m(isNarrowed ? 'transfer.none-fits' : 'transfer.none'))}
            why={t(m(isNarrowed ? 'transfer.none-fits-why' : 'transfer.none-why'))}
          />
        }
      />
    </Stack>
  )
}

function Filters({ scene, filter, years, choices }: TransfersProps) {
  const { t, language, href } = scene
  const places = (which: 'exporter' | 'recipient') =>
    choices[which].map(({ id, names }) => ({ value: id, label: localised(names, language).text }))
  const select = (name: keyof TransferFilter, options: readonly Option[]) => (
    <Field
      key={name}
      language={language}
      kind="select"
      name={name}
      label={t(m(`transfer.${name}`))}
      value={String(filter[name] ?? '')}
      options={[{ value: '', label: t(m('transfer.all')) }, ...options]}
      noEmpty
    />
  )
  const isNarrowed = Object.values(queryOf(filter)).some((each) => each !== undefined)
  return (
    <FilterBar
      language={language}
      action={href('/privacy/transfers')}
      {...(isNarrowed ? { clearHref: href('/privacy/transfers') } : {})}
    >
      {select(
        'year',
        years.map((year) => ({ value: String(year), label: formatYear(year, language) })),
      )}
      {choices.exporter.length > 1 && select('exporter', places('exporter'))}
      {select('recipient', places('recipient'))}
      {select(
        'basis',
        basisKinds.map((basis) => ({ value: basis, label: t(m(`basis.${basis}`)) })),
      )}
    </FilterBar>
  )
}

function ledgerColumns(scene: Scene): Column<TransferRow>[] {
  const { t, language, timeZone } = scene
  return [
    {
      key: 'recipient',
      label: t(m('transfer.recipient')),
      primary: true,
      cell: ({ recipient }) => <InItsLanguage {...localised(recipient, language)} />,
    },
    {
      key: 'exporter',
      label: t(m('transfer.exporter')),
      cell: ({ exporter }) => <InItsLanguage {...localised(exporter, language)} />,
    },
    {
      key: 'when',
      label: t(m('transfer.when')),
      kind: 'date',
      cell: ({ at }) => formatInstant(at, timeZone, language),
    },
    {
      key: 'countries',
      label: t(m('transfer.countries')),
      cell: (row) => countryPair(scene, row),
    },
    {
      key: 'purpose',
      label: t(m('transfer.purpose')),
      cell: ({ purpose }) => t(m(`purpose.${purpose}`)),
    },
    {
      key: 'data',
      label: t(m('transfer.data')),
      cell: ({ field_groups, is_sensitive }) => (
        <div>
          {groupList(scene, field_groups)}{' '}
          {is_sensitive && <StateTag tone="attention">{t(m('transfer.sensitive-yes'))}</StateTag>}
        </div>
      ),
    },
    {
      key: 'people',
      label: t(m('transfer.people')),
      kind: 'number',
      cell: ({ person_count }) => formatNumber(person_count, language),
    },
    {
      key: 'basis',
      label: t(m('transfer.basis')),
      cell: (row) => (
        <div>
          {basisWords(scene, row)}
          {(row.reference ?? row.contract) && <p class="quiet">{row.reference ?? row.contract}</p>}
        </div>
      ),
    },
    {
      key: 'destination',
      label: t(m('transfer.destination')),
      cell: ({ destination, method }) => (
        <div>
          {destination} <p class="quiet">{t(m(`method.${method}`))}</p>
        </div>
      ),
    },
  ]
}

/** The basis with the article by which it was found, where a law is named. */
export function basisWords(
  { t }: Pick<Scene, 't'>,
  { basis, article }: Pick<TransferRow, 'basis' | 'article'>,
): string {
  return article === '–'
    ? t(m(`basis.${basis}`))
    : t(m('went.basis', { basis: m(`basis.${basis}`), article }))
}

/** From which country to which, or the one that it does not leave. */
export function countryPair(
  { t, language }: Pick<Scene, 't' | 'language'>,
  { country_from, country_to }: Pick<TransferRow, 'country_from' | 'country_to'>,
): string {
  const from = countryName(country_from, language)
  if (country_from === country_to) return from
  return t(m('transfer.country-pair', { from, to: countryName(country_to, language) }))
}

function Counts({ scene, counts, year, today }: TransfersProps) {
  const { t, language } = scene
  if (counts.length === 0) return null
  const title = t(m('count.title', { year: formatYear(year, language) }))
  const number = (key: 'persons' | 'sensitive'): Column<CountRow> => ({
    key,
    label: t(m(`count.${key}`)),
    kind: 'number',
    cell: (row) => formatNumber(row[key], language),
  })
  return (
    <Section title={title} id="counts" lead={t(m('count.lead'))}>
      <Table
        language={language}
        caption={title}
        captionHidden
        columns={[
          {
            key: 'exporter',
            label: t(m('transfer.exporter')),
            primary: true,
            cell: ({ exporter }) => localised(exporter, language).text,
          },
          number('persons'),
          number('sensitive'),
          {
            key: 'next',
            label: t(m('count.next')),
            cell: (row) => nextWords(scene, row, today),
          },
        ]}
        rows={counts}
        rowKey={({ exporter_organisation_id }) => exporter_organisation_id}
      />
    </Section>
  )
}

function nextWords({ t }: Scene, row: CountRow, today: string) {
  const next = (['persons', 'sensitive'] as const).map((kind) =>
    nextThreshold(row.country, today, kind, row[kind]),
  )
  const lines = next
    .filter((each): each is Threshold => each !== null)
    .map(({ counts, at, article }) =>
      t(
        m(counts === 'persons' ? 'count.ahead' : 'count.ahead-sensitive', {
          count: row[counts],
          at,
          article,
        }),
      ),
    )
  if (lines.length === 0) return t(m('count.none'))
  return (
    <div>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  )
}
