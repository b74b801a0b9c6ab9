import type { Frame, HomePart } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { formatNumber, labelled } from '#kernel/values'
import {
  address,
  ButtonLink,
  Card,
  Cloth,
  EmptyState,
  Figure,
  Grid,
  Heading,
  InItsLanguage,
  Page,
  Section,
  Split,
  Stack,
  Timeline,
  type TimelineEntry,
} from '#ui'
import { AwayNotice } from '../inbox/pages.tsx'
import type { InboxRow } from '../inbox/rows.ts'
import { Due } from '../inbox/task-table.tsx'
import { m } from '../messages/index.ts'
import type { Journey } from '../story/cloth.ts'

interface PersonalHomeProps {
  frame: Frame
  t: Translate
  name: string
  away: readonly string[]
  tasks: readonly InboxRow[]
  counts: { open: number; overdue: number }
  journey: Journey
  journeyHref: string
  story: readonly TimelineEntry[]
  /** What stands with the reader's work, by the modules that know it. */
  parts: readonly HomePart[]
  href: (path: string) => string
}

/** What waits for the reader, the journey so far, and what was last recorded about them. */
export function PersonalHomePage(props: PersonalHomeProps) {
  const { frame, t, counts } = props
  return (
    <Page frame={frame} title={t(m('frame.home'))}>
      <Heading level={1} lead={t(m('personal.lead', counts))}>
        {props.name}
      </Heading>
      <AwayNotice frame={frame} t={t} away={props.away} />
      {props.journey.steps.length === 0 ? (
        <Waiting {...props} />
      ) : (
        <Split main={<Waiting {...props} />} aside={<Way {...props} />} />
      )}
      {props.parts.map((part) => (
        <Work key={part.id} part={part} {...props} />
      ))}
      {props.story.length > 0 && (
        <Section title={t(m('personal.story'))} id="story">
          <Timeline label={t(m('personal.story'))} entries={props.story} />
        </Section>
      )}
    </Page>
  )
}

function Waiting({ frame, t, tasks, counts }: PersonalHomeProps) {
  return (
    <Section
      title={t(m('personal.waiting'))}
      id="waiting"
      actions={
        counts.open > tasks.length && (
          <ButtonLink look="quiet" small href={address(frame.language, '/inbox')}>
            {t(m('personal.all', { count: counts.open }))}
          </ButtonLink>
        )
      }
    >
      {tasks.length === 0 ? (
        <EmptyState title={t(m('inbox.empty.open.title'))} why={t(m('inbox.empty.open.why'))} />
      ) : (
        <Stack>
          {tasks.map((task) => (
            <Card
              key={task.id}
              title={task.subject}
              href={task.href}
              kicker={task.organisation}
              meta={<Due t={t} row={task} />}
            >
              {task.who || task.what ? (
                <p>
                  {task.who}
                  {task.who && task.what && ' · '}
                  {task.what && <InItsLanguage {...task.what} />}
                </p>
              ) : null}
            </Card>
          ))}
        </Stack>
      )}
    </Section>
  )
}

/** What stands with one part of the reader's work: how much, and what is nearest its day. */
function Work({ part, t, frame, href }: PersonalHomeProps & { part: HomePart }) {
  return (
    <Section
      title={t(part.title)}
      id={part.id}
      actions={
        part.all && (
          <ButtonLink look="quiet" small href={href(part.all.href)}>
            {t(part.all.label)}
          </ButtonLink>
        )
      }
    >
      {part.figures.length > 0 && (
        <Grid size="small">
          {part.figures.map((figure) => (
            <Figure
              key={figure.href + figure.label.key}
              value={formatNumber(figure.value, frame.language)}
              label={<a href={href(figure.href)}>{t(figure.label)}</a>}
            />
          ))}
        </Grid>
      )}
      {part.lines.length > 0 && (
        <ul class="home-lines">
          {part.lines.map((line) => (
            <li key={line.href}>
              <a href={href(line.href)}>
                {line.language === undefined ? (
                  t(line.text)
                ) : (
                  <InItsLanguage text={t(line.text)} language={line.language} />
                )}
              </a>
              {line.detail && <span class="quiet">{t(line.detail)}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Way({ frame, t, name, journey, journeyHref }: PersonalHomeProps) {
  const last = journey.steps.at(-1)
  return (
    <Section title={t(m('journey.own'))} id="journey">
      <Cloth
        language={frame.language}
        size="band"
        label={t(m('journey.of', { name }))}
        threads={journey.threads}
        crossings={journey.steps.map(({ crossing }) => crossing)}
      />
      {last && <p>{labelled(last.crossing.date, last.crossing.label, frame.language)}</p>}
      <ButtonLink look="secondary" href={journeyHref}>
        {t(m('personal.journey'))}
      </ButtonLink>
    </Section>
  )
}
