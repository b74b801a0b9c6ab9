import type { FormState } from '#kernel/http'
import { localised } from '#kernel/values'
import type { Foreseen, ForeseenCourse } from '#modules/recognition'
import { Button, Field, Fold, Form, Section, StateTag, Table, type Tone, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { LearningAgreementRow } from '../queries/learning-agreements.ts'
import type { StayRow } from '../queries/stays.ts'
import {
  deletionReasons,
  insertionReasons,
  type LearningComponent,
  type LearningTable,
  type LearningText,
  sameComponent,
  totalOf,
} from '../rules/learning-agreement.ts'
import { base, creditWords, type PageCall } from './words.tsx'

interface ComponentTableProps {
  call: PageCall
  stay: StayRow
  agreement: LearningAgreementRow | null
  text: LearningText
  foreseen: Foreseen
  table: LearningTable
  editable: boolean
  form: FormState
}

/** One table of the agreement: its components with what would be recognised of each and why, and the way to add one. */
export function ComponentTable(props: ComponentTableProps) {
  const { call, text, table, editable, foreseen } = props
  const { t } = call
  const rows = text.components.filter((each) => each.table === table)
  if (rows.length === 0 && !editable) return null
  const wanted = table === 'B' && editable && foreseen.ok ? missingOf(props, foreseen.courses) : 0
  return (
    <Section
      title={t(m(`agreement.table-${table}`))}
      id={`table-${table}`}
      lead={t(m(`agreement.lead-${table}`))}
    >
      {rows.length > 0 && <Rows {...props} rows={rows} />}
      {wanted > 0 && <TakeForeseen {...props} count={wanted} />}
      {editable && <Add {...props} isFirst={rows.length === 0} />}
    </Section>
  )
}

/** How many home courses the rules would recognise that do not stand in table B. */
function missingOf({ text }: ComponentTableProps, courses: readonly ForeseenCourse[]): number {
  return courses
    .filter(({ verdict }) => verdict === 'recognised')
    .flatMap(({ homeCourses }) => homeCourses)
    .filter(
      ({ code }) =>
        !text.components.some((each) => sameComponent(each, { table: 'B', code, title: '' })),
    ).length
}

function Rows(props: ComponentTableProps & { rows: readonly LearningComponent[] }) {
  const { call, table, editable, rows, foreseen } = props
  const { t, language } = call
  return (
    <Table<LearningComponent>
      language={language}
      caption={t(m(`agreement.table-${table}`))}
      captionHidden
      rows={rows}
      rowKey={({ code, title }) => `${code} ${title}`}
      columns={[
        {
          key: 'component',
          label: t(m('agreement.component')),
          primary: true,
          cell: ({ title, reason }) => (
            <>
              <Typed>{title}</Typed>
              {reason && <span class="quiet"> · {t(m(`reason.${reason}`))}</span>}
            </>
          ),
        },
        {
          key: 'code',
          label: t(m('agreement.code')),
          nowrap: true,
          cell: ({ code }) => code || '–',
        },
        {
          key: 'credit',
          label: t(m('agreement.credit')),
          kind: 'number',
          cell: ({ credit }) => creditWords(credit, call.language),
        },
        ...(table === 'A' && foreseen.ok
          ? [
              {
                key: 'foreseen',
                label: t(m('agreement.foreseen')),
                cell: (row: LearningComponent) => (
                  <ForeseenCell call={call} found={foreseen.courses[rows.indexOf(row)]} />
                ),
              },
            ]
          : []),
        ...(editable
          ? [
              {
                key: 'remove',
                label: t(m('agreement.remove')),
                kind: 'actions' as const,
                cell: (row: LearningComponent) => <Remove {...props} row={row} />,
              },
            ]
          : []),
      ]}
      footer={footerOf(props)}
    />
  )
}

/** The totals, under the columns that they are of. */
function footerOf({ call, text, table, editable, foreseen }: ComponentTableProps) {
  const { t } = call
  return [
    t(m('agreement.total')),
    '',
    creditWords(totalOf(text, table), call.language),
    ...(table === 'A' && foreseen.ok
      ? [
          t(
            m('agreement.would-count', {
              credit: creditWords(foreseen.recognised, call.language),
            }),
          ),
        ]
      : []),
    ...(editable ? [''] : []),
  ]
}

const verdictTones: Record<ForeseenCourse['verdict'], Tone> = {
  recognised: 'done',
  refused: 'harm',
  'needs-decision': 'attention',
}
const reasonTones: Record<ForeseenCourse['reasons'][number]['outcome'], Tone> = {
  for: 'done',
  against: 'harm',
  open: 'attention',
  note: 'quiet',
}

/** What would be recognised of a course, for which courses at home, and every reason. */
function ForeseenCell({ call, found }: { call: PageCall; found: ForeseenCourse | undefined }) {
  const { t, language } = call
  if (!found) return null
  return (
    <>
      <StateTag tone={verdictTones[found.verdict]}>{t(found.verdictLabel)}</StateTag>
      {found.homeCourses.map((course) => (
        <p key={course.code} class="quiet">
          {localised(course.titles, language).text} ({course.code}) ·{' '}
          {creditWords(course.credit, language)}
        </p>
      ))}
      {found.reasons.length > 0 && (
        <Fold summary={t(m('agreement.why'))}>
          <ul class="plain-list">
            {found.reasons.map(({ outcome, message }, place) => (
              <li key={place}>
                <StateTag tone={reasonTones[outcome]}>{t(message)}</StateTag>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  )
}

function TakeForeseen({ call, stay, agreement, count }: ComponentTableProps & { count: number }) {
  const { t, href } = call
  return (
    <Form
      action={href(`${base}/${stay.id}/agreement/foreseen`)}
      csrf={call.frame.csrf}
      hidden={{ basedOn: String(agreement?.draftNumber ?? 0) }}
      inline
    >
      <Button look="secondary">{t(m('agreement.take-foreseen', { count }))}</Button>
    </Form>
  )
}

function Remove(props: ComponentTableProps & { row: LearningComponent }) {
  const { call, stay, agreement, table, row } = props
  const { t, href, language } = call
  const { code, title } = row
  const isAgreed = agreement?.agreed?.components.some((each) => sameComponent(each, row)) ?? false
  const form = (
    <Form
      action={href(`${base}/${stay.id}/agreement/removals`)}
      csrf={call.frame.csrf}
      hidden={{ basedOn: String(agreement?.draftNumber ?? 0), table, code, title }}
      inline
    >
      {isAgreed && table !== 'B' && (
        <Field
          kind="select"
          language={language}
          name="reason"
          id={`reason-${table}-${code}-${title}`.replaceAll(/[^\w-]+/g, '-')}
          label={t(m('agreement.reason'))}
          options={deletionReasons.map((value) => ({ value, label: t(m(`reason.${value}`)) }))}
        />
      )}
      <Button look="quiet" small>
        {t(m('agreement.remove'))}
      </Button>
    </Form>
  )
  return isAgreed && table !== 'B' ? <Fold summary={t(m('agreement.remove'))}>{form}</Fold> : form
}

function Add({
  call,
  stay,
  agreement,
  table,
  form,
  isFirst,
}: ComponentTableProps & { isFirst: boolean }) {
  const { t, href, language } = call
  const isThis = (form.values['table'] ?? '') === table
  const value = (name: string) => (isThis ? (form.values[name] ?? '') : '')
  const error = (name: string) => (isThis ? form.errors[name] : undefined)
  const owner = table === 'B' ? stay.sending_organisation_id : stay.receiving_organisation_id
  const id = (name: string) => `${table}-${name}`
  return (
    <Fold summary={t(m(`agreement.add-${table}`))} open={isThis || (isFirst && table === 'A')}>
      <Form
        action={href(`${base}/${stay.id}/agreement/components`)}
        csrf={call.frame.csrf}
        hidden={{ basedOn: String(agreement?.draftNumber ?? 0), table }}
      >
        <Field
          kind="combobox"
          language={language}
          id={id('code')}
          name="code"
          label={t(m('agreement.course'))}
          hint={t(m('agreement.course-hint'))}
          value={value('code')}
          valueLabel={value('code-text')}
          error={error('code')}
          source={href('/recognition/courses/options', { organisation: owner })}
          required={false}
        />
        <OwnWords call={call} value={value} error={error} id={id} />
        {agreement?.agreed && table !== 'B' && (
          <Insertion
            call={call}
            value={value('reason')}
            error={error('reason')}
            id={id('reason')}
          />
        )}
        <Button look="secondary" icon="plus">
          {t(m('agreement.add'))}
        </Button>
      </Form>
    </Fold>
  )
}

/** Why a component comes in after all three have signed. */
function Insertion({
  call,
  value,
  error,
  id,
}: {
  call: PageCall
  value: string
  error: string | undefined
  id: string
}) {
  const { t, language } = call
  return (
    <Field
      kind="select"
      language={language}
      id={id}
      name="reason"
      label={t(m('agreement.reason'))}
      value={value}
      {...(error ? { error } : {})}
      options={insertionReasons.map((each) => ({ value: each, label: t(m(`reason.${each}`)) }))}
    />
  )
}

/** Title and credit of what stands in no catalogue. */
function OwnWords({
  call,
  value,
  error,
  id,
}: {
  call: PageCall
  value: (name: string) => string
  error: (name: string) => string | undefined
  id: (name: string) => string
}) {
  const { t, language } = call
  return (
    <>
      <Field
        kind="text"
        language={language}
        id={id('title')}
        name="title"
        label={t(m('agreement.own-title'))}
        value={value('title')}
        error={error('title')}
        maxlength={300}
        required={false}
      />
      <Field
        kind="text"
        language={language}
        id={id('credit')}
        name="credit"
        label={t(m('agreement.credit'))}
        value={value('credit')}
        error={error('credit')}
        inputmode="decimal"
        width="short"
        required={false}
      />
    </>
  )
}
