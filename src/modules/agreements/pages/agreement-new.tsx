import { Button, ButtonGroup, ErrorSummary, Field, Form, Heading, type Option, Page } from '#ui'
import { m } from '../messages/index.ts'
import { agreementKinds } from '../rules/conditions.ts'
import { base, type PageCall, type Shown } from './words.ts'

/** What the form of a new agreement shows. */
export interface NewAgreementPageProps {
  call: PageCall
  own: readonly Option[]
  partners: readonly Option[]
  frameworks: readonly Option[]
  values: Readonly<Record<string, readonly string[]>>
  refusal: Shown | null
}

/** Begins an agreement: who it is between, and what kind it is. */
export function NewAgreementPage(props: NewAgreementPageProps) {
  const { call, own, partners, frameworks, values, refusal } = props
  const { t, language, href } = call
  const one = (name: string) => values[name]?.[0]
  const error = (name: string) => refusal?.fields[name]
  return (
    <Page
      frame={call.frame}
      title={t(m('agreements.new'))}
      trail={[{ href: href(base), label: t(m('agreements.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('new.lead'))}>
        {t(m('agreements.new'))}
      </Heading>
      <Form action={href(`${base}/new`)} csrf={call.frame.csrf}>
        {own.length > 1 ? (
          <Field
            kind="select"
            language={language}
            name="organisation"
            label={t(m('agreement.own'))}
            options={own}
            value={one('organisation')}
            error={error('organisation')}
          />
        ) : (
          <input type="hidden" name="organisation" value={own[0]?.value} />
        )}
        <Field
          kind="text"
          language={language}
          name="title"
          label={t(m('agreement.title'))}
          hint={t(m('new.title-hint'))}
          value={one('title')}
          maxlength={200}
          error={error('title')}
        />
        <KindField {...props} />
        {frameworks.length > 0 && <FrameworkField {...props} />}
        <Field
          kind="checkboxes"
          language={language}
          name="partners[]"
          label={t(m('agreement.partners'))}
          hint={t(m('new.partners-hint'))}
          value={values['partners[]']}
          options={partners}
          error={error('partners')}
        />
        <ButtonGroup>
          <Button>{t(m('new.make'))}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

function FrameworkField({ call, frameworks, values, refusal }: NewAgreementPageProps) {
  const { t, language } = call
  return (
    <Field
      kind="select"
      language={language}
      name="framework"
      label={t(m('new.framework'))}
      hint={t(m('new.framework-hint'))}
      options={frameworks}
      value={values['framework']?.[0]}
      error={refusal?.fields['framework']}
      required={false}
    />
  )
}

function KindField({ call, frameworks, values, refusal }: NewAgreementPageProps) {
  const { t, language } = call
  return (
    <Field
      kind="radio"
      language={language}
      name="kind"
      label={t(m('new.kind'))}
      value={values['kind']?.[0] ?? 'agreement'}
      error={refusal?.fields['kind']}
      options={agreementKinds.map((value) => ({
        value,
        label: t(m(`agreement-kind.${value}`)),
        hint: t(m(`agreement-kind.${value}-hint`)),
        disabled: value === 'annex' && frameworks.length === 0,
      }))}
    />
  )
}
