import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  accepted,
  enrolments,
  inOwnWorld,
  inWorld,
  mixedLines,
  now,
  organisations,
  people,
  refusalOf,
  transcript,
  type World,
} from '../../testing/world.fixture.ts'
import { addTranscript } from '../add-transcript.ts'
import { decideCase } from '../decide-case.ts'
import {
  approveMinutes,
  planSitting,
  putCaseOnList,
  recordOutcome,
  recordPresence,
  takeOffList,
  writeMinutes,
} from './committee.ts'

const chair = people.evaluatorAu
const secretary = people.registrarAu
const third = people.coordinatorAu
const sittingDay = new Date('2026-12-01T03:00:00Z')
const clear: Parameters<typeof transcript>[0] = [
  ['PKU101', '88'],
  ['PKU102', '91'],
]

async function arrive(world: World, lines: Parameters<typeof transcript>[0] = clear) {
  const enrolmentId = lines === clear ? enrolments.ploy : enrolments.thanawat
  const added = await world.as(people.registrarAu, (work) =>
    addTranscript(work, transcript(lines, { enrolmentId })),
  )
  return accepted(added).caseId
}

const planned = (rest: Partial<Parameters<typeof planSitting>[1]> = {}) => ({
  organisationId: organisations.au,
  heldOn: '2026-12-01' as const,
  place: 'Room 3',
  chairId: chair,
  secretaryId: secretary,
  memberIds: [third],
  origin: 'test.example',
  ...rest,
})

async function plan(world: World): Promise<string> {
  const made = await world.as(people.coordinatorAu, (work) => planSitting(work, planned()))
  return accepted(made).sittingId
}

async function put(world: World, caseId: string, sittingId: string, lineId: string | null = null) {
  return world.as(chair, (work) =>
    putCaseOnList(work, { caseId, lineId, sittingId, proposal: 'Recognise both' }),
  )
}

const record = (
  world: World,
  given: Partial<Parameters<typeof recordOutcome>[1]> & { sittingId: string; itemId: string },
  person: string = chair,
  at = sittingDay,
) =>
  world.as(
    person,
    (work) => recordOutcome(work, { outcome: 'as-proposed', reason: '', verdicts: [], ...given }),
    at,
  )

const attend = (world: World, sittingId: string, present: readonly string[]) =>
  world.as(secretary, (work) => recordPresence(work, { sittingId, present }), sittingDay)

describe('a sitting', () => {
  test(
    'whose form is sent twice at once is one; another place is another',
    inOwnWorld(async (world) => {
      const send = (rest = {}) =>
        world.as(people.coordinatorAu, (work) => planSitting(work, planned(rest)))
      const made = await Promise.all([send(), send(), send(), send({ place: 'Room 4' })])
      const ids = made.map((each) => accepted(each).sittingId)
      assert.equal(new Set(ids.slice(0, 3)).size, 1)
      assert.equal(new Set(ids).size, 2)
    }),
  )

  test(
    'is planned with people of the institution, enough for its quorum, for today or later',
    inWorld(async (world) => {
      const refused = async (rest: Partial<Parameters<typeof planSitting>[1]>, who = third) =>
        refusalOf(await world.as(who, (work) => planSitting(work, planned(rest))))
      assert.equal(await refused({ memberIds: [] }), '422 committee.refusal.too-few')
      assert.equal(
        await refused({ memberIds: [people.evaluatorPku] }),
        '422 committee.refusal.member',
      )
      assert.equal(await refused({ heldOn: '2026-11-21' }), '422 committee.refusal.past')
      assert.equal(await refused({}, people.studentPloy), '404 committee.refusal.absent')
      assert.equal(await refused({}, people.evaluatorPku), '404 committee.refusal.absent')
      assert.equal(await refused({}), 'accepted')
    }),
  )

  test(
    'has a case on its list once, whole or line by line, and loses it only before its outcome',
    inWorld(async (world) => {
      const caseId = await arrive(world)
      const sittingId = await plan(world)
      const { itemId } = accepted(await put(world, caseId, sittingId))
      assert.equal(refusalOf(await put(world, caseId, sittingId)), '409 committee.refusal.listed')
      const [line] = await world.rows('select id from case_lines where case_id = $1 limit 1', [
        caseId,
      ])
      assert.equal(
        refusalOf(await put(world, caseId, sittingId, String(line!['id']))),
        '409 committee.refusal.listed',
      )
      assert.equal(
        refusalOf(
          await world.as(people.evaluatorPku, (work) => takeOffList(work, { sittingId, itemId })),
        ),
        '404 committee.refusal.absent',
      )
      accepted(await world.as(chair, (work) => takeOffList(work, { sittingId, itemId })))
      const again = accepted(await put(world, caseId, sittingId))
      await attend(world, sittingId, [chair, secretary, third])
      accepted(await record(world, { sittingId, itemId: again.itemId }))
      assert.equal(
        refusalOf(
          await world.as(chair, (work) => takeOffList(work, { sittingId, itemId: again.itemId })),
        ),
        '409 committee.refusal.recorded',
      )
    }),
  )
})

describe('an outcome', () => {
  test(
    'is recorded by chair or secretary alone, from the day of the sitting on by the home clock, with a quorum',
    inWorld(async (world) => {
      const caseId = await arrive(world)
      const sittingId = await plan(world)
      const { itemId } = accepted(await put(world, caseId, sittingId))
      const given = { sittingId, itemId }
      assert.equal(refusalOf(await record(world, given, third)), '404 committee.refusal.absent')
      // The day begins in Bangkok at 17:00 UTC.
      assert.equal(
        refusalOf(await record(world, given, chair, new Date('2026-11-30T16:59:00Z'))),
        '422 committee.refusal.early',
      )
      assert.equal(
        refusalOf(await record(world, given, chair, new Date('2026-11-30T17:00:00Z'))),
        '422 committee.refusal.quorum',
      )
      accepted(await attend(world, sittingId, [chair, secretary]))
      assert.equal(refusalOf(await record(world, given)), '422 committee.refusal.quorum')
      accepted(await attend(world, sittingId, [chair, secretary, third]))
      accepted(await record(world, given, secretary))
      await world.rows('delete from appointments where person_id = $1', [chair])
      assert.equal(refusalOf(await record(world, given)), '404 committee.refusal.absent')
    }),
  )

  test(
    'as proposed wants a verdict on every line; otherwise puts the committee’s words on the lines',
    inWorld(async (world) => {
      const caseId = await arrive(world, mixedLines)
      const sittingId = await plan(world)
      const { itemId } = accepted(await put(world, caseId, sittingId))
      await attend(world, sittingId, [chair, secretary, third])
      const given = { sittingId, itemId }
      assert.equal(refusalOf(await record(world, given)), '422 committee.refusal.no-verdict')
      const rows = await world.rows(
        'select id, verdict from case_lines where case_id = $1 order by position',
        [caseId],
      )
      const open = rows.filter((row) => row['verdict'] === 'needs-decision')
      assert.ok(open.length > 0)
      const verdicts = open.map((row) => ({
        lineId: String(row['id']),
        verdict: 'refused' as const,
        homeCourseCode: null,
        homeCredit: null,
        recordedGrade: null,
        contentShare: null,
      }))
      const otherwise = { ...given, outcome: 'otherwise' as const }
      assert.equal(refusalOf(await record(world, { ...otherwise, verdicts })), '422 refusal.reason')
      assert.equal(
        refusalOf(await record(world, { ...otherwise, reason: 'Too little in common' })),
        '422 committee.refusal.no-change',
      )
      accepted(await record(world, { ...otherwise, verdicts, reason: 'Too little in common' }))
      const [left] = await world.rows(
        "select count(*)::int as count from case_lines where case_id = $1 and change_reason = 'Too little in common'",
        [caseId],
      )
      assert.equal(left!['count'], open.length)
    }),
  )

  test(
    'is nobody’s to record of their own case',
    inWorld(async (world) => {
      // Thanawat studies here and evaluates here.
      const caseId = await arrive(world, [['PKU999', '90']])
      const made = await world.as(third, (work) =>
        planSitting(work, planned({ chairId: people.studentThanawat, memberIds: [third, chair] })),
      )
      const { sittingId } = accepted(made)
      const { itemId } = accepted(await put(world, caseId, sittingId))
      await attend(world, sittingId, [people.studentThanawat, secretary, third])
      const given = { sittingId, itemId, outcome: 'postponed' as const }
      assert.equal(
        refusalOf(await record(world, given, people.studentThanawat)),
        '422 committee.refusal.own',
      )
      accepted(await record(world, given, secretary))
    }),
  )
})

describe('minutes', () => {
  test(
    'are approved by the chair once everything has an outcome, and then nothing is altered; decisions rest on the sitting',
    inWorld(async (world) => {
      const caseId = await arrive(world)
      const sittingId = await plan(world)
      const { itemId } = accepted(await put(world, caseId, sittingId))
      await attend(world, sittingId, [chair, secretary, third])
      const approve = (person: string) =>
        world.as(person, (work) => approveMinutes(work, sittingId), sittingDay)
      assert.equal(refusalOf(await approve(chair)), '422 committee.refusal.unrecorded')
      accepted(await record(world, { sittingId, itemId }))
      accepted(
        await world.as(secretary, (work) =>
          writeMinutes(work, { sittingId, text: 'Two questions were asked.' }),
        ),
      )
      assert.equal(refusalOf(await approve(secretary)), '404 committee.refusal.absent')
      const { document } = accepted(await approve(chair))
      assert.match(document, /^[0-9a-f]{64}$/)
      assert.equal(
        refusalOf(await record(world, { sittingId, itemId })),
        '409 committee.refusal.approved',
      )
      for (const sql of [
        "update committee_sittings set minutes = 'x' where id = $1",
        "update committee_items set reason = 'x' where sitting_id = $1",
        'delete from committee_items where sitting_id = $1',
      ]) {
        await world.rows('savepoint before')
        await assert.rejects(world.rows(sql, [sittingId]), /never altered/)
        await world.rows('rollback to savepoint before')
      }
      const [row] = await world.rows('select input_hash from recognition_cases where id = $1', [
        caseId,
      ])
      const inputHash = String(row!['input_hash'])
      const { decisionId } = accepted(
        await world.as(chair, (work) => decideCase(work, { caseId, inputHash }), sittingDay),
      )
      assert.deepEqual(await world.rows('select * from decision_bases'), [
        { decision_id: decisionId, sitting_id: sittingId },
      ])
      const [entry] = await world.rows(
        "select data from chronicle_entries where type = 'recognition.case-decided'",
      )
      assert.deepEqual((entry!['data'] as Record<string, unknown>)['basis'], {
        sitting: sittingId,
        heldOn: '2026-12-01',
      })
    }),
  )

  test(
    'are no basis of a case of which the committee postponed',
    inWorld(async (world) => {
      const caseId = await arrive(world)
      const sittingId = await plan(world)
      const { itemId } = accepted(await put(world, caseId, sittingId))
      await attend(world, sittingId, [chair, secretary, third])
      accepted(await record(world, { sittingId, itemId, outcome: 'postponed' }))
      const [row] = await world.rows('select input_hash from recognition_cases where id = $1', [
        caseId,
      ])
      const inputHash = String(row!['input_hash'])
      accepted(await world.as(chair, (work) => decideCase(work, { caseId, inputHash }), now))
      assert.deepEqual(await world.rows('select * from decision_bases'), [])
      assert.equal(
        refusalOf(await record(world, { sittingId, itemId })),
        '409 committee.refusal.not-open',
      )
    }),
  )
})
