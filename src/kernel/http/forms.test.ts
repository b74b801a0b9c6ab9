import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { isRefused } from '#kernel/database'
import { collectForm, readForm, readJson } from './forms.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a form loses only what no database text can hold', async () => {
  const data = new FormData()
  data.append('name', 'An\u0000na \ud83e\uddf5')
  data.append('file', new File(['x'], 'scan\u0000.pdf'))
  const form = await collectForm(data)
  assert.deepEqual(form.values['name'], ['Anna \ud83e\uddf5'])
  assert.equal(form.uploads['file']?.[0]?.name, 'scan.pdf')
})

test('a JSON body that spells an impossible character is refused, at any depth', () => {
  for (const text of ['"a\\u0000"', '{"a":[{"b":"\\ud800"}]}', '{"\\udc00":1}', '["\\uD83E"]']) {
    assert.throws(() => readJson(bytes(text)), SyntaxError, text)
  }
  assert.throws(() => readJson(new Uint8Array([0x22, 0xff, 0x22])))
})

test('a JSON body keeps emoji and a written backslash', () => {
  assert.equal(readJson(bytes('"\\ud83e\\uddf5"')), '\ud83e\uddf5')
  assert.equal(readJson(bytes('"\\\\u0000"')), '\\u0000')
  assert.equal(readJson(bytes('')), undefined)
  const deep = `${'['.repeat(50_000)}"\\ud83e\\uddf5"${']'.repeat(50_000)}`
  assert.doesNotThrow(() => readJson(bytes(deep)))
})

test('field names of a form reach no prototype', () => {
  const schema = z.object({ name: z.string() })
  const forms: Record<string, string[]>[] = [
    { '__proto__[]': ['x'] },
    { ['__proto__']: ['x'] },
    { 'constructor.name': ['x'] },
  ]
  for (const values of forms) assert.ok(isRefused(readForm(schema, { values, uploads: {} })))
  assert.equal(Object.hasOwn(Object.prototype, '0'), false)
})
