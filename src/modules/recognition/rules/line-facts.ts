import { canonicalJson } from './input-hash.ts'
import type { EvidenceKind, LearningKind } from './learning.ts'
import type { TranscriptLine } from './types.ts'

/** What a transcript says of one course: the part of a line that may be corrected to what stands on the original. */
export type LineFacts = Pick<
  TranscriptLine,
  | 'code'
  | 'title'
  | 'credit'
  | 'hours'
  | 'grade'
  | 'status'
  | 'term'
  | 'completedOn'
  | 'kind'
  | 'evidence'
>

/** The fields of a line in the order in which a page shows them. */
export const lineFields = [
  'code',
  'title',
  'credit',
  'hours',
  'grade',
  'status',
  'term',
  'completedOn',
  'kind',
  'evidence',
] as const satisfies readonly (keyof LineFacts)[]
export type LineField = (typeof lineFields)[number]

/** What a second person reads on the original without sight of the first typing, and what would give it away. */
export const blindFields = ['credit', 'grade', 'status'] as const satisfies readonly LineField[]

/** How a course was learnt and what was seen of it, as far as anything was said; taught in class is not said. */
export function learningOf(
  kind: LearningKind | null,
  evidence: readonly EvidenceKind[],
): Pick<TranscriptLine, 'kind' | 'evidence'> {
  return {
    ...(kind === null ? {} : { kind }),
    ...(evidence.length === 0 ? {} : { evidence }),
  }
}

/** The facts of a line without the rest of its row. */
export function factsOf(line: LineFacts): LineFacts {
  const { code, title, credit, hours, grade, status, term, completedOn, kind, evidence } = line
  return {
    code,
    title,
    credit,
    hours,
    grade,
    status,
    term,
    completedOn,
    ...learningOf(kind ?? null, evidence ?? []),
  }
}

/** The fields in which two readings of a line differ; credit and hours are compared exactly, 3 and 6/2 are the same. */
export function correctedFields(before: LineFacts, after: LineFacts): LineField[] {
  return lineFields.filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field]))
}
