import type { FormState } from '#kernel/http'
import { type DateOnly, displayName, formatNumber } from '#kernel/values'
import {
  Card,
  type Column,
  EmptyState,
  FormAlert,
  Heading,
  Local,
  Notice,
  Page,
  Section,
  Stack,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { IncidentCount, IncidentRow } from '../queries/incidents.ts'
import type { PlacementRow } from '../queries/placements.ts'
import { IncidentForm, IncidentState } from './incident-parts.tsx'
import { base, dayText, type PageCall } from './scene.tsx'
import { Written } from './week-parts.tsx'

interface IncidentsProps {
  call: PageCall
  placement: PlacementRow
  today: DateOnly
  /** What the reader has reported here before. */
  own: readonly IncidentRow[]
  form: FormState | null
}

/** Where an incident is reported, and what became of those that the reader reported. */
export function IncidentsPage({ call, placement, today, own, form }: IncidentsProps) {
  const { t, href, language } = call
  const at = `${base}/placements/${placement.id}`
  return (
    <Page
      frame={call.frame}
      title={t(m('incident.title'))}
      trail={[{ href: href(at), label: t(m('placement.title')) }]}
      alert={<FormAlert language={language} form={form} />}
    >
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={
            <span>
              <Typed>{placement.host}</Typed> · {displayName(placement.personName, language)}
            </span>
          }
          lead={t(m('incident.lead'))}
        >
          {t(m('incident.title'))}
        </Heading>
        <Notice tone="info" title={t(m('incident.who-reads'))}>
          <p>{t(m('incident.who-reads-text'))}</p>
          <p>{t(m('incident.danger'))}</p>
        </Notice>
        <IncidentForm call={call} action={href(`${at}/incidents`)} today={today} form={form} />
        {own.length > 0 && (
          <Section title={t(m('incident.own'))} id="own">
            <Stack>
              {own.map((each) => (
                <Own key={each.id} call={call} incident={each} />
              ))}
            </Stack>
          </Section>
        )}
      </Stack>
    </Page>
  )
}

/** One that the reader reported, with what was done. */
function Own({ call, incident }: { call: PageCall; incident: IncidentRow }) {
  const { t } = call
  return (
    <Card
      title={t(m(`incident.${incident.kind}`))}
      kicker={dayText(incident.onDay, call)}
      meta={<IncidentState t={t} incident={incident} />}
    >
      <Written text={incident.words} language={incident.wordsLanguage} />
      {incident.closedAt && (
        <>
          <p class="quiet">{t(m('incident.outcome'))}</p>
          <Written text={incident.outcome} language={incident.outcomeLanguage} />
        </>
      )}
    </Card>
  )
}

/** The incidents of an office: what is open first. */
export function IncidentListPage({
  call,
  incidents,
}: {
  call: PageCall
  incidents: readonly IncidentRow[]
}) {
  const { t, href, language } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('incident.list'))}
      wide
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        { href: href(`${base}/office`), label: t(m('office.title')) },
      ]}
    >
      <Heading level={1} lead={t(m('incident.list-lead'))}>
        {t(m('incident.list'))}
      </Heading>
      <Table<IncidentRow>
        language={language}
        caption={t(m('incident.list'))}
        captionHidden
        rows={incidents}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`${base}/incidents/${id}`)}
        rowTone={({ closedAt, urgent }) => (closedAt ? 'quiet' : urgent ? 'harm' : undefined)}
        empty={<EmptyState title={t(m('incident.none'))} why={t(m('incident.none-why'))} />}
        columns={columnsOf(call)}
      />
    </Page>
  )
}

/** What was reported about internships at one host: what the reader may read, and for whoever vets hosts how much there was. */
export function IncidentsAtHost({
  call,
  incidents,
  counts,
}: {
  call: PageCall
  incidents: readonly IncidentRow[]
  /** Null for a reader who does not vet hosts. */
  counts: readonly IncidentCount[] | null
}) {
  const { t, href, language } = call
  return (
    <Section
      title={t(m('host.incidents'))}
      id="incidents"
      lead={counts ? t(m('host.incidents-counted')) : t(m('host.incidents-lead'))}
    >
      {incidents.length === 0 && !counts?.length && <p class="quiet">{t(m('incident.none'))}</p>}
      {counts && counts.length > 0 && (
        <Table<IncidentCount>
          language={language}
          caption={t(m('host.incidents'))}
          captionHidden
          rows={counts}
          rowKey={({ kind }) => kind}
          columns={[
            {
              key: 'kind',
              label: t(m('incident.kind')),
              primary: true,
              cell: ({ kind }) => t(m(`incident.${kind}`)),
            },
            {
              key: 'count',
              label: t(m('host.incidents-all')),
              kind: 'number',
              cell: ({ count }) => formatNumber(count, language),
            },
            {
              key: 'open',
              label: t(m('incident.open')),
              kind: 'number',
              cell: ({ open }) => formatNumber(open, language),
            },
          ]}
        />
      )}
      {incidents.length > 0 && (
        <Table<IncidentRow>
          language={language}
          caption={t(m('incident.list'))}
          captionHidden
          rows={incidents}
          rowKey={({ id }) => id}
          rowHref={({ id }) => href(`${base}/incidents/${id}`)}
          rowTone={({ closedAt, urgent }) => (closedAt ? 'quiet' : urgent ? 'harm' : undefined)}
          columns={columnsOf(call).filter(({ key }) => key !== 'host')}
        />
      )}
    </Section>
  )
}

function columnsOf(call: PageCall): Column<IncidentRow>[] {
  const { t, language } = call
  return [
    {
      key: 'student',
      label: t(m('field.student')),
      primary: true,
      cell: ({ personName }) => displayName(personName, language),
    },
    {
      key: 'kind',
      label: t(m('incident.kind')),
      cell: ({ kind }) => t(m(`incident.${kind}`)),
    },
    { key: 'host', label: t(m('field.host')), cell: ({ host }) => <Typed>{host}</Typed> },
    {
      key: 'position',
      label: t(m('field.position')),
      cell: ({ titles }) => <Local language={language} text={titles} />,
    },
    {
      key: 'day',
      label: t(m('incident.day')),
      kind: 'date',
      cell: ({ onDay }) => dayText(onDay, call),
    },
    {
      key: 'steps',
      label: t(m('incident.steps')),
      kind: 'number',
      cell: ({ steps }) => formatNumber(steps, language),
    },
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state',
      cell: (incident) => <IncidentState t={t} incident={incident} />,
    },
  ]
}
