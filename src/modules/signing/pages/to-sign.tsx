import { localised } from '#kernel/values'
import { type Column, EmptyState, Heading, Page, Table, Tabs } from '#ui'
import { m } from '../messages/index.ts'
import type { AskedStep } from '../queries/steps.ts'
import { Capacity, dayWords, isPast, momentWords, type PageCall, StepTag, Title } from './words.tsx'

interface ToSignProps {
  call: PageCall
  steps: readonly AskedStep[]
  which: 'asked' | 'closed'
  total: number
  page: number
  pageSize: number
}

const base = '/signing/to-sign'

/** What the reader is asked to sign, and what they have signed. */
export function ToSignPage(props: ToSignProps) {
  const { call, which, steps, total, page, pageSize } = props
  const { t, href, language } = call
  const at = (each: ToSignProps['which']) => href(base, each === 'asked' ? {} : { which: each })
  return (
    <Page frame={call.frame} title={t(m('to-sign.title'))}>
      <Heading level={1} lead={t(m('to-sign.lead'))}>
        {t(m('to-sign.title'))}
      </Heading>
      <Tabs
        label={t(m('to-sign.tabs'))}
        tabs={(['asked', 'closed'] as const).map((each) => ({
          href: at(each),
          label: t(m(`to-sign.${each}`)),
          current: each === which,
        }))}
      />
      <Table
        language={language}
        caption={t(m(`to-sign.${which}`))}
        captionHidden
        keyboard
        columns={columnsFor(call, which)}
        rows={steps}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`/signing/steps/${id}`)}
        rowLabel={(step) => localised(step.titles, language).text}
        select={
          which === 'asked'
            ? {
                action: href(base),
                csrf: call.frame.csrf,
                actions: [{ name: 'do', value: 'sign', label: t(m('bulk.begin')) }],
                without: ({ means }) => means === 'paper',
              }
            : undefined
        }
        rowTone={(step) =>
          step.state === 'asked' && isPast(call, step.due_on, step.time_zone) ? 'harm' : undefined
        }
        pagination={{
          page,
          pageSize,
          total,
          href: (number) =>
            href(base, { which: which === 'asked' ? undefined : which, page: number }),
        }}
        empty={
          <EmptyState
            title={t(m(`to-sign.none-${which}`))}
            why={t(m(`to-sign.none-${which}-why`))}
          />
        }
      />
    </Page>
  )
}

function columnsFor(call: PageCall, which: ToSignProps['which']): Column<AskedStep>[] {
  const { t, language } = call
  return [
    {
      key: 'title',
      label: t(m('documents.document')),
      primary: true,
      cell: ({ titles }) => <Title titles={titles} language={language} />,
    },
    {
      key: 'from',
      label: t(m('documents.keeper')),
      cell: ({ keeper }) => localised(keeper, language).text,
    },
    {
      key: 'as',
      label: t(m('signers.as')),
      cell: (step) => <Capacity t={t} language={language} step={step} />,
    },
    which === 'asked'
      ? {
          key: 'due',
          label: t(m('documents.due')),
          kind: 'date',
          cell: ({ due_on: due }) => (due === null ? '–' : dayWords(call, due)),
        }
      : {
          key: 'when',
          label: t(m('to-sign.when')),
          kind: 'date',
          cell: ({ closed_at: at }) => (at === null ? '–' : momentWords(call, at)),
        },
    {
      key: 'state',
      label: t(m('documents.state')),
      kind: 'state',
      cell: (step) => <StepTag t={t} step={step} />,
    },
  ]
}
