import type { StoredFile } from '#kernel/files'
import type { FormState } from '#kernel/http'
import { displayName, formatInstant } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  DescriptionList,
  Field,
  FileList,
  Form,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Typed,
  FormAlert,
  Local,
} from '#ui'
import { type Clearance, ClearanceNote, type MeantStay } from '#modules/clearance'
import { m } from '../messages/index.ts'
import type { ApplicationRow } from '../queries/applications.ts'
import type { SlotRow } from '../queries/interviews.ts'
import { Interview } from './interviews.tsx'
import { applicationTones, base, dayText, type PageCall } from './scene.tsx'

interface ApplicationPageProps {
  call: PageCall
  application: ApplicationRow
  permission: { clearance: Clearance; meant: MeantStay } | null
  /** The times for interviews that the position offers. */
  slots: readonly SlotRow[]
  /** What came with it. */
  papers: readonly StoredFile[]
  form: FormState | null
}

/** An application: for the applicant with the answer to an offer, for the office with its decision. */
export function ApplicationPage(props: ApplicationPageProps) {
  const { call, application, permission } = props
  const { t, href, language } = call
  const isDecider = call.may('internships.application.decide', application)
  const { state } = application
  return (
    <Page
      frame={call.frame}
      title={t(m('application.title'))}
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        ...(isDecider ? [{ href: href(`${base}/office`), label: t(m('office.title')) }] : []),
      ]}
      alert={<FormAlert language={call.language} form={props.form} />}
    >
      <ObjectStrip
        language={language}
        kind={t(m('application.title'))}
        title={<Local language={call.language} text={application.titles} />}
        detail={application.host}
        state={{ tone: applicationTones[state], label: t(m(`application.${state}`)) }}
        next={t(m(`application-next.${state}`))}
        until={
          state === 'offered' && application.answerBy
            ? dayText(application.answerBy, call)
            : undefined
        }
      />
      <Stack gap="wide">
        {application.placementId && state === 'accepted' && (
          <Notice
            tone="done"
            title={t(m('application.placed'))}
            action={
              <a href={href(`${base}/placements/${application.placementId}`)}>
                {t(m('application.to-placement'))}
              </a>
            }
          />
        )}
        <Answer {...props} />
        {state !== 'withdrawn' && <Interview {...props} />}
        {permission && (
          <ClearanceNote reader={call} clearance={permission.clearance} meant={permission.meant} />
        )}
        {application.roundId !== null && (
          <Notice
            tone="info"
            title={t(m('refusal.round-decides'))}
            action={
              <a
                href={href(
                  isDecider
                    ? `${base}/rounds/${application.roundId}/office`
                    : `${base}/rounds/${application.roundId}/wishes`,
                )}
              >
                {t(m('round.to-round'))}
              </a>
            }
          />
        )}
        <What {...props} />
        {isDecider && state === 'sent' && application.roundId === null && <Decide {...props} />}
      </Stack>
    </Page>
  )
}

function What({ call, application, papers }: ApplicationPageProps) {
  const { t, language, href } = call
  const { enrolledThere, permissionNote } = application
  return (
    <Section title={t(m('application.what'))} id="what">
      <DescriptionList
        items={[
          { term: t(m('field.student')), value: displayName(application.personName, language) },
          {
            term: t(m('field.home')),
            value: <Local language={call.language} text={application.home} />,
          },
          {
            term: t(m('field.sent')),
            value: formatInstant(application.sentAt, call.timeZone, language, 'long'),
          },
          {
            term: t(m('apply.enrolled')),
            value: t(m(enrolledThere ? 'answer.yes' : 'answer.no')),
          },
          { term: t(m('apply.motivation')), value: <Typed>{application.motivation || '–'}</Typed> },
          ...(permissionNote
            ? [{ term: t(m('decide.permission')), value: <Typed>{permissionNote}</Typed> }]
            : []),
        ]}
      />
      {papers.length > 0 && (
        <FileList
          label={t(m('apply.papers'))}
          files={papers.map(({ id, name }) => ({
            name,
            href: href(`${base}/applications/${application.id}`, { paper: id }),
          }))}
        />
      )}
      <p>
        <ButtonLink look="quiet" href={href(`${base}/positions/${application.position_id}`)}>
          {t(m('application.to-position'))}
        </ButtonLink>
      </p>
    </Section>
  )
}

function Answer({ call, application }: ApplicationPageProps) {
  const { t, href, frame } = call
  const at = `${base}/applications/${application.id}`
  if (application.state === 'offered' && call.may('internships.application.answer', application)) {
    return (
      <Form action={href(`${at}/answer`)} csrf={frame.csrf}>
        <ButtonGroup>
          <Button name="answer" value="accepted">
            {t(m('answer.accept'))}
          </Button>
          <Button name="answer" value="declined" look="secondary">
            {t(m('answer.decline'))}
          </Button>
        </ButtonGroup>
      </Form>
    )
  }
  if (application.state === 'sent' && call.may('internships.application.withdraw', application)) {
    return (
      <Form action={href(`${at}/withdrawal`)} csrf={frame.csrf}>
        <Button look="quiet">{t(m('answer.withdraw'))}</Button>
      </Form>
    )
  }
  return null
}

function Decide({ call, application, form }: ApplicationPageProps) {
  const { t, language, href, frame } = call
  const isUnknown = application.clearance === 'unknown'
  return (
    <Section title={t(m('decide.title'))} id="decide" lead={t(m('decide.lead'))}>
      <Form action={href(`${base}/applications/${application.id}/decision`)} csrf={frame.csrf}>
        <Field
          kind="textarea"
          language={language}
          name="permissionNote"
          label={t(m('decide.permission'))}
          hint={t(m(isUnknown ? 'decide.permission-needed' : 'decide.permission-hint'))}
          required={false}
          rows={3}
          maxlength={2000}
          value={form?.values['permissionNote']}
          error={form?.errors['permissionNote']}
        />
        <ButtonGroup>
          <Button name="decision" value="offered">
            {t(m('decide.offer'))}
          </Button>
          <Button name="decision" value="refused" look="harm">
            {t(m('decide.refuse'))}
          </Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}
