import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatabaseError } from '#kernel/database'
import { StoreAwayError } from '#kernel/files'
import { inTime, outageOf } from './outage.ts'

const system = (code: string, syscall: string) =>
  Object.assign(new Error(`${syscall} ${code}`), { code, syscall })
const database = (code: string, message = 'said by the server') =>
  new DatabaseError({ message, code })

const cases: [what: string, error: unknown, outage: ReturnType<typeof outageOf>][] = [
  ['a full disk below a file', system('ENOSPC', 'write'), 'full'],
  ['a full quota', system('EDQUOT', 'write'), 'full'],
  ['a full disk below PostgreSQL', database('53100'), 'full'],
  [
    'a full disk below PGlite',
    database('58030', 'could not extend file "base/5/1": No space left on device'),
    'full',
  ],
  [
    'a cause within',
    new Error('the work failed', { cause: new Error('x', { cause: database('53100') }) }),
    'full',
  ],
  ['a server that is not there', system('ECONNREFUSED', 'connect'), 'away'],
  ['a socket that is not there', system('ENOENT', 'connect'), 'away'],
  ['a server that is stopped', database('57P01'), 'away'],
  ['a connection that is lost', database('08006'), 'away'],
  ['a server that hangs', new Error('timeout exceeded when trying to connect'), 'away'],
  ['a file store that is silent', new StoreAwayError(system('ETIMEDOUT', 'read')), 'store-away'],
  ['a file that is not there', system('ENOENT', 'open'), null],
  ['a fault of a statement', database('42703'), null],
  ['a fault of the program', new TypeError('x is undefined'), null],
  ['what is no error', 'ENOSPC', null],
]

for (const [what, error, outage] of cases) {
  test(`${what} is ${outage === null ? 'no outage' : `told as "${outage}"`}`, () => {
    assert.equal(outageOf(error), outage)
  })
}

test('a cause that is its own cause ends', () => {
  const error = new Error('round')
  error.cause = error
  assert.equal(outageOf(error), null)
})

test('a database that never says who asks is away, and one that says so in time is not', async () => {
  const hanging = inTime(new Promise(() => {}), 20)
  await assert.rejects(hanging, (error) => outageOf(error) === 'away')
  assert.equal(await inTime(Promise.resolve('somebody'), 5000), 'somebody')
})
