import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tasksFor } from '#kernel/tasks'
import { appealById } from '../queries/appeals.ts'
import { caseById, linesOfCase } from '../queries/cases.ts'
import { decisionOf } from '../queries/decisions.ts'
import { revisionsOf, standingLines } from '../queries/decision-history.ts'
import { settingsOf } from '../queries/settings.ts'
import { statementByHash } from '../queries/statement.ts'
import { differencesOf } from '../rules/compare-decisions.ts'
import { reading } from '../testing/letters.fixture.ts'
import {
  accepted,
  inOwnWorld,
  inWorld,
  now,
  organisations,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addTranscript } from './add-transcript.ts'
import { answerAppeal, makeAppeal, withdrawAppeal } from './appeals.ts'
import { eraseAppeals, exportAppeals } from './appeals-personal-data.ts'
import { changeLine, decideCase, withdrawCase } from './decide-case.ts'
import { releaseDecision } from './final-decision.ts'
import { openRevision } from './revisions.ts'
import { changeSettings } from './settings.ts'

const { evaluatorAu: evaluator, registrarAu: registrar, studentPloy: student } = people
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const later = days(1)

test(
  'a student appeals within the days, once; who decided does not answer, and the decision may stand',
  inWorld(async (world) => {
    await taking(world, 15)
    const { caseId } = await finalCase(world)
    assert.equal(refusalOf(await appeal(world, caseId, { reasons: ' ' })), '422 refusal.reason')
    assert.equal(
      refusalOf(await appeal(world, caseId, {}, later, people.studentThanawat)),
      '404 refusal.no-case',
    )
    // Fifteen working days after 22 November, with 7 and 10 December as holidays, end on 15 December.
    assert.equal(refusalOf(await appeal(world, caseId, {}, days(24))), '409 refusal.appeal-late')
    const { appealId } = accepted(await appeal(world, caseId, {}, days(23)))
    assert.equal(refusalOf(await appeal(world, caseId)), '409 refusal.appeal-twice')
    assert.deepEqual(await waiting(world, registrar), [`/recognition/appeals/${appealId}`])
    assert.deepEqual(await waiting(world, evaluator), [], 'whoever decided is not asked')
    const answer = (by: string, reasons = 'The syllabus shows less than three quarters.') =>
      world.as(by, (work) => answerAppeal(work, { appealId, outcome: 'upheld', reasons }), days(24))
    assert.equal(refusalOf(await answer(evaluator)), '409 refusal.appeal-own-decision')
    assert.equal(refusalOf(await answer(people.evaluatorPku)), '404 refusal.no-case')
    assert.equal(refusalOf(await answer(registrar, '')), '422 refusal.reason')
    accepted(await answer(registrar))
    assert.equal(refusalOf(await answer(registrar)), '409 refusal.appeal-answered')
    assert.equal((await caseOf(world, caseId)).state, 'decided')
    assert.deepEqual(await waiting(world, registrar), [])
    const [told] = await world.rows(
      `select count(*)::int as count from notices where kind = 'recognition.appeal-answered' and person_id = $1`,
      [student],
    )
    assert.equal(told!['count'], 1)
  }),
)

test(
  'an institution that says nothing takes no appeals, and nobody appeals before a decision is final',
  inWorld(async (world) => {
    const { caseId } = await finalCase(world)
    assert.equal(refusalOf(await appeal(world, caseId)), '409 refusal.appeal-none')
    await taking(world, 15)
    const open = await decided(world, 'PKU102')
    assert.equal(refusalOf(await appeal(world, open.caseId, {}, now)), '409 refusal.appeal-nothing')
  }),
)

test(
  'an appeal that is granted opens a revision: the earlier decision stays, the next one says what it changed and replaces it',
  inWorld(async (world) => {
    await taking(world, 15)
    const { caseId } = await finalCase(world)
    const first = (await decisionOf(await reading(world, evaluator, later), caseId))!
    const { appealId } = accepted(await appeal(world, caseId))
    const granting = { appealId, outcome: 'revision' as const, reasons: 'Look at the second line.' }
    accepted(await world.as(registrar, (work) => answerAppeal(work, granting), later))
    const reopened = await caseOf(world, caseId)
    assert.deepEqual([reopened.state, reopened.revision], ['open', 2])
    const beginning = first.documentSha256.slice(0, 15)
    const checked = async (at: Date) =>
      (await statementByHash(await reading(world, evaluator, at), beginning))!
    assert.equal((await checked(later)).state, 'open')

    const work = await reading(world, evaluator, later)
    const [line] = await linesOfCase(work, caseId)
    const word = {
      caseId,
      lineId: line!.id,
      verdict: 'refused' as const,
      homeCourseCode: null,
      homeCredit: null,
      recordedGrade: null,
      contentShare: null,
      reason: 'The course was counted for another degree.',
    }
    accepted(await world.as(evaluator, (each) => changeLine(each, word), later))
    const soFar = differencesOf(
      (await revisionsOf(work, caseId))[0]!.lines,
      await standingLines(work, caseId),
    )
    assert.deepEqual(
      soFar.map(({ before, after }) => [before.verdict, after.verdict, after.word]),
      [['recognised', 'refused', word.reason]],
    )
    const second = accepted(await decide(world, caseId, later, people.studentThanawat))
    assert.equal((await checked(later)).replacedBy, null, 'it may still be taken back')
    await release(world, second.decisionId, second.releasedAt)
    assert.equal((await checked(days(2))).replacedBy?.revision, 2)
    const both = await revisionsOf(await reading(world, evaluator, days(2)), caseId)
    assert.deepEqual(
      both.map((each) => [each.revision, each.reopened?.reasons ?? null]),
      [
        [1, 'Look at the second line.'],
        [2, null],
      ],
    )
    assert.equal(differencesOf(both[0]!.lines, both[1]!.lines).length, 1)
    const stated = await decisionOf(await reading(world, evaluator, days(2)), caseId)
    assert.deepEqual([stated?.revision, stated?.replaces?.revision], [2, 1])
    await assert.rejects(world.rows("update decision_revisions set reasons = 'others'"))
  }),
)

test(
  'the school revises by itself with reasons, only what is final, and only once at a time',
  inOwnWorld(async (world) => {
    const { caseId } = await finalCase(world)
    const open = (by: string, reasons = 'The rules were misread.', at = later) =>
      world.as(by, (work) => openRevision(work, { caseId, reasons, appeal: null }), at)
    assert.equal(refusalOf(await open(evaluator, '  ')), '422 refusal.reason')
    assert.equal(refusalOf(await open(registrar)), '409 refusal.revision-nothing')
    const outcomes = (await Promise.all([open(evaluator), open(evaluator)])).map(refusalOf)
    assert.deepEqual(outcomes.toSorted(), ['409 refusal.revision-nothing', 'accepted'])
    const [row] = await world.rows('select count(*)::int as count from decision_revisions')
    assert.equal(row!['count'], 1)
    const withdrawal = { caseId, reason: 'It came twice.' }
    assert.equal(
      refusalOf(await world.as(evaluator, (work) => withdrawCase(work, withdrawal))),
      '409 refusal.withdraw-revision',
    )
  }),
)

test(
  'an appeal is taken back by the student alone, another may follow, and an erasure empties both',
  inWorld(async (world) => {
    await taking(world, 15)
    const { caseId } = await finalCase(world)
    const { appealId } = accepted(await appeal(world, caseId))
    const withdraw = (by: string) => world.as(by, (work) => withdrawAppeal(work, appealId), later)
    assert.equal(refusalOf(await withdraw(registrar)), '409 refusal.appeal-answered')
    accepted(await withdraw(student))
    assert.equal(refusalOf(await withdraw(student)), '409 refusal.appeal-answered')
    const again = accepted(await appeal(world, caseId))
    const copy = await exportAppeals(await reading(world), student)
    assert.deepEqual(
      copy.appeals.map(({ state }) => state),
      ['withdrawn', 'open'],
    )
    await world.runner.perform(
      { actor: { kind: 'system', name: 'test' }, now: later, language: 'en' },
      (work) => eraseAppeals(work, student),
    )
    const erased = (await appealById(await reading(world), again.appealId))!
    assert.deepEqual([erased.reasons, erased.state], ['', 'withdrawn'])
  }),
)

async function decided(world: World, code = 'PKU101') {
  const given = transcript([[code, '88']])
  const { caseId } = accepted(await world.as(registrar, (work) => addTranscript(work, given)))
  const decision = accepted(await decide(world, caseId))
  return { caseId, ...decision }
}

async function finalCase(world: World) {
  const made = await decided(world)
  await release(world, made.decisionId, made.releasedAt)
  return made
}

async function decide(world: World, caseId: string, at = now, by: string = evaluator) {
  const [row] = await world.rows('select input_hash from recognition_cases where id = $1', [caseId])
  const inputHash = String(row!['input_hash'])
  return world.as(by, (work) => decideCase(work, { caseId, inputHash }), at)
}

function release(world: World, decisionId: string, at: Date) {
  return world.runner.perform(
    { actor: { kind: 'system', name: 'test' }, now: at, language: 'en' },
    (work) => releaseDecision(work, decisionId),
  )
}

function appeal(
  world: World,
  caseId: string,
  change: { reasons?: string } = {},
  at = later,
  by: string = student,
) {
  return world.as(
    by,
    (work) =>
      makeAppeal(work, {
        caseId,
        reasons: 'My syllabus covers more.',
        documents: [],
        origin: 'x',
        ...change,
      }),
    at,
  )
}

async function taking(world: World, appealWorkingDays: number): Promise<void> {
  const settings = {
    ...(await settingsOf(await reading(world), organisations.au)),
    appealWorkingDays,
  }
  accepted(await world.as(registrar, (work) => changeSettings(work, organisations.au, settings)))
}

async function caseOf(world: World, id: string) {
  return (await caseById(await reading(world), id))!
}

async function waiting(world: World, by: string) {
  const { tasks } = await tasksFor(await reading(world, by), { kinds: ['recognition.appeal'] })
  return tasks.map(({ href }) => href)
}
