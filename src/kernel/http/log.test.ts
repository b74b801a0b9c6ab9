import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLogger } from './log.ts'

const typed = 'สมชาย ใจดี'
const quoted = `${typed}, born "2004"`

const failing = (text: string) => {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    return error
  }
}

const errors: [said: unknown, kept: RegExp][] = [
  [new Error(`invalid input syntax for type uuid: "${quoted}"`), /for type uuid/],
  [new Error(`date/time field value out of range: "${typed}"`), /value out of range/],
  [new Error(`value "${typed}" is out of range for type integer`), /out of range for type integer/],
  [new Error(`malformed array literal: "${quoted}"`), /malformed array literal/],
  [failing(`${typed} {`), /is not valid JSON|Unexpected token/],
  [failing(`{"name": "x", ${quoted}`), /JSON/],
  [new Error(`no mail to ${typed.split(' ')[0]}@example.org`), /no mail to <address>/],
]

test('what somebody typed is not told when it made something fail, and why it failed is', () => {
  for (const [error, kept] of errors) {
    const lines: string[] = []
    createLogger((line) => lines.push(line)).error('request failed', error)
    assert.match(lines[0]!, kept)
    for (const word of typed.split(' ')) assert.ok(!lines[0]!.includes(word), lines[0]!)
    assert.ok(!lines[0]!.includes('2004'), lines[0]!)
  }
})

test('a constraint, a column and a table are named', () => {
  const said = [
    'duplicate key value violates unique constraint "persons_pkey"',
    'null value in column "name" of relation "persons" violates not-null constraint',
    'column "nowhere" does not exist',
  ]
  for (const message of said) {
    const lines: string[] = []
    createLogger((line) => lines.push(line)).error('request failed', new Error(message))
    assert.ok(lines[0]!.includes(JSON.stringify(message).slice(1, -1)), lines[0]!)
  }
})
