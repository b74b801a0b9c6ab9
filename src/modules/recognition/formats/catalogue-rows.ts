import { isRefused } from '#kernel/database'
import { readTableHere, type Table, type TableOptions, TableProblem } from '#kernel/files'
import { normaliseForSearch } from '#kernel/search'
import { languages, type LocalText } from '#kernel/values'
import { courseKey } from '../rules/context.ts'
import { toStored } from '../stored.ts'
import type { CatalogueReading } from './catalogue-reading.ts'
import { type CatalogueCourse, readCatalogueRow } from './catalogue-table.ts'
import { plainText } from './plain-text.ts'
import type { TableIssue } from './table-texts.ts'

/** A catalogue's file on this machine, and how it is to be read. */
export interface CatalogueSource {
  path: string
  options: TableOptions
  reading: CatalogueReading
}

/** A course as its row in the table of courses has it, but for what only the database knows. */
export interface StagedCourse {
  code: string
  /** What makes two codes one; see `courseKey`. */
  key: string
  /** All titles as one text, to compare a repeated row with the first. */
  title: string
  titles: string
  credit: string | null
  hours: string | null
  unitNames: string[]
  level: string | null
  descriptions: string
  language: string | null
  searchText: string
}

/** What one row of the file gave. */
export interface StagedRow {
  number: number
  course: StagedCourse | null
  issues: TableIssue[]
  /** The row as it stands in the file, short, for the list of what is wrong. */
  text: string
}

/** Rows that are staged together; between two of them a reader or another import has its turn. */
const batch = { rows: 500, characters: 500_000 }
const countedAtOnce = 20_000

/** How many rows a catalogue may have; a sheet of a workbook ends there. */
export const mostCatalogueRows = 1_048_576

/** The limits within which a catalogue's file is read. */
export const catalogueLimits = { maxRows: mostCatalogueRows, maxColumns: 200 }

/** Rows of a file below its column names, so many at a time; for `asideStream`. */
export async function* catalogueBatches({
  path,
  options,
  reading,
  skip,
}: CatalogueSource & { skip: number }): AsyncGenerator<StagedRow[]> {
  let rows: StagedRow[] = []
  let characters = 0
  let count = 0
  for await (const { number, cells, names } of rowsBelow({ path, options, reading })) {
    count += 1
    if (count <= skip) continue
    const staged = stagedRow(cells.map(harmless), number, reading, names)
    rows.push(staged)
    characters += sizeOf(staged)
    if (rows.length < batch.rows && characters < batch.characters) continue
    yield rows
    rows = []
    characters = 0
  }
  if (rows.length > 0) yield rows
}

/** Counts the rows below the column names, as it goes on; for `asideStream`. */
export async function* catalogueCount(source: CatalogueSource): AsyncGenerator<number> {
  let count = 0
  for await (const _ of rowsBelow(source)) {
    count += 1
    if (count % countedAtOnce === 0) yield count
  }
  yield count
}

async function* rowsBelow({ path, options, reading }: CatalogueSource) {
  const table = await readTableHere(path, { ...options, ...catalogueLimits })
  if (isRefused(table)) throw new TableProblem(table)
  let names: readonly string[] | undefined
  for await (const row of placedRows(table)) {
    if (row.place === reading.headerRow) names = row.cells
    if (row.place > (reading.headerRow ?? -1)) yield { ...row, names }
  }
}

/** One row of a table with its place among the rows that are not blank, from 0, and its number in the file. */
export interface PlacedRow {
  place: number
  number: number
  cells: readonly string[]
}

/** All rows of a table, its first one included. */
export async function* placedRows(table: Table): AsyncGenerator<PlacedRow> {
  yield { place: 0, number: Math.max(1, table.headerRow), cells: table.header }
  let place = 0
  for await (const { row, cells } of table.numbered) {
    yield { place: (place += 1), number: row, cells }
  }
}

/** A cell without characters that no database or page holds. Most are plain ASCII and need no second look. */
export function harmless(cell: string): string {
  return /^[ -~]*$/.test(cell) ? cell : plainText(cell)
}

/** What a row gives when it is read as agreed. */
export function stagedRow(
  cells: readonly string[],
  number: number,
  reading: CatalogueReading,
  names?: readonly string[],
): StagedRow {
  const { course, issues } = readCatalogueRow(cells, number, reading, reading, names)
  return {
    number,
    course: course && stagedCourse(course, reading),
    issues,
    text: cells.filter(Boolean).join(' · ').slice(0, 300),
  }
}

function stagedCourse(course: CatalogueCourse, reading: CatalogueReading): StagedCourse {
  const names = [course.unit, course.faculty].filter((name) => name !== null)
  const hours = {
    basis: reading.hours,
    parts: course.contactHours,
    split: course.creditSplit,
    wholeYear: course.wholeYear,
  }
  return {
    code: course.code,
    key: courseKey(course.code),
    title: titleText(course.titles),
    titles: JSON.stringify(course.titles),
    credit: course.credit?.toString() ?? null,
    hours: hours.parts.length + hours.split.length === 0 ? null : toStored(hours),
    unitNames: [...new Set(names)],
    level: course.level,
    descriptions: JSON.stringify(
      course.description === null ? {} : { [reading.titleLanguage]: course.description },
    ),
    language: course.language,
    searchText: searchText(course),
  }
}

/** The titles as one text, whatever order they were kept in. */
export function titleText(titles: LocalText): string {
  return languages.flatMap((language) => titles[language] ?? []).join('\n')
}

function searchText(course: CatalogueCourse): string {
  const compact = course.code.replace(/[\s._-]+/g, '')
  const texts = [course.code, ...(compact === course.code ? [] : [compact])]
  return normaliseForSearch([...texts, ...Object.values(course.titles)].join(' ')).slice(0, 2000)
}

function sizeOf({ course, text }: StagedRow): number {
  const parts = course ? [course.titles, course.descriptions, course.searchText] : []
  return parts.reduce((sum, part) => sum + part.length, text.length)
}
