import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonName } from '#kernel/values'
import { holderDifferences } from './holder.ts'

const ploy: PersonName = {
  native: 'พิมพ์ชนก รัตนกุล',
  romanised: 'Pimchanok Rattanakul',
  passportGiven: 'Pimchanok',
  passportFamily: 'Rattanakul',
  order: 'given-first',
}
const wang: PersonName = {
  native: '王子萱',
  romanised: 'Wang Zixuan',
  passportGiven: 'Zixuan',
  passportFamily: 'Wang',
  order: 'family-first',
}
const kim: PersonName = {
  native: '김서연',
  romanised: 'Kim Seo-yeon',
  passportGiven: 'Seoyeon',
  passportFamily: 'Kim',
  order: 'family-first',
}
const moreau: PersonName = {
  native: null,
  romanised: 'Inès Moreau',
  passportGiven: 'Inès Marie',
  passportFamily: 'Moreau',
  order: 'given-first',
}

const same: [string, PersonName][] = [
  ['Pimchanok Rattanakul', ploy],
  ['RATTANAKUL, Pimchanok', ploy],
  ['Ms. Pimchanok  Rattanakun', ploy],
  ['P. Rattanakul', ploy],
  ['พิมพ์ชนก รัตนกุล', ploy],
  ['นางสาวพิมพ์ชนก รัตนกุล', ploy],
  ['น.ส. พิมพ์ชนก รัตนกุล', ploy],
  ['皮姆查诺', ploy],
  ['王子萱', wang],
  ['子萱 王', wang],
  ['ZI XUAN WANG', wang],
  ['王子萱 同学', wang],
  ['KIM SEO YEON', kim],
  ['Seoyeon Kim', kim],
  ['김 서연', kim],
  ['INES MOREAU', moreau],
  ['Moreau Inès Marie Claire', moreau],
  ['', moreau],
]

const others: [string, PersonName][] = [
  ['Thanawat Boonmee', ploy],
  ['Pimchanok Boonmee', ploy],
  ['ธนวัฒน์ บุญมี', ploy],
  ['Rattanakul', ploy],
  ['王子轩', wang],
  ['李子萱', wang],
  ['Wang Zihan', wang],
  ['김서현', kim],
  ['Inès Martin', moreau],
]

test('a name written another way is the same name', () => {
  for (const [name, student] of same) {
    assert.deepEqual(holderDifferences({ name }, { name: student, birthDate: null }), [], name)
  }
})

test('another person’s name is noticed', () => {
  for (const [name, student] of others) {
    assert.deepEqual(
      holderDifferences({ name }, { name: student, birthDate: null }),
      ['name'],
      name,
    )
  }
})

test('a birth date counts only where both sides have one', () => {
  const student = { name: wang, birthDate: '2004-05-06' }
  assert.deepEqual(holderDifferences({ birthDate: '2004-05-06' }, student), [])
  assert.deepEqual(holderDifferences({ birthDate: '2004-06-05' }, student), ['birth-date'])
  assert.deepEqual(
    holderDifferences({ birthDate: '2004-06-05' }, { name: wang, birthDate: null }),
    [],
  )
  assert.deepEqual(holderDifferences({ name: '李四', birthDate: '1999-01-01' }, student), [
    'name',
    'birth-date',
  ])
})

test('a name in its own script is compared too, beside the Latin one', () => {
  const student = { name: ploy, birthDate: null }
  const holder = { name: 'Pimchanok Rattanakul', alternativeName: 'พิมพ์ชนก รัตนกุล' }
  assert.deepEqual(holderDifferences(holder, student), [])
  assert.deepEqual(holderDifferences({ ...holder, alternativeName: 'ธนวัฒน์ บุญมี' }, student), [
    'name',
  ])
})
