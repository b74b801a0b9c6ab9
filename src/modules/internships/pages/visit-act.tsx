import type { FormState } from '#kernel/http'
import { dateInZone, displayName, formatClock, timeZoneName } from '#kernel/values'
import {
  Button,
  ErrorSummary,
  Field,
  FieldSet,
  Fold,
  Form,
  Heading,
  SingleActShell,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { VisitRow } from '../queries/visits.ts'
import { visitModes } from '../schema-visits.ts'
import { dayText, type PageCall } from './scene.tsx'

interface VisitByLinkProps {
  call: PageCall
  visit: VisitRow
  action: string
  form: FormState
}

/** The page of a mentor's link: to plan a visit, and once its time has come to say what came of it. */
export function VisitByLinkPage(props: VisitByLinkProps) {
  const { call, visit, form } = props
  const { t, language, frame } = call
  const isOver = visit.startsAt !== null && visit.startsAt <= call.now
  return (
    <SingleActShell frame={frame} title={t(m('visit-act.title'))}>
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={t(m('visit-act.title'))}
          lead={t(m('visit-act.lead', { host: visit.host, day: dayText(visit.dueOn, call) }))}
        >
          {displayName(visit.personName, language)}
        </Heading>
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
        {isOver && <NotesForm {...props} />}
        {isOver ? (
          <Fold summary={t(m('visit-act.again'))} open={form.errors['day'] !== undefined}>
            <PlanForm {...props} />
          </Fold>
        ) : (
          <PlanForm {...props} />
        )}
      </Stack>
    </SingleActShell>
  )
}

function NotesForm({ call, action, form }: VisitByLinkProps) {
  const { t, language, frame } = call
  return (
    <Form action={action} csrf={frame.csrf} hidden={{ step: 'notes' }}>
      <Field
        kind="textarea"
        language={language}
        name="notes"
        label={t(m('visit.notes'))}
        hint={t(m('visit-act.notes-hint'))}
        rows={6}
        maxlength={4000}
        value={form.values['notes']}
        error={form.errors['notes']}
      />
      <Button>{t(m('visit-act.done'))}</Button>
    </Form>
  )
}

function PlanForm({ call, visit, action, form }: VisitByLinkProps) {
  const { t, language, frame } = call
  const planned = visit.startsAt
  const zone = timeZoneName(visit.timeZone, language, call.now)
  const day = planned ? dateInZone(planned, visit.timeZone) : undefined
  const from = planned ? formatClock(planned, visit.timeZone, 'en') : undefined
  return (
    <Form action={action} csrf={frame.csrf} hidden={{ step: 'plan' }}>
      <FieldSet legend={t(m('visit.when'))} hint={t(m('visit-act.clock', { zone }))} columns>
        <Field
          kind="date"
          language={language}
          name="day"
          label={t(m('log.day'))}
          value={form.values['day'] ?? day}
          error={form.errors['day']}
        />
        <Field
          kind="time"
          language={language}
          name="from"
          label={t(m('log.from'))}
          value={form.values['from'] ?? from}
          error={form.errors['from']}
        />
      </FieldSet>
      <Field
        kind="radio"
        language={language}
        name="mode"
        label={t(m('visit.how'))}
        inline
        options={visitModes.map((mode) => ({ value: mode, label: t(m(`visit.${mode}`)) }))}
        value={form.values['mode'] ?? visit.mode ?? ''}
        error={form.errors['mode']}
      />
      <Field
        kind="text"
        language={language}
        name="place"
        label={t(m('visit.place'))}
        hint={t(m('visit.place-hint'))}
        maxlength={300}
        value={form.values['place'] ?? visit.place}
        error={form.errors['place']}
      />
      <Button>{t(m('visit-act.plan'))}</Button>
    </Form>
  )
}
