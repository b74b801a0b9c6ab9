import type { Call } from '#kernel/http'
import { displayName, formatNumber, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  ErrorSummary,
  Figure,
  Form,
  Grid,
  Notice,
  ObjectStrip,
  Page,
  ProgressBar,
  Section,
  StateTag,
  Table,
  Tabs,
} from '#ui'
import type { PreviewRow } from '../formats/catalogue-reading.ts'
import { m } from '../messages/index.ts'
import type { CatalogueProblem, CatalogueRow } from '../queries/catalogues.ts'
import type { CatalogueChanges } from '../queries/catalogue-changes.ts'
import { ChangesBeforehand } from './catalogue-changes.tsx'
import { CatalogueColumns } from './catalogue-columns.tsx'
import { catalogueTones } from './catalogues.tsx'

/** What the page of one import shows. */
export interface CataloguePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: CatalogueRow
  preview: readonly PreviewRow[]
  problems: readonly CatalogueProblem[]
  problemCount: number
  /** What publishing it changes, where it can take the place of another. */
  changes: CatalogueChanges | null
  filter: { errorsOnly: boolean; page: number }
  pageSize: number
  refusal: { message: string; fields: Record<string, string> } | null
}

const base = '/recognition/catalogues'

/** One import of a catalogue, as far as it has come. */
export function CataloguePage(props: CataloguePageProps) {
  const { call, found, refusal } = props
  const { t, language, href } = call
  const { state } = found
  return (
    <Page
      frame={call.frame}
      title={found.fileName}
      trail={[{ href: href(base), label: t(m('catalogue.title')) }]}
      wide
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <ObjectStrip
        language={language}
        kind={t(m('catalogue.kind'))}
        title={found.fileName}
        detail={localised(found.organisationNames, language).text}
        state={{ tone: catalogueTones[state], label: t(m(`catalogue.state.${state}`)) }}
        next={t(m(`catalogue.next.${state}`))}
        who={found.importedBy ? displayName(found.importedBy, language) : undefined}
      />
      {state === 'failed' && found.failure && <Notice tone="harm" title={t(found.failure)} />}
      {(state === 'draft' || state === 'failed') && found.sample.rows.length > 0 && (
        <CatalogueColumns
          call={call}
          found={found}
          preview={props.preview}
          errors={refusal?.fields ?? {}}
        />
      )}
      {state === 'importing' && <Importing {...props} />}
      {(state === 'ready' || state === 'published' || state === 'replaced') && (
        <Finished {...props} />
      )}
      {state === 'failed' && props.problemCount > 0 && <Problems {...props} />}
      {state !== 'published' && state !== 'discarded' && (
        <Form action={href(`${base}/${found.id}/removal`)} csrf={call.frame.csrf} inline>
          <Button look="quiet">{t(m('catalogue.discard'))}</Button>
        </Form>
      )}
    </Page>
  )
}

/** How far the reading has come, in words; the same for the page and for what the bar asks. */
export function progressText(
  { t }: Pick<Call, 't'>,
  found: Pick<CatalogueRow, 'rows_read' | 'rows_expected' | 'rows_taken'>,
): string {
  if (found.rows_expected === null) return t(m('catalogue.progress.counting'))
  return t(
    m('catalogue.progress.detail', {
      read: found.rows_read,
      expected: found.rows_expected,
      taken: found.rows_taken,
    }),
  )
}

function Importing({ call, found }: CataloguePageProps) {
  const { t, href } = call
  const here = href(`${base}/${found.id}`)
  return (
    <>
      <ProgressBar
        language={call.language}
        label={t(m('catalogue.progress.label', { file: found.fileName }))}
        {...(found.rows_expected === null
          ? {}
          : { value: found.rows_read, max: Math.max(1, found.rows_expected) })}
        detail={progressText(call, found)}
        poll={`${here}/progress`}
      />
      <p class="quiet">{t(m('catalogue.progress.leave'))}</p>
      <ButtonGroup>
        <ButtonLink href={here} look="secondary">
          {t(m('catalogue.progress.again'))}
        </ButtonLink>
      </ButtonGroup>
    </>
  )
}

function Finished(props: CataloguePageProps) {
  const { call, found } = props
  const { t, language, href } = call
  const count = (value: number) => formatNumber(value, language)
  return (
    <>
      <Grid size="small">
        <Figure value={count(found.rows_read)} label={t(m('catalogue.rows'))} />
        <Figure value={count(found.rows_taken)} label={t(m('catalogue.taken'))} />
        <Figure value={count(found.rows_wrong)} label={t(m('catalogue.wrong'))} />
      </Grid>
      {found.state === 'published' ? (
        <ButtonGroup>
          <ButtonLink
            href={href('/recognition/courses', { organisation: found.organisation_id })}
            look="secondary"
          >
            {t(m('catalogue.see-courses'))}
          </ButtonLink>
        </ButtonGroup>
      ) : (
        <>
          {props.changes && <ChangesBeforehand call={call} found={found} changes={props.changes} />}
          <Form action={href(`${base}/${found.id}/publication`)} csrf={call.frame.csrf}>
            <p class="quiet">{t(m('catalogue.publish-hint'))}</p>
            <ButtonGroup>
              <Button>
                {t(m(found.state === 'ready' ? 'catalogue.publish' : 'catalogue.publish-again'))}
              </Button>
            </ButtonGroup>
          </Form>
        </>
      )}
      <Problems {...props} />
    </>
  )
}

function Problems(props: CataloguePageProps) {
  const { call, found, filter } = props
  const { t, language, href } = call
  const here = `${base}/${found.id}`
  const address = (errorsOnly: boolean, page = 1) =>
    href(here, { show: errorsOnly ? 'errors' : null, page: page === 1 ? null : page })
  return (
    <Section
      title={t(m('catalogue.problems'))}
      id="problems"
      actions={
        props.problemCount > 0 && (
          <ButtonLink href={href(`${here}/remarks`)} look="quiet" icon="download" download>
            {t(m('catalogue.download'))}
          </ButtonLink>
        )
      }
    >
      <Tabs
        label={t(m('catalogue.problems'))}
        tabs={[
          {
            href: address(false),
            label: t(m('catalogue.problems.all')),
            current: !filter.errorsOnly,
          },
          {
            href: address(true),
            label: t(m('catalogue.problems.errors')),
            current: filter.errorsOnly,
          },
        ]}
      />
      <Table
        language={language}
        caption={t(m('catalogue.problems'))}
        captionHidden
        rows={props.problems}
        rowKey={(row) => `${row.rowNumber}-${row.message.key}`}
        columns={problemColumns(call)}
        pagination={{
          page: filter.page,
          pageSize: props.pageSize,
          total: props.problemCount,
          href: (page) => address(filter.errorsOnly, page),
        }}
        empty={
          <EmptyState
            title={t(m('catalogue.problems.none'))}
            why={t(m('catalogue.problems.none-why'))}
          />
        }
      />
    </Section>
  )
}

function problemColumns({ t, language }: CataloguePageProps['call']): Column<CatalogueProblem>[] {
  return [
    {
      key: 'row',
      label: t(m('catalogue.problems.row')),
      kind: 'number',
      primary: true,
      cell: (row) => formatNumber(row.rowNumber, language),
    },
    {
      key: 'kind',
      label: t(m('catalogue.problems.grade')),
      kind: 'state',
      cell: (row) => (
        <StateTag tone={row.severity === 'error' ? 'harm' : 'attention'}>
          {t(m(`catalogue.problems.${row.severity}`))}
        </StateTag>
      ),
    },
    {
      key: 'what',
      label: t(m('catalogue.problems.what')),
      cell: (row) => t(row.message),
    },
    {
      key: 'cells',
      label: t(m('catalogue.problems.cells')),
      cell: (row) => <span class="quiet">{row.rowText}</span>,
    },
  ]
}
