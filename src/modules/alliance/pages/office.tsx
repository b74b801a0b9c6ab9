import { formatAcademicYear, formatNumber, Fraction, type LocalText } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  type Content,
  EmptyState,
  Form,
  Heading,
  Section,
  StateTag,
  Table,
  Tabs,
} from '#ui'
import { m } from '../messages/index.ts'
import type {
  degreeProgrammesOf,
  mailboxesOf,
  OrganisationPage,
  termsOf,
  unitsOf,
} from '../queries/organisations.ts'
import { appointmentRoles, degreeLevels, unitKinds } from '../schema.ts'
import { OrganisationFacts, termName } from './organisation.tsx'
import {
  day,
  type FormState,
  Framed,
  LocalAsk,
  Named,
  namedOptions,
  nameText,
  period,
  roleOptions,
  type Scene,
  asker,
} from './scene.tsx'

/** The organisation whose office this is, and what the reader may do there. */
export interface Office {
  id: string
  names: LocalText
  may: {
    details: boolean
    people: boolean
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
  form: FormState
}

/** What an organisation's office sees first. */
export function OfficePage({ scene, office, organisation, form }: OverviewProps) {
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
      <OrganisationFacts scene={scene} organisation={organisation} />
      {office.may.membership && (
        <Memberships scene={scene} organisation={organisation} form={form} />
      )}
    </OfficeFrame>
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
  form: FormState
}

/** The units of an organisation: several are added at once, one a line, and closed together. */
export function UnitsPage({ scene, office, units, form }: UnitsProps) {
  const ask = asker(scene, form)
  const { t, href, language } = scene
  const path = href(`/organisations/${office.id}/units`)
  const columns: Column<Unit>[] = [
    {
      key: 'name',
      label: t(m('field.name')),
      primary: true,
      cell: (unit) => <Named scene={scene} names={unit.names} />,
    },
    { key: 'code', label: t(m('field.code')), cell: (unit) => unit.code ?? '–' },
    { key: 'kind', label: t(m('field.kind')), cell: (unit) => t(m(`unit.${unit.kind}`)) },
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
  return (
    <OfficeFrame scene={scene} office={office} tab="units" title={t(m('office.units'))} form={form}>
      <Table
        language={language}
        caption={t(m('office.units'))}
        captionHidden
        columns={columns}
        rows={units}
        rowKey={(unit) => unit.id}
        rowLabel={(unit) => nameText(scene, unit.names)}
        keyboard
        select={
          office.may.units
            ? {
                action: `${path}/closures`,
                csrf: scene.frame.csrf,
                name: 'keys[]',
                disabled: (unit) => unit.closed_on !== null,
                actions: [{ name: 'act', value: 'close', label: t(m('unit.close')) }],
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

type DegreeProgramme = Awaited<ReturnType<typeof degreeProgrammesOf>>[number]

interface DegreeProgrammesProps {
  scene: Scene
  office: Office
  programmes: readonly DegreeProgramme[]
  units: readonly Unit[]
  form: FormState
}

/** The degree programmes of a school, with the credit that each asks for. */
export function DegreeProgrammesPage({
  scene,
  office,
  programmes,
  units,
  form,
}: DegreeProgrammesProps) {
  const ask = asker(scene, form)
  const { t, href, language } = scene
  const columns: Column<DegreeProgramme>[] = [
    {
      key: 'name',
      label: t(m('field.name')),
      primary: true,
      cell: (row) => <Named scene={scene} names={row.names} />,
    },
    { key: 'code', label: t(m('field.code')), cell: (row) => row.code, nowrap: true },
    { key: 'level', label: t(m('field.level')), cell: (row) => t(m(`level.${row.level}`)) },
    {
      key: 'unit',
      label: t(m('field.unit')),
      cell: (row) => (row.unit_names ? <Named scene={scene} names={row.unit_names} /> : '–'),
    },
    {
      key: 'credit',
      label: t(m('field.total-credit')),
      kind: 'number',
      cell: (row) => formatNumber(Fraction.parse(row.total_credit) ?? Fraction.zero, language),
    },
    { key: 'scheme', label: t(m('field.credit-scheme')), cell: (row) => row.credit_scheme },
  ]
  return (
    <OfficeFrame
      scene={scene}
      office={office}
      tab="degree-programmes"
      title={t(m('office.degree-programmes'))}
      form={form}
    >
      <Table
        language={language}
        caption={t(m('office.degree-programmes'))}
        captionHidden
        columns={columns}
        rows={programmes}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            title={t(m('degree-programme.none'))}
            why={t(m('degree-programme.none-why'))}
          />
        }
      />
      {office.may.programmes && (
        <Section title={t(m('degree-programme.add'))} id="add-degree-programme">
          <Form
            action={href(`/organisations/${office.id}/degree-programmes`)}
            csrf={scene.frame.csrf}
          >
            <LocalAsk scene={scene} form={form} name="names" legend={m('field.names')} />
            {ask('text', 'code', m('field.code'), { width: 'medium' })}
            {ask('select', 'level', m('field.level'), {
              options: degreeLevels.map((level) => ({
                value: level,
                label: t(m(`level.${level}`)),
              })),
            })}
            {ask('select', 'unitId', m('field.unit'), {
              required: false,
              options: namedOptions(
                scene,
                units.filter((unit) => unit.closed_on === null),
              ),
            })}
            {ask('text', 'totalCredit', m('field.total-credit'), { width: 'short' })}
            {ask('text', 'creditScheme', m('field.credit-scheme'), {
              hint: m('hint.credit-scheme'),
              width: 'medium',
            })}
            {ask('text', 'iscedF', m('field.isced-f'), {
              hint: m('hint.isced-f'),
              required: false,
              width: 'short',
            })}
            <ButtonGroup>
              <Button>{t(m('degree-programme.add'))}</Button>
            </ButtonGroup>
          </Form>
        </Section>
      )}
    </OfficeFrame>
  )
}

type Term = Awaited<ReturnType<typeof termsOf>>[number]

interface TermsProps {
  scene: Scene
  office: Office
  terms: readonly Term[]
  form: FormState
}

/** The terms of an organisation's years; partners match theirs against these by dates. */
export function TermsPage({ scene, office, terms, form }: TermsProps) {
  const ask = asker(scene, form)
  const { t, href, language } = scene
  const columns: Column<Term>[] = [
    {
      key: 'term',
      label: t(m('field.term')),
      primary: true,
      cell: (term) => termName(scene, term),
    },
    {
      key: 'year',
      label: t(m('field.academic-year')),
      cell: (term) => formatAcademicYear(term.academic_year, language),
    },
    {
      key: 'period',
      label: t(m('field.period')),
      kind: 'date',
      cell: (term) => period(scene, term.starts_on, term.ends_on),
    },
    {
      key: 'weeks',
      label: t(m('field.teaching-weeks')),
      kind: 'number',
      cell: (term) =>
        term.teaching_weeks === null ? '–' : formatNumber(term.teaching_weeks, language),
    },
  ]
  return (
    <OfficeFrame scene={scene} office={office} tab="terms" title={t(m('office.terms'))} form={form}>
      <Table
        language={language}
        caption={t(m('office.terms'))}
        captionHidden
        columns={columns}
        rows={terms}
        rowKey={(term) => term.id}
        empty={<EmptyState title={t(m('term.none'))} why={t(m('term.none-why'))} />}
      />
      {office.may.terms && (
        <Section title={t(m('term.set'))} id="set-term" lead={t(m('term.set-lead'))}>
          <Form action={href(`/organisations/${office.id}/terms`)} csrf={scene.frame.csrf}>
            {ask('text', 'academicYear', m('field.academic-year'), {
              hint: m('hint.academic-year'),
              width: 'short',
            })}
            {ask('number', 'termNumber', m('field.term-number'), { width: 'short' })}
            {ask('number', 'termsInYear', m('field.terms-in-year'), { width: 'short' })}
            {ask('date', 'startsOn', m('field.first-day'), { width: 'short' })}
            {ask('date', 'endsOn', m('field.last-day'), { width: 'short' })}
            {ask('number', 'teachingWeeks', m('field.teaching-weeks'), {
              required: false,
              width: 'short',
            })}
            <LocalAsk
              scene={scene}
              form={form}
              name="names"
              legend={m('field.names')}
              hint={m('hint.term-names')}
            />
            <ButtonGroup>
              <Button>{t(m('term.set'))}</Button>
            </ButtonGroup>
          </Form>
        </Section>
      )}
    </OfficeFrame>
  )
}

type Mailbox = Awaited<ReturnType<typeof mailboxesOf>>[number]

interface MailboxesProps {
  scene: Scene
  office: Office
  mailboxes: readonly Mailbox[]
  form: FormState
}

/** The shared addresses of offices: what is written to a role arrives there too. */
export function MailboxesPage({ scene, office, mailboxes, form }: MailboxesProps) {
  const ask = asker(scene, form)
  const { t, href, language } = scene
  const path = href(`/organisations/${office.id}/mailboxes`)
  const columns: Column<Mailbox>[] = [
    { key: 'address', label: t(m('field.email')), primary: true, cell: (row) => row.address },
    {
      key: 'role',
      label: t(m('field.role')),
      cell: (row) => t(m(`role.${row.role as 'coordinator'}`)),
    },
    {
      key: 'name',
      label: t(m('field.name')),
      cell: (row) =>
        Object.keys(row.names).length > 0 ? <Named scene={scene} names={row.names} /> : '–',
    },
    ...(office.may.mailboxes
      ? [
          {
            key: 'remove',
            label: t(m('action.remove')),
            kind: 'actions' as const,
            cell: (row: Mailbox) => (
              <Form action={`${path}/${row.id}/removal`} csrf={scene.frame.csrf} inline>
                <Button look="quiet" small>
                  {t(m('action.remove'))}
                </Button>
              </Form>
            ),
          },
        ]
      : []),
  ]
  return (
    <OfficeFrame
      scene={scene}
      office={office}
      tab="mailboxes"
      title={t(m('office.mailboxes'))}
      form={form}
    >
      <Table
        language={language}
        caption={t(m('office.mailboxes'))}
        captionHidden
        columns={columns}
        rows={mailboxes}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t(m('mailbox.none'))} why={t(m('mailbox.none-why'))} />}
      />
      {office.may.mailboxes && (
        <Section title={t(m('mailbox.add'))} id="add-mailbox">
          <Form action={path} csrf={scene.frame.csrf}>
            {ask('email', 'address', m('field.email'), { width: 'medium' })}
            {ask('select', 'role', m('field.role'), {
              options: roleOptions(
                scene,
                appointmentRoles.filter((role) => role !== 'secretariat'),
              ),
            })}
            <LocalAsk scene={scene} form={form} name="names" legend={m('mailbox.names')} />
            <ButtonGroup>
              <Button>{t(m('mailbox.add'))}</Button>
            </ButtonGroup>
          </Form>
        </Section>
      )}
    </OfficeFrame>
  )
}
