import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type RoutedLine, routeOf, staffedUnit } from './routing.ts'

const parents = new Map<string, string | null>([
  ['arts', null],
  ['music', 'arts'],
  ['law', null],
  ['round', 'trip'],
  ['trip', 'round'],
])
const units = (...staffed: string[]) => ({ parents, staffed: new Set(staffed) })
const open = (unitId: string | null): RoutedLine => ({ verdict: 'needs-decision', unitId })
const done = (unitId: string | null): RoutedLine => ({ verdict: 'recognised', unitId })

describe('a case goes', () => {
  const table: [
    what: string,
    lines: RoutedLine[],
    programme: string | null,
    staffed: string[],
    expected: string,
  ][] = [
    [
      'to the unit of most courses that need a person',
      [open('law'), open('law'), open('arts')],
      'arts',
      ['law', 'arts'],
      'law by course',
    ],
    [
      'by the lines that need a person, not by those that are clear',
      [done('arts'), done('arts'), open('law')],
      'arts',
      ['law', 'arts'],
      'law by course',
    ],
    [
      'by all lines where none needs a person',
      [done('law'), done('law'), done('arts')],
      null,
      ['law', 'arts'],
      'law by course',
    ],
    [
      'to the programme’s unit where units have as many',
      [open('law'), open('arts')],
      'arts',
      ['law', 'arts'],
      'arts by course',
    ],
    [
      'to the first of units with as many, where none is the programme’s',
      [open('law'), open('arts')],
      null,
      ['law', 'arts'],
      'law by course',
    ],
    [
      'to the unit above one without an evaluator',
      [open('music')],
      null,
      ['arts'],
      'arts by course',
    ],
    [
      'to the programme’s unit where nobody knows a course',
      [open(null), open(null)],
      'music',
      ['arts'],
      'arts by programme',
    ],
    [
      'to the programme’s unit where no unit of a course has an evaluator',
      [open('law')],
      'arts',
      ['arts'],
      'arts by programme',
    ],
    ['to the office where no unit has an evaluator', [open('law')], 'arts', [], 'null by office'],
    ['to the office where there is nothing to go by', [], null, ['law'], 'null by office'],
    [
      'to the office where units stand under each other in a circle',
      [open('round')],
      'trip',
      ['law'],
      'null by office',
    ],
  ]
  for (const [what, lines, programme, staffed, expected] of table) {
    test(what, () => {
      const route = routeOf(lines, programme, units(...staffed))
      assert.equal(`${route.unitId} by ${route.by}`, expected)
    })
  }

  test('only to units that have an evaluator, whatever the lines are', () => {
    const unit = fc.constantFrom('arts', 'music', 'law', 'round', 'unknown', null)
    const line = fc.record({
      verdict: fc.constantFrom('recognised', 'refused', 'needs-decision'),
      unitId: unit,
    }) as fc.Arbitrary<RoutedLine>
    fc.assert(
      fc.property(
        fc.array(line),
        unit,
        fc.subarray(['arts', 'music', 'law']),
        (lines, programme, staffed) => {
          const { unitId } = routeOf(lines, programme, units(...staffed))
          assert.ok(unitId === null || staffed.includes(unitId))
          const reachable = [...lines.map((each) => each.unitId), programme].some(
            (each) => staffedUnit(each, units(...staffed)) !== null,
          )
          assert.equal(unitId === null, !reachable)
        },
      ),
      { seed: 3, numRuns: 300 },
    )
  })
})
