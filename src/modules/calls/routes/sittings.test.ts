// A committee: who must leave, votes, two at once, and minutes that become decisions and stay as they are.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { seededCalls } from '../seed/calls.ts'

const site = await testSite({ seed: ['alliance', 'calls'] })
after(() => site.close())
const { people } = cast
const call = `/en/calls/${seededCalls.closed}`
const sittings = `${call}/sittings`

const coordinator = await site.signInAs(people.coordinatorAu)
const chair = await site.signInAs(people.evaluatorAu)
const secretary = await site.signInAs(people.registrarAu)
const rows = async (sql: string, values: unknown[] = []) =>
  (await site.house.database.execute(sql, values)).rows

const today = '2026-11-22'
const plan = (place: string, officers = {}) => ({
  heldOn: today,
  place,
  chair: people.evaluatorAu,
  secretary: people.registrarAu,
  member: [people.academicMentorAu, people.coordinatorAu],
  ...officers,
})

async function planned(place: string, officers = {}): Promise<string> {
  const done = await site.send(sittings, sittings, plan(place, officers), coordinator)
  assert.equal(done.status, 303, await done.text())
  return done.headers.get('location')!.replace(/^https?:\/\/[^/]+/, '')
}

async function post(
  path: string,
  act: string,
  values: Record<string, string | readonly string[]>,
  cookie: string,
) {
  const seen = /name="seen" value="(\d+)"/.exec(
    await (await site.ask(path, { cookie })).text(),
  )?.[1]
  return site.send(path, `${path}${act}`, { seen: seen ?? '', ...values }, cookie)
}

const idOf = (path: string) => path.split('/').at(-1)!
const itemsOf = (path: string) =>
  rows(
    `select i.*, a.number from call_sitting_items i join call_applications a on a.id = i.application_id
     where i.sitting_id = $1 order by i.position`,
    [idOf(path)],
  )
const numbers = async (path: string) => (await itemsOf(path)).map((row) => Number(row['number']))
const waiver = { waiver: 'An internal selection: everybody is of this institution.' }
const award = { act: 'accepted', for: '2', against: '0', abstained: '0', reason: 'merit' }

describe('the committee of a call', () => {
  let path = ''

  test('is planned by the office, once however often the form is sent, and by nobody else', async () => {
    const bare = await site.send(sittings, sittings, {}, coordinator)
    assert.equal(bare.status, 422)
    path = await planned('Room 1')
    assert.equal(await planned('Room 1'), path)
    for (const cookie of [chair, await site.signInAs(people.studentPloy)]) {
      assert.equal((await site.ask(sittings, { cookie })).status, 404)
    }
    const other = await site.signInAs(people.coordinatorPku)
    assert.equal((await site.ask(path, { cookie: other })).status, 404)
    assert.equal((await site.ask(path, { cookie: chair })).status, 200)
    assert.equal((await site.ask(path, { cookie: secretary })).status, 200)
    const tasks = await rows(
      "select count(*)::int as count from tasks where kind = 'calls.minutes'",
    )
    assert.deepEqual(tasks, [{ count: 2 }])
  })

  test('has its agenda by rank, without what waits on another, and in an order that is pasted', async () => {
    const wrong = await post(path, '/agenda', { by: 'rank', ranks: 'first' }, coordinator)
    assert.equal(wrong.status, 422)
    const refused = await post(path, '/agenda', { by: 'rank', ranks: '' }, chair)
    assert.equal(refused.status, 404, 'the office makes the agenda')
    const best = await post(path, '/agenda', { by: 'rank', ranks: '1-2' }, coordinator)
    assert.equal(best.status, 303)
    const two = await numbers(path)
    assert.equal(two.length, 2)
    const rest = await post(path, '/agenda', { by: 'rank', ranks: '', filter: 'none' }, coordinator)
    assert.equal(rest.status, 303)
    assert.equal((await numbers(path)).length, 3)
    const unknown = await post(path, '/agenda', { by: 'number', numbers: '999' }, coordinator)
    assert.equal(unknown.status, 422)
    const turned = (await numbers(path)).toReversed()
    const ordered = await post(
      path,
      '/order',
      { by: 'pasted', order: turned.slice(0, 2).join('\n') },
      secretary,
    )
    assert.equal(ordered.status, 303)
    assert.deepEqual(await numbers(path), turned)
    const none = await post(path, '/order', { by: 'pasted', order: '999' }, secretary)
    assert.equal(none.status, 422)
  })

  test('takes no vote of who must not judge, until they have left or the office waives it', async () => {
    const [first] = await itemsOf(path)
    const item = [String(first!['id'])]
    const stayed = await post(path, '/outcomes', { ...award, item }, secretary)
    assert.equal(stayed.status, 409)
    assert.match(await stayed.text(), /must leave the room/)
    const outside = await site.send(sittings, `${sittings}/waiver`, waiver, coordinator)
    assert.equal(outside.status, 303)
    await rows(
      `insert into call_conflicts (id, application_id, person_id, kind, said_by, said_at)
       values ('01980000-0030-7000-8000-0000000000c1', $1, $2, 'kin', $2, $3)`,
      [first!['application_id'], people.coordinatorAu, site.clock.now],
    )
    const kin = await post(path, '/outcomes', { ...award, item }, secretary)
    assert.equal(kin.status, 409)
    assert.match(await kin.text(), /Kin/)
    const out = await post(path, '/outcomes', { act: 'leave', item }, secretary)
    assert.equal(out.status, 303)
    const left = await rows('select person_id from call_sitting_absences where item_id = $1', item)
    assert.ok(left.some((row) => row['person_id'] === people.coordinatorAu))
  })

  test('records votes that the people in the room can have given, with a reason for a refusal', async () => {
    const [first] = await itemsOf(path)
    const item = [String(first!['id'])]
    const record = (values: object) =>
      post(path, '/outcomes', { ...award, item, ...values }, secretary)
    assert.equal((await record({ for: '9' })).status, 422)
    assert.equal((await record({ for: '' })).status, 422)
    assert.equal((await record({ for: '1', against: '2' })).status, 422)
    assert.equal((await record({ act: 'refused', reason: '' })).status, 422)
    assert.equal((await record({ act: 'nonsense' })).status, 422)
    assert.equal((await record({ item: [] })).status, 422)
    assert.equal((await record({})).status, 303)
    const [row] = await itemsOf(path)
    assert.deepEqual([row!['outcome'], row!['votes_for']], ['accepted', 2])
    const decided = await rows('select count(*)::int as count from call_decisions')
    assert.deepEqual(decided, [{ count: 0 }], 'nothing is decided before the chair approves')
  })

  test('does not write over what somebody else recorded since the page was opened', async () => {
    const [first] = await itemsOf(path)
    const late = await post(
      path,
      '/outcomes',
      { ...award, seen: '1', item: [String(first!['id'])] },
      coordinator,
    )
    assert.equal(late.status, 409)
    assert.match(await late.text(), /recorded application no/)
  })

  test('records one on its own page with who left, and goes on to the next', async () => {
    const items = await itemsOf(path)
    const one = `${path}/items/${String(items[1]!['id'])}`
    const page = await (await site.ask(one, { cookie: secretary })).text()
    assert.match(page, /Left the room/)
    assert.equal((await post(one, '', {}, secretary)).status, 422)
    const must = [...page.matchAll(/name="left" value="([^"]+)" checked/g)].map((each) => each[1]!)
    const done = await post(
      one,
      '',
      {
        outcome: 'waiting',
        for: '1',
        against: '1',
        abstained: '0',
        reason: 'seats-full',
        left: must,
      },
      secretary,
    )
    assert.equal(done.status, 303, await done.text())
    assert.match(done.headers.get('location') ?? '', new RegExp(String(items[2]!['id'])))
  })

  test('is approved by its chair alone, as it was shown, and only when everything is recorded', async () => {
    const open = await post(path, '/approval', {}, chair)
    assert.equal(open.status, 422)
    const items = await itemsOf(path)
    const last = String(items[2]!['id'])
    await post(path, '/outcomes', { act: 'leave', item: [last] }, secretary)
    const off = await post(path, '/outcomes', { act: 'put-off', item: [last] }, secretary)
    assert.equal(off.status, 303, await off.text())
    assert.equal((await post(path, '/approval', {}, coordinator)).status, 404)
    assert.equal((await post(path, '/approval', {}, secretary)).status, 404)
    assert.equal((await post(path, '/approval', { seen: '3' }, chair)).status, 409)
    const text = await post(path, '/minutes', { text: 'The dean\r\nopened.' }, secretary)
    assert.equal(text.status, 303)
    const done = await post(path, '/approval', {}, chair)
    assert.equal(done.status, 303, await done.text())
    const ways = await rows(
      `select outcome, way, decided_by from call_decisions where call_id = $1 order by outcome`,
      [seededCalls.closed],
    )
    assert.deepEqual(
      ways.map((row) => [row['outcome'], row['way'], row['decided_by']]),
      [
        ['accepted', 'committee', people.evaluatorAu],
        ['waiting', 'committee', people.evaluatorAu],
      ],
    )
    const [seat] = await itemsOf(path)
    assert.notEqual(seat!['destination_id'], null, 'the minutes name the seat')
    const undone = await rows(
      `select a.outcome from call_sitting_items i join call_applications a on a.id = i.application_id where i.id = $1`,
      [last],
    )
    assert.deepEqual(undone, [{ outcome: null }], 'what was put off is not decided')
  })

  test('has minutes as a document and as a sheet, the same bytes each time once approved', async () => {
    const bytes = async (what: string) => {
      const answer = await site.ask(`${path}/${what}`, { cookie: secretary })
      assert.equal(answer.status, 200, what)
      return Buffer.from(await answer.arrayBuffer())
    }
    const document = await bytes('minutes')
    assert.equal(document.subarray(0, 5).toString(), '%PDF-')
    site.clock.now = new Date(site.clock.now.getTime() + 60_000)
    assert.ok(document.equals(await bytes('minutes')))
    assert.equal((await bytes('table')).subarray(0, 2).toString(), 'PK')
    const student = await site.signInAs(people.studentPloy)
    assert.equal((await site.ask(`${path}/minutes`, { cookie: student })).status, 404)
  })

  test('changes nothing of approved minutes, by the pages or beneath them', async () => {
    const again = await post(path, '/approval', { seen: '3' }, chair)
    assert.equal(again.status, 409)
    assert.equal((await post(path, '/presence', {}, secretary)).status, 409)
    for (const sql of [
      "update call_sittings set minutes = 'x' where id = $1",
      'delete from call_sitting_items where sitting_id = $1',
      'update call_sitting_items set votes_for = 3 where sitting_id = $1',
      'update call_sitting_members set is_present = false where sitting_id = $1',
      'delete from call_sitting_absences where sitting_id = $1',
      `insert into call_sitting_members (sitting_id, person_id) values ($1, '${people.studentPloy}')`,
    ]) {
      await assert.rejects(rows(sql, [idOf(path)]), /never altered/, sql)
    }
    await rows("update call_sitting_items set note = '{}' where sitting_id = $1", [idOf(path)])
  })
})

describe('two committees of one call', () => {
  test('cannot both decide one application: the second chair is told, and nothing of theirs happens', async () => {
    const first = await planned('Room 2')
    const [put] = await rows(
      `select number from call_applications where call_id = $1 and outcome is null and state = 'submitted'`,
      [seededCalls.closed],
    )
    const agenda = { by: 'number', numbers: String(put!['number']) }
    assert.equal((await post(first, '/agenda', agenda, coordinator)).status, 303)
    const second = await planned('Room 3')
    await post(second, '/agenda', agenda, coordinator)
    assert.deepEqual(await numbers(second), [], 'it waits on one agenda at a time')
    const item = async (path: string) => [String((await itemsOf(path))[0]!['id'])]
    await post(first, '/outcomes', { act: 'leave', item: await item(first) }, secretary)
    const values = { ...award, act: 'refused', reason: 'requirements', item: await item(first) }
    const recorded = await post(first, '/outcomes', values, secretary)
    assert.equal(recorded.status, 303, await recorded.text())
    // The office decides it by hand meanwhile.
    const list = `${call}/applications`
    const [{ id } = {}] = await rows(
      'select application_id as id from call_sitting_items where sitting_id = $1',
      [idOf(first)],
    )
    const page = await (await site.ask(list, { cookie: coordinator })).text()
    const seen = /name="seen" value="(\d+)"/.exec(page)![1]!
    const byHand = await site.send(
      list,
      `${call}/decisions`,
      { seen, application: String(id), outcome: 'waiting' },
      coordinator,
    )
    assert.equal(byHand.status, 303)
    const late = await post(first, '/approval', {}, chair)
    assert.equal(late.status, 409)
    assert.match(await late.text(), /decided elsewhere/)
    const [state] = await rows('select state from call_sittings where id = $1', [idOf(first)])
    assert.equal(state!['state'], 'planned')
    const anew = await post(first, '/outcomes', values, secretary)
    assert.equal(anew.status, 303)
    const both = await Promise.all([
      post(first, '/approval', {}, chair),
      post(first, '/approval', {}, chair),
    ])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [303, 409])
    const [count] = await rows(
      "select count(*)::int as count from call_decisions where application_id = $1 and way = 'committee'",
      [id],
    )
    assert.equal(count!['count'], 1)
  })

  test('in a blind call whoever is not of the office reads numbers and no names', async () => {
    const blind = `/en/calls/${seededCalls.reviewed}/sittings`
    const done = await site.send(blind, blind, plan('Room 4'), coordinator)
    const path = done.headers.get('location')!.replace(/^https?:\/\/[^/]+/, '')
    const put = await post(path, '/agenda', { by: 'rank', ranks: '' }, coordinator)
    assert.equal(put.status, 303)
    const names = await rows(
      `select p.name->>'romanised' as name, p.id from call_applications a join persons p on p.id = a.person_id where a.call_id = $1`,
      [seededCalls.reviewed],
    )
    const [item] = await itemsOf(path)
    for (const each of [path, `${path}/items/${String(item!['id'])}`]) {
      const text = await (await site.ask(each, { cookie: chair })).text()
      for (const { name, id } of names) {
        assert.ok(
          !text.includes(String(name)) && !text.includes(String(id)),
          `${each} names nobody`,
        )
      }
    }
  })
})
