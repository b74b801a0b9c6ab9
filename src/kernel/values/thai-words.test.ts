import assert from 'node:assert/strict'
import { test } from 'node:test'
import { thaiWords } from './thai-words.ts'

const words = (run: string) => thaiWords(run, 0).map(({ text }) => text)

test('names, loan words and terms that ICU tears are whole', () => {
  const cases: [string, string[]][] = [
    ['มหาวิทยาลัยอัสสัมชัญ', ['มหาวิทยาลัย', 'อัสสัมชัญ']],
    ['มหาวิทยาลัยเหรินหมินแห่งประเทศ', ['มหาวิทยาลัย', 'เหรินหมิน', 'แห่ง', 'ประเทศ']],
    ['ท่านจะบันทึกผลการเรียน', ['ท่าน', 'จะ', 'บันทึก', 'ผล', 'การ', 'เรียน']],
    ['ตารางการกระจายผลการเรียน', ['ตาราง', 'การ', 'กระจาย', 'ผล', 'การ', 'เรียน']],
    ['นักศึกษาและสตูดิโอนำงาน', ['นักศึกษา', 'และ', 'สตูดิโอ', 'นำ', 'งาน']],
    ['แล้วกลับมาที่หน้าก่อน', ['แล้ว', 'กลับ', 'มา', 'ที่', 'หน้า', 'ก่อน']],
  ]
  for (const [run, expected] of cases) assert.deepEqual(words(run), expected)
})

test('a text as short as a name is one word, and says that ICU would cut it', () => {
  assert.deepEqual(thaiWords('วงศ์ศิริ', 12), [{ text: 'วงศ์ศิริ', isCut: true, isJoined: false }])
  assert.deepEqual(thaiWords('ไทย', 12), [{ text: 'ไทย', isCut: false, isJoined: false }])
})

test('a word that ICU joins to the one before says so', () => {
  const [, , noted] = thaiWords('ท่านจะบันทึกผลการเรียน', 12)
  assert.deepEqual(noted, { text: 'บันทึก', isCut: true, isJoined: true })
})

test('nothing is lost, added or moved, however odd the text', () => {
  const odd = [
    '',
    'ๆ',
    '่',
    'กกกกกกกกกกกกกกกกกกกก',
    'เทียบโอนเทียบโอน์เทียบโอนเทียบโอน',
    'ก'.repeat(3000),
  ]
  for (const run of odd) assert.equal(words(run).join(''), run)
  assert.ok(!words('เทียบโอน์เทียบโอนหน่วยกิตแล้ว').includes('์'), 'no mark stands without its letter')
})
