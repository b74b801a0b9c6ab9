import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { type Country, dateInZone, isUuid } from '#kernel/values'
import { type FieldGroup, fieldGroups, purposes, type TransferMethod } from '../consent-schema.ts'
import { dataTransferred } from '../entries.ts'
import { m } from '../messages/index.ts'
import { type ConsentKey, consentRowsFor } from '../queries/consents.ts'
import { countWith, standingClauses } from '../queries/transfers.ts'
import { findBasis, type Verdict } from '../rules/basis.ts'
import { isSensitive } from '../rules/sensitive.ts'
import type { BasisKind } from '../transfer-schema.ts'
import { standingOf } from './consents.ts'

/** What is about to leave: whose data of which kinds, from whom, to whom, what for. */
export interface Transfer extends ConsentKey {
  personIds: readonly string[]
  fieldGroups: readonly FieldGroup[]
  method: TransferMethod
  /** Where it goes: a host, or to whom a file is given. */
  destination: string
  /** What the person agreed with the recipient or the exporter that cannot be kept without it; null where nothing is. */
  contract?: string | null
  /** It only passes through, or is stored where the other side cannot read it. */
  isTransit?: boolean
}

/** What was found out before anything leaves. */
export interface TransferCheck {
  verdict: Verdict
  /** Persons whose consent is not there for every kind of data: whom nothing that needs it may be sent of. */
  withoutConsent: readonly {
    personId: string
    missing: FieldGroup[]
    waiting: FieldGroup[]
    refused: FieldGroup[]
  }[]
  isSensitive: boolean
  country: { from: Country; to: Country }
  year: number
}

/** On which basis something may leave, or what is missing. Nothing is written. */
export async function basisFor(work: Work, input: Transfer): Promise<TransferCheck | Refusal> {
  const places = await placesOf(work, input)
  const groups = fieldGroups.filter((each) => input.fieldGroups.includes(each))
  const personIds = [...new Set(input.personIds)]
  const isNamed = purposes.includes(input.purpose) && personIds.every(isUuid)
  if (!places || groups.length === 0 || personIds.length === 0 || !isNamed) {
    return refuse(422, m('refusal.transfer-terms'))
  }
  const { exporter, recipient } = places
  const on = dateInZone(work.now, exporter.time_zone)
  const sensitive = groups.some((group) => isSensitive(group, exporter.country, on))
  const consents = await consentRowsFor(work, personIds, input)
  const withoutConsent = personIds.flatMap((personId) => {
    const { given, ...lacking } = standingOf(consents.get(personId), groups)
    return given.length === groups.length ? [] : [{ personId, ...lacking }]
  })
  const year = Number(on.slice(0, 4))
  const verdict = findBasis({
    from: exporter.country,
    to: recipient.country,
    on,
    groups,
    isSensitive: sensitive,
    clauses: await standingClauses(work, input, on),
    counts: await countWith(work, exporter.id, year, { personIds, isSensitive: sensitive }),
    hasConsent: withoutConsent.length === 0,
    contract: input.contract?.trim() || null,
    isTransit: input.isTransit ?? false,
  })
  const country = { from: exporter.country, to: recipient.country }
  return { verdict, withoutConsent, isSensitive: sensitive, country, year }
}

/**
 * Writes a transfer into the ledger before it happens, or refuses it: without a basis nothing leaves. Consent, clauses
 * and the year's numbers are asked at this moment; two transfers of one exporter are counted one after the other.
 */
export async function recordTransfer(
  work: Work,
  input: Transfer & { node: string },
): Promise<{ transferId: string; basis: BasisKind } | Refusal> {
  if (isUuid(input.exporterOrganisationId)) {
    await work.writeUnchronicled((tx) =>
      sql`select pg_advisory_xact_lock(hashtext('transfers'), hashtext(${input.exporterOrganisationId}))`.execute(
        tx,
      ),
    )
  }
  const check = await basisFor(work, input)
  if (isRefused(check)) return check
  const { verdict } = check
  if (verdict.basis === null) return refusalOf(check)
  const transferId = randomUUIDv7()
  const personIds = [...new Set(input.personIds)]
  const groups = fieldGroups.filter((each) => input.fieldGroups.includes(each))
  const entry = dataTransferred({
    object: { kind: 'transfer', id: transferId },
    organisationIds: [input.exporterOrganisationId, input.recipientOrganisationId],
    personId: personIds.length === 1 ? personIds[0]! : null,
    data: {
      purpose: input.purpose,
      fieldGroups: groups,
      basis: verdict.basis,
      persons: personIds.length,
    },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('transfers')
      .values({
        id: transferId,
        origin: input.node,
        exporter_organisation_id: input.exporterOrganisationId,
        recipient_organisation_id: input.recipientOrganisationId,
        country_from: check.country.from,
        country_to: check.country.to,
        purpose: input.purpose,
        method: input.method,
        basis: verdict.basis,
        article: verdict.article,
        clause_id: verdict.clauseId,
        contract: input.contract?.trim() || null,
        field_groups: groups,
        is_sensitive: check.isSensitive,
        person_count: personIds.length,
        destination: input.destination.slice(0, 500),
        at: work.now,
        year: check.year,
        entered_by: personOf(work.actor),
      })
      .execute()
    // In portions: a statement takes at most some ten thousand parameters.
    for (let from = 0; from < personIds.length; from += 5000) {
      const portion = personIds.slice(from, from + 5000)
      await tx
        .insertInto('transfer_persons')
        .values(portion.map((personId) => ({ transfer_id: transferId, person_id: personId })))
        .execute()
    }
  })
  return { transferId, basis: verdict.basis }
}

/** Why something may not leave: the most useful of the reasons. */
export function refusalOf(check: TransferCheck): Refusal {
  const lacks = check.verdict.basis === null ? check.verdict.lacks : []
  const isOnlyConsent = lacks.some(({ lack }) => lack === 'consent')
  return isOnlyConsent
    ? refuse(409, m('refusal.transfer-consent', { count: check.withoutConsent.length }))
    : refuse(409, m('refusal.transfer-no-basis'))
}

/**
 * What the network client asks before a personal payload leaves: true once the transfer stands in the ledger. Words that
 * the register does not know are refused like a missing basis.
 */
export async function recordOutbound(
  work: Work,
  payload: {
    purpose: string
    exporterOrganisationId: string
    recipientOrganisationId: string
    fieldGroups: readonly string[]
    personIds: readonly string[]
    contract?: string | null
    isTransit?: boolean
    url: string
  },
  node: string,
): Promise<{ transferId: string; basis: BasisKind } | Refusal> {
  const purpose = purposes.find((each) => each === payload.purpose)
  const groups = fieldGroups.filter((each) => payload.fieldGroups.includes(each))
  // A kind of data that is not known could be any: it is not left out in silence.
  if (!purpose || groups.length !== new Set(payload.fieldGroups).size) {
    return refuse(422, m('refusal.transfer-terms'))
  }
  return recordTransfer(work, {
    ...payload,
    purpose,
    fieldGroups: groups,
    method: 'network',
    destination: new URL(payload.url).host,
    node,
  })
}

async function placesOf(work: Work, key: ConsentKey) {
  const ids = [key.exporterOrganisationId, key.recipientOrganisationId]
  if (!ids.every(isUuid) || ids[0] === ids[1]) return null
  const rows = await work.read
    .selectFrom('organisations')
    .select(['id', 'country', 'time_zone'])
    .where('id', 'in', ids)
    .execute()
  const exporter = rows.find(({ id }) => id === ids[0])
  const recipient = rows.find(({ id }) => id === ids[1])
  return exporter && recipient ? { exporter, recipient } : null
}
