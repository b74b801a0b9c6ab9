import type { FormState } from '#kernel/http'
import type { Foreseen } from '#modules/recognition'
import type { SigningSummary } from '#modules/signing'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Steps,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { LearningAgreementRow } from '../queries/learning-agreements.ts'
import type { StayRow } from '../queries/stays.ts'
import type { TermDates } from '../rules/calendar.ts'
import { type LearningText, tablesOf } from '../rules/learning-agreement.ts'
import { Calendars } from './calendars.tsx'
import { ComponentTable } from './components.tsx'
import { base, dayOf, dayWords, nameOf, type PageCall } from './words.tsx'

/** What the page of a learning agreement shows. */
export interface AgreementPageProps {
  call: PageCall
  stay: StayRow
  agreement: LearningAgreementRow | null
  text: LearningText
  signing: SigningSummary | null
  foreseen: Foreseen
  terms: { home: readonly TermDates[]; host: readonly TermDates[] }
  isOwn: boolean
  mayEdit: boolean
  readerId: string | null
  form: FormState
}

/** Whether what is written may be changed now. */
function isOpen({ agreement, mayEdit, stay }: AgreementPageProps): boolean {
  if (!mayEdit || agreement?.state === 'signing') return false
  return agreement?.agreed == null || stay.kind === 'study'
}

/** A learning agreement: what is studied, what would be recognised and why, both calendars, and who has signed. */
export function AgreementPage(props: AgreementPageProps) {
  const { call, stay, form, text, agreement } = props
  const { t, href, language } = call
  const editable = isOpen(props)
  return (
    <Page
      frame={call.frame}
      title={t(m('agreement.title'))}
      trail={[
        {
          href: href(`${base}/${stay.id}`),
          label: props.isOwn ? t(m('mine.title')) : t(m('stays.title')),
        },
      ]}
      alert={
        form.message !== null && (
          <ErrorSummary language={language} message={form.message} fields={form.errors} />
        )
      }
    >
      <Stack gap="wide">
        <Strip {...props} />
        <Signing {...props} />
        {agreement?.returnedHow && agreement.state === 'draft' && (
          <Notice tone="attention" title={t(m(`agreement.returned-${agreement.returnedHow}`))}>
            <p>{t(m('agreement.returned-what'))}</p>
          </Notice>
        )}
        {!props.foreseen.ok && (
          <Notice tone="info" title={t(m('agreement.no-rules'))}>
            <p>{t(props.foreseen.why)}</p>
          </Notice>
        )}
        {tablesOf(stay.kind).map((table) => (
          <ComponentTable key={table} {...props} table={table} editable={editable} />
        ))}
        <Removed {...props} />
        <Conditions {...props} editable={editable} />
        <Calendars call={call} stay={stay} terms={props.terms} />
        {editable && text.components.length > 0 && <Send {...props} />}
        <TakeBack {...props} />
      </Stack>
    </Page>
  )
}

function Strip({ call, stay, agreement, signing }: AgreementPageProps) {
  const { t, language, href } = call
  const state = agreement?.state ?? 'draft'
  const tones = { draft: 'neutral', signing: 'attention', signed: 'done' } as const
  return (
    <ObjectStrip
      language={language}
      kind={t(m('agreement.title'))}
      title={nameOf(stay.receiving, language)}
      detail={
        agreement?.agreedOn
          ? t(m('agreement.in-force', { on: dayWords(call, agreement.agreedOn) }))
          : undefined
      }
      state={{ tone: tones[state], label: t(m(`agreement.state-${state}`)) }}
      next={t(m(`agreement.next-${state}`))}
      until={signing?.state === 'open' && signing.dueOn ? dayWords(call, signing.dueOn) : undefined}
      actions={
        agreement && (
          <ButtonLink
            look="quiet"
            icon="download"
            href={href(`${base}/${stay.id}/agreement/document`)}
          >
            {t(m('agreement.print'))}
          </ButtonLink>
        )
      }
    />
  )
}

/** The three signers in their order, with the way to sign for whoever reads. */
function Signing({ call, signing, readerId, agreement }: AgreementPageProps) {
  if (signing === null || agreement === null || agreement.documentId === null) return null
  if (agreement.state === 'draft') return null
  const { t, language, href } = call
  const own = signing.signers.find((each) => each.state === 'asked' && each.personId === readerId)
  return (
    <Section title={t(m('agreement.signatures'))} id="signatures">
      <Steps
        language={language}
        label={t(m('agreement.signatures'))}
        steps={signing.signers.map((signer) => ({
          label: t(m(`signer.${labelOf(signer)}`)),
          state: signer.state === 'done' ? 'done' : signer.state === 'asked' ? 'current' : 'later',
          detail: signer.doneAt ? dayOf(call, signer.doneAt) : undefined,
          ...(signer.state === 'asked' && signer.guestName === null
            ? { href: href(`/signing/steps/${signer.stepId}`) }
            : {}),
        }))}
      />
      {own && (
        <ButtonGroup>
          <ButtonLink href={href(`/signing/steps/${own.stepId}`)}>
            {t(m('agreement.sign'))}
          </ButtonLink>
        </ButtonGroup>
      )}
    </Section>
  )
}

function labelOf({ label }: SigningSummary['signers'][number]) {
  if (label.kind === 'named' && label.name === 'student') return 'student'
  return label.kind === 'named' && label.name === 'sending-institution' ? 'sending' : 'receiving'
}

function Removed({ call, text }: AgreementPageProps) {
  const { t } = call
  if (text.removed.length === 0) return null
  return (
    <Section title={t(m('agreement.removed'))} id="removed">
      <ul class="plain-list">
        {text.removed.map((each) => (
          <li key={`${each.table} ${each.code} ${each.title}`}>
            <s>
              <Typed>{each.title}</Typed>
            </s>{' '}
            <span class="quiet">
              {each.code} · {t(m(`reason.${each.reason}`))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Conditions(props: AgreementPageProps & { editable: boolean }) {
  const { call, stay, text, agreement, form, editable } = props
  const { t, href, language } = call
  if (!editable) {
    return text.conditions === '' ? null : (
      <Section title={t(m('agreement.conditions'))} id="conditions">
        <p>
          <Typed>{text.conditions}</Typed>
        </p>
      </Section>
    )
  }
  return (
    <Fold summary={t(m('agreement.conditions'))} open={text.conditions !== ''}>
      <Form
        action={href(`${base}/${stay.id}/agreement/conditions`)}
        csrf={call.frame.csrf}
        hidden={{ basedOn: String(agreement?.draftNumber ?? 0) }}
      >
        <Field
          kind="textarea"
          language={language}
          name="conditions"
          label={t(m('agreement.conditions'))}
          hint={t(m('agreement.conditions-hint'))}
          value={form.values['conditions'] ?? text.conditions}
          rows={3}
          maxlength={2000}
          required={false}
        />
        <Button look="secondary">{t(m('agreement.keep'))}</Button>
      </Form>
    </Fold>
  )
}

function Send({ call, stay, agreement }: AgreementPageProps) {
  const { t, href } = call
  if (agreement === null || agreement.state === 'signed') return null
  return (
    <Section title={t(m('agreement.send-title'))} id="send" lead={t(m('agreement.send-lead'))}>
      <Form
        action={href(`${base}/${stay.id}/agreement/sending`)}
        csrf={call.frame.csrf}
        hidden={{ basedOn: String(agreement.draftNumber) }}
      >
        <Button>{t(m(agreement.agreed ? 'agreement.send-changes' : 'agreement.send'))}</Button>
      </Form>
    </Section>
  )
}

function TakeBack({ call, stay, agreement, mayEdit, form }: AgreementPageProps) {
  const { t, href, language } = call
  if (!mayEdit || agreement?.state !== 'signing') return null
  return (
    <Fold summary={t(m('agreement.take-back'))} open={form.errors['returnReason'] !== undefined}>
      <Form action={href(`${base}/${stay.id}/agreement/return`)} csrf={call.frame.csrf}>
        <p>{t(m('agreement.take-back-what'))}</p>
        <Field
          kind="textarea"
          language={language}
          name="returnReason"
          label={t(m('withdraw.reason'))}
          value={form.values['returnReason'] ?? ''}
          error={form.errors['returnReason']}
          rows={2}
          maxlength={2000}
        />
        <Button look="secondary">{t(m('agreement.take-back-do'))}</Button>
      </Form>
    </Fold>
  )
}
