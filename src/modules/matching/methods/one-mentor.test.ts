import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { openRun } from './all.ts'
import type { Certified } from './method.ts'
import { oneMentor, oneMentorRepairInputs, repairOneMentor } from './one-mentor.ts'

interface Inputs {
  applicants: { id: string; languages: string[] }[]
  mentors: { id: string; seats: number; languages: string[] }[]
  pairs: { student: string; mentor: string; cost: number }[]
}

type Run = Certified & { result: (string | null)[]; cost: number; prices: number[][] }

/** Small rounds: every way to give mentors can be tried. */
const rounds = fc
  .record({
    students: fc.array(fc.subarray(['en', 'th'], { minLength: 1 }), { minLength: 1, maxLength: 4 }),
    mentors: fc.array(
      fc.record({ seats: fc.nat(2), languages: fc.subarray(['en', 'th'], { minLength: 1 }) }),
      { minLength: 1, maxLength: 3 },
    ),
    costs: fc.array(fc.option(fc.nat(6)), { minLength: 12, maxLength: 12 }),
  })
  .map(({ students, mentors, costs }): Inputs => ({
    applicants: students.map((languages, at) => ({ id: `s${at}`, languages })),
    mentors: mentors.map((mentor, at) => ({ id: `m${at}`, ...mentor })),
    pairs: students.flatMap((_student, who) =>
      mentors.flatMap((_mentor, at) => {
        const cost = costs[who * 3 + at] ?? null
        return cost === null ? [] : [{ student: `s${who}`, mentor: `m${at}`, cost }]
      }),
    ),
  }))

const fixed = { seed: 20261126, numRuns: 200 }

/** Every result that keeps to pairs, languages and seats. */
function everyResult({ applicants, mentors, pairs }: Inputs): (string | null)[][] {
  let all: (string | null)[][] = [[]]
  for (const { id, languages } of applicants) {
    const own = pairs.filter(({ student, mentor }) => {
      const spoken = mentors.find((each) => each.id === mentor)!.languages
      return student === id && languages.some((each) => spoken.includes(each))
    })
    all = all.flatMap((begun) =>
      [null, ...own.map(({ mentor }) => mentor)].map((mentor) => [...begun, mentor]),
    )
  }
  return all.filter((result) =>
    mentors.every(({ id, seats }) => result.filter((each) => each === id).length <= seats),
  )
}

function valueOf({ applicants, pairs }: Inputs, result: (string | null)[]): [number, number] {
  const cost = result.reduce((sum, mentor, who) => {
    const { id } = applicants[who]!
    const pair = pairs.find((each) => each.student === id && each.mentor === mentor)
    return sum + (pair?.cost ?? 0)
  }, 0)
  return [result.filter((mentor) => mentor === null).length, cost]
}

const least = (values: number[][]) =>
  values.toSorted((a, b) => a.map((each, at) => each - b[at]!).find((step) => step !== 0) ?? 0)[0]

describe('one mentor for each student', () => {
  test('leaves the fewest without one and then costs the least, of all results there are', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const run = oneMentor.run(round) as Run
        assert.equal(oneMentor.open(run)!.verify().proved, true)
        const best = least(everyResult(round).map((result) => valueOf(round, result)))
        assert.deepEqual(valueOf(round, run.result), best)
        assert.equal(run.cost, best![1])
      }),
      fixed,
    )
  })

  test('is repaired with the fewest without one, then the fewest changes, then the least cost', () => {
    fc.assert(
      fc.property(rounds, fc.nat(), fc.boolean(), (round, which, isMentor) => {
        const before = (oneMentor.run(round) as Run).result
        const { id } = isMentor
          ? round.mentors[which % round.mentors.length]!
          : round.applicants[which % round.applicants.length]!
        const withdrawn = { side: isMentor ? ('place' as const) : ('applicant' as const), id }
        const inputs = oneMentorRepairInputs(round, before, withdrawn)
        const run = repairOneMentor.run(inputs) as Run
        assert.equal(openRun(run)!.verify().proved, true)
        const left = {
          ...round,
          pairs: round.pairs.filter(({ student, mentor }) => student !== id && mentor !== id),
        }
        const worth = (result: (string | null)[]) => {
          const [without, cost] = valueOf(left, result)
          const changed = result.filter((mentor, who) => {
            const isGone = round.applicants[who]!.id === id
            const had = before[who] === id ? null : before[who]
            return !isGone && mentor !== had
          }).length
          return [without, changed, cost]
        }
        assert.deepEqual(worth(run.result), least(everyResult(left).map(worth)))
      }),
      fixed,
    )
  })

  test('is refused by its check once anything in the certificate is changed', () => {
    const round: Inputs = {
      applicants: [
        { id: 'Ada', languages: ['en'] },
        { id: 'Ben', languages: ['en'] },
      ],
      mentors: [
        { id: 'Mali', seats: 1, languages: ['en'] },
        { id: 'Noor', seats: 1, languages: ['en', 'th'] },
      ],
      pairs: [
        { student: 'Ada', mentor: 'Mali', cost: 1 },
        { student: 'Ada', mentor: 'Noor', cost: 2 },
        { student: 'Ben', mentor: 'Mali', cost: 3 },
        { student: 'Ben', mentor: 'Noor', cost: 9 },
      ],
    }
    const run = oneMentor.run(round) as Run
    assert.deepEqual(run.result, ['Noor', 'Mali'])
    const wrong: [string, object][] = [
      ['result', { result: ['Mali', 'Noor'] }],
      ['result', { result: ['Mali', 'Mali'] }],
      ['result', { result: ['Mali', 'nobody'] }],
      ['result', { result: ['Noor'] }],
      ['result', { cost: run.cost - 1 }],
      ['result', { prices: run.prices.slice(1) }],
      ['result', { prices: run.prices.map((price) => price.map((each) => each - 1)) }],
      ['not-best', { prices: run.prices.map((price) => price.map(() => 0)) }],
      ['not-best', { result: ['Noor', null], cost: 2 }],
      ['hash', { inputs: { ...round, pairs: round.pairs.slice(1) } }],
    ]
    for (const [why, change] of wrong) {
      const found = oneMentor.open({ ...run, ...change })!.verify()
      assert.equal(found.proved, false, why)
      assert.ok(!found.proved && ['result', 'not-best', 'hash'].includes(found.why))
      if (why === 'hash') assert.equal(!found.proved && found.why, 'hash')
    }
  })
})
