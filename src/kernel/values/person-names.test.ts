import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Language, PersonName } from './index.ts'
import { compareNames, displayName, languages, passportName, shortDisplayName } from './index.ts'

const name = (
  native: string | null,
  romanised: string,
  passportFamily: string | null,
  passportGiven: string | null,
  order: PersonName['order'],
): PersonName => ({ native, romanised, passportFamily, passportGiven, order })

const somchai = name('สมชาย ใจดี', 'Somchai Jaidee', 'Jaidee', 'Somchai', 'given-first')
const xiaoming = name('王小明', 'Wang Xiaoming', 'Wang', 'Xiaoming', 'family-first')
const minsu = name('김민수', 'Kim Minsu', 'Kim', 'Minsu', 'family-first')
const claire = name('Claire Élan', 'Claire Elan', 'Élan', 'Claire', 'given-first')
const suharto = name(null, 'Suharto', null, 'Suharto', 'given-first')

describe("a person's name", () => {
  test('is shown in its own script, romanised in brackets where the reader has another', () => {
    const shown = (who: PersonName) => languages.map((language) => displayName(who, language))
    assert.deepEqual(shown(xiaoming), [
      '王小明 (Wang Xiaoming)',
      '王小明',
      '王小明 (Wang Xiaoming)',
      '王小明(Wang Xiaoming)',
      '王小明 (Wang Xiaoming)',
    ])
    assert.equal(displayName(somchai, 'th'), 'สมชาย ใจดี')
    assert.equal(displayName(somchai, 'zh-Hans'), 'สมชาย ใจดี（Somchai Jaidee）')
    assert.equal(displayName(claire, 'th'), 'Claire Élan')
    assert.equal(displayName(suharto, 'ko'), 'Suharto')
    assert.equal(displayName(name('王小明', '', null, null, 'family-first'), 'en'), '王小明')
  })

  test('has one short form for each reader', () => {
    assert.equal(shortDisplayName(minsu, 'ko'), '김민수')
    assert.equal(shortDisplayName(minsu, 'fr'), 'Kim Minsu')
  })

  test('stands on a certificate as in the passport', () => {
    assert.equal(passportName(somchai), 'JAIDEE, Somchai')
    assert.equal(passportName(claire), 'ÉLAN, Claire')
    assert.equal(passportName(suharto), 'SUHARTO')
    assert.equal(passportName(name(null, 'Ana Li', null, null, 'given-first')), 'Ana Li')
  })

  test('is sorted as the reader expects', () => {
    const sorted = (language: Language) =>
      [somchai, xiaoming, minsu, claire]
        .toSorted((a, b) => compareNames(language, a, b))
        .map((each) => each.passportGiven)
    assert.deepEqual(sorted('en'), ['Claire', 'Somchai', 'Minsu', 'Xiaoming'])
    assert.deepEqual(sorted('zh-Hans'), ['Xiaoming', 'Claire', 'Somchai', 'Minsu'])
    assert.deepEqual(sorted('th'), ['Somchai', 'Claire', 'Minsu', 'Xiaoming'])
  })
})
