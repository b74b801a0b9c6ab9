import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { writeXlsx } from '#kernel/files'
import {
  elmoCourse,
  elmoOf,
  gb18030Table,
  onePoint,
  tis620Table,
} from '../testing/documents.fixture.ts'
import { begin, file, form, gridOf, onSite, registrar, send } from '../testing/drafts.fixture.ts'
import {
  everyLanguage,
  type FormValues,
  leadsTo,
  type Site,
  textOf,
} from '../testing/site.fixture.ts'
import { enrolments, organisations, people } from '../testing/world.fixture.ts'

async function codes(site: Site): Promise<unknown[]> {
  const rows = await site.world.rows(
    'select code, credit, grade from transcript_lines order by position',
  )
  return rows.map((row) => `${row['code']} ${row['credit']} ${row['grade']}`)
}

const taken = ['PKU101 3 88', 'PKU102 3 91']

describe('a transcript comes in', () => {
  const sheet = async () =>
    writeXlsx({
      sheets: [
        {
          name: '成绩',
          columns: ['课程代码', '课程名称', '学分', '学时', '成绩'].map((header) => ({
            header,
            kind: 'text' as const,
          })),
          rows: [
            ['PKU101', '视觉叙事', '3', '60', '88'],
            ['PKU102', '数字影像', '3', '60', '91'],
          ],
        },
      ],
    })
  const ways: [string, () => Promise<FormValues> | FormValues, string][] = [
    ['as ELMO', () => ({ file: file('transcript.xml', elmoOf()) }), '视觉叙事'],
    ['as a workbook', async () => ({ file: file('成绩单.xlsx', await sheet()) }), '视觉叙事'],
    ['as a table in GB 18030', () => ({ file: file('cj.csv', gb18030Table) }), '非物质文化遗产'],
    ['as a table in TIS-620', () => ({ file: file('grade.csv', tis620Table) }), 'การเล่าเรื่องด้วยภาพ'],
    [
      'pasted from a spreadsheet',
      () => ({
        paste:
          'Code\tTitle\tCredit\tHours\tGrade\nPKU101\tVisual\t3\t60\t88\nPKU102\tImaging\t3\t60\t91\n',
      }),
      'Imaging',
    ],
  ]
  for (const [how, values, title] of ways) {
    test(
      how,
      onSite(async (site) => {
        const path = await begin(site, await values())
        assert.ok((await site.page(registrar, path)).includes(title))
        const answer = await send(site, path, 'evaluate')
        assert.match(leadsTo(answer), /^\/en\/recognition\/cases\//)
        assert.deepEqual(await codes(site), taken)
      }),
    )
  }

  test(
    'by hand, beside the scan',
    onSite(async (site) => {
      const path = await begin(site, { file: file('ใบแสดงผล.png', onePoint) })
      const html = await site.page(registrar, path)
      assert.ok(html.includes(`src="${path}/scan"`))
      const scan = await site.get(registrar, `${path}/scan`)
      assert.equal(scan.headers.get('content-type'), 'image/png')
      assert.match(scan.headers.get('content-disposition') ?? '', /^inline/)
      assert.doesNotMatch(scan.headers.get('content-security-policy') ?? '', /sandbox/)
      assert.equal((await site.get(people.coordinatorAu, `${path}/scan`)).status, 404)
      const typed = Object.fromEntries(
        taken.flatMap((line, place) => {
          const [code, credit, grade] = line.split(' ')
          return [
            [`line.${place}.code`, code!],
            [`line.${place}.credit`, credit!],
            [`line.${place}.grade`, grade!],
            [`line.${place}.hours`, '60'],
          ]
        }),
      )
      const answer = await send(site, path, 'evaluate', typed)
      const casePath = leadsTo(answer)
      assert.deepEqual(await codes(site), taken)
      const original = await site.get(registrar, `${casePath}/original`)
      assert.deepEqual(Buffer.from(await original.arrayBuffer()), onePoint)
      assert.match(original.headers.get('content-disposition') ?? '', /^inline/)
      assert.doesNotMatch(original.headers.get('content-security-policy') ?? '', /sandbox/)
    }),
  )

  test(
    'by the student, who sees it evaluated',
    onSite(async (site) => {
      const student = people.studentPloy
      const path = await begin(site, { file: file('transcript.xml', elmoOf()) }, student)
      const casePath = leadsTo(await send(site, path, 'evaluate', {}, student))
      assert.match(textOf(await site.page(student, casePath)), /The evaluator decides/)
    }),
  )
})

describe('a form that is refused', () => {
  test(
    'keeps what was typed and the file that was sent',
    onSite(async (site) => {
      const first = await site.post(registrar, '/en/recognition/transcripts', {
        host: organisations.pku,
        paste: 'a <b> & "c"',
        file: file('transcript.xml', elmoOf()),
      })
      assert.equal(first.status, 422)
      const html = await first.text()
      assert.match(html, /class="error-summary/)
      assert.match(html, /a &lt;b(>|&gt;) &amp; &quot;c&quot;/)
      assert.ok(html.includes('transcript.xml'))
      assert.match(html, new RegExp(`value="${organisations.pku}"[^>]*selected`))
      const staged =
        /name="file-staged"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="file-staged"/.exec(html)
      const token = staged?.[1] ?? staged?.[2]
      assert.ok(token)
      const path = await begin(site, { 'file-staged': token })
      assert.ok((await site.page(registrar, path)).includes('视觉叙事'))
      assert.deepEqual(await site.world.rows('select id from staged_files'), [])
      assert.equal((await site.world.rows('select id from files')).length, 1)
    }),
  )

  test(
    'does not show a staged file to somebody else',
    onSite(async (site) => {
      const first = await site.post(registrar, '/en/recognition/transcripts', {
        file: file('transcript.xml', elmoOf()),
      })
      const [{ id } = {}] = await site.world.rows('select id from staged_files')
      assert.equal(first.status, 422)
      const other = await site.post(
        people.coordinatorAu,
        '/en/recognition/transcripts',
        form({ 'file-staged': String(id) }),
      )
      assert.equal(other.status, 422)
      assert.doesNotMatch(await other.text(), /transcript\.xml/)
    }),
  )

  const wrong: [string, FormValues, RegExp, number?][] = [
    ['nothing at all', {}, /Give a file, paste the rows/],
    [
      'a document type of its own',
      { file: file('t.xml', elmoOf({ doctype: '<!DOCTYPE elmo [<!ENTITY x "y">]>' })) },
      /DOCTYPE/,
    ],
    [
      'XML that is no ELMO',
      { file: file('t.xml', '<?xml version="1.0"?><feed/>') },
      /Nothing could be read from the file/,
    ],
    ['a program', { file: file('t.exe', 'MZ\0\0\0\0') }, /not of a kind/, 415],
    [
      'the home institution as host',
      { host: organisations.au, paste: 'Code\tCredit\nA\t3' },
      /home institution itself/,
    ],
    [
      'an enrolment that is none',
      { enrolment: 'x', paste: 'Code\tCredit\nA\t3' },
      /form that is needed|Choose/,
    ],
    [
      'a list of ten thousand courses',
      { file: file('all.csv', `Code,Credit\n${'A,3\n'.repeat(10_000)}`) },
      /has 10,000 courses; a transcript may have 1,000/,
      413,
    ],
    [
      'ten thousand courses under a title, with no headings of columns before the fourth row, and blank rows',
      {
        file: file(
          'all.csv',
          `Transcript of records\n\nAll terms\nCode,Credit\n${'A,3\n,\n'.repeat(10_000)}`,
        ),
      },
      /has 10,000 courses; a transcript may have 1,000/,
      413,
    ],
    [
      'ELMO of thousands of courses',
      {
        file: file(
          't.xml',
          elmoOf({ course: elmoCourse('PKU104', '书法', '80', '3').repeat(1500) }),
        ),
      },
      /has 1,502 courses/,
      413,
    ],
    [
      'a table with too many lines',
      { paste: `Code\tCredit\n${'A\t3\n'.repeat(1100)}` },
      /at most 1,000 courses/,
    ],
  ]
  for (const [what, rest, text, status] of wrong) {
    test(
      `says what is wrong with ${what}`,
      onSite(async (site) => {
        const answer = await site.post(registrar, '/en/recognition/transcripts', form(rest))
        const html = await answer.text()
        assert.match(textOf(html), text)
        assert.match(html, /class="error-summary/)
        assert.equal(answer.status, status ?? 422)
        assert.deepEqual(await site.world.rows('select id from transcript_drafts'), [])
      }),
    )
  }
})

describe('the check of what was read', () => {
  test(
    'explains what a document breaks, and takes the rest',
    onSite(async (site) => {
      const course = elmoCourse('PKU104', '书法', '80', 'three')
      const path = await begin(site, { file: file('t.xml', elmoOf({ course })) })
      assert.match(textOf(await site.page(registrar, path)), /breaks its own format/)
      for (const language of everyLanguage) {
        const html = await site.page(registrar, path.replace('/en/', `/${language}/`))
        assert.doesNotMatch(html, /elmo\.[a-z]+-|page\.draft\./, language)
      }
      leadsTo(await send(site, path, 'evaluate'))
    }),
  )

  test(
    'marks the cells that cannot be read, and loses nothing',
    onSite(async (site) => {
      const path = await begin(site, { file: file('t.xml', elmoOf()) })
      const answer = await send(site, path, 'evaluate', {
        'line.0.credit': '3 point 5',
        'line.1.code': 'PKU777',
        'line.1.date': '31/31/2026',
      })
      assert.equal(answer.status, 422)
      const html = await answer.text()
      assert.match(html, /class="error-summary/)
      assert.equal([...html.matchAll(/aria-invalid="true"/g)].length, 2)
      for (const kept of ['3 point 5', 'PKU777', '31/31/2026']) assert.ok(html.includes(kept), kept)
      assert.deepEqual(await site.world.rows('select id from recognition_cases'), [])
    }),
  )

  test(
    'keeps the title in other languages, and hours that nobody touched',
    onSite(async (site) => {
      const path = await begin(site, { file: file('t.xml', elmoOf()) })
      leadsTo(await send(site, path, 'save', { 'line.0.grade': '89' }))
      leadsTo(await send(site, path, 'evaluate'))
      const [line] = await site.world.rows('select * from transcript_lines order by position')
      assert.deepEqual([line!['titles'], line!['grade']], [{ 'zh-Hans': '视觉叙事' }, '89'])
      assert.deepEqual(line!['hours'], { lecture: { fraction: '60' } })
    }),
  )

  test(
    'reads a table again with other columns, and does not lose the second title',
    onSite(async (site) => {
      const paste = 'Code\tTitle\tEnglish title\tUnits\tMark\nPKU101\t视觉叙事\tVisual\t3\t88\n'
      const path = await begin(site, { paste })
      const columns = {
        revision: '1',
        headerRow: '0',
        'column.code': '0',
        'column.title': '1',
        'column.credit': '3',
        'column.grade': '3',
      }
      leadsTo(await site.post(registrar, `${path}/columns`, columns))
      leadsTo(await send(site, path, 'evaluate'))
      const [line] = await site.world.rows('select titles, grade from transcript_lines')
      assert.deepEqual(line, { titles: { 'zh-Hans': '视觉叙事', en: 'Visual' }, grade: '3' })
    }),
  )

  test(
    'asks when the document names another person, and takes it with a word that it is the same',
    onSite(async (site) => {
      const other = elmoOf({ given: 'Thanawat', family: 'Boonmee', born: '2001-01-01' })
      const path = await begin(site, { file: file('t.xml', other) })
      const text = textOf(await site.page(registrar, path))
      assert.match(text, /Is this the right person’s transcript\?/)
      assert.match(text, /Thanawat Boonmee/)
      assert.match(text, /date of birth 1 Jan 2001; the record of .* has 14 Mar 2005/)
      const silent = await send(site, path, 'evaluate')
      assert.equal(silent.status, 422)
      assert.match(
        textOf(await silent.text()),
        /in the name of Thanawat Boonmee, and the student is [^.]*Pimchanok Rattanakul/,
      )
      const casePath = leadsTo(await send(site, path, 'evaluate', { holderConfirmed: '1' }))
      const found = textOf(await site.page(people.evaluatorAu, casePath))
      assert.match(found, /said on 22 Nov 2026 that it is the same person/)
    }),
  )

  test(
    'does not ask when the name is only written another way',
    onSite(async (site) => {
      const path = await begin(site, { file: file('t.xml', elmoOf({ given: 'MS PIMCHANOK' })) })
      assert.doesNotMatch(textOf(await site.page(registrar, path)), /right person’s transcript/)
    }),
  )

  test(
    'leads the second of two presses to the case',
    onSite(async (site) => {
      const path = await begin(site, { file: file('t.xml', elmoOf()) })
      const values = { ...gridOf(await site.page(registrar, path)), act: 'evaluate' }
      const first = leadsTo(await site.post(registrar, path, values))
      assert.equal(leadsTo(await site.post(registrar, path, values)), first)
      assert.equal(leadsTo(await site.get(registrar, path)), first)
    }),
  )

  test(
    'does not drop lines when a form arrives cut off',
    onSite(async (site) => {
      const path = await begin(site, { file: file('t.xml', elmoOf()) })
      const answer = await site.post(registrar, path, { revision: '1', act: 'save' })
      leadsTo(answer)
      const [row] = await site.world.rows('select content from transcript_drafts')
      assert.equal((row!['content'] as { lines: unknown[] }).lines.length, 2)
    }),
  )

  test(
    'shows hostile texts as what they are',
    onSite(async (site) => {
      const title = '&lt;img src=x onerror=alert(1)&gt;\u202Egpj.exe'
      const path = await begin(site, {
        file: file('t.xml', elmoOf({ title, given: '&lt;script&gt;' })),
      })
      const html = await site.page(registrar, path)
      assert.doesNotMatch(html, /<img src=x|<script>|\u202E/)
      const casePath = leadsTo(await send(site, path, 'evaluate', { holderConfirmed: '1' }))
      const casePage = await site.page(people.evaluatorAu, casePath)
      assert.doesNotMatch(casePage, /<img src=x|<script>|\u202E/)
      assert.ok(casePage.includes('&lt;img src=x onerror=alert(1)'))
    }),
  )

  test(
    'takes a row away, of those before and behind nothing is lost, and new rows are none of the old',
    onSite(async (site) => {
      const path = await begin(site, { file: file('t.xml', elmoOf()) })
      leadsTo(await send(site, path, 'remove 0', { 'line.1.grade': '77' }))
      const html = await site.page(registrar, path)
      assert.doesNotMatch(html, /value="PKU101"/)
      assert.match(html, /value="77"/)
      leadsTo(await send(site, path, 'more'))
      const [row] = await site.world.rows('select content from transcript_drafts')
      const { lines } = row!['content'] as { lines: { id: string; code: string }[] }
      assert.deepEqual(
        lines.map(({ id }) => id),
        ['00002', '00003', '00004', '00005', '00006', '00007'],
      )
      for (const act of ['remove 99', 'remove -1', 'remove', 'remove 0x1']) {
        leadsTo(await send(site, path, act))
      }
      const [after] = await site.world.rows('select content from transcript_drafts')
      assert.equal((after!['content'] as { lines: unknown[] }).lines.length, 6)
    }),
  )

  test(
    'takes rows that a script added behind the last, and names what is wrong at its cell',
    onSite(async (site) => {
      const path = await begin(site, { file: file('t.xml', elmoOf()) })
      const added = { count: '3', 'line.2.take': '1', 'line.2.code': 'PKU103' }
      const wrong = await send(site, path, 'save', { ...added, 'line.2.credit': 'three' })
      assert.equal(wrong.status, 422)
      const html = await wrong.text()
      assert.match(html, /id="[^"]*line\.2\.credit-error"|id="[^"]*line-2-credit-error"/)
      assert.match(html, /value="PKU103"/)
      leadsTo(await send(site, path, 'save', { ...added, 'line.2.credit': '3' }))
      assert.match(await site.page(registrar, path), /value="PKU103"/)
    }),
  )

  test(
    'is discarded by who began it',
    onSite(async (site) => {
      const path = await begin(site, { file: file('t.xml', elmoOf()) })
      assert.equal((await site.post(people.coordinatorAu, `${path}/discard`, {})).status, 404)
      leadsTo(await site.post(registrar, `${path}/discard`, {}))
      assert.deepEqual(await site.world.rows('select id from files'), [])
      assert.match(textOf(await site.page(registrar, path)), /Discarded/)
    }),
  )
})

test(
  'an address that is no id is not found, and is no failure of ours',
  onSite(async (site) => {
    for (const id of ['-'.repeat(36), 'x', '01980000-0000-7000-8000-000000000000', '%00']) {
      assert.equal((await site.get(registrar, `/en/recognition/drafts/${id}`)).status, 404)
      assert.equal((await site.get(registrar, `/en/recognition/cases/${id}`)).status, 404)
    }
  }),
)

describe('the choice of students', () => {
  const offered = (html: string) =>
    [enrolments.ploy, enrolments.thanawat].filter((id) => html.includes(`value="${id}"`))
  const path = '/en/recognition/transcripts/new'

  test(
    'offers everybody the ones they may bring a transcript in for',
    onSite(async (site) => {
      assert.deepEqual(offered(await site.page(registrar, path)), [
        enrolments.ploy,
        enrolments.thanawat,
      ])
      assert.deepEqual(offered(await site.page(people.studentPloy, path)), [enrolments.ploy])
      assert.deepEqual(offered(await site.page(people.evaluatorPku, path)), [])
      assert.match(textOf(await site.page(people.evaluatorPku, path)), /for anyone yet/)
    }),
  )

  test(
    'is found by name or number, and keeps who was chosen',
    onSite(async (site) => {
      const search = (text: string, rest = '') =>
        site.page(registrar, `${path}?student=${encodeURIComponent(text)}${rest}`)
      assert.deepEqual(offered(await search('boonmee')), [enrolments.thanawat])
      assert.deepEqual(offered(await search('รัตนกุล')), [enrolments.ploy])
      assert.deepEqual(offered(await search('๖๕๑๐๐๐๒')), [enrolments.thanawat])
      assert.deepEqual(offered(await search('boonmee', `&enrolment=${enrolments.ploy}`)), [
        enrolments.ploy,
        enrolments.thanawat,
      ])
      assert.match(textOf(await search('nobody')), /No student fits this search/)
    }),
  )

  test(
    'says when there are more than the list shows',
    onSite(async (site) => {
      await site.world.rows(
        `insert into enrolments (id, origin, person_id, organisation_id, degree_programme_id, student_number, intake_year, starts_on)
         select ('01990000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, origin, person_id, organisation_id,
           degree_programme_id, 'X' || n, intake_year, starts_on
         from enrolments, generate_series(1, 250) n where id = $1`,
        [enrolments.ploy],
      )
      const html = await site.page(registrar, path)
      assert.match(textOf(html), /more students than this list shows/)
      assert.ok([...html.matchAll(/<option/g)].length < 220)
    }),
  )
})

test(
  'what was saved for later is found again by whoever began it, and by nobody else',
  onSite(async (site) => {
    const draft = await begin(site, { hand: 'on' })
    for (const list of ['/en/recognition/cases', '/en/recognition/transcripts/new']) {
      assert.match(await site.page(registrar, list), new RegExp(`href="${draft}"`), list)
      assert.doesNotMatch(await site.page(people.evaluatorAu, list), /recognition\/drafts\//, list)
    }
    leadsTo(await site.post(registrar, `${draft}/discard`, {}))
    const after = await site.page(registrar, '/en/recognition/cases')
    assert.doesNotMatch(after, /recognition\/drafts\//)
  }),
)
