import type { Call } from '#kernel/http'
import { type DateOnly, labelled, languages, localised, type LocalText } from '#kernel/values'
import {
  BesideScan,
  Button,
  ButtonGroup,
  ButtonLink,
  type EntryColumn,
  EntryGrid,
  type EntryRow,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Grid,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
} from '#ui'
import { type DraftLine, hoursOf, mostLines, type Remark } from '../formats/read-transcript.ts'
import { looksLikeTotal } from '../formats/total-rows.ts'
import type { TranscriptField } from '../formats/transcript-table.ts'
import { m } from '../messages/index.ts'
import type { DraftRow } from '../queries/drafts.ts'
import type { ShownSignature } from '../queries/signers.ts'
import type { HolderDifference } from '../holder.ts'
import { DraftHost, type HostQuestion } from './draft-host.tsx'
import { DraftReports } from './draft-reports.tsx'
import { EncodingChoice } from './encoding-choice.tsx'
import { HolderNotice } from './holder-notice.tsx'
import { learningNames } from '../formats/learning-names.ts'
import { kindOptions } from './learning-words.ts'
import { SignatureNotice } from './signature-notice.tsx'
import { signersPath } from './signers.tsx'
import { titleOf } from './words.ts'

/** What the page of a transcript on its way in shows. */
export interface DraftPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  draft: DraftRow
  student: string
  lines: readonly DraftLine[]
  /** What was typed, by field name, where a form was refused. */
  typed: Record<string, string> | null
  scan: { href: string; isImage: boolean } | null
  /** Lines with a grade that the host's scale does not have. */
  offScale: { scale: LocalText; grades: readonly { line: number; code: string; grade: string }[] }
  /** In what the holder whom the document names seems to be somebody else. */
  differences: readonly HolderDifference[]
  studentBorn: DateOnly | null
  /** What is asked about the institution that issued it. */
  host: HostQuestion
  /** What the electronic signature of the document is worth; null where it can carry none. */
  signature: ShownSignature | null
  may: { edit: boolean; list: boolean; know: boolean }
  refusal: { message: string; fields: Record<string, string> } | null
}

/** The check of a transcript before it is taken: remarks, the original, the grid. */
export function DraftPage(props: DraftPageProps) {
  const { call, draft, refusal } = props
  const { t, language, href } = call
  const host = draft.host_names && localised(draft.host_names, language).text
  const title = t(m('page.draft.title', { student: props.student }))
  return (
    <Page
      frame={call.frame}
      title={title}
      wide
      trail={
        props.may.list
          ? [{ href: href('/recognition/cases'), label: t(m('page.cases.title')) }]
          : [{ href: href('/recognition/transcripts/new'), label: t(m('page.new.title')) }]
      }
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <ObjectStrip
          language={language}
          kind={t(m('page.draft.kind'))}
          title={title}
          detail={host ? t(m('page.draft.from', { host })) : undefined}
          state={
            draft.state === 'open'
              ? { tone: 'attention', label: t(m('page.draft.state')) }
              : {
                  tone: draft.state === 'taken' ? 'done' : 'quiet',
                  label: t(m(`page.draft.state-${draft.state}`)),
                }
          }
          next={draft.state === 'open' ? t(m('page.draft.next')) : undefined}
        />
        <Remarks {...props} />
        <DraftReports call={call} draft={draft} mayEdit={props.may.edit} />
        <OffScale {...props} />
        {draft.content.table && props.may.edit && <Columns {...props} />}
        {props.scan ? (
          <BesideScan {...props.scan} language={language} title={t(m('page.draft.scan'))}>
            <Lines {...props} />
          </BesideScan>
        ) : (
          <Lines {...props} />
        )}
        {props.may.edit && (
          <Form
            action={href(`/recognition/drafts/${draft.id}/discard`)}
            csrf={call.frame.csrf}
            inline
          >
            <Button look="quiet">{t(m('page.draft.discard'))}</Button>
          </Form>
        )}
      </Stack>
    </Page>
  )
}

function Remarks({ call, draft, signature, may: { know: mayKnow } }: DraftPageProps) {
  const { t, language, href } = call
  const { remarks, issuer, holder } = draft.content
  const errors = remarks.filter((remark) => remark.severity === 'error')
  const issuerName = titleOf(issuer, language).text
  return (
    <Stack gap="tight">
      {issuerName && (
        <Notice tone="info" title={t(m('page.draft.issuer', { issuer: issuerName }))}>
          {holder.name &&
            t(
              m('page.draft.holder', {
                holder: [holder.name, holder.alternativeName].filter(Boolean).join(' · '),
              }),
            )}
        </Notice>
      )}
      {signature && (
        <SignatureNotice
          call={call}
          signature={signature}
          altered={signature.altered}
          action={
            mayKnow &&
            signature.outcome === 'unknown-signer' && (
              <ButtonLink look="secondary" href={href(signersPath, { draft: draft.id })}>
                {t(m('signer.add'))}
              </ButtonLink>
            )
          }
        />
      )}
      {remarks.length > 0 && (
        <Notice
          tone={errors.length > 0 ? 'attention' : 'info'}
          title={t(m('page.draft.remarks', { count: remarks.length }))}
        >
          {errors.length > 0 && <p>{t(m('page.draft.remarks-errors'))}</p>}
          <ul>
            {remarks.slice(0, 100).map((remark, index) => (
              <li key={index}>{remarkText(remark, draft, call)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </Stack>
  )
}

function OffScale({ call, offScale }: DraftPageProps) {
  const { t, language } = call
  if (offScale.grades.length === 0) return null
  const scale = localised(offScale.scale, language).text
  const count = offScale.grades.length
  return (
    <Notice tone="attention" title={t(m('documents.off-scale', { count, scale }))}>
      <p>{t(m('documents.off-scale.hint'))}</p>
      <ul>
        {offScale.grades.slice(0, 100).map(({ line, code, grade }) => (
          <li key={line}>{t(m('documents.off-scale.line', { line, code, grade }))}</li>
        ))}
      </ul>
    </Notice>
  )
}

function remarkText(
  remark: Remark,
  draft: DraftRow,
  { t, language }: Pick<Call, 't' | 'language'>,
): string {
  const text = t(m(remark.key as never, remark.args))
  if (remark.line === 0) return text
  const place = draft.content.table ? 'page.draft.remark-row' : 'page.draft.remark-line'
  return labelled(t(m(place, { line: remark.line })), text, language)
}

const tableFields: readonly TranscriptField[] = [
  'code',
  'title',
  'credit',
  'hours',
  'grade',
  'term',
  'date',
  'kind',
]

function Columns({ call, draft }: DraftPageProps) {
  const { t, language, href } = call
  const table = draft.content.table
  if (!table) return null
  const { headerRow, columns } = table.mapping
  const heads = table.rows[headerRow ?? 0] ?? []
  const options = [
    { value: '', label: t(m('page.draft.column-none')) },
    ...heads.map((head, column) => ({
      value: String(column),
      label: headerRow === null ? `${column + 1}: ${head}` : head || String(column + 1),
    })),
  ]
  return (
    <Fold summary={t(m('page.draft.columns'))} open={draft.content.lines.length === 0}>
      <Form
        action={href(`/recognition/drafts/${draft.id}/columns`)}
        csrf={call.frame.csrf}
        hidden={{
          revision: String(draft.revision),
          headerRow: headerRow === null ? '' : String(headerRow),
        }}
      >
        <Grid size="small">
          {tableFields.map((name) => (
            <Field
              key={name}
              kind="select"
              language={language}
              name={`column.${name}`}
              label={t(m(`page.draft.field.${name as 'code'}`))}
              value={String((name === 'title' ? titleColumn(columns) : columns[name]) ?? '')}
              noEmpty
              options={options}
            />
          ))}
        </Grid>
        <EncodingChoice call={call} encoding={table.encoding ?? null} encodings={table.encodings} />
        <Button look="secondary">{t(m('page.draft.columns-apply'))}</Button>
      </Form>
    </Fold>
  )
}

/** The column of titles; one of a known language serves where no other is chosen. */
export function titleColumn(columns: Partial<Record<TranscriptField, number>>): number | undefined {
  const named = languages.map((language) => columns[`title.${language}`])
  return columns.title ?? named.find((column) => column !== undefined)
}

function Lines(props: DraftPageProps) {
  const { call, draft, lines } = props
  const mayEdit = props.may.edit
  const { t, language, href } = call
  return (
    <Section title={t(m('page.draft.lines'))}>
      <Form
        action={href(`/recognition/drafts/${draft.id}`)}
        csrf={call.frame.csrf}
        hidden={{ revision: String(draft.revision), count: String(lines.length) }}
      >
        {mayEdit && <SaveByEnter label={t(m('page.draft.save'))} />}
        <Removed {...props} />
        <DraftHolder {...props} />
        {mayEdit && (
          <DraftHost
            call={call}
            draft={draft}
            question={props.host}
            typed={props.typed}
            errors={props.refusal?.fields ?? {}}
          />
        )}
        <EntryGrid
          caption={t(m('page.draft.lines'))}
          name="line"
          takeLabel={t(m('page.draft.field.take'))}
          columns={gridFields.map((name) => ({
            name,
            label: t(m(`page.draft.field.${name}`)),
            ...columnShapes[name],
            ...(name === 'kind'
              ? {
                  options: [{ value: '', label: '–' }, ...kindOptions(t)],
                  alsoCalled: learningNames,
                }
              : {}),
          }))}
          rows={lines.map((line, place) => gridRow(line, place, props))}
          disabled={!mayEdit}
          language={language}
          most={mostLines}
          {...(mayEdit ? { remove: { name: 'act' } } : {})}
        />
        <Field
          kind="date"
          language={language}
          name="issuedOn"
          width="short"
          label={t(m('page.draft.issued'))}
          value={props.typed?.['issuedOn'] ?? draft.content.issuedOn ?? ''}
          error={props.refusal?.fields['issuedOn']}
        />
        {mayEdit && (
          <ButtonGroup>
            <Button name="act" value="evaluate" icon="check">
              {t(m('page.draft.evaluate'))}
            </Button>
            <Button name="act" value="save" look="secondary">
              {t(m('page.draft.save'))}
            </Button>
            <Button name="act" value="more" look="quiet">
              {t(m('page.draft.more-lines'))}
            </Button>
          </ButtonGroup>
        )}
      </Form>
    </Section>
  )
}

/** Whom the document names, where that seems to be somebody else, with the tick that it is the same person. */
function DraftHolder(props: DraftPageProps) {
  const { call, draft, student, typed } = props
  const { t, language } = call
  return (
    <HolderNotice
      call={call}
      holder={draft.content.holder}
      student={{ name: student, born: props.studentBorn }}
      differences={props.differences}
    >
      {props.may.edit && (
        <>
          <p>{t(m('holder.other-student'))}</p>
          <Field
            kind="checkbox"
            language={language}
            name="holderConfirmed"
            value="1"
            label={t(m('holder.same', { student }))}
            checked={
              typed ? typed['holderConfirmed'] === '1' : draft.content.holderConfirmed === true
            }
            error={props.refusal?.fields['holderConfirmed']}
          />
        </>
      )}
    </HolderNotice>
  )
}

/** The line that was taken away last, with the button that puts it back. */
function Removed({ call, draft, may }: DraftPageProps) {
  const gone = draft.content.removed
  if (!gone || !may.edit) return null
  const { t, language } = call
  const { code, title } = gone.line
  const name = [code, titleOf(title, language).text].filter(Boolean).join(' · ')
  const line = gone.place + 1
  return (
    <Notice
      tone="info"
      live
      title={t(name ? m('grid.removed', { line, name }) : m('grid.removed-empty', { line }))}
      action={
        <Button look="secondary" name="act" value="put back">
          {t(m('grid.put-back-button'))}
        </Button>
      }
    />
  )
}

/** The button that Enter presses in a field of the form: it saves, and neither evaluates nor changes the institution. */
function SaveByEnter({ label }: { label: string }) {
  return (
    <button class="hidden-visually" name="act" value="save" tabIndex={-1} aria-hidden="true">
      {label}
    </button>
  )
}

const gridFields = ['code', 'title', 'credit', 'hours', 'grade', 'term', 'date', 'kind'] as const

type GridField = (typeof gridFields)[number]

const columnShapes: Record<GridField, Omit<EntryColumn, 'name' | 'label'>> = {
  code: { size: 'narrow' },
  title: { size: 'wide', maxlength: 500 },
  credit: { kind: 'number' },
  hours: { kind: 'number' },
  grade: {},
  term: { size: 'narrow' },
  date: { kind: 'date', size: 'narrow' },
  kind: { kind: 'select', size: 'narrow' },
}

function gridRow(line: DraftLine, place: number, props: DraftPageProps): EntryRow {
  const { typed, refusal, call } = props
  const values = lineValues(line, call.language)
  const of = (name: GridField) => `line.${place}.${name}`
  return {
    values: Object.fromEntries(gridFields.map((name) => [name, typed?.[of(name)] ?? values[name]])),
    errors: Object.fromEntries(gridFields.map((name) => [name, refusal?.fields[of(name)]])),
    taken: typed ? typed[`line.${place}.take`] === '1' : line.take,
    languages: { title: titleOf(line.title, call.language).language },
    mark: looksLikeTotal(line) ? call.t(m('grid.total-row')) : undefined,
  }
}

/** A line as it stands in the grid: exact numbers, the title for the reader. */
function lineValues(line: DraftLine, language: Call['language']): Record<GridField, string> {
  return {
    code: line.code,
    title: titleOf(line.title, language).text,
    credit: line.credit?.toDecimal(6) ?? '',
    hours: hoursOf(line)?.toDecimal(6) ?? '',
    grade: line.grade ?? '',
    term: line.term ?? '',
    date: line.completedOn ?? '',
    kind: line.kind ?? '',
  }
}
