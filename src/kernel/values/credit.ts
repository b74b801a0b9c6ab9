import type { Fraction } from './fraction.ts'

/** An exact amount of academic credit in one scheme (ECTS, CATS, an institution's own units). */
export interface Credit {
  readonly amount: Fraction
  readonly schemeId: string
}

/** Makes an amount of credit; a negative amount or an unnamed scheme throws. */
export function credit(amount: Fraction, schemeId: string): Credit {
  if (amount.isNegative()) throw new RangeError('An amount of credit is not negative')
  if (schemeId === '') throw new RangeError('An amount of credit names its scheme')
  return Object.freeze({ amount, schemeId })
}

/** The sum of two amounts in one scheme. Across schemes it throws: converting is a rule, with a method and a reason. */
export function addCredit(a: Credit, b: Credit): Credit {
  requireOneScheme(a, b)
  return credit(a.amount.add(b.amount), a.schemeId)
}

/** The order of two amounts in one scheme; across schemes it throws. */
export function compareCredit(a: Credit, b: Credit): -1 | 0 | 1 {
  requireOneScheme(a, b)
  return a.amount.compare(b.amount)
}

function requireOneScheme(a: Credit, b: Credit): void {
  if (a.schemeId === b.schemeId) return
  throw new TypeError(`Credit of ${a.schemeId} and ${b.schemeId} has no common unit`)
}
