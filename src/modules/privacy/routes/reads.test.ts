import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { readTable } from '#kernel/files'
import { declareLeave } from '#kernel/tasks'
import { cast, testSite } from '../../../../test/harness/site.ts'

const site = await testSite()
after(() => site.close())
const { people, organisations } = cast
const office = `/organisations/${organisations.au}`
const person = `${office}/people/${people.studentThanawat}`

async function page(path: string, personId: string): Promise<string> {
  const cookie = await site.signInAs(personId)
  const answer = await site.ask(path, { cookie })
  assert.equal(answer.status, 200, path)
  await site.reads.flush()
  return answer.text()
}

describe('a person', () => {
  test('sees role and organisation of who looked, and what, by day, but no name', async () => {
    await page(`/en${person}`, people.registrarAu)
    site.clock.now = new Date('2026-11-22T18:30:00Z')
    await page(`/en${person}`, people.registrarAu)
    await page(`/en${office}/people`, people.evaluatorAu)
    const html = await page('/en/account/reads', people.studentThanawat)
    assert.match(html, /22 November 2026/)
    assert.match(
      html,
      /23 November 2026/,
      'half past six in the evening in UTC is tomorrow in Bangkok',
    )
    assert.match(html, /Registrar, Assumption University/)
    assert.match(html, /Contact, roles and enrolments/)
    assert.match(html, /In a list of \d+ people/)
    assert.doesNotMatch(html, /Siriporn|ศิริพร/)
    const thai = await page('/th/account/reads', people.studentThanawat)
    assert.match(thai, /23 พฤศจิกายน พ\.ศ\. 2569/)
  })

  test('narrows it by what was opened, and takes it as a file', async () => {
    const narrowed = '?what=alliance.reads.people'
    const html = await page(`/en/account/reads${narrowed}`, people.studentThanawat)
    assert.match(html, /timeline-what">List of people/)
    assert.doesNotMatch(html, /timeline-what">Contact/)
    const nothing = await page('/en/account/reads?what=no.such', people.studentThanawat)
    assert.match(nothing, /Nothing fits this filter/)
    const csv = await page(`/en/account/reads/table${narrowed}`, people.studentThanawat)
    const [head, ...rows] = csv.trim().split('\r\n')
    assert.equal(head, 'Day,Time,Who,What was opened,People in it')
    assert.equal(rows.length, 1)
    assert.match(rows[0]!, /^2026-11-23,01:30,"Credit evaluator, Assumption University/)
    assert.match(html, /reads\/table\?what=alliance\.reads\.people&amp;format=xlsx/)
    const answer = await site.ask(`/en/account/reads/table${narrowed}&format=xlsx`, {
      cookie: await site.signInAs(people.studentThanawat),
    })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const table = await readTable(bytes, { name: 'who-looked.xlsx' })
    assert.ok(!isRefused(table))
    assert.equal(table.header.join(), head)
    const [row, ...others] = await Array.fromAsync(table.numbered)
    assert.deepEqual(row!.cells.slice(0, 2), ['2026-11-23', '01:30'])
    assert.equal(others.length, 0)
  })

  test('sees nothing of what was looked at of others, nor what they looked at themselves', async () => {
    await page('/en/account/reads', people.registrarAu)
    const html = await page('/en/account/reads', people.studentMoreau)
    assert.match(html, /Nobody has looked/)
  })

  test('hears of a list that was longer than what is kept of it', async () => {
    const { database } = site.house
    await database.execute(
      `insert into personal_reads (request_id, read_at, reader_id, role, organisation_ids, action, route, person_ids, person_count)
       values (gen_random_uuid(), $1, $2, 'registrar', $3, 'alliance.person.read', 'GET /organisations/:id/people/table', $4, 4711)`,
      [site.clock.now, people.registrarAu, [organisations.au], [people.studentPloy]],
    )
    const html = await page('/en/account/reads', people.studentThanawat)
    assert.match(html, /A list of 4,711 people: too long/)
    const elsewhere = await page('/en/account/reads', people.studentMoreau)
    assert.match(elsewhere, /Nobody has looked/)
  })

  test('is told that somebody stood in, and of words that are no more', async () => {
    const context = {
      actor: { kind: 'system', name: 'test' },
      now: site.clock.now,
      language: 'en',
    } as const
    await site.house.runner.perform(context, (work) =>
      declareLeave(work, {
        personId: people.evaluatorAu,
        standInId: people.coordinatorAu,
        organisationId: null,
        roles: [],
        from: '2026-11-20',
        until: '2026-12-20',
      }),
    )
    const { rows } = await site.house.database.execute(
      "select id from recognition_cases where person_id = $1 and state = 'open'",
      [people.studentThanawat],
    )
    const { rows: lines } = await site.house.database.execute(
      'select id from case_lines where case_id = $1',
      [rows[0]!['id']],
    )
    await page(
      `/en/recognition/cases/${rows[0]!['id']}/lines/${lines[0]!['id']}`,
      people.coordinatorAu,
    )
    await site.house.database.execute(
      `insert into personal_reads (request_id, read_at, reader_id, role, organisation_ids, action, route, person_ids, person_count)
       values (gen_random_uuid(), $1, $2, 'registrar', $3, 'gone.action', 'GET /gone', $4, 1)`,
      [site.clock.now, people.registrarAu, [organisations.au], [people.studentThanawat]],
    )
    const html = await page('/en/account/reads', people.studentThanawat)
    assert.match(html, /\(standing in\)/)
    assert.match(html, /timeline-what">Personal data/)
  })
})

describe('an administrator', () => {
  test('sees by name what the people of the organisation opened, and is recorded in turn', async () => {
    const html = await page(`/en${office}/reads`, people.administratorAu)
    assert.match(html, /Siriporn/)
    assert.match(html, /Thanawat/)
    const again = await page('/en/account/reads', people.studentThanawat)
    assert.match(again, /Record of what staff opened/)
    const one = await page(
      `/en${office}/reads?reader=${people.evaluatorAu}`,
      people.administratorAu,
    )
    assert.match(one, /Credit evaluator, Assumption/)
    assert.doesNotMatch(one, /Registrar, Assumption/)
    const csv = await page(`/en${office}/reads/table`, people.administratorAu)
    assert.match(csv, /Siriporn/)
  })

  test('of another organisation sees none of it', async () => {
    for (const who of [people.coordinatorAu, people.coordinatorPku, people.studentPloy]) {
      const cookie = await site.signInAs(who)
      assert.equal((await site.ask(`/en${office}/reads`, { cookie })).status, 404)
    }
  })

  test('costs as many queries with one row as with many', async () => {
    const count = async (path: string, personId: string) => {
      const cookie = await site.signInAs(personId)
      await site.reads.flush()
      const seen: string[] = []
      const stop = site.house.database.onQuery(({ sql }) => seen.push(sql))
      assert.equal((await site.ask(path, { cookie })).status, 200)
      stop()
      return seen.filter((each) => !each.startsWith('insert into "personal_reads"')).length
    }
    const staff = (query: string) => count(`/en${office}/reads${query}`, people.administratorAu)
    assert.equal(await staff(`?reader=${people.coordinatorAu}`), await staff(''))
    const mine = (query: string) => count(`/en/account/reads${query}`, people.studentThanawat)
    assert.equal(await mine('?what=gone.other'), await mine(''))
  })
})
