// Times for interviews: offered on the host's clock, picked on the applicant's, by one of two, changed, given back, called off.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { seededPositions } from '../seed-parts.ts'
import { eraseInternshipsOf } from '../service/erasure.ts'
import { exportInternshipsOf } from '../service/personal-data.ts'

const { people: p } = cast
let site: TestSite
const [, archive, lyon] = seededPositions.map(({ id }) => id) as [string, string, string]
const tutor = 'ines@trois-navettes.example'
const office = (position: string) => `/en/internships/positions/${position}/interviews`
const applied = new Map<string, string>()

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
  await rowsOf('delete from internship_slots')
  for (const [personId, position] of [
    [p.studentKanyarat, lyon],
    [p.studentThanawat, lyon],
    [p.studentKanyarat, archive],
  ] as const) {
    const at = `/en/internships/positions/${position}`
    const values = { motivation: 'I weave', enrolledThere: 'no' }
    const done = await post(`${at}/application`, values, personId, at)
    assert.equal(done.status, 303, await done.text())
    applied.set(`${personId} ${position}`, done.headers.get('location')!.split('?')[0]!)
  }
})
after(() => site.close())

const rowsOf = async (sql: string, values: unknown[] = []) =>
  (await site.house.database.execute(sql, values)).rows

async function post(
  path: string,
  values: Record<string, string>,
  personId: string,
  at: string = path,
) {
  return site.send(at, path, values, await site.signInAs(personId))
}

async function page(path: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, path)
  return answer.text()
}

const own = (personId: string, position = lyon) => applied.get(`${personId} ${position}`)!
const slots = (position = lyon) =>
  rowsOf(
    `select id, starts_at, application_id is not null as taken from internship_slots
      where position_id = $1 order by starts_at`,
    [position],
  )
const mails = async () =>
  (await rowsOf('select 1 from mails where to_address = $1', [tutor])).length
const pick = async (personId: string, slot: unknown, position = lyon) => {
  const at = own(personId, position)
  return post(`${at}/interview`, { slot: String(slot) }, personId, at)
}
const offered = { day: '2026-12-10', from: '09:00', minutes: '30', count: '3', place: 'Salle 2' }

describe('times for interviews', () => {
  test('are offered by the office on the host’s clock, once, and without overlaps', async () => {
    const offer = (values: Record<string, string>, personId: string = p.coordinatorAu) =>
      post(office(lyon), { ...offered, ...values }, personId)
    await page(office(lyon), p.studentKanyarat, 404)
    await page(office(lyon), p.coordinatorRhone, 404)
    const faults: Record<string, string>[] = [
      { day: '2020-01-01' },
      { from: '25:00' },
      { count: '99' },
      { place: '' },
    ]
    for (const wrong of faults) {
      const answer = await offer(wrong)
      assert.equal(answer.status, 422, JSON.stringify(wrong))
      assert.match(await answer.text(), wrong['place'] === '' ? /value="2026-12-10"/ : /Salle 2/)
    }
    assert.equal((await offer({})).status, 303)
    assert.equal((await offer({})).status, 303, 'sent twice')
    assert.equal((await offer({ from: '09:15' })).status, 422, 'it overlaps')
    const starts = (await slots()).map(({ starts_at: at }) => (at as Date).toISOString())
    assert.deepEqual(starts, [
      '2026-12-10T08:00:00.000Z',
      '2026-12-10T08:30:00.000Z',
      '2026-12-10T09:00:00.000Z',
    ])
    const told = await rowsOf(
      "select person_id from notices where kind = 'internships.interview' and href like '%/applications/%'",
    )
    const persons = new Set(told.map(({ person_id: id }) => id))
    assert(persons.has(p.studentKanyarat) && persons.has(p.studentThanawat))
  })

  test('stand on both clocks; of two who pick one, one has it and the other is told', async () => {
    const html = await page(own(p.studentKanyarat), p.studentKanyarat)
    assert.match(html, /15:00 \(GMT\+7\)/)
    assert.match(html, /At the host: [^<]*09:00 \(GMT\+1\)/)
    const [first] = await slots()
    const both = await Promise.all([
      pick(p.studentKanyarat, first!['id']),
      pick(p.studentThanawat, first!['id']),
    ])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [303, 409])
    assert.equal(await mails(), 1)
    await rowsOf('update internship_slots set application_id = null, picked_at = null')
  })

  test('are picked, changed and given back; the host is told each time, and a calendar takes them', async () => {
    const [first, second] = await slots()
    const at = own(p.studentKanyarat)
    const before = await mails()
    assert.equal((await pick(p.studentKanyarat, 'none')).status, 422)
    assert.equal((await pick(p.studentKanyarat, first!['id'])).status, 303)
    assert.equal((await pick(p.studentKanyarat, first!['id'])).status, 303, 'sent twice')
    assert.equal((await pick(p.studentKanyarat, second!['id'])).status, 303)
    assert.deepEqual(
      (await slots()).map(({ taken }) => taken),
      [false, true, false],
    )
    assert.equal(await mails(), before + 3, 'picked, free again, picked')
    const calendar = await page(`${at}/calendar`, p.studentKanyarat)
    assert.match(calendar, /DTSTART:20261210T083000Z/)
    assert.match(calendar, /LOCATION:Salle 2/)
    await page(`${at}/calendar`, p.studentThanawat, 404)
    assert.equal((await post(`${at}/interview/return`, {}, p.studentKanyarat, at)).status, 303)
    assert.equal(await mails(), before + 4)
    await page(`${at}/calendar`, p.studentKanyarat, 404)
  })

  test('do not clash with another interview, and are not picked once they have begun', async () => {
    const there = { ...offered, from: '15:10', count: '1' }
    assert.equal((await post(office(archive), there, p.coordinatorAu)).status, 303)
    const [first, second] = await slots()
    const [elsewhere] = await slots(archive)
    assert.equal((await pick(p.studentKanyarat, first!['id'])).status, 303)
    const clash = await pick(p.studentKanyarat, elsewhere!['id'], archive)
    assert.equal(clash.status, 422)
    assert.match(await clash.text(), /another interview then: Atelier des Trois Navettes/)
    const now = site.clock.now
    site.clock.now = new Date('2026-12-10T08:45:00Z')
    assert.equal((await pick(p.studentThanawat, second!['id'])).status, 422)
    assert.equal((await pick(p.studentKanyarat, second!['id'])).status, 422, 'nor changed')
    site.clock.now = now
  })

  test('show who comes to whoever may read applications, and only that they are taken to others', async () => {
    assert.match(await page(office(lyon), p.coordinatorAu), /Kanyarat/)
    const html = await page(office(lyon), p.administratorAu)
    assert.doesNotMatch(html, /Kanyarat/)
    assert.match(html, /Taken/)
  })

  test('that are called off are told; who is decided about, or gone, frees theirs', async () => {
    const [first, second, third] = await slots()
    const remove = (values: Record<string, string>) =>
      post(`${office(lyon)}/removal`, values, p.coordinatorAu, office(lyon))
    assert.equal((await remove({})).status, 422)
    assert.equal((await remove({ keys: String(first!['id']) })).status, 303)
    const told = await rowsOf(
      "select 1 from notices where kind = 'internships.interview' and person_id = $1",
      [p.studentKanyarat],
    )
    assert.equal(told.length >= 2, true)
    assert.equal((await pick(p.studentKanyarat, second!['id'])).status, 303)
    const exported = await site.perform((work) => exportInternshipsOf(work, p.studentKanyarat))
    assert.equal((exported['interviews'] as unknown[]).length, 1)
    assert.equal((await pick(p.studentThanawat, third!['id'])).status, 303)
    const at = own(p.studentThanawat)
    assert.equal((await post(`${at}/withdrawal`, {}, p.studentThanawat, at)).status, 303)
    await site.perform((work) => eraseInternshipsOf(work, p.studentKanyarat))
    assert((await slots()).every(({ taken }) => taken === false))
    const left = await rowsOf('select content from mails where to_address = $1', [tutor])
    assert.doesNotMatch(JSON.stringify(left), /Kanyarat|กัญญา/, 'nor do mails name them')
  })
})
