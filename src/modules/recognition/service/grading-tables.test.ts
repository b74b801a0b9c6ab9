import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Fraction } from '#kernel/values'
import type { GradingTableRow } from '../rules/grade-types.ts'
import type { GradeConversion } from '../rules/types.ts'
import { fromStored } from '../stored.ts'
import {
  accepted,
  auRules,
  inWorld,
  organisations,
  people,
  publishRules,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addTranscript } from './add-transcript.ts'
import { enterGradingTable, withdrawGradingTable } from './grading-tables.ts'

const rows = (text: string): GradingTableRow[] =>
  text.split('|').map((each) => {
    const [label = '', count = ''] = each.split(' ')
    return { label, weight: Fraction.parse(count)! }
  })

const auRows = rows('A 200|B+ 300|B 300|C 200')
const pkuRows = rows('95 100|90 200|85 300|80 300|70 100')

type Entered = Parameters<typeof enterGradingTable>[1]

function table(change: Partial<Entered> = {}): Entered {
  return {
    organisationId: organisations.au,
    countedOrganisationId: organisations.au,
    scaleId: 'au',
    cycle: 'bachelor',
    iscedF: null,
    source: null,
    unit: 'count',
    rows: auRows,
    yearFrom: 2023,
    yearTo: 2024,
    validFrom: '2026-01-01',
    ...change,
  }
}

const pkuByAu = {
  countedOrganisationId: organisations.pku,
  scaleId: 'pku-until-2024',
  rows: pkuRows,
}

async function enter(world: World, change: Partial<Entered> = {}): Promise<string> {
  const entered = await world.as(people.registrarAu, (work) =>
    enterGradingTable(work, table(change)),
  )
  return accepted(entered).tableId
}

async function convertingRules(world: World): Promise<void> {
  await publishRules(world, {
    ...auRules,
    version: 2,
    validFrom: '2026-01-01',
    gradeRule: { method: 'grading-table', overlap: 'average', digits: 4 },
  })
}

async function conversionOf(world: World, grade: string): Promise<GradeConversion | null> {
  const added = await world.as(people.registrarAu, (work) =>
    addTranscript(work, transcript([['PKU101', grade]])),
  )
  const found = await world.rows('select evaluation from case_lines where case_id = $1', [
    accepted(added).caseId,
  ])
  return fromStored<{ gradeConversion: GradeConversion | null }>(found[0]!['evaluation'])
    .gradeConversion
}

describe('converting by grading tables', () => {
  test(
    'takes the tables of both sides, and stores the shares and every step with the line',
    inWorld(async (world) => {
      await enter(world)
      await enter(world, pkuByAu)
      await convertingRules(world)
      const conversion = await conversionOf(world, '88')
      assert.ok(conversion)
      assert.equal(conversion.method, 'grading-table')
      assert.equal(conversion.homeGrade, 'B+', '88 lies at 30%, between 90 and 85')
      assert.equal(conversion.points!.toDecimal(2), '3.25')
      const ninety = await conversionOf(world, '90')
      assert.equal(ninety!.homeGrade, 'A', 'its middle is exactly on the border')
      assert.deepEqual(
        ninety!.overlaps!.map(({ label, share }) => `${label} ${share.toDecimal()}`),
        ['A 0.1', 'B+ 0.1'],
      )
      assert.ok(ninety!.steps!.some(({ key }) => key === 'reason.grade-step.choice'))
    }),
  )

  test(
    'is left to a person where a side has no table, a later one only, or a withdrawn one',
    inWorld(async (world) => {
      await convertingRules(world)
      await enter(world)
      const id = await enter(world, { ...pkuByAu, validFrom: '2027-01-01' })
      assert.equal(await conversionOf(world, '90'), null)
      assert.equal(
        await world
          .as(people.evaluatorAu, (work) => withdrawGradingTable(work, id))
          .then(refusalOf),
        '404 grading.refusal.absent',
      )
      const now = await enter(world, pkuByAu)
      assert.ok(await conversionOf(world, '91'))
      await world.as(people.registrarAu, (work) => withdrawGradingTable(work, now))
      assert.equal(await conversionOf(world, '92'), null)
    }),
  )

  test(
    'prefers what an institution says of its own grades to what the home institution entered of them',
    inWorld(async (world) => {
      await convertingRules(world)
      await enter(world)
      await enter(world, { ...pkuByAu, yearTo: 2025 })
      await world.runner.perform(
        { ...(await world.context(people.registrarAu)), actor: { kind: 'system', name: 'test' } },
        (work) =>
          enterGradingTable(
            work,
            table({
              ...pkuByAu,
              organisationId: organisations.pku,
              rows: rows('95 10|90 10|85 80'),
            }),
          ),
      )
      assert.equal((await conversionOf(world, '85'))!.homeGrade, 'B')
    }),
  )

  test(
    'does not use what a third institution says of the host',
    inWorld(async (world) => {
      await convertingRules(world)
      await enter(world)
      await world.runner.perform(
        { ...(await world.context(people.registrarAu)), actor: { kind: 'system', name: 'test' } },
        (work) => enterGradingTable(work, table({ ...pkuByAu, organisationId: organisations.ruc })),
      )
      assert.equal(await conversionOf(world, '90'), null)
    }),
  )
})

describe('a published grading table', () => {
  test(
    'is for the registrar to enter, and names its fault',
    inWorld(async (world) => {
      for (const person of [people.evaluatorAu, people.studentPloy]) {
        const answer = await world.as(person, (work) => enterGradingTable(work, table()))
        assert.equal(refusalOf(answer), '404 grading.refusal.absent')
      }
      const wrong: [Partial<Entered>, string][] = [
        [{ rows: rows('A 5') }, '422 grading.fault.one-grade'],
        [{ rows: [] }, '422 grading.fault.no-grades'],
        [{ rows: rows('A 0|B 0') }, '422 grading.fault.no-weight'],
        [{ yearTo: 2020 }, '422 grading.fault.years'],
        [{ countedOrganisationId: 'x' }, '422 grading.refusal.check'],
        [{ scaleId: 'none' }, '422 grading.refusal.check'],
        [{ organisationId: organisations.pku }, '404 grading.refusal.absent'],
      ]
      for (const [change, refusal] of wrong) {
        const answer = await world.as(people.registrarAu, (work) =>
          enterGradingTable(work, table(change)),
        )
        assert.equal(refusalOf(answer), refusal)
      }
    }),
  )

  test(
    'cannot be altered or deleted by any statement',
    inWorld(async (world) => {
      const id = await enter(world)
      for (const statement of [
        `update grading_tables set definition = '{}' where id = $1`,
        `update grading_tables set year_to = 2030 where id = $1`,
        'delete from grading_tables where id = $1',
      ]) {
        await world.rows('savepoint before')
        await assert.rejects(world.rows(statement, [id]), /never altered/)
        await world.rows('rollback to savepoint before')
      }
    }),
  )
})
