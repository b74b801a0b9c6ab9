import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import {
  type DecidedCourse,
  dueActs,
  entriesOf,
  type PostedEntry,
  type PostingEntry,
} from './posting.ts'

const host = { code: 'H', titles: {}, credit: '3', grade: 'A', term: null, completedOn: null }

function course(code: string, credit: string, rest: Partial<DecidedCourse> = {}): DecidedCourse {
  return { code, titles: {}, credit, grade: 'TR', lineIds: [`of ${code}`], hosts: [host], ...rest }
}

const posted = (key: string, credit: string, grade: string | null = 'TR'): PostedEntry => ({
  key,
  homeCourseCode: key,
  credit: Fraction.parse(credit)!,
  grade,
})

const told = (acts: ReturnType<typeof dueActs>) => acts.map(({ act, key }) => `${act} ${key}`)

describe('entries of a decision', () => {
  test('count a home course once, however its code is written, with the credit of both', () => {
    const [entry, ...others] = entriesOf([course('da 1', '1/3'), course('DA1', '2/3')])
    assert.equal(others.length, 0)
    assert.equal(entry!.credit.toString(), '1')
    assert.equal(entry!.lineIds.length, 2)
    assert.equal(entry!.hosts.length, 2)
  })
})

describe('what is due on a record', () => {
  const entries = (...of: [string, string][]) => entriesOf(of.map(([code, c]) => course(code, c)))
  const table: [string, PostingEntry[], PostedEntry[], string[]][] = [
    ['all of a first decision', entries(['A', '3'], ['B', '2']), [], ['enter A', 'enter B']],
    ['nothing where the record says it already', entries(['A', '3']), [posted('A', '3')], []],
    ['a change of credit', entries(['A', '2']), [posted('A', '3')], ['change A']],
    ['a change of grade', entries(['A', '3']), [posted('A', '3', 'B')], ['change A']],
    [
      'another course in place of one, after a revision',
      entries(['B', '3']),
      [posted('A', '3')],
      ['enter B', 'remove A'],
    ],
    [
      'everything off a withdrawn case',
      [],
      [posted('A', '3'), posted('B', '1')],
      ['remove A', 'remove B'],
    ],
    ['nothing of nothing', [], [], []],
    [
      'no change where the same credit is written otherwise',
      entries(['A', '6/2']),
      [posted('A', '3')],
      [],
    ],
  ]
  for (const [what, decided, standing, expected] of table)
    test(what, () => assert.deepEqual(told(dueActs(decided, standing)), expected))

  test('done, leaves a record that says what is decided and nothing more to do', () => {
    const record = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        credit: fc.integer({ min: 1, max: 4 }),
        grade: fc.constantFrom('TR', 'A', null),
      }),
      { selector: ({ key }) => key },
    )
    fc.assert(
      fc.property(record, record, (decided, standing) => {
        const wanted = entriesOf(
          decided.map(({ key, credit, grade }) => course(key, String(credit), { grade })),
        )
        let now = standing.map(({ key, credit, grade }) => posted(key, String(credit), grade))
        const acts = dueActs(wanted, now)
        assert.equal(new Set(acts.map(({ key }) => key)).size, acts.length, 'one act an entry')
        for (const act of acts) {
          now = now.filter(({ key }) => key !== act.key)
          if (act.entry)
            now.push({ ...posted(act.key, act.entry.credit.toString()), grade: act.entry.grade })
        }
        assert.deepEqual(dueActs(wanted, now), [])
        assert.deepEqual(
          now.map(({ key }) => key).toSorted(),
          wanted.map(({ key }) => key).toSorted(),
        )
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
