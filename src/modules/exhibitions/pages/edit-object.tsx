import type { OpenUpload } from '#kernel/files'
import type { FormState, Scene } from '#kernel/http'
import { languages, type LocalText } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Content,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  LocalAsk,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { MediaRow } from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { makersText } from '../rules/object-form.ts'
import { accessKinds, objectKinds, type ObjectState } from '../schema.ts'
import { CommunityFields, communityValues } from './community-fields.tsx'
import { ObjectMedia } from './object-media.tsx'
import { rightsOptions } from './rights.tsx'
import { localText } from './scene.tsx'

interface EditProps {
  scene: Scene
  object: ObjectRow
  media: readonly MediaRow[]
  /** Large files that the reader has under way for it. */
  uploads: readonly OpenUpload[]
  /** Why it was taken back, where it was. */
  reason: string | null
  form: FormState
}

const localFields = [
  ['title', 'titles', 'object.title', undefined],
  ['description', 'descriptions', 'object.description', 6],
  ['period', 'periods', 'object.period', undefined],
  ['place', 'places', 'object.place', undefined],
  ['material', 'materials', 'object.materials', undefined],
  ['provenance', 'provenances', 'object.provenance', 4],
  ['credit', 'credit_lines', 'object.credit', undefined],
] as const

const states = {
  draft: { tone: 'neutral', next: 'release.next' },
  available: { tone: 'done', next: 'withdraw.next' },
  withdrawn: { tone: 'harm', next: 'return.next' },
} as const

/** Where an object is described, its pictures are sent, and its holder says on which terms it is shown. */
export function EditObjectPage(props: EditProps) {
  const { scene, object, form } = props
  const { t, href, language } = scene
  const { tone, next } = states[object.state]
  return (
    <Page
      frame={scene.frame}
      title={localText(scene, object.titles)}
      trail={[
        { href: href('/objects'), label: t(m('browse.title')) },
        { href: href('/objects/office'), label: t(m('holdings.title')) },
      ]}
      alert={
        <ErrorSummary
          language={language}
          message={form.message ?? undefined}
          fields={form.errors}
        />
      }
    >
      <ObjectStrip
        language={language}
        kind={t(m(`object.kind.${object.kind}`))}
        title={<Local language={scene.language} text={object.titles} />}
        detail={object.inventory_number ?? undefined}
        state={{ tone, label: t(m(`object.state.${object.state}`)) }}
        next={t(m(next))}
        who={<Local language={scene.language} text={object.organisation} />}
        actions={
          <ButtonLink href={href(`/objects/${object.id}`)} look="secondary">
            {t(m('edit.look'))}
          </ButtonLink>
        }
      />
      <Stack gap="wide">
        <ObjectMedia {...props} />
        <Section title={t(m('edit.title'))} id="details">
          <Details {...props} />
        </Section>
        <Standing {...props} />
      </Stack>
    </Page>
  )
}

function Details({ scene, object, form }: EditProps) {
  const { t, href, language, frame } = scene
  const { values, errors } = form
  const ask = ([name, , label, rows]: (typeof localFields)[number]) => (
    <LocalAsk
      key={name}
      language={language}
      values={values}
      errors={errors}
      name={name}
      legend={t(m(label))}
      rows={rows}
      required={name === 'title'}
    />
  )
  return (
    <Form
      action={href(`/objects/${object.id}/edit`)}
      csrf={frame.csrf}
      hidden={{ version: values['version'] ?? String(object.version) }}
    >
      <Stack>
        {localFields.slice(0, 2).map(ask)}
        <Plain {...{ scene, form }} />
        {localFields.slice(2).map(ask)}
        <Terms {...{ scene, form }} />
        <CommunityFields {...{ scene, form }} />
        <ButtonGroup>
          <Button>{t(m('edit.save'))}</Button>
        </ButtonGroup>
      </Stack>
    </Form>
  )
}

interface PartProps {
  scene: Scene
  form: FormState
}

function Plain({ scene, form }: PartProps) {
  const { t, language } = scene
  const field = (name: string) => ({
    language,
    name,
    value: form.values[name],
    error: form.errors[name],
    required: false as const,
  })
  return (
    <>
      <Field
        {...field('kind')}
        kind="select"
        label={t(m('object.kind'))}
        options={objectKinds.map((value) => ({ value, label: t(m(`object.kind.${value}`)) }))}
      />
      <Field {...field('inventory')} kind="text" label={t(m('object.inventory'))} maxlength={100} />
      <Field
        {...field('makers')}
        kind="textarea"
        rows={3}
        label={t(m('object.makers'))}
        hint={t(m('edit.makers-hint'))}
      />
      <FieldSet legend={t(m('object.made'))} hint={t(m('edit.made-hint'))}>
        <div class="field-columns">
          <Field
            {...field('made_from')}
            kind="text"
            label={t(m('edit.made-from'))}
            maxlength={12}
          />
          <Field
            {...field('made_until')}
            kind="text"
            label={t(m('edit.made-until'))}
            maxlength={12}
          />
        </div>
        <Field
          kind="checkboxes"
          language={language}
          name="made_about"
          label={t(m('edit.made-certainty'))}
          value={form.values['made_about'] === 'yes' ? ['yes'] : []}
          options={[{ value: 'yes', label: t(m('edit.made-about')) }]}
          required={false}
        />
      </FieldSet>
      <Field
        {...field('dimensions')}
        kind="text"
        label={t(m('object.dimensions'))}
        maxlength={300}
      />
    </>
  )
}

function Terms({ scene, form }: PartProps) {
  const { t, language } = scene
  const field = (name: string) => ({
    language,
    name,
    value: form.values[name],
    error: form.errors[name],
    required: false as const,
  })
  return (
    <FieldSet legend={t(m('edit.terms'))} hint={t(m('edit.terms-hint'))}>
      <Field
        {...field('rights_uri')}
        kind="select"
        label={t(m('object.rights'))}
        options={[{ value: '', label: t(m('edit.rights-none')) }, ...rightsOptions(scene)]}
      />
      <Field
        {...field('rights_holder')}
        kind="text"
        label={t(m('object.rights-holder'))}
        maxlength={300}
      />
      <Field
        {...field('access')}
        kind="select"
        label={t(m('object.access'))}
        options={accessKinds.map((value) => ({ value, label: t(m(`access.${value}`)) }))}
      />
      <div class="field-columns">
        <Field
          {...field('season_from')}
          kind="text"
          label={t(m('edit.season-from'))}
          hint={t(m('edit.season-hint'))}
          maxlength={8}
        />
        <Field
          {...field('season_until')}
          kind="text"
          label={t(m('edit.season-until'))}
          maxlength={8}
        />
      </div>
    </FieldSet>
  )
}

/** Letting it be shown, taking it back, and giving it again. */
function Standing({ scene, object, reason, form }: EditProps) {
  const { t, href, language, frame } = scene
  const asked: Record<ObjectState, Content> = {
    draft: <p>{t(m('release.lead'))}</p>,
    available: (
      <Field
        kind="textarea"
        rows={2}
        language={language}
        name="reason"
        label={t(m('withdraw.reason'))}
        hint={t(m('withdraw.lead'))}
        value={form.values['reason']}
        error={form.errors['reason']}
      />
    ),
    withdrawn: (
      <Notice tone="attention" title={t(m('return.lead'))}>
        <p lang="">{reason}</p>
      </Notice>
    ),
  }
  const acts = { draft: 'release', available: 'withdraw', withdrawn: 'return' } as const
  const act = acts[object.state]
  return (
    <Section title={t(m(`${act}.title`))} id="standing">
      <Form
        action={href(
          `/objects/${object.id}/${act === 'release' ? 'release' : act === 'withdraw' ? 'withdrawal' : 'return'}`,
        )}
        csrf={frame.csrf}
        hidden={{ version: String(object.version) }}
      >
        <Stack>
          {asked[object.state]}
          <ButtonGroup>
            <Button look={act === 'withdraw' ? 'harm' : undefined}>{t(m(`${act}.do`))}</Button>
          </ButtonGroup>
        </Stack>
      </Form>
    </Section>
  )
}

/** The values with which the form of an object begins. */
export function objectValues(object: ObjectRow): Record<string, string> {
  const texts = localFields.flatMap(([name, column]) =>
    languages.map((each) => [`${name}.${each}`, (object[column] as LocalText)[each] ?? '']),
  )
  return {
    ...(Object.fromEntries(texts) as Record<string, string>),
    kind: object.kind,
    inventory: object.inventory_number ?? '',
    makers: makersText(object.makers),
    made_from: object.made_from === null ? '' : String(object.made_from),
    made_until: object.made_until === null ? '' : String(object.made_until),
    made_about: object.made_about ? 'yes' : '',
    dimensions: object.dimensions ?? '',
    rights_uri: object.rights_uri ?? '',
    rights_holder: object.rights_holder ?? '',
    access: object.access,
    season_from: object.season_from ?? '',
    season_until: object.season_until ?? '',
    version: String(object.version),
    ...communityValues(object),
  }
}
