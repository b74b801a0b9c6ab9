import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  countries,
  countryName,
  countryOptions,
  isCountry,
  isLanguage,
  languageFromSegment,
  languages,
  localised,
  nativeName,
  negotiateLanguage,
  sortByText,
  urlSegment,
} from './index.ts'

describe('languages', () => {
  test('are negotiated from what a browser sends', () => {
    const table: [string | null, string | null][] = [
      ['th-TH,th;q=0.9,en;q=0.8', 'th'],
      ['zh-CN,zh;q=0.9', 'zh-Hans'],
      ['zh-TW', 'zh-Hans'],
      ['fr-CA;q=0.4, ko;q=0.7', 'ko'],
      ['de, en;q=0.5', 'en'],
      ['de', null],
      ['*', null],
      ['en;q=0', null],
      ['en;q=nonsense, fr', 'fr'],
      ['en;q=0.1, fr;q=0.2', 'fr'],
      ['', null],
      [null, null],
    ]
    for (const [header, expected] of table) {
      assert.equal(negotiateLanguage(header), expected, String(header))
    }
  })

  test('are never anything else, whatever a header holds', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (header) => {
        const found = negotiateLanguage(header)
        assert.ok(found === null || isLanguage(found))
      }),
      { seed: 20261122 },
    )
  })

  test('have a path segment that leads back to them, in any case', () => {
    for (const language of languages) {
      assert.equal(languageFromSegment(urlSegment(language)), language)
      assert.equal(languageFromSegment(urlSegment(language).toUpperCase()), language)
      assert.notEqual(nativeName(language), '')
    }
    assert.equal(languageFromSegment('de'), null)
  })

  test('fall back to a text that exists, and say in which language it is', () => {
    const text = { th: 'ศิลปะ', 'zh-Hans': '艺术' }
    assert.deepEqual(localised(text, 'th'), { text: 'ศิลปะ', language: 'th' })
    assert.deepEqual(localised(text, 'ko', ['zh-Hans']), { text: '艺术', language: 'zh-Hans' })
    assert.deepEqual(localised({ en: 'Art', th: '' }, 'th'), { text: 'Art', language: 'en' })
    assert.deepEqual(localised({ fr: 'Art' }, 'th'), { text: 'Art', language: 'fr' })
    assert.deepEqual(localised({}, 'ko'), { text: '', language: 'ko' })
  })

  test('sort as their dictionaries do: Chinese by pinyin, Thai past its leading vowels, numbers by value', () => {
    const sorted = (items: string[], language: (typeof languages)[number]) =>
      sortByText(items, language, (each) => each).join(' ')
    assert.equal(sorted(['张', '王', '曲阜', '北京', '李'], 'zh-Hans'), '北京 李 曲阜 王 张')
    assert.equal(sorted(['ไก่', 'ขวด', 'เก่า', 'กลอง'], 'th'), 'กลอง เก่า ไก่ ขวด')
    assert.equal(sorted(['étude', 'zèbre', 'eau'], 'fr'), 'eau étude zèbre')
    assert.equal(sorted(['나', '가', '다'], 'ko'), '가 나 다')
    assert.equal(sorted(['CS10', 'CS9'], 'en'), 'CS9 CS10')
  })
})

describe('countries', () => {
  test('are the 249 codes of ISO 3166-1, each with a name in each language', () => {
    assert.equal(new Set(countries).size, 249)
    for (const language of languages) {
      for (const country of countries) assert.notEqual(countryName(country, language), country)
    }
    assert.deepEqual(
      languages.map((language) => countryName('TH', language)),
      ['Thailand', '泰国', 'ไทย', '태국', 'Thaïlande'],
    )
  })

  test('are in capitals and assigned', () => {
    for (const value of ['th', 'XX', 'UK', '', null]) assert.equal(isCountry(value), false)
    assert.throws(() => countryName('XX', 'en'))
  })

  test('are offered in the order of the language', () => {
    assert.equal(countryOptions('en')[0]?.name, 'Afghanistan')
    assert.equal(countryOptions('fr')[0]?.name, 'Afghanistan')
    assert.equal(countryOptions('ko')[0]?.name, '가나')
    assert.equal(countryOptions('zh-Hans').length, 249)
  })
})
