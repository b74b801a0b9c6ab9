import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reasonsFor, spokenReasons, trueLanguage } from './reason-language.ts'

test('a reason is in the language that its writer said, unless its letters are of another script', () => {
  const cases = [
    ['The syllabus is another one.', 'en', 'en'],
    ['Le programme est un autre.', 'fr', 'fr'],
    ['Le programme est un autre.', 'th', 'en'],
    ['ไม่ครอบคลุมเนื้อหาของ Introduction to Data', 'en', 'th'],
    ['教学大纲不同（Data Analytics I）', 'en', 'zh-Hans'],
    ['강의 계획서가 다릅니다.', 'zh-Hans', 'ko'],
    ['Covers 微积分 only in part, and asks for far less reading', 'en', 'en'],
    ['3/4', 'ko', 'ko'],
    ['The syllabus is another one.', null, null],
    ['ไม่ครอบคลุม', null, 'th'],
  ] as const
  for (const [text, said, language] of cases) assert.equal(trueLanguage(text, said), language, text)
})

test('each reader of two languages finds the reason in their own, and whoever has only one finds that', () => {
  const both = spokenReasons({
    changeReason: 'Another syllabus',
    reasonLanguage: 'en',
    secondReason: { text: 'คนละเนื้อหา', language: 'th' },
  })
  const said = (languages: Parameters<typeof reasonsFor>[1]) =>
    reasonsFor(both, languages).map(({ language }) => language)
  assert.deepEqual(said(['th', 'en']), ['th', 'en'])
  assert.deepEqual(said(['en', 'th']), ['en', 'th'])
  assert.deepEqual(said(['th', 'zh-Hans']), ['th', 'en'])
  assert.deepEqual(said(['th', 'th']), ['th'])
  assert.deepEqual(said(['ko', 'ko']), ['en'])
  assert.deepEqual(reasonsFor(both.slice(0, 1), ['th', 'zh-Hans']), both.slice(0, 1))
  assert.deepEqual(spokenReasons({ changeReason: null }), [])
})
