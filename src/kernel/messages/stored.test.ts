import assert from 'node:assert/strict'
import { test } from 'node:test'
import { restoreMessage, storeMessage } from './stored.ts'

test('a stored message comes back as it was, its dates and inner messages too', () => {
  const on = new Date('2026-11-22T09:00:00Z')
  const inner = { module: 'a', key: 'inner', args: { on } }
  const message = { module: 'a', key: 'outer', args: { name: 'Malee', count: 3, on, inner } }
  assert.deepEqual(restoreMessage(JSON.parse(storeMessage(message))), message)
})

test('what is no message, or has an argument of another kind, throws', () => {
  for (const stored of [null, 'text', {}, { module: 'a', key: 'b', args: { x: true } }]) {
    assert.throws(() => restoreMessage(stored), TypeError)
  }
})
