// The journal of a placement: a week on a phone, the host's word by a link, late weeks, and what certificate and credit count.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { urlSegment } from '#kernel/values'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { placementById } from '../queries/placements.ts'
import { countedMinutes } from '../rules/journal.ts'
import { eraseInternshipsOf } from '../service/erasure.ts'
import { keepJournals } from '../service/journal-job.ts'
import { exportInternshipsOf, internshipData } from '../service/personal-data.ts'
import { runNow } from './placement.fixture.ts'

const { people: p } = cast
const student = p.studentPloy
const tutor = 'lin.xiaoman@studio.example'
// A Monday of the demonstration without lines, a month after them.
const monday = '2026-12-07'
let site: TestSite
let placementId: string
let at: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
  // The demonstration's own weeks would hide what these tests make.
  await rowsOf('delete from internship_weeks')
  await rowsOf("delete from tasks where kind = 'internships.week'")
  await rowsOf('delete from mails where to_address = $1', [tutor])
  site.clock.now = new Date('2026-12-11T10:00:00Z')
  const { rows } = await rowsOf('select id from internship_placements where person_id = $1', [
    student,
  ])
  placementId = String(rows[0]!['id'])
  at = `/en/internships/placements/${placementId}/journal`
})
after(() => site.close())

const rowsOf = (sql: string, values: unknown[] = []) => site.house.database.execute(sql, values)

async function post(
  path: string,
  values: Record<string, string>,
  personId: string = student,
): Promise<Response> {
  return site.send(
    path.replace(/\/(return|confirmation)$/, ''),
    path,
    values,
    await cookie(personId),
  )
}
const cookie = (personId: string) => site.signInAs(personId)

async function page(path: string, personId: string = student): Promise<string> {
  const answer = await site.ask(path, { cookie: await cookie(personId) })
  assert.equal(answer.status, 200)
  return answer.text()
}

const week = async (on = monday) =>
  (
    await rowsOf('select * from internship_weeks where placement_id = $1 and week = $2', [
      placementId,
      on,
    ])
  ).rows[0]

async function link(): Promise<string> {
  const { rows } = await rowsOf(
    'select content from mails where to_address = $1 order by created_at desc, id desc limit 1',
    [tutor],
  )
  const found = /\/act\/[\w-]+/.exec(JSON.stringify(rows[0]?.['content'] ?? ''))?.[0]
  assert(found, 'no link')
  return found
}

const mails = async () =>
  (await rowsOf('select id from mails where to_address = $1', [tutor])).rows.length
const openTasks = async () =>
  (
    await rowsOf(
      `select id from tasks where kind = 'internships.week' and done_at is null and cancelled_at is null
       and href like '%' || $1 || '%'`,
      [placementId],
    )
  ).rows.length
const placement = () => site.perform((work) => placementById(work, placementId))

const job = () => runNow(site, keepJournals)

const hours = { [`from-${monday}`]: '09:00', [`until-${monday}`]: '17:00' }

describe('a week of a journal', () => {
  test('is written by the student alone, with hours under their caps; what was typed stays', async () => {
    const path = `${at}/${monday}`
    assert.match(await page(path), new RegExp(`name="from-${monday}"`))
    assert(!(await page(path, p.coordinatorAu)).includes('name="words"'))
    assert.equal((await post(path, { words: 'x', step: 'save' }, p.coordinatorAu)).status, 404)
    const wrong = await post(path, {
      [`from-${monday}`]: '09:00',
      [`until-${monday}`]: 'noon',
      words: 'จัดลายผ้า',
      step: 'send',
    })
    assert.equal(wrong.status, 422)
    const html = await wrong.text()
    assert.match(html, /จัดลายผ้า/)
    assert.match(html, /Give a time|time/)
    assert.equal(await week(), undefined, 'a refusal leaves nothing behind')
    assert.equal((await post(path, { ...hours, step: 'send' })).status, 422, 'words are missing')
    assert.equal((await post(`${at}/2026-12-08`, { words: 'x' })).status, 404, 'no Monday')
    assert.equal((await post(`${at}/2027-01-04`, { words: 'x' })).status, 409, 'ahead')
  })

  test('is kept without sending, and sent to the host, who is asked once', async () => {
    const path = `${at}/${monday}`
    assert.equal((await post(path, { ...hours, words: 'จัดลายผ้า', step: 'save' })).status, 303)
    assert.equal((await week())!['state'], 'open')
    assert.equal(await mails(), 0)
    const sent = await post(path, { words: 'จัดลายผ้า', goals: '0', step: 'send' })
    assert.equal(sent.status, 303, await sent.text())
    assert.equal((await week())!['state'], 'sent')
    assert.equal(((await week())!['goals'] as string[]).length, 1)
    assert.equal(await mails(), 1)
    assert.equal((await post(path, { words: 'x', step: 'send' })).status, 409)
  })

  test('takes no more hours while the host has it, and none away', async () => {
    const placementPath = `/en/internships/placements/${placementId}`
    const more = { day: monday, from: '18:00', until: '19:00', work: 'x' }
    assert.equal((await post(`${placementPath}/hours`, more)).status, 422)
    const { rows } = await rowsOf('select id from internship_hours where day = $1', [monday])
    const keys = String(rows[0]!['id'])
    assert.equal((await post(`${placementPath}/hours/removal`, { keys })).status, 409)
  })

  test('is taken back until the host has answered; the link does nothing then', async () => {
    const old = await link()
    assert.equal((await post(`${at}/${monday}/return`, {})).status, 303)
    assert.equal((await week())!['state'], 'open')
    assert.equal((await site.ask(`/en${old}`)).status, 410)
    assert.equal((await post(`${at}/${monday}/return`, {})).status, 409)
    assert.equal(await openTasks(), 1)
    assert.equal((await post(`${at}/${monday}`, { words: 'จัดลายผ้า', step: 'send' })).status, 303)
    assert.equal(await openTasks(), 0)
  })

  test('comes back with the host’s words, in their language, and is sent again', async () => {
    const act = `/${urlSegment('zh-Hans')}${await link()}`
    const shown = await (await site.ask(act)).text()
    assert.match(shown, /确认 8 小时/)
    assert.match(shown, /จัดลายผ้า/)
    const answer = (values: Record<string, string>) => site.send(act, act, values)
    assert.equal((await answer({ answer: 'return', remark: '' })).status, 422)
    assert.equal((await answer({ answer: 'return', remark: '周一只到四点' })).status, 303)
    assert.equal((await week())!['state'], 'returned')
    assert.match(await page(`${at}/${monday}`), /lang="zh-Hans">周一只到四点/)
    assert.equal(await openTasks(), 1)
    assert.equal((await placement())!.confirmedMinutes, 0, 'a journal has begun')
  })

  test('is confirmed by one press as the page showed it, and never changed after', async () => {
    assert.equal((await post(`${at}/${monday}`, { words: 'แก้แล้ว', step: 'send' })).status, 303)
    const act = `/en${await link()}`
    const answer = (minutes: string) => site.send(act, act, { answer: 'confirm', minutes })
    assert.equal((await answer('1')).status, 409, 'the page showed other hours')
    assert.equal((await answer('480')).status, 303)
    assert.match(await (await site.ask(`${act}`)).text(), /The hours are confirmed/)
    const row = (await week())!
    assert.deepEqual(
      [row['state'], row['minutes'], row['answered_by']],
      ['confirmed', 480, 'tutor'],
    )
    assert.equal((await post(`${at}/${monday}`, { words: 'x', step: 'send' })).status, 409)
    await assert.rejects(rowsOf('update internship_weeks set minutes = 1'), /not changed/)
    const counted = (await placement())!
    assert(counted.minutes > 480, 'the demonstration has logged more')
    assert.equal(countedMinutes(counted), 480)
  })

  test('is confirmed by an office with the host’s word, never by the student', async () => {
    const other = '2026-11-30'
    const path = `${at}/${other}`
    const typed = { [`from-2026-12-01`]: '10:00', [`until-2026-12-01`]: '14:00' }
    assert.equal((await post(path, { ...typed, words: 'x', step: 'send' })).status, 303)
    const remark = 'Time sheet of 4 December'
    assert.equal((await post(`${path}/confirmation`, { remark })).status, 404)
    const office = (said: string) => post(`${path}/confirmation`, { remark: said }, p.coordinatorAu)
    assert.equal((await office('')).status, 422)
    assert.equal((await office(remark)).status, 303)
    assert.equal((await office(remark)).status, 409)
    assert.equal(countedMinutes((await placement())!), 480 + 240)
    assert.equal((await site.ask(path, { cookie: await cookie(p.studentThanawat) })).status, 404)
  })
})

describe('the morning', () => {
  test('asks for the week that is over, once, and reminds when it is late, twice', async () => {
    const notices = async () =>
      (await rowsOf("select id from notices where kind = 'internships.week'")).rows.length
    const before = await notices()
    site.clock.now = new Date('2026-12-21T01:00:00Z')
    await job()
    await job()
    assert.equal((await week('2026-12-14'))!['state'], 'open')
    assert.equal(await openTasks(), 1)
    assert.equal(await notices(), before)
    for (const day of ['23', '24', '25', '31']) {
      site.clock.now = new Date(`2026-12-${day}T01:00:00Z`)
      await job()
    }
    await job()
    const { rows } = await rowsOf(
      "select reminders from internship_weeks where week = '2026-12-14'",
    )
    assert.equal(rows[0]!['reminders'], 2)
    assert.match(
      await page('/en/internships/board', p.coordinatorAu),
      /A week of the journal is late/,
    )
  })

  test('asks for no week in which the placement was suspended', async () => {
    await rowsOf(
      `insert into internship_interruptions (id, placement_id, kind, day, reason, said_at)
        values (gen_random_uuid(), $1, 'suspended', '2026-12-28', 'x', $2)`,
      [placementId, site.clock.now],
    )
    site.clock.now = new Date('2027-01-04T01:00:00Z')
    await job()
    assert.equal(await week('2026-12-28'), undefined)
    await rowsOf('delete from internship_interruptions')
  })

  test('reminds a tutor of hours after three days and after ten', async () => {
    const before = await mails()
    const path = `${at}/2026-12-14`
    assert.equal((await post(path, { words: 'x', step: 'send' })).status, 303)
    for (const day of ['05', '07', '08', '14', '20']) {
      site.clock.now = new Date(`2027-01-${day}T01:00:00Z`)
      await job()
    }
    assert.equal((await mails()) - before, 3)
  })
})

describe('what is held of a journal', () => {
  test('goes out to the student and to the tutor by an address that they have proved, and away', async () => {
    const exported = (await site.perform((work) => exportInternshipsOf(work, student)))[
      'placements'
    ] as { journal: { words: string; state: string }[] }[]
    assert(exported[0]!.journal.some(({ words }) => words === 'แก้แล้ว'))
    const mentor = p.coordinatorRhone
    await rowsOf(
      `insert into person_emails (id, person_id, address, is_primary, added_at, verified_at)
        values (gen_random_uuid(), $1, $2, false, $3, $3)`,
      [mentor, tutor, site.clock.now],
    )
    const asked = async () =>
      (await site.perform((work) => exportInternshipsOf(work, mentor)))['hoursToConfirm'] as {
        week: string
      }[]
    assert.equal((await asked()).length, 3)
    await site.perform((work) => eraseInternshipsOf(work, mentor))
    assert.deepEqual(await asked(), [])
    assert.equal(await mails(), 0)
    assert.equal((await week())!['tutor_name'], '')
    await site.perform((work) => eraseInternshipsOf(work, student))
    const kept = { readsMonths: 1, mailsMonths: 1 }
    const held = await site.perform((work) => internshipData.holds(work, student, kept))
    assert.equal(
      held.find(({ what }) => what.key === 'held.weeks')?.count,
      2,
      'confirmed ones stay',
    )
    assert.deepEqual([(await week())!['words'], (await week())!['minutes']], ['', 480])
  })
})
