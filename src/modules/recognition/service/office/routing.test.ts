import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createActLink } from '#kernel/identity'
import type { Work, WorkContext } from '#kernel/database'
import { countTasks } from '#kernel/tasks'
import { Fraction } from '#kernel/values'
import { appointInUnit, evaluatorOfArts, units, withUnits } from '../../testing/units.fixture.ts'
import {
  accepted,
  inWorld,
  mixedLines,
  now,
  people,
  refusalOf,
  transcript,
  type World,
} from '../../testing/world.fixture.ts'
import { addTranscript } from '../add-transcript.ts'
import { changeLine, decideCase, withdrawCase } from '../decide-case.ts'
import { escalateLate } from './escalate.ts'
import { answerReferral, endReferrals, referLine, withdrawReferral } from './referrals.ts'
import { routeCase } from './routing.ts'

const office = people.evaluatorAu

async function arrive(world: World, lines: Parameters<typeof transcript>[0] = mixedLines) {
  const added = await world.as(people.registrarAu, (work) => addTranscript(work, transcript(lines)))
  return accepted(added).caseId
}

async function lineOf(world: World, caseId: string, code: string): Promise<string> {
  const [row] = await world.rows(
    'select l.id from case_lines l join transcript_lines t on t.id = l.transcript_line_id where l.case_id = $1 and t.code = $2',
    [caseId, code],
  )
  return String(row!['id'])
}

const unitOf = async (world: World, caseId: string) =>
  (await world.rows('select unit_id, routed_by from recognition_cases where id = $1', [caseId]))[0]!

const waiting = (world: World, person: string) =>
  world.as(person, async (work) => (await countTasks(work)).open)

const recognise = (referralId: string) => ({
  referralId,
  verdict: 'recognised' as const,
  homeCourseCode: 'DA 4000',
  homeCredit: Fraction.of(3),
  recordedGrade: 'TR',
  contentShare: null,
  reason: 'The portfolio shows what the course asks for.',
})

async function ask(world: World, caseId: string, unitId: string = units.arts, code = 'PKU999') {
  const lineId = await lineOf(world, caseId, code)
  return world.as(office, (work) =>
    referLine(work, { caseId, lineId, unitId, question: 'Is this drawing?' }),
  )
}

const linked = (world: World, personId: string, objectId: string) => {
  const context: WorkContext = {
    actor: {
      kind: 'link',
      linkId: '',
      personId,
      action: 'recognition.referral.answer',
      objectId,
    },
    now,
    language: 'en',
  }
  return async <T>(verb: (work: Work) => Promise<T>): Promise<T> => {
    const { linkId } = await world.runner.perform(context, (work) =>
      createActLink(work, {
        action: 'recognition.referral.answer',
        objectId,
        personId,
        expiresAt: new Date('2027-01-01T00:00:00Z'),
        maxUses: 1,
      }),
    )
    const actor = { ...context.actor, linkId } as WorkContext['actor']
    return world.runner.perform({ ...context, actor }, verb)
  }
}

describe('a case that arrives', () => {
  test(
    'goes to the unit of its courses, waits for its evaluators and for nobody of the office',
    inWorld(async (world) => {
      await withUnits(world, ['DA1103'])
      const caseId = await arrive(world)
      assert.deepEqual(await unitOf(world, caseId), { unit_id: units.arts, routed_by: 'course' })
      assert.equal(await waiting(world, evaluatorOfArts), 1)
      assert.equal(await waiting(world, office), 0)
    }),
  )

  test(
    'stays with the office where no unit has an evaluator for it, and unit evaluators do not see it',
    inWorld(async (world) => {
      await withUnits(world, [])
      const caseId = await arrive(world)
      assert.deepEqual(await unitOf(world, caseId), { unit_id: null, routed_by: 'office' })
      assert.equal(await waiting(world, office), 1)
      assert.equal(await waiting(world, evaluatorOfArts), 0)
      const lineId = await lineOf(world, caseId, 'PKU999')
      const word = { ...recognise(''), caseId, lineId }
      assert.equal(
        refusalOf(await world.as(evaluatorOfArts, (work) => changeLine(work, word))),
        '404 refusal.no-case',
      )
    }),
  )

  test(
    'can be given to another unit with its task, and back to the office',
    inWorld(async (world) => {
      await withUnits(world, ['DA1103'])
      const caseId = await arrive(world)
      const give = (person: string, unitId: string | null) =>
        world.as(person, (work) => routeCase(work, { caseId, unitId, reason: 'Ours' }))
      assert.deepEqual(accepted(await give(people.coordinatorAu, null)), { caseId, changed: true })
      assert.equal(await waiting(world, office), 1)
      assert.equal(await waiting(world, evaluatorOfArts), 0)
      // It is not theirs any more.
      assert.equal(refusalOf(await give(evaluatorOfArts, units.arts)), '404 refusal.no-case')
      assert.equal(
        refusalOf(await give(office, '01980000-000b-7000-8000-0000000000ff')),
        '422 office.refusal.unit',
      )
      assert.deepEqual(accepted(await give(office, null)), { caseId, changed: false })
    }),
  )
})

describe('a unit that is asked about a line', () => {
  test(
    'answers that line and no other, sees the case while it is asked, and decides nothing',
    inWorld(async (world) => {
      await withUnits(world, [])
      const caseId = await arrive(world)
      const { referralId } = accepted(await ask(world, caseId))
      assert.equal(await waiting(world, evaluatorOfArts), 1)
      const mayRead = () =>
        world.as(evaluatorOfArts, async (work) => {
          const found = await work.read
            .selectFrom('recognition_cases')
            .select('id')
            .where(work.scope('recognition.case.read', 'recognition_cases'))
            .execute()
          return found.length
        })
      assert.equal(await mayRead(), 1)
      const other = await lineOf(world, caseId, 'PKU103')
      assert.equal(
        refusalOf(
          await world.as(evaluatorOfArts, (work) =>
            changeLine(work, { ...recognise(''), caseId, lineId: other }),
          ),
        ),
        '404 refusal.no-case',
      )
      accepted(
        await world.as(evaluatorOfArts, (work) => answerReferral(work, recognise(referralId))),
      )
      const [line] = await world.rows(
        'select verdict, home_course_code, changed_by from case_lines where case_id = $1 and changed_by is not null',
        [caseId],
      )
      assert.deepEqual(line, {
        verdict: 'recognised',
        home_course_code: 'DA 4000',
        changed_by: evaluatorOfArts,
      })
      assert.equal(await waiting(world, evaluatorOfArts), 0)
      assert.equal(await mayRead(), 0)
      assert.equal(
        refusalOf(
          await world.as(evaluatorOfArts, (work) => answerReferral(work, recognise(referralId))),
        ),
        '409 office.refusal.closed',
      )
    }),
  )

  test(
    'answers by the link of a mail, once, and a link to one question answers no other',
    inWorld(async (world) => {
      await withUnits(world, [])
      const caseId = await arrive(world)
      const { referralId } = accepted(await ask(world, caseId))
      const second = accepted(await ask(world, caseId, units.arts, 'PKU103'))
      const byLink = linked(world, evaluatorOfArts, referralId)
      assert.equal(
        refusalOf(await byLink((work) => answerReferral(work, recognise(second.referralId)))),
        '404 refusal.no-case',
      )
      accepted(await byLink((work) => answerReferral(work, recognise(referralId))))
      assert.equal(
        refusalOf(await byLink((work) => answerReferral(work, recognise(referralId)))),
        '409 office.refusal.closed',
      )
      const [row] = await world.rows('select closed_by from line_referrals where id = $1', [
        referralId,
      ])
      assert.equal(row!['closed_by'], evaluatorOfArts)
    }),
  )

  test(
    'is asked by whoever evaluates the case, once at a time, and of an open unit of the institution',
    inWorld(async (world) => {
      await withUnits(world, [])
      const caseId = await arrive(world)
      const lineId = await lineOf(world, caseId, 'PKU999')
      const given = { caseId, lineId, unitId: units.law, question: '' }
      for (const person of [people.registrarAu, people.coordinatorAu, evaluatorOfArts]) {
        assert.equal(
          refusalOf(await world.as(person, (work) => referLine(work, given))),
          '404 refusal.no-case',
        )
      }
      for (const unknown of ['no-id', '']) {
        const asked = { ...given, lineId: unknown }
        const answer = await world.as(people.evaluatorAu, (work) => referLine(work, asked))
        assert.equal(refusalOf(answer), '404 refusal.no-case')
      }
      accepted(await ask(world, caseId))
      assert.equal(refusalOf(await ask(world, caseId)), '409 office.refusal.asked-already')
      await world.rows("update units set closed_on = '2026-01-01' where id = $1", [units.law])
      assert.equal(
        refusalOf(await ask(world, caseId, units.law, 'PKU103')),
        '422 office.refusal.unit',
      )
    }),
  )

  test(
    'is asked no more when the question is taken back, or the case is decided or withdrawn',
    inWorld(async (world) => {
      await withUnits(world, [])
      const caseId = await arrive(world)
      const first = accepted(await ask(world, caseId))
      accepted(await world.as(office, (work) => withdrawReferral(work, first.referralId)))
      assert.equal(await waiting(world, evaluatorOfArts), 0)
      const second = accepted(await ask(world, caseId))
      const lines = ['PKU103', 'PKU999']
      for (const code of lines) {
        const lineId = await lineOf(world, caseId, code)
        const word = {
          ...recognise(''),
          caseId,
          lineId,
          verdict: 'refused' as const,
          homeCourseCode: null,
        }
        accepted(await world.as(office, (work) => changeLine(work, word)))
      }
      const [row] = await world.rows('select input_hash from recognition_cases')
      const inputHash = String(row!['input_hash'])
      accepted(await world.as(office, (work) => decideCase(work, { caseId, inputHash })))
      // Before the chronicle's reader has come by, the case itself says no.
      assert.equal(
        refusalOf(
          await world.as(evaluatorOfArts, (work) =>
            answerReferral(work, recognise(second.referralId)),
          ),
        ),
        '409 office.refusal.closed',
      )
      await world.as(office, (work) => endReferrals(work, caseId))
      assert.equal(await waiting(world, evaluatorOfArts), 0)
      const rows = await world.rows(
        'select state, count(*)::int from line_referrals group by state',
      )
      assert.deepEqual(rows, [{ state: 'withdrawn', count: 2 }])
      const other = await arrive(world, [['PKU998', '90']])
      accepted(await ask(world, other, units.arts, 'PKU998'))
      accepted(await world.as(office, (work) => withdrawCase(work, { caseId: other, reason: 'x' })))
      await world.as(office, (work) => endReferrals(work, other))
      assert.equal(await waiting(world, evaluatorOfArts), 0)
    }),
  )

  test(
    'is not asked by somebody about their own case, nor answers for the student that they are',
    inWorld(async (world) => {
      await withUnits(world, [])
      await appointInUnit(world, people.studentPloy, units.arts)
      const caseId = await arrive(world)
      const { referralId } = accepted(await ask(world, caseId))
      assert.equal(await waiting(world, people.studentPloy), 0)
      assert.equal(
        refusalOf(
          await world.as(people.studentPloy, (work) => answerReferral(work, recognise(referralId))),
        ),
        '404 refusal.no-case',
      )
    }),
  )
})

describe('what is late', () => {
  const at = (text: string) => new Date(text)
  const look = (world: World, when: Date) =>
    escalateLate({
      runner: world.runner,
      context: { actor: { kind: 'system', name: 'test' }, now: when, language: 'en' },
    })

  test(
    'goes to the named role after the institution’s own working days, once, by its own clock',
    inWorld(async (world) => {
      const caseId = await arrive(world)
      await world.rows("update recognition_cases set due_on = '2026-11-27' where id = $1", [caseId])
      // Friday the 27th; one working day of grace is Monday the 30th, which ends at 17:00 UTC.
      assert.equal(await look(world, at('2026-11-30T16:59:00Z')), 0)
      assert.equal(await look(world, at('2026-11-30T17:00:00Z')), 1)
      assert.equal(await look(world, at('2026-12-01T17:00:00Z')), 0)
      assert.equal(await waiting(world, people.coordinatorAu), 1)
      const [entry] = await world.rows(
        "select data from chronicle_entries where type = 'recognition.case-escalated'",
      )
      assert.deepEqual((entry!['data'] as Record<string, unknown>)['dueOn'], '2026-11-27')
      await world.rows("update recognition_cases set due_on = '2026-12-11' where id = $1", [caseId])
      assert.equal(await look(world, at('2027-01-10T00:00:00Z')), 1)
    }),
  )

  test(
    'is told of an answer that a unit owes, and the task closes with the answer',
    inWorld(async (world) => {
      await withUnits(world, [])
      const caseId = await arrive(world)
      const { referralId } = accepted(await ask(world, caseId))
      await world.rows('update recognition_cases set due_on = null')
      assert.equal(await look(world, at('2027-01-10T00:00:00Z')), 1)
      assert.equal(await waiting(world, people.coordinatorAu), 1)
      accepted(
        await world.as(evaluatorOfArts, (work) => answerReferral(work, recognise(referralId))),
      )
      assert.equal(await waiting(world, people.coordinatorAu), 0)
    }),
  )
})
