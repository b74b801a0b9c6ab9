import type { Fraction } from '#kernel/values'
import type { LineReading } from './evaluate-line.ts'
import type { Reason } from './reasons.ts'
import type {
  CreditConversion,
  Equivalence,
  GradeConversion,
  RecordedCourse,
  Verdict,
} from './types.ts'

/** One way to count lines: an equivalence with the lines that meet it, under every rule but the caps. */
export interface Candidate {
  equivalence: Equivalence
  /** In the transcript's order. */
  lines: readonly LineReading[]
  verdict: Verdict
  homeCourses: readonly RecordedCourse[]
  homeCredit: Fraction | null
  /** The lines' parts of the home credit, by converted credit. */
  shares: readonly Fraction[]
  creditConversion: CreditConversion | null
  gradeConversion: GradeConversion | null
  /** What each line's grade says as part of these lines. */
  gradeReasons: readonly (readonly Reason[])[]
  /** What concerns all the lines, before and after what concerns each. */
  before: Reason[]
  after: Reason[]
  /** All of them in the order in which a reader follows them, once it is judged. */
  reasons: readonly Reason[]
}
