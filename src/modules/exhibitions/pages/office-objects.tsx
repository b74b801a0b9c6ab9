import type { FormState, Scene } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  Heading,
  LocalAsk,
  type Option,
  Page,
  Stack,
  StateTag,
  Table,
  type Tone,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { OfficeObject } from '../queries/office-objects.ts'
import type { ObjectState } from '../schema.ts'
import { localText } from './scene.tsx'

const tones: Readonly<Record<ObjectState, Tone>> = {
  draft: 'neutral',
  available: 'done',
  withdrawn: 'harm',
}

/** Where an object stands, as a tag. */
export function ObjectStateTag({ scene, state }: { scene: Scene; state: ObjectState }) {
  return <StateTag tone={tones[state]}>{scene.t(m(`object.state.${state}`))}</StateTag>
}

interface OfficeProps {
  scene: Scene
  objects: readonly OfficeObject[]
  page: number
  pageSize: number
  total: number
}

/** What the reader's institutions hold, in every state. */
export function OfficeObjectsPage({ scene, objects, page, pageSize, total }: OfficeProps) {
  const { t, href, language } = scene
  const begin = (
    <ButtonGroup>
      <ButtonLink href={href('/objects/new')}>{t(m('office.new'))}</ButtonLink>
      <ButtonLink href={href('/objects/bulk')} look="secondary">
        {t(m('bulk.title'))}
      </ButtonLink>
    </ButtonGroup>
  )
  return (
    <Page
      frame={scene.frame}
      title={t(m('holdings.title'))}
      trail={[{ href: href('/objects'), label: t(m('browse.title')) }]}
      wide
    >
      <Heading level={1} lead={t(m('holdings.lead'))} actions={total > 0 && begin}>
        {t(m('holdings.title'))}
      </Heading>
      <Table
        language={language}
        caption={t(m('holdings.title'))}
        captionHidden
        columns={columnsOf(scene)}
        rows={objects}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`/objects/${id}/edit`)}
        rowLabel={({ titles }) => localText(scene, titles)}
        keyboard
        pagination={
          total > pageSize
            ? { page, pageSize, total, href: (number) => href('/objects/office', { page: number }) }
            : undefined
        }
        empty={
          <EmptyState
            title={t(m('holdings.none'))}
            why={t(m('holdings.none-why'))}
            action={begin}
          />
        }
      />
    </Page>
  )
}

function columnsOf(scene: Scene): Column<OfficeObject>[] {
  const { t } = scene
  return [
    {
      key: 'title',
      label: t(m('object.title')),
      primary: true,
      cell: ({ titles }) => <Local language={scene.language} text={titles} />,
    },
    {
      key: 'number',
      label: t(m('object.inventory')),
      cell: ({ inventory_number }) => inventory_number ?? '–',
    },
    {
      key: 'state',
      label: t(m('object.state')),
      kind: 'state',
      cell: ({ state }) => <ObjectStateTag scene={scene} state={state} />,
    },
    {
      key: 'access',
      label: t(m('object.access')),
      cell: ({ access }) => t(m(`access.${access}`)),
    },
    { key: 'media', label: t(m('media.title')), kind: 'number', cell: ({ media }) => media },
    {
      key: 'failed',
      label: t(m('media.failed')),
      kind: 'number',
      cell: ({ failed }) => failed,
    },
  ]
}

interface NewProps {
  scene: Scene
  organisations: readonly Option[]
  form: FormState
}

/** Begins the description of an object. */
export function NewObjectPage({ scene, organisations, form }: NewProps) {
  const { t, href, language, frame } = scene
  return (
    <Page
      frame={frame}
      title={t(m('office.new'))}
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
      <Heading level={1} lead={t(m('new.lead'))}>
        {t(m('office.new'))}
      </Heading>
      <Form action={href('/objects/new')} csrf={frame.csrf}>
        <Stack>
          <Field
            kind="select"
            language={language}
            name="organisation"
            label={t(m('object.holder'))}
            options={organisations}
            value={form.values['organisation'] ?? organisations[0]?.value}
            error={form.errors['organisation']}
          />
          <LocalAsk
            language={language}
            values={form.values}
            errors={form.errors}
            name="title"
            legend={t(m('object.title'))}
            most={300}
            required
          />
          <ButtonGroup>
            <Button>{t(m('new.do'))}</Button>
          </ButtonGroup>
        </Stack>
      </Form>
    </Page>
  )
}
