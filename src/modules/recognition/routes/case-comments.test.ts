import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addTranscript } from '../service/add-transcript.ts'
import { everyLanguage, leadsTo, type Site, textOf, withSite } from '../testing/site.fixture.ts'
import { accepted, inWorld, people, transcript } from '../testing/world.fixture.ts'

const { evaluatorAu: evaluator, coordinatorAu: coordinator, studentPloy: student } = people
const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))

async function open({ world }: Site): Promise<string> {
  const given = transcript([
    ['PKU101', '88'],
    ['PKU102', '91'],
  ])
  const added = await world.as(people.registrarAu, (work) => addTranscript(work, given))
  return `/en/recognition/cases/${accepted(added).caseId}`
}

describe('the conversation on a case', () => {
  test(
    'shows the staff everything, the student what is shared, and each word beside its line',
    onSite(async (site) => {
      const path = await open(site)
      const [, line] = await site.world.rows('select id from case_lines order by position')
      const say = (text: string, rest: Record<string, string>) =>
        site.post(evaluator, `${path}/comments`, { text, line: '', ...rest })
      leadsTo(await say('Between us.', { audience: 'staff', mention: coordinator }))
      leadsTo(await say('Dear Ploy.', { audience: 'student', line: String(line!['id']) }))
      const staff = textOf(await site.page(coordinator, path))
      assert.match(staff, /Between us\..*Told: .*Wongsiri.*Line 2, PKU102 Dear Ploy\./)
      const html = await site.page(student, path)
      assert.doesNotMatch(html, /Between us|Shared with the student|Staff of the school/)
      assert.equal(html.split('Dear Ploy.').length - 1, 2, 'in the talk and on its line')
      leadsTo(await site.post(student, `${path}/comments`, { text: 'Thank you.' }))
      assert.match(textOf(await site.page(evaluator, path)), /Thank you\./)
      for (const language of everyLanguage) {
        const shown = await site.page(evaluator, path.replace('/en/', `/${language}/`))
        assert.doesNotMatch(textOf(shown), /talk\.[a-z]+|entry\.|undefined|\[object/)
      }
    }),
  )

  test(
    'keeps what was typed when it is refused, and knows the line that its address names',
    onSite(async (site) => {
      const path = await open(site)
      const [line] = await site.world.rows('select id from case_lines order by position')
      const id = String(line!['id'])
      assert.match(
        await site.page(evaluator, `${path}?line=${id}`),
        new RegExp(`<option[^>]* selected[^>]*value="${id}"|<option value="${id}" selected`),
      )
      const text = 'x'.repeat(4500)
      const refused = await site.post(evaluator, `${path}/comments`, {
        text,
        line: id,
        audience: 'student',
        mention: coordinator,
      })
      assert.equal(refused.status, 422)
      const html = await refused.text()
      assert.ok(html.includes(text))
      assert.match(
        html,
        new RegExp(`value="${coordinator}"[^>]*checked|checked[^>]*value="${coordinator}"`),
      )
    }),
  )

  test(
    'costs no more queries however much is said',
    onSite(async (site) => {
      const path = await open(site)
      await site.page(evaluator, path)
      const quiet = site.queries()
      for (const text of ['One.', 'Two.', 'Three.']) {
        leadsTo(await site.post(evaluator, `${path}/comments`, { text, audience: 'student' }))
      }
      await site.page(evaluator, path)
      assert.equal(site.queries(), quiet)
    }),
  )

  test(
    'lets its author take a word back',
    onSite(async (site) => {
      const path = await open(site)
      leadsTo(
        await site.post(evaluator, `${path}/comments`, { text: 'Oh no.', audience: 'student' }),
      )
      const [row] = await site.world.rows('select id from case_comments')
      const form = { comment: String(row!['id']) }
      assert.equal((await site.post(student, `${path}/comments/removal`, form)).status, 409)
      leadsTo(await site.post(evaluator, `${path}/comments/removal`, form))
      const text = textOf(await site.page(student, path))
      assert.doesNotMatch(text, /Oh no/)
      assert.match(text, /Taken back by its author/)
    }),
  )
})
