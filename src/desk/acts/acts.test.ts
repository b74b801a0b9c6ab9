import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { createActLink } from '#kernel/identity'
import { noticeChoices, stopAction, taskOpened } from '#kernel/notices'
import { completeTasksOf, openTask, type OpenTask, taskActs, tasksFor } from '#kernel/tasks'
import { languages } from '#kernel/values'
import { cast, csrfOf, testSite } from '../../../test/harness/site.ts'
import { m } from '../messages/index.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people, organisations } = cast
const evaluators = { role: 'evaluator', organisationId: organisations.au }
let made = 0

const objectOf = (number: number) => `01980000-00fe-7000-8000-${String(number).padStart(12, '0')}`

/** A task of the Thai university's evaluators, or of one of them. */
async function task(rest: Partial<OpenTask> = {}): Promise<string> {
  made += 1
  const id = objectOf(made)
  return site.perform((work) =>
    openTask(work, {
      kind: 'desk.example',
      assignee: evaluators,
      object: { kind: 'example', id },
      subject: m('journey.of', { name: `No. ${made}` }),
      href: '/journey',
      dueOn: '2026-12-04',
      ...rest,
    }),
  )
}

/** The page of a new link, with its language. */
async function link(
  action: string,
  objectId: string,
  rest: { personId?: string | null; hours?: number; maxUses?: number } = {},
): Promise<string> {
  const { personId = people.evaluatorAu, hours = 24, maxUses = 1 } = rest
  const { token } = await site.perform((work) =>
    createActLink(work, {
      action,
      objectId,
      personId,
      expiresAt: new Date(work.now.getTime() + hours * 3_600_000),
      maxUses,
    }),
  )
  return action === stopAction ? `/en/unsubscribe/${token}` : `/en/act/${token}`
}

const waiting = async (personId: string) => {
  const actor = await site.services.notices.actorOf(
    site.house.database.kysely,
    personId,
    site.clock.now,
  )
  const work = site.house.runner.reading({ actor, now: site.clock.now, language: 'en' })
  return (await tasksFor(work, { limit: 500 })).tasks.map((each) => each.id)
}
const textOf = async (path: string) => (await site.ask(path)).text()

describe('the page of a single-act link', () => {
  test('does in one press what it says, without a sign-in or a cookie, and then says so', async () => {
    const id = await task()
    const path = await link(taskActs.complete, id)
    for (let scan = 0; scan < 3; scan += 1) {
      const seen = await site.ask(path)
      assert.equal(seen.status, 200)
      assert.equal(seen.headers.get('referrer-policy'), 'same-origin', 'no other site learns it')
      assert.equal(seen.headers.get('x-robots-tag'), 'noindex, nofollow')
      assert.ok(!seen.headers.getSetCookie().some((cookie) => cookie.startsWith('weft=')))
    }
    assert.ok((await waiting(people.evaluatorAu)).includes(id), 'scanners of mail change nothing')
    const answer = await site.send(path, path, {})
    assert.equal(answer.headers.get('location'), `${path}?done`)
    assert.ok(!(await waiting(people.evaluatorAu)).includes(id))
    assert.match(await textOf(`${path}?done`), /You marked this as done on/)
    const again = await site.send(await link(taskActs.complete, await task()), path, {})
    assert.equal(again.status, 200, 'the same form sent twice says the same')
    assert.match(await again.text(), /You marked this as done on/)
  })

  test('acts for a browser inside a chat program that keeps no cookie and names no origin', async () => {
    const id = await task()
    const path = await link(taskActs.complete, id)
    const answer = await site.http.request(new URL(path, 'http://localhost:8040').href, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: 'null', 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    })
    assert.equal(answer.status, 303)
    assert.ok(!(await waiting(people.evaluatorAu)).includes(id))
  })

  test('says kindly that somebody else was quicker, that it is not needed, that its time is over', async () => {
    const [done, late] = [await task(), await task()]
    const paths = [
      await link(taskActs.plan, done),
      await link(taskActs.plan, '01980000-00fe-7000-8000-0000000000ff'),
      await link(taskActs.plan, late, { hours: -1 }),
    ]
    await site.perform((work) =>
      completeTasksOf(work, { object: { kind: 'example', id: objectOf(made - 1) } }),
    )
    const said = []
    for (const path of paths) {
      const answer = await site.ask(path)
      assert.equal(answer.status, 410)
      const html = await answer.text()
      assert.ok(!/<form[^>]*action="[^"]*\/act\//.test(html))
      said.push(/<h1[^>]*>([^<]+)/.exec(html)?.[1])
    }
    assert.deepEqual(said, [
      'It is done already',
      'It is no longer needed',
      'The time of this link is over',
    ])
  })

  test('counts for nobody who has lost the role, and never for who is signed in beside it', async () => {
    const id = await task()
    const lost = await link(taskActs.complete, id, { personId: people.registrarAu })
    assert.equal((await site.ask(lost)).status, 410)
    const path = await link(taskActs.complete, id)
    const cookie = await site.signInAs(people.studentPloy)
    const html = await (await site.ask(path, { cookie })).text()
    assert.match(html, /Prasert/)
    const body = new URLSearchParams({ csrf: csrfOf(html) })
    const answer = await site.ask(path, { method: 'POST', cookie, body })
    assert.equal(answer.status, 303)
    assert.ok(!(await waiting(people.evaluatorAu)).includes(id))
  })

  test('gives a task to those who can do it and to nobody else, everything chosen still there', async () => {
    const id = await task({ assignee: { personId: people.evaluatorAu, ...evaluators } })
    const path = await link(taskActs.giveAway, id)
    const html = await textOf(path)
    assert.match(html, /value="role"/)
    assert.doesNotMatch(html, new RegExp(people.studentPloy))
    for (const to of ['', people.studentPloy, people.evaluatorAu, 'nonsense']) {
      const refused = await site.send(path, path, { to })
      assert.equal(refused.status, 422)
      assert.match(await refused.text(), /Choose somebody from the list/)
    }
    assert.equal((await site.send(path, path, { to: 'office' })).status, 303)
    assert.ok((await waiting(people.coordinatorAu)).includes(id))
    assert.match(await textOf(`${path}?done`), /Your colleague is being told/)
  })

  test('notes a day, and says it again; a wrong day is named at its field', async () => {
    const id = await task()
    const path = await link(taskActs.plan, id, { maxUses: 5 })
    const wrong = await site.send(path, path, { on: '2026-11-01' })
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /href="#field-on"/)
    assert.equal((await site.send(path, path, { on: '2026-11-25' })).status, 303)
    assert.match(await textOf(`${path}?done`), /You do it by 25 November 2026/)
    assert.equal((await site.send(path, path, { on: '2026-11-25', day: '2026-11-27' })).status, 303)
    assert.match(await textOf(path), /So far you have said: 27 November 2026/)
  })

  test('takes files only where its act takes some, and nothing of the kind for an address that is none', async () => {
    const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n'
    const body = `${head}${'x'.repeat(1_500_000)}\r\n--b--\r\n`
    const headers = { 'content-type': 'multipart/form-data; boundary=b' }
    const sent = async (path: string) =>
      (await site.ask(path, { method: 'POST', headers, body })).status
    assert.equal(await sent(await link('recognition.evidence.answer', objectOf(9999))), 410)
    assert.equal(await sent(await link(taskActs.complete, await task())), 413)
    assert.equal(await sent(`/en/act/${'A'.repeat(43)}`), 413)
  })

  test('is explained where it is faulty or of no known act, in every language', async () => {
    const odd = await link('desk.nothing', 'x')
    for (const path of [odd, '/en/act/x', `/en/act/${'A'.repeat(43)}`]) {
      const answer = await site.ask(path)
      assert.equal(answer.status, 410)
      assert.match(await answer.text(), /This link is closed/)
    }
    const id = await task()
    const path = await link(taskActs.plan, id)
    for (const language of languages) {
      const answer = await site.ask(path.replace('/en/', `/${language}/`))
      assert.equal(answer.status, 200)
      assert.match(await answer.text(), new RegExp(`<html[^>]* lang="${language}`))
    }
  })
})

describe('one click that stops a kind of mail', () => {
  const oneClick = (path: string) =>
    site.http.request(new URL(path, 'http://localhost:8040').href, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin: 'https://mail.example',
        'sec-fetch-site': 'cross-site',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'List-Unsubscribe=One-Click',
    })
  const way = async () => {
    const actor = { kind: 'person', personId: people.evaluatorAu, grants: [] } as const
    const work = site.house.runner.reading({ actor, now: site.clock.now, language: 'en' })
    return (await noticeChoices(work, [taskOpened]))[0]?.mail
  }

  test('needs no cookie, no form and no page, is answered without a redirect, and may be repeated', async () => {
    const path = await link(stopAction, taskOpened.name, { maxUses: 1000 })
    await site.ask(path)
    assert.equal(await way(), 'daily', 'a GET changes nothing')
    for (let times = 0; times < 2; times += 1) {
      const answer = await oneClick(path)
      assert.equal(answer.status, 200)
      assert.equal(await way(), 'none')
    }
  })

  test('is taken back on its page', async () => {
    const path = await link(stopAction, taskOpened.name, { maxUses: 1000 })
    const html = await textOf(path)
    assert.match(html, /Stopped: New tasks/)
    assert.equal((await site.send(path, path, { again: 'daily' })).status, 200)
    assert.equal(await way(), 'daily')
  })

  test('is said to be over where it is, and does no other act', async () => {
    const late = await link(stopAction, taskOpened.name, { hours: -1 })
    assert.equal((await oneClick(late)).status, 410)
    const other = await link(taskActs.complete, await task())
    assert.equal((await oneClick(other.replace('/act/', '/unsubscribe/'))).status, 410)
  })
})
