import type { FormState } from '#kernel/http'
import { displayName, formatAcademicYear, formatList } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  DescriptionList,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Typed,
  Email,
} from '#ui'
import { m } from '../messages/index.ts'
import type { EventRow } from '../queries/events.ts'
import type { StayRow } from '../queries/stays.ts'
import { isOver, sideOf } from '../rules/states.ts'
import type { FiledMail } from '../service/by-mail.ts'
import { AnswerFields } from './answer-fields.tsx'
import { ContactForm, type ContactFormProps } from './contact.tsx'
import { AnswerByMail, TranscriptByMail } from './by-mail.tsx'
import { During } from './during.tsx'
import type { Checklist } from '../queries/preparations.ts'
import { PreparationPart } from './preparation.tsx'
import { JourneySteps } from './journey-steps.tsx'
import {
  base,
  datesOf,
  dayOf,
  dayWords,
  isLate,
  Named,
  nameOf,
  type PageCall,
  stateOf,
} from './words.tsx'

/** What the page of a stay shows. */
export interface StayPageProps {
  call: PageCall
  stay: StayRow
  /** Whose page it is: of the student, or of an office of either side. */
  view: 'student' | 'sending' | 'receiving'
  may: {
    answer: boolean
    nominate: boolean
    withdraw: boolean
    contact: boolean
    confirm: boolean
    change: boolean
    give: boolean
    mails: boolean
  }
  events: readonly EventRow[]
  transcript: { id: string; name: string; kind: string } | null
  /** Whom to ask at a partner without an office here; null where it has one. */
  contact: ContactFormProps['contact'] | 'works-here'
  /** What is settled before it; null where the reader may not know, or nothing is to be settled yet. */
  checklist: Checklist | null
  /** What partners wrote, filed with the stay; nothing for whoever may not read it. */
  mails: readonly FiledMail[]
  form: FormState
}

/** A stay at a glance, what is to be done now, and how far it is. */
export function StayPage(props: StayPageProps) {
  const { call, stay, view, form, may } = props
  const { t, href, language } = call
  const isOwn = view === 'student'
  const title = isOwn
    ? t(m('own.title', { host: nameOf(stay.receiving, language) }))
    : displayName(stay.name, language)
  return (
    <Page
      frame={call.frame}
      title={title}
      trail={[
        isOwn
          ? { href: href(`${base}/mine`), label: t(m('mine.title')) }
          : { href: href(base), label: t(m('stays.title')) },
      ]}
      alert={
        form.message !== null && (
          <ErrorSummary language={language} message={form.message} fields={form.errors} />
        )
      }
    >
      <Stack gap="wide">
        <Strip {...props} title={title} />
        <Now {...props} />
        {stay.imported_at === null && (
          <Section title={t(m('journey.title'))} id="steps">
            <JourneySteps call={call} stay={stay} view={view} />
          </Section>
        )}
        <PreparationPart call={call} stay={stay} checklist={props.checklist} />
        <During {...props} may={{ confirm: may.confirm, change: may.change, give: may.give }} />
        {may.nominate && canTake(props) && <TranscriptByMail {...props} />}
        <Facts {...props} />
        {view !== 'student' && may.mails && (
          <ButtonLink look="quiet" href={href('/mail', { about: `mobility:${stay.id}` })}>
            {t(m('found.mails'))}
          </ButtonLink>
        )}
        <Withdraw {...props} />
      </Stack>
    </Page>
  )
}

function Strip({ call, stay, view, title }: StayPageProps & { title: string }) {
  const { t, language } = call
  const { next_step: step, next_due_on: due } = stay
  const who = step && (sideOf(step) === 'sending' ? stay.sending : stay.receiving)
  return (
    <ObjectStrip
      language={language}
      kind={t(m(`kind.${stay.kind}`))}
      title={title}
      detail={
        view === 'student'
          ? datesOf(call, stay)
          : t(
              m('stay.detail', {
                sending: stay.sendingAcronym ?? nameOf(stay.sending, language),
                receiving: stay.receivingAcronym ?? nameOf(stay.receiving, language),
                dates: datesOf(call, stay),
              }),
            )
      }
      state={stateOf(call, stay.state)}
      next={step === null ? undefined : t(m(`step.${step}`))}
      who={who === null ? undefined : <Named names={who} language={language} />}
      until={due === null ? undefined : dayWords(call, due)}
      late={isLate(call, stay)}
    />
  )
}

/** A transcript is taken from a mail where none has come otherwise. */
function canTake({ stay, transcript }: StayPageProps): boolean {
  return transcript === null && (stay.state === 'live' || stay.state === 'returned')
}

/** What is to be done or known now, by whoever reads. */
function Now(props: StayPageProps) {
  const { call, stay, view, may, contact } = props
  const { t, language } = call
  const host = nameOf(stay.receiving, language)
  if (stay.imported_at !== null) {
    return <Notice tone="info" title={t(m('past.said', { day: dayOf(call, stay.imported_at) }))} />
  }
  if (stay.state === 'rejected') {
    return (
      <Notice tone="harm" title={t(m('now.rejected', { host }))}>
        {stay.answer_note !== '' && (
          <p>
            <Typed>{stay.answer_note}</Typed>
          </p>
        )}
      </Notice>
    )
  }
  if (stay.state === 'cancelled') {
    return (
      <Notice tone="info" title={t(m('now.cancelled', { on: dayOf(call, stay.cancelled_at!) }))}>
        {stay.cancel_reason !== '' && (
          <p>
            <Typed>{stay.cancel_reason}</Typed>
          </p>
        )}
      </Notice>
    )
  }
  if (stay.state === 'waiting') {
    return (
      <>
        <Notice tone="attention" title={t(m('now.waiting', { host }))}>
          <p>{t(m(view === 'student' ? 'now.waiting-student' : 'now.waiting-office'))}</p>
        </Notice>
        {may.nominate && <NominateNow call={call} stay={stay} />}
      </>
    )
  }
  if (stay.state === 'approved' && stay.agreedOn === null) return <AgreementNext {...props} />
  if (stay.state !== 'pending') return null
  return (
    <>
      {may.answer && <AnswerForm {...props} />}
      {view === 'student' && <Notice tone="info" title={t(m('now.pending-student', { host }))} />}
      {view === 'sending' && contact !== 'works-here' && may.contact && (
        <ContactForm call={call} stay={stay} contact={contact} form={props.form} />
      )}
      {view === 'sending' && contact !== 'works-here' && may.nominate && (
        <AnswerByMail {...props} />
      )}
    </>
  )
}

/** The learning agreement is next: the student chooses, the offices look on. */
function AgreementNext({ call, stay, view }: StayPageProps) {
  const { t, href } = call
  const isSigning = stay.agreementState === 'signing'
  const key = isSigning ? 'signing' : view === 'student' ? 'choose' : 'look'
  return (
    <Notice
      tone={view === 'student' && !isSigning ? 'attention' : 'info'}
      title={t(m(`now.agreement-${key}`))}
      action={
        <ButtonLink
          href={href(`${base}/${stay.id}/agreement`)}
          look={view === 'student' ? 'primary' : 'secondary'}
        >
          {t(m(view === 'student' && !isSigning ? 'now.agreement-do' : 'agreement.open'))}
        </ButtonLink>
      }
    />
  )
}

function NominateNow({ call, stay }: { call: PageCall; stay: StayRow }) {
  return (
    <Form action={call.href(`${base}/${stay.id}/nomination`)} csrf={call.frame.csrf}>
      <ButtonGroup>
        <Button>{call.t(m('nominate.now'))}</Button>
      </ButtonGroup>
    </Form>
  )
}

function AnswerForm({ call, stay, form }: StayPageProps) {
  const { t, href } = call
  return (
    <Section title={t(m('answer.title'))} id="answer" lead={t(m('answer.lead'))}>
      <Form
        action={href(`${base}/${stay.id}/answer`)}
        csrf={call.frame.csrf}
        hidden={{ proposal: stay.proposal_id }}
      >
        <AnswerFields call={call} form={form} />
      </Form>
    </Section>
  )
}

function Facts({ call, stay, view }: StayPageProps) {
  const { t, language } = call
  const isOffice = view !== 'student'
  const years = [
    formatAcademicYear(stay.sending_year, language),
    ...(stay.receiving_year === stay.sending_year
      ? []
      : [formatAcademicYear(stay.receiving_year, language)]),
  ]
  const items = [
    ...(isOffice
      ? [
          { term: t(m('stay.number')), value: stay.studentNumber },
          {
            term: t(m('stay.email')),
            value: stay.email === null ? '–' : <Email address={stay.email} link />,
          },
        ]
      : []),
    { term: t(m('stay.sending')), value: <Named names={stay.sending} language={language} /> },
    { term: t(m('stay.receiving')), value: <Named names={stay.receiving} language={language} /> },
    { term: t(m('stay.programme')), value: <Named names={stay.programme} language={language} /> },
    { term: t(m('stay.dates')), value: datesOf(call, stay) },
    { term: t(m('stay.year')), value: formatList(years, language) },
    ...(stay.allianceProgramme
      ? [
          {
            term: t(m('stay.alliance-programme')),
            value: <Named names={stay.allianceProgramme} language={language} />,
          },
        ]
      : []),
    ...(isOffice && stay.remark !== ''
      ? [{ term: t(m('stay.remark')), value: <Typed>{stay.remark}</Typed> }]
      : []),
    ...(stay.answered_at && stay.answer_note !== '' && !isOver(stay.state)
      ? [{ term: t(m('answer.note')), value: <Typed>{stay.answer_note}</Typed> }]
      : []),
  ]
  return (
    <Section title={t(m('stay.facts'))} id="facts">
      <DescriptionList items={items} columns={isOffice} />
    </Section>
  )
}

function Withdraw({ call, stay, view, may, form }: StayPageProps) {
  const { t, href, language } = call
  const isEarly = stay.state === 'waiting' || stay.state === 'pending' || stay.state === 'approved'
  if (!may.withdraw || !isEarly) return null
  return (
    <Fold
      summary={t(m(view === 'student' ? 'withdraw.own' : 'withdraw.title'))}
      open={form.errors['reason'] !== undefined}
    >
      <Form action={href(`${base}/${stay.id}/cancellation`)} csrf={call.frame.csrf}>
        <p>{t(m('withdraw.what'))}</p>
        <Field
          kind="textarea"
          language={language}
          name="reason"
          label={t(m('withdraw.reason'))}
          value={form.values['reason'] ?? ''}
          error={form.errors['reason']}
          rows={2}
          maxlength={2000}
          required={false}
        />
        <Button look="harm">{t(m('withdraw.do'))}</Button>
      </Form>
    </Fold>
  )
}
