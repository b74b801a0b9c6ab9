import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksLikeTotal } from './total-rows.ts'

const titled = (title: string, code = '') => looksLikeTotal({ code, title: { und: title } })

test('sums and means at the foot of a transcript are known in five languages and in several at once', () => {
  const found = [
    'Total',
    'TOTAL:',
    'Total credits: 15',
    'Grand Total',
    'GPA: 3.52',
    '合计',
    '总 计',
    '学分合计：12',
    'รวม',
    'รวม 12 หน่วยกิต',
    'รวมหน่วยกิตทั้งหมด',
    'แต้มเฉลี่ยสะสม',
    '합계',
    '합 계',
    '평점평균: 4.1',
    'Total/Moyenne',
    'Moyenne générale',
    'รวม / Total',
    'Total – 合计',
  ]
  for (const text of found) {
    assert.ok(titled(text), text)
    assert.ok(
      looksLikeTotal({ code: text.replace(/[\s\d.:：]+$/u, ''), title: {} }),
      `${text} as a code`,
    )
  }
  assert.ok(titled('15', 'Total'), 'the sum itself beside the word')
})

test('a course is a course, however much its name speaks of sums', () => {
  const courses: [code: string, title: string][] = [
    ['MGT 401', 'Total Quality Management'],
    ['MGT 402', 'Total'],
    ['', 'Total Quality Management'],
    ['', 'Averages and Sums'],
    ['', '平均场理论'],
    ['', 'รวมศิลป์ไทย'],
    ['', '합계출산율과 사회'],
    ['', 'La moyenne vallée'],
    ['SUM 101', ''],
    ['SUM', 'Summer school'],
    ['', ''],
  ]
  for (const [code, title] of courses) assert.ok(!titled(title, code), `${code} ${title}`)
})
