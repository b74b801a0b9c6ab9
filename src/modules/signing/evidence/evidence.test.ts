import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { statementCode } from '#kernel/documents'
import { grantsOf } from '#modules/alliance'
import { cast, csrfOf, testSite } from '../../../../test/harness/site.ts'
import { signingCommand } from '../commands.ts'
import { withdrawDocument } from '../service/rounds.ts'
import { sha256 } from '../service/records.ts'
import { evidenceInPdf } from './from-pdf.ts'
import { verifyEvidence } from './verify.ts'

const site = await testSite({ seed: ['alliance', 'signing'] })
const folder = await mkdtemp(join(tmpdir(), 'weft-evidence-'))
after(async () => {
  await site.close()
  await rm(folder, { recursive: true, force: true })
})
const { people } = cast

/** The document of the demonstration that all have signed. */
const { rows: found } = await site.house.database.execute(
  "select d.id, v.sha256 from signing_documents d join signing_versions v on v.document_id = d.id where d.state = 'signed'",
)
const [document] = found as { id: string; sha256: string }[]

async function bytesAt(path: string, personId: string): Promise<Buffer> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, 200, path)
  assert.equal(answer.headers.get('content-type'), 'application/pdf')
  return Buffer.from(await answer.arrayBuffer())
}

const evidence = await bytesAt(
  `/en/signing/documents/${document!.id}/evidence`,
  people.coordinatorAu,
)
const signed = await bytesAt(`/en/signing/documents/${document!.id}/file`, people.coordinatorAu)
const key = [...site.house.signer.publicKeys.values()][0]!
const text = evidenceInPdf(evidence)!

describe('evidence in a PDF', () => {
  test('is found there, whole in itself and signed by the house', () => {
    const verified = verifyEvidence(text, key)
    assert.ok(typeof verified !== 'string', String(verified))
    assert.equal(verified.isSealed, true)
    assert.deepEqual(
      verified.entries.map(({ what }) => what),
      ['version-added', 'sent', 'approved', 'signed', 'signed', 'signed-by-all'],
    )
    assert.match(verified.entries[3]!.name ?? '', /[A-Z]/)
    assert.equal(verified.pdfSha256, sha256(signed))
  })

  test('shows every alteration: a name, an entry, their order, the hash, the seal', () => {
    type Parsed = {
      sha256: string
      keeper: Record<string, string>
      chain: { body: string; hash: string; personal: Record<string, { value: string }> }[]
    }
    const changed = (change: (evidence: Parsed) => void) => {
      const parsed = JSON.parse(text) as Parsed
      change(parsed)
      return verifyEvidence(JSON.stringify(parsed), key)
    }
    const faults = [
      changed(({ chain }) => (chain[3]!.personal['name']!.value = 'Somebody Else')),
      changed(({ chain }) => (chain[3]!.body = chain[3]!.body.replace('electronic', 'paper'))),
      changed(({ chain }) => chain.splice(2, 1)),
      changed((parsed) => (parsed.sha256 = 'a'.repeat(64))),
      changed((parsed) => (parsed.keeper = { en: 'Another school' })),
      verifyEvidence('{"format":"weft-evidence-1"}', key),
    ]
    assert.deepEqual(faults, [
      'name-altered',
      'entry-altered',
      'chain-broken',
      'other-document',
      'seal-false',
      'no-evidence',
    ])
  })

  test('is nothing that another file could be taken for', () => {
    assert.equal(evidenceInPdf(signed), null)
    assert.equal(evidenceInPdf(new Uint8Array()), null)
  })
})

/** Asks the public page, as somebody without an account. */
async function check(file: Uint8Array | null, code = ''): Promise<string> {
  const at = '/en/document-checks'
  const body = new FormData()
  body.set('csrf', csrfOf(await (await site.ask(at)).text()))
  body.set('code', code)
  if (file) body.set('file', new File([file as never], 'a.pdf', { type: 'application/pdf' }))
  const answer = await site.ask(at, { method: 'POST', body })
  assert.equal(answer.status, 200)
  return answer.text()
}

describe('anybody who holds a document', () => {
  test('is told that it counts, by the PDF, by its evidence and by its code, and no name', async () => {
    const code = statementCode(document!.sha256)
    const answers = [
      await check(signed),
      await check(evidence),
      await check(null, code.toLowerCase()),
      await (await site.ask(`/en/document-checks/${code}`)).text(),
    ]
    for (const html of answers) {
      assert.match(html, /Genuine, signed by all, and in force/)
      assert.doesNotMatch(html, /Nattaya|Kim|บันทึกข้อตกลง/)
    }
  })

  test('is told of an altered PDF, altered evidence, a code of nothing and nothing at all', async () => {
    const other = Buffer.from(signed)
    other[other.length - 8] = other[other.length - 8]! ^ 1
    assert.match(await check(other), /was not signed here, or it was altered/)
    // A paper made anew around the evidence, with one word of it changed.
    const around = (inside: string) =>
      Buffer.from(`%PDF-1.7\n1 0 obj <</Type /EmbeddedFile>> stream\n${inside}\nendstream endobj\n`)
    const another = text.replace('\\"means\\":\\"electronic', '\\"means\\":\\"by paper--')
    assert.notEqual(another, text)
    assert.match(await check(around(text)), /Genuine/)
    const forged = around(another)
    assert.match(await check(forged), /Altered: this evidence is not what was issued/)
    assert.match(await check(null, '7HQK-2MZP-9XWD'), /No document has this code/)
    assert.match(await check(null, 'hello'), /This is no code/)
    assert.match(await check(null), /Upload a PDF or type a code/)
  })

  test('finds nothing of a draft, and is told when a document is withdrawn', async () => {
    const { rows } = await site.house.database.execute(
      "select v.sha256 from signing_documents d join signing_versions v on v.document_id = d.id where d.state = 'draft'",
    )
    assert.match(await check(null, statementCode(String(rows[0]!['sha256']))), /No document has/)
    const now = site.clock.now
    const grants = await grantsOf(site.house.database.kysely, people.coordinatorAu, now)
    const actor = { kind: 'person' as const, personId: people.coordinatorAu, grants }
    const done = await site.house.runner.perform({ actor, now, language: 'en' }, (work) =>
      withdrawDocument(work, { documentId: document!.id, reason: 'Replaced' }),
    )
    assert.ok(!isRefused(done))
    assert.match(await check(signed), /withdrawn: it counts no more/)
    assert.match(await check(evidence), /withdrawn: it counts no more/)
  })
})

describe('weft signing verify', () => {
  const run = (words: readonly string[], options: Record<string, string> = {}) =>
    signingCommand.alone({ words, options, now: site.clock.now, language: 'en' })

  test('checks files alone: the evidence, the document and the key', async () => {
    const paths = ['evidence.pdf', 'document.pdf', 'key.pem'].map((name) => join(folder, name))
    await writeFile(paths[0]!, evidence)
    await writeFile(paths[1]!, signed)
    await writeFile(paths[2]!, key.export({ type: 'spki', format: 'pem' }))
    const whole = await run(['verify', paths[0]!, paths[1]!], { key: paths[2]! })
    assert.equal(whole.exitCode, 0)
    assert.ok(whole.lines.some((line) => line.key === 'command.same-document'))
    assert.ok(whole.lines.some((line) => line.key === 'command.sealed'))
    const swapped = await run(['verify', paths[0]!, paths[0]!])
    assert.equal(swapped.exitCode, 1)
    assert.equal((await run(['verify', paths[1]!])).exitCode, 1, 'no evidence in it')
    assert.equal((await run(['verify', join(folder, 'none.pdf')])).exitCode, 2)
    assert.equal((await run([])).exitCode, 2)
  })
})
