import type { FormState } from '#kernel/http'
import { displayName, formatNumber } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  DescriptionList,
  Field,
  FieldSet,
  Form,
  FormAlert,
  Heading,
  InItsLanguage,
  Local,
  Notice,
  ObjectStrip,
  type Option,
  Page,
  Section,
  Stack,
  type Tone,
  Typed,
} from '#ui'
import { type Clearance, ClearanceNote, type MeantStay } from '#modules/clearance'
import { m } from '../messages/index.ts'
import type { ProposalRow } from '../queries/proposals.ts'
import { workLanguages } from '../rules/position.ts'
import { cefrLevels, positionModes } from '../schema.ts'
import type { ProposalState } from '../schema-proposals.ts'
import { HostPlace } from './host.tsx'
import { base, languageText, type PageCall, periodText, placeText } from './scene.tsx'

interface NewProposalProps {
  call: PageCall
  form: FormState
}

/** The form by which a student proposes an internship that they found. */
export function NewProposalPage({ call, form }: NewProposalProps) {
  const { t, href, language, frame } = call
  const line = (name: string, label: string, kind: 'text' | 'email' | 'textarea' = 'text') => (
    <Field
      kind={kind}
      language={language}
      name={name}
      label={label}
      {...(kind === 'textarea' ? { rows: 5, maxlength: 4000 } : {})}
      value={form.values[name]}
      error={form.errors[name]}
    />
  )
  return (
    <Page
      frame={call.frame}
      title={t(m('proposal-new.title'))}
      trail={[{ href: href(base), label: t(m('browse.title')) }]}
      alert={<FormAlert language={language} form={form} />}
    >
      <Heading level={1} lead={t(m('proposal-new.lead'))}>
        {t(m('proposal-new.title'))}
      </Heading>
      <Form action={href(`${base}/proposals/new`)} csrf={frame.csrf}>
        {line('hostName', t(m('field.host')))}
        <HostPlace call={call} form={form}>
          {line('city', t(m('host-new.city')))}
        </HostPlace>
        <FieldSet legend={t(m('host-new.people'))} hint={t(m('host-new.people-hint'))} columns>
          {line('tutorName', t(m('host-new.tutorName')))}
          {line('tutorEmail', t(m('host-new.tutorEmail')), 'email')}
          {line('signatoryName', t(m('host-new.signatoryName')))}
          {line('signatoryEmail', t(m('host-new.signatoryEmail')), 'email')}
        </FieldSet>
        {line('title', t(m('new.title-field')))}
        {line('tasks', t(m('new.description')), 'textarea')}
        <Work call={call} form={form} />
        <Button>{t(m('proposal-new.send'))}</Button>
      </Form>
    </Page>
  )
}

function Work({ call, form }: NewProposalProps) {
  const { t, language } = call
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' })
  const select = (name: string, label: string, options: readonly Option[]) => (
    <Field
      kind="select"
      language={language}
      name={name}
      label={label}
      options={options}
      value={form.values[name]}
      error={form.errors[name]}
    />
  )
  return (
    <>
      <FieldSet legend={t(m('new.what'))} columns>
        {(['startsOn', 'endsOn'] as const).map((name) => (
          <Field
            key={name}
            kind="date"
            language={language}
            name={name}
            label={t(m(`new.${name}`))}
            value={form.values[name]}
            error={form.errors[name]}
          />
        ))}
        <Field
          kind="number"
          language={language}
          name="hoursPerWeek"
          label={t(m('new.hoursPerWeek'))}
          min="1"
          max="60"
          value={form.values['hoursPerWeek']}
          error={form.errors['hoursPerWeek']}
        />
        {select(
          'mode',
          t(m('field.mode')),
          positionModes.map((mode) => ({ value: mode, label: t(m(`mode.${mode}`)) })),
        )}
        {select(
          'language',
          t(m('field.language')),
          workLanguages.map((each) => ({ value: each, label: names.of(each) ?? each })),
        )}
        {select(
          'languageLevel',
          t(m('new.level')),
          cefrLevels.map((level) => ({ value: level, label: level })),
        )}
        <Field
          kind="text"
          language={language}
          name="field"
          label={t(m('field.field'))}
          hint={t(m('new.field-hint'))}
          inputmode="numeric"
          maxlength={4}
          value={form.values['field']}
          error={form.errors['field']}
        />
      </FieldSet>
      <Enrolled call={call} form={form} />
    </>
  )
}

function Enrolled({ call, form }: NewProposalProps) {
  const { t, language } = call
  return (
    <Field
      kind="radio"
      language={language}
      name="enrolledThere"
      label={t(m('apply.enrolled'))}
      hint={t(m('apply.enrolled-hint'))}
      inline
      options={(['yes', 'no'] as const).map((value) => ({
        value,
        label: t(m(`answer.${value}`)),
      }))}
      value={form.values['enrolledThere']}
      error={form.errors['enrolledThere']}
    />
  )
}

interface ProposalProps {
  call: PageCall
  proposal: ProposalRow
  permission: { clearance: Clearance; meant: MeantStay } | null
  hosts: readonly Option[]
  form: FormState | null
}

const tones: Record<ProposalState, Tone> = {
  sent: 'info',
  checked: 'attention',
  returned: 'harm',
  withdrawn: 'quiet',
  approved: 'done',
}

/** A proposal: what the student found, where it stands, and for the school its decision. */
export function ProposalPage(props: ProposalProps) {
  const { call, proposal, permission } = props
  const { t, href, language, frame } = call
  const { state } = proposal
  return (
    <Page
      frame={call.frame}
      title={t(m('proposal.title'))}
      trail={[{ href: href(base), label: t(m('browse.title')) }]}
      alert={<FormAlert language={language} form={props.form} />}
    >
      <ObjectStrip
        language={language}
        kind={t(m('proposal.title'))}
        title={<InItsLanguage text={proposal.title} language={proposal.wordsLanguage} />}
        detail={
          <>
            <Typed>{proposal.hostName}</Typed> · {placeText(proposal, call)}
          </>
        }
        state={{ tone: tones[state], label: t(m(`proposal.${state}`)) }}
        next={t(m(`proposal-next.${state}`))}
        who={displayName(proposal.personName, language)}
      />
      <Stack gap="wide">
        {proposal.placementId && (
          <Notice
            tone="done"
            title={t(m('application.placed'))}
            action={
              <a href={href(`${base}/placements/${proposal.placementId}`)}>
                {t(m('application.to-placement'))}
              </a>
            }
          />
        )}
        {proposal.remark !== '' && (
          <Notice tone="info" title={t(m('proposal.remark'))}>
            <p>
              <Typed>{proposal.remark}</Typed>
            </p>
          </Notice>
        )}
        {permission && (
          <ClearanceNote reader={call} clearance={permission.clearance} meant={permission.meant} />
        )}
        <What call={call} proposal={proposal} />
        <Decide {...props} />
        {state === 'sent' && call.may('internships.proposal.withdraw', proposal) && (
          <Form action={href(`${base}/proposals/${proposal.id}/withdrawal`)} csrf={frame.csrf}>
            <Button look="quiet">{t(m('proposal.withdraw'))}</Button>
          </Form>
        )}
      </Stack>
    </Page>
  )
}

function What({ call, proposal }: Pick<ProposalProps, 'call' | 'proposal'>) {
  const { t, language } = call
  const contact = (name: string, email: string) => (
    <>
      <Typed>{name}</Typed>
      <br />
      {email}
    </>
  )
  return (
    <Section title={t(m('new.what'))} id="what">
      <DescriptionList
        items={[
          { term: t(m('field.home')), value: <Local language={language} text={proposal.home} /> },
          { term: t(m('field.period')), value: periodText(proposal, call) },
          {
            term: t(m('field.hours')),
            value: t(m('hours-week', { hours: formatNumber(proposal.hoursPerWeek, language) })),
          },
          { term: t(m('field.mode')), value: t(m(`mode.${proposal.mode}`)) },
          { term: t(m('field.language')), value: languageText(proposal, language) },
          { term: t(m('field.field')), value: proposal.field },
          { term: t(m('host.tutor')), value: contact(proposal.tutorName, proposal.tutorEmail) },
          {
            term: t(m('host.signatory')),
            value: contact(proposal.signatoryName, proposal.signatoryEmail),
          },
          {
            term: t(m('new.description')),
            value: <InItsLanguage text={proposal.tasks} language={proposal.wordsLanguage} />,
          },
        ]}
      />
    </Section>
  )
}

function Decide({ call, proposal, hosts, form }: ProposalProps) {
  const { t, href, language, frame } = call
  const isOpen = proposal.state === 'sent' || proposal.state === 'checked'
  if (!isOpen || !call.may('internships.proposal.decide', proposal)) return null
  const isChecked = proposal.state === 'checked'
  return (
    <Section
      title={t(m('decide.title'))}
      id="decide"
      lead={t(m(`proposal-decide.${proposal.state as 'sent'}`))}
    >
      <Form action={href(`${base}/proposals/${proposal.id}/decision`)} csrf={frame.csrf}>
        {!isChecked && (
          <Field
            kind="select"
            language={language}
            name="hostId"
            label={t(m('proposal.known-host'))}
            hint={t(m('proposal.known-host-hint'))}
            required={false}
            options={hosts}
            value={form?.values['hostId']}
            error={form?.errors['hostId']}
          />
        )}
        {isChecked && proposal.hostId && (
          <p>
            <ButtonLink look="quiet" href={href(`${base}/hosts/${proposal.hostId}`)}>
              {t(m('proposal.to-host'))}
            </ButtonLink>
          </p>
        )}
        <Field
          kind="textarea"
          language={language}
          name="remark"
          label={t(m('proposal.remark'))}
          hint={t(m('proposal.remark-hint'))}
          required={false}
          rows={3}
          maxlength={2000}
          value={form?.values['remark']}
          error={form?.errors['remark'] ?? form?.errors['decision']}
        />
        <ButtonGroup>
          <Button name="decision" value={isChecked ? 'approved' : 'checked'}>
            {t(m(isChecked ? 'proposal.approve' : 'proposal.check'))}
          </Button>
          <Button name="decision" value="returned" look="harm">
            {t(m('proposal.return'))}
          </Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}
