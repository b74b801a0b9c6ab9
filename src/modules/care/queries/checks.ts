import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type PersonName } from '#kernel/values'

/** A question whether people are safe, with how they answered. */
export interface CareCheck {
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
    sql<number>`(select count(*)::int from care_answers x where x.check_id = care_checks.id and ${condition})`
  return work.read
    .selectFrom('care_checks')
    .select(['id', 'organisation_id', 'words', 'asked_at'])
    .select(count(sql<boolean>`true`).as('asked'))
    .select(count(sql<boolean>`x.answer = 'safe'`).as('safe'))
    .select(count(sql<boolean>`x.answer = 'help'`).as('help'))
}

/** The questions of the reader's offices, the newest first. */
export function careChecks(work: Work): Promise<CareCheck[]> {
  return checks(work)
    .where(work.scope('care.check.read', 'care_checks'))
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(20)
    .execute()
}

/** A question by its id, or null. */
export async function careCheck(work: Work, id: string): Promise<CareCheck | null> {
  if (!isUuid(id)) return null
  return (await checks(work).where('id', '=', id).executeTakeFirst()) ?? null
}

/** What one of the group answered, and where they were when they were asked. */
export interface CareAnswer {
  person_id: string
  name: PersonName
  href: string
  place: string
  country: string
  answer: 'safe' | 'help' | null
  note: string
  answered_at: Date | null
}

/** What each of the group answered: who needs help first, then who has not answered. */
export function careAnswers(work: Work, checkId: string): Promise<CareAnswer[]> {
  return work.read
    .selectFrom('care_answers as x')
    .innerJoin('persons as p', 'p.id', 'x.person_id')
    .select(['x.person_id', 'p.name', 'x.href', 'x.place', 'x.country'])
    .select(['x.answer', 'x.note', 'x.answered_at'])
    .where('x.check_id', '=', checkId)
    .orderBy(sql`case when x.answer = 'help' then 0 when x.answer is null then 1 else 2 end`)
    .orderBy('x.place')
    .orderBy('x.person_id')
    .execute()
}

/** One person's own answer to a question, with its words; null where they were not asked. */
export async function ownAnswer(work: Work, checkId: string, personId: string | null) {
  if (!isUuid(checkId) || personId === null) return null
  const row = await work.read
    .selectFrom('care_answers as x')
    .innerJoin('care_checks as c', 'c.id', 'x.check_id')
    .innerJoin('organisations as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'x.person_id', 'c.organisation_id', 'c.asked_by', 'c.words', 'o.names'])
    .select(['x.answer', 'x.note', 'x.answered_at'])
    .where('x.check_id', '=', checkId)
    .where('x.person_id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

/** What was asked, for tasks about it. */
export function titlesOfChecks(
  work: Work,
  ids: readonly string[],
): Promise<{ id: string; words: string }[]> {
  if (ids.length === 0) return Promise.resolve([])
  return work.read
    .selectFrom('care_checks')
    .select(['id', 'words'])
    .where('id', 'in', [...ids])
    .execute()
}
