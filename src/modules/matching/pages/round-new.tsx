import { Button, ButtonGroup, ErrorSummary, Field, Form, Heading, type Option, Page } from '#ui'
import { m } from '../messages/index.ts'
import { roundKinds } from '../rules/sides.ts'
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
        <Gives call={call} chosen={values['kind']} />
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

/** What the round gives out: decided at once, because its lists follow from it. */
function Gives({ call, chosen }: { call: PageCall; chosen: string | undefined }) {
  const { t, language } = call
  return (
    <Field
      kind="radio"
      language={language}
      name="kind"
      label={t(m('round.gives'))}
      value={chosen === 'mentors' ? 'mentors' : 'places'}
      options={roundKinds.map((kind) => ({
        value: kind,
        label: t(m(`round.gives.${kind}`)),
        hint: t(m(`round.gives.${kind}-hint`)),
      }))}
      required
    />
  )
}
