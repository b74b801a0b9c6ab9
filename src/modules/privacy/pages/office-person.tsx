import type { FormState, Scene } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { displayName, localised } from '#kernel/values'
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
  Section,
  Stack,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CopyRow } from '../queries/copies.ts'
import type { ErasureRow } from '../queries/erasures.ts'
import type { KnownPerson } from '../queries/people.ts'
import { graceDays } from '../rules/deadlines.ts'
import { requestKinds } from '../schema.ts'
import { GoesAndStays, type HeldPart } from './held.tsx'
import { CopyList, ErasureNotice } from './my-data.tsx'
import { RequestFields } from './request-form.tsx'
import { instantDay } from './words.ts'

/** Which of the forms of the page was refused. */
export type OfficeForm = 'copy' | 'erasure' | 'request'

interface OfficePersonProps {
  scene: Scene
  person: KnownPerson
  /** Whether the reader hands out and erases what the whole house holds of them. */
  mayHandOut: boolean
  parts: readonly HeldPart[]
  hindered: readonly Message[]
  copies: readonly CopyRow[]
  erasure: ErasureRow | null
  runsAt: Date
  places: readonly Option[]
  refused: OfficeForm | null
  form: FormState
}

/** What somebody of the house does at the wish of a person: hands out, erases, takes a request down. */
export function OfficePersonPage(props: OfficePersonProps) {
  const { scene, person, mayHandOut, erasure, form } = props
  const { t, language, href, frame } = scene
  const title = t(m('office.person-title', { name: displayName(person.name, language) }))
  return (
    <Page
      frame={frame}
      title={title}
      trail={[{ href: href('/privacy'), label: t(m('office.title')) }]}
      alert={
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
      }
    >
      <Heading
        level={1}
        kicker={localised(person.names, language).text}
        lead={t(m('office.person-lead'))}
      >
        {title}
      </Heading>
      <Stack>
        {erasure && mayHandOut && (
          <ErasureNotice
            scene={scene}
            erasure={erasure}
            path={`${pathOf(person)}/erasure/withdrawal`}
          />
        )}
        {person.has_account && <Notice tone="info">{t(m('refusal.has-account'))}</Notice>}
        {!person.has_account && !mayHandOut && (
          <Notice tone="info">{t(m('office.known-elsewhere'))}</Notice>
        )}
        <RequestForm {...props} />
        {!person.has_account && mayHandOut && <CopyForm {...props} />}
        {mayHandOut && <GoesAndStays scene={scene} parts={props.parts} />}
        {!person.has_account && mayHandOut && !erasure && <EraseForm {...props} />}
      </Stack>
    </Page>
  )
}

/** The address of the page, without the language. */
export function pathOf({ id, person_id }: KnownPerson): string {
  return `/organisations/${id}/people/${person_id}/data`
}

/** Only the form that was refused shows what was typed into it. */
function formOf({ refused, form }: OfficePersonProps, which: OfficeForm): FormState {
  return refused === which ? form : { values: {}, errors: {}, message: null }
}

/** Each form has a field of its own for it, named after the form. */
export const reasonField = (form: OfficeForm) => `${form}Reason`

function Reason({ scene, form, of }: { scene: Scene; form: FormState; of: OfficeForm }) {
  const name = reasonField(of)
  const { t, language } = scene
  return (
    <Field
      language={language}
      kind="text"
      name={name}
      label={t(m('office.reason'))}
      hint={t(m('office.reason.hint'))}
      value={form.values[name] ?? ''}
      error={form.errors[name]}
      required
    />
  )
}

function CopyForm(props: OfficePersonProps) {
  const { scene, person, copies } = props
  const { t, href, frame } = scene
  return (
    <Section title={t(m('office.copy'))} id="copy" lead={t(m('office.copy-lead'))}>
      <Form action={href(`${pathOf(person)}/copies`)} csrf={frame.csrf}>
        <Reason scene={scene} form={formOf(props, 'copy')} of="copy" />
        <ButtonGroup>
          <Button look="secondary" name="format" value="zip">
            {t(m('copy.zip'))}
          </Button>
          <Button look="secondary" name="format" value="json">
            {t(m('copy.json'))}
          </Button>
        </ButtonGroup>
      </Form>
      <CopyList scene={scene} copies={copies} path="/privacy/copies" />
    </Section>
  )
}

function RequestForm(props: OfficePersonProps) {
  const { scene, person, places } = props
  const { t, href, frame, language } = scene
  const form = formOf(props, 'request')
  return (
    <Section title={t(m('office.take-down'))} id="request">
      <Form action={href(`${pathOf(person)}/requests`)} csrf={frame.csrf}>
        <Field
          language={language}
          kind="select"
          name="kind"
          label={t(m('office.kind'))}
          value={form.values['kind'] ?? 'access'}
          error={form.errors['kind']}
          options={requestKinds.map((kind) => ({
            value: kind,
            label: t(m(`request.kind.${kind}`)),
          }))}
          width="medium"
          noEmpty
          required
        />
        <RequestFields scene={scene} places={places} form={form} words={m('office.words')} />
        <Reason scene={scene} form={form} of="request" />
        <Button look="secondary">{t(m('office.take-down'))}</Button>
      </Form>
    </Section>
  )
}

function EraseForm(props: OfficePersonProps) {
  const { scene, person, hindered, runsAt } = props
  const { t, href, frame, language } = scene
  const form = formOf(props, 'erasure')
  return (
    <Section
      title={t(m('office.erase'))}
      id="erase"
      lead={t(m('office.erase-text', { days: graceDays }))}
    >
      {hindered.length > 0 ? (
        <Notice tone="attention" title={t(m('erase.hindered'))}>
          <ul>
            {hindered.map((message, index) => (
              <li key={index}>{t(message)}</li>
            ))}
          </ul>
          <p>{t(m('refusal.erase-hindered'))}</p>
        </Notice>
      ) : (
        <Form action={href(`${pathOf(person)}/erasure`)} csrf={frame.csrf}>
          <Reason scene={scene} form={form} of="erasure" />
          <Field
            language={language}
            kind="checkbox"
            name="confirm"
            value="yes"
            checked={form.values['confirm'] === 'yes'}
            label={t(m('office.confirm', { date: instantDay(scene, runsAt) }))}
            error={form.errors['confirm']}
          />
          <Button look="harm">{t(m('erase.do'))}</Button>
        </Form>
      )}
    </Section>
  )
}
