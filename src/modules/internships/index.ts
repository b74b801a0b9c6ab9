import { emptyManifest, type Manifest } from '#kernel/http'
import { internshipJourney } from './journey.ts'
import { m } from './messages/index.ts'
import { internshipRules } from './policy.ts'
import { applicationRoutes } from './routes/applications.ts'
import { hostRoutes } from './routes/hosts.ts'
import { positionRoutes } from './routes/positions.ts'
import { seedInternships } from './seed.ts'
import { decidedNotice, lapseOffers } from './service/applications.ts'
import {
  eraseInternshipsOf,
  exportInternshipsOf,
  internshipData,
  mergeInternshipsOf,
} from './service/personal-data.ts'
import { internshipShows } from './shows.ts'
import { internshipEntries } from './stories.ts'
import { internshipTasks } from './task-kinds.ts'
import './schema.ts'

/** Internships' part of the house: hosts vetted once, positions, applications that permission gates, and hours against caps. */
export const internships: Manifest = {
  ...emptyManifest,
  name: 'internships',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: internshipRules,
  routes: [...positionRoutes, ...hostRoutes, ...applicationRoutes],
  navigation: [
    {
      label: m('browse.title'),
      path: '/internships',
      action: 'internships.position.browse',
      order: 42,
    },
  ],
  entries: internshipEntries,
  jobs: [lapseOffers],
  notices: [decidedNotice],
  tasks: internshipTasks,
  shows: internshipShows,
  seed: seedInternships,
  journey: internshipJourney,
  personalData: internshipData,
  exportPerson: exportInternshipsOf,
  erasePerson: eraseInternshipsOf,
  mergePersons: mergeInternshipsOf,
}
