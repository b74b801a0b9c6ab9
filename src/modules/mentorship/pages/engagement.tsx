import type { FormState, Scene } from '#kernel/http'
import {
  Button,
  ButtonLink,
  Field,
  FieldSet,
  Form,
  Heading,
  LanguageFields,
  languageNames,
  Notice,
  ObjectStrip,
  type Option,
  Page,
  Section,
  Stack,
  FormAlert,
  Local,
} from '#ui'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import type { EngagementRow } from '../queries/engagements.ts'
import { mentorKinds } from '../schema.ts'
import { localText, periodOf } from './scene.tsx'

interface NewProps {
  scene: Scene
  organisations: readonly Option[]
  form: FormState
}

/** An office begins something in which students are mentored, where no other part of the house has begun it. */
export function NewEngagementPage({ scene, organisations, form }: NewProps) {
  const { t, language, href, frame } = scene
  const fieldOf = (name: string) => ({ value: form.values[name] ?? '', error: form.errors[name] })
  const needs = (form.values['needs'] ?? mentorKinds.join(' ')).split(' ')
  return (
    <Page
      frame={frame}
      title={t(m('engagement.new'))}
      trail={[
        { href: href('/mentoring'), label: t(m('own.title')) },
        { href: href('/mentoring/students'), label: t(m('students.title')) },
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('engagement.new-lead'))}>
          {t(m('engagement.new'))}
        </Heading>
        <Form action={href('/mentoring/engagements/new')} csrf={frame.csrf}>
          <TitleFields scene={scene} form={form} />
          <Field
            language={language}
            kind="select"
            name="organisation"
            label={t(m('field.organisation'))}
            options={organisations}
            value={form.values['organisation'] ?? organisations[0]?.value}
            noEmpty={organisations.length === 1}
            error={form.errors['organisation']}
            required
          />
          <Field
            language={language}
            kind="checkboxes"
            name="needs"
            label={t(m('field.needs'))}
            hint={t(m('field.needs-hint'))}
            value={needs}
            error={form.errors['needs']}
            options={mentorKinds.map((value) => ({ value, label: t(m(`kind.${value}`)) }))}
            required
          />
          <FieldSet legend={t(m('field.period'))} columns>
            <Field
              language={language}
              kind="date"
              name="from"
              label={t(m('field.from'))}
              required={false}
              {...fieldOf('from')}
            />
            <Field
              language={language}
              kind="date"
              name="until"
              label={t(m('field.until'))}
              required={false}
              {...fieldOf('until')}
            />
          </FieldSet>
          <Button>{t(m('engagement.open'))}</Button>
        </Form>
      </Stack>
    </Page>
  )
}

function TitleFields({ scene, form }: Pick<NewProps, 'scene' | 'form'>) {
  const { t, language } = scene
  return (
    <LanguageFields
      language={language}
      legend={t(m('field.title'))}
      hint={t(m('field.title-hint'))}
      isFilled={(each) => (form.values[`title.${each}`] ?? '') !== ''}
      isWrong={() => false}
      field={(each) => (
        <Field
          key={each}
          kind="text"
          language={language}
          name={`title.${each}`}
          label={<span lang={each}>{languageNames[each]}</span>}
          called={t(m('field.title'))}
          value={form.values[`title.${each}`] ?? ''}
          error={each === language ? form.errors['title'] : undefined}
          valueLanguage={each}
          maxlength={200}
          required={each === language ? undefined : false}
        />
      )}
    />
  )
}

interface EngagementProps {
  scene: Scene
  engagement: EngagementRow
  form: FormState
  refused: readonly { line: string; why: Message }[]
}

/** Puts students into an engagement, by their addresses or numbers, as they stand in a list. */
export function EngagementPage({ scene, engagement, form, refused }: EngagementProps) {
  const { t, language, href, frame } = scene
  const list = href('/mentoring/students', { engagement: engagement.id })
  return (
    <Page
      frame={frame}
      title={localText(scene, engagement.titles)}
      trail={[
        { href: href('/mentoring'), label: t(m('own.title')) },
        { href: href('/mentoring/students'), label: t(m('students.title')) },
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <ObjectStrip
        language={language}
        kind={t(m('field.engagement'))}
        title={<Local language={scene.language} text={engagement.titles} />}
        detail={periodOf(scene, engagement)}
        state={{
          tone: engagement.closed_at === null ? 'done' : 'neutral',
          label: t(
            m(engagement.closed_at === null ? 'engagement.is-open' : 'engagement.is-closed'),
          ),
        }}
        next={<a href={list}>{t(m('engagement.to-list'))}</a>}
      />
      <Stack gap="wide">
        {refused.length > 0 && (
          <Notice tone="attention" title={t(m('add.refused', { count: refused.length }))}>
            <ul>
              {refused.map(({ line, why }, index) => (
                <li key={index}>
                  <span lang="">{line}</span>: {t(why)}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Section title={t(m('add.title'))} id="add" lead={t(m('add.lead'))}>
          <Form action={href(`/mentoring/engagements/${engagement.id}/students`)} csrf={frame.csrf}>
            <Field
              language={language}
              kind="textarea"
              name="rows"
              label={t(m('add.rows'))}
              hint={t(m('add.rows-hint'))}
              value={form.values['rows'] ?? ''}
              error={form.errors['rows']}
              rows={8}
              pasteTable
              required
            />
            <Button>{t(m('add.do'))}</Button>
          </Form>
        </Section>
        <ButtonLink href={list} look="secondary">
          {t(m('engagement.to-list'))}
        </ButtonLink>
      </Stack>
    </Page>
  )
}
