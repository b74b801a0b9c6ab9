import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hashOfCode, statementCode } from './check-code.ts'

const hash = fc.stringMatching(/^[0-9a-f]{64}$/)

test('a code leads back to the beginning of the hash that it was made of', () => {
  fc.assert(
    fc.property(hash, (sha256) => {
      const code = statementCode(sha256)
      assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      assert.equal(hashOfCode(code), sha256.slice(0, 15))
    }),
    { seed: 20261122, numRuns: 500 },
  )
})

test('a code may be typed as people type', () => {
  const code = statementCode(`0${'1'.repeat(63)}`)
  const wanted = hashOfCode(code)
  for (const typed of [
    code.toLowerCase(),
    code.replaceAll('-', ' '),
    code.replaceAll('-', ''),
    code.replaceAll('-', '–'),
    code.replaceAll('0', 'O').replaceAll('1', 'l'),
    code.replace(/[0-9A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  ]) {
    assert.equal(hashOfCode(typed), wanted, typed)
  }
})

test('what is no code is none', () => {
  for (const typed of ['', 'ABCD', 'ABCD-EFGH-JKMU', 'x'.repeat(2000), '0'.repeat(13), '%', "'"]) {
    assert.equal(hashOfCode(typed), null, typed)
  }
})
