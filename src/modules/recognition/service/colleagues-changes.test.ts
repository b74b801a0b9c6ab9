import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#kernel/database'
import { changesOf } from '../queries/case-changes.ts'
import { linesOfCase } from '../queries/cases.ts'
import { nextCase } from '../queries/next-case.ts'
import { reading } from '../testing/letters.fixture.ts'
import {
  accepted,
  inWorld,
  mixedLines,
  now,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addTranscript } from './add-transcript.ts'
import { changeLine, decideCase } from './decide-case.ts'
import { askForEvidence } from './evidence.ts'

const { evaluatorAu, registrarAu, studentThanawat } = people

test(
  'a verdict on a case that a colleague has changed meanwhile is refused with what changed; one’s own changes are none',
  inWorld(async (world) => {
    const { caseId, lines } = await caseWith(world)
    const seen = async () => changesOf(await reading(world), caseId)
    const atFirst = await seen()
    const verdict = (by: string, place: number, saw: number) =>
      world.as(by, (work) =>
        changeLine(work, {
          caseId,
          lineId: lines[place]!.id,
          verdict: 'refused',
          homeCourseCode: null,
          homeCredit: null,
          recordedGrade: null,
          contentShare: null,
          reason: 'It is taught otherwise.',
          seen: saw,
        }),
      )
    accepted(await verdict(evaluatorAu, 0, atFirst))
    accepted(await verdict(evaluatorAu, 0, atFirst))
    // Thanawat is an evaluator here too.
    const refused = await verdict(studentThanawat, 1, atFirst)
    assert.equal(refusalOf(refused), '409 refusal.colleague-changed')
    assert.ok(isRefused(refused))
    assert.equal(refused.message.args['others'], 1)
    accepted(await verdict(studentThanawat, 1, await seen()))
    const decision = await world.as(evaluatorAu, (work) =>
      decideCase(work, { caseId, inputHash: '', seen: atFirst }),
    )
    assert.equal(refusalOf(decision), '409 refusal.colleague-changed')
  }),
)

test(
  'the next case is the one due first; one that waits for evidence comes last, and nobody is led to their own',
  inWorld(async (world) => {
    const first = await caseWith(world, 'PKU101')
    const second = await caseWith(world, 'PKU102')
    const next = async (by: string, after: string) =>
      (await nextCase(await reading(world, by), after))?.id ?? null
    assert.equal(await next(evaluatorAu, first.caseId), second.caseId)
    assert.equal(await next(people.studentPloy, first.caseId), null)
    const third = await caseWith(world, 'PKU103')
    const asking = {
      caseId: second.caseId,
      lineId: null,
      kind: 'syllabus' as const,
      words: '',
      dueOn: '2026-12-02',
      of: { party: 'student' as const },
    }
    accepted(await world.as(evaluatorAu, (work) => askForEvidence(work, asking)))
    assert.equal(await next(evaluatorAu, first.caseId), third.caseId)
  }),
)

async function caseWith(world: World, code?: string) {
  const given = transcript(code ? [[code, '88']] : mixedLines)
  const { caseId } = accepted(
    await world.as(registrarAu, (work) => addTranscript(work, given), now),
  )
  return { caseId, lines: await linesOfCase(await reading(world), caseId) }
}
