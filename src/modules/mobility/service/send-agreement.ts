import { personOf, isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { addDays, dateInZone, languages, type LocalText, localised } from '#kernel/values'
import {
  addVersion,
  type GivenPdf,
  openDocument,
  sendDocument,
  type Signer,
  withdrawDocument,
} from '#modules/signing'
import type { Translator } from '#kernel/messages'
import { agreementSent } from '../entries.ts'
import { m } from '../messages/index.ts'
import { learningAgreementOf, type LearningAgreementRow } from '../queries/learning-agreements.ts'
import type { StayRow } from '../queries/stays.ts'
import { type LearningText, sendingFault } from '../rules/learning-agreement.ts'
import { aboutStay, newsOf, stayForUpdate } from './at-work.ts'
import { agreementLeaves } from './leaving.ts'
import { contactFor } from './partner-mail.ts'

/** The subject by which signing knows a learning agreement; its id is the stay's. */
export const agreementSubject = 'learning-agreement'

/** Sends what is written to be signed; the PDF was made of exactly this draft and stored before. */
export interface SendAgreement {
  mobilityId: string
  basedOn: number
  pdf: GivenPdf
  node: string
  translator: Translator
}

/** How long the three have to sign. */
const daysToSign = 30

/**
 * Sends the learning agreement to be signed in order: the student, the sending institution, the receiving one, by its office
 * here or by a link. After a signing it is an amendment, and what was signed counts until all three have signed that too.
 */
export async function sendAgreement(
  work: Work,
  input: SendAgreement,
): Promise<{ version: number } | Refusal> {
  const found = await stayForUpdate(work, input.mobilityId, 'mobility.agreement.edit')
  if (isRefused(found)) return found
  const { stay } = found
  const agreement = await learningAgreementOf(work, stay.id, 'lock')
  if (!agreement) return refuse(422, m('agreement-fault.nothing-studied'))
  if (agreement.state === 'signing') return refuse(409, m('agreement-fault.signing'))
  if (agreement.draftNumber !== input.basedOn) return refuse(409, m('agreement-fault.changed'))
  const text = agreement.draft
  const fault =
    agreement.state === 'signed' ? 'nothing-changed' : sendingFault(text, agreement.agreed)
  if (fault) return refuse(422, m(`agreement-fault.${fault}`))
  const held = await agreementLeaves(work, stay, input.node)
  if (held) return held
  const sent = await giveToSign(work, stay, agreement, text, input)
  if (isRefused(sent)) return sent
  const asked = await sendDocument(work, { documentId: sent.documentId })
  if (isRefused(asked)) return asked
  await keepVersion(work, stay, text, sent)
  return { version: sent.version }
}

async function giveToSign(
  work: Work,
  stay: StayRow,
  agreement: LearningAgreementRow,
  text: LearningText,
  { pdf, node, translator }: SendAgreement,
): Promise<{ documentId: string; version: number; sha256: string } | Refusal> {
  const content = { kind: 'canonical' as const, value: canonicalOf(stay, text), pdf }
  const signers = await signersOf(work, stay)
  if (isRefused(signers)) return signers
  const dueOn = addDays(dateInZone(work.now, stay.sendingTimeZone), daysToSign)
  const about = { content, signers, dueOn, expiresOn: null, origin: node }
  if (agreement.documentId !== null) {
    const { documentId } = agreement
    const added = await addVersion(work, { ...about, documentId, reason: '' })
    return isRefused(added) ? added : { documentId, ...added }
  }
  return openDocument(work, {
    ...about,
    organisationId: stay.sending_organisation_id,
    subject: { kind: agreementSubject, id: stay.id },
    titles: titlesOf(stay, translator),
    href: `/mobility/${stay.id}/agreement`,
  })
}

function titlesOf(stay: StayRow, translator: Translator): LocalText {
  return Object.fromEntries(
    languages.map((language) => [
      language,
      translator.for(language)(
        m('agreement.document', { host: localised(stay.receiving, language).text }),
      ),
    ]),
  )
}

/** The text that is hashed: whose, between whom, for when, and every component. */
function canonicalOf(stay: StayRow, text: LearningText) {
  return {
    type: 'learning-agreement',
    mobility: stay.id,
    kind: stay.kind,
    student: { person: stay.person_id, number: stay.studentNumber },
    sending: stay.sending_organisation_id,
    receiving: stay.receiving_organisation_id,
    from: stay.starts_on,
    until: stay.ends_on,
    ...text,
  }
}

async function signersOf(work: Work, stay: StayRow): Promise<Signer[] | Refusal> {
  const contact = await contactFor(work, stay)
  const label = (name: 'student' | 'sending-institution' | 'receiving-institution') => ({
    kind: 'named' as const,
    name,
  })
  const coordinator = (organisationId: string) => ({
    who: 'role' as const,
    role: 'coordinator',
    organisationId,
  })
  return [
    { who: 'person', personId: stay.person_id, group: 1, label: label('student') },
    {
      ...coordinator(stay.sending_organisation_id),
      group: 2,
      label: label('sending-institution'),
    },
    contact
      ? { who: 'guest', ...contact, group: 3, label: label('receiving-institution') }
      : {
          ...coordinator(stay.receiving_organisation_id),
          group: 3,
          label: label('receiving-institution'),
        },
  ]
}

async function keepVersion(
  work: Work,
  stay: StayRow,
  text: LearningText,
  { documentId, version, sha256 }: { documentId: string; version: number; sha256: string },
): Promise<void> {
  const entry = agreementSent({ ...aboutStay(stay), data: { ...newsOf(stay), version, sha256 } })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('learning_agreement_versions')
      .values({
        mobility_id: stay.id,
        number: version,
        text: JSON.stringify(text),
        sha256,
        sent_at: work.now,
        sent_by: personOf(work.actor),
      })
      .execute()
    await tx
      .updateTable('learning_agreements')
      .set({ document_id: documentId, state: 'signing', returned_how: null })
      .where('mobility_id', '=', stay.id)
      .execute()
  })
}

/** Takes back what was sent before all have signed, to change it; the signatures of that version are void. */
export async function takeBackAgreement(
  work: Work,
  input: { mobilityId: string; reason: string },
): Promise<true | Refusal> {
  const found = await stayForUpdate(work, input.mobilityId, 'mobility.agreement.edit')
  if (isRefused(found)) return found
  const agreement = await learningAgreementOf(work, input.mobilityId, 'lock')
  if (agreement?.state !== 'signing' || agreement.documentId === null) {
    return refuse(409, m('agreement-fault.not-signing'))
  }
  const withdrawn = await withdrawDocument(work, {
    documentId: agreement.documentId,
    reason: input.reason,
  })
  if (isRefused(withdrawn)) return withdrawn
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('learning_agreements')
      .set({ state: 'draft', returned_how: 'withdrawn' })
      .where('mobility_id', '=', input.mobilityId)
      .execute(),
  )
  return true
}
