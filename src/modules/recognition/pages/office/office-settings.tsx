import type { Call } from '#kernel/http'
import { Button, Field, FieldSet, Form } from '#ui'
import { m } from '../../messages/index.ts'
import { escalationRoles } from '../../schema-office.ts'

/** Where an institution says how its office, its units and its registrar keep time. */
export function OfficeSettings({
  call,
  action,
  values,
  errors,
}: {
  call: Pick<Call, 'frame' | 't' | 'language'>
  action: string
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}) {
  const { t, language } = call
  const number = (name: 'opinionDays' | 'postingDays' | 'escalationDays' | 'committeeQuorum') => (
    <Field
      kind="text"
      language={language}
      name={name}
      width="short"
      inputmode="numeric"
      required
      label={t(m(`office.settings.${name}`))}
      hint={t(m(`office.settings.${name}-hint`))}
      value={values[name]}
      error={errors[name]}
    />
  )
  return (
    <Form action={action} csrf={call.frame.csrf}>
      <FieldSet legend={t(m('office.settings'))}>
        {number('opinionDays')}
        {number('postingDays')}
        <Field
          kind="select"
          language={language}
          name="escalationRole"
          label={t(m('office.settings.escalationRole'))}
          value={values['escalationRole']}
          noEmpty
          options={escalationRoles.map((role) => ({
            value: role,
            label: t(m(`office.role.${role}`)),
          }))}
          error={errors['escalationRole']}
        />
        {number('escalationDays')}
        {number('committeeQuorum')}
      </FieldSet>
      <Button>{t(m('settings.save'))}</Button>
    </Form>
  )
}
