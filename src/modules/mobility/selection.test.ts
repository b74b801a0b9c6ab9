// A selection from the places of agreements to nominations: students rank hosts, matching allots, the office looks and nominates.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { grantsOf } from '#modules/alliance'
import { cast, testSite } from '../../../test/harness/site.ts'
import { cancelStay } from './service/answering.ts'
import { selectionSubject } from './queries/selections.ts'
import { followSelection } from './service/following-selection.ts'
import { nominate } from './service/nominate.ts'
import { nominateFromSelection } from './service/selection.ts'

const site = await testSite({ seed: ['alliance', 'agreements', 'recognition', 'mobility'] })
after(() => site.close())
const { people, organisations: o, enrolments: e } = cast
const { database, runner } = site.house
const day = 24 * 3_600_000
const days = { startsOn: '2027-09-01', endsOn: '2028-01-04' }
const newPath = '/en/mobility/selections/new'

async function page(path: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, path)
  return answer.text()
}

async function by<T>(
  personId: string,
  verb: (work: Work) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const grants = await grantsOf(database.kysely, personId, site.clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  return runner.perform({ actor, now: site.clock.now, language: 'en' }, verb)
}

async function rowsOf(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.execute(sql, values)).rows
}

/** Over JSON, as a person's own program. */
async function json(personId: string, method: string, path: string, body?: unknown) {
  const answer = await site.ask(`/api/v1${path}`, {
    method,
    cookie: await site.signInAs(personId),
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const data = (await answer.json()) as Record<string, unknown>
  assert.equal(answer.status, 200, `${method} ${path} ${JSON.stringify(data)}`)
  return data
}

/** The boxes in which places are given, by the host. */
async function boxes(): Promise<Record<string, string>> {
  const html = await page(`${newPath}?year=2027/2028`, people.coordinatorAu)
  const names = new Set([...html.matchAll(/name="(seats-[^"]+)"/g)].map(([, name]) => name!))
  const boxOf = (host: string) => [...names].find((name) => name.endsWith(host))!
  return { pku: boxOf(o.pku), ruc: boxOf(o.ruc) }
}

async function open(values: Record<string, string>) {
  const cookie = await site.signInAs(people.coordinatorAu)
  const form = { year: '2027/2028', organisation: o.au, title: 'Autumn 2027 in China', ...days }
  return site.send(newPath, newPath, { ...form, ...values }, cookie)
}

const nominated = () =>
  rowsOf(
    `select m.person_id, m.receiving_organisation_id as host, m.state, s.wish from mobility_selected s
     join mobilities m on m.id = s.mobility_id order by s.wish`,
  )
const openTasks = async () =>
  (
    await rowsOf(
      "select 1 from tasks where kind = 'mobility.selected' and done_at is null and cancelled_at is null",
    )
  ).length

let callId = ''
let selectionId = ''
const applications = new Map<string, string>()

describe('a selection', () => {
  test('gives places of agreements in force, no more than are free, and nothing typed is lost', async () => {
    const { pku, ruc } = await boxes()
    const many = await open({ [pku!]: '3', [ruc!]: '1' })
    assert.equal(many.status, 422)
    const html = await many.text()
    assert.match(html, /Only 2 are free/)
    assert.match(html, /value="Autumn 2027 in China"/)
    assert.equal((await open({})).status, 422, 'no place at all')
    assert.equal((await open({ [pku!]: 'two' })).status, 422)
    const wrongYear = await open({ [pku!]: '1', startsOn: '2037-09-01', endsOn: '2038-01-04' })
    assert.match(await wrongYear.text(), /gives no places/)
    assert.deepEqual(await rowsOf('select 1 from mobility_selections'), [])
    await page(newPath, people.studentPloy, 404)
  })

  test('opens a call that asks for ranked hosts, for the office to complete', async () => {
    const { pku, ruc } = await boxes()
    const done = await open({ [pku!]: '1', [ruc!]: '1' })
    assert.equal(done.status, 303, await done.text())
    const [made] = await rowsOf('select id, call_id, sending_year from mobility_selections')
    callId = String(made!['call_id'])
    selectionId = String(made!['id'])
    assert.equal(done.headers.get('location'), `/en/calls/${callId}/edit`)
    assert.equal(made!['sending_year'], '2027/2028')
    const path = `/en/mobility/selections/${selectionId}`
    assert.match(await page(path, people.coordinatorAu), /Nobody has been told yet/)
    await page(path, people.coordinatorPku, 404)
    await page(path, people.studentPloy, 404)
    assert.match(await page('/en/mobility/selections', people.coordinatorAu), /Autumn 2027/)
    assert.doesNotMatch(await page('/en/mobility/selections', people.coordinatorPku), /Autumn 2027/)
  })

  test('is decided by the wishes and merits of those who applied', async () => {
    const now = site.clock.now.getTime()
    const moments = [now - day, now + day, now + 2 * day].map((at) => new Date(at))
    await database.execute(
      'update calls set opens_at = $2, closes_at = $3, results_at = $4 where id = $1',
      [callId, ...moments],
    )
    const cookie = await site.signInAs(people.coordinatorAu)
    const edit = `/en/calls/${callId}/edit`
    const [{ version }] = (await rowsOf('select version from calls where id = $1', [callId])) as [
      { version: number },
    ]
    const published = await site.send(
      edit,
      `/en/calls/${callId}/publication`,
      { version: String(version) },
      cookie,
    )
    assert.equal(published.status, 303, await published.text())
    const [call] = await rowsOf(
      "select definition -> 'destinations' as d from calls where id = $1",
      [callId],
    )
    const hosts = call!['d'] as { id: string; organisationId: string }[]
    const host = (id: string) => hosts.find(({ organisationId }) => organisationId === id)!.id
    const wishes = [
      [people.studentPloy, '3.42', [host(o.pku), host(o.ruc)]],
      [people.studentThanawat, '3.05', [host(o.pku)]],
      [people.studentKanyarat, '3.71', [host(o.pku), host(o.ruc)]],
    ] as const
    for (const [person, grade, ranked] of wishes) {
      const { id } = await json(person, 'POST', `/calls/${callId}/application`)
      const path = `/applications/${String(id)}`
      const answers = { grade, hosts: ranked, why: 'Because.' }
      await json(person, 'PUT', `${path}/answers`, { answers })
      await json(person, 'POST', `${path}/submission`)
      applications.set(person, path)
    }
    site.clock.now = new Date(now + 1.5 * day)
    const proposed = await json(people.coordinatorAu, 'GET', `/calls/${callId}/selection`)
    const { seen } = await json(people.coordinatorAu, 'POST', `/calls/${callId}/selection`, {
      seen: proposed['seen'],
    })
    await json(people.coordinatorAu, 'POST', `/calls/${callId}/decisions/closing`, { seen })
    await json(people.coordinatorAu, 'POST', `/calls/${callId}/telling`)
    const html = await page(`/en/mobility/selections/${selectionId}`, people.coordinatorAu)
    assert.match(html, /Has the offer/)
    assert.match(html, /Waiting list/)
    assert.doesNotMatch(html, /Preview the nomination/, 'nobody has taken a place yet')
  })

  test('tells the office once places are taken, and previews what would come of each', async () => {
    for (const person of [people.studentKanyarat, people.studentPloy]) {
      await json(person, 'POST', `${applications.get(person)!}/reply`, { reply: 'accepted' })
    }
    await site.chronicle.drain()
    assert.equal(await openTasks(), 1)
    const elsewhere = await by(people.coordinatorAu, (work) =>
      nominate(work, {
        enrolmentId: e.ploy,
        receivingOrganisationId: o.ruc,
        kind: 'study',
        startsOn: '2027-12-01',
        endsOn: '2028-02-01',
        programmeYearId: null,
        seat: null,
        remark: '',
        mayWait: false,
        node: 'test.example',
      }),
    )
    assert.ok(!isRefused(elsewhere))
    const path = `/en/mobility/selections/${selectionId}`
    const cookie = await site.signInAs(people.coordinatorAu)
    const preview = await site.send(path, `${path}/nominations`, { step: 'preview' }, cookie)
    const html = await preview.text()
    assert.equal(preview.status, 200)
    assert.match(html, /1 student can be nominated/)
    assert.match(html, /1 student cannot be nominated now/)
    assert.deepEqual(await nominated(), [], 'a preview leaves nothing')
    const done = await site.send(path, `${path}/nominations`, { step: 'nominate' }, cookie)
    assert.equal(done.status, 303)
    assert.deepEqual(await nominated(), [
      { person_id: people.studentKanyarat, host: o.pku, state: 'pending', wish: 1 },
    ])
    assert.equal(await openTasks(), 1, 'somebody is left')
    await by(people.coordinatorAu, (work) =>
      cancelStay(work, { mobilityId: elsewhere.mobilityId, reason: 'Selected instead' }),
    )
  })

  test('nominates each once, however many press at once', async () => {
    const press = () =>
      by(people.coordinatorAu, (work) =>
        nominateFromSelection(work, { selectionId, node: 'test.example' }),
      )
    const both = await Promise.all([press(), press()])
    assert.equal(both.filter((done) => isRefused(done)).length, 1)
    assert.deepEqual(
      (await nominated()).map(({ person_id, host, wish }) => [person_id, host, wish]),
      [
        [people.studentKanyarat, o.pku, 1],
        [people.studentPloy, o.ruc, 2],
      ],
    )
    assert.equal(await openTasks(), 0)
    const refused = await by(people.coordinatorPku, (work) =>
      nominateFromSelection(work, { selectionId, node: 'test.example' }),
    )
    assert.ok(isRefused(refused) && refused.status === 404)
    const html = await page(`/en/mobility/selections/${selectionId}`, people.coordinatorAu)
    assert.match(html, /Choice 1[\s\S]*Choice 2/)
  })

  test('leaves the office no task with nobody to nominate: after a late word, and after a withdrawal', async () => {
    const data = { subject: { kind: selectionSubject, id: selectionId }, reply: 'accepted' }
    const follow = () => site.perform((work) => followSelection(work, { data }))
    await follow()
    assert.equal(await openTasks(), 0, 'everybody was nominated before the word came')
    await rowsOf('delete from mobility_selected where wish = 2')
    await follow()
    assert.equal(await openTasks(), 1)
    const own = `/en${applications.get(people.studentPloy)!}`
    const cookie = await site.signInAs(people.studentPloy)
    const gone = await site.send(own, `${own}/withdrawal`, {}, cookie)
    assert.equal(gone.status, 303, await gone.text())
    await site.chronicle.drain()
    assert.equal(await openTasks(), 0)
  })

  test('stands in a list that costs the same number of queries for one and for three', async () => {
    const cookie = await site.signInAs(people.coordinatorAu)
    const cost = async () => {
      await site.ask('/en/mobility/selections', { cookie })
      await site.reads.flush()
      const before = database.queryCount()
      await site.ask('/en/mobility/selections', { cookie })
      await site.reads.flush()
      return database.queryCount() - before
    }
    const one = await cost()
    const { ruc } = await boxes()
    for (const title of ['Second', 'Third']) {
      assert.equal((await open({ title, [ruc!]: '1' })).status, 303)
    }
    assert.equal(await cost(), one)
  })
})
