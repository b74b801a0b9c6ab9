import type { EncodingPreview } from '#kernel/files'
import type { Language } from '#kernel/values'
import {
  type CatalogueCourse,
  type CatalogueField,
  type CatalogueMapping,
  type CatalogueOptions,
  catalogueReader,
  proposeCatalogueColumns,
} from './catalogue-table.ts'
import type { TableIssue } from './table-texts.ts'
import { cellOf } from './table-values.ts'

/** How a catalogue's file is read, as a person agreed to it. */
export interface CatalogueReading extends CatalogueMapping, CatalogueOptions {
  /** Of a workbook, the sheet; null for its first. */
  sheet: string | null
  /** Of a text, the encoding that a person chose; null for the one that was found. */
  encoding: string | null
  /** Whether class hours stand for a week or for the whole course. */
  hours: 'week' | 'course'
}

/** The first rows of a file as they stand in it. */
export interface CatalogueSample {
  rows: string[][]
  /** The number of each row as the spreadsheet program or text editor shows it. */
  numbers: number[]
  sheets: string[] | null
  /** Of a text with letters beyond ASCII, how it reads in each encoding. */
  encodings?: EncodingPreview[]
}

/** A row of the preview: what would be taken of it, and what is wrong with it. */
export interface PreviewRow {
  number: number
  course: CatalogueCourse | null
  issues: TableIssue[]
}

/** The fields in the order in which the page of columns offers them. */
export const catalogueFields: readonly CatalogueField[] = [
  'code',
  'title',
  'title.en',
  'title.zh-Hans',
  'title.th',
  'title.ko',
  'title.fr',
  'credit',
  'creditSplit',
  'contactHours',
  'unit',
  'faculty',
  'level',
  'description',
  'language',
  'term',
]

/** A first proposal how a file is to be read, from its first rows; a person confirms or changes it. */
export function proposeReading(sample: CatalogueSample, titleLanguage: Language): CatalogueReading {
  const { headerRow, columns } = proposeCatalogueColumns(sample.rows)
  const below = sample.rows.slice((headerRow ?? -1) + 1)
  const codes = below.map((row) => cellOf(row, columns.code)).filter((code) => code !== '')
  // One code twice is a slip; many are the classes of courses.
  const repeated = codes.length - new Set(codes).size
  const hours = below
    .map((row) => Number(cellOf(row, columns.contactHours)))
    .filter((value) => value > 0)
  const high = hours.filter((value) => value > 10).length
  return {
    headerRow,
    columns,
    sheet: null,
    encoding: null,
    titleLanguage,
    repeats: repeated >= 3 && repeated * 20 > codes.length ? 'classes' : 'courses',
    // Nobody teaches one course for more than ten hours a week.
    hours: hours.length > 0 && high * 2 > hours.length ? 'course' : 'week',
  }
}

/** The first rows as they will be read. */
export function previewOf(
  sample: CatalogueSample,
  reading: CatalogueReading,
  limit: number,
): PreviewRow[] {
  const read = catalogueReader(reading, reading, sample.rows[reading.headerRow ?? -1])
  return sample.rows
    .map((row, place) => ({ row, place }))
    .slice((reading.headerRow ?? -1) + 1)
    .slice(0, limit)
    .map(({ row, place }) => {
      const number = sample.numbers[place] ?? place + 1
      const { course, issues } = read(row, number)
      return { number, course, issues }
    })
}
