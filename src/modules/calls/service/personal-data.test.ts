import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { seededCalls } from '../seed/calls.ts'
import { callsData, erasePersonCalls, exportPersonCalls } from './personal-data.ts'
import { mergePersonCalls } from './merging.ts'

const site = await testSite({ seed: ['alliance', 'calls'] })
after(() => site.close())
const { people } = cast
const kept = { readsMonths: 12, mailsMonths: 12 }

test('a person gets their applications and answers, and no outcome before it is told', async () => {
  const data = await site.perform((work) => exportPersonCalls(work, people.studentKanyarat))
  const text = JSON.stringify(data)
  assert.match(text, /shared pattern vocabularies/)
  assert.doesNotMatch(text, /outcome/)
  const nobody = await site.perform((work) => exportPersonCalls(work, people.funder))
  assert.deepEqual([...new Set(Object.values(nobody).map((part) => JSON.stringify(part)))], ['[]'])
  const held = await site.perform((work) => callsData.holds(work, people.studentPloy, kept))
  assert.deepEqual(
    held.map(({ count }) => count),
    [1, 2, 0, 0, 0, 0],
  )
  const hindered = await site.perform((work) => callsData.hinders!(work, people.studentPloy))
  assert.equal(hindered.length, 1, 'an application waits for its decision')
})

test('of two who are one the application that was sent stays, and nobody has two', async () => {
  await site.perform((work) => mergePersonCalls(work, people.studentThanawat, people.studentPloy))
  const { rows } = await site.house.database.execute(
    "select number, state from call_applications where call_id = $1 and person_id = $2 and state <> 'withdrawn'",
    [seededCalls.closed, people.studentPloy],
  )
  assert.deepEqual(rows, [{ number: 1, state: 'submitted' }])
})

test('an erasure takes drafts and answers, and leaves that there was an application', async () => {
  const done = await site.perform((work) => erasePersonCalls(work, people.studentPloy))
  assert.equal(done.kept.length, 1)
  const { rows } = await site.house.database.execute(
    'select answers, number is null as is_draft from call_applications where person_id = $1',
    [people.studentPloy],
  )
  assert.ok(rows.length > 0)
  for (const row of rows) assert.deepEqual(row, { answers: {}, is_draft: false })
})
