import { randomUUIDv7 } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { isRefused, refuse, type Refusal, type Work, type Writer } from '#kernel/database'
import { readValue } from '#kernel/http'
import type { Message } from '#kernel/messages'
import {
  type Currency,
  isCurrency,
  isUuid,
  type Language,
  parseDate,
  parseMoney,
} from '#kernel/values'
import type { z } from 'zod'
import {
  initiativeAdded,
  initiativeChanged,
  initiativeOutputAdded,
  initiativeOutputChanged,
  initiativeOutputRemoved,
  initiativeOutputRestored,
} from '../entries.ts'
import {
  initiativeSchema,
  outputSchema,
  type InitiativeInput,
  type OutputInput,
} from '../inputs.ts'
import { m } from '../messages/index.ts'
import { absent, faulty } from './refusals.ts'
import { allKnown } from './programmes.ts'

type Initiative = z.output<typeof initiativeSchema> & { budgetMinor: bigint | null }

/** Adds an initiative: who leads it, with whom, in which years, with what money. The secretariat adds it, no code does. */
export async function createInitiative(
  work: Work,
  node: string,
  given: InitiativeInput & { id?: string },
): Promise<{ id: string } | Refusal> {
  const input = await checkedInitiative(work, given)
  if (isRefused(input)) return input
  const id = given.id ?? randomUUIDv7()
  const entry = initiativeAdded({
    object: { kind: 'initiative', id },
    organisationIds: [input.leadOrganisationId, ...input.partnerIds],
    data: { kind: input.kind, state: input.state },
  })
  return work.write(entry, async (tx) => {
    await tx
      .insertInto('initiatives')
      .values({ id, origin: node, ...columnsOf(input), created_at: work.now })
      .execute()
    await setPartners(tx, id, input)
    return { id }
  })
}

/** Changes an initiative. */
export async function changeInitiative(
  work: Work,
  id: string,
  given: InitiativeInput,
): Promise<{ id: string } | Refusal> {
  const input = await checkedInitiative(work, given)
  if (isRefused(input)) return input
  const current = await work.read
    .selectFrom('initiatives')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!current) return absent()
  const columns = columnsOf(input)
  const entry = initiativeChanged({
    object: { kind: 'initiative', id },
    organisationIds: [input.leadOrganisationId, ...input.partnerIds],
    data: { fields: [...Object.keys(columns), 'partners'].toSorted() },
  })
  return work.write(entry, async (tx) => {
    await tx.updateTable('initiatives').set(columns).where('id', '=', id).execute()
    await tx.deleteFrom('initiative_partners').where('initiative_id', '=', id).execute()
    await setPartners(tx, id, input)
    return { id }
  })
}

/** Adds something that an initiative has produced. */
export async function addOutput(
  work: Work,
  initiativeId: string,
  given: OutputInput,
): Promise<{ id: string } | Refusal> {
  const input = readValue(outputSchema, given)
  if (isRefused(input)) return input
  const initiative = await work.read
    .selectFrom('initiatives')
    .select(['id', 'lead_organisation_id'])
    .where('id', '=', initiativeId)
    .executeTakeFirst()
  if (!initiative || !work.may('alliance.initiative.change', initiative)) return absent()
  const id = randomUUIDv7()
  const entry = initiativeOutputAdded({
    object: { kind: 'initiative', id: initiativeId },
    organisationIds: [initiative.lead_organisation_id],
    data: { outputId: id, kind: input.kind },
  })
  return work.write(entry, async (tx) => {
    await tx
      .insertInto('initiative_outputs')
      .values({
        id,
        initiative_id: initiativeId,
        kind: input.kind,
        names: JSON.stringify(input.names),
        url: input.url ?? null,
        produced_on: input.producedOn ?? null,
        removed_at: null,
      })
      .execute()
    return { id }
  })
}

/** Changes what stands of an output of an initiative. */
export async function changeOutput(
  work: Work,
  initiativeId: string,
  outputId: string,
  given: OutputInput,
): Promise<{ id: string } | Refusal> {
  const input = readValue(outputSchema, given)
  if (isRefused(input)) return input
  const output = await outputForUpdate(work, initiativeId, outputId)
  if (!output || output.removed_at !== null) return absent()
  const columns = {
    kind: input.kind,
    names: JSON.stringify(input.names),
    url: input.url ?? null,
    produced_on: input.producedOn ?? null,
  }
  const isSame =
    columns.kind === output.kind &&
    columns.url === output.url &&
    columns.produced_on === output.produced_on &&
    isDeepStrictEqual(input.names, output.names)
  if (isSame) return { id: outputId }
  const entry = initiativeOutputChanged({
    object: { kind: 'initiative', id: initiativeId },
    organisationIds: [output.lead_organisation_id],
    data: { outputId, fields: Object.keys(columns).toSorted() },
  })
  return work.write(entry, async (tx) => {
    await tx.updateTable('initiative_outputs').set(columns).where('id', '=', outputId).execute()
    return { id: outputId }
  })
}

/** Takes an output out of an initiative's page; it is kept, so that it can be put back. */
export async function removeOutput(
  work: Work,
  initiativeId: string,
  outputId: string,
): Promise<{ id: string } | Refusal> {
  const output = await outputForUpdate(work, initiativeId, outputId)
  if (!output || output.removed_at !== null) return absent()
  const entry = initiativeOutputRemoved({
    object: { kind: 'initiative', id: initiativeId },
    organisationIds: [output.lead_organisation_id],
    data: { outputId },
  })
  return work.write(entry, (tx) => setRemoved(tx, outputId, work.now))
}

/** Puts a removed output back. */
export async function restoreOutput(
  work: Work,
  initiativeId: string,
  outputId: string,
): Promise<{ id: string } | Refusal> {
  const output = await outputForUpdate(work, initiativeId, outputId)
  if (!output || output.removed_at === null) return absent()
  const entry = initiativeOutputRestored({
    object: { kind: 'initiative', id: initiativeId },
    organisationIds: [output.lead_organisation_id],
    data: { outputId },
  })
  return work.write(entry, (tx) => setRemoved(tx, outputId, null))
}

async function setRemoved(tx: Writer, id: string, removedAt: Date | null) {
  await tx
    .updateTable('initiative_outputs')
    .set({ removed_at: removedAt })
    .where('id', '=', id)
    .execute()
  return { id }
}

/** An output with its initiative; null where it is another's, or not the actor's to change. */
async function outputForUpdate(work: Work, initiativeId: string, outputId: string) {
  if (!isUuid(outputId)) return null
  const output = await work.read
    .selectFrom('initiative_outputs as x')
    .innerJoin('initiatives as i', 'i.id', 'x.initiative_id')
    .select([
      'x.kind',
      'x.names',
      'x.url',
      'x.produced_on',
      'x.removed_at',
      'i.lead_organisation_id',
    ])
    .where('x.id', '=', outputId)
    .where('i.id', '=', initiativeId)
    .forUpdate('x')
    .executeTakeFirst()
  if (!output || !work.may('alliance.initiative.change', { id: initiativeId })) return null
  return output
}

async function checkedInitiative(
  work: Work,
  given: InitiativeInput,
): Promise<Initiative | Refusal> {
  const input = readValue(initiativeSchema, given)
  const across = faultsAcross(given, work.language)
  // All that is wrong is told at once, not what spans fields only when each of them is right.
  if (isRefused(input)) return { ...input, fields: { ...input.fields, ...across } }
  if (!work.may('alliance.initiative.change', {})) return absent()
  if (Object.keys(across).length > 0) return refuse(422, m('refused.check'), across)
  const budget =
    input.budget === undefined ? null : parseMoney(input.budget, input.currency!, work.language)
  if (!(await allKnown(work, [input.leadOrganisationId, ...input.partnerIds]))) {
    return faulty('leadOrganisationId', 'fault.unknown-organisation')
  }
  return { ...input, budgetMinor: budget?.minor ?? null }
}

/** What is wrong between fields, as far as they can be read by themselves: days in their order, money with its currency. */
function faultsAcross(given: InitiativeInput, language: Language): Record<string, Message> {
  const words = given as Partial<Record<'startsOn' | 'endsOn' | 'budget' | 'currency', unknown>>
  const said = (name: keyof typeof words) => {
    const value = words[name]
    return typeof value === 'string' ? value.trim() : ''
  }
  const [first, last] = [parseDate(said('startsOn')), parseDate(said('endsOn'))]
  const [budget, currency] = [said('budget'), said('currency')]
  const faults: Record<string, Message> = {}
  if (first !== null && last !== null && last < first)
    faults['endsOn'] = m('fault.ends-before-start')
  if ((budget === '') !== (currency === '')) {
    faults[budget === '' ? 'budget' : 'currency'] = m('fault.budget-and-currency')
  } else if (
    // An amount is read beside a currency that cannot be, too: as one with two places.
    budget !== '' &&
    !isAmount(budget, isCurrency(currency) ? currency : 'THB', language)
  ) {
    faults['budget'] = m('fault.not-an-amount')
  }
  if (currency !== '' && !isCurrency(currency)) faults['currency'] = m('fault.not-a-currency')
  return faults
}

function isAmount(text: string, currency: Currency, language: Language): boolean {
  const money = parseMoney(text, currency, language)
  return money !== null && money.minor >= 0n
}

function columnsOf(input: Initiative) {
  return {
    kind: input.kind,
    names: JSON.stringify(input.names),
    summary: JSON.stringify(input.summary),
    lead_organisation_id: input.leadOrganisationId,
    starts_on: input.startsOn,
    ends_on: input.endsOn ?? null,
    budget_minor: input.budgetMinor,
    currency: input.currency ?? null,
    state: input.state,
  }
}

async function setPartners(tx: Writer, id: string, input: Initiative): Promise<void> {
  const partners = [...new Set(input.partnerIds)].filter(
    (each) => each !== input.leadOrganisationId,
  )
  if (partners.length === 0) return
  await tx
    .insertInto('initiative_partners')
    .values(partners.map((organisation_id) => ({ initiative_id: id, organisation_id })))
    .execute()
}
