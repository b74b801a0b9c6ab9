import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import {
  ButtonGroup,
  ButtonLink,
  Cloth,
  EmptyState,
  Heading,
  Page,
  Section,
  StateTag,
  Timeline,
  type TimelineEntry,
} from '#ui'
import { m } from '../messages/index.ts'
import type { Journey } from './cloth.ts'

interface JourneyProps {
  frame: Frame
  t: Translate
  name: string
  own: boolean
  journey: Journey
  story: readonly TimelineEntry[]
  older: string | null
  latest: string | null
}

/** A person's journey: the cloth, whose rows are the list, and under it what the chronicle tells. */
export function JourneyPage(props: JourneyProps) {
  const { frame, t, name, journey, story } = props
  const title = t(props.own ? m('journey.own') : m('journey.of', { name }))
  return (
    <Page frame={frame} title={title}>
      <Heading level={1} kicker={props.own ? name : t(m('journey.kicker'))} lead={lead(props)}>
        {title}
      </Heading>
      {journey.steps.length === 0 ? (
        <EmptyState title={t(m('journey.empty.title'))} why={t(m('journey.empty.why'))} />
      ) : (
        <div class="section">
          <Cloth
            language={frame.language}
            label={t(m('journey.of', { name }))}
            threads={journey.threads}
            crossings={journey.steps.map(({ crossing, state }) => ({
              ...crossing,
              detail: state && <StateTag tone={state.tone}>{state.label}</StateTag>,
            }))}
          />
        </div>
      )}
      <Section title={t(m('story.title'))} id="story" lead={t(m('story.lead'))}>
        {story.length === 0 ? (
          <EmptyState title={t(m('story.empty.title'))} why={t(m('story.empty.why'))} />
        ) : (
          <Timeline label={t(m('story.title'))} entries={story} />
        )}
        <ButtonGroup>
          {props.latest && (
            <ButtonLink look="quiet" href={props.latest}>
              {t(m('story.latest'))}
            </ButtonLink>
          )}
          {props.older && (
            <ButtonLink look="secondary" href={props.older}>
              {t(m('story.older'))}
            </ButtonLink>
          )}
        </ButtonGroup>
      </Section>
    </Page>
  )
}

function lead({ t, journey }: JourneyProps): string | undefined {
  if (journey.steps.length === 0) return undefined
  return t(m('journey.lead', { steps: journey.told, institutions: journey.threads.length }))
}
