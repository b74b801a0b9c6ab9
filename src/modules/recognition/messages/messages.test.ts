import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { createTranslator } from '#kernel/messages'
import { languages } from '#kernel/values'
import { dayArgument, reason } from '../rules/reasons.ts'
import { Fraction } from '#kernel/values'

// One a line: each topic joins without touching another's.
const groups = [
  'pages',
  'catalogue',
  'reasons',
  'set-reasons',
  'sets',
  'changes',
  'conversion',
  'grading',
  'limits',
  'elmo',
  'table',
  'scales',
  'casework',
  'publication',
  'talk',
  'undo',
  'evidence',
  'appeals',
] as const

async function textsOf(group: string, language: string): Promise<Record<string, string>> {
  return (await import(`./${group}.${language.toLowerCase()}.ts`)).default
}

function argumentsOf(elements: MessageFormatElement[]): Set<string> {
  const found = new Set<string>()
  for (const each of elements) {
    if (each.type !== TYPE.literal && each.type !== TYPE.pound) found.add(each.value)
    if (each.type !== TYPE.select && each.type !== TYPE.plural) continue
    for (const option of Object.values(each.options)) {
      for (const name of argumentsOf(option.value)) found.add(name)
    }
  }
  return found
}

for (const group of groups) {
  test(`the texts of ${group} take the same arguments in every language`, async () => {
    const english = await textsOf(group, 'en')
    for (const language of languages) {
      const texts = await textsOf(group, language)
      assert.deepEqual(Object.keys(texts).toSorted(), Object.keys(english).toSorted())
      for (const [key, text] of Object.entries(texts)) {
        const own = argumentsOf(parse(text, { ignoreTag: true }))
        const wanted = argumentsOf(parse(english[key]!, { ignoreTag: true }))
        assert.deepEqual([...own].toSorted(), [...wanted].toSorted(), `${language} ${key}`)
      }
    }
  })
}

test('figures and days are said as the reader writes them', async () => {
  const texts = Object.fromEntries(
    await Promise.all(languages.map(async (each) => [each, await textsOf('reasons', each)])),
  )
  const translator = createTranslator([{ module: 'recognition', texts }])
  const say = (language: (typeof languages)[number], made: ReturnType<typeof reason>) =>
    translator.for(language)({ module: 'recognition', key: made.key, args: made.args })
  const content = reason('for', 'reason.content.met', {
    home: 'CA2301',
    judged: Fraction.parse('0.825')!,
    required: Fraction.of(3, 4),
  })
  assert.match(say('en', content), /82\.5% of the content of CA2301/)
  assert.match(say('fr', content), /82,5/)
  assert.match(say('th', content), /ร้อยละ 82\.5/)
  const age = reason('for', 'reason.age.met', { completed: dayArgument('2026-01-31'), years: 5 })
  assert.match(say('th', age), /2569/)
  assert.match(say('zh-Hans', age), /2026年1月31日/)
  assert.match(say('ko', age), /2026년 1월 31일/)
})
