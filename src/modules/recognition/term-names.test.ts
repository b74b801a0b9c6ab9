import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTranslator, isMessage } from '#kernel/messages'
import { type Language, languages } from '#kernel/values'
import { m } from './messages/index.ts'
import { termArgument, withTermsNamed } from './term-names.ts'

const translator = createTranslator([m.catalogue])

function said(term: string | null, language: Language): string {
  const named = termArgument(term)
  return isMessage(named) ? translator.for(language)(named) : String(named)
}

test('a key of a term or of a year is said in the calendar of each reader', () => {
  const table: [string, Record<Language, string>][] = [
    [
      '2024/2025-2',
      {
        en: '2024/25, term 2',
        'zh-Hans': '2024—2025学年 第 2 学期',
        th: 'ปีการศึกษา 2567 ภาคการศึกษาที่ 2',
        ko: '2024학년도 2학기',
        fr: '2024-2025, semestre 2',
      },
    ],
    [
      '2026/2026-1/2',
      {
        en: '2026, term 1',
        'zh-Hans': '2026学年 第 1 学期',
        th: 'ปีการศึกษา 2569 ภาคการศึกษาที่ 1',
        ko: '2026학년도 1학기',
        fr: '2026, semestre 1',
      },
    ],
    [
      '2025/2026',
      {
        en: '2025/26',
        'zh-Hans': '2025—2026学年',
        th: 'ปีการศึกษา 2568',
        ko: '2025학년도',
        fr: '2025-2026',
      },
    ],
  ]
  for (const [key, wanted] of table) {
    for (const language of languages) assert.equal(said(key, language), wanted[language], key)
  }
})

test('what is no key of ours stays as it is written, and what nobody stated is said so', () => {
  for (const language of languages) {
    assert.ok(said('Autumn 2025', language).includes('Autumn 2025'))
    assert.ok(said('2025/2031-1', language).includes('2025/2031-1'), 'no year of two')
    for (const none of [null, '', '–']) assert.equal(said(none, language), said('', language))
    assert.doesNotMatch(said('', language), /[–{]/)
  }
})

test('reasons and refusals say no key of a term in any language', () => {
  const figures = { limit: '9', already: '3', credit: '2', taken: '4', home: '4' }
  const keys = ['reason.kind.term', 'reason.home-term.over', 'reason.home-term.unknown'] as const
  for (const language of languages) {
    const t = translator.for(language)
    for (const key of keys) {
      const args = { ...figures, kind: 'online', term: '2024/2025-2', period: '2024/2025-2' }
      const text = t(m(key, withTermsNamed(args)))
      assert.doesNotMatch(text, /2024\/2025/, `${language} ${key}: ${text}`)
      assert.ok(text.includes(said('2024/2025-2', language)), `${language} ${key}: ${text}`)
    }
    const planned = t(
      m('reason.home-term.over', withTermsNamed({ ...figures, kind: 'online', term: 'planned' })),
    )
    assert.doesNotMatch(planned, /planned/, planned)
    const refused = t(
      m('refusal.over-term', { credit: '9', limit: '6', term: termArgument('2024/2025-2') }),
    )
    assert.ok(refused.includes(said('2024/2025-2', language)), refused)
  }
})
