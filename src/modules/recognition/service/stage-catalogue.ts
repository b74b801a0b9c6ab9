import { randomUUIDv7 } from 'node:crypto'
import {
  isRefused,
  type Refusal,
  refuse,
  type Work,
  type WorkContext,
  type WorkRunner,
} from '#kernel/database'
import { type BlobStore, fileById, readTable, TableProblem } from '#kernel/files'
import { type Message, storeMessage } from '#kernel/messages'
import { normaliseForSearch } from '#kernel/search'
import type { CatalogueReading } from '../formats/catalogue-reading.ts'
import { type CatalogueCourse, catalogueReader } from '../formats/catalogue-table.ts'
import type { TableIssue } from '../formats/table-texts.ts'
import { m } from '../messages/index.ts'
import { toStored } from '../stored.ts'
import { type PlacedRow, placedRows, withLocalFile } from './catalogue-file.ts'

/** Rows that one transaction stages; between two of them a reader or another import has its turn. */
const batchRows = 500

/** Problems that are kept; a file with more is not a catalogue, and the count still tells. */
const mostProblems = 20_000

/** Courses and remarks that a run of rows brought, to be stored together. */
export interface Batch {
  /** Rows staged before this batch: another process that has gone on makes them differ. */
  from: number
  /** Rows staged with it. */
  to: number
  courses: CatalogueCourse[]
  problems: { issue: TableIssue; position: number; text: string }[]
  rowsWrong: number
}

/** Where a batch goes. */
export interface StagingPlace {
  catalogueId: string
  organisationId: string
  reading: CatalogueReading
  /** Units of the institution by their names and codes, normalised. */
  units: ReadonlyMap<string, string>
}

interface StageParts {
  runner: WorkRunner
  context: WorkContext
  blobs: BlobStore
  signal?: AbortSignal
  onProgress?: (rowsRead: number, rowsExpected: number | null) => void
}

/**
 * Reads a catalogue's file into staged rows, in batches of their own transactions. A run that was
 * killed is taken up after its last batch; a second run of the same import notices the first and stops.
 */
export async function stageCatalogue(
  parts: StageParts,
  catalogueId: string,
): Promise<'ready' | 'failed' | 'stopped'> {
  const work = parts.runner.reading(parts.context)
  const row = await work.read
    .selectFrom('catalogues')
    .selectAll()
    .where('id', '=', catalogueId)
    .executeTakeFirst()
  if (!row || row.state !== 'importing' || row.file_id === null) return 'stopped'
  const file = await fileById(work, row.file_id)
  if (!file) return fail(parts, catalogueId, m('catalogue.fault.file-gone'))
  const reading = row.mapping as CatalogueReading
  const options = { name: row.file_name, ...(reading.sheet ? { sheet: reading.sheet } : {}) }
  const place: StagingPlace = {
    catalogueId,
    organisationId: row.organisation_id,
    reading,
    units: await unitsOf(work, row.organisation_id),
  }
  const result = await withLocalFile(parts.blobs, file.sha256, async (path) => {
    const expected = row.rows_expected ?? (await countRows(path, options, reading))
    if (isRefused(expected)) return expected
    await expect(parts, catalogueId, expected)
    const table = await readTable(path, options)
    if (isRefused(table)) return table
    return stageRows(parts, place, placedRows(table), { done: row.rows_read, expected })
  })
  if (isRefused(result)) return fail(parts, catalogueId, result.message)
  if (result === 'stopped') return 'stopped'
  return finish(parts, catalogueId)
}

async function countRows(
  path: string,
  options: Parameters<typeof readTable>[1],
  reading: CatalogueReading,
): Promise<number | Refusal> {
  const table = await readTable(path, options)
  if (isRefused(table)) return table
  let count = 0
  try {
    for await (const { place } of placedRows(table)) {
      if (place > (reading.headerRow ?? -1)) count += 1
    }
    return count
  } catch (error) {
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
}

async function stageRows(
  parts: StageParts,
  place: StagingPlace,
  rows: AsyncIterable<PlacedRow>,
  progress: { done: number; expected: number },
): Promise<'read' | 'stopped' | Refusal> {
  const read = catalogueReader(place.reading, place.reading)
  let count = 0
  let batch = emptyBatch(progress.done)
  const flush = async () => {
    const going = await parts.runner.perform(parts.context, (work) =>
      stageBatch(work, place, batch),
    )
    parts.onProgress?.(batch.to, progress.expected)
    batch = emptyBatch(batch.to)
    return going
  }
  try {
    for await (const row of rows) {
      if (row.place <= (place.reading.headerRow ?? -1)) continue
      count += 1
      const result = read(row.cells, row.number)
      // What an earlier run has staged is only read again, for the codes that it has seen.
      if (count <= progress.done) continue
      addToBatch(batch, result, row.cells)
      batch.to = count
      if (batch.to - batch.from < batchRows) continue
      parts.signal?.throwIfAborted()
      if (!(await flush())) return 'stopped'
    }
  } catch (error) {
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
  return batch.to > batch.from && !(await flush()) ? 'stopped' : 'read'
}

/** A batch with nothing in it, after so many rows. */
export function emptyBatch(from: number): Batch {
  return { from, to: from, courses: [], problems: [], rowsWrong: 0 }
}

/** Puts what one row gave into a batch. */
export function addToBatch(
  batch: Batch,
  result: ReturnType<ReturnType<typeof catalogueReader>>,
  cells: readonly string[],
): void {
  if (result.course) batch.courses.push(result.course)
  if (result.issues.some((issue) => issue.severity === 'error')) batch.rowsWrong += 1
  const text = cells.filter(Boolean).join(' · ').slice(0, 300)
  for (const [position, issue] of result.issues.entries()) {
    batch.problems.push({ issue, position, text })
  }
}

/** Stores a batch where the import still stands at its beginning; false where somebody else has gone on or ended it. */
export async function stageBatch(work: Work, place: StagingPlace, batch: Batch): Promise<boolean> {
  return work.writeUnchronicled(async (tx) => {
    const moved = await tx
      .updateTable('catalogues')
      .set((eb) => ({
        rows_read: batch.to,
        rows_taken: eb('rows_taken', '+', batch.courses.length),
        rows_wrong: eb('rows_wrong', '+', batch.rowsWrong),
      }))
      .where('id', '=', place.catalogueId)
      .where('state', '=', 'importing')
      .where('rows_read', '=', batch.from)
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) return false
    if (batch.courses.length > 0) {
      await tx
        .insertInto('courses')
        .values(batch.courses.map((course) => courseRow(course, place)))
        .execute()
    }
    const problems = await roomForProblems(work, place.catalogueId, batch)
    if (problems.length > 0) {
      await tx
        .insertInto('catalogue_problems')
        .values(problems.map((problem) => problemRow(problem, place.catalogueId)))
        .execute()
    }
    return true
  })
}

async function roomForProblems(work: Work, catalogueId: string, batch: Batch) {
  if (batch.problems.length === 0) return []
  const { count } = await work.read
    .selectFrom('catalogue_problems')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('catalogue_id', '=', catalogueId)
    .executeTakeFirstOrThrow()
  return batch.problems.slice(0, Math.max(0, mostProblems - Number(count)))
}

function courseRow(course: CatalogueCourse, place: StagingPlace) {
  const { reading } = place
  const names = [course.unit, course.faculty].filter((name) => name !== null)
  const hours = {
    basis: reading.hours,
    parts: course.contactHours,
    split: course.creditSplit,
    wholeYear: course.wholeYear,
  }
  return {
    id: randomUUIDv7(),
    catalogue_id: place.catalogueId,
    organisation_id: place.organisationId,
    code: course.code,
    titles: JSON.stringify(course.titles),
    credit: course.credit?.toString() ?? null,
    hours: hours.parts.length + hours.split.length === 0 ? null : toStored(hours),
    unit_name: [...new Set(names)].join(', ') || null,
    unit_id: names.map((name) => place.units.get(normaliseForSearch(name))).find(Boolean) ?? null,
    level: course.level,
    descriptions: JSON.stringify(
      course.description === null ? {} : { [reading.titleLanguage]: course.description },
    ),
    language_of_instruction: course.language,
    row_number: course.row,
    search_text: searchText(course),
  }
}

function searchText(course: CatalogueCourse): string {
  const compact = course.code.replace(/[\s._-]+/g, '')
  const texts = [course.code, ...(compact === course.code ? [] : [compact])]
  return normaliseForSearch([...texts, ...Object.values(course.titles)].join(' ')).slice(0, 2000)
}

function problemRow({ issue, position, text }: Batch['problems'][number], catalogueId: string) {
  return {
    catalogue_id: catalogueId,
    row_number: issue.row,
    position,
    severity: issue.severity,
    field: issue.field,
    message: storeMessage(m(issue.key, issue.args)),
    row_text: text,
  }
}

/** Units of an institution by name in any language and by code. */
export async function unitsOf(work: Work, organisationId: string): Promise<Map<string, string>> {
  const rows = await work.read
    .selectFrom('units')
    .select(['id', 'names', 'code'])
    .where('organisation_id', '=', organisationId)
    .execute()
  const units = new Map<string, string>()
  for (const { id, names, code } of rows) {
    for (const name of [...Object.values(names), code]) {
      if (name) units.set(normaliseForSearch(name), id)
    }
  }
  return units
}

async function expect(parts: StageParts, catalogueId: string, rows: number): Promise<void> {
  await parts.runner.perform(parts.context, (work) =>
    work.writeUnchronicled((tx) =>
      tx
        .updateTable('catalogues')
        .set({ rows_expected: rows })
        .where('id', '=', catalogueId)
        .where('rows_expected', 'is', null)
        .execute(),
    ),
  )
}

/** Ends the reading of an import: ready to be published, or failed where not one course was taken. */
export async function finishStaging(work: Work, catalogueId: string): Promise<'ready' | 'failed'> {
  const failure = storeMessage(m('catalogue.fault.nothing-taken'))
  return work.writeUnchronicled(async (tx) => {
    const nothing = await tx
      .updateTable('catalogues')
      .set({ state: 'failed', failure, finished_at: work.now })
      .where('id', '=', catalogueId)
      .where('state', '=', 'importing')
      .where('rows_taken', '=', 0)
      .executeTakeFirst()
    if (nothing.numUpdatedRows > 0n) return 'failed'
    await tx
      .updateTable('catalogues')
      .set({ state: 'ready', finished_at: work.now })
      .where('id', '=', catalogueId)
      .where('state', '=', 'importing')
      .execute()
    return 'ready'
  })
}

async function finish(parts: StageParts, catalogueId: string): Promise<'ready' | 'failed'> {
  return parts.runner.perform(parts.context, (work) => finishStaging(work, catalogueId))
}

async function fail(parts: StageParts, catalogueId: string, failure: Message): Promise<'failed'> {
  await parts.runner.perform(parts.context, (work) =>
    work.writeUnchronicled((tx) =>
      tx
        .updateTable('catalogues')
        .set({ state: 'failed', failure: storeMessage(failure), finished_at: work.now })
        .where('id', '=', catalogueId)
        .where('state', '=', 'importing')
        .execute(),
    ),
  )
  return 'failed'
}

/** Removes what a discarded import had staged, a part at a time; true when nothing is left. */
export async function clearStaged(work: Work, catalogueId: string): Promise<boolean> {
  return work.writeUnchronicled(async (tx) => {
    const removed = await tx
      .deleteFrom('courses')
      .where('id', 'in', (eb) =>
        eb.selectFrom('courses').select('id').where('catalogue_id', '=', catalogueId).limit(2000),
      )
      .executeTakeFirst()
    if (removed.numDeletedRows > 0n) return false
    await tx.deleteFrom('catalogue_problems').where('catalogue_id', '=', catalogueId).execute()
    return true
  })
}

/** What every verb on a catalogue answers where the actor may not see it. */
export function absentCatalogue(): Refusal {
  return refuse(404, m('catalogue.refusal.absent'))
}
