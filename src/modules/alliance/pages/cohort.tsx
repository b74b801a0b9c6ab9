import { displayName, formatNumber, formatYear } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Form,
  Heading,
  Section,
  StateTag,
  Table,
  type Tone,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CohortMemberRow, CohortPage } from '../queries/programmes.ts'
import type { CohortState } from '../schema.ts'
import {
  day,
  type FormState,
  Framed,
  Named,
  nameText,
  partOf,
  period,
  type Scene,
  asker,
} from './scene.tsx'

const tones: Record<CohortState, Tone> = { active: 'info', completed: 'done', left: 'quiet' }

interface CohortProps {
  scene: Scene
  cohort: CohortPage
  form: FormState
  mayChange: boolean
  /** Who can send a participant; asked only of those who may take one in. */
  organisations: readonly { id: string; name: string }[]
}

/** The participants of a year with what each has reached; an office sees its own people only. */
export function CohortYearPage(props: CohortProps) {
  const { scene, cohort, form, mayChange } = props
  const { t, href, language } = scene
  const path = `/programmes/${cohort.programme_id}/years/${cohort.id}`
  const title = t(
    m('cohort.title', {
      programme: nameText(scene, cohort.names),
      year: formatYear(cohort.year, language),
    }),
  )
  return (
    <Framed
      scene={scene}
      title={title}
      wide
      form={form}
      trail={[
        { href: href('/programmes'), label: t(m('programmes.title')) },
        { href: href(`/programmes/${cohort.programme_id}`), label: nameText(scene, cohort.names) },
      ]}
    >
      <Heading
        level={1}
        kicker={cohort.code}
        lead={period(scene, cohort.starts_on, cohort.ends_on)}
        actions={<CohortActions {...props} path={path} />}
      >
        {title}
      </Heading>
      <Table
        language={language}
        caption={t(m('cohort.participants'))}
        captionHidden
        columns={columnsFor(scene, cohort)}
        rows={cohort.members}
        rowKey={(member) => member.id}
        rowLabel={(member) => displayName(member.name, language)}
        keyboard
        select={mayChange ? marking(scene, href(`${path}/participants`)) : undefined}
        empty={
          <EmptyState
            title={t(m('cohort.none'))}
            why={t(m('cohort.none-why'))}
            action={
              mayChange && (
                <ButtonLink href={href(`${path}/import`)}>{t(m('cohort.import'))}</ButtonLink>
              )
            }
          />
        }
      />
      {mayChange && cohort.members.length > 0 && (
        <RecordStep scene={scene} cohort={cohort} form={form} action={href(`${path}/steps`)} />
      )}
      {mayChange && <AddParticipant {...props} action={href(`${path}/participants/new`)} />}
    </Framed>
  )
}

function CohortActions({ scene, cohort, mayChange, path }: CohortProps & { path: string }) {
  const { t, href } = scene
  return (
    <ButtonGroup>
      {mayChange && (
        <ButtonLink look="secondary" icon="upload" href={href(`${path}/import`)}>
          {t(m('cohort.import'))}
        </ButtonLink>
      )}
      {cohort.members.length > 0 && (
        <ButtonLink look="quiet" icon="download" href={href(`${path}/table`)}>
          {t(m('action.download'))}
        </ButtonLink>
      )}
    </ButtonGroup>
  )
}

/** The buttons that say where the chosen participants stand. */
function marking(scene: Scene, action: string) {
  return {
    action,
    csrf: scene.frame.csrf,
    name: 'keys[]',
    actions: (['completed', 'left', 'active'] as const).map((state) => ({
      name: 'state',
      value: state,
      label: scene.t(m(`cohort.mark-${state}`)),
    })),
  }
}

function columnsFor(scene: Scene, cohort: CohortPage): Column<CohortMemberRow>[] {
  const { t, language } = scene
  return [
    {
      key: 'name',
      label: t(m('field.name')),
      primary: true,
      cell: (member) => displayName(member.name, language),
    },
    {
      key: 'organisation',
      label: t(m('field.organisation')),
      cell: (member) => <Named scene={scene} names={member.organisation.names} />,
    },
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state',
      cell: (member) => (
        <StateTag tone={tones[member.state]}>{t(m(`cohort-state.${member.state}`))}</StateTag>
      ),
    },
    {
      key: 'reached',
      label: t(m('cohort.reached')),
      kind: 'number',
      cell: (member) =>
        t(
          m('cohort.reached-of', {
            reached: member.standing.reached.length,
            total: cohort.steps.length,
          }),
        ),
    },
    {
      key: 'next',
      label: t(m('cohort.next')),
      cell: (member) => {
        const step = cohort.steps.find((each) => each.kind === member.standing.next)
        return member.state === 'active' && step ? <Named scene={scene} names={step.names} /> : '–'
      },
    },
    {
      key: 'credit',
      label: t(m('field.recognised-credit')),
      kind: 'number',
      cell: (member) => (member.credit === null ? '–' : formatNumber(member.credit, language)),
    },
    {
      key: 'joined',
      label: t(m('cohort.joined')),
      kind: 'date',
      cell: (member) => day(scene, member.joinedOn),
    },
  ]
}

interface RecordProps {
  scene: Scene
  cohort: CohortPage
  form: FormState
  action: string
}

function RecordStep({ scene, cohort, form, action }: RecordProps) {
  const ask = asker(scene, form, 'step')
  const { t, language } = scene
  return (
    <Section
      title={t(m('cohort.record-step'))}
      id="record-step"
      lead={t(m('cohort.record-step-lead'))}
    >
      <Form action={action} csrf={scene.frame.csrf} hidden={partOf('step')}>
        {ask('select', 'kind', m('cohort.step'), {
          options: cohort.steps.map((step) => ({
            value: step.kind,
            label: nameText(scene, step.names),
          })),
        })}
        {ask('date', 'on', m('cohort.reached-on'), { width: 'short' })}
        {ask('checkboxes', 'keys[]', m('cohort.participants'), {
          options: cohort.members
            .filter((member) => member.state === 'active')
            .map((member) => ({ value: member.id, label: displayName(member.name, language) })),
        })}
        <ButtonGroup>
          <Button>{t(m('cohort.record-step'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

/** One person joins by hand: the office names them by what stands on their papers. */
function AddParticipant({ scene, form, organisations, action }: CohortProps & { action: string }) {
  const ask = asker(scene, form, 'join')
  const { t } = scene
  return (
    <Section title={t(m('cohort.add'))} id="add-participant" lead={t(m('cohort.add-lead'))}>
      <Form action={action} csrf={scene.frame.csrf} hidden={partOf('join')}>
        {ask('select', 'organisationId', m('cohort.sent-by'), {
          options: organisations.map(({ id, name }) => ({ value: id, label: name })),
        })}
        {ask('text', 'who', m('cohort.who'), { hint: m('hint.cohort-who'), width: 'medium' })}
        {ask('date', 'joinedOn', m('cohort.joined'), { width: 'short' })}
        <ButtonGroup>
          <Button>{t(m('cohort.add'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}
