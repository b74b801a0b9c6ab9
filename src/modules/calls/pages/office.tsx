import type { FormState, Scene } from '#kernel/http'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  Form,
  Heading,
  type Option,
  Page,
  Stack,
  StateTag,
  Table,
  FormAlert,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CountedCall } from '../queries/calls.ts'
import { stageOf } from '../rules/timeline.ts'
import { LocalAsk } from './local-ask.tsx'
import { instantOf, localText, stageState } from './scene.tsx'

/** The calls of the reader's institutions. */
export function OfficePage({ scene, calls }: { scene: Scene; calls: readonly CountedCall[] }) {
  const { t, href, language, now } = scene
  const columns: Column<CountedCall>[] = [
    {
      key: 'title',
      label: t(m('field.call')),
      primary: true,
      cell: (call) => <Local language={scene.language} text={call.titles} />,
    },
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state',
      cell: (call) => {
        const { tone, label } = stageState(scene, stageOf(call, now))
        return <StateTag tone={tone}>{label}</StateTag>
      },
    },
    {
      key: 'closes',
      label: t(m('moment.closes')),
      kind: 'date',
      cell: (call) => instantOf(scene, call.closes_at),
    },
    {
      key: 'submitted',
      label: t(m('field.submitted')),
      kind: 'number',
      cell: ({ submitted }) => submitted,
    },
    {
      key: 'undecided',
      label: t(m('field.undecided')),
      kind: 'number',
      cell: ({ undecided }) => undecided,
    },
  ]
  const begin = <ButtonLink href={href('/calls/new')}>{t(m('office.new'))}</ButtonLink>
  return (
    <Page
      frame={scene.frame}
      title={t(m('office.title'))}
      trail={[{ href: href('/calls'), label: t(m('browse.title')) }]}
      wide
    >
      <Heading level={1} lead={t(m('office.lead'))} actions={calls.length > 0 && begin}>
        {t(m('office.title'))}
      </Heading>
      <Table
        language={language}
        caption={t(m('office.title'))}
        captionHidden
        columns={columns}
        rows={calls}
        rowKey={({ id }) => id}
        rowHref={(call) => href(`/calls/${call.id}${call.state === 'draft' ? '/edit' : ''}`)}
        rowLabel={({ titles }) => localText(scene, titles)}
        keyboard
        empty={
          <EmptyState title={t(m('office.none'))} why={t(m('office.none-why'))} action={begin} />
        }
      />
    </Page>
  )
}

interface NewCallProps {
  scene: Scene
  organisations: readonly Option[]
  calls: readonly CountedCall[]
  form: FormState
}

/** Begins a call: its title, and last year's call to begin from. */
export function NewCallPage({ scene, organisations, calls, form }: NewCallProps) {
  const { t, href, language, frame } = scene
  return (
    <Page
      frame={frame}
      title={t(m('office.new'))}
      trail={[
        { href: href('/calls'), label: t(m('browse.title')) },
        { href: href('/calls/office'), label: t(m('office.title')) },
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
    >
      <Heading level={1} lead={t(m('new.lead'))}>
        {t(m('office.new'))}
      </Heading>
      <Stack>
        <Form action={href('/calls/new')} csrf={frame.csrf}>
          <LocalAsk
            scene={scene}
            form={form}
            name="title"
            legend={t(m('field.title'))}
            hint={t(m('field.title-hint'))}
            most={200}
          />
          <Field
            kind="select"
            language={language}
            name="organisation"
            label={t(m('field.organisation'))}
            options={organisations}
            value={form.values['organisation'] ?? organisations[0]?.value}
            noEmpty={organisations.length === 1}
            error={form.errors['organisation']}
          />
          {calls.length > 0 && (
            <Field
              kind="select"
              language={language}
              name="copy"
              label={t(m('new.copy'))}
              hint={t(m('new.copy-hint'))}
              options={calls.map((call) => ({
                value: call.id,
                label: localText(scene, call.titles),
              }))}
              value={form.values['copy']}
              required={false}
            />
          )}
          <ButtonGroup>
            <Button>{t(m('new.do'))}</Button>
          </ButtonGroup>
        </Form>
      </Stack>
    </Page>
  )
}
