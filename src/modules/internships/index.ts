import { emptyManifest, type Manifest } from '#kernel/http'
import { internshipJourney } from './journey.ts'
import { positionOperations } from './api.ts'
import { m } from './messages/index.ts'
import { internshipRules } from './policy.ts'
import { applicationRoutes } from './routes/applications.ts'
import { afterRoutes } from './routes/after.ts'
import { boardRoutes } from './routes/board.ts'
import { evaluateByLink, evaluationRoutes } from './routes/evaluations.ts'
import { hostRoutes } from './routes/hosts.ts'
import { agreementRoutes } from './routes/agreement.ts'
import { incidentRoutes, reportIncidentByLink } from './routes/incidents.ts'
import { interviewRoutes } from './routes/interviews.ts'
import { answerWeekByLink, journalRoutes } from './routes/journal.ts'
import { pastRoutes } from './routes/past.ts'
import { positionRoutes } from './routes/positions.ts'
import { proposalRoutes } from './routes/proposals.ts'
import { visitByLink, visitRoutes } from './routes/visits.ts'
import { rankByLink, rankRoutes } from './routes/ranks.ts'
import { roundRoutes } from './routes/rounds.ts'
import { wishRoutes } from './routes/wishes.ts'
import { placementsThere } from './queries/there.ts'
import { seedInternships } from './seed.ts'
import { decidedNotice, lapseOffers } from './service/applications.ts'
import { internshipHandlers } from './service/following.ts'
import { eraseInternshipsOf } from './service/erasure.ts'
import { askForEvaluations } from './service/evaluation-job.ts'
import { evaluateNotice } from './service/evaluations.ts'
import { incidentNotice } from './service/incidents.ts'
import { interruptedNotice } from './service/interruptions.ts'
import { interviewNotice } from './service/interviews.ts'
import { weekNotice } from './service/journal-answers.ts'
import { keepJournals } from './service/journal-job.ts'
import { exportInternshipsOf, internshipData, mergeInternshipsOf } from './service/personal-data.ts'
import { proposalNotice } from './service/proposals.ts'
import { remindOfVisits } from './service/visit-job.ts'
import { visitNotice } from './service/visits.ts'
import { askForRanks } from './service/round-job.ts'
import { roundNotice } from './service/rounds.ts'
import { internshipShows } from './shows.ts'
import { internshipEntries } from './stories.ts'
import { internshipTasks } from './task-kinds.ts'
import './schema.ts'
import './schema-agreements.ts'
import './schema-evaluations.ts'
import './schema-incidents.ts'
import './schema-interviews.ts'
import './schema-journal.ts'
import './schema-past.ts'
import './schema-proposals.ts'
import './schema-visits.ts'
import './schema-rounds.ts'

/** Internships' part of the house: hosts vetted once, positions, applications that permission gates, and hours against caps. */
export const internships: Manifest = {
  ...emptyManifest,
  name: 'internships',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: internshipRules,
  routes: [
    ...interviewRoutes,
    ...positionRoutes,
    ...positionOperations,
    ...hostRoutes,
    ...applicationRoutes,
    ...agreementRoutes,
    ...evaluationRoutes,
    ...journalRoutes,
    ...visitRoutes,
    ...incidentRoutes,
    ...boardRoutes,
    ...proposalRoutes,
    ...afterRoutes,
    ...roundRoutes,
    ...wishRoutes,
    ...rankRoutes,
    ...pastRoutes,
  ],
  navigation: [
    {
      label: m('browse.title'),
      path: '/internships',
      action: 'internships.position.browse',
      order: 42,
    },
  ],
  entries: internshipEntries,
  handlers: internshipHandlers,
  jobs: [lapseOffers, askForEvaluations, keepJournals, remindOfVisits, askForRanks],
  notices: [
    decidedNotice,
    interviewNotice,
    interruptedNotice,
    evaluateNotice,
    weekNotice,
    visitNotice,
    incidentNotice,
    proposalNotice,
    roundNotice,
  ],
  acts: [evaluateByLink, answerWeekByLink, visitByLink, rankByLink, reportIncidentByLink],
  tasks: internshipTasks,
  shows: internshipShows,
  seed: seedInternships,
  journey: internshipJourney,
  whereabouts: placementsThere,
  personalData: internshipData,
  exportPerson: exportInternshipsOf,
  erasePerson: eraseInternshipsOf,
  mergePersons: mergeInternshipsOf,
}
