// The links of letters: who may do what by one, and that it opens nothing else.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createActLink, hashOf } from '#kernel/identity'
import { taskActs, tasksFor } from '#kernel/tasks'
import { formToken } from '../../src/kernel/http/security.ts'
import { type MatrixSite, openMatrixSite } from './fixture.ts'
import { oracleOf } from './oracle.ts'
import { nothing, type What } from './people.ts'
import { type Viewer, viewers } from './viewers.ts'
import { makeWorld, type World } from './world.ts'

const start = new Date('2026-11-22T03:00:00Z')
let matrix: MatrixSite
let world: World
/** The task of each case that waits for a decision, by the case. */
const taskOf = new Map<string, string>()

before(async () => {
  matrix = await openMatrixSite(start)
  world = await makeWorld(matrix.site, start)
  const { rows } = await matrix.database.execute(
    "select id, object_id from tasks where kind = 'recognition.case-decision' and done_at is null and cancelled_at is null",
  )
  for (const row of rows) taskOf.set(String(row['object_id']), String(row['id']))
})
after(() => matrix?.close())

const people = viewers.filter((viewer) => viewer.who.person !== null)
/** Whoever may decide the case is asked to; nobody else is. */
const isAsked = (viewer: Viewer, what: What) =>
  oracleOf('recognition.case.decide')(viewer.who, what)
const openCases = (): What[] =>
  world.cases
    .filter(({ state }) => state === 'open')
    .map(({ id, organisation, programme, person, state }) => ({
      ...nothing,
      id,
      organisation,
      programme,
      person,
      state,
    }))

/**
 * What waits for roles in the world of the matrix, whose open cases were all typed by one evaluator: a check leaves out
 * whoever typed and whose transcript it is.
 */
const waitingFor: Record<string, (viewer: Viewer, what: What) => boolean> = {
  'recognition.case-decision': isAsked,
  'recognition.transcript-check': (viewer, what) => {
    const creator = viewers.find(({ label }) => label === 'evaluator here')!.who.person
    const check = oracleOf('recognition.transcript-check.make')
    return check(viewer.who, { ...what, creator })
  },
}

test('a role’s tasks wait for those who may do them: in the list, in the number, and for nobody else', async () => {
  const wrong: string[] = []
  for (const viewer of people) {
    const actor = await matrix.site.services.notices.actorOf(
      matrix.database.kysely,
      viewer.who.person!,
      start,
    )
    const work = matrix.site.services.runner.reading({ actor, now: start, language: 'en' })
    const { tasks, counts } = await tasksFor(work, { limit: 1000 })
    if (counts.open !== tasks.length) {
      wrong.push(`${viewer.label}: ${tasks.length} listed, ${counts.open} counted`)
    }
    for (const [kind, mayDo] of Object.entries(waitingFor)) {
      const listed = tasks.filter((task) => task.kind === kind).map((task) => task.object.id)
      const expected = openCases()
        .filter((what) => mayDo(viewer, what))
        .map(({ id }) => id)
      if (JSON.stringify(listed.toSorted()) !== JSON.stringify(expected.toSorted())) {
        wrong.push(`${viewer.label}: ${listed.length} of ${kind}, not ${expected.length}`)
      }
    }
  }
  assert.deepEqual(wrong, [])
})

test('a link acts for its person as long as the task waits for them, and never beyond its one act', async (t) => {
  const wrong: string[] = []
  let cells = 0
  for (const viewer of people) {
    for (const what of openCases()) {
      const task = taskOf.get(what.id)!
      const asked = isAsked(viewer, what)
      // A decision has no tick: its link, if somebody made one, says that it must be opened.
      const expected = { plan: asked, giveAway: asked, complete: false }
      for (const [act, mayAct] of Object.entries(expected)) {
        cells += 1
        const path = await pathOf(taskActs[act as 'plan'], task, viewer.who.person!)
        const opens = await hasForm(path)
        const label = `${viewer.label}: ${act} of ${what.id}`
        if (act !== 'complete' && opens !== mayAct) wrong.push(`${label} opens: ${opens}`)
        if (mayAct) continue
        await post(path, { on: '2026-11-25', to: viewer.who.person! })
        if (await isTouched(task)) wrong.push(`${label} changed the task`)
      }
    }
  }
  t.diagnostic(`${cells} links`)
  assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} links do what they must not`)
})

test('a link that is expired, revoked, used up or for another object opens no form and does nothing', async () => {
  const evaluator = viewers.find(({ label }) => label === 'evaluator here')!.who.person!
  const what = openCases().find((each) =>
    oracleOf('recognition.case.decide')(viewerOf(evaluator).who, each),
  )!
  const task = taskOf.get(what.id)!
  const another = '01990000-00ff-7000-8000-0000000000ff'
  const paths = {
    expired: await pathOf(taskActs.plan, task, evaluator, -1),
    'another object': await pathOf(taskActs.plan, another, evaluator),
    'another act': await pathOf('another.action', task, evaluator),
    revoked: await pathOf(taskActs.plan, task, evaluator),
    used: await pathOf(taskActs.plan, task, evaluator),
  }
  await alter("revoked_at = created_at, revoked_reason = 'withdrawn'", paths.revoked)
  await alter('used_count = max_uses, last_used_at = created_at', paths.used)
  for (const [label, path] of Object.entries(paths)) {
    assert.equal(await hasForm(path), false, label)
    await post(path, { on: '2026-11-25' })
    assert.equal(await isTouched(task), false, label)
  }
  const good = await pathOf(taskActs.plan, task, evaluator)
  assert.equal(await hasForm(good), true)
  await post(good, { on: '2026-11-25' })
  assert.equal(await isTouched(task), true, 'the one that is right does it')
})

const viewerOf = (person: string) => viewers.find((viewer) => viewer.who.person === person)!

async function pathOf(
  action: string,
  objectId: string,
  personId: string,
  hours = 24,
): Promise<string> {
  const context = { actor: { kind: 'system', name: 'matrix' }, now: start, language: 'en' } as const
  const { token } = await matrix.site.services.runner.perform(context, (work) =>
    createActLink(work, {
      action,
      objectId,
      personId,
      expiresAt: new Date(start.getTime() + hours * 3_600_000),
      maxUses: 1,
    }),
  )
  return `/en/act/${token}`
}

async function hasForm(path: string): Promise<boolean> {
  const response = await matrix.ask(path)
  return response.status === 200 && (await response.text()).includes(`action="${path}"`)
}

async function post(path: string, fields: Record<string, string>): Promise<void> {
  const csrf = formToken(matrix.site.house.secret, null, start)
  await matrix.ask(path, {
    method: 'POST',
    headers: {
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ ...fields, csrf }).toString(),
  })
}

/** Whether somebody did, gave away or planned the task. */
async function isTouched(task: string): Promise<boolean> {
  const { rows } = await matrix.database.execute(
    `select 1 from tasks where id = $1 and (done_at is not null or moved_at is not null
       or exists (select 1 from task_plans p where p.task_id = tasks.id))`,
    [task],
  )
  return rows.length > 0
}

/** Brings a link into a state, by the page that it opens. */
async function alter(change: string, path: string): Promise<void> {
  await matrix.database.execute(`update single_act_links set ${change} where token_hash = $1`, [
    hashOf(path.split('/').at(-1)!),
  ])
}
