import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { agreementConcluded, copyWithdrawn, versionApproved, versionRefused } from '../entries.ts'
import { m } from '../messages/index.ts'
import { copiesAsked } from '../queries/invitations.ts'
import { signingFault } from '../queries/signings.ts'
import {
  copyStates,
  type SentVersion,
  wholeAgreement,
  type WholeAgreement,
  type WholeCopy,
} from '../queries/whole.ts'
import { isConcluded, isOver } from '../rules/agreement.ts'
import { compareTexts } from '../rules/compare.ts'
import { yearsOf } from '../rules/conditions.ts'
import { sendText } from './sending.ts'
import {
  agreementForUpdate,
  agreementObject,
  answered,
  askNobody,
  askWhoStillAnswers,
  type AtWork,
  partnerIds,
  setState,
  settleState,
} from './at-work.ts'
import { closeProposals, endInvitations } from './invitations.ts'
import { tellPartners } from './telling.ts'

/** The exact version that somebody answers: its id and its hash, as they were shown. */
export interface AnswerVersion {
  /** The copy of the institution that answers. */
  copyId: string
  versionId: string
  hash: string
}

/**
 * Approves a version of a partner's copy by its hash (EWP IIA approval v2). The own copy must say the same; with `adopt`
 * it is made so in the same act. When all have approved each other's, the agreement is in force.
 */
export async function approveVersion(
  work: Work,
  { adopt, ...input }: AnswerVersion & { adopt: boolean },
): Promise<{ concluded: boolean } | Refusal> {
  const found = await answerable(work, input, 'agreements.agreement.approve')
  if (isRefused(found)) return found
  const { at, version } = found
  if (!saysTheSame(at, version)) {
    if (!adopt) return refuse(409, m('refusal.copies-differ'))
    if (!work.may('agreements.agreement.send', at.row)) return refuse(404, m('refusal.absent'))
  }
  return approve(work, found)
}

/** Approves as the institution of a copy, and makes its own copy say the same where it does not; the caller asked who may. */
export async function approve(
  work: Work,
  { at, theirs, version }: Answerable,
): Promise<{ concluded: boolean } | Refusal> {
  if (!saysTheSame(at, version)) {
    const sent = await sendText(work, at, version.text)
    if (isRefused(sent)) return sent
  }
  await keepApproval(work, at.whole, {
    copyId: theirs.id,
    version,
    organisationId: at.own.organisationId,
    by: personOf(work.actor),
  })
  if (await hasAnsweredAll(work, at)) await answered(work, at)
  return { concluded: await concludeWhere(work, at) }
}

function saysTheSame({ own }: AtWork, version: SentVersion): boolean {
  return own.sent !== null && compareTexts(own.sent.text, version.text).length === 0
}

/** Writes down that an institution approved a version by its hash. */
export async function keepApproval(
  work: Work,
  whole: WholeAgreement,
  given: {
    copyId: string
    version: Pick<SentVersion, 'id' | 'number' | 'hash'>
    organisationId: string
    by: string | null
  },
): Promise<void> {
  const { version } = given
  const entry = versionApproved({
    object: agreementObject(whole),
    organisationIds: partnerIds(whole),
    data: { copyId: given.copyId, number: version.number, hash: version.hash },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('agreement_approvals')
      .values({
        version_id: version.id,
        organisation_id: given.organisationId,
        hash: version.hash,
        approved_at: work.now,
        approved_by: given.by,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

async function hasAnsweredAll(work: Work, { whole, own }: AtWork): Promise<boolean> {
  const fresh = copyStates(await wholeAgreement(work, whole.id))
  return fresh.every(
    ({ organisationId, sent, approvedBy }) =>
      organisationId === own.organisationId ||
      sent === null ||
      approvedBy.includes(own.organisationId),
  )
}

/** Puts in force what all partners have approved. */
export async function concludeWhere(
  work: Work,
  { whole }: Pick<AtWork, 'whole'>,
): Promise<boolean> {
  const fresh = await wholeAgreement(work, whole.id)
  if (!isConcluded(copyStates(fresh))) return false
  const again = fresh.copies.some(({ agreed }) => agreed !== null)
  const entry = agreementConcluded({
    object: agreementObject(whole),
    organisationIds: partnerIds(whole),
    data: { hashes: fresh.copies.map(({ sent }) => sent!.hash), again },
  })
  await work.write(entry, async (tx) => {
    await tx
      .updateTable('agreement_copies')
      .set((eb) => ({ agreed_version_id: eb.ref('sent_version_id') }))
      .where('agreement_id', '=', whole.id)
      .execute()
    await tx
      .updateTable('agreements')
      .set({
        state: 'in-force',
        changed_at: work.now,
        ...(fresh.concludedAt === null ? { concluded_at: work.now } : {}),
      })
      .where('id', '=', whole.id)
      .execute()
  })
  await askNobody(work, { whole })
  return true
}

/**
 * Refuses a version with a reason. A change to what is agreed is gone, and what was agreed stays in force as it was; a
 * proposal that never was in force comes back to whoever sent it.
 */
export async function refuseVersion(
  work: Work,
  { reason, ...input }: AnswerVersion & { reason: string },
): Promise<{ refused: true } | Refusal> {
  const found = await answerable(work, input, 'agreements.agreement.refuse')
  if (isRefused(found)) return found
  return refuseAs(work, found, reason)
}

/** Refuses as the institution of a copy; the caller asked who may. */
export async function refuseAs(
  work: Work,
  { at, theirs, version }: Answerable,
  reason: string,
): Promise<{ refused: true } | Refusal> {
  if (version.id === theirs.agreed?.id) return refuse(409, m('refusal.agreed'))
  const signing = await signingFault(work, at.whole.id)
  if (signing) return signing
  const entry = versionRefused({
    object: agreementObject(at.whole),
    organisationIds: partnerIds(at.whole),
    data: { copyId: theirs.id, number: version.number },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('agreement_refusals')
      .values({
        version_id: version.id,
        organisation_id: at.own.organisationId,
        reason,
        refused_at: work.now,
        refused_by: personOf(work.actor),
      })
      .execute(),
  )
  await comeBack(work, at)
  await tellPartners(work, at, 'refused')
  return { refused: true }
}

/** What was proposed and came to nothing: what was agreed stays, and a first proposal goes back to whoever sent it. */
export async function comeBack(work: Work, at: Pick<AtWork, 'whole'>): Promise<void> {
  await askNobody(work, at)
  if (at.whole.concludedAt === null) await setState(work, at.whole, 'rejected')
  else await goBack(work, at)
}

/** Every copy shows again what was agreed; what was written stays as a draft, so that nothing is lost. */
async function goBack(work: Work, { whole }: Pick<AtWork, 'whole'>): Promise<void> {
  for (const copy of whole.copies) {
    if (copy.sent === null || copy.sent.id === copy.agreed?.id) continue
    const years = yearsOf(copy.agreed?.text.conditions ?? [])
    await work.writeUnchronicled((tx) =>
      tx
        .updateTable('agreement_copies')
        .set({
          sent_version_id: copy.agreed?.id ?? null,
          first_year: years?.first ?? null,
          last_year: years?.last ?? null,
        })
        .where('id', '=', copy.id)
        .execute(),
    )
  }
  await settleState(work, whole)
}

/**
 * Takes back what one has sent: a change goes, and what was agreed stays; a proposal that never was in force is over,
 * where it is one's own.
 */
export async function withdrawCopy(
  work: Work,
  { copyId }: { copyId: string },
): Promise<{ wholly: boolean } | Refusal> {
  const at = await agreementForUpdate(work, copyId, 'agreements.agreement.send')
  if (isRefused(at)) return at
  if (isOver(at.row.state)) return refuse(409, m('refusal.over'))
  const wholly = at.whole.concludedAt === null
  if (wholly && at.whole.madeBy !== at.own.organisationId) {
    return refuse(409, m('refusal.not-yours'))
  }
  if (!wholly && (at.own.sent === null || at.own.sent.id === at.own.agreed?.id)) {
    return refuse(409, m('refusal.nothing-sent'))
  }
  const signing = await signingFault(work, at.whole.id)
  if (signing) return signing
  const entry = copyWithdrawn({
    object: agreementObject(at.whole),
    organisationIds:
      wholly && at.row.state === 'draft' ? [at.own.organisationId] : partnerIds(at.whole),
    data: { copyId, wholly },
  })
  await work.write(entry, async () => {
    if (wholly) await setState(work, at.whole, 'withdrawn')
    else await goBack(work, { ...at, whole: { ...at.whole, copies: [at.own] } })
  })
  await askNobody(work, at)
  // What a partner has sent meanwhile still waits for its answer.
  if (!wholly) await askWhoStillAnswers(work, await wholeAgreement(work, at.whole.id))
  await endInvitations(work, await copiesAsked(work, copyId), 'withdrawn')
  await closeProposals(work, at)
  return { wholly }
}

/** A version that can be answered, and the copy of whoever answers. */
export interface Answerable {
  at: AtWork
  theirs: WholeCopy
  version: SentVersion
}

/** Finds the version that is answered, as its partner shows it now. */
async function answerable(
  work: Work,
  input: AnswerVersion,
  action: string,
): Promise<Answerable | Refusal> {
  const at = await agreementForUpdate(work, input.copyId, action)
  return isRefused(at) ? at : answerableAt(at, input)
}

/** The version that is answered, out of an agreement that is locked already. */
export function answerableAt(
  at: AtWork,
  { versionId, hash }: Pick<AnswerVersion, 'versionId' | 'hash'>,
): Answerable | Refusal {
  if (isOver(at.row.state)) return refuse(409, m('refusal.over'))
  const theirs = at.whole.copies.find(({ sent }) => sent?.id === versionId)
  if (!theirs?.sent || theirs.id === at.own.id || theirs.sent.hash !== hash) {
    return refuse(409, m('refusal.other-version'))
  }
  const mine = at.whole.answers.find(
    (answer) => answer.versionId === versionId && answer.organisationId === at.own.organisationId,
  )
  if (mine) return refuse(409, m('refusal.answered'))
  return { at, theirs, version: theirs.sent }
}
