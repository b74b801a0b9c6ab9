import { allianceHome } from './home.ts'
import { emptyManifest, type Manifest } from '#kernel/http'
import { apiRoutes } from './api.ts'
import { enrolmentJourney } from './journey.ts'
import { allianceData, erasePerson, exportPerson } from './service/personal-data.ts'
import { m } from './messages/index.ts'
import { rules } from './policy.ts'
import { routes } from './routes.ts'
import { seed } from './seed.ts'
import { mergePersons } from './service/merge.ts'
import { allianceShows } from './shows.ts'
import { searchHandlers } from './service/search.ts'
import { entryLabels } from './stories.ts'

export { grantsOf } from './queries/grants.ts'
export { seedAs } from './seed-as.ts'
export { foldHeading, leftOutOf, mostRows, newPreview, readImport } from './import-table.ts'
export type { ImportSource, ImportTable, RowProblem } from './import-table.ts'
export { importPages } from './routes/importing.ts'
export type { ImportKind, ImportPreview } from './pages/import.tsx'
export {
  affiliationsOf,
  describeInvitation,
  enrolledAt,
  programmePaths,
} from './queries/affiliations.ts'
export {
  degreeProgrammesOf,
  listOrganisations,
  organisationNames,
  organisationOptions,
  organisationPage,
  termsOf,
  unitsOf,
} from './queries/organisations.ts'
export type { OrganisationRow } from './queries/organisations.ts'
export { enrolmentsOf } from './queries/holders.ts'
export { participationsOf } from './queries/participations.ts'
export type { Participation } from './queries/participations.ts'
export type { EnrolmentRecord } from './queries/holders.ts'
export { organisationsAround } from './queries/duplicates.ts'
export { heldRoles, holdersOfRole } from './queries/role-holders.ts'
export { personAt } from './queries/people.ts'
export { studentsNamed } from './queries/students-named.ts'
export type { NamedStudent } from './queries/students-named.ts'
export { roleLabel } from './role-labels.ts'
export { sectorLabel, sectorWords } from './sector-labels.ts'
export { matchTerms } from './rules/terms.ts'
export { cast } from './seed/cast.ts'
export { appointmentRoles, sectors } from './schema.ts'
export type { AppointmentRole, ProgrammeStep, Sector } from './schema.ts'
export { appoint, appointByInvitation } from './service/appointments.ts'
export { joinCohort, recordCredit, recordSteps } from './service/cohorts.ts'
export type { ReachedStep } from './service/cohorts.ts'
export { registerFromRow, nameOf } from './service/imported-people.ts'

/** The alliance's part of the house: institutions, the people who act for them, programmes and initiatives. */
export const alliance: Manifest = {
  ...emptyManifest,
  name: 'alliance',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules,
  routes: [...routes, ...apiRoutes],
  navigation: [
    {
      label: m('navigation.members'),
      path: '/members',
      action: 'alliance.organisation.read',
      order: 10,
    },
    {
      label: m('navigation.programmes'),
      path: '/programmes',
      action: 'alliance.programme.read',
      order: 11,
    },
    {
      label: m('navigation.initiatives'),
      path: '/initiatives',
      action: 'alliance.initiative.read',
      order: 12,
    },
    {
      label: m('navigation.office'),
      path: '/my-organisation',
      action: 'alliance.own-organisation.open',
      order: 60,
    },
    {
      label: m('navigation.organisations'),
      path: '/organisations',
      action: 'alliance.organisation.create',
      order: 70,
    },
  ],
  entries: entryLabels,
  handlers: searchHandlers,
  searchKinds: {
    person: m('search-kind.person'),
    organisation: m('search-kind.organisation'),
    'alliance-programme': m('search-kind.programme'),
    initiative: m('search-kind.initiative'),
  },
  home: allianceHome,
  filing: [{ kind: 'person' }, { kind: 'organisation' }],
  shows: allianceShows,
  seed,
  journey: enrolmentJourney,
  personalData: allianceData,
  exportPerson,
  erasePerson,
  mergePersons,
}
