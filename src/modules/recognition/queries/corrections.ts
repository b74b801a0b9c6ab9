import type { Work } from '#kernel/database'
import { isUuid } from '#kernel/values'
import { markOf } from '../rules/input-hash.ts'
import { factsOf, learningOf, type LineFacts } from '../rules/line-facts.ts'
import type { TeachingHours } from '../rules/types.ts'
import { exact, fromStored } from '../stored.ts'

/** A line of a case as its transcript has it now. */
export interface CorrectedFacts extends LineFacts {
  transcriptLineId: string
  position: number
  /** Changes with every fact of the line: a form says by it what its page showed. */
  seen: string
}

/** A line of a case with what its transcript says, or null where the case has no such line. */
export async function lineToCorrect(
  work: Work,
  { caseId, lineId }: { caseId: string; lineId: string },
): Promise<CorrectedFacts | null> {
  if (!isUuid(lineId)) return null
  const row = await work.read
    .selectFrom('case_lines as l')
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .select(['l.position', 't.id', 't.code', 't.titles', 't.credit', 't.hours', 't.grade'])
    .select(['t.status', 't.term', 't.completed_on', 't.kind', 't.evidence'])
    .where('l.id', '=', lineId)
    .where('l.case_id', '=', caseId)
    .executeTakeFirst()
  if (!row) return null
  const facts: LineFacts = {
    code: row.code,
    title: row.titles,
    credit: row.credit === null ? null : exact(row.credit),
    hours: row.hours === null ? null : fromStored<TeachingHours>(row.hours),
    grade: row.grade,
    status: row.status,
    term: row.term,
    completedOn: row.completed_on,
    ...learningOf(row.kind, row.evidence),
  }
  return {
    ...facts,
    transcriptLineId: row.id,
    position: row.position,
    seen: markOf(factsOf(facts)),
  }
}
