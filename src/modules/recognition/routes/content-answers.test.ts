import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuse } from '#kernel/database'
import type { ActCall } from '#kernel/http'
import { createTranslator } from '#kernel/messages'
import { Fraction } from '#kernel/values'
import { m } from '../messages/index.ts'
import { linesOfCase } from '../queries/cases.ts'
import { addTranscript } from '../service/add-transcript.ts'
import { answerQuestion, askQuestion } from '../service/content-questions.ts'
import { giveAddress, letters, linkOf, reading } from '../testing/letters.fixture.ts'
import { everyLanguage, leadsTo, type Site, textOf, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  inWorld,
  mixedLines,
  now,
  people,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { answerAct } from './content-answers.ts'

const professor = 'wanida@au.example'
const translator = createTranslator([m.catalogue])

/** The question about a course of a new case. */
async function asked(world: World): Promise<string> {
  const { caseId } = accepted(
    await world.as(people.registrarAu, (work) => addTranscript(work, transcript(mixedLines))),
  )
  const lines = await linesOfCase(await reading(world), caseId)
  const made = await world.as(people.evaluatorAu, (work) =>
    askQuestion(work, {
      caseId,
      lineId: lines.find((line) => line.code === 'PKU103')!.id,
      name: 'ผศ.ดร. วนิดา',
      address: professor,
      language: 'th',
      dueOn: '2026-12-01',
      hostTopics: '色彩',
      homeTopics: 'Colour',
      note: '',
      threshold: Fraction.of(3, 4),
    }),
  )
  return accepted(made).questionId
}

test(
  'another answer by a link that was used is told that the first stands, and whom to ask; the same is thanked',
  inWorld(async (world) => {
    const questionId = await asked(world)
    const link = await linkOf(world, (await letters(world))[0])
    accepted(
      await world.runner.perform({ ...link, now, language: 'th' }, (work) =>
        answerQuestion(work, { questionId, choice: 'half', remark: 'Only the first part.' }),
      ),
    )
    const work = await reading(world)
    const said = async (language: (typeof everyLanguage)[number], form: Record<string, string>) => {
      const { tone, title, text } = await answerAct.outcome({
        work,
        language,
        timeZone: 'Asia/Bangkok',
        link: { objectId: questionId },
        read: (schema) => {
          const parsed = schema.safeParse(form)
          return parsed.success ? parsed.data : refuse(422, m('content.refusal.choice'))
        },
      } as ActCall)
      return { tone, title: title.key, text: translator.for(language)(text) }
    }
    const forms = (...all: Record<string, string>[]) => all
    const thanked = { tone: 'done', title: 'content.over.answered.title' }
    for (const form of forms(
      {},
      { choice: 'nonsense' },
      { choice: 'half' },
      { choice: 'half', remark: 'Only the first part.' },
    )) {
      const { tone, title } = await said('en', form)
      assert.deepEqual({ tone, title }, thanked, JSON.stringify(form))
    }
    for (const form of forms(
      { choice: 'enough' },
      { choice: 'half', remark: 'And a little of the second.' },
    )) {
      const { tone, title, text } = await said('en', form)
      assert.deepEqual([tone, title], ['info', 'content.over.stands.title'])
      assert.match(text, /“About half” on 2\d November 2026 \d\d:\d\d/)
      assert.match(text, /was not kept/)
    }
    assert.deepEqual(await world.rows('select choice from content_answers'), [{ choice: 'half' }])
    const texts = new Set<string>()
    for (const language of everyLanguage) {
      const { text } = await said(language, { choice: 'less' })
      assert.doesNotMatch(text, /[{}]|content\./)
      texts.add(text)
    }
    assert.equal(texts.size, everyLanguage.length)
  }),
)

test(
  'signed in, the same answer again is thanked, and another one is told that the first stands',
  inWorld((world) =>
    withSite(world, async (site: Site) => {
      await giveAddress(world, people.academicMentorAu, professor)
      const path = `/en/recognition/questions/${await asked(world)}`
      const send = (form: Record<string, string>) => site.post(people.academicMentorAu, path, form)
      assert.equal(leadsTo(await send({ choice: 'enough' })), '/en/inbox')
      assert.equal(leadsTo(await send({ choice: 'enough' })), '/en/inbox')
      const other = await send({ choice: 'less', remark: 'I looked again.' })
      assert.equal(other.status, 409)
      const text = textOf(await other.text())
      assert.match(text, /You answered “Yes, at least three quarters” on/)
      assert.match(text, /write to [^.]+ \([^)]+\)/)
      assert.doesNotMatch(text, /Send the answer/)
      assert.deepEqual(await world.rows('select choice from content_answers'), [
        { choice: 'enough' },
      ])
    }),
  ),
)
