import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Language, languages } from '#kernel/values'
import { createTranslator } from './translator.ts'

function say(
  language: Language,
  text: string,
  args: Record<string, string | number | Date> = {},
): string {
  const texts = Object.fromEntries(languages.map((each) => [each, { it: text }])) as Record<
    Language,
    { it: string }
  >
  return createTranslator([{ module: 'test', texts }]).for(language)({
    module: 'test',
    key: 'it',
    args,
  })
}

test('a Korean particle follows the sound before it', () => {
  const named = (name: string) => say('ko', '{name}은(는) {name}(으)로', { name })
  assert.equal(named('평가'), '평가는 평가로')
  assert.equal(named('담당'), '담당은 담당으로')
  assert.equal(named('서울'), '서울은 서울로')
  assert.equal(named('DA2102'), 'DA2102는 DA2102로')
  assert.equal(named('2026-0003'), '2026-0003은 2026-0003으로')
  assert.equal(named('TR'), 'TR은 TR로')
  assert.equal(say('ko', '“{name}”(이)라는 기관', { name: '새벽' }), '“새벽”이라는 기관')
  assert.equal(say('ko', '{count, number}이(가)', { count: 3.5 }), '3.5가')
})

test('where the sound cannot be told from the writing both forms of a Korean particle stay', () => {
  assert.equal(say('ko', '{name}을(를)', { name: 'Laurent' }), 'Laurent을(를)')
  assert.equal(say('ko', '{name}을(를)', { name: 'ณัฐญา' }), 'ณัฐญา을(를)')
})

test('a French sign stays with the word before it', () => {
  assert.equal(say('fr', 'Lier « {name} » ?', { name: 'a ; b' }), 'Lier «\u00a0a ; b\u00a0»\u00a0?')
  assert.equal(
    say('fr', 'Part : {part, number, ::percent .##}', { part: 0.5 }).slice(0, 7),
    'Part\u00a0: ',
  )
})

test('the first of a month is an ordinal in French', () => {
  const day = new Date(Date.UTC(2026, 5, 1, 12))
  assert.equal(say('fr', 'Achevé le {day, date, long}', { day }), 'Achevé le 1er juin 2026')
  assert.equal(
    say('fr', 'le {day, date, long}', { day: new Date(Date.UTC(2026, 5, 21, 12)) }),
    'le 21 juin 2026',
  )
})

test('other languages keep their texts as they are written', () => {
  assert.equal(say('en', 'Row {row}: what', { row: 2 }), 'Row 2: what')
  assert.equal(say('en', '이(가)'), '이(가)')
})
