import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { countUnreadNotices, notify, noticesFor, taskOpened } from '#kernel/notices'
import { cast, testSite } from '../../../test/harness/site.ts'
import { m } from '../messages/index.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people } = cast
const path = '/en/inbox/notices'

async function tell(name: string, personId: string = people.registrarAu): Promise<string> {
  return site.perform((work) =>
    notify(work, {
      personId,
      kind: taskOpened,
      message: m('journey.of', { name }),
      href: '/journey',
    }),
  )
}

const reading = (personId: string) =>
  site.house.runner.reading({
    actor: { kind: 'person', personId, grants: [] },
    now: site.clock.now,
    language: 'en',
  })
const unread = () => countUnreadNotices(reading(people.registrarAu))

describe('the notices of the inbox', () => {
  test('are marked as read one by one, chosen or all, and that is taken back', async () => {
    const [one, two] = [await tell('One'), await tell('Two'), await tell('Three')]
    const cookie = await site.signInAs(people.registrarAu)
    const html = await (await site.ask(path, { cookie })).text()
    assert.match(html, /3 notices are new/)
    assert.equal(await unread(), 3, 'a look marks nothing')
    const marked = await site.send(path, path, { one }, cookie)
    assert.equal(marked.headers.get('location'), `${path}?read=${one}`)
    assert.equal(await unread(), 2)
    await site.send(path, path, { verb: 'read', keys: [two, 'nonsense'] }, cookie)
    assert.equal(await unread(), 1)
    assert.equal((await site.send(path, path, { verb: 'all' }, cookie)).status, 303)
    assert.equal(await unread(), 0)
    await site.send(path, path, { verb: 'unread', keys: `${one},${two}` }, cookie)
    assert.equal(await unread(), 2)
    const only = await (await site.ask(`${path}?show=unread`, { cookie })).text()
    assert.ok(only.includes('One') && !only.includes('Three'))
  })

  test('are marked on the way to where they lead', async () => {
    const id = await tell('Four')
    const cookie = await site.signInAs(people.registrarAu)
    const opened = await site.send(path, path, { open: id }, cookie)
    assert.equal(opened.headers.get('location'), '/en/journey')
    const [notice] = await noticesFor(reading(people.registrarAu), { ids: [id] })
    assert.equal(notice?.read, true)
  })

  test('of others are neither shown nor marked', async () => {
    const theirs = await tell('Theirs', people.coordinatorAu)
    const cookie = await site.signInAs(people.registrarAu)
    await site.send(path, path, { keys: theirs }, cookie)
    assert.equal(
      (await site.send(path, path, { open: theirs }, cookie)).headers.get('location'),
      path,
    )
    const [notice] = await noticesFor(reading(people.coordinatorAu), { ids: [theirs] })
    assert.equal(notice?.read, false)
  })
})
