import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { checkTies } from '../checks/ties.ts'
import { ranksAtPlaces } from '../rules/ranks.ts'
import { everyResult, settings, tiedRounds } from '../rules/round.fixture.ts'
import { type TiedRound, tiedMarketOf, withoutGroups } from '../rules/tied-market.ts'
import { openRun } from './all.ts'
import { positionsOf } from './method.ts'
import { tiesKept } from './ties-kept.ts'

type Result = readonly (string | null)[]

/** By definition, every pair looked at: seats kept, only who lists whom, no pair strictly better for both. */
function isWeaklyStable({ applicants, places }: TiedRound, result: Result): boolean {
  const groupOf = (groups: readonly (readonly string[])[], id: string) =>
    groups.findIndex((group) => group.includes(id))
  const ranking = places.map(({ id, ranking }) => {
    const asking = applicants.filter(({ choices }) => choices.flat().includes(id))
    return ranking ?? [asking.map((each) => each.id)]
  })
  const heldAt = (place: string) => applicants.filter((_, who) => result[who] === place)
  for (const [at, { id, seats }] of places.entries()) {
    if (heldAt(id).length > seats) return false
    if (heldAt(id).some((each) => groupOf(ranking[at]!, each.id) < 0)) return false
  }
  return !applicants.some(({ id, choices }, who) =>
    places.some((place, at) => {
      const [wish, rank] = [groupOf(choices, place.id), groupOf(ranking[at]!, id)]
      const own = result[who] === null ? Infinity : groupOf(choices, result[who]!)
      if (wish < 0 || rank < 0 || wish >= own) return false
      const held = heldAt(place.id)
      return held.length < place.seats || held.some((each) => groupOf(ranking[at]!, each.id) > rank)
    }),
  )
}

const sizeOf = (result: Result) => result.filter((place) => place !== null).length

describe('ties that are kept', () => {
  test('give a weakly stable result with at least two thirds of the largest, which its check proves', () => {
    fc.assert(
      fc.property(tiedRounds, (round) => {
        const run = tiesKept.run(round)
        assert.ok(isWeaklyStable(round, run.result))
        assert.equal(tiesKept.open(run)!.verify().proved, true)
        const sizes = everyResult(withoutGroups(round).applicants.map(({ choices }) => choices))
          .filter((result) => isWeaklyStable(round, result))
          .map(sizeOf)
        assert.ok(3 * sizeOf(run.result) >= 2 * Math.max(...sizes))
      }),
      settings,
    )
  })

  test('are checked by definition: what passes is weakly stable and two thirds, whatever made it', () => {
    fc.assert(
      fc.property(tiedRounds, (round) => {
        const market = tiedMarketOf(round)
        const ranks = ranksAtPlaces(market)
        const { applicants } = withoutGroups(round)
        const all = everyResult(applicants.map(({ choices }) => choices))
        const stable = all.filter((result) => isWeaklyStable(round, result))
        const largest = Math.max(...stable.map(sizeOf))
        for (const result of all) {
          const found = checkTies(market, ranks, positionsOf(applicants, result)!)
          const { couldYield, ...stability } = found
          const isStable = Object.values(stability).every((count) => count === 0)
          assert.equal(isStable, isWeaklyStable(round, result))
          if (isStable && couldYield === 0) assert.ok(3 * sizeOf(result) >= 2 * largest)
        }
      }),
      { ...settings, numRuns: 60 },
    )
  })

  test('place more people than one lottery would', () => {
    const round: TiedRound = {
      seed: 'a',
      applicants: [
        { id: 'flexible', choices: [['near', 'far']] },
        { id: 'bound', choices: [['near']] },
      ],
      places: [
        { id: 'near', seats: 1, ranking: [['flexible', 'bound']] },
        { id: 'far', seats: 1, ranking: null },
      ],
    }
    assert.deepEqual(tiesKept.run(round).result, ['far', 'near'])
    const text = JSON.stringify(tiesKept.run(round))
    const small = JSON.parse(text) as { result: (string | null)[] }
    small.result = ['near', null]
    const found = openRun(small)!.verify()
    assert.deepEqual([found.proved, 'why' in found && found.why], [false, 'small'])
  })

  test('prove nothing once inputs or result were changed', () => {
    fc.assert(
      fc.property(tiedRounds, fc.nat(), (round, nat) => {
        const run = structuredClone(tiesKept.run(round))
        const who = nat % run.result.length
        const choices = withoutGroups(round).applicants[who]!.choices
        for (const other of [null, 'elsewhere', ...choices]) {
          const result = run.result.with(who, other)
          const opened = openRun({ ...run, result })!.verify()
          if (!isWeaklyStable(round, result)) assert.equal(opened.proved, false)
        }
        const [place] = round.places
        const more = { ...round, places: round.places.with(0, { ...place!, seats: 9 }) }
        assert.equal(openRun({ ...run, inputs: more })!.verify().proved, false)
        assert.equal(openRun({ ...run, result: run.result.slice(1) })!.verify().proved, false)
        assert.equal(openRun({ ...run, guarantee: 'the largest' }), null)
      }),
      { ...settings, numRuns: 200 },
    )
  })

  test('are explained to whoever asks', () => {
    const round: TiedRound = {
      seed: 'a',
      applicants: [
        { id: 'x', choices: [['lab', 'museum'], ['studio']] },
        { id: 'y', choices: [['lab']] },
        { id: 'z', choices: [['lab'], ['studio']] },
      ],
      places: [
        { id: 'lab', seats: 1, ranking: [['y', 'x'], ['z']] },
        { id: 'museum', seats: 1, ranking: [['x']] },
        { id: 'studio', seats: 1, ranking: null },
      ],
    }
    const opened = tiesKept.open(tiesKept.run(round))!
    const why = (applicant: string, place: string) => opened.explain(applicant, place)[0]!.key
    assert.equal(why('x', 'museum'), 'ties.placed')
    assert.equal(why('x', 'lab'), 'ties.as-good')
    assert.equal(why('x', 'studio'), 'why.has-better')
    assert.equal(why('z', 'lab'), 'why.outranked')
    assert.equal(why('y', 'museum'), 'why.not-asked')
    assert.equal(why('nobody', 'museum'), 'why.unknown')
  })
})
