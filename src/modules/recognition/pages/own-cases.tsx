import type { Call, JourneyStep } from '#kernel/http'
import { formatDate, localised } from '#kernel/values'
import { ButtonLink, type Column, EmptyState, Heading, Page, StateTag, Table } from '#ui'
import { m } from '../messages/index.ts'

/** The path of a student's own list. */
export const ownCasesPath = '/recognition/mine'

interface OwnCasesProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  /** The student's recognitions, the newest first. */
  steps: readonly JourneyStep[]
}

/** A student's own recognition cases: what was brought in, how far it is, what was recognised. */
export function OwnCasesPage({ call, steps }: OwnCasesProps) {
  const { t, language, href } = call
  const add = (
    <ButtonLink href={href('/recognition/transcripts/new')} icon="plus">
      {t(m('page.new.title'))}
    </ButtonLink>
  )
  return (
    <Page frame={call.frame} title={t(m('listing.own'))}>
      <Heading level={1} lead={t(m('listing.own-lead'))} actions={add}>
        {t(m('listing.own'))}
      </Heading>
      <Table
        language={language}
        caption={t(m('listing.own'))}
        captionHidden
        columns={columnsOf(call)}
        rows={steps}
        rowKey={(step) => step.id}
        rowHref={(step) => href(step.href ?? ownCasesPath)}
        empty={<EmptyState title={t(m('listing.own-none'))} why={t(m('listing.own-none-why'))} />}
      />
    </Page>
  )
}

function columnsOf({ t, language }: OwnCasesProps['call']): Column<JourneyStep>[] {
  return [
    {
      key: 'label',
      label: t(m('page.column.number')),
      primary: true,
      cell: (step) => t(step.label),
    },
    {
      key: 'host',
      label: t(m('page.column.host')),
      cell: (step) => localised(step.fromOrganisation?.name ?? {}, language).text,
    },
    {
      key: 'received',
      label: t(m('listing.received')),
      kind: 'date',
      nowrap: true,
      cell: (step) => formatDate(step.from, language, 'medium'),
    },
    {
      key: 'state',
      label: t(m('page.column.state')),
      kind: 'state',
      cell: (step) =>
        step.state && <StateTag tone={step.state.tone}>{t(step.state.label)}</StateTag>,
    },
  ]
}
