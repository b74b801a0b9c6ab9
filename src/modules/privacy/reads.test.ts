import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { createActLink, forgetExpired } from '#kernel/identity'
import { cast, testSite } from '../../../test/harness/site.ts'
import { createReadRecorder } from './service/record-reads.ts'
import { arrangeMonths, monthsPresent } from './service/read-months.ts'

const site = await testSite()
after(() => site.close())
const { people, organisations } = cast
const { database } = site.house

async function readsOf(response: Response) {
  await site.reads.flush()
  return database.kysely
    .selectFrom('personal_reads')
    .selectAll()
    .where('request_id', '=', response.headers.get('x-request-id'))
    .execute()
}

async function thanawatsCase() {
  const found = await database.kysely
    .selectFrom('recognition_cases')
    .select(['id', 'number'])
    .where('person_id', '=', people.studentThanawat)
    .where('state', '=', 'decided')
    .executeTakeFirstOrThrow()
  return found
}

describe('a read of somebody’s data', () => {
  test('is recorded with who, in which role, where, what and whose', async () => {
    const { id } = await thanawatsCase()
    const cookie = await site.signInAs(people.evaluatorAu)
    const before = database.queryCount()
    const answer = await site.ask(`/th/recognition/cases/${id}`, { cookie })
    const [read, ...more] = await readsOf(answer)
    assert.equal(answer.status, 200)
    assert.equal(more.length, 0)
    assert.ok(database.queryCount() > before)
    assert.deepEqual(
      { ...read, request_id: null },
      {
        request_id: null,
        read_at: site.clock.now,
        reader_id: people.evaluatorAu,
        link_id: null,
        role: 'evaluator',
        organisation_ids: [organisations.au],
        on_behalf_of: null,
        action: 'recognition.case.read',
        route: 'GET /recognition/cases/:id',
        object_id: id,
        person_ids: [people.studentThanawat],
        person_count: 1,
        filter: null,
      },
    )
  })

  test('of a list names the persons and the filter, and not what was typed', async () => {
    const cookie = await site.signInAs(people.registrarAu)
    const path = `/en/organisations/${organisations.au}/people?q=bo&role=student&when=all`
    const [read] = await readsOf(await site.ask(path, { cookie }))
    assert.ok(read)
    assert.ok(read.person_ids.includes(people.studentThanawat))
    assert.equal(read.person_count, read.person_ids.length)
    assert.deepEqual(read.filter, { role: 'student', when: 'all' })
  })

  test('costs one statement more, and a list none before its answer', async () => {
    const { id } = await thanawatsCase()
    const statements = async (path: string, personId: string) => {
      const cookie = await site.signInAs(personId)
      await site.ask(path, { cookie })
      await site.reads.flush()
      const seen: string[] = []
      const stop = database.onQuery((event) => seen.push(event.sql))
      await site.ask(path, { cookie })
      stop()
      return seen
    }
    const inserts = (seen: string[]) =>
      seen.filter((each) => each.includes('personal_reads')).length
    const own = await statements(`/en/recognition/cases/${id}`, people.studentThanawat)
    assert.equal(inserts(own), 0, 'one’s own')
    const others = await statements(`/en/recognition/cases/${id}`, people.registrarAu)
    assert.equal(inserts(others), 1)
    const list = await statements('/en/recognition/cases?state=all', people.registrarAu)
    assert.equal(inserts(list), 0)
  })

  test('is none where nothing of anybody else is shown', async () => {
    const { id } = await thanawatsCase()
    const student = await site.signInAs(people.studentThanawat)
    assert.deepEqual(
      await readsOf(await site.ask(`/en/recognition/cases/${id}`, { cookie: student })),
      [],
    )
    const stranger = await site.signInAs(people.studentKanyarat)
    const hidden = await site.ask(`/en/recognition/cases/${id}`, { cookie: stranger })
    assert.equal(hidden.status, 404)
    assert.deepEqual(await readsOf(hidden), [])
    const evaluator = await site.signInAs(people.evaluatorAu)
    for (const path of ['/en/members', '/en/recognition/courses', '/en/search?q=zzzzzz']) {
      assert.deepEqual(await readsOf(await site.ask(path, { cookie: evaluator })), [], path)
    }
  })

  test('by a search is recorded too', async () => {
    await site.chronicle.drain()
    const cookie = await site.signInAs(people.registrarAu)
    const [read] = await readsOf(await site.ask('/en/search?q=Thanawat', { cookie }))
    assert.ok(read?.person_ids.includes(people.studentThanawat))
    assert.deepEqual(read?.organisation_ids, [organisations.au])
    assert.equal(read?.filter, null, 'what was typed is not kept')
  })

  test('that cannot be written is not shown', async () => {
    const { id } = await thanawatsCase()
    const cookie = await site.signInAs(people.evaluatorAu)
    await database.sqlScript('alter table personal_reads rename to personal_reads_away')
    const answer = await site.ask(`/en/recognition/cases/${id}`, { cookie })
    await database.sqlScript('alter table personal_reads_away rename to personal_reads')
    assert.equal(answer.status, 500)
    assert.doesNotMatch(await answer.text(), /Thanawat/)
  })
})

describe('the record', () => {
  test('is never altered, and gone from only as a whole month', async () => {
    const alter = [
      "update personal_reads set role = 'nobody'",
      'delete from personal_reads where read_at >= $1',
    ]
    await makeMonths(site.clock.now)
    for (const statement of alter) {
      const parameters = statement.includes('$1') ? [new Date('2026-11-01T00:00:00Z')] : []
      await assert.rejects(database.execute(statement, parameters), /append-only/)
    }
  })

  test('moves into its month, keeps what was there, and loses a month when its time is over', async () => {
    const count = async () => {
      const { rows } = await sql<{ n: number; rest: number }>`select count(*)::int as n,
        (select count(*)::int from personal_reads_rest) as rest from personal_reads`.execute(
        database.kysely,
      )
      return rows[0]!
    }
    const recorder = createReadRecorder({
      database,
      onError: (error) => assert.fail(String(error)),
    })
    const [known] = await database.kysely.selectFrom('personal_reads').selectAll().execute()
    assert.ok(known)
    const readAt = new Date('2027-06-30T23:59:59Z')
    await recorder.record({ ...asRead(known), readAt, requestId: crypto.randomUUID() })
    const before = await count()
    assert.ok(before.rest > 0, 'what has no month yet waits in the rest')
    const { made } = await makeMonths(new Date('2027-06-10T00:00:00Z'))
    assert.deepEqual(made, ['2027-06', '2027-07', '2027-08'])
    const after = await count()
    assert.deepEqual(after, { n: before.n, rest: 0 })
    assert.deepEqual((await makeMonths(new Date('2027-06-10T00:00:00Z'))).made, [], 'once')
    const kept = await makeMonths(new Date('2028-11-30T00:00:00Z'))
    assert.deepEqual(kept.dropped, [], 'the month of the first reads is still within two years')
    const { dropped } = await makeMonths(new Date('2028-12-01T00:00:00Z'))
    assert.deepEqual(dropped, ['2026-11'])
    assert.equal((await count()).n, 1)
    const months = await site.perform((work) => monthsPresent(work))
    assert.ok(!months.includes('2026-11'))
  })
})

describe('a recorder', () => {
  test('loses nothing when it is closed, writes nothing twice, and goes on after a failure', async () => {
    const [known] = await database.kysely.selectFrom('personal_reads').selectAll().execute()
    assert.ok(known)
    const errors: unknown[] = []
    const recorder = createReadRecorder({
      database,
      onError: (error) => errors.push(error),
      waitMs: 60_000,
    })
    const reads = Array.from({ length: 450 }, () => ({
      ...asRead(known),
      requestId: crypto.randomUUID(),
    }))
    const present = async () =>
      (await database.kysely.selectFrom('personal_reads').select('request_id').execute()).filter(
        ({ request_id }) => reads.some((read) => read.requestId === request_id),
      ).length
    for (const read of reads.slice(0, 400)) recorder.later(read)
    assert.equal(await present(), 0)
    await database.sqlScript('alter table personal_reads rename to personal_reads_away')
    await assert.rejects(recorder.flush())
    await database.sqlScript('alter table personal_reads_away rename to personal_reads')
    for (const read of reads.slice(400)) recorder.later(read)
    recorder.later(reads[0]!)
    await recorder.close()
    assert.equal(await present(), 450)
    assert.deepEqual(errors, [])
  })

  test('outlives the link by which was read, and lets the link be forgotten in its time', async () => {
    const { linkId } = await site.perform((work) =>
      createActLink(work, {
        action: 'recognition.content.answer',
        objectId: randomUUID(),
        expiresAt: site.clock.now,
        maxUses: 1,
      }),
    )
    const requestId = randomUUID()
    await database.kysely
      .insertInto('personal_reads')
      .values({
        request_id: requestId,
        read_at: site.clock.now,
        reader_id: null,
        link_id: linkId,
        role: null,
        organisation_ids: [],
        on_behalf_of: null,
        action: 'recognition.content.answer',
        route: 'GET /acts/:token',
        object_id: null,
        person_ids: [people.studentThanawat],
        person_count: 1,
        filter: null,
      })
      .execute()
    const now = new Date(site.clock.now.getTime() + 91 * 24 * 60 * 60_000)
    const context = { actor: { kind: 'system', name: 'test' }, now, language: 'en' } as const
    await site.house.runner.perform(context, forgetExpired)
    const links = await database.kysely
      .selectFrom('single_act_links')
      .select('id')
      .where('id', '=', linkId)
      .execute()
    assert.deepEqual(links, [])
    const read = await database.kysely
      .selectFrom('personal_reads')
      .select('link_id')
      .where('request_id', '=', requestId)
      .executeTakeFirst()
    assert.equal(read?.link_id, linkId)
  })
})

type Row = NonNullable<Awaited<ReturnType<typeof readsOf>>[number]>

function asRead(row: Row) {
  return {
    requestId: row.request_id,
    readAt: row.read_at,
    actor: { kind: 'person' as const, personId: row.reader_id!, grants: [] },
    role: row.role,
    organisationIds: row.organisation_ids,
    onBehalfOf: null,
    action: row.action,
    route: row.route,
    objectId: row.object_id,
    personIds: row.person_ids,
    personCount: row.person_count,
    filter: null,
  }
}

function makeMonths(now: Date) {
  const context = { actor: { kind: 'system', name: 'test' }, now, language: 'en' } as const
  return arrangeMonths((verb) => site.house.runner.perform(context, verb), 24)
}
