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
import { type ChangeLine, changeLine, decideCase } from './service/decide-case.ts'
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
async function decidedCase(
  world: World,
  said: Pick<ChangeLine, 'reason' | 'secondReason'> = {
    reason: 'No course of the degree programme has this content.',
  },
): Promise<string> {
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
    ...said,
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
  return documentText(await documentOf(world, caseId, pair))
}

async function documentOf(world: World, caseId: string, pair: readonly [Language, Language]) {
  const work = world.runner.reading(await world.context(people.evaluatorAu))
  const found = await caseById(work, caseId)
  assert.ok(found)
  const facts = await statementFactsOf(work, found)
  assert.ok(facts)
  return statementOf(
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
}

/** All words of a document with their languages. */
function wordsIn(part: unknown): { language: string; text: string }[] {
  if (Array.isArray(part)) return part.flatMap(wordsIn)
  if (part === null || typeof part !== 'object') return []
  const { language, text } = part as Record<string, unknown>
  if (typeof language === 'string' && typeof text === 'string') return [{ language, text }]
  return Object.values(part).flatMap(wordsIn)
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
  'a reason that a person gave in two languages is said to each reader in theirs',
  inWorld(async (world) => {
    const said = {
      reason: 'The syllabus is another one.',
      secondReason: { text: 'เนื้อหารายวิชาต่างกัน', language: 'th' as const },
    }
    const caseId = await decidedCase(world, said)
    const spoken = async (pair: readonly [Language, Language]) =>
      wordsIn(await documentOf(world, caseId, pair))
        .filter(({ text }) => /syllabus|เนื้อหารายวิชา/.test(text))
        .map(({ language, text }) => `${language} ${text.trim()}`)
    const [english, thai] = ['en The syllabus is another one.', 'th เนื้อหารายวิชาต่างกัน']
    assert.deepEqual(await spoken(['th', 'en']), [thai, english])
    assert.deepEqual(await spoken(['en', 'th']), [english, thai])
    // Whoever reads neither finds what there is, and a reader of one language is not given two.
    assert.deepEqual(await spoken(['zh-Hans', 'fr']), [english, thai])
    assert.deepEqual(await spoken(['th', 'th']), [thai])
  }),
)

test(
  'a reason in one language is marked as being in it, whatever the statement is in',
  inWorld(async (world) => {
    const caseId = await decidedCase(world, { reason: '教学大纲不同。' })
    const words = wordsIn(await documentOf(world, caseId, ['th', 'en']))
    assert.deepEqual(
      words.filter(({ text }) => text.includes('教学大纲')),
      [{ language: 'zh-Hans', text: '教学大纲不同。' }],
    )
  }),
)

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
