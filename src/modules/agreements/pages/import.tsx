import { formatList, formatNumber } from '#kernel/values'
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
  Typed,
  GivenTable,
} from '#ui'
import type { AgreementRowProblem, ListedInSheet } from '../formats/agreement-rows.ts'
import { m } from '../messages/index.ts'
import { conditionKinds, yearsOf } from '../rules/conditions.ts'
import type { AgreementPreview } from '../service/import.ts'
import { base, type PageCall, type Shown, yearsText } from './words.ts'

interface ImportPageProps {
  call: PageCall
  refusal: Shown | null
  preview: AgreementPreview | null
  text: string
  /** Names of institutions by their ids. */
  names: ReadonlyMap<string, string>
  mostBytes: number
}

/** A list is pasted or a file chosen, looked at as it was understood, and then brought in. */
export function ImportPage(props: ImportPageProps) {
  const { call, refusal, preview } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('import.title'))}
      wide
      trail={[{ href: href(base), label: t(m('agreements.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading
        level={1}
        lead={t(m('import.lead'))}
        actions={
          <ButtonLink look="quiet" icon="download" href={href(`${base}/import/template`)}>
            {t(m('import.template'))}
          </ButtonLink>
        }
      >
        {t(m('import.title'))}
      </Heading>
      {preview ? <Preview {...props} preview={preview} /> : <Given {...props} />}
    </Page>
  )
}

function Given({ call, refusal, text, mostBytes }: ImportPageProps) {
  const { t, language, href, frame } = call
  return (
    <Form action={href(`${base}/import`)} csrf={frame.csrf} files hidden={{ step: 'preview' }}>
      <GivenTable
        language={language}
        paste={{ label: t(m('import.paste')), hint: t(m('import.paste-hint')) }}
        file={{ label: t(m('import.file')), maxBytes: mostBytes }}
        text={text}
        error={refusal?.fields['text']}
      />
      <ButtonGroup>
        <Button>{t(m('import.look'))}</Button>
        <ButtonLink look="quiet" href={href(base)}>
          {t(m('import.back'))}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}

function Preview(props: ImportPageProps & { preview: AgreementPreview }) {
  const { call, preview } = props
  const { t, href, frame } = call
  const { agreements, problems, already, ignored, text } = preview
  const faulty = new Set(problems.map(({ row }) => row)).size
  return (
    <>
      <Notice
        tone={faulty > 0 ? 'attention' : 'info'}
        title={t(m('import.understood', { count: agreements.length }))}
      >
        {faulty > 0 && <p>{t(m('import.faulty', { count: faulty }))}</p>}
        {already > 0 && <p>{t(m('import.already', { count: already }))}</p>}
        {ignored.length > 0 && (
          <p>{t(m('import.ignored', { columns: formatList(ignored, call.language) }))}</p>
        )}
      </Notice>
      {problems.length > 0 && <Problems call={call} problems={problems} />}
      <Understood {...props} />
      <Form action={href(`${base}/import`)} csrf={frame.csrf} hidden={{ text }}>
        <ButtonGroup>
          {agreements.length > 0 && (
            <Button name="step" value={faulty > 0 ? 'import-without-faulty' : 'import'}>
              {t(
                m(faulty > 0 ? 'import.do-without-faulty' : 'import.do', {
                  count: agreements.length,
                }),
              )}
            </Button>
          )}
          <Button look="quiet" name="step" value="edit">
            {t(m('import.edit'))}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

function Problems({
  call,
  problems,
}: {
  call: PageCall
  problems: readonly AgreementRowProblem[]
}) {
  const { t, language } = call
  return (
    <Table<AgreementRowProblem & { place: number }>
      language={language}
      caption={t(m('import.problems'))}
      rows={problems.slice(0, 200).map((problem, place) => ({ ...problem, place }))}
      rowKey={({ place }) => String(place)}
      columns={[
        {
          key: 'row',
          label: t(m('import.row')),
          primary: true,
          cell: ({ row }) => formatNumber(row, language),
        },
        {
          key: 'column',
          label: t(m('import.column')),
          cell: ({ column }) => t(m(`column.${column}`)),
        },
        { key: 'what', label: t(m('import.what')), cell: ({ message }) => t(message) },
      ]}
    />
  )
}

function Understood({ call, preview, names }: ImportPageProps & { preview: AgreementPreview }) {
  const { t, language } = call
  if (preview.agreements.length === 0) return null
  return (
    <Section title={t(m('import.agreements'))} id="agreements">
      <Table<ListedInSheet>
        language={language}
        caption={t(m('import.agreements'))}
        captionHidden
        rows={preview.agreements}
        rowKey={({ rows }) => String(rows[0])}
        columns={[
          {
            key: 'title',
            label: t(m('agreement.title')),
            primary: true,
            cell: ({ title }) => <Typed>{title}</Typed>,
          },
          { key: 'code', label: t(m('copies.code')), cell: ({ code }) => code || '–' },
          {
            key: 'partners',
            label: t(m('agreement.partners')),
            cell: ({ partnerIds }) =>
              formatList(
                partnerIds.map((id) => names.get(id) ?? id),
                language,
              ),
          },
          {
            key: 'what',
            label: t(m('agreement.what')),
            cell: ({ conditions }) => seatsText(conditions, call),
          },
          {
            key: 'years',
            label: t(m('agreement.years')),
            cell: ({ conditions }) => {
              const years = yearsOf(conditions)
              return yearsText(years?.first ?? null, years?.last ?? null, call)
            },
          },
        ]}
      />
    </Section>
  )
}

/** The places a year of each kind of mobility. */
export function seatsText(
  conditions: ListedInSheet['conditions'],
  { t, language }: Pick<PageCall, 't' | 'language'>,
): string {
  const said = conditionKinds.flatMap((kind) => {
    const seats = conditions
      .filter((condition) => condition.kind === kind)
      .reduce((sum, condition) => sum + condition.seats, 0)
    const args = { kind: t(m(`kind.${kind}`)), seats: formatNumber(seats, language) }
    return seats === 0 ? [] : [t(m('agreement.kind-seats', args))]
  })
  return said.length === 0 ? '–' : said.join(' · ')
}
