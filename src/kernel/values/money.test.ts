import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  addMoney,
  allocateMoney,
  compareMoney,
  currencyExponent,
  formatMoney,
  Fraction,
  isCurrency,
  languages,
  money,
  moneyToDecimal,
  multiplyMoney,
  parseMoney,
  subtractMoney,
} from './index.ts'

const seeded = { seed: 20261122 }
const currencies = fc.constantFrom('THB', 'CNY', 'KRW', 'EUR', 'KWD', 'CLF')

describe('money', () => {
  test('has the decimals of ISO 4217, also where Intl shows others', () => {
    const table = { THB: 2, CNY: 2, KRW: 0, EUR: 2, JPY: 0, KWD: 3, CLF: 4, IDR: 2, ISK: 0, UGX: 0 }
    for (const [code, exponent] of Object.entries(table)) {
      assert.equal(currencyExponent(code), exponent, code)
    }
    assert.equal(formatMoney(money(150050, 'IDR'), 'en'), 'IDR\u00a01,500.50')
  })

  test('knows no metal, no test code and no lower case', () => {
    for (const code of ['XAU', 'XXX', 'XTS', 'thb', 'BTC', '', null, 5]) {
      assert.equal(isCurrency(code), false)
    }
    assert.throws(() => money(1, 'XAU'))
    assert.throws(() => money(1.5, 'THB'))
  })

  test('is written as each language writes it', () => {
    const amount = money(123456750, 'THB')
    const written = languages.map((language) => formatMoney(amount, language).replace(/\s/g, ' '))
    assert.deepEqual(written, [
      'THB 1,234,567.50',
      'THB 1,234,567.50',
      'THB 1,234,567.50',
      'THB 1,234,567.50',
      '1 234 567,50 THB',
    ])
    assert.equal(formatMoney(money(150050, 'KRW'), 'ko', 'symbol'), '₩150,050')
    assert.match(formatMoney(money(10n ** 20n, 'EUR'), 'en'), /1,000,000,000,000,000,000\.00$/)
    assert.equal(moneyToDecimal(money(10n ** 20n, 'EUR')), '1000000000000000000.00')
  })

  test('is read as each language writes it, and not guessed', () => {
    const table: [string, string, 'en' | 'fr' | 'th', bigint | null][] = [
      ['1,500.50', 'THB', 'en', 150050n],
      ['1500.5', 'THB', 'en', 150050n],
      ['๑,๕๐๐', 'THB', 'th', 150000n],
      ['1 500,50', 'EUR', 'fr', 150050n],
      ['1\u202f500,50', 'EUR', 'fr', 150050n],
      ['1500.50', 'EUR', 'fr', 150050n],
      ['-20', 'KRW', 'en', -20n],
      ['1,50', 'EUR', 'en', null],
      ['12,34,567', 'THB', 'en', null],
      ['1.505', 'THB', 'en', null],
      ['1.5', 'KRW', 'en', null],
      ['1e3', 'THB', 'en', null],
      ['', 'THB', 'en', null],
      ['-', 'THB', 'en', null],
      ['9'.repeat(41), 'THB', 'en', null],
    ]
    for (const [text, currency, language, minor] of table) {
      assert.equal(parseMoney(text, currency, language)?.minor ?? null, minor, text)
    }
  })

  test('reads back its own decimal text', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), currencies, (minor, code) => {
        const amount = money(minor, code)
        assert.equal(parseMoney(moneyToDecimal(amount), code, 'en')?.minor, minor)
      }),
      seeded,
    )
  })

  test('adds, subtracts and compares in one currency only', () => {
    const [a, b] = [money(5, 'THB'), money(7, 'THB')]
    assert.equal(addMoney(a, b).minor, 12n)
    assert.equal(subtractMoney(a, b).minor, -2n)
    assert.equal(compareMoney(a, b), -1)
    for (const verb of [addMoney, subtractMoney, compareMoney]) {
      assert.throws(() => verb(a, money(5, 'EUR')), TypeError)
    }
  })

  test('is multiplied exactly and rounded once', () => {
    assert.equal(multiplyMoney(money(100, 'THB'), Fraction.of(1, 3), 'half-up').minor, 33n)
    assert.equal(multiplyMoney(money(25, 'THB'), Fraction.of(1, 10), 'half-even').minor, 2n)
  })

  test('is shared out to the last minor unit, nobody more than one away from her exact share', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 8 }),
        (minor, weights) => {
          const total = weights.reduce((sum, each) => sum + each, 0n)
          fc.pre(total > 0n)
          const parts = allocateMoney(money(minor, 'THB'), weights)
          assert.equal(
            parts.reduce((sum, part) => sum + part.minor, 0n),
            minor,
          )
          for (const [index, part] of parts.entries()) {
            const off = part.minor * total - minor * weights[index]!
            assert.ok((off < 0n ? -off : off) < total)
          }
        },
      ),
      seeded,
    )
    assert.throws(() => allocateMoney(money(1, 'THB'), [0n]))
  })
})
