import { emptyManifest, type Manifest } from '#kernel/http'
import { m } from './messages/index.ts'
import { privacyRules } from './policy.ts'
import { readRoutes } from './routes/reads.ts'
import { arrangeMonthsJob } from './jobs.ts'
import './schema.ts'

export { createReadRecorder } from './service/record-reads.ts'
export type { OwnedReadRecorder } from './service/record-reads.ts'

/** Privacy's part of the house: who read whose data. */
export const privacy: Manifest = {
  ...emptyManifest,
  name: 'privacy',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: privacyRules,
  routes: readRoutes,
  navigation: [
    { label: m('navigation'), path: '/privacy', action: 'privacy.read.list', order: 65 },
  ],
  account: [
    { label: m('reads.tab'), path: '/account/reads', action: 'privacy.own-data.open', order: 50 },
  ],
  shows: {
    'privacy.own-data.open': null,
    'privacy.read.list': m('reads.staff-log'),
  },
  jobs: [arrangeMonthsJob],
}
