import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused, type Refusal } from '#kernel/database'
import { acting, onDatabase, tellStory } from '../alliance.fixture.ts'
import { cast } from '../seed/cast.ts'
import { importUnits, previewUnits, undoUnitImport, unitImportOf } from './import-units.ts'
import { appoint } from './appointments.ts'
import { addUnits } from './structure.ts'

const { organisations: o, people: p } = cast
const coordinator = acting(p.coordinatorAu, 'coordinator', o.au)
const administrator = acting(p.administratorAu, 'administrator', o.au)

const list = [
  'รหัสหน่วยงาน\tName in English\t中文名称\tชื่อหน่วยงานภาษาไทย\t韩文名称\tNom en français\tประเภท\tPart of',
  'GAST\tDepartment of Gastronomy\t美食系\tภาควิชาวิทยาการอาหาร\t미식학과\tDépartement de gastronomie\tภาควิชา\tHOTEL',
  'HOTEL\tSchool of Hotels\t酒店学院\t\t\t\tSchool\t',
  '\tOffice\t\t\t\t\toffice\tHOTEL',
  '\tOffice\t\t\t\t\toffice\tGAST',
].join('\n')

function given(text: string) {
  return { text, leaveOutFaulty: false }
}

function faultsOf(preview: Awaited<ReturnType<typeof previewUnits>>): string[] {
  assert.ok(!isRefused(preview), JSON.stringify(preview))
  return preview.problems.map(({ row, message }) => `${row} ${message.key}`)
}

function statusOf(result: unknown): string {
  assert.ok(isRefused(result), `expected a refusal, not ${JSON.stringify(result)}`)
  return `${(result as Refusal).status} ${(result as Refusal).message.key}`
}

test('a list adds units in five languages with kind and parent, in any order, and nothing twice', () =>
  onDatabase(async ({ as, database }) => {
    await tellStory(database)
    const done = await as(coordinator, (work) => importUnits(work, 'test', o.au, given(list)))
    assert.ok(!isRefused(done), JSON.stringify(done))
    assert.deepEqual([done.added, done.changed], [4, 0])
    const { rows } = await database.execute(
      `select u.names, u.code, u.kind, p.code as parent from units u left join units p on p.id = u.parent_id
       where u.organisation_id = $1 and u.code = 'GAST'`,
      [o.au],
    )
    assert.deepEqual(rows, [
      {
        names: {
          en: 'Department of Gastronomy',
          'zh-Hans': '美食系',
          th: 'ภาควิชาวิทยาการอาหาร',
          ko: '미식학과',
          fr: 'Département de gastronomie',
        },
        code: 'GAST',
        kind: 'department',
        parent: 'HOTEL',
      },
    ])
    const again = await as(coordinator, (work) => previewUnits(work, o.au, { text: list }))
    assert.deepEqual(faultsOf(again), [])
    assert.ok(!isRefused(again))
    assert.deepEqual([again.rows.length, again.already.length], [0, 4])
    const nothing = await as(coordinator, (work) => importUnits(work, 'test', o.au, given(list)))
    assert.equal(statusOf(nothing), '422 import.nothing-left')
  }))

test('a known unit is changed by its code, empty cells leave what stands, and the list can be taken back', () =>
  onDatabase(async ({ as, database }) => {
    await tellStory(database)
    const stand = async () =>
      (
        await database.execute(
          'select id, names, code, kind, parent_id, closed_on from units where organisation_id = $1 order by id',
          [o.au],
        )
      ).rows
    const made = await as(coordinator, (work) =>
      addUnits(work, 'test', o.au, [{ names: { en: 'Library', th: 'หอสมุด' }, code: 'LIB' }]),
    )
    assert.ok(!isRefused(made))
    const before = await stand()
    const text =
      'Code\tName in Chinese\tKind\tClosed on\nlib\t图书馆\toffice\t2026-01-31\nNEW\t新\t\t'
    const done = await as(coordinator, (work) => importUnits(work, 'test', o.au, given(text)))
    assert.ok(!isRefused(done), JSON.stringify(done))
    assert.deepEqual([done.added, done.changed], [1, 1])
    const [library] = (await stand()).filter((row) => row['code'] === 'LIB')
    assert.deepEqual(library!['names'], { en: 'Library', th: 'หอสมุด', 'zh-Hans': '图书馆' })
    assert.equal(library!['closed_on'], '2026-01-31')
    const undo = () => as(coordinator, (work) => undoUnitImport(work, o.au, done.importId))
    assert.deepEqual(await as(coordinator, (work) => unitImportOf(work, o.au, done.importId)), {
      id: done.importId,
      added: 1,
      changed: 1,
    })
    assert.equal(
      statusOf(
        await as(acting(p.coordinatorPku, 'coordinator', o.pku), (work) =>
          undoUnitImport(work, o.au, done.importId),
        ),
      ).slice(0, 3),
      '404',
    )
    assert.deepEqual(await undo(), { units: 2 })
    assert.deepEqual(await stand(), before)
    assert.equal(statusOf(await undo()).slice(0, 3), '404')
  }))

test('a list is not taken back over a later change, nor from under who belongs to its units', () =>
  onDatabase(async ({ as, database }) => {
    await tellStory(database)
    const bring = async (text: string) => {
      const done = await as(coordinator, (work) => importUnits(work, 'test', o.au, given(text)))
      assert.ok(!isRefused(done), JSON.stringify(done))
      return done.importId
    }
    const first = await bring('Code\tName\nA-1\tAtelier')
    await bring('Code\tKind\nA-1\toffice')
    const undo = (id: string) => as(coordinator, (work) => undoUnitImport(work, o.au, id))
    assert.equal(statusOf(await undo(first)), '409 fault.import-changed-since')
    const used = await bring('Code\tName\nA-2\tAtelier')
    const { rows } = await database.execute(`select id from units where code = 'A-2'`)
    const appointed = await as(administrator, (work) =>
      appoint(work, {
        personId: p.evaluatorAu,
        organisationId: o.au,
        role: 'coordinator',
        unitId: String(rows[0]!['id']),
        title: {},
        startsOn: '2026-11-22',
      }),
    )
    assert.ok(!isRefused(appointed), JSON.stringify(appointed))
    assert.equal(statusOf(await undo(used)), '409 fault.import-in-use')
    assert.ok(await as(coordinator, (work) => unitImportOf(work, o.au, used)))
  }))

test('each fault is told at its row, and a row takes along what would be a part of it', () =>
  onDatabase(async ({ as, database }) => {
    await tellStory(database)
    const preview = (text: string) => as(coordinator, (work) => previewUnits(work, o.au, { text }))
    const text = [
      'Code\tName\tKind\tPart of\tClosed on',
      'X1\tOne\tpalace\t\t',
      'X2\tTwo\toffice\tX1\t',
      'X3\tThree\toffice\tX2\t',
      'X4\tFour\toffice\tX5\t',
      'X5\tFive\toffice\tX4\t',
      'X6\t\toffice\t\t',
      'X7\tSeven\toffice\t\tsoon',
      'X8\tEight\toffice\t\t2036-01-01',
      'X9\tNine\toffice\t\t',
      'x9\tNine again\toffice\t\t',
    ].join('\n')
    assert.deepEqual(faultsOf(await preview(text)).toSorted(), [
      '11 import.twice',
      '2 import.unknown-kind',
      '3 import.unknown-parent',
      '4 import.unknown-parent',
      '5 fault.unit-in-itself',
      '6 fault.unit-in-itself',
      '7 import.no-unit-name',
      '8 import.no-date',
      '9 import.future-close',
    ])
    const some = await as(coordinator, (work) =>
      importUnits(work, 'test', o.au, { text, leaveOutFaulty: true }),
    )
    assert.ok(!isRefused(some))
    assert.deepEqual([some.added, some.leftOut], [1, 9])
    assert.equal(statusOf(await preview('Kind\tPart of\noffice\tX9')), '422 import.missing-columns')
    const own = await as(acting(p.coordinatorPku, 'coordinator', o.pku), (work) =>
      previewUnits(work, o.au, { text }),
    )
    assert.equal(statusOf(own).slice(0, 3), '404')
  }))
