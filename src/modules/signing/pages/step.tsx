import type { ComponentChildren } from 'preact'
import { localised } from '#kernel/values'
import {
  Button,
  ButtonLink,
  DescriptionList,
  ErrorSummary,
  Field,
  Fold,
  Form,
  Notice,
  ObjectStrip,
  Page,
  PasskeyButton,
  Section,
  Stack,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { VersionRow } from '../queries/documents.ts'
import type { AskedStep, StepRow } from '../queries/steps.ts'
import { HistorySection } from './history.tsx'
import {
  Capacity,
  dayWords,
  type FormState,
  Hash,
  isPast,
  type PageCall,
  stepWords,
  Title,
  Who,
} from './words.tsx'

export interface StepPageProps {
  call: PageCall
  step: AskedStep
  versions: readonly VersionRow[]
  /** Of all versions, for the history. */
  steps: readonly StepRow[]
  /** Whether the reader proved lately who they are. */
  isFresh: boolean
  /** Whether the reader has a passkey, which signs the hash itself. */
  hasPasskey: boolean
  /** The address of the page on which that is proved, which leads back here. */
  prove: string
  refused: { which: 'signature' | 'refusal'; form: FormState } | null
}

/** One document before whoever is asked to sign it: read, sign or refuse; afterwards what was done. */
export function StepPage(props: StepPageProps) {
  const { call, step, refused } = props
  const { t, language, href, frame } = call
  const isAsked = step.state === 'asked' && step.document_state === 'open'
  return (
    <Page
      frame={frame}
      title={localised(step.titles, language).text}
      trail={[{ href: href('/signing/to-sign'), label: t(m('to-sign.title')) }]}
      alert={
        refused && (
          <ErrorSummary
            language={language}
            message={refused.form.message ?? undefined}
            fields={refused.form.errors}
          />
        )
      }
    >
      <ObjectStrip
        language={language}
        kind={t(m('document.kind'))}
        title={<Title titles={step.titles} language={language} />}
        detail={t(m('document.version', { version: step.version }))}
        state={{
          tone: isAsked ? 'attention' : step.state === 'done' ? 'done' : 'neutral',
          label: t(stepWords(step)),
        }}
        next={
          isAsked ? t(m(step.act === 'sign' ? 'step.next-sign' : 'step.next-approve')) : undefined
        }
        who={localised(step.keeper, language).text}
        {...(isAsked && step.due_on !== null
          ? {
              until: dayWords(call, step.due_on),
              late: isPast(call, step.due_on, step.time_zone),
            }
          : {})}
      />
      <Stack gap="wide">
        <WhatIsSigned call={call} step={step} file={href(`/signing/steps/${step.id}/file`)} />
        {isAsked && step.means === 'paper' && <Notice tone="info">{t(m('step.on-paper'))}</Notice>}
        {isAsked && step.means !== 'paper' && <Ways {...props} />}
        {isAsked && step.means !== 'paper' && <Refuse {...props} />}
        {step.state === 'done' && (
          <ButtonLink
            look="secondary"
            icon="download"
            href={href(`/signing/steps/${step.id}/evidence`)}
            download
          >
            {t(m('evidence.open'))}
          </ButtonLink>
        )}
        {step.state === 'ended' && <Notice tone="info">{t(m('step.ended-why'))}</Notice>}
        <HistorySection
          call={call}
          document={{ created_at: call.now }}
          versions={props.versions}
          steps={props.steps}
        />
      </Stack>
    </Page>
  )
}

/** What exactly is signed, as whom, and that it can be read before. */
export function WhatIsSigned({
  call,
  step,
  file,
}: {
  call: PageCall
  step: AskedStep
  file: string
}) {
  const { t, language } = call
  return (
    <Section title={t(m('step.read'))} id="read" lead={t(m('step.read-lead'))}>
      <ButtonLink look="secondary" icon="file" href={file}>
        {t(m('document.open'))}
      </ButtonLink>
      <DescriptionList
        items={[
          { term: t(m('signers.as')), value: <Capacity t={t} language={language} step={step} /> },
          { term: t(m('step.you')), value: <Who call={call} step={step} /> },
          { term: t(m('what.hash')), value: <Hash sha256={step.document_sha256} /> },
          ...(step.amends === null
            ? []
            : [
                {
                  term: t(m('step.amends')),
                  value: t(m('step.amends-what', { version: step.amends })),
                },
              ]),
          ...(step.reason === ''
            ? []
            : [{ term: t(m('what.reason')), value: <Typed>{step.reason}</Typed> }]),
        ]}
      />
    </Section>
  )
}

/** With a passkey where the reader has one, and else, or beside it, with a tick. */
function Ways(props: StepPageProps) {
  const { call, step, hasPasskey, refused } = props
  const { t, language, href, frame } = call
  const isSigning = step.act === 'sign'
  if (!hasPasskey)
    return <Sign {...props} title={t(m(isSigning ? 'sign.title' : 'approve.title'))} />
  const shown = { sha256: step.document_sha256 }
  return (
    <>
      <Section
        title={t(m(isSigning ? 'sign.title' : 'approve.title'))}
        id="sign"
        lead={t(m('passkey.lead'))}
      >
        <PasskeyButton
          language={language}
          kind="sign-in"
          label={t(m(isSigning ? 'passkey.sign' : 'passkey.approve'))}
          optionsUrl={href(`/signing/steps/${step.id}/passkey/options`)}
          verifyUrl={href(`/signing/steps/${step.id}/passkey`, shown)}
          csrf={frame.csrf}
        />
      </Section>
      <Fold
        summary={t(m(isSigning ? 'passkey.other' : 'passkey.other-approve'))}
        open={refused?.which === 'signature'}
      >
        <Sign {...props} title={null} />
      </Fold>
    </>
  )
}

function Sign({
  call,
  step,
  isFresh,
  prove,
  refused,
  title,
}: StepPageProps & { title: string | null }) {
  const { t, href, frame, language } = call
  const form = refused?.which === 'signature' ? refused.form : null
  if (!isFresh) {
    return (
      <Way title={title} lead={t(m('sign.prove-lead'))}>
        <ButtonLink href={prove} icon="key">
          {t(m('sign.prove'))}
        </ButtonLink>
      </Way>
    )
  }
  return (
    <Way title={title}>
      <Form
        action={href(`/signing/steps/${step.id}/signature`)}
        csrf={frame.csrf}
        hidden={{ sha256: step.document_sha256 }}
      >
        <Field
          language={language}
          kind="checkbox"
          name="confirm"
          label={t(m(step.act === 'sign' ? 'sign.confirm' : 'approve.confirm'))}
          value="yes"
          error={form?.errors['confirm']}
          required
        />
        <Button icon="check">{t(m(step.act === 'sign' ? 'sign.do' : 'approve.do'))}</Button>
        <p class="quiet">{t(m(step.act === 'sign' ? 'claim' : 'claim-approval'))}</p>
      </Form>
    </Way>
  )
}

function Way({
  title,
  lead,
  children,
}: {
  title: string | null
  lead?: string
  children: ComponentChildren
}) {
  if (title !== null) {
    return (
      <Section title={title} id="sign" lead={lead}>
        {children}
      </Section>
    )
  }
  return (
    <>
      {lead && <p>{lead}</p>}
      {children}
    </>
  )
}

function Refuse({ call, step, refused }: StepPageProps) {
  const { t, href, frame, language } = call
  const form = refused?.which === 'refusal' ? refused.form : null
  return (
    <Fold summary={t(m('refuse.title'))} open={form !== null}>
      <p>{t(m('refuse.lead'))}</p>
      <Form
        action={href(`/signing/steps/${step.id}/refusal`)}
        csrf={frame.csrf}
        hidden={{ sha256: step.document_sha256 }}
      >
        <Field
          language={language}
          kind="textarea"
          name="reason"
          label={t(m('refuse.reason'))}
          hint={t(m('refuse.reason-hint'))}
          value={form?.values['reason'] ?? ''}
          error={form?.errors['reason']}
          rows={4}
          maxlength={2000}
          required
        />
        <Button look="harm">{t(m('refuse.do'))}</Button>
      </Form>
    </Fold>
  )
}
