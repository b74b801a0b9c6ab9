import type { Call } from '#kernel/http'
import { formatNumber } from '#kernel/values'
import { type Column, type Content, Figure, Grid, Notice, Section, Table } from '#ui'
import { m } from '../messages/index.ts'
import type { ChangedLine, Outcome } from '../rules/compare-evaluations.ts'
import type { PastPreview } from '../service/preview-past.ts'
import { asRead, creditText, verdictMessage } from './words.ts'

interface ChangedRow extends ChangedLine {
  caseId: string
  number: string
}

/** Lines shown on the page; the workbook has them all. */
const mostShown = 100

/** What the rules would have found on decided cases, with totals; nothing is altered by it. */
export function PastPreviewSection({
  call,
  preview,
  workbook,
}: {
  call: Pick<Call, 't' | 'language' | 'href'>
  preview: PastPreview
  /** The way to all lines as a workbook. */
  workbook: Content
}) {
  const { t, language } = call
  const { totals, concerned, decided, looked } = preview
  const rows = changedRows(preview)
  return (
    <Section title={t(m('past.title'))} id="past" lead={t(m('past.lead', { concerned, looked }))}>
      {decided > looked && (
        <Notice tone="attention">{t(m('past.limited', { decided, looked }))}</Notice>
      )}
      <Grid size="small">
        <Figure value={formatNumber(totals.cases, language)} label={t(m('past.cases'))} />
        <Figure value={formatNumber(totals.lines, language)} label={t(m('past.lines'))} />
        <Figure
          value={`${creditText(totals.creditBefore, language)} → ${creditText(totals.creditAfter, language)}`}
          label={t(m('past.credit'))}
        />
      </Grid>
      {totals.cases > preview.changed.length && (
        <p class="quiet">{t(m('past.unseen', { count: totals.cases - preview.changed.length }))}</p>
      )}
      {rows.length > 0 && (
        <>
          <Table
            language={language}
            caption={t(m('past.title'))}
            captionHidden
            columns={columnsOf(call)}
            rows={rows.slice(0, mostShown)}
            rowKey={(row) => `${row.caseId} ${row.code}`}
            rowHref={(row) => call.href(`/recognition/cases/${row.caseId}`)}
          />
          {rows.length > mostShown && (
            <p class="quiet">{t(m('past.more', { shown: mostShown }))}</p>
          )}
          {workbook}
        </>
      )}
    </Section>
  )
}

/** Every changed line with its case. */
export function changedRows({ changed }: PastPreview): ChangedRow[] {
  return changed.flatMap(({ caseId, number, lines }) =>
    lines.map((line) => ({ ...line, caseId, number })),
  )
}

function columnsOf(call: Pick<Call, 't' | 'language'>): Column<ChangedRow>[] {
  const { t } = call
  return [
    { key: 'case', label: t(m('past.case')), primary: true, cell: (row) => row.number },
    { key: 'line', label: t(m('past.line')), cell: (row) => <span lang="">{row.code}</span> },
    {
      key: 'before',
      label: t(m('past.before')),
      cell: (row) => <WithWhy call={call} outcome={row.before} />,
    },
    {
      key: 'after',
      label: t(m('past.after')),
      cell: (row) => <WithWhy call={call} outcome={row.after} />,
    },
  ]
}

/** A verdict with its credit and grade, in one line. */
export function outcomeText(
  { t, language }: Pick<Call, 't' | 'language'>,
  { verdict, credit, grade }: Outcome,
): string {
  const figures = [credit && creditText(credit, language), grade].filter(Boolean).join(', ')
  const word = t(verdictMessage(verdict))
  return figures === '' ? word : `${word} (${figures})`
}

/** An outcome with the reason that made it so, where the two sides differ in one. */
function WithWhy({ call, outcome }: { call: Pick<Call, 't' | 'language'>; outcome: Outcome }) {
  const why = whyText(call, outcome)
  return (
    <>
      {outcomeText(call, outcome)}
      {why !== '' && <p class="quiet">{why}</p>}
    </>
  )
}

/** The reason of an outcome; that a person judged an equivalence says nothing about rules. */
export function whyText({ t }: Pick<Call, 't'>, { why }: Outcome): string {
  return why === null || 'judge' in why.args ? '' : t(m(why.key, asRead(why.args)))
}
