import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { cast, testSite } from '../../../../test/harness/site.ts'
import {
  eraseMatchingOf,
  exportMatchingOf,
  matchingData,
  mergeMatchingOf,
} from './personal-data.ts'

const site = await testSite({ seed: ['alliance', 'matching'] })
after(() => site.close())
const { people } = cast
const kept = { readsMonths: 12, mailsMonths: 12 }

const actsOf = async (personId: string) =>
  (await site.perform((work) => exportMatchingOf(work, personId))).acts

test('what somebody did in rounds is theirs to have, stays an act of the institution, and follows a merge', async () => {
  const { rows } = await site.house.database.execute(
    'select created_by from matching_rounds order by created_at limit 1',
  )
  const who = String(rows[0]!['created_by'])
  const acts = await actsOf(who)
  assert.deepEqual(
    new Set(acts.map(({ act }) => act)),
    new Set(['made', 'list-given', 'frozen', 'published']),
  )
  const held = await site.perform((work) => matchingData.holds(work, who, kept))
  assert.deepEqual(
    held.map(({ count }) => count),
    [acts.length],
  )
  assert.deepEqual(await actsOf(people.funder), [])
  const none = await site.perform((work) => eraseMatchingOf(work, people.funder))
  assert.deepEqual(none, { kept: [] })
  const erased = await site.perform((work) => eraseMatchingOf(work, who))
  assert.equal(erased.kept.length, 1)

  await site.perform((work) => mergeMatchingOf(work, who, people.funder))
  assert.deepEqual(await actsOf(who), [])
  assert.deepEqual(await actsOf(people.funder), acts)
})
