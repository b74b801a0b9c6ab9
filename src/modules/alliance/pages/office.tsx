import type { LocalText } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  type Content,
  EmptyState,
  Form,
  Heading,
  Notice,
  Section,
  StateTag,
  Table,
  Tabs,
} from '#ui'
import { m } from '../messages/index.ts'
import type { PendingInvitation } from '../queries/invitations.ts'
import type { OrganisationPage, unitsOf } from '../queries/organisations.ts'
import { unitKinds } from '../schema.ts'
import { Invitations } from './invitations.tsx'
import { OrganisationFacts } from './organisation.tsx'
import {
  day,
  type FormState,
  Framed,
  Named,
  nameText,
  period,
  type Scene,
  asker,
} from './scene.tsx'
import { UndoImport } from './undo-import.tsx'

/** The organisation whose office this is, and what the reader may do there. */
export interface Office {
  id: string
  names: LocalText
  may: {
    details: boolean
    people: boolean
    /** Inviting somebody to a role there. */
    invite: boolean
    units: boolean
    terms: boolean
    programmes: boolean
    mailboxes: boolean
    membership: boolean
  }
}

type OfficeTab = 'overview' | 'people' | 'units' | 'degree-programmes' | 'terms' | 'mailboxes'

interface OfficeFrameProps {
  scene: Scene
  office: Office
  tab: OfficeTab
  title: string
  form?: FormState
  actions?: Content
  children: Content
}

/** The frame of an organisation's own pages: its name, and a tab for each thing that its office keeps. */
export function OfficeFrame({
  scene,
  office,
  tab,
  title,
  form,
  actions,
  children,
}: OfficeFrameProps) {
  const { t, href } = scene
  const base = `/organisations/${office.id}`
  const tabs: [OfficeTab, string, boolean][] = [
    ['overview', base, true],
    ['people', `${base}/people`, office.may.people],
    ['units', `${base}/units`, true],
    ['degree-programmes', `${base}/degree-programmes`, true],
    ['terms', `${base}/terms`, true],
    ['mailboxes', `${base}/mailboxes`, true],
  ]
  const name = nameText(scene, office.names)
  return (
    <Framed scene={scene} title={tab === 'overview' ? name : `${title} · ${name}`} wide form={form}>
      <Heading
        level={1}
        kicker={tab === 'overview' ? t(m('office.title')) : name}
        actions={actions}
      >
        {title}
      </Heading>
      <Tabs
        label={t(m('office.title'))}
        tabs={tabs
          .filter(([, , shown]) => shown)
          .map(([key, path]) => ({
            href: href(path),
            label: t(m(`office.${key}`)),
            current: key === tab,
          }))}
      />
      {children}
    </Framed>
  )
}

interface OverviewProps {
  scene: Scene
  office: Office
  organisation: OrganisationPage
  /** For the secretariat, which sees no people of a member: whether anybody runs its work yet, and who is invited. */
  running: { isRun: boolean; invitations: readonly PendingInvitation[] } | null
  form: FormState
}

/** What an organisation's office sees first. */
export function OfficePage({ scene, office, organisation, running, form }: OverviewProps) {
  const { t, href } = scene
  return (
    <OfficeFrame
      scene={scene}
      office={office}
      tab="overview"
      title={nameText(scene, office.names)}
      form={form}
      actions={
        <ButtonGroup>
          {office.may.details && (
            <ButtonLink look="secondary" href={href(`/organisations/${office.id}/details`)}>
              {t(m('action.change'))}
            </ButtonLink>
          )}
          <ButtonLink look="quiet" href={href(`/members/${office.id}`)}>
            {t(m('office.public-page'))}
          </ButtonLink>
        </ButtonGroup>
      }
    >
      {running && <Running scene={scene} office={office} {...running} />}
      <OrganisationFacts scene={scene} organisation={organisation} />
      {office.may.membership && (
        <Memberships scene={scene} organisation={organisation} form={form} />
      )}
    </OfficeFrame>
  )
}

/** Whether anybody runs a member's work yet, and who is invited to; for the secretariat, which invites the first. */
function Running({
  scene,
  office,
  isRun,
  invitations,
}: { scene: Scene; office: Office } & NonNullable<OverviewProps['running']>) {
  const { t, href } = scene
  const path = `/organisations/${office.id}/invitations`
  const invite = (
    <ButtonLink
      look={isRun || invitations.length > 0 ? 'secondary' : 'primary'}
      href={href(`${path}/new`, { role: 'coordinator' })}
    >
      {t(m(isRun ? 'first.invite-another' : 'first.invite'))}
    </ButtonLink>
  )
  return (
    <>
      {isRun ? (
        <ButtonGroup>{invite}</ButtonGroup>
      ) : (
        <Notice tone="attention" title={t(m('first.nobody'))} action={invite}>
          {t(m(invitations.length > 0 ? 'first.invited' : 'first.nobody-why'))}
        </Notice>
      )}
      {invitations.length > 0 && (
        <Invitations
          scene={scene}
          invitations={invitations}
          withRole
          address={(id) => `${path}/${id}/withdrawal`}
        />
      )}
    </>
  )
}

function Memberships({
  scene,
  organisation,
  form,
}: {
  scene: Scene
  organisation: OrganisationPage
  form: FormState
}) {
  const ask = asker(scene, form)
  const { t, href } = scene
  const open = organisation.memberships.find((row) => row.ends_on === null)
  const path = href(`/organisations/${organisation.id}/memberships`)
  return (
    <Section title={t(m('membership.title'))} id="membership">
      {organisation.memberships.length === 0 ? (
        <EmptyState title={t(m('membership.none'))} why={t(m('membership.none-why'))} />
      ) : (
        <ul>
          {organisation.memberships.map((row) => (
            <li key={row.id}>
              {t(m(`membership.${row.kind}`))}{' '}
              <span class="quiet">{period(scene, row.starts_on, row.ends_on)}</span>
            </li>
          ))}
        </ul>
      )}
      <Form action={open ? `${path}/end` : path} csrf={scene.frame.csrf}>
        {!open && (
          <>
            {ask('select', 'kind', m('membership.kind'), {
              options: (['founder', 'member', 'partner', 'observer'] as const).map((kind) => ({
                value: kind,
                label: t(m(`membership.${kind}`)),
              })),
            })}
            {ask('date', 'startsOn', m('field.from'), { width: 'short' })}
          </>
        )}
        {open && ask('date', 'endsOn', m('field.last-day'), { width: 'short' })}
        <ButtonGroup>
          <Button look={open ? 'harm' : 'primary'}>
            {t(m(open ? 'membership.end' : 'membership.begin'))}
          </Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

type Unit = Awaited<ReturnType<typeof unitsOf>>[number]

interface UnitsProps {
  scene: Scene
  office: Office
  units: readonly Unit[]
  /** The list that was just brought in, while it can be taken back. */
  imported: { id: string; added: number; changed: number } | null
  form: FormState
}

/** The units of an organisation: several are added at once, one a line or as a list, and closed together. */
export function UnitsPage({ scene, office, units, imported, form }: UnitsProps) {
  const ask = asker(scene, form)
  const { t, href, language } = scene
  const path = href(`/organisations/${office.id}/units`)
  return (
    <OfficeFrame
      scene={scene}
      office={office}
      tab="units"
      title={t(m('office.units'))}
      form={form}
      actions={<UnitsActions scene={scene} office={office} path={path} />}
    >
      {imported && (
        <UndoImport
          scene={scene}
          title={t(m('unit.imported', { added: imported.added, changed: imported.changed }))}
          action={`${path}/import/undo`}
          importId={imported.id}
        />
      )}
      <Table
        language={language}
        caption={t(m('office.units'))}
        captionHidden
        columns={unitColumns(scene, units)}
        rows={units}
        rowKey={(unit) => unit.id}
        rowHref={office.may.units ? (unit) => `${path}/${unit.id}` : undefined}
        rowLabel={(unit) => nameText(scene, unit.names)}
        keyboard
        select={
          office.may.units
            ? {
                action: `${path}/closures`,
                csrf: scene.frame.csrf,
                name: 'keys[]',
                actions: [
                  { name: 'act', value: 'close', label: t(m('unit.close')) },
                  { name: 'act', value: 'reopen', label: t(m('unit.reopen')) },
                ],
              }
            : undefined
        }
        empty={<EmptyState title={t(m('unit.none'))} why={t(m('unit.none-why'))} />}
      />
      {office.may.units && (
        <Section title={t(m('unit.add'))} id="add-units" lead={t(m('unit.add-lead'))}>
          <Form action={path} csrf={scene.frame.csrf}>
            {ask('textarea', 'lines', m('unit.lines'), { hint: m('unit.lines-hint'), rows: 6 })}
            {ask('select', 'kind', m('field.kind'), {
              noEmpty: true,
              options: unitKinds.map((kind) => ({ value: kind, label: t(m(`unit.${kind}`)) })),
            })}
            <ButtonGroup>
              <Button>{t(m('unit.add'))}</Button>
            </ButtonGroup>
          </Form>
        </Section>
      )}
    </OfficeFrame>
  )
}

/** The ways in and out for many units at once. */
function UnitsActions({ scene, office, path }: { scene: Scene; office: Office; path: string }) {
  const { t } = scene
  return (
    <ButtonGroup>
      {office.may.units && (
        <ButtonLink look="secondary" href={`${path}/import`}>
          {t(m('unit.import'))}
        </ButtonLink>
      )}
      <ButtonLink look="quiet" icon="download" href={`${path}/table`}>
        {t(m('action.download'))}
      </ButtonLink>
      <ButtonLink look="quiet" icon="download" href={`${path}/table?format=csv`}>
        {t(m('unit.download-csv'))}
      </ButtonLink>
    </ButtonGroup>
  )
}

function unitColumns(scene: Scene, units: readonly Unit[]): Column<Unit>[] {
  const { t } = scene
  return [
    {
      key: 'name',
      label: t(m('field.name')),
      primary: true,
      cell: (unit) => <Named scene={scene} names={unit.names} />,
    },
    { key: 'code', label: t(m('field.code')), cell: (unit) => unit.code ?? '–' },
    { key: 'kind', label: t(m('field.kind')), cell: (unit) => t(m(`unit.${unit.kind}`)) },
    ...(units.some((unit) => unit.parent_id !== null)
      ? [
          {
            key: 'part-of',
            label: t(m('unit.part-of')),
            cell: (unit: Unit) => {
              const parent = units.find((each) => each.id === unit.parent_id)
              return parent ? <Named scene={scene} names={parent.names} /> : '–'
            },
          },
        ]
      : []),
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state',
      cell: (unit) =>
        unit.closed_on ? (
          <StateTag tone="quiet">
            {t(m('unit.closed-on', { date: day(scene, unit.closed_on) }))}
          </StateTag>
        ) : (
          <StateTag tone="done">{t(m('unit.open'))}</StateTag>
        ),
    },
  ]
}
