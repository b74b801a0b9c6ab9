import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Translate } from '#kernel/messages'
import type { Reason } from '../rules/reasons.ts'
import { decidingText, reasonsOf } from './words.ts'

const t = ((message: { key: string }) => message.key) as unknown as Translate
const reasons = (
  [
    ['for', 'reason.equivalence.found'],
    ['against', 'reason.content.below'],
    ['note', 'reason.grade.recorded'],
    ['note', 'reason.credit.converted'],
    ['for', 'reason.credit.surplus-home'],
  ] as const
).map(([outcome, key]): Reason => ({ outcome, key, args: {} }))

const told = (verdict: 'recognised' | 'refused' | 'needs-decision') =>
  reasonsOf({ engine: { reasons, verdict } }, t, () => '–').map(({ text }) => text)

test('of what is refused no reason says how it is recorded', () => {
  const said = told('refused')
  assert.deepEqual(
    said.map((text) => text.split('.').slice(-2).join('.')),
    ['equivalence.found', 'content.below', 'credit.converted'],
  )
  assert.equal(told('recognised').length, reasons.length)
  assert.equal(told('needs-decision').length, reasons.length)
})

test('what is not recognised begins with the reason that decided it', () => {
  const said = reasonsOf({ engine: { reasons } }, t, () => '–')
  assert.equal(decidingText('refused', said), 'reason.content.below')
  assert.equal(decidingText('needs-decision', said), undefined)
  assert.equal(decidingText('recognised', said), undefined)
})
