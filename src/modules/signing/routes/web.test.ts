import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { renderPdf, words } from '#kernel/documents'
import { cast, csrfOf, testSite } from '../../../../test/harness/site.ts'
import { signingJobs } from '../jobs.ts'

const site = await testSite({ seed: ['alliance', 'signing'] })
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

async function page(path: string, personId: string, status = 200): Promise<string> {
  const answer = await site.ask(path, { cookie: await site.signInAs(personId) })
  assert.equal(answer.status, status, path)
  return answer.text()
}

async function upload(
  path: string,
  form: string,
  fields: Record<string, string>,
  file: Uint8Array | null,
  personId: string,
) {
  const cookie = await site.signInAs(personId)
  const csrf = csrfOf(await (await site.ask(form, { cookie })).text())
  const body = new FormData()
  for (const [name, value] of Object.entries({ csrf, ...fields })) body.set(name, value)
  if (file)
    body.set('file', new File([file as never], 'agreement.pdf', { type: 'application/pdf' }))
  return site.ask(path, { method: 'POST', cookie, body })
}

async function post(path: string, fields: Record<string, string>, personId: string, form: string) {
  return site.send(form, path, fields, await site.signInAs(personId))
}

/** Opens a document as the coordinator does; gives its path. */
async function open(title: string): Promise<string> {
  const at = '/en/signing/documents/new'
  const made = await upload(at, at, { title }, await pdfOf(title), people.coordinatorAu)
  assert.equal(made.status, 303, await made.text())
  return made.headers.get('location')!
}

const by = (path: string, fields: Record<string, string>) =>
  post(path, fields, people.coordinatorAu, path.split('/').slice(0, 5).join('/'))

async function addGuest(path: string, fields: Record<string, string> = {}) {
  return by(`${path}/signers`, {
    who: 'email',
    name: 'สมชาย ใจดี',
    email: 'somchai@studio.example',
    language: 'th',
    label: 'host-organisation',
    act: 'sign',
    group: '1',
    ...fields,
  })
}

async function stepsOf(path: string) {
  const { rows } = await database.execute(
    'select id, state, version from signing_steps where document_id = $1 order by version, position',
    [path.split('/').at(-1)],
  )
  return rows as { id: string; state: string; version: number }[]
}

/** The links of the mails to an address, the newest first. */
async function linksTo(address: string): Promise<string[]> {
  const { rows } = await database.execute(
    'select content from mails where to_address = $1 order by created_at desc, id desc',
    [address],
  )
  return rows.flatMap((row) => JSON.stringify(row['content']).match(/\/act\/[\w-]+/g) ?? [])
}

async function actPage(link: string) {
  const answer = await site.ask(`/th${link}`)
  return { status: answer.status, html: await answer.text() }
}

async function answerByLink(link: string, fields: Record<string, string>) {
  const shown = (await actPage(link)).html
  const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(shown)?.[1] ?? ''
  return site.send(`/th${link}`, `/th${link}`, { sha256, ...fields })
}

describe('an office', () => {
  test('opens a document, names its signers, sends it; a refused form keeps its file', async () => {
    const at = '/en/signing/documents/new'
    const untitled = await upload(at, at, { title: '' }, await pdfOf('x'), people.coordinatorAu)
    assert.equal(untitled.status, 422)
    const html = await untitled.text()
    assert.match(html, /Give the document a title/)
    const kept = /name="file-staged" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const made = await upload(
      at,
      at,
      { title: 'Kept', 'file-staged': kept },
      null,
      people.coordinatorAu,
    )
    assert.equal(made.status, 303)
    const path = made.headers.get('location')!
    assert.equal((await addGuest(path, { email: 'nobody' })).status, 422)
    assert.equal((await addGuest(path)).status, 303)
    assert.equal((await addGuest(path)).status, 409, 'the same twice')
    assert.match(await page(path, people.coordinatorAu), /สมชาย ใจดี/)
    assert.equal((await by(`${path}/sending`, {})).status, 303)
    assert.equal((await by(`${path}/sending`, {})).status, 409, 'sent twice')
    assert.match(await page(path, people.coordinatorAu), /Out for signing/)
    assert.match(await page('/en/signing/documents?state=open', people.coordinatorAu), /Kept/)
    const table = await site.ask('/en/signing/documents/table?format=csv', {
      cookie: await site.signInAs(people.coordinatorAu),
    })
    assert.match(await table.text(), /Kept,.*,[0-9a-f]{64}/)
  })

  test('of another school sees nothing of it', async () => {
    const path = await open('Ours')
    await page(path, people.coordinatorPku, 404)
    assert.doesNotMatch(await page('/en/signing/documents', people.coordinatorPku), /Ours/)
  })

  test('is not given what is no PDF', async () => {
    const at = '/en/signing/documents/new'
    const text = new TextEncoder().encode('no pdf at all')
    const made = await upload(at, at, { title: 'T' }, text, people.coordinatorAu)
    assert.equal(made.status, 415)
  })
})

describe('a guest', () => {
  test('reads, and signs once by the link of the mail in their language', async () => {
    const path = await open('For a guest')
    await addGuest(path)
    await by(`${path}/sending`, {})
    const [link] = await linksTo('somchai@studio.example')
    const shown = await actPage(link!)
    assert.equal(shown.status, 200)
    assert.match(shown.html, /ลิงก์นี้สำหรับ/)
    const file = await site.ask(`/th${link}/files/document.pdf`)
    assert.equal(file.headers.get('content-type'), 'application/pdf')
    assert.equal((await answerByLink(link!, {})).status, 422, 'no answer')
    const other = await answerByLink(link!, { answer: 'sign', sha256: 'b'.repeat(64) })
    assert.equal(other.status, 409)
    assert.match(await other.text(), /error-summary/)
    assert.equal((await answerByLink(link!, { answer: 'sign' })).status, 303)
    const again = await actPage(link!)
    assert.match(again.html, /ลงนามแล้ว/)
    assert.doesNotMatch(again.html, /name="sha256"/)
    const replayed = await answerByLink(link!, { answer: 'sign' })
    assert.notEqual(replayed.status, 303)
    const done = await page(path, people.coordinatorAu)
    assert.match(done, /Signed by all/)
    assert.match(done, /By the link that was mailed to s…@studio\.example/)
  })

  test('refuses with a reason, and others are asked no more', async () => {
    const path = await open('To be refused')
    await addGuest(path, { email: 'other@studio.example' })
    await addGuest(path, { email: 'third@studio.example' })
    await by(`${path}/sending`, {})
    const [link] = await linksTo('other@studio.example')
    const [third] = await linksTo('third@studio.example')
    assert.equal((await answerByLink(link!, { answer: 'refuse' })).status, 422, 'no reason')
    assert.equal((await answerByLink(link!, { answer: 'refuse', reason: 'ไม่ใช่ผม' })).status, 303)
    assert.deepEqual(
      (await stepsOf(path)).map(({ state }) => state),
      ['refused', 'ended'],
    )
    const late = await actPage(third!)
    assert.equal(late.status, 410)
    assert.match(late.html, /ดำเนินการใดแล้ว/)
  })

  test('is reminded once before the day, with a link that works beside the first', async () => {
    const path = await open('With a day')
    await addGuest(path, { email: 'slow@studio.example' })
    await by(`${path}/sending`, {})
    await database.execute("update signing_documents set due_on = '2026-11-25' where id = $1", [
      path.split('/').at(-1),
    ])
    const context = {
      actor: { kind: 'system' as const, name: 'test' },
      now: site.clock.now,
      language: 'en' as const,
    }
    const job = { runner: site.house.runner, context, signal: new AbortController().signal }
    await signingJobs[0]!.run(job as never, {})
    await signingJobs[0]!.run(job as never, {})
    const links = await linksTo('slow@studio.example')
    assert.equal(links.length, 2)
    assert.equal((await answerByLink(links[0]!, { answer: 'sign' })).status, 303)
    assert.match((await actPage(links[1]!)).html, /ลงนามแล้ว/)
  })
})

describe('rounds whose day has passed', () => {
  test('end, each by itself: one that cannot be ended keeps none of the others open', async () => {
    const paths = [await open('Broken'), await open('Whole')]
    for (const path of paths) {
      await addGuest(path)
      await by(`${path}/sending`, {})
    }
    const [broken, whole] = paths.map((path) => path.split('/').at(-1)!)
    await database.execute(
      "update signing_documents set expires_on = case id when $1 then '2026-11-20' else '2026-11-21' end::date where id in ($1, $2)",
      [broken, whole],
    )
    await database.execute(
      `create function broken_row() returns trigger language plpgsql as $$ begin
         if new.id = '${broken}' then raise exception 'a broken row'; end if; return new; end $$`,
    )
    await database.execute(
      'create trigger broken_row before update on signing_documents for each row execute function broken_row()',
    )
    const context = {
      actor: { kind: 'system' as const, name: 'test' },
      now: site.clock.now,
      language: 'en' as const,
    }
    const job = { runner: site.house.runner, context, signal: new AbortController().signal }
    await assert.rejects(
      async () => signingJobs[0]!.run(job as never, {}),
      new RegExp(`^FailedPartsError: 1 of 2 failed: ${broken}`),
    )
    await database.execute('drop trigger broken_row on signing_documents')
    const { rows } = await database.execute(
      'select id, state from signing_documents where id in ($1, $2)',
      [broken, whole],
    )
    const states = new Map(rows.map(({ id, state }) => [id, state]))
    assert.deepEqual([states.get(broken), states.get(whole)], ['open', 'expired'])
  })
})

describe('a signer with an account', () => {
  async function askPloy(title: string) {
    const path = await open(title)
    const { rows } = await database.execute(
      'select address from person_emails where person_id = $1 and is_primary',
      [people.studentPloy],
    )
    await addGuest(path, { email: String(rows[0]!['address']), label: 'student' })
    await by(`${path}/sending`, {})
    const [step] = await stepsOf(path)
    return { path, step: `/en/signing/steps/${step!.id}` }
  }

  test('finds it among what is to sign, and signs it where they ticked that they read it', async () => {
    const { step } = await askPloy('For Ploy')
    assert.match(await page('/en/signing/to-sign', people.studentPloy), /For Ploy/)
    const html = await page(step, people.studentPloy)
    const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(html)![1]!
    const unticked = await post(`${step}/signature`, { sha256 }, people.studentPloy, step)
    assert.equal(unticked.status, 422)
    const fields = { sha256, confirm: 'yes' }
    const signed = await post(`${step}/signature`, fields, people.studentPloy, step)
    assert.equal(signed.status, 303)
    const twice = await post(`${step}/signature`, fields, people.studentPloy, step)
    assert.equal(twice.status, 409)
    assert.match(await page('/en/signing/to-sign?which=closed', people.studentPloy), /For Ploy/)
    await page(step, people.studentThanawat, 404)
  })

  test('proves once more who they are, and comes back', async () => {
    const { step } = await askPloy('Later')
    const cookie = await site.signInAs(people.studentPloy)
    const before = site.clock.now
    site.clock.now = new Date(before.getTime() + 3_600_000)
    const html = await (await site.ask(step, { cookie })).text()
    assert.match(html, /account\/prove\?next=%2Fen%2Fsigning%2Fsteps/)
    assert.doesNotMatch(html, /name="confirm"/)
    const csrf = csrfOf(html)
    const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(html)![1]!
    const body = new URLSearchParams({ csrf, sha256, confirm: 'yes' })
    const sent = await site.ask(`${step}/signature`, { method: 'POST', cookie, body })
    assert.equal(sent.status, 303)
    assert.match(sent.headers.get('location')!, /\/account\/prove/)
    site.clock.now = before
  })
})
