import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { assign } from '#modules/matching'
import { assigningRound } from './assigning.ts'
import { conflictOf, forbids } from './conflicts.ts'
import { enoughReviews, type GivenReview, scoresOf, severities, totalOf } from './scores.ts'

const review = (applicationId: string, reviewerId: string, total: number): GivenReview => ({
  applicationId,
  reviewerId,
  total: Fraction.of(total),
})

describe('a score', () => {
  const criteria = [
    { id: 'c1', label: {}, most: 5, weight: 2 },
    { id: 'c2', label: {}, most: 10, weight: 1 },
  ]

  test('weighs points by their criterion, exactly, from 0 to 100', () => {
    assert.equal(totalOf(criteria, { c1: 5, c2: 10 })?.toString(), '100')
    assert.equal(totalOf(criteria, { c1: 4, c2: 5 })?.toString(), '70')
    assert.equal(totalOf(criteria, { c1: 0, c2: 0 })?.isZero(), true)
    assert.equal(totalOf(criteria, { c1: 5 }), null, 'a criterion without points is no total')
    assert.equal(totalOf([], {}), null)
  })

  test('is raw while a reviewer has too few reviews beside others', () => {
    const scores = scoresOf([review('a', 'x', 80), review('a', 'y', 60), review('b', 'x', 90)])
    assert.deepEqual(
      scores.map(({ applicationId, raw, corrected, rank }) => [
        applicationId,
        raw.toString(),
        corrected,
        rank,
      ]),
      [
        ['b', '90', null, 1],
        ['a', '70', null, 2],
      ],
    )
    const [, first] = scores
    assert.deepEqual([first?.lowest.toString(), first?.highest.toString()], ['60', '80'])
  })

  test('is corrected for a reviewer who is always so much more severe, and the order is mended', () => {
    // Everybody's true worth is 80; x takes 20 off everywhere, and reads `late` with z alone.
    const shared = ['a', 'b', 'c', 'd', 'e', 'f']
    const given = shared.flatMap((id) => [review(id, 'x', 60), review(id, 'y', 80)])
    const others = shared.map((id) => review(`${id}2`, 'z', 80))
    const withY = shared.map((id) => review(`${id}2`, 'y', 80))
    const severity = severities([...given, ...others, ...withY])
    assert.equal(severity.get('x')?.toString(), '-20')
    const scores = scoresOf([...given, ...others, ...withY])
    assert.ok(scores.every(({ corrected }) => corrected !== null))
    const read = new Map(scores.map((each) => [each.applicationId, each]))
    assert.equal(read.get('a')!.raw.toString(), '70')
    assert.ok(read.get('a')!.corrected!.compare(read.get('a')!.raw) > 0)
  })

  test('tells severities only from enough reviews', () => {
    const few = Array.from({ length: enoughReviews - 1 }, (_, place) => [
      review(`a${place}`, 'x', 50),
      review(`a${place}`, 'y', 70),
    ]).flat()
    assert.equal(severities(few).get('x'), null)
    const enough = [...few, review('last', 'x', 50), review('last', 'y', 70)]
    assert.equal(severities(enough).get('x')?.toString(), '-20')
    assert.equal(severities(enough).get('y')?.toString(), '20')
  })

  test('of equal reviewers changes nothing, and equal scores share a rank', () => {
    const arbitrary = fc.array(fc.tuple(fc.nat(20), fc.constantFrom('x', 'y', 'z'), fc.nat(100)), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(arbitrary, (rows) => {
        const once = new Map(rows.map(([a, r, t]) => [`${a} ${r}`, review(`a${a}`, r, t)]))
        const scores = scoresOf([...once.values()])
        for (const [place, each] of scores.entries()) {
          const before = scores[place - 1]
          assert.ok(each.rank <= place + 1)
          if (!before) continue
          const compared = (before.corrected ?? before.raw).compare(each.corrected ?? each.raw)
          assert.ok(compared >= 0)
          assert.equal(compared === 0, before.rank === each.rank)
        }
        for (const each of scores) {
          assert.ok(each.lowest.compare(each.raw) <= 0 && each.raw.compare(each.highest) <= 0)
        }
      }),
      { seed: 20261126, numRuns: 200 },
    )
  })
})

describe('a conflict', () => {
  const belongs = (personId: string, organisationIds: string[] = [], unitIds: string[] = []) => ({
    personId,
    organisationIds,
    unitIds,
  })

  test('is hard for oneself, for what was said, and for the same unit; soft for the same institution', () => {
    const applicant = belongs('a', ['here'], ['arts'])
    assert.equal(conflictOf(belongs('a'), applicant, null), 'self')
    assert.equal(conflictOf(belongs('b'), applicant, 'kin'), 'kin')
    assert.equal(conflictOf(belongs('b', ['here'], ['arts']), applicant, null), 'unit')
    assert.equal(conflictOf(belongs('b', ['here'], ['law']), applicant, null), 'institution')
    assert.equal(conflictOf(belongs('b', ['elsewhere']), applicant, null), null)
    for (const hard of ['self', 'kin', 'supervisor', 'mentor', 'other', 'unit'] as const) {
      assert.equal(forbids(hard, true), true, hard)
    }
    assert.equal(forbids('institution', false), true)
    assert.equal(forbids('institution', true), false)
    assert.equal(forbids(null, false), false)
  })
})

describe('assigning', () => {
  test('never uses a forbidden pair, keeps within room, and prefers pairs without a waiver', () => {
    const arbitrary = fc.record({
      applications: fc.integer({ min: 0, max: 15 }),
      rooms: fc.array(fc.nat(6), { maxLength: 6 }),
      forbidden: fc.array(fc.tuple(fc.nat(14), fc.nat(5)), { maxLength: 40 }),
      isLevelled: fc.boolean(),
    })
    fc.assert(
      fc.property(arbitrary, ({ applications, rooms, forbidden, isLevelled }) => {
        const ids = Array.from({ length: applications }, (_, place) => `a${place}`)
        const readers = rooms.map((room, place) => ({ id: `r${place}`, room }))
        const isForbidden = new Set(forbidden.map(([a, r]) => `a${a} r${r}`))
        const round = assigningRound(
          ids,
          readers,
          (a, r) => (isForbidden.has(`${a} ${r}`) ? null : 'free'),
          isLevelled,
        )
        if (round.problem.rows === 0 || round.problem.columns === 0) return
        const { arcs } = assign(round.problem)
        const load = new Map<string, number>()
        for (const [row, application] of round.rows.entries()) {
          const arc = arcs[row]!
          if (arc < 0) continue
          const reader = round.columns[round.problem.column[arc]!]!
          assert.ok(!isForbidden.has(`${application} ${reader}`))
          load.set(reader, (load.get(reader) ?? 0) + 1)
        }
        for (const { id, room } of readers) assert.ok((load.get(id) ?? 0) <= room)
      }),
      { seed: 20261126, numRuns: 200 },
    )
    const round = assigningRound(
      ['a'],
      [
        { id: 'near', room: 5 },
        { id: 'far', room: 5 },
      ],
      (_a, r) => (r === 'near' ? 'waived' : 'free'),
      true,
    )
    const arc = assign(round.problem).arcs[0]!
    assert.equal(round.columns[round.problem.column[arc]!], 'far')
  })
})
