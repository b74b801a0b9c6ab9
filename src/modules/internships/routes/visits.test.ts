// Visits of the academic mentor: asked for by an office, planned and told of by a link, and read by those whom they concern.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { eraseInternshipsOf } from '../service/erasure.ts'
import { exportInternshipsOf } from '../service/personal-data.ts'
import { remindOfVisits } from '../service/visit-job.ts'
import { agreeOn, runNow } from './placement.fixture.ts'

const { people: p } = cast
const mentor = 'mentor@school.example'
const tutor = 'tutor@studio.example'
let site: TestSite
let placementId: string
let at: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
  const { rows } = await rowsOf('select id from internship_placements where person_id = $1', [
    p.studentPloy,
  ])
  placementId = String(rows[0]!['id'])
  at = `/en/internships/placements/${placementId}`
  site.clock.now = new Date('2026-12-01T03:00:00Z')
})
after(() => site.close())

const rowsOf = (sql: string, values: unknown[] = []) => site.house.database.execute(sql, values)

const nameMentor = () =>
  agreeOn(site, placementId, {
    hostLanguage: 'zh-Hans',
    tutorName: '林小满',
    tutorEmail: tutor,
    mentorName: 'สมศรี',
    mentorEmail: mentor,
  })

async function post(
  path: string,
  values: Record<string, string>,
  personId: string = p.coordinatorAu,
): Promise<Response> {
  return site.send(at, path, values, await site.signInAs(personId))
}

async function page(personId: string): Promise<string> {
  const answer = await site.ask(at, { cookie: await site.signInAs(personId) })
  return answer.text()
}

async function contentTo(address: string): Promise<string[]> {
  const { rows } = await rowsOf(
    'select content from mails where to_address = $1 order by created_at, id',
    [address],
  )
  return rows.map((row) => JSON.stringify(row['content']))
}

async function link(): Promise<string> {
  const found = /\/act\/[\w-]+/.exec((await contentTo(mentor)).at(-1) ?? '')?.[0]
  assert(found, 'no link')
  return `/th${found}`
}

const visits = async () =>
  (await rowsOf('select * from internship_visits order by asked_at, id')).rows

const job = () => runNow(site, remindOfVisits)

const time = { step: 'plan', day: '2026-12-08', from: '14:00', mode: 'site', place: '三号楼 302' }

describe('a visit', () => {
  test('is asked for by an office, of a mentor who is known, within the placement', async () => {
    const ask = (dueOn: string, personId?: string) =>
      post(`${at}/visits`, { dueOn }, personId ?? p.coordinatorAu)
    await rowsOf('update internship_agreements set draft = jsonb_set(draft, $1, $2)', [
      '{parties,mentor}',
      'null',
    ])
    assert.equal((await ask('2026-12-15')).status, 409, 'no mentor is known')
    await nameMentor()
    assert.equal((await ask('2026-12-15', p.studentPloy)).status, 404)
    assert.equal((await ask('2026-11-01')).status, 422)
    assert.equal((await ask('2027-05-01')).status, 422)
    assert.equal((await ask('2026-12-15')).status, 303)
    assert.equal((await contentTo(mentor)).length, 1)
  })

  test('is planned by the mentor’s link on the host’s clock; tutor and student are told', async () => {
    const act = await link()
    assert.match(await (await site.ask(act)).text(), /การนิเทศนักศึกษาฝึกงาน/)
    assert.equal((await site.send(act, act, { ...time, place: '' })).status, 422)
    assert.equal((await site.send(act, act, { ...time, day: '2027-05-01' })).status, 422)
    const early = { step: 'notes', notes: 'ดี' }
    assert.equal((await site.send(act, act, early)).status, 409, 'it has not taken place')
    assert.equal((await site.send(act, act, time)).status, 303)
    const [visit] = await visits()
    assert.equal(new Date(String(visit!['starts_at'])).toISOString(), '2026-12-08T06:00:00.000Z')
    assert.match((await contentTo(tutor)).at(-1)!, /三号楼 302/)
    const { rows } = await rowsOf("select message from notices where kind = 'internships.visit'")
    assert.equal(rows.length, 1)
  })

  test('that is over is asked about, until the mentor writes what came of it', async () => {
    const before = (await contentTo(mentor)).length
    for (const day of ['08', '09', '10', '16', '20']) {
      site.clock.now = new Date(`2026-12-${day}T23:30:00Z`)
      await job()
    }
    assert.equal((await contentTo(mentor)).length - before, 2)
    const act = await link()
    assert.equal((await site.send(act, act, { step: 'notes', notes: ' ' })).status, 422)
    const notes = { step: 'notes', notes: 'นักศึกษาทำงานได้ดี' }
    assert.equal((await site.send(act, act, notes)).status, 303)
    assert.match((await contentTo(tutor)).at(-1)!, /นักศึกษาทำงานได้ดี/)
    assert.match(await page(p.studentPloy), /นักศึกษาทำงานได้ดี/)
    assert.match(await page(p.coordinatorAu), /นักศึกษาทำงานได้ดี/)
    assert(!(await page(p.studentThanawat)).includes('นักศึกษาทำงานได้ดี'))
    const again = await site.send(act, act, { step: 'notes', notes: 'อื่น' })
    assert.match(await again.text(), /บันทึกการนิเทศแล้ว/)
    assert.equal((await visits())[0]!['notes'], 'นักศึกษาทำงานได้ดี', 'it is written once')
  })

  test('is taken back by the office until it is done, and the link does nothing then', async () => {
    assert.equal((await post(`${at}/visits`, { dueOn: '2027-01-10' })).status, 303)
    const act = await link()
    const drop = async (keys: string) => post(`${at}/visits/removal`, { keys })
    const [done, asked] = await visits()
    assert.equal((await drop(String(done!['id']))).status, 409)
    assert.equal((await drop(String(asked!['id']))).status, 303)
    assert.equal((await site.ask(act)).status, 410)
  })

  test('goes out to the mentor by an address that they have proved, and away with either', async () => {
    const who = p.coordinatorRhone
    await rowsOf(
      `insert into person_emails (id, person_id, address, is_primary, added_at, verified_at)
        values (gen_random_uuid(), $1, $2, false, $3, $3)`,
      [who, mentor, site.clock.now],
    )
    const held = await site.perform((work) => exportInternshipsOf(work, who))
    assert.equal((held['visitsAsked'] as unknown[]).length, 2)
    await site.perform((work) => eraseInternshipsOf(work, who))
    assert.deepEqual(
      (await visits()).map((each) => [each['state'], each['mentor_email'], each['notes']]),
      [['done', '', '']],
    )
    await site.perform((work) => eraseInternshipsOf(work, p.studentPloy))
    assert.equal((await visits())[0]!['place'], '')
    assert.equal((await contentTo(tutor)).length, 0, 'they bear the student’s name')
  })
})
