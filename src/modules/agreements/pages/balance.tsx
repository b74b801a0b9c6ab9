import { type AcademicYearId, formatAcademicYear, formatNumber } from '#kernel/values'
import {
  type Bar,
  BarRows,
  Button,
  ButtonGroup,
  Columns,
  EmptyState,
  ErrorSummary,
  Field,
  FilterBar,
  Fold,
  Form,
  Heading,
  type Option,
  Page,
  Section,
  Stack,
  Table,
  GivenTable,
} from '#ui'
import type { SeatRowProblem } from '../formats/seat-rows.ts'
import { m } from '../messages/index.ts'
import type { BalanceRow, Direction } from '../rules/balance.ts'
import { type ConditionKind, conditionKinds } from '../rules/conditions.ts'
import { base, type PageCall, type Shown } from './words.ts'

/** What the page of the balance shows. */
export interface BalancePageProps {
  call: PageCall
  own: { id: string; name: string } | null
  organisations: readonly Option[]
  names: ReadonlyMap<string, string>
  kind: ConditionKind
  current: AcademicYearId
  rows: readonly BalanceRow[]
  mayRecord: boolean
  text: string
  refusal: Shown | null
  problems: readonly SeatRowProblem[]
  mostBytes: number
}

/** What one's institution sends to each partner and receives from it, year by year, beside the places agreed. */
export function BalancePage(props: BalancePageProps) {
  const { call, rows, refusal } = props
  const { t, language, href } = call
  const partners = [...new Set(rows.map(({ partnerId }) => partnerId))]
  return (
    <Page
      frame={call.frame}
      title={t(m('balance.title'))}
      wide
      trail={[{ href: href(base), label: t(m('agreements.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack>
        <Heading level={1} lead={t(m('balance.lead'))}>
          {t(m('balance.title'))}
        </Heading>
        <Filters {...props} />
        {partners.length === 0 ? (
          <EmptyState title={t(m('balance.empty'))} why={t(m('balance.empty-why'))} />
        ) : (
          partners.map((id) => <Partner key={id} {...props} partnerId={id} />)
        )}
        {props.problems.length > 0 && <Problems {...props} />}
        {props.mayRecord && <Seats {...props} />}
      </Stack>
    </Page>
  )
}

function Filters({ call, kind, own, organisations }: BalancePageProps) {
  const { t, language, href } = call
  return (
    <FilterBar language={language} action={href(`${base}/balance`)}>
      <Field
        kind="select"
        language={language}
        name="kind"
        label={t(m('condition.kind'))}
        value={kind}
        options={conditionKinds.map((value) => ({ value, label: t(m(`kind.${value}`)) }))}
        noEmpty
        autosubmit
      />
      {organisations.length > 1 && (
        <Field
          kind="select"
          language={language}
          name="organisation"
          label={t(m('agreement.own'))}
          value={own?.id ?? ''}
          options={organisations}
          noEmpty
          autosubmit
        />
      )}
    </FilterBar>
  )
}

function Partner(props: BalancePageProps & { partnerId: string }) {
  const { call, names, partnerId, own } = props
  const { t } = call
  const rows = props.rows.filter((row) => row.partnerId === partnerId)
  const most = Math.max(
    1,
    ...rows
      .flatMap((row) => [row.out, row.in])
      .map(({ used, seats, pooled }) => Math.max(used, seats + pooled)),
  )
  const partner = names.get(partnerId) ?? partnerId
  const sides = [
    ['out', t(m('balance.sent', { partner }))],
    ['in', t(m('balance.received', { partner, own: own?.name ?? '' }))],
  ] as const
  return (
    <Section title={partner} id={`partner-${partnerId}`} lead={sumText(rows, call)}>
      <Columns>
        {sides.map(([side, caption]) => (
          <BarRows
            key={side}
            caption={caption}
            labelHeading={t(m('agreement.year'))}
            valueHeading={t(m('balance.used'))}
            max={most}
            rows={rows.map((row) => barOf(row, side, props))}
          />
        ))}
      </Columns>
    </Section>
  )
}

function barOf(row: BalanceRow, side: 'out' | 'in', { call, current }: BalancePageProps): Bar {
  const direction = row[side]
  const over = direction.used > direction.seats + direction.pooled
  return {
    label: formatAcademicYear(row.year, call.language),
    value: direction.used,
    valueLabel: usedText(direction, call),
    tone: over ? 'harm' : row.year >= current ? 'info' : 'quiet',
  }
}

/** Used places beside those agreed: '3 of 4', with the places of a pool said apart. */
function usedText({ used, seats, pooled }: Direction, { t, language }: PageCall): string {
  const number = (value: number) => formatNumber(value, language)
  const args = { used: number(used), seats: number(seats), pooled: number(pooled) }
  return t(m(pooled > 0 ? 'balance.of-pool' : 'balance.of', args))
}

function sumText(rows: readonly BalanceRow[], { t, language }: PageCall): string {
  const sum = (side: 'out' | 'in') => rows.reduce((total, row) => total + row[side].used, 0)
  const [sent, received] = [sum('out'), sum('in')]
  return t(
    m('balance.sum', {
      sent: formatNumber(sent, language),
      received: formatNumber(received, language),
    }),
  )
}

function Problems({ call, problems }: BalancePageProps) {
  const { t, language } = call
  return (
    <Table<SeatRowProblem & { place: number }>
      language={language}
      caption={t(m('import.problems'))}
      rows={problems.slice(0, 200).map((problem, place) => ({ ...problem, place }))}
      rowKey={({ place }) => String(place)}
      columns={[
        {
          key: 'row',
          label: t(m('import.row')),
          primary: true,
          cell: ({ row }) => formatNumber(row, language),
        },
        {
          key: 'column',
          label: t(m('import.column')),
          cell: ({ column }) => t(m(`column.${column}`)),
        },
        { key: 'what', label: t(m('import.what')), cell: ({ message }) => t(message) },
      ]}
    />
  )
}

function Seats({ call, text, refusal, mostBytes }: BalancePageProps) {
  const { t, language, href, frame } = call
  return (
    <Fold summary={t(m('seats.title'))} open={refusal !== null}>
      <p>{t(m('seats.lead'))}</p>
      <Form action={href(`${base}/balance/seats`)} csrf={frame.csrf} files>
        <GivenTable
          language={language}
          paste={{ label: t(m('import.paste')), hint: t(m('seats.hint')) }}
          file={{ label: t(m('import.file')), maxBytes: mostBytes }}
          text={text}
          error={refusal?.fields['text']}
          rows={6}
        />
        <ButtonGroup>
          <Button>{t(m('seats.take'))}</Button>
        </ButtonGroup>
      </Form>
    </Fold>
  )
}
