import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageOn, guardianBelow, needsGuardian } from './age.ts'

test('a guardian signs beside somebody under the age of the country that asks', () => {
  const cases: [born: string | null, country: string, on: string, needs: boolean | null][] = [
    ['2006-11-27', 'TH', '2026-11-26', true],
    ['2006-11-26', 'TH', '2026-11-26', false],
    ['2012-11-27', 'CN', '2026-11-26', true],
    ['2012-11-26', 'CN', '2026-11-26', false],
    ['2012-11-26', 'KR', '2026-11-26', false],
    ['2011-11-27', 'FR', '2026-11-26', true],
    ['2010-11-27', 'DE', '2026-11-26', true],
    ['2008-11-27', 'BR', '2026-11-26', true],
    [null, 'TH', '2026-11-26', null],
  ]
  for (const [born, country, on, needs] of cases) {
    assert.equal(needsGuardian(born, country, on), needs, `${born} ${country}`)
  }
})

test('ages are full years, on a leap day too', () => {
  assert.equal(ageOn('2004-02-29', '2024-02-28'), 19)
  assert.equal(ageOn('2004-02-29', '2024-02-29'), 20)
  assert.equal(ageOn('2004-02-29', '2025-02-28'), 20)
  assert.equal(ageOn('2004-02-29', '2025-03-01'), 21)
  assert.equal(guardianBelow('TH', '2020-01-01'), 18, 'before a law stood the general row counts')
})
