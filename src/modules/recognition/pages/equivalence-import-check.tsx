import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  Heading,
  Page,
  StateTag,
  Table,
  Tabs,
  type Tone,
} from '#ui'
import { m } from '../messages/index.ts'
import { writeSet } from '../rules/set-notation.ts'
import type { JudgeEquivalence } from '../service/equivalence-input.ts'
import type { RowFate } from '../service/import-equivalences.ts'

/** A row of the table with its messages in words. */
export interface CheckedRow {
  row: number
  cells: string
  fate: RowFate
  judgement: JudgeEquivalence | null
  messages: readonly string[]
}

/** What the page shows before a table is taken in. */
export interface ImportCheckPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  id: string
  fileName: string
  home: string
  counts: Readonly<Record<RowFate, number>>
  /** Which rows are shown; null for all. */
  show: RowFate | null
  rows: readonly CheckedRow[]
  refusal: { message: string; fields: Record<string, string> } | null
}

const tones: Record<RowFate, Tone> = {
  new: 'done',
  changed: 'attention',
  same: 'quiet',
  wrong: 'harm',
}

/** A table of equivalences, row by row: what it would add, change and leave, and what is wrong. */
export function ImportCheckPage(props: ImportCheckPageProps) {
  const { call, id, counts, refusal } = props
  const { t, language, href } = call
  const at = `/recognition/equivalences/imports/${id}`
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0)
  const title = t(m('equivalence.check.title'))
  return (
    <Page
      frame={call.frame}
      title={title}
      wide
      trail={[
        { href: href('/recognition/equivalences'), label: t(m('equivalence.title')) },
        { href: href('/recognition/equivalences/import'), label: t(m('equivalence.table.title')) },
      ]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading
        level={1}
        lead={t(m('equivalence.check.lead', { file: props.fileName || '–', home: props.home }))}
      >
        {title}
      </Heading>
      <Tabs
        label={t(m('equivalence.check.rows'))}
        tabs={[
          {
            href: href(at, { show: 'all' }),
            label: t(m('equivalence.check.all', { count: all })),
            current: props.show === null,
          },
          ...(['new', 'changed', 'same', 'wrong'] as const).map((fate) => ({
            href: href(at, { show: fate }),
            label: t(m(`equivalence.check.${fate}`, { count: counts[fate] })),
            current: props.show === fate,
          })),
        ]}
      />
      <Rows {...props} />
      <Form action={href(at)} csrf={call.frame.csrf}>
        <ButtonGroup>
          <Take {...props} />
          <Button look="quiet" name="act" value="discard">
            {t(m('equivalence.check.discard'))}
          </Button>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** Taking all, or all but what is wrong; nothing where there is nothing to take. */
function Take({ call, counts }: ImportCheckPageProps) {
  const { t } = call
  const right = counts.new + counts.changed
  if (right === 0) return null
  return counts.wrong === 0 ? (
    <Button name="act" value="take">
      {t(m('equivalence.check.take', { count: right }))}
    </Button>
  ) : (
    <Button look="secondary" name="act" value="take-right">
      {t(m('equivalence.check.take-right', { count: right, wrong: counts.wrong }))}
    </Button>
  )
}

function Rows({ call, rows }: ImportCheckPageProps) {
  const { t, language } = call
  return (
    <Table
      language={language}
      caption={t(m('equivalence.check.rows'))}
      captionHidden
      rows={rows}
      rowKey={(row) => String(row.row)}
      empty={<p class="quiet">{t(m('equivalence.check.none'))}</p>}
      columns={[
        {
          key: 'row',
          label: t(m('catalogue.problems.row')),
          kind: 'number',
          primary: true,
          cell: (row) => row.row,
        },
        {
          key: 'fate',
          label: t(m('equivalence.check.what')),
          kind: 'state',
          cell: (row) => (
            <StateTag tone={tones[row.fate]}>{t(m(`equivalence.fate.${row.fate}`))}</StateTag>
          ),
        },
        {
          key: 'courses',
          label: t(m('equivalence.check.courses')),
          cell: (row) =>
            row.judgement ? (
              `${writeSet(row.judgement.hostCourses) || '*'} → ${homesText(row.judgement)}`
            ) : (
              <span class="quiet">{row.cells}</span>
            ),
        },
        {
          key: 'messages',
          label: t(m('catalogue.problems.what')),
          cell: (row) => row.messages.map((message) => <p key={message}>{message}</p>),
        },
      ]}
    />
  )
}

function homesText({ homeCourses, package: whole }: JudgeEquivalence): string {
  return whole?.block ? whole.block.code : writeSet(homeCourses.map((code) => [code]))
}
