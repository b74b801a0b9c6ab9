import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { forgetSentFormsJob } from '#kernel/http'
import { cast, cookieSet, csrfOf, formBody, testSite } from '../../../test/harness/site.ts'

const site = await testSite()
after(() => site.close())

const secretariat = await site.signInAs(cast.people.secretariat)
const form = '/en/initiatives/new'

const filled = (csrf: string, name: string) =>
  formBody({
    csrf,
    kind: 'exhibition',
    state: 'planned',
    'names.en': name,
    leadOrganisationId: cast.organisations.au,
    startsOn: '2027-01-01',
  })

async function tokenOf(page = form): Promise<string> {
  return csrfOf(await (await site.ask(page, { cookie: secretariat })).text())
}

const send = (body: URLSearchParams) =>
  site.ask('/en/initiatives', { method: 'POST', body, cookie: secretariat })

async function named(name: string): Promise<number> {
  const rows = await site.perform((work) =>
    work.read
      .selectFrom('initiatives')
      .select(sql<string>`names->>'en'`.as('name'))
      .execute(),
  )
  return rows.filter((row) => row.name === name).length
}

test('a form that goes twice is done once, and the second answer is that of the first', async () => {
  const csrf = await tokenOf()
  const first = await send(filled(csrf, 'Looms'))
  assert.equal(first.status, 303)
  const second = await send(filled(csrf, 'Looms'))
  assert.equal(second.status, 303)
  assert.equal(second.headers.get('location'), first.headers.get('location'))
  assert.equal(cookieSet(second, 'weft-flash')?.value, cookieSet(first, 'weft-flash')?.value)
  assert.equal(await named('Looms'), 1)
})

test('of two that come at once one is done', async () => {
  const csrf = await tokenOf()
  const answers = await Promise.all([1, 2, 3].map(() => send(filled(csrf, 'Dyes'))))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303],
  )
  assert.equal(new Set(answers.map(({ headers }) => headers.get('location'))).size, 1)
  assert.equal(await named('Dyes'), 1)
})

test('another content from the same page is another form, and so is the same from a fresh page', async () => {
  const csrf = await tokenOf()
  for (const name of ['Silk', 'Hemp', 'Silk']) {
    assert.equal((await send(filled(csrf, name))).status, 303)
  }
  assert.equal(await named('Hemp'), 1)
  assert.equal(await named('Silk'), 2)
  await send(filled(await tokenOf(), 'Silk'))
  assert.equal(await named('Silk'), 3)
})

test('one that was refused can be sent again, and is refused again', async () => {
  const csrf = await tokenOf()
  const refused = () => send(filled(csrf, ''))
  assert.equal((await refused()).status, 422)
  assert.equal((await refused()).status, 422)
})

test('where the first answer is not known the reader is told that it was done', async () => {
  const csrf = await tokenOf()
  await send(filled(csrf, 'Indigo'))
  await site.perform((work) =>
    work.writeUnchronicled((tx) =>
      tx.updateTable('sent_forms').set({ location: null, flash: null }).execute(),
    ),
  )
  const again = await send(filled(csrf, 'Indigo'))
  assert.equal(again.status, 303)
  assert.ok(cookieSet(again, 'weft-flash'))
  assert.equal(await named('Indigo'), 1)
})

test('what was sent is forgotten after an hour', async () => {
  await send(filled(await tokenOf(), 'Loom weights'))
  site.clock.now = new Date(site.clock.now.getTime() + 3_700_000)
  const context = {
    actor: { kind: 'system', name: 'test' },
    now: site.clock.now,
    language: 'en',
  } as const
  await forgetSentFormsJob.run({ runner: site.house.runner, context } as never, undefined as never)
  const left = await site.perform((work) =>
    work.read.selectFrom('sent_forms').select('form').execute(),
  )
  assert.deepEqual(left, [])
})
