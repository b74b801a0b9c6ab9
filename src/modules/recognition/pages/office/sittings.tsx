import type { Call } from '#kernel/http'
import { displayName, formatDate, type PersonName } from '#kernel/values'
import {
  Button,
  EmptyState,
  ErrorSummary,
  Field,
  Form,
  Heading,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
} from '#ui'
import { m } from '../../messages/index.ts'
import type { ListedSitting } from '../../queries/office/committee.ts'
import { institutionOf, sittingsPath } from './committee-words.ts'

/** What the page of sittings shows; `plan` is null for whoever may plan none. */
export interface SittingsPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  sittings: readonly ListedSitting[]
  isAcross: boolean
  plan: {
    organisationId: string
    quorum: number
    candidates: readonly { id: string; name: PersonName }[]
  } | null
  values: Readonly<Record<string, string>>
  members: readonly string[]
  refusal: { message: string; fields: Record<string, string> } | null
}

/** The sittings of the committee, and a form for the next. */
export function SittingsPage(props: SittingsPageProps) {
  const { call, refusal } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('committee.title'))}
      trail={[{ href: href('/recognition/cases'), label: t(m('page.cases.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('committee.lead'))}>
          {t(m('committee.title'))}
        </Heading>
        <Sittings {...props} />
        {props.plan && <Plan {...props} plan={props.plan} />}
      </Stack>
    </Page>
  )
}

function Sittings({ call, sittings, isAcross }: SittingsPageProps) {
  const { t, language, href } = call
  return (
    <Table
      language={language}
      caption={t(m('committee.title'))}
      captionHidden
      keyboard
      rows={sittings}
      rowKey={(row) => row.id}
      rowHref={(row) => href(`${sittingsPath}/${row.id}`)}
      empty={<EmptyState title={t(m('committee.none'))} why={t(m('committee.none-why'))} />}
      columns={[
        {
          key: 'day',
          label: t(m('committee.day')),
          primary: true,
          nowrap: true,
          cell: (row) => formatDate(row.held_on, language),
        },
        ...(isAcross
          ? [
              {
                key: 'institution',
                label: t(m('committee.institution')),
                cell: (row: ListedSitting) => institutionOf(call, row),
              },
            ]
          : []),
        { key: 'place', label: t(m('committee.place')), cell: (row) => row.place || '–' },
        {
          key: 'chair',
          label: t(m('committee.chair')),
          cell: (row) => displayName(row.chair, language),
        },
        {
          key: 'items',
          label: t(m('committee.items')),
          cell: (row) =>
            t(m('committee.items-recorded', { recorded: row.recorded, items: row.items })),
        },
        {
          key: 'state',
          label: t(m('page.column.state')),
          kind: 'state',
          cell: (row) => (
            <StateTag tone={row.state === 'approved' ? 'done' : 'attention'}>
              {t(m(`committee.state.${row.state}`))}
            </StateTag>
          ),
        },
      ]}
    />
  )
}

function Plan({
  call,
  plan,
  values,
  members,
  refusal,
}: SittingsPageProps & { plan: NonNullable<SittingsPageProps['plan']> }) {
  const { t, language, href } = call
  const people = plan.candidates.map(({ id, name }) => ({
    value: id,
    label: displayName(name, language),
  }))
  const shared = (name: string) => ({
    language,
    name,
    value: values[name],
    error: refusal?.fields[name],
  })
  return (
    <Section
      title={t(m('committee.plan'))}
      lead={t(m('committee.plan-lead', { quorum: plan.quorum }))}
    >
      <Form
        action={href(`${sittingsPath}/organisations/${plan.organisationId}`)}
        csrf={call.frame.csrf}
      >
        <Field {...shared('heldOn')} kind="date" label={t(m('committee.day'))} required />
        <Field
          {...shared('place')}
          kind="text"
          label={t(m('committee.place'))}
          required={false}
          maxlength={300}
        />
        <Field
          {...shared('chair')}
          kind="select"
          label={t(m('committee.chair'))}
          options={people}
          required
        />
        <Field
          {...shared('secretary')}
          kind="select"
          label={t(m('committee.secretary'))}
          options={people}
          required
        />
        <Field
          kind="checkboxes"
          language={language}
          name="members"
          label={t(m('committee.members'))}
          hint={t(m('committee.members-hint'))}
          value={members}
          options={people}
          error={refusal?.fields['members']}
        />
        <Button>{t(m('committee.plan'))}</Button>
      </Form>
    </Section>
  )
}
