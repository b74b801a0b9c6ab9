import type { FormState } from '#kernel/http'
import { type DateOnly, displayName } from '#kernel/values'
import { ErrorSummary, Heading, Notice, SingleActShell, Stack, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { PlacementRow } from '../queries/placements.ts'
import { IncidentForm } from './incident-parts.tsx'
import type { PageCall } from './scene.tsx'

interface IncidentByLinkProps {
  call: PageCall
  placement: PlacementRow
  today: DateOnly
  action: string
  form: FormState
}

/** The page of a tutor's or mentor's link: one form about one student. */
export function IncidentByLinkPage({ call, placement, today, action, form }: IncidentByLinkProps) {
  const { t, language, frame } = call
  return (
    <SingleActShell frame={frame} title={t(m('incident.title'))}>
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={
            <span>
              {t(m('incident.title'))} · <Typed>{placement.host}</Typed>
            </span>
          }
          lead={t(m('incident.link-lead'))}
        >
          {displayName(placement.personName, language)}
        </Heading>
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
        <Notice tone="info" title={t(m('incident.who-reads'))}>
          <p>{t(m('incident.link-reads'))}</p>
          <p>{t(m('incident.danger'))}</p>
        </Notice>
        <IncidentForm call={call} action={action} today={today} form={form} />
      </Stack>
    </SingleActShell>
  )
}
