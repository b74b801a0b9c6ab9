import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { Belonging } from '../rules/conflicts.ts'
import { type CallDefinition, type Answers, numberOf } from '../rules/questions.ts'
import { type GivenReview, type Scored, scoresOf, totalOf } from '../rules/scores.ts'
import type { CallState } from '../rules/timeline.ts'
import type { SaidConflict } from '../schema-reviews.ts'
import { byMerit } from '../rules/timeline.ts'
import type { ApplicationRow } from './applications.ts'
import type { CallRow } from './calls.ts'
import type { Fraction } from '#kernel/values'

/** A review with its application and call; its columns are the facts that the rules look at. */
export interface ReviewRow {
  [fact: string]: unknown
  id: string
  call_id: string
  organisation_id: string
  application_id: string
  reviewer_id: string
  person_id: string
  state: 'open' | 'given' | 'declined'
  points: Record<string, number>
  remark: string
  given_at: Date | null
  number: number
  answers: Answers
  name: PersonName
  titles: LocalText
  definition: CallDefinition
  blind: boolean
  call_state: CallState
  results_at: Date | null
}

/** One review, or null; `lock` keeps others from changing it until the commit. */
export async function reviewById(work: Work, id: string, lock?: 'lock'): Promise<ReviewRow | null> {
  if (!isUuid(id)) return null
  const row = await reviewRows(work)
    .where('call_reviews.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of call_reviews`))
    .executeTakeFirst()
  return row ? { ...row, number: row.number ?? 0 } : null
}

/** The reviews that a person is asked for or gave, those that wait first. */
export async function reviewsBy(work: Work, personId: string): Promise<ReviewRow[]> {
  const rows = await reviewRows(work)
    .where('call_reviews.reviewer_id', '=', personId)
    .where('call_reviews.state', '<>', 'declined')
    .where('a.state', '=', 'submitted')
    .orderBy(sql`call_reviews.state = 'given'`)
    .orderBy('c.results_at')
    .orderBy('a.number')
    .execute()
  return rows.map((row) => ({ ...row, number: row.number ?? 0 }))
}

function reviewRows(work: Work) {
  return work.read
    .selectFrom('call_reviews')
    .innerJoin('call_applications as a', 'a.id', 'call_reviews.application_id')
    .innerJoin('calls as c', 'c.id', 'call_reviews.call_id')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .selectAll('call_reviews')
    .select([
      'a.number',
      'a.answers',
      'a.person_id',
      'p.name',
      'c.titles',
      'c.definition',
      'c.blind',
    ])
    .select(['c.state as call_state', 'c.results_at'])
}

/** A reviewer of a call, with how much they were asked for and gave. */
export interface ReviewerRow {
  person_id: string
  name: PersonName
  most: number
  asked: number
  given: number
  declined: number
}

/** The reviewers of a call. */
export async function reviewersOf(work: Work, callId: string): Promise<ReviewerRow[]> {
  const rows = await work.read
    .selectFrom('call_reviewers as r')
    .innerJoin('persons as p', 'p.id', 'r.person_id')
    .leftJoin('call_reviews as v', (join) =>
      join.onRef('v.call_id', '=', 'r.call_id').onRef('v.reviewer_id', '=', 'r.person_id'),
    )
    .select(['r.person_id', 'p.name', 'r.most', 'r.added_at'])
    .select([
      sql<bigint>`count(v.id) filter (where v.state <> 'declined')`.as('asked'),
      sql<bigint>`count(v.id) filter (where v.state = 'given')`.as('given'),
      sql<bigint>`count(v.id) filter (where v.state = 'declined')`.as('declined'),
    ])
    .where('r.call_id', '=', callId)
    .groupBy(['r.person_id', 'p.name', 'r.most', 'r.added_at'])
    .orderBy('r.added_at')
    .orderBy('r.person_id')
    .execute()
  return rows.map(({ added_at: _added, ...row }) => ({
    ...row,
    asked: Number(row.asked),
    given: Number(row.given),
    declined: Number(row.declined),
  }))
}

/** The pairs of a call that are assigned, declined ones too: whom nobody asks twice. */
export async function pairsOf(work: Work, callId: string) {
  return work.read
    .selectFrom('call_reviews')
    .select(['application_id', 'reviewer_id', 'state'])
    .where('call_id', '=', callId)
    .execute()
}

/** What somebody said stands between reviewers and applicants of a call. */
export async function saidConflictsOf(
  work: Work,
  callId: string,
): Promise<Map<string, SaidConflict>> {
  const rows = await work.read
    .selectFrom('call_conflicts as x')
    .innerJoin('call_applications as a', 'a.id', 'x.application_id')
    .select(['x.application_id', 'x.person_id', 'x.kind'])
    .where('a.call_id', '=', callId)
    .orderBy('x.said_at')
    .execute()
  return new Map(rows.map((row) => [`${row.application_id} ${row.person_id}`, row.kind]))
}

/** Why reviewers of the applicants' own institution may read, or null. */
export async function waiverOf(work: Work, callId: string): Promise<string | null> {
  const row = await work.read
    .selectFrom('call_waivers')
    .select('reason')
    .where('call_id', '=', callId)
    .executeTakeFirst()
  return row?.reason ?? null
}

/** Where people work and study on a day, with their units; of everybody named, in two queries. */
export async function belongingsOf(
  work: Work,
  personIds: readonly string[],
  day: DateOnly,
): Promise<Map<string, Belonging>> {
  if (personIds.length === 0) return new Map()
  const ids = sql`${[...new Set(personIds)]}::uuid[]`
  const runs = sql<SqlBool>`x.starts_on <= ${day} and coalesce(x.ends_on >= ${day}, true)`
  const works = await work.read
    .selectFrom('appointments as x')
    .select(['x.person_id', 'x.organisation_id', 'x.unit_id'])
    .where(sql<SqlBool>`x.person_id = any(${ids})`)
    .where(runs)
    .execute()
  const studies = await work.read
    .selectFrom('enrolments as x')
    .innerJoin('degree_programmes as d', 'd.id', 'x.degree_programme_id')
    .select(['x.person_id', 'x.organisation_id', 'd.unit_id'])
    .where(sql<SqlBool>`x.person_id = any(${ids})`)
    .where(runs)
    .execute()
  const rows = Map.groupBy([...works, ...studies], (row) => row.person_id)
  return new Map(
    personIds.map((personId) => {
      const own = rows.get(personId) ?? []
      return [
        personId,
        {
          personId,
          organisationIds: own.flatMap((row) => row.organisation_id ?? []),
          unitIds: own.flatMap((row) => row.unit_id ?? []),
        },
      ]
    }),
  )
}

/** Raw and corrected scores of a call's applications, with spread and rank: one query, then exact arithmetic. */
export async function scoresFor(
  work: Work,
  call: Pick<CallRow, 'id' | 'definition'>,
): Promise<Map<string, Scored>> {
  const { review } = call.definition
  if (!review) return new Map()
  const rows = await work.read
    .selectFrom('call_reviews as v')
    .innerJoin('call_applications as a', 'a.id', 'v.application_id')
    .select(['v.application_id', 'v.reviewer_id', 'v.points'])
    .where('v.call_id', '=', call.id)
    .where('v.state', '=', 'given')
    .where('a.state', '=', 'submitted')
    .execute()
  const given = rows.flatMap((row): GivenReview[] => {
    const total = totalOf(review.criteria, row.points)
    return total === null
      ? []
      : [{ applicationId: row.application_id, reviewerId: row.reviewer_id, total }]
  })
  return new Map(scoresOf(given).map((each) => [each.applicationId, each]))
}

/** The reviews of one application, for those who decide. */
export async function reviewsOf(work: Work, applicationId: string) {
  return work.read
    .selectFrom('call_reviews as v')
    .innerJoin('persons as p', 'p.id', 'v.reviewer_id')
    .select(['v.id', 'v.state', 'v.points', 'v.remark', 'v.given_at', 'p.name', 'v.reviewer_id'])
    .where('v.application_id', '=', applicationId)
    .orderBy('v.assigned_at')
    .orderBy('v.id')
    .execute()
}

/** By what an application is ranked, exactly and as it is shown; null where it has none. */
export interface Merit {
  merit: Fraction | null
  shown: string | null
}

/**
 * The merit of applications, in its order: what the reviews come to where the call has reviewers, else the number of its
 * question of merit. Those without come last.
 */
export async function meritsOf(
  work: Work,
  call: Pick<CallRow, 'id' | 'merit_question' | 'definition'>,
  applications: readonly Pick<ApplicationRow, 'id' | 'answers'>[],
  scores?: ReadonlyMap<string, Scored>,
): Promise<Map<string, Merit>> {
  const isReviewed = call.definition.review !== undefined
  const known = scores ?? (await scoresFor(work, call))
  const merits = applications.map(({ id, answers }) => {
    const scored = known.get(id)
    if (isReviewed) {
      const merit = scored ? (scored.corrected ?? scored.raw) : null
      return { id, merit, shown: merit?.toDecimal(1) ?? null }
    }
    const given = call.merit_question === null ? undefined : answers[call.merit_question]
    return { id, merit: numberOf(given), shown: typeof given === 'string' ? given : null }
  })
  return new Map(
    merits
      .toSorted((a, b) => byMerit(a.merit, b.merit))
      .map(({ id, merit, shown }) => [id, { merit, shown }]),
  )
}

/** Of which call tasks to review are. */
export async function callsOfTasks(work: Work, callIds: readonly string[]) {
  return work.read
    .selectFrom('calls')
    .select(['id', 'titles'])
    .where('id', 'in', [...callIds])
    .execute()
}
