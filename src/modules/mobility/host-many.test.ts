// One link by which a partner without an office here confirms many arrivals.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { grantsOf } from '#modules/alliance'
import { cast, testSite } from '../../../test/harness/site.ts'
import { seededStays } from './seed.ts'
import { keepContact } from './service/partner-mail.ts'
import { remindHost } from './service/reminders.ts'

const site = await testSite({ seed: ['alliance', 'agreements', 'recognition', 'mobility'] })
after(() => site.close())
const { people, organisations: o } = cast
const { database, runner } = site.house
const { ploy, thanawat, sun } = seededStays
const address = 'intl@pku.example'

async function rowsOf(sql: string, values: unknown[] = []) {
  return (await database.execute(sql, values)).rows
}

await rowsOf(
  "update appointments set ends_on = date '2026-01-01', starts_on = date '2025-02-01' where organisation_id = $1",
  [o.pku],
)
async function keep(name: string, email: string) {
  const personId = people.coordinatorAu
  const grants = await grantsOf(database.kysely, personId, site.clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  const pair = { sendingOrganisationId: o.au, receivingOrganisationId: o.pku }
  const done = await runner.perform({ actor, now: site.clock.now, language: 'en' }, (work) =>
    keepContact(work, { ...pair, name, email, language: 'en' }),
  )
  assert.ok(!isRefused(done))
}
await keep('Li Na', address)
await rowsOf(
  `update mobilities set state = 'approved', waiting_since = null, nominated_at = coalesce(nominated_at, $2), answered_at = $2, answered_as = 'Li Na', next_step = 'arrival', next_due_on = starts_on,
     host_asked_on = null where id = any($1)`,
  [[ploy, thanawat], site.clock.now],
)
const [{ day } = { day: '' }] = (await rowsOf(
  'select starts_on::text as day from mobilities where id = $1',
  [ploy],
)) as { day: string }[]
site.clock.now = new Date(`${day}T09:00:00Z`)

const arrivals = () =>
  rowsOf(
    `select mobility_id as id, on_day::text as day, recorded_as as who from mobility_events
      where kind = 'arrival' and mobility_id = any($1) order by mobility_id`,
    [[ploy, thanawat]],
  )

async function linkOf(): Promise<string> {
  const mails = await rowsOf(
    'select content::text from mails where to_address = $1 order by created_at desc',
    [address],
  )
  const links = [...String(mails[0]!['content']).matchAll(/\/act\/[\w-]+/g)]
  assert.equal(links.length, 1, 'one link for all')
  return `/en${links[0]![0]}`
}

/** The form as the page has it, with what is ticked of it. */
async function ticked(link: string, days: Record<string, string>, onDay = '') {
  const html = await (await site.ask(link)).text()
  const places = [...html.matchAll(/name="stays\.(\d+)\.id" value="([^"]+)"/g)]
  return {
    onDay,
    ...Object.fromEntries(places.map(([, place, id]) => [`stays.${place}.id`, id!])),
    ...Object.fromEntries(
      places
        .filter(([, , id]) => days[id!] !== undefined)
        .flatMap(([, place, id]) => [
          [`stays.${place}.take`, '1'],
          [`stays.${place}.onDay`, days[id!]!],
        ]),
    ),
  }
}

test('a partner is asked about all its students by one mail, and about none twice in a week', async () => {
  const count = async () =>
    (await rowsOf('select count(*)::int as n from mails where to_address = $1', [address]))[0]!['n']
  const before = Number(await count())
  await site.perform((work) => remindHost(work, ploy))
  await site.perform((work) => remindHost(work, thanawat))
  assert.equal(await count(), before + 1)
})

test('those who are ticked are recorded, each as if alone, and the others can follow', async () => {
  const link = await linkOf()
  const html = await (await site.ask(link)).text()
  assert.match(html, /Who has arrived\?/)
  assert.equal(html.match(/name="stays\.\d+\.take"/g)?.length, 2)
  const isTicked = /<input type="checkbox"[^>]* checked/
  assert.doesNotMatch(html, isTicked)
  assert.match(await (await site.ask(`${link}?all`)).text(), isTicked)

  const none = await site.send(link, link, await ticked(link, {}, day))
  assert.equal(none.status, 422)
  assert.match(await none.text(), /Tick at least one student/)
  const tomorrow = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
  const early = await site.send(
    link,
    link,
    await ticked(link, { [ploy]: '', [thanawat]: tomorrow }, day),
  )
  assert.equal(early.status, 422)
  const refused = await early.text()
  assert.match(refused, /This day has not come yet/)
  assert.ok(refused.includes(`value="${tomorrow}"`), 'what was typed is still there')
  assert.deepEqual(await arrivals(), [], 'all or none')

  const form = await ticked(link, { [ploy]: '', [thanawat]: '' }, day)
  const done = await site.send(link, link, await ticked(link, { [ploy]: '' }, day))
  assert.equal(done.status, 303)
  assert.match(await (await site.ask(`${link}?done`)).text(), /One student still waits/)
  assert.deepEqual(await arrivals(), [{ id: ploy, day, who: 'Li Na' }])
  assert.match(await (await site.ask(link)).text(), /Already confirmed/)

  // The page of before, sent again with another day: who was confirmed keeps theirs.
  const earlier = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
  const again = await site.send(link, link, { ...form, onDay: earlier })
  assert.equal(again.status, 303)
  assert.deepEqual(
    (await arrivals()).map((each) => each['day']),
    [day, earlier],
  )
  assert.equal((await site.send(link, link, form)).status, 303, 'a third time changes nothing')
  assert.equal((await arrivals()).length, 2)
  const over = await (await site.ask(link)).text()
  assert.match(over, /Everybody is confirmed/)
  assert.doesNotMatch(over, /Pimchanok/)
})

test('another pair’s student, one whose stay was cancelled, and a link that is somebody else’s change nothing', async () => {
  const link = await linkOf()
  const other = { 'stays.0.id': sun, 'stays.0.take': '1', onDay: day }
  await site.send(link, link, other)
  assert.deepEqual(await rowsOf('select 1 from mobility_events where mobility_id = $1', [sun]), [])
  await rowsOf(
    `update mobilities set state = 'cancelled', cancelled_at = $2, arrived_on = null, next_step = null, next_due_on = null where id = $1`,
    [thanawat, site.clock.now],
  )
  const gone = await site.send(link, link, { ...other, 'stays.0.id': thanawat })
  assert.match(await gone.text(), /No student waits for your confirmation now/)
  await keep('Zhang Wei', 'zhang@pku.example')
  assert.match(await (await site.ask(link)).text(), /not yours to confirm any more/)
})
