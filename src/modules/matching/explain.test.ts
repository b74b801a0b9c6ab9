import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { runRound } from './certificate.ts'
import { explain, lotOf } from './explain.ts'

const certificate = runRound({
  seed: 'a seed',
  applicants: [
    { id: 'first', choices: ['lab', 'museum'] },
    { id: 'second', choices: ['lab', 'museum'] },
    { id: 'third', choices: ['lab'] },
    { id: 'unwanted', choices: ['lab', 'studio'] },
    { id: 'one', choices: ['studio'] },
    { id: 'two', choices: ['studio'] },
  ],
  places: [
    { id: 'lab', seats: 1, ranking: [['first'], ['second'], ['third']] },
    { id: 'museum', seats: 1, ranking: [['second']] },
    { id: 'studio', seats: 1, ranking: [['unwanted', 'one', 'two']] },
  ],
})

describe('an explanation', () => {
  test('says why somebody has a place, and why not a better or another one', () => {
    assert.deepEqual(explain(certificate, 'first', 'lab'), { why: 'placed', choice: 1 })
    assert.deepEqual(explain(certificate, 'first', 'museum'), {
      why: 'has-better',
      choice: 1,
      asked: 2,
    })
    assert.deepEqual(explain(certificate, 'second', 'lab'), {
      why: 'outranked',
      seats: 1,
      rank: 2,
      last: 1,
      seatsMore: 1,
    })
    assert.deepEqual(explain(certificate, 'unwanted', 'lab'), { why: 'not-ranked' })
    assert.deepEqual(explain(certificate, 'third', 'museum'), { why: 'not-asked' })
    assert.deepEqual(explain(certificate, 'nobody', 'lab'), { why: 'unknown' })
  })

  test('names only a number of seats that would really have been enough', () => {
    const found = explain(certificate, 'third', 'lab')
    assert.ok(found.why === 'outranked')
    assert.equal(found.seatsMore, 2)
    const places = certificate.inputs.places.map((each) =>
      each.id === 'lab' ? { ...each, seats: 3 } : each,
    )
    assert.equal(runRound({ ...certificate.inputs, places }).result[2], 'lab')
  })

  test('says when it was the lottery, and where it drew', () => {
    const tied = ['unwanted', 'one', 'two']
    const byLot = tied.toSorted((a, b) => lotOf(certificate, a) - lotOf(certificate, b))
    assert.deepEqual(explain(certificate, byLot[0]!, 'studio').why, 'placed')
    for (const [place, id] of byLot.slice(1).entries()) {
      assert.deepEqual(explain(certificate, id, 'studio'), {
        why: 'lottery',
        seats: 1,
        tied: 3,
        seatsMore: place + 1,
      })
    }
  })
})
