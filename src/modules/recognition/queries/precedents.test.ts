import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addTranscript } from '../service/add-transcript.ts'
import { changeLine, decideCase } from '../service/decide-case.ts'
import { withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  enrolments,
  inWorld,
  mixedLines,
  now,
  people,
  transcript,
  type World,
} from '../testing/world.fixture.ts'

const minutesAgo = (count: number) => new Date(now.getTime() - count * 60_000)

/** A decided case in which the course without an equivalence was recognised by a person's word. */
async function decided(world: World, at: Date): Promise<void> {
  const given = transcript(mixedLines, { enrolmentId: enrolments.thanawat })
  const added = await world.as(people.registrarAu, (work) => addTranscript(work, given), at)
  const { caseId } = accepted(added)
  const [line] = await world.rows(
    `select id from case_lines where case_id = $1 and verdict = 'needs-decision'`,
    [caseId],
  )
  const word = {
    caseId,
    lineId: String(line!['id']),
    verdict: 'recognised' as const,
    homeCourseCode: 'DA 4000',
    homeCredit: null,
    recordedGrade: 'TR',
    contentShare: null,
    reason: 'The studio covers the whole project.',
  }
  accepted(await world.as(people.evaluatorAu, (work) => changeLine(work, word), at))
  const [row] = await world.rows('select input_hash from recognition_cases where id = $1', [caseId])
  const inputHash = String(row!['input_hash'])
  const decision = { caseId, inputHash }
  accepted(await world.as(people.evaluatorAu, (work) => decideCase(work, decision), at))
}

test(
  'the next case finds what was decided, by whom and when, and takes it over with one more word',
  inWorld(async (world) => {
    await decided(world, minutesAgo(11))
    const next = transcript([
      ['pku 999', '80'],
      ['PKU998', '80'],
    ])
    const added = await world.as(people.registrarAu, (work) => addTranscript(work, next))
    const { caseId } = accepted(added)
    await withSite(world, async (site) => {
      const page = `/en/recognition/cases/${caseId}`
      const html = await (await site.get(people.evaluatorAu, page)).text()
      const said = html.replaceAll(/<span class="unbroken">([^<]*)<\/span>/g, '$1')
      assert.match(said, /In case 2026-0001, .*Prasert Chaiyaporn.* recognised it as DA 4000/)
      assert.match(html, /The studio covers the whole project/)
      // Whose case it was stays in that case. (As an evaluator he can be mentioned in a note.)
      assert.doesNotMatch(html.split('name="mention"')[0]!, /Thanawat|6510002/)
      assert.equal(html.match(/Decide as before/g)?.length, 1)
      const address = /href="([^"]*\/lines\/[^"]*verdict=recognised[^"]*)"/.exec(html)![1]!
      const line = await site.get(people.evaluatorAu, address.replaceAll('&amp;', '&'))
      const form = await line.text()
      assert.match(form, /value="DA 4000"/)
      assert.match(form, /The studio covers the whole project/)
      const own = await (await site.get(people.studentPloy, page)).text()
      assert.doesNotMatch(own, /The studio covers/)
    })
  }),
)

test(
  'a decision that can still be taken back is no precedent yet',
  inWorld(async (world) => {
    await decided(world, minutesAgo(9))
    const next = transcript([['PKU999', '80']])
    const added = await world.as(people.registrarAu, (work) => addTranscript(work, next))
    const { caseId } = accepted(added)
    await withSite(world, async (site) => {
      const page = await site.get(people.evaluatorAu, `/en/recognition/cases/${caseId}`)
      assert.doesNotMatch(await page.text(), /Decide as before/)
    })
  }),
)
