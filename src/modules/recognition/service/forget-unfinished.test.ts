import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWorld, now, organisations, people } from '../testing/world.fixture.ts'
import { forgetUnfinished } from './forget-unfinished.ts'

test(
  'a draft of a grading table that has lain for more than thirty days is gone with its file, a younger one stays',
  inWorld(async (world) => {
    const days = (count: number) => new Date(now.getTime() - count * 86_400_000)
    for (const [number, age] of [31, 29].entries()) {
      const file = `00000000-0000-7000-8000-00000000f00${number}`
      await world.database.execute(
        `insert into files (id, origin, sha256, name, kind, size_bytes, owner_kind, owner_id, created_at)
         values ($1, 'test', repeat('0', 64), 'grades.csv', 'csv', 1, 'recognition.grading-table', 'draft', $2)`,
        [file, days(age)],
      )
      await world.database.execute(
        `insert into grading_table_drafts (id, organisation_id, counted_organisation_id, grade_scale_id, file_name,
           file_id, sample, reading, result, created_by, created_at)
         values ($1, $2, $2, 'au', 'grades.csv', $3, '{}', '{}', '{}', $4, $5)`,
        [
          `00000000-0000-7000-8000-00000000d00${number}`,
          organisations.au,
          file,
          people.registrarAu,
          days(age),
        ],
      )
    }
    const system = { actor: { kind: 'system', name: 'test' }, now, language: 'en' } as const
    await world.runner.perform(system, forgetUnfinished)
    const left = await world.rows('select created_at from grading_table_drafts')
    assert.deepEqual(
      left.map((row) => row['created_at']),
      [days(29)],
    )
  }),
)
