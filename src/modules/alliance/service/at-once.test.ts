import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Actor, isRefused, type Work } from '#kernel/database'
import { testDatabase } from '../../../../test/harness/database.ts'
import { acting, now, runnerOn, sources, system, tellStory } from '../alliance.fixture.ts'
import { cast } from '../seed/cast.ts'
import { appoint, endAppointments } from './appointments.ts'
import { setTerm } from './structure.ts'

const { organisations: o, people: p } = cast
const secretariat = acting(p.secretariat, 'secretariat', null)
const base = await testDatabase(sources)

test('of two members of the secretariat who are released at once, one stays', async () => {
  const { database, run, atOnce } = await house()
  await run(system, (work) =>
    appoint(work, {
      personId: p.studentPloy,
      role: 'secretariat',
      title: {},
      startsOn: '2026-01-01',
    }),
  )
  const ids = await secretaries(database)
  assert.equal(ids.length, 2)
  const release = (id: string) => (work: Work) =>
    endAppointments(work, null, [id], { endsOn: '2026-11-22' })
  const results = await atOnce(system, release(ids[0]!), release(ids[1]!))
  assert.deepEqual(results.map(isRefused), [false, true])
  assert.equal((await secretaries(database)).length, 1)
})

test('who begins in the secretariat only later does not keep it going until then', async () => {
  const { database, run } = await house()
  const [own] = await secretaries(database)
  const from = (startsOn: string) =>
    run(system, (work) =>
      appoint(work, { personId: p.studentPloy, role: 'secretariat', title: {}, startsOn }),
    )
  const end = () =>
    run(system, (work) => endAppointments(work, null, [own!], { endsOn: '2026-11-30' }))
  assert.equal(isRefused(await from('2026-12-02')), false)
  assert.equal(isRefused(await end()), true)
  await database.execute(
    `update appointments set starts_on = '2026-12-01' where starts_on = '2026-12-02'`,
  )
  assert.equal(isRefused(await end()), false)
})

test('an appointment that is made twice at once runs once', async () => {
  const { database, atOnce } = await house()
  const make = (work: Work) =>
    appoint(work, {
      personId: p.curator,
      organisationId: o.au,
      role: 'coordinator',
      title: {},
      startsOn: '2026-11-22',
    })
  const results = await atOnce(secretariat, make, make)
  assert.deepEqual(results.map(isRefused), [false, true])
  const { rows } = await database.execute(
    `select id from appointments where person_id = $1 and role = 'coordinator'`,
    [p.curator],
  )
  assert.equal(rows.length, 1)
})

test('terms that are set at once neither overlap nor fail', async () => {
  const { database, atOnce } = await house()
  const term = (termNumber: number, startsOn: string, endsOn: string) => (work: Work) =>
    setTerm(work, o.au, {
      academicYear: '2031/2032',
      termNumber,
      termsInYear: 2,
      names: { en: `Term ${termNumber}` },
      startsOn,
      endsOn,
    })
  const first = term(1, '2031-08-01', '2031-12-15')
  assert.deepEqual((await atOnce(system, first, first)).map(isRefused), [false, false])
  await database.execute(`delete from academic_terms where academic_year = '2031/2032'`)
  const overlapping = term(2, '2031-12-01', '2032-05-01')
  assert.deepEqual((await atOnce(system, first, overlapping)).map(isRefused), [false, true])
})

async function house() {
  const database = await base.clone()
  await tellStory(database)
  const runner = runnerOn(database)
  const run = <T>(actor: Actor, verb: (work: Work) => Promise<T>) =>
    runner.perform({ actor, now, language: 'en' }, verb)
  return {
    database,
    run,
    /** The second begins when the first has done its work and not yet committed it; on one connection it waits by itself. */
    async atOnce<T>(
      actor: Actor,
      first: (work: Work) => Promise<T>,
      second: (work: Work) => Promise<T>,
    ): Promise<T[]> {
      const done = Promise.withResolvers<void>()
      const one = run(actor, async (work) => {
        const result = await first(work)
        done.resolve()
        await sleep(300)
        return result
      })
      await done.promise
      return Promise.all([one, run(actor, second)])
    },
  }
}

async function secretaries(database: Awaited<ReturnType<typeof base.clone>>): Promise<string[]> {
  const { rows } = await database.execute(
    `select id from appointments where role = 'secretariat' and (ends_on is null or ends_on > '2026-11-22')
     order by id`,
  )
  return rows.map((row) => String(row['id']))
}
