import { emptyManifest, type Manifest } from '#kernel/http'
import { keepPacks } from './jobs.ts'
import { m } from './messages/index.ts'
import { clearanceRules } from './policy.ts'
import { packRoutes } from './routes/packs.ts'
import { seedClearance } from './seed.ts'
import { clearanceShows } from './shows.ts'
import { clearanceEntries } from './stories.ts'
import { clearanceTasks } from './task-kinds.ts'
import './schema.ts'

export { ClearanceNote } from './pages/words.tsx'
export { clearanceFor, clearancesFor } from './queries/packs.ts'
export { hourCaps, mayRank } from './rules/clearance.ts'
export type { Clearance, MayRank, MeantStay, StayQuestion } from './rules/clearance.ts'
export type { HourCap, StayKind } from './rules/pack.ts'

/** Clearance's part of the house: dated, sourced packs of what a stay in another country needs. */
export const clearance: Manifest = {
  ...emptyManifest,
  name: 'clearance',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: clearanceRules,
  routes: packRoutes,
  navigation: [
    { label: m('overview.title'), path: '/clearance', action: 'clearance.pack.open', order: 57 },
  ],
  entries: clearanceEntries,
  jobs: [keepPacks],
  tasks: clearanceTasks,
  shows: clearanceShows,
  seed: seedClearance,
}
