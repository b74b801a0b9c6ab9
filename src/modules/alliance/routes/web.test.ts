import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inputOf } from './web.ts'

const inputFrom = (values: Record<string, string[]>) => inputOf({ values, uploads: {} })

test('a form has lists, numbered rows and texts in several languages', () => {
  assert.deepEqual(
    inputFrom({
      'keys[]': ['a', ' ', 'b'],
      'steps.1.kind': ['second'],
      'steps.0.kind': ['first'],
      'names.th': [' ชื่อ '],
    }),
    {
      keys: ['a', 'b'],
      steps: [{ kind: 'first' }, { kind: 'second' }].map((row) =>
        Object.assign(Object.create(null), row),
      ),
      names: Object.assign(Object.create(null), { th: 'ชื่อ' }),
    },
  )
})

test('no form decides how long a list is, which id a new thing has, or what a prototype holds', () => {
  const input = inputFrom({
    'keys[]': ['a'],
    'keys.length': ['4294967295'],
    id: ['of my choice'],
    '__proto__[]': ['x'],
    '__proto__.admin': ['yes'],
    'constructor.prototype.admin': ['yes'],
  })
  assert.equal(Array.isArray(input['keys']), false)
  assert.equal('id' in input, false)
  assert.equal('admin' in {}, false)
  assert.equal('0' in {}, false)
  assert.doesNotThrow(() => inputFrom({ 'keys[]': ['a'], 'keys.length': ['abc'] }))
})

test('a year may be typed in the Buddhist era and is kept in the common one; what is no year is refused as typed', () => {
  assert.deepEqual(inputFrom({ establishedYear: ['๒๕๑๒'], intakeYear: ['2568'], year: ['2026'] }), {
    establishedYear: '1969',
    intakeYear: '2025',
    year: '2026',
  })
  assert.deepEqual(inputFrom({ intakeYear: ['สองพัน'] }), { intakeYear: 'สองพัน' })
})
