import type { FormState, Scene } from '#kernel/http'
import { type Language, localised, sortByText } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  DescriptionList,
  Form,
  Notice,
  ObjectStrip,
  Page,
  Prose,
  Section,
  Stack,
  Steps,
  Table,
  languageNames,
  FormAlert,
  Local,
  Paragraphs,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import type { CallRow } from '../queries/calls.ts'
import type { Verdict } from '../rules/eligibility.ts'
import { type Destination, stepsOf } from '../rules/questions.ts'
import { graceMinutes, stageOf } from '../rules/timeline.ts'
import { ruleText, VerdictList } from './application-words.tsx'
import { awardColumns } from './funds.tsx'
import { instantOf, localText, stageState } from './scene.tsx'

interface CallPageProps {
  scene: Scene
  call: CallRow
  /** The reader's application, where there is one. */
  own: ApplicationRow | null
  /** How the rules turn out for the reader; null for whoever is not signed in. */
  verdicts: readonly Verdict[] | null
  mayEdit: boolean
  maySelect: boolean
  form: FormState
}

/** A call as everybody reads it, and the way to apply. */
export function CallPage(props: CallPageProps) {
  const { scene, call, form } = props
  const { t, href, language, now } = scene
  const stage = stageOf(call, now)
  return (
    <Page
      frame={scene.frame}
      title={localText(scene, call.titles)}
      trail={[{ href: href('/calls'), label: t(m('browse.title')) }]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <ObjectStrip
        language={language}
        kind={<Local language={scene.language} text={call.organisation} />}
        title={<Local language={scene.language} text={call.titles} />}
        state={stageState(scene, stage)}
        next={t(m(`next.${stage}`))}
        until={untilOf(props)}
        actions={<OfficeLinks {...props} />}
      />
      <Stack gap="wide">
        <Apply {...props} />
        <Prose>
          <Paragraphs language={scene.language} text={call.summaries} />
        </Prose>
        <Timeline {...props} />
        {call.definition.destinations.length > 0 && <Destinations {...props} />}
        <WhoMayApply {...props} />
        <WhatIsAsked {...props} />
      </Stack>
    </Page>
  )
}

function untilOf({ scene, call }: CallPageProps): string | undefined {
  const moments = { announced: call.opens_at, open: call.closes_at, closed: call.results_at }
  const stage = stageOf(call, scene.now)
  const at = stage === 'decided' ? call.results_at : moments[stage as keyof typeof moments]
  return at ? instantOf(scene, at) : undefined
}

function OfficeLinks({ scene, call, mayEdit, maySelect }: CallPageProps) {
  const { t, href } = scene
  if (!mayEdit && !maySelect) return null
  return (
    <ButtonGroup>
      {mayEdit && (
        <ButtonLink href={href(`/calls/${call.id}/edit`)} look="secondary">
          {t(m('edit.open'))}
        </ButtonLink>
      )}
      {maySelect && call.state !== 'draft' && (
        <ButtonLink href={href(`/calls/${call.id}/applications`)} look="secondary">
          {t(m('list.title'))}
        </ButtonLink>
      )}
    </ButtonGroup>
  )
}

function Apply({ scene, call, own, verdicts }: CallPageProps) {
  const { t, href, frame, now } = scene
  const stage = stageOf(call, now)
  if (call.state === 'draft') return <Notice tone="info">{t(m('call.preview'))}</Notice>
  if (own) {
    const label = own.state === 'draft' && stage === 'open' ? m('apply.go-on') : m('apply.see')
    return (
      <ButtonGroup>
        <ButtonLink href={href(`/applications/${own.id}`)}>{t(label)}</ButtonLink>
      </ButtonGroup>
    )
  }
  if (stage !== 'open') return null
  if (verdicts?.some(({ holds }) => holds === false)) {
    return <Notice tone="attention">{t(m('apply.not-eligible'))}</Notice>
  }
  if (!frame.person) {
    const next = href(`/calls/${call.id}`)
    return (
      <ButtonGroup>
        <ButtonLink href={href('/sign-in', { next })}>{t(m('apply.sign-in'))}</ButtonLink>
      </ButtonGroup>
    )
  }
  return (
    <Form action={href(`/calls/${call.id}/application`)} csrf={frame.csrf}>
      <ButtonGroup>
        <Button>{t(m('apply.begin'))}</Button>
      </ButtonGroup>
    </Form>
  )
}

function Timeline({ scene, call }: CallPageProps) {
  const { t, language, now } = scene
  const moments = [
    ['opens', call.opens_at],
    ['closes', call.closes_at],
    ['results', call.results_at],
  ] as const
  const next = moments.findIndex(([, at]) => at !== null && at > now)
  return (
    <Section
      title={t(m('call.timeline'))}
      id="timeline"
      lead={t(m('call.timeline-lead', { minutes: graceMinutes }))}
    >
      <Steps
        language={language}
        label={t(m('call.timeline'))}
        steps={moments.map(([key, at], place) => ({
          label: t(m(`moment.${key}`)),
          detail: instantOf(scene, at),
          state: next < 0 || place < next ? 'done' : place === next ? 'current' : 'later',
        }))}
      />
    </Section>
  )
}

function Destinations({ scene, call }: CallPageProps) {
  const { t, language } = scene
  const columns: Column<Destination>[] = [
    {
      key: 'name',
      label: t(m('field.destination')),
      primary: true,
      cell: ({ name }) => <Local language={scene.language} text={name} />,
    },
    {
      key: 'seats',
      label: t(m('field.seats')),
      kind: 'number',
      cell: ({ seats }) => seats,
    },
    ...awardColumns(scene, call),
  ]
  return (
    <Section title={t(m('call.destinations'))} id="destinations">
      <Table
        language={language}
        caption={t(m('call.destinations'))}
        captionHidden
        columns={columns}
        rows={sortByText(call.definition.destinations, language, ({ name }) =>
          localText(scene, name),
        )}
        rowKey={({ id }) => id}
      />
    </Section>
  )
}

function WhoMayApply({ scene, call, verdicts }: CallPageProps) {
  const { t } = scene
  const { definition } = call
  return (
    <Section title={t(m('call.who'))} id="who">
      {definition.eligibility.length === 0 ? (
        <p>{t(m('call.everybody'))}</p>
      ) : verdicts ? (
        <VerdictList scene={scene} verdicts={verdicts} definition={definition} />
      ) : (
        <Prose>
          <ul>
            {definition.eligibility.map((rule, index) => (
              <li key={index}>{ruleText(scene, rule, definition)}</li>
            ))}
          </ul>
        </Prose>
      )}
    </Section>
  )
}

function WhatIsAsked({ scene, call }: CallPageProps) {
  const { t } = scene
  const steps = stepsOf(call.definition)
  if (steps.length === 0) return null
  return (
    <Section title={t(m('call.asked'))} id="asked">
      <DescriptionList
        items={[
          {
            term: t(m('field.languages')),
            value: call.languages.map((each) => languageNames[each as Language]).join(' · '),
          },
          {
            term: t(m('field.decided-by')),
            value: t(m(`decide.${call.decide_by}`)),
          },
        ]}
      />
      <Prose>
        <ol>
          {steps.flatMap(({ questions }) =>
            questions.map((question) => (
              <li key={question.id}>
                <Local language={scene.language} text={question.label} />
                {!question.required && <span class="quiet"> {t(m('call.optional'))}</span>}
              </li>
            )),
          )}
        </ol>
      </Prose>
    </Section>
  )
}

/** The name of a step: its own, or its number. */
export function stepName(scene: Scene, title: Record<string, string>, place: number): string {
  const { text } = localised(title, scene.language)
  return text === '' ? scene.t(m('step.number', { number: place + 1 })) : text
}
