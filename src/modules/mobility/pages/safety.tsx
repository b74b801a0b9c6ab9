import type { FormState } from '#kernel/http'
import { displayName, formatNumber } from '#kernel/values'
import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  Grid,
  Heading,
  ObjectStrip,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ownSafetyAnswer, safetyAnswers, SafetyCheck } from '../queries/safety.ts'
import type { StayRow } from '../queries/stays.ts'
import { base, datesOf, dayOf, Named, type PageCall } from './words.tsx'

const path = `${base}/safety`

interface SafetyPageProps {
  call: PageCall
  /** Who is there now, out and in. */
  there: readonly StayRow[]
  checks: readonly SafetyCheck[]
  organisations: readonly { value: string; label: string }[]
  form: FormState
}

/** Who is where now, and “are you safe?” to those of them who are chosen. */
export function SafetyPage(props: SafetyPageProps) {
  const { call, there, checks, form } = props
  const { t, href, language } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('safety.title'))}
      wide
      trail={[{ href: href(base), label: t(m('stays.title')) }]}
      alert={
        form.message !== null && (
          <ErrorSummary language={language} message={form.message} fields={form.errors} />
        )
      }
    >
      <Heading level={1} lead={t(m('safety.lead'))}>
        {t(m('safety.title'))}
      </Heading>
      <Stack gap="wide">
        {there.length === 0 ? (
          <EmptyState title={t(m('safety.nobody-there'))} why={t(m('safety.nobody-there-why'))} />
        ) : (
          <Ask {...props} />
        )}
        {checks.length > 0 && (
          <Section title={t(m('safety.asked-before'))} id="before">
            <Grid>
              {checks.map((check) => (
                <Card
                  key={check.id}
                  title={dayOf(call, check.asked_at)}
                  href={href(`${path}/${check.id}`)}
                  meta={<Counts call={call} check={check} />}
                >
                  <p>
                    <Typed>{check.words}</Typed>
                  </p>
                </Card>
              ))}
            </Grid>
          </Section>
        )}
      </Stack>
    </Page>
  )
}

function Ask({ call, there, organisations, form }: SafetyPageProps) {
  const { t, href, language } = call
  const chosen = new Set((form.values['stays'] ?? '').split(' '))
  return (
    <Form action={href(path)} csrf={call.frame.csrf}>
      <Field
        kind="checkboxes"
        language={language}
        name="stays"
        label={t(m('safety.whom'))}
        value={form.message === null ? there.map(({ id }) => id) : [...chosen]}
        error={form.errors['stays']}
        options={there.map((stay) => ({
          value: stay.id,
          label: displayName(stay.name, language),
          hint: t(
            m('stay.detail', {
              sending: stay.sendingAcronym ?? '',
              receiving: stay.receivingAcronym ?? '',
              dates: datesOf(call, stay),
            }),
          ),
        }))}
      />
      {organisations.length > 1 && (
        <Field
          kind="select"
          language={language}
          name="organisation"
          label={t(m('safety.from'))}
          value={form.values['organisation'] ?? organisations[0]!.value}
          options={organisations}
          noEmpty
        />
      )}
      <Field
        kind="textarea"
        language={language}
        name="words"
        label={t(m('safety.words'))}
        hint={t(m('safety.words-hint'))}
        value={form.values['words'] ?? t(m('safety.example'))}
        error={form.errors['words']}
        rows={3}
        maxlength={1000}
      />
      <Button>{t(m('safety.ask'))}</Button>
    </Form>
  )
}

function Counts({ call, check }: { call: PageCall; check: SafetyCheck }) {
  const { t, language } = call
  const left = check.asked - check.safe - check.help
  const count = (value: number) => formatNumber(value, language)
  return (
    <>
      {check.help > 0 && (
        <StateTag tone="harm">{t(m('safety.count-help', { count: count(check.help) }))}</StateTag>
      )}
      {left > 0 && (
        <StateTag tone="attention">{t(m('safety.count-left', { count: count(left) }))}</StateTag>
      )}
      <StateTag tone="done">{t(m('safety.count-safe', { count: count(check.safe) }))}</StateTag>
    </>
  )
}

interface CheckPageProps {
  call: PageCall
  check: SafetyCheck
  answers: Awaited<ReturnType<typeof safetyAnswers>>
}

/** How a group answered: who needs help first. */
export function SafetyCheckPage({ call, check, answers }: CheckPageProps) {
  const { t, href, language } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('safety.title'))}
      trail={[{ href: href(path), label: t(m('safety.title')) }]}
    >
      <CheckStrip call={call} check={check} />
      <Table<CheckPageProps['answers'][number]>
        language={language}
        caption={t(m('safety.answers'))}
        captionHidden
        rows={answers}
        rowKey={({ person_id: id }) => id}
        rowHref={({ mobility_id: id }) => href(`${base}/${id}`)}
        rowTone={({ answer }) => (answer === 'help' ? 'harm' : undefined)}
        columns={[
          {
            key: 'student',
            label: t(m('stay.student')),
            primary: true,
            cell: ({ name }) => displayName(name, language),
          },
          {
            key: 'where',
            label: t(m('stay.receiving')),
            cell: ({ receiving }) => <Named names={receiving} language={language} />,
          },
          {
            key: 'answer',
            label: t(m('safety.answer')),
            kind: 'state',
            cell: ({ answer }) => (
              <StateTag
                tone={answer === 'help' ? 'harm' : answer === 'safe' ? 'done' : 'attention'}
              >
                {t(m(`safety.${answer ?? 'none'}`))}
              </StateTag>
            ),
          },
          {
            key: 'note',
            label: t(m('safety.note')),
            cell: ({ note }) => <Typed>{note || '–'}</Typed>,
          },
          {
            key: 'when',
            label: t(m('safety.when')),
            kind: 'date',
            cell: ({ answered_at }) => (answered_at ? dayOf(call, answered_at) : '–'),
          },
        ]}
      />
    </Page>
  )
}

function CheckStrip({ call, check }: Pick<CheckPageProps, 'call' | 'check'>) {
  const { t, language } = call
  return (
    <ObjectStrip
      language={language}
      kind={t(m('safety.title'))}
      title={<Typed>{check.words}</Typed>}
      detail={dayOf(call, check.asked_at)}
      state={{
        tone: check.help > 0 ? 'harm' : check.safe === check.asked ? 'done' : 'attention',
        label: t(
          m('safety.answered', {
            answered: formatNumber(check.safe + check.help, language),
            asked: formatNumber(check.asked, language),
          }),
        ),
      }}
    />
  )
}

interface AnswerPageProps {
  call: PageCall
  asked: NonNullable<Awaited<ReturnType<typeof ownSafetyAnswer>>>
  form: FormState
}

/** One question, two answers: made for a phone and a bad moment. */
export function SafetyAnswerPage({ call, asked, form }: AnswerPageProps) {
  const { t, href, language, frame } = call
  const action = href(`${path}/${asked.id}/answer`)
  return (
    <Page frame={frame} title={t(m('safety.question'))}>
      <Heading
        level={1}
        kicker={<Named names={asked.names} language={language} />}
        lead={<Typed>{asked.words}</Typed>}
      >
        {t(m('safety.question'))}
      </Heading>
      <Stack>
        {asked.answer && (
          <StateTag tone={asked.answer === 'help' ? 'harm' : 'done'}>
            {t(m(`safety.you-${asked.answer}`))}
          </StateTag>
        )}
        <Form action={action} csrf={frame.csrf}>
          <Field
            kind="radio"
            language={language}
            name="answer"
            label={t(m('safety.answer'))}
            value={form.values['answer'] ?? asked.answer ?? ''}
            error={form.errors['answer']}
            options={[
              { value: 'safe', label: t(m('safety.i-safe')) },
              { value: 'help', label: t(m('safety.i-help')) },
            ]}
          />
          <Field
            kind="textarea"
            language={language}
            name="note"
            label={t(m('safety.note'))}
            hint={t(m('safety.note-hint'))}
            value={form.values['note'] ?? asked.note}
            rows={2}
            maxlength={1000}
            required={false}
          />
          <Button>{t(m('safety.send'))}</Button>
        </Form>
      </Stack>
    </Page>
  )
}
