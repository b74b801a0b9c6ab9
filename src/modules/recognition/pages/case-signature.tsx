import { Button, ButtonLink, Form, Section } from '#ui'
import { m } from '../messages/index.ts'
import type { ShownSignature } from '../queries/signers.ts'
import { AuthenticityRecords } from './authenticity.tsx'
import type { CasePageProps } from './case-props.ts'
import { SignatureNotice } from './signature-notice.tsx'
import { signersPath } from './signers.tsx'

interface CaseSignatureProps extends Pick<CasePageProps, 'call' | 'found' | 'may'> {
  signature: ShownSignature
}

/** What the staff found out about the original, and where more is recorded. */
export function CaseAuthenticity({ call, found, authenticity }: CasePageProps) {
  const { t, href } = call
  if (authenticity === null) return null
  return (
    <Section title={t(m('authentic.section'))}>
      <AuthenticityRecords call={call} found={found} records={authenticity} mayTakeBack={false} />
      <ButtonLink look="secondary" href={href(`/recognition/cases/${found.id}/authenticity`)}>
        {t(m('authentic.open'))}
      </ButtonLink>
    </Section>
  )
}

/** What the signature of a case's original is worth; whoever evaluates may have it looked at again. */
export function CaseSignature({ call, found, signature, may }: CaseSignatureProps) {
  const { t, href, frame } = call
  const isUnknown = signature.outcome === 'unknown-signer'
  const canChange = found.state === 'open' && signature.facts?.state === 'intact'
  return (
    <SignatureNotice
      call={call}
      signature={signature}
      altered={signature.altered}
      action={
        isUnknown && may.know ? (
          <ButtonLink look="secondary" href={href(signersPath, { case: found.id })}>
            {t(m('signer.add'))}
          </ButtonLink>
        ) : (
          canChange &&
          may.evaluate && (
            <Form
              action={href(`/recognition/cases/${found.id}/signature`)}
              csrf={frame.csrf}
              inline
            >
              <Button look="secondary">{t(m('signer.check-again'))}</Button>
            </Form>
          )
        )
      }
    />
  )
}
