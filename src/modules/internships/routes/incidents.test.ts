// Incidents of a placement: reported by its student and by links, told to the offices, followed up and closed.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { eraseInternshipsOf } from '../service/erasure.ts'
import { exportInternshipsOf } from '../service/personal-data.ts'
import { agreeOn } from './placement.fixture.ts'

const { people: p } = cast
const tutor = 'tutor@studio.example'
const mentor = 'mentor@school.example'
let site: TestSite
let at: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
  const [row] = await sql('select id from internship_placements where person_id = $1', [
    p.studentPloy,
  ])
  at = `/en/internships/placements/${String(row!['id'])}`
  await agreeOn(site, String(row!['id']), {
    hostLanguage: 'th',
    tutorName: 'คำแก้ว',
    tutorEmail: tutor,
    mentorName: 'สมศรี',
    mentorEmail: mentor,
  })
  await sql('delete from internship_incident_steps')
  await sql('delete from internship_incidents')
  await sql("delete from notices where kind = 'internships.incident'")
  await sql(
    "update tasks set cancelled_at = created_at where kind = 'internships.incident' and done_at is null",
  )
  site.clock.now = new Date('2026-12-01T03:00:00Z')
})
after(() => site.close())

const sql = async (text: string, values: unknown[] = []) =>
  (await site.house.database.execute(text, values)).rows
const post = async (
  path: string,
  values: Record<string, string>,
  personId: string,
  form: string = path,
) => site.send(form, path, values, await site.signInAs(personId))
async function page(path: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, path)
  return answer.text()
}
const told = { kind: 'conditions', day: '2026-11-30', words: 'ให้ทำงานถึงสี่ทุ่มทุกวัน' }
const report = (values: Record<string, string> = {}, personId: string = p.studentPloy) =>
  post(`${at}/incidents`, { ...told, ...values }, personId)
const incidents = () => sql('select * from internship_incidents order by reported_at, id')
const contentTo = async (address: string) =>
  (
    await sql('select content from mails where to_address = $1 order by created_at, id', [address])
  ).map(({ content }) => JSON.stringify(content))
const actsIn = (content: string) =>
  [...content.matchAll(/\/act\/[\w-]+/g)].map(([path]) => `/th${path}`)
const notices = async () =>
  (
    await sql(
      "select person_id from notices where kind = 'internships.incident' order by person_id",
    )
  ).map((row) => row['person_id'])

describe('an incident', () => {
  test('is reported by its student alone or an office, on a day of the placement that has come', async () => {
    const faults: Record<string, string>[] = [
      { day: '2026-12-02' },
      { day: '2026-01-01' },
      { day: 'x' },
      { words: ' ' },
      { kind: 'nothing' },
    ]
    for (const values of faults) {
      const answer = await report(values)
      assert.equal(answer.status, 422, JSON.stringify(values))
      if (!('words' in values)) assert.match(await answer.text(), /ให้ทำงานถึงสี่ทุ่มทุกวัน/)
    }
    await page(`${at}/incidents`, p.studentThanawat, 404)
    await page(`${at}/incidents`, p.coordinatorRhone, 404)
    assert.equal((await incidents()).length, 0)
    assert.equal((await report()).status, 303)
    assert.deepEqual(
      (await incidents()).map(({ kind, party, urgent, words_language: language }) => [
        kind,
        party,
        urgent,
        language,
      ]),
      [['conditions', 'student', false, 'en']],
    )
    assert.deepEqual(await notices(), [], 'what can wait is a task and no mail')
    const tasks = await sql(
      "select assignee_role, due_on from tasks where kind = 'internships.incident' and done_at is null and cancelled_at is null",
    )
    assert.deepEqual(tasks, [{ assignee_role: 'coordinator', due_on: '2026-12-08' }])
  })

  test('in which help is needed now tells every coordinator at once, and nobody of the host', async () => {
    const mails = (await contentTo(tutor)).length
    assert.equal((await report({ urgent: 'yes', kind: 'health', words: 'ไข้สูง' })).status, 303)
    assert.deepEqual(await notices(), [p.coordinatorAu])
    assert.equal((await contentTo(tutor)).length, mails)
  })

  test('is the offices’ to read and follow up, the urgent first', async () => {
    const list = await page('/en/internships/incidents', p.coordinatorAu)
    assert(list.indexOf('Illness') < list.indexOf('Working conditions'))
    assert(!(await page('/en/internships/incidents', p.coordinatorRhone)).includes('Illness'))
    const [first] = await incidents()
    const one = `/en/internships/incidents/${String(first!['id'])}`
    await page(one, p.studentPloy, 404)
    await page(one, p.coordinatorRhone, 404)
    const step = 'Called the studio: hours end at six from tomorrow.'
    assert.equal((await post(`${one}/steps`, { words: '' }, p.coordinatorAu, one)).status, 422)
    assert.equal((await post(`${one}/steps`, { words: step }, p.coordinatorAu, one)).status, 303)
    assert.match(await page(one, p.coordinatorAu), /hours end at six/)
    assert(!(await page(`${at}/incidents`, p.studentPloy)).includes(step), 'for the offices alone')
  })

  test('is closed with what was done, which its reporter reads, and can be opened again', async () => {
    const [first] = await incidents()
    const one = `/en/internships/incidents/${String(first!['id'])}`
    const end = (outcome: string) => post(`${one}/end`, { outcome }, p.coordinatorAu, one)
    assert.equal((await end(' ')).status, 422)
    assert.equal((await end('The studio keeps the agreed hours.')).status, 303)
    assert.equal((await end('Again')).status, 409, 'of two at once one closes')
    assert.match(await page(`${at}/incidents`, p.studentPloy), /keeps the agreed hours/)
    assert.deepEqual(await notices(), [p.coordinatorAu, p.studentPloy].toSorted())
    const open = () =>
      sql(
        "select 1 from tasks where kind = 'internships.incident' and object_id = $1 and done_at is null and cancelled_at is null",
        [first!['id']],
      )
    assert.equal((await open()).length, 0)
    assert.equal((await post(`${one}/return`, {}, p.coordinatorAu, one)).status, 303)
    assert.match(await page(one, p.coordinatorAu), /keeps the agreed hours/, 'it stays as a step')
    assert.equal((await open()).length, 1)
    assert.equal((await incidents())[0]!['outcome'], '')
  })
})

describe('a link to report by', () => {
  test('comes with what a tutor is asked for, in their language, and what they say is not the student’s', async () => {
    const asked = await post(`${at}/evaluations`, { round: 'midterm' }, p.coordinatorAu, at)
    assert.equal(asked.status, 303)
    const link = actsIn((await contentTo(tutor)).at(-1)!).at(-1)!
    const form = await (await site.ask(link)).text()
    assert.match(form, /รายงานเหตุการณ์|เหตุการณ์/)
    assert.equal((await site.send(link, link, { ...told, day: '2027-01-01' })).status, 422)
    const words = 'นักศึกษาไม่มาสามวัน'
    const sent = await site.send(link, link, { ...told, kind: 'conduct', words })
    assert([200, 303].includes(sent.status))
    const last = (await incidents()).at(-1)!
    assert.deepEqual(
      [last['party'], last['words_language'], last['reported_by']],
      ['tutor', 'th', null],
    )
    assert(!(await page(`${at}/incidents`, p.studentPloy)).includes(words))
    const one = `/en/internships/incidents/${String(last['id'])}`
    assert.match(await page(one, p.coordinatorAu), /คำแก้ว/)
    const mails = (await contentTo(tutor)).length
    const ended = await post(`${one}/end`, { outcome: 'She was ill.' }, p.coordinatorAu, one)
    assert.equal(ended.status, 303)
    assert.match((await contentTo(tutor)).slice(mails).join(), /She was ill/)
  })

  test('is kept as its mentor’s data by a proved address, and goes away with either of the two', async () => {
    const who = p.coordinatorRhone
    await sql(
      `insert into person_emails (id, person_id, address, is_primary, added_at, verified_at)
        values (gen_random_uuid(), $1, $2, false, $3, $3)`,
      [who, tutor, site.clock.now],
    )
    const own = await site.perform((work) => exportInternshipsOf(work, who))
    assert.match(JSON.stringify(own['incidentsReported']), /นักศึกษาไม่มาสามวัน/)
    const of = await site.perform((work) => exportInternshipsOf(work, p.studentPloy))
    assert.match(JSON.stringify(of['incidents']), /ให้ทำงานถึงสี่ทุ่มทุกวัน/)
    assert(!JSON.stringify(of['incidents']).includes('นักศึกษาไม่มาสามวัน'))
    await site.perform((work) => eraseInternshipsOf(work, who))
    const known = () => sql('select name from internship_reporters where email = $1', [tutor])
    assert.equal((await known()).length, 0)
    const [row] = await sql(
      `select r.name, r.email from internship_reporters r
        join internship_incidents x on x.reporter_id = r.id where x.party = 'tutor'`,
    )
    assert.deepEqual(row, { name: '', email: '' })
    await site.perform((work) => eraseInternshipsOf(work, p.studentPloy))
    assert.deepEqual(
      (await incidents()).map(({ words, outcome }) => [words, outcome]),
      [
        ['', ''],
        ['', ''],
        ['', ''],
      ],
    )
    const steps = await sql("select 1 from internship_incident_steps where words <> ''")
    assert.equal(steps.length, 0)
  })

  test('stands on the page of the host: by name for the offices it concerns, as a number for whoever vets hosts', async () => {
    await sql('delete from internship_incident_steps')
    await sql('delete from internship_incidents')
    const [row] = await sql(
      `select p.host_id from internship_placements l
       join internship_positions p on p.id = l.position_id where l.id = $1`,
      [at.split('/').at(-1)],
    )
    const host = `/en/internships/hosts/${String(row!['host_id'])}`
    assert.match(await page(host, p.coordinatorAu), /No incident has been reported/)
    assert.match(await page(host, p.secretariat), /No incident has been reported/)
    assert.equal((await report()).status, 303)
    const own = await page(host, p.coordinatorAu)
    assert.match(own, /Working conditions/)
    assert.match(own, /Pimchanok/)
    assert.match(own, /\/en\/internships\/incidents\//)
    const vetting = await page(host, p.secretariat)
    assert.match(vetting, /Working conditions/)
    assert.doesNotMatch(vetting, /Pimchanok|internships\/incidents\//)
    const elsewhere = await page(host, p.coordinatorPku)
    assert.doesNotMatch(elsewhere, /Working conditions|Pimchanok/)
    // What is long over says nothing of the host of today to whoever vets it.
    await sql("update internship_incidents set on_day = '2024-01-15'")
    assert.doesNotMatch(await page(host, p.secretariat), /Working conditions/)
  })
})
