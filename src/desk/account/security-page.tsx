import type { FormState, Frame } from '#kernel/http'
import type { ListedIdentity, ListedPasskey, ListedSession } from '#kernel/identity'
import type { Translate } from '#kernel/messages'
import { dateInZone, formatDate, relativeTime } from '#kernel/values'
import {
  AccountTabs,
  address,
  Button,
  ButtonGroup,
  DescriptionList,
  Field,
  Form,
  Heading,
  Page,
  PasskeyButton,
  Row,
  Section,
  SingleActShell,
  StateTag,
} from '#ui'
import { m } from '../messages/index.ts'
import { Problem } from '../sign-in/pages.tsx'
import { ProveNotice } from './prove-notice.tsx'

interface SecurityProps {
  frame: Frame
  t: Translate
  form: FormState
  now: Date
  timeZone: string
  fresh: boolean
  hasPassword: boolean
  totp: { enabled: boolean; recoveryCodesLeft: number }
  passkeys: readonly ListedPasskey[]
  sessions: readonly (ListedSession & { here: boolean })[]
  identities: readonly (ListedIdentity & { label: string })[]
  providers: readonly { id: string; label: string }[]
}

/** How the reader signs in, and where they are signed in now. */
export function SecurityPage(props: SecurityProps) {
  const { frame, t } = props
  return (
    <Page
      frame={frame}
      title={t(m('account.security'))}
      alert={<Problem frame={frame} form={props.form} />}
    >
      <Heading level={1}>{t(m('frame.account'))}</Heading>
      <AccountTabs frame={frame} />
      {!props.fresh && <ProveNotice frame={frame} t={t} next="/account/security" />}
      <PasswordSection {...props} />
      <TwoStepSection {...props} />
      <PasskeySection {...props} />
      {(props.identities.length > 0 || props.providers.length > 0) && (
        <IdentitySection {...props} />
      )}
      <SessionSection {...props} />
    </Page>
  )
}

function PasswordSection({ frame, t, form, hasPassword }: SecurityProps) {
  return (
    <Section
      title={t(m('field.password'))}
      id="password"
      lead={t(m(hasPassword ? 'password.is-set' : 'password.is-not-set'))}
    >
      <Form action={address(frame.language, '/account/password')} csrf={frame.csrf}>
        <Field
          language={frame.language}
          kind="password"
          name="password"
          label={t(m('field.new-password'))}
          hint={t(m('password.hint'))}
          error={form.errors['password']}
          autocomplete="new-password"
          width="medium"
          required
        />
        <Button look="secondary">{t(m(hasPassword ? 'password.change' : 'password.set'))}</Button>
      </Form>
    </Section>
  )
}

function TwoStepSection({ frame, t, totp }: SecurityProps) {
  const at = (path: string) => address(frame.language, path)
  return (
    <Section title={t(m('two-step.title'))} id="two-step" lead={t(m('two-step.lead'))}>
      {totp.enabled ? (
        <>
          <p>
            <StateTag tone="done">{t(m('two-step.on'))}</StateTag>{' '}
            {t(m('two-step.codes-left', { count: totp.recoveryCodesLeft }))}
          </p>
          <Row>
            <Form action={at('/account/two-step/codes')} csrf={frame.csrf} inline>
              <Button look="secondary">{t(m('two-step.new-codes'))}</Button>
            </Form>
            <Form action={at('/account/two-step/off')} csrf={frame.csrf} inline>
              <Button look="harm">{t(m('two-step.switch-off'))}</Button>
            </Form>
          </Row>
        </>
      ) : (
        <Form action={at('/account/two-step')} csrf={frame.csrf} inline>
          <Button look="secondary">{t(m('two-step.begin'))}</Button>
        </Form>
      )}
    </Section>
  )
}

function PasskeySection({ frame, t, timeZone, passkeys }: SecurityProps) {
  const at = (path: string) => address(frame.language, path)
  const on = (date: Date) => formatDate(dateInZone(date, timeZone), frame.language, 'medium')
  return (
    <Section title={t(m('passkeys.title'))} id="passkeys" lead={t(m('passkeys.lead'))}>
      <DescriptionList
        items={passkeys.map((passkey) => ({
          term: passkey.label || t(m('passkeys.one')),
          value: t(m('passkeys.added', { date: on(passkey.addedAt) })),
          action: (
            <Form action={at(`/account/passkeys/${passkey.id}/removal`)} csrf={frame.csrf} inline>
              <Button look="quiet" small>
                {t(m('passkeys.remove'))}
              </Button>
            </Form>
          ),
        }))}
      />
      <PasskeyButton
        language={frame.language}
        kind="register"
        label={t(m('passkeys.add'))}
        optionsUrl={at('/account/passkeys/options')}
        verifyUrl={at('/account/passkeys')}
        csrf={frame.csrf}
      />
    </Section>
  )
}

function IdentitySection({ frame, t, timeZone, identities, providers }: SecurityProps) {
  const at = (path: string) => address(frame.language, path)
  const on = (date: Date) => formatDate(dateInZone(date, timeZone), frame.language, 'medium')
  return (
    <Section title={t(m('identities.title'))} id="identities" lead={t(m('identities.lead'))}>
      <DescriptionList
        items={identities.map((identity) => ({
          term: identity.label,
          value: t(m('identities.since', { date: on(identity.linkedAt) })),
          action: (
            <Form
              action={at(`/account/identities/${identity.id}/removal`)}
              csrf={frame.csrf}
              inline
            >
              <Button look="quiet" small>
                {t(m('identities.remove'))}
              </Button>
            </Form>
          ),
        }))}
      />
      <Row>
        {providers.map(({ id, label }) => (
          <Form key={id} action={at(`/account/identities/with/${id}`)} csrf={frame.csrf} inline>
            <Button look="secondary">{t(m('identities.add', { provider: label }))}</Button>
          </Form>
        ))}
      </Row>
    </Section>
  )
}

function SessionSection({ frame, t, now, sessions }: SecurityProps) {
  const at = (path: string) => address(frame.language, path)
  return (
    <Section title={t(m('sessions.title'))} id="sessions" lead={t(m('sessions.lead'))}>
      <DescriptionList
        items={sessions.map((session) => ({
          term: (
            <>
              {session.deviceLabel || t(m('sessions.unknown-device'))}{' '}
              {session.here && <StateTag tone="done">{t(m('sessions.here'))}</StateTag>}
            </>
          ),
          value: t(
            m('sessions.seen', {
              when: relativeTime(session.lastSeenAt, now, frame.language),
              network: session.network,
            }),
          ),
          action: (
            <Form action={at(`/account/sessions/${session.id}/end`)} csrf={frame.csrf} inline>
              <Button look="quiet" small>
                {t(m('sessions.end'))}
              </Button>
            </Form>
          ),
        }))}
      />
      {sessions.length > 1 && (
        <Form action={at('/account/sessions/end')} csrf={frame.csrf} inline>
          <Button look="secondary">{t(m('sessions.end-others'))}</Button>
        </Form>
      )}
    </Section>
  )
}

/** Asks whether the identity that came unknown belongs to whoever signed in now. */
export function LinkIdentityPage(props: { frame: Frame; t: Translate; next: string }) {
  const { frame, t, next } = props
  const title = t(m('identities.link.title'))
  return (
    <SingleActShell frame={frame} title={title}>
      <Heading level={1} lead={t(m('identities.link.lead', { name: frame.person?.name ?? '' }))}>
        {title}
      </Heading>
      <Form action={address(frame.language, '/account/link')} csrf={frame.csrf} hidden={{ next }}>
        <ButtonGroup>
          <Button name="answer" value="yes">
            {t(m('identities.link.yes'))}
          </Button>
          <Button look="quiet" name="answer" value="no">
            {t(m('identities.link.no'))}
          </Button>
        </ButtonGroup>
      </Form>
    </SingleActShell>
  )
}
