import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { withoutWishes, type Withdrawn } from '../rules/repair.ts'
import { everyResult, reservedRounds, settings, sharedRounds } from '../rules/round.fixture.ts'
import { openRun } from './all.ts'
import type { Certified, Method } from './method.ts'
import { isLeastRepair, repairOf } from './repairs.ts'
import { reserves } from './reserves.ts'
import { sharedQuotas } from './shared-quotas.ts'

type Result = readonly (string | null)[]
interface Round {
  applicants: readonly { id: string; choices: readonly string[] }[]
}

/** Every result that the check of the method, tested by definition elsewhere, finds stable. */
function everyStable(method: Pick<Method, 'run' | 'open'>, round: Round): Result[] {
  const run = method.run(round)
  return everyResult(round.applicants.map(({ choices }) => choices)).filter(
    (result) => method.open({ ...run, result })!.verify().proved,
  )
}

/** Checks a repair against every stable result of its kind, from any stable result. */
function isLeastChange(
  method: Pick<Method, 'run' | 'open'>,
  round: Round,
  withdrawn: Withdrawn,
  nat: number,
): number {
  const all = everyStable(method, round)
  const before = all[nat % all.length]!
  const opened = openRun({ ...method.run(round), result: before })!
  const { method: repair, inputs } = repairOf(opened, withdrawn)!
  assert.deepEqual(repair.faults(inputs), [])
  const repaired = repair.run(inputs)
  assert.equal(openRun(JSON.parse(JSON.stringify(repaired)))!.verify().proved, true)
  const rest = { ...round, applicants: withoutWishes(round.applicants, withdrawn) }
  const others = [...round.applicants.keys()].filter(
    (who) => withdrawn.side === 'place' || round.applicants[who]!.id !== withdrawn.id,
  )
  const changed = (result: Result) => others.filter((who) => result[who] !== before[who]).length
  const at = (who: number, place: string | null) =>
    place === null ? 99 : round.applicants[who]!.choices.indexOf(place)
  const isOfKind = (result: Result) =>
    others.every((who) => {
      const moved = at(who, result[who]!) - at(who, before[who]!)
      return withdrawn.side === 'applicant' ? moved <= 0 : moved >= 0
    })
  assert.ok(isOfKind(repaired.result))
  const stable = everyStable(method, rest)
  assert.ok(stable.some((result) => JSON.stringify(result) === JSON.stringify(repaired.result)))
  for (const result of stable.filter(isOfKind)) {
    assert.ok(changed(repaired.result) <= changed(result))
  }
  const { moves } = repaired as Certified & { moves: object[] }
  if (moves.length > 0 && withdrawn.side === 'applicant') {
    const fewer = { ...repaired, moves: moves.toSpliced(nat % moves.length, 1) }
    assert.equal(openRun(fewer)!.verify().proved, false)
  }
  return moves.length
}

describe('a repair where places choose among several people', () => {
  test('is stable again under reserves, and no stable result of its kind changes fewer people', () => {
    let moves = 0
    fc.assert(
      fc.property(reservedRounds, fc.nat(), (round, nat) => {
        const people: Withdrawn[] = [
          { side: 'applicant', id: round.applicants[nat % round.applicants.length]!.id },
          { side: 'place', id: round.places[nat % round.places.length]!.id },
        ]
        for (const withdrawn of people) moves += isLeastChange(reserves, round, withdrawn, nat)
      }),
      { ...settings, numRuns: 150 },
    )
    assert.ok(moves > 50, `${moves} moves`)
  })

  test('is stable again under shared quotas, and no stable result in which nobody moves down changes fewer', () => {
    let moves = 0
    fc.assert(
      fc.property(sharedRounds, fc.nat(), (round, nat) => {
        const { id } = round.applicants[nat % round.applicants.length]!
        moves += isLeastChange(sharedQuotas, round, { side: 'applicant', id }, nat)
      }),
      { ...settings, numRuns: 200 },
    )
    assert.ok(moves > 10, `${moves} moves`)
  })

  const round = {
    seed: 's',
    applicants: [
      { id: 'A', category: 'TH', choices: ['lab'] },
      { id: 'B', category: null, choices: ['lab'] },
      { id: 'C', category: 'TH', choices: ['lab', 'den'] },
      { id: 'D', category: null, choices: ['lab'] },
    ],
    places: [
      {
        id: 'lab',
        seats: 2,
        ranking: [['A'], ['B'], ['D'], ['C']],
        reserves: [{ category: 'TH', seats: 1 }],
      },
      { id: 'den', seats: 1, ranking: null, reserves: [] },
    ],
  }

  test('keeps a reserved seat for its category when it becomes free, and goes on from a repair', () => {
    const run = reserves.run(round)
    assert.deepEqual(run.result, ['lab', 'lab', 'den', null])
    const without = (opened: Certified, withdrawn: Withdrawn) => {
      const repair = repairOf(openRun(opened)!, withdrawn)!
      return repair.method.run(repair.inputs)
    }
    const once = without(run, { side: 'applicant', id: 'A' })
    assert.deepEqual(once.result, [null, 'lab', 'lab', null])
    const why = openRun(once)!.explain('C', 'lab')
    assert.deepEqual(
      why.map(({ key }) => key),
      ['repair.moved'],
    )
    const twice = without(once, { side: 'applicant', id: 'C' })
    assert.deepEqual(twice.result, [null, 'lab', null, 'lab'])
    assert.equal(openRun(twice)!.verify().proved, true)
  })

  test('is refused from a result that is not stable', () => {
    const run = { ...reserves.run(round), result: [null, null, null, null] }
    const repair = repairOf(openRun(run)!, { side: 'applicant', id: 'A' })!
    assert.deepEqual(
      repair.method.faults(repair.inputs).map(({ key }) => key),
      ['repair.unstable'],
    )
  })

  test('of projects that share seats is proved to be the least for applicants only', () => {
    const shared = sharedQuotas.run({
      seed: 's',
      applicants: [{ id: 'A', choices: ['p'] }],
      projects: [{ id: 'p', seats: 1, host: 'h' }],
      hosts: [{ id: 'h', seats: 1, ranking: null }],
    } as Round)
    const of = (withdrawn: Withdrawn) => repairOf(openRun(shared)!, withdrawn)!
    assert.equal(isLeastRepair(of({ side: 'applicant', id: 'A' })), true)
    assert.equal(isLeastRepair(of({ side: 'place', id: 'p' })), false)
  })
})
