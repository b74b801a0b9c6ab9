import { type Scene } from '#kernel/http'
import { displayName } from '#kernel/values'
import { ObjectStrip, Page, Section, Stack, Table, Timeline, Typed, FormAlert, Local } from '#ui'
import { m } from '../messages/index.ts'
import type { ApplicationRow, decisionsOf } from '../queries/applications.ts'
import type { reviewsOf } from '../queries/reviews.ts'
import { OfficeAppeal } from './appeals.tsx'
import { Answers, type ApplicationPageProps } from './application.tsx'
import { ReadReferences } from './references.tsx'
import { instantOf, localText, reasonMessage } from './scene.tsx'

type History = Awaited<ReturnType<typeof decisionsOf>>

interface ReadingPageProps extends ApplicationPageProps {
  mayDecideAppeal: boolean
  isOwnDecision: boolean
  history: History
  reviews: Awaited<ReturnType<typeof reviewsOf>>
}

/** An application for those who decide: who it is of, everything that was answered, and what was decided when. */
export function ReadingPage(props: ReadingPageProps) {
  const { scene, application, history } = props
  const { t, href, language } = scene
  const name = displayName(application.name, language)
  const list = `/calls/${application.call_id}/applications`
  return (
    <Page
      frame={scene.frame}
      title={name}
      trail={[
        { href: href('/calls/office'), label: t(m('office.title')) },
        { href: href(list), label: localText(scene, application.titles) },
      ]}
      alert={<FormAlert language={scene.language} form={props.form} />}
    >
      <ObjectStrip
        language={language}
        kind={t(m('own.kind'))}
        title={name}
        detail={t(m('own.number', { number: application.number ?? 0 }))}
        state={stateFor(scene, application)}
        until={instantOf(scene, application.results_at)}
      />
      <Stack gap="wide">
        <OfficeAppeal
          {...props}
          mayDecide={props.mayDecideAppeal}
          isOwnDecision={props.isOwnDecision}
        />
        <Answers {...props} />
        {application.definition.references && (
          <ReadReferences
            scene={scene}
            each={application.definition.references.each}
            references={props.references}
          />
        )}
        {props.reviews.length > 0 && <Reviews {...props} />}
        {history.length > 0 && (
          <HistoryList scene={scene} application={application} history={history} />
        )}
      </Stack>
    </Page>
  )
}

function Reviews({ scene, application, reviews }: ReadingPageProps) {
  const { t, language } = scene
  const criteria = application.definition.review?.criteria ?? []
  return (
    <Section title={t(m('reading.reviews'))} id="reviews">
      <Table
        language={language}
        caption={t(m('reading.reviews'))}
        captionHidden
        columns={[
          {
            key: 'name',
            label: t(m('reviewers.name')),
            primary: true,
            cell: ({ name }) => displayName(name, language),
          },
          ...criteria.map(({ id, label }) => ({
            key: id,
            label: localText(scene, label),
            kind: 'number' as const,
            cell: ({ points }: (typeof reviews)[number]) => points[id] ?? '–',
          })),
          {
            key: 'remark',
            label: t(m('review.remark')),
            cell: ({ remark, state }) =>
              state === 'declined' ? (
                <span class="quiet">{t(m('reviewers.declined'))}</span>
              ) : (
                <Typed>{remark}</Typed>
              ),
          },
        ]}
        rows={reviews}
        rowKey={({ id }) => id}
      />
    </Section>
  )
}

function stateFor({ t }: Scene, { state, outcome, reply }: ApplicationRow) {
  if (state === 'withdrawn') return { tone: 'neutral' as const, label: t(m('state.withdrawn')) }
  if (outcome === null) return { tone: 'attention' as const, label: t(m('outcome.none')) }
  const label = reply === null ? t(m(`outcome.${outcome}`)) : t(m(`reply.${reply}`))
  return { tone: outcome === 'accepted' ? ('done' as const) : ('info' as const), label }
}

function HistoryList({
  scene,
  application,
  history,
}: {
  scene: Scene
  application: ApplicationRow
  history: History
}) {
  const { t, language } = scene
  const { destinations } = application.definition
  return (
    <Section title={t(m('history.title'))} id="history">
      <Timeline
        label={t(m('history.title'))}
        entries={history.map((each) => {
          const destination = destinations.find(({ id }) => id === each.destination_id)
          const reason = reasonMessage(each.reason)
          return {
            at: each.decided_at.toISOString(),
            when: instantOf(scene, each.decided_at),
            what: (
              <>
                {t(m(`outcome.${each.outcome ?? 'none'}`))}
                {destination && ' · '}
                {destination && <Local language={scene.language} text={destination.name} />}
              </>
            ),
            who: each.name === null ? undefined : displayName(each.name, language),
            detail: reason && <p>{t(reason)}</p>,
          }
        })}
      />
    </Section>
  )
}
