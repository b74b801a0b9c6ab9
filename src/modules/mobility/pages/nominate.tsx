import type { FormState } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Columns,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  type Option,
  Page,
} from '#ui'
import { m } from '../messages/index.ts'
import { mobilityKinds } from '../rules/states.ts'
import { base, type PageCall } from './words.tsx'

interface NominatePageProps {
  call: PageCall
  form: FormState
  /** The student who was found, for the box. */
  studentLabel: string
  partners: readonly Option[]
  programmeYears: readonly Option[]
}

/** One student is nominated: who, where, when. Field, level, term and agreement follow from that. */
export function NominatePage(props: NominatePageProps) {
  const { call, form } = props
  const { t, href, language, frame } = call
  return (
    <Page
      frame={frame}
      title={t(m('nominate.title'))}
      trail={[{ href: href(base), label: t(m('stays.title')) }]}
      alert={
        form.message !== null && (
          <ErrorSummary language={language} message={form.message} fields={form.errors} />
        )
      }
    >
      <Heading level={1} lead={t(m('nominate.lead'))}>
        {t(m('nominate.title'))}
      </Heading>
      <Form action={href(`${base}/nominations/new`)} csrf={frame.csrf}>
        <Fields {...props} />
        <ButtonGroup>
          <Button>{t(m('nominate.do'))}</Button>
          <ButtonLink look="quiet" href={href(base)}>
            {t(m('nominate.back'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

function Fields({ call, form, studentLabel, partners, programmeYears }: NominatePageProps) {
  const { t, href, language } = call
  const shared = (name: string) => ({
    language,
    name,
    value: form.values[name] ?? '',
    error: form.errors[name],
  })
  return (
    <>
      <Field
        kind="combobox"
        {...shared('student')}
        label={t(m('stay.student'))}
        hint={t(m('nominate.student-hint'))}
        valueLabel={studentLabel}
        source={href(`${base}/students`)}
      />
      <Field
        kind="select"
        {...shared('receiving')}
        label={t(m('stay.receiving'))}
        options={partners}
      />
      <Field
        kind="radio"
        {...shared('kind')}
        value={form.values['kind'] ?? 'study'}
        label={t(m('filter.kind'))}
        options={mobilityKinds.map((kind) => ({
          value: kind,
          label: t(m(`kind.${kind}`)),
          hint: t(m(`kind.${kind}-hint`)),
        }))}
      />
      <FieldSet legend={t(m('stay.dates'))} hint={t(m('nominate.dates-hint'))}>
        <Columns>
          <Field kind="date" {...shared('startsOn')} label={t(m('column.startsOn'))} />
          <Field kind="date" {...shared('endsOn')} label={t(m('column.endsOn'))} />
        </Columns>
      </FieldSet>
      {programmeYears.length > 0 && (
        <Field
          kind="select"
          {...shared('programmeYear')}
          label={t(m('stay.alliance-programme'))}
          options={programmeYears}
          required={false}
        />
      )}
      <More call={call} form={form} />
    </>
  )
}

function More({ call, form }: Pick<NominatePageProps, 'call' | 'form'>) {
  const { t, language } = call
  return (
    <>
      <Field
        kind="textarea"
        language={language}
        name="remark"
        value={form.values['remark'] ?? ''}
        error={form.errors['remark']}
        label={t(m('stay.remark'))}
        hint={t(m('nominate.remark-hint'))}
        rows={3}
        maxlength={2000}
        required={false}
      />
      <Field
        kind="checkbox"
        language={language}
        name="mayWait"
        value="yes"
        checked={form.values['mayWait'] === 'yes'}
        label={t(m('nominate.may-wait'))}
        required={false}
      />
    </>
  )
}
