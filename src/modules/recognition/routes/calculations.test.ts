import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { languages } from '#kernel/values'
import { cast, type TestSite, testSite } from '../../../../test/harness/site.ts'

const { people, enrolments } = cast
let site: TestSite
let evaluator: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'recognition'] })
  evaluator = await site.signInAs(people.evaluatorAu)
})
after(() => site.close())

async function caseOf(enrolmentId: string): Promise<string> {
  const found = await site.house.database.kysely
    .selectFrom('recognition_cases')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return found.id
}

test('whoever reads a case reads how its figures came about, in five languages, and nobody else', async () => {
  const id = await caseOf(enrolments.ploy)
  const path = `/recognition/cases/${id}/calculations`
  for (const language of languages) {
    const response = await site.ask(`/${language}${path}`, { cookie: evaluator })
    assert.equal(response.status, 200, language)
  }
  const html = await (await site.ask(`/en${path}`, { cookie: evaluator })).text()
  assert.match(html, /hours of lecture × 45 min ÷ 60 min ÷ 15 hours for a credit = /)
  assert.match(html, /The rules enter TR, whatever the grade was/)
  const page = await (await site.ask(`/en/recognition/cases/${id}`, { cookie: evaluator })).text()
  assert.match(page, new RegExp(`href="/en${path}"`))
  const own = await site.signInAs(people.studentPloy)
  assert.equal((await site.ask(`/en${path}`, { cookie: own })).status, 200)
  const other = await site.signInAs(people.studentThanawat)
  assert.equal((await site.ask(`/en${path}`, { cookie: other })).status, 404)
})
