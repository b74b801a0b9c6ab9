import { emptyManifest, type Manifest } from '#kernel/http'
import { caseOperations } from './api-cases.ts'
import { officeOperations } from './api-office.ts'
import { planOperations } from './api-plans.ts'
import { caseCommands } from './commands-cases.ts'
import { officeCommands } from './commands-office.ts'
import { catalogueOperations } from './api-catalogue.ts'
import { importCourses } from './commands-catalogue.ts'
import { suggestCourses } from './commands-suggestions.ts'
import {
  caseDecidedNotice,
  hostEnteredNotice,
  askForLateChecks,
  learnForSuggestions,
  recordDecision,
  tellStudent,
  tellWaitingDrafts,
} from './handlers.ts'
import { recognitionJobs } from './jobs.ts'
import { recognitionJourney } from './journey.ts'
import { casesNamed, findCaseByNumber } from './find.ts'
import { recognitionHome } from './home.ts'
import { m } from './messages/index.ts'
import { recognitionRules } from './policy.ts'
import { archiveRoutes } from './routes/archives.ts'
import { endContentQuestions, remindContentQuestions } from './content-handlers.ts'
import { transcriptCheckRoutes } from './routes/transcript-checks.ts'
import { authenticityRoutes } from './routes/authenticity.ts'
import { appealRoutes } from './routes/appeals.ts'
import { revisionRoutes } from './routes/revisions.ts'
import { endEvidence, evidenceRound } from './evidence-handlers.ts'
import { caseRoutes } from './routes/cases.ts'
import { calculationRoutes } from './routes/calculations.ts'
import { catalogueRoutes } from './routes/catalogues.ts'
import { answerAct, answerRoutes } from './routes/content-answers.ts'
import { contentRoutes } from './routes/content.ts'
import { courseRoutes } from './routes/courses.ts'
import { agreedTableRoutes } from './routes/agreed-tables.ts'
import { oneEquivalenceRoutes } from './routes/equivalence.ts'
import { evidenceAct } from './routes/evidence-acts.ts'
import { evidenceRoutes } from './routes/evidence.ts'
import { equivalenceFormRoutes } from './routes/equivalence-form.ts'
import { equivalenceTableRoutes } from './routes/equivalence-tables.ts'
import { equivalenceRoutes } from './routes/equivalences.ts'
import { gradingTableRoutes } from './routes/grading-tables.ts'
import { planRoutes } from './routes/plans.ts'
import { ruleSetRoutes } from './routes/rule-sets.ts'
import { scaleRoutes } from './routes/scales.ts'
import { emrexRoutes } from './routes/emrex.ts'
import { emrexProviderRoutes } from './routes/emrex-providers.ts'
import { signerRoutes } from './routes/signers.ts'
import { settingsRoutes } from './routes/settings.ts'
import { statementRoutes } from './routes/statement.ts'
import { suggestionRoutes } from './routes/suggestions.ts'
import { transcriptRoutes } from './routes/transcripts.ts'
import { seedRecognition } from './seed.ts'
import {
  erasePersonDrafts,
  exportPersonCases,
  mergePersonCases,
  recognitionData,
} from './service/personal-data.ts'
import { commentNotice } from './service/comments.ts'
import { appealNotice } from './service/appeals.ts'
import { overdueNotice } from './service/evidence-rounds.ts'
import { recognitionShows } from './shows.ts'
import { ownCasesPath } from './pages/own-cases.tsx'
import { statementCheck } from './paper-check.ts'
import { storyEntries } from './stories.ts'
import { recognitionTasks } from './task-kinds.ts'
import {
  officeActs,
  officeHandlers,
  officeJobs,
  officeNavigation,
  officeNotices,
  officeRoutes,
  officeShows,
  officeTasks,
} from './office.ts'
import './schema.ts'
import './schema-equivalences.ts'
import './schema-content.ts'
import './schema-appeals.ts'
import './schema-evidence.ts'
import './schema-grading.ts'
import './schema-rule-drafts.ts'
import './schema-stays.ts'
import './schema-signers.ts'
import './schema-emrex.ts'
import './schema-authenticity.ts'
import './schema-checks.ts'

export { startPlacement, startTranscript } from './service/bring-in.ts'
export type { StartPlacement, StartTranscript } from './service/bring-in.ts'
export { readDocument } from './service/read-document.ts'
export type { DocumentReading } from './service/read-document.ts'
export { holderDifferences } from './holder.ts'
export { catalogueCourse, foreseeRecognition } from './service/foresee.ts'
export type { Foresee, Foreseen, ForeseenCourse } from './service/foresee.ts'

/** Recognition's part of the house: from a transcript from abroad to recognised credit. */
export const recognition: Manifest = {
  ...emptyManifest,
  name: 'recognition',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: recognitionRules,
  routes: [
    ...caseRoutes,
    ...authenticityRoutes,
    ...transcriptCheckRoutes,
    ...contentRoutes,
    ...answerRoutes,
    ...evidenceRoutes,
    ...appealRoutes,
    ...revisionRoutes,
    ...transcriptRoutes,
    ...statementRoutes,
    ...planRoutes,
    ...archiveRoutes,
    ...suggestionRoutes,
    ...courseRoutes,
    ...catalogueRoutes,
    ...equivalenceRoutes,
    ...equivalenceFormRoutes,
    ...equivalenceTableRoutes,
    ...oneEquivalenceRoutes,
    ...ruleSetRoutes,
    ...scaleRoutes,
    ...calculationRoutes,
    ...gradingTableRoutes,
    ...agreedTableRoutes,
    ...officeRoutes,
    ...settingsRoutes,
    ...signerRoutes,
    ...emrexRoutes,
    ...emrexProviderRoutes,
    ...caseOperations,
    ...planOperations,
    ...officeOperations,
    ...catalogueOperations,
  ],
  navigation: [
    {
      label: m('page.navigation'),
      path: '/recognition/cases',
      action: 'recognition.case.list',
      order: 30,
    },
    {
      label: m('listing.own'),
      path: ownCasesPath,
      action: 'recognition.own-transcript.begin',
      order: 30,
    },
    {
      label: m('page.new.title'),
      path: '/recognition/transcripts/new',
      action: 'recognition.own-transcript.begin',
      order: 31,
      within: ownCasesPath,
    },
    {
      label: m('plan.navigation'),
      path: '/recognition/plans',
      action: 'recognition.plan.open',
      order: 30,
      within: '/recognition/cases',
    },
    {
      label: m('equivalence.navigation'),
      path: '/recognition/equivalences',
      action: 'recognition.equivalence.open',
      order: 31,
      within: '/recognition/cases',
    },
    {
      label: m('content.comparisons'),
      path: '/recognition/comparisons',
      action: 'recognition.content.list',
      order: 31,
      within: '/recognition/cases',
    },
    {
      label: m('rule-set.navigation'),
      path: '/recognition/rule-sets',
      action: 'recognition.rule-set.open',
      order: 32,
      within: '/recognition/cases',
    },
    {
      label: m('course.navigation'),
      path: '/recognition/courses',
      action: 'recognition.course.list',
      order: 33,
      within: '/recognition/cases',
    },
    {
      label: m('settings.navigation'),
      path: '/recognition/settings',
      action: 'recognition.settings.open',
      order: 34,
      within: '/recognition/cases',
    },
    {
      label: m('signer.navigation'),
      path: '/recognition/signers',
      action: 'recognition.signer.open',
      order: 35,
      within: '/recognition/cases',
    },
    {
      label: m('emrex.providers'),
      path: '/recognition/emrex/providers',
      action: 'recognition.emrex.keep',
      order: 36,
      within: '/recognition/cases',
    },
    ...officeNavigation,
  ],
  entries: storyEntries,
  shows: { ...recognitionShows, ...officeShows },
  handlers: [
    tellStudent,
    recordDecision,
    tellWaitingDrafts,
    learnForSuggestions,
    askForLateChecks,
    ...officeHandlers,
    endContentQuestions,
    endEvidence,
  ],
  notices: [
    caseDecidedNotice,
    hostEnteredNotice,
    commentNotice,
    overdueNotice,
    appealNotice,
    ...officeNotices,
  ],
  tasks: [...recognitionTasks, ...officeTasks],
  acts: [answerAct, evidenceAct, ...officeActs],
  jobs: [...recognitionJobs, remindContentQuestions, evidenceRound, ...officeJobs],
  commands: [importCourses, suggestCourses, ...caseCommands, ...officeCommands],
  paperCheck: statementCheck,
  footer: [
    {
      label: m('check.footer'),
      path: '/statement-checks',
      action: 'recognition.statement.check',
      order: 10,
    },
  ],
  searchKinds: {
    course: m('search-kind.course'),
    'recognition-case': m('search-kind.case'),
  },
  find: findCaseByNumber,
  filing: [{ kind: 'recognition-case', named: casesNamed }],
  home: recognitionHome,
  seed: seedRecognition,
  journey: recognitionJourney,
  personalData: recognitionData,
  exportPerson: exportPersonCases,
  erasePerson: erasePersonDrafts,
  mergePersons: mergePersonCases,
}
