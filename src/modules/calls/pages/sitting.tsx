import type { FormState, Scene } from '#kernel/http'
import { displayName, formatDate, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  Fold,
  Form,
  FormAlert,
  Local,
  ObjectStrip,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ItemRow, Member, SittingRow } from '../queries/sittings.ts'
import { outcomes } from '../schema.ts'
import { sittingOutcomes } from '../schema-committee.ts'
import type { Standing } from '../service/sitting-outcomes.ts'
import { OutcomeFields } from './sitting-item.tsx'
import { localText } from './scene.tsx'
import { ItemOutcome, itemName, votesText } from './sitting-words.tsx'
import { SittingForm } from './sittings.tsx'

/** What the page of a sitting shows. */
export interface SittingPageProps {
  scene: Scene
  sitting: SittingRow
  members: readonly Member[]
  items: readonly ItemRow[]
  /** The place of each application in order of merit, as it is shown. */
  merits: ReadonlyMap<string, { shown: string | null }>
  must: Standing
  possible: readonly { id: string; name: Member['name'] }[]
  may: { plan: boolean; record: boolean; approve: boolean; open: boolean }
  /** Whether the reader may know whose the applications are. */
  isNamed: boolean
  chosen: ReadonlySet<string>
  form: FormState
}

/** A sitting: who is there, the agenda with what came of each, the minutes, and the chair's approval. */
export function SittingPage(props: SittingPageProps) {
  const { scene, sitting, may, form } = props
  const { t, href, language } = scene
  const title = t(m('sitting.name', { day: formatDate(sitting.held_on, language) }))
  const base = `/calls/${sitting.call_id}`
  return (
    <Page
      frame={scene.frame}
      title={title}
      trail={
        may.open
          ? [
              { href: href(`${base}/applications`), label: localText(scene, sitting.titles) },
              { href: href(`${base}/sittings`), label: t(m('sitting.title')) },
            ]
          : []
      }
      alert={<FormAlert language={language} form={form} />}
      wide
    >
      <Strip {...props} title={title} />
      <Stack gap="wide">
        <Presence {...props} />
        <Section title={t(m('sitting.agenda'))} id="agenda">
          <Agenda {...props} />
        </Section>
        {may.plan && <Add {...props} />}
        {may.record && props.items.length > 1 && <Order {...props} />}
        <Minutes {...props} />
        {may.approve && <Approval {...props} />}
        {may.plan && <Change {...props} />}
      </Stack>
    </Page>
  )
}

function Strip({ scene, sitting, items, title }: SittingPageProps & { title: string }) {
  const { t, href, language } = scene
  const path = `/sittings/${sitting.id}`
  const recorded = items.filter(({ outcome }) => outcome !== null).length
  return (
    <ObjectStrip
      language={language}
      kind={<Local language={language} text={sitting.titles} />}
      title={title}
      detail={
        <>
          {sitting.place !== '' && (
            <>
              <Typed>{sitting.place}</Typed>
              {' · '}
            </>
          )}
          {`${t(m('sitting.recorded-count'))} ${t(m('sitting.recorded-of', { recorded, items: items.length }))}`}
        </>
      }
      state={{
        tone: sitting.state === 'approved' ? 'done' : 'attention',
        label: t(m(`sitting.state.${sitting.state}`)),
      }}
      next={t(m(`sitting.next.${sitting.state}`))}
      who={displayName(sitting.chair, language)}
      actions={
        <ButtonGroup>
          <ButtonLink look="secondary" icon="download" href={href(`${path}/minutes`)} download>
            {t(m('sitting.pdf'))}
          </ButtonLink>
          <ButtonLink look="secondary" icon="download" href={href(`${path}/table`)} download>
            {t(m('sitting.xlsx'))}
          </ButtonLink>
        </ButtonGroup>
      }
    />
  )
}

function Presence({ scene, sitting, members, may }: SittingPageProps) {
  const { t, href, language, frame } = scene
  const present = members.filter(({ isPresent }) => isPresent)
  const role = (id: string) =>
    [
      ...(id === sitting.chair_id ? [t(m('sitting.chair'))] : []),
      ...(id === sitting.secretary_id ? [t(m('sitting.secretary'))] : []),
    ]
      .map((each) => ` · ${each}`)
      .join('')
  const options = members.map(({ id: value, name }) => ({
    value,
    label: `${displayName(name, language)}${role(value)}`,
  }))
  return (
    <Section
      title={t(m('sitting.presence'))}
      id="presence"
      lead={t(m('sitting.presence-lead', { present: present.length }))}
    >
      {may.record ? (
        <Form action={href(`/sittings/${sitting.id}/presence`)} csrf={frame.csrf}>
          <Field
            kind="checkboxes"
            language={language}
            name="present"
            label={t(m('sitting.present'))}
            labelHidden
            value={present.map(({ id }) => id)}
            options={options}
            required={false}
          />
          <ButtonGroup>
            <Button look="secondary">{t(m('sitting.presence-save'))}</Button>
          </ButtonGroup>
        </Form>
      ) : (
        <ul>
          {options
            .filter(({ value }) => present.some(({ id }) => id === value))
            .map(({ value, label }) => (
              <li key={value}>{label}</li>
            ))}
        </ul>
      )}
    </Section>
  )
}

const looks = {
  accepted: 'primary',
  waiting: 'secondary',
  refused: 'harm',
  'put-off': 'secondary',
} as const

function Agenda(props: SittingPageProps) {
  const { scene, sitting, items, may, chosen, isNamed } = props
  const { t, href, language, frame } = scene
  return (
    <Table
      language={language}
      caption={t(m('sitting.agenda'))}
      captionHidden
      columns={columnsOf(props)}
      rows={items}
      rowKey={({ id }) => id}
      rowHref={({ id }) => href(`/sittings/${sitting.id}/items/${id}`)}
      rowLabel={(item) => itemName(scene, item, isNamed)}
      keyboard
      {...(may.record
        ? {
            select: {
              action: href(`/sittings/${sitting.id}/outcomes`),
              csrf: frame.csrf,
              name: 'item',
              selected: chosen,
              hidden: { seen: String(sitting.version) },
              question: <OutcomeFields {...props} isRow />,
              actions: [
                ...sittingOutcomes.map((value) => ({
                  name: 'act',
                  value,
                  label: t(m(`sitting.outcome.${value}`)),
                  look: looks[value],
                })),
                {
                  name: 'act',
                  value: 'leave',
                  label: t(m('sitting.send-out')),
                  look: 'quiet' as const,
                },
                {
                  name: 'act',
                  value: 'take-off',
                  label: t(m('sitting.take-off')),
                  look: 'quiet' as const,
                },
              ],
            },
          }
        : {})}
      empty={
        <EmptyState title={t(m('sitting.agenda-none'))} why={t(m('sitting.agenda-none-why'))} />
      }
    />
  )
}

function columnsOf(props: SittingPageProps): Column<ItemRow>[] {
  const { scene, sitting, merits, isNamed } = props
  const { t, language } = scene
  const name = (id: string) =>
    localised(sitting.definition.destinations.find((each) => each.id === id)?.name ?? {}, language)
      .text
  return [
    { key: 'place', label: '#', kind: 'number', cell: ({ position }) => position },
    {
      key: 'name',
      label: t(m('sitting.application')),
      primary: true,
      cell: (item) => itemName(scene, item, isNamed),
    },
    { key: 'number', label: t(m('field.number')), kind: 'number', cell: ({ number }) => number },
    {
      key: 'merit',
      label: t(m('field.by-merit')),
      kind: 'number',
      cell: ({ application_id: id }) => merits.get(id)?.shown ?? '–',
    },
    { key: 'left', label: t(m('sitting.left')), cell: (item) => <Left {...props} item={item} /> },
    {
      key: 'votes',
      label: t(m('sitting.votes')),
      nowrap: true,
      cell: (item) => (item.outcome === null ? '–' : votesText(scene, item)),
    },
    {
      key: 'outcome',
      label: t(m('sitting.outcome')),
      kind: 'state',
      cell: (item) => (
        <>
          <ItemOutcome scene={scene} item={item} />
          {item.destination_id !== null && <span class="quiet"> {name(item.destination_id)}</span>}
        </>
      ),
    },
  ]
}

/** Who left the room, and who must and has not. */
function Left({ scene, members, must, item }: SittingPageProps & { item: ItemRow }) {
  const { t, language } = scene
  const names = (ids: readonly string[]) =>
    members
      .filter(({ id }) => ids.includes(id))
      .map((each) => displayName(each.name, language))
      .join(' · ')
  const stay = (must.get(item.id) ?? [])
    .filter(({ member }) => member.isPresent && !item.left.includes(member.id))
    .map(({ member }) => member.id)
  return (
    <>
      {names(item.left)}
      {stay.length > 0 && (
        <StateTag tone="attention">{t(m('sitting.must-leave', { names: names(stay) }))}</StateTag>
      )}
    </>
  )
}

function Add({ scene, sitting, form }: SittingPageProps) {
  const { t, href, language, frame } = scene
  const action = href(`/sittings/${sitting.id}/agenda`)
  const { destinations } = sitting.definition
  const select = (name: string, label: string, options: { value: string; label: string }[]) => (
    <Field
      kind="select"
      language={language}
      name={name}
      label={label}
      options={options}
      value={form.values[name] ?? ''}
      required={false}
      width="medium"
    />
  )
  return (
    <Section title={t(m('sitting.add'))} id="add">
      <Fold summary={t(m('sitting.add-rank'))} open={form.errors['numbers'] === undefined}>
        <Form action={action} csrf={frame.csrf} hidden={{ by: 'rank' }}>
          <Field
            kind="text"
            language={language}
            name="ranks"
            label={t(m('sitting.ranks'))}
            hint={t(m('sitting.ranks-hint'))}
            value={form.values['ranks'] ?? ''}
            error={form.errors['ranks']}
            width="short"
            required={false}
          />
          {select(
            'filter',
            t(m('field.outcome')),
            (['none', ...outcomes] as const).map((value) => ({
              value,
              label: t(m(`outcome.${value}`)),
            })),
          )}
          {destinations.length > 0 &&
            select(
              'wish',
              t(m('field.destination')),
              destinations.map(({ id, name }) => ({ value: id, label: localText(scene, name) })),
            )}
          <ButtonGroup>
            <Button look="secondary">{t(m('sitting.add-do'))}</Button>
          </ButtonGroup>
        </Form>
      </Fold>
      <Fold summary={t(m('sitting.add-number'))} open={form.errors['numbers'] !== undefined}>
        <Form action={action} csrf={frame.csrf} hidden={{ by: 'number' }}>
          <Field
            kind="textarea"
            language={language}
            name="numbers"
            label={t(m('sitting.numbers'))}
            hint={t(m('sitting.numbers-hint'))}
            rows={4}
            value={form.values['numbers'] ?? ''}
            error={form.errors['numbers']}
          />
          <ButtonGroup>
            <Button look="secondary">{t(m('sitting.add-do'))}</Button>
          </ButtonGroup>
        </Form>
      </Fold>
    </Section>
  )
}

function Order({ scene, sitting, form }: SittingPageProps) {
  const { t, href, language, frame } = scene
  return (
    <Section title={t(m('sitting.order'))} id="order">
      <Form
        action={href(`/sittings/${sitting.id}/order`)}
        csrf={frame.csrf}
        hidden={{ seen: String(sitting.version) }}
      >
        <Field
          kind="textarea"
          language={language}
          name="order"
          label={t(m('sitting.numbers'))}
          hint={t(m('sitting.order-hint'))}
          rows={3}
          value={form.values['order'] ?? ''}
          error={form.errors['order']}
          required={false}
        />
        <ButtonGroup>
          {(['pasted', 'rank', 'number'] as const).map((by) => (
            <Button key={by} name="by" value={by} look={by === 'pasted' ? 'secondary' : 'quiet'}>
              {t(m(`sitting.order-${by}`))}
            </Button>
          ))}
        </ButtonGroup>
      </Form>
    </Section>
  )
}

function Minutes({ scene, sitting, may, form }: SittingPageProps) {
  const { t, href, language, frame } = scene
  if (!may.record) {
    return sitting.minutes === '' ? null : (
      <Section title={t(m('sitting.minutes'))} id="minutes">
        <Typed>{sitting.minutes}</Typed>
      </Section>
    )
  }
  return (
    <Section title={t(m('sitting.minutes'))} id="minutes" lead={t(m('sitting.minutes-lead'))}>
      <Form
        action={href(`/sittings/${sitting.id}/minutes`)}
        csrf={frame.csrf}
        hidden={{ seen: String(sitting.version) }}
      >
        <Field
          kind="textarea"
          language={language}
          name="text"
          label={t(m('sitting.minutes-text'))}
          rows={8}
          maxlength={20_000}
          value={form.values['text'] ?? sitting.minutes}
          error={form.errors['text']}
          required={false}
        />
        <ButtonGroup>
          <Button look="secondary">{t(m('sitting.minutes-save'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

function Approval({ scene, sitting }: SittingPageProps) {
  const { t, href, frame } = scene
  return (
    <Section title={t(m('sitting.approve'))} id="approval" lead={t(m('sitting.approve-lead'))}>
      <Form
        action={href(`/sittings/${sitting.id}/approval`)}
        csrf={frame.csrf}
        hidden={{ seen: String(sitting.version) }}
      >
        <ButtonGroup>
          <Button>{t(m('sitting.approve'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

function Change(props: SittingPageProps) {
  const { scene, sitting, members, form } = props
  const { t, href } = scene
  const values = {
    heldOn: sitting.held_on,
    place: sitting.place,
    chair: sitting.chair_id,
    secretary: sitting.secretary_id,
    ...form.values,
  }
  const isWrong = ['heldOn', 'place', 'chair', 'secretary'].some((each) => form.errors[each])
  return (
    <Fold summary={t(m('sitting.change'))} open={isWrong}>
      <SittingForm
        scene={scene}
        possible={props.possible}
        members={members.map(({ id }) => id)}
        form={{ ...form, values }}
        action={href(`/sittings/${sitting.id}`)}
        does={t(m('sitting.change-do'))}
        hidden={{ seen: String(sitting.version) }}
      />
    </Fold>
  )
}
