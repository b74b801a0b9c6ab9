import { isRefused, type Refusal } from '#kernel/database'
import { readTableHere, TableProblem } from '#kernel/files'
import type { GradeScale } from '../rules/types.ts'
import { fromStored, toStored } from '../stored.ts'
import { harmless, placedRows } from './catalogue-rows.ts'
import { type CountReading, gradeCounter } from './grade-counts.ts'

/** A file of grades on this machine, and how it is read; the scale as `toStored` writes it. */
export interface CountSource {
  path: string
  name: string
  scale: string
  reading: CountReading
}

/** Some years of a large university. */
const limits = { maxRows: 1_000_000, maxColumns: 200 }

/** Counts a whole file row by row, and gives the result as `toStored` writes it; for `asideTask`. */
export async function countFile({
  path,
  name,
  scale,
  reading,
}: CountSource): Promise<{ result: string } | Refusal> {
  const sheet = reading.sheet === null ? {} : { sheet: reading.sheet }
  const table = await readTableHere(path, { name, ...limits, ...sheet })
  if (isRefused(table)) return table
  const counter = gradeCounter(fromStored<GradeScale>(JSON.parse(scale)), reading)
  try {
    for await (const { place, number, cells } of placedRows(table)) {
      if (place > (reading.headerRow ?? -1)) counter.add(cells.map(harmless), number)
    }
  } catch (error) {
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
  return { result: toStored(counter.result()) }
}
