/** What a deadline can count by, as a form offers it. */
export const deadlineRules = [
  'week-1',
  'week-2',
  'working-days-stay',
  'working-days-issue',
  'date',
] as const

/** Rules for kinds of learning that one form holds. */
export const mostKindRules = 8
/** Rules for terms in which something is also taken at home that one form holds. */
export const mostHomeTermRules = 3
/** Rules for the credit of kinds of learning that one form holds. */
export const mostCreditRules = 4
