import type { FormState, Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { address, Button, ButtonLink, Field, Form, Heading, Notice, SingleActShell } from '#ui'
import { m } from '../messages/index.ts'
import { Problem } from '../sign-in/pages.tsx'

interface EnrolProps {
  frame: Frame
  t: Translate
  form: FormState
  uri: string
  secret: string
  qr: { size: number; path: string }
}

/** The QR code for the authenticator app, the secret to type, and the field for the first code. */
export function EnrolPage({ frame, t, form, uri, secret, qr }: EnrolProps) {
  const title = t(m('two-step.begin'))
  const quiet = 4
  const side = qr.size + 2 * quiet
  return (
    <SingleActShell frame={frame} title={title} alert={<Problem frame={frame} form={form} />}>
      <Heading level={1} lead={t(m('two-step.scan'))}>
        {title}
      </Heading>
      <svg
        viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
        width="240"
        height="240"
        role="img"
        aria-label={t(m('two-step.qr'))}
        shape-rendering="crispEdges"
      >
        <rect x={-quiet} y={-quiet} width={side} height={side} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p>
        {t(m('two-step.secret'))} <code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <p>
        <a href={uri}>{t(m('two-step.open-app'))}</a>
      </p>
      <Form
        action={address(frame.language, '/account/two-step/confirmation')}
        csrf={frame.csrf}
        hidden={{ uri }}
      >
        <Field
          language={frame.language}
          kind="text"
          name="code"
          label={t(m('two-step.first-code'))}
          error={form.errors['code']}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          required
        />
        <Button>{t(m('two-step.confirm'))}</Button>
      </Form>
    </SingleActShell>
  )
}

/** The recovery codes, shown this once. */
export function RecoveryCodesPage(props: { frame: Frame; t: Translate; codes: readonly string[] }) {
  const { frame, t, codes } = props
  const title = t(m('recovery.title'))
  return (
    <SingleActShell frame={frame} title={title}>
      <Heading level={1} lead={t(m('recovery.lead'))}>
        {title}
      </Heading>
      <Notice tone="attention" title={t(m('recovery.once'))} />
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <ButtonLink href={address(frame.language, '/account/security')}>
        {t(m('recovery.kept'))}
      </ButtonLink>
    </SingleActShell>
  )
}
