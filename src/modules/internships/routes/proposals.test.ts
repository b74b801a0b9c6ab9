// An internship that a student found: proposed in Thai, checked, its host vetted, approved into a placement.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isRefused, type Work } from '#kernel/database'
import { grantsOf } from '#modules/alliance'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { placementsOf } from '../queries/placements.ts'
import { proposalsOf } from '../queries/proposals.ts'
import { decideHost } from '../service/hosts.ts'
import { eraseInternshipsOf } from '../service/erasure.ts'

const { people: p } = cast
let site: TestSite
const form = '/th/internships/proposals/new'

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
})
after(() => site.close())

const found = {
  hostName: 'โรงทอผ้าบ้านเหนือ',
  country: 'TH',
  city: 'เชียงใหม่',
  timeZone: 'Asia/Bangkok',
  tutorName: 'คำปัน',
  tutorEmail: 'khampan@weaver.example',
  signatoryName: 'คำปัน',
  signatoryEmail: 'khampan@weaver.example',
  title: 'ลายผ้าพื้นเมือง',
  tasks: 'ทอและบันทึกลาย',
  startsOn: '11/1/2570',
  endsOn: '30/4/2570',
  hoursPerWeek: '30',
  mode: 'site',
  language: 'th',
  languageLevel: 'C1',
  field: '0212',
  enrolledThere: 'no',
}

async function post(path: string, values: Record<string, string>, personId: string, at = path) {
  return site.send(at, path, values, await site.signInAs(personId))
}

const own = () => site.perform((work) => proposalsOf(work, p.studentKanyarat))

async function as<T>(personId: string, verb: (work: Work) => Promise<T>): Promise<T> {
  const { house, clock } = site
  const grants = await grantsOf(house.database.kysely, personId, clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  return house.runner.perform({ actor, now: clock.now, language: 'en' }, verb)
}

describe('an internship that a student found', () => {
  test('is proposed by students alone; a fault keeps what was typed', async () => {
    const wrong = await post(form, { ...found, endsOn: '1/1/2570' }, p.studentKanyarat)
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /โรงทอผ้าบ้านเหนือ/)
    assert.equal((await post(form, found, p.secretariat)).status, 409)
    assert.equal((await post(form, found, p.studentKanyarat)).status, 303)
    const [proposal] = await own()
    assert.deepEqual([proposal!.state, proposal!.startsOn], ['sent', '2027-01-11'])
  })

  test('is checked by the student’s school, vetted by the secretariat, and only then approved', async () => {
    const { id } = (await own())[0]!
    const at = `/en/internships/proposals/${id}`
    const decide = (decision: string, remark: string, personId: string) =>
      post(`${at}/decision`, { decision, remark, hostId: '' }, personId, at)
    const coordinator = await coordinatorOf()
    assert.equal((await decide('approved', '', coordinator)).status, 422, 'it is not checked')
    assert.equal((await decide('returned', '', coordinator)).status, 422, 'no reason')
    assert.equal((await decide('checked', '', coordinator)).status, 303)
    assert.equal((await decide('approved', '', coordinator)).status, 422, 'it is not vetted')
    const { hostId } = (await own())[0]!
    const vetted = await as(p.secretariat, (work) =>
      decideHost(work, { hostId: hostId!, state: 'vetted', until: '2028-01-01', reason: '' }),
    )
    assert.equal(isRefused(vetted), false)
    const done = await decide('approved', '', coordinator)
    assert.equal(done.status, 303, await done.text())
    assert.equal((await decide('approved', '', coordinator)).status, 303, 'twice is no fault')
    const placements = await site.perform((work) => placementsOf(work, p.studentKanyarat))
    assert.equal(placements.length, 1)
    assert.deepEqual(placements[0]!.titles, { th: 'ลายผ้าพื้นเมือง' })
    const open = await site.ask('/en/internships')
    assert(!(await open.text()).includes('ลายผ้าพื้นเมือง'), 'nobody else can apply')
  })

  test('at a host that the alliance knows keeps the people whom the student named', async () => {
    const { rows } = await site.house.database.execute(
      "select id, tutor_name from internship_hosts where country = 'TH' and state = 'vetted' limit 1",
    )
    const known = rows[0]!
    const named = { ...found, tutorName: 'มาลี', tutorEmail: 'malee@weaver.example' }
    const days = { startsOn: '1/6/2570', endsOn: '31/7/2570' }
    assert.equal((await post(form, { ...named, ...days }, p.studentKanyarat)).status, 303)
    const { id } = (await own()).find(({ tutorName }) => tutorName === 'มาลี')!
    const at = `/en/internships/proposals/${id}`
    for (const decision of ['checked', 'approved']) {
      const values = { decision, remark: '', hostId: String(known['id']) }
      const done = await post(`${at}/decision`, values, await coordinatorOf(), at)
      assert.equal(done.status, 303, await done.text())
    }
    const placements = await site.perform((work) => placementsOf(work, p.studentKanyarat))
    const { tutor, tutorEmail } = placements.find(({ startsOn }) => startsOn === '2027-06-01')!
    assert.notEqual(known['tutor_name'], 'มาลี')
    assert.deepEqual([tutor, tutorEmail], ['มาลี', 'malee@weaver.example'])
  })

  test('is taken back before it is decided, and goes with an erasure', async () => {
    const again = { ...found, title: 'อีกแห่ง' }
    assert.equal((await post(form, again, p.studentKanyarat)).status, 303)
    const second = async () => (await own()).find(({ title }) => title === again.title)!
    const at = `/en/internships/proposals/${(await second()).id}`
    assert.equal((await post(`${at}/withdrawal`, {}, p.studentKanyarat, at)).status, 303)
    assert.equal((await second()).state, 'withdrawn')
    await site.perform((work) => eraseInternshipsOf(work, p.studentKanyarat))
    const left = await own()
    assert(left.every(({ title, tasks }) => title === '' && tasks === ''))
    assert(left.every(({ tutorName, signatoryEmail }) => tutorName === '' && signatoryEmail === ''))
    const placements = await site.perform((work) => placementsOf(work, p.studentKanyarat))
    const placement = placements.at(-1)
    assert.deepEqual([placement!.titles, placement!.descriptions], [{ th: '–' }, { th: '–' }])
    const { rows } = await site.house.database.execute(
      'select papers from internship_hosts where name = $1',
      [found.hostName],
    )
    assert.deepEqual(rows, [{ papers: '–' }], 'what the student wrote came in as the host’s papers')
  })
})

/** The coordinator of the school where the student is enrolled. */
async function coordinatorOf(): Promise<string> {
  const { organisation_id: place } = (await own())[0]!
  const { rows } = await site.house.database.execute(
    `select person_id from appointments where organisation_id = $1 and role = 'coordinator'
       and (ends_on is null or ends_on > '2026-11-22') and degree_programme_id is null limit 1`,
    [place],
  )
  return String(rows[0]!['person_id'])
}
