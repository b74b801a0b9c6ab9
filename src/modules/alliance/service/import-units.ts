import { randomUUIDv7 } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { isRefused, isStillReferred, refuse, type Refusal, type Work } from '#kernel/database'
import { isUuid } from '#kernel/values'
import { unitsImported, unitsImportUndone } from '../entries.ts'
import { unitColumns } from '../import-columns.ts'
import {
  leftOutOf,
  newPreview,
  readImport,
  type ImportSource,
  type Preview,
} from '../import-table.ts'
import { m } from '../messages/index.ts'
import type { UnitState } from '../schema.ts'
import {
  faultsInto,
  type KnownUnit,
  placeUnits,
  readUnitRow,
  UnitIndex,
  type UnitDraft,
  type UnitRow,
} from './read-units.ts'
import { absent, faulty } from './refusals.ts'

/** Reads a list of units and says what would come of each row; rows that say what stands already change nothing. */
export async function previewUnits(
  work: Work,
  organisationId: string,
  source: ImportSource,
): Promise<Preview<UnitRow> | Refusal> {
  if (!work.may('alliance.unit.change', { organisation_id: organisationId })) return absent()
  const table = await readImport(source, unitColumns, [])
  if (isRefused(table)) return table
  const isNamed = table.rows.some(({ values }) =>
    Object.keys(values).some((column) => /^(unitName|unitCode|name[A-Z])/.test(column)),
  )
  if (!isNamed) {
    return refuse(422, m('import.missing-columns', { columns: m('import-column.unitName') }))
  }
  const organisation = await work.read
    .selectFrom('organisations')
    .select('time_zone')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (!organisation) return absent()
  const standing = await standingUnits(work, organisationId)
  const preview = newPreview<UnitRow>(table)
  const fault = faultsInto(preview)
  const known = {
    units: new UnitIndex(standing),
    timeZone: organisation.time_zone,
    newId: randomUUIDv7,
  }
  const drafts: UnitDraft[] = []
  const seen = new Map<string, number>()
  for (const row of table.rows) {
    const draft = readUnitRow(work, row, known, fault)
    if (!draft) continue
    const key = draft.before ? draft.id : doubleOf(draft)
    const earlier = seen.get(key)
    if (earlier !== undefined) {
      preview.problems.push({
        row: draft.row,
        column: 'unitName',
        message: m('import.twice', { row: earlier }),
      })
      continue
    }
    seen.set(key, draft.row)
    drafts.push(draft)
  }
  for (const row of placeUnits(drafts, standing, fault)) {
    if (isDeepStrictEqual(row.before, row.after)) preview.already.push(row.row)
    else preview.rows.push(row)
  }
  return preview
}

/** What makes two new rows one: the same code, or the same name in the same place. */
function doubleOf({ after, parentText }: UnitDraft): string {
  if (after.code !== null) return `code ${after.code.toLowerCase()}`
  return `name ${Object.values(after.names)[0]?.toLowerCase()} in ${parentText?.toLowerCase()}`
}

/** Adds and changes the units of a list, all of them or none, and keeps how they were, so that it can be taken back. */
export async function importUnits(
  work: Work,
  node: string,
  organisationId: string,
  given: { text: string; leaveOutFaulty: boolean },
): Promise<{ importId: string; added: number; changed: number; leftOut: number } | Refusal> {
  await lock(work, organisationId)
  const preview = await previewUnits(work, organisationId, { text: given.text })
  if (isRefused(preview)) return preview
  const leftOut = leftOutOf(preview, given)
  if (isRefused(leftOut)) return leftOut
  const { rows } = preview
  if (rows.length === 0) {
    return refuse(422, m('import.nothing-left'), { text: m('import.nothing-left-why') })
  }
  const added = rows.filter(({ before }) => before === null)
  const changed = rows.filter(({ before }) => before !== null)
  const importId = randomUUIDv7()
  const entry = unitsImported({
    object: { kind: 'organisation', id: organisationId },
    organisationIds: [organisationId],
    data: {
      importId,
      added: added.length,
      changed: changed.length,
      unitIds: rows.map(({ id }) => id),
    },
  })
  return work.write(entry, async (tx) => {
    if (added.length > 0) {
      await tx
        .insertInto('units')
        .values(
          added.map(({ id, after }) => ({
            id,
            origin: node,
            organisation_id: organisationId,
            ...columnsOf(after),
          })),
        )
        .execute()
    }
    for (const { id, after } of changed) {
      await tx.updateTable('units').set(columnsOf(after)).where('id', '=', id).execute()
    }
    await tx
      .insertInto('unit_imports')
      .values({
        id: importId,
        origin: node,
        organisation_id: organisationId,
        imported_at: work.now,
        units: JSON.stringify(rows.map(({ id, before, after }) => ({ id, before, after }))),
        undone_at: null,
      })
      .execute()
    return { importId, added: added.length, changed: changed.length, leftOut }
  })
}

/** An import that can still be taken back: how many units it added and changed. */
export async function unitImportOf(
  work: Work,
  organisationId: string,
  importId: string | null,
): Promise<{ id: string; added: number; changed: number } | null> {
  if (importId === null || !isUuid(importId)) return null
  const row = await openImport(work, organisationId, importId)
  if (!row) return null
  const added = row.units.filter(({ before }) => before === null).length
  return { id: row.id, added, changed: row.units.length - added }
}

/**
 * Takes an imported list back: changed units are as they were, added ones are gone. Refuses where one of them has been
 * changed since, and where somebody or something belongs to an added one.
 */
export async function undoUnitImport(
  work: Work,
  organisationId: string,
  importId: string,
): Promise<{ units: number } | Refusal> {
  if (!work.may('alliance.unit.change', { organisation_id: organisationId })) return absent()
  if (!isUuid(importId)) return faulty('import', 'fault.nothing-chosen')
  await lock(work, organisationId)
  const row = await openImport(work, organisationId, importId)
  if (!row) return absent()
  const now = new Map((await standingUnits(work, organisationId)).map((unit) => [unit.id, unit]))
  const isAsLeft = row.units.every(({ id, after }) =>
    isDeepStrictEqual(now.get(id), { id, ...after }),
  )
  if (!isAsLeft) return refuse(409, m('fault.import-changed-since'))
  const entry = unitsImportUndone({
    object: { kind: 'organisation', id: organisationId },
    organisationIds: [organisationId],
    data: { importId, unitIds: row.units.map(({ id }) => id) },
  })
  try {
    return await work.savepoint((part) =>
      part.write(entry, async (tx) => {
        for (const { id, before } of row.units) {
          if (before === null) continue
          await tx.updateTable('units').set(columnsOf(before)).where('id', '=', id).execute()
        }
        const added = row.units.flatMap(({ id, before }) => (before === null ? [id] : []))
        if (added.length > 0) await tx.deleteFrom('units').where('id', 'in', added).execute()
        await tx
          .updateTable('unit_imports')
          .set({ undone_at: work.now })
          .where('id', '=', importId)
          .execute()
        return { units: row.units.length }
      }),
    )
  } catch (error) {
    // Parts of the house that this one does not know refer to units too: the database alone can say that one is in use.
    if (isStillReferred(error)) {
      return refuse(409, m('fault.import-in-use'))
    }
    throw error
  }
}

function openImport(work: Work, organisationId: string, importId: string) {
  return work.read
    .selectFrom('unit_imports')
    .select(['id', 'units'])
    .where('id', '=', importId)
    .where('organisation_id', '=', organisationId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
}

/** Of two lists that are brought in at once, the second sees what the first did. */
async function lock(work: Work, organisationId: string): Promise<void> {
  await work.read
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', organisationId)
    .forNoKeyUpdate()
    .execute()
}

/** The units of an organisation as a list of units says them. */
export async function standingUnits(work: Work, organisationId: string): Promise<KnownUnit[]> {
  const rows = await work.read
    .selectFrom('units')
    .select(['id', 'names', 'code', 'kind', 'parent_id', 'closed_on'])
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .execute()
  return rows.map(({ parent_id: parentId, closed_on: closedOn, ...unit }) => ({
    ...unit,
    parentId,
    closedOn,
  }))
}

function columnsOf({ names, code, kind, parentId, closedOn }: UnitState) {
  return {
    names: JSON.stringify(names),
    code,
    kind,
    parent_id: parentId,
    closed_on: closedOn,
  }
}
