import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { renderPdf, statementCode, words } from '#kernel/documents'
import { cast, csrfOf, testSite } from '../../../../test/harness/site.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people, organisations } = cast
const { database } = site.house

const pdfOf = (text: string) =>
  renderPdf({
    language: 'en',
    title: text,
    now: site.clock.now,
    blocks: [{ kind: 'paragraph', words: words('en', text) }],
  })

async function upload(
  path: string,
  form: string,
  fields: Record<string, string>,
  file: Uint8Array,
) {
  const cookie = await site.signInAs(people.coordinatorAu)
  const csrf = csrfOf(await (await site.ask(form, { cookie })).text())
  const body = new FormData()
  for (const [name, value] of Object.entries({ csrf, ...fields })) body.set(name, value)
  body.set('file', new File([file as never], 'scan.pdf', { type: 'application/pdf' }))
  return site.ask(path, { method: 'POST', cookie, body })
}

const by = async (path: string, fields: Record<string, string>, form = path) =>
  site.send(
    form.split('/').slice(0, 5).join('/'),
    path,
    fields,
    await site.signInAs(people.coordinatorAu),
  )

async function textOf(path: string, personId: string = people.coordinatorAu): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, 200, path)
  return answer.text()
}

/** A document that is out for signing, by the signers that the forms name. */
async function sent(title: string, signers: readonly Record<string, string>[]): Promise<string> {
  const at = '/en/signing/documents/new'
  const made = await upload(at, at, { title }, await pdfOf(title))
  const path = made.headers.get('location')!
  for (const [place, signer] of signers.entries()) {
    const fields = { label: 'institution', group: '1', act: 'sign', name: 'Lee Min', ...signer }
    const added = await by(`${path}/signers`, fields)
    assert.equal(added.status, 303, `signer ${place}: ${await added.text()}`)
  }
  assert.equal((await by(`${path}/sending`, {})).status, 303)
  return path
}

async function stepAndHash(path: string) {
  const { rows } = await database.execute(
    `select s.id, s.state, v.sha256 from signing_steps s join signing_versions v
       on v.document_id = s.document_id and v.number = s.version where s.document_id = $1 order by s.position`,
    [path.split('/').at(-1)],
  )
  return rows as { id: string; state: string; sha256: string }[]
}

const guest = { who: 'email', email: 'lee@partner.example', language: 'ko', means: 'paper' }

describe('a signature on paper', () => {
  test('is printed, scanned and taken down by the code on the paper, with where the original lies', async () => {
    const path = await sent('Signed on paper', [guest])
    const [step] = await stepAndHash(path)
    const { rows: mails } = await database.execute(
      "select id from mails where to_address = 'lee@partner.example'",
    )
    assert.equal(mails.length, 0, 'nobody is mailed a link for what is signed on paper')
    const sheet = await site.ask(`${path}/sheet`, {
      cookie: await site.signInAs(people.coordinatorAu),
    })
    assert.equal(sheet.headers.get('content-type'), 'application/pdf')
    const code = statementCode(step!.sha256)
    const fields = {
      step: step!.id,
      code,
      signedOn: '2026-11-22',
      original: 'Registrar, folder 12',
      compared: 'yes',
    }
    const scan = await pdfOf('the scan')
    const take = (change: Record<string, string>) =>
      upload(`${path}/paper`, path, { ...fields, ...change }, scan)
    const faults: [Record<string, string>, RegExp][] = [
      [{ code: '7HQK-2MZP-9XWD' }, /This is a paper of another document/],
      [{ code: 'no code' }, /Type the code of 12 letters/],
      [{ signedOn: '2026-12-24' }, /not after today/],
      [{ signedOn: '2026-11-01' }, /not before the document was sent/],
      [{ original: '' }, /Say where it lies/],
      [{ compared: '' }, /Compare the paper with the document/],
    ]
    for (const [change, word] of faults) {
      const refused = await take(change)
      assert.equal(refused.status, 422)
      const html = await refused.text()
      assert.match(html, word)
      assert.match(html, /name="file-staged"/, 'the scan is kept for the next attempt')
    }
    assert.equal((await take({})).status, 303)
    assert.equal((await take({})).status, 409, 'taken down once')
    const html = await textOf(path)
    assert.match(html, /Signed by all/)
    assert.match(html, /On paper; the original: Registrar, folder 12/)
    const link = /href="([^"]+\/scans\/[0-9a-f-]+)"/.exec(html)?.[1]
    assert.ok(link, 'the scan can be looked at')
    const shown = await site.ask(link, { cookie: await site.signInAs(people.coordinatorAu) })
    assert.deepEqual(Buffer.from(await shown.arrayBuffer()), Buffer.from(scan))
  })

  test('is not taken down of somebody who signs electronically', async () => {
    const path = await sent('Electronic', [{ ...guest, means: 'electronic' }])
    const [step] = await stepAndHash(path)
    const fields = {
      step: step!.id,
      code: statementCode(step!.sha256),
      signedOn: '2026-11-22',
      original: 'Here',
      compared: 'yes',
    }
    const taken = await upload(`${path}/paper`, path, fields, await pdfOf('x'))
    assert.equal(taken.status, 409)
  })

  test('has originals that travel with a number and come', async () => {
    const path = await sent('With couriers', [{ ...guest, email: 'kim@partner.example' }])
    assert.equal((await by(`${path}/originals`, { copy: '', place: '' })).status, 422)
    const original = {
      copy: 'Copy 2 of 3',
      place: 'Saebyeok',
      carrier: 'EMS',
      tracking: 'EM123456785TH',
      sentOn: '2026-11-22',
    }
    assert.equal((await by(`${path}/originals`, original)).status, 303)
    assert.match(await textOf('/en/signing/originals?which=on-the-way'), /EMS EM123456785TH/)
    const receipt = /action="([^"]+\/receipt)"/.exec(await textOf(path))![1]!
    assert.equal((await by(receipt, {})).status, 303)
    assert.equal((await by(receipt, {})).status, 409)
    assert.doesNotMatch(await textOf('/en/signing/originals?which=on-the-way'), /EM123456785TH/)
    assert.match(await textOf('/en/signing/originals'), /Received 22 November 2026/)
    assert.doesNotMatch(
      await textOf('/en/signing/originals', people.coordinatorPku),
      /EM123456785TH/,
    )
  })
})

describe('signing together', () => {
  const office = { who: 'role', role: 'coordinator', at: organisations.au }

  test('signs each with its own hash, and one that has ended keeps none of the others', async () => {
    const paths = [
      await sent('First', [office]),
      await sent('Second', [office]),
      await sent('Third', [office]),
    ]
    const steps = (await Promise.all(paths.map(stepAndHash))).map(([step]) => step!)
    const cookie = await site.signInAs(people.coordinatorAu)
    const chosen = await site.send(
      '/en/signing/to-sign',
      '/en/signing/to-sign',
      { keys: steps.map(({ id }) => id) },
      cookie,
    )
    const bulk = chosen.headers.get('location')!
    const html = await (await site.ask(bulk, { cookie })).text()
    for (const step of steps) assert.ok(html.includes(`${step.id}:${step.sha256}`))
    const signed = steps.map(({ id, sha256 }) => `${id}:${sha256}`)
    assert.equal((await site.send(bulk, '/en/signing/bulk', { signed }, cookie)).status, 422)
    assert.equal((await by(`${paths[1]!}/withdrawal`, { reason: 'No' })).status, 303)
    const wrong = [signed[0]!, signed[1]!, `${steps[2]!.id}:${'c'.repeat(64)}`]
    const partly = await site.send(
      bulk,
      '/en/signing/bulk',
      { signed: wrong, confirm: 'yes' },
      cookie,
    )
    assert.equal(partly.status, 409)
    assert.match(await partly.text(), /1 signed; 2 not/)
    const states = (await Promise.all(paths.map(stepAndHash))).map(([step]) => step!.state)
    assert.deepEqual(states, ['done', 'ended', 'asked'])
    const last = { signed: [signed[2]!], confirm: 'yes' }
    assert.equal((await site.send(bulk, '/en/signing/bulk', last, cookie)).status, 303)
  })
})
