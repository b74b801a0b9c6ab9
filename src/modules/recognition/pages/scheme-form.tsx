import type { Call } from '#kernel/http'
import { Button, ErrorSummary, Field, FieldSet, Form, Heading, type Option, Page } from '#ui'
import { m } from '../messages/index.ts'
import { teachingKinds } from '../rules/types.ts'
import { NameFields } from './rule-set-form.tsx'
import { schemesPath } from './schemes.tsx'

/** What the form of a credit scheme shows. */
export interface SchemeFormPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  organisations: readonly Option[]
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** Entering a credit scheme: what one credit stands for. */
export function SchemeFormPage(props: SchemeFormPageProps) {
  const { call, organisations, values, refusal } = props
  const { t, language, href } = call
  const shared = (name: string) => ({
    language,
    name,
    value: values[name] ?? '',
    error: refusal?.fields[name],
  })
  const figure = (name: string, label: string, isNeeded = false) => (
    <Field
      {...shared(name)}
      kind="text"
      inputmode="decimal"
      width="short"
      label={label}
      required={isNeeded ? undefined : false}
    />
  )
  return (
    <Page
      frame={call.frame}
      title={t(m('scheme.new'))}
      trail={[{ href: href(schemesPath), label: t(m('scheme.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('scheme.form.lead'))}>
        {t(m('scheme.new'))}
      </Heading>
      <Form action={href(schemesPath)} csrf={call.frame.csrf}>
        {organisations.length > 1 ? (
          <Field
            {...shared('organisation')}
            kind="select"
            label={t(m('scheme.institution'))}
            options={organisations}
          />
        ) : (
          <input type="hidden" name="organisation" value={organisations[0]?.value} />
        )}
        <NameFields call={call} values={values} errors={refusal?.fields ?? {}} />
        <FieldSet legend={t(m('scheme.form.hours'))} hint={t(m('scheme.form.hours-hint'))} columns>
          {teachingKinds.map((kind) => figure(`hours.${kind}`, t(m(`scheme.teaching.${kind}`))))}
          {figure('minutes', t(m('scheme.form.minutes')), true)}
        </FieldSet>
        <FieldSet legend={t(m('scheme.workload'))} columns>
          {figure('workloadFrom', t(m('scheme.form.workload-from')))}
          {figure('workloadTo', t(m('scheme.form.workload-to')))}
          {figure('year', t(m('scheme.year')))}
        </FieldSet>
        <Field
          {...shared('sources')}
          kind="textarea"
          rows={3}
          label={t(m('rule-set.form.sources'))}
          hint={t(m('rule-set.form.sources-hint'))}
          required={false}
        />
        <Button>{t(m('scheme.form.submit'))}</Button>
      </Form>
    </Page>
  )
}
