import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { makeSigner } from '../testing/certificates.fixture.ts'
import { elmoCourse, elmoOf } from '../testing/documents.fixture.ts'
import { dsig, type How, put, signed } from '../testing/signed.fixture.ts'
import { readCertificate } from './certificate.ts'
import { parseElmo } from './elmo.ts'
import { alteredLines, readElmoTranscript } from './read-transcript.ts'

const signer = makeSigner()
const other = makeSigner({ name: 'Somebody else' })
const curve = makeSigner({ kind: 'ec' })

/** What is found of a document's signature, and the titles and grades that were read. */
function found(xml: string) {
  const result = parseElmo(xml)
  assert.ok(result.ok, JSON.stringify(result.issues))
  const { signature, reports } = result.document
  const courses = reports.flatMap(({ courses: each }) => each)
  return { signature, grades: courses.map(({ resultLabel }) => resultLabel), issues: result.issues }
}

describe('an enveloped signature that holds', () => {
  for (const [name, how, by] of [
    ['RSA, SHA-256', {}, signer],
    ['RSA, SHA-512', { hash: 'sha512' }, signer],
    ['exclusive canonical form', { canonical: 'exclusive' }, signer],
    ['a prefix', { prefix: 'ds' }, signer],
    ['ECDSA, SHA-256', {}, curve],
  ] as [string, How, typeof signer][]) {
    test(`is intact: ${name}`, () => {
      const { signature, grades } = found(signed(elmoOf(), by, how))
      assert.equal(signature?.state, 'intact')
      assert.deepEqual(signature.weak, [])
      assert.match(signature.certificate?.subject ?? '', /Peking University/)
      assert.deepEqual(grades, ['88', '91'])
    })
  }

  test('is intact with namespaces, comments, entities and a CDATA section in the document', () => {
    const title = '视觉 &amp; 叙事 <!-- x --> &#x20; <![CDATA[<b>]]>'
    const xml = elmoOf({ title }).replace(
      '<elmo ',
      '<elmo xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ',
    )
    assert.equal(found(signed(xml, signer)).signature?.state, 'intact')
  })

  test('is weak where it rests on SHA-1 or on a short key', () => {
    const sha1 = found(signed(elmoOf(), signer, { hash: 'sha1' })).signature
    assert.deepEqual([sha1?.state, sha1?.weak], ['intact', ['sha1']])
    const short = found(signed(elmoOf(), makeSigner({ bits: 1024 }))).signature
    assert.deepEqual([short?.state, short?.weak], ['intact', ['short-key']])
  })

  test('keeps the places of remarks as in the file', () => {
    const wrong = elmoOf({ course: elmoCourse('PKU103', 'X', '70', 'many') })
    const place = (xml: string) => found(xml).issues.map(({ line, key }) => [line, key])
    assert.deepEqual(place(signed(wrong, signer)), place(wrong))
  })
})

describe('a signature that does not hold', () => {
  const reasonOf = (xml: string) => {
    const { signature } = found(xml)
    return [signature?.state, signature?.reason]
  }
  const good = signed(elmoOf(), signer)

  test('says that the content was changed', () => {
    const changed = good.replace('>88<', '>98<')
    assert.deepEqual(reasonOf(changed), ['broken', 'content-changed'])
    assert.deepEqual(reasonOf(good.replace('Pimchanok', 'Thanawat')), ['broken', 'content-changed'])
  })

  test('says that another key signed than the certificate’s', () => {
    assert.deepEqual(reasonOf(good.replaceAll(signer.certificate, other.certificate)), [
      'broken',
      'value-wrong',
    ])
    const value = /<SignatureValue>([^<]+)/.exec(good)![1]!
    const flipped = Buffer.from(value, 'base64')
    flipped[9]! ^= 1
    assert.deepEqual(reasonOf(good.replace(value, flipped.toString('base64'))), [
      'broken',
      'value-wrong',
    ])
  })

  test('does not take a key of another kind for the named algorithm', () => {
    const method = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
    assert.deepEqual(reasonOf(signed(elmoOf(), curve, { signature: method })), [
      'broken',
      'value-wrong',
    ])
  })

  test('of the advanced kind, or over another canonical form, cannot be checked here, which is no fault of it', () => {
    const advanced =
      '<Object><e:QualifyingProperties xmlns:e="http://uri.etsi.org/01903/v1.3.2#"/></Object>'
    const xades = good.replace('</Signature>', `${advanced}</Signature>`)
    assert.deepEqual(reasonOf(xades), ['unverifiable', 'algorithm'])
    assert.equal(found(xades).signature?.algorithm, 'XAdES')
    const c14n11 = '<Transform Algorithm="http://www.w3.org/2006/12/xml-c14n11"/>'
    const transforms = `<Transform Algorithm="${dsig}enveloped-signature"/>${c14n11}`
    assert.deepEqual(reasonOf(signed(elmoOf(), signer, { transforms })), [
      'unverifiable',
      'algorithm',
    ])
  })

  test('does not take algorithms that are on no list', () => {
    for (const signature of [
      `${dsig}hmac-sha1`,
      'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256',
      `${dsig}dsa-sha1`,
      'http://www.w3.org/2001/04/xmldsig-more#rsa-md5',
      '',
    ]) {
      assert.deepEqual(reasonOf(signed(elmoOf(), signer, { signature })), [
        'unverifiable',
        'algorithm',
      ])
    }
    const xslt = `<Transform Algorithm="${dsig}enveloped-signature"/><Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/>`
    assert.deepEqual(reasonOf(signed(elmoOf(), signer, { transforms: xslt })), [
      'unverifiable',
      'algorithm',
    ])
    assert.deepEqual(reasonOf(signed(elmoOf(), signer, { digest: 'urn:md5' })), [
      'unverifiable',
      'algorithm',
    ])
  })

  test('cannot be checked without a certificate', () => {
    const { n, e } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
      format: 'jwk',
    })
    for (const keyInfo of [
      '',
      '<KeyInfo><KeyName>peking</KeyName></KeyInfo>',
      `<KeyInfo><KeyValue><RSAKeyValue><Modulus>${n}</Modulus><Exponent>${e}</Exponent></RSAKeyValue></KeyValue></KeyInfo>`,
    ]) {
      assert.deepEqual(reasonOf(signed(elmoOf(), signer, { keyInfo })), [
        'unverifiable',
        'no-certificate',
      ])
    }
    const keyInfo =
      '<KeyInfo><X509Data><X509Certificate>bm9uZQ==</X509Certificate></X509Data></KeyInfo>'
    assert.deepEqual(reasonOf(signed(elmoOf(), signer, { keyInfo })), [
      'unverifiable',
      'certificate-unreadable',
    ])
  })

  test('is none when it covers a part, or nothing that is there', () => {
    for (const uri of ['#report', '#', 'https://example.org/x.xml', '#xpointer(/)']) {
      assert.deepEqual(reasonOf(signed(elmoOf(), signer, { uri })), ['broken', 'not-on-the-whole'])
    }
    const bare = '<Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>'
    assert.deepEqual(reasonOf(signed(elmoOf(), signer, { transforms: bare })), [
      'broken',
      'not-on-the-whole',
    ])
  })
})

describe('wrapping', () => {
  const good = signed(elmoOf(), signer)
  const signature = /<Signature .*<\/Signature>/s.exec(good)![0]
  const forged = elmoOf().replace('>88<', '>100<')
  const stateOf = (xml: string) => found(xml).signature

  for (const [name, xml] of [
    ['the signed document within another', put(forged, good.replace(/^<\?xml[^>]*>/, ''))],
    ['the signature deeper down', forged.replace('<learner>', `<learner>${signature}`)],
    ['a second signature', put(good, signature)],
    [
      'the signed document in an Object of the signature',
      put(
        forged,
        signature.replace('</Signature>', `<Object>${elmoOf().slice(38)}</Object></Signature>`),
      ),
    ],
    ['a second reference', good.replace(/(<Reference URI="">.*?<\/Reference>)/s, '$1$1')],
    ['a second SignedInfo', good.replace(/(<SignedInfo>.*?<\/SignedInfo>)/s, '$1$1')],
    [
      'a second digest',
      good.replace(/(<DigestValue>.*?<\/DigestValue>)/s, '<DigestValue>AAAA</DigestValue>$1'),
    ],
    [
      'an algorithm hidden in the key’s place',
      good.replace('<KeyInfo>', `<KeyInfo><SignatureMethod Algorithm="${dsig}hmac-sha1"/>`),
    ],
  ] as const) {
    test(`${name} is no signature of the whole`, () => {
      const state = stateOf(xml)
      assert.equal(state?.state, 'broken')
      assert.ok(
        ['structure', 'several-signatures', 'not-on-the-whole'].includes(state.reason!),
        state.reason!,
      )
    })
  }

  test('a comment in the digest, by which a signature once covered something else (CVE-2025-29775), changes nothing', () => {
    const digest = /<DigestValue>([^<]+)/.exec(good)![1]!
    assert.deepEqual(found(good.replace(digest, `<!--AAAA-->${digest}`)).grades, ['88', '91'])
    const split = forged.replace(
      '</elmo>',
      `${signature.replace(digest, `<!--${digest}-->AAAA`)}</elmo>`,
    )
    assert.equal(stateOf(split)?.state, 'broken')
  })

  test('a document type declaration is refused before anything is looked at', () => {
    const result = parseElmo(good.replace('?>', '?><!DOCTYPE elmo [<!ATTLIST elmo Id ID "x">]>'))
    assert.deepEqual([result.ok, result.issues[0]?.key], [false, 'elmo.doctype'])
  })

  test('what is read is what an intact signature covers, wherever something is put in', () => {
    const places = [...good.matchAll(/(?<=>)(?=<)/g)].map(({ index }) => index)
    const parts = [
      elmoCourse('EVIL', 'X', '100'),
      signature,
      '<resultLabel>100</resultLabel>',
      '<!-- 100 -->',
      '<?x 100?>',
      '100',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...parts), (place, part) => {
        const result = parseElmo(good.slice(0, place) + part + good.slice(place))
        if (!result.ok || result.document.signature?.state !== 'intact') return
        const read = result.document.reports.flatMap(({ courses }) => courses)
        assert.deepEqual(
          read.map(({ resultLabel }) => resultLabel),
          ['88', '91'],
        )
      }),
      { seed: 20_261_125, numRuns: 400 },
    )
  })
})

test('what a person changes in a signed transcript is counted', () => {
  const reading = readElmoTranscript(Buffer.from(signed(elmoOf(), signer)))
  assert.ok(reading.ok)
  const { content } = reading
  assert.equal(alteredLines(content), 0)
  const [first, second] = content.lines
  const lines = [{ ...first!, grade: '100' }, second!]
  assert.equal(alteredLines({ ...content, lines }), 1)
  assert.equal(
    alteredLines({ ...content, lines: [{ ...first!, grade: '100', take: false }, second!] }),
    0,
  )
  assert.equal(alteredLines({ ...content, lines: [...lines, { ...second!, id: '00009' }] }), 2)
})

test('a certificate is read from PEM, Base64 and no other text', () => {
  const facts = readCertificate(signer.certificate)!
  assert.equal(readCertificate(facts.pem)?.fingerprint, facts.fingerprint)
  assert.deepEqual(
    [facts.key, facts.isShort, facts.notBefore.slice(0, 10)],
    ['RSA 2048', false, '2024-01-01'],
  )
  assert.equal(readCertificate(curve.certificate)?.key, 'EC prime256v1')
  for (const text of ['', 'x', 'AAAA', '-----BEGIN CERTIFICATE-----', 'A'.repeat(100_000)]) {
    assert.equal(readCertificate(text), null)
  }
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      (text) => readCertificate(text) === null,
    ),
    { seed: 20_261_125 },
  )
})
