import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entriesOfPerson } from '#kernel/chronicle'
import { type Actor, isRefused, type Work } from '#kernel/database'
import { actorOfLink, createActLink, readActLink } from '#kernel/identity'
import {
  cancelTasks,
  completeByLink,
  completeTasks,
  countTasks,
  giveAwayByLink,
  planByLink,
  reassignTasks,
  reopenTasks,
  taskActs,
  taskOfLink,
  tasksFor,
} from './index.ts'
import { au, chloe, holder, jun, malee, now, open, system, withWork } from './tasks.fixture.ts'

const role = { role: 'evaluator', organisationId: au }
const evaluator = (personId: string) => holder(personId, 'evaluator', au)

interface Linked {
  as: (actor: Actor, at?: Date) => Work
  /** Makes a link for an act to a task in somebody's name, and gives what it takes to act by it. */
  link(
    act: keyof typeof taskActs,
    taskId: string,
    personId?: string,
  ): Promise<{ work: Work; state(): Promise<string | undefined> }>
}

test('a link ticks its task off once; other links of the task then say that it is done', async () => {
  await withLinks(async ({ as, link }) => {
    const id = await open(as(system), role)
    const [mine, again, hers] = [
      await link('complete', id),
      await link('complete', id),
      await link('complete', id, jun),
    ]
    assert.equal(await completeByLink(mine.work, evaluator(malee)), 'done')
    assert.equal((await countTasks(as(evaluator(jun)))).open, 0)
    assert.deepEqual(
      [await mine.state(), await again.state(), await hers.state()],
      ['used', 'revoked done', 'revoked done'],
    )
    assert.deepEqual(keyOf(await completeByLink(mine.work, evaluator(malee))), 'refused.moved-on')
    const seen = async (of: typeof mine, by: string) =>
      (await taskOfLink(of.work, evaluator(by)))?.doneByThem
    assert.deepEqual(
      [await seen(mine, malee), await seen(again, malee), await seen(hers, jun)],
      [true, true, false],
    )
    const { entries } = await entriesOfPerson(as(system), malee)
    const types = entries.map((entry) => entry.type)
    assert.ok(types.includes('identity.act-link-used'))
    assert.deepEqual(await reopenTasks(as(evaluator(malee)), [id]), [id], 'by the page, a day long')
  })
})

test('a link does nothing for who has lost the role, for another task, or for another act', async () => {
  await withLinks(async ({ as, link }) => {
    const id = await open(as(system), role)
    const other = await open(as(system), role, { object: { kind: 'case', id: 'two' } })
    const { work } = await link('complete', id)
    for (const principal of [
      holder(malee),
      evaluatorElsewhere(malee),
      { kind: 'public' } as const,
    ]) {
      assert.equal(keyOf(await completeByLink(work, principal)), 'refused.moved-on')
    }
    assert.equal(keyOf(await giveAwayByLink(work, evaluator(malee), role)), 'refused.moved-on')
    assert.equal(keyOf(await planByLink(work, evaluator(malee), '2026-11-25')), 'refused.moved-on')
    const plan = await link('plan', other)
    assert.equal(keyOf(await completeByLink(plan.work, evaluator(malee))), 'refused.moved-on')
    assert.equal((await countTasks(as(evaluator(malee)))).open, 2)
  })
})

test('what only its own act closes has no tick by link either', async () => {
  await withLinks(async ({ as, link }) => {
    const id = await open(as(system), role, { closesWithAct: true })
    const { work, state } = await link('complete', id)
    assert.equal(keyOf(await completeByLink(work, evaluator(malee))), 'refused.moved-on')
    assert.equal(await state(), 'open', 'what is refused uses nothing up')
  })
})

test('a task is given to a colleague by link, and its other links close', async () => {
  await withLinks(async ({ as, link }) => {
    const id = await open(as(system), { personId: malee, ...role })
    const [give, plan] = [await link('giveAway', id), await link('plan', id)]
    const to = { personId: jun, ...role }
    assert.equal(await giveAwayByLink(give.work, evaluator(malee), to), 'given')
    const [task] = (await tasksFor(as(holder(jun)))).tasks
    assert.equal(task?.id, id)
    assert.deepEqual([await give.state(), await plan.state()], ['used', 'revoked given-away'])
    assert.equal((await taskOfLink(plan.work, evaluator(malee)))?.waits, false)
    assert.equal(
      keyOf(await planByLink(plan.work, evaluator(malee), '2026-11-25')),
      'refused.moved-on',
    )
  })
})

test('a day is said by link, said again, and refused where it cannot be', async () => {
  await withLinks(async ({ as, link }) => {
    const id = await open(as(system), role)
    const { work, state } = await link('plan', id)
    assert.equal(keyOf(await planByLink(work, evaluator(malee), '2026-11-22')), 'refused.plan')
    assert.equal(await planByLink(work, evaluator(malee), '2026-11-25'), 'planned')
    assert.equal(await planByLink(work, evaluator(malee), '2026-11-26'), 'planned')
    assert.equal((await taskOfLink(work, evaluator(malee)))?.plannedOn, '2026-11-26')
    assert.equal((await countTasks(as(evaluator(malee)))).later, 1)
    assert.equal(await state(), 'open')
  })
})

test('links close when the task is done by page, cancelled, or given away by somebody else', async () => {
  await withLinks(async ({ as, link }) => {
    const ids: string[] = []
    const links: Awaited<ReturnType<typeof link>>[] = []
    for (const object of ['a', 'b', 'c']) {
      ids.push(await open(as(system), role, { object: { kind: 'case', id: object } }))
      links.push(await link('plan', ids.at(-1)!))
    }
    await completeTasks(as(evaluator(jun)), [ids[0]!])
    await cancelTasks(as(system), { object: { kind: 'case', id: 'b' } })
    await reassignTasks(as(evaluator(jun)), { ids: [ids[2]!], to: { personId: chloe, ...role } })
    const states: unknown[] = []
    for (const { state } of links) states.push(await state())
    assert.deepEqual(states, ['revoked done', 'revoked cancelled', 'revoked given-away'])
  })
})

test('of two who press at once one does it', async () => {
  await withLinks(async ({ as, link }) => {
    const id = await open(as(system), role)
    const { work } = await link('complete', id)
    const results = [
      await completeByLink(work, evaluator(malee)),
      await completeByLink(work, evaluator(malee)),
    ]
    assert.deepEqual(results.map(keyOf).toSorted(), ['done', 'refused.moved-on'])
  })
})

function keyOf(result: unknown): unknown {
  return isRefused(result) ? result.message.key : result
}

function evaluatorElsewhere(personId: string) {
  return holder(personId, 'evaluator', '01a20306-0000-7000-8000-0000000000cc')
}

async function withLinks(run: (linked: Linked) => Promise<void>): Promise<void> {
  await withWork(async (as, database) => {
    for (const id of [malee, jun, chloe]) {
      await database.execute(
        `insert into persons (id, origin, name, native_key, romanised_key, preferred_language, time_zone, state, demonstration, registered_at)
         values ($1, 'test', '{}', '', '', 'en', 'UTC', 'active', false, $2)`,
        [id, now],
      )
    }
    await run({
      as,
      async link(act, taskId, personId = malee) {
        const { token } = await createActLink(as(system), {
          action: taskActs[act],
          objectId: taskId,
          personId,
          expiresAt: new Date(now.getTime() + 86_400_000),
          maxUses: act === 'plan' ? 5 : 1,
        })
        const read = async () => (await readActLink(as(system), token))!
        return {
          work: as(actorOfLink(await read())),
          async state() {
            const { state, end } = await read()
            return end === null ? state : `${state} ${end}`
          },
        }
      },
    })
  })
}
