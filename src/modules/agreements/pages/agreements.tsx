import {
  ButtonGroup,
  ButtonLink,
  EmptyState,
  Field,
  FilterBar,
  Heading,
  InItsLanguage,
  type Link,
  type Option,
  Page,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { formatAcademicYear, type LocalText, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { AgreementFilter, ListedAgreement } from '../queries/copies.ts'
import { agreementStates } from '../rules/agreement.ts'
import { conditionKinds } from '../rules/conditions.ts'
import { seatsText } from './import.tsx'
import { base, dayOf, type PageCall, stateTones, yearsText } from './words.ts'

/** What the list of agreements shows. */
export interface AgreementsPageProps {
  call: PageCall
  agreements: readonly ListedAgreement[]
  total: number
  page: number
  pageSize: number
  filter: AgreementFilter
  query: Readonly<Record<string, string | null>>
  partners: readonly Option[]
  years: readonly string[]
  /** More than one institution of the reader's own: the list then says whose copy a row is. */
  several: boolean
  mayMake: boolean
}

/** The agreements of the reader's institution, those of the last change first. */
export function AgreementsPage(props: AgreementsPageProps) {
  const { call, agreements, query, mayMake } = props
  const { t, href, language } = call
  const isNarrowed = Object.values(query).some((value) => value !== null)
  const make = mayMake ? (
    <ButtonLink href={href(`${base}/new`)} icon="plus">
      {t(m('agreements.new'))}
    </ButtonLink>
  ) : undefined
  return (
    <Page frame={call.frame} title={t(m('agreements.title'))} wide>
      <Heading
        level={1}
        lead={t(m('agreements.lead'))}
        actions={
          <ButtonGroup>
            {make}
            <ButtonLink look="quiet" href={href(`${base}/balance`)}>
              {t(m('balance.title'))}
            </ButtonLink>
            {mayMake && (
              <>
                <ButtonLink look="quiet" icon="upload" href={href(`${base}/import`)}>
                  {t(m('import.title'))}
                </ButtonLink>
                <ButtonLink look="quiet" icon="upload" href={href(`${base}/ewp`)}>
                  {t(m('ewp.title'))}
                </ButtonLink>
              </>
            )}
            <ButtonLink look="quiet" icon="download" href={href(`${base}/iias.xml`, query)}>
              {t(m('agreements.ewp-all'))}
            </ButtonLink>
            <ButtonLink
              look="quiet"
              icon="download"
              href={href(`${base}/export`, { ...query, format: 'xlsx' })}
            >
              {t(m('agreements.export'))}
            </ButtonLink>
          </ButtonGroup>
        }
      >
        {t(m('agreements.title'))}
      </Heading>
      {(agreements.length > 0 || isNarrowed) && <Filters {...props} />}
      {agreements.length === 0 ? (
        <EmptyState
          title={t(m(isNarrowed ? 'agreements.none-found' : 'agreements.empty'))}
          why={t(m(isNarrowed ? 'agreements.none-found-why' : 'agreements.empty-why'))}
          action={isNarrowed ? undefined : make}
        />
      ) : (
        <AgreementTable {...props} language={language} />
      )}
    </Page>
  )
}

function Filters({ call, filter, query, partners, years }: AgreementsPageProps) {
  const { t, href, language } = call
  const without = (name: string, label: string): Link => ({
    label,
    href: href(base, { ...query, [name]: null }),
  })
  const active = [
    ...(filter.state ? [without('state', t(m(`state.${filter.state}`)))] : []),
    ...(filter.partner
      ? [without('partner', partners.find(({ value }) => value === filter.partner)?.label ?? '')]
      : []),
    ...(filter.kind ? [without('kind', t(m(`kind.${filter.kind}`)))] : []),
    ...(filter.year ? [without('year', formatAcademicYear(filter.year, language))] : []),
  ]
  const select = (
    name: string,
    label: string,
    value: string | null,
    options: readonly Option[],
  ) => (
    <Field
      kind="select"
      language={language}
      name={name}
      label={label}
      value={value ?? ''}
      options={options}
      autosubmit
    />
  )
  return (
    <FilterBar
      language={language}
      action={href(base)}
      search={{ value: filter.q, label: t(m('agreements.search')) }}
      active={active}
      clearHref={href(base)}
    >
      {select(
        'state',
        t(m('agreement.state')),
        filter.state,
        agreementStates.map((value) => ({ value, label: t(m(`state.${value}`)) })),
      )}
      {select('partner', t(m('agreement.partner')), filter.partner, partners)}
      {select(
        'kind',
        t(m('condition.kind')),
        filter.kind,
        conditionKinds.map((value) => ({ value, label: t(m(`kind.${value}`)) })),
      )}
      {select(
        'year',
        t(m('agreement.year')),
        filter.year,
        years.map((value) => ({ value, label: formatAcademicYear(value, language) })),
      )}
    </FilterBar>
  )
}

function AgreementTable(props: AgreementsPageProps & { language: PageCall['language'] }) {
  const { call, agreements, total, page, pageSize, query, several } = props
  const { t, href, language } = call
  return (
    <Table<ListedAgreement>
      language={language}
      caption={t(m('agreements.title'))}
      captionHidden
      keyboard
      rows={agreements}
      rowKey={({ id }) => id}
      rowHref={({ id }) => href(`${base}/${id}`)}
      rowLabel={({ title }) => title}
      pagination={{
        page,
        pageSize,
        total,
        href: (to) => href(base, { ...query, page: to === 1 ? null : to }),
      }}
      columns={[
        {
          key: 'partners',
          label: t(m('agreement.partners')),
          primary: true,
          cell: ({ partners }) => <Partners partners={partners} language={language} />,
        },
        {
          key: 'title',
          label: t(m('agreement.title')),
          cell: ({ title }) => <Typed>{title}</Typed>,
        },
        ...(several
          ? [
              {
                key: 'own',
                label: t(m('agreement.own')),
                cell: (row: ListedAgreement) => nameIn(row.organisation, language),
              },
            ]
          : []),
        {
          key: 'kinds',
          label: t(m('agreement.what')),
          cell: (row) => whatText(row, call),
        },
        {
          key: 'years',
          label: t(m('agreement.years')),
          nowrap: true,
          cell: ({ firstYear, lastYear }) => yearsText(firstYear, lastYear, call),
        },
        {
          key: 'state',
          label: t(m('agreement.state')),
          kind: 'state',
          cell: ({ state }) => (
            <StateTag tone={stateTones[state]}>{t(m(`state.${state}`))}</StateTag>
          ),
        },
        {
          key: 'changed',
          label: t(m('agreement.changed')),
          kind: 'date',
          cell: ({ changedAt }) => dayOf(changedAt, call),
        },
      ]}
    />
  )
}

function nameIn(names: LocalText, language: PageCall['language']) {
  return <InItsLanguage {...localised(names, language)} />
}

function Partners({ partners, language }: Pick<ListedAgreement, 'partners'> & InLanguage) {
  return (
    <>
      {partners.map(({ names }, index) => (
        <>
          {index > 0 && <br />}
          {nameIn(names, language)}
        </>
      ))}
    </>
  )
}

type InLanguage = Pick<PageCall, 'language'>

/** What an agreement is for, with the seats a year of each kind. */
function whatText({ kind, text }: ListedAgreement, call: PageCall): string {
  if (kind === 'framework') return call.t(m('agreement-kind.framework'))
  return seatsText(text?.conditions ?? [], call)
}
