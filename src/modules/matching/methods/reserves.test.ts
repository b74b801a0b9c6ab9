import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { ReservedRound } from '../rules/reserved-market.ts'
import { drawLots } from '../rules/lottery.ts'
import { everyResult, reservedRounds, settings } from '../rules/round.fixture.ts'
import { runRound } from '../certificate.ts'
import { openRun } from './all.ts'
import { reserves } from './reserves.ts'

type Result = readonly (string | null)[]

/** The choice of a place word for word: reserved seats by rank within the category, then the rest by rank. */
function chosen(round: ReservedRound, placeId: string, people: readonly string[]): string[] {
  const place = round.places.find(({ id }) => id === placeId)!
  const lots = drawLots(
    round.seed,
    round.applicants.map(({ id }) => id),
  )
  const order = (place.ranking ?? [lots]).flatMap((group) =>
    group.toSorted((a, b) => lots.indexOf(a) - lots.indexOf(b)),
  )
  const waiting = order.filter((id) => people.includes(id))
  const taken: string[] = []
  for (const { category, seats } of place.reserves) {
    const own = waiting.filter(
      (id) => round.applicants.find((each) => each.id === id)!.category === category,
    )
    taken.push(...own.slice(0, seats))
  }
  const others = waiting.filter((id) => !taken.includes(id))
  return [...taken, ...others.slice(0, place.seats - taken.length)]
}

function isStable(round: ReservedRound, result: Result): boolean {
  const at = (place: string) =>
    round.applicants.flatMap(({ id }, who) => (result[who] === place ? [id] : []))
  return (
    round.places.every(({ id }) => chosen(round, id, at(id)).length === at(id).length) &&
    round.applicants.every(({ id, choices }, who) => {
      const own = result[who] === null ? choices.length : choices.indexOf(result[who]!)
      return choices
        .slice(0, own)
        .every((each) => !chosen(round, each, [...at(each), id]).includes(id))
    })
  )
}

describe('seats reserved for categories', () => {
  test('give each applicant the best that any stable result gives, and their check agrees with the definition', () => {
    fc.assert(
      fc.property(reservedRounds, (round) => {
        const run = reserves.run(round)
        const all = everyResult(round.applicants.map(({ choices }) => choices))
        const stable = all.filter((result) => isStable(round, result))
        assert.ok(isStable(round, run.result))
        for (const result of stable) {
          for (const [who, { choices }] of round.applicants.entries()) {
            const value = (each: Result) => (each[who] === null ? 99 : choices.indexOf(each[who]!))
            assert.ok(value(run.result) <= value(result))
          }
        }
        for (const result of all) {
          const found = openRun({ ...run, result })!.verify()
          const isBest = isDeepStrictEqual(result, run.result)
          assert.equal(found.proved, isBest)
          if (isStable(round, result) && !found.proved) assert.equal(found.why, 'not-best')
        }
      }),
      { ...settings, numRuns: 150 },
    )
  })

  test('reward nobody for another list', () => {
    fc.assert(
      fc.property(reservedRounds, fc.nat(3), fc.nat(3), (round, nat, from) => {
        const who = nat % round.applicants.length
        const one = round.applicants[who]!
        const lie = {
          ...one,
          choices: [...one.choices.slice(from), ...one.choices.slice(0, from)].slice(0, 2),
        }
        const told = { ...round, applicants: round.applicants.with(who, lie) }
        const value = (place: string | null) => (place === null ? 99 : one.choices.indexOf(place))
        const truth = value(reserves.run(round).result[who]!)
        assert.ok(truth <= value(reserves.run(told).result[who]!))
      }),
      settings,
    )
  })

  test('are a round like any other where nothing is reserved', () => {
    fc.assert(
      fc.property(reservedRounds, (round) => {
        const places = round.places.map((place) => ({ ...place, reserves: [] }))
        const unreserved: ReservedRound = { ...round, places }
        const plain = runRound(unreserved)
        assert.deepEqual(reserves.run(unreserved).result, plain.result)
      }),
      settings,
    )
  })

  test('open up what a category leaves, and are explained', () => {
    const round: ReservedRound = {
      seed: 's',
      applicants: [
        { id: 'A', category: null, choices: ['lab'] },
        { id: 'B', category: 'TH', choices: ['lab'] },
        { id: 'C', category: null, choices: ['lab'] },
        { id: 'D', category: 'TH', choices: ['lab'] },
      ],
      places: [
        {
          id: 'lab',
          seats: 2,
          ranking: [['A'], ['C'], ['B'], ['D']],
          reserves: [{ category: 'TH', seats: 1 }],
        },
      ],
    }
    const run = reserves.run(round)
    assert.deepEqual(run.result, ['lab', 'lab', null, null])
    const keys = (who: string) =>
      reserves
        .open(run)!
        .explain(who, 'lab')
        .map(({ key }) => key)
    assert.deepEqual(keys('B'), ['reserves.placed'])
    assert.deepEqual(keys('C'), ['reserves.outranked', 'reserves.other', 'why.seats-more'])
    assert.deepEqual(keys('D'), ['reserves.outranked', 'reserves.own', 'why.seats-more'])
    const noThai = round.applicants.map((each) => ({ ...each, category: null }))
    assert.deepEqual(reserves.run({ ...round, applicants: noThai }).result, [
      'lab',
      null,
      'lab',
      null,
    ])
  })

  test('are refused beyond the seats of a place', () => {
    const wrong: ReservedRound = {
      seed: 's',
      applicants: [],
      places: [
        {
          id: 'lab',
          seats: 1,
          ranking: null,
          reserves: [
            { category: 'TH', seats: 1 },
            { category: 'TH', seats: 0 },
          ],
        },
        { id: 'den', seats: 1, ranking: null, reserves: [{ category: 'KR', seats: 2 }] },
      ],
    }
    const faults = reserves.faults(wrong)
    assert.deepEqual(
      faults.map(({ key }) => key),
      ['reserves.seats', 'reserves.twice', 'reserves.too-many'],
    )
  })

  test('are refused where so many categories would fill the memory of whoever checks them', () => {
    const many = Array.from({ length: 301 }, (_, at) => ({ category: `C${at}`, seats: 1 }))
    const places = [{ id: 'lab', seats: 1000, ranking: null, reserves: many }]
    const round: ReservedRound = { seed: 's', applicants: [], places }
    const faults = reserves.faults(round)
    assert.deepEqual(
      faults.map(({ key }) => key),
      ['reserves.categories'],
    )
  })
})
