import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  accepted,
  enrolments,
  inWorld,
  now,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addComment, type AddComment, takeCommentBack } from './comments.ts'
import { addTranscript } from './add-transcript.ts'

const {
  evaluatorAu: evaluator,
  registrarAu: registrar,
  coordinatorAu: coordinator,
  studentPloy: student,
  studentThanawat: colleague,
} = people

async function caseOf(world: World, enrolmentId = enrolments.ploy): Promise<string> {
  const given = transcript([['PKU101', '88']], { enrolmentId })
  return accepted(await world.as(registrar, (work) => addTranscript(work, given))).caseId
}

function say(world: World, who: string, caseId: string, rest: Partial<AddComment> = {}) {
  const said = { caseId, lineId: null, text: 'Look.', audience: 'staff', mentions: [] } as const
  return world.as(who, (work) => addComment(work, { ...said, ...rest }))
}

const told = async (world: World) =>
  (
    await world.rows(`select person_id, message ->> 'key' as key from notices order by person_id`)
  ).map((row) => [row['person_id'], row['key']])

describe('a comment', () => {
  test(
    'of the staff is theirs: the student is told nothing, and it stands in no entry about the student',
    inWorld(async (world) => {
      const caseId = await caseOf(world)
      accepted(await say(world, evaluator, caseId))
      assert.deepEqual(await told(world), [])
      const [entry] = await world.rows(
        `select person_id, data, personal_commitments from chronicle_entries where type = 'recognition.comment-added'`,
      )
      assert.equal(entry!['person_id'], null)
      assert.doesNotMatch(JSON.stringify(entry), /Look/)
    }),
  )

  test(
    'that is sent twice is one, and told once; a minute later it is another',
    inWorld(async (world) => {
      const caseId = await caseOf(world)
      const first = accepted(await say(world, evaluator, caseId, { mentions: [coordinator] }))
      const again = accepted(await say(world, evaluator, caseId, { mentions: [coordinator] }))
      assert.equal(again.commentId, first.commentId)
      assert.equal((await told(world)).length, 1)
      const others = [
        await say(world, registrar, caseId),
        await say(world, evaluator, caseId, { audience: 'student' }),
        await say(world, evaluator, caseId, { text: 'Look!' }),
      ]
      const later = new Date(now.getTime() + 61_000)
      const said = { caseId, lineId: null, text: 'Look.', audience: 'staff', mentions: [] } as const
      others.push(await world.as(evaluator, (work) => addComment(work, said), later))
      const ids = [first, ...others.map(accepted)].map(({ commentId }) => commentId)
      assert.equal(new Set(ids).size, 5)
    }),
  )

  test(
    'tells the colleagues whom it names, and nobody who may not read the case',
    inWorld(async (world) => {
      const caseId = await caseOf(world)
      const mentions = [coordinator, people.evaluatorPku, people.academicMentorAu, student, 'x']
      accepted(await say(world, evaluator, caseId, { mentions }))
      assert.deepEqual(await told(world), [[coordinator, 'notice.comment-mention']])
    }),
  )

  test(
    'that is shared tells the student, and the answer tells whoever wrote',
    inWorld(async (world) => {
      const caseId = await caseOf(world)
      accepted(await say(world, evaluator, caseId, { audience: 'student' }))
      assert.deepEqual(await told(world), [[student, 'notice.comment-shared']])
      accepted(await say(world, student, caseId, { text: 'Here it is.', mentions: [registrar] }))
      const [answer] = await world.rows(`select audience from case_comments where author_id = $1`, [
        student,
      ])
      assert.equal(answer!['audience'], 'student')
      const notices = await told(world)
      assert.equal(notices.length, 2)
      assert.ok(notices.some(([id, key]) => id === evaluator && key === 'notice.comment-reply'))
    }),
  )

  test(
    'is taken back by its author alone, and leaves that there was one',
    inWorld(async (world) => {
      const caseId = await caseOf(world)
      const { commentId } = accepted(await say(world, evaluator, caseId))
      const back = (who: string) =>
        world.as(who, (work) => takeCommentBack(work, { caseId, commentId }))
      assert.equal(refusalOf(await back(coordinator)), '409 refusal.no-comment')
      accepted(await back(evaluator))
      accepted(await back(evaluator))
      const [row] = await world.rows('select text from case_comments')
      assert.equal(row!['text'], null)
      const entries = await world.rows(
        `select id from chronicle_entries where type = 'recognition.comment-taken-back'`,
      )
      assert.equal(entries.length, 1)
    }),
  )

  test(
    'about their own case is not made among the staff by somebody who is staff too',
    inWorld(async (world) => {
      const caseId = await caseOf(world, enrolments.thanawat)
      accepted(await say(world, colleague, caseId, { audience: 'staff', text: 'Mine.' }))
      const [row] = await world.rows('select audience from case_comments')
      assert.equal(row!['audience'], 'student')
    }),
  )

  const wrong: [string, string, Partial<AddComment>, string][] = [
    ['without words', evaluator, { text: ' \n ' }, '422 refusal.comment'],
    ['of five thousand letters', evaluator, { text: 'x'.repeat(5000) }, '422 page.draft.too-long'],
    ['by another institution', people.evaluatorPku, {}, '404 refusal.no-case'],
    ['by an evaluator of another programme', people.academicMentorAu, {}, '404 refusal.no-case'],
    [
      'on a line of no case',
      evaluator,
      { lineId: '01980000-0000-7000-8000-000000000000' },
      '404 refusal.no-case',
    ],
  ]
  for (const [how, who, rest, expected] of wrong) {
    test(
      `is not made ${how}`,
      inWorld(async (world) => {
        const caseId = await caseOf(world)
        assert.equal(refusalOf(await say(world, who, caseId, rest)), expected)
        assert.deepEqual(await world.rows('select id from case_comments'), [])
      }),
    )
  }
})
