// The demonstration stands as a working office would have left it, and starting it again changes nothing.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { siteInstant, type TestSite, testSite } from '../../../test/harness/site.ts'
import { lateThings } from './queries/office/late.ts'
import { seedRecognition } from './seed.ts'
import { refreshPosting } from './service/office/posting-state.ts'

let site: TestSite

before(async () => {
  site = await testSite({ seed: ['alliance', 'recognition'] })
})
after(() => site.close())

const rows = async (text: string) => (await site.house.database.execute(text)).rows

test('no credit of the demonstration is overdue, and one decision of this week waits for the registrar', async () => {
  const decided = await rows("select id from recognition_cases where state = 'decided'")
  const late = await site.perform(async (work) => {
    await refreshPosting(
      work,
      decided.map((row) => String(row['id'])),
    )
    return lateThings(work)
  })
  assert.deepEqual(
    late.map(({ what, number }) => `${what} ${number}`),
    [],
  )
  const states = await rows(
    "select posting_state, count(*)::int as cases from recognition_cases where state = 'decided' group by 1 order by 1",
  )
  assert.deepEqual(states, [
    { posting_state: 'posted', cases: 2 },
    { posting_state: 'waiting', cases: 1 },
  ])
})

test('loading it a second time adds nothing', async () => {
  const tables = [
    'recognition_cases',
    'recognition_decisions',
    'posting_layouts',
    'posting_batches',
    'posting_items',
    'content_questions',
    'appeals',
    'committee_sittings',
    'line_referrals',
    'recognition_plans',
    'recognition_plan_courses',
  ]
  const counted = async () => {
    const counts = await Promise.all(
      tables.map(async (table) => (await rows(`select count(*)::int as n from ${table}`))[0]!['n']),
    )
    return Object.fromEntries(tables.map((table, at) => [table, counts[at]]))
  }
  const once = await counted()
  await seedRecognition({
    runner: site.house.runner,
    database: site.house.database,
    services: site.services,
    now: siteInstant,
    progress: () => {},
  })
  assert.deepEqual(await counted(), once)
})
