import { type Scene } from '#kernel/http'
import { clauses, localised } from '#kernel/values'
import { ButtonLink, Card, type Column, EmptyState, Row, Section, StateTag, Table } from '#ui'
import type { ConsentState, FieldGroup } from '../consent-schema.ts'
import { m } from '../messages/index.ts'
import type { AskedConsent, ConsentRequestRow, ConsentRow } from '../queries/consents.ts'
import { AccountPage } from './scene.tsx'
import { dayWords, instantDay } from './words.ts'

/** Everything that a person was asked: what waits first, then what is allowed, then the rest. */
export function ConsentsPage({ scene, asked }: { scene: Scene; asked: readonly AskedConsent[] }) {
  const { t } = scene
  const open = asked.filter(isOpen)
  const others = asked.filter((each) => !isOpen(each))
  return (
    <AccountPage scene={scene} title={t(m('consent.title'))} lead={t(m('consent.lead'))}>
      {asked.length === 0 && (
        <EmptyState title={t(m('consent.nothing-asked'))} why={t(m('consent.nothing-asked-why'))} />
      )}
      {open.length > 0 && (
        <Section level={3} title={t(m('consent.open'))} id="open">
          {open.map(({ request }) => (
            <OpenCard key={request.id} scene={scene} request={request} />
          ))}
        </Section>
      )}
      {asked.length > 0 && <Allowed scene={scene} asked={asked} />}
      {others.length > 0 && (
        <Section level={3} title={t(m('consent.answered'))} id="answered">
          {others.map((each) => (
            <AnsweredCard key={each.request.id} scene={scene} asked={each} />
          ))}
        </Section>
      )}
    </AccountPage>
  )
}

function isOpen({ request, rows }: AskedConsent): boolean {
  return request.ended_at === null && rows.some(({ state }) => state === 'asked')
}

/** To whom and what for, as one line. */
export function consentTitle({ t, language }: Scene, request: ConsentRequestRow): string {
  const recipient = localised(request.recipient, language).text
  return t(m('consent.to', { recipient, purpose: m(`purpose.${request.purpose}`) }))
}

function OpenCard({ scene, request }: { scene: Scene; request: ConsentRequestRow }) {
  const { t, href } = scene
  return (
    <Card
      level={4}
      title={consentTitle(scene, request)}
      footer={
        <ButtonLink href={href(`/account/consents/${request.id}`)}>
          {t(m('consent.answer'))}
        </ButtonLink>
      }
    >
      <p>
        {request.needed_by
          ? t(m('consent.needed-by', { date: dayWords(scene, request.needed_by) }))
          : t(m('consent.asked-on', { date: instantDay(scene, request.asked_at) }))}
      </p>
    </Card>
  )
}

interface AllowedRow {
  request: ConsentRequestRow
  row: ConsentRow
}

function Allowed({ scene, asked }: { scene: Scene; asked: readonly AskedConsent[] }) {
  const { t, language } = scene
  const rows = asked
    .filter(({ request }) => request.ended_at === null)
    .flatMap((each) =>
      each.rows
        .filter(({ state }) => state === 'given' || state === 'awaiting-guardian')
        .map((row) => ({ request: each.request, row })),
    )
  return (
    <Section level={3} title={t(m('consent.allowed'))} id="allowed">
      <Table
        language={language}
        caption={t(m('consent.allowed'))}
        captionHidden
        columns={allowedColumns(scene)}
        rows={rows}
        rowKey={({ row }) => row.id}
        empty={<p>{t(m('consent.nothing-allowed'))}</p>}
      />
    </Section>
  )
}

function allowedColumns(scene: Scene): Column<AllowedRow>[] {
  const { t, language, href } = scene
  return [
    {
      key: 'data',
      label: t(m('consent.data')),
      primary: true,
      cell: ({ row }) => t(m(`group.${row.field_group}`)),
    },
    {
      key: 'recipient',
      label: t(m('consent.recipient')),
      cell: ({ request }) => localised(request.recipient, language).text,
    },
    {
      key: 'purpose',
      label: t(m('consent.purpose')),
      cell: ({ request }) => t(m(`purpose.${request.purpose}`)),
    },
    {
      key: 'state',
      label: t(m('consent.state')),
      kind: 'state',
      cell: ({ row }) => <ConsentTag scene={scene} state={row.state} />,
    },
    {
      key: 'since',
      label: t(m('consent.since')),
      kind: 'date',
      cell: ({ row }) => instantDay(scene, row.changed_at),
    },
    {
      key: 'act',
      label: '',
      kind: 'actions',
      cell: ({ request, row }) => (
        <a
          href={href(withdrawalPath(row))}
          aria-label={`${t(m('consent.take-back-of', { group: m(`group.${row.field_group}`) }))}, ${localised(request.recipient, language).text}`}
        >
          {t(m('consent.take-back'))}
        </a>
      ),
    },
  ]
}

function AnsweredCard({ scene, asked }: { scene: Scene; asked: AskedConsent }) {
  const { t, href } = scene
  const { request, rows } = asked
  const states = [...new Set(rows.map(({ state }) => state))]
  return (
    <Card
      level={4}
      title={consentTitle(scene, request)}
      href={href(`/account/consents/${request.id}`)}
    >
      {request.ended_at ? (
        <p class="quiet">{t(m('consent.ended'))}</p>
      ) : (
        <Row>
          {states.map((state) => (
            <ConsentTag key={state} scene={scene} state={state} />
          ))}
        </Row>
      )}
    </Card>
  )
}

const tones = {
  asked: 'attention',
  'awaiting-guardian': 'attention',
  given: 'done',
  declined: 'neutral',
  withdrawn: 'quiet',
} as const

/** Where a row stands, in a word. */
export function ConsentTag({ scene, state }: { scene: Scene; state: ConsentState }) {
  return <StateTag tone={tones[state]}>{scene.t(m(`consent.state.${state}`))}</StateTag>
}

/** Kinds of data beside each other: their names hold commas, so semicolons part them. */
export function groupList(
  { t, language }: Pick<Scene, 't' | 'language'>,
  groups: readonly FieldGroup[],
): string {
  return clauses(
    groups.map((group) => t(m(`group.${group}`))),
    language,
  )
}

/** The page that says what taking a row back means. */
export function withdrawalPath(row: Pick<ConsentRow, 'id' | 'request_id'>): string {
  return `/account/consents/${row.request_id}/rows/${row.id}/withdrawal`
}
