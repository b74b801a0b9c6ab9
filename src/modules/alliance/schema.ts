import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { DateOnly, LocalText } from '#kernel/values'

/** The six sectors of the alliance. */
export const sectors = [
  'government',
  'industry',
  'academia',
  'research',
  'application',
  'finance',
] as const
/** One of the six sectors. */
export type Sector = (typeof sectors)[number]

/** The roles that an appointment can give. */
export const appointmentRoles = [
  'administrator',
  'coordinator',
  'evaluator',
  'registrar',
  'academic-mentor',
  'industry-mentor',
  'officer',
  'funder',
  'curator',
  'secretariat',
] as const
/** One of the roles of an appointment. */
export type AppointmentRole = (typeof appointmentRoles)[number]

/** How an organisation belongs to the alliance. */
export const membershipKinds = ['founder', 'member', 'partner', 'observer'] as const
export type MembershipKind = (typeof membershipKinds)[number]

/** What a unit of an organisation can be. */
export const unitKinds = [
  'faculty',
  'school',
  'department',
  'institute',
  'office',
  'laboratory',
  'other',
] as const
export type UnitKind = (typeof unitKinds)[number]

/** The levels of a degree programme, as in the Bologna framework's cycles. */
export const degreeLevels = ['short-cycle', 'bachelor', 'master', 'doctorate'] as const
export type DegreeLevel = (typeof degreeLevels)[number]

/** How an enrolment ended, where it has. */
export const enrolmentOutcomes = ['completed', 'left', 'suspended'] as const
export type EnrolmentOutcome = (typeof enrolmentOutcomes)[number]

/** Where a participant of an alliance programme stands. */
export const cohortStates = ['active', 'completed', 'left'] as const
export type CohortState = (typeof cohortStates)[number]

/** Where an initiative stands. */
export const initiativeStates = ['planned', 'running', 'ended', 'cancelled'] as const
export type InitiativeState = (typeof initiativeStates)[number]

export interface OrganisationsTable {
  id: string
  origin: string
  names: Json<LocalText>
  acronym: string | null
  ror: string | null
  identifiers: ColumnType<Record<string, string>, string | undefined, string>
  summary: Json<LocalText>
  country: string
  city: Json<LocalText>
  latitude: string | null
  longitude: string | null
  time_zone: string
  currency: string
  website: string | null
  established_year: number | null
  invented: boolean
  created_at: Date
}

export interface SectorRolesTable {
  id: string
  organisation_id: string
  sector: Sector
  engagement: ColumnType<string, string | undefined, string>
  starts_on: DateOnly
  ends_on: DateOnly | null
}

export interface MembershipsTable {
  id: string
  organisation_id: string
  kind: MembershipKind
  starts_on: DateOnly
  ends_on: DateOnly | null
}

export interface UnitsTable {
  id: string
  origin: string
  organisation_id: string
  parent_id: string | null
  names: Json<LocalText>
  code: string | null
  kind: UnitKind
  closed_on: DateOnly | null
}

/** A unit as a list of units finds or leaves it. */
export interface UnitState {
  names: LocalText
  code: string | null
  kind: UnitKind
  parentId: string | null
  closedOn: DateOnly | null
}

/** What a list did to one unit; a unit without a state before was added. */
export interface UnitChange {
  id: string
  before: UnitState | null
  after: UnitState
}

export interface UnitImportsTable {
  id: string
  origin: string
  organisation_id: string
  imported_at: Date
  units: Json<UnitChange[]>
  undone_at: Date | null
}

/** A year that a list of past years added, as the list left it. */
export interface AddedYear {
  id: string
  year: number
  startsOn: DateOnly
  endsOn: DateOnly
  places: number | null
}

/** A participation that a list of past years added, as the list left it. */
export interface AddedMember {
  id: string
  state: string
  credit: string | null
  steps: string[]
}

export interface PastYearImportsTable {
  id: string
  origin: string
  programme_id: string
  imported_at: Date
  years: Json<AddedYear[]>
  members: Json<AddedMember[]>
  undone_at: Date | null
}

export interface AcademicTermsTable {
  id: string
  organisation_id: string
  academic_year: string
  term_number: number
  terms_in_year: number
  names: Json<LocalText>
  starts_on: DateOnly
  ends_on: DateOnly
  teaching_weeks: number | null
}

export interface DegreeProgrammesTable {
  id: string
  origin: string
  organisation_id: string
  unit_id: string | null
  code: string
  names: Json<LocalText>
  level: DegreeLevel
  isced_f: string | null
  /** A canonical fraction in the credit scheme named beside it. */
  total_credit: string
  credit_scheme: string
  closed_on: DateOnly | null
}

export interface AppointmentsTable {
  id: string
  person_id: string
  organisation_id: string | null
  unit_id: string | null
  role: AppointmentRole
  degree_programme_id: string | null
  object_id: string | null
  title: Json<LocalText>
  starts_on: DateOnly
  ends_on: DateOnly | null
  appointed_by: string | null
  created_at: Date
}

export interface OfficeMailboxesTable {
  id: string
  organisation_id: string
  unit_id: string | null
  names: Json<LocalText>
  address: string
  role: string
}

export interface EnrolmentsTable {
  id: string
  origin: string
  person_id: string
  organisation_id: string
  degree_programme_id: string
  student_number: string
  intake_year: number
  intake_term: ColumnType<number, number | undefined, number>
  starts_on: DateOnly
  ends_on: DateOnly | null
  outcome: EnrolmentOutcome | null
}

/**
 * What counts as completion: so many of the required steps (all of them unless said), and, where given,
 * so much recognised credit, a canonical fraction in the credit scheme named beside it.
 */
export interface Completion {
  requiredSteps?: number
  credit?: string
  creditScheme?: string
}

/** One kind of step of an alliance programme, in order. */
export interface ProgrammeStep {
  kind: string
  names: LocalText
  required: boolean
}

export interface AllianceProgrammesTable {
  id: string
  origin: string
  code: string
  names: Json<LocalText>
  summary: Json<LocalText>
  lead_organisation_id: string
  starts_on: DateOnly
  ends_on: DateOnly | null
  steps: Json<ProgrammeStep[]>
  completion: Json<Completion>
  created_at: Date
}

export interface ProgrammeYearsTable {
  id: string
  programme_id: string
  year: number
  starts_on: DateOnly
  ends_on: DateOnly
  places: number | null
}

export interface ProgrammePartnersTable {
  programme_id: string
  organisation_id: string
  role: ColumnType<string, string | undefined, string>
}

export interface CohortMembersTable {
  id: string
  programme_id: string
  programme_year_id: string
  person_id: string
  organisation_id: string
  enrolment_id: string | null
  state: ColumnType<CohortState, CohortState | undefined, CohortState>
  recognised_credit: string | null
  joined_on: DateOnly
}

export interface CohortStepsTable {
  id: string
  cohort_member_id: string
  kind: string
  reached_on: DateOnly | null
  source: 'import' | 'office' | 'record'
  evidence_kind: string | null
  evidence_id: string | null
  note: string | null
  recorded_at: Date
}

export interface InitiativesTable {
  id: string
  origin: string
  kind: string
  names: Json<LocalText>
  summary: Json<LocalText>
  lead_organisation_id: string
  starts_on: DateOnly
  ends_on: DateOnly | null
  budget_minor: bigint | null
  currency: string | null
  state: ColumnType<InitiativeState, InitiativeState | undefined, InitiativeState>
  created_at: Date
}

export interface InitiativePartnersTable {
  initiative_id: string
  organisation_id: string
}

export interface InitiativeOutputsTable {
  id: string
  initiative_id: string
  kind: string
  names: Json<LocalText>
  url: string | null
  produced_on: DateOnly | null
  /** When it was taken out of the initiative's page; null while it stands there. */
  removed_at: Date | null
}

/** A pair that looks like one person and is two; the smaller id comes first. */
export interface PersonsToldApartTable {
  one_person_id: string
  other_person_id: string
  decided_by: string | null
  decided_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    organisations: OrganisationsTable
    sector_roles: SectorRolesTable
    memberships: MembershipsTable
    units: UnitsTable
    unit_imports: UnitImportsTable
    past_year_imports: PastYearImportsTable
    academic_terms: AcademicTermsTable
    degree_programmes: DegreeProgrammesTable
    appointments: AppointmentsTable
    office_mailboxes: OfficeMailboxesTable
    enrolments: EnrolmentsTable
    alliance_programmes: AllianceProgrammesTable
    programme_years: ProgrammeYearsTable
    programme_partners: ProgrammePartnersTable
    cohort_members: CohortMembersTable
    cohort_steps: CohortStepsTable
    initiatives: InitiativesTable
    initiative_partners: InitiativePartnersTable
    initiative_outputs: InitiativeOutputsTable
    persons_told_apart: PersonsToldApartTable
  }
}
