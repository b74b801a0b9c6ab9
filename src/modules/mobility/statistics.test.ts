// The figures of an office: what is told, what is withheld, and for whom.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import fc from 'fast-check'
import { grantsOf } from '#modules/alliance'
import { cast, testSite } from '../../../test/harness/site.ts'
import { balanceOf, statisticsOf } from './queries/statistics.ts'
import { smallestFigure, toldCounts, toldTotal } from './rules/statistics.ts'
import { seededStays } from './seed.ts'

const site = await testSite({ seed: ['alliance', 'agreements', 'recognition', 'mobility'] })
after(() => site.close())
const { people, organisations: o } = cast

const of = (...counts: number[]) => counts.map((count, key) => ({ key, count }))
const told = (...counts: number[]) => {
  const { told: shown, rest } = toldCounts(of(...counts))
  return [shown.map(({ count }) => count), rest]
}

describe('counts for a ministry', () => {
  test('leave out small groups, and the next one where they could be found by subtracting', () => {
    assert.deepEqual(told(9, 5), [[9, 5], 0])
    assert.deepEqual(told(9, 4, 3), [[9], 7])
    assert.deepEqual(told(9, 6, 2), [[9], 8])
    assert.deepEqual(told(9, 1), [[], 10])
    assert.deepEqual(told(3, 1), [[], 4])
    assert.deepEqual(told(), [[], 0])
    assert.equal(toldTotal(of(3, 1)), null)
    assert.equal(toldTotal(of(3, 2)), 5)
    assert.equal(toldTotal([]), 0)
  })

  test('never tell a figure below the limit, nor let one be subtracted', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 8 }), (counts) => {
        const { told: shown, rest } = toldCounts(of(...counts))
        assert.ok(shown.every(({ count }) => count >= smallestFigure))
        assert.ok(rest === 0 || shown.length === 0 || rest >= smallestFigure)
        const all = counts.reduce((sum, count) => sum + count, 0)
        assert.equal(
          shown.reduce((sum, { count }) => sum + count, rest),
          all,
        )
      }),
      { seed: 20261126 },
    )
  })
})

test('count what took place, by country, field, sector and level, and nobody else’s', async () => {
  const { database, runner } = site.house
  for (let number = 1; number <= 6; number += 1) {
    await database.execute(
      `insert into mobilities select (jsonb_populate_record(x, jsonb_build_object('id', $1::text, 'state', 'recognised',
         'departed_on', x.ends_on, 'next_step', null, 'next_due_on', null, 'sending_year', '2024/2025',
         'receiving_year', '2024/2025'))).* from mobilities x where id = $2`,
      [`01980000-0047-7000-8000-00000000000${number}`, seededStays.kanyarat],
    )
  }
  const cookie = await site.signInAs(people.coordinatorAu)
  const shown = await site.ask('/en/mobility/figures?year=2024/2025', { cookie })
  const text = await shown.text()
  assert.equal(shown.status, 200)
  assert.match(text, /6 stays took place/)
  assert.match(text, /China/)
  for (const language of ['zh-Hans', 'th', 'ko', 'fr']) {
    const page = await site.ask(`/${language}/mobility/figures`, { cookie })
    assert.equal(page.status, 200)
  }
  const sheet = await site.ask('/en/mobility/figures/export?year=2024/2025', { cookie })
  assert.match(sheet.headers.get('content-type')!, /spreadsheetml/)
  const reading = async (personId: string) => {
    const grants = await grantsOf(database.kysely, personId, site.clock.now)
    return runner.reading({
      actor: { kind: 'person', personId, grants },
      now: site.clock.now,
      language: 'en',
    })
  }
  const years = ['2024/2025']
  const own = await statisticsOf(await reading(people.coordinatorAu), { own: [o.au], years })
  assert.deepEqual(
    own.filter(({ by }) => by === 'country').map(({ key, count }) => [key, count]),
    [['CN', 6]],
  )
  const theirs = await statisticsOf(await reading(people.coordinatorRuc), { own: [o.au], years })
  assert.deepEqual(theirs, [])
  const balance = await balanceOf(await reading(people.coordinatorPku), {
    own: [o.pku],
    year: '2024/2025',
  })
  assert.deepEqual(
    balance.map(({ partnerId, out, in: came }) => [partnerId, out, came]),
    [[o.au, 0, 6]],
  )
})
