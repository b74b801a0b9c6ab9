import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Fraction } from '#kernel/values'
import { type AnswerRow, type AwaitedItem, compareAnswer } from './registry-answer.ts'

const layout = {
  reference: 'Ref',
  studentNumber: 'ID',
  course: 'Course',
  status: 'Result',
  credit: 'Credit',
  grade: 'Grade',
  message: 'Message',
  accepted: ['OK', 'สำเร็จ'],
}

const item = (id: string, rest: Partial<AwaitedItem> = {}): AwaitedItem => ({
  id,
  reference: `2026-001/${id}`,
  studentNumber: `65${id}`,
  homeCourseCode: `DA ${id}`,
  act: 'enter',
  credit: Fraction.of(3, 2),
  grade: 'TR',
  state: 'exported',
  ...rest,
})

const row = (number: number, rest: Partial<AnswerRow>): AnswerRow => ({
  row: number,
  reference: '',
  studentNumber: '',
  course: '',
  status: 'OK',
  credit: '1.50',
  grade: 'TR',
  message: '',
  ...rest,
})

const said = (rows: AnswerRow[], items = [item('1'), item('2'), item('3')], of = layout) => {
  const { answered, missing, unknown, repeated } = compareAnswer(items, rows, of)
  return {
    answered: answered.map(({ id, verdict, differences }) =>
      [id, verdict, ...differences].join(' '),
    ),
    missing,
    unknown,
    repeated,
  }
}

describe('an answer of a registry', () => {
  test('finds rows by reference, or by student number and course, however they are written', () => {
    const { answered, missing } = said([
      row(2, { reference: '2026-001/1 ' }),
      row(3, { studentNumber: '652', course: 'da2' }),
    ])
    assert.deepEqual(answered, ['1 accepted', '2 accepted'])
    assert.deepEqual(missing, ['3'])
  })

  test('differs where credit or grade were entered otherwise, whatever sign and zeros stand there', () => {
    const { answered } = said([
      row(2, { reference: '2026-001/1', credit: '1,5' }),
      row(3, { reference: '2026-001/2', credit: '2' }),
      row(4, { reference: '2026-001/3', grade: 'A', credit: '' }),
    ])
    assert.deepEqual(answered, ['1 accepted', '2 differs credit', '3 differs grade'])
  })

  test('is a refusal where its word is none of those that mean yes', () => {
    const { answered } = said([
      row(2, { reference: '2026-001/1', status: ' ok' }),
      row(3, { reference: '2026-001/2', status: 'สำเร็จ' }),
      row(4, { reference: '2026-001/3', status: 'ERR 17', message: 'no such student' }),
    ])
    assert.deepEqual(answered, ['1 accepted', '2 accepted', '3 rejected'])
  })

  test('means yes by being there where the layout names no column for the result', () => {
    const { answered } = said([row(2, { reference: '2026-001/1', status: 'x' })], undefined, {
      ...layout,
      status: '',
    })
    assert.deepEqual(answered, ['1 accepted'])
  })

  test('tells of rows that nobody sent, and of a second word on one row', () => {
    const { answered, unknown, repeated } = said([
      row(2, { reference: '2026-001/1' }),
      row(3, { reference: '2026-001/1', status: 'ERR' }),
      row(4, { reference: '2026-009/1' }),
      row(5, { studentNumber: '999', course: 'DA 1' }),
    ])
    assert.deepEqual([answered, unknown, repeated], [['1 accepted'], [4, 5], [3]])
  })

  test('does not compare credit of a course that was taken off', () => {
    const { answered } = said(
      [row(2, { reference: '2026-001/1', credit: '0', grade: '' })],
      [item('1', { act: 'remove' })],
    )
    assert.deepEqual(answered, ['1 accepted'])
  })
})
