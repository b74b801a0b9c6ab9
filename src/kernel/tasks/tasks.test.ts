import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entriesOfPerson } from '#kernel/chronicle'
import { type Actor, isRefused } from '#kernel/database'
import { createTranslator } from '#kernel/messages'
import { languages } from '#kernel/values'
import {
  type Assignee,
  cancelTasks,
  completeTasks,
  completeTasksOf,
  countTasks,
  declareLeave,
  dueInWorkingDays,
  duePlans,
  endLeave,
  erasePersonTasks,
  exportPersonTasks,
  handOver,
  leavesOf,
  mergePersonTasks,
  openTask,
  openTasksAbout,
  planTasks,
  reassignTasks,
  reopenTasks,
  standInsOf,
  takeBackTasks,
  taskEntries,
  taskMessages,
  tasksFor,
  unplanTasks,
} from './index.ts'
import {
  au,
  chloe,
  grant,
  holder,
  jun,
  malee,
  now,
  open,
  pku,
  system,
  withWork,
} from './tasks.fixture.ts'

test('a task for a role is seen by its holders at that organisation, and by nobody else', async () => {
  await withWork(async (as) => {
    await open(as(system), { role: 'evaluator', organisationId: au })
    assert.equal((await tasksFor(as(holder(malee, 'evaluator', au)))).tasks.length, 1)
    for (const actor of [
      holder(jun, 'evaluator', pku),
      holder(jun, 'registrar', au),
      holder(jun, 'evaluator', null),
      { ...holder(jun, 'evaluator', au), grants: [{ ...grant('evaluator', au), objectId: au }] },
      { kind: 'public' } as const,
      { kind: 'link', linkId: au, personId: malee, action: 'x', objectId: au } as const,
    ]) {
      assert.equal((await tasksFor(as(actor))).tasks.length, 0)
      assert.equal((await countTasks(as(actor))).open, 0)
    }
  })
})

test('asked by unit, a task is seen by roles of that unit; asked of none, by roles of the whole organisation', async () => {
  await withWork(async (as) => {
    const [arts, law] = [au.replace(/aa$/, '01'), au.replace(/aa$/, '02')]
    const role = { role: 'evaluator', organisationId: au }
    const task = (id: string, rest: object) =>
      open(as(system), role, { object: { kind: 'case', id }, ...rest })
    await task('of arts', { unitId: arts })
    await task('of nobody', { unitId: null })
    await task('where units do not matter', {})
    const seen = async (unitIds: string[] | null) => {
      const actor = { ...holder(malee), grants: [{ ...grant('evaluator', au), unitIds }] }
      return (await tasksFor(as(actor))).tasks.map(({ object }) => object.id).toSorted()
    }
    assert.deepEqual(await seen(null), ['of nobody', 'where units do not matter'])
    assert.deepEqual(await seen([arts, law]), ['of arts', 'where units do not matter'])
    assert.deepEqual(await seen([law]), ['where units do not matter'])
  })
})

test('a role that is limited to a programme sees the tasks of it alone, and nobody one about themselves', async () => {
  await withWork(async (as) => {
    const [textile, media] = [au.replace(/aa$/, 'a1'), au.replace(/aa$/, 'a2')]
    const role = { role: 'evaluator', organisationId: au }
    await open(as(system), role, { programmeId: textile, leavesOut: [chloe] })
    await open(as(system), role, { object: { kind: 'case', id: 'two' }, programmeId: media })
    await open(as(system), role, { object: { kind: 'case', id: 'three' } })
    const seen = async (actor: Actor) => {
      const { tasks, counts } = await tasksFor(as(actor))
      assert.equal(counts.open, tasks.length)
      // Tasks of one moment stand in no order.
      return tasks.map((task) => task.object.id).sort()
    }
    assert.deepEqual(await seen(holder(malee, 'evaluator', au)), ['one', 'three', 'two'])
    assert.deepEqual(await seen(holder(malee, 'evaluator', au, textile)), ['one'])
    assert.deepEqual(await seen(holder(malee, 'evaluator', au, pku)), [])
    assert.deepEqual(await seen(holder(chloe, 'evaluator', au)), ['three', 'two'])
    const inPlace = [{ ...grant('evaluator', au), via: 'stand-in' as const, onBehalfOf: chloe }]
    assert.deepEqual(await seen({ ...holder(jun), grants: inPlace }), ['three', 'two'])
    const both = [...inPlace, grant('evaluator', au, textile)]
    assert.deepEqual(await seen({ ...holder(jun), grants: both }), ['one', 'three', 'two'])
  })
})

test('a task leaves out several people: none of them sees it, is given it, or does it by standing in', async () => {
  await withWork(async (as) => {
    const role = { role: 'evaluator', organisationId: au }
    const id = await open(as(system), role, { leavesOut: [chloe, null, jun, chloe] })
    const waits = async (actor: Actor) => (await tasksFor(as(actor))).tasks.length
    assert.equal(await waits(holder(malee, 'evaluator', au)), 1)
    assert.equal(await waits(holder(chloe, 'evaluator', au)), 0)
    assert.equal(await waits(holder(jun, 'evaluator', au)), 0)
    assert.deepEqual(await completeTasks(as(holder(jun, 'evaluator', au)), [id]), [])
    const me = as(holder(malee, 'evaluator', au))
    for (const personId of [chloe, jun]) {
      const given = await reassignTasks(me, { ids: [id], to: { ...role, personId } })
      assert.ok(isRefused(given) && given.fields['to']?.key === 'refused.left-out')
    }
    assert.equal(await reassignTasks(me, { ids: [id], to: { ...role, personId: malee } }), 1)
    const leave = { personId: malee, standInId: jun, from: '2026-11-22', until: '2026-11-30' }
    const declared = await declareLeave(as(holder(malee)), {
      ...leave,
      organisationId: au,
      roles: [],
    })
    assert.ok(!isRefused(declared))
    assert.equal(await waits(holder(jun)), 0, 'nor in the place of whom it was given to')
    const handed = await handOver(as(holder(malee)), {
      personId: malee,
      organisationId: au,
      to: { ...role, personId: chloe },
    })
    assert.ok(isRefused(handed))
  })
})

test('what somebody means to do later stands aside until that day, or until it is overdue', async () => {
  await withWork(async (as) => {
    const id = await open(
      as(system),
      { role: 'evaluator', organisationId: au },
      { dueOn: '2026-11-27' },
    )
    const other = await open(as(system), { personId: jun })
    const me = holder(malee, 'evaluator', au)
    const faults = async (on: string) => {
      const result = await planTasks(as(me), { ids: [id], on })
      return isRefused(result) ? result.fields['on']?.key : result
    }
    assert.equal(await faults('2026-02-30'), 'field.no-date')
    assert.equal(await faults('2026-11-22'), 'field.plan-past')
    assert.equal(await faults('2027-03-01'), 'field.plan-far')
    assert.deepEqual(await planTasks(as(me), { ids: [id, other], on: '2026-11-25' }), [id])
    const counts = (at: string) => countTasks(as(me), at)
    assert.deepEqual(await counts('2026-11-22'), { open: 0, overdue: 0, dueSoon: 0, later: 1 })
    assert.deepEqual(await counts('2026-11-25'), { open: 1, overdue: 0, dueSoon: 1, later: 0 })
    const colleague = holder(chloe, 'evaluator', au)
    assert.equal((await countTasks(as(colleague))).open, 1, 'for others nothing changes')
    const list = async (state: 'open' | 'later') =>
      (await tasksFor(as(me), { state })).tasks.map((task) => task.plannedOn)
    assert.deepEqual([await list('open'), await list('later')], [[], ['2026-11-25']])
    assert.ok(Array.isArray(await planTasks(as(me), { ids: [id], on: '2026-12-20' })))
    assert.equal((await counts('2026-11-28')).overdue, 1)
    assert.equal((await counts('2026-11-28')).later, 0, 'an overdue task does not hide')
    assert.equal(await unplanTasks(as(colleague), [id]), 0)
    assert.equal(await unplanTasks(as(me), [id]), 1)
    assert.equal((await counts('2026-11-22')).open, 1)
  })
})

test('a tick is taken back within a day by whoever made it, unless the task was opened anew', async () => {
  await withWork(async (as) => {
    const me = holder(malee, 'evaluator', au)
    const shared = await open(as(system), { role: 'evaluator', organisationId: au })
    await completeTasks(as(me), [shared])
    assert.deepEqual(await reopenTasks(as(holder(jun, 'evaluator', au)), [shared]), [])
    const aDayLater = new Date(now.getTime() + 25 * 3_600_000)
    assert.deepEqual(await reopenTasks(as(me, aDayLater), [shared]), [])
    assert.deepEqual(await reopenTasks(as(me), [shared]), [shared])
    assert.deepEqual(await completeTasks(as(me), [shared]), [shared])
    const again = await open(as(system), { role: 'evaluator', organisationId: au })
    assert.notEqual(again, shared)
    assert.deepEqual(await reopenTasks(as(me), [shared]), [])
  })
})

test('what was given away is taken back within a day, as long as it waits where it was put', async () => {
  await withWork(async (as) => {
    const me = holder(malee, 'evaluator', au)
    const role = { role: 'evaluator', organisationId: au }
    const [one, two] = [
      await open(as(system), role),
      await open(as(system), { personId: malee, ...role }, { object: { kind: 'case', id: 'two' } }),
    ]
    await reassignTasks(as(me), { ids: [one, two], to: { personId: jun, ...role } })
    assert.equal((await tasksFor(as(me))).total, 0)
    const [given] = (await tasksFor(as(holder(jun)))).tasks
    assert.equal(given?.movedByPersonId, malee)
    assert.equal(await takeBackTasks(as(holder(chloe, 'evaluator', au)), [one, two]), 0)
    assert.equal(await takeBackTasks(as(me), [one]), 1)
    assert.equal((await tasksFor(as(holder(chloe, 'evaluator', au)))).total, 1, 'it is the role’s')
    await reassignTasks(as(holder(jun)), { ids: [two], to: { personId: chloe, ...role } })
    assert.equal(await takeBackTasks(as(me), [two]), 0, 'it was given on')
  })
})

test('tasks come most urgent first, with counts, in two queries however many there are', async () => {
  await withWork(async (as, database) => {
    const dates = ['2026-12-24', null, '2026-11-20', '2026-11-22', '2026-11-29']
    for (const [index, dueOn] of dates.entries()) {
      await open(
        as(system),
        { personId: malee },
        { object: { kind: 'case', id: String(index) }, dueOn },
      )
    }
    const work = as(holder(malee))
    const before = database.queryCount()
    const { tasks, total, counts } = await tasksFor(work)
    assert.equal(database.queryCount() - before, 2)
    assert.deepEqual(
      tasks.map((task) => task.dueOn),
      ['2026-11-20', '2026-11-22', '2026-11-29', '2026-12-24', null],
    )
    assert.deepEqual(
      tasks.map((task) => task.overdue),
      [true, false, false, false, false],
    )
    assert.deepEqual(tasks[0]?.subject.args, { on: now })
    assert.deepEqual([total, counts], [5, { open: 5, overdue: 1, dueSoon: 2, later: 0 }])
    assert.equal((await tasksFor(work, { state: 'overdue' })).tasks.length, 1)
    assert.equal((await tasksFor(work, { today: '2026-11-23' })).counts.overdue, 2)
    assert.equal((await tasksFor(work, { kinds: ['other.kind'] })).total, 0)
    assert.equal((await tasksFor(work, { limit: 2, offset: 4 })).tasks.length, 1)
  })
})

test('opening the same task twice makes one, and again after it was done', async () => {
  await withWork(async (as) => {
    const work = as(system)
    const first = await open(work, { personId: malee })
    assert.equal(await open(work, { personId: malee }), first)
    assert.notEqual(await open(work, { personId: jun }), first)
    assert.equal(
      await completeTasksOf(work, { object: { kind: 'case', id: 'one' }, personId: malee }),
      1,
    )
    assert.notEqual(await open(work, { personId: malee }), first)
    assert.equal((await openTasksAbout(work, { kind: 'case', id: 'one' })).length, 2)
    assert.equal(await cancelTasks(work, { object: { kind: 'case', id: 'one' }, kinds: [] }), 0)
    assert.equal(await cancelTasks(work, { object: { kind: 'case', id: 'one' } }), 2)
  })
})

test('one completes in bulk what waits for oneself, and nothing of others', async () => {
  await withWork(async (as) => {
    const mine = await open(as(system), { personId: malee })
    const shared = await open(as(system), { role: 'evaluator', organisationId: au })
    const other = await open(as(system), { personId: jun })
    const work = as(holder(malee, 'evaluator', au))
    assert.deepEqual((await completeTasks(work, [mine, shared, other])).toSorted(), [mine, shared])
    assert.deepEqual(await completeTasks(work, [mine, shared, other]), [])
    assert.equal((await tasksFor(work, { state: 'done' })).total, 2)
    assert.equal((await tasksFor(as(holder(jun)))).total, 1)
  })
})

test('a task that its own act closes cannot be ticked off', async () => {
  await withWork(async (as) => {
    const work = as(holder(malee, 'evaluator', au))
    const id = await openTask(as(system), {
      kind: 'recognition.case-decision',
      assignee: { role: 'evaluator', organisationId: au },
      object: { kind: 'case', id: 'two' },
      subject: { module: 'tasks', key: 'entry.tasks-reassigned', args: {} },
      href: '/recognition/cases/two',
      closesWithAct: true,
    })
    assert.deepEqual(await completeTasks(work, [id]), [])
    assert.equal(await completeTasksOf(work, { object: { kind: 'case', id: 'two' } }), 1)
  })
})

test('a stand-in sees what waits for the person during the leave, within its limits', async () => {
  await withWork(async (as) => {
    await open(as(system), { personId: malee, organisationId: au, role: 'evaluator' })
    await open(as(system), { personId: malee, organisationId: pku, role: 'evaluator' })
    await open(as(system), { personId: malee, organisationId: au, role: 'registrar' })
    const leave = await declareLeave(as(holder(malee)), {
      personId: malee,
      standInId: jun,
      from: '2026-11-22',
      until: '2026-11-25',
      organisationId: au,
      roles: ['evaluator'],
    })
    assert.ok(typeof leave === 'string')
    const { tasks } = await tasksFor(as(holder(jun)))
    assert.deepEqual(
      tasks.map((task) => [task.organisationId, task.assigneeRole, task.asStandIn]),
      [[au, 'evaluator', true]],
    )
    assert.equal((await tasksFor(as(holder(jun)), { today: '2026-11-26' })).total, 0)
    assert.equal((await tasksFor(as(holder(jun)), { today: '2026-11-21' })).total, 0)
    assert.equal((await standInsOf(as(system).read, jun, '2026-11-25'))[0]?.personId, malee)
    assert.equal((await leavesOf(as(holder(malee)), malee)).length, 1)
    assert.equal((await leavesOf(as(holder(chloe)), malee)).length, 0)
    assert.ok(isRefused(await endLeave(as(holder(jun)), leave)))
    assert.equal(await endLeave(as(holder(malee)), leave), true)
    assert.equal((await tasksFor(as(holder(jun)))).total, 0)
    const { entries } = await entriesOfPerson(as(system), malee)
    assert.deepEqual(entries.map((entry) => entry.type).sort(), [
      'tasks.leave-declared',
      'tasks.leave-ended',
    ])
  })
})

test('a leave that cannot be is refused at its field, and nobody declares it for others', async () => {
  await withWork(async (as) => {
    const good = { personId: malee, standInId: jun, from: '2026-11-23', until: '2026-11-25' }
    const fieldsOf = async (change: object) => {
      const result = await declareLeave(as(holder(malee)), { ...good, ...change })
      return isRefused(result) ? Object.keys(result.fields) : result
    }
    assert.deepEqual(await fieldsOf({ from: '2026-02-30' }), ['from'])
    assert.deepEqual(await fieldsOf({ until: '' }), ['until'])
    assert.deepEqual(await fieldsOf({ until: '2026-11-22' }), ['until'])
    assert.deepEqual(await fieldsOf({ from: '2026-11-01', until: '2026-11-21' }), ['until'])
    assert.deepEqual(await fieldsOf({ standInId: malee }), ['standInId'])
    const jealous = await declareLeave(as(holder(chloe)), good)
    assert.equal(isRefused(jealous) && jealous.status, 404)
    assert.ok(
      typeof (await declareLeave(as(holder(chloe, 'administrator', au)), {
        ...good,
        organisationId: au,
      })) === 'string',
    )
    const away = await declareLeave(as(holder(jun)), {
      personId: jun,
      standInId: malee,
      from: '2026-11-25',
      until: '2026-11-30',
    })
    assert.deepEqual(isRefused(away) && Object.keys(away.fields), ['standInId'])
  })
})

test('tasks are given away by whom they wait for or by the organisation’s manager, all or none', async () => {
  await withWork(async (as) => {
    const mine = await open(as(system), { personId: malee, organisationId: au })
    const foreign = await open(as(system), { personId: malee, organisationId: pku })
    const to: Assignee = { personId: jun }
    const refused = await reassignTasks(as(holder(chloe, 'coordinator', au)), {
      ids: [mine, foreign],
      to,
    })
    assert.equal(isRefused(refused) && refused.status, 404)
    assert.equal(await reassignTasks(as(holder(chloe, 'coordinator', au)), { ids: [mine], to }), 1)
    assert.equal(await reassignTasks(as(holder(malee)), { ids: [foreign], to }), 1)
    assert.equal((await tasksFor(as(holder(jun)))).total, 1, 'the same task is not doubled')
    assert.equal((await tasksFor(as(holder(malee)))).total, 0)
  })
})

test('when a person goes, all that waits for them at the organisation is handed over', async () => {
  await withWork(async (as) => {
    for (const id of ['a', 'b', 'c'])
      await open(
        as(system),
        { personId: malee, organisationId: au },
        { object: { kind: 'case', id } },
      )
    await open(as(system), { personId: malee, organisationId: pku })
    const input = {
      personId: malee,
      organisationId: au,
      to: { role: 'evaluator', organisationId: au },
    }
    assert.ok(isRefused(await handOver(as(holder(chloe, 'coordinator', pku)), input)))
    assert.equal(await handOver(as(holder(chloe, 'administrator', au)), input), 3)
    assert.equal((await tasksFor(as(holder(jun, 'evaluator', au)))).total, 3)
    assert.equal((await tasksFor(as(holder(malee)))).total, 1)
    const { entries } = await entriesOfPerson(as(system), malee)
    assert.deepEqual(entries[0]?.data, { count: 3, toPerson: null, toRole: 'evaluator' })
  })
})

test('merged persons have each task once, and an erased one leaves nothing waiting', async () => {
  await withWork(async (as) => {
    await open(as(system), { personId: malee })
    await open(as(system), { personId: jun })
    await open(as(system), { personId: malee }, { object: { kind: 'case', id: 'two' } })
    await declareLeave(as(holder(malee)), {
      personId: malee,
      standInId: jun,
      from: '2026-11-22',
      until: '2026-11-25',
    })
    await declareLeave(as(holder(malee)), {
      personId: malee,
      standInId: chloe,
      from: '2026-11-22',
      until: '2026-11-25',
    })
    await mergePersonTasks(as(system), malee, jun)
    assert.equal((await tasksFor(as(holder(malee)))).total, 0)
    assert.equal((await tasksFor(as(holder(jun)))).total, 2)
    assert.equal((await tasksFor(as(holder(chloe)))).total, 2)
    await erasePersonTasks(as(system), jun)
    assert.equal((await tasksFor(as(holder(jun)))).total, 0)
    assert.deepEqual((await exportPersonTasks(as(system), jun))['standIns'], [])
  })
})

test('what is due in working days leaves out the weekend and the country’s holidays', () => {
  const friday = new Date('2026-12-04T20:00:00Z')
  assert.equal(
    dueInWorkingDays(friday, 1, { country: 'FR', timeZone: 'Europe/Paris' }),
    '2026-12-07',
  )
  assert.equal(
    dueInWorkingDays(friday, 1, { country: 'TH', timeZone: 'Asia/Bangkok' }),
    '2026-12-08',
  )
})

test('every text can be said in every language', () => {
  const translator = createTranslator([taskMessages.catalogue])
  for (const language of languages) {
    for (const { label } of taskEntries) {
      assert.ok(translator.for(language)(label({ count: 3 })).length > 3)
    }
  }
})

test('the day on which somebody means to do something, or is away, is a day where they live', async () => {
  await withWork(async (as, database) => {
    await database.kysely
      .insertInto('persons')
      .values({
        id: malee,
        origin: 'test',
        name: { native: null, romanised: 'Malee', order: 'given-first' } as never,
        native_key: 'malee',
        romanised_key: 'malee',
        birth_date: null,
        preferred_language: 'th',
        time_zone: 'Asia/Bangkok',
        state: 'active',
        merged_into: null,
        demonstration: false,
        registered_at: now,
      })
      .execute()
    const evening = new Date('2026-11-22T18:00:00Z')
    const me = as(holder(malee, 'evaluator', au), evening)
    const id = await open(as(system), { role: 'evaluator', organisationId: au })
    // In Bangkok it is the 23rd already.
    const today = await planTasks(me, { ids: [id], on: '2026-11-23' })
    assert.ok('refusal' in today && today.fields['on'])
    assert.deepEqual(await planTasks(me, { ids: [id], on: '2026-11-24' }), [id])
    const dueAt = async (at: string) =>
      (await duePlans(as(system, new Date(at)), { limit: 10, after: null })).length
    assert.equal(await dueAt('2026-11-23T16:00:00Z'), 0)
    assert.equal(await dueAt('2026-11-23T18:00:00Z'), 1)
    const leave = { personId: malee, standInId: jun, from: '2026-11-20', until: '2026-11-22' }
    const over = await declareLeave(me, leave)
    assert.ok(typeof over !== 'string' && over.fields['until'])
  })
})
