import type { FormState, Scene } from '#kernel/http'
import { displayName, type PersonName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  type Column,
  EmptyState,
  Field,
  Fold,
  Form,
  Heading,
  Notice,
  Page,
  Section,
  Stack,
  Table,
  FormAlert,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CallRow } from '../queries/calls.ts'
import type { ReviewerRow } from '../queries/reviews.ts'
import { localText } from './scene.tsx'

interface ReviewersPageProps {
  scene: Scene
  call: CallRow
  reviewers: readonly ReviewerRow[]
  possible: readonly { id: string; name: PersonName }[]
  waiver: string | null
  form: FormState
}

/** The reviewers of a call: who they are, how much each reads and has given, and the ways to assign them. */
export function ReviewersPage(props: ReviewersPageProps) {
  const { scene, call, form } = props
  const { t, href } = scene
  const list = `/calls/${call.id}/applications`
  return (
    <Page
      frame={scene.frame}
      title={t(m('reviewers.title'))}
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
        lead={t(m('reviewers.lead', { each: call.definition.review?.each ?? 0 }))}
      >
        {t(m('reviewers.title'))}
      </Heading>
      <Stack gap="wide">
        <Reviewers {...props} />
        {call.state === 'published' && (
          <>
            {props.reviewers.length > 0 && <Assign {...props} />}
            <Add {...props} />
            <Waive {...props} />
          </>
        )}
      </Stack>
    </Page>
  )
}

function Reviewers({ scene, reviewers }: ReviewersPageProps) {
  const { t, language } = scene
  const columns: Column<ReviewerRow>[] = [
    {
      key: 'name',
      label: t(m('reviewers.name')),
      primary: true,
      cell: ({ name }) => displayName(name, language),
    },
    { key: 'most', label: t(m('reviewers.most')), kind: 'number', cell: ({ most }) => most },
    { key: 'asked', label: t(m('reviewers.asked')), kind: 'number', cell: ({ asked }) => asked },
    { key: 'given', label: t(m('reviewers.given')), kind: 'number', cell: ({ given }) => given },
    {
      key: 'declined',
      label: t(m('reviewers.declined')),
      kind: 'number',
      cell: ({ declined }) => declined,
    },
  ]
  return (
    <Table
      language={language}
      caption={t(m('reviewers.title'))}
      captionHidden
      columns={columns}
      rows={reviewers}
      rowKey={({ person_id: id }) => id}
      empty={<EmptyState title={t(m('reviewers.none'))} why={t(m('reviewers.none-why'))} />}
    />
  )
}

function Assign({ scene, call, reviewers, form }: ReviewersPageProps) {
  const { t, href, frame, language } = scene
  const action = href(`/calls/${call.id}/reviewers/assignment`)
  return (
    <Section title={t(m('assign.title'))} id="assign" lead={t(m('assign.lead'))}>
      <Form action={action} csrf={frame.csrf}>
        <ButtonGroup>
          <Button>{t(m('assign.do'))}</Button>
        </ButtonGroup>
      </Form>
      <Fold summary={t(m('assign.by-hand'))} open={form.errors['assignee'] !== undefined}>
        <Form action={action} csrf={frame.csrf} hidden={{ by: 'hand' }}>
          <Field
            kind="number"
            language={language}
            name="number"
            label={t(m('assign.number'))}
            inputmode="numeric"
            width="short"
            value={form.values['number']}
            error={form.errors['number']}
          />
          <Field
            kind="select"
            language={language}
            name="assignee"
            label={t(m('reviewers.name'))}
            options={reviewers.map(({ person_id: value, name }) => ({
              value,
              label: displayName(name, language),
            }))}
            value={form.values['assignee']}
            error={form.errors['assignee']}
          />
          <ButtonGroup>
            <Button look="secondary">{t(m('assign.by-hand'))}</Button>
          </ButtonGroup>
        </Form>
      </Fold>
    </Section>
  )
}

function Add({ scene, call, reviewers, possible, form }: ReviewersPageProps) {
  const { t, href, frame, language } = scene
  const known = new Set(reviewers.map(({ person_id: id }) => id))
  const open = possible.filter(({ id }) => !known.has(id))
  return (
    <Section title={t(m('reviewers.add'))} id="add" lead={t(m('reviewers.add-lead'))}>
      <Form action={href(`/calls/${call.id}/reviewers`)} csrf={frame.csrf}>
        {open.length > 0 && (
          <Field
            kind="checkboxes"
            language={language}
            name="reviewer"
            label={t(m('reviewers.of-here'))}
            value={(form.values['reviewer'] ?? '').split(' ')}
            options={open.map(({ id, name }) => ({
              value: id,
              label: displayName(name, language),
            }))}
            error={form.errors['reviewer']}
            required={false}
          />
        )}
        <Field
          kind="email"
          language={language}
          name="address"
          label={t(m('reviewers.address'))}
          hint={t(m('reviewers.address-hint'))}
          value={form.values['address']}
          error={form.errors['address']}
          required={false}
        />
        <Field
          kind="number"
          language={language}
          name="most"
          label={t(m('reviewers.most'))}
          inputmode="numeric"
          width="short"
          value={form.values['most'] ?? '20'}
          error={form.errors['most']}
        />
        <ButtonGroup>
          <Button look="secondary">{t(m('reviewers.add'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

function Waive({ scene, call, waiver, form }: ReviewersPageProps) {
  const { t, href, frame, language } = scene
  return (
    <Section title={t(m('waiver.title'))} id="waiver" lead={t(m('waiver.lead'))}>
      {waiver !== null && (
        <Notice tone="info" title={t(m('waiver.given'))}>
          {waiver}
        </Notice>
      )}
      <Form action={href(`/calls/${call.id}/reviewers/waiver`)} csrf={frame.csrf}>
        <Field
          kind="textarea"
          language={language}
          name="waiver"
          label={t(m('waiver.reason'))}
          rows={2}
          maxlength={2000}
          value={form.values['waiver']}
          error={form.errors['waiver']}
        />
        <ButtonGroup>
          <Button look="secondary">{t(m('waiver.do'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}
