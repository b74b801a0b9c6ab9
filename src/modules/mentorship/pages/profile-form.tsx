import type { FormState, Scene } from '#kernel/http'
import { Field } from '#ui'
import { m } from '../messages/index.ts'
import type { ProfileRow } from '../queries/profiles.ts'
import { mentoringLanguages, offeredFields } from '../rules/fields.ts'
import { mentorKinds } from '../schema.ts'
import { languageWords } from './scene.tsx'

/** A profile as its form begins. */
export function profileValues(profile: ProfileRow | null): Record<string, string> {
  if (!profile) return { capacity: '3' }
  return {
    kind: profile.kind,
    about: profile.about,
    fields: profile.fields.join(' '),
    languages: profile.languages.join(' '),
    capacity: String(profile.capacity),
    paused: profile.paused_at === null ? '' : 'yes',
  }
}

/** What is asked about a mentor, by themselves or by the office that offers them. */
export function ProfileFields({
  scene,
  form,
  isOwn,
}: {
  scene: Scene
  form: FormState
  isOwn: boolean
}) {
  const { t, language } = scene
  return (
    <>
      <Field
        language={language}
        kind="radio"
        name="kind"
        label={t(m('field.kind'))}
        value={form.values['kind'] ?? ''}
        error={form.errors['kind']}
        options={mentorKinds.map((value) => ({
          value,
          label: t(m(`kind.${value}`)),
          hint: t(m(`kind-hint.${value}`)),
        }))}
        required
      />
      <KnownFields scene={scene} form={form} />
      <Field
        language={language}
        kind="textarea"
        name="about"
        label={t(m(isOwn ? 'field.about' : 'field.about-them'))}
        hint={t(m('field.about-hint'))}
        value={form.values['about'] ?? ''}
        error={form.errors['about']}
        rows={5}
        maxlength={4000}
        required={false}
      />
      <Field
        language={language}
        kind="text"
        name="capacity"
        label={t(m('field.capacity'))}
        hint={t(m('field.capacity-hint'))}
        value={form.values['capacity'] ?? ''}
        error={form.errors['capacity']}
        inputmode="numeric"
        width="short"
        required
      />
    </>
  )
}

/** What a mentor knows, and in which languages they mentor. */
function KnownFields({ scene, form }: { scene: Scene; form: FormState }) {
  const { t, language } = scene
  const listed = (name: string) => (form.values[name] ?? '').split(' ').filter(Boolean)
  return (
    <>
      <Field
        language={language}
        kind="checkboxes"
        name="fields"
        label={t(m('field.fields'))}
        hint={t(m('field.fields-hint'))}
        value={listed('fields')}
        error={form.errors['fields']}
        options={offeredFields.map((value) => ({ value, label: t(m(`isced.${value}`)) }))}
        inline
        required={false}
      />
      <Field
        language={language}
        kind="checkboxes"
        name="languages"
        label={t(m('field.languages'))}
        value={listed('languages')}
        error={form.errors['languages']}
        options={mentoringLanguages.map((value) => ({
          value,
          label: languageWords(scene, [value]),
        }))}
        inline
        required
      />
    </>
  )
}
