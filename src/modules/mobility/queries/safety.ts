import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText, type PersonName } from '#kernel/values'

/** A question whether people are safe, with how they answered. */
export interface SafetyCheck {
  [fact: string]: unknown
  id: string
  organisation_id: string
  words: string
  asked_at: Date
  asked: number
  safe: number
  help: number
}

function checks(work: Work) {
  const count = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`(select count(*)::int from safety_answers x where x.check_id = safety_checks.id and ${condition})`
  return work.read
    .selectFrom('safety_checks')
    .select(['id', 'organisation_id', 'words', 'asked_at'])
    .select(count(sql<boolean>`true`).as('asked'))
    .select(count(sql<boolean>`x.answer = 'safe'`).as('safe'))
    .select(count(sql<boolean>`x.answer = 'help'`).as('help'))
}

/** The questions of the reader's offices, the newest first. */
export function safetyChecks(work: Work): Promise<SafetyCheck[]> {
  return checks(work)
    .where(work.scope('mobility.safety.read', 'safety_checks'))
    .orderBy('asked_at', 'desc')
    .limit(20)
    .execute()
}

/** A question by its id, or null. */
export async function safetyCheck(work: Work, id: string): Promise<SafetyCheck | null> {
  if (!isUuid(id)) return null
  return (await checks(work).where('id', '=', id).executeTakeFirst()) ?? null
}

/** What each of the group answered: who needs help first, then who has not answered. */
export function safetyAnswers(
  work: Work,
  checkId: string,
): Promise<
  {
    person_id: string
    mobility_id: string
    name: PersonName
    receiving: LocalText
    answer: 'safe' | 'help' | null
    note: string
    answered_at: Date | null
  }[]
> {
  return work.read
    .selectFrom('safety_answers as x')
    .innerJoin('persons as p', 'p.id', 'x.person_id')
    .innerJoin('mobilities as s', 's.id', 'x.mobility_id')
    .innerJoin('organisations as r', 'r.id', 's.receiving_organisation_id')
    .select(['x.person_id', 'x.mobility_id', 'p.name', 'r.names as receiving'])
    .select(['x.answer', 'x.note', 'x.answered_at'])
    .where('x.check_id', '=', checkId)
    .orderBy(sql`case when x.answer = 'help' then 0 when x.answer is null then 1 else 2 end`)
    .orderBy('x.person_id')
    .execute()
}

/** One person's own answer to a question, with its words; null where they were not asked. */
export async function ownSafetyAnswer(work: Work, checkId: string, personId: string) {
  if (!isUuid(checkId)) return null
  const row = await work.read
    .selectFrom('safety_answers as x')
    .innerJoin('safety_checks as c', 'c.id', 'x.check_id')
    .innerJoin('organisations as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'x.person_id', 'c.words', 'c.asked_at', 'o.names'])
    .select(['x.answer', 'x.note', 'x.answered_at'])
    .where('x.check_id', '=', checkId)
    .where('x.person_id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}
