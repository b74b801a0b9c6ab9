import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addTranscript } from '../service/add-transcript.ts'
import { leadsTo, type Site, textOf, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  enrolments,
  inWorld,
  mixedLines,
  people,
  transcript,
  type World,
} from '../testing/world.fixture.ts'

const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))
const evaluator = people.evaluatorAu
const clearLines: Parameters<typeof transcript>[0] = [
  ['PKU101', '88'],
  ['PKU102', '91'],
]
const path = (id: string, rest = '') => `/en/recognition/cases/${id}${rest}`

async function open(
  { world }: { world: World },
  lines: Parameters<typeof transcript>[0],
  rest: Parameters<typeof transcript>[1] = {},
  who: string = people.registrarAu,
): Promise<string> {
  const result = await world.as(who, (work) => addTranscript(work, transcript(lines, rest)))
  return accepted(result).caseId
}

async function basis(site: Site, id: string): Promise<string> {
  const html = await site.page(evaluator, path(id))
  return /name="basis" value="([^"]*)"/.exec(html)?.[1] ?? ''
}

describe('the list of cases', () => {
  test(
    'has the most urgent first, and is sorted and narrowed by what is to be done in the address',
    onSite(async (site) => {
      await open(site, clearLines)
      await open(site, mixedLines, { enrolmentId: enrolments.thanawat })
      await site.world.rows(
        `update recognition_cases set due_on = '2026-11-20' where number = '2026-0002'`,
      )
      const shown = async (query: string) => {
        const html = await site.page(evaluator, `/en/recognition/cases?${query}`)
        return [...new Set(textOf(html).match(/2026-000\d/g))]
      }
      assert.deepEqual(await shown(''), ['2026-0002', '2026-0001'])
      assert.deepEqual(await shown('sort=number'), ['2026-0001', '2026-0002'])
      assert.deepEqual(await shown('sort=-number'), ['2026-0002', '2026-0001'])
      assert.deepEqual(await shown('stage=late'), ['2026-0002'])
      assert.deepEqual(await shown('stage=ready'), ['2026-0001'])
      assert.deepEqual(await shown('stage=waiting'), ['2026-0002'])
      assert.deepEqual(await shown('stage=evidence'), [])
      const pause = (since: string) =>
        site.world.rows(
          `update recognition_cases set paused_since = ${since} where number = '2026-0001'`,
        )
      await pause(`'2026-11-20'`)
      assert.deepEqual(await shown('stage=ready'), [], 'what waits for papers is not ready')
      await pause('null')
      assert.deepEqual(await shown('unit=office'), ['2026-0002', '2026-0001'])
      assert.deepEqual(await shown('sort=nonsense&stage=x&unit=y'), ['2026-0002', '2026-0001'])
      const html = await site.page(evaluator, '/en/recognition/cases?stage=late&sort=due')
      assert.match(html, /aria-sort="ascending"[^>]*><a href="[^"]*stage=late[^"]*sort=-due/)
    }),
  )

  test(
    'of a student is their own, and their case leads back to it',
    onSite(async (site) => {
      const id = await open(site, clearLines)
      const student = people.studentPloy
      const list = await site.page(student, '/en/recognition/mine')
      assert.match(textOf(list), /My recognition cases.*2026-0001.*In evaluation/s)
      assert.match(await site.page(student, path(id)), /href="\/en\/recognition\/mine"/)
      assert.equal((await site.get(people.registrarAu, '/en/recognition/mine')).status, 404)
    }),
  )
})

describe('a case', () => {
  test(
    'takes no home course that another line or an earlier decision has, and says which',
    onSite(async (site) => {
      const first = await open(site, clearLines)
      const [line, other] = await site.world.rows('select * from case_lines order by position')
      const word = { verdict: 'recognised', reason: 'The same.', homeCredit: '1' }
      const course = (value: unknown) => ({ homeCourse: String(value) })
      const second = await site.post(evaluator, path(first, `/lines/${String(line!['id'])}`), {
        ...word,
        ...course(other!['home_course_code']),
      })
      assert.equal(second.status, 422)
      assert.match(textOf(await second.text()), /recognised already by line 2 \(PKU102\)/)
      const seen = { basis: await basis(site, first) }
      leadsTo(await site.post(evaluator, path(first, '/decision'), seen))
      const next = await open(site, mixedLines)
      const [again] = await site.world.rows(
        'select id from case_lines where case_id = $1 order by position limit 1',
        [next],
      )
      const third = await site.post(evaluator, path(next, `/lines/${String(again!['id'])}`), {
        ...word,
        ...course(line!['home_course_code']),
      })
      assert.equal(third.status, 422)
      assert.match(textOf(await third.text()), /recognised already in case 2026-0001/)
      // Put there all the same, by whatever way: it is told on the line and beside the state.
      await site.world.rows(
        `update case_lines set verdict = 'recognised', home_course_code = $2, home_credit = '1',
           changed_by = $3, changed_at = now(), change_reason = 'x' where case_id = $1`,
        [next, line!['home_course_code'], evaluator],
      )
      const html = textOf(await site.page(evaluator, path(next)))
      assert.match(html, /recognised already in case 2026-0001 ?\. A home course counts once/)
    }),
  )

  test(
    'keeps who said that it is the same person where the document names somebody else',
    onSite(async (site) => {
      const student = people.studentPloy
      const given = { holder: { name: 'Somebody Else' }, holderConfirmed: true }
      const id = await open(site, clearLines, given, student)
      const before = textOf(await site.page(evaluator, path(id)))
      assert.match(before, /Is this the right person’s transcript\?.*Somebody Else/s)
      leadsTo(await site.post(evaluator, path(id, '/holder'), {}))
      const after = textOf(await site.page(evaluator, path(id)))
      assert.match(after, /Prasert Chaiyaporn\)? said on .* that it is the same person/)
      assert.doesNotMatch(after, /right person’s transcript/)
      assert.equal((await site.post(student, path(id, '/holder'), {})).status, 404)
    }),
  )
})
