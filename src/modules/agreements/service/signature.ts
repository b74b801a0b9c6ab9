import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import type { ReceivedFile } from '#kernel/files'
import type { DateOnly, Language } from '#kernel/values'
import { addVersion, openDocument, sendDocument, type Signer } from '#modules/signing'
import { putToSignature } from '../entries.ts'
import { m } from '../messages/index.ts'
import { copyById } from '../queries/copies.ts'
import { agreementSubject, signedVersion, signingOf } from '../queries/signings.ts'
import {
  copyStates,
  type SentVersion,
  wholeAgreement,
  type WholeAgreement,
} from '../queries/whole.ts'
import { isOver } from '../rules/agreement.ts'
import { compareTexts } from '../rules/compare.ts'
import { comeBack, concludeWhere, keepApproval } from './answering.ts'
import {
  agreementForUpdate,
  agreementObject,
  type AtWork,
  atWork,
  insertVersion,
  partnerIds,
} from './at-work.ts'
import { endInvitations } from './invitations.ts'
import { newVersion } from './sending.ts'

/** A version that is to be signed by all partners. */
export interface PutToSignature {
  copyId: string
  /** The version whose paper it is; another one sent meanwhile is not signed by mistake. */
  versionId: string
  /** The paper in two languages, stored already. */
  paper: ReceivedFile
  languages: readonly [Language, Language]
  signers: readonly Signer[]
  dueOn: DateOnly | null
  node: string
}

/** What is hashed and signed of a version: the partners with the ids of their copies, and the whole text. */
export function signedContent(whole: WholeAgreement, version: SentVersion, title: string) {
  return {
    format: 'weft-agreement-1',
    agreement: whole.id,
    title,
    partners: whole.copies.map(({ id, organisationId, names, foreignId }) => ({
      copy: foreignId ?? id,
      organisation: organisationId,
      names,
    })),
    hash: version.hash,
    text: version.text,
  }
}

/**
 * Has a sent version signed by all partners through signing: a document of its canonical text, with the paper that shows it.
 * When all have signed it is in force; a refusal returns it. Where the agreement was signed before, it is an amendment.
 */
export async function havePartnersSign(
  work: Work,
  input: PutToSignature,
): Promise<{ documentId: string } | Refusal> {
  const at = await agreementForUpdate(work, input.copyId, 'agreements.agreement.send')
  if (isRefused(at)) return at
  const { row, whole, own } = at
  if (isOver(row.state)) return refuse(409, m('refusal.over'))
  if (row.state === 'rejected' || row.state === 'draft' || !own.sent) {
    return refuse(409, m('sign.nothing-sent'))
  }
  if (own.sent.id !== input.versionId) return refuse(409, m('sign.other-version'))
  const before = await signingOf(work, whole.id)
  if (before?.document.state === 'open') return refuse(409, m('sign.open-now'))
  if (before?.document.state === 'signed' && before.versionId === own.sent.id) {
    return refuse(409, m('sign.signed-already'))
  }
  const opened = await openOrAmend(work, at, input, before?.document.documentId ?? null)
  if (isRefused(opened)) return opened
  const { documentId, version, sha256 } = opened
  const entry = putToSignature({
    object: agreementObject(whole),
    organisationIds: partnerIds(whole),
    data: { documentId, versionId: own.sent.id, sha256 },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('agreement_signings')
      .values({
        document_id: documentId,
        number: version,
        agreement_id: whole.id,
        version_id: input.versionId,
        languages: [...input.languages],
        made_at: work.now,
      })
      .execute(),
  )
  // Whoever signs answers by signing; a link that asks for an approval beside it would ask twice.
  await endInvitations(
    work,
    whole.copies.map(({ id }) => id),
    'replaced',
  )
  const sent = await sendDocument(work, { documentId })
  return isRefused(sent) ? sent : { documentId }
}

async function openOrAmend(
  work: Work,
  { row, whole, own }: AtWork,
  input: PutToSignature,
  documentId: string | null,
): Promise<{ documentId: string; version: number; sha256: string } | Refusal> {
  const content = {
    kind: 'canonical' as const,
    value: signedContent(whole, own.sent!, row.title),
    pdf: { kind: 'received' as const, file: input.paper },
  }
  const { signers, dueOn, node: origin } = input
  if (documentId === null) {
    return openDocument(work, {
      organisationId: own.organisationId,
      subject: { kind: agreementSubject, id: whole.id },
      titles: { [work.language]: row.title },
      content,
      signers,
      dueOn,
      expiresOn: null,
      origin,
      href: `/agreements/${own.id}`,
    })
  }
  const added = await addVersion(work, {
    documentId,
    content,
    signers,
    dueOn,
    expiresOn: null,
    reason: '',
    origin,
  })
  return isRefused(added) ? added : { documentId, ...added }
}

/** All partners have signed: every copy says what was signed, each approved by every other, and it is in force. */
export async function concludeSigned(
  work: Work,
  signed: { documentId: string; number: number },
): Promise<void> {
  const at = await atSigned(work, signed)
  if (!at) return
  const { version } = at
  for (const copy of at.whole.copies) {
    if (copy.sent && compareTexts(copy.sent.text, version.text).length === 0) continue
    const made = newVersion({ whole: at.whole, own: copy }, version.text, 'here')
    await work.writeUnchronicled(async (tx) => {
      await insertVersion(work, { copy, version: made }, tx)
      await tx
        .updateTable('agreement_copies')
        .set({ visible: true })
        .where('id', '=', copy.id)
        .execute()
    })
  }
  const fresh = await wholeAgreement(work, at.whole.id)
  for (const { id, organisationId, sent } of fresh.copies) {
    if (!sent) continue
    const approvedBy = copyStates(fresh).find((each) => each.organisationId === organisationId)
    for (const other of fresh.copies) {
      if (other.id === id || approvedBy?.approvedBy.includes(other.organisationId)) continue
      await keepApproval(work, fresh, {
        copyId: id,
        version: sent,
        organisationId: other.organisationId,
        by: null,
      })
    }
  }
  await concludeWhere(work, { whole: fresh })
}

/** A partner refused to sign: what was in force stays, and a proposal goes back to whoever sent it. */
export async function returnRefused(
  work: Work,
  refused: { documentId: string; number: number },
): Promise<void> {
  const at = await atSigned(work, refused)
  if (!at || at.row.state === 'in-force') return
  await comeBack(work, at)
}

/** The agreement of what was signed, locked, where its copy still says that; null where it is over or says something else. */
async function atSigned(
  work: Work,
  { documentId, number }: { documentId: string; number: number },
): Promise<(AtWork & { version: SentVersion }) | null> {
  const signed = await signedVersion(work, documentId, number)
  if (!signed) return null
  const copy = await work.read
    .selectFrom('agreement_versions')
    .select('copy_id')
    .where('id', '=', signed.versionId)
    .executeTakeFirstOrThrow()
  const row = (await copyById(work, copy.copy_id, 'lock'))!
  const at = await atWork(work, row)
  const { sent } = at.own
  if (isOver(row.state) || sent?.id !== signed.versionId) return null
  return { ...at, version: sent }
}
