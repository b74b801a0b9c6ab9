import { emptyManifest, type Manifest } from '#kernel/http'
import { findStaysByNumber, stayKind, staysForMail } from './find.ts'
import { mobilityHandlers } from './handlers.ts'
import { mobilityHome } from './home.ts'
import { mobilityJobs } from './jobs.ts'
import { mobilityJourney } from './journey.ts'
import { stayOperations } from './api.ts'
import { m } from './messages/index.ts'
import { mobilityNotices } from './notices.ts'
import { mobilityRules } from './policy.ts'
import { byMailRoutes } from './routes/by-mail.ts'
import { agreementRoutes } from './routes/agreement.ts'
import { answerByLink } from './routes/link.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { cohortRoutes } from './routes/cohort.ts'
import { duringRoutes } from './routes/during.ts'
import { ewpRoutes } from './routes/ewp.ts'
import { hostByLink } from './routes/host-link.ts'
import { hostOfMany } from './routes/host-many.ts'
import { nominationRoutes } from './routes/nominations.ts'
import { pastRoutes } from './routes/past.ts'
import { preparationRoutes } from './routes/preparation.ts'
import { selectionRoutes } from './routes/selections.ts'
import { stayRoutes } from './routes/stay.ts'
import { statisticsRoutes } from './routes/statistics.ts'
import { stayListRoutes } from './routes/stays.ts'
import { answerVisitByLink } from './routes/visit-link.ts'
import { visitRoutes } from './routes/visits.ts'
import { staysThere } from './queries/there.ts'
import { seedMobility } from './seed.ts'
import {
  eraseMobilityOf,
  exportMobilityOf,
  mergeMobilityOf,
  mobilityData,
} from './service/personal-data.ts'
import { mobilityShows } from './shows.ts'
import { mobilityEntries } from './stories.ts'
import { mobilityTasks } from './task-kinds.ts'
import './schema.ts'
import './schema-agreements.ts'
import './schema-during.ts'
import './schema-preparations.ts'
import './schema-selections.ts'
import './schema-visits.ts'

/** Mobility's part of the house: students who are exchanged, from the nomination to the credit at home. */
export const mobility: Manifest = {
  ...emptyManifest,
  name: 'mobility',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: mobilityRules,
  routes: [
    ...stayListRoutes,
    ...nominationRoutes,
    ...selectionRoutes,
    ...preparationRoutes,
    ...calendarRoutes,
    ...cohortRoutes,
    ...pastRoutes,
    ...visitRoutes,
    ...statisticsRoutes,
    ...agreementRoutes,
    ...duringRoutes,
    ...stayOperations,
    ...byMailRoutes,
    ...ewpRoutes,
    ...stayRoutes,
  ],
  navigation: [
    {
      label: m('mine.title'),
      path: '/mobility/mine',
      action: 'mobility.own-stay.open',
      order: 6,
    },
    {
      label: m('stays.title'),
      path: '/mobility',
      action: 'mobility.stay.open',
      order: 32,
    },
    {
      label: m('seats.title'),
      path: '/mobility/seats',
      action: 'mobility.stay.open',
      order: 33,
      within: '/mobility',
    },
    {
      label: m('selection.title'),
      path: '/mobility/selections',
      action: 'mobility.nomination.open',
      order: 33,
      within: '/mobility',
    },
    {
      label: m('prepare.list'),
      path: '/mobility/preparations',
      action: 'mobility.nomination.open',
      order: 33,
      within: '/mobility',
    },
    {
      label: m('visits.title'),
      path: '/mobility/visits',
      action: 'mobility.visit.open',
      order: 35,
      within: '/mobility',
    },
    {
      label: m('statistics.title'),
      path: '/mobility/figures',
      action: 'mobility.stay.open',
      order: 36,
      within: '/mobility',
    },
  ],
  jobs: mobilityJobs,
  entries: mobilityEntries,
  handlers: mobilityHandlers,
  tasks: mobilityTasks,
  notices: mobilityNotices,
  acts: [answerByLink, hostByLink, ...hostOfMany, answerVisitByLink],
  shows: mobilityShows,
  searchKinds: { [stayKind]: m('found.kind') },
  find: findStaysByNumber,
  filing: [{ kind: stayKind, named: staysForMail }],
  home: mobilityHome,
  seed: seedMobility,
  journey: mobilityJourney,
  whereabouts: staysThere,
  personalData: mobilityData,
  exportPerson: exportMobilityOf,
  erasePerson: eraseMobilityOf,
  mergePersons: mergeMobilityOf,
}
