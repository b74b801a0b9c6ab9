import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTranslator } from '#kernel/messages'
import { languages } from '#kernel/values'
import { tellStudent } from './handlers.ts'
import { recognitionJourney } from './journey.ts'
import { m } from './messages/index.ts'
import { addTranscript } from './service/add-transcript.ts'
import { decideCase } from './service/decide-case.ts'
import { releaseDecision } from './service/final-decision.ts'
import { recognitionEntries } from './stories.ts'
import { accepted, inWorld, now, people, transcript, type World } from './testing/world.fixture.ts'

async function decided(world: World): Promise<string> {
  const { caseId } = accepted(
    await world.as(people.registrarAu, (work) =>
      addTranscript(work, transcript([['PKU101', '88']])),
    ),
  )
  const [row] = await world.rows('select input_hash from recognition_cases')
  const inputHash = String(row!['input_hash'])
  // Long enough ago to be final.
  const at = new Date(now.getTime() - 3_600_000)
  const decision = accepted(
    await world.as(people.evaluatorAu, (work) => decideCase(work, { caseId, inputHash }), at),
  )
  const system = { actor: { kind: 'system', name: 'test' }, now, language: 'en' } as const
  await world.runner.perform(system, (work) => releaseDecision(work, decision.decisionId))
  return caseId
}

test(
  'the student is told of the decision, and nobody else',
  inWorld(async (world) => {
    const caseId = await decided(world)
    const [entry] = await world.rows(
      `select * from chronicle_entries where type = 'recognition.decision-released'`,
    )
    await world.as(people.evaluatorAu, (work) =>
      tellStudent.handle(work, {
        type: entry!['type'],
        objectId: entry!['object_id'],
        personId: entry!['person_id'],
        data: entry!['data'],
      } as never),
    )
    const notices = await world.rows('select * from notices')
    assert.deepEqual(
      notices.map((notice) => [notice['person_id'], notice['href']]),
      [[people.studentPloy, `/recognition/cases/${caseId}`]],
    )
  }),
)

test(
  'the case is a step of the student’s journey from the host home',
  inWorld(async (world) => {
    await decided(world)
    const work = world.runner.reading(await world.context(people.studentPloy))
    const [step] = await recognitionJourney(work, people.studentPloy)
    assert.equal(step?.state.tone, 'done')
    assert.deepEqual([step?.from, step?.until], ['2026-11-22', '2026-11-22'])
    assert.deepEqual(step?.label, m('page.journey.recognised', { credit: '3' }))
    assert.deepEqual(await recognitionJourney(work, people.studentThanawat), [])
  }),
)

test(
  'every entry of a case has words in every language',
  inWorld(async (world) => {
    await decided(world)
    const translator = createTranslator([m.catalogue])
    const entries = await world.rows('select type, data from chronicle_entries')
    assert.equal(entries.length, 4)
    for (const { type, data } of entries) {
      const kind = recognitionEntries.find((each) => each.type === type)
      assert.ok(kind, String(type))
      for (const language of languages) {
        const said = translator.for(language)(kind.label(data as Record<string, unknown>, language))
        assert.doesNotMatch(said, /entry\.|undefined|NaN|\{/)
      }
    }
  }),
)
