import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { parseElmo } from '../../src/modules/recognition/formats/elmo.ts'
import { readElmoTranscript } from '../../src/modules/recognition/formats/read-transcript.ts'
import { ewp } from './ewp-schemas.ts'

const folder = join(ewp, 'examples/elmo')
const there = existsSync(folder)
const skip = there || process.env.CI === 'true' ? false : 'no ../shared beside the checkout'
/** Real documents, valid and invalid, as producers made them. */
const seeds = there
  ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  : ['']

const parts = [
  '<report/>',
  '<learningOpportunitySpecification>',
  '</elmo>',
  '<!DOCTYPE elmo [<!ENTITY a "&a;&a;">]>',
  '&a;',
  '&#0;',
  ']]>',
  '<![CDATA[',
  '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>',
  ' xmlns="urn:x"',
  '<hasPart>'.repeat(70),
  '\u202E',
  '9'.repeat(400),
  '-1e309',
  '\0',
]

/** A real document with some pieces cut, doubled, swapped or put in. */
const damaged = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 0, max: 300 }),
        how: fc.constantFrom('cut', 'double', 'put'),
        part: fc.constantFrom(...parts),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([seed, changes]) => {
    let text = seed
    for (const { at, length, how, part } of changes) {
      const start = Math.floor(at * text.length)
      const piece = text.slice(start, start + length)
      const put = how === 'cut' ? '' : how === 'double' ? piece + piece : part + piece
      text = text.slice(0, start) + put + text.slice(start + length)
    }
    return text
  })

test('a damaged document is read or refused, and never believed to be signed', { skip }, () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const result = parseElmo(text)
      assert.ok(result.ok || result.issues.length > 0)
      for (const { line, column, severity } of result.issues) {
        assert.ok(line > 0 && column > 0 && ['error', 'warning'].includes(severity))
      }
      if (result.ok) assert.notEqual(result.document.signature?.state, 'intact')
    }),
    { seed: 20_261_125, numRuns: 150 },
  )
})

test('what is read of it is plain text and exact numbers, packed or not', { skip }, () => {
  fc.assert(
    fc.property(damaged, fc.boolean(), (text, packed) => {
      const bytes = packed ? Buffer.from(gzipSync(text).toString('base64')) : Buffer.from(text)
      const reading = readElmoTranscript(new Uint8Array(bytes))
      if (!reading.ok) return assert.ok(reading.remarks.length > 0)
      const { lines, reports, report } = reading.content
      assert.equal(new Set(lines.map(({ id }) => id)).size, lines.length)
      for (const { code, title, grade } of lines) {
        for (const said of [code, grade ?? '', ...Object.values(title)]) {
          assert.doesNotMatch(said ?? '', /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
        }
      }
      if (reports) assert.ok(report !== undefined && report >= 0)
    }),
    { seed: 20_261_126, numRuns: 100 },
  )
})
