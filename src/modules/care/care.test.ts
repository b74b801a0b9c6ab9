// Who is where now by whatever they are there, and whether they are safe: one question reaches stays and placements.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createActLink } from '#kernel/identity'
import { cast, type TestSite, testSite } from '../../../test/harness/site.ts'
import { eraseCareOf, exportCareOf, mergeCareOf } from './service/personal-data.ts'

const { people: p } = cast
let site: TestSite
let cookie: string
let placement: string
let stay: string

before(async () => {
  site = await testSite({
    seed: ['alliance', 'agreements', 'recognition', 'clearance', 'mobility', 'internships'],
  })
  cookie = await site.signInAs(p.coordinatorAu)
  const one = async (table: string) =>
    String((await sql(`select id from ${table} where person_id = $1`, [p.studentPloy]))[0]!['id'])
  placement = await one('internship_placements')
  stay = await one('mobilities')
  await sql('delete from care_answers')
  await sql('delete from care_checks')
  await sql("delete from notices where kind = 'care.safety'")
  await sql("update mobilities set state = 'live', arrived_on = starts_on where id = $1", [stay])
})
after(() => site.close())

const sql = async (text: string, values: unknown[] = []) =>
  (await site.house.database.execute(text, values)).rows
const who = async (path = '/en/care', personId: string = p.coordinatorAu, status = 200) => {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, path)
  return answer.text()
}
const ask = (values: Record<string, string | readonly string[]>) =>
  site.send(
    '/en/care',
    '/en/care',
    { step: 'ask', words: 'An earthquake. Safe?', ...values },
    cookie,
  )
const keys = () => [`internship:${placement}`, `mobility:${stay}`]

/** How many tasks of the office there are to see to somebody who needs help. */
const calls = async () =>
  (
    await sql(
      "select 1 from tasks where kind = 'care.help' and assignee_role = 'coordinator' and done_at is null and cancelled_at is null",
    )
  ).length

describe('who is where now', () => {
  test('is a list and a map of stays and placements alike, as far as an office may list them', async () => {
    const page = await who()
    for (const key of keys()) assert(page.includes(`value="${key}"`), key)
    assert.match(page, /Perfect World/)
    assert.match(page, /class="map"/)
    assert.match(await who('/en/care?country=CN'), /Perfect World/)
    assert(!(await who('/en/care?country=TH')).includes(placement))
    assert(!(await who('/en/care', p.coordinatorRhone)).includes(placement))
    await who('/en/care', p.studentPloy, 404)
  })

  test('has nobody before the first day or after the last on the host’s clock, nor who works from home', async () => {
    const shown = async () => (await who()).includes(placement)
    const [row] = await sql('select starts_on, ends_on from internship_placements where id = $1', [
      placement,
    ])
    const then = site.clock.now
    site.clock.now = new Date(`${String(row!['ends_on'])}T15:59:00Z`)
    assert(await shown(), 'the last minute of the last day in Beijing')
    site.clock.now = new Date(`${String(row!['ends_on'])}T16:01:00Z`)
    assert(!(await shown()))
    site.clock.now = then
    await sql(
      "update internship_positions set mode = 'remote' where id = (select position_id from internship_placements where id = $1)",
      [placement],
    )
    assert(!(await shown()))
    await sql(
      "update internship_positions set mode = 'site' where id = (select position_id from internship_placements where id = $1)",
      [placement],
    )
  })
})

describe('the question whether they are safe', () => {
  let check = ''

  test('is asked once of somebody who is there by two things, and keeps what was typed where nobody is chosen', async () => {
    const nobody = await ask({ words: 'Where are you?' })
    assert.equal(nobody.status, 422)
    assert.match(await nobody.text(), /Where are you\?/)
    assert.equal((await ask({ keys: keys(), words: ' ' })).status, 422)
    const elsewhere = `internship:${crypto.randomUUID()}`
    // Whoever wanted no such mail before it was always sent gets it all the same.
    await sql(
      `insert into notice_preferences (person_id, kind, mail) values ($1, 'care.safety', 'none')`,
      [p.studentPloy],
    )
    assert.equal((await ask({ keys: [elsewhere] })).status, 422, 'nobody there')
    const done = await ask({ keys: [...keys(), elsewhere] })
    assert.equal(done.status, 303, await done.text())
    check = done.headers.get('location')!
    const rows = await sql('select person_id, answer from care_answers')
    assert.deepEqual(rows, [{ person_id: p.studentPloy, answer: null }])
    const mailed = await sql(
      `select n.person_id, n.mail, t.kind from notices n join tasks t on t.id = n.task_id
       join jobs j on j.payload ->> 'noticeId' = n.id::text where n.kind = 'care.safety'`,
    )
    assert.deepEqual(mailed, [{ person_id: p.studentPloy, mail: 'immediate', kind: 'care.answer' }])
    await who(check, p.coordinatorPku, 404)
    await who(check, p.studentPloy, 404)
    await who(`${check}/answer`, p.studentThanawat, 404)
  })

  test('is not asked of whom another institution answers for, whatever else its coordinator may list', async () => {
    const [other] = await sql(
      `update mobilities set state = 'live', arrived_on = starts_on, sending_organisation_id = $2, receiving_organisation_id = $3
       where id = (select id from mobilities where person_id <> $1 order by id limit 1) returning id`,
      [p.studentPloy, cast.organisations.ruc, cast.organisations.pku],
    )
    const registrar = [crypto.randomUUID(), p.coordinatorAu, cast.organisations.ruc]
    await sql(
      `insert into appointments (id, person_id, organisation_id, role, starts_on, created_at)
       values ($1, $2, $3, 'registrar', '2020-01-01', now())`,
      registrar,
    )
    const key = `mobility:${String(other!['id'])}`
    const page = await who()
    assert(page.includes(key), 'the registrar of the other institution may list it')
    const box = (value: string) => new RegExp(`<input[^>]*value="${value}"[^>]*>`).exec(page)![0]
    assert(!box(key).includes('checked'), 'it is not proposed')
    assert(box(keys()[0]!).includes('checked'))
    const refused = await ask({ keys: [...keys(), key] })
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /One of the chosen is of another institution/)
    await sql('delete from appointments where id = $1', [registrar[0]])
  })

  test('is answered on the page, changed, and a call for help told at once', async () => {
    const own = await site.signInAs(p.studentPloy)
    for (const answer of ['safe', 'help']) {
      const done = await site.send(
        `${check}/answer`,
        `${check}/answer`,
        { answer, note: answer },
        own,
      )
      assert.equal(done.status, 303)
    }
    assert.equal((await site.send(`${check}/answer`, `${check}/answer`, {}, own)).status, 422)
    assert.match(await who(check), /1 of 1 answered/)
    assert.match(await who(check), /Needs help/)
    const told = await sql(
      "select person_id from notices where kind = 'care.safety' and message ->> 'key' = 'notice.needs-help'",
    )
    assert.deepEqual(told, [{ person_id: p.coordinatorAu }])
    const open = await sql(
      "select 1 from tasks where kind = 'care.answer' and done_at is null and cancelled_at is null",
    )
    assert.equal(open.length, 0)
    assert.equal(await calls(), 1, 'an office sees to it')
  })

  test('is answered by the link of a mail without signing in, by whom it was sent to alone', async () => {
    const link = async (personId: string) => {
      const { token } = await site.perform((work) =>
        createActLink(work, {
          action: 'care.check.answer-by-link',
          objectId: check.split('/').at(-1)!,
          personId,
          expiresAt: new Date(site.clock.now.getTime() + 86_400_000),
          maxUses: 3,
        }),
      )
      return `/zh-Hans/act/${token}`
    }
    const own = await link(p.studentPloy)
    assert.match(await (await site.ask(own)).text(), /您平安吗/)
    assert.equal((await site.send(own, own, {})).status, 422)
    assert([200, 303].includes((await site.send(own, own, { answer: 'safe' })).status))
    assert.equal(await calls(), 0, 'who is safe now calls no more')
    const done = await site.send(own, own, { answer: 'help', note: '我在医院' })
    assert([200, 303].includes(done.status))
    assert.match(await who(check), /我在医院/)
    assert.equal(await calls(), 1)
    const strange = await site.ask(await link(p.studentThanawat))
    assert(!(await strange.text()).includes('name="answer"'))
  })

  test('is handed out, moved to who stays, and removed with the person', async () => {
    const own = await site.perform((work) => exportCareOf(work, p.studentPloy))
    assert.deepEqual(
      own.answers.map(({ answer, note }) => [answer, note]),
      [['help', '我在医院']],
    )
    await site.perform((work) => mergeCareOf(work, p.studentPloy, p.studentThanawat))
    const moved = await site.perform((work) => exportCareOf(work, p.studentThanawat))
    assert.equal(moved.answers.length, 1)
    assert.equal(await calls(), 1)
    await site.perform((work) => eraseCareOf(work, p.studentThanawat))
    assert.equal((await sql('select 1 from care_answers')).length, 0)
    assert.equal(await calls(), 0, 'nobody is left to be helped')
  })
})
