import type { Call } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  type Option,
  Page,
} from '#ui'
import { m } from '../messages/index.ts'
import { FormSuggestions, type FormSuggestionsProps } from './form-suggestions.tsx'

/** What the form for a judgement shows. */
export interface NewEquivalencePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  /** Institutions for which the reader may judge. */
  homes: readonly Option[]
  hosts: readonly Option[]
  programmes: readonly Option[]
  home: string
  host: string
  values: Readonly<Record<string, string>>
  suggested: FormSuggestionsProps['suggested']
  refusal: { message: string; fields: Record<string, string> } | null
}

const path = '/recognition/equivalences'

/** Judging an equivalence: first the two institutions, then the two courses. */
export function NewEquivalencePage(props: NewEquivalencePageProps) {
  const { call, refusal } = props
  const { t, href } = call
  const ready = props.home !== '' && props.host !== ''
  return (
    <Page
      frame={call.frame}
      title={t(m('equivalence.new'))}
      trail={[{ href: href(path), label: t(m('equivalence.title')) }]}
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
      <Heading level={1} lead={t(m('equivalence.form.lead'))}>
        {t(m('equivalence.new'))}
      </Heading>
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
      {ready && <FormSuggestions {...props} />}
      {ready && <JudgementForm {...props} />}
    </Page>
  )
}

function JudgementForm(props: NewEquivalencePageProps) {
  const { call, values, refusal } = props
  const { t, language, href } = call
  const error = (name: string) => refusal?.fields[name]
  return (
    <Form
      action={href(path)}
      csrf={call.frame.csrf}
      hidden={{ host: props.host, home: props.home }}
    >
      <Courses {...props} />
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
      <Period {...props} />
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
        <Button>{t(m('equivalence.form.submit'))}</Button>
        <ButtonLink href={href(path)} look="quiet">
          {t(m('equivalence.show-all'))}
        </ButtonLink>
      </ButtonGroup>
    </Form>
  )
}

function Courses(props: NewEquivalencePageProps) {
  const { call, values, refusal } = props
  const { t, language, href } = call
  const error = (name: string) => refusal?.fields[name]
  const source = (organisation: string) => href('/recognition/courses/options', { organisation })
  return (
    <FieldSet legend={t(m('equivalence.title'))} columns>
      <Field
        kind="combobox"
        language={language}
        name="hostCourse"
        label={t(m('equivalence.host-course'))}
        hint={t(m('equivalence.form.host-course-hint'))}
        source={source(props.host)}
        value={values['hostCourse']}
        valueLabel={values['hostCourse-text'] ?? values['hostCourse']}
        error={error('hostCourse')}
        required
      />
      <Field
        kind="combobox"
        language={language}
        name="homeCourse"
        label={t(m('equivalence.home-course'))}
        hint={t(m('equivalence.form.home-course-hint'))}
        source={source(props.home)}
        value={values['homeCourse']}
        valueLabel={values['homeCourse-text'] ?? values['homeCourse']}
        error={error('homeCourse')}
        required
      />
    </FieldSet>
  )
}

function Period(props: NewEquivalencePageProps) {
  const { call, values, refusal } = props
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
