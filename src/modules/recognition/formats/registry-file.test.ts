import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import iconv from 'iconv-lite'
import { isRefused } from '#kernel/database'
import { allRows, readTable } from '#kernel/files'
import type { PostingSource, RegistryLayout } from '../rules/office/registry-layout.ts'
import { registryFile, unencodableIn } from './registry-file.ts'
import { sourceOfHeading } from './registry-headings.ts'

const column = (heading: string, source: PostingSource, format = '') => ({
  heading,
  source,
  format,
  replacements: {},
})

const layout: RegistryLayout = {
  file: 'csv',
  encoding: 'windows-874',
  delimiter: ';',
  lineEnd: 'crlf',
  quotes: 'needed',
  headings: true,
  guarded: true,
  sheet: 'TR',
  columns: [
    column('รหัสนักศึกษา', 'student-number'),
    column('ชื่อ', 'student-name'),
    column('หน่วยกิต', 'home-credit', '0.00'),
    column('วันที่', 'decided-on', 'DD/MM/BBBB'),
  ],
  answer: {
    reference: '',
    studentNumber: '',
    course: '',
    status: '',
    credit: '',
    grade: '',
    message: '',
    accepted: [],
  },
}
const rows = [
  ['6510001', 'พิมพ์ชนก; รัตนกุล', '3.00', '05/03/2569'],
  ['6510002', '=cmd()', '1.50', '06/03/2569'],
]

async function bytesOf(of: RegistryLayout): Promise<Uint8Array> {
  const written = await registryFile(of, rows, 'batch')
  assert.ok('bytes' in written)
  return written.bytes
}

async function readBack(bytes: Uint8Array, name: string) {
  const table = await readTable(bytes, { name })
  assert.ok(!isRefused(table))
  const all = await allRows(table)
  assert.ok(!isRefused(all))
  return [table.header, ...all.map(({ cells }) => cells)]
}

describe('a file for a registry', () => {
  test('is written in its own encoding, separator and line ends', async () => {
    const text = iconv.decode(Buffer.from(await bytesOf(layout)), 'windows-874')
    assert.equal(
      text,
      'รหัสนักศึกษา;ชื่อ;หน่วยกิต;วันที่\r\n' +
        '6510001;"พิมพ์ชนก; รัตนกุล";3.00;05/03/2569\r\n' +
        "6510002;'=cmd();1.50;06/03/2569\r\n",
    )
  })

  test('may do without headings, guard and marks, and quote everything', async () => {
    const bytes = await bytesOf({
      ...layout,
      encoding: 'utf-8',
      delimiter: 'tab',
      lineEnd: 'lf',
      quotes: 'always',
      headings: false,
      guarded: false,
    })
    assert.equal(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n')[1],
      '"6510002"\t"=cmd()"\t"1.50"\t"06/03/2569"',
    )
  })

  test('carries the mark that Excel wants where the layout says so', async () => {
    const marked = await bytesOf({ ...layout, encoding: 'utf-8-mark' })
    assert.equal(Buffer.from(marked).toString('hex', 0, 3), 'efbbbf')
    const wide = await bytesOf({ ...layout, encoding: 'utf-16le' })
    assert.equal(Buffer.from(wide).toString('hex', 0, 2), 'fffe')
  })

  test('names the letters that its encoding does not have instead of writing question marks', async () => {
    assert.deepEqual(unencodableIn(layout, [['1', '王', '3', '']]), ['王'])
    assert.deepEqual(unencodableIn({ ...layout, encoding: 'gb18030' }, [['1', '王ก', '3', '']]), [])
    assert.ok('lacking' in (await registryFile(layout, [['1', '서연', '3', '']], 'x')))
  })

  test('is a workbook with the same cells, with and without headings, and the same bytes each time', async () => {
    const workbook: RegistryLayout = { ...layout, file: 'xlsx' }
    const bytes = await bytesOf(workbook)
    assert.deepEqual(
      await readBack(bytes, 'a.xlsx'),
      [
        layout.columns.map(({ heading }) => heading),
        ['6510001', 'พิมพ์ชนก; รัตนกุล', '3.00', '05/03/2569'],
        ['6510002', '=cmd()', '1.50', '06/03/2569'],
      ].map((cells, place) =>
        place === 0 ? cells : [cells[0]!, cells[1]!, String(Number(cells[2])), cells[3]!],
      ),
    )
    assert.deepEqual(await bytesOf(workbook), bytes)
    const bare = await readBack(await bytesOf({ ...workbook, headings: false }), 'a.xlsx')
    assert.equal(bare[0]![0], '6510001')
  })
})

describe('headings of a registry', () => {
  const table: [heading: string, source: PostingSource | null][] = [
    ['Student ID', 'student-number'],
    ['รหัสนักศึกษา', 'student-number'],
    ['学号', 'student-number'],
    ['학번', 'student-number'],
    ['N° étudiant', 'student-number'],
    ['รหัสวิชา / Course code', 'home-code'],
    ['หน่วยกิต', 'home-credit'],
    ['学分', 'home-credit'],
    ['Note', 'home-grade'],
    ['Something else', null],
  ]
  for (const [heading, source] of table)
    test(`'${heading}' holds ${source}`, () => assert.equal(sourceOfHeading(heading), source))
})
