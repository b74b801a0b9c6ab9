import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { isRefused } from '#kernel/database'
import { builtinMeaning, meaningOf, numberText } from './number-formats.ts'
import { readPastedTable, readTable } from './read-aside.ts'
import { allRows, type Table, type TableOptions } from './table.ts'
import { writeXlsx, type SheetColumn } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'weft-tables-'))
const shared = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url))
const seed = 20261122

after(() => rmSync(folder, { recursive: true, force: true }))

async function table(from: Uint8Array | string, options?: TableOptions): Promise<Table> {
  const read = await readTable(from, options)
  assert.ok(!isRefused(read), JSON.stringify(read))
  return read
}

async function cells(from: Uint8Array | string, options?: TableOptions): Promise<string[][]> {
  const read = typeof from === 'string' ? Buffer.from(from) : from
  const found = await table(read, options)
  const rows: string[][] = [[...found.header]]
  for await (const row of found.rows) rows.push(row)
  return rows
}

/** The key of the refusal, whether it comes at once or while rows are read. */
async function refusal(from: Uint8Array | string, options?: TableOptions) {
  const read = await readTable(typeof from === 'string' ? Buffer.from(from) : from, options)
  const end = isRefused(read) ? read : await allRows(read)
  return isRefused(end) ? end.message : null
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function workbook(sheet: string, more: Record<string, string> = {}, beside = ''): Uint8Array {
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">${beside}<sheets><sheet name="Hidden" sheetId="1" state="hidden" r:id="r2"/><sheet name="课程" sheetId="2" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    'xl/worksheets/sheet2.xml':
      '<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>hidden</t></is></c></row></sheetData></worksheet>',
    ...more,
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  )
}

describe('workbooks', () => {
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-107041E]d mmm yyyy"/><numFmt numFmtId="165" formatCode="00000"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="9"/><xf numFmtId="22"/><xf numFmtId="20"/></cellXfs></styleSheet>'
  const strings =
    '<sst><si><t>รหัส</t></si><si><r><t>課</t></r><r><t>程</t></r><rPh><t>か</t></rPh></si><si><t>_x0041_ &amp; &lt;b&gt;</t></si></sst>'

  test('give text, numbers by their format, dates, truth values and cached results', async () => {
    const sheet = `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="2"><x:c r="A2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="s"><x:v>1</x:v></x:c></x:row><x:row r="4"><x:c r="A4" t="s"><x:v>2</x:v></x:c><x:c r="B4" s="1"><x:v>45983</x:v></x:c><x:c r="C4" s="2"><x:v>45983</x:v></x:c><x:c r="D4" s="3"><x:v>42</x:v></x:c><x:c r="E4" s="4"><x:v>0.755</x:v></x:c><x:c r="F4" s="5"><x:v>45983.5</x:v></x:c><x:c r="G4" s="6"><x:v>0.375</x:v></x:c><x:c r="H4" t="b"><x:v>1</x:v></x:c><x:c r="I4"><x:f>1+2</x:f><x:v>3</x:v></x:c><x:c r="J4"><x:v>0.30000000000000004</x:v></x:c><x:c r="K4"><x:v>1E-7</x:v></x:c><x:c r="L4" t="str"><x:f>A1</x:f><x:v>text</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    const read = await table(
      workbook(sheet, { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': strings }),
    )
    assert.deepEqual(read.sheets, ['Hidden', '课程'])
    assert.deepEqual(read.header, ['รหัส', '', '課程'])
    const rows = await allRows(read)
    assert.deepEqual(rows, [
      {
        row: 4,
        cells: [
          'A & <b>',
          '2025-11-22',
          '2025-11-22',
          '00042',
          '75.5%',
          '2025-11-22T12:00:00',
          '09:00:00',
          'true',
          '3',
          '0.3',
          '0.0000001',
          'text',
        ],
      },
    ])
  })

  test('are read by the name of a sheet, and refuse a name they do not have', async () => {
    const book = workbook('<worksheet><sheetData/></worksheet>')
    assert.deepEqual((await table(book, { sheet: 'Hidden' })).header, ['hidden'])
    assert.equal((await refusal(book, { sheet: 'None' }))?.key, 'table-sheet')
    assert.equal((await refusal(book))?.key, 'table-empty')
  })

  test('are refused when locked, cut off, swollen or with entities', async () => {
    const book = workbook('<worksheet><sheetData/></worksheet>')
    assert.equal((await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex')))?.key, 'office-locked')
    assert.equal((await refusal(book.subarray(0, book.length - 30)))?.key, 'archive-broken')
    const swollen = zipSync(
      { ...unzipSync(book), 'xl/sharedStrings.xml': new Uint8Array(60_000_000) },
      { level: 9 },
    )
    assert.equal((await refusal(swollen))?.key, 'archive-bomb')
    const entity = workbook(
      '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
    )
    assert.equal((await refusal(entity))?.key, 'xml-doctype')
    assert.equal(
      (await refusal(workbook('<worksheet><sheetData><row r="1"></sheetData>')))?.key,
      'table-workbook',
    )
  })

  test('whose directory lies about a size are stopped when the size is passed', async () => {
    const book = Buffer.from(
      workbook(
        `<worksheet><sheetData>${'<row><c t="str"><v>text</v></c></row>'.repeat(2000)}</sheetData></worksheet>`,
      ),
    )
    const at = book.lastIndexOf('xl/worksheets/sheet1.xml') - 46
    book.writeUInt32LE(100, at + 24)
    assert.equal((await refusal(book))?.key, 'archive-bomb')
  })

  test('keep their numbers in any notation', () => {
    const plain = { kind: 'plain' } as const
    for (const [stored, text] of [
      ['1.5', '1.5'],
      ['-0.1', '-0.1'],
      ['1E3', '1000'],
      ['1.25E+2', '125'],
      ['12345678901234567890', '12345678901234567890'],
      ['3.0', '3'],
      ['-0.0', '0'],
      ['1e400', '1e400'],
      ['', ''],
    ] as const)
      assert.equal(numberText(stored, plain, false), text)
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
        (value) => {
          const text = numberText(String(value), plain, false)
          assert.match(text, /^-?\d+(\.\d+)?$/)
          assert.ok(Math.abs(Number(text) - value) <= Math.abs(value) * 1e-14)
        },
      ),
      { seed },
    )
  })

  test('know dates by their formats and count them as spreadsheets do', () => {
    for (const format of [
      'yyyy-mm-dd',
      '[$-404]e/m/d',
      'd" de "mmmm',
      'bbbb',
      '[$-F800]dddd',
      'yyyy"年"m"月"',
    ])
      assert.equal(meaningOf(format).kind, 'date', format)
    for (const format of ['h:mm', '[h]:mm:ss', 'mm:ss.0', 'h:mm AM/PM'])
      assert.equal(meaningOf(format).kind, 'time', format)
    for (const format of [
      'General',
      '0.00',
      '#,##0 "days"',
      '[Red]0',
      '0.00E+00',
      '"d"0',
      '_-* #,##0.00',
    ])
      assert.equal(meaningOf(format).kind, 'plain', format)
    assert.equal(builtinMeaning(14).kind, 'date')
    const date = { kind: 'date' } as const
    assert.equal(numberText('1', date, false), '1900-01-01')
    assert.equal(numberText('61', date, false), '1900-03-01')
    assert.equal(numberText('0', date, true), '1904-01-01')
    assert.equal(numberText('99999999', date, false), '99999999')
  })
})

describe('separated values', () => {
  test('are read with the delimiter that they use', async () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const read = await table(
        Buffer.from(`a${delimiter}b${delimiter}c\n"1${delimiter}, x"${delimiter}2${delimiter}3\n`),
      )
      assert.equal(read.delimiter, delimiter)
      assert.deepEqual(await allRows(read), [
        { row: 2, cells: [`1${delimiter}, x`, '2', '3'].map((cell) => cell.trim()) },
      ])
    }
  })

  test('may have quotes, line ends in cells, blank lines and short rows', async () => {
    assert.deepEqual(await cells('\n\na,b,c\r\n"say ""hi""","two\nlines",\r\n\r\n1\r\n'), [
      ['a', 'b', 'c'],
      ['say "hi"', 'two\nlines', ''],
      ['1', '', ''],
    ])
  })

  const samples: [string, string, string][] = [
    ['utf-8', 'รหัสวิชา,ชื่อ\n0123101,การเขียนย่อหน้า\n', 'utf-8'],
    ['utf-16le', '课程,学分\n泛函分析,4\n', 'utf-16le'],
    [
      'windows-874',
      'รหัสวิชา,ชื่อวิชา,หน่วยกิต\n0123101,การเขียนย่อหน้า,3\n0123104,การอ่านภาษาไทยระดับอุดมศึกษา,3\n',
      'windows-874',
    ],
    ['windows-874', 'ชื่อ,เกรด\nน้ำ,A\n', 'windows-874'],
    ['gb18030', '课程代码,课程名称,学分\nMA367,泛函分析,4\nMA368,线性代数,4\n', 'gb18030'],
    ['gb18030', '姓名,成绩\n王伟,优秀\n', 'gb18030'],
    [
      'cp949',
      '과목코드,과목명,학점\nCA101,중국예술사와 미학,3\nCA102,동아시아비교문화,3\n',
      'cp949',
    ],
    ['cp949', '이름,성적\n김하늘,우수\n', 'cp949'],
    ['windows-1252', 'code;intitulé;crédits\nA1;Théorie de l’art médiéval;6\n', 'windows-1252'],
  ]
  for (const [encoding, text, expected] of samples) {
    test(`in ${encoding} are recognised: ${text.split('\n')[0]}`, async () => {
      const bytes = iconv.encode(text, encoding)
      const read = await table(bytes)
      assert.equal(read.encoding, expected)
      assert.deepEqual(read.header, text.split('\n')[0]!.split(/[,;]/))
    })
  }

  test('with a mark are read without it, and an encoding can be named', async () => {
    assert.deepEqual((await table(Buffer.from('\uFEFFa,b\n'))).header, ['a', 'b'])
    assert.deepEqual((await table(iconv.encode('\uFEFF甲,乙\n', 'utf-16be'))).header, ['甲', '乙'])
    assert.deepEqual(
      (await table(iconv.encode('é,b\n', 'windows-1252'), { encoding: 'windows-1252' })).header,
      ['é', 'b'],
    )
    assert.equal((await refusal('a,b', { encoding: 'nothing' }))?.key, 'table-encoding')
  })

  test('are refused with the row that breaks a limit', async () => {
    assert.deepEqual(await refusal('a\n1\n2\n3\n', { maxRows: 2 }), {
      module: 'files',
      key: 'table-rows',
      args: { most: 2 },
    })
    assert.deepEqual((await refusal('a\n1\n1,2,3\n', { maxColumns: 2 }))?.args, { row: 3, most: 2 })
    assert.deepEqual((await refusal('a,b\n1,xxxx\n', { maxCellLength: 3 }))?.args, {
      row: 2,
      column: 2,
      most: 3,
    })
    assert.equal((await refusal('a,b\n1,"open\n'))?.key, 'table-quotes')
    for (const blanks of [`a,b\n${'\n'.repeat(100_002)}`, `{"a":1}\n${'\n'.repeat(100_002)}`]) {
      assert.equal((await refusal(blanks, { name: 'a.jsonl', maxRows: 10 }))?.key, 'table-rows')
    }
    const many = `[${'{},'.repeat(400_000)}{}]`
    assert.equal((await refusal(many, { maxRows: 600, maxColumns: 60 }))?.key, 'table-rows')
    assert.equal((await refusal(''))?.key, 'empty')
    assert.equal((await refusal('%PDF-1.7'))?.key, 'table-kind')
    assert.equal((await refusal('<elmo/>'))?.key, 'table-kind')
  })
})

describe('text that begins plainly', () => {
  test('is decoded by what comes later', async () => {
    const lines = `${'code,name\n'}${'A1,plain\n'.repeat(40_000)}B1,${'น้ำใจงามของคนไทย'}\n`
    const read = await table(iconv.encode(lines, 'windows-874'))
    assert.equal(read.encoding, 'windows-874')
  })
})

describe('JSON', () => {
  test('lists become tables, nested names become columns, numbers stay as written', async () => {
    assert.deepEqual(
      await cells(
        '[{"code":"A","name":{"th":"น้ำ","en":"Water"},"credit":3.50},{"id":12345678901234567890,"code":null,"tags":["x"]}]',
      ),
      [
        ['code', 'name.th', 'name.en', 'credit', 'id', 'tags'],
        ['A', 'น้ำ', 'Water', '3.50', '', ''],
        ['', '', '', '', '12345678901234567890', '["x"]'],
      ],
    )
    assert.deepEqual(await cells('{"courses":[{"a":1}]}'), [['a'], ['1']])
  })

  test('spelling what no database text can hold gives cells without it', async () => {
    assert.deepEqual(await cells('[{"a\\u0000":"x\\u0000y","b":"\\ud800z"}]'), [
      ['a', 'b'],
      ['xy', '\ufffdz'],
    ])
  })

  test('lines are read too, with fields that appear late', async () => {
    assert.deepEqual(await cells('{"a":1}\n\n{"a":2,"b":true}\n'), [
      ['a', 'b'],
      ['1', ''],
      ['2', 'true'],
    ])
  })

  test('is refused where it is not a list of objects', async () => {
    assert.equal((await refusal('[1,2]'))?.key, 'table-json-shape')
    assert.equal((await refusal('[{"a":1},'))?.key, 'table-json')
    assert.deepEqual((await refusal('{"a":1}\n{"a":\n{"a":3}'))?.args, { row: 2 })
    assert.equal((await refusal('[{"a":1},{}]', { maxRows: 1 }))?.key, undefined)
  })
})

describe('a pasted table', () => {
  test('has cells between tabs, quoted where they hold line ends', async () => {
    const read = await readPastedTable('Course\tGrade\n"Two\nlines"\tA\n5" disk\tB+\n')
    assert.ok(!isRefused(read))
    assert.deepEqual(await allRows(read), [
      { row: 2, cells: ['Two\nlines', 'A'] },
      { row: 3, cells: ['5" disk', 'B+'] },
    ])
  })

  test('may also be a single column or separated by commas', async () => {
    const read = await readPastedTable('a,b\n1,2')
    assert.ok(!isRefused(read) && read.header.length === 2)
    assert.ok(isRefused(await readPastedTable('  \n ')))
  })
})

describe('large and hostile input', () => {
  test('a long table lets others have their turn', async () => {
    let turns = 0
    const clock = setInterval(() => (turns += 1), 0)
    await cells(`a,b\n${'1,2\n'.repeat(20_000)}`)
    clearInterval(clock)
    assert.ok(turns > 10, `${turns} turns`)
  })

  test('no bytes make a reader throw anything but a refusal', async () => {
    const beginnings = [
      '',
      'PK\u0003\u0004',
      '{"a":1}\n',
      '[{"a":',
      '\u00ff\u00fe',
      'a,b\n"',
      '\u00b0\u00a1',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.uint8Array({ maxLength: 300 }),
        async (beginning, rest) => {
          await refusal(Buffer.concat([Buffer.from(beginning, 'latin1'), rest]))
        },
      ),
      { seed, numRuns: 400 },
    )
  })

  test('a broken byte anywhere in a workbook is at worst a refusal', async () => {
    const book = Buffer.from(
      workbook(
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
        { 'xl/sharedStrings.xml': '<sst><si><t>x</t></si></sst>' },
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(book.length - 1), fc.nat(255), async (at, byte) => {
        const broken = Buffer.from(book)
        broken[at] = byte
        await refusal(broken)
      }),
      { seed, numRuns: 400 },
    )
  })

  test('a workbook of many rows is read from its file in little memory', async () => {
    const many = async function* () {
      for (let row = 0; row < 60_000; row++) yield [`C${row}`, `การเขียน ${row}`, String(row)]
    }
    const path = join(folder, 'many.xlsx')
    const columns = ['code', 'name', 'credit'].map((header): SheetColumn => ({
      header,
      kind: header === 'credit' ? 'number' : 'text',
    }))
    writeFileSync(path, await writeXlsx({ sheets: [{ name: 'S', columns, rows: many() }] }))
    let count = 0
    let last: string[] = []
    for await (const row of (await table(path)).rows) {
      count += 1
      last = row
    }
    assert.equal(count, 60_000)
    assert.deepEqual(last, ['C59999', 'การเขียน 59999', '59999'])
  })
})

describe(
  'catalogues of the real world',
  { skip: existsSync(shared) ? false : 'the shared data are not here' },
  () => {
    const files: [string, number, RegExp][] = [
      ['chula-2-2562-courses.jsonl', 6833, /^[\d]{7}$/],
      ['sjtu-2018-2020-classes.jsonl', 0, /^20\d\d-/],
      ['ucb-assist-articulations.csv', 0, /\S/],
      ['nus-exchange-mappings.jsonl', 0, /\S/],
    ]
    for (const [name, count, first] of files) {
      test(`${name} is read to its end`, async () => {
        const read = await table(join(shared, name), { name })
        const rows = await allRows(read)
        assert.ok(!isRefused(rows))
        if (count > 0) assert.equal(rows.length, count)
        assert.ok(rows.length > 1000)
        for (const row of rows.slice(0, 50)) assert.match(row.cells[0]!, first)
      })
    }
  },
)
