import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heritageFault, isLanguageTag } from './community.ts'

test('a practice is shown only with the grant of its community and the certificate that custom allows it', () => {
  const granted = { grantedBy: 'Ban Rai weavers', grantedOn: '2026-03-01' }
  assert.equal(heritageFault('object', {}), null)
  assert.equal(heritageFault('intangible', {}), 'no-grant')
  assert.equal(heritageFault('intangible', { grantedBy: 'Ban Rai weavers' }), 'no-grant')
  assert.equal(heritageFault('intangible', granted), 'not-certified')
  assert.equal(heritageFault('intangible', { ...granted, isCertified: true }), null)
})

test('languages are named as BCP 47 writes them', () => {
  for (const tag of ['th', 'nod', 'zh-Hans', 'tts-Thai', 'bo-Tibt-CN'])
    assert.ok(isLanguageTag(tag), tag)
  for (const tag of ['', 'x', 'thai language', 'th_TH', 'th"']) assert.ok(!isLanguageTag(tag), tag)
})
