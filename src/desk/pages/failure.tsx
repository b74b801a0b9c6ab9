import type { Frame, KeptForm } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Field,
  Form,
  Heading,
  Page,
  Prose,
  PublicShell,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'

interface FailurePageProps {
  frame: Frame
  t: Translate
  title: string
  text: string
  number: string | null
  /** The form that could not be taken, to be sent again from here. */
  kept: KeptForm | null
  /** Where to sign in, where that is what helps. */
  signIn: string | null
}

/** What is said when a page cannot be given: what happened, what it means, what to do. */
export function FailurePage({ frame, t, title, text, number, kept, signIn }: FailurePageProps) {
  const Shell = frame.person ? Page : PublicShell
  return (
    <Shell frame={frame} title={title}>
      <Stack>
        <Heading level={1}>{title}</Heading>
        <Prose>
          <p>{text}</p>
          {number && <p>{number}</p>}
          {signIn && (
            <p>
              <ButtonLink href={signIn} otherTab={kept !== null}>
                {t(kept ? m('failure.sign-in') : m('frame.sign-in'))}
              </ButtonLink>
            </p>
          )}
          {!kept && !signIn && (
            <p>
              <ButtonLink href={`/${frame.language}/`}>{t(m('failure.home'))}</ButtonLink>
            </p>
          )}
        </Prose>
        {kept && <SendAgain frame={frame} t={t} kept={kept} isSecond={signIn !== null} />}
      </Stack>
    </Shell>
  )
}

/** Everything typed, unseen, with a token of now; files have to be chosen again, because a page cannot hold them. */
function SendAgain({
  frame,
  t,
  kept,
  isSecond,
}: Pick<FailurePageProps, 'frame' | 't'> & { kept: KeptForm; isSecond: boolean }) {
  return (
    <Form action={kept.action} csrf={kept.csrf ?? frame.csrf} files={kept.files.length > 0}>
      {Object.entries(kept.values).flatMap(([name, values]) =>
        values.map((value, place) => (
          <input key={`${name} ${place}`} type="hidden" name={name} value={value} />
        )),
      )}
      {kept.files.map(({ field, names }) => (
        <Field
          key={field}
          language={frame.language}
          kind="file"
          name={field}
          label={t(m('failure.files', { names: names.join(', ') }))}
          multiple={names.length > 1}
          required={false}
        />
      ))}
      <ButtonGroup>
        <Button look={isSecond ? 'secondary' : 'primary'}>{t(m('failure.send-again'))}</Button>
      </ButtonGroup>
    </Form>
  )
}
