import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Certificate, certificateSchema, runRound, verifyCertificate } from './certificate.ts'
import { drawLots, lotteryNumber } from './rules/lottery.ts'
import { type Round, roundFaults } from './rules/round.ts'

const round: Round = {
  seed: 'Bangkok, 1 December 2026',
  applicants: [
    { id: 'มาลี', choices: ['PKU', 'RUC'] },
    { id: '王芳', choices: ['PKU'] },
    { id: 'Hélène', choices: ['PKU', 'RUC'] },
    { id: '민준', choices: ['RUC'] },
  ],
  places: [
    { id: 'PKU', seats: 1, ranking: [['王芳', 'มาลี'], ['Hélène']] },
    { id: 'RUC', seats: 2, ranking: null },
  ],
}

describe('a frozen run', () => {
  test('is proved from itself, also after it was written and read again', () => {
    const certificate = runRound(round)
    const again = certificateSchema.parse(JSON.parse(JSON.stringify(certificate)))
    const matched = certificate.result.filter((place) => place !== null).length
    assert.deepEqual(verifyCertificate(again), { proved: true, applicants: 4, matched })
    assert.deepEqual(runRound(round), certificate)
  })

  test('settles ties by the lottery alone', () => {
    const first = drawLots(round.seed, ['มาลี', '王芳'])[0]
    const { result } = runRound(round)
    assert.equal(result[round.applicants.findIndex(({ id }) => id === first)], 'PKU')
  })

  test('proves nothing once anything in it was changed', () => {
    const certificate = runRound(round)
    const changes: ((copy: Certificate) => void)[] = [
      (copy) => (copy.inputs.seed = 'another'),
      (copy) => copy.inputs.applicants[0]!.choices.shift(),
      (copy) => (copy.inputs.places[1]!.seats = 3),
      (copy) => (copy.inputsSha256 = copy.inputsSha256.replace(/^./, 'x')),
      (copy) => (copy.result[3] = null),
      (copy) => (copy.result[1] = 'RUC'),
      (copy) => copy.result.pop(),
      (copy) => (copy.result = copy.result.map(() => 'PKU')),
      (copy) => (copy.inputs.places[0]!.ranking = [['nobody']]),
    ]
    for (const change of changes) {
      const copy = structuredClone(certificate)
      change(copy)
      assert.equal(verifyCertificate(copy).proved, false, String(change))
    }
  })

  test('proves no stable result but the best for every applicant, as trying all of them shows', () => {
    let [best, worse] = [0, 0]
    for (let seed = 0; seed < 1_000; seed += 1) {
      const next = draw(seed)
      const names = ['A', 'B', 'C', 'D'].slice(0, 2 + next(3))
      const seats = ['P', 'Q', 'R'].slice(0, 2 + next(2))
      const mixed = (items: readonly string[]) => {
        const left = [...items]
        return items.map(() => left.splice(next(left.length), 1)[0]!)
      }
      const small = {
        seed: String(seed),
        applicants: names.map((id) => ({
          id,
          choices: mixed(seats).slice(0, 1 + next(seats.length)),
        })),
        places: seats.map((id) => ({
          id,
          seats: 1 + next(2),
          ranking: mixed(names).map((who) => [who]),
        })),
      }
      const certificate = runRound(small)
      for (const result of allResults(small.applicants.map(({ choices }) => [null, ...choices]))) {
        const found = verifyCertificate({ ...certificate, result })
        const isBest = JSON.stringify(result) === JSON.stringify(certificate.result)
        assert.equal(found.proved, isBest, JSON.stringify({ small, result, found }))
        if (isBest) best += 1
        else if (!found.proved && found.why === 'not-best') worse += 1
      }
    }
    assert.equal(best, 1_000)
    assert.ok(worse > 20, `${worse} stable results that are not the best`)
  })

  test('draws its lots from the hash that anybody can compute', () => {
    assert.equal(
      lotteryNumber('seed', 'name'),
      // printf 'seed\nname' | sha256sum
      '2cc3eac0595b8e44e7a42065cfdee0b3abaf10297770605d837f6fab64d80b61',
    )
  })
})

describe('a round', () => {
  test('tells everything that is wrong in it', () => {
    const faults = roundFaults({
      seed: 's',
      applicants: [
        { id: 'A', choices: ['P', 'P', 'Q'] },
        { id: 'A', choices: [] },
      ],
      places: [
        { id: 'P', seats: 0, ranking: [['A', 'B'], ['A']] },
        { id: 'P', seats: 1, ranking: null },
      ],
    })
    assert.deepEqual(
      faults.map(({ fault }) => fault),
      [
        'seats',
        'place-twice',
        'chosen-twice',
        'unknown-place',
        'applicant-twice',
        'unknown-applicant',
        'ranked-twice',
      ],
    )
  })
})

/** Every way to give each applicant one of what they may have. */
function allResults(options: readonly (string | null)[][]): (string | null)[][] {
  const [first, ...rest] = options
  if (!first) return [[]]
  const others = allResults(rest)
  return first.flatMap((place) => others.map((other) => [place, ...other]))
}

/** Whole numbers below a limit, from a seed (mulberry32). */
function draw(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
