import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { runRound, verifyCertificate } from '#modules/matching'
import {
  matchingRound,
  readRank,
  type RoundDays,
  type RoundWisher,
  seedOfRun,
  stageOf,
} from './round.ts'

const seed = 'a'.repeat(64)
const wisher = (id: string, ...wishes: RoundWisher['wishes']): RoundWisher => ({ id, wishes })
const wish = (positionId: string, rank?: number | null) => ({ positionId, rank })
const resultOf = (round: ReturnType<typeof matchingRound>) => {
  const certificate = runRound(round)
  assert(verifyCertificate(certificate).proved)
  return Object.fromEntries(round.applicants.map(({ id }, at) => [id, certificate.result[at]]))
}

describe('a round as matching takes it', () => {
  test('keeps ties together, puts whom nothing is said of last, and leaves out whom the host does not take', () => {
    const round = matchingRound(
      seed,
      [
        wisher('a', wish('x', 2)),
        wisher('b', wish('x')),
        wisher('c', wish('x', 2)),
        wisher('d', wish('x', null)),
        wisher('e', wish('x', 1)),
      ],
      [{ positionId: 'x', free: 2 }],
    )
    assert.deepEqual(round.places[0]!.ranking, [['e'], ['a', 'c'], ['b']])
    const result = resultOf(round)
    assert.equal(result['e'], 'x')
    assert.equal(result['d'], null)
    assert.equal(result['b'], null, 'behind those who tie')
  })

  test('gives each the first wish that the ranking allows', () => {
    const wishers = [
      wisher('a', wish('x', 2), wish('y', 1)),
      wisher('b', wish('x', 1), wish('y', 1)),
      wisher('c', wish('x', 3)),
    ]
    const open = [
      { positionId: 'x', free: 1 },
      { positionId: 'y', free: 1 },
    ]
    assert.deepEqual(resultOf(matchingRound(seed, wishers, open)), { a: 'y', b: 'x', c: null })
  })

  test('leaves out full positions and whoever wishes for nothing else', () => {
    const round = matchingRound(
      seed,
      [wisher('a', wish('x')), wisher('b', wish('x'), wish('y'))],
      [
        { positionId: 'x', free: 0 },
        { positionId: 'y', free: 1 },
      ],
    )
    assert.deepEqual(round.applicants, [{ id: 'b', choices: ['y'] }])
    assert.deepEqual(
      round.places.map(({ id }) => id),
      ['y'],
    )
  })

  test('draws the same lottery for a run that is matched again, and another for the run after the telling', () => {
    assert.equal(seedOfRun(seed, 1), seed)
    assert.equal(seedOfRun(seed, 2), seedOfRun(seed, 2))
    assert.notEqual(seedOfRun(seed, 2), seedOfRun(seed, 3))
  })
})

describe('a round on its days', () => {
  const round: RoundDays = {
    wishesUntil: '2026-12-01',
    ranksUntil: '2026-12-08',
    closedAt: null,
    calledOff: false,
    openRunId: null,
    toldAt: null,
  }
  const now = new Date('2026-12-09T00:00:00Z')
  for (const [change, today, stage] of [
    [{}, '2026-12-01', 'wishes'],
    [{}, '2026-12-02', 'ranks'],
    [{}, '2026-12-08', 'ranks'],
    [{}, '2026-12-09', 'ready'],
    [{ openRunId: 'run' }, '2026-12-09', 'matched'],
    [{ toldAt: now }, '2026-12-09', 'told'],
    [{ toldAt: now, openRunId: 'run' }, '2026-12-09', 'matched'],
    [{ toldAt: now, closedAt: now }, '2026-12-09', 'over'],
    [{ closedAt: now, calledOff: true }, '2026-12-01', 'called-off'],
  ] as const) {
    test(`stands at ${stage} on ${today} with ${Object.keys(change).join(' and ') || 'nothing'}`, () => {
      assert.equal(stageOf({ ...round, ...change }, today), stage)
    })
  }

  test('reads a rank, a no, nothing, and no nonsense', () => {
    assert.deepEqual(['1', '10', 'never', '', '0', '11', '1.5', 'first'].map(readRank), [
      1,
      10,
      null,
      undefined,
      'fault',
      'fault',
      'fault',
      'fault',
    ])
  })
})
