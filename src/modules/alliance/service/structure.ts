import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { readValue } from '#kernel/http'
import { dateInZone, isUuid } from '#kernel/values'
import { z } from 'zod'
import {
  mailboxAdded,
  mailboxRemoved,
  termSet,
  unitsAdded,
  unitsClosed,
  unitsReopened,
} from '../entries.ts'
import {
  mailboxSchema,
  termSchema,
  unitSchema,
  type MailboxInput,
  type TermInput,
  type UnitInput,
} from '../inputs.ts'
import { checkTerm } from '../rules/terms.ts'
import { absent, faulty, taken } from './refusals.ts'

const unitsSchema = z.object({ units: z.array(unitSchema).min(1).max(500) })

/** Adds units to an organisation, as many as are given, or none when one of them cannot stand. */
export async function addUnits(
  work: Work,
  node: string,
  organisationId: string,
  given: readonly (UnitInput & { id?: string })[],
): Promise<{ ids: string[] } | Refusal> {
  const input = readValue(unitsSchema, { units: given })
  if (isRefused(input)) return input
  if (!work.may('alliance.unit.change', { organisation_id: organisationId })) return absent()
  const known = await work.read
    .selectFrom('units')
    .select(['id', 'code'])
    .where('organisation_id', '=', organisationId)
    .execute()
  const codes = new Set(known.map((unit) => unit.code))
  for (const [index, unit] of input.units.entries()) {
    if (unit.code !== undefined && codes.has(unit.code)) {
      return taken(`units.${index}.code`, 'fault.code-taken')
    }
    if (unit.code !== undefined) codes.add(unit.code)
    if (unit.parentId !== undefined && !known.some((each) => each.id === unit.parentId)) {
      return faulty(`units.${index}.parentId`, 'fault.unknown-unit')
    }
  }
  const ids = given.map((unit) => unit.id ?? randomUUIDv7())
  const entry = unitsAdded({
    object: { kind: 'organisation', id: organisationId },
    organisationIds: [organisationId],
    data: { count: ids.length, unitIds: ids },
  })
  return work.write(entry, async (tx) => {
    const added = await tx
      .insertInto('units')
      .values(
        input.units.map((unit, index) => ({
          id: ids[index]!,
          origin: node,
          organisation_id: organisationId,
          parent_id: unit.parentId ?? null,
          names: JSON.stringify(unit.names),
          code: unit.code ?? null,
          kind: unit.kind,
          closed_on: null,
        })),
      )
      .onConflict((conflict) => conflict.columns(['organisation_id', 'code']).doNothing())
      .executeTakeFirst()
    // Another tab may have been faster with one of the codes.
    return added.numInsertedOrUpdatedRows === BigInt(ids.length)
      ? { ids }
      : taken('units.0.code', 'fault.code-taken')
  })
}

/** Closes units as of today; what has happened in them stays. Units that are closed already are left as they are. */
export async function closeUnits(
  work: Work,
  organisationId: string,
  unitIds: readonly string[],
): Promise<{ closed: number } | Refusal> {
  if (!work.may('alliance.unit.change', { organisation_id: organisationId })) return absent()
  const ids = unitIds.filter(isUuid)
  if (ids.length === 0) return faulty('keys', 'fault.nothing-chosen')
  const open = await work.read
    .selectFrom('units as u')
    .innerJoin('organisations as o', 'o.id', 'u.organisation_id')
    .select(['u.id', 'o.time_zone'])
    .where('u.organisation_id', '=', organisationId)
    .where('u.id', 'in', ids)
    .where('u.closed_on', 'is', null)
    .execute()
  if (open.length === 0) return { closed: 0 }
  const closedOn = dateInZone(work.now, open[0]!.time_zone)
  const entry = unitsClosed({
    object: { kind: 'organisation', id: organisationId },
    organisationIds: [organisationId],
    data: { count: open.length, unitIds: open.map((unit) => unit.id), closedOn },
  })
  return work.write(entry, async (tx) => {
    await tx
      .updateTable('units')
      .set({ closed_on: closedOn })
      .where(
        'id',
        'in',
        open.map((unit) => unit.id),
      )
      .execute()
    return { closed: open.length }
  })
}

/** Takes the closing of units back; units that are open are left as they are. */
export async function reopenUnits(
  work: Work,
  organisationId: string,
  unitIds: readonly string[],
): Promise<{ reopened: number } | Refusal> {
  if (!work.may('alliance.unit.change', { organisation_id: organisationId })) return absent()
  const ids = unitIds.filter(isUuid)
  if (ids.length === 0) return faulty('keys', 'fault.nothing-chosen')
  const closed = await work.read
    .selectFrom('units')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('id', 'in', ids)
    .where('closed_on', 'is not', null)
    .execute()
  if (closed.length === 0) return { reopened: 0 }
  const reopened = closed.map((unit) => unit.id)
  const entry = unitsReopened({
    object: { kind: 'organisation', id: organisationId },
    organisationIds: [organisationId],
    data: { count: reopened.length, unitIds: reopened },
  })
  return work.write(entry, async (tx) => {
    await tx.updateTable('units').set({ closed_on: null }).where('id', 'in', reopened).execute()
    return { reopened: reopened.length }
  })
}

/** Sets a term of an academic year: adds it, or replaces the one with the same year and number. */
export async function setTerm(
  work: Work,
  organisationId: string,
  given: TermInput,
): Promise<{ id: string } | Refusal> {
  const input = readValue(termSchema, given)
  if (isRefused(input)) return input
  if (!work.may('alliance.term.change', { organisation_id: organisationId })) return absent()
  const others = await termsForUpdate(work, organisationId)
  const fault = checkTerm(input, others)
  if (fault) {
    const field = {
      'not-an-academic-year': 'academicYear',
      'number-beyond-year': 'termNumber',
      'ends-before-start': 'endsOn',
      'too-long': 'endsOn',
      'outside-year': 'startsOn',
      'overlaps-another': 'startsOn',
    }[fault]
    return faulty(field, `fault.term.${fault}`)
  }
  const same = others.find(
    (term) => term.academicYear === input.academicYear && term.termNumber === input.termNumber,
  )
  const id = same?.id ?? randomUUIDv7()
  const entry = termSet({
    object: { kind: 'term', id },
    organisationIds: [organisationId],
    data: {
      academicYear: input.academicYear,
      termNumber: input.termNumber,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
    },
  })
  const columns = {
    organisation_id: organisationId,
    academic_year: input.academicYear,
    term_number: input.termNumber,
    terms_in_year: input.termsInYear,
    names: JSON.stringify(input.names),
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    teaching_weeks: input.teachingWeeks ?? null,
  }
  return work.write(entry, async (tx) => {
    if (same) await tx.updateTable('academic_terms').set(columns).where('id', '=', id).execute()
    else
      await tx
        .insertInto('academic_terms')
        .values({ id, ...columns })
        .execute()
    return { id }
  })
}

/** Of two who set terms at once, the second sees the first's: terms neither overlap nor stand twice. */
async function termsForUpdate(work: Work, organisationId: string) {
  await work.read
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', organisationId)
    .forNoKeyUpdate()
    .execute()
  const terms = await work.read
    .selectFrom('academic_terms')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .execute()
  return terms.map((row) => ({
    id: row.id,
    academicYear: row.academic_year,
    termNumber: row.term_number,
    termsInYear: row.terms_in_year,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }))
}

/** Adds an office's shared address, so that mail to a role reaches the office as well as the people. */
export async function addMailbox(
  work: Work,
  organisationId: string,
  given: MailboxInput,
): Promise<{ id: string } | Refusal> {
  const input = readValue(mailboxSchema, given)
  if (isRefused(input)) return input
  if (!work.may('alliance.mailbox.change', { organisation_id: organisationId })) return absent()
  if (input.unitId !== undefined && !(await hasUnit(work, organisationId, input.unitId))) {
    return faulty('unitId', 'fault.unknown-unit')
  }
  const id = randomUUIDv7()
  const entry = mailboxAdded({
    object: { kind: 'office-mailbox', id },
    organisationIds: [organisationId],
    data: { role: input.role },
  })
  return work.write(entry, async (tx) => {
    const added = await tx
      .insertInto('office_mailboxes')
      .values({
        id,
        organisation_id: organisationId,
        unit_id: input.unitId ?? null,
        names: JSON.stringify(input.names),
        address: input.address.toLowerCase(),
        role: input.role,
      })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'address', 'role']).doNothing(),
      )
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 0n ? taken('address', 'fault.mailbox-taken') : { id }
  })
}

/** Takes a shared address away. */
export async function removeMailbox(
  work: Work,
  organisationId: string,
  id: string,
): Promise<{ id: string } | Refusal> {
  if (!work.may('alliance.mailbox.change', { organisation_id: organisationId })) return absent()
  const row = await work.read
    .selectFrom('office_mailboxes')
    .select('role')
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!row) return absent()
  const entry = mailboxRemoved({
    object: { kind: 'office-mailbox', id },
    organisationIds: [organisationId],
    data: { role: row.role },
  })
  return work.write(entry, async (tx) => {
    await tx.deleteFrom('office_mailboxes').where('id', '=', id).execute()
    return { id }
  })
}

/** Whether the organisation has this unit. */
export async function hasUnit(
  work: Work,
  organisationId: string,
  unitId: string,
): Promise<boolean> {
  const unit = await work.read
    .selectFrom('units')
    .select('id')
    .where('id', '=', unitId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return unit !== undefined
}
