import type { Call } from '#kernel/http'
import { formatDate, formatInstant, formatYear, type Language, localised } from '#kernel/values'
import {
  Button,
  ButtonLink,
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  languageNames,
  ObjectStrip,
  type Option,
  Page,
  ProgressBar,
  Section,
  Stack,
  StateTag,
  Table,
  type Tone,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ArchiveRow, ArchiveState } from '../queries/archives.ts'
import { archiveKeptDays } from '../service/make-archive.ts'
import { LanguagePair } from './language-pair.tsx'

type PageCall = Pick<Call, 'frame' | 't' | 'language' | 'href'>

interface ArchivesPageProps {
  call: PageCall
  homes: readonly Option[]
  hosts: readonly Option[]
  programmes: readonly Option[]
  intakes: readonly number[]
  pair: readonly [Language, Language]
  archives: readonly ArchiveRow[]
  values: Record<string, string>
  refusal: { message: string; fields: Record<string, string> } | null
}

const path = '/recognition/statements'

/** The statements of a cohort as one archive: which, in which languages, and what was packed before. */
export function ArchivesPage(props: ArchivesPageProps) {
  const { call, refusal } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('archive.title'))}
      trail={[{ href: href('/recognition/cases'), label: t(m('page.cases.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('archive.lead'))}>
          {t(m('archive.title'))}
        </Heading>
        {props.homes.length === 0 ? (
          <EmptyState title={t(m('archive.nothing'))} why={t(m('archive.nothing-why'))} />
        ) : (
          <PackForm {...props} />
        )}
        {props.archives.length > 0 && (
          <Section title={t(m('archive.made'))}>
            <Table
              language={language}
              caption={t(m('archive.made'))}
              captionHidden
              columns={columnsOf(call)}
              rows={props.archives}
              rowKey={(row) => row.id}
              rowHref={(row) => href(`${path}/${row.id}`)}
            />
          </Section>
        )}
      </Stack>
    </Page>
  )
}

function PackForm(props: ArchivesPageProps) {
  const { call, values, refusal } = props
  const { t, language, href } = call
  const select = (name: string, label: string, options: readonly Option[], any?: string) => (
    <Field
      kind="select"
      language={language}
      name={name}
      label={label}
      value={values[name] ?? ''}
      options={any === undefined ? options : [{ value: '', label: any }, ...options]}
      noEmpty
      error={refusal?.fields[name]}
    />
  )
  const day = (name: 'from' | 'to') => (
    <Field
      kind="date"
      language={language}
      name={name}
      width="short"
      required={false}
      label={t(m(`archive.${name}`))}
      value={values[name] ?? ''}
      error={refusal?.fields[name]}
    />
  )
  return (
    <Form action={href(path)} csrf={call.frame.csrf}>
      <FieldSet legend={t(m('archive.which'))} columns>
        {select('home', t(m('statement.check.institution')), props.homes)}
        {select('host', t(m('statement.check.host')), props.hosts, t(m('archive.any')))}
        {select(
          'programme',
          t(m('page.statement.programme')),
          props.programmes,
          t(m('archive.any')),
        )}
        {select(
          'intake',
          t(m('page.statement.intake')),
          props.intakes.map((year) => ({ value: String(year), label: formatYear(year, language) })),
          t(m('archive.any')),
        )}
        {day('from')}
        {day('to')}
      </FieldSet>
      <LanguagePair call={call} pair={props.pair} />
      <Button>{t(m('archive.pack'))}</Button>
    </Form>
  )
}

const tones: Record<ArchiveState, Tone> = {
  making: 'attention',
  ready: 'done',
  failed: 'harm',
  removed: 'quiet',
}

function columnsOf({ t, language }: PageCall): Column<ArchiveRow>[] {
  return [
    {
      key: 'made',
      label: t(m('archive.column.made')),
      primary: true,
      cell: (row) => formatInstant(row.created_at, row.time_zone, language),
    },
    {
      key: 'home',
      label: t(m('statement.check.institution')),
      cell: (row) => localised(row.home_names, language).text,
    },
    {
      key: 'count',
      label: t(m('archive.column.count')),
      kind: 'number',
      cell: (row) => row.statements,
    },
    {
      key: 'state',
      label: t(m('page.column.state')),
      cell: (row) => (
        <StateTag tone={tones[row.state]}>{t(m(`archive.state.${row.state}`))}</StateTag>
      ),
    },
  ]
}

/** How far an archive has come, in numbers and words. */
export function progressOf({ t }: Pick<Call, 't'>, archive: ArchiveRow) {
  return {
    value: archive.done,
    max: archive.statements,
    detail: t(m('archive.progress', { done: archive.done, all: archive.statements })),
    done: archive.state !== 'making',
  }
}

/** One archive: how far it has come, and the way to its file. */
export function ArchivePage({ call, archive }: { call: PageCall; archive: ArchiveRow }) {
  const { t, language, href } = call
  const title = t(m('archive.one', { count: archive.statements }))
  const progress = progressOf(call, archive)
  const { from, to } = archive.filter
  const detail = [
    localised(archive.home_names, language).text,
    [...new Set([archive.first_language, archive.second_language])]
      .map((each) => languageNames[each])
      .join(' / '),
    ...(from ? [`${t(m('archive.from'))} ${formatDate(from, language)}`] : []),
    ...(to ? [`${t(m('archive.to'))} ${formatDate(to, language)}`] : []),
  ]
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[{ href: href(path), label: t(m('archive.title')) }]}
    >
      <Stack gap="wide">
        <ObjectStrip
          language={language}
          kind={t(m('archive.title'))}
          title={title}
          detail={detail.join(' · ')}
          state={{ tone: tones[archive.state], label: t(m(`archive.state.${archive.state}`)) }}
          next={t(m(`archive.next.${archive.state}`, { days: archiveKeptDays }))}
          actions={
            archive.state === 'ready' && (
              <ButtonLink href={href(`${path}/${archive.id}/file`)} icon="download">
                {t(m('archive.download'))}
              </ButtonLink>
            )
          }
        />
        {archive.state === 'making' && (
          <ProgressBar
            language={language}
            label={t(m('archive.state.making'))}
            value={progress.value}
            max={progress.max}
            detail={progress.detail}
            poll={href(`${path}/${archive.id}/progress`)}
          />
        )}
      </Stack>
    </Page>
  )
}
