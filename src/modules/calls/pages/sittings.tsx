import type { FormState, Scene } from '#kernel/http'
import { displayName, formatDate, type PersonName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  type Column,
  EmptyState,
  Field,
  Fold,
  Form,
  FormAlert,
  Heading,
  Local,
  Notice,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CallRow } from '../queries/calls.ts'
import type { ListedSitting } from '../queries/sittings.ts'
import { localText } from './scene.tsx'

interface SittingsPageProps {
  scene: Scene
  call: CallRow
  sittings: readonly ListedSitting[]
  possible: readonly { id: string; name: PersonName }[]
  waiver: string | null
  /** The members that were chosen. */
  members: readonly string[]
  form: FormState
}

/** The sittings of a call's committee, and the form that plans one. */
export function SittingsPage(props: SittingsPageProps) {
  const { scene, call, form } = props
  const { t, href } = scene
  const list = `/calls/${call.id}/applications`
  return (
    <Page
      frame={scene.frame}
      title={t(m('sitting.title'))}
      trail={[
        { href: href('/calls/office'), label: t(m('office.title')) },
        { href: href(list), label: localText(scene, call.titles) },
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
      wide
    >
      <Heading
        level={1}
        kicker={<Local language={scene.language} text={call.titles} />}
        lead={t(m('sitting.lead'))}
      >
        {t(m('sitting.title'))}
      </Heading>
      <Stack gap="wide">
        <SittingTable {...props} />
        {call.state === 'published' && (
          <>
            <Section title={t(m('sitting.plan'))} id="plan">
              <SittingForm
                {...props}
                action={href(`/calls/${call.id}/sittings`)}
                does={t(m('sitting.plan'))}
              />
            </Section>
            <Waiver {...props} />
          </>
        )}
      </Stack>
    </Page>
  )
}

function SittingTable({ scene, sittings }: SittingsPageProps) {
  const { t, language, href } = scene
  const columns: Column<ListedSitting>[] = [
    {
      key: 'held',
      label: t(m('sitting.held')),
      primary: true,
      cell: ({ held_on: day }) => formatDate(day, language),
    },
    { key: 'place', label: t(m('sitting.place')), cell: ({ place }) => <Typed>{place}</Typed> },
    {
      key: 'chair',
      label: t(m('sitting.chair')),
      cell: ({ chair }) => displayName(chair, language),
    },
    {
      key: 'recorded',
      label: t(m('sitting.recorded-count')),
      kind: 'number',
      cell: ({ recorded, items }) => t(m('sitting.recorded-of', { recorded, items })),
    },
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state',
      cell: ({ state }) => <SittingState scene={scene} state={state} />,
    },
  ]
  return (
    <Table
      language={language}
      caption={t(m('sitting.title'))}
      captionHidden
      columns={columns}
      rows={sittings}
      rowKey={({ id }) => id}
      rowHref={({ id }) => href(`/sittings/${id}`)}
      rowLabel={({ held_on: day }) => formatDate(day, language)}
      keyboard
      empty={<EmptyState title={t(m('sitting.none'))} why={t(m('sitting.none-why'))} />}
    />
  )
}

function SittingState({ scene, state }: { scene: Scene; state: 'planned' | 'approved' }) {
  return (
    <StateTag tone={state === 'approved' ? 'done' : 'attention'}>
      {scene.t(m(`sitting.state.${state}`))}
    </StateTag>
  )
}

interface SittingFormProps {
  scene: Scene
  possible: SittingsPageProps['possible']
  members: readonly string[]
  form: FormState
  action: string
  does: string
  hidden?: Record<string, string>
}

/** Day, place, chair, minute-taker and members of a sitting. */
export function SittingForm({
  scene,
  possible,
  members,
  form,
  action,
  does,
  hidden,
}: SittingFormProps) {
  const { t, language, frame } = scene
  const people = possible.map(({ id: value, name }) => ({
    value,
    label: displayName(name, language),
  }))
  const shared = (name: string) => ({
    language,
    name,
    value: form.values[name] ?? '',
    error: form.errors[name],
  })
  return (
    <Form action={action} csrf={frame.csrf} {...(hidden ? { hidden } : {})}>
      <Field {...shared('heldOn')} kind="date" label={t(m('sitting.held'))} width="short" />
      <Field
        {...shared('place')}
        kind="text"
        label={t(m('sitting.place'))}
        maxlength={300}
        required={false}
      />
      <Field
        {...shared('chair')}
        kind="select"
        label={t(m('sitting.chair'))}
        options={people}
        width="medium"
      />
      <Field
        {...shared('secretary')}
        kind="select"
        label={t(m('sitting.secretary'))}
        options={people}
        width="medium"
      />
      <Field
        kind="checkboxes"
        language={language}
        name="member"
        label={t(m('sitting.members'))}
        hint={t(m('sitting.members-hint'))}
        value={members}
        options={people}
        required={false}
      />
      <ButtonGroup>
        <Button look="secondary">{does}</Button>
      </ButtonGroup>
    </Form>
  )
}

/** Why members of the applicants' own institution may vote. */
function Waiver({ scene, call, waiver, form }: SittingsPageProps) {
  const { t, language, href, frame } = scene
  return (
    <Section title={t(m('sitting.waiver'))} id="waiver" lead={t(m('sitting.waiver-lead'))}>
      {waiver !== null && (
        <Notice tone="info" title={t(m('waiver.given'))}>
          <Typed>{waiver}</Typed>
        </Notice>
      )}
      <Fold
        summary={t(m('waiver.do'))}
        open={waiver === null || form.errors['waiver'] !== undefined}
      >
        <Form action={href(`/calls/${call.id}/sittings/waiver`)} csrf={frame.csrf}>
          <Field
            kind="textarea"
            language={language}
            name="waiver"
            label={t(m('waiver.reason'))}
            rows={2}
            maxlength={2000}
            value={form.values['waiver'] ?? ''}
            error={form.errors['waiver']}
          />
          <ButtonGroup>
            <Button look="secondary">{t(m('waiver.do'))}</Button>
          </ButtonGroup>
        </Form>
      </Fold>
    </Section>
  )
}
