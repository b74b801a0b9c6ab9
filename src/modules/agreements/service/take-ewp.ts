import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { versionSent } from '../entries.ts'
import { heiIdOf } from '../formats/iia-of.ts'
import type { ReadIia } from '../formats/iias-document.ts'
import { m } from '../messages/index.ts'
import { copyById } from '../queries/copies.ts'
import { copyOfPartner, institutionsInEwp } from '../queries/ewp.ts'
import { worksHere } from '../queries/partners.ts'
import { signingFault } from '../queries/signings.ts'
import { wholeAgreement } from '../queries/whole.ts'
import { differingFields } from '../rules/compare.ts'
import { type AgreementText, type Condition, emptyText } from '../rules/conditions.ts'
import {
  agreementObject,
  askForAnswers,
  type AtWork,
  hashesOf,
  insertVersion,
  partnerIds,
  settleState,
} from './at-work.ts'
import { makeAgreement } from './making.ts'
import { faultOf } from './sending.ts'

/**
 * Takes in copies that partners export from a program of their own, as versions of these partners' copies under the
 * hash that their documents have. Refuses a document whose hash is not that of its content, and one in the name of a
 * partner that works here itself. Gives back the reader's own copies, and how many documents changed nothing.
 */
export async function takeIias(
  work: Work,
  { iias, node }: { iias: readonly ReadIia[]; node: string },
): Promise<{ copyIds: string[]; unchanged: number } | Refusal> {
  if (iias.length === 0) return refuse(422, m('ewp.nothing'))
  const copyIds: string[] = []
  let unchanged = 0
  for (const iia of iias) {
    const taken = await takeIia(work, iia, node)
    if (isRefused(taken)) return taken
    copyIds.push(taken.copyId)
    if (!taken.changed) unchanged += 1
  }
  return { copyIds, unchanged }
}

async function takeIia(
  work: Work,
  iia: ReadIia,
  node: string,
): Promise<{ copyId: string; changed: boolean } | Refusal> {
  const known = await institutionsInEwp(work)
  const byHei = new Map(known.map((each) => [heiIdOf(each), each]))
  const [sender, receiver] = iia.partners
  const theirs = byHei.get(sender!.heiId)
  const ours = byHei.get(receiver!.heiId)
  if (!theirs || !ours) {
    return refuse(422, m('ewp.unknown-partner', { hei: (theirs ? receiver! : sender!).heiId }))
  }
  const own = { organisation_id: ours.organisationId, visible: true }
  if (!work.may('agreements.agreement.edit', own)) {
    return refuse(422, m('ewp.not-yours', { hei: receiver!.heiId }))
  }
  if (iia.hash !== iia.givenHash) return refuse(422, m('ewp.hash-differs'))
  if (!iia.isApprovable) return refuse(422, m('ewp.not-approvable'))
  if (await worksHere(work, theirs.organisationId)) {
    return refuse(422, m('ewp.works-here', { hei: sender!.heiId }))
  }
  const copy = await copyFor(work, iia, {
    ours: ours.organisationId,
    theirs: theirs.organisationId,
    node,
  })
  if (isRefused(copy)) return copy
  return takeVersion(
    work,
    copy,
    iia,
    new Map(known.map((each) => [heiIdOf(each), each.organisationId])),
  )
}

/** The agreement that a document is of: by the id of one's own copy, else by the partner's id; else a new one. */
async function copyFor(
  work: Work,
  iia: ReadIia,
  { ours, theirs, node }: { ours: string; theirs: string; node: string },
): Promise<{ ownId: string; theirId: string } | Refusal> {
  const [sender, receiver] = iia.partners
  const found = await copyOfPartner(work, {
    ours,
    theirs,
    ownId: receiver!.iiaId,
    theirId: sender!.iiaId,
  })
  if (found) return found
  const title = sender!.iiaCode ?? sender!.iiaId ?? sender!.heiId
  const made = await makeAgreement(work, {
    kind: 'agreement',
    title: title.slice(0, 200),
    code: receiver!.iiaCode ?? '',
    organisationId: ours,
    partnerIds: [theirs],
    node,
  })
  if (isRefused(made)) return made
  const { copies } = await wholeAgreement(work, made.agreementId)
  return { ownId: made.copyId, theirId: copies.find(({ id }) => id !== made.copyId)!.id }
}

async function takeVersion(
  work: Work,
  { ownId, theirId }: { ownId: string; theirId: string },
  iia: ReadIia,
  organisations: ReadonlyMap<string, string>,
): Promise<{ copyId: string; changed: boolean } | Refusal> {
  const row = (await copyById(work, ownId, 'lock'))!
  const whole = await wholeAgreement(work, row.agreementId)
  const own = whole.copies.find(({ id }) => id === theirId)!
  if (own.sent?.hash === iia.hash) return { copyId: ownId, changed: false }
  const before = [...(own.sent?.text ?? emptyText).conditions, ...row.draft.conditions]
  const text = inOurTerms(iia, organisations, before)
  const at: AtWork = { row, whole, own }
  const fault = (await faultOf(work, at, text)) ?? (await signingFault(work, whole.id))
  if (fault) return refuse(422, m('ewp.faulty', { why: fault.message }))
  const number = (own.versions[0]?.number ?? 0) + 1
  const { text_sha256 } = hashesOf(whole, own, text)
  const version = {
    id: randomUUIDv7(),
    number,
    text,
    source: 'ewp' as const,
    hash: iia.hash,
    text_sha256,
  }
  const entry = versionSent({
    object: agreementObject(whole),
    organisationIds: partnerIds(whole),
    data: { copyId: theirId, number, hash: iia.hash },
  })
  await work.write(entry, async (tx) => {
    await insertVersion(work, { copy: own, version }, tx)
    await tx
      .updateTable('agreement_copies')
      .set({
        visible: true,
        foreign_id: iia.partners[0]!.iiaId,
        code: (iia.partners[0]!.iiaCode ?? '').slice(0, 100),
      })
      .where('id', '=', theirId)
      .execute()
  })
  await settleState(work, whole)
  await askForAnswers(work, at)
  return { copyId: ownId, changed: true }
}

/** The conditions of a document with the ids of this house, and the keys of the conditions that they are again. */
function inOurTerms(
  { conditions }: ReadIia,
  organisations: ReadonlyMap<string, string>,
  before: readonly Condition[],
): AgreementText {
  const keys = new Set<string>()
  const taken = conditions.map((condition) => {
    const ours = {
      ...condition,
      key: '',
      sending: organisations.get(condition.sending) ?? condition.sending,
      receiving: organisations.get(condition.receiving) ?? condition.receiving,
    }
    const same = before.find(
      (each) => !keys.has(each.key) && differingFields(each, ours).length === 0,
    )
    const key = same?.key ?? randomUUIDv7()
    keys.add(key)
    return { ...ours, key }
  })
  return { terms: '', conditions: taken }
}
