import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type PersonName } from '#kernel/values'
import type { CommentAudience } from '../schema.ts'

/** A comment as a page shows it. */
export interface CaseComment {
  id: string
  lineId: string | null
  author: { id: string; name: PersonName }
  audience: CommentAudience
  /** Null once it was taken back or erased. */
  text: string | null
  at: Date
  mentions: PersonName[]
}

/** The comments on a case as parts of another query; for the student only what is shared. */
export function commentsOf(work: Work, caseId: string, sharedOnly: boolean) {
  return work.read
    .selectFrom('case_comments as k')
    .innerJoin('persons as author', 'author.id', 'k.author_id')
    .select(['k.id', 'k.case_line_id', 'k.author_id', 'author.name as author_name'])
    .select(['k.audience', 'k.text', 'k.created_at'])
    .select(
      sql<PersonName[]>`(select coalesce(json_agg(p.name), '[]') from case_comment_mentions x
        join persons p on p.id = x.person_id where x.comment_id = k.id)`.as('mentions'),
    )
    .where('k.case_id', '=', caseId)
    .$if(sharedOnly, (query) => query.where('k.audience', '=', 'student'))
    .orderBy('k.created_at')
    .orderBy('k.id')
}

/** One comment with the facts that the rule table asks for, locked until the commit. */
export async function commentForUpdate(
  work: Work,
  { caseId, commentId }: { caseId: string; commentId: string },
) {
  if (!isUuid(commentId) || !isUuid(caseId)) return null
  const row = await work.read
    .selectFrom('case_comments as k')
    .innerJoin('recognition_cases as c', 'c.id', 'k.case_id')
    .select(['k.id', 'k.case_id', 'k.author_id', 'k.audience', 'k.text'])
    .select(['c.person_id', 'c.home_organisation_id', 'c.degree_programme_id'])
    .where('k.id', '=', commentId)
    .where('k.case_id', '=', caseId)
    .modifyEnd(sql`for update of k`)
    .executeTakeFirst()
  return row ?? null
}

/** A line by its id, where it is one of the case's. */
export async function lineOfCase(work: Work, caseId: string, lineId: string) {
  if (!isUuid(lineId)) return null
  const row = await work.read
    .selectFrom('case_lines')
    .select(['id', 'position'])
    .where('id', '=', lineId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row ?? null
}

/** Who of the staff is told of a student's word: whoever has the case, else those who talked with the student about it. */
export async function talkersOf(
  work: Work,
  found: { id: string; person_id: string; assignee_id: string | null },
): Promise<string[]> {
  if (found.assignee_id !== null) return [found.assignee_id]
  const rows = await work.read
    .selectFrom('case_comments')
    .select('author_id')
    .distinct()
    .where('case_id', '=', found.id)
    .where('audience', '=', 'student')
    .where('author_id', '<>', found.person_id)
    .execute()
  return rows.map((row) => row.author_id)
}
