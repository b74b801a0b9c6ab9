import type { FormState, Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { type Language, languages, timeZoneName } from '#kernel/values'
import {
  AccountTabs,
  address,
  Button,
  DescriptionList,
  Field,
  Form,
  Heading,
  languageNames,
  Page,
  Section,
  SingleActShell,
  StateTag,
  Email,
} from '#ui'
import { m } from '../messages/index.ts'
import { Problem } from '../sign-in/pages.tsx'
import { NameFields } from './name-fields.tsx'

interface ProfileProps {
  frame: Frame
  t: Translate
  form: FormState
  emails: readonly { address: string; primary: boolean; verified: boolean }[]
  timeZones: readonly string[]
  now: Date
}

/** Names, language, time zone and address of the reader. */
export function ProfilePage({ frame, t, form, emails, timeZones, now }: ProfileProps) {
  const { language } = frame
  return (
    <Page
      frame={frame}
      title={t(m('account.profile'))}
      alert={<Problem frame={frame} form={form} />}
    >
      <Heading level={1}>{t(m('frame.account'))}</Heading>
      <AccountTabs frame={frame} />
      <Form action={address(language, '/account')} csrf={frame.csrf}>
        <NameFields frame={frame} t={t} form={form} />
        <Field
          language={language}
          kind="select"
          name="preferredLanguage"
          label={t(m('account.language'))}
          hint={t(m('account.language.hint'))}
          value={form.values['preferredLanguage']}
          noEmpty
          width="medium"
          options={languages.map((each: Language) => ({ value: each, label: languageNames[each] }))}
        />
        <Field
          language={language}
          kind="select"
          name="timeZone"
          label={t(m('account.time-zone'))}
          value={form.values['timeZone']}
          noEmpty
          width="medium"
          options={timeZones.map((zone) => ({
            value: zone,
            label: timeZoneName(zone, language, now),
          }))}
        />
        <Button>{t(m('account.save'))}</Button>
      </Form>
      <Section title={t(m('field.email'))} id="email" lead={t(m('account.email.lead'))}>
        <DescriptionList
          items={emails.map((email) => ({
            term: <Email address={email.address} />,
            value: (
              <StateTag tone={email.verified ? 'done' : 'attention'}>
                {t(m(emailState(email)))}
              </StateTag>
            ),
          }))}
        />
        <Form action={address(language, '/account/email')} csrf={frame.csrf}>
          <Field
            language={language}
            kind="email"
            name="email"
            label={t(m('account.email.new'))}
            value={form.values['email']}
            error={form.errors['email']}
            autocomplete="email"
            width="medium"
            required
          />
          <Button look="secondary">{t(m('account.email.change'))}</Button>
        </Form>
      </Section>
    </Page>
  )
}

function emailState(email: { primary: boolean; verified: boolean }) {
  if (!email.verified) return 'account.email.unproven' as const
  return email.primary ? ('account.email.primary' as const) : ('account.email.other' as const)
}

/** Behind the link of the letter to a new address. */
export function ConfirmEmailPage(props: {
  frame: Frame
  t: Translate
  token: string
  address: string
}) {
  const { frame, t } = props
  const title = t(m('account.email.confirm'))
  return (
    <SingleActShell frame={frame} title={title}>
      <Heading level={1} lead={t(m('account.email.confirm.lead', { address: props.address }))}>
        {title}
      </Heading>
      <Form
        action={address(frame.language, `/account/email/confirm/${props.token}`)}
        csrf={frame.csrf}
      >
        <Button>{title}</Button>
      </Form>
    </SingleActShell>
  )
}
