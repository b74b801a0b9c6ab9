import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { tasksFor } from '#kernel/tasks'
import { Fraction } from '#kernel/values'
import { casesWithoutCheck, checkOf, checkStateOf } from '../queries/transcript-checks.ts'
import type { LineReading } from '../rules/second-reading.ts'
import {
  accepted,
  inOwnWorld,
  inWorld,
  organisations,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { askForLateChecks } from '../handlers.ts'
import { addTranscript } from './add-transcript.ts'
import { askForLateCheck } from './check-task.ts'
import { mergeChecks } from './checks-personal-data.ts'
import { correctLine } from './correct-line.ts'
import { decideCase } from './decide-case.ts'
import { erasePersonDrafts, exportPersonCases } from './personal-data.ts'
import { changeSettings } from './settings.ts'
import { lineToCorrect } from '../queries/corrections.ts'
import { settingsOf } from '../queries/settings.ts'
import { checkTranscript, settleCheck, type SettledLine } from './transcript-checks.ts'

const { registrarAu: typist, evaluatorAu: checker, coordinatorAu, studentPloy } = people
const typed = [
  ['PKU101', '88'],
  ['PKU102', '91'],
] as const

/** A case of a typed transcript; gives back its id. */
async function typedCase(world: World, by: string = typist): Promise<string> {
  const added = await world.as(by, (work) =>
    addTranscript(work, transcript(typed, { format: 'hand' })),
  )
  return accepted(added).caseId
}

const reading = (grade: string | null, credit = '3'): LineReading => ({
  credit: Fraction.parse(credit),
  grade,
})
const same = [reading('88'), reading('91')]
const misread = [reading('88'), reading('97')]

const check = (
  world: World,
  caseId: string,
  readings: readonly LineReading[] = same,
  by: string = checker,
  isComplete = true,
) => world.as(by, (work) => checkTranscript(work, { caseId, readings, isComplete }))

const settle = (world: World, caseId: string, line: Partial<SettledLine>, by: string = checker) =>
  world.as(by, (work) =>
    settleCheck(work, {
      caseId,
      lines: [
        {
          position: 1,
          stands: 'second',
          other: { credit: null, grade: null },
          reason: 'A 1 was read as a 7.',
          ...line,
        },
      ],
    }),
  )

async function basisOf({ rows }: World, caseId: string) {
  const [found] = await rows(
    'select input_hash, transcript_id from recognition_cases where id = $1',
    [caseId],
  )
  return { inputHash: String(found!['input_hash']), transcriptId: String(found!['transcript_id']) }
}

const decide = async (world: World, caseId: string, by: string = checker) => {
  const { inputHash } = await basisOf(world, caseId)
  return world.as(by, (work) => decideCase(work, { caseId, inputHash }))
}

const gradesOf = async ({ rows }: World) =>
  (await rows('select grade from transcript_lines order by position')).map((row) => row['grade'])

const openTasks = async (world: World, by: string) => {
  const { tasks } = await world.as(by, (work) => tasksFor(work))
  return tasks.filter(({ kind }) => kind === 'recognition.transcript-check').length
}

const demand = (world: World) =>
  world.as(typist, async (work) =>
    changeSettings(work, organisations.au, {
      ...(await settingsOf(work, organisations.au)),
      demandsCheck: true,
    }),
  )

/** That the database refuses a statement; what was done before stays. */
async function refused(world: World, statement: () => Promise<unknown>, why: RegExp) {
  await world.rows('savepoint before')
  await assert.rejects(statement, why)
  await world.rows('rollback to savepoint before')
}

describe('a second person’s check of a typed transcript', () => {
  test(
    'is asked of those who may, but not of whoever typed it nor of whose it is, and of nobody where a file was read',
    inWorld(async (world) => {
      await world.as(typist, (work) => addTranscript(work, transcript([['PKU103', '90']])))
      assert.equal(await openTasks(world, checker), 0)
      await typedCase(world)
      assert.equal(await openTasks(world, checker), 1)
      assert.equal(await openTasks(world, typist), 0)
      const leftOut = await world.rows(
        `select distinct left_out_ids from tasks where kind = 'recognition.transcript-check'`,
      )
      assert.deepEqual(leftOut, [{ left_out_ids: [studentPloy, typist] }])
    }),
  )

  test(
    'is asked for cases that were open before it was demanded: of each once, and of none that needs it no more',
    inWorld(async (world) => {
      const caseId = await typedCase(world)
      const forget = () =>
        world.rows(`delete from tasks where kind = 'recognition.transcript-check'`)
      await forget()
      const entry = { objectId: organisations.au } as never
      const jobs = async () => {
        await world.as(checker, (work) => askForLateChecks.handle(work, entry))
        return (await world.rows(`select * from jobs where type = 'recognition.late-checks'`))
          .length
      }
      const late = () => world.as(checker, (work) => askForLateCheck(work, caseId))
      // Not demanded: nothing is begun, and nobody is asked.
      assert.equal(await jobs(), 0)
      await late()
      assert.equal(await openTasks(world, checker), 0)
      await demand(world)
      assert.equal(await jobs(), 1)
      assert.equal(await jobs(), 1, 'two changes of the settings are one piece of work')
      const waiting = () => world.as(checker, (work) => casesWithoutCheck(work, organisations.au))
      assert.deepEqual(await waiting(), [caseId])
      await late()
      await late()
      assert.equal(await openTasks(world, checker), 1)
      assert.equal(await openTasks(world, typist), 0)
      const tasks = await world.rows(
        `select 1 from tasks where kind = 'recognition.transcript-check'`,
      )
      assert.equal(tasks.length, 2, 'one for each role that may')
      accepted(await check(world, caseId))
      assert.deepEqual(await waiting(), [])
      await late()
      assert.equal(await openTasks(world, checker), 0)
    }),
  )

  test(
    'that finds no difference is done at once, with who typed, who checked and when, and its task is done',
    inWorld(async (world) => {
      const caseId = await typedCase(world)
      const { transcriptId } = await basisOf(world, caseId)
      assert.deepEqual(accepted(await check(world, caseId)), { differences: 0 })
      const found = await world.as(checker, (work) => checkOf(work, transcriptId))
      assert.equal(found!.summary.checkedBy.romanised, 'Prasert Chaiyaporn')
      assert.ok(found!.summary.settledAt)
      assert.equal(found!.lines.length, 2)
      assert.equal(await openTasks(world, checker), 0)
      const entries = await world.rows(
        "select data from chronicle_entries where type = 'recognition.transcript-checked'",
      )
      assert.deepEqual(
        entries.map((each) => (each['data'] as Record<string, unknown>)['differences']),
        [0],
      )
      assert.equal(refusalOf(await check(world, caseId)), '409 check.refusal.twice')
    }),
  )

  test(
    'is not whoever typed it’s, nor their stand-in’s, nor of somebody without the right; and the database refuses it too',
    inWorld(async (world) => {
      const caseId = await typedCase(world)
      assert.equal(refusalOf(await check(world, caseId, same, typist)), '409 check.refusal.another')
      assert.equal(
        refusalOf(await check(world, caseId, same, coordinatorAu)),
        '409 check.refusal.another',
      )
      assert.equal(refusalOf(await check(world, caseId, same, studentPloy)), '404 refusal.no-case')
      assert.equal(
        refusalOf(await check(world, caseId, same, people.evaluatorPku)),
        '404 refusal.no-case',
      )
      await world.rows(
        `insert into stand_ins (id, person_id, stand_in_id, roles, valid_from, valid_until, created_by, created_at)
         values (gen_random_uuid(), $1, $2, '{}', '2026-01-01', '2026-12-31', 'test', '2026-01-01')`,
        [typist, people.academicMentorAu],
      )
      const standIn = await check(world, caseId, same, people.academicMentorAu)
      assert.equal(refusalOf(standIn), '409 check.refusal.another')
      const { transcriptId } = await basisOf(world, caseId)
      const insert = (typedBy: string, checkedBy: string) =>
        world.rows(
          `insert into transcript_checks (id, transcript_id, typed_by, checked_by, checked_at)
           values (gen_random_uuid(), $1, $2, $3, '2026-11-22')`,
          [transcriptId, typedBy, checkedBy],
        )
      await refused(world, () => insert(typist, typist), /check/)
      // Nor is somebody else named as the typist.
      await refused(world, () => insert(checker, typist), /foreign key/)
    }),
  )

  test(
    'refuses what cannot be a reading of the original',
    inWorld(async (world) => {
      const caseId = await typedCase(world)
      const nothing = { credit: null, grade: null }
      const cases: [readonly LineReading[], boolean, string][] = [
        [[reading('88')], true, '422 check.refusal.cut-off'],
        [[nothing, nothing], true, '422 check.refusal.nothing-typed'],
        [same, false, '422 check.refusal.complete'],
      ]
      for (const [readings, isComplete, refusal] of cases) {
        assert.equal(refusalOf(await check(world, caseId, readings, checker, isComplete)), refusal)
      }
      const read = accepted(
        await world.as(typist, (work) => addTranscript(work, transcript([['PKU103', '90']]))),
      )
      assert.equal(
        refusalOf(await check(world, read.caseId, [reading('90')])),
        '409 check.refusal.not-typed',
      )
    }),
  )

  test(
    'that differs waits until each line is settled with a reason, and then corrects what was typed wrongly',
    inWorld(async (world) => {
      const caseId = await typedCase(world)
      assert.deepEqual(accepted(await check(world, caseId, misread)), { differences: 1 })
      assert.equal(await openTasks(world, checker), 1)
      assert.equal(refusalOf(await decide(world, caseId)), '422 check.refusal.unsettled')
      assert.equal(
        refusalOf(await settle(world, caseId, { reason: ' ' })),
        '422 check.refusal.each-line',
      )
      assert.equal(
        refusalOf(await settle(world, caseId, { stands: null })),
        '422 check.refusal.each-line',
      )
      assert.equal(refusalOf(await settle(world, caseId, {}, typist)), '409 check.refusal.another')
      assert.deepEqual(await gradesOf(world), ['88', '91'])
      assert.deepEqual(accepted(await settle(world, caseId, {})), { corrected: 1 })
      assert.deepEqual(await gradesOf(world), ['88', '97'])
      assert.equal(await openTasks(world, checker), 0)
      const [correction] = await world.rows('select reason, corrected_by from line_corrections')
      assert.deepEqual(correction, { reason: 'A 1 was read as a 7.', corrected_by: checker })
      assert.equal(refusalOf(await settle(world, caseId, {})), '409 check.refusal.settled')
      accepted(await decide(world, caseId))
    }),
  )

  test(
    'leaves a line as it was where the first typing stands, and takes a third reading where neither does',
    inWorld(async (world) => {
      const first = await typedCase(world)
      accepted(await check(world, first, misread))
      assert.deepEqual(accepted(await settle(world, first, { stands: 'first' })), { corrected: 0 })
      assert.deepEqual(await gradesOf(world), ['88', '91'])
    }),
  )

  test(
    'takes a third reading where neither typing stands, and one that is typed again as that one',
    inWorld(async (world) => {
      const caseId = await typedCase(world)
      const { transcriptId } = await basisOf(world, caseId)
      accepted(await check(world, caseId, misread))
      const other = { stands: 'other', other: reading('61') } as const
      assert.deepEqual(accepted(await settle(world, caseId, other)), { corrected: 1 })
      assert.deepEqual(await gradesOf(world), ['88', '61'])
      const found = await world.as(checker, (work) => checkOf(work, transcriptId))
      assert.equal(found!.lines[1]!.stands, 'other')
    }),
  )

  test(
    'is refused where a colleague corrected the line otherwise meanwhile',
    inWorld(async (world) => {
      const caseId = await typedCase(world)
      accepted(await check(world, caseId, misread))
      const [row] = await world.rows('select id from case_lines where position = 1')
      const lineId = String(row!['id'])
      await world.as(typist, async (work) => {
        const facts = (await lineToCorrect(work, { caseId, lineId }))!
        const { seen, transcriptLineId: _id, position: _position, ...line } = facts
        return correctLine(work, {
          caseId,
          lineId,
          seen,
          line: { ...line, grade: '61' },
          reason: 'Read again.',
        })
      })
      for (const stands of ['first', 'second'] as const) {
        assert.equal(
          refusalOf(await settle(world, caseId, { stands })),
          '409 check.refusal.corrected-meanwhile',
        )
      }
      const other = { stands: 'other', other: reading('61') } as const
      assert.deepEqual(accepted(await settle(world, caseId, other)), { corrected: 0 })
    }),
  )

  test(
    'is needed for a decision only where the institution says so',
    inWorld(async (world) => {
      const free = await typedCase(world)
      accepted(await demand(world))
      assert.equal(refusalOf(await decide(world, free)), '422 check.refusal.demanded')
      accepted(await check(world, free))
      accepted(await decide(world, free))
    }),
  )

  test(
    'is not needed where the institution has said nothing',
    inWorld(async (world) => {
      accepted(await decide(world, await typedCase(world)))
    }),
  )

  test(
    'counts no more once the two turn out to be one person, and is never altered otherwise',
    inWorld(async (world) => {
      const caseId = await typedCase(world)
      const { transcriptId } = await basisOf(world, caseId)
      accepted(await check(world, caseId, misread))
      accepted(await settle(world, caseId, {}))
      for (const statement of [
        "update transcript_checks set settled_at = '2027-01-01'",
        'delete from transcript_checks',
        "update transcript_check_lines set second_grade = '91'",
        "update transcript_check_lines set stands = 'first' where differs",
      ]) {
        await refused(world, () => world.rows(statement), /never altered/)
      }
      const state = () => world.as(checker, (work) => checkStateOf(work, transcriptId))
      assert.equal((await state()).state, 'checked')
      await world.as(checker, (work) => mergeChecks(work, checker, typist))
      assert.deepEqual(await state(), { state: 'unchecked', typedBy: typist })
    }),
  )

  test(
    'goes with its persons where two records of one are merged',
    inWorld(async (world) => {
      const caseId = await typedCase(world)
      const { transcriptId } = await basisOf(world, caseId)
      accepted(await check(world, caseId))
      await world.as(checker, (work) => mergeChecks(work, typist, coordinatorAu))
      const state = await world.as(checker, (work) => checkStateOf(work, transcriptId))
      assert.deepEqual(state, { state: 'checked', typedBy: coordinatorAu })
      const [row] = await world.rows('select typed_by from transcript_checks')
      assert.equal(row!['typed_by'], coordinatorAu)
    }),
  )

  test(
    'is in the student’s export, and an erasure leaves that it was made, without the reasons',
    inWorld(async (world) => {
      const caseId = await typedCase(world)
      accepted(await check(world, caseId, misread))
      accepted(await settle(world, caseId, {}))
      const told = await world.as(checker, (work) => exportPersonCases(work, studentPloy))
      assert.equal((told['checks'] as unknown[]).length, 2)
      await world.as(checker, (work) => erasePersonDrafts(work, studentPloy))
      const rows = await world.rows(
        'select stands, reason from transcript_check_lines where differs',
      )
      assert.deepEqual(rows, [{ stands: 'second', reason: '' }])
    }),
  )

  test(
    'by two colleagues at once is made once',
    inOwnWorld(async (world) => {
      const caseId = await typedCase(world, coordinatorAu)
      const results = await Promise.all([
        check(world, caseId, same, checker),
        check(world, caseId, same, typist),
      ])
      assert.deepEqual(results.map(refusalOf).toSorted(), ['409 check.refusal.twice', 'accepted'])
    }),
  )
})
