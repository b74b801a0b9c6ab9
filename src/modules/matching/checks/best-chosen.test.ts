import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { Verified } from '../methods/method.ts'
import { checkReserved } from '../methods/reserves.ts'
import { checkSharedResult } from '../methods/shared-quotas.ts'
import { everyResult, settings } from '../rules/round.fixture.ts'

const people = ['a', 'b', 'c', 'd']
const places = ['p', 'q', 'r', 's']

/** Everybody names everything, and a place ranks those first who want it least: many results are stable. */
const opposed = fc
  .record({
    lists: fc.tuple(...people.map(() => fc.shuffledSubarray(places, { minLength: 4 }))),
    lots: fc.shuffledSubarray(people, { minLength: 4 }),
    seats: fc.tuple(...places.map(() => fc.constantFrom(1, 1, 1, 2))),
    groups: fc.tuple(...people.map(() => fc.constantFrom(null, 'TH', 'KR'))),
    kept: fc.tuple(...places.map(() => fc.integer({ min: 0, max: 1 }))),
  })
  .map(({ lots, ...given }) => {
    const want = (who: string, place: string) => given.lists[people.indexOf(who)]!.indexOf(place)
    return {
      ...given,
      rankings: places.map((place) => lots.toSorted((a, b) => want(b, place) - want(a, place))),
    }
  })

interface Opposed {
  lists: string[][]
  rankings: string[][]
  seats: number[]
  groups: (string | null)[]
  kept: number[]
}

const applicantsOf = ({ lists }: Opposed) => people.map((id, who) => ({ id, choices: lists[who]! }))
const groupsOf = (ranking: readonly string[]) => ranking.map((id) => [id])

/** Of all results that are stable, the check must take the one that is best for everybody, and no other. */
function takesTheBestAlone(
  lists: readonly (readonly string[])[],
  verify: (result: (string | null)[]) => Verified,
): number {
  const found = everyResult(lists).map((result) => ({ result, verified: verify(result) }))
  const stable = found.filter(({ verified }) => verified.proved || verified.why === 'not-best')
  const taken = found.filter(({ verified }) => verified.proved)
  assert.equal(taken.length, 1)
  const value = (result: (string | null)[], who: number) =>
    result[who] === null ? 99 : lists[who]!.indexOf(result[who]!)
  for (const { result } of stable) {
    for (const who of lists.keys()) {
      assert.ok(value(taken[0]!.result, who) <= value(result, who))
    }
  }
  return stable.length - 1
}

describe('the check whether a stable result is the best for applicants', () => {
  test('takes the best alone under reserved seats', () => {
    let others = 0
    fc.assert(
      fc.property(opposed, (given) => {
        const inputs = {
          seed: 's',
          applicants: applicantsOf(given).map((each, who) => ({
            ...each,
            category: given.groups[who]!,
          })),
          places: places.map((id, at) => ({
            id,
            seats: given.seats[at]!,
            ranking: groupsOf(given.rankings[at]!),
            reserves: [{ category: 'TH', seats: 1 }].slice(given.kept[at]!),
          })),
        }
        others += takesTheBestAlone(given.lists, (result) =>
          checkReserved({ inputs, result }, true),
        )
      }),
      { ...settings, numRuns: 60 },
    )
    assert.ok(others > 20, `only ${others} other stable results were tried`)
  })

  test('takes the best alone where projects share seats, moves within a host among them', () => {
    let others = 0
    fc.assert(
      fc.property(opposed, fc.integer({ min: 1, max: 2 }), (given, hostSeats) => {
        const inputs = {
          seed: 's',
          applicants: applicantsOf(given),
          projects: places.map((id, at) => ({
            id,
            seats: given.seats[at]!,
            host: at < 2 ? 'h' : 'k',
          })),
          hosts: [
            { id: 'h', seats: hostSeats, ranking: groupsOf(given.rankings[0]!) },
            { id: 'k', seats: 2, ranking: groupsOf(given.rankings[3]!) },
          ],
        }
        others += takesTheBestAlone(given.lists, (result) =>
          checkSharedResult({ inputs, result }, true),
        )
      }),
      { ...settings, numRuns: 100 },
    )
    assert.ok(others > 20, `only ${others} other stable results were tried`)
  })
})
