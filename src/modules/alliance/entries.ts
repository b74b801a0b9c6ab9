import { entryType } from '#kernel/chronicle'
import type { LocalText } from '#kernel/values'
import type { CohortState, MembershipKind, Sector } from './schema.ts'

/** What the module tells the chronicle. No entry holds a name, an address or a student number in `data`. */
export const organisationAdded = entryType<{ country: string; invented: boolean }>(
  'alliance.organisation-added',
)
export const organisationChanged = entryType<{ fields: string[] }>('alliance.organisation-changed')
export const sectorsChanged = entryType<{ begin: Sector[]; end: Sector[]; engagement: string }>(
  'alliance.sectors-changed',
)
export const membershipBegun = entryType<{ kind: MembershipKind; startsOn: string }>(
  'alliance.membership-begun',
)
export const membershipEnded = entryType<{ endsOn: string }>('alliance.membership-ended')
export const unitsAdded = entryType<{ count: number; unitIds: string[] }>('alliance.units-added')
export const unitsClosed = entryType<{ count: number; unitIds: string[]; closedOn: string }>(
  'alliance.units-closed',
)
export const unitsImported = entryType<{
  importId: string
  added: number
  changed: number
  unitIds: string[]
}>('alliance.units-imported')
export const unitsImportUndone = entryType<{ importId: string; unitIds: string[] }>(
  'alliance.units-import-undone',
)
export const unitChanged = entryType<{ code: string | null }>('alliance.unit-changed')
export const unitsReopened = entryType<{ count: number; unitIds: string[] }>(
  'alliance.units-reopened',
)
export const personsToldApart = entryType<{ one: string; other: string }>(
  'alliance.persons-told-apart',
)
export const termSet = entryType<{
  academicYear: string
  termNumber: number
  startsOn: string
  endsOn: string
}>('alliance.term-set')
export const degreeProgrammeAdded = entryType<{ code: string }>('alliance.degree-programme-added')
export const degreeProgrammeChanged = entryType<{ code: string; fields: string[] }>(
  'alliance.degree-programme-changed',
)
export const mailboxAdded = entryType<{ role: string }>('alliance.mailbox-added')
export const mailboxRemoved = entryType<{ role: string }>('alliance.mailbox-removed')
export const personAppointed = entryType<{
  role: string
  startsOn: string
  endsOn: string | null
  degreeProgrammeId: string | null
}>('alliance.person-appointed')
export const appointmentEnded = entryType<{ role: string; endsOn: string }>(
  'alliance.appointment-ended',
)
export const appointmentContinued = entryType<{ role: string; endsOn: string | null }>(
  'alliance.appointment-continued',
)
export const personEnrolled = entryType<{
  degreeProgrammeId: string
  intakeYear: number
  startsOn: string
}>('alliance.person-enrolled')
export const enrolmentEnded = entryType<{ outcome: string; endsOn: string }>(
  'alliance.enrolment-ended',
)
export const programmeAdded = entryType<{ code: string }>('alliance.programme-added')
export const programmeChanged = entryType<{ code: string; fields: string[] }>(
  'alliance.programme-changed',
)
export const programmeYearSet = entryType<{ programmeId: string; year: number }>(
  'alliance.programme-year-set',
)
export const cohortJoined = entryType<{ programmeYearId: string; year: number; imported: boolean }>(
  'alliance.cohort-joined',
)
export const cohortImportUndone = entryType<{ programmeYearId: string; importId: string }>(
  'alliance.cohort-import-undone',
)
export const pastYearsImportUndone = entryType<{
  importId: string
  members: number
  yearIds: string[]
}>('alliance.past-years-import-undone')
export const cohortStepReached = entryType<{
  programmeId: string
  step: string
  source: string
  /** What the programme called the step then: a story names it, whatever becomes of the programme. */
  names?: LocalText
}>('alliance.cohort-step-reached')
export const cohortCreditRecorded = entryType<{
  programmeId: string
  credit: string
  /** What each of two participations had that became one. */
  merged?: { former: string | null; staying: string | null }
}>('alliance.cohort-credit-recorded')
export const cohortStateChanged = entryType<{ programmeId: string; state: CohortState }>(
  'alliance.cohort-state-changed',
)
export const initiativeAdded = entryType<{ kind: string; state: string }>(
  'alliance.initiative-added',
)
export const initiativeChanged = entryType<{ fields: string[] }>('alliance.initiative-changed')
export const initiativeOutputAdded = entryType<{ outputId: string; kind: string }>(
  'alliance.initiative-output-added',
)
export const initiativeOutputChanged = entryType<{ outputId: string; fields: string[] }>(
  'alliance.initiative-output-changed',
)
export const initiativeOutputRemoved = entryType<{ outputId: string }>(
  'alliance.initiative-output-removed',
)
export const initiativeOutputRestored = entryType<{ outputId: string }>(
  'alliance.initiative-output-restored',
)

/** All of them, for the manifest. */
export const allEntries: readonly { type: string }[] = [
  organisationAdded,
  organisationChanged,
  sectorsChanged,
  membershipBegun,
  membershipEnded,
  unitsAdded,
  unitsClosed,
  unitsImported,
  unitsImportUndone,
  unitChanged,
  unitsReopened,
  personsToldApart,
  termSet,
  degreeProgrammeAdded,
  degreeProgrammeChanged,
  mailboxAdded,
  mailboxRemoved,
  personAppointed,
  appointmentEnded,
  appointmentContinued,
  personEnrolled,
  enrolmentEnded,
  programmeAdded,
  programmeChanged,
  programmeYearSet,
  cohortJoined,
  cohortImportUndone,
  pastYearsImportUndone,
  cohortStepReached,
  cohortCreditRecorded,
  cohortStateChanged,
  initiativeAdded,
  initiativeChanged,
  initiativeOutputAdded,
  initiativeOutputChanged,
  initiativeOutputRemoved,
  initiativeOutputRestored,
]
