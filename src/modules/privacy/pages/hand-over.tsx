import type { FormState, Scene } from '#kernel/http'
import { displayName, formatNumber, type PersonName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Notice,
  type Option,
  Page,
  Stack,
  Table,
} from '#ui'
import { type FieldGroup, fieldGroups, purposes } from '../consent-schema.ts'
import { m } from '../messages/index.ts'
import type { HandOver } from '../service/hand-over.ts'
import type { TransferCheck } from '../service/transfers.ts'
import { groupList } from './consents.tsx'

export interface HandOverProps {
  scene: Scene
  exporters: readonly Option[]
  recipients: readonly Option[]
  groups: readonly string[]
  checked: Extract<HandOver, { kind: 'checked' }> | null
  form: FormState
}

/** The form by which somebody enters what they are about to hand over, and finds out whether they may. */
export function HandOverPage(props: HandOverProps) {
  const { scene, form, checked } = props
  const { t, href, frame, language } = scene
  const alert = (
    <ErrorSummary language={language} message={form.message ?? undefined} fields={form.errors} />
  )
  return (
    <Page
      frame={frame}
      title={t(m('hand.title'))}
      alert={alert}
      trail={[{ href: href('/privacy/transfers'), label: t(m('transfer.title')) }]}
    >
      <Heading level={1} lead={t(m('hand.lead'))}>
        {t(m('hand.title'))}
      </Heading>
      <Stack>
        {checked && <Verdict scene={scene} checked={checked} />}
        <Form action={href('/privacy/transfers')} csrf={frame.csrf}>
          <What {...props} />
          <Whose {...props} />
          <ButtonGroup>
            <Button name="answer" value="check">
              {t(m('hand.check'))}
            </Button>
            <Button look="secondary" name="answer" value="record">
              {t(m('hand.record'))}
            </Button>
            <Button look="secondary" name="answer" value="ask">
              {t(m('hand.ask'))}
            </Button>
          </ButtonGroup>
        </Form>
      </Stack>
    </Page>
  )
}

function shared({ scene, form }: HandOverProps, name: string) {
  return {
    language: scene.language,
    name,
    value: form.values[name] ?? '',
    error: form.errors[name],
  }
}

function What(props: HandOverProps) {
  const { t, language } = props.scene
  return (
    <>
      <Field
        {...shared(props, 'exporter')}
        kind="select"
        label={t(m('hand.exporter'))}
        options={props.exporters}
        noEmpty={props.exporters.length === 1}
        required
      />
      <Field
        {...shared(props, 'recipient')}
        kind="select"
        label={t(m('hand.recipient'))}
        options={props.recipients}
        required
      />
      <Field
        {...shared(props, 'purpose')}
        kind="select"
        label={t(m('hand.purpose'))}
        options={purposes.map((each) => ({ value: each, label: t(m(`purpose.${each}`)) }))}
        required
      />
      <Field
        language={language}
        kind="checkboxes"
        name="groups"
        label={t(m('hand.groups'))}
        hint={t(m('hand.groups-hint'))}
        value={props.groups}
        error={props.form.errors['groups']}
        options={fieldGroups.map((each) => ({ value: each, label: t(m(`group.${each}`)) }))}
        required
      />
      <Field
        {...shared(props, 'method')}
        kind="radio"
        label={t(m('hand.method'))}
        value={props.form.values['method'] ?? 'file'}
        options={(['file', 'platform'] as const).map((each) => ({
          value: each,
          label: t(m(`method.${each}`)),
        }))}
      />
    </>
  )
}

function Whose(props: HandOverProps) {
  const { t } = props.scene
  return (
    <>
      <Field
        {...shared(props, 'people')}
        kind="textarea"
        rows={6}
        label={t(m('hand.people'))}
        hint={t(m('hand.people-hint'))}
        required
      />
      <Field
        {...shared(props, 'destination')}
        kind="text"
        label={t(m('hand.destination'))}
        hint={t(m('hand.destination-hint'))}
        maxlength={500}
      />
      <Field
        {...shared(props, 'contract')}
        kind="text"
        label={t(m('hand.contract'))}
        hint={t(m('hand.contract-hint'))}
        maxlength={500}
      />
      <Field
        {...shared(props, 'contact')}
        kind="text"
        label={t(m('hand.contact'))}
        hint={t(m('hand.contact-hint'))}
        maxlength={500}
      />
      <Field
        {...shared(props, 'months')}
        kind="number"
        width="short"
        min="1"
        max="1200"
        label={t(m('hand.months'))}
      />
    </>
  )
}

function Verdict({
  scene,
  checked,
}: {
  scene: Scene
  checked: NonNullable<HandOverProps['checked']>
}) {
  const { t } = scene
  const { verdict, withoutConsent } = checked.check
  const isHeld = verdict.basis === null || verdict.needsConsent
  return (
    <>
      {verdict.basis === null ? (
        <Notice tone="harm" title={t(m('hand.may-not'))} live>
          <ul>
            {verdict.lacks.map(({ way, lack }) => (
              <li key={`${way.basis} ${way.article}`}>
                {t(
                  m('hand.lacks', {
                    basis: m(`basis.${way.basis}`),
                    article: way.article,
                    lack: m(`lack.${lack}`),
                  }),
                )}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="done" title={t(m('hand.may'))} live>
          {t(m('hand.may-text', { basis: m(`basis.${verdict.basis}`), article: verdict.article }))}
        </Notice>
      )}
      {isHeld && withoutConsent.length > 0 && (
        <Without scene={scene} people={withoutConsent} names={checked.names} />
      )}
    </>
  )
}

type Lacking = TransferCheck['withoutConsent'][number]

function Without(props: {
  scene: Scene
  people: readonly Lacking[]
  names: ReadonlyMap<string, PersonName>
}) {
  const { scene, people, names } = props
  const { t, language } = scene
  const caption = `${t(m('hand.without'))} (${formatNumber(people.length, language)})`
  const column = (key: 'missing' | 'waiting' | 'refused') => ({
    key,
    label: t(m(`hand.${key}`)),
    cell: (row: Lacking) => groupList(scene, row[key] as FieldGroup[]),
  })
  return (
    <Table
      language={language}
      caption={caption}
      columns={[
        {
          key: 'person',
          label: t(m('hand.person')),
          primary: true,
          cell: ({ personId }: Lacking) => {
            const name = names.get(personId)
            return name ? displayName(name, language) : ''
          },
        },
        column('missing'),
        column('waiting'),
        column('refused'),
      ]}
      rows={people}
      rowKey={({ personId }) => personId}
    />
  )
}
