import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { type Choosable, type Limits, termLimit, totalLimit } from './choose.ts'

/** Overlapping equivalences of a whole transcript: up to thirty lines, forty ways to count them, three terms. */
export const overlaps = fc
  .record({
    lines: fc.integer({ min: 4, max: 30 }),
    courses: fc.integer({ min: 3, max: 25 }),
    ways: fc.array(
      fc.record({
        lines: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 3 }),
        courses: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 2 }),
        credit: fc.integer({ min: 2, max: 24 }),
      }),
      { minLength: 5, maxLength: 40 },
    ),
    divisor: fc.constantFrom(1, 2, 3, 4),
    total: fc.option(fc.integer({ min: 1, max: 100 })),
    term: fc.option(fc.integer({ min: 1, max: 40 })),
  })
  .map(({ lines, courses, ways, divisor, total, term }) => {
    const items = ways.map((way): Choosable => {
      const own = [...new Set(way.lines.map((each) => each % lines))]
      const credit = Fraction.of(way.credit, divisor)
      const terms = new Map<string, Fraction>()
      for (const line of own) {
        const name = termLimit(String(line % 3))
        const part = credit.divide(Fraction.of(own.length))
        terms.set(name, (terms.get(name) ?? Fraction.zero).add(part))
      }
      return {
        lines: own.map(String),
        courses: [...new Set(way.courses.map((each) => each % courses))].map(String),
        credit,
        uses: [
          { of: totalLimit, amount: credit },
          ...[...terms].map(([of, amount]) => ({ of, amount })),
        ],
      }
    })
    const limits = new Map<string, Fraction>()
    if (total !== null) limits.set(totalLimit, Fraction.of(total))
    if (term !== null) {
      for (const name of ['0', '1', '2']) limits.set(termLimit(name), Fraction.of(term, 2))
    }
    return { items, limits: limits as Limits }
  })

/** The same problem for a solver of mixed integer programmes, in the LP format. */
export function programme(items: readonly Choosable[], limits: Limits): string {
  const number = (value: Fraction) => value.toDecimal(12)
  const sum = (terms: readonly string[]) => terms.join(' + ')
  const rows: string[] = []
  for (const side of ['lines', 'courses'] as const) {
    const users = new Map<string, string[]>()
    for (const [place, item] of items.entries()) {
      for (const id of item[side]) users.set(id, [...(users.get(id) ?? []), `x${place}`])
    }
    for (const [id, names] of users) rows.push(` ${side}${id}: ${sum(names)} <= 1`)
  }
  for (const [of, limit] of limits) {
    const users = items.flatMap((item, place) =>
      item.uses.flatMap((use) => (use.of === of ? [`${number(use.amount)} x${place}`] : [])),
    )
    const name = of.replaceAll(' ', '')
    if (users.length > 0) rows.push(` ${name}: ${sum(users)} <= ${number(limit)}`)
  }
  const names = items.map((_, place) => `x${place}`)
  const objective = sum(items.map((item, place) => `${number(item.credit)} x${place}`))
  return `Maximize\n obj: ${objective}\nSubject To\n${rows.join('\n')}\nBinary\n ${names.join(' ')}\nEnd\n`
}
