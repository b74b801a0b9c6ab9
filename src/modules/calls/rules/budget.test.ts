import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { awardsOf, budgetCurrencies, fundAfter, readBudget } from './budget.ts'
import { wishesOf } from './questions.ts'

const read = (currency: string, total: string, award: string) =>
  readBudget({ currency, total, award }, 'en')

describe('a fund', () => {
  test('is read in minor units of its currency, and pays as many whole awards as it can', () => {
    const { budget } = read('THB', '100,000', '30000')
    assert.deepEqual(budget, { currency: 'THB', totalMinor: '10000000', awardMinor: '3000000' })
    assert.equal(awardsOf(budget!), 3)
    const won = read('KRW', '1000000', '250000').budget
    assert.deepEqual(won, { currency: 'KRW', totalMinor: '1000000', awardMinor: '250000' })
    assert.equal(awardsOf(won!), 4)
    assert.deepEqual(read('THB', '', ''), { budget: null, faults: {} })
  })

  test('names each amount that is none', () => {
    const faultsOf = (...typed: Parameters<typeof read>) =>
      Object.entries(read(...typed).faults).map(([field, { key }]) => `${field} ${key}`)
    assert.deepEqual(faultsOf('', '1', '1'), ['currency budget.no-currency'])
    assert.deepEqual(faultsOf('THB', '-5', ''), [
      'total budget.no-amount',
      'award budget.no-amount',
    ])
    assert.deepEqual(faultsOf('THB', '0', '1e3'), [
      'total budget.no-amount',
      'award budget.no-amount',
    ])
    assert.deepEqual(faultsOf('KRW', '1000.50', '10'), ['total budget.no-amount'])
    assert.deepEqual(faultsOf('THB', '29999.99', '30000'), ['award budget.too-little'])
    assert.deepEqual(faultsOf('THB', '10000', '1'), ['award budget.too-many'])
    assert.deepEqual(faultsOf('THB', '9'.repeat(20), '1'), ['total budget.no-amount'])
  })

  test('is never given out beyond its total, and never keeps back a whole award', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...budgetCurrencies),
        fc.bigInt({ min: 1n, max: 10n ** 12n }),
        fc.integer({ min: 1, max: 9999 }),
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        (currency, award, count, rest) => {
          const total = award * BigInt(count) + (rest % award)
          const budget = { currency, totalMinor: String(total), awardMinor: String(award) }
          const { left, given } = fundAfter(budget, awardsOf(budget))
          assert.equal(awardsOf(budget), count)
          assert(left.minor >= 0n && left.minor < award)
          assert.equal(left.minor + given.minor, total)
        },
      ),
      { seed: 20261126 },
    )
  })

  test('alone in its call is wished for by everybody, and two are not', () => {
    const fund = { organisationId: null, name: { en: 'Fund' }, seats: 1 }
    const definition = (ids: string[]) => ({
      questions: [],
      destinations: ids.map((id) => ({ id, ...fund })),
      eligibility: [],
    })
    assert.deepEqual(wishesOf(definition(['d1']), {}), ['d1'])
    assert.deepEqual(wishesOf(definition(['d1', 'd2']), {}), [])
    assert.deepEqual(wishesOf(definition([]), {}), [])
  })
})
