import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Work } from '#kernel/database'
import { documentText } from '#kernel/documents'
import { createTranslator } from '#kernel/messages'
import type { Language } from '#kernel/values'
import { m } from './messages/index.ts'
import { caseById } from './queries/cases.ts'
import { statementFactsOf } from './queries/statement.ts'
import { addTranscript } from './service/add-transcript.ts'
import { changeLine, decideCase } from './service/decide-case.ts'
import { statementOf } from './statement.ts'
import { everyLanguage, withSite } from './testing/site.fixture.ts'
import {
  accepted,
  inWorld,
  mixedLines,
  now,
  people,
  transcript,
  type World,
} from './testing/world.fixture.ts'

const translator = createTranslator([m.catalogue])

/** A case with two courses recognised, one refused by the rules and one by the evaluator. */
async function decidedCase(world: World): Promise<string> {
  const { caseId } = accepted(
    await world.as(people.registrarAu, (work) => addTranscript(work, transcript(mixedLines))),
  )
  const [line] = await world.rows(`select id from case_lines where verdict = 'needs-decision'`)
  const change = {
    caseId,
    lineId: String(line!['id']),
    verdict: 'refused' as const,
    homeCourseCode: null,
    homeCredit: null,
    recordedGrade: null,
    contentShare: null,
    reason: 'No course of the degree programme has this content.',
  }
  accepted(await world.as(people.evaluatorAu, (work) => changeLine(work, change)))
  const [row] = await world.rows('select input_hash from recognition_cases')
  const inputHash = String(row!['input_hash'])
  // Long enough ago to be final.
  const at = new Date(now.getTime() - 3_600_000)
  const decide = (work: Work) => decideCase(work, { caseId, inputHash })
  accepted(await world.as(people.evaluatorAu, decide, at))
  return caseId
}

async function textOf(world: World, caseId: string, pair: readonly [Language, Language]) {
  const work = world.runner.reading(await world.context(people.evaluatorAu))
  const found = await caseById(work, caseId)
  assert.ok(found)
  const facts = await statementFactsOf(work, found)
  assert.ok(facts)
  const document = statementOf(
    {
      ...facts,
      // The hash holds the ids of this run.
      documentSha256: '0123456789abcdef'.repeat(4),
      address: 'https://weft.example/th/statement-checks/04HM-ASW9-NF6Y',
      banner: null,
    },
    pair,
    translator,
  )
  return documentText(document)
}

for (const language of everyLanguage) {
  const second = language === 'en' ? 'th' : 'en'
  test(`the statement reads well in ${language} beside ${second}`, (context) =>
    inWorld(async (world) => {
      const text = await textOf(world, await decidedCase(world), [language, second])
      assert.doesNotMatch(text, /page\.statement|reason\.|undefined|\[object/)
      context.assert.snapshot(text, { serializers: [(value) => value] })
    })())
}

test(
  'the statement of a decided case is a PDF for the student, and the same every time',
  inWorld((world) =>
    withSite(world, async (site) => {
      const caseId = await decidedCase(world)
      const get = () => site.get(people.studentPloy, `/th/recognition/cases/${caseId}/statement`)
      const first = await get()
      assert.equal(first.headers.get('content-type'), 'application/pdf')
      assert.match(first.headers.get('content-disposition') ?? '', /2026-0001-th-zh-Hans\.pdf/)
      const bytes = Buffer.from(await first.arrayBuffer())
      assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
      assert.deepEqual(Buffer.from(await (await get()).arrayBuffer()), bytes)
    }),
  ),
)

test(
  'there is no statement before the decision, nor for others',
  inWorld((world) =>
    withSite(world, async (site) => {
      const { caseId } = accepted(
        await world.as(people.registrarAu, (work) => addTranscript(work, transcript(mixedLines))),
      )
      const path = `/en/recognition/cases/${caseId}/statement`
      assert.equal((await site.get(people.evaluatorAu, path)).status, 404)
      assert.equal((await site.get(people.evaluatorPku, path)).status, 404)
    }),
  ),
)
