import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { languages } from '#kernel/values'
import {
  cast,
  csrfOf,
  type FormValues,
  type TestSite,
  testSite,
} from '../../../../../test/harness/site.ts'

const { organisations, people } = cast
const postings = '/recognition/postings'
const batches = `${postings}/batches`
const layouts = `${postings}/layouts`
let site: TestSite
let registrar: string
let evaluator: string
let student: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'recognition'] })
  registrar = await site.signInAs(people.registrarAu)
  evaluator = await site.signInAs(people.evaluatorAu)
  student = await site.signInAs(people.studentThanawat)
})
after(() => site.close())

async function text(path: string, cookie = registrar, language = 'en'): Promise<string> {
  const response = await site.ask(`/${language}${path}`, { cookie })
  assert.equal(response.status, 200, `${language} ${path}`)
  return response.text()
}

async function send(form: string, to: string, values: FormValues, cookie = registrar) {
  const response = await site.send(`/en${form}`, `/en${to}`, values, cookie)
  return {
    status: response.status,
    to: (response.headers.get('location') ?? '').replace(/^\/en/, ''),
    html: await response.text(),
  }
}

async function upload(form: string, to: string, name: string, content: string) {
  const token = csrfOf(await text(form))
  const body = new FormData()
  body.append('csrf', token)
  body.append('file', new File([content], name))
  const response = await site.ask(`/en${to}`, { method: 'POST', cookie: registrar, body })
  return {
    status: response.status,
    to: response.headers.get('location') ?? '',
    html: await response.text(),
  }
}

const keysOf = (html: string) =>
  [...html.matchAll(/name="keys" value="([0-9a-f-]{36})"/g)].map(([, id]) => id!)

async function written(): Promise<string> {
  const page = await text(postings)
  const layout = /name="layout" value="([0-9a-f-]{36})"/.exec(page)![1]!
  const done = await send(postings, batches, {
    keys: keysOf(page),
    layout,
    organisation: organisations.au,
  })
  assert.equal(done.status, 303)
  return done.to
}

describe('the registrar’s pages', () => {
  test('open in five languages to the registrar, and to nobody else', async () => {
    const batch = /href="\/en(\/recognition\/postings\/batches\/[0-9a-f-]+)"/.exec(
      await text(batches),
    )![1]!
    const layout = /href="\/en(\/recognition\/postings\/layouts\/[0-9a-f-]{36})"/.exec(
      await text(layouts),
    )![1]!
    const pages = [postings, batches, batch, layouts, layout, `${layout}/changes`, `${layouts}/new`]
    for (const language of languages)
      for (const path of pages) await text(path, registrar, language)
    for (const path of pages) {
      assert.equal((await site.ask(`/en${path}`, { cookie: evaluator })).status, 404, path)
      assert.equal((await site.ask(`/en${path}`, { cookie: student })).status, 404, path)
    }
  })

  test('cost the same number of queries for the rows of one student and of several', async () => {
    const { database } = site.house
    const counted = async (path: string) => {
      const asked: string[] = []
      const done = database.onQuery(({ sql }) => asked.push(sql))
      await text(path)
      done()
      // Who read about one person is written before the answer, about several soon after: that is no question of the page.
      return asked.filter((sql) => !sql.startsWith('insert into "personal_reads"')).length
    }
    const batch = /href="\/en(\/recognition\/postings\/batches\/[0-9a-f-]+)"/.exec(
      await text(batches),
    )![1]!
    const students = async () => {
      const { rows } = await database.execute(
        `select count(distinct c.person_id)::int4 as count from posting_items i
         join recognition_cases c on c.id = i.case_id where i.batch_id = $1`,
        [batch.split('/').at(-1)],
      )
      return rows[0]!['count']
    }
    await counted(batch)
    assert.equal(await students(), 2)
    const many = await counted(batch)
    await database.execute(`delete from posting_items where position > 1 and batch_id = $1`, [
      batch.split('/').at(-1),
    ])
    assert.equal(await students(), 1)
    assert.equal(await counted(batch), many)
  })

  test('take credit from waiting to the record: file, answer with a difference, confirmation', async () => {
    const path = await written()
    const file = await site.ask(`/en${path}/file`, { cookie: registrar })
    assert.match(file.headers.get('content-type') ?? '', /text\/csv/)
    const rows = new TextDecoder('windows-874')
      .decode(await file.arrayBuffer())
      .trim()
      .split('\r\n')
    assert.match(rows[0]!, /^REF,STUDENT_ID,NAME/)
    assert.match(rows[1]!, /,6611042,พิมพ์ชนก รัตนกุล,BFA-DA,A,/)
    const again = await site.ask(`/en${path}/file`, { cookie: registrar })
    assert.deepEqual(
      new TextDecoder('windows-874')
        .decode(await again.arrayBuffer())
        .trim()
        .split('\r\n'),
      rows,
      'the same file each time',
    )

    const wrong = await upload(path, `${path}/answer`, 'answer.csv', 'A,B\n1,2\n')
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /None of the headings/)

    const [first, ...rest] = rows.slice(1).map((row) => row.split(','))
    const answer = [
      'REF,RESULT,CREDIT,GRADE,MESSAGE',
      `${first![0]},POSTED,9.0,TR,`,
      ...rest.map((row) => `${row[0]},ok,${row[6]},TR,`),
    ].join('\n')
    const sent = await upload(path, `${path}/answer`, 'answer.csv', `${answer}\n`)
    assert.equal(sent.status, 303)
    const compared = await text(`${path}/answer`)
    assert.match(compared, /Entered differently/)
    const answerId = /name="answer" value="([^"]+)"/.exec(compared)![1]!
    const taken = await send(`${path}/answer`, `${path}/answer/taking`, {
      answer: answerId,
      take: 'yes',
    })
    assert.equal(taken.status, 303)
    assert.match(await text(path), /Waits for confirmation/)

    const left = keysOf(await text(path))
    const confirmed = await send(path, `${path}/rows`, { keys: left, outcome: 'posted', note: '' })
    assert.equal(confirmed.status, 303)
    assert.match(await text(path), /every row has its answer/)
    assert.match(await text(postings), /No credit waits/)
    await site.chronicle.drain()
    await site.jobs.drain(site.clock.now)
    const notices = await site.house.database.execute(
      `select message->>'key' as key from notices where kind = 'recognition.credit-posted'`,
    )
    assert.equal(notices.rows.length >= 1, true, 'the student is told')
  })

  test('give a refused form back with everything typed, and propose columns from headings', async () => {
    const proposed = await send(`${layouts}/new`, layouts, {
      organisation: organisations.au,
      name: 'From headings',
      pasted: 'รหัสนักศึกษา\tรหัสวิชา\tหน่วยกิต\tเกรด\tสิ่งอื่น',
      do: 'headings',
    })
    assert.equal(proposed.status, 200)
    for (const source of ['student-number', 'home-code', 'home-credit', 'home-grade', 'constant'])
      assert.match(proposed.html, new RegExp(`<option value="${source}" selected`), source)
    const refused = await send(`${layouts}/new`, layouts, {
      organisation: organisations.au,
      name: 'Half done',
      'columns.0.heading': 'ID',
      'columns.0.source': 'student-number',
      'columns.1.heading': 'Credit',
      'columns.1.source': 'home-credit',
      'columns.1.format': 'two places',
      file: 'csv',
      headings: 'yes',
      do: 'publish',
    })
    assert.equal(refused.status, 422)
    assert.match(refused.html, /value="Half done"/)
    assert.match(refused.html, /value="two places"/)
    assert.match(refused.html, /Write a form of numbers/)
    const look = await send(`${layouts}/new`, layouts, {
      organisation: organisations.au,
      name: 'Look',
      'columns.0.heading': 'ID',
      'columns.0.source': 'student-number',
      'columns.1.heading': 'Course',
      'columns.1.source': 'home-code',
      file: 'csv',
      headings: 'yes',
      do: 'look',
    })
    assert.match(look.html, /<pre[^>]*>ID,Course/)
  })
})
