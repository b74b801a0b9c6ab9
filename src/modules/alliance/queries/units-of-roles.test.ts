import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import type { Database } from '#kernel/database'
import { now, onDatabase, tellStory } from '../alliance.fixture.ts'
import { cast } from '../seed/cast.ts'
import { grantsOf } from './grants.ts'
import { holdersOfRole } from './role-holders.ts'

const { organisations: o, units: u, people: p } = cast
const studio = '01980000-000b-7000-8000-0000000000aa'

/** A studio under the school of communication arts, and two evaluators: of the school, and of the studio. */
async function staffed(database: Database): Promise<void> {
  await tellStory(database)
  await database.execute(
    `insert into units (id, origin, organisation_id, parent_id, names) values ($1, 'test', $2, $3, '{"en":"Studio"}')`,
    [studio, o.au, u.auCommunication],
  )
  for (const [person, unit] of [
    [p.academicMentorAu, u.auCommunication],
    [p.coordinatorAu, studio],
  ]) {
    await database.execute(
      `insert into appointments (id, person_id, organisation_id, unit_id, role, starts_on, created_at)
       values ($1, $2, $3, $4, 'evaluator', '2025-01-01', $5)`,
      [randomUUIDv7(), person, o.au, unit, now],
    )
  }
}

test('a role in a unit reaches the units under it, and a role of the institution has no such limit', async () => {
  await onDatabase(async ({ database }) => {
    await staffed(database)
    const unitsOf = async (person: string) =>
      (await grantsOf(database.kysely, person, now))
        .filter((grant) => grant.role === 'evaluator')
        .map((grant) => grant.unitIds)
    assert.deepEqual(await unitsOf(p.academicMentorAu), [
      [u.auCommunication, studio].toSorted(),
      [u.auEngineering],
    ])
    assert.deepEqual(await unitsOf(p.coordinatorAu), [[studio]])
    assert.deepEqual(await unitsOf(p.evaluatorAu), [null])
  })
})

test('who is asked in a unit are those of it and of the units above; without one, those of the institution', async () => {
  await onDatabase(async ({ database }) => {
    await staffed(database)
    const asked = (unitId?: string | null) =>
      holdersOfRole(
        database.kysely,
        {
          role: 'evaluator',
          organisationId: o.au,
          programmeId: null,
          ...(unitId === undefined ? {} : { unitId }),
        },
        now,
      )
    assert.deepEqual(await asked(studio), [p.academicMentorAu, p.coordinatorAu].toSorted())
    assert.deepEqual(await asked(u.auCommunication), [p.academicMentorAu])
    assert.deepEqual(await asked(u.auEngineering), [p.academicMentorAu])
    assert.deepEqual(await asked(u.auManagement), [])
    assert.deepEqual(await asked(null), [p.evaluatorAu])
    assert.equal((await asked()).length, 3)
  })
})
