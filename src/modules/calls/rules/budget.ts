import type { Message } from '#kernel/messages'
import { type Language, type Money, money, parseMoney } from '#kernel/values'
import { m } from '../messages/index.ts'

/** The currencies in which the alliance's funds pay. */
export const budgetCurrencies = ['CNY', 'THB', 'KRW', 'EUR', 'USD'] as const

/** What a fund has and what each award of it is, in minor units as decimal digits. */
export interface Budget {
  currency: string
  totalMinor: string
  awardMinor: string
}

/** The most seats, or awards, of one destination. */
export const mostSeats = 9999

/** How many awards a fund pays in full; what is left over is paid to nobody. */
export function awardsOf({ totalMinor, awardMinor }: Budget): number {
  return Number(BigInt(totalMinor) / BigInt(awardMinor))
}

/** One award, and of the whole fund what is given and what is left after so many. */
export function fundAfter(
  { currency, totalMinor, awardMinor }: Budget,
  given: number,
): Record<'total' | 'award' | 'given' | 'left', Money> {
  const [total, award] = [BigInt(totalMinor), BigInt(awardMinor)]
  const paid = award * BigInt(given)
  return {
    total: money(total, currency),
    award: money(award, currency),
    given: money(paid, currency),
    left: money(total - paid, currency),
  }
}

/**
 * Reads a fund as it was typed: an amount of the currency for the whole and for each award, above nothing, which pays from 1
 * to 9999 awards. Null where nothing was typed; the faults by the field that has each.
 */
export function readBudget(
  typed: Record<'currency' | 'total' | 'award', string>,
  language: Language,
): { budget: Budget | null; faults: Partial<Record<'currency' | 'total' | 'award', Message>> } {
  if (typed.total === '' && typed.award === '') return { budget: null, faults: {} }
  const currency = budgetCurrencies.find((each) => each === typed.currency)
  if (!currency) return { budget: null, faults: { currency: m('budget.no-currency') } }
  const [total, award] = [typed.total, typed.award].map((text) => {
    const read = parseMoney(text, currency, language)
    return read !== null && read.minor > 0n && read.minor <= mostMinor ? read.minor : null
  })
  const faults = {
    ...(total ? {} : { total: m('budget.no-amount') }),
    ...(award ? {} : { award: m('budget.no-amount') }),
  }
  if (!total || !award) return { budget: null, faults }
  const budget = { currency, totalMinor: String(total), awardMinor: String(award) }
  const count = total / award
  if (count < 1n) return { budget: null, faults: { award: m('budget.too-little') } }
  if (count > BigInt(mostSeats)) {
    return { budget: null, faults: { award: m('budget.too-many', { most: mostSeats }) } }
  }
  return { budget, faults: {} }
}

/** More than any fund has: beyond it an amount was mistyped. */
const mostMinor = 100_000_000_000_000n
