import { emptyManifest, type Manifest } from '#kernel/http'
import { m } from './messages/index.ts'
import { rules } from './policy.ts'

export { grantsOf } from './grants.ts'
export { affiliationsOf, enrolledAt, programmePaths } from './queries/affiliations.ts'
export { listOrganisations, organisationNames } from './queries/organisations.ts'
export { roleLabel } from './role-labels.ts'
export { appointByInvitation } from './service/appointments.ts'
export { cast } from './seed/cast.ts'
export { appointmentRoles, sectors } from './schema.ts'
export type { AppointmentRole, ProgrammeStep, Sector } from './schema.ts'

/** The alliance's part of the house: institutions, the people who act for them, programmes and initiatives. */
export const alliance: Manifest = {
  ...emptyManifest,
  name: 'alliance',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules,
}
