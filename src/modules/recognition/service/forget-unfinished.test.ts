import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTableTranscript } from '../formats/read-transcript.ts'
import {
  accepted,
  enrolments,
  inWorld,
  now,
  organisations,
  people,
} from '../testing/world.fixture.ts'
import { forgetUnfinished } from './forget-unfinished.ts'
import { startDraft } from './transcript-drafts.ts'

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

test(
  'a draft of a transcript that nobody has touched for half a year is empty and closed, a younger one stays',
  inWorld(async (world) => {
    const begin = () =>
      world.as(people.registrarAu, (work) =>
        startDraft(work, {
          enrolmentId: enrolments.ploy,
          hostOrganisationId: organisations.pku,
          format: 'table',
          content: readTableTranscript(
            [
              { number: 1, cells: ['Course code', 'Grade'] },
              { number: 2, cells: ['PKU101', '95'] },
            ],
            null,
          ),
          document: null,
          isScan: false,
          origin: 'test.example',
        }),
      )
    const ids = [accepted(await begin()).draftId, accepted(await begin()).draftId]
    for (const [place, age] of [181, 179].entries()) {
      await world.database.execute('update transcript_drafts set updated_at = $2 where id = $1', [
        ids[place]!,
        new Date(now.getTime() - age * 86_400_000),
      ])
    }
    const system = { actor: { kind: 'system', name: 'test' }, now, language: 'en' } as const
    await world.runner.perform(system, forgetUnfinished)
    const states = await world.rows('select state from transcript_drafts order by updated_at desc')
    assert.deepEqual(
      states.map(({ state }) => state),
      ['discarded', 'open'],
    )
  }),
)
