import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { promisify } from 'node:util'
import type { Language } from '#kernel/values'
import { words, type Block, type PdfDocument, type Words } from './document.ts'
import { documentText, renderPdf } from './index.ts'
import { sampleDocument } from './samples.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'weft-copied-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** What a reader gets who marks everything in the PDF and copies it. */
async function copied(document: PdfDocument): Promise<string> {
  const path = join(folder, 'document.pdf')
  writeFileSync(path, await renderPdf(document))
  const { stdout } = await promisify(execFile)('pdftotext', ['-raw', path, '-'])
  return stdout
}

const bare = (text: string) => text.normalize('NFC').replace(/[\s\u00AD]+/gu, '')

function page(blocks: Block[]): PdfDocument {
  return { language: 'en', title: 'Test', now: new Date('2026-11-22T00:00:00Z'), blocks }
}

const paragraph = (given: Words): Block => ({ kind: 'paragraph', words: given })

const thaiVowels = ['', 'ั', 'ิ', 'ี', 'ึ', 'ื', '็', 'ุ', 'ู']
const thaiTones = ['', '่', '้', '๊', '๋', '์']

describe('text copied from a PDF', () => {
  for (const language of ['en', 'zh-Hans', 'th', 'ko', 'fr'] as const) {
    test(`is what was set, in ${language}`, async () => {
      const document = sampleDocument(language satisfies Language, 6)
      const text = bare(await copied(document)).replaceAll('-', '')
      const lines = documentText(document)
        .split('\n')
        .flatMap((line) => line.split(/ [|/] |: |^[|#\d. ]+/))
      for (const line of lines) {
        // The page may part a long word with a hyphen; what is left of it is compared.
        const wanted = bare(line).replaceAll(/[|#-]/g, '')
        assert.ok(text.includes(wanted), line)
      }
    })
  }

  for (const strong of [false, true]) {
    test(`keeps every Thai letter with its marks, ${strong ? 'bold' : 'plain'}`, async () => {
      const letters = [...'กขชทปฝฟฬญฐฎฏรสศธนตล']
      const all = letters.flatMap((letter) =>
        thaiVowels.flatMap((vowel) =>
          thaiTones.map((tone) =>
            vowel === '็' ? `${letter}${vowel}น` : `${letter}${vowel}${tone}น`,
          ),
        ),
      )
      const saraAm = letters.flatMap((letter) => ['', '่', '้'].map((tone) => `${letter}${tone}ำน`))
      const wanted = [...new Set([...all, ...saraAm])]
      const text = await copied(
        page(wanted.map((word) => paragraph(words('th', word, { strong })))),
      )
      const lines = text.split(/[\n\f]/).map((line) => line.trim())
      const missing = wanted.filter((word) => !lines.includes(word.normalize('NFC')))
      assert.deepEqual(missing, [])
    })
  }

  test('has no hyphen in a name or a short word, however narrow the column', async () => {
    const name = words('en', 'Kanyarat Wongsawatkul', { whole: true })
    const text = await copied(
      page([
        {
          kind: 'table',
          columns: [
            { header: words('en', 'Reason'), width: { mm: 14 } },
            { header: words('en', 'Rest'), width: { fr: 1 } },
          ],
          rows: [
            { cells: [name, words('en', 'x')] },
            { cells: [words('en', 'a course of study'), words('en', 'x')] },
            { cells: [words('en', 'internationalisation'), words('en', 'x')] },
          ],
        },
      ]),
    )
    assert.match(text, /^Kanyarat$|^Kanyarat x$/m)
    assert.match(text, /^Wongsawatkul/m)
    assert.match(text, /^course(?: of)?$/m)
    assert.match(text, /inter\u00AD/)
  })
})
