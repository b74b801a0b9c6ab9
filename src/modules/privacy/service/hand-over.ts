import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { isUuid, type PersonName } from '#kernel/values'
import {
  type FieldGroup,
  fieldGroups,
  type Purpose,
  purposes,
  type TransferMethod,
  transferMethods,
} from '../consent-schema.ts'
import { m } from '../messages/index.ts'
import { personsTyped } from '../queries/people.ts'
import type { BasisKind } from '../transfer-schema.ts'
import { askMany } from './ask-many.ts'
import { basisFor, recordTransfer, type Transfer, type TransferCheck } from './transfers.ts'

/** How many people one hand-over names at most. */
const mostPeople = 5000

/** A hand-over as somebody typed it. */
export interface TypedHandOver {
  exporter: string
  recipient: string
  purpose: string
  method: string
  groups: readonly string[]
  people: string
  destination: string
  contract: string
  contact: string
  months: string
}

/** What was found out, entered or asked. */
export type HandOver =
  | { kind: 'checked'; check: TransferCheck; names: ReadonlyMap<string, PersonName> }
  | { kind: 'recorded'; basis: BasisKind }
  | { kind: 'asked'; count: number }

type Read = { transfer: Transfer; names: Map<string, PersonName> }

/** Whether a hand-over may happen, and of whom it may not. Nothing is written. */
export async function checkHandOver(work: Work, typed: TypedHandOver): Promise<HandOver | Refusal> {
  const read = await readTyped(work, typed)
  if (isRefused(read)) return read
  const check = await basisFor(work, read.transfer)
  return isRefused(check) ? check : { kind: 'checked', check, names: read.names }
}

/** Enters a hand-over into the ledger; refused without a basis. */
export async function recordHandOver(
  work: Work,
  typed: TypedHandOver,
  node: string,
): Promise<HandOver | Refusal> {
  const read = await readTyped(work, typed)
  if (isRefused(read)) return read
  if (read.transfer.destination === '') {
    const missing = m('refusal.destination-missing')
    return refuse(422, missing, { destination: missing })
  }
  const done = await recordTransfer(work, { ...read.transfer, node })
  return isRefused(done) ? done : { kind: 'recorded', basis: done.basis }
}

/** Asks those for consent who have not been asked for all of it; what was refused or taken back is not asked again. */
export async function askForHandOver(
  work: Work,
  typed: TypedHandOver,
  node: string,
): Promise<HandOver | Refusal> {
  const read = await readTyped(work, typed)
  if (isRefused(read)) return read
  const terms = termsOf(typed)
  if (isRefused(terms)) return terms
  const check = await basisFor(work, read.transfer)
  if (isRefused(check)) return check
  const people = check.withoutConsent
    .filter(({ missing }) => missing.length > 0)
    .map(({ personId, missing }) => ({ personId, fieldGroups: missing }))
  const { purpose, method, exporterOrganisationId, recipientOrganisationId } = read.transfer
  await askMany(work, {
    terms: { purpose, method, exporterOrganisationId, recipientOrganisationId, ...terms, node },
    people,
  })
  return { kind: 'asked', count: people.length }
}

function termsOf({
  contact,
  months,
}: TypedHandOver): { contact: string; keptMonths: number } | Refusal {
  const keptMonths = /^\d{1,4}$/.test(months) ? Number(months) : 0
  const faults = {
    ...(contact === '' || contact.length > 500 ? { contact: m('refusal.contact-missing') } : {}),
    ...(keptMonths < 1 || keptMonths > 1200 ? { months: m('refusal.months-wrong') } : {}),
  }
  const [first] = Object.values(faults)
  return first ? refuse(422, first, faults) : { contact, keptMonths }
}

async function readTyped(work: Work, typed: TypedHandOver): Promise<Read | Refusal> {
  const { exporter, recipient } = typed
  const purpose = purposes.find((each) => each === typed.purpose)
  const method = transferMethods.find((each) => each === typed.method) ?? 'file'
  const groups = fieldGroups.filter((each) => typed.groups.includes(each))
  const mayRecord =
    isUuid(exporter) && work.may('privacy.transfer.record', { exporter_organisation_id: exporter })
  const lines = [...new Set(typed.people.split(/[\s,;，；]+/).filter((each) => each !== ''))]
  const people = mayRecord
    ? await personsTyped(work, exporter, lines.slice(0, mostPeople))
    : new Map()
  const found = lines.map((line) => people.get(line) ?? people.get(line.toLowerCase()))
  const unknown = lines.filter((_line, place) => !found[place])
  const isPair = mayRecord && isUuid(recipient) && exporter !== recipient
  const faults: Record<string, Message> = {
    ...(mayRecord ? {} : { exporter: m('refusal.place-missing') }),
    ...(mayRecord && !isPair ? { recipient: m('refusal.place-missing') } : {}),
    ...(purpose ? {} : { purpose: m('refusal.purpose-missing') }),
    ...(groups.length === 0 ? { groups: m('refusal.groups-none') } : {}),
    ...peopleFault(mayRecord, lines, unknown),
  }
  const [first] = Object.values(faults)
  if (first || !purpose) return refuse(422, first ?? m('refusal.purpose-missing'), faults)
  const persons = found.filter((each) => each !== undefined)
  return {
    transfer: transferOf(
      typed,
      { purpose, method, groups },
      persons.map(({ person_id }) => person_id),
    ),
    names: new Map(persons.map(({ person_id, name }) => [person_id, name])),
  }
}

function transferOf(
  typed: TypedHandOver,
  read: { purpose: Purpose; method: TransferMethod; groups: FieldGroup[] },
  personIds: string[],
): Transfer {
  return {
    purpose: read.purpose,
    method: read.method,
    fieldGroups: read.groups,
    exporterOrganisationId: typed.exporter,
    recipientOrganisationId: typed.recipient,
    personIds: [...new Set(personIds)],
    destination: typed.destination,
    contract: typed.contract || null,
  }
}

function peopleFault(
  mayRecord: boolean,
  lines: readonly string[],
  unknown: readonly string[],
): { people: Message } | null {
  if (lines.length === 0) return { people: m('refusal.people-none') }
  if (lines.length > mostPeople) return { people: m('refusal.people-many', { most: mostPeople }) }
  if (!mayRecord || unknown.length === 0) return null
  const names = unknown.slice(0, 10).join(', ') + (unknown.length > 10 ? ' …' : '')
  return { people: m('refusal.people-unknown', { names }) }
}
