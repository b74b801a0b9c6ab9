import type { FormState, Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { address, Button, Field, Form, Heading, PasskeyButton, SingleActShell } from '#ui'
import { m } from '../messages/index.ts'
import { Problem } from '../sign-in/pages.tsx'

interface ProveProps {
  frame: Frame
  t: Translate
  form: FormState
  next: string
  byPassword: boolean
  byApp: boolean
  byPasskey: boolean
  email: string | null
  /** The reader's id when they are one of the invented people: one click proves them. */
  invented: string | null
}

/** Asks the reader to prove again who they are, in one of their own ways. */
export function ProvePage(props: ProveProps) {
  const { frame, t, form, next } = props
  const { language, csrf } = frame
  const at = (path: string) => address(language, path)
  const title = t(m('prove.title'))
  return (
    <SingleActShell frame={frame} title={title} alert={<Problem frame={frame} form={form} />}>
      <Heading level={1} lead={t(m('prove.lead'))}>
        {title}
      </Heading>
      <Secrets {...props} />
      {props.byPasskey && (
        <PasskeyButton
          language={language}
          kind="sign-in"
          label={t(m('prove.passkey'))}
          optionsUrl={at('/account/prove/passkey/options')}
          verifyUrl={`${at('/account/prove/passkey')}?${new URLSearchParams({ next }).toString()}`}
          csrf={csrf}
        />
      )}
      {props.invented && (
        <Form
          action={at('/sign-in/demonstration')}
          csrf={csrf}
          hidden={{ next, person: props.invented }}
        >
          <Button>{t(m('prove.demonstration'))}</Button>
        </Form>
      )}
      {props.email && !props.invented && (
        <Form
          action={at('/sign-in')}
          csrf={csrf}
          hidden={{ next, way: 'letter', email: props.email }}
        >
          <Button look="secondary">{t(m('prove.letter', { address: props.email }))}</Button>
        </Form>
      )}
    </SingleActShell>
  )
}

/** The password, and the code of the app. */
function Secrets(props: ProveProps) {
  const { frame, t, form, next } = props
  const { language, csrf } = frame
  const action = address(language, '/account/prove')
  return (
    <>
      {props.byPassword && (
        <Form action={action} csrf={csrf} hidden={{ next, way: 'password' }}>
          <Field
            language={language}
            kind="password"
            name="password"
            label={t(m('field.password'))}
            error={form.errors['password']}
            autocomplete="current-password"
            required
          />
          <Button>{t(m('prove.go-on'))}</Button>
        </Form>
      )}
      {props.byApp && (
        <Form action={action} csrf={csrf} hidden={{ next, way: 'app' }}>
          <Field
            language={language}
            kind="text"
            name="code"
            label={t(m('second-step.field'))}
            error={form.errors['code']}
            inputmode="numeric"
            autocomplete="one-time-code"
            width="short"
            required
          />
          <Button look="secondary">{t(m('prove.go-on'))}</Button>
        </Form>
      )}
    </>
  )
}
