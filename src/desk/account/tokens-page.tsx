import type { FormState, Frame } from '#kernel/http'
import { accessTokenRules, type ListedAccessToken } from '#kernel/identity'
import type { Translate } from '#kernel/messages'
import { dateInZone, formatDate, relativeTime } from '#kernel/values'
import {
  AccountTabs,
  address,
  Button,
  ButtonLink,
  DescriptionList,
  EmptyState,
  Field,
  Form,
  Heading,
  Notice,
  Page,
  Prose,
  Section,
  SingleActShell,
  StateTag,
} from '#ui'
import { m } from '../messages/index.ts'
import { Problem } from '../sign-in/pages.tsx'
import { ProveNotice } from './prove-notice.tsx'

interface TokensProps {
  frame: Frame
  t: Translate
  form: FormState
  now: Date
  timeZone: string
  fresh: boolean
  /** Where the API is described. */
  api: string
  tokens: readonly ListedAccessToken[]
}

/** The tokens of the reader's programs, and the form that makes one. */
export function TokensPage(props: TokensProps) {
  const { frame, t, api } = props
  return (
    <Page
      frame={frame}
      title={t(m('account.tokens'))}
      alert={<Problem frame={frame} form={props.form} />}
    >
      <Heading level={1}>{t(m('frame.account'))}</Heading>
      <AccountTabs frame={frame} />
      <OpenTokens {...props} />
      <MakeToken {...props} />
      <p>
        <a href={api}>{t(m('tokens.api'))}</a>
      </p>
    </Page>
  )
}

function OpenTokens({ frame, t, now, timeZone, tokens }: TokensProps) {
  const { language } = frame
  const on = (date: Date) => formatDate(dateInZone(date, timeZone), language, 'medium')
  return (
    <Section title={t(m('account.tokens'))} id="tokens" lead={t(m('tokens.lead'))}>
      {tokens.length === 0 ? (
        <EmptyState title={t(m('tokens.none'))} why={t(m('tokens.none-why'))} />
      ) : (
        <DescriptionList
          items={tokens.map((token) => ({
            term: (
              <>
                {token.label}{' '}
                <StateTag tone={token.scope === 'write' ? 'attention' : 'neutral'}>
                  {t(m(`tokens.scope.${token.scope}`))}
                </StateTag>
              </>
            ),
            value: `${t(m('tokens.until', { date: on(token.expiresAt) }))} · ${
              token.lastUsedAt === null
                ? t(m('tokens.unused'))
                : t(m('tokens.used', { when: relativeTime(token.lastUsedAt, now, language) }))
            }`,
            action: (
              <Form
                action={address(language, `/account/tokens/${token.id}/end`)}
                csrf={frame.csrf}
                inline
              >
                <Button look="quiet" small>
                  {t(m('tokens.end'))}
                </Button>
              </Form>
            ),
          }))}
        />
      )}
    </Section>
  )
}

function MakeToken({ frame, t, form, fresh }: TokensProps) {
  const { language } = frame
  if (!fresh) {
    return (
      <Section title={t(m('tokens.make'))} id="make">
        <ProveNotice frame={frame} t={t} next="/account/tokens" />
      </Section>
    )
  }
  const value = (name: string) => form.values[name]
  return (
    <Section title={t(m('tokens.make'))} id="make" lead={t(m('tokens.make.lead'))}>
      <Form action={address(language, '/account/tokens')} csrf={frame.csrf}>
        <Field
          language={language}
          kind="text"
          name="label"
          label={t(m('tokens.label'))}
          hint={t(m('tokens.label.hint'))}
          value={value('label') ?? ''}
          error={form.errors['label']}
          maxlength={accessTokenRules.longestLabel}
          autocomplete="off"
          width="medium"
          required
        />
        <Field
          language={language}
          kind="radio"
          name="scope"
          label={t(m('tokens.scope'))}
          value={value('scope') ?? 'read'}
          error={form.errors['scope']}
          options={(['read', 'write'] as const).map((scope) => ({
            value: scope,
            label: t(m(`tokens.scope.${scope}`)),
            hint: t(m(`tokens.scope.${scope}.hint`)),
          }))}
        />
        <Field
          language={language}
          kind="radio"
          inline
          name="days"
          label={t(m('tokens.days'))}
          value={value('days') ?? '90'}
          error={form.errors['days']}
          options={accessTokenRules.days.map((count) => ({
            value: String(count),
            label: t(m('tokens.days.count', { count })),
          }))}
        />
        <Button>{t(m('tokens.make'))}</Button>
      </Form>
    </Section>
  )
}

interface NewTokenProps {
  frame: Frame
  t: Translate
  timeZone: string
  made: { token: string; expiresAt: Date }
  /** A call by it, as it is typed. */
  example: string
}

/** The token itself, shown once. */
export function NewTokenPage({ frame, t, timeZone, made, example }: NewTokenProps) {
  const { language } = frame
  const title = t(m('tokens.made'))
  const date = formatDate(dateInZone(made.expiresAt, timeZone), language, 'long')
  return (
    <SingleActShell frame={frame} title={title}>
      <Heading level={1} lead={t(m('tokens.made.lead', { date }))}>
        {title}
      </Heading>
      <Notice tone="attention" title={t(m('tokens.once'))} />
      <p>
        <code id="token" class="hash">
          {made.token}
        </code>
      </p>
      <Prose>
        <p>{t(m('tokens.how'))}</p>
      </Prose>
      <p>
        <code class="hash">{example}</code>
      </p>
      <ButtonLink href={address(language, '/account/tokens')}>{t(m('tokens.kept'))}</ButtonLink>
    </SingleActShell>
  )
}
