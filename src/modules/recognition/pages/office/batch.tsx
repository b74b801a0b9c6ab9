import type { Call } from '#kernel/http'
import {
  dateInZone,
  displayName,
  formatDate,
  formatInstant,
  formatNumber,
  localised,
} from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
} from '#ui'
import { m } from '../../messages/index.ts'
import type { BatchItem, BatchRow, OpenAnswer } from '../../queries/office/batches.ts'
import { creditText, titleOf } from '../words.ts'
import { actText, batchesPath, batchState, itemState, postingsPath } from './posting-words.ts'

/** What the page of a batch shows. */
export interface BatchPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  batch: BatchRow
  items: readonly BatchItem[]
  answer: OpenAnswer | null
  mayPost: boolean
  note: string
  refusal: { message: string; fields: Record<string, string> } | null
}

/** A batch: its file, its rows with what became of them, the registry's answer, and taking it back. */
export function BatchPage(props: BatchPageProps) {
  const { call, batch, refusal } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('posting.batch-number', { number: batch.number }))}
      wide
      trail={[
        { href: href(postingsPath), label: t(m('posting.title')) },
        { href: href(batchesPath), label: t(m('posting.tab.batches')) },
      ]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Strip {...props} />
        {props.answer && <AnswerWaits {...props} answer={props.answer} />}
        <Rows {...props} />
        {props.mayPost && batch.state === 'open' && <Answer {...props} />}
        {props.mayPost && batch.counts.exported > 0 && <Cancel {...props} />}
      </Stack>
    </Page>
  )
}

/** That the file went to the registry, or did not after all. */
function Sending({ call, batch }: Pick<BatchPageProps, 'call' | 'batch'>) {
  const { t, href, frame } = call
  return (
    <Form
      action={href(`${batchesPath}/${batch.id}/sending`)}
      csrf={frame.csrf}
      hidden={{ sent: batch.sentAt ? 'no' : 'yes' }}
      inline
    >
      <Button look={batch.sentAt ? 'quiet' : 'secondary'}>
        {t(m(batch.sentAt ? 'posting.unsend' : 'posting.send'))}
      </Button>
    </Form>
  )
}

function Strip({ call, batch, mayPost }: BatchPageProps) {
  const { t, language, href } = call
  const state = batchState(batch.state)
  const path = `${batchesPath}/${batch.id}`
  return (
    <ObjectStrip
      language={language}
      kind={t(m('posting.batch'))}
      title={t(m('posting.batch-number', { number: batch.number }))}
      detail={t(
        m('posting.batch-detail', {
          layout: batch.layoutName,
          version: batch.layoutVersion,
          rows: batch.rowsTotal,
          institution: localised(batch.organisationNames, language).text,
          name: displayName(batch.createdBy, language),
          at: formatInstant(batch.createdAt, batch.timeZone, language, 'medium'),
        }),
      )}
      state={{ tone: state.tone, label: t(state.label) }}
      next={t(m(`posting.next.${batch.state}`, { count: batch.counts.exported }))}
      {...(batch.sentAt
        ? {
            who: t(
              m('posting.sent-on', {
                on: formatInstant(batch.sentAt, batch.timeZone, language, 'medium'),
              }),
            ),
          }
        : {})}
      actions={
        <ButtonGroup>
          <ButtonLink href={href(`${path}/file`)} icon="download" download>
            {t(m(`posting.file.${batch.layout.file}`))}
          </ButtonLink>
          {mayPost && batch.state === 'open' && <Sending call={call} batch={batch} />}
        </ButtonGroup>
      }
    />
  )
}

function AnswerWaits({ call, batch, answer }: BatchPageProps & { answer: OpenAnswer }) {
  const { t, language, href } = call
  return (
    <Notice
      tone="attention"
      title={t(m('posting.answer.waits'))}
      action={
        <ButtonLink href={href(`${batchesPath}/${batch.id}/answer`)}>
          {t(m('posting.answer.look'))}
        </ButtonLink>
      }
    >
      {t(
        m('posting.answer.waits-detail', {
          file: answer.fileName,
          name: displayName(answer.uploadedBy, language),
          rows: answer.rows.length,
        }),
      )}
    </Notice>
  )
}

function Rows(props: BatchPageProps) {
  const { call, batch, items, mayPost, refusal } = props
  const { t, language, href } = call
  return (
    <Section title={t(m('posting.rows'))} lead={t(m('posting.rows-lead'))}>
      <Table
        language={language}
        caption={t(m('posting.rows'))}
        captionHidden
        keyboard
        columns={columnsOf(props)}
        rows={items}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`/recognition/cases/${row.caseId}`)}
        rowLabel={(row) => `${row.position} ${row.studentNumber} ${row.homeCourseCode}`}
        select={
          mayPost && batch.state !== 'cancelled'
            ? {
                action: href(`${batchesPath}/${batch.id}/rows`),
                csrf: call.frame.csrf,
                disabled: (row) => row.state === 'dropped',
                question: (
                  <Field
                    kind="text"
                    language={language}
                    name="note"
                    label={t(m('posting.note'))}
                    value={props.note}
                    error={refusal?.fields['note']}
                    required={false}
                    width="medium"
                  />
                ),
                actions: [
                  {
                    name: 'outcome',
                    value: 'posted',
                    label: t(m('posting.confirm')),
                    look: 'primary',
                  },
                  {
                    name: 'outcome',
                    value: 'rejected',
                    label: t(m('posting.refuse')),
                    look: 'harm',
                  },
                  {
                    name: 'outcome',
                    value: 'exported',
                    label: t(m('posting.take-back')),
                    look: 'quiet',
                  },
                ],
              }
            : undefined
        }
      />
    </Section>
  )
}

function columnsOf({ call, batch }: BatchPageProps): Column<BatchItem>[] {
  const { t, language } = call
  return [
    {
      key: 'position',
      label: t(m('posting.row')),
      kind: 'number',
      cell: (row) => formatNumber(row.position, language),
    },
    {
      key: 'student',
      label: t(m('page.column.student')),
      primary: true,
      cell: (row) => (
        <>
          {displayName(row.student, language)} <span class="quiet">{row.studentNumber}</span>
        </>
      ),
    },
    {
      key: 'number',
      label: t(m('page.column.number')),
      nowrap: true,
      cell: (row) => row.caseNumber,
    },
    { key: 'act', label: t(m('posting.act')), cell: (row) => t(actText(row.act)) },
    {
      key: 'course',
      label: t(m('posting.home-course')),
      cell: (row) => <HomeCourse row={row} call={call} />,
    },
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
      key: 'settled',
      label: t(m('posting.settled')),
      cell: (row) => <Settled row={row} call={call} timeZone={batch.timeZone} />,
    },
  ]
}

function HomeCourse({ row, call }: { row: BatchItem; call: BatchPageProps['call'] }) {
  const title = titleOf(row.homeCourseTitles, call.language)
  return (
    <>
      {row.homeCourseCode} <span lang={title.language}>{title.text}</span>
    </>
  )
}

function Settled({
  row,
  call,
  timeZone,
}: {
  row: BatchItem
  call: BatchPageProps['call']
  timeZone: string
}) {
  const { language } = call
  if (row.settledAt === null) return <>–</>
  return (
    <>
      {row.note && (
        <>
          {row.note}
          <br />
        </>
      )}
      <span class="quiet">
        {row.settledBy && displayName(row.settledBy, language)}{' '}
        {formatDate(dateInZone(row.settledAt, timeZone), language, 'medium')}
      </span>
    </>
  )
}

function Answer({ call, batch, refusal }: BatchPageProps) {
  const { t, language, href } = call
  return (
    <Section title={t(m('posting.answer.title'))} lead={t(m('posting.answer.lead'))}>
      <Form action={href(`${batchesPath}/${batch.id}/answer`)} csrf={call.frame.csrf} files>
        <Field
          kind="file"
          language={language}
          name="file"
          label={t(m('posting.answer.file'))}
          hint={t(m('posting.answer.file-hint'))}
          accept=".xlsx,.csv,.tsv,.txt"
          error={refusal?.fields['file']}
        />
        <Button look="secondary">{t(m('posting.answer.compare'))}</Button>
      </Form>
    </Section>
  )
}

function Cancel({ call, batch }: BatchPageProps) {
  const { t, href } = call
  return (
    <Fold summary={t(m('posting.cancel'))}>
      <p>{t(m('posting.cancel-why', { count: batch.counts.exported }))}</p>
      <Form action={href(`${batchesPath}/${batch.id}/cancellation`)} csrf={call.frame.csrf} inline>
        <Button look="harm">{t(m('posting.cancel'))}</Button>
      </Form>
    </Fold>
  )
}
