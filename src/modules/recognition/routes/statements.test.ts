import { statementCode } from '#kernel/documents'
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { unzipSync } from 'fflate'
import { isRefused } from '#kernel/database'
import { allRows, readTable } from '#kernel/files'
import { cast, csrfOf, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { parseElmo } from '../formats/elmo.ts'

const { people, organisations } = cast
let site: TestSite
let registrar: string
let code: string
let caseId: string
let studentNumber: string

before(async () => {
  site = await testSite({ seed: ['alliance', 'recognition'] })
  registrar = await site.signInAs(people.registrarAu)
  const row = await one(
    `select d.document_sha256, c.id, e.student_number from recognition_decisions d
     join recognition_cases c on c.id = d.case_id join enrolments e on e.id = c.enrolment_id
     where c.home_organisation_id = $1 order by c.number limit 1`,
    [organisations.au],
  )
  code = statementCode(String(row!['document_sha256']))
  caseId = String(row!['id'])
  studentNumber = String(row!['student_number'])
})
after(() => site.close())

async function one(sql: string, parameters: string[] = []) {
  const { rows } = await site.house.database.execute(sql, parameters)
  return rows[0]
}

const text = async (response: Response) =>
  (await response.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

async function sendFile(path: string, file: File): Promise<Response> {
  const body = new FormData()
  body.set('csrf', csrfOf(await (await site.ask(path)).text()))
  body.set('code', '')
  body.set('file', file)
  return site.ask(path, { method: 'POST', body })
}

describe('a statement', () => {
  test('comes in any two languages, unless said in those of both institutions', async () => {
    const path = `/en/recognition/cases/${caseId}/statement`
    for (const [query, name] of [
      ['', /-th-zh-Hans\.pdf/],
      ['?first=ko&second=fr', /-ko-fr\.pdf/],
      ['?first=en&second=en', /-en\.pdf/],
      ['?first=xx&second=fr', /-th-fr\.pdf/],
    ] as const) {
      const response = await site.ask(path + query, { cookie: registrar })
      assert.equal(response.headers.get('content-type'), 'application/pdf')
      assert.match(response.headers.get('content-disposition') ?? '', name)
    }
  })

  test('is chosen on the page of the case’s documents', async () => {
    const response = await site.ask(`/th/recognition/cases/${caseId}/documents`, {
      cookie: registrar,
    })
    const html = await response.text()
    assert.match(html, /<select[^>]*name="first"[^]*?<option value="th" selected/)
    assert.match(html, /<select[^>]*name="second"[^]*?<option value="zh-Hans" selected/)
  })
})

describe('the lines of a case', () => {
  const ask = (format: string) =>
    site.ask(`/en/recognition/cases/${caseId}/table?format=${format}`, { cookie: registrar })

  test('leave as a workbook and as separated values with the same rows, and no formula', async () => {
    const tables = await Promise.all(
      ['xlsx', 'csv'].map(async (format) => {
        const bytes = new Uint8Array(await (await ask(format)).arrayBuffer())
        const table = await readTable(bytes)
        assert.ok(!isRefused(table))
        const rows = await allRows(table)
        assert.ok(!isRefused(rows))
        return [table.header, ...rows.map((row) => row.cells)]
      }),
    )
    assert.deepEqual(tables[0], tables[1])
    assert.ok(tables[0]!.length > 4)
    for (const cell of tables.flat(2)) assert.doesNotMatch(cell, /^[=+@]/)
  })

  test('leave as JSON with exact credit', async () => {
    const data = (await (await ask('json')).json()) as {
      case: string
      lines: { hostCredit: string | null }[]
    }
    assert.match(data.case, /^20\d\d-\d{4}$/)
    for (const { hostCredit } of data.lines) assert.match(hostCredit ?? '1', /^\d+(\/\d+)?$/)
  })

  test('leave as ELMO 2.1.1 that reads back without a fault', async () => {
    const response = await site.ask(`/en/recognition/cases/${caseId}/elmo`, { cookie: registrar })
    const document = await response.text()
    const result = parseElmo(document)
    assert.ok(result.ok)
    assert.deepEqual(
      result.issues.filter((issue) => issue.severity === 'error'),
      [],
    )
    assert.match(document, /<status>(Positive|Partially Positive)<\/status>/)
    assert.match(document, /<fromMapping><ref>host-1<\/ref>/)
    assert.equal(document.match(/<alternativeName>/g)?.length, 1)
  })

  test('are for whoever may read the case', async () => {
    const cookie = await site.signInAs(people.evaluatorPku)
    const path = `/en/recognition/cases/${caseId}/table?format=json`
    assert.equal((await site.ask(path, { cookie })).status, 404)
  })
})

describe('the check of a statement', () => {
  test('tells whoever has its code that it holds, and nothing of the person', async () => {
    const shown = await text(await site.ask(`/en/statement-checks/${code.toLowerCase()}`))
    assert.match(shown, /This statement is genuine and holds/)
    assert.match(shown, /No later revision has taken its place/)
    assert.match(shown, /The student number was not compared/)
    assert.doesNotMatch(shown, /class="rail"/, 'no navigation to learn')
    assert.match(shown, /Assumption University/)
    assert.doesNotMatch(shown, new RegExp(studentNumber))
    assert.doesNotMatch(shown, /Kanyarat/)
  })

  test('shows the courses, so that others with the same total are found out, and a pending appeal', async () => {
    const shown = await text(await site.ask(`/en/statement-checks/${code}`))
    assert.match(shown, /What this statement recognises/)
    const row = await one(
      `select t.code from transcript_lines t join recognition_cases c using (transcript_id)
       where c.id = $1 order by t.position limit 1`,
      [caseId],
    )
    assert.ok(shown.includes(String(row!['code'])))
    assert.doesNotMatch(shown, /An appeal to this decision/)
  })

  test('is found from the check of signed documents by its code and its PDF, and reads the code out of the PDF', async () => {
    const path = `/en/statement-checks/${code}`
    const ask = '/en/document-checks'
    const byCode = await site.send(ask, ask, { code })
    assert.equal(byCode.headers.get('location'), path)
    const pdf = await site.ask(`/en/recognition/cases/${caseId}/statement`, { cookie: registrar })
    const file = new File([await pdf.arrayBuffer()], 'statement.pdf', { type: 'application/pdf' })
    const byFile = await sendFile(ask, file)
    assert.equal(byFile.headers.get('location'), path)
    const own = await sendFile('/en/statement-checks', file)
    assert.match(await text(own), /This statement is genuine and holds/)
    const empty = new File([Buffer.from('%PDF-1.7')], 'other.pdf', { type: 'application/pdf' })
    const none = await sendFile('/en/statement-checks', empty)
    assert.match(await text(none), /No code was found in this file/)
  })

  test('is linked from every public page, shows the hash on the paper, and the courses to whoever may read them', async () => {
    const home = await (await site.ask('/en/')).text()
    assert.match(home, /<footer.*href="\/en\/statement-checks"/s)
    const stranger = await site.ask(`/en/statement-checks/${code}`)
    const open = `/en/recognition/cases/${caseId}`
    const seen = await stranger.text()
    assert.match(seen, /(?:[0-9a-f]{8} ){7}[0-9a-f]{8}/)
    assert.ok(!seen.includes(open))
    const office = await site.ask(`/en/statement-checks/${code}`, { cookie: registrar })
    assert.ok((await office.text()).includes(`href="${open}"`))
  })

  test('compares a student number, and says neither what it is nor whose', async () => {
    const send = (number: string) =>
      site.send('/en/statement-checks', '/en/statement-checks', { code, number })
    assert.match(await text(await send(` ${studentNumber} `)), /belongs to this statement/)
    const other = await text(await send('999'))
    assert.match(other, /does not belong to this statement/)
    assert.doesNotMatch(other, new RegExp(studentNumber))
  })

  test('knows no other code', async () => {
    for (const [typed, said] of [
      ['0000-0000-0000', /No statement has this code/],
      ['nonsense', /not the code of a statement/],
    ] as const) {
      const response = await site.ask(`/en/statement-checks/${typed}`)
      assert.equal(response.headers.get('x-robots-tag'), 'noindex')
      assert.match(await text(response), said)
    }
  })
})

describe('the statements of a cohort', () => {
  const path = '/th/recognition/statements'
  const values = {
    home: organisations.au,
    host: '',
    programme: '',
    intake: '',
    from: '',
    to: '',
    first: 'th',
    second: 'en',
  }

  test('are packed in the background, named in the reader’s script', async () => {
    const begun = await site.send(path, path, values, registrar)
    assert.equal(begun.status, 303)
    const archive = begun.headers.get('location')!
    const progress = async () =>
      (await (await site.ask(`${archive}/progress`, { cookie: registrar })).json()) as {
        done: boolean
      }
    assert.equal((await progress()).done, false)
    assert.equal((await site.ask(`${archive}/file`, { cookie: registrar })).status, 303)
    await site.jobs.drain(site.clock.now)
    assert.equal((await progress()).done, true)
    const page = await (await site.ask(archive, { cookie: registrar })).text()
    assert.ok(page.includes(`${archive}/file`))
    const file = await site.ask(`${archive}/file`, { cookie: registrar })
    const disposition = decodeURIComponent(file.headers.get('content-disposition') ?? '')
    assert.match(disposition, /หนังสือรับรองการเทียบโอนหน่วยกิต.*\.zip/)
    const entries = unzipSync(new Uint8Array(await file.arrayBuffer()))
    const names = Object.keys(entries)
    assert.ok(names.length >= 2)
    assert.ok(
      names.every((name) => /^20\d\d-\d{4} \p{Script=Thai}/u.test(name)),
      names.join(),
    )
    for (const bytes of Object.values(entries)) {
      assert.equal(Buffer.from(bytes.subarray(0, 5)).toString(), '%PDF-')
    }
    await site.reads.flush()
    const read = await one(
      `select count(*) as n from personal_reads where route like '%statements/:id/file'`,
    )
    assert.equal(Number(read!['n']), 1)
  })

  test('are fetched by nobody else', async () => {
    const begun = await site.send(path, path, values, registrar)
    await site.jobs.drain(site.clock.now)
    const archive = begun.headers.get('location')!
    for (const person of [people.evaluatorAu, people.evaluatorPku, people.studentPloy]) {
      const cookie = await site.signInAs(person)
      assert.equal((await site.ask(archive, { cookie })).status, 404)
      assert.equal((await site.ask(`${archive}/file`, { cookie })).status, 404)
    }
  })

  test('are none where nothing fits, and none of another institution', async () => {
    for (const change of [
      { from: '2999-01-01' },
      { home: organisations.pku },
      { intake: '1950' },
    ]) {
      const answer = await site.send(path, path, { ...values, ...change }, registrar)
      assert.equal(answer.status, 422)
    }
  })

  test('are removed after a week, with their file', async () => {
    const begun = await site.send(path, path, values, registrar)
    await site.jobs.drain(site.clock.now)
    const archive = begun.headers.get('location')!
    const before = site.clock.now
    site.clock.now = new Date(before.getTime() + 8 * 86_400_000)
    await site.jobs.drain(site.clock.now)
    const id = archive.split('/').at(-1)!
    const row = await one('select state, file_id from statement_archives where id = $1', [id])
    assert.deepEqual(row, { state: 'removed', file_id: null })
    assert.equal(await one('select id from files where owner_id = $1', [id]), undefined)
    site.clock.now = before
  })
})
