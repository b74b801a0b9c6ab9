import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { isRefused } from '#kernel/database'
import { keptText } from '#kernel/values'
import { readTable } from './read-aside.ts'
import { allRows, type Table } from './table.ts'
import { writeCsv, writeXlsx, type SheetColumn } from './write.ts'

const seed = 20261122

async function table(bytes: Uint8Array): Promise<Table> {
  const read = await readTable(bytes)
  assert.ok(!isRefused(read), JSON.stringify(read))
  return read
}

async function cells(bytes: Uint8Array): Promise<string[][]> {
  const read = await table(bytes)
  const rows = await allRows(read)
  assert.ok(!isRefused(rows))
  return [[...read.header], ...rows.map((row) => row.cells)]
}

describe('written tables', () => {
  const columns: SheetColumn[] = [
    { header: 'ข้อความ', kind: 'text' },
    { header: '=1+1', kind: 'number' },
    { header: 'date', kind: 'date' },
  ]
  const hostile = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '=HYPERLINK("http://x")',
    '＝1+1',
    ' =1',
    '_x0041_',
    '<b>&"\'</b>',
    'a\u0000b\u000B',
    'น้ำ 学分 학점',
  ]

  test('come back as they were from a workbook', async () => {
    const rows = hostile.map((text) => [text, '1.50', '2026-11-22'])
    const bytes = await writeXlsx({
      sheets: [
        { name: 'a/b:[c]*?', columns, rows },
        { name: '', columns, rows: [] },
      ],
    })
    const read = await table(bytes)
    assert.deepEqual(read.sheets, ['a b  c', '2'])
    assert.deepEqual(read.header, ['ข้อความ', '=1+1', 'date'])
    const back = await allRows(read)
    assert.ok(!isRefused(back))
    assert.deepEqual(
      back.map((row) => row.cells),
      // What no database keeps (NUL) is left out when a table is read.
      hostile.map((text) => [keptText(text).trim(), '1.5', '2026-11-22']),
    )
  })

  test('never hold a formula', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'S', columns, rows: hostile.map((text) => [text, text, text]) }],
    })
    const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml']!).toString()
    assert.doesNotMatch(sheet, /<f[ >]/)
    assert.doesNotMatch(sheet, /<v>(?!-?\d+(\.\d+)?<)/)
  })

  test('have the same bytes for the same rows, and keep numbers that a spreadsheet would round as text', async () => {
    const rows = [['x', '12345678901234567890', '1899-01-01']]
    const [first, second] = [
      await writeXlsx({ sheets: [{ name: 'S', columns, rows }] }),
      await writeXlsx({ sheets: [{ name: 'S', columns, rows }] }),
    ]
    assert.deepEqual(first, second)
    assert.deepEqual((await cells(first))[1], ['x', '12345678901234567890', '1899-01-01'])
  })

  test('any text survives a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), {
          minLength: 1,
          maxLength: 5,
        }),
        async (texts) => {
          const bytes = await writeXlsx({
            sheets: [
              {
                name: 'S',
                columns: [
                  { header: 'h', kind: 'text' },
                  { header: 'i', kind: 'text' },
                ],
                rows: texts.map((text) => ['x', text]),
              },
            ],
          })
          const back = await allRows(await table(bytes))
          assert.ok(!isRefused(back))
          assert.deepEqual(
            back.map((row) => row.cells[1]),
            texts.map((text) => text.toWellFormed().trim()),
          )
        },
      ),
      { seed, numRuns: 60 },
    )
  })

  test('as separated values carry a mark, and no cell that a spreadsheet would run', async () => {
    const bytes = await writeCsv(columns, [
      ...hostile.map((text) => [text, '-5', null]),
      ['x', '=1', '2026-01-01'],
    ])
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
    const rows = await cells(bytes)
    for (const row of rows) for (const cell of row) assert.doesNotMatch(cell, /^\s*[=+@＝]/)
    assert.equal(rows[1]![1], '-5')
    assert.equal(rows.at(-1)![1], "'=1")
  })
})
