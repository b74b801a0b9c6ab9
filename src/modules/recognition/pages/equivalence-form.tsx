import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Field,
  FieldSet,
  Fold,
  Form,
  Heading,
  type Option,
  Page,
} from '#ui'
import { m } from '../messages/index.ts'
import { FormSuggestions, type FormSuggestionsProps } from './form-suggestions.tsx'

/** What the form of a judgement shows: of a new one, or of one that takes another's place. */
export interface EquivalenceFormProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  /** Institutions for which the reader may judge. */
  homes: readonly Option[]
  hosts: readonly Option[]
  programmes: readonly Option[]
  home: string
  host: string
  values: Readonly<Record<string, string>>
  /** How many places each side has. */
  places: { host: number; home: number }
  refusal: { message: string; fields: Record<string, string> } | null
  /** What the host course of the address may stand for; null while none is chosen. */
  suggested: FormSuggestionsProps['suggested']
  /** The equivalence that is changed, as a text; null for a new one. */
  edited: { id: string; text: string } | null
}

const path = '/recognition/equivalences'

/** Judging an equivalence: first the two institutions, then the courses of both sides. */
export function EquivalenceFormPage(props: EquivalenceFormProps) {
  const { call, refusal, edited } = props
  const { t, href } = call
  const ready = props.home !== '' && props.host !== ''
  const title = t(m(edited ? 'equivalence.edit.title' : 'equivalence.new'))
  const trail = [{ href: href(path), label: t(m('equivalence.title')) }]
  if (edited) trail.push({ href: href(`${path}/${edited.id}`), label: edited.text })
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={trail}
      alert={
        refusal && (
          <ErrorSummary
            language={call.language}
            message={refusal.message}
            fields={refusal.fields}
          />
        )
      }
    >
      <Heading level={1} lead={t(m(edited ? 'equivalence.edit.lead' : 'equivalence.form.lead'))}>
        {title}
      </Heading>
      {!edited && <Institutions {...props} />}
      {ready && !edited && <FormSuggestions {...props} values={firstOf(props.values)} />}
      {(edited || ready) && <JudgementForm {...props} />}
    </Page>
  )
}

/** Suggestions are asked for the first course. */
function firstOf(values: EquivalenceFormProps['values']): Record<string, string> {
  return { hostCourse: values['hostCourse.0'] ?? '' }
}

function Institutions(props: EquivalenceFormProps) {
  const { call, refusal } = props
  const { t, href } = call
  const ready = props.home !== '' && props.host !== ''
  return (
    <Form action={href(`${path}/new`)} method="get">
      <FieldSet legend={t(m('rule-set.applies'))} columns>
        <Field
          kind="select"
          language={call.language}
          name="host"
          label={t(m('equivalence.host'))}
          value={props.host}
          options={props.hosts}
          error={refusal?.fields['host']}
          autosubmit
        />
        <Field
          kind="select"
          language={call.language}
          name="home"
          label={t(m('equivalence.home'))}
          value={props.home}
          options={props.homes}
          error={refusal?.fields['home']}
          noEmpty={props.homes.length === 1}
          autosubmit
        />
      </FieldSet>
      <ButtonGroup>
        <Button look={ready ? 'quiet' : 'primary'}>{t(m('equivalence.form.continue'))}</Button>
      </ButtonGroup>
    </Form>
  )
}

function JudgementForm(props: EquivalenceFormProps) {
  const { call, values, refusal, edited } = props
  const { t, language, href } = call
  const error = (name: string) => refusal?.fields[name]
  return (
    <Form
      action={href(edited ? `${path}/${edited.id}/revision` : path)}
      csrf={call.frame.csrf}
      hidden={{
        ...(edited ? {} : { host: props.host, home: props.home }),
        hostPlaces: String(props.places.host),
        homePlaces: String(props.places.home),
      }}
    >
      <HostCourses {...props} />
      <HomeCourses {...props} />
      <PackageFields {...props} />
      <Field
        kind="text"
        language={language}
        name="contentShare"
        label={t(m('equivalence.form.share'))}
        hint={t(m('equivalence.form.share-hint'))}
        required={false}
        value={values['contentShare']}
        error={error('contentShare')}
      />
      <Field
        kind="select"
        language={language}
        name="programme"
        label={t(m('equivalence.programme'))}
        value={values['programme']}
        noEmpty
        options={[{ value: '', label: t(m('equivalence.all-programmes')) }, ...props.programmes]}
        error={error('programme')}
      />
      <ValidPeriod {...props} />
      <Field
        kind="textarea"
        language={language}
        name="note"
        label={t(m('equivalence.note'))}
        hint={t(m('equivalence.form.note-hint'))}
        rows={3}
        maxlength={2000}
        required={false}
        value={values['note']}
        error={error('note')}
      />
      <ButtonGroup>
        <Button>{t(m(edited ? 'equivalence.edit.submit' : 'equivalence.form.submit'))}</Button>
        <ButtonLink href={href(edited ? `${path}/${edited.id}` : path)} look="quiet">
          {t(m('equivalence.form.cancel'))}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}

/** One place on a side: a box in which a course of the catalogue is chosen, or a code is typed. */
function CourseBox({
  props,
  name,
  label,
  organisation,
  error,
}: {
  props: EquivalenceFormProps
  name: string
  label: string
  organisation: string
  error: string | undefined
}) {
  const { call, values } = props
  return (
    <Field
      kind="combobox"
      language={call.language}
      name={name}
      label={label}
      {...(name.endsWith('.0') ? {} : { required: false })}
      value={values[name] ?? ''}
      valueLabel={values[`${name}-text`] ?? values[name] ?? ''}
      source={call.href('/recognition/courses/options', { organisation })}
      error={error}
    />
  )
}

function HostCourses(props: EquivalenceFormProps) {
  const { call, values, refusal } = props
  const { t, language } = call
  return (
    <FieldSet legend={t(m('equivalence.form.abroad'))} hint={t(m('equivalence.form.abroad-hint'))}>
      {Array.from({ length: props.places.host }, (_, place) => (
        <div key={place} class="field-columns">
          <CourseBox
            props={props}
            name={`hostCourse.${place}`}
            label={t(m('equivalence.form.host-place', { number: place + 1 }))}
            organisation={props.host}
            error={place === 0 ? refusal?.fields['hostCourse.0'] : undefined}
          />
          <Field
            kind="select"
            language={language}
            name={`join.${place}`}
            label={t(m('equivalence.form.join', { number: place + 1 }))}
            value={values[`join.${place}`] ?? 'and'}
            noEmpty
            options={(['and', 'or', 'also'] as const)
              .filter((join) => place > 0 || join !== 'or')
              .map((join) => ({ value: join, label: t(m(`equivalence.form.join.${join}`)) }))}
          />
        </div>
      ))}
      <Button look="quiet" small name="more" value="host" formNoValidate>
        {t(m('equivalence.form.more-host'))}
      </Button>
    </FieldSet>
  )
}

function HomeCourses(props: EquivalenceFormProps) {
  const { call, refusal } = props
  const { t } = call
  return (
    <FieldSet
      legend={t(m('equivalence.form.at-home'))}
      hint={t(m('equivalence.form.at-home-hint'))}
    >
      <div class="field-columns">
        {Array.from({ length: props.places.home }, (_, place) => (
          <CourseBox
            key={place}
            props={props}
            name={`homeCourse.${place}`}
            label={t(m('equivalence.form.home-place', { number: place + 1 }))}
            organisation={props.home}
            error={place === 0 ? refusal?.fields['homeCourse.0'] : undefined}
          />
        ))}
      </div>
      <Button look="quiet" small name="more" value="home" formNoValidate>
        {t(m('equivalence.form.more-home'))}
      </Button>
    </FieldSet>
  )
}

function PackageFields({ call, values, refusal }: EquivalenceFormProps) {
  const { t, language } = call
  const error = (name: string) => refusal?.fields[name]
  const text = (name: string, label: string, more: { hint?: string; short?: boolean } = {}) => (
    <Field
      kind="text"
      language={language}
      name={name}
      label={label}
      required={false}
      value={values[name]}
      error={error(name)}
      {...(more.hint ? { hint: more.hint } : {})}
      {...(more.short ? { width: 'short' as const } : {})}
    />
  )
  return (
    <Fold summary={t(m('equivalence.form.package'))} open={values['package'] === '1'}>
      <div class="field-stack">
        <Field
          kind="checkbox"
          language={language}
          name="package"
          value="1"
          label={t(m('equivalence.form.is-package'))}
          hint={t(m('equivalence.form.package-hint'))}
          checked={values['package'] === '1'}
        />
        <Field
          kind="checkbox"
          language={language}
          name="any"
          value="1"
          label={t(m('equivalence.form.any'))}
          checked={values['any'] === '1'}
        />
        {text('accept', t(m('equivalence.form.accept')), { short: true })}
        <FieldSet
          legend={t(m('equivalence.form.block'))}
          hint={t(m('equivalence.form.block-hint'))}
          columns
        >
          {text('blockCode', t(m('equivalence.form.block-code')))}
          {text('blockTitle', t(m('equivalence.form.block-title')))}
          {text('blockCredit', t(m('equivalence.form.block-credit')), { short: true })}
        </FieldSet>
      </div>
    </Fold>
  )
}

/** From when until when an equivalence holds. */
export function ValidPeriod({
  call,
  values,
  refusal,
}: {
  call: Pick<Call, 't' | 'language'>
  values: Readonly<Record<string, string | undefined>>
  refusal: { fields: Record<string, string> } | null
}) {
  const { t, language } = call
  const error = (name: string) => refusal?.fields[name]
  return (
    <FieldSet legend={t(m('equivalence.valid'))} columns>
      <Field
        kind="date"
        language={language}
        name="validFrom"
        label={t(m('equivalence.form.from'))}
        width="short"
        required
        value={values['validFrom']}
        error={error('validFrom')}
      />
      <Field
        kind="date"
        language={language}
        name="validTo"
        label={t(m('equivalence.form.to'))}
        hint={t(m('equivalence.form.to-hint'))}
        width="short"
        required={false}
        value={values['validTo']}
        error={error('validTo')}
      />
    </FieldSet>
  )
}
