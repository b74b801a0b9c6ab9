import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issuerAmong, issuerFit, type PossibleIssuer } from './issuer.ts'

const pku: PossibleIssuer = {
  names: {
    en: 'Peking University',
    'zh-Hans': '北京大学',
    th: 'มหาวิทยาลัยปักกิ่ง',
    ko: '베이징 대학교',
    fr: 'Université de Pékin',
  },
  acronym: 'PKU',
  ror: 'https://ror.org/02v51f717',
  identifiers: { isni: '0000 0001 2256 9319' },
  country: 'CN',
  city: { en: 'Beijing', fr: 'Pékin', 'zh-Hans': '北京' },
}
const au: PossibleIssuer = {
  names: { en: 'Assumption University of Thailand', th: 'มหาวิทยาลัยอัสสัมชัญ' },
  acronym: 'AU',
  ror: 'https://ror.org/03zmqc707',
  identifiers: {},
  country: 'TH',
  city: { en: 'Bangkok', th: 'กรุงเทพมหานคร' },
}
const ruc: PossibleIssuer = {
  ...pku,
  names: { en: 'Renmin University of China', 'zh-Hans': '中国人民大学' },
  acronym: 'RUC',
  ror: null,
  identifiers: {},
}

const same: [string, PossibleIssuer][] = [
  ['Peking University', pku],
  ['PEKING UNIVERSITY', pku],
  ['University of Peking', pku],
  ['Peking Univeristy', pku],
  ['School of Arts, Peking University', pku],
  ['Peking University (PKU)', pku],
  ['Peking University, Beijing, China', pku],
  ['Peking University Beijing', pku],
  ['PKU', pku],
  ['Universite de Pekin', pku],
  ['北京大学', pku],
  ['北京 大学', pku],
  ['北京大学艺术学院', pku],
  ['มหาวิทยาลัยปักกิ่ง', pku],
  ['คณะศิลปศาสตร์ มหาวิทยาลัยอัสสัมชัญ', au],
  ['베이징대학교', pku],
  ['베이징대학교 예술대학', pku],
  ['Assumption University', au],
  ['Assumption University, Bangkok', au],
  ['มหาวิทยาลัยอัสสัมชัญ', au],
  ['Renmin University', ruc],
]

const others: [string, PossibleIssuer][] = [
  ['Tsinghua University', pku],
  ['Peking Union Medical College', pku],
  ['Renmin University of China', pku],
  ['Peking University', ruc],
  ['清华大学', pku],
  ['中国人民大学附属中学', ruc],
  ['中国人民大学', pku],
  ['มหาวิทยาลัยมหิดล', au],
  ['Mahidol University', au],
  ['University of Technology', pku],
  ['연세대학교', pku],
]

test('a name written another way names the same institution', () => {
  for (const [title, institution] of same) {
    assert.equal(issuerFit({ titles: { und: title } }, institution), 'same', title)
  }
})

test('the name of another institution is noticed', () => {
  for (const [title, institution] of others) {
    assert.equal(issuerFit({ titles: { und: title } }, institution), 'other', title)
  }
})

test('what cannot be compared is no difference', () => {
  assert.equal(issuerFit({}, pku), 'unsaid')
  assert.equal(issuerFit({ titles: { und: ' – ' } }, pku), 'unsaid')
  assert.equal(issuerFit({ titles: { 'zh-Hans': '易三仓大学' } }, au), 'unsaid')
  assert.equal(issuerFit({ identifiers: [{ type: 'pic', value: '999' }] }, pku), 'unsaid')
})

test('one title that fits is enough', () => {
  const titles = { en: 'Beida', 'zh-Hans': '北京大学' }
  assert.equal(issuerFit({ titles }, pku), 'same')
})

test('an identifier settles it, whatever the name says', () => {
  const ror = (value: string) => ({
    titles: { en: 'Tsinghua University' },
    identifiers: [{ type: 'ROR', value }],
  })
  assert.equal(issuerFit(ror('https://ror.org/02v51f717'), pku), 'same')
  assert.equal(issuerFit(ror('02V51F717'), pku), 'same')
  const other = {
    titles: { en: 'Peking University' },
    identifiers: [{ type: 'ror', value: 'https://ror.org/03zmqc707' }],
  }
  assert.equal(issuerFit(other, pku), 'other')
  const isni = [{ type: 'isni', value: '0000000122569319' }]
  assert.equal(issuerFit({ identifiers: isni }, pku), 'same')
})

test('the institution is found where exactly one fits', () => {
  const all = [pku, au, ruc]
  assert.equal(issuerAmong({ titles: { 'zh-Hans': '中国人民大学' } }, all), ruc)
  assert.equal(issuerAmong({ titles: { en: 'Mahidol University' } }, all), null)
  assert.equal(issuerAmong({ titles: { en: 'PKU' } }, [pku, { ...au, acronym: 'PKU' }]), null)
})
