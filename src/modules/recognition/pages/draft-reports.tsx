import type { Call } from '#kernel/http'
import { formatDate } from '#kernel/values'
import { Button, ButtonGroup, type Column, Form, Section, StateTag, Table } from '#ui'
import type { ReportChoice } from '../formats/read-transcript.ts'
import { m } from '../messages/index.ts'
import type { DraftRow } from '../queries/drafts.ts'
import { titleOf } from './words.ts'

interface DraftReportsProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  draft: DraftRow
  mayEdit: boolean
}

/** The reports of a document that has several: which one this draft is, and the others to be taken too. */
export function DraftReports({ call, draft, mayEdit }: DraftReportsProps) {
  const { t, language } = call
  const { reports, report: chosen } = draft.content
  if (!reports) return null
  const columns: Column<ReportChoice>[] = [
    {
      key: 'issuer',
      label: t(m('report.issuer')),
      primary: true,
      cell: ({ issuer, place }) =>
        titleOf(issuer, language).text || t(m('report.number', { number: place + 1 })),
    },
    {
      key: 'issued',
      label: t(m('page.draft.issued')),
      kind: 'date',
      cell: ({ issuedOn }) => (issuedOn ? formatDate(issuedOn, language, 'medium') : '–'),
    },
    {
      key: 'courses',
      label: t(m('report.courses')),
      kind: 'number',
      cell: ({ courses }) => String(courses),
    },
    {
      key: 'choose',
      label: t(m('report.choose')),
      kind: 'actions',
      cell: (report) =>
        report.place === chosen ? (
          <StateTag tone="info">{t(m('report.this'))}</StateTag>
        ) : (
          mayEdit && <ReportForm call={call} draft={draft} report={report} />
        ),
    },
  ]
  return (
    <Section title={t(m('report.title', { count: reports.length }))} lead={t(m('report.lead'))}>
      <Table
        language={language}
        caption={t(m('report.title', { count: reports.length }))}
        captionHidden
        columns={columns}
        rows={reports}
        rowKey={({ place }) => String(place)}
      />
    </Section>
  )
}

function ReportForm({
  call,
  draft,
  report,
}: Omit<DraftReportsProps, 'mayEdit'> & { report: ReportChoice }) {
  const { t, href, frame } = call
  return (
    <Form
      action={href(`/recognition/drafts/${draft.id}/reports`)}
      csrf={frame.csrf}
      hidden={{ revision: String(draft.revision), report: String(report.place) }}
      inline
    >
      <ButtonGroup>
        <Button name="act" value="also" look="secondary" small>
          {t(m('report.also'))}
        </Button>
        <Button name="act" value="choose" look="quiet" small>
          {t(m('report.choose'))}
        </Button>
      </ButtonGroup>
    </Form>
  )
}
