import type { Call } from '#kernel/http'
import { displayName, formatInstant, localised } from '#kernel/values'
import { Section, Table } from '#ui'
import { m } from '../messages/index.ts'
import type { ListedDraft } from '../queries/drafts.ts'

interface UnfinishedDraftsProps {
  call: Pick<Call, 't' | 'language' | 'href'>
  drafts: readonly ListedDraft[]
}

/** The way back to what was saved to be gone on with later; nothing where there is nothing. */
export function UnfinishedDrafts({ call, drafts }: UnfinishedDraftsProps) {
  const { t, language, href } = call
  if (drafts.length === 0) return null
  return (
    <Section title={t(m('page.drafts.title'))} lead={t(m('page.drafts.lead'))}>
      <Table
        language={language}
        caption={t(m('page.drafts.title'))}
        captionHidden
        columns={[
          {
            key: 'student',
            label: t(m('page.column.student')),
            primary: true,
            cell: (row) => displayName(row.student, language),
          },
          {
            key: 'host',
            label: t(m('page.column.host')),
            cell: (row) => (row.hostNames ? localised(row.hostNames, language).text : '–'),
          },
          {
            key: 'changed',
            label: t(m('page.drafts.changed')),
            kind: 'date',
            cell: (row) => formatInstant(row.updatedAt, row.homeTimeZone, language),
          },
        ]}
        rows={drafts}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`/recognition/drafts/${row.id}`)}
      />
    </Section>
  )
}
