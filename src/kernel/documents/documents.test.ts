import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isRefused } from '#kernel/database'
import type { Language } from '#kernel/values'
import { words, type Block, type PdfDocument, type Words } from './document.ts'
import { documentText, renderPdf, scanOf, turnPage } from './index.ts'
import { layOut } from './layout.ts'
import { sampleDocument } from './samples.fixture.ts'
import { atomsOf, cleanText, type Atom } from './text.ts'

const seed = 20261122
const spoken: readonly Language[] = ['en', 'zh-Hans', 'th', 'ko', 'fr']
const hostile = [
  '#pagebreak() #read("/etc/passwd")',
  '#{ panic("run") }',
  '$ x^2 $ *bold* _under_ `raw` ```typ #set page(width: 1pt)```',
  '\\ \\u{1F600} \\#',
  '<label> @label [body] ] }',
  '= Heading\n- item\n+ item\n/ term: body',
  '"double" \'single\' // comment /* comment',
  '--- ... ~ -?',
  '\u0000\u0007\u001B[31m\u009F',
  '\u202Edetrever\u202C \u2066isolated\u2069 \u200E\u200F',
  'zero\u200Bwidth\u200D\uFEFF\u2060',
  'ก้้้้้้้้้้้้้้้้้้้้้้้้้้้้้้้้',
  'Z̴̡̢̛̛̪̙̗̣̰̲̘̞̠̀̀̀̀̀̀́́́́a̵l̵g̵o̵',
  'x'.repeat(900),
  'ก'.repeat(600),
  '한'.repeat(600),
  '国'.repeat(600),
  '\uD800 lone \uDC00',
  '\u{E0001}\u{E0041}\uFFFE\uFFFF\u{1F600}\uE000\uE001',
  'مرحبا שלום हिन्दी',
]

function paragraph(given: Words): Block {
  return { kind: 'paragraph', words: given }
}

function page(blocks: Block[], more: Partial<PdfDocument> = {}): PdfDocument {
  return { language: 'en', title: 'Test', now: new Date('2026-11-22T00:00:00Z'), blocks, ...more }
}

function pagesOf(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString('latin1')
  return Number(/\/Type \/Pages[^>]*?\/Count (\d+)/.exec(text)?.[1])
}

function pagesTextOf(pdf: Uint8Array): string[] {
  const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
  return stdout.split('\f').filter((text) => text.trim() !== '')
}

function said(atoms: readonly Atom[]): string {
  return atoms
    .map((atom) => {
      if (atom[0] === 'break') return ''
      return atom[0] === 'line' ? '\n' : atom[1]
    })
    .join('')
}

describe('text is data', () => {
  test('hostile strings are printed, never run, in every place and language', async () => {
    for (const language of spoken) {
      const blocks = hostile.flatMap((text): Block[] => {
        const run = words(language, text)
        return [
          { kind: 'title', organisations: [run], titles: [run], subtitle: run },
          { kind: 'definitions', items: [{ term: run, value: run }] },
          {
            kind: 'table',
            columns: [{ header: run, width: { fr: 1 } }],
            rows: [{ cells: [run] }, { kind: 'group', words: run }],
          },
          { kind: 'bilingual', arrangement: 'beside', pairs: [{ first: run, second: run }] },
          { kind: 'notes', label: run, items: [run] },
          { kind: 'signatures', places: [{ kind: 'stamp', label: run, name: run, filled: run }] },
        ]
      })
      const pdf = await renderPdf(
        page(blocks, {
          language,
          title: hostile.join(' '),
          author: hostile[0]!,
          reference: hostile[2]!,
        }),
      )
      assert.equal(Buffer.from(pdf.subarray(0, 5)).toString(), '%PDF-')
    }
  })

  test('markup for page breaks and page sizes leaves one page', async () => {
    const pdf = await renderPdf(
      page([paragraph(words('en', '#pagebreak() #pagebreak()\n#set page(height: 1cm)'))]),
    )
    assert.equal(pagesOf(pdf), 1)
  })

  test('any string becomes a PDF', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostile)), {
          maxLength: 3,
        }),
        fc.constantFrom(...spoken),
        async (parts, language) => {
          const pdf = await renderPdf(
            page([paragraph(words(language, parts.join('')))], { title: parts.join('') }),
          )
          assert.ok(pagesOf(pdf) >= 1)
        },
      ),
      { seed, numRuns: 60 },
    )
  })

  test('the template compiles no string', async () => {
    const { readFile } = await import('node:fs/promises')
    const template = await readFile(new URL('./template.typ', import.meta.url), 'utf8')
    assert.doesNotMatch(template, /\b(eval|read|include|import|plugin)\b\s*[("]/)
  })
})

describe('cleaned text', () => {
  test('has no controls, reordering, hidden characters or towers of marks', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostile)), (text) => {
        const clean = cleanText(text)
        assert.doesNotMatch(clean, /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u)
        assert.doesNotMatch(clean, /\p{M}{5}/u)
      }),
      { seed, numRuns: 2000 },
    )
  })

  test('cleaning twice changes nothing more, and cutting into atoms loses nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostile)), (text) => {
        const clean = cleanText(text)
        assert.equal(cleanText(clean), clean)
        assert.equal(
          said(atomsOf(clean)).replaceAll('\u00A0', ' '),
          clean.replaceAll('\u00A0', ' '),
        )
      }),
      { seed, numRuns: 2000 },
    )
  })

  test('joins sara am that was typed as two characters', () => {
    assert.equal(cleanText('น\u0E4D\u0E49\u0E32'), 'น้ำ')
    assert.equal(cleanText('นํา'), 'นำ')
  })
})

describe('line breaks', () => {
  test('a Thai word is never cut, and its repetition mark stays with it', () => {
    assert.deepEqual(atomsOf('ประเทศญี่ปุ่น เอกสารอื่น ๆ'), [
      ['thai', 'ประเทศ'],
      ['break'],
      ['thai', 'ญี่ปุ่น'],
      ['text', ' '],
      ['thai', 'เอกสาร'],
      ['break'],
      ['thai', 'อื่น\u00A0ๆ'],
    ])
  })

  test('brackets and quotation marks stay with the Thai word that they enclose', () => {
    assert.deepEqual(atomsOf('“น้ำใจ” (ญี่ปุ่น)'), [
      ['thai', '“น้ำใจ”'],
      ['text', ' '],
      ['thai', '(ญี่ปุ่น)'],
    ])
  })

  test('Korean breaks at spaces only', () => {
    assert.deepEqual(atomsOf('학점을 인정합니다.'), [
      ['word', '학점을'],
      ['text', ' '],
      ['word', '인정합니다.'],
    ])
  })

  test('a short word and a name are never divided, a long word may be', () => {
    assert.deepEqual(atomsOf('Kanyarat passed internationalisation'), [
      ['text', 'Kanyarat passed '],
      ['long', 'internationalisation'],
    ])
    assert.deepEqual(atomsOf('Kanyarat Rattanapirom', { whole: true }), [
      ['text', 'Kanyarat Rattanapirom'],
    ])
  })

  test('the figure of a Chinese date stays with its word', () => {
    assert.deepEqual(atomsOf('决定于2026年11月14日作出'), [
      ['text', '决定于'],
      ['word', '2026年'],
      ['word', '11月'],
      ['word', '14日'],
      ['text', '作出'],
    ])
  })

  test('a very long address breaks after its punctuation', () => {
    const atoms = atomsOf('https://example.org/verify/123?code=ABC')
    assert.deepEqual(atoms.slice(0, 3), [['text', 'https://'], ['break'], ['text', 'example.']])
    assert.ok(atoms.filter((atom) => atom[0] === 'break').length >= 4)
  })
})

describe('a document', () => {
  test('has the same bytes for the same input', async () => {
    const [first, second] = [
      await renderPdf(sampleDocument('th', 3)),
      await renderPdf(sampleDocument('th', 3)),
    ]
    assert.equal(Buffer.compare(first, second), 0)
    const later = await renderPdf({
      ...sampleDocument('th', 3),
      now: new Date('2027-01-01T00:00:00Z'),
    })
    assert.notEqual(Buffer.compare(first, later), 0)
  })

  test('declares its title, language and date', async () => {
    const pdf = Buffer.from(
      await renderPdf(page([paragraph(words('ko', '학점'))], { language: 'ko' })),
    ).toString('latin1')
    assert.match(pdf, /\/Lang \(ko/)
    assert.match(pdf, /\/CreationDate \(D:20261122000000/)
    assert.match(pdf, /\/Title \(Test\)/)
  })

  test('spreads a long table over pages', async () => {
    assert.ok(pagesOf(await renderPdf(sampleDocument('fr', 60))) > 5)
  })

  test('never leaves a total alone on a page', async () => {
    const say = (text: string) => words('en', text)
    const table = (rows: number): Block => ({
      kind: 'table',
      columns: [
        { header: say('Course'), width: { fr: 1 } },
        { header: say('Credit'), width: { mm: 20 }, align: 'end' },
      ],
      rows: [
        ...Array.from({ length: rows }, (_, row) => ({ cells: [say(`Row ${row}`), say('3')] })),
        { kind: 'total', cells: [say('Total'), say(String(3 * rows))] },
      ],
    })
    let turned = 0
    for (let rows = 28; rows < 42; rows += 1) {
      const pdf = await renderPdf(page([table(rows)]))
      const [, ...later] = pagesTextOf(pdf)
      turned += Math.min(1, later.length)
      for (const text of later) assert.match(text, /Row \d+/, `${rows} rows`)
    }
    assert.ok(turned > 0 && turned < 14, `the page is full somewhere in between: ${turned}`)
  })

  test('numbers its pages in its own language', () => {
    const inText = (language: Language) =>
      layOut(page([], { language })).pageNumber.map(
        (part) => part.counter ?? said(part.text!.flatMap((run) => run.atoms)),
      )
    assert.deepEqual(inText('en'), ['Page ', 'page', ' of ', 'pages'])
    assert.deepEqual(inText('ko'), ['pages', '쪽 중 ', 'page', '쪽'])
    assert.deepEqual(inText('zh-Hans'), ['第 ', 'page', ' 页，共 ', 'pages', ' 页'])
  })

  test('refuses a row that does not fit its table, and one no office could print', () => {
    const column = { header: words('en', 'One'), width: { fr: 1 } }
    assert.throws(
      () => layOut(page([{ kind: 'table', columns: [column], rows: [{ cells: [] }] }])),
      RangeError,
    )
    assert.throws(() => layOut(page([paragraph(words('en', 'x'.repeat(2_100_000)))])), RangeError)
  })

  for (const language of spoken) {
    test(`reads the same as before in ${language}`, (context) => {
      context.assert.snapshot(documentText(sampleDocument(language, 2)), {
        serializers: [(text: string) => text],
      })
    })
  }
})

describe('a scan of a paper original', () => {
  const picture = {
    sha256: 'a'.repeat(64),
    kind: 'jpeg',
    sizeBytes: 10,
    width: 1654,
    height: 2339,
  } as const
  const pdf = { sha256: 'b'.repeat(64), kind: 'pdf', sizeBytes: 20, pages: 3 } as const

  test('counts the sides of its files in order', () => {
    const scan = scanOf([picture, pdf])
    assert.ok(!isRefused(scan))
    assert.equal(scan.pages.length, 4)
    assert.equal(scan.sizeBytes, 30)
    assert.equal(turnPage(scan, 1).pages[1]!.turnDegrees, 90)
    assert.equal(scan.pages[1]!.turnDegrees, 0)
  })

  test('is refused when empty, repeated, coarse or too long', () => {
    for (const files of [
      [],
      [picture, picture],
      [{ ...picture, width: 300 }],
      [{ ...pdf, pages: 1e9 }],
    ])
      assert.ok(isRefused(scanOf(files)))
  })
})
