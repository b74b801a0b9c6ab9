import type { FormState, Scene } from '#kernel/http'
import { formatInstant, languages, nativeName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  type Column,
  EmptyState,
  Field,
  Form,
  Heading,
  type Option,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ExhibitionRow } from '../queries/exhibitions.ts'
import { Alert, stateOf, workTrail } from './author-parts.tsx'
import { localText } from './scene.tsx'

interface OfficeProps {
  scene: Scene
  exhibitions: readonly ExhibitionRow[]
  /** The institutions for which the reader may begin one. */
  organisations: readonly Option[]
  /** Their own schools, where they may begin student work. */
  schools: readonly Option[]
  form: FormState
}

/** The exhibitions that the reader works on, and the beginning of a new one. */
export function OfficeExhibitionsPage(props: OfficeProps) {
  const { scene, exhibitions, organisations, schools, form } = props
  const { t } = scene
  return (
    <Page
      frame={scene.frame}
      title={t(m('office.title'))}
      trail={workTrail(scene).slice(0, 1)}
      alert={<Alert scene={scene} form={form} />}
    >
      <Heading level={1} lead={t(m('office.lead'))}>
        {t(m('office.title'))}
      </Heading>
      <Stack gap="wide">
        <Works {...props} exhibitions={exhibitions} />
        {organisations.length + schools.length > 0 && <Begin {...props} />}
      </Stack>
    </Page>
  )
}

function Works({ scene, exhibitions }: OfficeProps) {
  const { t, href, language, timeZone } = scene
  const columns: Column<ExhibitionRow>[] = [
    {
      key: 'title',
      label: t(m('field.title')),
      primary: true,
      cell: (row) => <Local language={scene.language} text={row.titles} />,
    },
    {
      key: 'owners',
      label: t(m('field.owners')),
      cell: ({ owners }) => (
        <ul class="plain-list">
          {owners.map(({ id, names }) => (
            <li key={id}>
              <Local language={scene.language} text={names} />
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state',
      cell: (row) => {
        const { tone, label } = stateOf(scene, row)
        return <StateTag tone={tone}>{label}</StateTag>
      },
    },
    {
      key: 'changed',
      label: t(m('field.changed')),
      cell: ({ changed_at }) => formatInstant(changed_at, timeZone, language),
    },
  ]
  return (
    <Table
      language={language}
      caption={t(m('office.title'))}
      captionHidden
      columns={columns}
      rows={exhibitions}
      rowKey={({ id }) => id}
      rowHref={({ id }) => href(`/exhibitions/${id}/edit`)}
      rowLabel={({ titles }) => localText(scene, titles)}
      empty={<EmptyState title={t(m('office.none'))} why={t(m('office.none-why'))} />}
    />
  )
}

function Begin({ scene, organisations, schools, form }: OfficeProps) {
  const { t, href, language, frame } = scene
  const options = [
    ...organisations,
    ...schools.map((school) => ({
      ...school,
      value: `student ${school.value}`,
      group: t(m('office.as-student')),
    })),
  ]
  return (
    <Section title={t(m('office.begin'))} id="begin">
      <Form action={href('/exhibitions/office')} csrf={frame.csrf}>
        <Field
          kind="text"
          language={language}
          name="title"
          label={t(m('field.title'))}
          value={form.values['title']}
          maxlength={120}
          error={form.errors['title']}
        />
        <Field
          kind="select"
          language={language}
          name="language"
          label={t(m('field.source-language'))}
          hint={t(m('field.source-language-hint'))}
          options={languages.map((value) => ({
            value,
            label: nativeName(value),
            labelLanguage: value,
          }))}
          value={form.values['language'] ?? language}
          noEmpty
        />
        <Field
          kind="select"
          language={language}
          name="organisation"
          label={t(m('field.organisation'))}
          options={options}
          value={form.values['organisation'] ?? options[0]?.value}
          noEmpty
          error={form.errors['organisation']}
        />
        <ButtonGroup>
          <Button>{t(m('office.begin-do'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}
