import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Work } from '#kernel/database'
import { type DateOnly, isUuid } from '#kernel/values'
import type { Cycle } from '../rules/grade-types.ts'
import type { EvaluationInput, RecognitionRuleSet } from '../rules/types.ts'
import { fromStored } from '../stored.ts'
import { circumstances, filingOf, homeTermsOf, latestStay } from './circumstances.ts'
import { gradingTablesInForce, readHeld } from './grading-tables.ts'

/** A decision with what it was evaluated from. */
export interface PastDecision {
  caseId: string
  /** What the rules of access ask of the case. */
  facts: { home_organisation_id: string; degree_programme_id: string; person_id: string }
  number: string
  input: EvaluationInput
  /** What other rules would ask beside it, as it is known today. */
  circumstancesUnder(ruleSet: RecognitionRuleSet): Partial<EvaluationInput>
  cycle: Cycle
  iscedF: string | null
}

/** How many cases of a home institution are decided. */
export async function countDecided(work: Work, homeOrganisationId: string): Promise<number> {
  const row = await work.read
    .selectFrom('recognition_cases')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('home_organisation_id', '=', homeOrganisationId)
    .where('state', '=', 'decided')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/**
 * The next decided cases of a home institution after one of them, each with its latest decision; so few at a
 * time that memory stays flat however many there are.
 */
export async function decidedAfter(
  work: Work,
  homeOrganisationId: string,
  after: string | null,
  limit: number,
): Promise<PastDecision[]> {
  let query = work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('recognition_decisions as d', (join) =>
      join.onRef('d.case_id', '=', 'c.id').onRef('d.revision', '=', 'c.revision'),
    )
    .innerJoin('degree_programmes as p', 'p.id', 'c.degree_programme_id')
    .select(['c.id', 'c.number', 'd.document', 'p.level', 'p.isced_f'])
    .select(['c.person_id', 'c.home_organisation_id', 'c.degree_programme_id'])
    .select([
      jsonArrayFrom(latestStay(work.read, sql.ref<string>('c.id'))).as('stay'),
      jsonArrayFrom(filingOf(work.read, { transcript_id: sql.ref<string>('c.transcript_id') })).as(
        'filing',
      ),
      jsonArrayFrom(
        homeTermsOf(work.read, { home_organisation_id: sql.ref<string>('c.home_organisation_id') }),
      ).as('homeTerms'),
    ])
    .where('c.home_organisation_id', '=', homeOrganisationId)
    .where('c.state', '=', 'decided')
  if (after !== null && isUuid(after)) query = query.where('c.id', '>', after)
  const rows = await query.orderBy('c.id').limit(limit).execute()
  return rows.map((row) => ({
    caseId: row.id,
    facts: {
      home_organisation_id: row.home_organisation_id,
      degree_programme_id: row.degree_programme_id,
      person_id: row.person_id,
    },
    number: row.number,
    input: fromStored<{ input: EvaluationInput }>(row.document).input,
    circumstancesUnder: (ruleSet) => circumstances(ruleSet, row),
    cycle: row.level,
    iscedF: row.isced_f,
  }))
}

/** The grading tables that could serve a pair of institutions on a day. */
export async function heldTables(
  work: Work,
  pair: { home_organisation_id: string; host_organisation_id: string },
  day: DateOnly,
) {
  const rows = await gradingTablesInForce(work.read, pair, day).execute()
  return rows.map(readHeld)
}
