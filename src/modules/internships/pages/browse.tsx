import { countryOptions, formatNumber, localised } from '#kernel/values'
import {
  ButtonLink,
  Card,
  EmptyState,
  Field,
  FilterBar,
  Grid,
  Heading,
  InItsLanguage,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Typed,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import type { PlacementRow } from '../queries/placements.ts'
import type { ProposalRow } from '../queries/proposals.ts'
import type { PositionFilter, PositionRow } from '../queries/positions.ts'
import type { RoundRow } from '../queries/rounds.ts'
import { positionModes } from '../schema.ts'
import { LiveRounds } from './round.tsx'
import {
  applicationTones,
  base,
  dayText,
  durationText,
  languageText,
  type PageCall,
  periodText,
  placeText,
  stipendText,
} from './scene.tsx'

interface BrowseProps {
  call: PageCall
  positions: readonly PositionRow[]
  filter: PositionFilter
  own: readonly ApplicationRow[]
  proposals: readonly ProposalRow[]
  placements: readonly PlacementRow[]
  rounds: readonly RoundRow[]
  /** The state of permission of each position for the reader, where they are a student. */
  permissions: ReadonlyMap<string, 'yes' | 'conditions' | 'unknown' | 'no'>
}

/** The positions that are open, with filters, and before them what is the reader's own. */
export function BrowsePage(props: BrowseProps) {
  const { call, positions } = props
  const { t, href } = call
  return (
    <Page frame={call.frame} title={t(m('browse.title'))}>
      <Stack gap="wide">
        <Heading
          level={1}
          lead={t(m('browse.lead'))}
          actions={
            call.may('internships.office.open', {}) ? (
              <ButtonLink href={href(`${base}/office`)} look="secondary">
                {t(m('office.title'))}
              </ButtonLink>
            ) : undefined
          }
        >
          {t(m('browse.title'))}
        </Heading>
        {props.placements.map((placement) => (
          <Card
            key={placement.id}
            title={<Local language={call.language} text={placement.titles} />}
            href={href(`${base}/placements/${placement.id}`)}
            band={placement.id}
            kicker={<Typed>{placement.host}</Typed>}
            meta={periodText(placement, call)}
            footer={t(m('own.logged', { time: durationText(placement.minutes, call) }))}
          />
        ))}
        {props.own.length > 0 && <OwnApplications {...props} />}
        <LiveRounds call={call} rounds={props.rounds} />
        <OwnProposals {...props} />
        <Section title={t(m('browse.open', { count: positions.length }))} id="positions">
          <Filters {...props} />
          {positions.length === 0 ? (
            <EmptyState title={t(m('browse.none'))} why={t(m('browse.none-why'))} />
          ) : (
            <Grid>
              {positions.map((position) => (
                <PositionCard key={position.id} {...props} position={position} />
              ))}
            </Grid>
          )}
        </Section>
      </Stack>
    </Page>
  )
}

/** What the reader found themselves, and the way to propose more. */
function OwnProposals({ call, proposals }: BrowseProps) {
  const { t, href } = call
  if (call.actor.kind !== 'person') return null
  return (
    <Section title={t(m('proposal.own'))} id="found">
      <Stack>
        {proposals.length > 0 && (
          <ul>
            {proposals.map((each) => (
              <li key={each.id}>
                <a href={href(`${base}/proposals/${each.id}`)}>
                  <InItsLanguage text={each.title || '–'} language={each.wordsLanguage} />
                </a>{' '}
                · {t(m(`proposal.${each.state}`))}
              </li>
            ))}
          </ul>
        )}
        <p>
          <ButtonLink look="secondary" href={href(`${base}/proposals/new`)}>
            {t(m('proposal-new.title'))}
          </ButtonLink>
        </p>
      </Stack>
    </Section>
  )
}

function Filters({ call, filter }: BrowseProps) {
  const { t, href, language } = call
  const isNarrowed = filter.country !== null || filter.mode !== null || filter.paid
  return (
    <FilterBar
      language={language}
      action={href(base)}
      search={{ value: filter.q, label: t(m('browse.search')) }}
      clearHref={isNarrowed || filter.q !== '' ? href(base) : undefined}
    >
      <Field
        kind="select"
        language={language}
        name="country"
        label={t(m('field.country'))}
        value={filter.country ?? ''}
        required={false}
        options={countryOptions(language)
          .filter(({ code }) => ['CN', 'TH', 'KR', 'FR'].includes(code))
          .map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Field
        kind="select"
        language={language}
        name="mode"
        label={t(m('field.mode'))}
        value={filter.mode ?? ''}
        required={false}
        options={positionModes.map((mode) => ({ value: mode, label: t(m(`mode.${mode}`)) }))}
      />
      <Field
        kind="checkbox"
        language={language}
        name="paid"
        value="yes"
        label={t(m('browse.paid'))}
        checked={filter.paid}
        required={false}
      />
    </FilterBar>
  )
}

const permissionTones = {
  yes: 'done',
  conditions: 'info',
  unknown: 'attention',
  no: 'harm',
} as const

function PositionCard({ call, position, permissions }: BrowseProps & { position: PositionRow }) {
  const { t, href, language } = call
  const permission = permissions.get(position.id)
  return (
    <Card
      title={<Local language={call.language} text={position.titles} />}
      href={href(`${base}/positions/${position.id}`)}
      band={position.hostId}
      kicker={
        <span>
          <Typed>{position.host}</Typed>
          {` · ${placeText(position, call)}`}
        </span>
      }
      meta={
        permission && (
          <StateTag tone={permissionTones[permission]}>{t(m(`permission.${permission}`))}</StateTag>
        )
      }
      footer={
        position.roundId === null
          ? t(m('browse.apply-by', { day: dayText(position.applyBy, call) }))
          : t(m('round.in-round'))
      }
    >
      <p>
        {[
          periodText(position, call),
          t(m(`mode.${position.mode}`)),
          t(m('hours-week', { hours: formatNumber(position.hoursPerWeek, language) })),
        ].join(' · ')}
      </p>
      <p>{[languageText(position, language), stipendText(position, call)].join(' · ')}</p>
    </Card>
  )
}

function OwnApplications({ call, own }: BrowseProps) {
  const { t, href, language } = call
  return (
    <Section title={t(m('own.title'))} id="own">
      <Table<ApplicationRow>
        language={language}
        caption={t(m('own.title'))}
        captionHidden
        rows={own}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`${base}/applications/${id}`)}
        rowLabel={({ titles }) => localised(titles, language).text}
        columns={[
          {
            key: 'position',
            label: t(m('field.position')),
            primary: true,
            cell: ({ titles }) => <Local language={call.language} text={titles} />,
          },
          { key: 'host', label: t(m('field.host')), cell: ({ host }) => <Typed>{host}</Typed> },
          {
            key: 'state',
            label: t(m('field.state')),
            kind: 'state',
            cell: ({ state }) => (
              <StateTag tone={applicationTones[state]}>{t(m(`application.${state}`))}</StateTag>
            ),
          },
          {
            key: 'until',
            label: t(m('field.answer-by')),
            cell: ({ state, answerBy }) =>
              state === 'offered' && answerBy ? dayText(answerBy, call) : '–',
          },
        ]}
      />
    </Section>
  )
}
