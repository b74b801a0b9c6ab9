// What is settled before a stay: the checklist, who may see it, what is asked of whom and when.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { addDays } from '#kernel/values'
import { cast, testSite } from '../../../test/harness/site.ts'
import { seededStays } from './seed.ts'
import { recordEvent } from './service/during.ts'
import { eraseMobilityOf, exportMobilityOf, mobilityData } from './service/personal-data.ts'
import { askToPrepare, dueToPrepare, forgetPreparations } from './service/preparation.ts'

const site = await testSite({
  seed: ['alliance', 'agreements', 'clearance', 'recognition', 'mobility'],
})
after(() => site.close())
const { people } = cast
const { database, runner } = site.house
const stay = seededStays.ploy
const path = `/en/mobility/${stay}/preparation`
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function page(at: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(at, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, at)
  return answer.text()
}

async function keep(values: Record<string, string>, personId: string, paper?: File) {
  const cookie = await site.signInAs(personId)
  const html = await (await site.ask(path, { cookie })).text()
  const body = new FormData()
  body.set('csrf', /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '')
  for (const [name, value] of Object.entries(values)) body.set(name, value)
  if (paper) body.set('paper', paper)
  return site.ask(path, { method: 'POST', cookie, body })
}

async function rowsOf(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.execute(sql, values)).rows
}

const openTasks = async (kind: string, id: string) =>
  rowsOf(
    `select assignee_person_id as person, assignee_role as role, due_on::text as due from tasks
     where kind = $1 and object_id = $2 and done_at is null and cancelled_at is null order by assignee_role nulls first`,
    [kind, id],
  )
const lastDay = async (id: string) =>
  String((await rowsOf('select ends_on::text as d from mobilities where id = $1', [id]))[0]!['d'])

describe('the checklist of a stay', () => {
  test('is its student’s and the coordinators’ of both sides, and asks for what the stay needs', async () => {
    const html = await page(path, people.studentPloy)
    for (const asked of ['Visa or permit', 'Health insurance', 'Housing', 'Emergency contact']) {
      assert.match(html, new RegExp(asked))
    }
    assert.doesNotMatch(html, /Guardian/)
    await page(path, people.studentThanawat, 404)
    await page(path, people.coordinatorRuc, 404)
    assert.doesNotMatch(await page(path, people.coordinatorPku), /Write it down/)
    const theirs = await keep({ item: 'housing', detail: 'x' }, people.coordinatorPku)
    assert.equal(theirs.status, 404)
    await page(`/en/mobility/${seededStays.thanawat}/preparation`, people.studentThanawat, 404)
  })

  test('asks for a guardian of minors alone', async () => {
    const born = 'update persons set birth_date = $2 where id = $1'
    const [before] = await rowsOf('select birth_date::text as d from persons where id = $1', [
      people.studentPloy,
    ])
    await database.execute(born, [people.studentPloy, '2008-01-01'])
    assert.match(await page(path, people.studentPloy), /Guardian/)
    await database.execute(born, [people.studentPloy, before!['d']])
    const not = await keep({ item: 'guardian', name: 'A', phone: '1' }, people.studentPloy)
    assert.equal(not.status, 422)
  })

  test('keeps nothing of which what matters is missing, and shows what was typed', async () => {
    const nobody = await keep(
      { item: 'insurance', detail: 'Policy 17', validUntil: '2027-12-31' },
      people.studentPloy,
    )
    assert.equal(nobody.status, 422)
    assert.match(await nobody.text(), /value="Policy 17"/)
    const wrongDay = await keep(
      { item: 'insurance', name: 'Muang Thai', validUntil: 'soon' },
      people.studentPloy,
    )
    assert.equal(wrongDay.status, 422)
    const noPicture = new File(['<script>'], 'x.png', { type: 'image/png' })
    const values = { item: 'housing', detail: 'Dormitory 34' }
    assert.equal((await keep(values, people.studentPloy, noPicture)).status, 415)
    const kept = 'select 1 from mobility_preparations where mobility_id = $1'
    assert.deepEqual(await rowsOf(kept, [stay]), [])
  })

  test('says of an insurance that it ends too early, and takes a longer one with its paper', async () => {
    const ends = await lastDay(stay)
    const insured = { item: 'insurance', name: 'Muang Thai', detail: 'Policy 17' }
    const early = await keep({ ...insured, validUntil: addDays(ends, -1) }, people.studentPloy)
    assert.equal(early.status, 303, await early.text())
    assert.match(await page(path, people.studentPloy), /Ends too early/)
    const paper = new File([png], 'policy.png', { type: 'image/png' })
    const done = await keep({ ...insured, validUntil: ends }, people.studentPloy, paper)
    assert.equal(done.status, 303)
    const html = await page(path, people.coordinatorPku)
    assert.doesNotMatch(html, /Ends too early/)
    const told = await rowsOf(
      `select country_from, country_to, field_groups from transfers
        where destination = $1 and at = $2`,
      [`/mobility/${stay}/preparation`, site.clock.now],
    )
    const line = { country_from: 'TH', country_to: 'CN', field_groups: ['health'] }
    assert.deepEqual(told, [line, line], 'the ledger has what the host reads, once for each time')
    const file = await site.ask(`/en/mobility/${stay}/papers/insurance`, {
      cookie: await site.signInAs(people.coordinatorPku),
    })
    assert.equal(file.headers.get('content-type'), 'image/png')
    await page(`/en/mobility/${stay}/papers/insurance`, people.studentThanawat, 404)
    await page(`/en/mobility/${stay}/papers/permit`, people.studentPloy, 404)
  })
})

describe('what is missing', () => {
  test('is asked of the student once, until ten working days before the stay', async () => {
    const [{ starts }] = (await rowsOf(
      'select starts_on::text as starts from mobilities where id = $1',
      [stay],
    )) as [{ starts: string }]
    const due = async () =>
      (
        await dueToPrepare(
          runner.reading({
            actor: { kind: 'system', name: 'test' },
            now: site.clock.now,
            language: 'en',
          }),
        )
      ).map(({ id }) => id)
    assert.ok(!(await due()).includes(stay), 'not yet: it begins in 80 days')
    site.clock.now = new Date(`${addDays(starts, -59)}T02:00:00Z`)
    assert.ok((await due()).includes(stay))
    for (let day = 0; day < 2; day += 1) await site.perform((work) => askToPrepare(work, stay))
    assert.ok(!(await due()).includes(stay), 'whoever is asked is not looked at every night')
    const tasks = await openTasks('mobility.prepare', stay)
    assert.deepEqual(
      tasks.map(({ person }) => person),
      [people.studentPloy],
    )
    const until = String(tasks[0]!['due'])
    assert.ok(until <= addDays(starts, -14) && until >= addDays(starts, -21), until)
  })

  test('stands in a list that costs the same number of queries for one and for more', async () => {
    const cost = async (personId: string) => {
      const cookie = await site.signInAs(personId)
      const ask = () => site.ask('/en/mobility/preparations', { cookie })
      await ask()
      await site.reads.flush()
      const before = database.queryCount()
      const html = await (await ask()).text()
      await site.reads.flush()
      const stays = new Set(html.match(/\/en\/mobility\/[0-9a-f-]{36}/g)).size
      return { stays, queries: database.queryCount() - before }
    }
    const [few, more] = [await cost(people.coordinatorPku), await cost(people.coordinatorAu)]
    assert.ok(few.stays === 1 && more.stays > 1, `${few.stays} ${more.stays}`)
    assert.equal(few.queries, more.queries)
    assert.match(await page('/en/mobility/preparations', people.coordinatorAu), /Visa or permit/)
    await page('/en/mobility/preparations', people.studentPloy, 404)
  })

  test('is no matter of offices that read no checklist, and leaves out those of others’ students', async () => {
    for (const office of [people.administratorAu, people.registrarAu]) {
      await page('/en/mobility/preparations', office, 404)
    }
    const list = async () => {
      const html = await page('/en/mobility/preparations', people.coordinatorPku)
      const links = html.match(/\/en\/mobility\/[0-9a-f-]{36}\/preparation"/g) ?? []
      return { links: links.length, unread: (html.match(/<td[^>]*>–<\/td>/g) ?? []).length }
    }
    const before = await list()
    assert.deepEqual(before, { links: 1, unread: 0 })
    // An administrator of the other side as well, who lists all of its stays.
    await rowsOf(
      `insert into appointments select (jsonb_populate_record(a,
         jsonb_build_object('id', gen_random_uuid(), 'person_id', $2::text))).*
       from appointments a where a.person_id = $1 and a.role = 'administrator' limit 1`,
      [people.administratorAu, people.coordinatorPku],
    )
    const after = await list()
    assert.equal(after.links, 1)
    assert.ok(after.unread > 0, 'they are listed, and what they lack is not told')
    await rowsOf("delete from appointments where person_id = $1 and role = 'administrator'", [
      people.coordinatorPku,
    ])
  })

  test('is asked for no more once everything is settled', async () => {
    const ends = await lastDay(stay)
    const settled: Record<string, string>[] = [
      { item: 'permit', validUntil: ends },
      { item: 'housing', detail: 'Dormitory 34, Beijing' },
      { item: 'emergency', name: 'Malee Rattanakul', phone: '+66 81 555 0101' },
    ]
    for (const values of settled) {
      assert.equal((await keep(values, people.studentPloy)).status, 303)
    }
    assert.deepEqual(await openTasks('mobility.prepare', stay), [])
    assert.match(await page(path, people.studentPloy), /Everything is settled/)
  })
})

test('student and home office are told of an insurance that ends before the stay, until there is another', async () => {
  const live = seededStays.kanyarat
  const [{ state }] = (await rowsOf('select state from mobilities where id = $1', [live])) as [
    { state: string },
  ]
  assert.equal(state, 'live')
  const ends = await lastDay(live)
  const soon = addDays(site.clock.now.toISOString().slice(0, 10), 10)
  assert.ok(soon < ends)
  await database.execute(
    "insert into mobility_preparations values ($1, 'insurance', 'Muang Thai', '', '', $2, $3)",
    [live, soon, site.clock.now],
  )
  await site.perform((work) => askToPrepare(work, live))
  assert.deepEqual(
    (await openTasks('mobility.insurance', live)).map(({ person, role, due }) => [
      person,
      role,
      due,
    ]),
    [
      [people.studentKanyarat, null, soon],
      [null, 'coordinator', soon],
    ],
  )
  const cookie = await site.signInAs(people.studentKanyarat)
  const own = `/en/mobility/${live}/preparation`
  const values = { item: 'insurance', name: 'Muang Thai', validUntil: ends }
  assert.equal((await site.send(own, own, values, cookie)).status, 303)
  assert.deepEqual(await openTasks('mobility.insurance', live), [])
})

test('nobody is left with a task that the days of the stay or its end have settled', async () => {
  const live = seededStays.kanyarat
  const today = site.clock.now.toISOString().slice(0, 10)
  const early = addDays(today, 5)
  const until = (day: string) =>
    database.execute(
      "update mobility_preparations set valid_until = $2 where mobility_id = $1 and item = 'insurance'",
      [live, day],
    )
  const record = (kind: 'early-return' | 'departure', onDay: string) =>
    site.perform((work) => recordEvent(work, { mobilityId: live, kind, onDay, note: '' }))
  const asked = async () => (await openTasks('mobility.insurance', live)).length
  await until(early)
  await site.perform((work) => askToPrepare(work, live))
  assert.equal(await asked(), 2)
  assert.deepEqual(await record('early-return', early), { state: 'live' })
  assert.equal(await asked(), 0, 'the insurance now lasts as long as the stay')
  await until(addDays(early, -1))
  await site.perform((work) => askToPrepare(work, live))
  assert.equal(await asked(), 2)
  assert.deepEqual(await record('departure', today), { state: 'returned' })
  assert.equal(await asked(), 0, 'nothing can be written down any more')
})

test('what was settled is let go of ninety days after a stay, and not before', async () => {
  const live = seededStays.kanyarat
  const kept = async () =>
    (await rowsOf('select 1 from mobility_preparations where mobility_id = $1', [live])).length
  const today = site.clock.now.toISOString().slice(0, 10)
  const left = (daysAgo: number) =>
    database.execute(
      "update mobilities set state = 'returned', departed_on = $2, next_step = 'transcript' where id = $1",
      [live, addDays(today, -daysAgo)],
    )
  await left(90)
  assert.equal(await site.perform((work) => forgetPreparations(work)), 0)
  assert.equal(await kept(), 1)
  await left(91)
  assert.equal(await site.perform((work) => forgetPreparations(work)), 1)
  assert.equal(await kept(), 0)
})

test('an erasure takes what was settled and its papers, which the export had named', async () => {
  const person = people.studentPloy
  const exported = await site.perform((work) => exportMobilityOf(work, person))
  assert.equal(exported.preparations.length, 4)
  const files = () => site.perform((work) => mobilityData.files!(work, person))
  assert.deepEqual(
    (await files()).map(({ name }) => name),
    ['policy.png'],
  )
  await site.perform((work) => eraseMobilityOf(work, person))
  assert.deepEqual(await files(), [])
  assert.deepEqual(
    await rowsOf('select 1 from mobility_preparations where mobility_id = $1', [stay]),
    [],
  )
})
