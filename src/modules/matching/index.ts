import { emptyManifest, type Manifest } from '#kernel/http'
import { match } from './commands.ts'
import { matchingOperations } from './api.ts'
import { m } from './messages/index.ts'
import { matchingRules } from './policy.ts'
import { checkRoutes } from './routes/check.ts'
import { roundRoutes } from './routes/rounds.ts'
import { runRoutes } from './routes/runs.ts'
import { withdrawalRoutes } from './routes/withdrawals.ts'
import { seedMatching } from './seed.ts'
import {
  eraseMatchingOf,
  exportMatchingOf,
  matchingData,
  mergeMatchingOf,
} from './service/personal-data.ts'
import { runJob } from './service/run-job.ts'
import { matchingShows } from './shows.ts'
import { matchingEntries } from './stories.ts'
import './schema.ts'

export { type Certificate, runRound, verifyCertificate } from './certificate.ts'
export { type AssignmentFindings, checkAssignment } from './checks/assignment.ts'
export { type Compared, type Difference, differences, differencesSaid } from './compare.ts'
export { methods, openRun } from './methods/all.ts'
export type { Certified, Method, Opened, Verified } from './methods/method.ts'
export { openPlain } from './methods/lottery.ts'
export { openMentors } from './methods/coupled-mentors.ts'
export type { MentorInputs, OpenedMentors } from './methods/coupled-mentors.ts'
export { repair, repairInputs } from './methods/repair.ts'
export { assign } from './rules/assign.ts'
export type { Assignment, AssignmentProblem } from './rules/assignment.ts'
export { pairCost } from './rules/mentor-costs.ts'
export type { Round, RoundFault } from './rules/round.ts'
export { roundFaults } from './rules/round.ts'
export { matchMentors, matchRound } from './service/aside.ts'
export { findShortage, type ShortageFound, shortageSaid } from './shortage.ts'

/** Matching's part of the house: rounds that place people, each with a proof that anybody can check. */
export const matching: Manifest = {
  ...emptyManifest,
  name: 'matching',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: matchingRules,
  routes: [
    ...roundRoutes,
    ...runRoutes,
    ...withdrawalRoutes,
    ...checkRoutes,
    ...matchingOperations,
  ],
  navigation: [
    { label: m('rounds.title'), path: '/matching', action: 'matching.round.open', order: 55 },
  ],
  entries: matchingEntries,
  jobs: [runJob],
  commands: [match],
  shows: matchingShows,
  seed: seedMatching,
  personalData: matchingData,
  exportPerson: exportMatchingOf,
  erasePerson: eraseMatchingOf,
  mergePersons: mergeMatchingOf,
}
