import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { OneSidedRound } from '../rules/one-sided.ts'
import { everyResult, settings, tiedRounds } from '../rules/round.fixture.ts'
import { withoutGroups } from '../rules/tied-market.ts'
import { openRun } from './all.ts'
import { fair, rankMaximal } from './one-sided.ts'

type Result = readonly (string | null)[]

const oneSidedRounds = tiedRounds.map(({ seed, applicants, places }): OneSidedRound => {
  return { seed, applicants, places: places.map(({ id, seats }) => ({ id, seats })) }
})

/** How many have each choice, the first first, and at the end how many have nothing. */
function profile(round: OneSidedRound, result: Result): number[] {
  const counts = [0, 0, 0, 0, 0]
  for (const [who, { choices }] of round.applicants.entries()) {
    const place = result[who]!
    counts[place === null ? 4 : choices.findIndex((group) => group.includes(place))]! += 1
  }
  return counts
}

const isSound = (round: OneSidedRound, result: Result) =>
  round.places.every(({ id, seats }) => result.filter((place) => place === id).length <= seats)

const everySound = (round: OneSidedRound) =>
  everyResult(withoutGroups(round).applicants.map(({ choices }) => choices)).filter((result) =>
    isSound(round, result),
  )

/** Whether the first list of numbers is before the second, as a dictionary has them. */
const before = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((each, index) => each !== b[index])
  return at >= 0 && a[at]! < b[at]!
}
const better = {
  'rank-maximal': (a: number[], b: number[]) => before(b.slice(0, 4), a.slice(0, 4)),
  fair: (a: number[], b: number[]) => before(a.toReversed(), b.toReversed()),
}

for (const method of [rankMaximal, fair]) {
  const isBetter = better[method.name as keyof typeof better]
  describe(`places that rank nobody, ${method.name}`, () => {
    test('are filled by the best result of all, and exactly the best ones are proved', () => {
      fc.assert(
        fc.property(oneSidedRounds, (round) => {
          const run = method.run(round)
          const own = profile(round, run.result)
          assert.equal(method.open(run)!.verify().proved, true)
          for (const result of everySound(round)) {
            assert.ok(!isBetter(profile(round, result), own))
            const { proved } = openRun({ ...run, result })!.verify()
            assert.equal(proved, !isBetter(own, profile(round, result)))
          }
        }),
        { ...settings, numRuns: 200 },
      )
    })

    test('prove no worse result, whatever the prices', () => {
      const price = fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 1, maxLength: 4 })
      fc.assert(
        fc.property(oneSidedRounds, fc.array(price), fc.nat(), (round, prices, nat) => {
          const run = method.run(round)
          const all = everySound(round)
          const result = all[nat % all.length]!
          if (!isBetter(profile(round, run.result), profile(round, result))) return
          const { length } = round.places
          const depth = Math.max(1, ...round.applicants.map(({ choices }) => choices.length))
          const drawn = Array.from({ length }, (_, at) =>
            Array.from({ length: depth }, (__, each) => prices[at]?.[each] ?? 0),
          )
          assert.equal(openRun({ ...run, result, prices: drawn })!.verify().proved, false)
        }),
        settings,
      )
    })

    test('give the same in whatever order the applicants stand in the file', () => {
      fc.assert(
        fc.property(oneSidedRounds, (round) => {
          const turned = { ...round, applicants: round.applicants.toReversed() }
          assert.deepEqual(method.run(turned).result.toReversed(), method.run(round).result)
        }),
        settings,
      )
    })
  })
}

test('the two aims differ where they should, and are explained by what the other choice would cost', () => {
  const round: OneSidedRound = {
    seed: 's',
    applicants: [
      { id: 'a', choices: [['x'], ['y']] },
      { id: 'b', choices: [['y'], ['x'], ['z']] },
      { id: 'c', choices: [['x'], ['y']] },
    ],
    places: ['x', 'y', 'z'].map((id) => ({ id, seats: 1 })),
  }
  const most = rankMaximal.run(round)
  const spread = fair.run(round)
  assert.deepEqual(profile(round, most.result), [2, 0, 0, 0, 1])
  assert.deepEqual(profile(round, spread.result), [1, 1, 1, 0, 0])
  const left = round.applicants[most.result.indexOf(null)]!.id
  const why = (method: typeof fair, who: string, place: string) =>
    method.open(method === fair ? spread : most)!.explain(who, place)[0]!
  assert.equal(why(rankMaximal, left, 'x').key, 'one-sided.equal')
  assert.deepEqual(why(rankMaximal, left, 'y').args, {
    applicant: left,
    place: 'y',
    count: 1,
    choice: 1,
  })
  assert.equal(why(fair, 'b', 'y').key, 'fair.unplaced')
  assert.equal(why(fair, 'b', 'z').key, 'one-sided.placed')
  assert.equal(why(fair, 'a', 'z').key, 'why.not-asked')
})
