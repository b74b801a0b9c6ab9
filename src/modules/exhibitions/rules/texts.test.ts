import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  heldBack,
  mayBeAbsent,
  mergeText,
  passesGate,
  publishingGates,
  type StoredText,
  textState,
} from './texts.ts'

const text = (part: Partial<StoredText>): StoredText => ({
  language: 'en',
  value: 'cloth',
  state: 'reviewed',
  version: 1,
  sourceVersion: null,
  ...part,
})

test('a translation is stale as soon as its source has another version, and the source never is', () => {
  const source = text({ version: 2 })
  const old = text({ language: 'th', sourceVersion: 1 })
  assert.equal(textState([source, old], 'th', 'en'), 'stale')
  assert.equal(textState([source, { ...old, sourceVersion: 2 }], 'th', 'en'), 'reviewed')
  assert.equal(textState([source, old], 'en', 'en'), 'reviewed')
  assert.equal(textState([source, old], 'ko', 'en'), 'missing')
  assert.equal(textState([source, text({ language: 'ko', value: '  ' })], 'ko', 'en'), 'missing')
})

test('a gate lets through what it names and nothing below it', () => {
  const source = text({ version: 2 })
  const states = {
    reviewed: text({ language: 'th', sourceVersion: 2 }),
    draft: text({ language: 'th', sourceVersion: 2, state: 'draft' }),
    stale: text({ language: 'th', sourceVersion: 1 }),
    machine: text({ language: 'th', sourceVersion: 2, state: 'machine' }),
  }
  const passed = publishingGates.map((gate) =>
    Object.entries(states)
      .filter(([, own]) =>
        passesGate([source, own], { language: 'th', sourceLanguage: 'en', gate, needed: false }),
      )
      .map(([name]) => name),
  )
  assert.deepEqual(passed, [
    ['reviewed'],
    ['reviewed', 'draft'],
    ['reviewed', 'draft', 'stale', 'machine'],
  ])
})

test('a text that is written nowhere holds nothing back unless it is needed', () => {
  const string = { partId: 'p', field: 'text', texts: [], needed: false }
  const rule = { sourceLanguage: 'en', gate: 'present' } as const
  assert.deepEqual(heldBack([string], ['en', 'th'], rule), [])
  assert.equal(heldBack([{ ...string, needed: true }], ['en', 'th'], rule).length, 2)
  assert.equal(mayBeAbsent(string), true)
  assert.equal(mayBeAbsent({ ...string, needed: true }), false)
})

test('an edit of what nobody else touched is saved, and two edits of one string are never merged silently', () => {
  const now = { version: 3, value: 'theirs' }
  assert.deepEqual(mergeText(now, { version: 3, seen: 'theirs', value: 'mine' }), {
    kind: 'save',
    value: 'mine',
  })
  assert.deepEqual(mergeText(now, { version: 2, seen: 'before', value: 'before' }), {
    kind: 'unchanged',
  })
  assert.deepEqual(mergeText(now, { version: 2, seen: 'before', value: 'theirs' }), {
    kind: 'unchanged',
  })
  assert.deepEqual(mergeText(now, { version: 2, seen: 'before', value: 'mine' }), {
    kind: 'conflict',
    theirs: 'theirs',
    mine: 'mine',
  })
  assert.deepEqual(mergeText(null, { version: 0, seen: '', value: 'first' }), {
    kind: 'save',
    value: 'first',
  })
})

test('whatever two editors send, the words of neither are lost', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (base, one, other) => {
      const seen = { version: 1, seen: base }
      const first = mergeText({ version: 1, value: base }, { ...seen, value: one })
      const stored =
        first.kind === 'save' ? { version: 2, value: one } : { version: 1, value: base }
      const second = mergeText(stored, { ...seen, value: other })
      if (second.kind === 'save') assert.equal(stored.value, base)
      if (second.kind === 'conflict') assert.deepEqual([second.theirs, second.mine], [one, other])
      if (second.kind === 'unchanged') assert.ok(other === base || other === stored.value)
    }),
    { seed: 7, numRuns: 300 },
  )
})
