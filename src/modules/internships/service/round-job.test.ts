// The morning that asks the hosts of a round to rank: who is asked, who is reminded and when, and who is left in peace.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays } from '#kernel/values'
import { cast, siteInstant, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { runNow } from '../routes/placement.fixture.ts'
import { seededHosts } from '../seed-parts.ts'
import { roundHosts, springRound } from '../seed-rounds-parts.ts'
import { askForRanks } from './round-job.ts'

const { people: p } = cast
const [studio, lyon] = [seededHosts[1], seededHosts[2]]
const [pictures, shadows] = roundHosts as [(typeof roundHosts)[0], (typeof roundHosts)[0]]
const wishers = [studio, pictures, shadows].map(({ tutor }) => tutor.email)
const seeded = '2026-11-22'
const wishesUntil = addDays(seeded, springRound.wishesIn)
const ranksUntil = addDays(seeded, springRound.ranksIn)
let site: TestSite
let beforeAll: Map<string, number>

before(async () => {
  site = await testSite({ seed: ['alliance', 'clearance', 'internships'] })
  assert.equal(siteInstant.toISOString().slice(0, 10), seeded)
  beforeAll = await mails()
})
after(() => site.close())

const sql = async (text: string, values: unknown[] = []) =>
  (await site.house.database.execute(text, values)).rows

/** How many mails about ranking each address got. */
async function mails(): Promise<Map<string, number>> {
  const rows = await sql(
    "select to_address, count(*)::int as n from mails where about_kind = 'internship-round-host' group by 1",
  )
  return new Map(rows.map((row) => [String(row['to_address']), Number(row['n'])]))
}

/** What the morning of a day sends, by address. */
async function morning(day: string): Promise<Record<string, number>> {
  site.clock.now = new Date(`${day}T00:00:00Z`)
  const known = await mails()
  await runNow(site, askForRanks)
  const now = await mails()
  return Object.fromEntries(
    [...now].flatMap(([address, count]) => {
      const added = count - (known.get(address) ?? 0)
      return added === 0 ? [] : [[address, added]]
    }),
  )
}

const once = (addresses: readonly string[]) =>
  Object.fromEntries(addresses.toSorted().map((each) => [each, 1]))
const sorted = (of: Record<string, number>) =>
  Object.fromEntries(Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1)))

describe('the morning that asks hosts for their ranking', () => {
  test('asks nobody while students wish, and nobody of a round that is over', async () => {
    assert.deepEqual(await morning(wishesUntil), {})
    assert.deepEqual(await mails(), beforeAll)
  })

  test('asks every host for which somebody wishes on the day after the wishes, once', async () => {
    assert.deepEqual(sorted(await morning(addDays(wishesUntil, 1))), once(wishers))
    assert.deepEqual(await morning(addDays(wishesUntil, 1)), {}, 'a job that runs twice')
    assert.deepEqual(await morning(addDays(wishesUntil, 2)), {})
    assert.equal((await mails()).get(lyon.tutor.email) ?? 0, beforeAll.get(lyon.tutor.email) ?? 0)
  })

  test('reminds three days before the last day and on it, and not whoever has answered', async () => {
    assert.deepEqual(sorted(await morning(addDays(ranksUntil, -3))), once(wishers))
    assert.deepEqual(await morning(addDays(ranksUntil, -3)), {})
    const [host] = await sql(
      'select id from internship_round_hosts where round_id = $1 and host_id = $2',
      [springRound.id, pictures.id],
    )
    const path = `/en/internships/round-hosts/${String(host!['id'])}`
    const form = await (
      await site.ask(path, { cookie: await site.signInAs(p.coordinatorAu) })
    ).text()
    const field = /name="(rank-[\w-]+)"/.exec(form)![1]!
    const done = await site.send(path, path, { [field]: '1' }, await site.signInAs(p.coordinatorAu))
    assert.equal(done.status, 303)
    assert.deepEqual(await morning(addDays(ranksUntil, -1)), {})
    const left = wishers.filter((each) => each !== pictures.tutor.email)
    assert.deepEqual(sorted(await morning(ranksUntil)), once(left))
    assert.deepEqual(await morning(addDays(ranksUntil, 1)), {}, 'twice reminded is enough')
  })

  test('goes on with the others where one host cannot be written to', async () => {
    await sql(
      'update internship_round_hosts set asked_at = null, reminders = 0 where round_id = $1 and answered_at is null',
      [springRound.id],
    )
    await sql(
      `alter table mails add constraint no_mail check (to_address <> '${studio.tutor.email}') not valid`,
    )
    await assert.rejects(morning(addDays(ranksUntil, 2)), /1 of 2 failed/)
    const asked = await sql(
      `select host_id from internship_round_hosts
        where round_id = $1 and answered_at is null and asked_at is not null`,
      [springRound.id],
    )
    assert.deepEqual(asked, [{ host_id: shadows.id }])
  })
})
