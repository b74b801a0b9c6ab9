import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, type Work, type Writer } from '#kernel/database'
import { readValue } from '#kernel/http'
import { Fraction } from '#kernel/values'
import type { z } from 'zod'
import { programmeAdded, programmeChanged, programmeYearSet } from '../entries.ts'
import {
  programmeSchema,
  programmeYearSchema,
  type ProgrammeInput,
  type ProgrammeYearInput,
} from '../inputs.ts'
import { checkProgramme } from '../rules/completion.ts'
import type { Completion } from '../schema.ts'
import { absent, faulty, taken } from './refusals.ts'

type Programme = z.output<typeof programmeSchema>

/** Adds an alliance programme with its steps, its partners and what counts as completion. */
export async function createProgramme(
  work: Work,
  node: string,
  given: ProgrammeInput & { id?: string },
): Promise<{ id: string } | Refusal> {
  const input = await checkedProgramme(work, given, null)
  if (isRefused(input)) return input
  const id = given.id ?? randomUUIDv7()
  const entry = programmeAdded({
    object: { kind: 'alliance-programme', id },
    organisationIds: [input.leadOrganisationId, ...input.partnerIds],
    data: { code: input.code },
  })
  return work.write(entry, async (tx) => {
    await tx
      .insertInto('alliance_programmes')
      .values({ id, origin: node, ...columnsOf(input), created_at: work.now })
      .execute()
    await setPartners(tx, id, input)
    return { id }
  })
}

/** Changes an alliance programme; steps that participants have reached stay recorded. */
export async function changeProgramme(
  work: Work,
  id: string,
  given: ProgrammeInput,
): Promise<{ id: string } | Refusal> {
  const input = await checkedProgramme(work, given, id)
  if (isRefused(input)) return input
  const current = await work.read
    .selectFrom('alliance_programmes')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!current) return absent()
  const columns = columnsOf(input)
  const entry = programmeChanged({
    object: { kind: 'alliance-programme', id },
    organisationIds: [input.leadOrganisationId, ...input.partnerIds],
    data: { code: input.code, fields: [...Object.keys(columns), 'partners'].toSorted() },
  })
  return work.write(entry, async (tx) => {
    await tx.updateTable('alliance_programmes').set(columns).where('id', '=', id).execute()
    await tx.deleteFrom('programme_partners').where('programme_id', '=', id).execute()
    await setPartners(tx, id, input)
    return { id }
  })
}

/** Sets a dated year of a programme: adds it, or changes the one that has the same number. */
export async function setProgrammeYear(
  work: Work,
  programmeId: string,
  given: ProgrammeYearInput & { id?: string },
): Promise<{ id: string } | Refusal> {
  const input = readValue(programmeYearSchema, given)
  if (isRefused(input)) return input
  if (!work.may('alliance.programme.change', { id: programmeId })) return absent()
  if (input.endsOn <= input.startsOn) return faulty('endsOn', 'fault.ends-before-start')
  const programme = await work.read
    .selectFrom('alliance_programmes as p')
    .leftJoin('programme_years as y', (join) =>
      join.onRef('y.programme_id', '=', 'p.id').on('y.year', '=', input.year),
    )
    .select(['p.lead_organisation_id', 'y.id as year_id'])
    .where('p.id', '=', programmeId)
    .executeTakeFirst()
  if (!programme) return absent()
  const id = programme.year_id ?? given.id ?? randomUUIDv7()
  const entry = programmeYearSet({
    object: { kind: 'programme-year', id },
    organisationIds: [programme.lead_organisation_id],
    data: { programmeId, year: input.year },
  })
  const columns = {
    programme_id: programmeId,
    year: input.year,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    places: input.places ?? null,
  }
  return work.write(entry, async (tx) => {
    await tx
      .insertInto('programme_years')
      .values({ id, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute()
    return { id }
  })
}

async function checkedProgramme(
  work: Work,
  given: ProgrammeInput,
  own: string | null,
): Promise<Programme | Refusal> {
  const input = readValue(programmeSchema, given)
  if (isRefused(input)) return input
  if (!work.may('alliance.programme.change', { id: own })) return absent()
  const fault = checkProgramme(input.steps, completionOf(input))
  if (fault === 'repeated-step') return faulty('steps', 'fault.repeated-step')
  if (fault) return faulty('requiredSteps', 'fault.asks-too-many-steps')
  if (input.endsOn !== undefined && input.endsOn < input.startsOn) {
    return faulty('endsOn', 'fault.ends-before-start')
  }
  if (input.credit !== undefined && Fraction.parse(input.credit) === null) {
    return faulty('credit', 'fault.not-a-number')
  }
  if ((input.credit === undefined) !== (input.creditScheme === undefined)) {
    return faulty('creditScheme', 'fault.credit-without-scheme')
  }
  if (!(await allKnown(work, [input.leadOrganisationId, ...input.partnerIds]))) {
    return faulty('leadOrganisationId', 'fault.unknown-organisation')
  }
  const other = await work.read
    .selectFrom('alliance_programmes')
    .select('id')
    .where('code', '=', input.code)
    .executeTakeFirst()
  return other && other.id !== own ? taken('code', 'fault.code-taken') : input
}

/** Whether every organisation of a list is there. */
export async function allKnown(work: Work, ids: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(ids)]
  const rows = await work.read
    .selectFrom('organisations')
    .select('id')
    .where('id', 'in', wanted)
    .execute()
  return rows.length === wanted.length
}

function completionOf(input: Programme): Completion {
  const credit = input.credit === undefined ? null : Fraction.parse(input.credit)
  return {
    ...(input.requiredSteps === undefined ? {} : { requiredSteps: input.requiredSteps }),
    ...(credit === null
      ? {}
      : { credit: credit.toString(), creditScheme: input.creditScheme ?? '' }),
  }
}

function columnsOf(input: Programme) {
  return {
    code: input.code,
    names: JSON.stringify(input.names),
    summary: JSON.stringify(input.summary),
    lead_organisation_id: input.leadOrganisationId,
    starts_on: input.startsOn,
    ends_on: input.endsOn ?? null,
    steps: JSON.stringify(input.steps),
    completion: JSON.stringify(completionOf(input)),
  }
}

async function setPartners(tx: Writer, id: string, input: Programme): Promise<void> {
  const partners = [...new Set(input.partnerIds)].filter(
    (each) => each !== input.leadOrganisationId,
  )
  if (partners.length === 0) return
  await tx
    .insertInto('programme_partners')
    .values(partners.map((organisation_id) => ({ programme_id: id, organisation_id })))
    .execute()
}
