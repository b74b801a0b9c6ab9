import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Work } from '#kernel/database'
import { grantsOf } from '#modules/alliance'
import { registerSubscriptions, runSubscriptions, sealAll } from '#kernel/chronicle'
import { renderPdf, words } from '#kernel/documents'
import { done, study } from '../agreements.fixture.ts'
import { cast, csrfOf, type TestSite, testSite } from '../../../../test/harness/site.ts'
import { readIias } from '../formats/iias-read.ts'
import { wholeAgreement } from '../queries/whole.ts'
import { agreementHandlers } from '../handlers.ts'
import { makeAgreement } from '../service/making.ts'
import { eraseAgreementsOf, exportAgreementsOf } from '../service/personal-data.ts'
import { sendCopy } from '../service/sending.ts'

const { people: p, organisations: o } = cast
let site: TestSite
let au: string

before(async () => {
  site = await testSite({ seed: ['alliance'] })
  au = await site.signInAs(p.coordinatorAu)
})
after(() => site.close())

async function as<T>(personId: string, verb: (work: Work) => Promise<T>): Promise<T> {
  const { house, clock } = site
  const grants = await grantsOf(house.database.kysely, personId, clock.now)
  const actor = { kind: 'person' as const, personId, grants }
  return house.runner.perform({ actor, now: clock.now, language: 'en' }, verb)
}

/** An agreement of Assumption University with a company that has no coordinator here, sent to it. */
async function proposed(title: string, partnerId: string = o.museum, ...others: string[]) {
  const made = done(
    await as(p.coordinatorAu, (work) =>
      makeAgreement(work, {
        kind: 'agreement',
        title,
        code: 'T-9',
        organisationId: o.au,
        partnerIds: [partnerId, ...others],
        node: 'test.example',
        text: { terms: 'Housing is arranged.', conditions: [{ ...study, receiving: partnerId }] },
      }),
    ),
  )
  done(await as(p.coordinatorAu, (work) => sendCopy(work, { copyId: made.copyId, basedOn: 0 })))
  return { ...made, path: `/en/agreements/${made.copyId}`, ...(await seen(made.agreementId)) }
}

async function seen(agreementId: string) {
  const { state } = await site.house.database.kysely
    .selectFrom('agreements')
    .select('state')
    .where('id', '=', agreementId)
    .executeTakeFirstOrThrow()
  const whole = await site.perform((work) => wholeAgreement(work, agreementId))
  return {
    state,
    whole,
    ours: whole.copies.find(({ organisationId }) => organisationId === o.au)!,
    theirs: whole.copies.find(({ organisationId }) => organisationId !== o.au)!,
  }
}

async function linksTo(address: string): Promise<string[]> {
  const { rows } = await site.house.database.execute(
    'select content from mails where to_address = $1 order by created_at desc, id desc',
    [address],
  )
  return rows.flatMap(({ content }) => JSON.stringify(content).match(/\/act\/[\w-]+/g) ?? [])
}

async function page(path: string, status = 200, cookie: string | null = au): Promise<string> {
  const answer = await site.ask(path, cookie ? { cookie } : {})
  assert.equal(answer.status, status, path)
  return answer.text()
}

/** Sends a form with files, as whoever holds the link or is signed in. */
async function post(
  form: string,
  path: string,
  fields: Record<string, string>,
  file: { name: string; bytes: Uint8Array } | null = null,
  cookie: string | null = null,
) {
  const signedIn = cookie ? { cookie } : {}
  const html = await (await site.ask(form, signedIn)).text()
  const body = new FormData()
  for (const [name, value] of Object.entries({ csrf: csrfOf(html), ...fields })) {
    body.set(name, value)
  }
  if (file) body.set('file', new File([file.bytes as never], file.name))
  return site.ask(path, { method: 'POST', body, ...signedIn })
}

const draft = async () => ({
  name: 'our draft.pdf',
  bytes: await renderPdf({
    language: 'en',
    title: 'Draft',
    now: site.clock.now,
    blocks: [{ kind: 'paragraph', words: words('en', 'Two places, not three.') }],
  }),
})

/** Asks the partner of an agreement by mail; gives the way to its link. */
async function asked(of: Awaited<ReturnType<typeof proposed>>, address: string, language = 'fr') {
  const fields = { partner: of.theirs.id, name: 'Camille Roux', address, language }
  const sent = await post(of.path, `${of.path}/invitations`, fields, null, au)
  assert.equal(sent.status, 303, await sent.text())
  const [link] = await linksTo(address)
  return `/${language}${link}`
}

const answer = (link: string, fields: Record<string, string>, file?: Parameters<typeof post>[3]) =>
  post(link, link, fields, file ?? null)

describe('a partner without an account', () => {
  test('approves exactly the version that it was shown, once, and the agreement is in force', async () => {
    const one = await proposed('By link')
    const link = await asked(one, 'one@museum.example')
    const html = await page(link, 200, null)
    assert.match(html, /Approuver exactement cette version/)
    assert.match(html, /lang="fr"/)
    const paper = await site.ask(`${link}/files/fr.pdf`)
    assert.equal(paper.headers.get('content-type'), 'application/pdf')
    assert.equal((await answer(link, {})).status, 422, 'no answer')
    const { hash } = one.ours.sent!
    const other = await answer(link, { answer: 'approved', hash: 'b'.repeat(64) })
    assert.equal(other.status, 409)
    const both = await Promise.all([
      answer(link, { answer: 'approved', hash }),
      answer(link, { answer: 'approved', hash }),
    ])
    assert.equal(both.filter(({ status }) => status === 303).length, 1, 'two tabs at once')
    const now = await seen(one.agreementId)
    assert.equal(now.state, 'in-force')
    assert.equal(now.theirs.versions.length, 1)
    assert.deepEqual(now.theirs.sent!.text, now.ours.sent!.text)
    assert.match(await page(link, 200, null), /Approuvé/)
    assert.notEqual((await answer(link, { answer: 'refused', hash, words: 'Non' })).status, 303)
    assert.equal((await seen(one.agreementId)).state, 'in-force')
  })

  test('proposes a change with a file, which the office reads and nobody else', async () => {
    const one = await proposed('With a change')
    const link = await asked(one, 'two@museum.example')
    const { hash } = one.ours.sent!
    const empty = await answer(link, { answer: 'proposed', hash })
    assert.equal(empty.status, 422)
    const noFile = { name: 'x.exe', bytes: new TextEncoder().encode('MZ') }
    assert.equal((await answer(link, { answer: 'proposed', hash }, noFile)).status, 422)
    const fields = { answer: 'proposed', hash, words: 'Deux places.' }
    // A refused form keeps the file that it brought.
    const kept = await answer(link, { ...fields, words: 'x'.repeat(2001) }, await draft())
    assert.equal(kept.status, 422)
    const token = /name="file-staged" value="([^"]+)"/.exec(await kept.text())![1]!
    const sent = await answer(link, { ...fields, 'file-staged': token })
    assert.equal(sent.status, 303, await sent.text())
    assert.equal((await seen(one.agreementId)).state, 'proposed')
    const html = await page(one.path)
    assert.match(html, /Deux places\./)
    const href = /href="([^"]+\/proposal\?invitation=[^"]+)"/.exec(html)![1]!
    const file = await site.ask(href, { cookie: au })
    assert.equal(file.headers.get('content-type'), 'application/pdf')
    const rhone = await site.signInAs(p.coordinatorRhone)
    await page(href, 404, rhone)
    const read = await post(one.path, `${one.path}/proposals-read`, {}, null, au)
    assert.equal(read.status, 303)
    assert.doesNotMatch(await page(one.path), /Deux places\./)
  })

  test('is found by a proved address, and an erasure ends the link and takes the letter', async () => {
    const one = await proposed('By somebody with an account')
    const address = 'known@museum.example'
    const link = await asked(one, address)
    const { database } = site.house
    const claim = (provedAt: Date | null) =>
      database.execute(
        'update person_emails set address = $2, verified_at = $3 where person_id = $1',
        [p.funder, address, provedAt],
      )
    const held = () => site.perform((work) => exportAgreementsOf(work, p.funder))
    await claim(null)
    assert.deepEqual((await held()).invitations, [], 'an address that anybody may type')
    await claim(site.clock.now)
    const { invitations, mails } = await held()
    assert.equal(invitations[0]!.name, 'Camille Roux')
    assert.equal(mails[0]!.to_address, address)
    assert.equal(mails[0]!.content, null, 'no link')
    await site.perform((work) => eraseAgreementsOf(work, p.funder))
    assert.equal((await linksTo(address)).length, 0)
    assert.notEqual(
      (await answer(link, { answer: 'approved', hash: one.ours.sent!.hash })).status,
      303,
    )
    assert.doesNotMatch(await page(one.path), /Camille Roux/)
  })

  test('refuses with a reason; a newer version closes the link of an older one', async () => {
    const one = await proposed('To be refused')
    const old = await asked(one, 'three@museum.example')
    const link = await asked(one, 'three@museum.example')
    assert.match(await page(old, 410, null), /Ce lien ne demande plus rien/)
    const { hash } = one.ours.sent!
    assert.equal((await answer(link, { answer: 'refused', hash })).status, 422, 'no reason')
    const sent = await answer(link, { answer: 'refused', hash, words: 'Pas cette année.' })
    assert.equal(sent.status, 303)
    assert.equal((await seen(one.agreementId)).state, 'rejected')
    assert.match(await page(one.path), /Pas cette année\./)
  })

  test('is not asked by mail where somebody of it works here, nor before anything was sent', async () => {
    const one = await proposed('With Lyon', o.rhone)
    const fields = {
      partner: one.theirs.id,
      name: 'N',
      address: 'n@rhone.example',
      language: 'fr',
    }
    const sent = await post(one.path, `${one.path}/invitations`, fields, null, au)
    assert.equal(sent.status, 409)
    const wrong = await proposed('Wrong address')
    const bad = { ...fields, partner: wrong.theirs.id, address: 'nobody' }
    const refused = await post(wrong.path, `${wrong.path}/invitations`, bad, null, au)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /value="nobody"/)
  })
})

async function news(): Promise<void> {
  const { database, runner } = site.house
  await sealAll(database)
  const parts = { database, runner, now: () => site.clock.now }
  await registerSubscriptions(parts, agreementHandlers)
  while ((await runSubscriptions(parts, agreementHandlers)) > 0);
}

const signers = (address: string) => ({
  first: 'en',
  second: 'ko',
  'by-0': 'administrator',
  'means-0': 'electronic',
  'by-1': 'guest',
  'name-1': '박서연',
  'address-1': address,
  'language-1': 'ko',
  'means-1': 'electronic',
  order: 'in-turn',
})

describe('what all partners sign', () => {
  async function put(of: Awaited<ReturnType<typeof proposed>>, address: string) {
    const at = `${of.path}/signature`
    const fields = { ...signers(address), version: of.ours.sent!.id }
    const sent = await post(at, at, fields, null, au)
    assert.equal(sent.status, 303, await sent.text())
  }

  /** The administrator signs, as whoever was asked first. */
  async function signHere(): Promise<void> {
    const cookie = await site.signInAs(p.administratorAu)
    const list = await page('/en/signing/to-sign', 200, cookie)
    const step = /href="(\/en\/signing\/steps\/[^"]+)"/.exec(list)![1]!
    const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(await page(step, 200, cookie))![1]!
    const signed = await post(step, `${step}/signature`, { sha256, confirm: 'yes' }, null, cookie)
    assert.equal(signed.status, 303)
  }

  async function byLink(address: string, fields: Record<string, string>) {
    const [link] = await linksTo(address)
    const html = await page(`/ko${link}`, 200, null)
    const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(html)![1]!
    return post(`/ko${link}`, `/ko${link}`, { sha256, ...fields })
  }

  test('is in force with the last signature, and says the same in every copy', async () => {
    const one = await proposed('Signed by all')
    await put(one, 'sign@museum.example')
    assert.equal((await linksTo('sign@museum.example')).length, 0, 'not its turn yet')
    await signHere()
    await news()
    assert.equal((await seen(one.agreementId)).state, 'proposed')
    assert.equal((await byLink('sign@museum.example', { answer: 'sign' })).status, 303)
    await news()
    const now = await seen(one.agreementId)
    assert.equal(now.state, 'in-force')
    assert.deepEqual(now.theirs.agreed!.text, now.ours.agreed!.text)
    assert.match(await page(one.path), /Signed by all/)
  })

  test('names each partner to each reader in their own language', async () => {
    const one = await proposed('Named to all')
    await put(one, 'named@museum.example')
    const inThai = await page(one.path.replace('/en/', '/th/'))
    const table = inThai.slice(inThai.indexOf('id="signatures"')).split('</table>')[0]!
    const said = table.replaceAll(/<[^>]*>/g, '')
    assert.match(said, /มหาวิทยาลัยอัสสัมชัญ/)
    assert.doesNotMatch(said, /Assumption University/)
    await signHere()
    const [link] = await linksTo('named@museum.example')
    assert.match(await page(`/zh-Hans${link}`, 200, null), /活态织造博物馆/)
  })

  test('stays as it is while it is signed, and goes back when one refuses', async () => {
    const one = await proposed('Refused at signing')
    await put(one, 'refuse@museum.example')
    const again = await as(p.coordinatorAu, (work) =>
      sendCopy(work, { copyId: one.copyId, basedOn: 1 }),
    )
    assert('refusal' in again && again.status === 409)
    await signHere()
    const sent = await byLink('refuse@museum.example', { answer: 'refuse', reason: '내용 확인' })
    assert.equal(sent.status, 303)
    await news()
    assert.equal((await seen(one.agreementId)).state, 'rejected')
    assert.match(await page(one.path), /Not signed: refused/)
  })

  test('is not another version than the form was about, and its paper is in two languages', async () => {
    const one = await proposed('Two tabs')
    const at = `${one.path}/signature`
    const stale = { ...signers('a@museum.example'), version: one.copyId }
    assert.equal((await post(at, at, stale, null, au)).status, 409)
    const same = { ...signers('a@museum.example'), version: one.ours.sent!.id, second: 'en' }
    assert.equal((await post(at, at, same, null, au)).status, 422)
    const nobody = { ...signers(''), version: one.ours.sent!.id }
    assert.equal((await post(at, at, nobody, null, au)).status, 422)
    for (const pair of ['first=th&second=zh-Hans', 'first=ko&second=fr']) {
      const paper = await site.ask(`${one.path}/paper.pdf?${pair}`, { cookie: au })
      assert.equal(paper.headers.get('content-type'), 'application/pdf')
    }
  })
})

test('all agreements of a list leave as one document of EWP, at the same number of queries', async () => {
  const { database } = site.house
  const measured = async (q: string) => {
    const before = database.queryCount()
    const answered = await site.ask(`/en/agreements/iias.xml?q=${q}`, { cookie: au })
    const iias = readIias(new Uint8Array(await answered.arrayBuffer()))
    return { queries: database.queryCount() - before, iias: done(iias) }
  }
  await proposed('Bulk 1')
  const one = await measured('Bulk')
  await proposed('Bulk 2')
  await proposed('Bulk 3')
  const three = await measured('Bulk')
  assert.equal(one.iias.length, 1)
  assert.equal(three.iias.length, 3)
  assert.equal(three.queries, one.queries)
  const list = async (q: string) => {
    const before = database.queryCount()
    await page(`/en/agreements?q=${q}`)
    return database.queryCount() - before
  }
  assert.equal(await list('Bulk'), await list('Bulk 1'))
})

test('who can be asked and who can sign is found at the same number of queries, however many partners', async () => {
  const two = await proposed('Of two')
  const four = await proposed('Of four', o.museum, o.fund, o.pku)
  const { database } = site.house
  const queriesOf = async (path: string) => {
    const before = database.queryCount()
    await page(path)
    return database.queryCount() - before
  }
  for (const form of ['', '/signature']) {
    assert.equal(await queriesOf(two.path + form), await queriesOf(four.path + form), form)
  }
})
