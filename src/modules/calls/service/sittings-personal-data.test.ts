import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { seededCalls } from '../seed/calls.ts'
import { mergePersonCalls } from './merging.ts'
import { erasePersonCalls, exportPersonCalls } from './personal-data.ts'

const site = await testSite({ seed: ['alliance', 'calls'] })
after(() => site.close())
const { people, organisations } = cast

const rows = async (sql: string, values: unknown[] = []) =>
  (await site.house.database.execute(sql, values)).rows

const planned = '01980000-0031-7000-8000-000000000001'
const approved = '01980000-0031-7000-8000-000000000002'
const { evaluatorAu: from, academicMentorAu: into, registrarAu: secretary } = people

async function sit(id: string, members: readonly string[]): Promise<void> {
  await rows(
    `insert into call_sittings (id, origin, call_id, organisation_id, held_on, place, chair_id, secretary_id, created_by,
       created_at) values ($1, 'test', $2, $3, '2026-11-20', '', $4, $5, $5, $6)`,
    [id, seededCalls.closed, organisations.au, from, secretary, site.clock.now],
  )
  for (const member of members) {
    await rows('insert into call_sitting_members (sitting_id, person_id) values ($1, $2)', [
      id,
      member,
    ])
  }
}

test('two people who are one sit once where minutes are open, and stay under their names where they are approved', async () => {
  await sit(planned, [from, into, secretary])
  await sit(approved, [from, secretary])
  const [application] = await rows(
    'select id from call_applications where call_id = $1 and person_id = $2',
    [seededCalls.closed, people.studentPloy],
  )
  for (const [id, item] of [
    [planned, '01980000-0031-7000-8000-000000000003'],
    [approved, '01980000-0031-7000-8000-000000000004'],
  ]) {
    await rows(
      `insert into call_sitting_items (id, sitting_id, call_id, application_id, position, outcome, votes_for, reason, note,
         recorded_by, recorded_at, decisions_seen)
       values ($1, $2, $3, $4, 1, 'refused', 2, 'other', '{"en": "Ploy should try again."}', $5, $6, 0)`,
      [item, id, seededCalls.closed, application!['id'], from, site.clock.now],
    )
    await rows(
      'insert into call_sitting_absences (item_id, sitting_id, person_id) values ($1, $2, $3)',
      [item, id, from],
    )
  }
  await rows(
    "update call_sittings set state = 'approved', approved_at = $2, document_sha256 = $3 where id = $1",
    [approved, site.clock.now, 'a'.repeat(64)],
  )
  await site.perform((work) => mergePersonCalls(work, from, into))
  const seats = (id: string) =>
    rows('select person_id from call_sitting_members where sitting_id = $1', [id])
  const named = async (id: string) => (await seats(id)).map((row) => row['person_id']).toSorted()
  assert.deepEqual(await named(planned), [into, secretary].toSorted())
  assert.deepEqual(await named(approved), [from, secretary].toSorted())
  const left = await rows(
    'select sitting_id, person_id from call_sitting_absences order by sitting_id',
  )
  assert.deepEqual(left, [
    { sitting_id: planned, person_id: into },
    { sitting_id: approved, person_id: from },
  ])
  const chairs = await rows('select id, chair_id from call_sittings order by id')
  assert.deepEqual(
    chairs.map((row) => row['chair_id']),
    [into, from],
  )
})

test('an applicant gets what a committee made of theirs, and an erasure takes the word beside it out', async () => {
  await rows(`update calls set state = 'told', decided_at = $2, told_at = $2 where id = $1`, [
    seededCalls.closed,
    site.clock.now,
  ])
  const exported = (await site.perform((work) => exportPersonCalls(work, people.studentPloy))) as {
    applications: { committee?: Record<string, unknown>[] }[]
  }
  const found = exported.applications.flatMap(({ committee }) => committee ?? [])
  assert.deepEqual(
    found.map(({ outcome, votes_for: votes }) => [outcome, votes]),
    [['refused', 2]],
    'of approved minutes alone',
  )
  await site.perform((work) => erasePersonCalls(work, people.studentPloy))
  const notes = await rows('select note from call_sitting_items')
  assert.deepEqual(notes, [{ note: {} }, { note: {} }])
  await site.perform((work) => erasePersonCalls(work, secretary))
  const seats = await rows('select sitting_id from call_sitting_members where person_id = $1', [
    secretary,
  ])
  assert.deepEqual(seats, [{ sitting_id: approved }])
})
