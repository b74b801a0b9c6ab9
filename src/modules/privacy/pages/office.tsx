import { type Scene } from '#kernel/http'
import { displayName, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  Form,
  Heading,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Tabs,
} from '#ui'
import { m } from '../messages/index.ts'
import type { KnownPerson } from '../queries/people.ts'
import type { RequestRow } from '../queries/requests.ts'
import { dayWords, isLate, requestState } from './words.ts'

/** How many requests a page of the list has. */
export const requestsPerPage = 50

interface OfficeProps {
  scene: Scene
  isOpen: boolean
  requests: readonly RequestRow[]
  total: number
  page: number
  /** The records of reads that the reader may look at. */
  records: readonly { href: string; label: string }[]
  typed: string
  found: readonly KnownPerson[] | null
}

/** What people ask about their data, for those who answer; and the way to act for somebody without an account. */
export function OfficePage(props: OfficeProps) {
  const { scene, isOpen } = props
  const { t, href } = scene
  const at = (state: 'open' | 'closed') => href('/privacy', state === 'open' ? {} : { state })
  return (
    <Page frame={scene.frame} title={t(m('office.title'))} wide>
      <Heading level={1} lead={t(m('office.lead'))} actions={<Records {...props} />}>
        {t(m('office.title'))}
      </Heading>
      <Tabs
        label={t(m('office.states'))}
        tabs={(['open', 'closed'] as const).map((state) => ({
          href: at(state),
          label: t(m(`office.${state}`)),
          current: (state === 'open') === isOpen,
        }))}
      />
      <Stack gap="wide">
        <RequestTable {...props} />
        <Find {...props} />
      </Stack>
    </Page>
  )
}

function Records({ records }: OfficeProps) {
  return (
    <ButtonGroup>
      {records.map(({ href, label }) => (
        <ButtonLink key={href} look="secondary" href={href}>
          {label}
        </ButtonLink>
      ))}
    </ButtonGroup>
  )
}

function RequestTable({ scene, isOpen, requests, total, page }: OfficeProps) {
  const { t, language, href } = scene
  return (
    <Table
      language={language}
      caption={t(m('office.title'))}
      captionHidden
      columns={requestColumns(scene)}
      rows={requests}
      rowKey={({ id }) => id}
      rowHref={({ id }) => href(`/privacy/requests/${id}`)}
      rowTone={(request) => (isLate(scene, request) ? 'harm' : undefined)}
      keyboard
      pagination={{
        page,
        pageSize: requestsPerPage,
        total,
        href: (number) => href('/privacy', { state: isOpen ? undefined : 'closed', page: number }),
      }}
      empty={
        <EmptyState
          title={t(m(isOpen ? 'office.none' : 'office.none-closed'))}
          why={t(m(isOpen ? 'office.none-why' : 'office.none-closed-why'))}
        />
      }
    />
  )
}

function requestColumns(scene: Scene): Column<RequestRow>[] {
  const { t, language } = scene
  return [
    {
      key: 'kind',
      label: t(m('office.kind')),
      primary: true,
      cell: ({ kind }) => t(m(`request.kind.${kind}`)),
    },
    {
      key: 'person',
      label: t(m('office.person')),
      cell: ({ name }) => displayName(name, language),
    },
    {
      key: 'to',
      label: t(m('office.to')),
      cell: ({ organisation }) =>
        organisation ? localised(organisation, language).text : t(m('request.secretariat')),
    },
    {
      key: 'due',
      label: t(m('office.due')),
      kind: 'date',
      cell: ({ due_on }) => dayWords(scene, due_on),
    },
    {
      key: 'state',
      label: t(m('office.state')),
      kind: 'state',
      cell: (request) => {
        const { tone, label } = requestState(scene, request)
        return <StateTag tone={tone}>{label}</StateTag>
      },
    },
  ]
}

function Find({ scene, typed, found }: OfficeProps) {
  const { t, href, language } = scene
  return (
    <Section title={t(m('office.find.title'))} id="find" lead={t(m('office.find.lead'))}>
      <Form action={`${href('/privacy')}#find`} method="get">
        <Field
          language={language}
          kind="search"
          name="q"
          label={t(m('office.find.field'))}
          value={typed}
          width="medium"
        />
        <Button look="secondary">{t(m('office.find.do'))}</Button>
      </Form>
      {found && (
        <Table
          language={language}
          caption={t(m('office.find.title'))}
          captionHidden
          columns={personColumns(scene)}
          rows={found}
          rowKey={({ id, person_id }) => `${person_id}@${id}`}
          rowHref={({ id, person_id }) => href(`/organisations/${id}/people/${person_id}/data`)}
          empty={<EmptyState title={t(m('office.find.none'))} why={t(m('office.find.none-why'))} />}
        />
      )}
    </Section>
  )
}

function personColumns({ t, language }: Scene): Column<KnownPerson>[] {
  return [
    {
      key: 'person',
      label: t(m('office.person')),
      primary: true,
      cell: ({ name }) => displayName(name, language),
    },
    {
      key: 'organisation',
      label: t(m('office.organisation')),
      cell: ({ names }) => localised(names, language).text,
    },
    {
      key: 'account',
      label: t(m('office.account')),
      cell: ({ has_account }) => t(m(has_account ? 'office.has-account' : 'office.no-account')),
    },
  ]
}
