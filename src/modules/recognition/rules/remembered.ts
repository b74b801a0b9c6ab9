import type { Fraction } from '#kernel/values'
import type { Reason } from './reasons.ts'
import type { CreditConversion, GradeConversion, RecognitionRuleSet } from './types.ts'

/** What the rules say of a grade, whoever has it. */
export interface GradeFound {
  /** The grade against its minimum. */
  gradeReasons: readonly Reason[]
  /** As it would be entered alone. */
  gradeConversion: GradeConversion | null
  /** The reason that tells of that entry. */
  gradeEntry: Reason | null
}

/** What the rules say of an amount of credit with its hours. */
export interface CreditFound {
  /** Why the credit could not be converted. */
  creditReasons: readonly Reason[]
  creditConversion: CreditConversion | null
  /** Class hours in minutes; null where they are not stated, or nothing asks for them. */
  classMinutes: Fraction | null
}

/**
 * What rules have already said of a grade, of an amount of credit and of a day. A transcript has few of each,
 * and so have all the transcripts of an institution: what does not depend on anything else is found once.
 */
export interface Remembered {
  grades: Map<string, GradeFound>
  credits: Map<string, CreditFound>
  days: Map<string, readonly Reason[]>
}

/** Values of one kind that are kept; a hostile file cannot make it more. */
export const mostRemembered = 2_000

interface Kept extends Remembered {
  /** All that a finding depends on beside the value itself, by identity: nothing of it is ever changed. */
  of: readonly unknown[]
}

const byRules = new WeakMap<RecognitionRuleSet, Kept>()

/** What was found under exactly these rules, and `of`, all else that it depends on; nothing yet where one is another. */
export function rememberedFor(ruleSet: RecognitionRuleSet, of: readonly unknown[]): Remembered {
  const known = byRules.get(ruleSet)
  if (known && known.of.every((each, place) => each === of[place])) return known
  const fresh: Kept = { of, grades: new Map(), credits: new Map(), days: new Map() }
  byRules.set(ruleSet, fresh)
  return fresh
}

/** What is remembered of a value, or what `find` finds, which is remembered while there is room. */
export function once<Found>(kept: Map<string, Found>, value: string, find: () => Found): Found {
  const known = kept.get(value)
  if (known !== undefined) return known
  const found = find()
  if (kept.size < mostRemembered && value.length < 100) kept.set(value, found)
  return found
}
