import { emptyManifest, type Manifest } from '#kernel/http'
import { callOperations } from './api.ts'
import { applicationOperations } from './api-applications.ts'
import { m } from './messages/index.ts'
import { callRules } from './policy.ts'
import { applicationRoutes } from './routes/applications.ts'
import { browseRoutes } from './routes/browse.ts'
import { officeRoutes } from './routes/office.ts'
import { questionRoutes } from './routes/questions.ts'
import { importRoutes } from './routes/import.ts'
import { judgingRoutes } from './routes/judging.ts'
import { reviewRoutes } from './routes/reviews.ts'
import { minutesRoutes } from './routes/minutes.ts'
import { selectionRoutes } from './routes/selection.ts'
import { sittingRoutes } from './routes/sittings.ts'
import { referenceAct } from './routes/reference-act.ts'
import { seedCalls } from './seed.ts'
import { mergePersonCalls } from './service/merging.ts'
import { appealNotice } from './service/appeals.ts'
import { receivedNotice } from './service/applications.ts'
import { lapsedNotice, lapseOffers, movedUpNotice } from './service/moving-up.ts'
import { callsData, erasePersonCalls, exportPersonCalls } from './service/personal-data.ts'
import { resultNotice, tellResults } from './service/telling.ts'
import { referenceNotice, remindReferees } from './service/references.ts'
import { callShows } from './shows.ts'
import { callEntries } from './stories.ts'
import { callTasks } from './task-kinds.ts'
import './schema.ts'
import './schema-appeals.ts'
import './schema-committee.ts'
import './schema-references.ts'
import './schema-reviews.ts'

export { offerMade, replyGiven, applicationWithdrawn, type SeatFacts } from './entries.ts'
export { type CallHead, callsAbout, headsOf } from './queries/calls.ts'
export { type CallOutcome, outcomeOf, outcomesOf } from './queries/outcomes.ts'
export type {
  CallDefinition,
  Criterion,
  Destination,
  EligibilityRule,
  Question,
  Reference,
  ReviewPlan,
} from './rules/questions.ts'
export { type CallStage, stageOf } from './rules/timeline.ts'
export type { CallTexts } from './service/calls.ts'
export { openCall, type CallToOpen } from './service/opening.ts'

/** Calls' part of the house: from an open call to decisions that everybody is told at once. What a call is for it does not know. */
export const calls: Manifest = {
  ...emptyManifest,
  name: 'calls',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: callRules,
  routes: [
    ...officeRoutes,
    ...questionRoutes,
    ...judgingRoutes,
    ...importRoutes,
    ...selectionRoutes,
    ...sittingRoutes,
    ...minutesRoutes,
    ...reviewRoutes,
    ...applicationRoutes,
    ...browseRoutes,
    ...callOperations,
    ...applicationOperations,
  ],
  navigation: [
    { label: m('browse.title'), path: '/calls', action: 'calls.call.browse', order: 40 },
  ],
  entries: callEntries,
  shows: callShows,
  notices: [
    receivedNotice,
    appealNotice,
    referenceNotice,
    resultNotice,
    movedUpNotice,
    lapsedNotice,
  ],
  acts: [referenceAct],
  tasks: callTasks,
  jobs: [tellResults, lapseOffers, remindReferees],
  seed: seedCalls,
  personalData: callsData,
  exportPerson: exportPersonCalls,
  erasePerson: erasePersonCalls,
  mergePersons: mergePersonCalls,
}
