import type { Actor, WorkContext } from '#kernel/database'
import { isRefused } from '#kernel/database'
import type { Seeding } from '#kernel/http'
import { cast } from '#modules/alliance'
import { type CatalogueReading, proposeReading } from '../formats/catalogue-reading.ts'
import { stagedRow } from '../formats/catalogue-rows.ts'
import { beginCatalogue, startImport } from '../service/import-catalogue.ts'
import { publishCatalogue } from '../service/publish-catalogue.ts'
import { finishStaging, stageBatch, unitsOf } from '../service/stage-catalogue.ts'
import { auCourses } from './courses-au.ts'
import { rhoneCourses, saebyeokCourses } from './courses-partners.ts'
import { pkuCourses } from './courses-pku.ts'

interface SeedCatalogue {
  organisationId: string
  fileName: string
  rows: string[][]
  hours: CatalogueReading['hours']
}

/** The invented catalogues of the demonstration, as tables that the importer reads. */
export const seedCatalogues: readonly SeedCatalogue[] = [
  {
    organisationId: cast.organisations.au,
    fileName: 'courses-2569.xlsx',
    hours: 'week',
    rows: [
      ['Course code', 'Title (English)', 'ชื่อวิชาภาษาไทย', 'Credit', 'Contact hours', 'Faculty'],
      ...Object.entries(auCourses).flatMap(([faculty, lines]) =>
        linesOf(lines).map(([code, credit, en, th]) => [
          code!,
          en!,
          th!,
          credit!,
          credit!,
          faculty,
        ]),
      ),
    ],
  },
  {
    organisationId: cast.organisations.pku,
    fileName: '2026课程目录.xlsx',
    hours: 'course',
    rows: [
      ['课程号', '课程中文名称', '课程英文名称', '学分', '学时', '开课单位'],
      ...Object.entries(pkuCourses).flatMap(([unit, lines]) =>
        linesOf(lines).map(([code, credit, hours, zh, en]) => [
          code!,
          zh!,
          en!,
          credit!,
          hours!,
          unit,
        ]),
      ),
    ],
  },
  {
    organisationId: cast.organisations.saebyeok,
    fileName: '2026-교과목.csv',
    hours: 'week',
    rows: [
      ['학수번호', '국문과목명', '영문과목명', '학점', '시수'],
      ...linesOf(saebyeokCourses).map(([code, credit, hours, ko, en]) => [
        code!,
        ko!,
        en!,
        credit!,
        hours!,
      ]),
    ],
  },
  {
    organisationId: cast.organisations.rhone,
    fileName: 'catalogue-2026.csv',
    hours: 'course',
    rows: [
      ['Code UE', 'Title FR', 'English title', 'ECTS', 'Heures'],
      ...linesOf(rhoneCourses).map(([code, credit, hours, fr, en]) => [
        code!,
        fr!,
        en!,
        credit!,
        hours!,
      ]),
    ],
  },
]

/** The lines of a table written as text with bars. */
export function linesOf(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
}

/** Takes a table in and publishes it, through the same verbs as an upload. */
export async function seedCatalogue(
  { runner }: Pick<Seeding, 'runner'>,
  context: WorkContext,
  given: SeedCatalogue,
): Promise<void> {
  const rows = given.rows.slice(0, 20)
  const sample = { rows, numbers: rows.map((_, index) => index + 1), sheets: null, encodings: [] }
  const reading = {
    ...proposeReading(sample, 'en'),
    hours: given.hours,
    repeats: 'courses' as const,
  }
  const system: Actor = { kind: 'system', name: 'seed' }
  await runner.perform(context, async (work) => {
    const begun = await beginCatalogue(work, {
      organisationId: given.organisationId,
      fileName: given.fileName,
      format: given.fileName.endsWith('.csv') ? 'csv' : 'xlsx',
      encoding: null,
      file: null,
      sample,
      reading,
    })
    if (isRefused(begun)) throw new Error(`the catalogue ${given.fileName} was not taken`)
    const { catalogueId } = begun
    const started = await startImport(work, { catalogueId, enqueue: false })
    if (isRefused(started)) throw new Error(`the catalogue ${given.fileName} was not begun`)
    const place = {
      catalogueId,
      organisationId: given.organisationId,
      reading,
      units: await unitsOf({ ...work, actor: system }, given.organisationId),
    }
    const staged = given.rows
      .map((cells, index) => ({ cells, index }))
      .filter(({ index }) => index > (reading.headerRow ?? -1))
      .map(({ cells, index }) => stagedRow(cells, index + 1, reading))
    if (staged.some(({ issues }) => issues.length > 0))
      throw new Error(`the catalogue ${given.fileName} has problems`)
    await stageBatch(work, place, { from: 0, rows: staged })
    await finishStaging(work, catalogueId)
    const published = await publishCatalogue(work, catalogueId)
    if (isRefused(published)) throw new Error(`the catalogue ${given.fileName} was not published`)
  })
}
