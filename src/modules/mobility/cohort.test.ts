// What is taken out of a list that is longer than one file holds.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { cast, testSite } from '../../../test/harness/site.ts'
import { mostPacked } from './routes/stays.ts'
import { seededStays } from './seed.ts'

const site = await testSite({ seed: ['alliance', 'agreements', 'recognition', 'mobility'] })
after(() => site.close())

test('papers of a long list come in parts, each named by what it holds', async () => {
  const cookie = await site.signInAs(cast.people.coordinatorAu)
  const page = async (query: string) => (await site.ask(`/en/mobility${query}`, { cookie })).text()
  assert.match(await page('?direction=out'), /href="[^"]*\/mobility\/archive\?direction=out"/)
  assert.doesNotMatch(await page('?direction=out'), /archive\?[^"]*page=/)

  // A cohort as large as the files, and one more; as a list of past years brings them, so that nothing is printed of each.
  await site.house.database.execute(
    `insert into mobilities
     select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'imported_at', now(), 'nominated_at', null, 'agreement_id', null, 'condition_key', null,
       'starts_on', (m.starts_on - each * 400)::text, 'ends_on', (m.ends_on - each * 400)::text))).*
     from mobilities m, generate_series(1, $2::int) each where m.id = $1`,
    [seededStays.ploy, mostPacked],
  )
  const long = await page('?direction=out')
  const first = /href="([^"]*\/mobility\/archive\?direction=out)"/.exec(long)?.[1]
  const second = /href="([^"]*\/mobility\/archive\?direction=out&(?:amp;)?page=2)"/.exec(long)?.[1]
  assert.ok(first && second, 'two parts')
  assert.match(long, /Everything of these stays \(ZIP\), 1 to 200/)
  assert.match(long, /Everything of these stays \(ZIP\), 201 to 20\d/)
  const part = await site.ask(second.replaceAll('&amp;', '&'), { cookie })
  assert.match(part.headers.get('content-disposition') ?? '', / 2\.zip|%202\.zip/)
  await part.arrayBuffer()
  assert.doesNotMatch(long, /longer than can be taken out at once/)

  const nominations = await site.ask('/en/mobility/nomination-list?direction=out&page=2', {
    cookie,
  })
  assert.equal(nominations.headers.get('content-type'), 'application/pdf')
  await nominations.arrayBuffer()
})
