import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Work } from '#kernel/database'
import { type CaseLine, caseLines, type CasePageRow, readCaseLine } from './cases.ts'
import { type Colleague, colleagueRows, readColleagues } from './colleagues.ts'
import { type CaseComment, commentsOf } from './comments.ts'

/** The lines of a case and what people have said and asked around it, as its reader may see it. */
export interface CaseWork {
  lines: CaseLine[]
  comments: CaseComment[]
  /** Who else works on such cases; nobody where the reader does not. */
  colleagues: Colleague[]
}

/** Reads the lines of a case and the work around it in one query; for the student only what is shared with them. */
export async function caseWork(
  work: Work,
  found: CasePageRow,
  { isStaff }: { isStaff: boolean },
): Promise<CaseWork> {
  const colleagues = colleagueRows(work, found).$if(!isStaff, (query) =>
    query.where(sql<boolean>`false`),
  )
  const row = await work.read
    .selectNoFrom([
      jsonArrayFrom(caseLines(work, found.id)).as('lines'),
      jsonArrayFrom(commentsOf(work, found.id, !isStaff)).as('comments'),
      jsonArrayFrom(colleagues).as('colleagues'),
    ])
    .executeTakeFirstOrThrow()
  return {
    lines: row.lines.map(readCaseLine),
    comments: row.comments.map((each) => ({
      id: each.id,
      lineId: each.case_line_id,
      author: { id: each.author_id, name: each.author_name },
      audience: each.audience,
      text: each.text,
      at: new Date(each.created_at),
      mentions: each.mentions,
    })),
    colleagues: readColleagues(row.colleagues),
  }
}
