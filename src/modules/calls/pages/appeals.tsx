import type { FormState, Scene } from '#kernel/http'
import { displayName } from '#kernel/values'
import { Button, ButtonGroup, Field, Fold, Form, Notice, Section, Stack, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { AppealRow } from '../queries/appeals.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import { appealEnd, mayAppeal } from '../rules/appeals.ts'
import { instantOf, localText } from './scene.tsx'

interface AppealProps {
  scene: Scene
  application: ApplicationRow
  appeal: AppealRow | null
  form: FormState
}

/** The applicant's way to a second look: until when, what was said, and what became of it. */
export function OwnAppeal(props: AppealProps) {
  const { scene, application, appeal, form } = props
  const { t, href, frame, language } = scene
  const days = application.definition.appealDays ?? 0
  if (appeal) return <AppealState {...props} appeal={appeal} />
  if (!mayAppeal(application, days, scene.now)) return null
  return (
    <Fold summary={t(m('appeal.title'))} open={form.errors['grounds'] !== undefined}>
      <Form action={href(`/applications/${application.id}/appeal`)} csrf={frame.csrf}>
        <p>{t(m('appeal.lead', { until: instantOf(scene, appealEnd(application, days)) }))}</p>
        <Field
          kind="textarea"
          language={language}
          name="grounds"
          label={t(m('appeal.grounds'))}
          hint={t(m('appeal.grounds-hint'))}
          rows={6}
          value={form.values['grounds']}
          error={form.errors['grounds']}
        />
        <ButtonGroup>
          <Button look="secondary">{t(m('appeal.make'))}</Button>
        </ButtonGroup>
      </Form>
    </Fold>
  )
}

function AppealState({ scene, appeal }: AppealProps & { appeal: AppealRow }) {
  const { t } = scene
  return (
    <Section title={t(m('appeal.title'))} id="appeal">
      <Notice
        tone={appeal.state === 'upheld' ? 'done' : 'info'}
        title={t(m(`appeal.state-${appeal.state}`, { at: instantOf(scene, dateOf(appeal)) }))}
      >
        {appeal.reason !== '' && (
          <p>
            <Typed>{appeal.reason}</Typed>
          </p>
        )}
      </Notice>
      {appeal.grounds !== '' && (
        <blockquote class="talk-text">
          <Typed>{appeal.grounds}</Typed>
        </blockquote>
      )}
    </Section>
  )
}

const dateOf = ({ decided_at, made_at }: AppealRow) => decided_at ?? made_at

/** An appeal before the office: what the applicant says, and a decision with its reason by somebody else. */
export function OfficeAppeal(props: AppealProps & { mayDecide: boolean; isOwnDecision: boolean }) {
  const { scene, appeal, mayDecide, isOwnDecision } = props
  const { t, language } = scene
  if (!appeal) return null
  return (
    <Stack>
      <AppealState {...props} appeal={appeal} />
      {appeal.decider && (
        <p class="quiet">
          {t(m('appeal.decided-by', { name: displayName(appeal.decider, language) }))}
        </p>
      )}
      {appeal.state === 'open' && isOwnDecision && (
        <Notice tone="attention">{t(m('appeal.own-decision'))}</Notice>
      )}
      {appeal.state === 'open' && mayDecide && !isOwnDecision && <DecideForm {...props} />}
    </Stack>
  )
}

function DecideForm({ scene, application, form }: AppealProps) {
  const { t, href, frame, language } = scene
  const { destinations } = application.definition
  return (
    <Form action={href(`/applications/${application.id}/appeal/decision`)} csrf={frame.csrf}>
      <Field
        kind="radio"
        language={language}
        name="appealOutcome"
        label={t(m('appeal.outcome'))}
        options={(['accepted', 'waiting', 'dismissed'] as const).map((value) => ({
          value,
          label: t(m(`appeal.as-${value}`)),
        }))}
        value={form.values['appealOutcome']}
        error={form.errors['appealOutcome']}
      />
      {destinations.length > 0 && (
        <Field
          kind="select"
          language={language}
          name="appealDestination"
          label={t(m('field.destination'))}
          hint={t(m('appeal.destination-hint'))}
          options={destinations.map(({ id, name }) => ({
            value: id,
            label: localText(scene, name),
          }))}
          value={form.values['appealDestination']}
          error={form.errors['appealDestination']}
          required={false}
        />
      )}
      <Field
        kind="textarea"
        language={language}
        name="appealReason"
        label={t(m('appeal.reason'))}
        hint={t(m('appeal.reason-hint'))}
        rows={5}
        value={form.values['appealReason']}
        error={form.errors['appealReason']}
      />
      <ButtonGroup>
        <Button>{t(m('appeal.decide'))}</Button>
      </ButtonGroup>
    </Form>
  )
}
