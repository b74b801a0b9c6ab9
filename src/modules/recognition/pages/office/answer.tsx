import type { Call } from '#kernel/http'
import { displayName, formatNumber } from '#kernel/values'
import {
  Button,
  type Column,
  Form,
  Grid,
  Figure,
  Heading,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  type Tone,
} from '#ui'
import { m } from '../../messages/index.ts'
import type { BatchItem, BatchRow } from '../../queries/office/batches.ts'
import type { AnsweredItem, AnswerRow, ComparedAnswer } from '../../rules/office/registry-answer.ts'
import { creditText } from '../words.ts'
import { batchesPath, postingsPath } from './posting-words.ts'

/** What the page of a registry's answer shows. */
export interface AnswerPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  batch: BatchRow
  items: readonly BatchItem[]
  answerId: string
  fileName: string
  compared: ComparedAnswer
  rows: readonly AnswerRow[]
}

interface Answered {
  item: BatchItem
  answer: AnsweredItem
}

const order = { differs: 0, rejected: 1, accepted: 2 } as const

/** The registry's answer beside what was sent; differences first, and nothing is confirmed before a person says so. */
export function AnswerPage(props: AnswerPageProps) {
  const { call, batch } = props
  const { t, href } = call
  const path = `${batchesPath}/${batch.id}`
  return (
    <Page
      frame={call.frame}
      title={t(m('posting.answer.title'))}
      wide
      trail={[
        { href: href(postingsPath), label: t(m('posting.title')) },
        { href: href(path), label: t(m('posting.batch-number', { number: batch.number })) },
      ]}
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('posting.answer.compared', { file: props.fileName }))}>
          {t(m('posting.answer.title'))}
        </Heading>
        <Figures {...props} />
        <Compared {...props} />
        <Missing {...props} />
        <Unknown {...props} />
        <Form
          action={href(`${path}/answer/discarding`)}
          csrf={call.frame.csrf}
          hidden={{ answer: props.answerId }}
          inline
        >
          <Button look="quiet">{t(m('posting.answer.discard'))}</Button>
        </Form>
      </Stack>
    </Page>
  )
}

function Figures({ call, compared }: AnswerPageProps) {
  const { t, language } = call
  const count = (verdict: AnsweredItem['verdict']) =>
    formatNumber(compared.answered.filter((each) => each.verdict === verdict).length, language)
  return (
    <Grid size="small">
      <Figure value={count('accepted')} label={t(m('posting.answer.accepted'))} />
      <Figure value={count('differs')} label={t(m('posting.answer.differs'))} />
      <Figure value={count('rejected')} label={t(m('posting.answer.rejected'))} />
      <Figure
        value={formatNumber(compared.missing.length, language)}
        label={t(m('posting.answer.missing'))}
      />
      <Figure
        value={formatNumber(compared.unknown.length + compared.repeated.length, language)}
        label={t(m('posting.answer.unknown'))}
      />
    </Grid>
  )
}

function Compared(props: AnswerPageProps) {
  const { call, batch, compared, items } = props
  const { t, language, href } = call
  const byId = new Map(items.map((item) => [item.id, item]))
  const rows = compared.answered
    .flatMap((answer) => {
      const item = byId.get(answer.id)
      return item ? [{ item, answer }] : []
    })
    .toSorted(
      (a, b) =>
        order[a.answer.verdict] - order[b.answer.verdict] || a.item.position - b.item.position,
    )
  if (rows.length === 0) return null
  return (
    <Section title={t(m('posting.answer.answered'))} lead={t(m('posting.answer.answered-lead'))}>
      <Table
        language={language}
        caption={t(m('posting.answer.answered'))}
        captionHidden
        keyboard
        columns={columnsOf(call)}
        rows={rows}
        rowKey={(row) => row.item.id}
        rowLabel={(row) => `${row.item.studentNumber} ${row.item.homeCourseCode}`}
        rowTone={(row) => (row.answer.verdict === 'differs' ? 'attention' : undefined)}
        select={{
          action: href(`${batchesPath}/${batch.id}/answer/taking`),
          csrf: call.frame.csrf,
          hidden: { answer: props.answerId },
          disabled: (row) => row.answer.verdict !== 'differs',
          actions: [
            { name: 'take', value: 'yes', label: t(m('posting.answer.take')), look: 'primary' },
          ],
        }}
      />
    </Section>
  )
}

const tones: Record<AnsweredItem['verdict'], Tone> = {
  accepted: 'done',
  differs: 'attention',
  rejected: 'harm',
}

function columnsOf(call: AnswerPageProps['call']): Column<Answered>[] {
  const { t, language } = call
  return [
    {
      key: 'student',
      label: t(m('page.column.student')),
      primary: true,
      cell: ({ item }) => displayName(item.student, language),
    },
    {
      key: 'number',
      label: t(m('posting.student-number')),
      nowrap: true,
      cell: ({ item }) => item.studentNumber,
    },
    { key: 'course', label: t(m('posting.home-course')), cell: ({ item }) => item.homeCourseCode },
    {
      key: 'sent',
      label: t(m('posting.answer.sent')),
      cell: ({ item }) => `${creditText(item.credit, language)} · ${item.grade ?? '–'}`,
    },
    {
      key: 'answered',
      label: t(m('posting.answer.received')),
      cell: ({ answer }) => (
        <>
          {[answer.credit, answer.grade].filter(Boolean).join(' · ') || '–'}
          {answer.message && (
            <>
              <br />
              {answer.message}
            </>
          )}
        </>
      ),
    },
    {
      key: 'verdict',
      label: t(m('page.column.state')),
      kind: 'state',
      cell: ({ answer }) => (
        <StateTag tone={tones[answer.verdict]}>{t(m(`posting.answer.${answer.verdict}`))}</StateTag>
      ),
    },
  ]
}

function Missing({ call, compared, items }: AnswerPageProps) {
  const { t, language } = call
  const missing = items.filter((item) => compared.missing.includes(item.id))
  if (missing.length === 0) return null
  return (
    <Section title={t(m('posting.answer.missing'))} lead={t(m('posting.answer.missing-lead'))}>
      <ul>
        {missing.map((item) => (
          <li key={item.id}>
            {item.studentNumber} · {displayName(item.student, language)} · {item.homeCourseCode}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Unknown({ call, compared, rows }: AnswerPageProps) {
  const { t } = call
  const strange = [...compared.unknown, ...compared.repeated].toSorted((a, b) => a - b)
  if (strange.length === 0) return null
  const byRow = new Map(rows.map((row) => [row.row, row]))
  return (
    <Section title={t(m('posting.answer.unknown'))} lead={t(m('posting.answer.unknown-lead'))}>
      <ul>
        {strange.map((number) => {
          const row = byRow.get(number)
          const told = [row?.reference, row?.studentNumber, row?.course, row?.message]
          return (
            <li key={number}>
              {t(m('posting.answer.row', { row: number }))} {told.filter(Boolean).join(' · ')}
              {compared.repeated.includes(number) && ` – ${t(m('posting.answer.repeated'))}`}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
