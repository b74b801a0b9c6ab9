import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { readValue } from '#kernel/http'
import { dateInZone, Fraction, isUuid } from '#kernel/values'
import { degreeProgrammeAdded, degreeProgrammeChanged } from '../entries.ts'
import { degreeProgrammeSchema, type DegreeProgrammeInput } from '../inputs.ts'
import { absent, faulty, taken } from './refusals.ts'
import { hasUnit } from './structure.ts'

/** Adds a degree programme of a school, with its total academic credit in the school's own scheme. */
export async function addDegreeProgramme(
  work: Work,
  node: string,
  organisationId: string,
  given: DegreeProgrammeInput & { id?: string },
): Promise<{ id: string } | Refusal> {
  const columns = await degreeProgrammeColumns(work, organisationId, given, null)
  if (isRefused(columns)) return columns
  const id = given.id ?? randomUUIDv7()
  const entry = degreeProgrammeAdded({
    object: { kind: 'degree-programme', id },
    organisationIds: [organisationId],
    data: { code: columns.code },
  })
  return work.write(entry, async (tx) => {
    const added = await tx
      .insertInto('degree_programmes')
      .values({ id, origin: node, organisation_id: organisationId, ...columns, closed_on: null })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'code']).doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 0n ? taken('code', 'fault.code-taken') : { id }
  })
}

/** Changes what a degree programme says of itself; whether it takes students stays as it is. */
export async function changeDegreeProgramme(
  work: Work,
  organisationId: string,
  id: string,
  given: DegreeProgrammeInput,
): Promise<{ id: string } | Refusal> {
  const columns = await degreeProgrammeColumns(work, organisationId, given, id)
  if (isRefused(columns)) return columns
  const current = await work.read
    .selectFrom('degree_programmes')
    .select('id')
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .forUpdate()
    .executeTakeFirst()
  if (!current) return absent()
  const entry = changed(organisationId, { id, code: columns.code }, Object.keys(columns).toSorted())
  return work.write(entry, async (tx) => {
    await tx.updateTable('degree_programmes').set(columns).where('id', '=', id).execute()
    return { id }
  })
}

/** Closes degree programmes to new students as of today; who is enrolled stays so. Closed ones are left as they are. */
export function closeDegreeProgrammes(
  work: Work,
  organisationId: string,
  ids: readonly string[],
): Promise<{ changed: number } | Refusal> {
  return setClosed(work, organisationId, ids, true)
}

/** Opens degree programmes to new students again. */
export function reopenDegreeProgrammes(
  work: Work,
  organisationId: string,
  ids: readonly string[],
): Promise<{ changed: number } | Refusal> {
  return setClosed(work, organisationId, ids, false)
}

async function setClosed(
  work: Work,
  organisationId: string,
  given: readonly string[],
  close: boolean,
): Promise<{ changed: number } | Refusal> {
  const facts = { organisation_id: organisationId }
  if (!work.may('alliance.degree-programme.change', facts)) return absent()
  const ids = given.filter(isUuid)
  if (ids.length === 0) return faulty('keys', 'fault.nothing-chosen')
  const rows = await work.read
    .selectFrom('degree_programmes as d')
    .innerJoin('organisations as o', 'o.id', 'd.organisation_id')
    .select(['d.id', 'd.code', 'o.time_zone'])
    .where('d.organisation_id', '=', organisationId)
    .where('d.id', 'in', ids)
    .where('d.closed_on', close ? 'is' : 'is not', null)
    .execute()
  if (rows.length === 0) return { changed: 0 }
  const closedOn = close ? dateInZone(work.now, rows[0]!.time_zone) : null
  return work.write(
    rows.map((row) => changed(organisationId, row, ['closed_on'])),
    async (tx) => {
      await tx
        .updateTable('degree_programmes')
        .set({ closed_on: closedOn })
        .where(
          'id',
          'in',
          rows.map((row) => row.id),
        )
        .execute()
      return { changed: rows.length }
    },
  )
}

function changed(
  organisationId: string,
  programme: { id: string; code: string },
  fields: string[],
) {
  return degreeProgrammeChanged({
    object: { kind: 'degree-programme', id: programme.id },
    organisationIds: [organisationId],
    data: { code: programme.code, fields },
  })
}

async function degreeProgrammeColumns(
  work: Work,
  organisationId: string,
  given: DegreeProgrammeInput,
  own: string | null,
) {
  const input = readValue(degreeProgrammeSchema, given)
  if (isRefused(input)) return input
  const facts = { organisation_id: organisationId }
  if (!work.may('alliance.degree-programme.change', facts)) return absent()
  const total = Fraction.parse(input.totalCredit)
  if (total === null || total.isNegative()) return faulty('totalCredit', 'fault.not-a-number')
  if (input.unitId !== undefined && !(await hasUnit(work, organisationId, input.unitId))) {
    return faulty('unitId', 'fault.unknown-unit')
  }
  const other = await work.read
    .selectFrom('degree_programmes')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('code', '=', input.code)
    .executeTakeFirst()
  if (other && other.id !== own) return taken('code', 'fault.code-taken')
  return {
    unit_id: input.unitId ?? null,
    code: input.code,
    names: JSON.stringify(input.names),
    level: input.level,
    isced_f: input.iscedF ?? null,
    total_credit: total.toString(),
    credit_scheme: input.creditScheme,
  }
}
