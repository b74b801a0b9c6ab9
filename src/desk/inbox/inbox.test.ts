import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { openTask } from '#kernel/tasks'
import { cast, testSite } from '../../../test/harness/site.ts'
import { m } from '../messages/index.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people, organisations } = cast

let made = 0

/** Opens a task for the evaluators of the Thai university. */
async function task(
  dueOn: string | null = '2026-11-30',
  personId?: string,
  closesWithAct = false,
  kind = 'desk.example',
): Promise<string> {
  made += 1
  const number = String(made).padStart(12, '0')
  return site.perform((work) =>
    openTask(work, {
      kind,
      assignee: {
        ...(personId ? { personId } : {}),
        role: 'evaluator',
        organisationId: organisations.au,
      } as { role: string; organisationId: string },
      object: { kind: 'example', id: `01980000-00ff-7000-8000-${number}` },
      subject: m('journey.of', { name: `No. ${made}` }),
      href: '/journey',
      dueOn,
      closesWithAct,
    }),
  )
}

const inboxOf = async (cookie: string, query = '') =>
  (await site.ask(`/en/inbox${query}`, { cookie })).text()

describe('the inbox', () => {
  test('shows an overdue task with a word, first, and says how far off the others are', async () => {
    const late = await task('2026-11-20')
    const soon = await task('2026-11-24')
    const cookie = await site.signInAs(people.evaluatorAu)
    const html = await inboxOf(cookie)
    assert.ok(html.indexOf(late) < html.indexOf(soon))
    assert.match(html, /Overdue, 2 days ago/)
    assert.match(html, /in 2 days/)
    const thai = await (await site.ask('/th/inbox', { cookie })).text()
    assert.match(thai, /2569/, 'the Buddhist year')
    const filtered = await inboxOf(cookie, '?state=overdue')
    assert.ok(filtered.includes(late) && !filtered.includes(soon))
  })

  test('offers to narrow it to the kinds that wait, and keeps the one that is chosen', async () => {
    const me = people.registrarAu
    const cookie = await site.signInAs(me)
    const offered = async (query = '') => {
      const [, select = ''] =
        /<select[^>]*name="kind"[^>]*>(.*?)<\/select>/s.exec(await inboxOf(cookie, query)) ?? []
      return [...select.matchAll(/value="([^"]+)"/g)].map(([, value]) => value)
    }
    assert.deepEqual(await offered(), [], 'nothing waits')
    await task('2026-11-30', me, false, 'recognition.case-decision')
    await task('2026-11-30', me, false, 'recognition.evidence-check')
    assert.deepEqual((await offered()).toSorted(), [
      'recognition.case-decision',
      'recognition.evidence-check',
    ])
    assert.ok((await offered('?kind=mobility.answer')).includes('mobility.answer'))
    assert.ok((await offered('?state=done')).length > 10)
  })

  test('marks as done in bulk only what waits for the reader', async () => {
    const mine = await task()
    const others = await task('2026-11-30', people.evaluatorPku)
    const cookie = await site.signInAs(people.evaluatorAu)
    const values = { verb: 'done', keys: [mine, others, 'nonsense'] }
    const answer = await site.send('/en/inbox', '/en/inbox', values, cookie)
    assert.equal(answer.status, 303)
    assert.ok((await inboxOf(cookie, '?state=done')).includes(mine))
    const theirs = await site.signInAs(people.evaluatorPku)
    assert.ok((await inboxOf(theirs)).includes(others), 'it still waits for the other')
  })

  test('gives a task to a colleague, and to nobody who is not offered', async () => {
    const id = await task()
    const cookie = await site.signInAs(people.evaluatorAu)
    const chosen = await site.send('/en/inbox', '/en/inbox', { verb: 'reassign', keys: id }, cookie)
    const path = chosen.headers.get('location') ?? ''
    assert.equal(path, `/en/inbox/reassignment?keys=${id}`)
    const place = `registrar@${organisations.au}`
    const give = (to: string) => site.send(path, '/en/inbox/reassignment', { keys: id, to }, cookie)
    const stranger = await give(`student@${organisations.au}@${people.studentPloy}`)
    assert.equal(stranger.status, 422)
    assert.equal((await give(`${place}@${people.registrarAu}`)).status, 303)
    assert.ok(!(await inboxOf(cookie)).includes(id))
    const registrar = await site.signInAs(people.registrarAu)
    assert.ok((await inboxOf(registrar)).includes(id))
  })

  test('does not tick off what only its own act closes, and can still put it off or pass it on, many at once', async () => {
    const [act, tick] = [await task('2026-11-23', undefined, true), await task('2026-11-23')]
    const cookie = await site.signInAs(people.evaluatorAu)
    const html = await inboxOf(cookie)
    const rowOf = (id: string) => html.split(`data-row="${id}"`)[1]?.split('</tr>')[0] ?? ''
    assert.doesNotMatch(rowOf(act), /name="one"/)
    assert.match(rowOf(act), /type="checkbox"/)
    assert.match(rowOf(act), new RegExp(`/inbox/plan\\?keys=${act}`))
    assert.match(rowOf(act), new RegExp(`/inbox/reassignment\\?keys=${act}`))
    assert.match(rowOf(tick), /type="checkbox"[^>]*>/)
    const tried = await site.send('/en/inbox', '/en/inbox', { one: act }, cookie)
    assert.equal(tried.headers.get('location'), '/en/inbox')
    assert.ok((await inboxOf(cookie)).includes(`data-row="${act}"`))
    const both = { verb: 'reassign', keys: `${act},${tick}` }
    const passed = await site.send('/en/inbox', '/en/inbox', both, cookie)
    assert.match(passed.headers.get('location') ?? '', new RegExp(`keys=${act}%2C${tick}`))
  })

  test('offers to take back what was just done, and takes it back', async () => {
    const id = await task('2026-11-23')
    const cookie = await site.signInAs(people.evaluatorAu)
    const done = await site.send('/en/inbox', '/en/inbox', { one: id }, cookie)
    const after = done.headers.get('location') ?? ''
    assert.equal(after, `/en/inbox?undo=done&keys=${id}`)
    const html = await (await site.ask(after, { cookie })).text()
    assert.match(html, /1 task is done/)
    assert.match(html, /value="undo-done"/)
    await site.send(after, '/en/inbox', { verb: 'undo-done', keys: id }, cookie)
    assert.ok((await inboxOf(cookie)).includes(`data-row="${id}"`))
  })

  test('puts tasks off until a day, shows them apart, and lets that be undone', async () => {
    const id = await task('2026-12-10')
    const cookie = await site.signInAs(people.evaluatorAu)
    const form = `/en/inbox/plan?keys=${id}`
    const wrong = await site.send(form, '/en/inbox/plan', { keys: id, on: '2026-11-01' }, cookie)
    assert.equal(wrong.status, 422)
    const planned = await site.send(form, '/en/inbox/plan', { keys: id, on: '2026-11-25' }, cookie)
    assert.equal(planned.headers.get('location'), `/en/inbox?undo=planned&keys=${id}`)
    assert.ok(!(await inboxOf(cookie)).includes(`data-row="${id}"`))
    assert.match(await inboxOf(cookie, '?state=later'), /You do it by 25 Nov 2026/)
    await site.send(form, '/en/inbox', { verb: 'undo-planned', keys: id }, cookie)
    assert.ok((await inboxOf(cookie)).includes(`data-row="${id}"`))
  })

  test('takes back what was given away', async () => {
    const id = await task('2026-12-10')
    const cookie = await site.signInAs(people.evaluatorAu)
    const form = `/en/inbox/reassignment?keys=${id}`
    const to = `registrar@${organisations.au}`
    await site.send(form, '/en/inbox/reassignment', { keys: id, to }, cookie)
    assert.ok(!(await inboxOf(cookie)).includes(`data-row="${id}"`))
    await site.send('/en/inbox', '/en/inbox', { verb: 'undo-given', keys: id }, cookie)
    assert.ok((await inboxOf(cookie)).includes(`data-row="${id}"`))
  })

  test('sends the public to sign in and comes back', async () => {
    const answer = await site.ask('/fr/inbox?state=done')
    assert.equal(
      answer.headers.get('location'),
      `/fr/sign-in?next=${encodeURIComponent('/fr/inbox?state=done')}`,
    )
  })
})

describe('leave', () => {
  test('names a stand-in, who then sees the tasks, until it is ended', async () => {
    const id = await task('2026-12-01', people.registrarAu)
    const cookie = await site.signInAs(people.registrarAu)
    const values = { from: '2026-11-22', until: '2026-11-29', standInId: people.coordinatorAu }
    const wrong = await site.send(
      '/en/inbox/leave',
      '/en/inbox/leave',
      { ...values, until: '2026-11-01' },
      cookie,
    )
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /href="#field-until"/)
    const declared = await site.send('/en/inbox/leave', '/en/inbox/leave', values, cookie)
    assert.equal(declared.status, 303)
    const standIn = await site.signInAs(people.coordinatorAu)
    const html = await inboxOf(standIn)
    assert.ok(html.includes(id))
    assert.match(html, /standing in for/)
    const page = await (await site.ask('/en/inbox/leave', { cookie })).text()
    const path = /action="([^"]+\/end)"/.exec(page)?.[1] ?? ''
    assert.equal((await site.send('/en/inbox/leave', path, {}, cookie)).status, 303)
    assert.ok(!(await inboxOf(standIn)).includes(id))
  })

  test('cannot be given to a stranger', async () => {
    const cookie = await site.signInAs(people.registrarAu)
    const values = { from: '2026-11-23', until: '2026-11-29', standInId: people.evaluatorPku }
    const answer = await site.send('/en/inbox/leave', '/en/inbox/leave', values, cookie)
    assert.equal(answer.status, 422)
  })
})

describe('handover', () => {
  test('is for those who arrange the work of an organisation; to others it does not exist', async () => {
    const coordinator = await site.signInAs(people.coordinatorAu)
    assert.equal((await site.ask('/en/inbox/handover', { cookie: coordinator })).status, 200)
    for (const person of [people.studentPloy, people.evaluatorAu]) {
      const cookie = await site.signInAs(person)
      assert.equal((await site.ask('/en/inbox/handover', { cookie })).status, 404)
    }
  })

  test('moves everything that waits for somebody who goes', async () => {
    const id = await task('2026-12-01', people.academicMentorAu)
    const cookie = await site.signInAs(people.coordinatorAu)
    const answer = await site.send(
      '/en/inbox/handover',
      '/en/inbox/handover',
      {
        from: `${organisations.au}@${people.academicMentorAu}`,
        to: `evaluator@${organisations.au}@${people.evaluatorAu}`,
      },
      cookie,
    )
    assert.equal(answer.status, 303)
    const evaluator = await site.signInAs(people.evaluatorAu)
    assert.ok((await inboxOf(evaluator)).includes(id))
  })

  test('does not reach into another organisation', async () => {
    const cookie = await site.signInAs(people.coordinatorAu)
    const answer = await site.send(
      '/en/inbox/handover',
      '/en/inbox/handover',
      {
        from: `${organisations.pku}@${people.evaluatorPku}`,
        to: `evaluator@${organisations.au}@${people.evaluatorAu}`,
      },
      cookie,
    )
    assert.equal(answer.status, 404)
  })
})
