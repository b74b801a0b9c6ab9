import type { FormState } from '#kernel/http'
import type { DateOnly } from '#kernel/values'
import { Button, Field, Form, StateTag } from '#ui'
import { m } from '../messages/index.ts'
import type { IncidentRow } from '../queries/incidents.ts'
import { incidentKinds } from '../schema-incidents.ts'
import type { PageCall } from './scene.tsx'

interface IncidentFormProps {
  call: Pick<PageCall, 't' | 'language' | 'frame'>
  action: string
  /** Today on the host's clock. */
  today: DateOnly
  form: FormState | null
}

/** What happened, when, and whether somebody needs help now: the same four questions for everybody. */
export function IncidentForm({ call, action, today, form }: IncidentFormProps) {
  const { t, language, frame } = call
  return (
    <Form action={action} csrf={frame.csrf}>
      <Field
        kind="select"
        language={language}
        name="kind"
        label={t(m('incident.kind'))}
        options={incidentKinds.map((kind) => ({ value: kind, label: t(m(`incident.${kind}`)) }))}
        value={form?.values['kind']}
        error={form?.errors['kind']}
      />
      <Field
        kind="date"
        language={language}
        name="day"
        label={t(m('incident.day'))}
        value={form?.values['day'] ?? today}
        error={form?.errors['day']}
      />
      <Field
        kind="textarea"
        language={language}
        name="words"
        label={t(m('incident.words'))}
        hint={t(m('incident.words-hint'))}
        rows={5}
        maxlength={4000}
        value={form?.values['words']}
        error={form?.errors['words']}
      />
      <Field
        kind="checkboxes"
        language={language}
        name="urgent"
        label={t(m('incident.urgent'))}
        required={false}
        value={form?.values['urgent'] === 'yes' ? ['yes'] : []}
        options={[
          { value: 'yes', label: t(m('incident.urgent-yes')), hint: t(m('incident.urgent-hint')) },
        ]}
      />
      <Button>{t(m('incident.send'))}</Button>
    </Form>
  )
}

/** Where an incident stands; that help is needed now is said first. */
export function IncidentState({
  t,
  incident,
}: Pick<PageCall, 't'> & { incident: Pick<IncidentRow, 'closedAt' | 'urgent'> }) {
  if (incident.closedAt) return <StateTag tone="done">{t(m('incident.closed'))}</StateTag>
  return incident.urgent ? (
    <StateTag tone="harm">{t(m('incident.urgent-now'))}</StateTag>
  ) : (
    <StateTag tone="attention">{t(m('incident.open'))}</StateTag>
  )
}
