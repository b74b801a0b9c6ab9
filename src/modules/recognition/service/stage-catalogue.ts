import { randomUUIDv7 } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import {
  isRefused,
  type Refusal,
  refuse,
  type Work,
  type WorkContext,
  type WorkRunner,
} from '#kernel/database'
import {
  asideStream,
  type BlobStore,
  fileById,
  type TableOptions,
  TableProblem,
} from '#kernel/files'
import { type Message, storeMessage } from '#kernel/messages'
import { normaliseForSearch } from '#kernel/search'
import type { LocalText } from '#kernel/values'
import type { CatalogueReading } from '../formats/catalogue-reading.ts'
import type * as rows from '../formats/catalogue-rows.ts'
import {
  type CatalogueSource,
  type StagedCourse,
  type StagedRow,
  titleText,
} from '../formats/catalogue-rows.ts'
import { type CourseFacts, repeatRemark } from '../formats/catalogue-table.ts'
import type { TableIssue } from '../formats/table-texts.ts'
import { m } from '../messages/index.ts'
import { keyOf } from '../queries/home-course.ts'
import { courseKey } from '../rules/context.ts'
import type { CatalogueProblemsTable } from '../schema.ts'
import { withLocalFile } from './catalogue-file.ts'

/** Problems that are kept; a file with more is not a catalogue, and the count still tells. */
const mostProblems = 20_000

const catalogueBatches = asideStream<typeof rows, 'catalogueBatches'>(
  new URL('../formats/catalogue-rows.ts', import.meta.url),
  'catalogueBatches',
)
const catalogueCount = asideStream<typeof rows, 'catalogueCount'>(
  new URL('../formats/catalogue-rows.ts', import.meta.url),
  'catalogueCount',
)

/** Rows that are staged together. */
export interface Batch {
  /** Rows staged before this batch: another process that has gone on makes them differ. */
  from: number
  rows: readonly StagedRow[]
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
  const place: StagingPlace = {
    catalogueId,
    organisationId: row.organisation_id,
    reading,
    units: await unitsOf(work, row.organisation_id),
  }
  const result = await withLocalFile(parts.blobs, file.sha256, async (path) => {
    const source = { path, options: tableOptions(row.file_name, reading), reading }
    try {
      const expected = row.rows_expected ?? (await countRows(source))
      await expect(parts, catalogueId, expected)
      return await stageRows(parts, place, source, { done: row.rows_read, expected })
    } catch (error) {
      if (error instanceof TableProblem) return error.refusal
      throw error
    }
  })
  if (isRefused(result)) return fail(parts, catalogueId, result.message)
  if (result === 'stopped') return 'stopped'
  return finish(parts, catalogueId)
}

/** How a catalogue's file is opened for a reading of it. */
export function tableOptions(
  name: string,
  { sheet, encoding }: Pick<CatalogueReading, 'sheet' | 'encoding'>,
): TableOptions {
  return { name, ...(sheet ? { sheet } : {}), ...(encoding ? { encoding } : {}) }
}

async function countRows(source: CatalogueSource): Promise<number> {
  let rows = 0
  for await (const count of catalogueCount(source, 'background')) rows = count
  return rows
}

async function stageRows(
  parts: StageParts,
  place: StagingPlace,
  source: CatalogueSource,
  progress: { done: number; expected: number },
): Promise<'read' | 'stopped'> {
  let from = progress.done
  for await (const read of catalogueBatches({ ...source, skip: from }, 'background')) {
    parts.signal?.throwIfAborted()
    const batch = { from, rows: read }
    const going = await parts.runner.perform(parts.context, (work) =>
      stageBatch(work, place, batch),
    )
    if (!going) return 'stopped'
    from += read.length
    parts.onProgress?.(from, progress.expected)
  }
  return 'read'
}

/** Stores a batch where the import still stands at its beginning; false where somebody else has gone on or ended it. */
export async function stageBatch(work: Work, place: StagingPlace, batch: Batch): Promise<boolean> {
  return work.writeUnchronicled(async (tx) => {
    const moved = await tx
      .updateTable('catalogues')
      .set({ rows_read: batch.from + batch.rows.length })
      .where('id', '=', place.catalogueId)
      .where('state', '=', 'importing')
      .where('rows_read', '=', batch.from)
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) return false
    const { courses, problems, rowsWrong } = await settled(work, place, batch.rows)
    if (courses.length > 0) {
      await tx
        .insertInto('courses')
        .values(courses.map((row) => courseRow(row, place)))
        .execute()
    }
    const kept = await roomForProblems(work, place.catalogueId, problems)
    if (kept.length > 0) await tx.insertInto('catalogue_problems').values(kept).execute()
    await tx
      .updateTable('catalogues')
      .set((eb) => ({
        rows_taken: eb('rows_taken', '+', courses.length),
        rows_wrong: eb('rows_wrong', '+', rowsWrong),
      }))
      .where('id', '=', place.catalogueId)
      .execute()
    return true
  })
}

type CourseRow = StagedRow & { course: StagedCourse }

/** Which rows become courses and what is to be said of the others: a code counts where it stands first. */
async function settled(work: Work, place: StagingPlace, all: readonly StagedRow[]) {
  const seen = await coursesBefore(work, place.catalogueId, all)
  const courses: CourseRow[] = []
  const problems: Insertable<CatalogueProblemsTable>[] = []
  let rowsWrong = 0
  for (const row of all) {
    const { course, number } = row
    let { issues } = row
    if (course) {
      const own = { row: number, title: course.title, credit: course.credit ?? '' }
      const first = seen.get(course.key)
      if (first) {
        const remark = repeatRemark(course.code, first, own, place.reading)
        issues = remark ? [remark] : []
      } else {
        seen.set(course.key, own)
        courses.push({ ...row, course })
      }
    }
    if (issues.some((issue) => issue.severity === 'error')) rowsWrong += 1
    for (const [position, issue] of issues.entries()) {
      problems.push(problemRow(issue, position, row.text, place.catalogueId))
    }
  }
  return { courses, problems, rowsWrong }
}

/** Codes that are one to the database and several here: letters whose capitals are disputed, which nobody has many of. */
const mostAlike = 20

/** The courses that earlier batches staged under these codes; the database remembers them, so that no memory has to. */
async function coursesBefore(
  work: Work,
  catalogueId: string,
  rows: readonly StagedRow[],
): Promise<Map<string, CourseFacts>> {
  const courses = rows.flatMap(({ course }) => course ?? [])
  if (courses.length === 0) return new Map()
  const codes = [...new Set(courses.map((course) => course.code))]
  const keys = [...new Set(courses.map((course) => course.key))]
  // One by one, each in an index: a catalogue that is still growing is in no statistics, and asked for together they would
  // be looked for among all that was staged before, a million rows for days.
  const ofCatalogue = work.read
    .selectFrom('courses')
    .select(['code', 'titles', 'credit', 'row_number'])
    .where('catalogue_id', '=', catalogueId)
  const byCode = (query: typeof ofCatalogue) =>
    query.where('code', '=', sql<string>`k.value`).limit(1)
  // The database and this program may differ over the capitals of a rare letter; the code itself is always found.
  const byKey = (query: typeof ofCatalogue) =>
    query.where(keyOf('code'), '=', sql<string>`k.value`).limit(mostAlike)
  const wanted = (values: readonly string[], is: typeof byCode) =>
    work.read
      .selectFrom(sql<{ value: string }>`unnest(${values}::text[])`.as<'k'>(sql`k(value)`))
      .innerJoinLateral(is(ofCatalogue).as('c'), (join) => join.onTrue())
      .select(['c.code', 'c.titles', 'c.credit', 'c.row_number'])
  const found = await wanted(codes, byCode).unionAll(wanted(keys, byKey)).execute()
  return new Map(
    found.map((row) => [
      courseKey(row.code),
      { row: row.row_number, title: titleText(row.titles as LocalText), credit: row.credit ?? '' },
    ]),
  )
}

async function roomForProblems(
  work: Work,
  catalogueId: string,
  problems: readonly Insertable<CatalogueProblemsTable>[],
) {
  if (problems.length === 0) return []
  const { count } = await work.read
    .selectFrom('catalogue_problems')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('catalogue_id', '=', catalogueId)
    .executeTakeFirstOrThrow()
  return problems.slice(0, Math.max(0, mostProblems - Number(count)))
}

function courseRow({ course, number }: CourseRow, place: StagingPlace) {
  const { unitNames } = course
  const unit = unitNames.map((name) => place.units.get(normaliseForSearch(name))).find(Boolean)
  return {
    id: randomUUIDv7(),
    catalogue_id: place.catalogueId,
    organisation_id: place.organisationId,
    code: course.code,
    titles: course.titles,
    credit: course.credit,
    hours: course.hours,
    unit_name: unitNames.join(', ') || null,
    unit_id: unit ?? null,
    level: course.level,
    descriptions: course.descriptions,
    language_of_instruction: course.language,
    row_number: number,
    search_text: course.searchText,
  }
}

function problemRow(issue: TableIssue, position: number, text: string, catalogueId: string) {
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
