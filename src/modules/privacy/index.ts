import { emptyManifest, type Manifest } from '#kernel/http'
import { arrangeMonthsJob } from './jobs.ts'
import './schema.ts'

export { createReadRecorder } from './service/record-reads.ts'
export type { OwnedReadRecorder } from './service/record-reads.ts'

/** Privacy's part of the house: who read whose data. */
export const privacy: Manifest = {
  ...emptyManifest,
  name: 'privacy',
  migrations: new URL('./migrations/', import.meta.url),
  jobs: [arrangeMonthsJob],
}
