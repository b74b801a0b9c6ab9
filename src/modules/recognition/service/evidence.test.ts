import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tasksFor } from '#kernel/tasks'
import { caseById, linesOfCase } from '../queries/cases.ts'
import { evidenceById } from '../queries/evidence.ts'
import { giveAddress, letters, linkOf, reading } from '../testing/letters.fixture.ts'
import {
  accepted,
  inOwnWorld,
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
import { withdrawCase } from './decide-case.ts'
import {
  answerEvidence,
  type AskForEvidence,
  askForEvidence,
  endEvidenceOf,
  settleEvidence,
} from './evidence.ts'
import { eraseEvidence, exportEvidence } from './evidence-personal-data.ts'
import { noteOverdue, remindersDue, remindOfEvidence } from './evidence-rounds.ts'
import { changeSettings } from './settings.ts'
import { settingsOf } from '../queries/settings.ts'

const { evaluatorAu, registrarAu, studentPloy, studentThanawat } = people
const coordinator = 'exchange@pku.example'
const ofHost = {
  party: 'host',
  name: '李老师',
  address: coordinator,
  language: 'zh-Hans',
} as const
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const system = { kind: 'system', name: 'test' } as const

test(
  'a student is asked, answers with words until it is settled, and nobody else answers for them',
  inWorld(async (world) => {
    const { caseId, lineId } = await caseWith(world)
    await giveAddress(world, studentPloy, 'ploy@au.example')
    const { requestId } = accepted(await ask(world, caseId, { lineId }))
    const [letter] = await letters(world)
    assert.deepEqual([letter?.to.address, letter?.personId], ['ploy@au.example', studentPloy])
    assert.equal((await waiting(world, studentPloy, 'recognition.evidence-answer')).length, 1)
    const answer = (by: string, words: string) =>
      world.as(by, (work) => answerEvidence(work, { requestId, words, documents: [], origin: 'x' }))
    assert.equal(refusalOf(await answer(studentThanawat, 'Mine.')), '409 refusal.evidence-settled')
    assert.equal(refusalOf(await answer(people.evaluatorPku, 'Mine.')), '404 refusal.no-case')
    assert.equal(refusalOf(await answer(studentPloy, ' \n ')), '422 refusal.evidence-nothing')
    accepted(await answer(studentPloy, 'See https://pku.example/syllabus'))
    accepted(await answer(studentPloy, 'And the second page.'))
    const request = await requestOf(world, requestId)
    assert.deepEqual(
      [request.state, request.answers.map(({ words }) => words)],
      ['answered', ['See https://pku.example/syllabus', 'And the second page.']],
    )
    assert.equal((await waiting(world, studentPloy, 'recognition.evidence-answer')).length, 0)
    assert.deepEqual(await waiting(world, evaluatorAu, 'recognition.evidence-check'), [
      `/recognition/evidence/${requestId}`,
    ])
    accepted(await world.as(evaluatorAu, (work) => settleEvidence(work, requestId)))
    assert.equal(refusalOf(await answer(studentPloy, 'More.')), '409 refusal.evidence-settled')
    assert.equal(
      refusalOf(await world.as(evaluatorAu, (work) => settleEvidence(work, requestId))),
      '409 refusal.evidence-settled',
    )
    assert.equal((await waiting(world, evaluatorAu, 'recognition.evidence-check')).length, 0)
    await assert.rejects(world.rows("update evidence_answers set words = 'changed'"))
  }),
)

test(
  'a coordinator abroad answers by the link of a mail in their language; a syllabus names no student',
  inWorld(async (world) => {
    const { caseId, lineId } = await caseWith(world)
    const { requestId } = accepted(await ask(world, caseId, { lineId, of: ofHost }))
    const [letter] = await letters(world)
    assert.deepEqual([letter?.to.address, letter?.language], [coordinator, 'zh-Hans'])
    assert.doesNotMatch(JSON.stringify(letter?.content), /พิมพ์ชนก|Pimchanok|2026-0/)
    accepted(await ask(world, caseId, { kind: 'original', of: ofHost }))
    const [, second] = await letters(world)
    assert.match(JSON.stringify(second?.content), /Pimchanok/)

    const link = await linkOf(world, letter)
    const answer = (words: string) =>
      world.runner.perform({ ...link, now, language: 'zh-Hans' }, (work) =>
        answerEvidence(work, { requestId, words, documents: [], origin: 'x' }),
      )
    accepted(await answer('见附件'))
    const request = await requestOf(world, requestId)
    assert.deepEqual(
      [request.answers[0]?.words, request.answers[0]?.by, request.asked_name],
      ['见附件', null, '李老师'],
    )
    accepted(await world.as(evaluatorAu, (work) => settleEvidence(work, requestId)))
    assert.equal((await linkOf(world, letter)).state, 'revoked done')
    assert.equal(refusalOf(await answer('again')), '409 refusal.evidence-settled')
    assert.equal((await requestOf(world, requestId)).asked_address, null)
  }),
)

test(
  'what is missing is named at its field, the same is not asked twice, and the student asks nobody',
  inWorld(async (world) => {
    const { caseId } = await caseWith(world)
    const fields = async (change: Partial<AskForEvidence>) => {
      const result = await ask(world, caseId, change)
      return 'fields' in result ? Object.keys(result.fields) : []
    }
    assert.deepEqual(
      await fields({
        kind: 'explanation',
        dueOn: '2026-11-22',
        of: { ...ofHost, name: ' ', address: 'nobody' },
      }),
      ['name', 'address', 'dueOn', 'words'],
    )
    await giveAddress(world, studentPloy, 'ploy@au.example')
    assert.deepEqual(await fields({ of: { ...ofHost, address: 'ploy@au.example' } }), ['address'])
    accepted(await ask(world, caseId))
    assert.deepEqual(await fields({}), ['kind'])
    accepted(await ask(world, caseId, { of: ofHost }))
    assert.equal(
      refusalOf(await ask(world, caseId, { kind: 'original' }, studentPloy)),
      '404 refusal.no-case',
    )
  }),
)

test(
  'the time for a case stands still while an answer is awaited, in working days, where its institution says so',
  inWorld(async (world) => {
    await pausing(world)
    const { caseId } = await caseWith(world)
    const dueBefore = (await stateOf(world, caseId)).due
    const first = accepted(await ask(world, caseId))
    const second = accepted(await ask(world, caseId, { kind: 'original', dueOn: '2026-11-30' }))
    assert.equal((await stateOf(world, caseId)).paused, '2026-11-22')
    const answer = { requestId: first.requestId, words: 'Here.', documents: [], origin: 'x' }
    accepted(await world.as(studentPloy, (work) => answerEvidence(work, answer), days(2)))
    assert.equal((await stateOf(world, caseId)).paused, '2026-11-22', 'one is awaited still')
    const overdue = (at: Date) =>
      world.runner.perform({ actor: system, now: at, language: 'en' }, (work) =>
        noteOverdue(work, 50),
      )
    assert.equal(await overdue(days(8)), 0, 'the last day is not over')
    assert.equal(await overdue(days(9)), 1)
    assert.equal(await overdue(days(9)), 0)
    const after = await stateOf(world, caseId)
    assert.equal(after.paused, null)
    // From Sunday 22 November to Tuesday 1 December seven days are worked; 7 and 10 December are holidays in Thailand.
    assert.deepEqual([dueBefore, after.due], ['2026-12-04', '2026-12-17'])
    assert.equal((await requestOf(world, second.requestId)).state, 'open')
    const [told] = await world.rows(
      `select count(*)::int as count from notices where kind = 'recognition.evidence-overdue'`,
    )
    assert.equal(told!['count'], 2)
    const late = { ...answer, requestId: second.requestId }
    accepted(await world.as(studentPloy, (work) => answerEvidence(work, late), days(10)))
  }),
)

test(
  'whom only a mail reaches is reminded once, as early as their institution says',
  inWorld(async (world) => {
    const { caseId } = await caseWith(world)
    const { requestId } = accepted(await ask(world, caseId, { of: ofHost }))
    const due = async (at: Date) => remindersDue(await reading(world, evaluatorAu, at))
    assert.deepEqual(await due(now), [])
    assert.deepEqual(await due(days(8)), [requestId])
    const remind = () =>
      world.runner.perform({ actor: system, now: days(8), language: 'en' }, (work) =>
        remindOfEvidence(work, requestId),
      )
    assert.equal(await remind(), 'sent')
    assert.equal(await remind(), 'closed')
    assert.deepEqual(await due(days(8)), [])
    assert.equal((await letters(world)).length, 2)
  }),
)

test(
  'what is open ends with its case, and an erasure empties what was said',
  inWorld(async (world) => {
    const { caseId } = await caseWith(world)
    const { requestId } = accepted(await ask(world, caseId, { words: 'Your syllabus, please.' }))
    const other = accepted(await ask(world, caseId, { of: ofHost, kind: 'original' }))
    const answer = { requestId, words: 'Here it is.', documents: [], origin: 'x' }
    accepted(await world.as(studentPloy, (work) => answerEvidence(work, answer)))
    const withdrawal = { caseId, reason: 'It came twice.' }
    accepted(await world.as(evaluatorAu, (work) => withdrawCase(work, withdrawal)))
    const perform = <T>(verb: Parameters<typeof world.runner.perform<T>>[1]) =>
      world.runner.perform({ actor: system, now, language: 'en' }, verb)
    await perform((work) => endEvidenceOf(work, caseId))
    assert.equal((await requestOf(world, requestId)).state, 'closed')
    assert.equal((await requestOf(world, other.requestId)).state, 'withdrawn')
    assert.equal((await linkOf(world, (await letters(world))[0])).state, 'revoked withdrawn')
    const copy = await exportEvidence(await reading(world), studentPloy)
    assert.deepEqual(
      copy.map(({ words, answers }) => [words, answers.map((each) => each.words)]),
      [
        ['Your syllabus, please.', ['Here it is.']],
        ['', []],
      ],
    )
    await perform((work) => eraseEvidence(work, studentPloy))
    const erased = await requestOf(world, requestId)
    assert.deepEqual([erased.words, erased.answers[0]?.words], ['', ''])
  }),
)

test(
  'an answer and a settlement at the same time leave one of both, never half of each',
  inOwnWorld(async (world) => {
    const { caseId } = await caseWith(world)
    const { requestId } = accepted(await ask(world, caseId))
    const answer = { requestId, words: 'Here.', documents: [], origin: 'x' }
    const [answered, settled] = await Promise.all([
      world.as(studentPloy, (work) => answerEvidence(work, answer)),
      world.as(evaluatorAu, (work) => settleEvidence(work, requestId)),
    ])
    accepted(settled)
    const request = await requestOf(world, requestId)
    assert.deepEqual(
      [request.state, request.answers.length],
      refusalOf(answered) === 'accepted' ? ['closed', 1] : ['withdrawn', 0],
    )
  }),
)

async function caseWith(world: World) {
  const given = transcript(mixedLines)
  const { caseId } = accepted(await world.as(registrarAu, (work) => addTranscript(work, given)))
  const [line] = await linesOfCase(await reading(world), caseId)
  return { caseId, lineId: line!.id }
}

function ask(
  world: World,
  caseId: string,
  change: Partial<AskForEvidence> = {},
  by: string = evaluatorAu,
) {
  return world.as(by, (work) =>
    askForEvidence(work, {
      caseId,
      lineId: null,
      kind: 'syllabus',
      words: '',
      dueOn: '2026-12-02',
      of: { party: 'student' },
      ...change,
    }),
  )
}

async function requestOf(world: World, id: string) {
  return (await evidenceById(await reading(world), id))!
}

async function stateOf(world: World, id: string) {
  const found = (await caseById(await reading(world), id))!
  return { paused: found.paused_since, due: found.due_on }
}

async function waiting(world: World, by: string, kind: string) {
  const { tasks } = await tasksFor(await reading(world, by), { kinds: [kind] })
  return tasks.map(({ href }) => href)
}

async function pausing(world: World): Promise<void> {
  const work = await reading(world)
  const organisationId = organisations.au
  const settings = { ...(await settingsOf(work, organisationId)), evidencePauses: true }
  accepted(await world.as(registrarAu, (each) => changeSettings(each, organisationId, settings)))
}
