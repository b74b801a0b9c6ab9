import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { checkStability, ranksAreTrue } from '../checks/stability.ts'
import { deferredAcceptance } from './deferred-acceptance.ts'
import { ranksAtPlaces } from './ranks.ts'
import { marketFault, type TwoSided } from './two-sided.ts'

/** Lists as arrays of arrays, which are easier to read and to draw at random. */
function market(applicants: number[][], places: number[][], capacity: number[]): TwoSided {
  const compress = (lists: number[][]) => ({
    start: Int32Array.from([0, ...lists.map((_, row) => lists.slice(0, row + 1).flat().length)]),
    list: Int32Array.from(lists.flat()),
  })
  const [a, p] = [compress(applicants), compress(places)]
  return {
    applicants: applicants.length,
    places: places.length,
    applicantStart: a.start,
    applicantList: a.list,
    capacity: Int32Array.from(capacity),
    placeStart: p.start,
    placeList: p.list,
  }
}

function solve(given: TwoSided): number[] {
  return [...deferredAcceptance(given, ranksAtPlaces(given))]
}

/** By definition, with no shortcut: every pair is looked at. */
function isStable(applicants: number[][], places: number[][], capacity: number[], at: number[]) {
  const placeOf = applicants.map((list, who) => (at[who]! < 0 ? null : list[at[who]!]!))
  const held = places.map((_, place) => placeOf.flatMap((each, who) => (each === place ? who : [])))
  if (held.some((who, place) => who.length > capacity[place]!)) return false
  if (held.some((who, place) => who.some((each) => !places[place]!.includes(each)))) return false
  return !applicants.some((list, who) =>
    list.some((place, position) => {
      if (at[who]! >= 0 && position >= at[who]!) return false
      const rank = places[place]!.indexOf(who)
      if (rank < 0) return false
      if (held[place]!.length < capacity[place]!) return true
      return held[place]!.some((other) => places[place]!.indexOf(other) > rank)
    }),
  )
}

const small = fc
  .record({ people: fc.integer({ min: 1, max: 5 }), places: fc.integer({ min: 1, max: 4 }) })
  .chain(({ people, places }) => {
    const some = (count: number) =>
      fc.shuffledSubarray(Array.from({ length: count }, (_, each) => each))
    return fc.record({
      applicants: fc.array(some(places), { minLength: people, maxLength: people }),
      places: fc.array(some(people), { minLength: places, maxLength: places }),
      capacity: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: places, maxLength: places }),
    })
  })

function everyAssignment(lists: number[][]): number[][] {
  return lists.reduce<number[][]>(
    (all, list) => all.flatMap((start) => [-1, ...list.keys()].map((next) => [...start, next])),
    [[]],
  )
}

const settings = { seed: 20261125, numRuns: 400 }

describe('a market with lists on both sides', () => {
  test('gives each applicant the best that any stable matching gives', () => {
    fc.assert(
      fc.property(small, ({ applicants, places, capacity }) => {
        const found = solve(market(applicants, places, capacity))
        const stable = everyAssignment(applicants).filter((at) =>
          isStable(applicants, places, capacity, at),
        )
        assert.ok(isStable(applicants, places, capacity, found))
        const value = (position: number) => (position < 0 ? Number.POSITIVE_INFINITY : position)
        for (const other of stable) {
          for (const [who, position] of found.entries()) {
            assert.ok(value(position) <= value(other[who]!))
          }
          // Rural hospitals: the same people have a place in every stable matching.
          assert.deepEqual(
            other.map((position) => position < 0),
            found.map((position) => position < 0),
          )
        }
      }),
      settings,
    )
  })

  test('rewards nobody for a list that is not the truth', () => {
    fc.assert(
      fc.property(small, fc.nat(4), ({ applicants, places, capacity }, nat) => {
        const who = nat % applicants.length
        const truth = applicants[who]!
        const told = solve(market(applicants, places, capacity))[who]!
        for (const lie of everyOrder(truth)) {
          const lists = applicants.with(who, lie)
          const got = solve(market(lists, places, capacity))[who]!
          const really = got < 0 ? Infinity : truth.indexOf(lie[got]!)
          assert.ok((told < 0 ? Infinity : told) <= really)
        }
      }),
      { ...settings, numRuns: 150 },
    )
  })

  test('is checked by the definition of stability, whatever the matching', () => {
    fc.assert(
      fc.property(small, fc.array(fc.integer({ min: -1, max: 4 })), (given, drawn) => {
        const { applicants, places, capacity } = given
        const at = applicants.map((_, who) => drawn[who] ?? -1)
        const one = market(applicants, places, capacity)
        const found = checkStability(one, ranksAtPlaces(one), Int32Array.from(at))
        const isSound = found.blockingPairs + found.overfull + found.unacceptable === 0
        const inLists = at.every((position, who) => position < applicants[who]!.length)
        assert.equal(isSound, inLists && isStable(applicants, places, capacity, at))
      }),
      { ...settings, numRuns: 1000 },
    )
  })

  test('notices every rank that is not the one of the lists', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.integer({ min: -2, max: 5 }), (given, where, other) => {
        const one = market(given.applicants, given.places, given.capacity)
        const ranks = ranksAtPlaces(one)
        assert.ok(ranksAreTrue(one, ranks))
        const entry = where % Math.max(1, ranks.length)
        if (ranks.length === 0 || ranks[entry] === other) return
        ranks[entry] = other
        assert.ok(!ranksAreTrue(one, ranks))
      }),
      settings,
    )
  })

  test('ranks long lists like short ones', () => {
    const count = 300
    const all = Array.from({ length: count }, (_, each) => each)
    const applicants = all.map((who) => all.map((each) => (each * 7 + who) % count))
    const places = all.map((place) => all.map((each) => (each * 11 + place) % count))
    const one = market(
      applicants,
      places,
      Array.from({ length: count }, () => 1),
    )
    const ranks = ranksAtPlaces(one)
    assert.ok(ranksAreTrue(one, ranks))
    const found = checkStability(one, ranks, deferredAcceptance(one, ranks))
    assert.equal(found.blockingPairs, 0)
  })

  test('names the first thing that is wrong with its lists', () => {
    const fault = (applicants: number[][], places: number[][], capacity: number[]) =>
      marketFault(market(applicants, places, capacity))
    assert.equal(fault([[0]], [[0]], [1]), null)
    assert.deepEqual(fault([[0, 0]], [[0]], [1]), {
      fault: 'twice',
      side: 'applicant',
      row: 0,
      position: 1,
    })
    assert.equal(fault([[1]], [[0]], [1])?.fault, 'unknown')
    assert.equal(fault([[0]], [[-1]], [1])?.side, 'place')
    assert.equal(fault([[0]], [[0]], [-1])?.fault, 'capacity')
    assert.equal(fault([[0]], [[0]], [])?.fault, 'shape')
  })
})

function everyOrder(list: number[]): number[][] {
  if (list.length === 0) return [[]]
  return list.flatMap((each) => {
    const rest = everyOrder(list.filter((other) => other !== each)).map((order) => [each, ...order])
    return [...rest, ...everyOrder(list.filter((other) => other !== each))]
  })
}
