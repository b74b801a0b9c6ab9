import { emptyManifest, type Manifest } from '#kernel/http'
import { eraseAgain } from './commands.ts'
import { arrangeMonthsJob, eraseJob, makeCopyJob, remindOfClausesJob } from './jobs.ts'
import { m } from './messages/index.ts'
import { privacyRules } from './policy.ts'
import { breachRoutes } from './routes/breaches.ts'
import { clauseRoutes } from './routes/clauses.ts'
import { consentRoutes } from './routes/consents.ts'
import { dataRoutes } from './routes/data.ts'
import { guardianAct } from './routes/guardian-act.ts'
import { officeRoutes } from './routes/office.ts'
import { transferRoutes } from './routes/transfers.ts'
import { readRoutes } from './routes/reads.ts'
import { forgetFarewellJob } from './service/farewell.ts'
import { copyReadyNotice, expireCopyJob } from './service/make-copy.ts'
import { askManyJob } from './service/ask-many.ts'
import {
  erasePersonPrivacy,
  exportPersonPrivacy,
  mergePersonPrivacy,
  privacyData,
} from './service/personal-data.ts'
import { requestAnsweredNotice } from './service/requests.ts'
import { consentAskedNotice } from './service/consents.ts'
import { seedPrivacy } from './seed.ts'
import { breachTasks, clauseTasks } from './task-kinds.ts'
import { privacyShows } from './shows.ts'
import { privacyEntries } from './stories.ts'
import './breach-schema.ts'
import './schema.ts'

export { createReadRecorder } from './service/record-reads.ts'
export type { FieldGroup, Purpose, TransferMethod } from './consent-schema.ts'
export { fieldGroups, purposes } from './consent-schema.ts'
export { consentFor, endConsentRequest, requestConsent } from './service/consents.ts'
export type { ConsentStanding, RequestConsent } from './service/consents.ts'
export { basisFor, recordOutbound, recordTransfer } from './service/transfers.ts'
export type { Transfer, TransferCheck } from './service/transfers.ts'
export type { OwnedReadRecorder } from './service/record-reads.ts'

/** Privacy's part of the house: who read whose data, and what a person can have done with theirs. */
export const privacy: Manifest = {
  ...emptyManifest,
  name: 'privacy',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: privacyRules,
  routes: [
    ...dataRoutes,
    ...consentRoutes,
    ...transferRoutes,
    ...clauseRoutes,
    ...breachRoutes,
    ...readRoutes,
    ...officeRoutes,
  ],
  navigation: [
    { label: m('navigation'), path: '/privacy', action: 'privacy.request.answer', order: 65 },
    {
      label: m('transfer.title'),
      path: '/privacy/transfers',
      action: 'privacy.transfer.list',
      order: 66,
      within: '/privacy',
    },
    {
      label: m('clause.title'),
      path: '/privacy/clauses',
      action: 'privacy.clause.keep',
      order: 67,
      within: '/privacy',
    },
    {
      label: m('breach.title'),
      path: '/privacy/breaches',
      action: 'privacy.breach.keep',
      order: 68,
      within: '/privacy',
    },
  ],
  tasks: [breachTasks, clauseTasks],
  account: [
    { label: m('data.title'), path: '/account/data', action: 'privacy.own-data.open', order: 40 },
    {
      label: m('consent.title'),
      path: '/account/consents',
      action: 'privacy.own-data.open',
      order: 45,
    },
    { label: m('reads.tab'), path: '/account/reads', action: 'privacy.own-data.open', order: 50 },
  ],
  entries: privacyEntries,
  shows: privacyShows,
  notices: [consentAskedNotice, copyReadyNotice, requestAnsweredNotice],
  acts: [guardianAct],
  jobs: [
    arrangeMonthsJob,
    remindOfClausesJob,
    eraseJob,
    forgetFarewellJob,
    makeCopyJob,
    expireCopyJob,
    askManyJob,
  ],
  commands: [eraseAgain],
  seed: seedPrivacy,
  personalData: privacyData,
  exportPerson: exportPersonPrivacy,
  erasePerson: erasePersonPrivacy,
  mergePersons: mergePersonPrivacy,
}
