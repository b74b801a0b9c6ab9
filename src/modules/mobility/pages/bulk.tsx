import { displayName, formatDateRange, formatNumber } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  Page,
  Section,
  Table,
  GivenTable,
} from '#ui'
import type { NominationProblem } from '../formats/nomination-rows.ts'
import type { PastProblem } from '../formats/past-rows.ts'
import { m } from '../messages/index.ts'
import type { NominationList } from '../service/bulk.ts'
import { base, type PageCall, type Shown, StayState } from './words.tsx'

interface BulkPageProps {
  call: PageCall
  refusal: Shown | null
  preview: NominationList | null
  text: string
  /** Names of institutions by their ids. */
  names: ReadonlyMap<string, string>
  mostBytes: number
}

const path = `${base}/nominations/list`

/** Many students are nominated from a spreadsheet: pasted, looked at as it would come out, and then done. */
export function BulkPage(props: BulkPageProps) {
  const { call, refusal, preview } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('bulk.title'))}
      wide
      trail={[{ href: href(base), label: t(m('stays.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading
        level={1}
        lead={t(m('bulk.lead'))}
        actions={
          <ButtonLink look="quiet" icon="download" download href={href(`${path}/template`)}>
            {t(m('bulk.template'))}
          </ButtonLink>
        }
      >
        {t(m('bulk.title'))}
      </Heading>
      {preview ? <Preview {...props} preview={preview} /> : <GivenList {...props} path={path} />}
    </Page>
  )
}

/** Rows of a spreadsheet, pasted or as a file, to be looked at first. */
export function GivenList({
  call,
  refusal,
  text,
  mostBytes,
  path: to,
}: Pick<BulkPageProps, 'call' | 'refusal' | 'text' | 'mostBytes'> & { path: string }) {
  const { t, language, href, frame } = call
  return (
    <Form action={href(to)} csrf={frame.csrf} files hidden={{ step: 'preview' }}>
      <GivenTable
        language={language}
        paste={{ label: t(m('bulk.paste')), hint: t(m('bulk.paste-hint')) }}
        file={{ label: t(m('bulk.file')), maxBytes: mostBytes }}
        text={text}
        error={refusal?.fields['text']}
      />
      <ButtonGroup>
        <Button>{t(m('bulk.look'))}</Button>
        <ButtonLink look="quiet" href={href(base)}>
          {t(m('nominate.back'))}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}

function Preview(props: BulkPageProps & { preview: NominationList }) {
  const { call, preview } = props
  const { t, href, frame } = call
  const { rows, problems, ignored, text } = preview
  const faulty = new Set(problems.map(({ row }) => row)).size
  return (
    <>
      <Notice
        tone={faulty > 0 ? 'attention' : 'info'}
        title={t(m('bulk.understood', { count: rows.length }))}
      >
        {faulty > 0 && <p>{t(m('bulk.faulty', { count: faulty }))}</p>}
        {ignored.length > 0 && <p>{t(m('bulk.ignored', { columns: ignored.join(', ') }))}</p>}
      </Notice>
      {problems.length > 0 && <ListProblems call={call} problems={problems} />}
      <Understood {...props} />
      <Form action={href(path)} csrf={frame.csrf} hidden={{ text }}>
        <ButtonGroup>
          {rows.length > 0 && (
            <Button name="step" value={faulty > 0 ? 'nominate-without-faulty' : 'nominate'}>
              {t(m(faulty > 0 ? 'bulk.do-without-faulty' : 'bulk.do', { count: rows.length }))}
            </Button>
          )}
          <Button look="quiet" name="step" value="edit">
            {t(m('bulk.edit'))}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** What is wrong with rows of a list, at which column. */
export function ListProblems({
  call,
  problems,
}: {
  call: PageCall
  problems: readonly (NominationProblem | PastProblem)[]
}) {
  const { t, language } = call
  return (
    <Table<(NominationProblem | PastProblem) & { place: number }>
      language={language}
      caption={t(m('bulk.problems'))}
      rows={problems.slice(0, 200).map((problem, place) => ({ ...problem, place }))}
      rowKey={({ place }) => String(place)}
      columns={[
        {
          key: 'row',
          label: t(m('bulk.row')),
          primary: true,
          cell: ({ row }) => formatNumber(row, language),
        },
        {
          key: 'column',
          label: t(m('bulk.column')),
          cell: ({ column }) => (column === null ? '–' : t(m(`column.${column}`))),
        },
        { key: 'what', label: t(m('bulk.what')), cell: ({ message }) => t(message) },
      ]}
    />
  )
}

function Understood({ call, preview, names }: BulkPageProps & { preview: NominationList }) {
  const { t, language } = call
  if (preview.rows.length === 0) return null
  return (
    <Section title={t(m('bulk.nominations'))} id="nominations">
      <Table<NominationList['rows'][number]>
        language={language}
        caption={t(m('bulk.nominations'))}
        captionHidden
        rows={preview.rows}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            key: 'student',
            label: t(m('stay.student')),
            primary: true,
            cell: ({ found }) => `${displayName(found.name, language)} · ${found.studentNumber}`,
          },
          {
            key: 'receiving',
            label: t(m('stay.receiving')),
            cell: ({ receivingOrganisationId: id }) => names.get(id) ?? '–',
          },
          { key: 'kind', label: t(m('filter.kind')), cell: ({ kind }) => t(m(`kind.${kind}`)) },
          {
            key: 'dates',
            label: t(m('stay.dates')),
            cell: ({ startsOn, endsOn }) => formatDateRange(startsOn, endsOn, language),
          },
          {
            key: 'becomes',
            label: t(m('bulk.becomes')),
            kind: 'state',
            cell: ({ becomes }) => <StayState call={call} state={becomes} />,
          },
        ]}
      />
    </Section>
  )
}
