import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { languages, urlSegment } from '#kernel/values'
import { cast, formBody, type FormValues, csrfOf, testSite } from '../../../../test/harness/site.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people, organisations } = cast
const { database } = site.house
const form = '/en/privacy/breaches/new'
const administrator = await site.signInAs(people.administratorAu)

const typed: FormValues = {
  organisation: organisations.au,
  title: 'Mail with grades to a wrong list',
  words: 'A list of 12 results went to forty addresses outside.',
  knownOn: '2026-11-21',
  knownAt: '10:30',
  'countries[]': ['TH', 'KR', 'FR', ''],
  'groups[]': ['grades', 'identity'],
  persons: '12',
  risk: 'risk',
  measures: 'The recipients were asked to delete it.',
}

async function post(path: string, values: FormValues, from = path, cookie = administrator) {
  const csrf = csrfOf(await (await site.ask(from, { cookie })).text())
  return site.ask(path, { method: 'POST', cookie, body: formBody({ csrf, ...values }) })
}

async function enter(values: FormValues = {}): Promise<string> {
  const made = await post('/en/privacy/breaches', { ...typed, ...values }, form)
  assert.equal(made.status, 303, await made.text())
  return made.headers.get('location')!
}

async function page(path: string, cookie = administrator): Promise<string> {
  const answer = await site.ask(path, { cookie })
  assert.equal(answer.status, 200, path)
  return answer.text()
}

test('a breach starts the clocks of the laws of its people, is told of once each, and then closed', async () => {
  const path = await enter()
  const html = await page(path)
  for (const article of ['PDPA s. 37(4)', 'PIPA Art. 34(1)', 'GDPR Art. 33(1)']) {
    assert(html.includes(article), article)
  }
  assert(!html.includes('GDPR Art. 34(1)'), 'the risk is not high')
  const { rows } = await database.execute(
    "select due_on from tasks where kind = 'privacy.breach' and done_at is null",
  )
  assert.equal(rows.length, 1)
  assert.equal((await post(`${path}/closing`, { outcome: 'Done' }, path)).status, 409)
  const told = { law: 'PDPA', addressee: 'authority', reference: 'No. 12/2569' }
  assert.equal((await post(`${path}/told`, { ...told, reference: '' }, path)).status, 422)
  const both = await Promise.all([
    post(`${path}/told`, told, path),
    post(`${path}/told`, told, path),
  ])
  assert.deepEqual(both.map(({ status }) => status).toSorted(), [303, 409], 'in two tabs')
  for (const [law, addressee] of [
    ['PIPA', 'persons'],
    ['GDPR', 'authority'],
  ]) {
    const sent = { law: law!, addressee: addressee!, reference: 'By mail' }
    assert.equal((await post(`${path}/told`, sent, path)).status, 303)
  }
  assert.equal((await post(`${path}/closing`, { outcome: '' }, path)).status, 422)
  assert.equal((await post(`${path}/closing`, { outcome: 'Deleted by all' }, path)).status, 303)
  assert.match(await page(path), /Deleted by all/)
  assert.equal((await post(`${path}/closing`, { outcome: 'Again' }, path)).status, 409)
  const report = await site.ask(`${path}/report`, { cookie: administrator })
  assert.equal(report.headers.get('content-type'), 'application/pdf')
})

test('what is missing is said where it is typed, and nothing typed is lost', async () => {
  const faulty: FormValues[] = [
    { title: '' },
    { words: '' },
    { knownAt: '25:00' },
    { knownOn: '2026-12-24' },
    { 'countries[]': [''] },
    { 'groups[]': [] },
    { persons: 'many' },
    { risk: '' },
    { organisation: organisations.pku },
  ]
  for (const wrong of faulty) {
    const refused = await post('/en/privacy/breaches', { ...typed, ...wrong }, form)
    assert.equal(refused.status, 422, JSON.stringify(wrong))
    assert.match(await refused.text(), /asked to delete it/)
  }
})

test('of another organisation nothing is seen; the register costs as much with three as with one', async () => {
  const path = await enter({ risk: 'none', 'countries[]': ['TH'] })
  assert.match(await page(path), /none asks for anybody to be told/)
  const coordinator = await site.signInAs(people.coordinatorAu)
  assert.equal((await site.ask(path, { cookie: coordinator })).status, 404)
  const count = async () => {
    const before = database.queryCount()
    await page('/en/privacy/breaches')
    return database.queryCount() - before
  }
  const one = await count()
  await enter()
  await enter()
  assert.equal(await count(), one)
  const workbook = await site.ask('/en/privacy/breaches/table', { cookie: administrator })
  assert.match(workbook.headers.get('content-type') ?? '', /spreadsheetml/)
  for (const language of languages.map(urlSegment)) {
    await page(path.replace('/en/', `/${language}/`))
    await page(`/${language}/privacy/breaches`)
    await page(`/${language}/privacy/breaches/new`)
  }
})
