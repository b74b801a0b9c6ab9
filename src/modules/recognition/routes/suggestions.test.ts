import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addTranscript } from '../service/add-transcript.ts'
import { buildSuggestions } from '../service/suggestion-models.ts'
import { leadsTo, type Site, textOf, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  inWorld,
  now,
  organisations,
  people,
  transcript,
} from '../testing/world.fixture.ts'

const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))
const evaluator = people.evaluatorAu
const context = { actor: { kind: 'system', name: 'test' }, now, language: 'en' } as const
const path = (id: string, rest = '') => `/en/recognition/cases/${id}${rest}`

/** A case with one line that no equivalence covers, and a catalogue ready for suggestions. */
async function open({ world }: Site): Promise<{ id: string; line: string }> {
  await world.rows(
    `update courses set titles = '{"en": "Digital Heritage"}' where code = 'DA 4000'`,
  )
  await buildSuggestions({ runner: world.runner, context }, organisations.au)
  const lines = transcript([['PKU999', '90']])
  const titled = {
    ...lines,
    lines: lines.lines.map((line) => ({ ...line, title: { en: 'Heritage in Digital Media' } })),
  }
  const opened = await world.as(people.registrarAu, (work) => addTranscript(work, titled))
  const [row] = await world.rows('select id from case_lines')
  return { id: accepted(opened).caseId, line: String(row!['id']) }
}

describe('suggestions on a case', () => {
  test(
    'stand with their reasons where nothing was found, and taking one fills the form of the line and decides nothing',
    onSite(async (site) => {
      const { id, line } = await open(site)
      const html = textOf(await site.page(evaluator, path(id)))
      assert.match(html, /Courses that PKU999 may stand for/)
      assert.match(html, /Digital Heritage/)
      assert.match(html, /2 of 3 words of the title/)
      // A likeness of words is no proof: nothing has a tick.
      const proposals = /<section class="proposals".*?<\/section>/s.exec(
        await site.page(evaluator, path(id)),
      )![0]
      assert.doesNotMatch(proposals, /M3\.5 8\.5l3 3 6-7|tone-done/)
      const address = /href="([^"]*\?suggestion=[^"]*)"/.exec(proposals)![1]!
      const form = await site.page(evaluator, address)
      assert.match(form, /value="DA 4000"/)
      assert.match(textOf(form), /DA 4000 comes from the suggestions; nothing is decided yet/)
      // The evaluator says why; the reasons of the suggestion stand beside the form.
      assert.match(form, /<textarea[^>]*name="reason"[^>]*><\/textarea>/)
      assert.match(textOf(form), /Why it was suggested: 2 of 3 words/)
      const [before] = await site.world.rows('select * from case_lines')
      assert.equal(before!['verdict'], 'needs-decision')
      const said = {
        verdict: 'recognised',
        homeCourse: 'DA 4000',
        'homeCourse-text': 'DA 4000',
        suggestion: 'DA 4000',
        reason: 'Both syllabuses teach the cataloguing of heritage.',
      }
      const empty = await site.post(evaluator, path(id, `/lines/${line}`), { ...said, reason: '' })
      assert.equal(empty.status, 422)
      assert.match(textOf(await empty.text()), /DA 4000 comes from the suggestions/)
      leadsTo(await site.post(evaluator, path(id, `/lines/${line}`), said))
      const [row] = await site.world.rows('select * from case_lines')
      assert.deepEqual(
        [row!['verdict'], row!['home_course_code'], row!['home_credit']],
        ['recognised', 'DA 4000', '3'],
      )
      assert.equal(row!['change_reason'], said.reason)
      const [entry] = await site.world.rows(
        `select value from chronicle_personal p join chronicle_entries e on e.id = p.entry_id
         where type = 'recognition.line-changed' and field = 'suggestion'`,
      )
      assert.match(JSON.stringify(entry), /2 of 3 words/)
      assert.doesNotMatch(await site.page(evaluator, path(id)), /may stand for/)
      leadsTo(await site.post(evaluator, path(id, `/lines/${line}/restoration`), {}))
      assert.match(await site.page(evaluator, path(id)), /may stand for/)
    }),
  )

  test(
    'are taken with the credit that the conversion gives, and so in one press',
    onSite(async (site) => {
      const { id, line } = await open(site)
      await site.world.rows(`update case_lines set evaluation = jsonb_set(evaluation,
        '{creditConversion}', '{"credit": {"fraction": "12/5"}}')`)
      const address = path(id, `/lines/${line}?suggestion=DA+4000`)
      const form = await site.page(evaluator, address)
      assert.match(form, /name="homeCredit"[^>]*value="2\.4"|value="2\.4"[^>]*name="homeCredit"/)
      assert.match(textOf(form), /what the conversion gives, 2\.4; the course has 3/)
      const said = { verdict: 'recognised', homeCourse: 'DA 4000', homeCredit: '2.4' }
      leadsTo(await site.post(evaluator, path(id, `/lines/${line}`), { ...said, reason: 'Alike.' }))
    }),
  )

  test(
    'are for those who may change the line, and take no course that the catalogue does not have',
    onSite(async (site) => {
      const { id, line } = await open(site)
      assert.doesNotMatch(await site.page(people.studentPloy, path(id)), /may stand for/)
      assert.doesNotMatch(await site.page(people.coordinatorAu, path(id)), /may stand for/)
      const form = (person: string, course: string) =>
        site.get(person, path(id, `/lines/${line}?${new URLSearchParams({ suggestion: course })}`))
      assert.equal((await form(people.studentPloy, 'DA 4000')).status, 404)
      const unknown = textOf(await (await form(evaluator, 'NONE 1\u202E')).text())
      assert.doesNotMatch(unknown, /NONE 1|from the suggestions/)
    }),
  )
})

test(
  'over JSON the same suggestions come with reasons and weights',
  onSite(async (site) => {
    await open(site)
    const query = new URLSearchParams({ home: organisations.au, title: 'Digital Heritage' })
    const answer = await site.json(evaluator, 'GET', `/recognition/suggestions?${query}`)
    assert.equal(answer.status, 200)
    const { ready, suggestions } = (await answer.json()) as {
      ready: boolean
      suggestions: { code: string; reasons: { kind: string; text: string; weight: number }[] }[]
    }
    assert.equal(ready, true)
    assert.equal(suggestions[0]!.code, 'DA 4000')
    const [first] = suggestions[0]!.reasons
    assert.deepEqual([first!.kind, first!.text], ['same-title', 'The titles say the same'])
    assert.ok(first!.weight > 0)
    const wrong = await site.json(evaluator, 'GET', '/recognition/suggestions?home=nonsense')
    assert.equal(wrong.status, 422)
  }),
)
