// One call with three hundred applications: brought in from a sheet, decided at once, told together.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { seededCalls } from '../seed/calls.ts'

const site = await testSite({ seed: ['alliance', 'calls'] })
after(() => site.close())
const { people, organisations } = cast
const call = `/en/calls/${seededCalls.closed}`
const list = `${call}/applications`
const count = 300

const coordinator = await site.signInAs(people.coordinatorAu)
const registrar = await site.signInAs(people.registrarAu)
const rows = async (sql: string, values: unknown[] = []) =>
  (await site.house.database.execute(sql, values)).rows

const numberOf = (place: number) => `66${String(20_000 + place)}`
/** From 2.76 to 3.95, many of them equal. */
const averageOf = (place: number) => (2.76 + (place % 120) / 100).toFixed(2)

async function ask(path: string): Promise<string> {
  return (await site.ask(path, { cookie: coordinator })).text()
}

const standing = () =>
  rows(
    `select coalesce(outcome, 'none') as outcome, count(*)::int as count from call_applications
       where call_id = $1 and state = 'submitted' group by 1 order by 1`,
    [seededCalls.closed],
  )

describe('three hundred applications to one call', () => {
  test('come from a sheet, all or none', async () => {
    const students = Array.from({ length: count }, (_, place) =>
      [numberOf(place), `Given${place}`, 'Family', 'BFA-DA', '2023'].join('\t'),
    )
    const enrolments = `/en/organisations/${organisations.au}/enrolments/import`
    const heading = 'Student number\tGiven name\tFamily name\tDegree programme (code)\tIntake year'
    const enrolled = await site.send(
      enrolments,
      enrolments,
      { step: 'import', startsOn: '2023-08-01', text: [heading, ...students].join('\n') },
      registrar,
    )
    assert.equal(enrolled.status, 303, await enrolled.text())
    const sent = students.map(
      (_, place) => `${numberOf(place)}\t${averageOf(place)}\tyes\tBecause.\td3; d1`,
    )
    const text = ['Student number\tq2\tq3\tq5\tq7', ...sent].join('\n')
    const path = `${call}/import`
    const broken = await site.send(
      path,
      path,
      { step: 'import', text: `${text}\nnobody\t3.5\tyes\tBecause.\td1` },
      coordinator,
    )
    assert.equal(broken.status, 422)
    assert.deepEqual(await standing(), [{ outcome: 'none', count: 3 }], 'nothing is half-done')
    const done = await site.send(path, path, { step: 'import', text }, coordinator)
    assert.equal(done.status, 303)
    assert.deepEqual(await standing(), [{ outcome: 'none', count: count + 3 }])
  })

  test('are listed a hundred at a time, found by name, and refused in one act', async () => {
    const first = await ask(list)
    assert.equal(first.match(/name="application"/g)?.length, 100)
    const found = await ask(`${list}?q=Given299`)
    assert.equal(found.match(/name="application"/g)?.length, 1)
    const lowest = await rows(
      `select id from call_applications where call_id = $1 and state = 'submitted'
         order by (answers->>'q2')::numeric, number limit 100`,
      [seededCalls.closed],
    )
    const decision = {
      seen: '0',
      application: lowest.map(({ id }) => String(id)),
      outcome: 'refused',
      reason: 'requirements',
    }
    const refused = await site.send(list, `${call}/decisions`, decision, coordinator)
    assert.equal(refused.status, 303)
    const again = await site.send(list, `${call}/decisions`, decision, coordinator)
    assert.equal(again.status, 409, 'on a page from before, nothing happens')
  })

  test('are decided by quota in order of merit, and told together', async () => {
    const page = `${call}/selection`
    assert.equal((await site.send(page, page, { seen: '1' }, coordinator)).status, 303)
    const decided = await standing()
    assert.deepEqual(decided, [
      { outcome: 'accepted', count: 4 },
      { outcome: 'refused', count: 100 },
      { outcome: 'waiting', count: count + 3 - 104 },
    ])
    const [best] = await rows(
      `select bool_and(a.merit >= w.merit) as holds from
         (select min((answers->>'q2')::numeric) as merit from call_applications
            where call_id = $1 and outcome = 'accepted' and destination_id in ('d1', 'd3')) a,
         (select max((answers->>'q2')::numeric) as merit from call_applications
            where call_id = $1 and outcome = 'waiting') w`,
      [seededCalls.closed],
    )
    assert.equal(best!['holds'], true, 'nobody who waits has more merit than who has a seat')
    for (const act of ['decisions/closing', 'telling']) {
      const done = await site.send(list, `${call}/${act}`, { seen: '2' }, coordinator)
      assert.equal(done.status, 303, act)
    }
    const [lot] = await rows('select state from calls where id = $1', [seededCalls.closed])
    assert.equal(lot!['state'], 'told')
    const places = await rows(
      `select count(distinct waiting_place)::int as places, max(waiting_place) as last
         from call_applications where call_id = $1 and outcome = 'waiting'`,
      [seededCalls.closed],
    )
    assert.deepEqual(places, [{ places: count - 101, last: count - 101 }])
  })
})
