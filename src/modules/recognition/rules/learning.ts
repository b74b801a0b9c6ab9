import type { Fraction } from '#kernel/values'

/**
 * How something was learnt. The first five are taught at an institution; the others come from credit
 * banks: Thailand's CN non-degree course, CS certificate of a standards body, CT training, CP portfolio
 * and CE examination, and Korea's accredited course (평가인정 학습과정) and part-time enrolment (시간제등록),
 * whose qualifications and self-study examinations are CS and CE under other names.
 */
export const learningKinds = [
  'course',
  'online',
  'blended',
  'summer',
  'placement',
  'non-degree',
  'certificate',
  'training',
  'portfolio',
  'examination',
  'accredited',
  'part-time',
] as const
export type LearningKind = (typeof learningKinds)[number]

/** What is shown of learning, beside the transcript. */
export const evidenceKinds = [
  'syllabus',
  'hours',
  'certificate',
  'assessment',
  'portfolio',
  'result',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** What an institution says of some kinds of learning; kinds of which nothing is said are taken as courses are. */
export interface KindRule {
  kinds: readonly LearningKind[]
  /** False: such learning is never recognised. */
  accept: boolean
  /** Most home credit of these kinds together: in a term, in an academic year, from one host … */
  perTerm: Fraction | null
  perYear: Fraction | null
  perHost: Fraction | null
  /** … in all, and as a share of the degree programme. */
  total: Fraction | null
  share: Fraction | null
  /** What must have been seen for each such line. */
  evidence: readonly EvidenceKind[]
}

/** A line without a kind was taught in class during a term. */
export function kindOf(line: { kind?: LearningKind | undefined }): LearningKind {
  return line.kind ?? 'course'
}
