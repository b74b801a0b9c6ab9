import type { FormState, Scene } from '#kernel/http'
import { languages, type LocalText } from '#kernel/values'
import { Field, FieldSet, Fold, LocalAsk, Stack } from '#ui'
import { m } from '../messages/index.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { mostLabels } from '../rules/community.ts'

interface CommunityProps {
  scene: Scene
  form: FormState
}

function fieldOf({ scene, form }: CommunityProps) {
  return (name: string) => ({
    language: scene.language,
    name,
    value: form.values[name],
    error: form.errors[name],
    required: false as const,
  })
}

/** What a community says: of a practice its name, who keeps it and the grant; of anything its labels. */
export function CommunityFields(props: CommunityProps) {
  const { scene, form } = props
  const { t, language } = scene
  const field = fieldOf(props)
  const local = (name: string, legend: 'community.who' | 'community.customary', rows: number) => (
    <LocalAsk
      language={language}
      values={form.values}
      errors={form.errors}
      name={name}
      legend={t(m(legend))}
      rows={rows}
    />
  )
  const open = (form.values['kind'] ?? '') === 'intangible' || Boolean(form.values['label.0.name'])
  return (
    <Fold summary={t(m('community.title'))} open={open}>
      <Stack>
        <FieldSet legend={t(m('community.heritage'))} hint={t(m('community.heritage-hint'))}>
          <div class="field-columns">
            <Field
              {...field('vernacular')}
              kind="text"
              label={t(m('community.vernacular'))}
              maxlength={200}
            />
            <Field
              {...field('vernacular_language')}
              kind="text"
              label={t(m('community.language'))}
              hint={t(m('community.language-hint'))}
              maxlength={35}
            />
          </div>
          {local('community', 'community.who', 3)}
          <Field
            {...field('practitioners')}
            kind="textarea"
            rows={2}
            label={t(m('community.practitioners'))}
          />
          {local('customary', 'community.customary', 3)}
          <div class="field-columns">
            <Field
              {...field('granted_by')}
              kind="text"
              label={t(m('community.granted-by'))}
              maxlength={300}
            />
            <Field {...field('granted_on')} kind="date" label={t(m('community.granted-on'))} />
          </div>
          <Field
            kind="checkboxes"
            language={language}
            name="certified"
            label={t(m('community.certificate'))}
            value={form.values['certified'] === 'yes' ? ['yes'] : []}
            options={[{ value: 'yes', label: t(m('community.certified')) }]}
            error={form.errors['certified']}
            required={false}
          />
        </FieldSet>
        <Labels {...props} />
      </Stack>
    </Fold>
  )
}

/** The labels that stand, and room for one more. */
function Labels(props: CommunityProps) {
  const { scene, form } = props
  const { t } = scene
  const field = fieldOf(props)
  const filled = Array.from({ length: mostLabels }, (_each, at) => at).filter(
    (at) => form.values[`label.${at}.name`] || form.values[`label.${at}.text`],
  )
  const shown = Math.min(mostLabels, (filled.at(-1) ?? -1) + 2)
  return (
    <FieldSet legend={t(m('labels-community.title'))} hint={t(m('labels-community.hint'))}>
      {Array.from({ length: shown }, (_each, at) => (
        <FieldSet key={at} legend={t(m('labels-community.number', { number: at + 1 }))}>
          <div class="field-columns">
            <Field
              {...field(`label.${at}.name`)}
              kind="text"
              label={t(m('labels-community.name'))}
              maxlength={200}
            />
            <Field
              {...field(`label.${at}.community`)}
              kind="text"
              label={t(m('labels-community.community'))}
              maxlength={300}
            />
          </div>
          <Field
            {...field(`label.${at}.text`)}
            kind="textarea"
            rows={3}
            label={t(m('labels-community.text'))}
          />
          <div class="field-columns">
            <Field
              {...field(`label.${at}.language`)}
              kind="text"
              label={t(m('community.language'))}
              maxlength={35}
            />
            <Field
              {...field(`label.${at}.uri`)}
              kind="url"
              label={t(m('labels-community.address'))}
            />
          </div>
        </FieldSet>
      ))}
    </FieldSet>
  )
}

/** The values with which these fields begin. */
export function communityValues({
  heritage,
  community_labels: labels,
}: Pick<ObjectRow, 'heritage' | 'community_labels'>): Record<string, string> {
  const local = (name: string, text: LocalText = {}) =>
    languages.map((each) => [`${name}.${each}`, text[each] ?? ''])
  const ofLabels = labels.flatMap((label, at) =>
    (['name', 'text', 'language', 'community', 'uri'] as const).map((part) => [
      `label.${at}.${part}`,
      label[part] ?? '',
    ]),
  )
  return Object.fromEntries([
    ['vernacular', heritage.vernacular ?? ''],
    ['vernacular_language', heritage.vernacularLanguage ?? ''],
    ['practitioners', heritage.practitioners ?? ''],
    ['granted_by', heritage.grantedBy ?? ''],
    ['granted_on', heritage.grantedOn ?? ''],
    ['certified', heritage.isCertified ? 'yes' : ''],
    ...local('community', heritage.community),
    ...local('customary', heritage.customaryAccess),
    ...ofLabels,
  ]) as Record<string, string>
}
