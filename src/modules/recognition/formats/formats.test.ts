import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { proposeCatalogueColumns, readCatalogueTable } from './catalogue-table.ts'
import { parseContactHours, termHours } from './contact-hours.ts'
import { linesOfReport } from './elmo-lines.ts'
import { parseElmo } from './elmo.ts'
import { readElmoTranscript } from './read-transcript.ts'
import { readCreditCell, readDateCell, readTermCell } from './table-values.ts'
import { proposeTranscriptColumns, readTranscriptTable } from './transcript-table.ts'

const seed = 20261122

const small = `<?xml version="1.0" encoding="UTF-8"?>
<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">
  <generatedDate> 2026-01-31T09:00:00+08:00 </generatedDate>
  <learner>
    <identifier type="studentIdentifier">1</identifier>
    <givenNames>Somying</givenNames><familyName>Jaidee</familyName><bday>2005-02-28</bday>
  </learner>
  <report>
    <issuer>
      <country>CN</country><identifier type="schac">example.edu</identifier>
      <title xml:lang="zh">示例大学</title><url>https://example.edu</url>
    </issuer>
    <learningOpportunitySpecification>
      <identifier type="local">YEAR1</identifier>
      <title xml:lang="en">First year</title><type>Module</type>
      <specifies><learningOpportunityInstance>
        <credit><scheme>ects</scheme><value>10</value></credit>
      </learningOpportunityInstance></specifies>
      <hasPart><learningOpportunitySpecification>
        <identifier type="local">ART101</identifier>
        <title xml:lang="zh">艺术史</title><type>Course</type>
        <specifies><learningOpportunityInstance>
          <date>2026-01-15</date><status>passed</status><resultLabel>85</resultLabel>
          <credit><scheme>ects</scheme><value>7.5</value></credit>
          <engagementHours>48</engagementHours>
        </learningOpportunityInstance></specifies>
      </learningOpportunitySpecification></hasPart>
    </learningOpportunitySpecification>
    <issueDate>2026-01-31T09:00:00Z</issueDate>
    <attachment><type>Other</type><content>data:application/pdf;base64,AAEC</content></attachment>
  </report>
</elmo>`

const keys = (input: string | Uint8Array) => parseElmo(input).issues.map((each) => each.key)

test('a sound transcript is read without a remark', () => {
  const result = parseElmo(small)
  assert.ok(result.ok)
  assert.deepEqual(result.issues, [])
  const { learner, reports, generatedAt } = result.document
  assert.equal(generatedAt, '2026-01-31T09:00:00+08:00')
  assert.equal(learner.birthDate, '2005-02-28')
  const lines = linesOfReport(reports[0]!)
  assert.deepEqual(
    lines.map((each) => [each.line.code, each.proposed, each.depth]),
    [
      ['YEAR1', false, 0],
      ['ART101', true, 1],
    ],
  )
  const { line } = lines[1]!
  assert.deepEqual(line.title, { 'zh-Hans': '艺术史' })
  assert.equal(line.credit!.toString(), '15/2')
  assert.equal(line.creditSchemeId, 'ects')
  assert.equal(line.completedOn, '2026-01-15')
  assert.equal(line.hours!.lecture!.toString(), '48')
})

test('attachments are described, and unpacked only for who asks', () => {
  const found = parseElmo(small)
  assert.ok(found.ok)
  const [content] = found.document.reports[0]!.attachments[0]!.contents
  assert.deepEqual(
    [content!.mediaType, content!.sizeBytes, content!.content],
    ['application/pdf', 3, null],
  )
  const asked = parseElmo(small, { withAttachments: true })
  assert.ok(asked.ok)
  const bytes = asked.document.reports[0]!.attachments[0]!.contents[0]!.content
  assert.deepEqual([...bytes!], [0, 1, 2])
})

test('a document type declaration and its entities are refused', () => {
  const bomb = '<!DOCTYPE elmo [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><elmo>&b;</elmo>'
  assert.deepEqual(keys(bomb), ['elmo.doctype'])
  const outside = '<!DOCTYPE elmo SYSTEM "file:///etc/passwd"><elmo/>'
  assert.deepEqual(keys(outside), ['elmo.doctype'])
  assert.deepEqual(keys('<elmo>&undefined;</elmo>'), ['elmo.malformed'])
})

test('what cannot be read is refused with its place', () => {
  assert.deepEqual(keys(''), ['elmo.empty'])
  assert.deepEqual(keys('<elmo>'), ['elmo.malformed'])
  assert.deepEqual(keys('<html/>'), ['elmo.not-elmo'])
  assert.deepEqual(keys('<elmo xmlns="urn:other"/>'), ['elmo.namespace-unknown'])
  assert.deepEqual(keys('<a>'.repeat(100)), ['elmo.too-deep'])
  assert.deepEqual(keys('<elmo>' + '<a/>'.repeat(400_001)), ['elmo.too-many'])
  assert.deepEqual(keys(new Uint8Array([0x3c, 0xff, 0xfe])), ['elmo.encoding-broken'])
  assert.deepEqual(keys(new Uint8Array([0x1f, 0x8b, 0, 0])), ['elmo.compressed-broken'])
  const broken = parseElmo('<elmo>\n  <report>\n  </issuer>')
  assert.equal(broken.issues[0]!.line, 3)
})

test('a small file that unfolds into a large one is refused', () => {
  const bomb = gzipSync(Buffer.alloc(2_000_000, 0x20))
  const result = parseElmo(bomb.toString('base64'), { mostBytes: 1_000_000 })
  assert.deepEqual(
    result.issues.map((each) => each.key),
    ['elmo.too-large'],
  )
})

test('files in the encodings that they declare are read', () => {
  const declared = small.replace('UTF-8', 'gb18030')
  const chinese = Buffer.from(declared.replaceAll(/[示例大学艺术史]/g, ''), 'latin1')
  const name = Buffer.from([0xd2, 0xd5, 0xca, 0xf5]) // 艺术
  const at = chinese.indexOf('<title xml:lang="zh"></title><type>Course') + 21
  const bytes = Buffer.concat([chinese.subarray(0, at), name, chinese.subarray(at)])
  const result = parseElmo(bytes)
  assert.ok(result.ok)
  assert.equal(result.document.reports[0]!.courses[0]!.parts[0]!.titles[0]!.text, '艺术')
})

test('remarks are limited in number and the rest is counted', () => {
  const course = '<learningOpportunitySpecification><x/></learningOpportunitySpecification>'
  const many = small.replace('<issueDate>', `${course.repeat(1000)}<issueDate>`)
  const result = parseElmo(many)
  assert.equal(result.issues.length, 501)
  assert.equal(result.issues.at(-1)!.key, 'elmo.more')
})

// The limit stands far above what it takes: it tells a time that grows with the square, not a busy machine.
test('the time to read a transcript of 10,000 courses does not run away', () => {
  const from = small.indexOf('<learningOpportunitySpecification>')
  const to = small.lastIndexOf('</learningOpportunitySpecification>')
  const course = small.slice(from, to) + '</learningOpportunitySpecification>'
  const start = performance.now()
  const result = parseElmo(small.slice(0, from) + course.repeat(5000) + small.slice(from))
  assert.ok(result.ok && performance.now() - start < 20_000)
  assert.equal(linesOfReport(result.document.reports[0]!).length, 10_002)
})

const examples = fileURLToPath(
  new URL('../../../../../shared/standards/ewp/examples/elmo', import.meta.url),
)
const real = existsSync(examples)
  ? readdirSync(examples).map((name) => readFileSync(join(examples, name), 'utf8'))
  : []

test('no damage to a file makes the reader throw', () => {
  const pieces = ['<', '>', '&', '"', ']]>', '<!--', '<?', '\u0000', '</report>', '﻿', 'xmlns=""']
  const damage = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 20 })),
  })
  fc.assert(
    fc.property(
      fc.constantFrom(small, ...real),
      fc.array(damage, { maxLength: 4 }),
      (seedText, list) => {
        let text = seedText
        for (const { at, cut, put } of list) {
          const place = Math.floor(at * text.length)
          text = text.slice(0, place) + put + text.slice(place + cut)
        }
        const result = parseElmo(text)
        assert.ok(result.ok || result.issues.length > 0)
      },
    ),
    { seed, numRuns: 200 },
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      const result = parseElmo(bytes)
      assert.ok(result.ok || result.issues.length > 0)
    }),
    { seed },
  )
})

test('column names are understood in five languages', () => {
  const headers = [
    ['Course Code', 'Course Title', 'Credits', 'Grade', 'Semester'],
    ['课程代码', '课程名称', '学分', '成绩', '学期'],
    ['รหัสวิชา', 'ชื่อวิชา', 'หน่วยกิต', 'เกรด', 'ภาคเรียน'],
    ['과목코드', '과목명', '학점', '성적', '학기'],
    ['Code du cours', 'Intitulé', 'Crédits', 'Note', 'Semestre'],
    ['รหัสวิชา / Code', 'ชื่อวิชา (Title)', 'หน่วยกิต\nCredit', 'เกรด|Grade', 'ภาคเรียน/Term'],
  ]
  for (const header of headers) {
    const proposal = proposeTranscriptColumns([['Peking University'], [], header, ['A1']])
    assert.equal(proposal.headerRow, 2)
    assert.deepEqual(proposal.columns, { code: 0, title: 1, credit: 2, grade: 3, term: 4 })
  }
  assert.equal(
    proposeTranscriptColumns([
      ['a', 'b'],
      ['1', '2'],
    ]).headerRow,
    null,
  )
})

test('a pasted transcript becomes lines, and each bad cell is named', () => {
  const rows = [
    ['课程代码', '课程名称', '学分', '学时', '成绩', '日期'],
    ['ART101', '艺术史', '2', '32', '85', '2026-01-15'],
    ['', '合计', '', '', '', ''],
    ['ART102', '', '二', '', '', '3/4/2026'],
    ['', '', '', '', '', ''],
    ['ART103', 'ประวัติศาสตร์ศิลป์', '-1', '๓๐', 'A', '15/1/2569'],
    ['art 101', 'Art', '3(2-2-5)', '', 'B', '31/12/2025'],
  ]
  const table = readTranscriptTable(rows, proposeTranscriptColumns(rows))
  assert.deepEqual(
    table.lines.map((each) => [each.code, each.credit?.toString() ?? null, each.completedOn]),
    [
      ['ART101', '2', '2026-01-15'],
      ['', null, null],
      ['ART102', null, null],
      ['ART103', null, '2026-01-15'],
      ['art 101', '3', '2025-12-31'],
    ],
  )
  assert.deepEqual(table.rowOfLine, [2, 3, 4, 6, 7])
  assert.deepEqual([...table.totals], ['00002'])
  assert.deepEqual(
    table.issues.map((each) => [each.row, each.field, each.key]),
    [
      [3, null, 'table.total-row'],
      [4, 'title', 'table.missing-title'],
      [4, 'credit', 'table.not-a-number'],
      [4, 'grade', 'table.missing-grade'],
      [4, 'date', 'table.ambiguous-date'],
      [6, 'credit', 'table.negative-credit'],
      [6, 'date', 'table.buddhist-year'],
      [7, 'code', 'table.repeated-course'],
    ],
  )
  assert.equal(table.lines[3]!.title.th, 'ประวัติศาสตร์ศิลป์')
  assert.equal(table.lines[3]!.hours!.lecture!.toString(), '30')
})

test('a row without a code becomes a line that says what is missing, whatever column it speaks in', () => {
  const rows = [
    ['Code', 'Title', 'Credit', 'Remarks'],
    ['', 'Weaving studio', '3', ''],
    ['', '', '3', ''],
    ['', '', '', 'see overleaf'],
    ['x'.repeat(61), 'Drawing', '2', ''],
    ['', '', '15', 'Total:'],
  ]
  const table = readTranscriptTable(rows, proposeTranscriptColumns(rows))
  assert.deepEqual(
    table.lines.map(({ code, title, credit }) => [
      code,
      Object.values(title)[0],
      credit?.toString(),
    ]),
    [
      ['', 'Weaving studio', '3'],
      ['', undefined, '3'],
      ['', 'see overleaf', undefined],
      ['', 'Drawing', '2'],
      ['', 'Total:', '15'],
    ],
  )
  assert.deepEqual(
    table.issues
      .filter(({ field }) => field === 'code' || field === null)
      .map(({ row, key }) => [row, key]),
    [
      [2, 'table.kept-without-code'],
      [3, 'table.kept-without-code'],
      [4, 'table.kept-without-code'],
      [5, 'table.code-too-long'],
      [6, 'table.total-row'],
    ],
  )
})

test('a catalogue row that cannot stand is left out with a reason', () => {
  const rows = [
    ['code', 'title', 'credit', 'contact hours'],
    ['A1', 'Drawing', '3', 'LECT 1.0 HR + PRAC 4.0 HR'],
    ['A1', 'Drawing', '3', ''],
    ['A2', 'Painting', '-3', ''],
    ['', 'Nothing', '3', ''],
    ['A3', 'Weaving', '3', 'by arrangement'],
  ]
  const mapping = proposeCatalogueColumns(rows)
  const table = readCatalogueTable(rows, mapping, { titleLanguage: 'en', repeats: 'courses' })
  assert.deepEqual(
    table.courses.map((each) => each.code),
    ['A1', 'A3'],
  )
  assert.deepEqual(
    table.issues.map((each) => [each.row, each.key]),
    [
      [3, 'table.duplicate-code'],
      [4, 'table.negative-credit'],
      [5, 'table.missing-code'],
      [6, 'table.contact-hours-unread'],
    ],
  )
})

test('contact hours of Thai catalogues are read by kind', () => {
  const weekly = parseContactHours('3(2-2-5)')!
  assert.deepEqual(
    weekly.parts.map((each) => [each.kind, each.amount.toString()]),
    [
      ['lecture', '2'],
      ['practice', '2'],
      ['self-study', '5'],
    ],
  )
  assert.equal(parseContactHours('CLIN 3.0 HR Year Course')!.wholeYear, true)
  assert.equal(termHours(weekly.parts, 15)!.lecture!.toString(), '30')
  assert.equal(termHours(parseContactHours('OTHER 3.0 HR')!.parts, 15), null)
  assert.equal(parseContactHours('3 hours'), null)
})

test('terms of Buddhist years are those of the academic year, and other words for a term stay', () => {
  for (const [typed, term] of [
    ['2568/1', '2025/2026-1'],
    ['1/2568', '2025/2026-1'],
    ['๒/๒๕๖๘', '2025/2026-2'],
    ['ภาคเรียนที่ 2 ปีการศึกษา 2568', '2025/2026-2'],
    ['ภาคการศึกษาที่ 1/2568', '2025/2026-1'],
    ['ภาคฤดูร้อน 2568', '2025/2026-3'],
    ['ภาคต้น พ.ศ. 2567', '2024/2025-1'],
    ['Semester 1, Academic Year 2568', '2025/2026-1'],
    ['2568/2569-2', '2025/2026-2'],
    ['2568', '2025/2026'],
  ] as const) {
    assert.deepEqual(readTermCell(typed), { term, buddhist: true }, typed)
    assert.deepEqual(readTermCell(term), { term, buddhist: false }, term)
  }
  for (const term of [
    '',
    '2025/2026-1',
    '2024-2025学年第1学期',
    'fa2010',
    '2501',
    '2568/2570',
    'Block A 2568',
  ]) {
    assert.deepEqual(readTermCell(term), { term, buddhist: false }, term)
  }
  const table = readTranscriptTable(
    [
      ['Code', 'Title', 'Credit', 'Grade', 'Semester'],
      ['ART101', 'Art', '3', 'A', '2568/1'],
      ['ART102', 'Art', '3', 'A', '2025/2026-2'],
    ],
    proposeTranscriptColumns([['Code', 'Title', 'Credit', 'Grade', 'Semester']]),
  )
  assert.deepEqual(
    table.lines.map(({ term }) => term),
    ['2025/2026-1', '2025/2026-2'],
  )
  assert.deepEqual(table.issues, [
    {
      severity: 'warning',
      row: 2,
      field: 'term',
      key: 'table.buddhist-term',
      args: { value: '2568/1', term: '2025/2026-1' },
    },
  ])
})

test('days and credit are read only where one reading is possible', () => {
  assert.deepEqual(readDateCell('2026年1月5日'), {
    kind: 'day',
    day: '2026-01-05',
    buddhist: false,
  })
  assert.deepEqual(readDateCell('2026. 1. 5.'), { kind: 'day', day: '2026-01-05', buddhist: false })
  assert.deepEqual(readDateCell('5/5/2569'), { kind: 'day', day: '2026-05-05', buddhist: true })
  assert.equal(readDateCell('04/05/2026').kind, 'ambiguous')
  assert.equal(readDateCell('2026-02-30').kind, 'none')
  assert.equal(readCreditCell('1,5')!.toString(), '3/2')
  assert.equal(readCreditCell('1,500.0'), null)
  assert.equal(readCreditCell('3 credits'), null)
})

test('no table makes the readers throw', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      'code',
      'รหัสวิชา',
      'credit',
      '学分',
      '3',
      '-1',
      '1e9',
      '=1+1',
      '2026-13-01',
      '3(2-2-5)',
    ),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
      const transcript = readTranscriptTable(rows, proposeTranscriptColumns(rows))
      assert.ok(transcript.lines.length === transcript.rowOfLine.length)
      for (const repeats of ['courses', 'classes'] as const) {
        const options = { titleLanguage: 'en' as const, repeats }
        const table = readCatalogueTable(rows, proposeCatalogueColumns(rows), options)
        assert.ok(table.courses.every((each) => each.code !== '' && !each.credit?.isNegative()))
      }
    }),
    { seed, numRuns: 300 },
  )
})

test('the name in its own script comes with the holder', () => {
  const two = small
    .replace('tree/v1', 'tree/v2')
    .replace(
      '</familyName><bday>2005-02-28</bday>',
      '</familyName><alternativeName xml:lang="th">สมหญิง ใจดี</alternativeName>',
    )
  const reading = readElmoTranscript(new TextEncoder().encode(two))
  assert.ok(reading.ok)
  assert.equal(reading.content.holder.name, 'Somying Jaidee')
  assert.equal(reading.content.holder.alternativeName, 'สมหญิง ใจดี')
})
