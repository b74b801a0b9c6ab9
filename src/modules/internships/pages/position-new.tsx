import type { FormState } from '#kernel/http'
import { type Language, languageTag } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Field,
  FieldSet,
  Form,
  Heading,
  LanguageFields,
  languageNames,
  Page,
  FormAlert,
} from '#ui'
import { m } from '../messages/index.ts'
import { cefrLevels, positionModes } from '../schema.ts'
import { stipendCurrencies, workLanguages } from '../rules/position.ts'
import { base, type PageCall } from './scene.tsx'

interface NewPositionProps {
  call: PageCall
  hosts: readonly { value: string; label: string }[]
  offices: readonly { value: string; label: string }[]
  skills: readonly string[]
  form: FormState
}

const labels = { title: 'new.title-field', description: 'new.description' } as const

/** A new position of a vetted host; it stays a draft until it is published. */
export function NewPositionPage(props: NewPositionProps) {
  const { call, form } = props
  const { t, href, frame } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('new.title'))}
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        { href: href(`${base}/office`), label: t(m('office.title')) },
      ]}
      alert={<FormAlert language={call.language} form={form} />}
    >
      <Heading level={1} lead={t(m('new.lead'))}>
        {t(m('new.title'))}
      </Heading>
      <Form action={href(`${base}/positions/new`)} csrf={frame.csrf}>
        <Texts {...props} />
        <When {...props} />
        <What {...props} />
        <ButtonGroup>
          <Button>{t(m('new.save'))}</Button>
          <ButtonLink look="quiet" href={href(`${base}/office`)}>
            {t(m('back'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

function Texts({ call, hosts, offices, form }: NewPositionProps) {
  const { t, language } = call
  const field = (name: 'title' | 'description') => (each: Language) => (
    <Field
      key={each}
      kind={name === 'title' ? 'text' : 'textarea'}
      language={language}
      name={`${name}.${each}`}
      label={<span lang={languageTag(each)}>{languageNames[each]}</span>}
      called={t(m(labels[name]))}
      value={form.values[`${name}.${each}`]}
      error={each === language ? form.errors[name] : undefined}
      required={false}
      maxlength={name === 'title' ? 200 : 6000}
    />
  )
  return (
    <>
      {offices.length > 1 && (
        <Field
          kind="select"
          language={language}
          name="organisation"
          label={t(m('field.office'))}
          options={offices}
          value={form.values['organisation']}
        />
      )}
      <Field
        kind="select"
        language={language}
        name="host"
        label={t(m('field.host'))}
        hint={t(m('new.host-hint'))}
        options={hosts}
        value={form.values['host']}
        error={form.errors['host']}
      />
      {(['title', 'description'] as const).map((name) => (
        <LanguageFields
          key={name}
          language={language}
          legend={t(m(labels[name]))}
          long={name === 'description'}
          field={field(name)}
          isFilled={(each) => Boolean(form.values[`${name}.${each}`])}
          isWrong={() => form.errors[name] !== undefined}
        />
      ))}
    </>
  )
}

function When({ call, form }: NewPositionProps) {
  const { t, language } = call
  return (
    <FieldSet legend={t(m('field.period'))} columns>
      {(['startsOn', 'endsOn', 'applyBy'] as const).map((name) => (
        <Field
          key={name}
          kind="date"
          language={language}
          name={name}
          label={t(m(`new.${name}`))}
          value={form.values[name]}
          error={form.errors[name]}
        />
      ))}
      {(['hoursPerWeek', 'places'] as const).map((name) => (
        <Field
          key={name}
          kind="number"
          language={language}
          name={name}
          label={t(m(`new.${name}`))}
          min="1"
          max={name === 'places' ? '500' : '60'}
          value={form.values[name]}
          error={form.errors[name]}
        />
      ))}
    </FieldSet>
  )
}

function What({ call, form, skills }: NewPositionProps) {
  const { t, language } = call
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' })
  const select = (
    name: string,
    label: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <Field
      kind="select"
      language={language}
      name={name}
      label={label}
      options={options}
      value={form.values[name]}
      error={form.errors[name]}
    />
  )
  return (
    <FieldSet legend={t(m('new.what'))} columns>
      {select(
        'mode',
        t(m('field.mode')),
        positionModes.map((mode) => ({ value: mode, label: t(m(`mode.${mode}`)) })),
      )}
      {select(
        'language',
        t(m('field.language')),
        workLanguages.map((each) => ({ value: each, label: names.of(each) ?? each })),
      )}
      {select(
        'languageLevel',
        t(m('new.level')),
        cefrLevels.map((level) => ({ value: level, label: level })),
      )}
      <Field
        kind="text"
        language={language}
        name="field"
        label={t(m('field.field'))}
        hint={t(m('new.field-hint'))}
        inputmode="numeric"
        maxlength={4}
        value={form.values['field']}
        error={form.errors['field']}
      />
      <Field
        kind="text"
        language={language}
        name="skills"
        label={t(m('field.skills'))}
        hint={
          skills.length === 0
            ? t(m('new.skills-hint'))
            : t(m('new.skills-known', { skills: skills.slice(0, 8).join(', ') }))
        }
        required={false}
        value={form.values['skills']}
        error={form.errors['skills']}
      />
      <Stipend call={call} form={form} />
    </FieldSet>
  )
}

function Stipend({ call, form }: Pick<NewPositionProps, 'call' | 'form'>) {
  const { t, language } = call
  return (
    <>
      <Field
        kind="text"
        language={language}
        name="stipend"
        label={t(m('new.stipend'))}
        hint={t(m('new.stipend-hint'))}
        required={false}
        value={form.values['stipend']}
        error={form.errors['stipend']}
      />
      <Field
        kind="select"
        language={language}
        name="stipendCurrency"
        label={t(m('new.currency'))}
        required={false}
        options={stipendCurrencies.map((each) => ({ value: each, label: each }))}
        value={form.values['stipendCurrency']}
        error={form.errors['stipendCurrency']}
      />
    </>
  )
}
