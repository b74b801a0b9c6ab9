import type { FormState, Scene } from '#kernel/http'
import { dateInZone, type DateOnly, localised, typedDate } from '#kernel/values'
import {
  Button,
  ButtonLink,
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  Heading,
  type Option,
  Page,
  type StagedFile,
  StateTag,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ClauseRow } from '../queries/clauses.ts'
import { clauseKinds } from '../transfer-schema.ts'
import { dayWords } from './words.ts'

/** How many documents a page has. */
export const clausesPerPage = 50

interface ClausesProps {
  scene: Scene
  rows: readonly ClauseRow[]
  total: number
  page: number
}

/** The documents between organisations on which transfers rest. */
export function ClausesPage({ scene, rows, total, page }: ClausesProps) {
  const { t, href, frame, language } = scene
  return (
    <Page
      frame={frame}
      title={t(m('clause.title'))}
      wide
      trail={[{ href: href('/privacy/transfers'), label: t(m('transfer.title')) }]}
    >
      <Heading
        level={1}
        lead={t(m('clause.lead'))}
        actions={<ButtonLink href={href('/privacy/clauses/new')}>{t(m('clause.new'))}</ButtonLink>}
      >
        {t(m('clause.title'))}
      </Heading>
      <Table
        language={language}
        caption={t(m('clause.title'))}
        captionHidden
        columns={columns(scene)}
        rows={rows}
        rowKey={({ id }) => id}
        rowTone={({ ended_at }) => (ended_at ? 'quiet' : undefined)}
        pagination={{
          page,
          pageSize: clausesPerPage,
          total,
          href: (number) => href('/privacy/clauses', { page: number }),
        }}
        empty={<EmptyState title={t(m('clause.none'))} why={t(m('clause.none-why'))} />}
      />
    </Page>
  )
}

/** Where a document stands on a day where its exporter is. */
function stateOf(scene: Scene, clause: ClauseRow) {
  const today: DateOnly = dateInZone(scene.now, clause.exporter_time_zone)
  if (clause.ended_at) return { tone: 'quiet' as const, key: 'clause.ended' as const }
  if (clause.signed_on > today) return { tone: 'neutral' as const, key: 'clause.not-yet' as const }
  const isOver = clause.valid_until !== null && clause.valid_until < today
  return isOver
    ? { tone: 'harm' as const, key: 'clause.over' as const }
    : { tone: 'done' as const, key: 'clause.stands' as const }
}

function columns(scene: Scene): Column<ClauseRow>[] {
  const { t, language, href, frame } = scene
  return [
    {
      key: 'kind',
      label: t(m('clause.kind')),
      primary: true,
      cell: ({ kind }) => t(m(`clause.kind.${kind}`)),
    },
    {
      key: 'exporter',
      label: t(m('transfer.exporter')),
      cell: ({ exporter }) => localised(exporter, language).text,
    },
    {
      key: 'recipient',
      label: t(m('transfer.recipient')),
      cell: ({ recipient }) => localised(recipient, language).text,
    },
    {
      key: 'signed',
      label: t(m('clause.signed')),
      kind: 'date',
      cell: ({ signed_on }) => dayWords(scene, signed_on),
    },
    {
      key: 'until',
      label: t(m('clause.until')),
      kind: 'date',
      cell: ({ valid_until }) =>
        valid_until ? dayWords(scene, valid_until) : t(m('clause.without-end')),
    },
    {
      key: 'state',
      label: t(m('consent.state')),
      kind: 'state',
      cell: (row) => {
        const { tone, key } = stateOf(scene, row)
        return <StateTag tone={tone}>{t(m(key))}</StateTag>
      },
    },
    {
      key: 'document',
      label: t(m('transfer.document')),
      cell: ({ id, reference, file_id, file_name }) =>
        file_id ? (
          <a href={href(`/privacy/clauses/${id}/file`)}>{file_name ?? reference}</a>
        ) : (
          reference
        ),
    },
    {
      key: 'act',
      label: '',
      kind: 'actions',
      cell: ({ id, ended_at }) =>
        ended_at ? (
          ''
        ) : (
          <Form action={href(`/privacy/clauses/${id}/end`)} csrf={frame.csrf} inline>
            <Button look="quiet" small>
              {t(m('clause.end'))}
            </Button>
          </Form>
        ),
    },
  ]
}

interface ClauseFormProps {
  scene: Scene
  exporters: readonly Option[]
  recipients: readonly Option[]
  staged: readonly StagedFile[]
  maxBytes: number
  form: FormState
}

/** The form of one document. */
export function ClauseFormPage(props: ClauseFormProps) {
  const { scene, form } = props
  const { t, href, frame, language } = scene
  return (
    <Page
      frame={frame}
      title={t(m('clause.new'))}
      trail={[{ href: href('/privacy/clauses'), label: t(m('clause.title')) }]}
      alert={
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
      }
    >
      <Heading level={1} lead={t(m('clause.new-lead'))}>
        {t(m('clause.new'))}
      </Heading>
      <Form action={href('/privacy/clauses')} csrf={frame.csrf} files>
        <Between {...props} />
        <Document {...props} />
        <Button>{t(m('clause.save'))}</Button>
      </Form>
    </Page>
  )
}

function shared({ scene, form }: ClauseFormProps, name: string) {
  return {
    language: scene.language,
    name,
    value: form.values[name] ?? '',
    error: form.errors[name],
  }
}

function Between(props: ClauseFormProps) {
  const { scene, form, exporters, recipients } = props
  const { t, language } = scene
  const day = (name: string) => ({
    ...shared(props, name),
    value: typedDate(form.values[name] ?? '', language),
  })
  return (
    <>
      <Field
        {...shared(props, 'exporter')}
        kind="select"
        label={t(m('hand.exporter'))}
        options={exporters}
        noEmpty={exporters.length === 1}
        required
      />
      <Field
        {...shared(props, 'recipient')}
        kind="select"
        label={t(m('hand.recipient'))}
        options={recipients}
        required
      />
      <Field
        {...shared(props, 'kind')}
        kind="select"
        label={t(m('clause.kind'))}
        options={clauseKinds.map((each) => ({ value: each, label: t(m(`clause.kind.${each}`)) }))}
        required
      />
      <Field
        {...day('signedOn')}
        kind="date"
        width="medium"
        label={t(m('clause.signed'))}
        required
      />
      <Field
        {...day('validUntil')}
        kind="date"
        width="medium"
        label={t(m('clause.until'))}
        hint={t(m('clause.until-hint'))}
      />
    </>
  )
}

function Document(props: ClauseFormProps) {
  const { scene, form } = props
  const { t, language } = scene
  return (
    <>
      <Field
        {...shared(props, 'reference')}
        kind="text"
        maxlength={500}
        label={t(m('clause.reference'))}
        hint={t(m('clause.reference-hint'))}
        required
      />
      <Field
        language={language}
        kind="file"
        name="file"
        accept=".pdf"
        label={t(m('clause.file'))}
        hint={t(m('clause.file-hint'))}
        error={form.errors['file']}
        staged={props.staged}
        maxBytes={props.maxBytes}
      />
    </>
  )
}
