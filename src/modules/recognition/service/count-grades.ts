import { isRefused, type Refusal } from '#kernel/database'
import { asideTask, type BlobStore } from '#kernel/files'
import { proposeCounts } from '../formats/grade-counts-proposal.ts'
import type * as tasks from '../formats/grade-counts-task.ts'
import type { CountReading, CountResult } from '../formats/grade-counts.ts'
import type { GradeScale } from '../rules/types.ts'
import type { CountSample } from '../schema-grading.ts'
import { fromStored, toStored } from '../stored.ts'
import { sampleOf, withLocalFile } from './catalogue-file.ts'

/** The largest file of grades that is taken in. */
export const mostCountBytes = 32 * 1024 * 1024

const countFile = asideTask<typeof tasks, 'countFile'>(
  new URL('../formats/grade-counts-task.ts', import.meta.url),
  'countFile',
)

/** A file's first rows and a proposal how to read it. */
export async function sampleCounts(
  blobs: BlobStore,
  file: { sha256: string; name: string },
  scale: GradeScale,
  sheet: string | null,
): Promise<{ sample: CountSample; reading: CountReading } | Refusal> {
  const options = { name: file.name, ...(sheet === null ? {} : { sheet }) }
  const sampled = await withLocalFile(blobs, file.sha256, (path) => sampleOf(path, options))
  if (isRefused(sampled)) return sampled
  const { rows, sheets } = sampled.sample
  return { sample: { rows, sheets }, reading: proposeCounts(rows, scale, sheet) }
}

/** Counts a whole file in a thread of its own, row by row. */
export async function countGrades(
  blobs: BlobStore,
  file: { sha256: string; name: string },
  scale: GradeScale,
  reading: CountReading,
): Promise<CountResult | Refusal> {
  const counted = await withLocalFile(blobs, file.sha256, (path) =>
    countFile({ path, name: file.name, scale: toStored(scale), reading }),
  )
  return isRefused(counted) ? counted : fromStored<CountResult>(JSON.parse(counted.result))
}
