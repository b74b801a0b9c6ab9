import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefused } from '#kernel/database'
import { actorOfLink } from '#kernel/identity'
import { FailedPartsError } from '#kernel/jobs'
import { erasePersonMails } from '#kernel/mail'
import { completeTasks, planTasks, reassignTasks } from '#kernel/tasks'
import {
  chooseByLink,
  chooseNotices,
  countUnreadNotices,
  digestKind,
  noticesFor,
  taskOpened,
} from './index.ts'
import {
  actsOf,
  au,
  chloe,
  daily,
  evaluator,
  forEvaluators,
  linkBehind,
  malee,
  monday,
  person,
  system,
  tell,
  urgent,
  withHouse,
} from './notices.fixture.ts'

test('everybody who holds the role learns of its task once, with links for what they may do', async () => {
  await withHouse(async ({ runner, drain, letters }) => {
    const id = await forEvaluators(runner, { dueOn: '2026-12-04', leavesOut: [chloe] })
    await drain(monday)
    await drain(monday)
    const [letter, ...others] = await letters()
    assert.equal(others.length, 0, 'nobody is asked to judge their own')
    const list = letter?.content?.blocks.find((block) => block.kind === 'list')
    const [item] = list?.kind === 'list' ? list.items : []
    assert.equal(item?.message.key, 'told.opened')
    assert.equal(item?.detail?.key, 'detail.both')
    assert.doesNotMatch(JSON.stringify(letter?.content), /Ploy/, 'no name of a student in a mail')
    const links: string[] = []
    for (const { href } of actsOf(letter)) {
      const link = await linkBehind(runner, href)
      assert.deepEqual([link.objectId, link.personId, link.state], [id, malee, 'open'])
      assert.equal(link.expiresAt.toISOString(), '2026-12-11T23:59:59.000Z')
      links.push(link.action)
    }
    assert.deepEqual(links, ['tasks.task.complete', 'tasks.task.give-away', 'tasks.task.plan'])
  })
})

test('a mail about a task that only its act closes has no tick, and offers the act of its module', async () => {
  await withHouse(async ({ runner, drain, letters }) => {
    await runner.perform(person(malee), (work) => chooseNotices(work, taskOpened, 'immediate'))
    await forEvaluators(runner, {
      kind: 'test.question',
      assignee: { personId: malee },
      object: { kind: 'question', id: 'q-1' },
      closesWithAct: true,
    })
    await drain(new Date('2026-11-23T20:00:00Z'))
    const [letter] = await letters()
    const links = await Promise.all(actsOf(letter).map(({ href }) => linkBehind(runner, href)))
    assert.deepEqual(
      links.map((link) => [link.action, link.objectId === 'q-1']),
      [
        ['test.answer', true],
        ['tasks.task.plan', false],
      ],
    )
    await runner.perform(system(monday), (work) =>
      erasePersonMails(work, malee).then(() => undefined),
    )
    assert.deepEqual(await letters(), [])
  })
})

test('a colleague to whom a task is given learns of it, and who gave it away does not', async () => {
  await withHouse(async ({ runner, drain, letters }) => {
    const id = await forEvaluators(runner)
    await drain(monday)
    const before = (await letters()).length
    await runner.perform(evaluator(malee), (work) =>
      reassignTasks(work, {
        ids: [id],
        to: { role: 'evaluator', organisationId: au, personId: chloe },
      }),
    )
    await drain(new Date('2026-11-24T09:00:00Z'))
    const told = (await letters()).slice(before)
    assert.deepEqual(
      told.map((letter) => letter.to.address),
      ['chloe@paris.example'],
    )
    assert.match(JSON.stringify(told[0]?.content), /told\.given/)
  })
})

test('what is due is brought to mind once, three days before or on the day that somebody named', async () => {
  await withHouse(async ({ runner, drain }) => {
    await forEvaluators(runner, { dueOn: '2026-12-04' })
    const own = await forEvaluators(runner, {
      assignee: { personId: chloe },
      object: { kind: 'case', id: '2' },
      dueOn: '2026-12-04',
    })
    await runner.perform(person(chloe), (work) => planTasks(work, { ids: [own], on: '2026-12-02' }))
    const reminders = async (id: string) =>
      (await noticesFor(runner.reading(person(id))))
        .filter((notice) => notice.kind === 'tasks.task-due')
        .map((notice) => `${notice.message.key} ${notice.createdAt.toISOString().slice(0, 10)}`)
        .toReversed()
    for (const day of ['11-30', '12-01', '12-02', '12-03']) {
      await drain(new Date(`2026-${day}T02:00:00Z`))
      await drain(new Date(`2026-${day}T03:00:00Z`))
    }
    assert.deepEqual(await reminders(malee), ['told.due 2026-12-01'])
    assert.deepEqual(await reminders(chloe), ['told.due 2026-12-01', 'told.planned 2026-12-02'])
  })
})

test('a task that cannot be told of keeps nobody from being reminded of the others', async () => {
  const failures: unknown[] = []
  await withHouse(async ({ database, runner, drain }) => {
    const tasks: string[] = []
    for (const id of ['1', '2', '3']) {
      const assignee = { personId: id === '3' ? malee : chloe }
      const object = { kind: 'case', id }
      tasks.push(await forEvaluators(runner, { assignee, object, dueOn: `2026-12-0${id}` }))
    }
    await drain(monday)
    for (const [person_, id] of [
      [chloe, tasks[1]],
      [malee, tasks[2]],
    ] as const) {
      await runner.perform(person(person_), (work) =>
        planTasks(work, { ids: [id!], on: '2026-11-28' }),
      )
    }
    await database.execute(`update tasks set subject = '{}' where id = any($1)`, [
      [tasks[0], tasks[1]],
    ])
    await drain(new Date('2026-11-29T02:00:00Z'))
    const told = async (id: string) =>
      (await noticesFor(runner.reading(person(id))))
        .filter((notice) => notice.kind === 'tasks.task-due')
        .map((notice) => notice.message.key)
    assert.deepEqual(await told(malee), ['told.planned'])
    assert.deepEqual(await told(chloe), [])
    const failed = failures.flatMap((failure) =>
      failure instanceof FailedPartsError ? failure.failed.map(({ part }) => part) : [],
    )
    assert.deepEqual([...new Set(failed)].toSorted(), [tasks[0], tasks[1]].toSorted())
  }, failures)
})

test('a mail’s own link stops its kind, as often as it is asked, and starts it again', async () => {
  await withHouse(async ({ runner, drain, letters, mails }) => {
    await tell(runner, malee, 1, { kind: urgent })
    await drain(monday)
    const [letter] = await letters()
    const link = await linkBehind(runner, letter?.oneClickPath)
    assert.deepEqual([link.objectId, link.personId], [urgent.name, malee])
    const actor = actorOfLink(link)
    const choose = (kind = urgent, mail: 'none' | 'immediate' = 'none') =>
      runner.perform({ actor, now: monday, language: 'en' }, (work) =>
        chooseByLink(work, kind, mail),
      )
    assert.deepEqual([await choose(), await choose()], ['chosen', 'chosen'])
    assert.equal(isRefused(await choose(daily)), true, 'it stops nothing else')
    await tell(runner, malee, 1, { kind: urgent })
    await drain(monday)
    assert.equal((await mails()).length, 1)
    assert.equal(await choose(urgent, 'immediate'), 'chosen')
    await tell(runner, malee, 1, { kind: urgent })
    await drain(monday)
    assert.equal((await mails()).length, 2)
  })
})

test('who stops the summary gets none, and finds the news on the page', async () => {
  await withHouse(async ({ runner, drain, letters }) => {
    await tell(runner, malee, 1)
    await drain(monday)
    const link = await linkBehind(runner, (await letters())[0]?.oneClickPath)
    assert.equal(link.objectId, digestKind.name)
    await runner.perform({ actor: actorOfLink(link), now: monday, language: 'en' }, (work) =>
      chooseByLink(work, digestKind, 'none'),
    )
    await tell(runner, malee, 2)
    await drain(new Date('2026-11-24T02:00:00Z'))
    assert.equal((await letters()).length, 1)
    assert.equal(await countUnreadNotices(runner.reading(person(malee))), 3)
  })
})

test('a notice whose task is closed is not counted as unread', async () => {
  await withHouse(async ({ runner, drain }) => {
    const id = await forEvaluators(runner)
    await drain(new Date('2026-11-23T20:00:00Z'))
    await tell(runner, malee, 1)
    const unread = () => countUnreadNotices(runner.reading(person(malee)))
    assert.equal(await unread(), 2)
    await runner.perform(evaluator(chloe), (work) => completeTasks(work, [id]))
    assert.equal(await unread(), 1)
    const shown = await noticesFor(runner.reading(person(malee)))
    assert.deepEqual(shown.map((notice) => notice.read).toSorted(), [false, true])
  })
})
