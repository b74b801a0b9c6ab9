import type { FormState } from '#kernel/http'
import { countryName, displayName, formatInstant, formatNumber } from '#kernel/values'
import {
  Button,
  ErrorSummary,
  Field,
  Form,
  FormAlert,
  Heading,
  Local,
  ObjectStrip,
  Page,
  SingleActShell,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CareAnswer, CareCheck, ownAnswer } from '../queries/checks.ts'
import type { PageCall } from './scene.tsx'

/** How many answered, those who need help first. */
export function Counts({ call, check }: { call: PageCall; check: CareCheck }) {
  const { t, language } = call
  const left = check.asked - check.safe - check.help
  const count = (value: number) => formatNumber(value, language)
  return (
    <>
      {check.help > 0 && (
        <StateTag tone="harm">{t(m('check.count-help', { count: count(check.help) }))}</StateTag>
      )}
      {left > 0 && (
        <StateTag tone="attention">{t(m('check.count-left', { count: count(left) }))}</StateTag>
      )}
      <StateTag tone="done">{t(m('check.count-safe', { count: count(check.safe) }))}</StateTag>
    </>
  )
}

interface CheckPageProps {
  call: PageCall
  check: CareCheck
  answers: readonly CareAnswer[]
}

/** How a group answered: who needs help first. */
export function CheckPage({ call, check, answers }: CheckPageProps) {
  const { t, href, language } = call
  const isSafe = check.safe === check.asked
  return (
    <Page
      frame={call.frame}
      title={t(m('check.title'))}
      trail={[{ href: href('/care'), label: t(m('who.title')) }]}
    >
      <ObjectStrip
        language={language}
        kind={t(m('check.title'))}
        title={<Typed>{check.words}</Typed>}
        detail={formatInstant(check.asked_at, call.timeZone, language)}
        state={{
          tone: check.help > 0 ? 'harm' : isSafe ? 'done' : 'attention',
          label: t(
            m('check.answered', {
              answered: formatNumber(check.safe + check.help, language),
              asked: formatNumber(check.asked, language),
            }),
          ),
        }}
      />
      <Answers call={call} answers={answers} />
    </Page>
  )
}

function Answers({ call, answers }: Pick<CheckPageProps, 'call' | 'answers'>) {
  const { t, href, language } = call
  return (
    <Table<CareAnswer>
      language={language}
      caption={t(m('check.answers'))}
      captionHidden
      rows={answers}
      rowKey={({ person_id: id }) => id}
      rowHref={({ href: to }) => href(to)}
      rowTone={({ answer }) => (answer === 'help' ? 'harm' : undefined)}
      columns={[
        {
          key: 'name',
          label: t(m('who.name')),
          primary: true,
          cell: ({ name }) => displayName(name, language),
        },
        {
          key: 'place',
          label: t(m('who.place')),
          cell: ({ place, country }) => (
            <span>
              <Typed>{place}</Typed> · {countryName(country, language)}
            </span>
          ),
        },
        {
          key: 'answer',
          label: t(m('check.answer')),
          kind: 'state',
          cell: ({ answer }) => (
            <StateTag tone={answer === 'help' ? 'harm' : answer === 'safe' ? 'done' : 'attention'}>
              {t(m(`check.${answer ?? 'none'}`))}
            </StateTag>
          ),
        },
        {
          key: 'note',
          label: t(m('check.note')),
          cell: ({ note }) => <Typed>{note || '–'}</Typed>,
        },
        {
          key: 'when',
          label: t(m('check.when')),
          kind: 'date',
          cell: ({ answered_at: at }) => (at ? formatInstant(at, call.timeZone, language) : '–'),
        },
      ]}
    />
  )
}

interface AnswerProps {
  call: Pick<PageCall, 'frame' | 't' | 'language' | 'href'>
  asked: NonNullable<Awaited<ReturnType<typeof ownAnswer>>>
  action: string
  form: FormState
}

/** One question, two answers: made for a phone and a bad moment. */
export function AnswerPage(props: AnswerProps) {
  const { call, form } = props
  return (
    <Page
      frame={call.frame}
      title={call.t(m('check.title'))}
      alert={<FormAlert language={call.language} form={form.message === null ? null : form} />}
    >
      <Question {...props} />
    </Page>
  )
}

/** The same for whoever comes by the link of a mail. */
export function AnswerByLinkPage(props: AnswerProps) {
  const { call, form } = props
  return (
    <SingleActShell frame={call.frame} title={call.t(m('check.title'))}>
      <ErrorSummary
        language={call.language}
        message={form.message ?? undefined}
        fields={form.errors}
      />
      <Question {...props} />
    </SingleActShell>
  )
}

function Question({ call, asked, action, form }: AnswerProps) {
  const { t, language, frame } = call
  return (
    <>
      <Heading
        level={1}
        kicker={<Local language={language} text={asked.names} />}
        lead={<Typed>{asked.words}</Typed>}
      >
        {t(m('check.title'))}
      </Heading>
      <Stack>
        {asked.answer && (
          <StateTag tone={asked.answer === 'help' ? 'harm' : 'done'}>
            {t(m(`check.you-${asked.answer}`))}
          </StateTag>
        )}
        <Form action={action} csrf={frame.csrf}>
          <Field
            kind="radio"
            language={language}
            name="answer"
            label={t(m('check.answer'))}
            value={form.values['answer'] ?? asked.answer ?? ''}
            error={form.errors['answer']}
            options={[
              { value: 'safe', label: t(m('check.i-safe')) },
              { value: 'help', label: t(m('check.i-help')) },
            ]}
          />
          <Field
            kind="textarea"
            language={language}
            name="note"
            label={t(m('check.note'))}
            hint={t(m('check.note-hint'))}
            value={form.values['note'] ?? asked.note}
            rows={2}
            maxlength={1000}
            required={false}
          />
          <Button>{t(m('check.send'))}</Button>
        </Form>
      </Stack>
    </>
  )
}
