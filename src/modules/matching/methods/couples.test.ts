import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { checkCouples } from '../checks/couples.ts'
import { runRound } from '../certificate.ts'
import type { CouplesRound } from '../rules/couples.ts'
import { settings, tiedRounds } from '../rules/round.fixture.ts'
import { openRun } from './all.ts'
import { couples } from './couples.ts'

const rounds = tiedRounds.chain(({ seed, applicants, places }) => {
  const singles = applicants.map(({ id, choices }) => ({ id, choices: choices.flat() }))
  const name = fc.constantFrom(...places.map(({ id }) => id))
  return fc
    .uniqueArray(fc.tuple(name, name), { selector: (pair) => pair.join(' '), maxLength: 3 })
    .map((choices): CouplesRound => {
      const isCouple = singles.length > 1
      const alone = singles.map((each, who) =>
        isCouple && who < 2 ? { ...each, choices: [] } : each,
      )
      const own = isCouple ? [{ first: 'a0', second: 'a1', choices }] : []
      return { seed, applicants: alone, places, couples: own }
    })
})

/** Every result: each single one choice or nothing, the couple one pair or nothing. */
function everyCoupled({ applicants, couples: pairs }: CouplesRound): (string | null)[][] {
  const [pair] = pairs
  const starts = pair ? [[null, null], ...pair.choices.map((each) => [...each])] : [[]]
  return applicants
    .slice(pair ? 2 : 0)
    .reduce<(string | null)[][]>(
      (all, { choices }) =>
        all.flatMap((start) => [null, ...choices].map((next) => [...start, next])),
      starts as (string | null)[][],
    )
}

const count = (found: object) => Object.values(found).reduce((all: number, each) => all + each, 0)

describe('couples, uncertified', () => {
  test('are told truly whether the result is stable, and nearly always found stable where that is possible', () => {
    let possible = 0
    let reached = 0
    fc.assert(
      fc.property(rounds, (round) => {
        const run = couples.run(round)
        const found = checkCouples(round, run.result)
        assert.equal(found.overfull + found.unacceptable, 0)
        const opened = openRun(run)!.verify()
        const isStable = count(found) === 0
        const said = opened.says.map(({ key }) => key)
        assert.ok(said.includes('couples.uncertified'))
        assert.equal(said.includes('couples.stable'), isStable)
        const exists = everyCoupled(round).some((each) => count(checkCouples(round, each)) === 0)
        if (isStable) assert.ok(exists)
        possible += exists ? 1 : 0
        reached += isStable ? 1 : 0
      }),
      { ...settings, numRuns: 200 },
    )
    assert.ok(reached >= 0.95 * possible, `${reached} of ${possible}`)
  })

  test('come out as any round where there is no couple', () => {
    fc.assert(
      fc.property(tiedRounds, ({ seed, applicants, places }) => {
        const flat = applicants.map(({ id, choices }) => ({ id, choices: choices.flat() }))
        const round: CouplesRound = { seed, applicants: flat, places, couples: [] }
        assert.deepEqual(couples.run(round).result, runRound(round).result)
      }),
      { ...settings, numRuns: 100 },
    )
  })

  const impossible: CouplesRound = {
    seed: 's',
    applicants: [
      { id: 'x', choices: [] },
      { id: 'y', choices: [] },
      { id: 'z', choices: ['P', 'Q'] },
    ],
    places: [
      { id: 'P', seats: 1, ranking: [['x'], ['z']] },
      { id: 'Q', seats: 1, ranking: [['z'], ['y']] },
    ],
    couples: [{ first: 'x', second: 'y', choices: [['P', 'Q']] }],
  }

  test('end, and say so, where no stable result exists (after Roth 1984)', () => {
    const run = couples.run(impossible)
    for (const each of everyCoupled(impossible)) {
      assert.ok(count(checkCouples(impossible, each)) > 0)
    }
    const keys = openRun(run)!
      .verify()
      .says.map(({ key }) => key)
    assert.deepEqual(keys.slice(1), ['couples.uncertified', 'couples.unstable'])
    assert.match(run.guarantee, /^none/)
    assert.equal(openRun({ ...run, blocking: { singles: 0, couples: 0 } })!.verify().proved, false)
    assert.equal(openRun({ ...run, result: ['P', null, null] })!.verify().proved, false)
    const why = couples
      .open(run)!
      .explain('x', 'Q')
      .map(({ key }) => key)
    assert.deepEqual(why, ['why.not-asked', 'couples.together', 'couples.uncertified'])
  })

  test('are refused with a list alone, twice, or with an unknown person or place', () => {
    const wrong: CouplesRound = {
      ...impossible,
      couples: [
        { first: 'x', second: 'z', choices: [['P', 'nowhere']] },
        { first: 'x', second: 'nobody', choices: [] },
      ],
    }
    assert.deepEqual(
      couples.faults(wrong).map(({ key }) => key),
      ['couples.own-list', 'input.unknown-place', 'couples.twice', 'couples.unknown'],
    )
  })
})
