import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { XmlDocument, xmlCleanupInputProvider } from 'libxml2-wasm'
import { isRefused } from '#kernel/database'
import { readXml } from '#kernel/files'
import {
  childrenOf,
  iiaHash,
  isApprovable,
  textToHash,
} from '../../src/modules/agreements/formats/iia-text.ts'
import type { Iia } from '../../src/modules/agreements/formats/iias-document.ts'
import { readIias } from '../../src/modules/agreements/formats/iias-read.ts'
import { hashOf, writeIias } from '../../src/modules/agreements/formats/iias-write.ts'
import {
  type Condition,
  conditionKinds,
  isOfStudents,
} from '../../src/modules/agreements/rules/conditions.ts'
import { cast, testSite } from '../harness/site.ts'
import { ewp, registerCatalogue, validate } from './ewp-schemas.ts'

const there = existsSync(ewp)
const skip = there || process.env.CI === 'true' ? false : 'no ../shared beside the checkout'
const schema = join(ewp, 'schemas/ewp-specs-api-iias-v7.0.0/endpoints/get-response.xsd')

before(() => {
  if (there) registerCatalogue()
})
after(() => xmlCleanupInputProvider())

const published = [
  {
    file: 'examples/iia-hash-kit/get-response-v7.xml',
    hash: '87b33170d7a6c6d894215641f39e7b7de36501265479e5ab3922f32d5b225033',
    approvable: false,
  },
  {
    file: 'examples/ewp/ewp-specs-api-iias-endpoints-get-response-example.xml',
    hash: 'e950faa83a799cf45839e7915db88ed51575babe7845c1219dfde54ce30a61e4',
    approvable: true,
  },
]

function firstIia(xml: string) {
  const read = readXml(xml, { depth: 20, elements: 10_000 })
  assert(read.ok)
  return childrenOf(read.root, 'iia')[0]!
}

describe('the hash of an agreement', { skip }, () => {
  for (const { file, hash, approvable } of published) {
    test(`is the published one of ${file}`, () => {
      const xml = readFileSync(join(ewp, file), 'utf8')
      assert.equal(iiaHash(firstIia(xml)), hash)
      assert.equal(isApprovable(firstIia(xml)), approvable)
      const read = readIias(readFileSync(join(ewp, file)))
      assert(!isRefused(read))
      assert.equal(read[0]!.hash, hash)
      assert.equal(read[0]!.givenHash, hash)
    })
  }

  test('does not depend on contacts, and depends on ids, order and every condition', () => {
    const xml = readFileSync(join(ewp, published[1]!.file), 'utf8')
    const text = textToHash(firstIia(xml))
    assert.equal(text.length, 3863)
    assert(!/contact/.test(text))
    const changed = xml.replace(/<mobilities-per-year>(\d+)</, '<mobilities-per-year>1$1<')
    assert.notEqual(textToHash(firstIia(changed)), text)
    const other = xml.replace(/<iia-id>[^<]+</, '<iia-id>another<')
    assert.notEqual(textToHash(firstIia(other)), text)
  })
})

const condition = fc
  .record({
    key: fc.constant('x'),
    kind: fc.constantFrom(...conditionKinds),
    turned: fc.boolean(),
    sendingUnit: fc.constantFrom('', '140'),
    receivingUnit: fc.constantFrom('', 'u-2'),
    firstYear: fc.constantFrom('2026/2027', '2027/2028', '2028/2028'),
    lastYear: fc.constantFrom('2028/2029', '2030/2031'),
    seats: fc.integer({ min: 1, max: 9999 }),
    shared: fc.boolean(),
    amount: fc.constantFrom(null, '5', '4.5', '120'),
    fields: fc.array(
      fc.record({
        code: fc.constantFrom('0211', '0314'),
        clarification: fc.constantFrom('', 'Arts & <design>', '艺术'),
      }),
      { maxLength: 2 },
    ),
    languages: fc.array(
      fc.record({
        language: fc.constantFrom('en', 'zh-Hans', 'th'),
        level: fc.constantFrom(null, 'B2'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    levels: fc.subarray([5, 6, 7, 8]),
    blended: fc.boolean(),
    terms: fc.constantFrom('', 'Housing & "fees"', 'สัญญา ๑'),
  })
  .map(({ turned, ...rest }): Condition => {
    const students = isOfStudents(rest.kind)
    return {
      ...rest,
      sending: turned ? 'b.example' : 'a.example',
      receiving: turned ? 'a.example' : 'b.example',
      levels: students ? rest.levels : [],
      blended: students && rest.blended,
    }
  })

const iia = fc.array(condition, { maxLength: 6 }).map((conditions): Iia => ({
  partners: ['a.example', 'b.example'].map((heiId, place) => ({
    heiId,
    unitId: null,
    iiaId: `id-${place}`,
    iiaCode: `ก & ${place}`,
    signing: place === 0 ? { name: 'Office <1>', email: 'office@a.example' } : null,
    signedOn: null,
    contacts: [{ name: '国际交流处', email: null }],
  })),
  inEffect: true,
  terminated: false,
  conditions,
}))

/** Without the null prototypes of generated values. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

describe('documents that are written', { skip }, () => {
  test('are valid against the schema, carry their hash, and say the same when they are read', () => {
    fc.assert(
      fc.property(iia, (written) => {
        const xml = writeIias([written])
        using document = XmlDocument.fromString(xml)
        assert.deepEqual(validate(document, schema), [])
        const read = readIias(new TextEncoder().encode(xml))
        assert(!isRefused(read))
        assert.equal(read[0]!.hash, hashOf(written))
        assert.equal(read[0]!.givenHash, hashOf(written))
        assert(read[0]!.isApprovable)
        const byKind = conditionKinds.flatMap((kind) =>
          written.conditions.filter((each) => each.kind === kind),
        )
        assert.deepEqual(
          read[0]!.conditions.map((each) => ({ ...each, key: 'x' })),
          plain(byKind),
        )
        assert.deepEqual(read[0]!.partners, plain(written.partners))
      }),
      { seed: 20261126, numRuns: 60 },
    )
  })
})

describe('what the house hands out', { skip }, () => {
  test('is valid against the schema with every kind of agreement in it, alone and many together', async () => {
    const site = await testSite({ seed: ['alliance', 'agreements'] })
    try {
      const cookie = await site.signInAs(cast.people.coordinatorAu)
      const bytesOf = async (path: string) => {
        const answered = await site.ask(path, { cookie })
        assert.equal(answered.status, 200, path)
        return new Uint8Array(await answered.arrayBuffer())
      }
      const { rows } = await site.house.database.execute(
        `select c.id from agreement_copies c join agreements a on a.id = c.agreement_id
         where c.organisation_id = $1 and c.sent_version_id is not null and a.state <> 'withdrawn'`,
        [cast.organisations.au],
      )
      const alone = rows.map(({ id }) => `/en/agreements/${String(id)}/iias.xml`)
      assert.ok(alone.length >= 3)
      const counts = new Map<string, number>()
      const together = '/en/agreements/iias.xml'
      for (const path of [together, ...alone]) {
        const bytes = await bytesOf(path)
        using document = XmlDocument.fromBuffer(bytes)
        assert.deepEqual(validate(document, schema), [], path)
        const read = readIias(bytes)
        assert(!isRefused(read), path)
        for (const { hash, givenHash } of read) assert.equal(givenHash, hash, path)
        counts.set(path, read.length)
      }
      const each = alone.map((path) => counts.get(path)!)
      assert.equal(
        counts.get(together),
        each.reduce((sum, count) => sum + count, 0),
      )
    } finally {
      await site.close()
    }
  })
})

describe('documents that are refused', () => {
  const valid = writeIias([
    {
      partners: ['a.example', 'b.example'].map((heiId) => ({
        heiId,
        unitId: null,
        iiaId: 'i',
        iiaCode: null,
        signing: null,
        signedOn: null,
        contacts: [],
      })),
      inEffect: false,
      terminated: false,
      conditions: [],
    },
  ])
  const entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'
  const cases: [string, string | Uint8Array, string][] = [
    ['a document type', valid.replace('?>', `?>${entity}`), 'ewp.doctype'],
    ['an external entity', `<!DOCTYPE x SYSTEM "file:///etc/passwd">${valid}`, 'ewp.doctype'],
    ['broken XML', valid.replace('</iia>', ''), 'ewp.broken'],
    ['nothing', '', 'ewp.broken'],
    ['deep nesting', `${'<a>'.repeat(50)}${'</a>'.repeat(50)}`, 'ewp.broken'],
    [
      'another format',
      '<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v2"/>',
      'ewp.other-format',
    ],
    ['version 6', valid.replaceAll('stable-v7', 'stable-v6'), 'ewp.other-format'],
    ['broken bytes', new Uint8Array([0x3c, 0xff, 0xfe, 0x3e]), 'ewp.encoding'],
    ['a hash that is none', valid.replace(/<iia-hash>[^<]+/, '<iia-hash>x'), 'ewp.value'],
    ['one partner', valid.replace(/<partner>.*?<\/partner>/, ''), 'ewp.value'],
  ]
  for (const [name, document, key] of cases) {
    test(name, () => {
      const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document
      const read = readIias(bytes)
      assert(isRefused(read), 'it was read')
      assert.equal(read.message.key, key)
    })
  }
})
