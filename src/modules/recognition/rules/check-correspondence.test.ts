import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCorrespondence } from './check-correspondence.ts'
import { publishedGradeScales } from './grade-scales.ts'

const scale = (id: string) => publishedGradeScales.find((each) => each.id === id)!
const others = [
  { hostScaleId: 'ruc', homeScaleId: 'au', host: '70', home: 'C', source: null },
  { hostScaleId: 'kr-4.5', homeScaleId: 'au', host: 'A+', home: 'C', source: null },
]

function check(host: string, home: string): string {
  const wanted = { host, home, source: null }
  const result = checkCorrespondence(scale('ruc'), scale('au'), wanted, others)
  if (!result.ok) return `${result.field} ${result.fault}`
  return `${result.correspondence.host} = ${result.correspondence.home}`
}

test('grades are read by their scales, and a better one at home asks for no worse one abroad', () => {
  const table: [string, string, string][] = [
    ['80', 'b', '80 = B'],
    ['８０', 'B＋', '80 = B+'],
    ['70', 'B', '70 = B'],
    ['65', 'C', '65 = C'],
    ['69', 'B', 'host order'],
    ['75', 'D', 'host order'],
    ['101', 'B', 'host grade'],
    ['合格', 'C', 'host grade'],
    ['80', 'TR', 'home grade'],
    ['80', 'H', 'home grade'],
  ]
  for (const [host, home, expected] of table)
    assert.equal(check(host, home), expected, `${host} ${home}`)
})
