import type { FormState, Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import {
  address,
  Button,
  ButtonLink,
  Card,
  Columns,
  ErrorSummary,
  Field,
  Form,
  Grid,
  Heading,
  Notice,
  PasskeyButton,
  PersonChip,
  Prose,
  PublicShell,
  Row,
  Section,
  SingleActShell,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CastGroup } from './cast.ts'

interface SignInProps {
  frame: Frame
  t: Translate
  form: FormState
  next: string
  providers: readonly { id: string; label: string }[]
  groups: readonly CastGroup[]
}

/** The one page of all ways in; in the demonstration the invented people stand first. */
export function SignInPage(props: SignInProps) {
  const { frame, t, form, groups } = props
  const title = t(m('sign-in.title'))
  const alert = <Problem frame={frame} form={form} />
  if (groups.length === 0) {
    return (
      <SingleActShell frame={frame} title={title} alert={alert}>
        <Heading level={1} lead={t(m('sign-in.lead'))}>
          {title}
        </Heading>
        <SignedInAlready frame={frame} t={t} />
        <Ways {...props} />
      </SingleActShell>
    )
  }
  return (
    <PublicShell frame={frame} title={title} alert={alert}>
      <Heading level={1} lead={t(m('sign-in.demonstration.lead'))}>
        {title}
      </Heading>
      <SignedInAlready frame={frame} t={t} />
      <Cast {...props} />
      <Section title={t(m('sign-in.own'))} id="own" lead={t(m('sign-in.own.lead'))}>
        <Ways {...props} />
      </Section>
    </PublicShell>
  )
}

function SignedInAlready({ frame, t }: { frame: Frame; t: Translate }) {
  if (!frame.person) return null
  return (
    <Notice
      tone="info"
      title={t(m('sign-in.already', { name: frame.person.name }))}
      action={<a href={address(frame.language, '/')}>{t(m('frame.home'))}</a>}
    />
  )
}

/** The invented people: two to begin with, then everybody by organisation. */
function Cast({ frame, t, next, groups }: SignInProps) {
  return (
    <Form
      action={address(frame.language, '/sign-in/demonstration')}
      csrf={frame.csrf}
      hidden={{ next }}
    >
      <Stack gap="wide">
        {groups
          .filter((group) => group.first)
          .map((group) => (
            <Grid size="large" key="first">
              {group.people.map((person) => (
                <Card
                  key={person.id}
                  band={person.id}
                  kicker={person.role}
                  title={person.name}
                  level={2}
                  footer={
                    <Button name="person" value={person.id}>
                      {t(m('sign-in.as', { name: person.name }))}
                    </Button>
                  }
                />
              ))}
            </Grid>
          ))}
        <Columns>
          {groups
            .filter((group) => !group.first)
            .map((group) => (
              <CastOf key={group.organisation?.id ?? 'alliance'} t={t} group={group} />
            ))}
        </Columns>
      </Stack>
    </Form>
  )
}

function CastOf({ t, group: { organisation, people } }: { t: Translate; group: CastGroup }) {
  return (
    <Stack gap="tight">
      <Heading level={3}>
        {organisation ? (
          <span lang={organisation.nameLanguage}>{organisation.name}</span>
        ) : (
          t(m('sign-in.alliance'))
        )}
      </Heading>
      {people.map((person) => (
        <Row spread key={person.id}>
          <PersonChip id={person.id} name={person.name} detail={person.role} />
          <Button look="secondary" small name="person" value={person.id}>
            {t(m('frame.sign-in'))}
            <span class="hidden-visually"> {person.name}</span>
          </Button>
        </Row>
      ))}
    </Stack>
  )
}

/** Password, letter, passkey and other services. */
function Ways({ frame, t, form, next, providers }: SignInProps) {
  const { language, csrf } = frame
  const at = (path: string) => address(language, path)
  return (
    <Stack gap="wide">
      <Form action={at('/sign-in')} csrf={csrf} hidden={{ next }}>
        <Field
          language={language}
          kind="email"
          name="email"
          label={t(m('field.email'))}
          value={form.values['email']}
          error={form.errors['email']}
          autocomplete="username"
          required
        />
        <Field
          language={language}
          kind="password"
          name="password"
          label={t(m('field.password'))}
          hint={t(m('sign-in.password.hint'))}
          error={form.errors['password']}
          autocomplete="current-password"
          required={false}
        />
        <Field
          language={language}
          kind="checkbox"
          name="lasting"
          value="yes"
          label={t(m('sign-in.lasting'))}
          checked={form.values['lasting'] === 'yes'}
        />
        <Row>
          <Button name="way" value="password">
            {t(m('frame.sign-in'))}
          </Button>
          <Button look="secondary" name="way" value="letter">
            {t(m('sign-in.letter'))}
          </Button>
        </Row>
      </Form>
      <Row>
        <PasskeyButton
          language={language}
          kind="sign-in"
          label={t(m('sign-in.passkey'))}
          optionsUrl={at('/sign-in/passkey/options')}
          verifyUrl={`${at('/sign-in/passkey')}?${new URLSearchParams({ next }).toString()}`}
          csrf={csrf}
        />
        {providers.map(({ id, label }) => (
          <ButtonLink
            key={id}
            look="secondary"
            icon="external"
            href={`${at(`/sign-in/with/${id}`)}?${new URLSearchParams({ next }).toString()}`}
          >
            {t(m('sign-in.with', { provider: label }))}
          </ButtonLink>
        ))}
      </Row>
      <p>
        <a href={at('/sign-in/reset')}>{t(m('sign-in.forgotten'))}</a>
      </p>
    </Stack>
  )
}

interface StepProps {
  frame: Frame
  t: Translate
  form: FormState
  next: string
}

/** The letter is on its way: the digits may be typed here. */
export function CodePage({ frame, t, form, next }: StepProps) {
  const title = t(m('code.title'))
  return (
    <SingleActShell frame={frame} title={title} alert={<Problem frame={frame} form={form} />}>
      <Heading level={1} lead={t(m('code.lead'))}>
        {title}
      </Heading>
      <Form action={address(frame.language, '/sign-in/code')} csrf={frame.csrf} hidden={{ next }}>
        <Field
          language={frame.language}
          kind="text"
          name="code"
          label={t(m('code.field'))}
          error={form.errors['code']}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          required
        />
        <Field
          language={frame.language}
          kind="checkbox"
          name="lasting"
          value="yes"
          label={t(m('sign-in.lasting'))}
        />
        <Button>{t(m('frame.sign-in'))}</Button>
      </Form>
      <Prose>
        <p>{t(m('code.none'))}</p>
        <p>
          <a href={address(frame.language, '/sign-in')}>{t(m('sign-in.again'))}</a>
        </p>
      </Prose>
    </SingleActShell>
  )
}

/** The second step: a code of the app, or a recovery code. */
export function SecondStepPage({ frame, t, form, next }: StepProps) {
  const title = t(m('second-step.title'))
  return (
    <SingleActShell frame={frame} title={title} alert={<Problem frame={frame} form={form} />}>
      <Heading level={1} lead={t(m('second-step.lead'))}>
        {title}
      </Heading>
      <Form
        action={address(frame.language, '/sign-in/second-step')}
        csrf={frame.csrf}
        hidden={{ next }}
      >
        <Field
          language={frame.language}
          kind="text"
          name="code"
          label={t(m('second-step.field'))}
          hint={t(m('second-step.hint'))}
          error={form.errors['code']}
          autocomplete="one-time-code"
          width="medium"
          required
        />
        <Button>{t(m('frame.sign-in'))}</Button>
      </Form>
      <p>
        <a href={address(frame.language, '/sign-in')}>{t(m('sign-in.again'))}</a>
      </p>
    </SingleActShell>
  )
}

interface LinkProps {
  frame: Frame
  t: Translate
  token: string
  address: string
}

/** Behind the link of a letter: one button, because scanners of mail open links. */
export function LinkPage({ frame, t, token, address: masked }: LinkProps) {
  const title = t(m('link.title'))
  return (
    <SingleActShell frame={frame} title={title}>
      <Heading level={1} lead={t(m('link.lead', { address: masked }))}>
        {title}
      </Heading>
      <Form action={address(frame.language, `/sign-in/link/${token}`)} csrf={frame.csrf}>
        <Field
          language={frame.language}
          kind="checkbox"
          name="lasting"
          value="yes"
          label={t(m('sign-in.lasting'))}
        />
        <Button>{t(m('frame.sign-in'))}</Button>
      </Form>
    </SingleActShell>
  )
}

/** Asks for the address to which a link for a new password goes. */
export function AskResetPage({ frame, t, form }: Omit<StepProps, 'next'>) {
  const title = t(m('reset.title'))
  return (
    <SingleActShell frame={frame} title={title} alert={<Problem frame={frame} form={form} />}>
      <Heading level={1} lead={t(m('reset.ask.lead'))}>
        {title}
      </Heading>
      <Form action={address(frame.language, '/sign-in/reset')} csrf={frame.csrf}>
        <Field
          language={frame.language}
          kind="email"
          name="email"
          label={t(m('field.email'))}
          value={form.values['email']}
          error={form.errors['email']}
          autocomplete="username"
          required
        />
        <Button>{t(m('reset.ask'))}</Button>
      </Form>
    </SingleActShell>
  )
}

/** Sets the new password. */
export function ResetPage({
  frame,
  t,
  form,
  token,
  address: masked,
}: Omit<StepProps, 'next'> & LinkProps) {
  const title = t(m('reset.title'))
  return (
    <SingleActShell frame={frame} title={title} alert={<Problem frame={frame} form={form} />}>
      <Heading level={1} lead={t(m('reset.lead', { address: masked }))}>
        {title}
      </Heading>
      <Form action={address(frame.language, `/sign-in/reset/${token}`)} csrf={frame.csrf}>
        <Field
          language={frame.language}
          kind="password"
          name="password"
          label={t(m('field.new-password'))}
          hint={t(m('password.hint'))}
          error={form.errors['password']}
          autocomplete="new-password"
          required
        />
        <Button>{t(m('reset.set'))}</Button>
      </Form>
    </SingleActShell>
  )
}

interface SaidProps {
  frame: Frame
  title: string
  text: string
  action: { href: string; label: string }
}

/** Says what became of a link, a letter or an act, and where to go on. */
export function SaidPage({ frame, title, text, action }: SaidProps) {
  return (
    <SingleActShell frame={frame} title={title}>
      <Heading level={1}>{title}</Heading>
      <Prose>
        <p>{text}</p>
      </Prose>
      <ButtonLink href={action.href}>{action.label}</ButtonLink>
    </SingleActShell>
  )
}

/** What is wrong with a form, above it. */
export function Problem({ frame, form }: { frame: Frame; form: FormState }) {
  if (form.message === null) return null
  return <ErrorSummary language={frame.language} message={form.message} fields={form.errors} />
}
