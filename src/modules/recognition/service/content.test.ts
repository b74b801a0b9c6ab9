import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#kernel/database'
import { tasksFor } from '#kernel/tasks'
import { Fraction } from '#kernel/values'
import { comparisonById, lineContent } from '../queries/content.ts'
import { questionById } from '../queries/content-questions.ts'
import { caseById, linesOfCase } from '../queries/cases.ts'
import { giveAddress, letters, linkOf, reading } from '../testing/letters.fixture.ts'
import {
  accepted,
  inWorld,
  mixedLines,
  now,
  organisations,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addTranscript } from './add-transcript.ts'
import { changeTopics, judgeComparison, startComparison } from './compare-content.ts'
import {
  answerQuestion,
  type AskQuestion,
  askQuestion,
  endQuestionsOf,
  withdrawQuestion,
} from './content-questions.ts'
import { mergeQuestions, eraseQuestions, exportQuestions } from './content-personal-data.ts'
import { remindQuestion } from './remind-question.ts'
import { useContentEvidence } from './use-content.ts'

const home = 'Colour\nForm\nLight\nPaper\nPrint'
const host = '色彩\n造型\n光\n纸'
const professor = 'wanida@au.example'

test(
  'a share comes exactly out of the topics, version by version, and an equivalence is judged anew with it',
  inWorld(async (world) => {
    const { caseId, lineId } = await caseWith(world)
    const started = accepted(await begin(world, caseId))
    const judge = (version: number, topics: Parameters<typeof judgeComparison>[1]['topics']) =>
      world.as(people.evaluatorAu, (work) =>
        judgeComparison(work, { comparisonId: started.comparisonId, version, topics, note: '' }),
      )
    const covered = (...hostTopics: number[]) => ({ extent: 'covered' as const, hostTopics })
    const open = { extent: null, hostTopics: [] }
    accepted(await judge(1, [covered(0), covered(1), open, open, open]))
    assert.equal((await comparisonOf(world, started.comparisonId)).share, null)
    assert.equal(refusalOf(await judge(1, [])), '409 content.refusal.changed-meanwhile')
    const wrong = await judge(2, [
      covered(),
      { extent: 'not', hostTopics: [1] },
      covered(9),
      open,
      open,
    ])
    assert.deepEqual(isRefused(wrong) && Object.keys(wrong.fields), [
      'extent-0',
      'extent-1',
      'extent-2',
    ])
    const all = [
      covered(0),
      covered(1),
      covered(2),
      covered(3),
      { extent: 'not' as const, hostTopics: [] },
    ]
    assert.deepEqual(accepted(await judge(2, all)), { version: 3 })
    assert.equal((await comparisonOf(world, started.comparisonId)).share?.toString(), '4/5')

    const before = await content(world, caseId, lineId)
    assert.deepEqual([before.share?.toString(), before.required?.toString()], ['1/2', '3/4'])
    assert.equal(before.line.verdict, 'refused')
    const used = accepted(
      await world.as(people.evaluatorAu, (work) =>
        useContentEvidence(work, {
          caseId,
          lineId,
          evidence: { comparisonId: started.comparisonId },
        }),
      ),
    )
    assert.deepEqual([used.share.toString(), used.equivalence], ['4/5', true])
    const after = await content(world, caseId, lineId)
    assert.equal(after.share?.toString(), '4/5')
    assert.equal(after.line.verdict, 'recognised')
    assert.notEqual(after.equivalenceId, before.equivalenceId, 'the former stands withdrawn')
    await assert.rejects(world.rows('update content_comparison_versions set content_share = null'))
  }),
)

test(
  'topics are changed without losing what was judged of those that stay',
  inWorld(async (world) => {
    const { caseId } = await caseWith(world)
    const { comparisonId } = accepted(await begin(world, caseId))
    const by = <T>(verb: Parameters<typeof world.as<T>>[1]) => world.as(people.evaluatorAu, verb)
    const partly = (hostTopic: number) => ({ extent: 'partly' as const, hostTopics: [hostTopic] })
    const topics = [partly(0), partly(1), partly(2), partly(3), partly(3)]
    accepted(
      await by((work) => judgeComparison(work, { comparisonId, version: 1, topics, note: '' })),
    )
    const changed = {
      comparisonId,
      version: 2,
      homeTopics: 'Form (4 h)\nInk (2 h)',
      hostTopics: '光\n造型',
    }
    accepted(await by((work) => changeTopics(work, changed)))
    const { document, share } = await comparisonOf(world, comparisonId)
    assert.deepEqual(
      document.home.topics.map(({ text, extent, hostTopics }) => [text, extent, hostTopics]),
      [
        ['Form', 'partly', [1]],
        ['Ink', null, []],
      ],
    )
    assert.deepEqual([document.unit, share], ['hours', null])
  }),
)

test(
  'only an evaluator of the home institution compares, and an empty or endless side is named',
  inWorld(async (world) => {
    const { caseId } = await caseWith(world)
    assert.equal(
      refusalOf(await begin(world, caseId, people.registrarAu)),
      '404 content.refusal.absent',
    )
    assert.equal(
      refusalOf(await begin(world, caseId, people.evaluatorPku)),
      '404 content.refusal.absent',
    )
    const fields = async (change: object) => {
      const result = await begin(world, caseId, people.evaluatorAu, change)
      return isRefused(result) ? Object.keys(result.fields) : []
    }
    assert.deepEqual(await fields({ hostTopics: ' \n ' }), ['hostTopics'])
    assert.deepEqual(await fields({ homeTopics: 'x\n'.repeat(61) }), ['homeTopics'])
    assert.deepEqual(await fields({ homeCourses: ['NONE1'] }), ['homeCourses'])
  }),
)

test(
  'a professor without an account answers once by the link of a mail that says nothing of the student',
  inWorld(async (world) => {
    const { caseId, lineId } = await caseWith(world)
    const { questionId } = accepted(await ask(world, caseId, lineId))
    const [letter] = await letters(world)
    assert.deepEqual([letter?.to.address, letter?.language], [professor, 'th'])
    assert.doesNotMatch(JSON.stringify(letter?.content), /พิมพ์ชนก|Pimchanok|6510001|2026-0/)
    const link = await linkOf(world, letter)
    const by = (choice: 'enough' | 'less') =>
      world.runner.perform({ ...link, now, language: 'th' }, (work) =>
        answerQuestion(work, { questionId, choice, remark: 'Yes.' }),
      )
    accepted(await by('enough'))
    assert.equal(refusalOf(await by('less')), '409 content.refusal.closed')
    const question = await questionOf(world, questionId)
    assert.deepEqual(
      [question.state, question.answer?.choice, question.answer?.remark, question.address],
      ['answered', 'enough', 'Yes.', null],
    )
    const context = await world.context(people.evaluatorAu)
    const { tasks } = await tasksFor(world.runner.reading(context), {
      kinds: ['recognition.content-answer'],
    })
    assert.deepEqual(
      tasks.map((task) => [task.href, task.closesWithAct]),
      [[`/recognition/cases/${caseId}/lines/${lineId}/content`, false]],
    )
    const used = accepted(
      await world.as(people.evaluatorAu, (work) =>
        useContentEvidence(work, { caseId, lineId, evidence: { questionId } }),
      ),
    )
    assert.equal(used.share.toString(), '3/4')
    assert.equal((await content(world, caseId, lineId)).line.verdict, 'recognised')
    await assert.rejects(world.rows("update content_answers set choice = 'less'"))
  }),
)

test(
  'who may not be asked, and what is missing, is named at its field; nobody else asks',
  inWorld(async (world) => {
    const { caseId, lineId } = await caseWith(world)
    const fields = async (change: Partial<AskQuestion>) => {
      const result = await ask(world, caseId, lineId, change)
      return isRefused(result) ? Object.keys(result.fields) : []
    }
    assert.deepEqual(await fields({ name: ' ', address: 'nobody', dueOn: '2026-11-22' }), [
      'name',
      'address',
      'dueOn',
    ])
    await giveAddress(world, people.studentPloy, 'ploy@au.example')
    assert.deepEqual(await fields({ address: 'ploy@au.example' }), ['address'])
    assert.equal(
      refusalOf(await ask(world, caseId, lineId, {}, people.coordinatorAu)),
      '404 content.refusal.absent',
    )
    for (const address of ['a@au.example', 'b@au.example', 'c@au.example']) {
      accepted(await ask(world, caseId, lineId, { address }))
    }
    assert.deepEqual(await fields({ address: 'A@au.example' }), ['address'])
    assert.equal(
      refusalOf(await ask(world, caseId, lineId, { address: 'd@au.example' })),
      '422 content.refusal.enough-asked',
    )
  }),
)

test(
  'who is known here gets a task as well, and answers signed in; nobody answers for them',
  inWorld(async (world) => {
    const { caseId, lineId } = await caseWith(world)
    await giveAddress(world, people.academicMentorAu, professor)
    const { questionId } = accepted(await ask(world, caseId, lineId))
    const waiting = async () => {
      const context = await world.context(people.academicMentorAu)
      const filter = { kinds: ['recognition.content-question'] }
      return (await tasksFor(world.runner.reading(context), filter)).total
    }
    assert.equal(await waiting(), 1)
    const answer = (by: string) =>
      world.as(by, (work) => answerQuestion(work, { questionId, choice: 'half', remark: '' }))
    assert.equal(refusalOf(await answer(people.registrarAu)), '404 content.refusal.absent')
    accepted(await answer(people.academicMentorAu))
    assert.equal(await waiting(), 0)
    const link = await linkOf(world, (await letters(world))[0])
    assert.equal(link.state, 'revoked done')
  }),
)

test(
  'a question is reminded of once, taken back, and ended with its case; its link then says so',
  inWorld(async (world) => {
    const { caseId, lineId } = await caseWith(world)
    const first = accepted(await ask(world, caseId, lineId))
    const remind = () =>
      world.as(people.evaluatorAu, (work) => remindQuestion(work, first.questionId))
    assert.deepEqual([await remind(), await remind()], ['sent', 'closed'])
    const sent = await letters(world)
    assert.equal(sent.length, 2)
    accepted(await world.as(people.evaluatorAu, (work) => withdrawQuestion(work, first.questionId)))
    for (const letter of sent) {
      assert.equal((await linkOf(world, letter)).state, 'revoked withdrawn')
    }
    const second = accepted(await ask(world, caseId, lineId))
    await world.as(people.evaluatorAu, (work) => endQuestionsOf(work, caseId))
    const ended = await questionOf(world, second.questionId)
    assert.deepEqual([ended.state, ended.address], ['withdrawn', null])
  }),
)

test(
  'questions go along in an export, move with a merge, and lose the name in an erasure',
  inWorld(async (world) => {
    const { caseId, lineId } = await caseWith(world)
    await giveAddress(world, people.academicMentorAu, professor)
    const { questionId } = accepted(await ask(world, caseId, lineId))
    const by = <T>(verb: Parameters<typeof world.as<T>>[1]) => world.as(people.evaluatorAu, verb)
    assert.equal((await by((work) => exportQuestions(work, people.academicMentorAu))).length, 1)
    await by((work) => mergeQuestions(work, people.academicMentorAu, people.registrarAu))
    await by((work) => eraseQuestions(work, people.registrarAu))
    const erased = await questionOf(world, questionId)
    assert.deepEqual([erased.name, erased.address, erased.state], ['–', null, 'withdrawn'])
  }),
)

async function caseWith(world: World): Promise<{ caseId: string; lineId: string }> {
  const { caseId } = accepted(
    await world.as(people.registrarAu, (work) => addTranscript(work, transcript(mixedLines))),
  )
  const lines = await linesOfCase(await reading(world), caseId)
  return { caseId, lineId: lines.find((line) => line.code === 'PKU103')!.id }
}

function begin(world: World, caseId: string, by: string = people.evaluatorAu, change: object = {}) {
  return world.as(by, (work) =>
    startComparison(work, {
      homeOrganisationId: organisations.au,
      hostOrganisationId: organisations.pku,
      hostCourses: ['PKU103'],
      homeCourses: ['DA1103'],
      hostTopics: host,
      homeTopics: home,
      line: { caseId, position: 2 },
      ...change,
    }),
  )
}

function ask(
  world: World,
  caseId: string,
  lineId: string,
  change: Partial<AskQuestion> = {},
  by: string = people.evaluatorAu,
) {
  return world.as(by, (work) =>
    askQuestion(work, {
      caseId,
      lineId,
      name: 'ผศ.ดร. วนิดา',
      address: professor,
      language: 'th',
      dueOn: '2026-12-01',
      hostTopics: host,
      homeTopics: home,
      note: '',
      threshold: Fraction.of(3, 4),
      ...change,
    }),
  )
}

async function content(world: World, caseId: string, lineId: string) {
  const work = await reading(world)
  return (await lineContent(work, (await caseById(work, caseId))!, { lineId }))!
}

async function comparisonOf(world: World, id: string) {
  return (await comparisonById(await reading(world), id))!
}

async function questionOf(world: World, id: string) {
  return (await questionById(await reading(world), id))!
}
