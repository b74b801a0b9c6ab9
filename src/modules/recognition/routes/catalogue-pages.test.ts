import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import iconv from 'iconv-lite'
import { allRows, readTable } from '#kernel/files'
import { type Language, languages } from '#kernel/values'
import { cast, csrfOf, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { auRuleSetId } from '../seed/schemes.ts'

const { organisations, people } = cast
let site: TestSite
let evaluator: string
let registrar: string
let student: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'recognition'] })
  evaluator = await site.signInAs(people.evaluatorAu)
  registrar = await site.signInAs(people.registrarAu)
  student = await site.signInAs(people.studentPloy)
})
after(() => site.close())

async function pageText(path: string, cookie: string, language: Language = 'en'): Promise<string> {
  const response = await site.ask(`/${language}${path}`, { cookie })
  assert.equal(response.status, 200, `${language} ${path}`)
  return response.text()
}

async function upload(
  cookie: string,
  name: string,
  content: string | Uint8Array,
  organisation: string,
) {
  const form = await site.ask('/en/recognition/catalogues/new', { cookie })
  const body = new FormData()
  body.set('csrf', csrfOf(await form.text()))
  body.set('organisation', organisation)
  body.set('file', new File([content as never], name))
  return site.ask('/en/recognition/catalogues', { method: 'POST', cookie, body })
}

/** A form's values as its page has them, with changes. */
function formValues(html: string, action: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="[^"]*${action}"[^]*?</form>`).exec(html)?.[0] ?? ''
  const values: Record<string, string> = {}
  for (const [input, name, value] of form.matchAll(
    /<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"[^>]*>/g,
  )) {
    if (!/type="(?:radio|checkbox)"/.test(input) || / checked[ />]/.test(input)) {
      values[name!] = value!
    }
  }
  for (const [, name, rest] of form.matchAll(
    /<select[^>]*name="([^"]+)"[^]*?>([^]*?)<\/select>/g,
  )) {
    values[name!] = /<option value="([^"]*)" selected/.exec(rest!)?.[1] ?? ''
  }
  for (const [, name, value] of form.matchAll(
    /<textarea[^>]*name="([^"]+)"[^>]*>([^]*?)<\/textarea>/g,
  )) {
    values[name!] = value!.replaceAll('&amp;', '&')
  }
  return values
}

const pages = [
  '/recognition/courses',
  `/recognition/courses?organisation=${organisations.pku}&q=艺术`,
  `/recognition/courses/${organisations.au}/DA3101`,
  '/recognition/catalogues',
  '/recognition/catalogues/new',
  '/recognition/equivalences',
  `/recognition/equivalences/new?host=${organisations.pku}`,
  '/recognition/equivalences/import',
  '/recognition/rule-sets',
  `/recognition/rule-sets/${auRuleSetId}`,
]

describe('pages of catalogues, equivalences and rules', () => {
  test('open in five languages for those who work with them', async () => {
    for (const language of languages) {
      for (const path of pages) await pageText(path, evaluator, language)
      await pageText(`/recognition/rule-sets/${auRuleSetId}/edit`, registrar, language)
      await pageText('/recognition/rule-sets/new', registrar, language)
    }
  })

  test('look like nothing to a student, and lead the public to the sign-in', async () => {
    for (const path of pages.slice(3)) {
      assert.equal((await site.ask(`/en${path}`, { cookie: student })).status, 404, path)
      assert.equal((await site.ask(`/en${path}`)).status, 303, path)
    }
    const edit = `/en/recognition/rule-sets/${auRuleSetId}/edit`
    assert.equal((await site.ask(edit, { cookie: evaluator })).status, 404)
    await pageText('/recognition/courses', student)
  })

  test('cost the same number of queries for one row and for many', async () => {
    const counted = async (path: string) => {
      const { database } = site.house
      const start = database.queryCount()
      await pageText(path, evaluator)
      return database.queryCount() - start
    }
    const pairs = [
      ['/recognition/courses?q=DA3101', '/recognition/courses?q=DA'],
      ['/recognition/equivalences?q=04330102', '/recognition/equivalences'],
    ] as const
    for (const [one, many] of pairs) assert.equal(await counted(one), await counted(many), one)
  })

  test('find a course by part of its title in any script, and offer it in a box', async () => {
    for (const search of ['การสื่อสารวัฒนธรรม', 'silk road', 'ca3209', 'CA 3209']) {
      const html = await pageText(`/recognition/courses?q=${encodeURIComponent(search)}`, student)
      assert.match(html, />CA3209</, search)
    }
    const response = await site.ask(
      `/th/recognition/courses/options?organisation=${organisations.pku}&q=${encodeURIComponent('美术史')}`,
      { cookie: evaluator },
    )
    const options = (await response.json()) as { value: string; label: string; hint: string }[]
    assert.deepEqual(
      options.map(({ value }) => value),
      ['04330102', '04330103'],
    )
    assert.match(options[0]!.hint, /4/)
  })
})

describe('importing a catalogue over pages', () => {
  const file = 'Code,English title,ชื่อวิชา (ไทย),Credits\nZZ1,One,หนึ่ง,3\nZZ2,Two,สอง,-1\n'

  test('goes from the file over the columns to the publication', async () => {
    const begun = await upload(registrar, 'list.csv', file, organisations.au)
    assert.equal(begun.status, 303)
    const path = begun.headers.get('location')!
    const html = await (await site.ask(path, { cookie: registrar })).text()
    assert.match(html, /หนึ่ง|One/)
    assert.match(html, /below zero/)
    const values = { ...formValues(html, '/mapping'), next: 'start' }
    const mapped = await site.send(path, `${path}/mapping`, values, registrar)
    assert.equal(mapped.status, 303)
    const progress = await (await site.ask(`${path}/progress`, { cookie: registrar })).json()
    assert.equal((progress as { done: boolean }).done, false)
    await site.jobs.drain(site.clock.now)
    const ready = await (await site.ask(path, { cookie: registrar })).text()
    assert.match(ready, /Ready to publish/)
    const remarks = await site.ask(`${path}/remarks`, { cookie: registrar })
    const table = await readTable(new Uint8Array(await remarks.arrayBuffer()))
    assert.ok(!isRefused(table))
    const rows = await allRows(table)
    assert.ok(!isRefused(rows) && rows.length === 1 && rows[0]!.cells[0] === '3')
    const published = await site.send(path, `${path}/publication`, {}, registrar)
    assert.equal(published.status, 303)
    await site.jobs.drain(site.clock.now)
    const list = await pageText(`/recognition/courses?organisation=${organisations.au}`, student)
    assert.match(list, />ZZ1</)
    assert.doesNotMatch(list, />DA3101</)
  })

  test('is read in another encoding where the one that was found is wrong', async () => {
    const bytes = iconv.encode('과목코드,과목명,학점\nZZ1,동아시아 미술사,3\n', 'cp949')
    const begun = await upload(registrar, 'list.csv', bytes, organisations.au)
    const path = begun.headers.get('location')!
    const read = async (encoding: string) => {
      const html = await (await site.ask(path, { cookie: registrar })).text()
      const values = { ...formValues(html, '/mapping'), encoding, next: 'start' }
      const answer = await site.send(path, `${path}/mapping`, values, registrar)
      assert.equal(answer.status, 303)
      return (await site.ask(path, { cookie: registrar })).text()
    }
    const first = await (await site.ask(path, { cookie: registrar })).text()
    assert.match(first, /동아시아 미술사/)
    assert.match(first, /Encoding: CP949/)
    const wrong = await read('gb18030')
    assert.match(wrong, /Encoding: GB18030/)
    assert.doesNotMatch(wrong, /<td[^>]*>(?:<[^>]*>)*동아시아 미술사/)
    assert.match(await read('cp949'), /<span lang="ko">동아시아 미술사|동아시아 미술사<\/td>/)
  })

  test('keeps the file and the words when something is missing', async () => {
    const refused = await upload(registrar, 'list.csv', file, organisations.pku)
    assert.equal(refused.status, 422)
    const html = await refused.text()
    assert.match(html, /list\.csv/)
    assert.match(html, /name="file-staged"/)
    const empty = await upload(registrar, '', '', organisations.au)
    assert.equal(empty.status, 422)
  })

  test('is not open to an evaluator of another institution', async () => {
    const begun = await upload(registrar, 'list.csv', file, organisations.au)
    const path = begun.headers.get('location')!
    const other = await site.signInAs(people.evaluatorPku)
    assert.equal((await site.ask(path, { cookie: other })).status, 404)
    assert.equal((await site.ask(`${path}/remarks`, { cookie: other })).status, 404)
  })
})

describe('rules over pages', () => {
  const path = `/en/recognition/rule-sets/${auRuleSetId}`

  test('show what would change before they are published', async () => {
    const html = await (await site.ask(`${path}/edit`, { cookie: registrar })).text()
    const values = formValues(html, '/versions')
    assert.equal(values['minimumContentShare'], '3/4')
    const changed = { ...values, minimumGrade: 'au\tA', totalCap: '60' }
    const preview = await site.send(
      `${path}/edit`,
      `${path}/versions`,
      { ...changed, next: 'preview' },
      registrar,
    )
    assert.equal(preview.status, 200)
    assert.match(await preview.text(), /[2-9] open cases would change/)
    const wrong = { ...changed, minimumContentShare: 'most', next: 'publish' }
    const refused = await site.send(`${path}/edit`, `${path}/versions`, wrong, registrar)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /value="most"/)
    const published = await site.send(
      `${path}/edit`,
      `${path}/versions`,
      { ...changed, next: 'publish' },
      registrar,
    )
    assert.equal(published.status, 303)
    assert.match(await (await site.ask(path, { cookie: evaluator })).text(), /Version 2/)
  })
})

describe('characters that no database holds', () => {
  test('find nothing and break nothing', async () => {
    const nul = '%00'
    for (const path of [
      `/recognition/courses?q=a${nul}b&unit=${nul}`,
      `/recognition/courses/options?organisation=${organisations.au}&q=${nul}`,
      `/recognition/equivalences?q=${nul}&host=${nul}`,
    ]) {
      await pageText(path, evaluator)
    }
    const absent = await site.ask(`/en/recognition/courses/${organisations.au}/DA${nul}`, {
      cookie: evaluator,
    })
    assert.equal(absent.status, 404)
  })
})

describe('the API of catalogues, equivalences and rules', () => {
  test('answers exact figures to those who may ask', async () => {
    const get = async (address: string, cookie: string) => {
      const response = await site.ask(`/api/v1/recognition/${address}`, { cookie })
      return { status: response.status, data: (await response.json()) as Record<string, unknown[]> }
    }
    const courses = await get(`courses?organisation=${organisations.rhone}&q=tissage`, student)
    assert.equal((courses.data['courses']![0] as { credit: string }).credit, '6')
    const found = await get('equivalences?q=04330102', evaluator)
    assert.equal((found.data['equivalences']![0] as { contentShare: string }).contentShare, '4/5')
    assert.equal((await get('equivalences', student)).status, 404)
    const rules = await get(`rule-sets/${auRuleSetId}`, evaluator)
    const { rules: figures } = rules.data['versions']!.at(-1) as { rules: Record<string, unknown> }
    assert.equal(figures['minimumContentShare'], '3/4')
    assert.equal((await get('courses?page=0', student)).status, 422)
  })
})
