import type { Call } from '#kernel/http'
import { formatDate, localised } from '#kernel/values'
import { type Content, DescriptionList, Fold, Notice, type NoticeTone, Typed } from '#ui'
import type { CertificateFacts } from '../formats/certificate.ts'
import { m } from '../messages/index.ts'
import type { ShownSignature } from '../queries/signers.ts'
import type { SignatureOutcome } from '../schema-signers.ts'

const tones: Record<SignatureOutcome, NoticeTone> = {
  absent: 'info',
  valid: 'done',
  'unknown-signer': 'attention',
  'other-signer': 'harm',
  'out-of-time': 'attention',
  invalid: 'harm',
  unverifiable: 'attention',
}

interface SignatureNoticeProps {
  call: Pick<Call, 't' | 'language'>
  signature: ShownSignature
  /** How many lines are no longer as the signed document says them. */
  altered: number
  /** What the reader can do about it. */
  action?: Content
}

/** Says what the electronic signature of a transcript is worth, and by which certificate. */
export function SignatureNotice({ call, signature, altered, action }: SignatureNoticeProps) {
  const { t, language } = call
  const { outcome, facts, signer } = signature
  const name = signer
    ? signer.issuer_names
      ? localised(signer.issuer_names, language).text
      : signer.service_name
    : (facts?.certificate?.subject ?? '')
  return (
    <Notice
      tone={altered > 0 && outcome === 'valid' ? 'attention' : tones[outcome]}
      title={t(m(`signer.outcome.${outcome}`, { signer: name }))}
      action={action}
    >
      {outcome !== 'valid' && <p>{t(m(`signer.means.${outcome}`))}</p>}
      {facts?.reason && <p>{t(m(`signer.reason.${facts.reason}`))}</p>}
      {altered > 0 && facts?.state === 'intact' && (
        <p>
          <strong>{t(m('signer.altered', { count: altered }))}</strong>
        </p>
      )}
      {facts?.weak.map((each) => (
        <p key={each}>{t(m(`signer.weak.${each}`))}</p>
      ))}
      {facts?.certificate && (
        <Fold summary={t(m('signer.certificate'))}>
          <CertificateList
            call={call}
            certificate={facts.certificate}
            algorithm={facts.algorithm}
          />
        </Fold>
      )}
    </Notice>
  )
}

/** The facts of a certificate, to be compared with what its holder says of it elsewhere. */
export function CertificateList({
  call,
  certificate,
  algorithm,
}: {
  call: Pick<Call, 't' | 'language'>
  certificate: CertificateFacts
  algorithm?: string
}) {
  const { t, language } = call
  const day = (instant: string) => formatDate(instant.slice(0, 10), language)
  return (
    <DescriptionList
      items={[
        { term: t(m('signer.subject')), value: <Typed>{certificate.subject}</Typed> },
        { term: t(m('signer.made-by')), value: <Typed>{certificate.issuer}</Typed> },
        { term: t(m('signer.serial')), value: certificate.serial },
        {
          term: t(m('signer.valid')),
          value: t(
            m('signer.from-to', {
              from: day(certificate.notBefore),
              to: day(certificate.notAfter),
            }),
          ),
        },
        { term: t(m('signer.key')), value: certificate.key },
        ...(algorithm ? [{ term: t(m('signer.algorithm')), value: algorithm }] : []),
        {
          term: t(m('signer.fingerprint')),
          value: <code>{fingerprintText(certificate.fingerprint)}</code>,
        },
      ]}
    />
  )
}

/** A fingerprint as other programs print it, in four groups so that it can be read aloud and broken into lines. */
export function fingerprintText(fingerprint: string): string {
  const pairs = fingerprint.toUpperCase().match(/../g) ?? []
  const groups = [0, 8, 16, 24].map((start) => pairs.slice(start, start + 8).join(':'))
  return groups.join(': ')
}
