import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  bareAddress,
  deviceLabel,
  looksLikeToken,
  nameFromParts,
  newToken,
  normaliseAddress,
  personNameSchema,
  safePath,
  sessionCookieName,
  signInCookieName,
} from './index.ts'
import { editDistance, nameKeys } from './names.ts'
import { argon2Hasher } from './passwords.ts'

const seed = 20261122

test('addresses have one stored form', () => {
  const vectors: [string, string | null][] = [
    [' Malee@AU.example ', 'malee@au.example'],
    ['wang@北京大学.example', 'wang@xn--1lq90ic7fzpc.example'],
    ['สมชาย@au.example', null],
    ['a.b+c@x-y.example', 'a.b+c@x-y.example'],
    ['no-at.example', null],
    ['@x.example', null],
    ['a@b@c.example', null],
    ['a..b@x.example', null],
    ['a@localhost', 'a@localhost'],
    ['a@127.0.0.1', null],
    ['a@x.example\nBcc: b@y.example', null],
    ['a b@x.example', null],
    ['<a@x.example>', null],
    [`${'a'.repeat(65)}@x.example`, null],
  ]
  for (const [given, expected] of vectors) assert.equal(normaliseAddress(given), expected, given)
  assert.equal(bareAddress('a+list+b@x.example'), 'a@x.example')
})

test('a normalised address stays itself and never holds a line break', () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'grapheme' })), (text) => {
      const address = normaliseAddress(text)
      if (address === null) return
      assert.equal(normaliseAddress(address), address)
      assert.doesNotMatch(address, /[\s<>,;]/)
    }),
    { seed },
  )
})

test('a path after signing in never leaves the site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl(),
        fc.string(),
        fc.string().map((text) => `/${text}`),
      ),
      (text) => {
        const url = new URL(safePath(text), 'https://weft.example')
        assert.equal(url.origin, 'https://weft.example')
      },
    ),
    { seed },
  )
  assert.equal(safePath('/th/inbox?open=1#top'), '/th/inbox?open=1#top')
})

test('the in-app browsers are named', () => {
  const vectors: [string, string][] = [
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 MicroMessenger/8.0.60',
      'WeChat · iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 Line/15.1.0',
      'LINE · Android',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge · Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15',
      'Safari · macOS',
    ],
    ['curl/8', ''],
  ]
  for (const [userAgent, label] of vectors) assert.equal(deviceLabel(userAgent), label)
})

test('cookies are bound to the host over HTTPS and bare on loopback', () => {
  assert.deepEqual([sessionCookieName(true), sessionCookieName(false)], ['__Host-weft', 'weft'])
  assert.notEqual(signInCookieName(true), sessionCookieName(true))
})

test('tokens are 256 bits and nonsense is told apart', () => {
  assert.ok(looksLikeToken(newToken()))
  assert.equal(new Set(Array.from({ length: 100 }, newToken)).size, 100)
  for (const text of ['', 'a', `${newToken()}=`, newToken().slice(1), `${newToken().slice(1)}'`]) {
    assert.equal(looksLikeToken(text), false, text)
  }
})

test('names are put together from parts as they are written at home', () => {
  assert.deepEqual(
    nameFromParts({
      given: '小明',
      family: '王',
      romanisedGiven: 'Xiaoming',
      romanisedFamily: 'Wang',
    }),
    {
      native: '王小明',
      romanised: 'Wang Xiaoming',
      passportGiven: 'Xiaoming',
      passportFamily: 'Wang',
      order: 'family-first',
    },
  )
  assert.deepEqual(nameFromParts({ given: 'Élodie', family: 'Martin' }), {
    native: null,
    romanised: 'Élodie Martin',
    passportGiven: 'Élodie',
    passportFamily: 'Martin',
    order: 'given-first',
  })
  assert.equal(nameFromParts({ given: 'มาลี', family: 'ใจดี' })?.native, 'มาลี ใจดี')
  assert.equal(nameFromParts({ given: ' ', family: '' }), null)
  assert.ok(personNameSchema.safeParse(nameFromParts({ given: 'Suharto' })).success)
})

test('names are alike in any case, order, accent and punctuation', () => {
  const key = (romanised: string) =>
    nameKeys({
      native: null,
      romanised,
      passportGiven: null,
      passportFamily: null,
      order: 'given-first',
    }).romanised
  assert.equal(key('WÁNG, Xiaoming'), key('Xiaoming Wang'))
  assert.equal(key("O'Neil Jean-Luc"), key('jean luc o neil'))
  assert.notEqual(key('Somchai'), key('Somsak'))
})

test('the edit distance is a metric with neighbours exchanged once', () => {
  assert.equal(editDistance('somchai', 'somchay', 2), 1)
  assert.equal(editDistance('xiaoming', 'xiaomign', 2), 1)
  assert.equal(editDistance('abc', 'xyz', 2), 3)
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      assert.equal(editDistance(a, b, 20), editDistance(b, a, 20))
      assert.equal(editDistance(a, b, 20) === 0, a === b)
    }),
    { seed },
  )
})

test('a hash fits its password in either Unicode spelling and no other', async () => {
  const hasher = argon2Hasher({ memoryKib: 64, passes: 1 })
  const stored = await hasher.hash('mot de passe élégant')
  assert.match(stored, /^\$argon2id\$v=19\$m=64,t=1,p=1\$/)
  assert.ok(await hasher.verify('mot de passe e\u0301le\u0301gant', stored))
  assert.equal(await hasher.verify('mot de passe elegant', stored), false)
  assert.equal(await hasher.verify('anything', null), false)
  assert.equal(await hasher.verify('anything', 'not a hash'), false)
  assert.ok(argon2Hasher({ memoryKib: 128, passes: 1 }).isOutdated(stored))
})
