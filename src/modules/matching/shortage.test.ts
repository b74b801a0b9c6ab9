import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { bottlenecksProve } from './checks/shortage.ts'
import { fair } from './methods/one-sided.ts'
import { everyResult, settings, tiedRounds } from './rules/round.fixture.ts'
import type { Round } from './rules/round.ts'
import { shortageOf } from './rules/shortage.ts'
import { findShortage, shortageSaid } from './shortage.ts'

const rounds = tiedRounds.map(({ seed, applicants, places }): Round => {
  const flat = applicants.map(({ id, choices }) => ({ id, choices: choices.flat() }))
  return { seed, applicants: flat, places }
})

/** The fewest seats with which everybody who is accepted anywhere has a place, by trying every result. */
function fewestSeats(round: Round, more = round.places.map(() => 0)): number {
  const lists = round.applicants.map(({ id, choices }) =>
    choices.filter((choice) => {
      const { ranking } = round.places.find((place) => place.id === choice)!
      return ranking === null || ranking.flat().includes(id)
    }),
  )
  const missing = everyResult(lists)
    .filter((result) => result.every((place, who) => place !== null || lists[who]!.length === 0))
    .map((result) =>
      round.places.reduce((all, { id, seats }, at) => {
        const used = result.filter((place) => place === id).length
        return all + Math.max(0, used - seats - more[at]!)
      }, 0),
    )
  return Math.min(...missing)
}

describe('seats that are missing', () => {
  test('are the fewest with which everybody can have a place, by trying everything', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const { added } = shortageOf(round)
        const count = added.reduce((all, each) => all + each, 0)
        assert.equal(count, fewestSeats(round))
        assert.equal(fewestSeats(round, [...added]), 0)
        for (const { seats } of findShortage(round).ways) {
          const more = round.places.map(
            ({ id }) => seats.find(({ place }) => place === id)?.more ?? 0,
          )
          assert.equal(fewestSeats(round, more), 0)
        }
      }),
      { ...settings, numRuns: 60 },
    )
  })

  test('are proved by bottlenecks, which prove not one seat more, nor anything once changed', () => {
    fc.assert(
      fc.property(rounds, fc.nat(), (round, nat) => {
        const { added, bottlenecks } = shortageOf(round)
        const count = added.reduce((all, each) => all + each, 0)
        assert.ok(bottlenecksProve(round, bottlenecks, count))
        assert.ok(!bottlenecksProve(round, bottlenecks, count + 1))
        if (bottlenecks.length === 0) return
        const [one] = bottlenecks
        const less = { ...one!, places: one!.places.toSpliced(nat % one!.places.length, 1) }
        assert.ok(!bottlenecksProve(round, [less, ...bottlenecks.slice(1)], count))
        assert.ok(!bottlenecksProve(round, [one!, ...bottlenecks], count + 1))
      }),
      settings,
    )
  })

  test('follow what a seat costs at each place', () => {
    const round: Round = {
      seed: 's',
      applicants: ['a', 'b', 'c'].map((id) => ({ id, choices: ['lab', 'museum'] })),
      places: [
        { id: 'lab', seats: 1, ranking: null },
        { id: 'museum', seats: 1, ranking: null },
      ],
    }
    assert.deepEqual([...shortageOf(round, [5, 2]).added], [0, 1])
    assert.deepEqual([...shortageOf(round, [2, 5]).added], [1, 0])
  })

  test('are told with the bottleneck, the cheapest way and another one', () => {
    const round: Round = {
      seed: 's',
      applicants: [
        { id: 'a', choices: ['lab', 'museum'] },
        { id: 'b', choices: ['lab'] },
        { id: 'c', choices: ['museum'] },
        { id: 'd', choices: ['studio'] },
        { id: 'e', choices: [] },
      ],
      places: [
        { id: 'lab', seats: 1, ranking: null },
        { id: 'museum', seats: 1, ranking: null },
        { id: 'studio', seats: 1, ranking: null },
      ],
    }
    const found = findShortage(round)
    assert.deepEqual(found.nowhere, ['e'])
    assert.deepEqual(found.bottlenecks, [
      { applicants: ['a', 'b', 'c'], places: ['lab', 'museum'], seats: 2, missing: 1 },
    ])
    assert.equal(found.ways.length, 2)
    assert.deepEqual(
      shortageSaid(found).map(({ key }) => key),
      ['shortage.nowhere', 'shortage.bottleneck', 'shortage.add', 'shortage.instead'],
    )
    const [way] = found.ways
    const places = round.places.map(({ id, seats }) => ({
      id,
      seats: seats + (way!.seats.find(({ place }) => place === id)?.more ?? 0),
    }))
    const tied = round.applicants.map(({ id, choices }) => ({
      id,
      choices: choices.map((each) => [each]),
    }))
    const inputs = { seed: 's', applicants: tied, places }
    assert.equal(fair.run(inputs).result.filter((place) => place === null).length, 1)
    const enough = { ...round, applicants: round.applicants.slice(1, 4) }
    assert.deepEqual(
      shortageSaid(findShortage(enough)).map(({ key }) => key),
      ['shortage.none'],
    )
  })
})
