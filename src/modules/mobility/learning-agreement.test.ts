// A learning agreement from the first course to three signatures and a change, through the pages.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { documentRefused, documentSigned, documentWithdrawn } from '#modules/signing'
import { cast, testSite } from '../../../test/harness/site.ts'
import { seededStays } from './seed.ts'
import { followDocument } from './service/following.ts'
import { agreementSubject } from './service/send-agreement.ts'

const site = await testSite({ seed: ['alliance', 'agreements', 'recognition', 'mobility'] })
after(() => site.close())
const { people } = cast
const { database } = site.house
const stay = seededStays.ploy
const path = `/en/mobility/${stay}/agreement`

async function page(at: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(at, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, at)
  return answer.text()
}

async function post(name: string, values: Record<string, string>, personId: string) {
  const basedOn = await draftNumber()
  return site.send(path, `${path}/${name}`, { basedOn, ...values }, await site.signInAs(personId))
}

async function draftNumber(): Promise<string> {
  const row = await one('select draft_number from learning_agreements where mobility_id = $1')
  return String(row?.['draft_number'] ?? 0)
}

async function one(sql: string): Promise<Record<string, unknown> | undefined> {
  return (await database.execute(sql, [stay])).rows[0]
}

/** Signs as whoever is asked now, on the page of signing. */
async function sign(personId: string): Promise<void> {
  const { rows } = await database.execute(
    `select s.id from signing_steps s join learning_agreements a on a.document_id = s.document_id
      where a.mobility_id = $1 and s.state = 'asked'`,
    [stay],
  )
  const step = `/en/signing/steps/${String(rows[0]!['id'])}`
  const html = await page(step, personId)
  const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(html)![1]!
  const confirm = /name="(confirm[\w-]*)"/.exec(html)?.[1]
  const done = await site.send(
    step,
    `${step}/signature`,
    { sha256, ...(confirm ? { [confirm]: 'yes' } : {}) },
    await site.signInAs(personId),
  )
  assert.equal(done.status, 303, await done.text())
  await site.chronicle.drain()
}

describe('a learning agreement', () => {
  test('shows what would be recognised and why while courses are chosen', async () => {
    await database.execute('delete from learning_agreements where mobility_id = $1', [stay])
    const added = await post(
      'components',
      { table: 'A', 'code-text': '04330106' },
      people.studentPloy,
    )
    assert.equal(added.status, 303, await added.text())
    const html = await page(path, people.studentPloy)
    assert.match(html, /Digital Image Creation/)
    assert.match(html, /Would count|Would not count|Still to be decided/)
    assert.match(html, /Both calendars/)
    const twice = await post(
      'components',
      { table: 'A', 'code-text': '04330106' },
      people.studentPloy,
    )
    assert.equal(twice.status, 422)
    assert.match(await twice.text(), /stands in this table already/)
    const wrong = await post(
      'components',
      { table: 'C', title: 'Online talks', credit: 'much' },
      people.studentPloy,
    )
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /value="Online talks"/, 'nothing typed is lost')
  })

  test('is the student’s and the sending coordinator’s to write, and nobody else’s', async () => {
    await page(path, people.studentThanawat, 404)
    await page(path, people.coordinatorPku)
    const typed = { table: 'A', title: 'X', credit: '1' }
    assert.equal((await post('components', typed, people.coordinatorPku)).status, 404)
  })

  test('overwrites nothing that another tab has written meanwhile', async () => {
    const late = await post('conditions', { conditions: 'B', basedOn: '0' }, people.studentPloy)
    assert.equal(late.status, 409)
    assert.match(await late.text(), /changed elsewhere/)
  })

  test('is not sent before it says what is recognised', async () => {
    const early = await post('sending', {}, people.studentPloy)
    assert.equal(early.status, 422)
    const own = await post(
      'components',
      { table: 'B', 'code-text': '', title: 'Digital media studio', credit: '3' },
      people.studentPloy,
    )
    assert.equal(own.status, 303)
  })

  test('is signed in order by student, sending and receiving institution, and not changed meanwhile', async () => {
    const sent = await post('sending', {}, people.studentPloy)
    assert.equal(sent.status, 303, await sent.text())
    const { rows: told } = await database.execute(
      'select country_to, field_groups from transfers where destination = $1 and at = $2',
      [`/mobility/${stay}/agreement`, site.clock.now],
    )
    const line = { country_to: 'CN', field_groups: ['identity', 'studies'] }
    assert.deepEqual(told, [line], 'the ledger of transfers has it')
    const busy = await post(
      'components',
      { table: 'A', title: 'More', credit: '1' },
      people.studentPloy,
    )
    assert.equal(busy.status, 409)
    assert.match(await busy.text(), /Take it back first/)
    await sign(people.studentPloy)
    await sign(people.coordinatorAu)
    assert.equal(
      (await one('select state from learning_agreements where mobility_id = $1'))!['state'],
      'signing',
    )
    await sign(people.coordinatorPku)
    const row = (await one(
      'select state, agreed_version from learning_agreements where mobility_id = $1',
    ))!
    assert.deepEqual(row, { state: 'signed', agreed_version: 1 })
    const next = (await one('select next_step from mobilities where id = $1'))!
    assert.equal(next['next_step'], 'arrival')
    await assert.rejects(
      database.execute("update learning_agreement_versions set sha256 = repeat('0', 64)"),
      /not changed/,
    )
  })

  test('is changed only with one of EWP’s reasons, and stays in force until all have signed the change', async () => {
    const none = await post(
      'removals',
      { table: 'A', code: '04330106', title: '' },
      people.studentPloy,
    )
    assert.equal(none.status, 422)
    const gone = await post(
      'removals',
      { table: 'A', code: '04330106', title: '', reason: 'timetable-conflict' },
      people.studentPloy,
    )
    assert.equal(gone.status, 303)
    const instead = { table: 'A', 'code-text': '04330107' }
    assert.equal((await post('components', instead, people.studentPloy)).status, 422)
    const added = await post(
      'components',
      { ...instead, reason: 'substituting-deleted' },
      people.studentPloy,
    )
    assert.equal(added.status, 303)
    assert.match(await page(path, people.studentPloy), /It collides in the timetable/)
    assert.equal((await post('sending', {}, people.coordinatorAu)).status, 303)
    const row = (await one(
      'select state, agreed_version from learning_agreements where mobility_id = $1',
    ))!
    assert.deepEqual(row, { state: 'signing', agreed_version: 1 })
    const back = await post('return', { returnReason: 'Wrong course' }, people.coordinatorAu)
    assert.equal(back.status, 303)
    await site.chronicle.drain()
    const later = (await one(
      'select state, agreed_version from learning_agreements where mobility_id = $1',
    ))!
    assert.deepEqual(later, { state: 'draft', agreed_version: 1 })
  })

  test('follows the signing of its latest version alone, and one that was in force and taken back counts no more', async () => {
    assert.equal((await post('sending', {}, people.coordinatorAu)).status, 303)
    const sent = (await one(
      'select max(number) as n from learning_agreement_versions where mobility_id = $1',
    ))!['n']
    const news = (version: unknown, type: string, more = {}) =>
      site.perform((work) =>
        followDocument(work, {
          type,
          objectId: stay,
          recordedAt: site.clock.now,
          data: { subject: { kind: agreementSubject, id: stay }, version, ...more },
        }),
      )
    const state = () =>
      one('select state, agreed_version from learning_agreements where mobility_id = $1')
    await news(Number(sent) - 1, documentRefused.type)
    await news(Number(sent) - 1, documentSigned.type)
    assert.deepEqual(await state(), { state: 'signing', agreed_version: 1 })
    await news(1, documentWithdrawn.type, { wasInForce: true })
    assert.deepEqual(await state(), { state: 'signing', agreed_version: null })
    await news(sent, documentRefused.type)
    assert.deepEqual(await state(), { state: 'draft', agreed_version: null })
  })

  test('prints in two languages', async () => {
    const pdf = await site.ask(`/th/mobility/${stay}/agreement/document?with=zh-Hans`, {
      cookie: await site.signInAs(people.studentPloy),
    })
    assert.equal(pdf.status, 200)
    assert.equal(pdf.headers.get('content-type'), 'application/pdf')
  })
})
