import type { FormState, Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { Field, FieldSet } from '#ui'
import { m } from '../messages/index.ts'

/** The fields of a person's name: as she writes it, in Latin letters, and as in her passport. */
export function NameFields({ frame, t, form }: { frame: Frame; t: Translate; form: FormState }) {
  const { language } = frame
  const shared = (name: string) => ({
    language,
    name,
    value: form.values[name],
    error: form.errors[name],
  })
  return (
    <>
      <FieldSet legend={t(m('name.legend'))} columns>
        <Field
          {...shared('native')}
          kind="text"
          label={t(m('name.native'))}
          hint={t(m('name.native.hint'))}
          autocomplete="name"
          required={false}
        />
        <Field
          {...shared('romanised')}
          kind="text"
          label={t(m('name.romanised'))}
          hint={t(m('name.romanised.hint'))}
          required={false}
        />
      </FieldSet>
      <Field
        {...shared('order')}
        kind="radio"
        label={t(m('name.order'))}
        value={form.values['order'] ?? 'given-first'}
        inline
        options={[
          { value: 'given-first', label: t(m('name.order.given')) },
          { value: 'family-first', label: t(m('name.order.family')) },
        ]}
      />
      <FieldSet legend={t(m('name.passport'))} hint={t(m('name.passport.hint'))} columns>
        <Field
          {...shared('passportFamily')}
          kind="text"
          label={t(m('name.passport.family'))}
          required={false}
        />
        <Field
          {...shared('passportGiven')}
          kind="text"
          label={t(m('name.passport.given'))}
          required={false}
        />
      </FieldSet>
    </>
  )
}
