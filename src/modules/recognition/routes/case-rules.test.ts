import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addTranscript } from '../service/add-transcript.ts'
import { everyLanguage, type Site, textOf, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  inWorld,
  organisations,
  people,
  transcript,
  type World,
} from '../testing/world.fixture.ts'

const onSite = (run: (site: Site) => Promise<void>) => inWorld((world) => withSite(world, run))
const heading = {
  en: /What the rules say/,
  'zh-Hans': /规则内容/,
  th: /หลักเกณฑ์/,
  ko: /규정/,
  fr: /Ce que/,
}
const student = people.studentPloy

async function open({ world }: { world: World }): Promise<string> {
  const lines = transcript([
    ['PKU101', '88'],
    ['PKU102', '91'],
  ])
  const result = await world.as(people.registrarAu, (work) => addTranscript(work, lines))
  return accepted(result).caseId
}

describe('the rules of a case', () => {
  test(
    'are named to the student with their version, before the decision too, and can be read as they are',
    onSite(async (site) => {
      const id = await open(site)
      const [rules] = await site.world.rows(
        `select r.definition -> 'name' ->> 'en' as name, c.rule_set_version as version, c.rule_set_id as id
         from recognition_cases c join recognition_rule_sets r on r.id = c.rule_set_id and r.version = c.rule_set_version`,
      )
      const page = await site.page(student, `/en/recognition/cases/${id}`)
      const name = String(rules!['name'])
      assert.match(
        textOf(page),
        new RegExp(`Rules applied ${name} ?, version ${String(rules!['version'])}`),
      )
      assert.ok(page.includes(`href="/en/recognition/cases/${id}/rules"`))
      const words = await site.page(student, `/en/recognition/cases/${id}/rules`)
      assert.match(textOf(words), /What the rules say/)
      assert.doesNotMatch(words, /href="[^"]*\/recognition\/rule-sets/, 'no way that is closed')
      // The list of rules stays the staff's.
      const list = await site.get(student, `/en/recognition/rule-sets/${String(rules!['id'])}`)
      assert.equal(list.status, 404)
      const evaluators = await site.page(people.evaluatorAu, `/en/recognition/cases/${id}/rules`)
      assert.match(textOf(evaluators), /What the rules say/)
    }),
  )

  test(
    'are read by nobody who may not read the case',
    onSite(async (site) => {
      const id = await open(site)
      const other = await site.get(people.evaluatorPku, `/en/recognition/cases/${id}/rules`)
      assert.equal(other.status, 404)
    }),
  )

  test(
    'are said in every language',
    onSite(async (site) => {
      const id = await open(site)
      for (const language of everyLanguage) {
        const words = await site.page(student, `/${language}/recognition/cases/${id}/rules`)
        assert.match(textOf(words), heading[language], language)
      }
    }),
  )

  test(
    'stand in the JSON of the case with both institutions and the days, over the API and as a file',
    onSite(async (site) => {
      const id = await open(site)
      const read = await site.json(people.evaluatorAu, 'GET', `/recognition/cases/${id}`)
      const file = await site.get(
        people.evaluatorAu,
        `/en/recognition/cases/${id}/table?format=json`,
      )
      for (const answer of [read, file]) {
        const data = (await answer.json()) as {
          institutions: Record<string, { id: string; country: string }>
          rules: { version: number; name: Record<string, string>; validFrom: string }
          days: Record<string, string | null>
        }
        const { home, host } = data.institutions
        assert.deepEqual([home!.id, home!.country], [organisations.au, 'TH'])
        assert.deepEqual([host!.id, host!.country], [organisations.pku, 'CN'])
        assert.ok(data.rules.version >= 1 && data.rules.name['en'])
        assert.match(data.rules.validFrom, /^\d{4}-\d\d-\d\d$/)
        assert.match(data.days['received'] ?? '', /^\d{4}-\d\d-\d\d$/)
        assert.equal(data.days['evaluated'], data.days['received'])
        assert.equal(data.days['decided'], null)
      }
    }),
  )
})
