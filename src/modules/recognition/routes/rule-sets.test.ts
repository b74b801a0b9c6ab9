import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { languages } from '#kernel/values'
import { cast, type FormValues, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { auRuleSetId } from '../seed/schemes.ts'
import { fromStored } from '../stored.ts'
import type { RecognitionRuleSet } from '../rules/types.ts'

const { people, organisations } = cast
const path = `/recognition/rule-sets/${auRuleSetId}`
let site: TestSite
let registrar: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'recognition'] })
  registrar = await site.signInAs(people.registrarAu)
})
after(() => site.close())

async function text(address: string, language = 'en'): Promise<string> {
  const response = await site.ask(`/${language}${address}`, { cookie: registrar })
  assert.equal(response.status, 200, address)
  return response.text()
}

async function latest(): Promise<RecognitionRuleSet> {
  const row = await site.house.database.kysely
    .selectFrom('recognition_rule_sets')
    .select('definition')
    .where('id', '=', auRuleSetId)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow()
  return fromStored<RecognitionRuleSet>(row.definition)
}

const form = {
  'name.en': 'Assumption University: transfer of credit',
  host: '',
  programme: '',
  validFrom: '2026-12-01',
  minimumContentShare: '3/4',
  minimumGrade: 'au\tC',
  maximumProgrammeShare: '1/2',
  honours: '72',
  method: 'hours',
  roundingMode: 'half-up',
  surplus: 'record-home',
  beyond: 'needs-decision',
  digits: '2',
  entry: 'TR',
  next: 'publish',
}

async function publish(change: FormValues): Promise<number> {
  const answer = await site.send(
    `/en${path}/edit`,
    `/en${path}/versions`,
    { ...form, ...change },
    registrar,
  )
  return answer.status
}

describe('the form of rules', () => {
  test('names what was inferred, and opens in five languages', async () => {
    for (const language of languages) {
      await text(path, language)
      await text(`${path}/edit`, language)
    }
    assert.match(await text(path), /The published source does not state/)
    assert.match(await text(path), /Honours ask for 72 credits taken at home/)
  })

  test('puts the methods of grades in their order, with the rows of the agreed table’s version', async () => {
    const agreed = await site.send(
      '/en/recognition/agreed-tables/new',
      '/en/recognition/agreed-tables',
      {
        organisation: organisations.au,
        'name.en': 'Agreement with Renmin',
        hostScale: 'ruc',
        homeScale: 'au',
        rows: '90–100; A',
        next: 'publish',
      },
      registrar,
    )
    const id = agreed.headers.get('location')!.split('/').at(-1)!
    assert.match(await text(`${path}/edit`), /Agreement with Renmin/)
    assert.equal(await publish({ agreed: [id], overlap: 'minimum' }), 303)
    const { gradeRule } = await latest()
    assert.ok(gradeRule.method === 'first')
    assert.deepEqual(
      gradeRule.rules.map(({ method }) => method),
      ['table', 'grading-table', 'record'],
    )
    assert.equal(gradeRule.rules[0]!.method === 'table' && gradeRule.rules[0]!.tableVersion, 1)
    const again = await text(`${path}/edit`)
    assert.match(again, new RegExp(`value="${id}"[^>]*checked`))
    assert.match(await text(path), /By the grading tables of both institutions: the lowest/)
  })

  test('keeps what it does not show when a new version is published', async () => {
    const { kysely } = site.house.database
    const present = await latest()
    const suspended = { ...present, suspension: { overMonths: 3 }, setGrade: 'each' }
    const { toStored } = await import('../stored.ts')
    await kysely
      .updateTable('recognition_rule_sets')
      .set({ definition: toStored(suspended) })
      .where('id', '=', auRuleSetId)
      .where('version', '=', present.version)
      .execute()
    assert.equal(await publish({ residence: '60', honours: '' }), 303)
    const next = await latest()
    assert.deepEqual(next.suspension, { overMonths: 3 })
    assert.equal(next.setGrade, 'each')
    assert.equal(next.residence!.leastCredit!.toString(), '60')
    assert.equal(next.honours, undefined)
    assert.equal(next.inferred, undefined, 'a version of the institution’s own is its word')
  })

  test('shows what a draft would alter on decided cases, and gives it as a workbook', async () => {
    const strict = { ...form, minimumGrade: 'au\tA', entry: 'T' }
    const before = await latest()
    const send = (next: string) =>
      site.send(`/en${path}/edit`, `/en${path}/versions`, { ...strict, next }, registrar)
    const shown = await send('preview')
    assert.equal(shown.status, 200)
    const html = await shown.text()
    assert.match(html, /id="past"/)
    assert.match(html, /<button[^>]*form="rule-set"/)
    assert.ok(html.indexOf('<h1') < html.indexOf('id="past"'), 'the page says first what it is')
    assert.match(html, /href="\/en\/recognition\/cases\/[0-9a-f-]{36}"/)
    // An administrator writes rules and reads no cases: totals, and no way that leads nowhere.
    const other = await site.send(
      `/en${path}/edit`,
      `/en${path}/versions`,
      { ...strict, next: 'preview' },
      await site.signInAs(people.administratorAu),
    )
    const blind = await other.text()
    assert.match(blind, /id="past"/)
    assert.match(blind, /named only to those who read cases/)
    assert.doesNotMatch(blind, /href="\/en\/recognition\/cases\/[0-9a-f-]{36}"/)
    assert.doesNotMatch(html, /named only to those who read cases/)
    const workbook = await send('workbook')
    assert.equal(workbook.status, 200)
    assert.match(workbook.headers.get('content-type')!, /spreadsheetml/)
    assert.equal(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
      'PK',
    )
    assert.deepEqual(await latest(), before)
  })
})
