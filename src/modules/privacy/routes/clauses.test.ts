import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { clausesToRenew, remindOfClause } from '../service/clauses.ts'
import { basisFor } from '../service/transfers.ts'

const site = await testSite()
after(() => site.close())
const { people, organisations } = cast
const { database } = site.house
const form = '/en/privacy/clauses/new'
const typed = {
  exporter: organisations.au,
  recipient: organisations.ruc,
  kind: 'model-clauses',
  signedOn: '2026-01-15',
  validUntil: '2026-12-31',
  reference: 'Legal office, folder 12',
}

async function post(values: Record<string, string>, personId: string = people.administratorAu) {
  return site.send(
    form,
    '/en/privacy/clauses',
    { ...typed, ...values },
    await site.signInAs(personId),
  )
}

function basis() {
  return site.perform(async (work) => {
    const check = await basisFor(work, {
      purpose: 'exchange',
      exporterOrganisationId: organisations.au,
      recipientOrganisationId: organisations.ruc,
      personIds: [people.studentPloy],
      fieldGroups: ['grades'],
      method: 'file',
      destination: 'x',
    })
    return isRefused(check) ? check : check.verdict.basis
  })
}

test('a document is a basis from its entry until it is ended, and is renewed in time', async () => {
  assert.equal(await basis(), null)
  const faulty: Record<string, string>[] = [
    { kind: 'promise' },
    { signedOn: 'soon' },
    { validUntil: '2026-01-14' },
    { reference: '' },
    { recipient: organisations.au },
    { exporter: organisations.pku },
  ]
  for (const wrong of faulty) {
    const refused = await post(wrong)
    assert.equal(refused.status, 422, JSON.stringify(wrong))
    if (!('reference' in wrong)) assert.match(await refused.text(), /Legal office, folder 12/)
  }
  assert.equal((await post({})).status, 303)
  assert.equal(await basis(), 'clauses')
  const due = await site.perform((work) => clausesToRenew(work))
  assert.equal(due.length, 1)
  for (let twice = 0; twice < 2; twice += 1) {
    await site.perform((work) => remindOfClause(work, due[0]!))
  }
  const { rows } = await database.execute(
    "select id from tasks where kind = 'privacy.renew-clause' and cancelled_at is null",
  )
  assert.equal(rows.length, 1)
  const administrator = await site.signInAs(people.administratorAu)
  const inbox = await (await site.ask('/th/inbox', { cookie: administrator })).text()
  assert.match(inbox, /ต่ออายุก่อนสิ้นผล/)
  assert.doesNotMatch(inbox, /Renmin University/, 'nothing in the language of the job')
  const end = `/en/privacy/clauses/${due[0]!.id}/end`
  const other = await site.signInAs(people.coordinatorAu)
  assert.equal((await site.send('/en/privacy/transfers/new', end, {}, other)).status, 404)
  const cookie = await site.signInAs(people.administratorAu)
  assert.equal((await site.send('/en/privacy/clauses', end, {}, cookie)).status, 303)
  assert.equal(await basis(), null)
  const left = await database.execute(
    "select id from tasks where kind = 'privacy.renew-clause' and cancelled_at is null",
  )
  assert.equal(left.rows.length, 0)
})
