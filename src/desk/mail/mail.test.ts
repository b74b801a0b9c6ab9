import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, describe, test } from 'node:test'
import { registerSubscriptions, runSubscriptions, sealAll } from '#kernel/chronicle'
import { isRefused } from '#kernel/database'
import { readMail, recordIncoming, sendMail } from '#kernel/mail'
import { cast, testSite } from '../../../test/harness/site.ts'
import { m } from '../messages/index.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people, organisations } = cast
/** The mail of ours that the mails in `test/mails` answer and return. */
const ourId = '0199a0b0-0000-7000-8000-000000000001'
const path = '/en/mail'

async function takeIn(raw: Uint8Array): Promise<string> {
  const mail = await readMail(raw)
  assert.ok(!isRefused(mail))
  const taken = await site.perform((work) => recordIncoming(work, mail))
  assert.ok(!isRefused(taken))
  return taken.kind === 'mail' ? taken.incomingId : ''
}

const real = (name: string) =>
  readFileSync(new URL(`../../../test/mails/${name}.eml`, import.meta.url))

const written = (subject: string, ...lines: string[]) =>
  Buffer.from(
    ['From: Chai <chai@partner.example>', `Subject: ${subject}`, ...lines, ''].join('\r\n'),
  )

/** One mail of ours for Assumption University, to a student of it. */
await site.perform(async (work) => {
  const id = await sendMail(work, {
    to: { address: 'ploy@au.example', name: 'Ploy', personId: people.studentPloy },
    language: 'en',
    subject: m('mail.title'),
    blocks: [],
    organisationId: organisations.au,
    about: { kind: 'person', id: people.studentPloy },
  })
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('mails')
      .set({ id: ourId, state: 'sent', sent_at: work.now })
      .where('id', '=', String(id))
      .execute(),
  )
})

// People are found, and so named, once the news of them has been handled.
await sealAll(site.house.database)
const parts = {
  database: site.house.database,
  runner: site.house.runner,
  now: () => site.clock.now,
}
const indexing = site.house.manifests
  .flatMap(({ handlers }) => handlers)
  .filter(({ name }) => name.includes('search'))
await registerSubscriptions(parts, indexing)
while ((await runSubscriptions(parts, indexing)) > 0);

describe('mail that came in', () => {
  test('stands empty with the reason, and is closed to students and the public', async () => {
    const cookie = await site.signInAs(people.coordinatorAu)
    const html = await (await site.ask(path, { cookie })).text()
    assert.match(html, /No mail waits/)
    const student = await site.signInAs(people.studentPloy)
    assert.equal((await site.ask(path, { cookie: student })).status, 404)
    assert.equal((await site.ask(path)).status, 303)
  })

  test('waits for the office that wrote, is filed with whom it is about, and that is taken back', async () => {
    const id = await takeIn(real('thai-tis-620'))
    const cookie = await site.signInAs(people.coordinatorAu)
    const list = await (await site.ask(path, { cookie })).text()
    assert.match(list, /ตอบ: คำอธิบายรายวิชา/)
    const page = await (await site.ask(`${path}/${id}`, { cookie })).text()
    assert.match(page, /ขอส่งคำอธิบายรายวิชา/)
    assert.match(page, /Probably about/)
    const about = `person:${people.studentPloy}`
    const filed = await site.send(`${path}/${id}`, `${path}/${id}`, { verb: 'file', about }, cookie)
    assert.equal(filed.status, 303)
    const after = await (await site.ask(`${path}/${id}`, { cookie })).text()
    assert.match(after, /Filed with/)
    assert.match(await (await site.ask(`${path}?about=${about}`, { cookie })).text(), /ตอบ:/)
    assert.doesNotMatch(await (await site.ask(path, { cookie })).text(), /ตอบ:/)
    const twice = await site.send(`${path}/${id}`, `${path}/${id}`, { verb: 'done' }, cookie)
    assert.equal(twice.status, 404)
    await site.send(`${path}/${id}`, `${path}/${id}`, { verb: 'undo' }, cookie)
    assert.match(await (await site.ask(path, { cookie })).text(), /ตอบ:/)
  })

  test('of another office and of the secretariat is neither shown nor filed', async () => {
    const ofAlliance = await takeIn(written('For the alliance', '', 'Hello'))
    const cookie = await site.signInAs(people.coordinatorAu)
    assert.doesNotMatch(await (await site.ask(path, { cookie })).text(), /For the alliance/)
    assert.equal((await site.ask(`${path}/${ofAlliance}`, { cookie })).status, 404)
    await site.send(path, path, { verb: 'spam', keys: [ofAlliance] }, cookie)
    const secretariat = await site.signInAs(people.secretariat)
    const html = await (await site.ask(path, { cookie: secretariat })).text()
    assert.match(html, /For the alliance/)
    assert.doesNotMatch(html, /ตอบ:/)
  })

  test('is filed only with what the reader may see', async () => {
    const id = await takeIn(written('About somebody', `In-Reply-To: <${ourId}@x>`, '', 'Hello'))
    const cookie = await site.signInAs(people.coordinatorAu)
    for (const about of [`person:${people.coordinatorPku}`, 'person:nobody', 'user:1', '']) {
      const values = { verb: 'file', about }
      const refused = await site.send(`${path}/${id}`, `${path}/${id}`, values, cookie)
      assert.equal(refused.status, 422, about)
    }
    const found = await (await site.ask(`${path}/${id}?q=Pimchanok`, { cookie })).text()
    assert.match(found, new RegExp(`person:${people.studentPloy}`))
  })

  test('is marked in bulk, and taken back from the word about it', async () => {
    const ids = [await takeIn(written('One', '', 'x')), await takeIn(written('Two', '', 'x'))]
    const cookie = await site.signInAs(people.secretariat)
    const marked = await site.send(path, path, { verb: 'spam', keys: ids }, cookie)
    const there = marked.headers.get('location') ?? ''
    assert.match(await (await site.ask(there, { cookie })).text(), /2 mails are marked as spam/)
    assert.match(await (await site.ask(`${path}?state=spam`, { cookie })).text(), /One/)
    await site.send(path, path, { verb: 'undo', keys: ids.join(',') }, cookie)
    assert.match(await (await site.ask(path, { cookie })).text(), /Two/)
    const none = await site.send(path, path, { verb: 'done' }, cookie)
    assert.equal(none.headers.get('location'), path)
  })

  test('shows what somebody wrote as text, whatever it is', async () => {
    const id = await takeIn(
      written('<script>alert(1)</script>', '', '<img src=x onerror=alert(2)>'),
    )
    const cookie = await site.signInAs(people.secretariat)
    for (const at of [path, `${path}/${id}`]) {
      const html = await (await site.ask(at, { cookie })).text()
      assert.doesNotMatch(html, /<script>alert|<img src=x/)
    }
  })

  test('hands attachments out as what they are, and never opens them', async () => {
    const parts = [
      ['scan.pdf', '<!doctype html><script>alert(1)</script>'],
      ['letter.txt', '%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer << >>\n%%EOF\n'],
      ['../../run.exe', 'MZ\u0090\u0000\u0003'],
    ] as const
    const id = await takeIn(
      written(
        'Files',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="b"',
        '',
        ...parts.flatMap(([name, body]) => [
          '--b',
          `Content-Type: text/html; name="${name}"`,
          `Content-Disposition: attachment; filename="${name}"`,
          'Content-Transfer-Encoding: base64',
          '',
          Buffer.from(body).toString('base64'),
        ]),
        '--b--',
      ),
    )
    const cookie = await site.signInAs(people.secretariat)
    const html = await (await site.ask(`${path}/${id}`, { cookie })).text()
    const links = [...html.matchAll(/href="([^"]+\/attachments\/[^"]+)"/g)].map(
      (found) => found[1]!,
    )
    assert.equal(links.length, 3)
    for (const link of links) {
      const answer = await site.ask(link, { cookie })
      assert.equal(answer.status, 200)
      assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; /)
      assert.doesNotMatch(answer.headers.get('content-disposition') ?? '', /\.exe"|[/\\]run/)
      assert.doesNotMatch(answer.headers.get('content-type') ?? '', /html/)
      assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/)
    }
    const coordinator = await site.signInAs(people.coordinatorAu)
    assert.equal((await site.ask(links[0]!, { cookie: coordinator })).status, 404)
  })
})

describe('mail that did not arrive', () => {
  test('is listed with the reason in the reader’s words, for the office that wrote', async () => {
    await takeIn(real('bounce-postfix'))
    const cookie = await site.signInAs(people.coordinatorAu)
    const html = await (await site.ask(`${path}/returned`, { cookie })).text()
    assert.match(html, /There is no such mailbox/)
    assert.match(html, /User unknown in virtual mailbox table/)
    assert.match(html, new RegExp(`/people/${people.studentPloy}"`))
    const thai = await (await site.ask('/th/mail/returned', { cookie })).text()
    assert.match(thai, /ไม่มีกล่องจดหมายนี้/)
    const elsewhere = await site.signInAs(people.coordinatorPku)
    assert.match(
      await (await site.ask(`${path}/returned`, { cookie: elsewhere })).text(),
      /Everything has arrived/,
    )
  })
})
