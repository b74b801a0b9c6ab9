import type { FormState } from '#kernel/http'
import { allianceTimeZones, countryName, countryOptions, timeZoneName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Content,
  DescriptionList,
  Field,
  FieldSet,
  Form,
  Heading,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Split,
  Stack,
  Typed,
  FormAlert,
  Email,
} from '#ui'
import { type Sector, sectorLabel, sectors } from '#modules/alliance'
import { m } from '../messages/index.ts'
import type { HostRow } from '../queries/hosts.ts'
import type { IncidentCount, IncidentRow } from '../queries/incidents.ts'
import { IncidentsAtHost } from './incidents.tsx'
import { base, dayText, hostTones, type PageCall } from './scene.tsx'

const trail = ({ href, t }: PageCall) => [
  { href: href(base), label: t(m('browse.title')) },
  { href: href(`${base}/office`), label: t(m('office.title')) },
]

/** A host with its papers, tutor and signatory, and for the secretariat how it was vetted. */
export function HostPage({
  call,
  host,
  incidents,
  form,
}: {
  call: PageCall
  host: HostRow
  incidents: { own: readonly IncidentRow[]; counts: readonly IncidentCount[] | null }
  form: FormState | null
}) {
  const { t, language } = call
  const next = { proposed: 'next.vet', vetted: 'next.renew', suspended: 'next.suspended' } as const
  return (
    <Page
      frame={call.frame}
      title={host.name}
      trail={trail(call)}
      alert={<FormAlert language={call.language} form={form} />}
    >
      <ObjectStrip
        language={language}
        kind={t(m('field.host'))}
        title={<Typed>{host.name}</Typed>}
        detail={t(m('place', { city: host.city, country: countryName(host.country, language) }))}
        state={{ tone: hostTones[host.state], label: t(m(`host.${host.state}`)) }}
        next={t(m(next[host.state]))}
        who={t(m('secretariat'))}
        until={host.vetted_until ? dayText(host.vetted_until, call) : undefined}
      />
      <Stack gap="wide">
        {host.state === 'suspended' && (
          <Notice tone="harm" title={t(m('host.suspended-why'))}>
            <p>
              <Typed>{host.reason}</Typed>
            </p>
          </Notice>
        )}
        <Split
          main={
            <Section title={t(m('host.papers'))} id="papers">
              <p>
                <Typed>{host.papers}</Typed>
              </p>
            </Section>
          }
          aside={<HostFacts call={call} host={host} />}
        />
        {(incidents.counts !== null || call.may('internships.incident.open')) && (
          <IncidentsAtHost call={call} incidents={incidents.own} counts={incidents.counts} />
        )}
        {call.may('internships.host.vet', host) && <Vetting call={call} host={host} form={form} />}
      </Stack>
    </Page>
  )
}

function HostFacts({ call, host }: { call: PageCall; host: HostRow }) {
  const { t, language } = call
  return (
    <DescriptionList
      columns
      items={[
        { term: t(m('host.tutor')), value: contact(host.tutor_name, host.tutor_email) },
        { term: t(m('host.signatory')), value: contact(host.signatory_name, host.signatory_email) },
        {
          term: t(m('field.time-zone')),
          value: timeZoneName(host.time_zone, language, call.now),
        },
        {
          term: t(m('statistics.sector')),
          value: t(host.sector ? sectorLabel(host.sector) : m('statistics.not-said')),
        },
      ]}
    />
  )
}

function contact(name: string, email: string) {
  return (
    <>
      <Typed>{name}</Typed>
      <br />
      <Email address={email} link />
    </>
  )
}

function Vetting({ call, host, form }: { call: PageCall; host: HostRow; form: FormState | null }) {
  const { t, language, href, frame } = call
  return (
    <Section title={t(m('vet.title'))} id="vetting" lead={t(m('vet.lead'))}>
      <Form action={href(`${base}/hosts/${host.id}/vetting`)} csrf={frame.csrf}>
        <Field
          kind="date"
          language={language}
          name="until"
          label={t(m('vet.until'))}
          required={false}
          value={form?.values['until'] ?? host.vetted_until ?? ''}
          error={form?.errors['until']}
        />
        <SectorField call={call} form={form} known={host.sector} />
        <Field
          kind="textarea"
          language={language}
          name="reason"
          label={t(m('vet.reason'))}
          hint={t(m('vet.reason-hint'))}
          required={false}
          rows={3}
          value={form?.values['reason']}
          error={form?.errors['reason']}
        />
        <ButtonGroup>
          <Button name="state" value="vetted">
            {t(m('vet.do'))}
          </Button>
          <Button name="state" value="suspended" look="harm">
            {t(m('vet.suspend'))}
          </Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

/** An office brings a host in that nobody of the alliance has vetted yet. */
export function NewHostPage({
  call,
  offices,
  form,
}: {
  call: PageCall
  offices: readonly { value: string; label: string }[]
  form: FormState
}) {
  const { t, language, href, frame } = call
  const line = (
    name: 'name' | 'city' | 'tutorName' | 'tutorEmail' | 'signatoryName' | 'signatoryEmail',
    kind: 'text' | 'email' = 'text',
  ) => (
    <Field
      kind={kind}
      language={language}
      name={name}
      label={t(m(`host-new.${name}`))}
      value={form.values[name]}
      error={form.errors[name]}
    />
  )
  return (
    <Page
      frame={call.frame}
      title={t(m('host-new.title'))}
      trail={trail(call)}
      alert={<FormAlert language={call.language} form={form} />}
    >
      <Heading level={1} lead={t(m('host-new.lead'))}>
        {t(m('host-new.title'))}
      </Heading>
      <Form action={href(`${base}/hosts/new`)} csrf={frame.csrf}>
        {offices.length > 1 && (
          <Field
            kind="select"
            language={language}
            name="organisation"
            label={t(m('field.office'))}
            options={offices}
            value={form.values['organisation']}
          />
        )}
        {line('name')}
        <HostPlace call={call} form={form}>
          {line('city')}
        </HostPlace>
        <SectorField call={call} form={form} />
        <FieldSet legend={t(m('host-new.people'))} hint={t(m('host-new.people-hint'))} columns>
          {line('tutorName')}
          {line('tutorEmail', 'email')}
          {line('signatoryName')}
          {line('signatoryEmail', 'email')}
        </FieldSet>
        <Papers call={call} form={form} />
        <ButtonGroup>
          <Button>{t(m('host-new.save'))}</Button>
          <ButtonLink look="quiet" href={href(`${base}/office`)}>
            {t(m('back'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

/** Where a host is: its country, its city, its clock. */
export function HostPlace({
  call,
  form,
  children,
}: {
  call: PageCall
  form: FormState
  children: Content
}) {
  const { t, language } = call
  return (
    <FieldSet legend={t(m('host-new.where'))} columns>
      <Field
        kind="select"
        language={language}
        name="country"
        label={t(m('field.country'))}
        options={countryOptions(language).map(({ code, name }) => ({
          value: code,
          label: name,
        }))}
        value={form.values['country']}
        error={form.errors['country']}
      />
      {children}
      <Field
        kind="select"
        language={language}
        name="timeZone"
        label={t(m('field.time-zone'))}
        options={allianceTimeZones.map((zone) => ({
          value: zone,
          label: timeZoneName(zone, language, call.now),
        }))}
        value={form.values['timeZone']}
        error={form.errors['timeZone']}
      />
    </FieldSet>
  )
}

function SectorField({
  call: { t, language },
  form,
  known,
}: {
  call: PageCall
  form: FormState | null
  /** What stands, where the host is there already; it may stay unsaid then. */
  known?: Sector | null
}) {
  return (
    <Field
      kind="select"
      language={language}
      name="sector"
      label={t(m('statistics.sector'))}
      hint={t(m('host-new.sector-hint'))}
      required={known === undefined}
      options={sectors.map((sector) => ({ value: sector, label: t(sectorLabel(sector)) }))}
      value={form?.values['sector'] ?? known ?? ''}
      error={form?.errors['sector']}
    />
  )
}

function Papers({ call, form }: { call: PageCall; form: FormState }) {
  const { t, language } = call
  return (
    <Field
      kind="textarea"
      language={language}
      name="papers"
      label={t(m('host.papers'))}
      hint={t(m('host-new.papers-hint'))}
      rows={4}
      value={form.values['papers']}
      error={form.errors['papers']}
    />
  )
}
