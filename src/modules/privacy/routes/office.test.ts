import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { unzipSync } from 'fflate'
import { outbox } from '#kernel/mail'
import { cast, testSite } from '../../../../test/harness/site.ts'

const site = await testSite()
after(() => site.close())
const { people, organisations } = cast
const { database } = site.house
const day = 24 * 60 * 60_000
/** Took part in 2025 and has never had an account. */
const past = people.pastAu
const base = `/en/organisations/${organisations.au}/people/${past}/data`

async function page(path: string, personId: string): Promise<string> {
  const cookie = await site.signInAs(personId)
  const answer = await site.ask(path, { cookie })
  assert.equal(answer.status, 200, path)
  return answer.text()
}

async function post(path: string, values: Record<string, string>, personId: string, form = base) {
  const cookie = await site.signInAs(personId)
  return site.send(form, path, values, cookie)
}

describe('somebody of the house', () => {
  test('finds people of their own organisation, by name, number or address, and is recorded', async () => {
    const found = await page('/en/privacy?q=paween', people.administratorAu)
    assert.match(found, /Paweena Sukjai/)
    assert.match(found, /No account/)
    assert.doesNotMatch(await page('/en/privacy?q=wang', people.administratorAu), /Wang Zixuan/)
    assert.match(await page('/en/privacy?q=wang', people.secretariat), /Wang Zixuan/)
    const { rows } = await database.execute(
      'select student_number from enrolments where person_id = $1',
      [people.studentPloy],
    )
    const byNumber = await page(
      `/en/privacy?q=${rows[0]!['student_number']}`,
      people.administratorAu,
    )
    assert.match(byNumber, /Pimchanok/)
    await site.reads.flush()
    assert.match(
      await page('/en/account/reads', people.studentPloy),
      /List of requests about personal data/,
    )
  })

  test('hands out a copy for somebody without an account, with a reason, and not for others', async () => {
    const without = await post(
      `${base}/copies`,
      { copyReason: '', format: 'json' },
      people.administratorAu,
    )
    assert.equal(without.status, 422)
    assert.match(await without.text(), /href="#field-copyReason"/)
    const reason = 'Came to the counter with a passport'
    const json = await post(
      `${base}/copies`,
      { copyReason: reason, format: 'json' },
      people.administratorAu,
    )
    assert.equal(json.headers.get('content-type'), 'application/json; charset=utf-8')
    assert.match(await json.text(), /Paweena Sukjai/)
    const zip = await post(
      `${base}/copies`,
      { copyReason: reason, format: 'zip' },
      people.secretariat,
    )
    assert.ok(unzipSync(new Uint8Array(await zip.arrayBuffer()))['data.json'])
    const { rows } = await database.execute(
      `select e.data, p.value from chronicle_entries e join chronicle_personal p on p.entry_id = e.id
       where e.type = 'privacy.data-exported' and e.person_id = $1 order by e.recorded_at limit 1`,
      [past],
    )
    assert.deepEqual(rows[0], { data: { by: 'house', format: 'json' }, value: reason })
    const withAccount = base.replace(past, people.studentPloy)
    const refused = await post(
      `${withAccount}/copies`,
      { copyReason: reason, format: 'json' },
      people.administratorAu,
      withAccount,
    )
    assert.equal(refused.status, 409)
    assert.match(await refused.text(), /can sign in and does this on their own page/)
    const { rows: reads } = await database.execute(
      "select role from personal_reads where $1 = any(person_ids) and route like 'POST %copies' order by read_at, role",
      [past],
    )
    assert.deepEqual(
      reads.map(({ role }) => role),
      ['administrator', 'administrator', 'secretariat'],
      'the refused form showed the page as well',
    )
  })

  test('of another organisation, and in another role, finds nobody there', async () => {
    for (const who of [
      people.coordinatorAu,
      people.registrarAu,
      people.coordinatorPku,
      people.studentPloy,
    ]) {
      const cookie = await site.signInAs(who)
      assert.equal((await site.ask(base, { cookie })).status, 404)
    }
    const elsewhere = base.replace(organisations.au, organisations.pku)
    const cookie = await site.signInAs(people.secretariat)
    assert.equal(
      (await site.ask(elsewhere, { cookie })).status,
      404,
      'the person is not known there',
    )
    const own = base.replace(past, people.administratorAu)
    const administrator = await site.signInAs(people.administratorAu)
    assert.equal(
      (await site.ask(own, { cookie: administrator })).status,
      404,
      'nobody for themselves',
    )
  })

  test('hands out and erases only whom no other organisation knows, unless it is the secretariat', async () => {
    await database.execute(
      `insert into appointments (id, person_id, organisation_id, role, starts_on, created_at)
       values ('01980000-0000-7000-8000-0000000000aa', $1, $2, 'academic-mentor', '2025-01-01', '2025-01-01')`,
      [past, organisations.pku],
    )
    try {
      const seen = await page(base, people.administratorAu)
      assert.match(seen, /Further organisations know this person/)
      assert.doesNotMatch(seen, /name="copyReason"|name="erasureReason"|What is removed/)
      const given = { copyReason: 'Came to the counter', format: 'json' }
      const refused = await post(`${base}/copies`, given, people.administratorAu)
      assert.equal(refused.status, 404)
      const erasure = { erasureReason: 'Came to the counter', confirm: 'yes' }
      assert.equal((await post(`${base}/erasure`, erasure, people.administratorAu)).status, 404)
      assert.equal((await post(`${base}/copies`, given, people.secretariat)).status, 200)
    } finally {
      await database.execute('delete from appointments where id = $1', [
        '01980000-0000-7000-8000-0000000000aa',
      ])
    }
  })

  test('takes down a request that came on paper, for whomever', async () => {
    const ploy = base.replace(past, people.studentPloy)
    const values = {
      kind: 'objection',
      organisation: organisations.au,
      words: 'No picture of me, please.',
      requestReason: '',
    }
    const missing = await post(`${ploy}/requests`, values, people.administratorAu, ploy)
    assert.equal(missing.status, 422)
    const html = await missing.text()
    assert.match(html, /href="#field-requestReason"/)
    assert.match(html, /No picture of me, please\./)
    const whole = { ...values, requestReason: 'A signed letter of 3 May' }
    assert.equal((await post(`${ploy}/requests`, whole, people.administratorAu, ploy)).status, 303)
    assert.match(await page('/en/account/data', people.studentPloy), /No picture of me, please\./)
    const office = await page('/en/privacy', people.administratorAu)
    const [, id] =
      /\/privacy\/requests\/([0-9a-f-]{36})"[^>]*>[^<]*Object to a use/.exec(office) ?? []
    assert.match(
      await page(`/en/privacy/requests/${id}`, people.administratorAu),
      /A signed letter of 3 May/,
    )
  })

  test('erases somebody without an account at their wish; it can be taken back, and is done in time', async () => {
    const html = await page(base, people.administratorAu)
    assert.match(html, /What stays, and why/)
    const values = {
      erasureReason: 'Telephoned; called back at the number on file',
      confirm: 'yes',
    }
    const unsure = await post(`${base}/erasure`, { ...values, confirm: '' }, people.administratorAu)
    assert.equal(unsure.status, 422)
    assert.match(await unsure.text(), /Telephoned/)
    assert.equal((await post(`${base}/erasure`, values, people.administratorAu)).status, 303)
    assert.equal((await post(`${base}/erasure/withdrawal`, {}, people.administratorAu)).status, 303)
    assert.equal((await post(`${base}/erasure`, values, people.administratorAu)).status, 303)
    site.clock.now = new Date(site.clock.now.getTime() + 15 * day)
    await site.chronicle.drain()
    assert.equal((await site.jobs.drain(site.clock.now)).failed, 0)
    const { rows } = await database.execute('select state, name from persons where id = $1', [past])
    assert.equal(rows[0]!['state'], 'erased')
    assert.doesNotMatch(JSON.stringify(rows[0]), /Paweena/)
    const { rows: erasures } = await database.execute(
      'select state, taken_down from erasures where person_id = $1 order by asked_at, state desc',
      [past],
    )
    assert.deepEqual(erasures, [
      { state: 'withdrawn', taken_down: '' },
      { state: 'done', taken_down: '' },
    ])
    const mails = await site.perform((work) => outbox(work, { limit: 100 }))
    assert.ok(
      mails.every(({ content }) => !JSON.stringify(content).includes('letter.done')),
      'no address was known',
    )
    const cookie = await site.signInAs(people.administratorAu)
    assert.equal((await site.ask(base, { cookie })).status, 404)
  })
})

describe('the list of requests', () => {
  test('costs as many queries with one as with several', async () => {
    const count = async (path: string) => {
      const cookie = await site.signInAs(people.secretariat)
      await site.reads.flush()
      const seen: string[] = []
      const stop = database.onQuery(({ sql }) => seen.push(sql))
      assert.equal((await site.ask(path, { cookie })).status, 200)
      stop()
      return seen.filter((each) => !each.startsWith('insert into "personal_reads"')).length
    }
    assert.equal(await count('/en/privacy?state=closed'), await count('/en/privacy'))
    assert.equal(await count('/en/privacy?q=a'), await count('/en/privacy?q=zzzz'))
  })
})
