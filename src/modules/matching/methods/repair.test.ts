import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { runRound, verifyCertificate } from '../certificate.ts'
import { differences } from '../compare.ts'
import { roundWithout, type Withdrawn } from '../rules/repair.ts'
import { everyResult, settings, tiedRounds } from '../rules/round.fixture.ts'
import type { Round } from '../rules/round.ts'
import { openRun } from './all.ts'
import { repair, repairInputs } from './repair.ts'

type Result = readonly (string | null)[]

const rounds = tiedRounds.map(({ seed, applicants, places }): Round => {
  const flat = applicants.map(({ id, choices }) => ({ id, choices: choices.flat() }))
  return { seed, applicants: flat, places }
})

/** Stable by the check of plain rounds, which is tested by definition elsewhere. */
function isStable(round: Round, result: Result): boolean {
  const run = runRound(round)
  const found = verifyCertificate({ ...run, result: [...result] })
  return found.proved || found.why === 'not-best'
}

const step = (round: Round, who: number, before: Result, after: Result) => {
  const at = (place: string | null) =>
    place === null ? 99 : round.applicants[who]!.choices.indexOf(place)
  return at(after[who]!) - at(before[who]!)
}

function everyStable(round: Round): Result[] {
  return everyResult(round.applicants.map(({ choices }) => choices)).filter((each) =>
    isStable(round, each),
  )
}

describe('a repair after somebody withdrew', () => {
  test('is stable again, and no stable result of its kind changes fewer people', () => {
    fc.assert(
      fc.property(rounds, fc.nat(), (round, nat) => {
        const run = runRound(round)
        // From any stable result, not only the one that the engine gives out.
        const all = everyStable(round)
        const before = [...all[nat % all.length]!]
        const people: Withdrawn[] = [
          { side: 'applicant', id: round.applicants[nat % round.applicants.length]!.id },
          { side: 'place', id: round.places[nat % round.places.length]!.id },
        ]
        for (const withdrawn of people) {
          const inputs = repairInputs({ ...run, result: before }, withdrawn)
          const repaired = repair.run(inputs)
          assert.deepEqual(repair.faults(inputs), [])
          assert.equal(repair.open(repaired)!.verify().proved, true)
          const rest = roundWithout(round, withdrawn)
          assert.ok(isStable(rest, repaired.result))
          const others = [...round.applicants.keys()].filter(
            (who) => withdrawn.side === 'place' || round.applicants[who]!.id !== withdrawn.id,
          )
          const changed = (result: Result) =>
            others.filter((who) => result[who] !== before[who]).length
          const isOfKind = (result: Result) =>
            others.every((who) => {
              const moved = step(round, who, before, result)
              return withdrawn.side === 'applicant' ? moved <= 0 : moved >= 0
            })
          assert.ok(isOfKind(repaired.result))
          for (const result of everyStable(rest).filter(isOfKind)) {
            assert.ok(changed(repaired.result) <= changed(result))
          }
        }
      }),
      { ...settings, numRuns: 80 },
    )
  })

  test('proves nothing with another result or other moves', () => {
    fc.assert(
      fc.property(rounds, fc.nat(), (round, nat) => {
        const withdrawn = { side: 'applicant' as const, id: round.applicants[0]!.id }
        const made = repair.run(repairInputs(runRound(round), withdrawn))
        const run = { moves: [] as object[], ...made }
        const rest = roundWithout(round, withdrawn)
        for (const result of everyResult(rest.applicants.map(({ choices }) => choices))) {
          if (result.every((place, who) => place === run.result[who])) continue
          assert.equal(openRun({ ...run, result })!.verify().proved, false)
        }
        if (run.moves.length > 0) {
          const moves = run.moves.toSpliced(nat % run.moves.length, 1)
          assert.equal(openRun({ ...run, moves })!.verify().proved, false)
        }
        const extra = { applicant: withdrawn.id, place: round.places[0]!.id }
        assert.equal(openRun({ ...run, moves: [...run.moves, extra] })!.verify().proved, false)
      }),
      { ...settings, numRuns: 60 },
    )
  })

  const chain: Round = {
    seed: 's',
    applicants: [
      { id: 'a', choices: ['lab'] },
      { id: 'b', choices: ['lab', 'museum'] },
      { id: 'c', choices: ['museum'] },
      { id: 'd', choices: ['studio'] },
    ],
    places: [
      { id: 'lab', seats: 1, ranking: [['a'], ['b']] },
      { id: 'museum', seats: 1, ranking: [['b'], ['c']] },
      { id: 'studio', seats: 1, ranking: null },
    ],
  }

  test('hands a free seat on, is explained step by step, and is compared with what was before', () => {
    const before = runRound(chain)
    assert.deepEqual(before.result, ['lab', 'museum', null, 'studio'])
    const run = repair.run(repairInputs(before, { side: 'applicant', id: 'a' }))
    assert.deepEqual(run.result, [null, 'lab', 'museum', 'studio'])
    const why = (who: string, place: string) => repair.open(run)!.explain(who, place)[0]!
    assert.deepEqual(why('b', 'lab').key, 'repair.moved')
    assert.deepEqual(why('c', 'museum').args, {
      applicant: 'c',
      place: 'museum',
      has: 'museum',
      from: '',
      step: 2,
    })
    assert.equal(why('d', 'studio').key, 'repair.kept')
    assert.equal(why('a', 'lab').key, 'repair.withdrew')
    assert.deepEqual(
      differences(before, run).map(({ applicant, change }) => [applicant, change]),
      [
        ['a', 'lost'],
        ['b', 'up'],
        ['c', 'gained'],
      ],
    )
  })

  test('goes on from a repair, and refuses a result that was not stable', () => {
    const once = repair.run(repairInputs(runRound(chain), { side: 'place', id: 'museum' }))
    assert.deepEqual(once.result, ['lab', null, null, 'studio'])
    const twice = repair.run(
      repairInputs(once as Parameters<typeof repairInputs>[0], { side: 'applicant', id: 'a' }),
    )
    assert.deepEqual(twice.result, [null, 'lab', null, 'studio'])
    assert.equal(openRun(JSON.parse(JSON.stringify(twice)))!.verify().proved, true)
    const wrong = repairInputs(
      { ...runRound(chain), result: [null, null, null, null] },
      { side: 'place', id: 'nowhere' },
    )
    assert.deepEqual(
      repair.faults(wrong).map(({ key }) => key),
      ['repair.unknown'],
    )
    const unstable = { ...wrong, withdrawn: { side: 'place' as const, id: 'lab' } }
    assert.deepEqual(
      repair.faults(unstable).map(({ key }) => key),
      ['repair.unstable'],
    )
  })
})
