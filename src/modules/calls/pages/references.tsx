import type { FormState, Scene } from '#kernel/http'
import { languages, nativeName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  Field,
  FieldSet,
  FileList,
  Form,
  Notice,
  Section,
  Stack,
  StateTag,
  Talk,
  type TalkEntry,
  Typed,
  Email,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import type { ReferenceRow } from '../queries/references.ts'
import { ratings, refereesLacking } from '../rules/references.ts'
import type { AnswerFile } from './application-words.tsx'
import { instantOf } from './scene.tsx'

/** A reference with the files that came with it. */
export interface ShownReference {
  reference: ReferenceRow
  files: readonly AnswerFile[]
}

interface OwnReferencesProps {
  scene: Scene
  application: ApplicationRow
  references: readonly ShownReference[]
  /** Whether referees may still be named. */
  isOpen: boolean
  form: FormState
}

/** The applicant's referees: who was asked, who answered, and a form for who is still missing. */
export function OwnReferences(props: OwnReferencesProps) {
  const { scene, application, references, isOpen } = props
  const plan = application.definition.references
  const { t } = scene
  if (!plan) return null
  const rows = references.map(({ reference }) => reference)
  const lacking = refereesLacking(plan, rows)
  return (
    <Section
      title={t(m('references.title'))}
      id="references"
      lead={t(m(plan.shown ? 'references.lead-shown' : 'references.lead', { each: plan.each }))}
    >
      <Stack>
        {references.length > 0 && (
          <Talk
            label={t(m('references.title'))}
            entries={references.map((each) => ownEntry(props, each))}
          />
        )}
        {isOpen && lacking > 0 && <NameForm {...props} lacking={lacking} />}
      </Stack>
    </Section>
  )
}

function ownEntry(props: OwnReferencesProps, shown: ShownReference): TalkEntry {
  const { scene, application, isOpen } = props
  const { t, href, frame } = scene
  const { reference } = shown
  const isRead = application.definition.references?.shown === true && reference.state === 'given'
  return {
    ...entryOf(scene, shown, isRead),
    note: isRead ? undefined : <Email address={reference.address} />,
    action: isOpen && reference.state === 'asked' && (
      <Form action={href(`/applications/${application.id}/references`)} csrf={frame.csrf}>
        <Button look="quiet" small name="drop" value={reference.id}>
          {t(m('references.drop'))}
        </Button>
      </Form>
    ),
  }
}

function NameForm({ scene, application, form, lacking }: OwnReferencesProps & { lacking: number }) {
  const { t, href, frame, language } = scene
  const shared = (name: string) => ({
    language,
    name,
    value: form.values[name] ?? '',
    error: form.errors[name],
  })
  return (
    <Form action={href(`/applications/${application.id}/references`)} csrf={frame.csrf}>
      <FieldSet
        legend={t(m('references.lacking', { count: lacking }))}
        hint={t(m('references.ask-hint'))}
      >
        <Field
          {...shared('refereeName')}
          kind="text"
          label={t(m('references.name'))}
          maxlength={200}
        />
        <Field {...shared('refereeAddress')} kind="email" label={t(m('references.address'))} />
        <Field
          {...shared('refereeLanguage')}
          kind="select"
          label={t(m('references.language'))}
          value={form.values['refereeLanguage'] || language}
          options={languages.map((each) => ({
            value: each,
            label: nativeName(each),
            labelLanguage: each,
          }))}
          noEmpty
          width="medium"
        />
      </FieldSet>
      <ButtonGroup>
        <Button look="secondary">{t(m('references.ask'))}</Button>
      </ButtonGroup>
    </Form>
  )
}

/** The references of an application for those who judge it: in full, and which are missing. */
export function ReadReferences({
  scene,
  each,
  references,
}: {
  scene: Scene
  /** How many the call wants. */
  each: number
  references: readonly ShownReference[]
}) {
  const { t } = scene
  const given = references.filter(({ reference }) => reference.state === 'given').length
  return (
    <Section title={t(m('references.title'))} id="references">
      <Stack>
        {given < each && (
          <Notice tone="attention">{t(m('references.missing', { count: each - given }))}</Notice>
        )}
        {references.length > 0 && (
          <Talk
            label={t(m('references.title'))}
            entries={references.map((shown) => entryOf(scene, shown, true))}
          />
        )}
      </Stack>
    </Section>
  )
}

function entryOf(scene: Scene, { reference, files }: ShownReference, isRead: boolean): TalkEntry {
  const { t } = scene
  const at = reference.answered_at ?? reference.asked_at
  const tone = { asked: 'attention', given: 'done', declined: 'neutral' } as const
  return {
    id: `reference-${reference.id}`,
    who: <Typed>{reference.name}</Typed>,
    at: at.toISOString(),
    when: instantOf(scene, at),
    tag: { tone: tone[reference.state], label: t(m(`references.${reference.state}`)) },
    about: isRead && reference.rating !== null && (
      <StateTag tone="info">{t(m(`rating.${ratingOf(reference.rating)}`))}</StateTag>
    ),
    text: isRead && reference.state === 'given' && <Typed>{reference.text}</Typed>,
    note: isRead && files.length > 0 && (
      <FileList
        label={t(m('references.file'))}
        files={files.map(({ name, href }) => ({ name, href }))}
      />
    ),
  }
}

/** A rating as the catalogue names it. */
export function ratingOf(rating: number): (typeof ratings)[number] {
  return ratings.find((each) => each === rating) ?? 5
}
