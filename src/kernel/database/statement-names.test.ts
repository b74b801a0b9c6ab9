import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStatementNames, nameFault } from './statement-names.ts'

test('a statement has a name once it has come three times, and so many have one', () => {
  const names = createStatementNames(2)
  const asked = (sql: string, times: number) =>
    Array.from({ length: times }, () => names.nameOf(sql)).at(-1)
  assert.equal(asked('a', 3), null)
  const a = names.nameOf('a')
  assert.ok(a)
  assert.equal(names.nameOf('a'), a)
  assert.ok(asked('b', 4))
  assert.equal(asked('c', 9), null, 'the places are taken')
  names.renew('a')
  assert.notEqual(names.nameOf('a'), a)
  names.stop()
  assert.equal(asked('a', 9), null)
})

test('statements without end leave no trace without end', () => {
  const names = createStatementNames()
  for (let n = 0; n < 20_000; n += 1) assert.equal(names.nameOf(`select ${n}`), null)
})

test('only a failure that is the name’s own is told as one', () => {
  const failed = (code: string, message: string) => Object.assign(new Error(message), { code })
  assert.equal(nameFault(failed('0A000', 'cached plan must not change result type')), 'outdated')
  assert.equal(nameFault(failed('0A000', 'cannot do this in a view')), null)
  assert.equal(nameFault(failed('26000', 'prepared statement "x" does not exist')), 'unknown')
  assert.equal(nameFault(failed('42P05', 'prepared statement "x" already exists')), 'unknown')
  assert.equal(nameFault(failed('23505', 'duplicate key')), null)
})
