import { displayName, formatNumber, localised } from '#kernel/values'
import {
  ButtonLink,
  type Column,
  EmptyState,
  Heading,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Local,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import type { HostRow } from '../queries/hosts.ts'
import type { PlacementRow } from '../queries/placements.ts'
import type { ProposalRow } from '../queries/proposals.ts'
import type { PositionRow } from '../queries/positions.ts'
import type { RoundRow } from '../queries/rounds.ts'
import { placementState } from '../rules/stay.ts'
import { roundTones, stageUntil } from './round.tsx'
import {
  applicationTones,
  base,
  dayText,
  durationText,
  hostTones,
  type PageCall,
  periodText,
  placeText,
  positionTones,
} from './scene.tsx'

interface OfficeProps {
  call: PageCall
  hosts: readonly HostRow[]
  positions: readonly PositionRow[]
  applications: readonly ApplicationRow[]
  proposals: readonly ProposalRow[]
  placements: readonly PlacementRow[]
  rounds: readonly RoundRow[]
  today: string
}

/** What an office works on: applications that wait, who is where, its positions, and the hosts of the alliance. */
export function OfficePage(props: OfficeProps) {
  const { call, hosts } = props
  const { t, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('office.title'))}
      wide
      trail={[{ href: href(base), label: t(m('browse.title')) }]}
    >
      <Heading
        level={1}
        lead={t(m('office.lead'))}
        actions={
          <>
            <ButtonLink look="secondary" href={href(`${base}/board`)}>
              {t(m('board.title'))}
            </ButtonLink>
            {call.may('internships.past.open', {}) && (
              <ButtonLink look="secondary" href={href(`${base}/past`)}>
                {t(m('past.open'))}
              </ButtonLink>
            )}
            {call.may('internships.incident.open', {}) && (
              <ButtonLink look="secondary" href={href(`${base}/incidents`)}>
                {t(m('incident.list'))}
              </ButtonLink>
            )}
            {call.may('internships.host.propose', {}) && (
              <ButtonLink look="secondary" href={href(`${base}/hosts/new`)}>
                {t(m('host-new.title'))}
              </ButtonLink>
            )}
            {hosts.some(({ state }) => state === 'vetted') && (
              <ButtonLink href={href(`${base}/positions/new`)}>{t(m('new.title'))}</ButtonLink>
            )}
          </>
        }
      >
        {t(m('office.title'))}
      </Heading>
      <Stack gap="wide">
        <Applications {...props} />
        <Proposals {...props} />
        <Rounds {...props} />
        <Placements {...props} />
        <Positions {...props} />
        <Hosts {...props} />
      </Stack>
    </Page>
  )
}

const studentName = ({ personName }: ApplicationRow | PlacementRow, { language }: PageCall) =>
  displayName(personName, language)

function Applications({ call, applications }: OfficeProps) {
  const { t, href, language } = call
  const columns: Column<ApplicationRow>[] = [
    {
      key: 'student',
      label: t(m('field.student')),
      primary: true,
      cell: (row) => studentName(row, call),
    },
    {
      key: 'position',
      label: t(m('field.position')),
      cell: ({ titles }) => <Local language={call.language} text={titles} />,
    },
    { key: 'host', label: t(m('field.host')), cell: ({ host }) => host },
    {
      key: 'permission',
      label: t(m('field.permission')),
      kind: 'state',
      cell: ({ clearance }) => (
        <StateTag tone={clearance === 'unknown' ? 'attention' : 'info'}>
          {t(m(`permission.${clearance}`))}
        </StateTag>
      ),
    },
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state',
      cell: ({ state }) => (
        <StateTag tone={applicationTones[state]}>{t(m(`application.${state}`))}</StateTag>
      ),
    },
  ]
  return (
    <Section title={t(m('office.applications'))} id="applications">
      <Table
        language={language}
        caption={t(m('office.applications'))}
        captionHidden
        columns={columns}
        rows={applications}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`${base}/applications/${id}`)}
        rowTone={({ state }) => (state === 'sent' ? 'attention' : undefined)}
        empty={
          <EmptyState
            title={t(m('office.no-applications'))}
            why={t(m('office.no-applications-why'))}
          />
        }
      />
    </Section>
  )
}

/** What students found themselves and waits for the school, or for the vetting of its host. */
function Proposals({ call, proposals }: OfficeProps) {
  const { t, href, language } = call
  if (proposals.length === 0) return null
  return (
    <Section title={t(m('proposal.office'))} id="proposals">
      <Table<ProposalRow>
        language={language}
        caption={t(m('proposal.office'))}
        captionHidden
        rows={proposals}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`${base}/proposals/${id}`)}
        columns={[
          {
            key: 'student',
            label: t(m('field.student')),
            primary: true,
            cell: ({ personName }) => displayName(personName, language),
          },
          {
            key: 'where',
            label: t(m('field.where')),
            cell: (row) => (
              <>
                <Typed>{row.hostName}</Typed> · {placeText(row, call)}
              </>
            ),
          },
          { key: 'period', label: t(m('field.period')), cell: (row) => periodText(row, call) },
          {
            key: 'state',
            label: t(m('field.state')),
            kind: 'state',
            cell: ({ state }) => <StateTag tone="attention">{t(m(`proposal.${state}`))}</StateTag>,
          },
        ]}
      />
    </Section>
  )
}

/** The rounds that the office holds; whoever may not open one sees none. */
function Rounds({ call, rounds }: OfficeProps) {
  const { t, href, language } = call
  const mayOpen = call.may('internships.round.open', {})
  if (!mayOpen) return null
  const opening = (
    <ButtonLink look="secondary" href={href(`${base}/rounds/new`)}>
      {t(m('round-new.title'))}
    </ButtonLink>
  )
  return (
    <Section title={t(m('rounds.title'))} id="rounds" actions={rounds.length > 0 && opening}>
      <Table<RoundRow>
        language={language}
        caption={t(m('rounds.title'))}
        captionHidden
        rows={rounds}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`${base}/rounds/${id}/office`)}
        rowTone={({ stage }) => (stage === 'ready' ? 'attention' : undefined)}
        columns={[
          {
            key: 'title',
            label: t(m('round.title')),
            primary: true,
            cell: ({ titles }) => <Local language={language} text={titles} />,
          },
          {
            key: 'positions',
            label: t(m('office.positions')),
            kind: 'number',
            cell: ({ positions }) => formatNumber(positions, language),
          },
          {
            key: 'state',
            label: t(m('field.state')),
            kind: 'state',
            cell: ({ stage }) => (
              <StateTag tone={roundTones[stage]}>{t(m(`round-state.${stage}`))}</StateTag>
            ),
          },
          {
            key: 'until',
            label: t(m('round.days')),
            kind: 'date',
            cell: (row) => stageUntil(row, call) ?? '–',
          },
        ]}
        empty={
          <EmptyState title={t(m('rounds.none'))} why={t(m('rounds.none-why'))} action={opening} />
        }
      />
    </Section>
  )
}

function Placements({ call, placements, today }: OfficeProps) {
  const { t, href, language } = call
  if (placements.length === 0) return null
  return (
    <Section title={t(m('office.placements'))} id="placements">
      <Table<PlacementRow>
        language={language}
        caption={t(m('office.placements'))}
        captionHidden
        rows={placements}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`${base}/placements/${id}`)}
        columns={[
          {
            key: 'student',
            label: t(m('field.student')),
            primary: true,
            cell: (row) => studentName(row, call),
          },
          {
            key: 'where',
            label: t(m('field.where')),
            cell: (row) => `${row.host} · ${placeText(row, call)}`,
          },
          { key: 'period', label: t(m('field.period')), cell: (row) => periodText(row, call) },
          {
            key: 'hours',
            label: t(m('field.logged')),
            cell: ({ minutes }) => durationText(minutes, call),
          },
          {
            key: 'state',
            label: t(m('field.state')),
            kind: 'state',
            cell: (row) => {
              const state = placementState(row, today)
              return (
                <StateTag tone={state === 'running' ? 'done' : 'neutral'}>
                  {t(m(`placement.${state}`))}
                </StateTag>
              )
            },
          },
        ]}
      />
    </Section>
  )
}

function Positions({ call, positions }: OfficeProps) {
  const { t, href, language } = call
  if (positions.length === 0) return null
  return (
    <Section title={t(m('office.positions'))} id="positions">
      <Table<PositionRow>
        language={language}
        caption={t(m('office.positions'))}
        captionHidden
        rows={positions}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`${base}/positions/${id}`)}
        rowLabel={({ titles }) => localised(titles, language).text}
        columns={[
          {
            key: 'title',
            label: t(m('field.position')),
            primary: true,
            cell: ({ titles }) => <Local language={call.language} text={titles} />,
          },
          { key: 'host', label: t(m('field.host')), cell: ({ host }) => host },
          { key: 'period', label: t(m('field.period')), cell: (row) => periodText(row, call) },
          {
            key: 'places',
            label: t(m('field.places')),
            cell: ({ taken, places }) =>
              t(
                m('office.taken', {
                  taken: formatNumber(taken, language),
                  places: formatNumber(places, language),
                }),
              ),
          },
          {
            key: 'until',
            label: t(m('field.apply-by')),
            kind: 'date',
            cell: (row) => dayText(row.applyBy, call),
          },
          {
            key: 'state',
            label: t(m('field.state')),
            kind: 'state',
            cell: ({ state }) => (
              <StateTag tone={positionTones[state]}>{t(m(`position.${state}`))}</StateTag>
            ),
          },
        ]}
      />
    </Section>
  )
}

function Hosts({ call, hosts }: OfficeProps) {
  const { t, href, language } = call
  return (
    <Section title={t(m('office.hosts'))} id="hosts" lead={t(m('office.hosts-lead'))}>
      <Table<HostRow>
        language={language}
        caption={t(m('office.hosts'))}
        captionHidden
        rows={hosts}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`${base}/hosts/${id}`)}
        columns={[
          { key: 'name', label: t(m('field.host')), primary: true, cell: ({ name }) => name },
          { key: 'where', label: t(m('field.where')), cell: (row) => placeText(row, call) },
          {
            key: 'state',
            label: t(m('field.state')),
            kind: 'state',
            cell: ({ state }) => (
              <StateTag tone={hostTones[state]}>{t(m(`host.${state}`))}</StateTag>
            ),
          },
          {
            key: 'until',
            label: t(m('field.vetted')),
            kind: 'date',
            cell: ({ vetted_until: until }) => (until ? dayText(until, call) : '–'),
          },
        ]}
        empty={<EmptyState title={t(m('office.no-hosts'))} why={t(m('office.no-hosts-why'))} />}
      />
    </Section>
  )
}
