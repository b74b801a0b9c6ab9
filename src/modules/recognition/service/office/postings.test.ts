import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { separated } from '../../formats/registry-file.ts'
import { itemsOfBatch, waitingCases } from '../../queries/office/batches.ts'
import { decidedCase, refresh, registryLayout, withLayout } from '../../testing/postings.fixture.ts'
import {
  accepted,
  enrolments,
  inOwnWorld,
  inWorld,
  now,
  organisations,
  people,
  refusalOf,
  type World,
} from '../../testing/world.fixture.ts'
import { comparedAnswerOf, receiveAnswer, takeAnswer } from './answers.ts'
import { erasePersonDrafts, exportPersonCases } from '../personal-data.ts'
import { publishLayout, withdrawLayout } from './layouts.ts'
import { makeBatch } from './make-batch.ts'
import { cancelBatch, settleItems } from './settle-items.ts'

const { registrarAu, evaluatorAu, evaluatorPku, studentPloy } = people

async function batch(world: World, layoutId: string, by = registrarAu) {
  return world.as(by, (work) =>
    makeBatch(work, { organisationId: organisations.au, layoutId, caseIds: null, origin: 'test' }),
  )
}

async function settle(
  world: World,
  batchId: string,
  outcome: 'posted' | 'rejected' | 'exported',
  which: (position: number) => boolean = () => true,
  note = 'unknown student',
) {
  const items = await itemsIn(world, batchId)
  const itemIds = items.filter((item) => which(item.position)).map((item) => item.id)
  return world.as(registrarAu, (work) => settleItems(work, { batchId, itemIds, outcome, note }))
}

const itemsIn = (world: World, batchId: string) =>
  world.as(registrarAu, (work) => itemsOfBatch(work, batchId))

async function caseRow(world: World, caseId: string) {
  const [row] = await world.rows(
    'select posting_state as state, posted_credit as credit, posting_due_on as due, posted_at from recognition_cases where id = $1',
    [caseId],
  )
  return row!
}

async function openPostingTasks(world: World): Promise<number> {
  const [row] = await world.rows(
    `select count(*)::int as n from tasks where kind = 'recognition.posting' and done_at is null`,
  )
  return Number(row!['n'])
}

const waitingAt = (world: World, by = registrarAu) =>
  world.as(by, (work) =>
    waitingCases(work, { organisationId: organisations.au, page: 1, pageSize: 50 }),
  )

/** A further decision on a case, as a revision makes it: a line without its credit, another with less. */
async function revise(
  world: World,
  caseId: string,
  change: (course: Record<string, unknown>) => 'refused' | void,
) {
  const [decision] = await world.rows(
    'select * from recognition_decisions where case_id = $1 order by revision desc limit 1',
    [caseId],
  )
  const document = decision!['document'] as { homeCourses: Record<string, unknown>[] }
  document.homeCourses = document.homeCourses.filter((course) => change(course) !== 'refused')
  await world.rows(
    `insert into recognition_decisions (id, origin, case_id, revision, decided_by, decided_at,
       recognised_credit, input_hash, rule_set_id, rule_set_version, document, document_sha256)
     select $1, origin, case_id, revision + 1, decided_by, decided_at, recognised_credit, input_hash,
       rule_set_id, rule_set_version, $2, $3 from recognition_decisions where id = $4`,
    [randomUUIDv7(), JSON.stringify(document), 'other', decision!['id']],
  )
  await refresh(world, caseId)
}

describe('credit that is decided', () => {
  test(
    'waits for the registrar until the institution’s own working days are over',
    inWorld(async (world) => {
      const caseId = await decidedCase(world)
      assert.equal(await openPostingTasks(world), 1)
      const { cases, total } = await waitingAt(world)
      assert.equal(total, 1)
      assert.equal(cases[0]!.studentNumber, '6510001')
      // Five working days from Sunday 22 November 2026 in Bangkok.
      assert.equal((await caseRow(world, caseId))['due'], '2026-11-27')
    }),
  )

  test(
    'goes into one file in the registry’s layout, and into no second one',
    inWorld(async (world) => {
      const caseId = await decidedCase(world)
      const layoutId = await withLayout(world)
      const made = accepted(await batch(world, layoutId))
      assert.equal(made.number, '2026-001')
      const items = await itemsIn(world, made.batchId)
      assert.equal(
        separated(
          registryLayout,
          items.map((item) => item.cells),
        ),
        'Ref,ID,Course,Credit,Grade,Action\n' +
          '2026-001/1,6510001,DA1101,3.0,TR,A\n' +
          '2026-001/2,6510001,DA1102,3.0,TR,A\n',
      )
      assert.equal((await caseRow(world, caseId))['state'], 'exported')
      assert.equal(await openPostingTasks(world), 0)
      assert.equal(refusalOf(await batch(world, layoutId)), '409 posting.refusal.nothing-left')
      assert.equal((await waitingAt(world)).total, 0)
    }),
  )

  test(
    'stands on the record once every row is confirmed, and not before',
    inWorld(async (world) => {
      const caseId = await decidedCase(world)
      const { batchId } = accepted(await batch(world, await withLayout(world)))
      accepted(await settle(world, batchId, 'posted', (position) => position === 1))
      const half = await caseRow(world, caseId)
      assert.deepEqual([half['state'], half['credit'], half['posted_at']], ['exported', '3', null])
      accepted(await settle(world, batchId, 'posted'))
      const whole = await caseRow(world, caseId)
      assert.deepEqual([whole['state'], whole['credit']], ['posted', '6'])
      assert.ok(whole['posted_at'])
      const entries = await world.rows(
        `select data from chronicle_entries where type = 'recognition.credit-posted' order by id`,
      )
      assert.deepEqual(
        entries.map(({ data }) => (data as { credit: string }).credit),
        ['3', '3'],
      )
    }),
  )

  test(
    'keeps the registry’s refusal, waits again and goes into another batch',
    inWorld(async (world) => {
      const caseId = await decidedCase(world)
      const layoutId = await withLayout(world)
      const { batchId } = accepted(await batch(world, layoutId))
      assert.equal(
        refusalOf(await settle(world, batchId, 'rejected', () => true, ' ')),
        '422 posting.refusal.note',
      )
      accepted(await settle(world, batchId, 'rejected', (position) => position === 2))
      accepted(await settle(world, batchId, 'posted', (position) => position === 1))
      assert.equal((await caseRow(world, caseId))['state'], 'waiting')
      assert.equal((await waitingAt(world)).cases[0]!.rejection, 'unknown student')
      const second = accepted(await batch(world, layoutId))
      const items = await itemsIn(world, second.batchId)
      assert.deepEqual(
        items.map((item) => [item.act, item.homeCourseCode]),
        [['enter', 'DA1102']],
      )
      // The first refusal cannot be taken back any more: the second batch was made on its ground.
      assert.equal(
        refusalOf(await settle(world, batchId, 'exported', (position) => position === 2)),
        '409 posting.refusal.followed',
      )
      // Refused twice, taken back once: the other refusal cannot be taken back beside what is on its way again.
      accepted(await settle(world, second.batchId, 'rejected'))
      accepted(await settle(world, batchId, 'exported', (position) => position === 2))
      assert.equal(
        refusalOf(await settle(world, second.batchId, 'exported')),
        '409 posting.refusal.followed',
      )
    }),
  )

  test(
    'waits again when a batch is taken back, and when a confirmation is',
    inWorld(async (world) => {
      const caseId = await decidedCase(world)
      const layoutId = await withLayout(world)
      const first = accepted(await batch(world, layoutId))
      accepted(await world.as(registrarAu, (work) => cancelBatch(work, first.batchId)))
      assert.equal((await caseRow(world, caseId))['state'], 'waiting')
      assert.equal(
        refusalOf(await settle(world, first.batchId, 'posted')),
        '409 posting.refusal.cancelled',
      )
      const second = accepted(await batch(world, layoutId))
      accepted(await settle(world, second.batchId, 'posted'))
      accepted(await settle(world, second.batchId, 'exported'))
      const row = await caseRow(world, caseId)
      assert.deepEqual([row['state'], row['credit']], ['exported', null])
      const [state] = await world.rows('select state from posting_batches where id = $1', [
        second.batchId,
      ])
      assert.equal(state!['state'], 'open')
    }),
  )

  test(
    'is corrected after a revision: changed, taken off, entered',
    inWorld(async (world) => {
      const caseId = await decidedCase(world, ['PKU101', 'PKU102', 'PKU104'])
      const layoutId = await withLayout(world)
      const first = accepted(await batch(world, layoutId))
      accepted(await settle(world, first.batchId, 'posted'))
      await revise(world, caseId, (course) => {
        if (course['course_code'] === 'DA1101') course['credit'] = '2'
        if (course['course_code'] === 'DA1104') course['course_code'] = 'DA4000'
        if (course['course_code'] === 'DA1102') return 'refused'
      })
      assert.equal((await waitingAt(world)).cases[0]!.isCorrection, true)
      const second = accepted(await batch(world, layoutId))
      const items = await itemsIn(world, second.batchId)
      assert.deepEqual(
        items.map((item) => [item.act, item.homeCourseCode, item.credit]),
        [
          ['change', 'DA1101', '2'],
          ['enter', 'DA4000', '3'],
          ['remove', 'DA1102', '3'],
          ['remove', 'DA1104', '3'],
        ],
      )
      accepted(await settle(world, second.batchId, 'posted'))
      const row = await caseRow(world, caseId)
      assert.deepEqual([row['state'], row['credit']], ['posted', '5'])
      assert.equal(refusalOf(await batch(world, layoutId)), '409 posting.refusal.nothing-left')
    }),
  )

  test(
    'of a withdrawn case is taken off the record, and of an open one nothing is done',
    inWorld(async (world) => {
      const caseId = await decidedCase(world)
      const layoutId = await withLayout(world)
      const first = accepted(await batch(world, layoutId))
      accepted(await settle(world, first.batchId, 'posted'))
      await world.rows(
        `update recognition_cases set state = 'open', decided_at = null, decided_by = null, released_at = null where id = $1`,
        [caseId],
      )
      await refresh(world, caseId)
      assert.equal((await caseRow(world, caseId))['state'], 'posted')
      assert.equal(refusalOf(await batch(world, layoutId)), '409 posting.refusal.nothing-left')
      await world.rows(`update recognition_cases set state = 'withdrawn' where id = $1`, [caseId])
      await refresh(world, caseId)
      const second = accepted(await batch(world, layoutId))
      assert.deepEqual(
        (await itemsIn(world, second.batchId)).map((item) => item.act),
        ['remove', 'remove'],
      )
      accepted(await settle(world, second.batchId, 'posted'))
      assert.equal((await caseRow(world, caseId))['state'], 'nothing')
    }),
  )
})

describe('credit of a decision that may still be taken back', () => {
  test(
    'waits for nobody, whatever else is entered meanwhile, until the decision is final',
    inWorld(async (world) => {
      const caseId = await decidedCase(world)
      const layoutId = await withLayout(world)
      const releasedAt = (at: string) =>
        world.rows(`update recognition_cases set released_at = $2 where id = $1`, [caseId, at])
      await releasedAt('2099-01-01T00:00:00Z')
      await refresh(world, caseId)
      assert.equal((await caseRow(world, caseId))['state'], null)
      assert.equal(refusalOf(await batch(world, layoutId)), '409 posting.refusal.nothing-left')
      await releasedAt('2000-01-01T00:00:00Z')
      await refresh(world, caseId)
      assert.equal((await caseRow(world, caseId))['state'], 'waiting')
      accepted(await batch(world, layoutId))
    }),
  )
})

describe('a file that cannot say what is decided', () => {
  test(
    'is refused whole: too few places, or letters that the encoding lacks',
    inWorld(async (world) => {
      const caseId = await decidedCase(world)
      await revise(world, caseId, (course) => {
        course['credit'] = '4/3'
      })
      const layoutId = await withLayout(world)
      const refused = await batch(world, layoutId)
      assert.equal(refusalOf(refused), '422 posting.refusal.unwritable')
      assert.deepEqual(isRefused(refused) && refused.message.args['value'], '4/3')
      const column = {
        heading: 'Host',
        source: 'host-titles',
        format: '',
        replacements: {},
      } as const
      const chinese = await withLayout(world, {
        ...registryLayout,
        encoding: 'windows-874',
        columns: [
          ...registryLayout.columns.filter(({ source }) => source !== 'home-credit'),
          column,
        ],
      })
      await world.rows(`update organisations set country = 'CN' where id = $1`, [organisations.au])
      assert.equal(refusalOf(await batch(world, chinese)), '422 posting.refusal.letters')
      const [row] = await world.rows('select count(*)::int as n from posting_items')
      assert.equal(row!['n'], 0)
      assert.equal((await caseRow(world, caseId))['state'], 'waiting')
    }),
  )
})

describe('the registry’s answer', () => {
  test(
    'shows differences first, and confirms what was entered as sent',
    inWorld(async (world) => {
      const caseId = await decidedCase(world, ['PKU101', 'PKU102', 'PKU104'])
      const { batchId, number } = accepted(await batch(world, await withLayout(world)))
      const answer = (row: number, rest: object) => ({
        row,
        reference: `${number}/${row}`,
        studentNumber: '',
        course: '',
        status: 'OK',
        credit: '3',
        grade: 'TR',
        message: '',
        ...rest,
      })
      const { answerId } = accepted(
        await world.as(registrarAu, (work) =>
          receiveAnswer(work, {
            batchId,
            fileName: 'answer.csv',
            rows: [
              answer(1, {}),
              answer(2, { credit: '2' }),
              answer(3, { status: 'NO', message: 'closed course' }),
            ],
          }),
        ),
      )
      const compared = await world.as(registrarAu, (work) => comparedAnswerOf(work, batchId))
      assert.deepEqual(
        compared!.compared.answered.map(({ verdict }) => verdict),
        ['accepted', 'differs', 'rejected'],
      )
      const before = await caseRow(world, caseId)
      assert.equal(before['credit'], null, 'nothing is confirmed by looking')
      const taken = accepted(
        await world.as(registrarAu, (work) =>
          takeAnswer(work, { batchId, answerId, alsoItems: [] }),
        ),
      )
      assert.deepEqual(taken, { posted: 1, rejected: 1, left: 1 })
      const items = await itemsIn(world, batchId)
      assert.deepEqual(
        items.map((item) => [item.state, item.note]),
        [
          ['posted', ''],
          ['exported', ''],
          ['rejected', 'closed course'],
        ],
      )
      assert.equal(
        refusalOf(
          await world.as(registrarAu, (work) =>
            takeAnswer(work, { batchId, answerId, alsoItems: [] }),
          ),
        ),
        '409 posting.refusal.answer-gone',
      )
    }),
  )
})

describe('what is kept of a person', () => {
  test(
    'is handed over, and loses the name when they are erased',
    inWorld(async (world) => {
      await decidedCase(world)
      const { batchId } = accepted(await batch(world, await withLayout(world)))
      const handed = await world.as(registrarAu, (work) => exportPersonCases(work, studentPloy))
      assert.equal((handed['postings'] as unknown[]).length, 2)
      await world.as(registrarAu, (work) => erasePersonDrafts(work, studentPloy))
      const items = await itemsIn(world, batchId)
      assert.deepEqual(
        items.map((item) => [item.cells, item.homeCourseCode, item.credit]),
        [
          [[], 'DA1101', '3'],
          [[], 'DA1102', '3'],
        ],
      )
    }),
  )
})

describe('layouts', () => {
  test(
    'are versioned; two tabs do not overwrite each other, and a withdrawn one writes nothing',
    inWorld(async (world) => {
      await decidedCase(world)
      const id = await withLayout(world)
      const publish = (basedOn: number, layout = registryLayout) =>
        world.as(registrarAu, (work) =>
          publishLayout(work, {
            id,
            organisationId: organisations.au,
            name: 'Registry form 7',
            layout,
            basedOn,
          }),
        )
      assert.equal(accepted(await publish(1)).version, 2)
      assert.equal(refusalOf(await publish(1)), '409 posting.refusal.layout-changed')
      assert.equal(
        refusalOf(await publish(2, { ...registryLayout, columns: [] })),
        '422 posting.refusal.layout',
      )
      accepted(await world.as(registrarAu, (work) => withdrawLayout(work, id)))
      assert.equal(refusalOf(await batch(world, id)), '422 posting.refusal.no-layout')
    }),
  )
})

describe('who posts', () => {
  test(
    'is the registrar of that institution, and of nobody’s own credit',
    inWorld(async (world) => {
      await decidedCase(world)
      const layoutId = await withLayout(world)
      for (const person of [evaluatorAu, evaluatorPku, studentPloy])
        assert.equal(
          refusalOf(await batch(world, layoutId, person)),
          '404 posting.refusal.no-office',
        )
      await world.rows(
        `insert into appointments (id, person_id, organisation_id, role, starts_on, created_at)
         values ($1, $2, $3, 'registrar', '2020-01-01', $4)`,
        [randomUUIDv7(), studentPloy, organisations.au, now],
      )
      assert.equal((await waitingAt(world, studentPloy)).cases[0]!.isOwn, true)
      assert.equal(
        refusalOf(await batch(world, layoutId, studentPloy)),
        '409 posting.refusal.nothing-left',
      )
      const { batchId } = accepted(await batch(world, layoutId))
      assert.equal(
        refusalOf(await world.as(evaluatorAu, (work) => cancelBatch(work, batchId))),
        '404 posting.refusal.no-batch',
      )
    }),
  )

  test(
    'may be two at once: each case goes into one batch',
    inOwnWorld(async (world) => {
      await decidedCase(world, ['PKU101'])
      await decidedCase(world, ['PKU102'], { enrolmentId: enrolments.thanawat })
      const layoutId = await withLayout(world)
      const both = await Promise.all([batch(world, layoutId), batch(world, layoutId)])
      assert.deepEqual(both.map(refusalOf).toSorted(), [
        '409 posting.refusal.nothing-left',
        'accepted',
      ])
      const [row] = await world.rows(
        'select count(*)::int as n, count(distinct (case_id, entry_key))::int as entries from posting_items',
      )
      assert.deepEqual([row!['n'], row!['entries']], [2, 2])
    }),
  )

  test(
    'may confirm at once: the second changes only what the first has left',
    inOwnWorld(async (world) => {
      await decidedCase(world)
      const { batchId } = accepted(await batch(world, await withLayout(world)))
      const both = await Promise.all([
        settle(world, batchId, 'posted'),
        settle(world, batchId, 'rejected'),
      ])
      const changed = both.map((each) => accepted(each).changed).toSorted()
      assert.deepEqual(changed, [0, 2])
      const states = new Set((await itemsIn(world, batchId)).map((item) => item.state))
      assert.equal(states.size, 1)
    }),
  )
})
