import type { Database } from '#kernel/database'
import { Fraction } from '#kernel/values'
import { toStored } from '../../src/modules/recognition/stored.ts'
import { idOf, insert } from './rows.ts'
import { places } from './viewers.ts'

const origin = 'matrix.example'

/** The ids of both schools' grading tables, of grades on their way to one, and of agreed tables. */
export const gradeTables = {
  gradingTables: { home: idOf(9, 61), other: idOf(9, 62) },
  gradingDrafts: { home: idOf(9, 63), other: idOf(9, 64) },
  gradingFiles: { home: idOf(9, 65), other: idOf(9, 66) },
  agreedTables: { home: idOf(9, 67), other: idOf(9, 68) },
} as const

const gradeRows = ['A', 'B', 'C'].map((label) => ({ label, weight: Fraction.of(40) }))

/** A grading table, grades on their way to one, and an agreed table of a school. */
export async function insertGradeTables(
  database: Database,
  at: 'home' | 'other',
  scales: { scale: string; scaleAbroad: string },
): Promise<void> {
  const own = { organisation_id: places[at], counted_organisation_id: places[at] }
  const group = { cycle: 'bachelor' as const, iscedF: null, yearFrom: 2023, yearTo: 2024 }
  const scaleId = scales.scale
  const entered = { origin, published_at: new Date('2026-01-01T00:00:00Z') }
  const id = gradeTables.gradingTables[at]
  const table = { id, version: 1, institution: places[at], scaleId, group, unit: 'count' }
  await insert(database, 'grading_tables', [
    {
      ...own,
      ...entered,
      id,
      version: 1,
      grade_scale_id: scaleId,
      cycle: group.cycle,
      year_from: group.yearFrom,
      year_to: group.yearTo,
      valid_from: '2026-01-01',
      definition: toStored({ ...table, rows: gradeRows, source: null }),
    },
  ])
  await insert(database, 'files', [
    {
      id: gradeTables.gradingFiles[at],
      origin,
      sha256: 'a'.repeat(64),
      name: 'grades.csv',
      kind: 'csv',
      size_bytes: 4n,
      owner_kind: 'recognition.grading-table-draft',
      owner_id: gradeTables.gradingDrafts[at],
      created_at: entered.published_at,
    },
  ])
  const reading = { sheet: null, headerRow: 0, shape: 'counts', columns: { grade: 0, count: 1 } }
  await insert(database, 'grading_table_drafts', [
    {
      ...own,
      id: gradeTables.gradingDrafts[at],
      grade_scale_id: scaleId,
      file_name: 'grades.csv',
      file_id: gradeTables.gradingFiles[at],
      sample: JSON.stringify({ rows: [['Grade', 'Count']], sheets: null }),
      reading: JSON.stringify({
        ...reading,
        gradeColumns: [],
        unit: 'count',
        grouping: 'mark',
        courses: [],
        yearFrom: null,
        yearTo: null,
      }),
      result: JSON.stringify({
        rows: gradeRows.map(({ label, weight }) => ({ label, weight: weight.toString() })),
        leftOut: { failed: '0', remarks: '0', words: '0' },
        rowsRead: 3,
        rowsUsed: 3,
        rowsWrong: 0,
        years: [],
        issues: [],
      }),
      created_at: entered.published_at,
    },
  ])
  const rule = { method: 'table', hostScaleId: scales.scaleAbroad, homeScaleId: scaleId }
  await insert(database, 'agreed_grade_tables', [
    {
      ...entered,
      id: gradeTables.agreedTables[at],
      version: 1,
      organisation_id: places[at],
      host_scale_id: scales.scaleAbroad,
      home_scale_id: scaleId,
      definition: toStored({
        name: { en: 'Agreed' },
        rule: { ...rule, rows: [{ host: { label: 'A' }, home: 'A' }], source: null },
      }),
    },
  ])
}
