import { formatNumber } from '#kernel/values'
import { DescriptionList, Heading, Section, Stack, Table, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { Condition } from '../rules/conditions.ts'
import { fieldText, type Names, type PageCall, yearsText } from './words.ts'

interface ConditionTableProps {
  call: PageCall
  conditions: readonly Condition[]
  names: Names
  title: string
  lead?: string
}

/** Who may go where, how many, when and under what conditions: one row for each condition. */
export function ConditionTable({ call, conditions, names, title, lead }: ConditionTableProps) {
  const { t, language } = call
  const text = (condition: Condition, field: Parameters<typeof fieldText>[1]) =>
    fieldText(condition, field, call, names)
  return (
    <Section title={title} id="conditions" lead={lead}>
      <Table<Condition>
        language={language}
        caption={title}
        captionHidden
        rows={conditions}
        rowKey={({ key }) => key}
        empty={<p class="quiet">{t(m('conditions.none'))}</p>}
        columns={[
          {
            key: 'kind',
            label: t(m('condition.kind')),
            primary: true,
            cell: (row) => text(row, 'kind'),
          },
          {
            key: 'way',
            label: t(m('condition.way')),
            cell: (row) => <Way condition={row} text={text} />,
          },
          {
            key: 'seats',
            label: t(m('condition.seats')),
            kind: 'number',
            cell: (row) => (
              <span>
                {formatNumber(row.seats, language)}
                {row.shared && <span class="quiet"> {t(m('quota.pool-short'))}</span>}
              </span>
            ),
          },
          {
            key: 'years',
            label: t(m('agreement.years')),
            nowrap: true,
            cell: (row) => yearsText(row.firstYear || null, row.lastYear || null, call),
          },
          { key: 'amount', label: t(m('condition.amount')), cell: (row) => text(row, 'amount') },
          {
            key: 'fields',
            label: t(m('condition.fields')),
            cell: (row) =>
              row.fields.length === 0 ? text(row, 'fields') : <Typed>{text(row, 'fields')}</Typed>,
          },
          {
            key: 'languages',
            label: t(m('condition.languages')),
            cell: (row) => text(row, 'languages'),
          },
          { key: 'levels', label: t(m('condition.levels')), cell: (row) => text(row, 'levels') },
          {
            key: 'more',
            label: t(m('condition.more')),
            cell: (row) => <More call={call} condition={row} />,
          },
        ]}
      />
    </Section>
  )
}

/** The same for whoever comes once and reads on one narrow page: each condition by itself, with what it says. */
export function ConditionList({
  call,
  conditions,
  names,
}: Pick<ConditionTableProps, 'call' | 'conditions' | 'names'>) {
  const { t, language } = call
  return (
    <Section title={t(m('conditions.title'))} id="conditions">
      <Stack>
        {conditions.map((condition) => {
          const text = (field: Parameters<typeof fieldText>[1]) =>
            fieldText(condition, field, call, names)
          const typed = (field: 'fields' | 'terms') => <Typed>{text(field)}</Typed>
          return (
            <div key={condition.key}>
              <Heading level={3}>{text('kind')}</Heading>
              <DescriptionList
                items={[
                  {
                    term: t(m('condition.way')),
                    value: <Way condition={condition} text={(_row, field) => text(field)} />,
                  },
                  {
                    term: t(m('condition.seats')),
                    value: t(m('paper.quota', { seats: text('seats'), quota: text('shared') })),
                  },
                  {
                    term: t(m('agreement.years')),
                    value: yearsText(condition.firstYear, condition.lastYear, { t, language }),
                  },
                  ...(condition.amount === null
                    ? []
                    : [{ term: t(m('condition.amount')), value: text('amount') }]),
                  {
                    term: t(m('condition.fields')),
                    value: condition.fields.length === 0 ? text('fields') : typed('fields'),
                  },
                  { term: t(m('condition.languages')), value: text('languages') },
                  { term: t(m('condition.levels')), value: text('levels') },
                  ...(condition.blended
                    ? [{ term: t(m('field.blended')), value: text('blended') }]
                    : []),
                  ...(condition.terms === ''
                    ? []
                    : [{ term: t(m('field.terms')), value: typed('terms') }]),
                ]}
              />
            </div>
          )
        })}
      </Stack>
    </Section>
  )
}

function Way({
  condition,
  text,
}: {
  condition: Condition
  text: (
    condition: Condition,
    field: 'sending' | 'receiving' | 'sendingUnit' | 'receivingUnit',
  ) => string
}) {
  const { sendingUnit, receivingUnit } = condition
  return (
    <>
      {text(condition, 'sending')}
      {sendingUnit !== '' && <span class="quiet"> ({text(condition, 'sendingUnit')})</span>}
      {' → '}
      {text(condition, 'receiving')}
      {receivingUnit !== '' && <span class="quiet"> ({text(condition, 'receivingUnit')})</span>}
    </>
  )
}

function More({ call, condition }: { call: PageCall; condition: Condition }) {
  const { blended, terms } = condition
  if (!blended && terms === '') return <>–</>
  return (
    <>
      {blended && <span>{call.t(m('blended.yes'))} </span>}
      {terms !== '' && <Typed>{terms}</Typed>}
    </>
  )
}
