import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { languages } from '#kernel/values'
import { cast, type FormValues, type TestSite, testSite } from '../../../../test/harness/site.ts'

const { organisations, people } = cast
const path = '/recognition/grading-tables'
const agreed = '/recognition/agreed-tables'
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

async function text(address: string, cookie = evaluator, language = 'en'): Promise<string> {
  const response = await site.ask(`/${language}${address}`, { cookie })
  assert.equal(response.status, 200, `${language} ${address}`)
  return response.text()
}

async function send(form: string, to: string, values: FormValues, cookie = registrar) {
  const response = await site.send(`/en${form}`, `/en${to}`, values, cookie)
  return {
    status: response.status,
    to: response.headers.get('location')?.replace(/^\/en/, '') ?? '',
    html: await response.text(),
  }
}

const counts = [
  'Grade\tCount\tYear',
  'A\t90\t2568',
  'B+\t60\t2568',
  'B\t30\t2567',
  'C\t15\t2567',
  'F\t5\t2567',
  'W\t2\t2567',
  'Z\t1\t2567',
].join('\n')

const given = {
  organisation: organisations.au,
  counted: organisations.au,
  scale: 'au',
  cycle: 'bachelor',
  iscedF: '0211',
  source: '',
  paste: counts,
}

async function draft(change: FormValues = {}): Promise<string> {
  const begun = await send(`${path}/new`, path, { ...given, ...change })
  assert.equal(begun.status, 303, begun.html.slice(0, 400))
  return begun.to
}

async function published(change: FormValues = {}): Promise<string> {
  const at = await draft(change)
  const done = await send(at, `${at}/publication`, {
    revision: '1',
    yearFrom: '2567',
    yearTo: '2568',
    validFrom: '2026-01-01',
  })
  assert.equal(done.status, 303, done.html.slice(0, 400))
  return done.to
}

describe('the pages of grading tables', () => {
  test('open in five languages to those who work with credit, and to nobody else', async () => {
    const table = await published()
    const open = [path, table, `${table}?with=${table.split('/').at(-1)}`, agreed]
    const forms = [
      `${path}/new`,
      await draft(),
      `${agreed}/new`,
      `${agreed}/new?from=franco-german`,
    ]
    for (const language of languages) {
      for (const each of open) await text(each, evaluator, language)
      for (const each of forms) await text(each, registrar, language)
    }
    for (const each of [...open, ...forms]) {
      assert.equal((await site.ask(`/en${each}`, { cookie: student })).status, 404, each)
    }
    for (const each of [...forms, `${path}/none`, `${agreed}/none`]) {
      assert.equal((await site.ask(`/en${each}`, { cookie: evaluator })).status, 404, each)
    }
  })

  test('show what was read, what does not count and what is wrong, before anything is published', async () => {
    const at = await draft()
    const html = await text(at, registrar)
    assert.match(html, /7 of 7 rows count/)
    assert.match(html, /5 grades that did not pass, 2 marks such as W/)
    assert.match(html, /“Z” is not on the grade scale/)
    assert.match(html, /role="img"/)
    assert.match(html, /46\.15%/)
    assert.match(html, /value="2024"/, 'the years of the file are proposed')
    assert.match(await text(path, registrar), /Not yet published/)
    assert.doesNotMatch(await text(path, evaluator), /Not yet published/)
  })

  test('read the file again in another way, and refuse a form from before', async () => {
    const at = await draft()
    const reading = {
      revision: '1',
      header: '1',
      shape: 'counts',
      'column.grade': '0',
      'column.count': '1',
      'column.year': '2',
      unit: 'count',
      from: '2568',
      cycle: 'bachelor',
    }
    assert.equal((await send(at, `${at}/reading`, reading)).status, 303)
    const html = await text(at, registrar)
    assert.match(html, /2 of 7 rows count/)
    assert.match(html, /60%/)
    const old = await send(at, `${at}/reading`, reading)
    assert.equal(old.status, 409)
    assert.match(old.html, /changed in another window/)
    const wrong: [FormValues, RegExp][] = [
      [{ 'column.count': '' }, /Choose the column/],
      [{ shape: 'wide' }, /No heading is a grade of this scale/],
      [{ iscedF: '7' }, /two to four digits/],
      [{ header: 'x' }, /number of the row/],
      [{ source: 'somewhere' }, /title \| https/],
    ]
    for (const [change, message] of wrong) {
      const answer = await send(at, `${at}/reading`, { ...reading, revision: '2', ...change })
      assert.equal(answer.status, 422, String(message))
      assert.match(answer.html, message)
    }
  })

  test('name the field that is wrong and keep the pasted rows', async () => {
    const wrong: [FormValues, RegExp][] = [
      [{ scale: '' }, /Choose a grade scale/],
      [{ counted: '' }, /Choose the institution whose grades/],
      [{ organisation: organisations.pku }, /Choose an institution that you look after/],
      [{ paste: '' }, /file/i],
    ]
    for (const [change, message] of wrong) {
      const answer = await send(`${path}/new`, path, { ...given, ...change })
      assert.equal(answer.status, 422, String(message))
      assert.match(answer.html, message)
      if (change['paste'] === undefined) assert.match(answer.html, /B\+\t60\t2568/)
    }
    assert.equal((await send(`${path}/new`, path, given, evaluator)).status, 404)
  })

  test('publish versions, compare two tables grade by grade, and give a workbook that comes in again', async () => {
    const table = await published()
    const id = table.split('/').at(-1)!
    const next = await send(`${path}/new?table=${id}`, path, {
      ...given,
      table: id,
      paste: 'A\t50\nB\t50\nC\t100',
    })
    const second = await send(next.to, `${next.to}/publication`, {
      revision: '1',
      yearFrom: '2025',
      yearTo: '2025',
      validFrom: '2026-09-01',
    })
    assert.equal(second.to, table)
    const html = await text(table)
    assert.match(html, /Version 2/)
    assert.match(await text(`${table}?version=1`), /195 passing grades/)
    const other = await published({ iscedF: '' })
    const compared = await text(`${table}?with=${other.split('/').at(-1)}&rule=minimum`)
    assert.match(compared, /The lowest of them/)
    assert.match(compared, /B:\u00a015\.38%/)
    const workbook = await site.ask(`/en${table}/table`, { cookie: evaluator })
    assert.match(workbook.headers.get('content-type') ?? '', /spreadsheetml/)
    assert.ok((await workbook.arrayBuffer()).byteLength > 1000)
  })

  test('say when nothing new is published, when years are turned round, and forget a discarded file', async () => {
    const table = await published()
    const id = table.split('/').at(-1)!
    const again = await draft({ table: id })
    const values = {
      revision: '1',
      yearFrom: '2567',
      yearTo: '2568',
      validFrom: '2026-01-01',
    }
    const same = await send(again, `${again}/publication`, values)
    assert.equal(same.status, 422)
    assert.match(same.html, /published already/)
    const turned = await send(again, `${again}/publication`, { ...values, yearTo: '2560' })
    assert.match(turned.html, /last year lies before the first/)
    assert.equal((await send(again, `${again}/removal`, {})).status, 303)
    assert.equal((await site.ask(`/en${again}`, { cookie: registrar })).status, 404)
    const files = await site.house.database.kysely
      .selectFrom('files')
      .select('id')
      .where('owner_id', '=', again.split('/').at(-1)!)
      .execute()
    assert.deepEqual(files, [])
  })

  test('withdraw a table, and cost the same number of queries for one row and for three', async () => {
    const table = await published()
    assert.equal((await send(table, `${table}/withdrawal`, {}, evaluator)).status, 404)
    assert.equal((await send(table, `${table}/withdrawal`, {})).status, 303)
    assert.match(await text(table), /Withdrawn/)
    const counted = async (address: string) => {
      const start = site.house.database.queryCount()
      await text(address, registrar)
      return site.house.database.queryCount() - start
    }
    const before = await counted(path)
    await published()
    await published()
    assert.equal(await counted(path), before)
  })
})

describe('the pages of agreed tables', () => {
  const table = {
    organisation: organisations.au,
    'name.en': 'Agreement with Renmin',
    hostScale: 'ruc',
    homeScale: 'au',
    rows: '90–100; A\n80-89; B\n60; D',
    source: 'Agreement | https://example.org/agreement',
  }

  test('the official Franco-German table is a starting point that can be published as it stands', async () => {
    const form = await text(`${agreed}/new?from=franco-german`, registrar)
    assert.match(form, /15\.9–20; 1\.0/)
    const rows = /name="rows"[^>]*>([^<]*)</.exec(form)![1]!
    const done = await send(`${agreed}/new`, agreed, {
      organisation: organisations.au,
      'name.en': 'Franco-German',
      hostScale: 'fr-20',
      homeScale: 'de',
      rows,
      source: '',
      next: 'publish',
    })
    assert.equal(done.status, 303, done.html.slice(0, 300))
    assert.match(await text(done.to), /12\.2–12\.3/)
  })

  test('a table is shown first, published, and changed as a new version', async () => {
    const look = await send(`${agreed}/new`, agreed, { ...table, next: 'preview' })
    assert.equal(look.status, 200)
    assert.match(look.html, /All 3 rows are in order/)
    const done = await send(`${agreed}/new`, agreed, { ...table, next: 'publish' })
    assert.equal(done.status, 303)
    const page = await text(done.to)
    assert.match(page, /C\+/, 'bands without a row are named')
    assert.match(await text(`${done.to}/edit`, registrar), /80–89; B/)
    const same = await send(`${done.to}/edit`, `${done.to}/versions`, { ...table, next: 'publish' })
    assert.match(same.html, /published already/)
    const rows = `${table.rows}\n70–79; C`
    const next = await send(`${done.to}/edit`, `${done.to}/versions`, {
      ...table,
      rows,
      next: 'publish',
    })
    assert.equal(next.status, 303)
    assert.match(await text(`${done.to}?version=1`), /Version 1/)
    assert.equal((await send(done.to, `${done.to}/withdrawal`, {})).status, 303)
  })

  test('each line that is wrong is named', async () => {
    const wrong: [string, RegExp][] = [
      ['90–100; A\nwhat', /Write it as grade abroad; grade at home/],
      ['90–100; Z', /“Z” is not on the scale at home/],
      ['90–101; A', /lies outside the scale abroad/],
      ['90–100; A\n95–97; A', /belongs to another row too/],
      ['90–100; B\n80–89; A', /a better grade would become a worse one/],
      ['Z; A', /“Z” is not on the scale abroad/],
    ]
    for (const [rows, message] of wrong) {
      const answer = await send(`${agreed}/new`, agreed, { ...table, rows, next: 'publish' })
      assert.equal(answer.status, 422, rows)
      assert.match(answer.html, message)
    }
    const none = await send(`${agreed}/new`, agreed, { ...table, rows: '', next: 'publish' })
    assert.match(none.html, /Give the rows/)
    const foreign = { ...table, organisation: organisations.pku, next: 'publish' }
    assert.equal((await send(`${agreed}/new`, agreed, foreign)).status, 422)
    assert.equal((await send(`${agreed}/new`, agreed, table, evaluator)).status, 404)
  })
})
