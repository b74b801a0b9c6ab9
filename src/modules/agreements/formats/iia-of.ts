import { type AgreementText, eachPartner, pairsOf } from '../rules/conditions.ts'
import { isEndedBefore } from '../rules/quotas.ts'
import type { WholeAgreement, WholeCopy } from '../queries/whole.ts'
import type { Iia, IiaPartner } from './iias-document.ts'

/** What an institution is called in EWP: its SCHAC code, else the domain of its website, else its id here. */
export function heiIdOf({
  identifiers,
  website,
  organisationId,
}: Pick<WholeCopy, 'identifiers' | 'website' | 'organisationId'>): string {
  const domain = website === null ? '' : new URL(website).hostname.replace(/^www\./, '')
  return identifiers['schac'] || domain || organisationId
}

/**
 * A text in an institution's copy as EWP says it: its own copy first, then the others in their order. Conditions for each
 * partner are written out pair by pair. EWP knows two partners; with `towards`, only what is between these two.
 */
export function iiaOf(
  whole: WholeAgreement,
  copy: WholeCopy,
  text: AgreementText,
  towards?: WholeCopy,
): Iia {
  const others = towards ? [towards] : whole.copies.filter(({ id }) => id !== copy.id)
  const partners = [copy, ...others]
  const ids = whole.copies.map(({ organisationId }) => organisationId)
  const heis = new Map(whole.copies.map((each) => [each.organisationId, heiIdOf(each)]))
  const among = new Set(partners.map(({ organisationId }) => organisationId))
  const conditions = text.conditions.flatMap((condition) =>
    pairsOf(condition, ids)
      .filter(({ sending, receiving }) => among.has(sending) && among.has(receiving))
      .map((pair) => ({
        ...condition,
        sending: heis.get(pair.sending) ?? pair.sending,
        receiving: heis.get(pair.receiving) ?? pair.receiving,
        sendingUnit: condition.sending === eachPartner ? '' : condition.sendingUnit,
        receivingUnit: condition.receiving === eachPartner ? '' : condition.receivingUnit,
      })),
  )
  return {
    partners: partners.map(partnerOf),
    inEffect: whole.concludedAt !== null,
    terminated: false,
    conditions,
  }
}

/** A copy as EWP knows it, once for each other partner: what is in force, else what was sent; nothing where neither was. */
export function iiasOf(whole: WholeAgreement, copyId: string): Iia[] {
  const own = whole.copies.find(({ id }) => id === copyId)!
  const version = own.agreed ?? own.sent
  if (!version) return []
  const others = whole.copies.filter(({ id }) => id !== own.id)
  const terminated = isTerminatedAsAWhole(whole, version.text)
  return others.map((other) => ({ ...iiaOf(whole, own, version.text, other), terminated }))
}

/** EWP knows an end of the whole only before any exchange took place (iias v7, get-response, `terminated-as-a-whole`). */
function isTerminatedAsAWhole(
  { lastYear }: WholeAgreement,
  { conditions }: AgreementText,
): boolean {
  return (
    conditions.length > 0 && conditions.every(({ firstYear }) => isEndedBefore(firstYear, lastYear))
  )
}

function partnerOf(copy: WholeCopy): IiaPartner {
  const contacts = copy.contacts.map(({ name, email, signs }) => ({ name, email, signs }))
  return {
    heiId: heiIdOf(copy),
    unitId: null,
    iiaId: copy.foreignId ?? copy.id,
    iiaCode: copy.code || null,
    signing: contacts.find(({ signs }) => signs) ?? null,
    signedOn: null,
    contacts: contacts.filter(({ signs }) => !signs),
  }
}
