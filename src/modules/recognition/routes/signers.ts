import { z } from 'zod'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import { compareText, localised, type LocalText } from '#kernel/values'
import { renderPage } from '#ui'
import {
  type CertificateFacts,
  readCertificate,
  readCertificateFile,
} from '../formats/certificate.ts'
import { m } from '../messages/index.ts'
import { SignersPage, signersPath } from '../pages/signers.tsx'
import { caseById } from '../queries/cases.ts'
import { organisationsFor } from '../queries/catalogues.ts'
import { draftById } from '../queries/drafts.ts'
import { possibleIssuers } from '../queries/issuers.ts'
import { latestSignature, listSigners, type SignerRow, signerById } from '../queries/signers.ts'
import { checkSignatureAgain } from '../service/check-signature.ts'
import { addSigner, withdrawSigner } from '../service/signers.ts'
import { choiceField, dayField } from './fields.ts'
import { shown } from './shown-refusal.ts'

const keep = 'recognition.signer.keep'
/** The choice of the secretariat: kept for every institution. */
const everybody = 'alliance'

/** The certificates by which signed transcripts are known. */
export const signerRoutes: readonly Route[] = [
  page('GET', signersPath, {
    action: 'recognition.signer.open',
    handle: (call) => signersPage(call, null),
  }),
  page('POST', signersPath, { action: 'recognition.signer.open', perMinute: 60, handle: add }),
  page<SignerRow>('POST', `${signersPath}/:id/withdrawal`, {
    action: keep,
    load: (work, params) => signerById(work, params['id'] ?? ''),
    handle: withdraw,
  }),
]

/** Whether the reader may add a certificate that counts for an institution. */
export function mayKnowSigners(call: Call, homeOrganisationId: string): boolean {
  return [homeOrganisationId, null].some((id) => call.may(keep, { keeper_organisation_id: id }))
}

async function signersPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const own = await organisationsFor(call.work, (id) =>
    call.may('recognition.scale.list', { organisation_id: id }),
  )
  const options = (list: readonly { id: string; names: LocalText }[]) =>
    list
      .map(({ id, names }) => {
        const { text, language } = localised(names, call.language)
        const labelLanguage = language === call.language ? undefined : language
        return { value: id, label: text, labelLanguage }
      })
      .toSorted((a, b) => compareText(call.language, a.label, b.label))
  const keepers = own.filter(({ id }) => call.may(keep, { keeper_organisation_id: id }))
  const source = await sourceOf(call)
  const typed = typedValues(call)
  const html = renderPage(
    SignersPage({
      call,
      signers: await listSigners(
        call.work,
        own.map(({ id }) => id),
      ),
      keepers: [
        ...(call.may(keep, { keeper_organisation_id: null })
          ? [{ value: everybody, label: call.t(m('signer.whole-alliance')) }]
          : []),
        ...options(keepers),
      ],
      issuers: options(await possibleIssuers(call.work)),
      found: source?.certificate ?? null,
      hidden: source?.hidden ?? {},
      values: refusal ? typed : { issuer: source?.issuer ?? '', keeper: source?.keeper ?? '' },
      mayWithdraw: (signer) => call.may(keep, signer),
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

interface CertificateSource {
  certificate: CertificateFacts
  hidden: Record<string, string>
  issuer: string
  keeper: string
}

/** The certificate of the draft or case from which the reader comes, as far as they may see that. */
async function sourceOf(call: Call): Promise<CertificateSource | null> {
  const given = (name: string) => call.form.values[name]?.[0] ?? call.query.get(name) ?? ''
  const draft = await draftById(call.work, given('draft'))
  if (draft && call.may('recognition.draft.read', draft)) {
    return sourceFrom(draft, draft.content.signature?.certificate, { draft: draft.id })
  }
  const found = await caseById(call.work, given('case'))
  if (!found || !call.may('recognition.case.read', found)) return null
  const signature = await latestSignature(call.work, found.transcript_id)
  return sourceFrom(found, signature?.facts?.certificate, { case: found.id })
}

function sourceFrom(
  of: { host_organisation_id: string | null; home_organisation_id: string },
  certificate: CertificateFacts | null | undefined,
  hidden: Record<string, string>,
): CertificateSource | null {
  if (!certificate) return null
  const { host_organisation_id: issuer, home_organisation_id: keeper } = of
  return { certificate, hidden, issuer: issuer ?? '', keeper }
}

const form = z.object({
  certificate: z.string().max(20_000).default(''),
  issuer: choiceField,
  serviceName: z.string().max(200).default(''),
  keeper: choiceField,
  validFrom: dayField,
  validTo: dayField,
  evidence: z.string().max(1000).default(''),
  draft: z.string().default(''),
  case: z.string().default(''),
})

async function add(call: Call): Promise<Answer> {
  const input = call.read(form)
  if (isRefused(input)) return signersPage(call, input)
  const upload = call.form.uploads['file']?.find(({ bytes }) => bytes.length > 0)
  const field = upload ? 'file' : 'certificate'
  const certificate = upload
    ? readCertificateFile(upload.bytes)
    : readCertificate(input.certificate)
  if (!certificate) {
    const message = m('signer.refusal.certificate')
    return signersPage(call, refuse(422, message, { [field]: message }))
  }
  if (input.keeper === null) {
    const message = m('signer.refusal.keeper')
    return signersPage(call, refuse(422, message, { keeper: message }))
  }
  const result = await call.perform(async (work) => {
    const added = await addSigner(work, {
      certificate,
      keeperOrganisationId: input.keeper === everybody ? null : input.keeper,
      issuerOrganisationId: input.issuer === 'service' ? null : input.issuer,
      serviceName: input.issuer === 'service' ? input.serviceName : '',
      validFrom: input.validFrom ?? certificate.notBefore.slice(0, 10),
      validTo: input.validTo ?? certificate.notAfter.slice(0, 10),
      evidence: input.evidence,
      origin: call.services.node,
    })
    // Whoever may not evaluate the case has added the certificate all the same.
    if (!isRefused(added) && input.case !== '') await checkSignatureAgain(work, input.case)
    return added
  })
  if (isRefused(result)) return signersPage(call, result)
  return call.redirect(await backOf(call, input), m('signer.added'))
}

/** Back to where the certificate was found, if that is still to be seen. */
async function backOf(call: Call, input: { draft: string; case: string }): Promise<string> {
  const draft = await draftById(call.work, input.draft)
  if (draft && call.may('recognition.draft.read', draft)) return `/recognition/drafts/${draft.id}`
  const found = await caseById(call.work, input.case)
  if (found && call.may('recognition.case.read', found)) return `/recognition/cases/${found.id}`
  return signersPath
}

async function withdraw(call: Call<SignerRow>): Promise<Answer> {
  const reason = call.form.values['reason']?.[0] ?? ''
  const result = await call.perform((work) =>
    withdrawSigner(work, { signerId: call.object.id, reason }),
  )
  if (isRefused(result)) return signersPage(call, result)
  return call.redirect(signersPath, m('signer.withdrawn'))
}
