import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { zipSync, strToU8 } from 'fflate'
import sharp from 'sharp'
import { isRefused } from '#kernel/database'
import { inspectUpload } from './inspect-aside.ts'
import type { UploadRules } from './inspect.ts'
import { fileKinds, type FileKind } from './kinds.ts'
import { cleanFileName } from './staging.ts'
import { writeXlsx } from './tables/write.ts'

const everything: UploadRules = {
  allow: Object.keys(fileKinds) as FileKind[],
  maxBytes: 50_000_000,
}

async function kind(bytes: Uint8Array | string, rules = everything): Promise<string> {
  const found = await inspectUpload(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, rules)
  return isRefused(found) ? found.message.key : found.kind
}

function picture(width = 40, height = 30) {
  return sharp({ create: { width, height, channels: 3, background: '#336' } })
}

function pdf(extra = '', pages = 1): string {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ')
  const each = Array.from(
    { length: pages },
    (_, index) => `${index + 3} 0 obj<</Type /Page /Parent 2 0 R>>endobj\n`,
  )
  return `%PDF-1.7\n1 0 obj<</Type /Catalog /Pages 2 0 R ${extra}>>endobj\n2 0 obj<</Type /Pages /Kids [${kids}] /Count ${pages}>>endobj\n${each.join('')}trailer<</Root 1 0 R>>\n%%EOF`
}

describe('what a file is', () => {
  test('is found from its content, in every kind', async () => {
    assert.equal(await kind(await picture().png().toBuffer()), 'png')
    assert.equal(await kind(await picture().jpeg().toBuffer()), 'jpeg')
    assert.equal(await kind(await picture().webp().toBuffer()), 'webp')
    assert.equal(await kind(await picture().tiff().toBuffer()), 'tiff')
    assert.equal(await kind(pdf()), 'pdf')
    assert.equal(
      await kind(
        await writeXlsx({
          sheets: [{ name: 'S', columns: [{ header: 'A', kind: 'text' }], rows: [['x']] }],
        }),
      ),
      'xlsx',
    )
    assert.equal(await kind('<?xml version="1.0"?><elmo xmlns="urn:x"/>'), 'xml')
    assert.equal(
      await kind('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'),
      'svg',
    )
    assert.equal(await kind('[{"a":1}]'), 'json')
    assert.equal(await kind('{"a":1}\n{"a":2}\n'), 'jsonl')
    assert.equal(await kind('รหัส,ชื่อ\n1,น้ำ\n'), 'csv')
    assert.equal(await kind('just words'), 'text')
  })

  test('comes with the size of a picture and the pages of a PDF', async () => {
    const found = await inspectUpload(await picture(64, 48).png().toBuffer(), everything)
    assert.ok(!isRefused(found) && found.width === 64 && found.height === 48)
    const document = await inspectUpload(Buffer.from(pdf('', 7)), everything)
    assert.ok(!isRefused(document) && document.pages === 7)
  })
})

describe('what is refused', () => {
  test('an empty, a too large and an unknown file', async () => {
    assert.equal(await kind(''), 'empty')
    assert.equal(await kind('x'.repeat(2000), { ...everything, maxBytes: 1000 }), 'too-large')
    assert.equal(await kind(Buffer.from([0, 1, 2, 3, 4, 5, 0, 255])), 'kind-unknown')
    assert.equal(await kind('MZ\u0090\u0000\u0003\u0000\u0000\u0000'), 'kind-unknown')
    assert.equal(await kind('<!doctype html><html><script>alert(1)</script>'), 'kind-unknown')
    assert.equal(await kind('{"a":1}', { allow: ['pdf'], maxBytes: 100 }), 'kind-not-allowed')
    assert.equal(await kind(Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'office-locked')
  })

  test('a picture with too many pixels, before it is decoded', async () => {
    const wide = await picture(9000, 9000).png({ compressionLevel: 9 }).toBuffer()
    assert.ok(wide.length < 1_000_000)
    assert.equal(await kind(wide, { ...everything, maxPixels: 20_000_000 }), 'pixels')
  })

  test('a picture that is cut off', async () => {
    const whole = await picture(400, 400).jpeg().toBuffer()
    assert.equal(await kind(whole.subarray(0, Math.floor(whole.length / 2))), 'image-broken')
  })

  test('a file of two kinds at once', async () => {
    const png = await picture().png().toBuffer()
    const archive = zipSync({ 'a.txt': strToU8('hello') })
    assert.equal(await kind(Buffer.concat([png, archive])), 'two-kinds')
    assert.equal(await kind(Buffer.concat([Buffer.from(pdf()), archive])), 'two-kinds')
    const jpeg = await picture().jpeg().toBuffer()
    const commented = Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, 24]),
      Buffer.from('<script>alert(1)</scri'),
      jpeg.subarray(2),
    ])
    assert.equal(await kind(commented), 'two-kinds')
  })

  test('a drawing with a program or foreign addresses, and any drawing where none is allowed', async () => {
    for (const inside of [
      '<script>1</script>',
      '<a onclick="x()"/>',
      '<image href="https://x/y.png"/>',
      '<style>@import "x"</style>',
      '<path fill="url(http://x)"/>',
      '<foreignObject/>',
    ])
      assert.equal(
        await kind(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`),
        'svg-active',
      )
    assert.equal(await kind('<svg/>', { allow: ['png', 'xml'], maxBytes: 100 }), 'kind-not-allowed')
  })

  test('XML with a document type', async () => {
    assert.equal(
      await kind('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
      'xml-doctype',
    )
    assert.equal(
      await kind(Buffer.from('\uFEFF<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', 'utf16le')),
      'xml-doctype',
    )
  })

  test('a PDF with a password, with a program even under an escaped name, or without pages', async () => {
    assert.equal(await kind(pdf('/OpenAction <</S /JavaScript /JS (x)>>')), 'pdf-active')
    assert.equal(await kind(pdf('/OpenAction <</S /#4Aava#53cript>>')), 'pdf-active')
    assert.equal(await kind(pdf().replace('/Root', '/Encrypt 9 0 R /Root')), 'pdf-encrypted')
    assert.equal(await kind('%PDF-1.7\nnothing\n%%EOF'), 'pdf-broken')
  })

  test('a workbook that swells, overlaps or has too many parts', async () => {
    const parts = { 'xl/workbook.xml': strToU8('<workbook/>') }
    assert.equal(
      await kind(zipSync({ ...parts, 'xl/big.xml': new Uint8Array(40_000_000) }, { level: 9 })),
      'archive-bomb',
    )
    const many = Object.fromEntries(
      Array.from({ length: 6000 }, (_, index) => [`xl/${index}`, new Uint8Array(0)]),
    )
    assert.equal(await kind(zipSync({ ...parts, ...many })), 'archive-bomb')
    assert.equal(
      await kind(zipSync({ ...parts, 'xl/vbaProject.bin': strToU8('macro') })),
      'kind-unknown',
    )
  })

  test('input made to keep a pattern busy is answered soon', async () => {
    const started = performance.now()
    const rules = { ...everything, maxBytes: 5_000_000 }
    await kind('<?a?>'.repeat(13_000), rules)
    await kind(`{}${'\n'.repeat(65_000)}x`, rules)
    await kind(`%PDF-1.7\n${'stream\n'.repeat(500_000)}`, rules)
    await kind(`%PDF-1.7\n${'/ObjStm stream\n'.repeat(200_000)}endstream`, rules)
    await kind(`%PDF-1.7\n${'/Type /Pages '.repeat(300_000)}`, rules)
    assert.ok(performance.now() - started < 20_000)
  })

  test('nothing throws, whatever the bytes', async () => {
    const beginnings = [
      '',
      '%PDF-1.4',
      'PK\u0003\u0004',
      '\u0089PNG\r\n\u001a\n',
      '\u00ff\u00d8\u00ff\u00e0',
      '<svg',
      '{',
      '[',
      'II*\u0000',
      'RIFF\u0000\u0000\u0000\u0000WEBP',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.uint8Array({ maxLength: 400 }),
        async (beginning, rest) => {
          await inspectUpload(Buffer.concat([Buffer.from(beginning, 'latin1'), rest]), everything)
        },
      ),
      { seed: 20261122, numRuns: 300 },
    )
  })
})

describe('a file name', () => {
  test('keeps its script and loses paths, controls and reserved characters', () => {
    assert.equal(cleanFileName('../../ใบแสดงผล น้ำ.pdf'), 'ใบแสดงผล น้ำ.pdf')
    assert.equal(cleanFileName('C:\\temp\\成绩单.xlsx'), '成绩单.xlsx')
    assert.equal(cleanFileName('a\u202Efdp.exe\r\n"x"'), 'afdp.exex')
    assert.equal(cleanFileName('...'), 'file')
    assert.ok(cleanFileName(`${'长'.repeat(400)}.pdf`).endsWith('.pdf'))
    assert.ok(cleanFileName(`${'长'.repeat(400)}.pdf`).length <= 200)
  })
})
