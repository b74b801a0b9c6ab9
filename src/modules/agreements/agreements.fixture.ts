import assert from 'node:assert/strict'
import { isRefused, type Refusal } from '#kernel/database'
import { cast } from '#modules/alliance'
import type { Condition } from './rules/conditions.ts'

const o = cast.organisations

/** Three places a year for students of Assumption University at the school in Lyon. */
export const study: Condition = {
  key: 'one',
  kind: 'study',
  sending: o.au,
  receiving: o.rhone,
  sendingUnit: '',
  receivingUnit: '',
  firstYear: '2027/2028',
  lastYear: '2029/2030',
  seats: 3,
  shared: false,
  amount: '15',
  fields: [{ code: '0211', clarification: '' }],
  languages: [{ language: 'en', level: 'B2' }],
  levels: [6],
  blended: false,
  terms: '',
}

/** What a verb gave; a refusal fails the test. */
export function done<T>(result: T | Refusal): T {
  if (isRefused(result)) assert.fail(`refused: ${result.message.key}`)
  return result as T
}
