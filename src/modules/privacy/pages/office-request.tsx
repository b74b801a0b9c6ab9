import type { FormState, Scene } from '#kernel/http'
import { displayName, localised } from '#kernel/values'
import {
  Button,
  DescriptionList,
  ErrorSummary,
  Field,
  Form,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { RequestRow } from '../queries/requests.ts'
import { graceDays } from '../rules/deadlines.ts'
import { requestOutcomes } from '../schema.ts'
import { Paragraphs } from './scene.tsx'
import { dayWords, instantDay, isLate, requestState } from './words.ts'

interface OfficeRequestProps {
  scene: Scene
  request: RequestRow
  form: FormState
}

/** One request with its words, and the form that answers it. */
export function OfficeRequestPage({ scene, request, form }: OfficeRequestProps) {
  const { t, language, href, frame } = scene
  const name = displayName(request.name, language)
  const kind = t(m(`request.kind.${request.kind}`))
  const state = requestState(scene, request)
  const title = t(m('office.request', { kind, name }))
  return (
    <Page
      frame={frame}
      title={title}
      trail={[{ href: href('/privacy'), label: t(m('office.title')) }]}
      alert={
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
      }
    >
      <ObjectStrip
        language={language}
        kind={kind}
        title={name}
        detail={t(m('request.asked-on', { date: instantDay(scene, request.asked_at) }))}
        state={{ tone: state.tone, label: state.label }}
        who={
          request.organisation
            ? localised(request.organisation, language).text
            : t(m('request.secretariat'))
        }
        {...(request.state === 'open'
          ? { until: dayWords(scene, request.due_on), late: isLate(scene, request) }
          : {})}
      />
      <Stack>
        <Said scene={scene} request={request} />
        {request.state === 'open' && <AnswerForm scene={scene} request={request} form={form} />}
      </Stack>
    </Page>
  )
}

function Said({ scene, request }: Omit<OfficeRequestProps, 'form'>) {
  const { t, language } = scene
  const words = request.words === '' ? t(m('office.words-gone')) : request.words
  const by = request.asker ? displayName(request.asker, language) : null
  return (
    <DescriptionList
      items={[
        { term: t(m('office.words')), value: <Paragraphs text={words} /> },
        ...(by && request.taken_down
          ? [
              {
                term: t(m('office.taken-down', { name: by })),
                value: <Paragraphs text={request.taken_down} />,
              },
            ]
          : []),
        ...(request.answer
          ? [{ term: t(m('request.answer')), value: <Paragraphs text={request.answer} /> }]
          : []),
      ]}
    />
  )
}

function AnswerForm({ scene, request, form }: OfficeRequestProps) {
  const { t, href, frame, language } = scene
  return (
    <Section title={t(m('request.answer'))} id="answer">
      {request.kind === 'erasure' && (
        <Notice tone="attention">{t(m('office.grant-erasure', { days: graceDays }))}</Notice>
      )}
      <Form action={href(`/privacy/requests/${request.id}/answer`)} csrf={frame.csrf}>
        <Field
          language={language}
          kind="radio"
          name="outcome"
          label={t(m('office.outcome'))}
          value={form.values['outcome'] ?? ''}
          error={form.errors['outcome']}
          options={requestOutcomes
            .filter((outcome) => request.kind !== 'erasure' || outcome !== 'partly')
            .map((outcome) => ({ value: outcome, label: t(m(`request.${outcome}`)) }))}
          required
        />
        <Field
          language={language}
          kind="textarea"
          name="answer"
          label={t(m('office.answer'))}
          hint={t(m('office.answer.hint'))}
          value={form.values['answer'] ?? ''}
          error={form.errors['answer']}
          rows={6}
          required
        />
        <Button>{t(m('office.send-answer'))}</Button>
      </Form>
    </Section>
  )
}
