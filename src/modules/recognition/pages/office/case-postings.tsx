import type { Call } from '#kernel/http'
import { dateInZone, formatDate } from '#kernel/values'
import { Section, StateTag, Table } from '#ui'
import { m } from '../../messages/index.ts'
import type { PostedOfCase } from '../../queries/office/batches.ts'
import type { PostingState } from '../../schema-office.ts'
import { creditText } from '../words.ts'
import { actText, itemState, postingState } from './posting-words.ts'

interface CasePostingsProps {
  call: Pick<Call, 't' | 'language'>
  state: PostingState | null
  postings: readonly PostedOfCase[]
  timeZone: string
}

/** What of a decided case stands on the student's record, entry by entry. */
export function CasePostings({ call, state, postings, timeZone }: CasePostingsProps) {
  const { t, language } = call
  const standing = postingState(state)
  return (
    <Section
      title={t(m('posting.of-case'))}
      lead={<StateTag tone={standing.tone}>{t(standing.label)}</StateTag>}
    >
      {postings.length > 0 && (
        <Table
          language={language}
          caption={t(m('posting.of-case'))}
          captionHidden
          rows={postings}
          rowKey={(row) => `${row.batchId} ${row.homeCourseCode}`}
          columns={[
            {
              key: 'course',
              label: t(m('posting.home-course')),
              primary: true,
              cell: (row) => row.homeCourseCode,
            },
            { key: 'act', label: t(m('posting.act')), cell: (row) => t(actText(row.act)) },
            {
              key: 'credit',
              label: t(m('page.column.credit')),
              kind: 'number',
              cell: (row) => creditText(row.credit, language),
            },
            { key: 'grade', label: t(m('posting.grade')), cell: (row) => row.grade ?? '–' },
            {
              key: 'state',
              label: t(m('page.column.state')),
              kind: 'state',
              cell: (row) => {
                const { tone, label } = itemState(row.state)
                return <StateTag tone={tone}>{t(label)}</StateTag>
              },
            },
            {
              key: 'at',
              label: t(m('posting.on')),
              kind: 'date',
              cell: (row) => formatDate(dateInZone(row.at, timeZone), language, 'medium'),
            },
            { key: 'note', label: t(m('posting.note-short')), cell: (row) => row.note || '–' },
          ]}
        />
      )}
    </Section>
  )
}
