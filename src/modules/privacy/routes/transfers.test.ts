import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { readTable, allRows } from '#kernel/files'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { recordOutbound, recordTransfer } from '../service/transfers.ts'

const site = await testSite()
after(() => site.close())
const { people, organisations } = cast
const { database } = site.house

const form = '/en/privacy/transfers/new'
const typed = {
  exporter: organisations.au,
  recipient: organisations.pku,
  purpose: 'exchange',
  method: 'file',
  groups: ['identity', 'grades'],
  destination: 'Exchange office',
  contact: 'exchange-office@pku.example',
  months: '24',
}

async function addressOf(personId: string): Promise<string> {
  const { rows } = await database.execute(
    'select address from person_emails where person_id = $1 limit 1',
    [personId],
  )
  return String(rows[0]!['address'])
}

async function post(
  answer: string,
  values: Record<string, string | string[]>,
  personId: string = people.coordinatorAu,
) {
  const cookie = await site.signInAs(personId)
  return site.send(form, '/en/privacy/transfers', { ...typed, answer, ...values }, cookie)
}

async function countOf(table: string): Promise<number> {
  const { rows } = await database.execute(`select count(*)::int as count from ${table}`)
  return Number(rows[0]!['count'])
}

describe('a hand-over', () => {
  test('is checked, entered on the consent that was given, and seen by whom it is about', async () => {
    const thanawat = await addressOf(people.studentThanawat)
    const checked = await post('check', { people: thanawat })
    assert.equal(checked.status, 200)
    assert.match(await checked.text(), /It may go[\s\S]*PDPA s\. 28\(2\)/)
    const before = await countOf('transfers')
    assert.equal((await post('record', { people: thanawat })).status, 303)
    assert.equal(await countOf('transfers'), before + 1)
    const cookie = await site.signInAs(people.studentThanawat)
    const mine = await (await site.ask('/en/account/data', { cookie })).text()
    assert.match(
      mine,
      /Where your data went[\s\S]*Peking University[\s\S]*Consent \(PDPA s\. 28\(2\)\)/,
    )
    assert.match(mine, /About you alone/)
  })

  test('is refused without consent, keeps what was typed, names whom, and asks them once', async () => {
    const lines = `${await addressOf(people.studentThanawat)}\n${await addressOf(people.studentPloy)}`
    const before = await countOf('transfers')
    const refused = await post('record', { people: lines })
    assert.equal(refused.status, 409)
    const html = await refused.text()
    assert.match(html, /1 person has not consented/)
    assert.match(html, /Exchange office/)
    assert.match(html, /Without consent to all of it/)
    assert.equal(await countOf('transfers'), before)
    assert.equal((await post('ask', { people: lines })).status, 303)
    const asked = () => countOf('consent_requests')
    const known = await asked()
    await site.jobs.drain(site.clock.now)
    assert.equal(await asked(), known + 1, 'asked by a job, however many they are')
    const { rows } = await database.execute(
      'select asked_by from consent_requests where person_id = $1',
      [people.studentPloy],
    )
    assert.deepEqual(rows, [{ asked_by: people.coordinatorAu }])
    await post('ask', { people: lines })
    await site.jobs.drain(site.clock.now)
    assert.equal(
      Number(
        (
          await database.execute(
            'select count(*)::int as n from consent_requests where person_id = $1',
            [people.studentPloy],
          )
        ).rows[0]!['n'],
      ),
      1,
    )
  })

  test('stops in the middle when a consent is taken back: the next one is refused, nothing is lost', async () => {
    const transfer = {
      purpose: 'exchange',
      exporterOrganisationId: organisations.au,
      recipientOrganisationId: organisations.pku,
      personIds: [people.studentThanawat],
      fieldGroups: ['studies'],
      method: 'network',
      destination: 'x',
      node: 'test',
    } as const
    const first = await site.perform((work) => recordTransfer(work, transfer))
    assert.ok(!isRefused(first))
    const { rows } = await database.execute(
      `select c.id, c.request_id from consents c join consent_requests r on r.id = c.request_id
       where r.person_id = $1 and c.field_group = 'studies' and c.state = 'given'`,
      [people.studentThanawat],
    )
    const path = `/en/account/consents/${String(rows[0]!['request_id'])}/rows/${String(rows[0]!['id'])}/withdrawal`
    const cookie = await site.signInAs(people.studentThanawat)
    assert.equal((await site.send(path, path, {}, cookie)).status, 303)
    const before = await countOf('transfers')
    const second = await site.perform((work) => recordTransfer(work, transfer))
    assert.ok(isRefused(second))
    assert.equal(second.message.key, 'refusal.transfer-consent')
    assert.equal(await countOf('transfers'), before)
    const other = await site.perform((work) =>
      recordTransfer(work, { ...transfer, fieldGroups: ['grades'] }),
    )
    assert.ok(!isRefused(other), 'what was not taken back still goes')
  })

  test('of somebody of another organisation, or for another organisation, is not entered', async () => {
    const park = await addressOf(people.studentPark)
    const unknown = await post('check', { people: park })
    assert.equal(unknown.status, 422)
    assert.match(await unknown.text(), /Not known at this organisation/)
    const foreign = await post('check', { people: park, exporter: organisations.saebyeok })
    assert.equal(foreign.status, 422)
  })
})

describe('what leaves over the network', () => {
  const payload = {
    purpose: 'exchange',
    exporterOrganisationId: organisations.saebyeok,
    recipientOrganisationId: organisations.rhone,
    fieldGroups: ['identity'],
    personIds: [people.studentPark],
    url: 'https://rhone.example/ewp',
  }

  test('stands in the ledger before it is sent, and without a basis is not sent', async () => {
    const sent = await site.perform((work) => recordOutbound(work, payload, 'test'))
    assert.deepEqual(!isRefused(sent) && sent.basis, 'adequacy')
    const { rows } = await database.execute(
      "select destination, method, country_from, country_to from transfers where destination = 'rhone.example'",
    )
    assert.deepEqual(rows, [
      { destination: 'rhone.example', method: 'network', country_from: 'KR', country_to: 'FR' },
    ])
    for (const wrong of [
      { recipientOrganisationId: organisations.au },
      { fieldGroups: ['identity', 'dreams'] },
      { purpose: 'sale' },
      { personIds: [] },
      { exporterOrganisationId: 'nobody' },
    ]) {
      const refused = await site.perform((work) =>
        recordOutbound(work, { ...payload, ...wrong }, 'test'),
      )
      assert.ok(isRefused(refused), JSON.stringify(wrong))
    }
  })

  test('is refused by the client itself, which asks the register', async () => {
    const answer = await site.services.outbound.fetch('https://au.example/', {
      method: 'POST',
      body: '{}',
      personal: { ...payload, recipientOrganisationId: organisations.au },
    })
    assert.equal(!answer.ok && answer.fault, 'no-basis')
  })
})

describe('the ledger', () => {
  test('is narrowed and downloaded, by each organisation for itself, and never changed', async () => {
    const cookie = await site.signInAs(people.coordinatorSaebyeok)
    const html = await (await site.ask('/en/privacy/transfers', { cookie })).text()
    assert.match(html, /Equivalent protection/)
    assert.doesNotMatch(html, /PDPA s\. 28/, 'nothing of another organisation')
    const none = await (await site.ask('/en/privacy/transfers?basis=transit', { cookie })).text()
    assert.match(none, /Nothing fits this filter/)
    const file = await site.ask('/en/privacy/transfers/table', { cookie })
    const table = await readTable(new Uint8Array(await file.arrayBuffer()), { name: 'a.xlsx' })
    assert.ok(!isRefused(table))
    const rows = await allRows(table)
    assert.ok(!isRefused(rows))
    assert.ok(rows.some((row) => JSON.stringify(row).includes('PIPA 28-8(1)5')))
    await assert.rejects(database.execute('update transfers set year = 1999'), /append-only/)
    await assert.rejects(database.execute('delete from transfer_persons'), /append-only/)
  })

  test('shows the secretariat the people of the year by who hands over', async () => {
    const secretariat = await site.signInAs(people.secretariat)
    const wide = await site.ask('/en/privacy/transfers', { cookie: secretariat })
    assert.match(await wide.text(), /People in 2026/)
  })
})
