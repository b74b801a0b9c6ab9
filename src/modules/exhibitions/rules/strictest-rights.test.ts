import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inIiifForm, strictestRights } from './strictest-rights.ts'

test('the strictest of several rights wins, and what nobody knows is the strictest', () => {
  const zero = 'http://creativecommons.org/publicdomain/zero/1.0/'
  const by = 'https://creativecommons.org/licenses/by/4.0/'
  const inCopyright = 'http://rightsstatements.org/vocab/InC/1.0/'
  assert.equal(strictestRights([zero, by]), by)
  assert.equal(strictestRights([by, inCopyright, zero]), inCopyright)
  assert.equal(strictestRights([zero, 'https://example.org/terms']), 'https://example.org/terms')
  assert.equal(strictestRights([]), null)
})

test('rights stand in the form that IIIF wants', () => {
  assert.equal(
    inIiifForm('https://rightsstatements.org/page/InC/1.0/?language=en'),
    'http://rightsstatements.org/vocab/InC/1.0/',
  )
  assert.equal(
    inIiifForm('https://creativecommons.org/licenses/by/4.0/'),
    'http://creativecommons.org/licenses/by/4.0/',
  )
})
