import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import type { Translator } from '#kernel/messages'
import { addDays, dateInZone, languages, type LocalText } from '#kernel/values'
import {
  addVersion,
  type GivenPdf,
  openDocument,
  sendDocument,
  withdrawDocument,
} from '#modules/signing'
import { agreementSent } from '../entries.ts'
import { m } from '../messages/index.ts'
import { agreementOf, type AgreementRow } from '../queries/agreements.ts'
import { placementById, type PlacementRow } from '../queries/placements.ts'
import {
  type AgreementText,
  amendmentSigners,
  datesFit,
  languageOfCountry,
  missingIn,
  signersOf,
} from '../rules/agreement.ts'
import { aboutPlacement } from './about.ts'
import { agreementLeaves } from './leaving.ts'

/** The subject by which signing knows the agreement of a placement; its id is the placement's. */
export const agreementSubject = 'traineeship-agreement'

/** How long the signers have. */
const daysToSign = 30

/** Keeps what was written. Refused while signers are asked, and where somebody wrote meanwhile. */
export async function writeAgreement(
  work: Work,
  input: { placementId: string; basedOn: number; text: AgreementText },
): Promise<{ draftNumber: number } | Refusal> {
  const found = await atWork(work, input)
  if (isRefused(found)) return found
  if (!datesFit(input.text)) {
    return refuse(422, m('refusal.ends-before'), { endsOn: m('refusal.ends-before') })
  }
  const { placement, agreement } = found
  const draftNumber = (agreement?.draftNumber ?? 0) + 1
  const values = {
    draft: JSON.stringify(input.text),
    draft_number: draftNumber,
    draft_at: work.now,
    state: 'draft' as const,
  }
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('internship_agreements')
      .values({
        placement_id: placement.id,
        ...values,
        document_id: null,
        agreed_version: null,
        agreed_on: null,
        returned_how: null,
      })
      .onConflict((conflict) => conflict.column('placement_id').doUpdateSet(values))
      .execute(),
  )
  return { draftNumber }
}

/** Sends what is written to be signed; the PDF was made of exactly this draft and stored before. */
export interface SendAgreement {
  placementId: string
  basedOn: number
  pdf: GivenPdf
  node: string
  translator: Translator
}

/**
 * Sends the agreement to its signers: student and guardian, school and academic mentor, host and tutor. After a signing it is
 * an amendment, signed by all who signed before, and what was signed counts until then.
 */
export async function sendAgreement(
  work: Work,
  input: SendAgreement,
): Promise<{ version: number } | Refusal> {
  const found = await atWork(work, input)
  if (isRefused(found)) return found
  const { placement, agreement } = found
  if (!agreement) return refuse(409, m('refusal.agreement-empty'))
  if (agreement.state === 'signed') return refuse(409, m('refusal.agreement-unchanged'))
  const missing = missingIn(agreement.draft)
  if (missing.length > 0) {
    const needed = m('refusal.needed')
    const fields = Object.fromEntries(missing.map((name) => [name, needed]))
    return refuse(422, m('refusal.agreement-lacks', { count: missing.length }), fields)
  }
  const held = await agreementLeaves(work, placement, input.node)
  if (held) return held
  const sent = await giveToSign(work, placement, agreement, input)
  if (isRefused(sent)) return sent
  const asked = await sendDocument(work, { documentId: sent.documentId })
  if (isRefused(asked)) return asked
  await keepVersion(work, placement, agreement.draft, sent)
  return { version: sent.version }
}

async function giveToSign(
  work: Work,
  placement: PlacementRow,
  agreement: AgreementRow,
  { pdf, node, translator }: SendAgreement,
): Promise<{ documentId: string; version: number; sha256: string } | Refusal> {
  const text = agreement.draft
  const place = {
    personId: placement.person_id,
    sendingOrganisationId: placement.enrolled_organisation_id,
    homeLanguage: languageOfCountry(placement.homeCountry),
  }
  const content = { kind: 'canonical' as const, value: canonicalOf(placement, text), pdf }
  const signers = agreement.agreed
    ? amendmentSigners(text, agreement.agreed, place)
    : signersOf(text, place)
  const dueOn = addDays(dateInZone(work.now, placement.timeZone), daysToSign)
  const about = { content, signers, dueOn, expiresOn: null, origin: node }
  if (agreement.documentId !== null) {
    const { documentId } = agreement
    const added = await addVersion(work, { ...about, documentId, reason: '' })
    return isRefused(added) ? added : { documentId, ...added }
  }
  return openDocument(work, {
    ...about,
    organisationId: placement.enrolled_organisation_id,
    subject: { kind: agreementSubject, id: placement.id },
    titles: titlesOf(placement, translator),
    href: `/internships/placements/${placement.id}/agreement`,
  })
}

function titlesOf({ host }: PlacementRow, translator: Translator): LocalText {
  return Object.fromEntries(
    languages.map((language) => [
      language,
      translator.for(language)(m('agreement.document', { host })),
    ]),
  )
}

/** The text that is hashed: whose, between whom, and all that was agreed. */
function canonicalOf(placement: PlacementRow, text: AgreementText) {
  return {
    type: agreementSubject,
    placement: placement.id,
    student: placement.person_id,
    sending: placement.enrolled_organisation_id,
    host: placement.host,
    country: placement.country,
    ...text,
  }
}

async function keepVersion(
  work: Work,
  placement: PlacementRow,
  text: AgreementText,
  { documentId, version, sha256 }: { documentId: string; version: number; sha256: string },
): Promise<void> {
  const entry = agreementSent({ ...aboutPlacement(placement), data: { version, sha256 } })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('internship_agreement_versions')
      .values({
        placement_id: placement.id,
        number: version,
        text: JSON.stringify(text),
        sha256,
        sent_at: work.now,
      })
      .execute()
    await tx
      .updateTable('internship_agreements')
      .set({ document_id: documentId, state: 'signing', returned_how: null })
      .where('placement_id', '=', placement.id)
      .execute()
  })
}

/** Takes back what was sent before all have signed; the signatures of that version are void. */
export async function takeBackAgreement(
  work: Work,
  input: { placementId: string; reason: string },
): Promise<true | Refusal> {
  const placement = await placementById(work, input.placementId, 'lock')
  if (!placement || !work.may('internships.placement.manage', placement)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const agreement = await agreementOf(work, placement.id, 'lock')
  if (agreement?.state !== 'signing' || agreement.documentId === null) {
    return refuse(409, m('refusal.agreement-not-out'))
  }
  const reason = input.reason.trim()
  if (reason === '') return refuse(422, m('refusal.reason'), { returnReason: m('refusal.reason') })
  const { documentId } = agreement
  const withdrawn = await withdrawDocument(work, { documentId, reason })
  if (isRefused(withdrawn)) return withdrawn
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('internship_agreements')
      .set({ state: 'draft', returned_how: 'withdrawn' })
      .where('placement_id', '=', placement.id)
      .execute(),
  )
  return true
}

async function atWork(
  work: Work,
  input: { placementId: string; basedOn: number },
): Promise<{ placement: PlacementRow; agreement: AgreementRow | null } | Refusal> {
  const placement = await placementById(work, input.placementId, 'lock')
  if (!placement || !work.may('internships.placement.manage', placement)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const agreement = await agreementOf(work, placement.id, 'lock')
  if (agreement?.state === 'signing') return refuse(409, m('refusal.agreement-out'))
  if ((agreement?.draftNumber ?? 0) !== input.basedOn) {
    return refuse(409, m('refusal.agreement-changed'))
  }
  return { placement, agreement }
}
