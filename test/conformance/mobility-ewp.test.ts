import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { XmlDocument, xmlCleanupInputProvider } from 'libxml2-wasm'
import { isRefused } from '#kernel/database'
import type {
  EwpLearningAgreement,
  EwpMobility,
} from '../../src/modules/mobility/formats/ewp-document.ts'
import { readEwp } from '../../src/modules/mobility/formats/ewp-read.ts'
import {
  writeLearningAgreements,
  writeOmobilities,
  writeTranscripts,
} from '../../src/modules/mobility/formats/ewp-write.ts'
import { ewp, registerCatalogue, validate } from './ewp-schemas.ts'

const there = existsSync(ewp)
const skip = there || process.env.CI === 'true' ? false : 'no ../shared beside the checkout'
const schemas = {
  omobilities: 'schemas/ewp-specs-api-omobilities-v3.0.0/endpoints/get-response.xsd',
  tors: 'schemas/ewp-specs-api-imobility-tors-v2.0.0/endpoints/get-response.xsd',
  las: 'schemas/ewp-specs-api-omobility-las-v1.2.0/endpoints/get-response.xsd',
}

before(() => {
  if (there) registerCatalogue()
})
after(() => xmlCleanupInputProvider())

function faults(xml: string, schema: string): string[] {
  using document = XmlDocument.fromString(xml)
  return validate(document, join(ewp, schema))
}

const example = (name: string) => readFileSync(join(ewp, 'examples/ewp', name))

describe('documents about mobility', { skip }, () => {
  test('omobilities v3: the official example is read whole, and comes out valid and the same', () => {
    const read = readEwp(example('ewp-specs-api-omobilities-endpoints-get-response-example.xml'))
    assert.ok(!isRefused(read) && read.kind === 'omobilities')
    const [mobility] = read.mobilities as [EwpMobility]
    assert.equal(mobility.givenNames[1]?.text, 'Иван Петрович')
    assert.equal(mobility.givenNames[1]?.language, 'ru-Cyrl')
    assert.equal(mobility.sendingTerm, '2022/2023-2/2')
    const written = writeOmobilities(read.mobilities)
    assert.deepEqual(faults(written, schemas.omobilities), [])
    assert.deepEqual(readEwp(new TextEncoder().encode(written)), read)
  })

  test('omobilities v3: markup in a name, a stay outside of terms and every status stay valid', () => {
    const read = readEwp(example('ewp-specs-api-omobilities-endpoints-get-response-example.xml'))
    assert.ok(!isRefused(read) && read.kind === 'omobilities')
    for (const status of ['pending', 'approved', 'rejected', 'cancelled'] as const) {
      const written = writeOmobilities(
        read.mobilities.map((each) => ({
          ...each,
          status,
          sendingTerm: null,
          comment: '<b>&"\u0007',
          nationality: 'XX',
          gender: '0',
          attributes: 'short-term-blended',
        })),
      )
      assert.deepEqual(faults(written, schemas.omobilities), [])
    }
  })

  test('omobility-las v1: the official example is read, with every reason, and comes out valid', () => {
    const read = readEwp(example('ewp-specs-api-omobility-las-examples-get-response-example.xml'))
    assert.ok(!isRefused(read) && read.kind === 'las')
    const [la] = read.agreements as [EwpLearningAgreement]
    assert.deepEqual(
      la.proposal?.components.map(({ status, reason }) => [status, reason]),
      [
        ['inserted', 'substituting-deleted'],
        ['deleted', 'language-mismatch'],
      ],
    )
    assert.equal(la.first?.components.length, 3)
    const whole = { ...la, startsOn: '2019-02-01', endsOn: '2019-06-30' }
    assert.deepEqual(faults(writeLearningAgreements([whole]), schemas.las), [])
    const unsigned = { ...whole, first: null, approved: null, proposal: null }
    assert.deepEqual(faults(writeLearningAgreements([unsigned]), schemas.las), [])
  })

  test('imobility-tors v2: the ELMO document comes out as it stands in the file', () => {
    const file = 'ewp-specs-api-imobility-tors-endpoints-get-response-example.xml'
    const read = readEwp(example(file))
    assert.ok(!isRefused(read) && read.kind === 'tors')
    assert.deepEqual(read.transcripts[0]?.mobilityIds, ['b1ab0888-a5ce-45e8-8c51-e3c6f677b58f'])
    for (const { elmo } of read.transcripts) {
      assert.match(elmo, /^<elmo [\s\S]*<\/elmo>$/)
      assert.ok(example(file).toString('utf8').includes(elmo))
    }
    const written = writeTranscripts(
      read.transcripts.map(({ mobilityIds, elmo }) => ({ mobilityId: mobilityIds[0]!, elmo })),
    )
    assert.deepEqual(faults(written, schemas.tors), [])
  })

  test('what is no document about mobility is refused with a word', () => {
    const texts = ['', '<a/>', '<!DOCTYPE a><a/>', '<broken', '<elmo xmlns="urn:x"/>']
    for (const text of texts) {
      assert.ok(isRefused(readEwp(new TextEncoder().encode(text))), text)
    }
  })
})
