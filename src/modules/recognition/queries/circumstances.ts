import type { Expression } from 'kysely'
import type { Reader } from '#kernel/database'
import { type Country, type DateOnly, dateInZone } from '#kernel/values'
import { kindOf } from '../rules/learning.ts'
import type { StayFacts } from '../rules/stay-types.ts'
import type { EvaluationInput, RecognitionRuleSet } from '../rules/types.ts'
import { exact } from '../stored.ts'

/** The case whose circumstances are asked for. */
export interface OfCase {
  id: string
  transcript_id: string
  home_organisation_id: string
  enrolment_id: string
}

/** The rows that tell of a case's circumstances, as they come out of JSON. */
export interface CircumstanceRows {
  stay: readonly StayRow[]
  filing: readonly FilingRow[]
  homeTerms: readonly { starts_on: DateOnly; ends_on: DateOnly }[]
}

type PartRow = {
  credit: string | null
  kind: Parameters<typeof kindOf>[0]['kind'] | null
  term: string | null
  host: string
}
type FilingRow = {
  created_at: Date | string
  issued_on: DateOnly | null
  country: string
  time_zone: string
}
type StayRow = {
  stay_from: DateOnly | null
  stay_to: DateOnly | null
  suspended: boolean | null
  last_term: boolean | null
  home_terms: { term: string; credit: string }[]
}

/**
 * What an evaluation looks at beside the lines. Only what the rules ask for is there: a rule set without a
 * deadline gives the same result, and the same hash, whenever a transcript was filed.
 */
export function circumstances(
  ruleSet: RecognitionRuleSet,
  rows: CircumstanceRows,
): Partial<EvaluationInput> {
  const { deadline, suspension, homeTerms, residence } = ruleSet
  const [filing] = rows.filing
  const [stay] = rows.stay
  const isStayAsked = suspension ?? deadline ?? homeTerms?.[0] ?? (residence?.lastTerm || null)
  return {
    ...(deadline && filing
      ? {
          filedOn: dateInZone(new Date(filing.created_at), filing.time_zone),
          issuedOn: filing.issued_on,
          homeCountry: filing.country as Country,
          homeTerms: rows.homeTerms.map(({ starts_on: startsOn, ends_on: endsOn }) => ({
            startsOn,
            endsOn,
          })),
        }
      : {}),
    ...(isStayAsked && stay ? { stay: readStay(stay) } : {}),
  }
}

/** Earlier recognition in parts, where rules limit parts of it. */
export function partsFor(
  { kindRules, homeTerms }: RecognitionRuleSet,
  rows: readonly PartRow[],
): Pick<EvaluationInput['alreadyRecognised'], 'parts'> {
  if (rows.length === 0 || !(kindRules?.length || homeTerms?.length)) return {}
  return {
    parts: rows.flatMap(({ credit, kind, term, host: hostInstitution }) =>
      credit === null
        ? []
        : [
            {
              credit: exact(credit),
              kind: kindOf({ kind: kind ?? undefined }),
              term,
              hostInstitution,
            },
          ],
    ),
  }
}

/** What a statement says, as rules read it. */
export function readStay(row: StayRow): StayFacts {
  return {
    from: row.stay_from,
    to: row.stay_to,
    suspended: row.suspended,
    lastTerm: row.last_term,
    homeTerms: row.home_terms.map(({ term, credit }) => ({ term, credit: exact(credit) })),
  }
}

/** An id, or the column of a query around that has it. */
type Id = string | Expression<string>

/** The statement of a case's stay that counts. */
export function latestStay(read: Reader, caseId: Id) {
  return read
    .selectFrom('case_stays')
    .select(['stay_from', 'stay_to', 'suspended', 'last_term', 'home_terms'])
    .where('case_id', '=', caseId)
    .orderBy('stated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
}

/** When the transcript arrived and was issued, and by which days its home institution counts. */
export function filingOf(read: Reader, facts: { transcript_id: Id }) {
  return read
    .selectFrom('transcripts as t')
    .innerJoin('organisations as o', 'o.id', 't.home_organisation_id')
    .select(['t.created_at', 't.issued_on', 'o.country', 'o.time_zone'])
    .where('t.id', '=', facts.transcript_id)
}

/** The terms of the home institution. */
export function homeTermsOf(read: Reader, facts: { home_organisation_id: Id }) {
  return read
    .selectFrom('academic_terms')
    .select(['starts_on', 'ends_on'])
    .where('organisation_id', '=', facts.home_organisation_id)
    .orderBy('starts_on')
}

/** What other decisions for the same enrolment have recognised, line by line. */
export function partsOf(read: Reader, facts: OfCase) {
  return read
    .selectFrom('case_lines as l')
    .innerJoin('recognition_cases as c', 'c.id', 'l.case_id')
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .select(['l.home_credit as credit', 't.kind', 't.term', 'c.host_organisation_id as host'])
    .where('c.enrolment_id', '=', facts.enrolment_id)
    .where('c.id', '<>', facts.id)
    .where('c.state', '=', 'decided')
    .where('l.verdict', '=', 'recognised')
    .orderBy('c.created_at')
    .orderBy('l.position')
}
