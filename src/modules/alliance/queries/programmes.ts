import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { nameOrder } from '#kernel/identity'
import {
  compareText,
  Fraction,
  localised,
  type DateOnly,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import { standing, type Standing } from '../rules/completion.ts'
import type { CohortState, Completion, ProgrammeStep } from '../schema.ts'
import { organisationNames } from './organisations.ts'

/** An alliance programme as the list shows it. */
export interface ProgrammeRow {
  id: string
  code: string
  names: LocalText
  summary: LocalText
  startsOn: DateOnly
  endsOn: DateOnly | null
  lead: { id: string; names: LocalText }
  partners: number
  years: number
}

/** A dated year of a programme, with how many take part and how many have completed. */
export interface ProgrammeYearRow {
  id: string
  year: number
  startsOn: DateOnly
  endsOn: DateOnly
  places: number | null
  participants: number
  completed: number
}

/** All alliance programmes, in the reader's order; one query. */
export async function listProgrammes(work: Work): Promise<ProgrammeRow[]> {
  const rows = await work.read
    .selectFrom('alliance_programmes as p')
    .innerJoin('organisations as o', 'o.id', 'p.lead_organisation_id')
    .select([
      'p.id',
      'p.code',
      'p.names',
      'p.summary',
      'p.starts_on',
      'p.ends_on',
      'o.id as lead_id',
      'o.names as lead_names',
      sql<number>`(select count(*)::int from programme_partners x where x.programme_id = p.id)`.as(
        'partners',
      ),
      sql<number>`(select count(*)::int from programme_years y where y.programme_id = p.id)`.as(
        'years',
      ),
    ])
    .execute()
  return rows
    .map((row) => ({
      id: row.id,
      code: row.code,
      names: row.names,
      summary: row.summary,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      lead: { id: row.lead_id, names: row.lead_names },
      partners: row.partners,
      years: row.years,
    }))
    .toSorted((a, b) => compareText(work.language, inLanguage(work, a), inLanguage(work, b)))
}

/** A programme with its partners and its years; what happened in a year is counted, never named. */
export async function programmePage(work: Work, id: string) {
  const row = await work.read
    .selectFrom('alliance_programmes')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const [partners, years] = await Promise.all([
    work.read
      .selectFrom('programme_partners')
      .select('organisation_id')
      .where('programme_id', '=', id)
      .execute(),
    yearsOf(work, id),
  ])
  const partnerIds = partners.map((partner) => partner.organisation_id)
  const names = await organisationNames(work, [row.lead_organisation_id, ...partnerIds])
  const named = (organisationId: string) => ({
    id: organisationId,
    names: names.get(organisationId) ?? {},
  })
  return {
    id: row.id,
    code: row.code,
    names: row.names,
    summary: row.summary,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    steps: row.steps,
    completion: row.completion,
    lead: named(row.lead_organisation_id),
    partners: partnerIds.map(named),
    years,
  }
}

/** The page of a programme, as its view takes it. */
export type ProgrammePage = NonNullable<Awaited<ReturnType<typeof programmePage>>>

/** A participant of a year, with what they have reached and what is missing. */
export interface CohortMemberRow {
  id: string
  personId: string
  name: PersonName
  organisation: { id: string; names: LocalText }
  studentNumber: string | null
  state: CohortState
  joinedOn: DateOnly
  credit: Fraction | null
  standing: Standing
}

/** The year of a programme with the participants whom the actor may see; three queries. */
export async function cohortPage(work: Work, yearId: string) {
  const year = await work.read
    .selectFrom('programme_years as y')
    .innerJoin('alliance_programmes as p', 'p.id', 'y.programme_id')
    .select([
      'y.id',
      'y.year',
      'y.starts_on',
      'y.ends_on',
      'y.places',
      'p.id as programme_id',
      'p.code',
      'p.names',
      'p.steps',
      'p.completion',
    ])
    .where('y.id', '=', yearId)
    .executeTakeFirst()
  if (!year) return null
  return { ...year, members: await membersOf(work, yearId, year) }
}

/** The page of a programme's year, as its view takes it. */
export type CohortPage = NonNullable<Awaited<ReturnType<typeof cohortPage>>>

async function membersOf(
  work: Work,
  yearId: string,
  programme: { steps: ProgrammeStep[]; completion: Completion },
): Promise<CohortMemberRow[]> {
  const rows = await work.read
    .selectFrom('cohort_members')
    .innerJoin('persons as p', 'p.id', 'cohort_members.person_id')
    .innerJoin('organisations as o', 'o.id', 'cohort_members.organisation_id')
    .leftJoin('enrolments as e', 'e.id', 'cohort_members.enrolment_id')
    .select([
      'cohort_members.id',
      'cohort_members.person_id',
      'cohort_members.organisation_id',
      'cohort_members.state',
      'cohort_members.joined_on',
      'cohort_members.recognised_credit',
      'p.name',
      'o.names as organisation_names',
      'e.student_number',
      sql<
        string[]
      >`array(select s.kind from cohort_steps s where s.cohort_member_id = cohort_members.id)`.as(
        'reached',
      ),
    ])
    .where('cohort_members.programme_year_id', '=', yearId)
    .where(work.scope('alliance.cohort.read', 'cohort_members'))
    .orderBy(nameOrder(work.language))
    .orderBy('cohort_members.id')
    .execute()
  return rows.map((row) => {
    const credit = row.recognised_credit === null ? null : Fraction.parse(row.recognised_credit)
    return {
      id: row.id,
      personId: row.person_id,
      name: row.name,
      organisation: { id: row.organisation_id, names: row.organisation_names },
      studentNumber: row.student_number,
      state: row.state,
      joinedOn: row.joined_on,
      credit,
      standing: standing(programme, { reached: new Set(row.reached), credit }),
    }
  })
}

async function yearsOf(work: Work, programmeId: string): Promise<ProgrammeYearRow[]> {
  const rows = await work.read
    .selectFrom('programme_years as y')
    .select([
      'y.id',
      'y.year',
      'y.starts_on',
      'y.ends_on',
      'y.places',
      sql<number>`(select count(*)::int from cohort_members c where c.programme_year_id = y.id and c.state <> 'left')`.as(
        'participants',
      ),
      sql<number>`(select count(*)::int from cohort_members c where c.programme_year_id = y.id and c.state = 'completed')`.as(
        'completed',
      ),
    ])
    .where('y.programme_id', '=', programmeId)
    .orderBy('y.year', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    places: row.places,
    participants: row.participants,
    completed: row.completed,
  }))
}

function inLanguage(work: Work, row: { names: LocalText }): string {
  return localised(row.names, work.language).text
}

/** What is known of the year that a route is about. */
export interface YearFacts extends Record<string, unknown> {
  id: string
  programme_id: string
  year_id: string
  names: LocalText
  steps: ProgrammeStep[]
}

/** The year of a programme, as a route knows it; null when there is none in that programme. */
export async function yearFacts(
  work: Work,
  programmeId: string,
  yearId: string,
): Promise<YearFacts | null> {
  const row = await work.read
    .selectFrom('programme_years as y')
    .innerJoin('alliance_programmes as p', 'p.id', 'y.programme_id')
    .select(['y.id', 'y.programme_id', 'p.names', 'p.steps'])
    .where('y.id', '=', yearId)
    .where('p.id', '=', programmeId)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.programme_id,
    programme_id: row.programme_id,
    year_id: row.id,
    names: row.names,
    steps: row.steps,
  }
}
