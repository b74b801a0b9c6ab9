import {
  displayName,
  formatDate,
  formatDateRange,
  formatInstant,
  formatNumber,
} from '#kernel/values'
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
  Stack,
  StateTag,
  Table,
  type Tone,
} from '#ui'
import { m } from '../messages/index.ts'
import type { PastListRow } from '../queries/past-lists.ts'
import type { PastList, PastOutcome } from '../service/past.ts'
import { GivenList, ListProblems } from './bulk.tsx'
import { base, type PageCall, type Shown } from './words.tsx'

/** Where past exchanges are brought in. */
export const pastPath = `${base}/past`

interface PastPageProps {
  call: PageCall
  refusal: Shown | null
  preview: PastList | null
  text: string
  /** Names of institutions by their ids. */
  names: ReadonlyMap<string, string>
  /** What was brought in before. */
  lists: readonly PastListRow[]
  mostBytes: number
}

/** Exchanges of past years are brought in from a spreadsheet: looked at as they would come out, and then done. */
export function PastPage(props: PastPageProps) {
  const { call, refusal, preview } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('past.title'))}
      wide
      trail={[{ href: href(base), label: t(m('stays.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading
          level={1}
          lead={t(m('past.lead'))}
          actions={
            <ButtonLink look="quiet" icon="download" download href={href(`${pastPath}/template`)}>
              {t(m('bulk.template'))}
            </ButtonLink>
          }
        >
          {t(m('past.title'))}
        </Heading>
        {preview ? (
          <Preview {...props} preview={preview} />
        ) : (
          <GivenList {...props} path={pastPath} />
        )}
        <Lists {...props} />
      </Stack>
    </Page>
  )
}

/** What was brought in before, each with the way back. */
function Lists({ call, lists }: PastPageProps) {
  const { t, language, href, frame } = call
  if (lists.length === 0) return null
  return (
    <Section title={t(m('past.lists'))} id="lists">
      <Table<PastListRow>
        language={language}
        caption={t(m('past.lists'))}
        captionHidden
        rows={lists}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'at',
            label: t(m('past.lists-at')),
            primary: true,
            cell: ({ importedAt }) => formatInstant(importedAt, call.timeZone, language),
          },
          {
            key: 'by',
            label: t(m('past.lists-by')),
            cell: ({ by }) => (by ? displayName(by, language) : '–'),
          },
          {
            key: 'stays',
            label: t(m('past.stays')),
            kind: 'number',
            cell: ({ stays }) => formatNumber(stays, language),
          },
          {
            key: 'undo',
            label: t(m('past.undo')),
            kind: 'actions',
            cell: ({ key, touched }) =>
              touched > 0 ? (
                <span class="quiet">{t(m('past.worked-on', { count: touched }))}</span>
              ) : (
                <Form action={href(`${pastPath}/undo`)} csrf={frame.csrf} hidden={{ list: key }}>
                  <Button look="quiet" small>
                    {t(m('past.undo'))}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </Section>
  )
}

function Preview(props: PastPageProps & { preview: PastList }) {
  const { call, preview } = props
  const { t, href, frame } = call
  const { rows, problems, ignored, text } = preview
  const faulty = new Set(problems.map(({ row }) => row)).size
  const made = rows.filter(({ becomes }) => becomes === 'new').length
  return (
    <Stack gap="wide">
      <Notice
        tone={faulty > 0 ? 'attention' : 'info'}
        title={t(m('past.understood', { count: made }))}
      >
        {faulty > 0 && <p>{t(m('bulk.faulty', { count: faulty }))}</p>}
        {rows.length > made && <p>{t(m('past.twice', { count: rows.length - made }))}</p>}
        {ignored.length > 0 && <p>{t(m('bulk.ignored', { columns: ignored.join(', ') }))}</p>}
      </Notice>
      {problems.length > 0 && <ListProblems call={call} problems={problems} />}
      <Understood {...props} />
      <Form action={href(pastPath)} csrf={frame.csrf} hidden={{ text }}>
        <ButtonGroup>
          {made > 0 && (
            <Button name="step" value={faulty > 0 ? 'import-without-faulty' : 'import'}>
              {t(m(faulty > 0 ? 'past.do-without-faulty' : 'past.do', { count: made }))}
            </Button>
          )}
          <Button look="quiet" name="step" value="edit">
            {t(m('bulk.edit'))}
          </Button>
        </ButtonGroup>
      </Form>
    </Stack>
  )
}

const tones: Record<PastOutcome, Tone> = { new: 'done', merged: 'info', known: 'quiet' }

function Understood({ call, preview, names }: PastPageProps & { preview: PastList }) {
  const { t, language } = call
  if (preview.rows.length === 0) return null
  return (
    <Section title={t(m('past.stays'))} id="stays">
      <Table<PastList['rows'][number]>
        language={language}
        caption={t(m('past.stays'))}
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
            key: 'recognised',
            label: t(m('column.recognisedOn')),
            cell: ({ recognisedOn: day }) =>
              day === null ? '–' : formatDate(day, language, 'medium'),
          },
          {
            key: 'becomes',
            label: t(m('bulk.becomes')),
            kind: 'state',
            cell: ({ becomes }) => (
              <StateTag tone={tones[becomes]}>{t(m(`past.becomes-${becomes}`))}</StateTag>
            ),
          },
        ]}
      />
    </Section>
  )
}
