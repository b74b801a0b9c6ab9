import type { DateOnly, Fraction } from '#kernel/values'
import type { LearningKind } from './learning.ts'

/** By when a transcript must have arrived; what comes later is refused or left to a person. */
export type Deadline = { late: 'refuse' | 'needs-decision' } & (
  | {
      /** The end of a week of a home term: the first term that begins after the stay, or the second … */
      rule: 'week'
      week: number
      term: number
    }
  | { rule: 'working-days'; days: number; after: 'stay' | 'issue' }
  | { rule: 'date'; month: number; day: number }
)

/** What must be studied at home for the degree. */
export interface Residence {
  leastCredit: Fraction | null
  leastShare: Fraction | null
  leastYears: number | null
  /** The last term before the degree is spent at home. */
  lastTerm: boolean
}

/** What may be taken at home in a term in which something is learnt elsewhere. */
export interface HomeTermRule {
  kinds: readonly LearningKind[]
  /** Kinds of which the rules do not say whether they are meant too: where the limit would matter, a person decides. */
  asked?: readonly LearningKind[]
  /** Most home credit taken at home in that term: 0 where nothing may be. */
  mostAtHome: Fraction | null
  /** Most credit of that term, taken at home and recognised together. */
  mostTogether: Fraction | null
}

/** A stay of more than so many months counts only for students who have suspended their studies at home. */
export interface SuspensionRule {
  overMonths: number
}

/** Degrees with honours that ask for credit taken at home. It refuses nothing; the student should know. */
export interface HonoursRule {
  leastCredit: Fraction
}

/** What rules know of a student's time beside the transcript, as somebody of the office has stated it. */
export interface StayFacts {
  from: DateOnly | null
  to: DateOnly | null
  /** Whether studies at home were suspended; null: not stated. */
  suspended: boolean | null
  /** Whether the stay fell into the last term before the degree; null: not stated. */
  lastTerm: boolean | null
  /** Home credit taken at home in terms of the transcript. */
  homeTerms: readonly { term: string; credit: Fraction }[]
}

/** A term of the home institution. */
export interface HomeTerm {
  startsOn: DateOnly
  endsOn: DateOnly
}

/** Credit that was recognised before, in parts that limits look at. */
export interface RecognisedPart {
  credit: Fraction
  kind: LearningKind
  term: string | null
  hostInstitution: string
}
