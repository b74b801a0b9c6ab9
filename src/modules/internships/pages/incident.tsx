import type { FormState } from '#kernel/http'
import { displayName, formatInstant } from '#kernel/values'
import {
  Button,
  EmptyState,
  Field,
  Form,
  FormAlert,
  InItsLanguage,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Timeline,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { IncidentRow, IncidentStep } from '../queries/incidents.ts'
import { base, dayText, type PageCall } from './scene.tsx'
import { Written } from './week-parts.tsx'

interface IncidentProps {
  call: PageCall
  incident: IncidentRow
  steps: readonly IncidentStep[]
  form: FormState | null
}

/** An incident for the offices that see it through: what was said, what was done, and its end. */
export function IncidentPage(props: IncidentProps) {
  const { call, incident, form } = props
  const { t, href, language } = call
  const isOpen = incident.closedAt === null
  return (
    <Page
      frame={call.frame}
      title={t(m('incident.title'))}
      trail={[
        { href: href(`${base}/incidents`), label: t(m('incident.list')) },
        {
          href: href(`${base}/placements/${incident.placementId}`),
          label: t(m('placement.title')),
        },
      ]}
      alert={<FormAlert language={language} form={form} />}
    >
      <ObjectStrip
        language={language}
        kind={t(m('incident.title'))}
        title={t(m(`incident.${incident.kind}`))}
        detail={
          <span>
            {displayName(incident.personName, language)} · <Typed>{incident.host}</Typed> ·{' '}
            {dayText(incident.onDay, call)}
          </span>
        }
        state={
          isOpen
            ? {
                tone: incident.urgent ? 'harm' : 'attention',
                label: t(m(incident.urgent ? 'incident.urgent-now' : 'incident.open')),
              }
            : { tone: 'done', label: t(m('incident.closed')) }
        }
        next={t(m(isOpen ? 'incident.next-open' : 'incident.next-closed'))}
        actions={
          isOpen ? undefined : (
            <Form
              action={href(`${base}/incidents/${incident.id}/return`)}
              csrf={call.frame.csrf}
              inline
            >
              <Button look="secondary">{t(m('incident.reopen'))}</Button>
            </Form>
          )
        }
      />
      <Stack gap="wide">
        <Said call={call} incident={incident} />
        <Steps {...props} />
        {isOpen ? <Close {...props} /> : <Outcome call={call} incident={incident} />}
      </Stack>
    </Page>
  )
}

function Said({ call, incident }: Pick<IncidentProps, 'call' | 'incident'>) {
  const { t, language } = call
  const by = incident.party === 'student' ? incident.personName : null
  const name = by ? displayName(by, language) : (incident.reporterName ?? '')
  return (
    <Section
      title={t(m('incident.words'))}
      id="words"
      lead={t(
        m(`incident.by-${incident.party}`, {
          name: name === '' ? '–' : name,
          at: formatInstant(incident.reportedAt, call.timeZone, language),
        }),
      )}
    >
      <Written text={incident.words} language={incident.wordsLanguage} />
    </Section>
  )
}

function Steps({ call, incident, steps, form }: IncidentProps) {
  const { t, language, href, frame } = call
  return (
    <Section title={t(m('incident.steps'))} id="steps" lead={t(m('incident.steps-lead'))}>
      <Stack>
        {steps.length === 0 ? (
          <EmptyState title={t(m('incident.no-steps'))} why={t(m('incident.no-steps-why'))} />
        ) : (
          <Timeline
            label={t(m('incident.steps'))}
            entries={steps.map((step) => ({
              at: step.saidAt.toISOString(),
              when: formatInstant(step.saidAt, call.timeZone, language),
              what: <InItsLanguage text={step.words} language={step.wordsLanguage} />,
              who: displayName(step.saidBy, language),
            }))}
          />
        )}
        {incident.closedAt === null && (
          <Form action={href(`${base}/incidents/${incident.id}/steps`)} csrf={frame.csrf}>
            <Field
              kind="textarea"
              language={language}
              name="words"
              label={t(m('incident.step'))}
              hint={t(m('incident.step-hint'))}
              rows={3}
              maxlength={4000}
              value={form?.values['words']}
              error={form?.errors['words']}
            />
            <Button look="secondary">{t(m('incident.step-save'))}</Button>
          </Form>
        )}
      </Stack>
    </Section>
  )
}

function Close({ call, incident, form }: IncidentProps) {
  const { t, language, href, frame } = call
  return (
    <Section title={t(m('incident.close'))} id="close" lead={t(m('incident.close-lead'))}>
      <Form action={href(`${base}/incidents/${incident.id}/end`)} csrf={frame.csrf}>
        <Field
          kind="textarea"
          language={language}
          name="outcome"
          label={t(m('incident.outcome'))}
          hint={t(m('incident.outcome-hint'))}
          rows={3}
          maxlength={4000}
          value={form?.values['outcome']}
          error={form?.errors['outcome']}
        />
        <Button>{t(m('incident.close-do'))}</Button>
      </Form>
    </Section>
  )
}

function Outcome({ call, incident }: Pick<IncidentProps, 'call' | 'incident'>) {
  const { t } = call
  return (
    <Section title={t(m('incident.outcome'))} id="outcome">
      <Written text={incident.outcome} language={incident.outcomeLanguage} />
    </Section>
  )
}
