import { failureMessage } from '#kernel/mail'
import {
  displayName,
  formatInstant,
  formatYear,
  nativeName,
  passportName,
  type Language,
} from '#kernel/values'
import {
  Button,
  ButtonGroup,
  type Column,
  DescriptionList,
  EmptyState,
  Form,
  Notice,
  ObjectStrip,
  Section,
  StateTag,
  Table,
  Email,
  Fold,
} from '#ui'
import { m } from '../messages/index.ts'
import type { AppointmentFact, EnrolmentFact, PersonRow } from '../queries/people.ts'
import { enrolmentOutcomes, type AppointmentRole } from '../schema.ts'
import type { EndedAppointment } from '../service/appointments.ts'
import type { Office } from './office.tsx'
import { AppointmentFields, trailOf } from './appointing.tsx'
import { EndedNotice } from './people.tsx'
import {
  type FormState,
  Framed,
  isPart,
  Named,
  namedOptions,
  nameText,
  partOf,
  period,
  runningTone,
  type Scene,
  asker,
} from './scene.tsx'

interface PersonProps {
  scene: Scene
  office: Office
  person: PersonRow & { preferredLanguage: string }
  form: FormState
  programmes: Parameters<typeof namedOptions>[1]
  mayAppoint: readonly AppointmentRole[]
  mayEnrol: boolean
  mayEndSignIns: boolean
  units: Parameters<typeof AppointmentFields>[0]['units']
  /** The appointments that the reader may end. */
  endable: readonly AppointmentFact[]
  /** Appointments that were ended just now, for taking it back. */
  ended: readonly EndedAppointment[]
  /** Why and when the last mail to them did not arrive; null where it did. */
  returned: { failedAt: Date; failure: string } | null
  /** Where the mails are that were filed with them; null for whoever may not read them. */
  mails: string | null
}

/** A person as their organisation knows them: what they do there, what they study there. */
export function PersonPage(props: PersonProps) {
  const { scene, office, person, form } = props
  const { t, language } = scene
  const acts = person.appointments.some(
    (each) => runningTone(scene, each.startsOn, each.endsOn).tone === 'done',
  )
  const studies = person.enrolments.some(
    (each) => each.outcome === null && each.startsOn <= scene.today,
  )
  const title = displayName(person.name, language)
  return (
    <Framed scene={scene} title={title} form={form} wide trail={trailOf(scene, office)}>
      <ObjectStrip
        language={language}
        kind={t(m(studies ? 'role.student' : 'person.kind'))}
        title={title}
        detail={passportName(person.name)}
        state={
          acts || studies
            ? { tone: 'done', label: t(m(studies ? 'person.studies' : 'person.acts')) }
            : { tone: 'quiet', label: t(m('person.former')) }
        }
        who={nameText(scene, office.names)}
      />
      <Returned {...props} />
      <DescriptionList
        columns
        items={[
          {
            term: t(m('field.email')),
            value: person.email ? <Email address={person.email} link /> : '–',
          },
          {
            term: t(m('person.language')),
            value: nativeName(person.preferredLanguage as Language),
          },
          ...(props.mails
            ? [
                {
                  term: t(m('person.mails')),
                  value: <a href={props.mails}>{t(m('person.mails-show'))}</a>,
                },
              ]
            : []),
        ]}
      />
      <Appointments {...props} />
      <Enrolments {...props} />
      <SignIns {...props} />
    </Framed>
  )
}

/** For the day on which a telephone is lost, or a token stands in a public place, and its owner cannot be reached. */
function SignIns({ scene, office, person, mayEndSignIns }: PersonProps) {
  const { t, href } = scene
  if (!mayEndSignIns) return null
  return (
    <Section title={t(m('person.sign-ins'))} id="sign-ins">
      <Fold summary={t(m('person.sign-ins-lost'))}>
        <Form
          action={href(`/organisations/${office.id}/people/${person.id}/sign-ins/end`)}
          csrf={scene.frame.csrf}
        >
          <p>{t(m('person.sign-ins-text'))}</p>
          <ButtonGroup>
            <Button look="harm">{t(m('person.sign-ins-end'))}</Button>
          </ButtonGroup>
        </Form>
      </Fold>
    </Section>
  )
}

/** That mail to the person comes back, and why: whoever sees it asks for another address. */
function Returned({ scene, person, returned }: PersonProps) {
  const { t, language } = scene
  if (returned === null || person.email === null) return null
  const on = formatInstant(returned.failedAt, scene.timeZone, language, 'medium')
  return (
    <Notice tone="harm" title={t(m('person.mail-returned', { address: person.email }))}>
      {t(failureMessage(returned.failure))} {t(m('person.mail-returned-on', { on }))}
    </Notice>
  )
}

function Appointments(props: PersonProps) {
  const { scene, office, person, form, programmes, units, mayAppoint, ended } = props
  const ask = asker(scene, form, 'end')
  const { t, href, language } = scene
  const base = href(`/organisations/${office.id}/people/${person.id}`)
  const open = props.endable.filter((row) => row.endsOn === null || row.endsOn > scene.today)
  return (
    <Section title={t(m('people.appointments'))} id="appointments">
      {ended.length > 0 && (
        <EndedNotice scene={scene} ended={ended} action={`${base}/appointments/continuations`} />
      )}
      <Table
        language={language}
        caption={t(m('people.appointments'))}
        captionHidden
        columns={appointmentColumns(scene)}
        rows={person.appointments}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            title={t(m('person.no-appointments'))}
            why={t(m('person.no-appointments-why'))}
          />
        }
      />
      {open.length > 0 && (
        <Fold open={isPart(form, 'end')} summary={t(m('person.end-appointment'))}>
          <Form action={`${base}/appointments/ends`} csrf={scene.frame.csrf} hidden={partOf('end')}>
            {ask('checkboxes', 'keys[]', m('people.appointments'), {
              options: open.map((row) => ({
                value: row.id,
                label: [t(m(`role.${row.role}`)), row.programme].filter(Boolean).join(' · '),
              })),
            })}
            {ask('date', 'endsOn', m('field.last-day'), { width: 'short' })}
            <ButtonGroup>
              <Button look="harm">{t(m('person.end-appointment'))}</Button>
            </ButtonGroup>
          </Form>
        </Fold>
      )}
      {mayAppoint.length > 0 && (
        <Fold open={isPart(form, 'appoint')} summary={t(m('person.appoint'))}>
          <Form action={`${base}/appointments`} csrf={scene.frame.csrf} hidden={partOf('appoint')}>
            <AppointmentFields
              scene={scene}
              form={form}
              roles={mayAppoint}
              programmes={programmes}
              units={units}
              part="appoint"
            />
            <ButtonGroup>
              <Button>{t(m('person.appoint'))}</Button>
            </ButtonGroup>
          </Form>
        </Fold>
      )}
    </Section>
  )
}

function appointmentColumns(scene: Scene): Column<AppointmentFact>[] {
  const { t } = scene
  return [
    {
      key: 'role',
      label: t(m('field.role')),
      primary: true,
      cell: (row) => t(m(`role.${row.role}`)),
    },
    {
      key: 'programme',
      label: t(m('field.degree-programme')),
      cell: (row) => row.programme ?? '–',
    },
    {
      key: 'unit',
      label: t(m('field.unit')),
      cell: (row) => (row.unit ? <Named scene={scene} names={row.unit} /> : '–'),
    },
    {
      key: 'period',
      label: t(m('field.period')),
      kind: 'date',
      cell: (row) => period(scene, row.startsOn, row.endsOn),
    },
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state',
      cell: (row) => {
        const running = runningTone(scene, row.startsOn, row.endsOn)
        return <StateTag tone={running.tone}>{t(running.label)}</StateTag>
      },
    },
  ]
}

function Enrolments({ scene, office, person, form, programmes, mayEnrol }: PersonProps) {
  const ask = asker(scene, form, 'enrol')
  const { t, href, language } = scene
  const base = href(`/organisations/${office.id}/people/${person.id}`)
  const open = person.enrolments.filter((row) => row.outcome === null)
  return (
    <Section title={t(m('person.enrolments'))} id="enrolments">
      <Table
        language={language}
        caption={t(m('person.enrolments'))}
        captionHidden
        columns={enrolmentColumns(scene)}
        rows={person.enrolments}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t(m('person.no-enrolments'))} why={t(m('person.no-enrolments-why'))} />
        }
      />
      {mayEnrol &&
        open.map((row) => (
          <EndEnrolment key={row.id} scene={scene} form={form} row={row} base={base} />
        ))}
      {mayEnrol && (
        <Fold open={isPart(form, 'enrol')} summary={t(m('person.enrol'))}>
          <Form action={`${base}/enrolments`} csrf={scene.frame.csrf} hidden={partOf('enrol')}>
            {ask('select', 'degreeProgrammeId', m('field.degree-programme'), {
              options: namedOptions(scene, programmes),
            })}
            {ask('text', 'studentNumber', m('field.student-number'), { width: 'medium' })}
            {ask('year', 'intakeYear', m('field.intake-year'))}
            {ask('date', 'startsOn', m('field.first-day'), { width: 'short' })}
            <ButtonGroup>
              <Button>{t(m('person.enrol'))}</Button>
            </ButtonGroup>
          </Form>
        </Fold>
      )}
    </Section>
  )
}

interface EndEnrolmentProps {
  scene: Scene
  form: FormState
  row: EnrolmentFact
  base: string
}

function EndEnrolment({ scene, form, row, base }: EndEnrolmentProps) {
  const ask = asker(scene, form, row.id)
  const { t } = scene
  return (
    <Fold
      open={isPart(form, row.id)}
      summary={t(m('person.end-enrolment', { programme: row.programme }))}
    >
      <Form
        action={`${base}/enrolments/${row.id}/end`}
        csrf={scene.frame.csrf}
        hidden={partOf(row.id)}
      >
        {ask('select', 'outcome', m('person.outcome'), {
          options: enrolmentOutcomes.map((outcome) => ({
            value: outcome,
            label: t(m(`outcome.${outcome}`)),
          })),
        })}
        {ask('date', 'endsOn', m('field.last-day'), { width: 'short' })}
        <ButtonGroup>
          <Button>{t(m('action.save'))}</Button>
        </ButtonGroup>
      </Form>
    </Fold>
  )
}

function enrolmentColumns(scene: Scene): Column<EnrolmentFact>[] {
  const { t, language } = scene
  return [
    {
      key: 'programme',
      label: t(m('field.degree-programme')),
      primary: true,
      cell: (row) => <Named scene={scene} names={row.programmeNames} />,
    },
    { key: 'number', label: t(m('field.student-number')), cell: (row) => row.studentNumber },
    {
      key: 'intake',
      label: t(m('field.intake-year')),
      cell: (row) => formatYear(row.intakeYear, language),
    },
    {
      key: 'period',
      label: t(m('field.period')),
      kind: 'date',
      cell: (row) => period(scene, row.startsOn, row.endsOn),
    },
    {
      key: 'outcome',
      label: t(m('field.state')),
      kind: 'state',
      cell: (row) => (
        <StateTag tone={row.outcome === null ? 'done' : 'quiet'}>
          {t(m(row.outcome === null ? 'person.studies' : `outcome.${row.outcome}`))}
        </StateTag>
      ),
    },
  ]
}
