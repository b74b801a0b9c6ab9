import { type Scene } from '#kernel/http'
import {
  ButtonLink,
  Card,
  type Column,
  EmptyState,
  Grid,
  Heading,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import type { CallRow } from '../queries/calls.ts'
import { stageOf } from '../rules/timeline.ts'
import { instantOf, localText, stageState } from './scene.tsx'
import { applicationState } from './application-words.tsx'

interface BrowseProps {
  scene: Scene
  calls: readonly CallRow[]
  own: readonly ApplicationRow[]
  mayOffice: boolean
}

/** The calls that everybody may read, and the reader's own applications before them. */
export function BrowsePage(props: BrowseProps) {
  const { scene, calls, own, mayOffice } = props
  const { t, href } = scene
  const current = calls.filter((call) => isCurrent(scene, call))
  const past = calls.filter((call) => !isCurrent(scene, call))
  const office = mayOffice && (
    <ButtonLink href={href('/calls/office')} look="secondary">
      {t(m('office.title'))}
    </ButtonLink>
  )
  return (
    <Page frame={scene.frame} title={t(m('browse.title'))}>
      <Heading level={1} lead={t(m('browse.lead'))} actions={office}>
        {t(m('browse.title'))}
      </Heading>
      <Stack gap="wide">
        {own.length > 0 && <OwnApplications {...props} />}
        <Section title={t(m('browse.current'))} id="current">
          {current.length === 0 ? (
            <EmptyState title={t(m('browse.none'))} why={t(m('browse.none-why'))} />
          ) : (
            <Grid>
              {current.map((call) => (
                <CallCard key={call.id} scene={scene} call={call} />
              ))}
            </Grid>
          )}
        </Section>
        {past.length > 0 && (
          <Section title={t(m('browse.past'))} id="past">
            <Grid>
              {past.map((call) => (
                <CallCard key={call.id} scene={scene} call={call} />
              ))}
            </Grid>
          </Section>
        )}
      </Stack>
    </Page>
  )
}

function isCurrent({ now }: Scene, call: CallRow): boolean {
  return ['announced', 'open'].includes(stageOf(call, now))
}

function CallCard({ scene, call }: { scene: Scene; call: CallRow }) {
  const { t, href, now } = scene
  const stage = stageOf(call, now)
  const { tone, label } = stageState(scene, stage)
  const when =
    stage === 'announced'
      ? m('browse.opens', { at: instantOf(scene, call.opens_at) })
      : m(stage === 'open' ? 'browse.closes' : 'browse.closed', {
          at: instantOf(scene, call.closes_at),
        })
  return (
    <Card
      title={<Local language={scene.language} text={call.titles} />}
      href={href(`/calls/${call.id}`)}
      band={call.id}
      kicker={<Local language={scene.language} text={call.organisation} />}
      meta={<StateTag tone={tone}>{label}</StateTag>}
      footer={t(when)}
    />
  )
}

function OwnApplications({ scene, own }: BrowseProps) {
  const { t, href, language } = scene
  const columns: Column<ApplicationRow>[] = [
    {
      key: 'call',
      label: t(m('field.call')),
      primary: true,
      cell: (row) => <Local language={scene.language} text={row.titles} />,
    },
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state',
      cell: (row) => {
        const { tone, label } = applicationState(scene, row)
        return <StateTag tone={tone}>{label}</StateTag>
      },
    },
    {
      key: 'until',
      label: t(m('field.until')),
      cell: (row) => t(nextMoment(scene, row)),
    },
  ]
  return (
    <Section title={t(m('own.title'))} id="own">
      <Table
        language={language}
        caption={t(m('own.title'))}
        captionHidden
        columns={columns}
        rows={own}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`/applications/${id}`)}
        rowLabel={({ titles }) => localText(scene, titles)}
      />
    </Section>
  )
}

/** What is next for an applicant, and when. */
function nextMoment(scene: Scene, row: ApplicationRow) {
  if (row.state === 'draft') return m('own.send-by', { at: instantOf(scene, row.closes_at) })
  if (row.state === 'withdrawn') return m('own.nothing-next')
  if (row.call_state !== 'told') return m('own.results', { at: instantOf(scene, row.results_at) })
  return row.outcome === 'accepted' && row.reply === null
    ? m('own.reply-by', { at: instantOf(scene, row.reply_due_at) })
    : m('own.nothing-next')
}
