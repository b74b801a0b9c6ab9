import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { renderPdf, words } from '#kernel/documents'
import { addPasskey, beginPasskey } from '#kernel/identity'
import { isRefused } from '#kernel/database'
import { Authenticator } from '../../../../test/harness/authenticator.ts'
import { cast, csrfOf, testSite } from '../../../../test/harness/site.ts'
import { verifyEvidence } from '../evidence/verify.ts'
import { evidenceInPdf } from '../evidence/from-pdf.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people } = cast
const { database } = site.house

const pdfOf = (text: string) =>
  renderPdf({
    language: 'en',
    title: text,
    now: site.clock.now,
    blocks: [{ kind: 'paragraph', words: words('en', text) }],
  })

async function post(
  form: string,
  path: string,
  fields: Record<string, string>,
  cookie: string | null,
  file: Uint8Array | null = null,
  name = 'agreement.pdf',
) {
  const signedIn = cookie ? { cookie } : {}
  const body = new FormData()
  const csrf = csrfOf(await (await site.ask(form, signedIn)).text())
  for (const [key, value] of Object.entries({ csrf, ...fields })) body.set(key, value)
  if (file) body.set('file', new File([file as never], name))
  return site.ask(path, { method: 'POST', body, ...signedIn })
}

const office = await site.signInAs(people.coordinatorAu)

/** Opens a document with one signer by mail; gives its path. */
async function open(title: string, signer: Record<string, string> = {}): Promise<string> {
  const at = '/en/signing/documents/new'
  const made = await post(at, at, { title }, office, await pdfOf(title))
  assert.equal(made.status, 303, await made.text())
  const path = made.headers.get('location')!
  const fields = {
    who: 'email',
    name: 'Camille Roux',
    email: 'camille.roux@studio.example',
    language: 'fr',
    label: 'partner',
    act: 'sign',
    group: '1',
    ...signer,
  }
  assert.equal((await post(path, `${path}/signers`, fields, office)).status, 303)
  return path
}

const send = (path: string) => post(path, `${path}/sending`, {}, office)

async function stepOf(path: string): Promise<string> {
  const { rows } = await database.execute(
    'select id from signing_steps where document_id = $1 order by version desc, position limit 1',
    [path.split('/').at(-1)],
  )
  return String(rows[0]!['id'])
}

async function linksTo(address: string): Promise<string[]> {
  const { rows } = await database.execute(
    'select content from mails where to_address = $1 order by created_at desc, id desc',
    [address],
  )
  return rows.flatMap((row) => JSON.stringify(row['content']).match(/\/act\/[\w-]+/g) ?? [])
}

async function text(path: string, cookie: string | null = office): Promise<string> {
  const answer = await site.ask(path, cookie ? { cookie } : {})
  assert.equal(answer.status, 200, path)
  return answer.text()
}

describe('a passkey', () => {
  test('signs the hash of the document itself, which the evidence proves to anybody', async () => {
    const { identity } = site.services
    const key = new Authenticator(identity.siteUrl.origin)
    const cookie = await site.signInAs(people.administratorAu)
    const { rows: sessions } = await database.execute(
      'select id from sign_in_sessions where person_id = $1 order by id desc limit 1',
      [people.administratorAu],
    )
    const sessionId = String(sessions[0]!['id'])
    const as = <T>(verb: Parameters<typeof site.house.runner.perform<T>>[1]) =>
      site.house.runner.perform(
        {
          actor: { kind: 'person', personId: people.administratorAu, grants: [] },
          now: site.clock.now,
          language: 'en',
        },
        verb,
      )
    const options = await as((work) => beginPasskey(work, identity, { sessionId }))
    assert(!isRefused(options))
    const response = key.create(options as never)
    const added = await as((work) =>
      addPasskey(work, identity, { sessionId, response, label: 'Test' }),
    )
    assert(!isRefused(added))
    const signedIn = `weft=${added.token}`
    assert(cookie !== signedIn)
    const sign = async (path: string, sha256?: string, of = path) => {
      const step = `/en/signing/steps/${await stepOf(path)}`
      const html = await text(step, signedIn)
      const shown = sha256 ?? /passkey\?sha256=([0-9a-f]{64})/.exec(html)![1]!
      const headers = {
        'content-type': 'application/json',
        accept: 'application/json',
        'x-csrf-token': /data-csrf="([^"]+)"/.exec(html)![1]!,
      }
      const ask = (address: string, body: unknown) =>
        site.ask(address, { method: 'POST', cookie: signedIn, headers, body: JSON.stringify(body) })
      const asked = await ask(`/en/signing/steps/${await stepOf(of)}/passkey/options`, {})
      assert.equal(asked.status, 200, await asked.clone().text())
      const answer = key.get((await asked.json()) as never)
      return ask(`${step}/passkey?sha256=${shown}`, answer)
    }
    const { rows } = await database.execute(
      'select address from person_emails where person_id = $1 and is_primary',
      [people.administratorAu],
    )
    const mine = { email: String(rows[0]!['address']) }
    const one = await open('By passkey', mine)
    const two = await open('Another', mine)
    assert.equal((await send(one)).status, 303)
    assert.equal((await send(two)).status, 303)
    assert.equal((await sign(one, 'b'.repeat(64))).status, 409, 'another version in another tab')
    assert.equal((await sign(one, undefined, two)).status, 422, 'the challenge of another document')
    const signed = await sign(one)
    assert.equal(signed.status, 200, await signed.clone().text())
    assert.match(JSON.stringify(await signed.json()), /signing\/steps/)
    assert.match(await text(one), /By a passkey of a signed-in person/)
    const evidence = await site.ask(`${one}/evidence`, { cookie: office })
    const inside = evidenceInPdf(new Uint8Array(await evidence.arrayBuffer()))!
    const verified = verifyEvidence(inside)
    assert(typeof verified !== 'string', String(verified))
    assert(inside.includes('clientDataJSON'))
  })
})

describe('a guest who signed', () => {
  test('gets their copy and the evidence by mail, in their language', async () => {
    const path = await open('For a copy')
    await send(path)
    const [link] = await linksTo('camille.roux@studio.example')
    const html = await text(`/fr${link}`, null)
    const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(html)![1]!
    const signed = await post(`/fr${link}`, `/fr${link}`, { answer: 'sign', sha256 }, null)
    assert.equal(signed.status, 303)
    const [copy] = await linksTo('camille.roux@studio.example')
    assert.notEqual(copy, link)
    assert.match(await text(`/fr${copy}`, null), /Tous ont signé/)
    for (const name of ['document.pdf', 'evidence.pdf']) {
      const file = await site.ask(`/fr${copy}/files/${name}`)
      assert.equal(file.headers.get('content-type'), 'application/pdf', name)
    }
  })
})

describe('an office', () => {
  test('changes the days of a draft, and not of what was sent', async () => {
    const path = await open('With days')
    const days = { dueOn: '2026-12-10', expiresOn: '2026-12-20' }
    assert.equal((await post(path, `${path}/days`, days, office)).status, 303)
    const early = { dueOn: '2026-12-10', expiresOn: '2026-12-01' }
    assert.equal((await post(path, `${path}/days`, early, office)).status, 422)
    assert.equal((await post(path, `${path}/days`, { dueOn: 'soon' }, office)).status, 422)
    await send(path)
    assert.match(await text(path), /10 December 2026/)
    assert.equal((await post(path, `${path}/days`, days, office)).status, 409)
  })

  test('keeps a file of a licensed provider, told as not checked, and further scans of a paper', async () => {
    const path = await open('On paper', { means: 'paper' })
    const pdf = await pdfOf('A qualified signature')
    const draft = { provider: 'Universign' }
    assert.equal((await post(path, `${path}/qualified`, draft, office, pdf)).status, 409)
    await send(path)
    assert.equal((await post(path, `${path}/qualified`, {}, office, pdf)).status, 422)
    assert.equal((await post(path, `${path}/qualified`, draft, office, pdf)).status, 303)
    const html = await text(path)
    assert.match(html, /not checked by us/)
    const href = /href="([^"]+\/attachments\?file=[^"]+)"/.exec(html)![1]!
    assert.equal((await site.ask(href, { cookie: office })).status, 200)
    const pku = await site.signInAs(people.coordinatorPku)
    assert.equal((await site.ask(href, { cookie: pku })).status, 404)
    const other = await open('Another document')
    const moved = href.replace(path.split('/').at(-1)!, other.split('/').at(-1)!)
    assert.equal((await site.ask(moved, { cookie: office })).status, 404)
    const noSignature = { signature: crypto.randomUUID() }
    assert.equal((await post(path, `${path}/scans`, noSignature, office, pdf)).status, 422)
  })

  test('finds a document by a part of its title, and sees on its home what is out', async () => {
    const path = await open('Memorandum of looms')
    const found = new RegExp(path.split('/').at(-1)!)
    assert.match(await text('/en/search?q=Memorandum+of+looms'), found)
    const pku = await site.signInAs(people.coordinatorPku)
    assert.doesNotMatch(await text('/en/search?q=Memorandum+of+looms', pku), found)
    assert.match(await text('/en/'), /Out for signing/)
  })
})
