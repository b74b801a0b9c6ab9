import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findCaseByNumber } from './find.ts'
import { addTranscript } from './service/add-transcript.ts'
import {
  accepted,
  enrolments,
  inWorld,
  mixedLines,
  people,
  transcript,
} from './testing/world.fixture.ts'

test(
  'a case is found by its number, whole, short or in Thai digits, by whoever may see it and nobody else',
  inWorld(async (world) => {
    for (const enrolmentId of [enrolments.ploy, enrolments.thanawat]) {
      const given = transcript(mixedLines, { enrolmentId })
      accepted(await world.as(people.registrarAu, (work) => addTranscript(work, given)))
    }
    const found = async (person: string, typed: string) => {
      const hits = await world.as(person, (work) => findCaseByNumber(work, typed))
      return hits.map(({ title }) => title.args['number'])
    }
    for (const typed of ['2026-0001', '2026-1', ' 1 ', '๒๐๒๖-๐๐๐๑']) {
      assert.deepEqual(await found(people.evaluatorAu, typed), ['2026-0001'], typed)
    }
    assert.deepEqual(await found(people.coordinatorAu, '2'), ['2026-0002'])
    assert.deepEqual(await found(people.studentPloy, '1'), ['2026-0001'])
    assert.deepEqual(await found(people.studentPloy, '2'), [], 'the case of another student')
    for (const typed of ['', '2026-0009', 'Ploy', '1 or 1=1', '9'.repeat(40)]) {
      assert.deepEqual(await found(people.evaluatorAu, typed), [], typed)
    }
  }),
)
