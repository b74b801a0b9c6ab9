import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Country } from '#kernel/values'
import { addTranscript } from '../../service/add-transcript.ts'
import { everyLanguage, textOf, withSite } from '../../testing/site.fixture.ts'
import {
  accepted,
  enrolments,
  inWorld,
  organisations,
  people,
  transcript,
  type World,
} from '../../testing/world.fixture.ts'
import { turnaroundOf } from './turnaround.ts'

const of = {
  organisationId: organisations.au,
  country: 'TH' as Country,
  timeZone: 'Asia/Bangkok',
}
const later = new Date('2026-12-01T03:00:00Z')

let made = 0

/** Cases that were received and decided at these instants; null is open. */
async function cases(world: World, times: readonly (readonly [string, string | null])[]) {
  for (const [index, [received, decided]] of times.entries()) {
    const lines = [[index === 0 ? 'PKU999' : `PKU10${index}`, String(80 + (made += 1))]] as const
    const added = await world.as(people.registrarAu, (work) =>
      addTranscript(work, transcript(lines, { enrolmentId: enrolments.ploy })),
    )
    const { caseId } = accepted(added)
    await world.rows(
      `update recognition_cases set created_at = $2, due_on = '2026-11-27',
         state = case when $3::timestamptz is null then 'open' else 'decided' end,
         decided_at = $3, decided_by = case when $3::timestamptz is null then null else $4::uuid end
       where id = $1`,
      [caseId, received, decided, people.evaluatorAu],
    )
  }
}

const total = async (world: World) => {
  const rows = await world.as(people.coordinatorAu, (work) => turnaroundOf(work, of), later)
  return rows.find(({ by }) => by === 'all')!
}

describe('turnaround', () => {
  test(
    'counts the working days of the home institution by its own clock, and the smallest number that covers the share',
    inWorld(async (world) => {
      await cases(world, [
        ['2026-11-23T03:00:00Z', null],
        // Monday before midnight in Bangkok, and Tuesday after it: decided on Tuesday.
        ['2026-11-23T16:59:00Z', '2026-11-24T03:00:00Z'],
        ['2026-11-23T17:00:00Z', '2026-11-24T03:00:00Z'],
        // Friday to Monday is one day, and Saturday to Monday too.
        ['2026-11-20T03:00:00Z', '2026-11-23T03:00:00Z'],
        ['2026-11-21T03:00:00Z', '2026-11-23T03:00:00Z'],
        // Decided a day after its own: at half past midnight of Saturday in Bangkok.
        ['2026-11-16T03:00:00Z', '2026-11-27T17:30:00Z'],
      ])
      const row = await total(world)
      assert.deepEqual(
        [row.received, row.decided, row.decidedMedian, row.decidedNinety],
        [6, 5, 1, 9],
      )
      assert.deepEqual([row.inTime, row.withDay, row.openNow, row.lateNow], [4, 5, 1, 1])
      assert.deepEqual(
        [row.linesByPrecedent, row.linesByRules, row.linesByPerson].reduce((a, b) => a + b, 0),
        5,
      )
      assert.equal(row.linesByPrecedent, 5)
      assert.equal(row.postedMedian, null)
    }),
  )

  test(
    'says of a figure that rests on fewer than five decided cases that it is not shown',
    inWorld(async (world) => {
      await withSite(world, async (site) => {
        const path = '/en/recognition/turnaround'
        const received = '2026-11-17T03:00:00Z'
        const decided = '2026-11-18T03:00:00Z'
        await cases(
          world,
          Array.from({ length: 6 }, (_, place) => [received, place < 4 ? decided : null] as const),
        )
        const text = textOf(await site.page(people.coordinatorAu, path))
        assert.match(text, /Not shown/)
        const [times] = text.split('Who settled the lines')
        assert.doesNotMatch(times!, /\d day|\d%/, 'neither the median nor the share in time')
        const table = `${path}/organisations/${organisations.au}/table?format=csv`
        const csv = await (await site.get(people.coordinatorAu, table)).text()
        assert.match(csv, /Peking University,6,4,Not shown,Not shown,,,Not shown,4,2,/)
        await world.rows(
          `update recognition_cases set state = 'decided', decided_at = $1, decided_by = $2
           where state = 'open'`,
          [decided, people.evaluatorAu],
        )
        assert.ok(!textOf(await site.page(people.coordinatorAu, path)).includes('Not shown'))
      })
    }),
  )

  test(
    'is one query however many cases there are, and shows no group of fewer than five',
    inWorld(async (world) => {
      await withSite(world, async (site) => {
        const path = '/en/recognition/turnaround'
        await cases(world, [['2026-11-16T03:00:00Z', '2026-11-18T03:00:00Z']])
        const text = textOf(await site.page(people.coordinatorAu, path))
        const one = site.queries()
        assert.match(text, /Too few cases/)
        await cases(
          world,
          Array.from(
            { length: 5 },
            () => ['2026-11-17T03:00:00Z', '2026-11-18T03:00:00Z'] as const,
          ),
        )
        const html = textOf(await site.page(people.coordinatorAu, path))
        assert.equal(site.queries(), one)
        assert.match(html, /Peking University/)
        for (const language of everyLanguage) {
          const said = textOf(await site.page(people.registrarAu, path.replace('en', language)))
          assert.ok(!/turnaround\.[a-z]/.test(said), language)
        }
        const table = `${path}/organisations/${organisations.au}/table`
        const csv = await (await site.get(people.coordinatorAu, `${table}?format=csv`)).text()
        assert.match(csv, /Peking University,6,6,1,/)
        assert.equal((await site.get(people.coordinatorAu, table)).status, 200)
        assert.equal((await site.get(people.studentPloy, path)).status, 404)
        assert.equal((await site.get(people.evaluatorPku, table)).status, 404)
      })
    }),
  )
})
