import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { outbox } from '#kernel/mail'
import { cast, csrfOf, formBody, testSite } from '../../../../test/harness/site.ts'
import { reminderDue } from '../rules/references.ts'
import { seededCalls } from '../seed/calls.ts'

const site = await testSite({ seed: ['alliance', 'calls'] })
after(() => site.close())
const { people } = cast
const { database } = site.house
const student = people.studentThanawat
const secret = 'She reads archives as others read maps, and asks better questions each week.'

async function one(sql: string, values: unknown[] = []): Promise<Record<string, unknown>> {
  const { rows } = await database.execute(sql, values)
  return rows[0] ?? {}
}

const applicationId = String(
  (
    await one('select id from call_applications where call_id = $1 and person_id = $2', [
      seededCalls.referred,
      student,
    ])
  )['id'],
)
const own = `/en/applications/${applicationId}`

async function page(path: string, personId: string): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, 200, path)
  return answer.text()
}

const post = async (path: string, values: Record<string, string>) =>
  site.send(own, path, values, await site.signInAs(student))

/** The links that were mailed to an address, the latest last. */
async function linksTo(address: string): Promise<string[]> {
  const mails = await site.perform((work) => outbox(work, { limit: 100 }))
  return mails
    .filter((mail) => JSON.stringify(mail).includes(address))
    .toReversed()
    .flatMap((mail) => {
      const path = /\/act\/[\w-]{43}/.exec(JSON.stringify(mail))?.[0]
      return path ? [`/${mail.language}${path}`] : []
    })
}

async function give(link: string, values: Record<string, string>, file?: File) {
  const body = new FormData()
  body.set('csrf', csrfOf(await (await site.ask(link)).text()))
  for (const [name, value] of Object.entries(values)) body.set(name, value)
  if (file) body.set('file', file)
  return site.ask(link, { method: 'POST', body })
}

describe('a referee', () => {
  const seeded = 'wipada.s@craft-institute.example'

  test('is named once, is somebody else, and can be taken back while nothing was written', async () => {
    const path = `${own}/references`
    const named = { refereeName: 'Prof. Mali', refereeAddress: 'mali@university.example' }
    const many = await post(path, named)
    assert.equal(many.status, 409)
    const shown = await many.text()
    assert.match(shown, /You have named the one referee already/)
    const { id } = await one('select id from call_references where application_id = $1', [
      applicationId,
    ])
    const [first] = await linksTo(seeded)
    assert.equal((await post(path, { drop: String(id) })).status, 303)
    assert.equal((await site.ask(first!)).status, 410, 'the link of who was taken back ends')
    const { address } = await one('select address from person_emails where person_id = $1', [
      student,
    ])
    const self = await post(path, { ...named, refereeAddress: String(address) })
    assert.equal(self.status, 422)
    const text = await self.text()
    assert.match(text, /This is your own address/)
    assert.match(text, /value="Prof\. Mali"/, 'nothing that was typed is lost')
    const unsent = await site.send(own, `${own}/submission`, {}, await site.signInAs(student))
    assert.equal(unsent.status, 422)
    assert.match(await unsent.text(), /One referee is still to be named/)
    const asked = await post(path, { ...named, refereeAddress: seeded, refereeLanguage: 'th' })
    assert.equal(asked.status, 303)
  })

  test('answers by the link in their language, with a file that a refused form keeps', async () => {
    const [link] = (await linksTo(seeded)).toReversed()
    assert.ok(link, 'the mail has a link in the language of the referee')
    for (let scan = 0; scan < 2; scan += 1) {
      const seen = await (await site.ask(link)).text()
      assert.match(seen, /หนังสือรับรองสำหรับ/)
      assert.match(seen, /เฉพาะผู้พิจารณาเท่านั้นที่อ่าน/)
    }
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const refused = await give(
      link,
      { answer: 'give', text: 'Too short.', rating: '2' },
      new File([new Uint8Array(png)], 'letter.png'),
    )
    assert.equal(refused.status, 422)
    const again = await refused.text()
    assert.match(again, /Too short\./)
    assert.match(again, /value="2"[^>]*checked|checked[^>]*value="2"/)
    const token = /name="file-staged" value="([^"]+)"/.exec(again)?.[1]
    assert.ok(token, 'the file is still there')
    const values = { answer: 'give', text: secret, rating: '2', 'file-staged': token }
    assert.equal((await give(link, values)).status, 303)
    const replayed = await site.ask(link, { method: 'POST', body: formBody(values) })
    assert.notEqual(replayed.status, 303, 'a link that was replayed or passed on gives nothing')
    assert.match(await (await site.ask(link)).text(), /ส่งหนังสือรับรองแล้ว/)
    const { count } = await one(
      "select count(*) as count from chronicle_entries where type = 'calls.reference-given'",
    )
    assert.equal(String(count), '1')
  })

  test('is read by those who decide and not by the applicant, whatever address they ask', async () => {
    const shown = await page(own, student)
    assert.match(shown, /Prof\. Mali/)
    assert.doesNotMatch(shown, /archives as others read maps/)
    const { id } = await one("select id from files where owner_kind = 'call-reference'")
    const file = `${own}/file?file=${String(id)}`
    const cookie = await site.signInAs(student)
    assert.equal((await site.ask(file, { cookie })).status, 404)
    assert.equal((await post(`${own}/submission`, {})).status, 303)
    const office = await page(own, people.coordinatorAu)
    assert.match(office, /archives as others read maps/)
    assert.match(office, /among the best 10/)
    const asCoordinator = await site.signInAs(people.coordinatorAu)
    assert.equal((await site.ask(file, { cookie: asCoordinator })).status, 200)
    const list = await page(`/en/calls/${seededCalls.referred}/applications`, people.coordinatorAu)
    assert.match(list, /1 of 1/)
  })

  test('is reminded before the closing and once after it, and not too soon', () => {
    const day = 86_400_000
    const closes_at = new Date('2026-12-01T00:00:00Z')
    const results_at = new Date('2026-12-20T00:00:00Z')
    const asked = {
      state: 'asked' as const,
      asked_at: new Date('2026-11-01T00:00:00Z'),
      reminders: 0,
    }
    const at = (offset: number, rest: object = {}) =>
      reminderDue(
        { ...asked, ...rest },
        { closes_at, results_at },
        new Date(closes_at.getTime() + offset * day),
      )
    assert.deepEqual(
      [at(-6), at(-5), at(-1, { reminders: 1 }), at(1, { reminders: 1 }), at(2, { reminders: 2 })],
      [false, true, false, true, false],
    )
    assert.equal(at(-4, { asked_at: new Date(closes_at.getTime() - 5 * day) }), false)
    assert.equal(at(-4, { state: 'given' }), false)
    assert.equal(at(19), false, 'results are out')
  })

  test('gets another link with a reminder, twice at most however often the job runs', async () => {
    const { id } = await one('select id from calls where id = $1', [seededCalls.referred])
    await database.execute(
      "update call_references set state = 'asked', rating = null, text = '', answered_at = null",
    )
    const { closes_at: closes } = await one('select closes_at from calls where id = $1', [id])
    const before = (await linksTo(seeded)).length
    for (const days of [-4, -3, 1.5, 2, 3]) {
      site.clock.now = new Date((closes as Date).getTime() + days * 86_400_000)
      assert.equal((await site.jobs.drain(site.clock.now)).failed, 0)
    }
    assert.equal((await linksTo(seeded)).length - before, 2)
  })
})
