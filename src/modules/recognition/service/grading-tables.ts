import { randomUUIDv7 } from 'node:crypto'
import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { addFile, type ReceivedFile, removeFile } from '#kernel/files'
import { type DateOnly, isUuid } from '#kernel/values'
import { gradingTablePublished, gradingTableWithdrawn } from '../entries.ts'
import type { CountReading, CountResult } from '../formats/grade-counts.ts'
import { m } from '../messages/index.ts'
import { gradingDraftById, gradingTableVersions } from '../queries/grading-tables.ts'
import { lockSchemesOf, scaleById } from '../queries/scales.ts'
import { gradingTableFaults } from '../rules/check-grading-table.ts'
import type { Cycle, GradingTable, GradingTableRow } from '../rules/grade-types.ts'
import { canonicalJson } from '../rules/input-hash.ts'
import type { Source } from '../rules/types.ts'
import type { CountSample, StoredCountResult } from '../schema-grading.ts'
import { exact, toStored } from '../stored.ts'

/** Whose grades are counted, on which scale, for which reference group, and who says so. */
export interface GradingTableGroup {
  organisationId: string
  countedOrganisationId: string
  scaleId: string
  cycle: Cycle | null
  iscedF: string | null
  source: Source | null
}

/** A file of counts with how it is read and what that gives. */
export interface BeginGradingTable extends GradingTableGroup {
  tableId: string | null
  file: ReceivedFile
  sample: CountSample
  reading: CountReading
  result: CountResult
}

/** Takes a file of counts in as a draft: what it gives is looked at before it becomes a table. */
export async function beginGradingTable(
  work: Work,
  input: BeginGradingTable,
): Promise<{ draftId: string } | Refusal> {
  const checked = await checkGroup(work, input)
  if ('refusal' in checked) return checked
  if (input.tableId !== null) {
    const [latest] = await gradingTableVersions(work, input.tableId)
    if (latest?.organisation_id !== input.organisationId) return absent()
  }
  const id = randomUUIDv7()
  const { origin } = checked
  const owner = { ownerKind: 'recognition.grading-table-draft', ownerId: id, origin }
  const file = await addFile(work, input.file, owner)
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('grading_table_drafts')
      .values({
        id,
        organisation_id: input.organisationId,
        counted_organisation_id: input.countedOrganisationId,
        grade_scale_id: input.scaleId,
        table_id: input.tableId,
        cycle: input.cycle,
        isced_f: input.iscedF,
        source: input.source && JSON.stringify(input.source),
        file_name: input.file.name,
        file_id: file.id,
        sample: JSON.stringify(input.sample),
        reading: JSON.stringify(input.reading),
        result: storedResult(input.result),
        created_by: personOf(work.actor),
        created_at: work.now,
      })
      .execute(),
  )
  return { draftId: id }
}

/** Reads a draft's file in another way; refused where somebody else has changed the draft meanwhile. */
export async function changeGradingDraft(
  work: Work,
  input: Pick<GradingTableGroup, 'cycle' | 'iscedF' | 'source'> & {
    draftId: string
    revision: number
    sample: CountSample
    reading: CountReading
    result: CountResult
  },
): Promise<{ draftId: string } | Refusal> {
  const found = await gradingDraftById(work, input.draftId)
  if (!found || !mayEdit(work, found.organisation_id)) return absent()
  const changed = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('grading_table_drafts')
      .set({
        cycle: input.cycle,
        isced_f: input.iscedF,
        source: input.source && JSON.stringify(input.source),
        sample: JSON.stringify(input.sample),
        reading: JSON.stringify(input.reading),
        result: storedResult(input.result),
        revision: found.revision + 1,
      })
      .where('id', '=', found.id)
      .where('revision', '=', input.revision)
      .executeTakeFirst(),
  )
  return changed.numUpdatedRows > 0n
    ? { draftId: found.id }
    : refuse(409, m('grading.refusal.changed-meanwhile'))
}

/** Removes a draft and its file. */
export async function discardGradingDraft(work: Work, draftId: string): Promise<null | Refusal> {
  const found = await gradingDraftById(work, draftId)
  if (!found || !mayEdit(work, found.organisation_id)) return absent()
  await work.writeUnchronicled((tx) =>
    tx.deleteFrom('grading_table_drafts').where('id', '=', found.id).execute(),
  )
  await removeFile(work, found.file_id)
  return null
}

/** What is said when a draft becomes a table. */
export interface PublishGradingTable {
  draftId: string
  revision: number
  yearFrom: number
  yearTo: number
  validFrom: DateOnly
}

/**
 * Publishes a draft as the next version of its table, for decisions from a day on. Earlier versions stay,
 * because decisions name them. The draft and its file are gone then: counts are kept, single grades are not.
 */
export async function publishGradingTable(
  work: Work,
  input: PublishGradingTable,
): Promise<{ tableId: string; version: number } | Refusal> {
  const first = await gradingDraftById(work, input.draftId)
  if (!first || !mayEdit(work, first.organisation_id)) return absent()
  // Of two who publish or discard at once the second finds the draft gone.
  await lockSchemesOf(work, first.organisation_id)
  const found = await gradingDraftById(work, input.draftId)
  if (!found) return absent()
  if (found.revision !== input.revision) {
    return refuse(409, m('grading.refusal.changed-meanwhile'))
  }
  const rows = storedRows(found.result)
  const fault = gradingTableFaults(rows, found.reading.unit, input).find(
    (each) => each.severity === 'error',
  )
  if (fault) {
    const message = m(`grading.fault.${fault.fault}`, { figure: fault.figure })
    return refuse(422, m('grading.refusal.check'), { [fieldOf(fault.fault)]: message })
  }
  const versions = found.table_id === null ? [] : await gradingTableVersions(work, found.table_id)
  const id = found.table_id ?? randomUUIDv7()
  const version = (versions[0]?.version ?? 0) + 1
  const table: GradingTable = {
    id,
    version,
    institution: found.counted_organisation_id,
    scaleId: found.grade_scale_id,
    group: {
      cycle: found.cycle,
      iscedF: found.isced_f,
      yearFrom: input.yearFrom,
      yearTo: input.yearTo,
    },
    unit: found.reading.unit,
    rows,
    source: found.source,
  }
  const isSame = versions[0] && sameTable(versions[0].table, table)
  if (isSame) return refuse(422, m('grading.refusal.unchanged'))
  await insertTable(work, {
    organisationId: found.organisation_id,
    validFrom: input.validFrom,
    table,
  })
  await work.writeUnchronicled((tx) =>
    tx.deleteFrom('grading_table_drafts').where('id', '=', found.id).execute(),
  )
  await removeFile(work, found.file_id)
  return { tableId: id, version }
}

/** Writes a version of a table with its entry. */
async function insertTable(
  work: Work,
  given: { organisationId: string; validFrom: DateOnly; table: GradingTable },
): Promise<void> {
  const { organisationId, validFrom, table } = given
  const { origin } = await work.read
    .selectFrom('organisations')
    .select('origin')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  const entry = gradingTablePublished({
    object: { kind: 'grading-table', id: table.id },
    organisationIds: [organisationId],
    data: { version: table.version, grades: table.rows.length, counted: table.institution },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('grading_tables')
      .values({
        id: table.id,
        version: table.version,
        origin,
        organisation_id: organisationId,
        counted_organisation_id: table.institution,
        grade_scale_id: table.scaleId,
        cycle: table.group.cycle,
        isced_f: table.group.iscedF,
        year_from: table.group.yearFrom,
        year_to: table.group.yearTo,
        valid_from: validFrom,
        definition: toStored(table),
        published_at: work.now,
        published_by: personOf(work.actor),
      })
      .execute(),
  )
}

/** Enters a table whose rows are known already, as from a printed page or the demonstration. */
export async function enterGradingTable(
  work: Work,
  input: GradingTableGroup &
    Pick<GradingTable, 'rows' | 'unit'> & { yearFrom: number; yearTo: number; validFrom: DateOnly },
): Promise<{ tableId: string; version: number } | Refusal> {
  const checked = await checkGroup(work, input)
  if ('refusal' in checked) return checked
  const fault = gradingTableFaults(input.rows, input.unit, input).find(
    (each) => each.severity === 'error',
  )
  if (fault) return refuse(422, m(`grading.fault.${fault.fault}`, { figure: fault.figure }))
  const id = randomUUIDv7()
  const { cycle, iscedF, yearFrom, yearTo, rows, unit, source } = input
  const table: GradingTable = {
    id,
    version: 1,
    institution: input.countedOrganisationId,
    scaleId: input.scaleId,
    group: { cycle, iscedF, yearFrom, yearTo },
    unit,
    rows,
    source,
  }
  const { organisationId, validFrom } = input
  await insertTable(work, { organisationId, validFrom, table })
  return { tableId: id, version: 1 }
}

/** Withdraws a table with all its versions from later decisions; those taken with it stand. */
export async function withdrawGradingTable(work: Work, id: string): Promise<null | Refusal> {
  const [latest] = await gradingTableVersions(work, id)
  if (!latest || !mayEdit(work, latest.organisation_id)) return absent()
  if (latest.withdrawnAt !== null) return null
  const entry = gradingTableWithdrawn({
    object: { kind: 'grading-table', id },
    organisationIds: [latest.organisation_id],
    data: { version: latest.version },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('grading_tables')
      .set({ withdrawn_at: work.now, withdrawn_by: personOf(work.actor) })
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .execute(),
  )
  return null
}

/** The rows of a draft as the rules read them. */
export function storedRows(result: StoredCountResult): GradingTableRow[] {
  return result.rows.map(({ label, weight }) => ({ label, weight: exact(weight) }))
}

function storedResult(result: CountResult): string {
  return JSON.stringify({
    ...result,
    rows: result.rows.map(({ label, weight }) => ({ label, weight: weight.toString() })),
  })
}

function sameTable(before: GradingTable, after: GradingTable): boolean {
  return canonicalJson({ ...before, version: 0 }) === canonicalJson({ ...after, version: 0 })
}

function fieldOf(fault: string): string {
  return fault === 'years' ? 'yearTo' : 'rows'
}

async function checkGroup(
  work: Work,
  input: GradingTableGroup,
): Promise<{ origin: string } | Refusal> {
  // Only what names an organisation of theirs reaches the database, where anything but an id is an error.
  if (!mayEdit(work, input.organisationId)) return absent()
  const wrong = (field: string, message: ReturnType<typeof m>) =>
    refuse(422, m('grading.refusal.check'), { [field]: message })
  const organisations = await work.read
    .selectFrom('organisations')
    .select(['id', 'origin'])
    .where('id', 'in', [input.organisationId, input.countedOrganisationId].filter(isUuid))
    .execute()
  const own = organisations.find((each) => each.id === input.organisationId)
  if (!own) return absent()
  if (!organisations.some((each) => each.id === input.countedOrganisationId)) {
    return wrong('counted', m('grading.fault.institution'))
  }
  if (!(await scaleById(work, input.scaleId))) return wrong('scale', m('scale.fault.choose'))
  return { origin: own.origin }
}

function mayEdit(work: Work, organisationId: string): boolean {
  return work.may('recognition.scale.edit', { organisation_id: organisationId })
}

function absent(): Refusal {
  return refuse(404, m('grading.refusal.absent'))
}
