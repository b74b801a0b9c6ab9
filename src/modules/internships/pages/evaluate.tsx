import type { FormState } from '#kernel/http'
import { displayName, formatNumber, localised } from '#kernel/values'
import {
  Button,
  ErrorSummary,
  Field,
  Form,
  FormAlert,
  Heading,
  Local,
  Notice,
  ObjectStrip,
  Page,
  SingleActShell,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { EvaluationRow } from '../queries/evaluations.ts'
import { criteriaFor } from '../rules/evaluation.ts'
import { base, dayText, type PageCall, periodText } from './scene.tsx'

interface EvaluateProps {
  call: PageCall
  evaluation: EvaluationRow
  form: FormState
}

/** The student's own evaluation of a placement. */
export function EvaluatePage({ call, evaluation, form }: EvaluateProps) {
  const { t, href, language } = call
  const isGiven = evaluation.givenAt !== null
  return (
    <Page
      frame={call.frame}
      title={t(m(`evaluation.${evaluation.round}`))}
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        {
          href: href(`${base}/placements/${evaluation.placementId}`),
          label: t(m('placement.title')),
        },
      ]}
      alert={<FormAlert language={language} form={form.message === null ? null : form} />}
    >
      <ObjectStrip
        language={language}
        kind={t(m(`evaluation.${evaluation.round}`))}
        title={<Local language={language} text={evaluation.titles} />}
        detail={evaluation.host}
        state={{
          tone: isGiven ? 'done' : 'attention',
          label: t(m(isGiven ? 'evaluation.given' : 'evaluation.waits')),
        }}
        next={t(m('evaluation.lead-student'))}
        until={dayText(evaluation.dueOn, call)}
      />
      {isGiven ? (
        <Notice tone="done" title={t(m('over.evaluated.title'))} />
      ) : (
        <EvaluationForm
          call={call}
          evaluation={evaluation}
          form={form}
          action={href(`${base}/evaluations/${evaluation.id}`)}
        />
      )}
    </Page>
  )
}

/** The page of a mentor's link: whose placement, five marks, the whole, and words in the mentor's own language. */
export function EvaluateByLinkPage({
  call,
  evaluation,
  form,
  action,
}: EvaluateProps & { action: string }) {
  const { t, language, frame } = call
  return (
    <SingleActShell frame={frame} title={t(m(`evaluation.${evaluation.round}`))}>
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={localised(evaluation.home, language).text}
          lead={t(
            m(`evaluation.lead-${evaluation.party}`, {
              host: evaluation.host,
              dates: periodText(evaluation, call),
            }),
          )}
        >
          {displayName(evaluation.personName, language)}
        </Heading>
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
        <EvaluationForm call={call} evaluation={evaluation} form={form} action={action} />
      </Stack>
    </SingleActShell>
  )
}

function EvaluationForm({ call, evaluation, form, action }: EvaluateProps & { action: string }) {
  const { t, language, frame } = call
  const mark = (name: string, label: string) => (
    <Field
      key={name}
      kind="radio"
      language={language}
      name={name}
      label={label}
      inline
      options={[1, 2, 3, 4, 5].map((value) => ({
        value: String(value),
        label:
          value === 1 || value === 5
            ? t(m(`mark.${value}`, { mark: formatNumber(value, language) }))
            : formatNumber(value, language),
      }))}
      value={form.values[name]}
      error={form.errors[name]}
    />
  )
  return (
    <Form action={action} csrf={frame.csrf}>
      {criteriaFor(evaluation.party).map((name) => mark(name, t(m(`criterion.${name}`))))}
      {mark('overall', t(m('criterion.overall')))}
      {(['strengths', 'wishes'] as const).map((name) => (
        <Field
          key={name}
          kind="textarea"
          language={language}
          name={name}
          label={t(m(`evaluation.${name}`))}
          hint={t(m('evaluation.own-language'))}
          required={false}
          rows={4}
          maxlength={4000}
          value={form.values[name]}
          error={form.errors[name]}
        />
      ))}
      <Button>{t(m('evaluation.give'))}</Button>
    </Form>
  )
}
