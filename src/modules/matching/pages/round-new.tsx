import { Button, ButtonGroup, ErrorSummary, Field, Form, Heading, type Option, Page } from '#ui'
import { m } from '../messages/index.ts'
import { base, type PageCall } from './words.ts'

/** What the form of a new round shows. */
export interface NewRoundPageProps {
  call: PageCall
  organisations: readonly Option[]
  values: Readonly<Record<string, string>>
  refusal: { message: string; fields: Record<string, string> } | null
}

/** Names a round, before its lists are given. */
export function NewRoundPage({ call, organisations, values, refusal }: NewRoundPageProps) {
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('rounds.new'))}
      trail={[{ href: href(base), label: t(m('rounds.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('round.new-lead'))}>
        {t(m('rounds.new'))}
      </Heading>
      <Form action={href(`${base}/new`)} csrf={call.frame.csrf}>
        <Field
          kind="text"
          language={language}
          name="name"
          label={t(m('round.name'))}
          hint={t(m('round.name-hint'))}
          value={values['name']}
          maxlength={200}
          error={refusal?.fields['name']}
          required
        />
        <Field
          kind="textarea"
          language={language}
          name="about"
          label={t(m('round.about'))}
          hint={t(m('round.about-hint'))}
          rows={3}
          maxlength={1000}
          value={values['about']}
          error={refusal?.fields['about']}
          required={false}
        />
        <Field
          kind="select"
          language={language}
          name="organisation"
          label={t(m('round.organisation'))}
          value={values['organisation'] || organisations[0]?.value}
          options={organisations}
          noEmpty={organisations.length === 1}
          error={refusal?.fields['organisation']}
          required
        />
        <ButtonGroup>
          <Button>{t(m('round.create'))}</Button>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
