import type { FormState, Scene } from '#kernel/http'
import { displayName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Form,
  Heading,
  Page,
  Stack,
  StateTag,
  Table,
  FormAlert,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { CallRow } from '../queries/calls.ts'
import type { Proposed } from '../service/decisions.ts'
import { applicationsPerPage } from './applications.tsx'
import { localText } from './scene.tsx'

interface SelectionPageProps {
  scene: Scene
  call: CallRow
  /** One page of the proposal, in order of merit. */
  rows: readonly Proposed[]
  seated: number
  total: number
  /** How many applications were sent at all. */
  received: number
  page: number
  form: FormState
}

/** What the selection by quota would decide, before anybody decides it. */
export function SelectionPage(props: SelectionPageProps) {
  const { scene, call, rows, seated, total, page, form } = props
  const { t, href, frame, language } = scene
  const list = `/calls/${call.id}/applications`
  return (
    <Page
      frame={frame}
      title={t(m('selection.title'))}
      trail={[
        { href: href('/calls/office'), label: t(m('office.title')) },
        { href: href(list), label: localText(scene, call.titles) },
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
      wide
    >
      <Heading
        level={1}
        kicker={<Local language={scene.language} text={call.titles} />}
        lead={t(m('selection.lead', { seated, waiting: total - seated }))}
      >
        {t(m('selection.title'))}
      </Heading>
      <Stack>
        <p>{t(m('selection.method'))}</p>
        {total > 0 && (
          <Form
            action={href(`/calls/${call.id}/selection`)}
            csrf={frame.csrf}
            hidden={{ seen: String(call.decisions) }}
          >
            <ButtonGroup>
              <Button>{t(m('selection.do'))}</Button>
              <ButtonLink href={href(list)} look="secondary">
                {t(m('selection.back'))}
              </ButtonLink>
            </ButtonGroup>
          </Form>
        )}
        <Table
          language={language}
          caption={t(m('selection.title'))}
          captionHidden
          columns={columnsOf(scene, call)}
          rows={rows}
          rowKey={({ application }) => application.id}
          rowHref={({ application }) => href(`/applications/${application.id}`)}
          pagination={{
            page,
            pageSize: applicationsPerPage,
            total,
            href: (number) => href(`/calls/${call.id}/selection`, { page: number }),
          }}
          empty={
            props.received === 0 ? (
              <EmptyState title={t(m('list.none'))} why={t(m('list.none-why'))} />
            ) : (
              <EmptyState title={t(m('refusal.all-decided'))} why={t(m('selection.none-why'))} />
            )
          }
        />
      </Stack>
    </Page>
  )
}

function columnsOf(scene: Scene, call: CallRow): Column<Proposed>[] {
  const { t, language } = scene
  const { destinations } = call.definition
  return [
    {
      key: 'number',
      label: t(m('field.number')),
      kind: 'number',
      cell: ({ application }) => application.number,
    },
    {
      key: 'name',
      label: t(m('field.applicant')),
      primary: true,
      cell: ({ application }) => displayName(application.name, language),
    },
    {
      key: 'merit',
      label: t(m('field.by-merit')),
      kind: 'number',
      cell: ({ merit }) => merit ?? '–',
    },
    {
      key: 'seat',
      label: t(m('field.destination')),
      cell: ({ destinationId }) =>
        destinationId === null ? (
          <StateTag tone="attention">{t(m('outcome.waiting'))}</StateTag>
        ) : (
          <Local
            language={scene.language}
            text={destinations.find(({ id }) => id === destinationId)?.name ?? {}}
          />
        ),
    },
    {
      key: 'wish',
      label: t(m('field.which-wish')),
      kind: 'number',
      cell: ({ wish }) => wish ?? '–',
    },
  ]
}
