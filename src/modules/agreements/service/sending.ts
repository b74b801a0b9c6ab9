import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { agreementRecorded, versionSent } from '../entries.ts'
import { m } from '../messages/index.ts'
import { copiesAsked } from '../queries/invitations.ts'
import { unitsAt } from '../queries/partners.ts'
import { signingFault } from '../queries/signings.ts'
import type { WholeAgreement } from '../queries/whole.ts'
import { isOver, textFaults } from '../rules/agreement.ts'
import { adoptDifferences } from '../rules/compare.ts'
import type { AgreementText, Partners } from '../rules/conditions.ts'
import {
  agreementForUpdate,
  agreementObject,
  askForAnswers,
  type AtWork,
  hashesOf,
  insertVersion,
  type NewVersion,
  partnerIds,
  settleState,
} from './at-work.ts'
import { closeProposals, endInvitations } from './invitations.ts'

/** Sends what is written in one's own copy to the partners: a version that is never changed, with its hash. */
export async function sendCopy(
  work: Work,
  { copyId, basedOn }: { copyId: string; basedOn: number },
): Promise<{ versionId: string; hash: string } | Refusal> {
  const at = await agreementForUpdate(work, copyId, 'agreements.agreement.send')
  if (isRefused(at)) return at
  if (at.row.draftNumber !== basedOn) return refuse(409, m('refusal.changed-meanwhile'))
  return sendText(work, at, at.row.draft)
}

/** Sends a text as the next version of a copy, once nothing is wrong with it. */
export async function sendText(
  work: Work,
  at: AtWork,
  text: AgreementText,
): Promise<{ versionId: string; hash: string } | Refusal> {
  const fault = (await faultOf(work, at, text)) ?? (await signingFault(work, at.whole.id))
  if (fault) return fault
  const version = newVersion(at, text, 'here')
  if (at.own.sent?.hash === version.hash && sameText(at, version)) {
    return refuse(409, m('refusal.nothing-new'))
  }
  const entry = versionSent({
    object: agreementObject(at.whole),
    organisationIds: partnerIds(at.whole),
    data: { copyId: at.own.id, number: version.number, hash: version.hash },
  })
  await work.write(entry, async (tx) => {
    await insertVersion(work, { copy: at.own, version }, tx)
    await tx
      .updateTable('agreement_copies')
      .set({ visible: true })
      .where('agreement_id', '=', at.whole.id)
      .where('visible', '=', false)
      .execute()
  })
  // What was asked of the partners by mail, and what they proposed, was about the version before.
  await endInvitations(work, await copiesAsked(work, at.own.id), 'replaced')
  await closeProposals(work, at)
  await settleState(work, at.whole)
  await askForAnswers(work, at)
  return { versionId: version.id, hash: version.hash }
}

function sameText({ whole, own }: AtWork, version: NewVersion): boolean {
  return (
    own.sent !== null && hashesOf(whole, own, own.sent.text).text_sha256 === version.text_sha256
  )
}

/** A text as the next version of a copy, with its hashes. */
export function newVersion(
  { whole, own }: Pick<AtWork, 'whole' | 'own'>,
  text: AgreementText,
  source: NewVersion['source'],
): NewVersion {
  const number = (own.versions[0]?.number ?? 0) + 1
  return { id: randomUUIDv7(), number, text, source, ...hashesOf(whole, own, text) }
}

/** What keeps a text from being sent, said where it is mended. */
export async function faultOf(
  work: Work,
  at: AtWork,
  text: AgreementText,
): Promise<Refusal | null> {
  if (isOver(at.row.state)) return refuse(409, m('refusal.over'))
  const faults = textFaults(at.row.kind, text, await partnersOf(work, at.whole))
  if (faults.terms) {
    return refuse(422, m(`fault.${faults.terms}`), { terms: m(`fault.${faults.terms}`) })
  }
  if (faults.conditions) return refuse(422, m(`fault.conditions-${faults.conditions}`))
  if (faults.rows.length === 0) return null
  return refuse(422, m('fault.rows', { count: faults.rows.length, first: faults.rows[0]! + 1 }))
}

/** The partners of an agreement as the rules of a condition ask for them. */
export async function partnersOf(work: Work, whole: WholeAgreement): Promise<Partners> {
  const ids = partnerIds(whole)
  const units = await unitsAt(work, ids)
  return { ids, unitOwners: new Map(units.map(({ id, organisationId }) => [id, organisationId])) }
}

/**
 * Takes over differences from another partner's copy into one's own: all of them make the copies alike and are sent at
 * once, a part is written into the draft to be gone on with.
 */
export async function adoptCopy(
  work: Work,
  input: { copyId: string; versionId: string; chosen: 'all' | readonly string[] },
): Promise<{ sent: boolean } | Refusal> {
  const at = await agreementForUpdate(work, input.copyId, 'agreements.agreement.edit')
  if (isRefused(at)) return at
  if (isOver(at.row.state)) return refuse(409, m('refusal.over'))
  const theirs = at.whole.copies.find(({ sent }) => sent?.id === input.versionId)
  if (!theirs?.sent || theirs.id === at.own.id) return refuse(409, m('refusal.other-version'))
  if (input.chosen === 'all') {
    if (!work.may('agreements.agreement.send', at.row)) return refuse(404, m('refusal.absent'))
    const sent = await sendText(work, at, theirs.sent.text)
    return isRefused(sent) ? sent : { sent: true }
  }
  // What is written and not sent yet stays: only what was chosen is taken over into it.
  const text = adoptDifferences(at.row.draft, theirs.sent.text, new Set(input.chosen))
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('agreement_copies')
      .set({
        draft: JSON.stringify(text),
        draft_number: (eb) => eb('draft_number', '+', 1),
        draft_at: work.now,
      })
      .where('id', '=', at.own.id)
      .execute(),
  )
  return { sent: false }
}

/**
 * Puts an agreement on record that was made before it came here, on paper or in another program: one's own copy is in
 * force as it stands, and the partners see it and can send their own beside it.
 */
export async function recordCopy(
  work: Work,
  { copyId, concludedAt }: { copyId: string; concludedAt: Date },
): Promise<{ hash: string } | Refusal> {
  const at = await agreementForUpdate(work, copyId, 'agreements.agreement.record')
  if (isRefused(at)) return at
  if (at.row.state !== 'draft') return refuse(409, m('refusal.not-draft'))
  const fault = await faultOf(work, at, at.row.draft)
  if (fault) return fault
  const version = newVersion(at, at.row.draft, 'record')
  const entry = agreementRecorded({
    object: agreementObject(at.whole),
    organisationIds: partnerIds(at.whole),
    data: { copyId, hash: version.hash },
  })
  await work.write(entry, async (tx) => {
    await insertVersion(work, { copy: at.own, version }, tx)
    await tx
      .updateTable('agreement_copies')
      .set({ agreed_version_id: version.id })
      .where('id', '=', copyId)
      .execute()
    await tx
      .updateTable('agreement_copies')
      .set({ visible: true })
      .where('agreement_id', '=', at.whole.id)
      .execute()
    await tx
      .updateTable('agreements')
      .set({ state: 'in-force', concluded_at: concludedAt, recorded: true, changed_at: work.now })
      .where('id', '=', at.whole.id)
      .execute()
  })
  return { hash: version.hash }
}
