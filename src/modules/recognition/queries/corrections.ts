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
  const row = await linesOf(work, caseId).where('l.id', '=', lineId).executeTakeFirst()
  return row ? read(row) : null
}

/** All lines of a case with what its transcript says, by their ids. */
export async function linesToCorrect(
  work: Work,
  caseId: string,
): Promise<Map<string, CorrectedFacts>> {
  const rows = await linesOf(work, caseId).orderBy('l.position').execute()
  return new Map(rows.map((row) => [row.lineId, read(row)]))
}

function linesOf(work: Work, caseId: string) {
  return work.read
    .selectFrom('case_lines as l')
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .select(['l.id as lineId', 'l.position', 't.id', 't.code', 't.titles', 't.credit', 't.hours'])
    .select(['t.grade', 't.status', 't.term', 't.completed_on', 't.kind', 't.evidence'])
    .where('l.case_id', '=', caseId)
}

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['executeTakeFirstOrThrow']>>

function read(row: Row): CorrectedFacts {
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
