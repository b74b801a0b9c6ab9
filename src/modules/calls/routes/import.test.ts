import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { allRows, readTable, writeXlsx } from '#kernel/files'
import { cast, csrfOf, formBody, testSite } from '../../../../test/harness/site.ts'
import { seededCalls } from '../seed/calls.ts'

const site = await testSite({ seed: ['alliance', 'calls'] })
after(() => site.close())
const { people } = cast
const { database } = site.house
const call = `/en/calls/${seededCalls.open}`
const path = `${call}/import`

async function rowsOf(sql: string, values: unknown[] = []) {
  return (await database.execute(sql, values)).rows
}

const numberOf = async (personId: string) =>
  String(
    (await rowsOf('select student_number from enrolments where person_id = $1', [personId]))[0]![
      'student_number'
    ],
  )

async function send(values: Record<string, string>, file?: File, person = people.coordinatorAu) {
  const cookie = await site.signInAs(person)
  const body = new FormData()
  body.set('csrf', csrfOf(await (await site.ask(path, { cookie })).text()))
  for (const [name, value] of Object.entries(values)) body.set(name, value)
  if (file) body.set('file', file)
  return site.ask(path, { method: 'POST', cookie, body })
}

const applications = async () =>
  rowsOf(
    "select person_id, number, answers, brought_in_by from call_applications where call_id = $1 and state = 'submitted' order by number",
    [seededCalls.open],
  )

describe('applications from a spreadsheet', () => {
  const headings = [
    'รหัสนักศึกษา',
    'Mail address',
    'Grade point average so far',
    'กลับ',
    'เมื่อกลับมาข้าพเจ้ายังมีสถานภาพนักศึกษา',
    'q5',
    'Vos vœux, dans l’ordre',
  ]

  test('are looked at first: what is wrong in which row, who has applied, what would come of it', async () => {
    const thanawat = await numberOf(people.studentThanawat)
    const ploy = await numberOf(people.studentPloy)
    const kanyarat = await numberOf(people.studentKanyarat)
    const rows = [
      [thanawat, '', '3.10', '', 'ใช่', 'Because.', '中国人民大学; Rhône School of Arts'],
      [ploy, '', '3.90', '', 'yes', 'Because.', 'd1'],
      [kanyarat, '', 'three', '', 'oui', '', 'Atlantis'],
      ['0000000', '', '3.10', '', '是', 'Because.', 'd2'],
      [thanawat, '', '3.20', '', 'yes', 'Because.', 'd2'],
      ['', '', '3.20', '', 'yes', 'Because.', 'd2'],
      [kanyarat, '', '2.10', '', 'no', 'Because.', 'd2'],
    ]
    const body = await writeXlsx({
      sheets: [{ name: 'A', columns: headings.map((header) => ({ header, kind: 'text' })), rows }],
    })
    const bytes = new Uint8Array(await new Response(body as BodyInit).arrayBuffer())
    const shown = await send({ step: 'preview' }, new File([bytes], 'list.xlsx'))
    assert.equal(shown.status, 200)
    const html = await shown.text()
    assert.match(html, /One application can be brought in/)
    assert.match(html, /4 rows are not right/)
    assert.match(html, /2 rows are of people who have applied already/)
    assert.match(html, /Columns that mean nothing here: กลับ/)
    for (const said of [
      /Write a number/,
      /Has to be answered/,
      /Nobody who studies here has it/,
      /A student number or a mail address is needed/,
      /A condition of the call is not met/,
    ]) {
      assert.match(html, said)
    }
    assert.deepEqual(await applications(), [], 'a preview writes nothing')
    const text = /<input type="hidden" name="text" value="([^"]*)"/.exec(html)![1]!
    const list = text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'")
    const strict = await send({ step: 'import', text: list })
    assert.equal(strict.status, 422)
    assert.match(await strict.text(), /Some rows are not right/)
    assert.deepEqual(await applications(), [], 'nothing is half-done')
    const done = await send({ step: 'import-without-faulty', text: list })
    assert.equal(done.status, 303)
    assert.deepEqual(await applications(), [
      {
        person_id: people.studentThanawat,
        number: 1,
        answers: { q2: '3.10', q3: 'yes', q5: 'Because.', q7: ['d1', 'd3'] },
        brought_in_by: people.coordinatorAu,
      },
    ])
    const again = await send({ step: 'import-without-faulty', text: list })
    assert.equal(again.status, 303)
    assert.equal((await applications()).length, 1, 'sent twice, nobody has two')
    const notices = await rowsOf(
      "select person_id from notices where kind = 'calls.application-received' and href like '%/applications/%' and person_id = $1",
      [people.studentThanawat],
    )
    assert.ok(notices.length > 0, 'the applicant is told')
  })

  test('have an empty table with the headings that are understood', async () => {
    const cookie = await site.signInAs(people.coordinatorAu)
    const answer = await site.ask(`${path}/template`, { cookie })
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const table = await readTable(bytes, { name: 'x.xlsx' })
    assert.ok('header' in table)
    assert.deepEqual(table.header.slice(0, 3), [
      'Student number',
      'Mail address',
      'Grade point average so far',
    ])
    assert.deepEqual(await allRows(table), [])
  })

  test('look nobody up who studies elsewhere, and are for the office of the call alone', async () => {
    const [elsewhere] = await rowsOf(
      `select x.address from person_emails x join enrolments e on e.person_id = x.person_id
       join calls c on c.id = $1 where e.organisation_id <> c.organisation_id limit 1`,
      [seededCalls.open],
    )
    const shown = await send({
      step: 'preview',
      text: `Mail address\tq2\tq3\tq5\tq7\n${String(elsewhere!['address'])}\t3.5\tyes\tBecause.\td1`,
    })
    assert.match(await shown.text(), /Nobody who studies here has it/)
    const cookie = await site.signInAs(people.coordinatorPku)
    assert.equal((await site.ask(path, { cookie })).status, 404)
  })

  test('find a student number however its letters are written', async () => {
    const known = await numberOf(people.studentKanyarat)
    const change = (to: string) =>
      rowsOf('update enrolments set student_number = $1 where person_id = $2', [
        to,
        people.studentKanyarat,
      ])
    await change('AB-0077')
    const shown = await send({
      step: 'preview',
      text: 'Student number\tq2\tq3\tq5\tq7\nab-0077\t3.5\tyes\tBecause.\td1',
    })
    assert.doesNotMatch(await shown.text(), /Nobody who studies here has it/)
    await change(known)
  })

  test('cost the same number of queries for one row and for three', async () => {
    const cost = async (count: number) => {
      const ids = [people.studentPloy, people.studentThanawat, people.studentKanyarat]
      const numbers = await Promise.all(ids.slice(0, count).map((id) => numberOf(id)))
      const list = numbers.map((each) => `${each}\t3.5\tyes\tBecause.\td1`)
      const text = ['Student number\tq2\tq3\tq5\tq7', ...list].join('\n')
      const cookie = await site.signInAs(people.coordinatorAu)
      const csrf = csrfOf(await (await site.ask(path, { cookie })).text())
      const preview = async () => {
        const body = formBody({ csrf, step: 'preview', text })
        assert.equal((await site.ask(path, { method: 'POST', cookie, body })).status, 200)
        await site.reads.flush()
      }
      await preview()
      const before = database.queryCount()
      await preview()
      return database.queryCount() - before
    }
    assert.equal(await cost(1), await cost(3))
  })
})

describe('the lists of a call', () => {
  test('cost the same number of queries with one application and with three', async () => {
    const cookie = await site.signInAs(people.coordinatorAu)
    const cost = async (address: string) => {
      await site.ask(address, { cookie })
      const before = database.queryCount()
      assert.equal((await site.ask(address, { cookie })).status, 200, address)
      await site.reads.flush()
      return database.queryCount() - before
    }
    const closed = `/calls/${seededCalls.closed}`
    const lists = [
      `/en${closed}/applications`,
      `/en${closed}/applications/table`,
      `/en${closed}/selection`,
      `/api/v1${closed}/applications`,
      `/api/v1${closed}/selection`,
    ]
    const three = []
    for (const each of lists) three.push(await cost(each))
    await database.execute(
      "update call_applications set state = 'withdrawn', withdrawn_at = submitted_at where call_id = $1 and number > 1",
      [seededCalls.closed],
    )
    const one = []
    for (const each of lists) one.push(await cost(each))
    assert.deepEqual(one, three)
  })
})
