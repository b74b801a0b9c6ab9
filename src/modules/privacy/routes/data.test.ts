import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { isRefused } from '#kernel/database'
import { addFile } from '#kernel/files'
import { outbox } from '#kernel/mail'
import { noticesFor } from '#kernel/notices'
import { cast, testSite } from '../../../../test/harness/site.ts'

const site = await testSite()
after(() => site.close())
const { people, organisations } = cast
const { database } = site.house
const day = 24 * 60 * 60_000

async function page(path: string, personId: string): Promise<string> {
  const cookie = await site.signInAs(personId)
  const answer = await site.ask(path, { cookie })
  assert.equal(answer.status, 200, path)
  return answer.text()
}

async function post(path: string, values: Record<string, string>, personId: string, form = path) {
  const cookie = await site.signInAs(personId)
  return site.send(form, path, values, cookie)
}

async function settle(): Promise<void> {
  await site.chronicle.drain()
  assert.equal((await site.jobs.drain(site.clock.now)).failed, 0)
}

async function letters(): Promise<string[]> {
  const mails = await site.perform((work) => outbox(work, { limit: 100 }))
  return mails.flatMap(({ content }) => content?.subject.key ?? [])
}

/** Gives the student's transcript an original of so many bytes. */
async function giveOriginal(personId: string, bytes: Uint8Array): Promise<string> {
  const stored = await site.services.blobs.put(bytes)
  assert.ok(!isRefused(stored))
  const file = await site.perform((work) =>
    addFile(
      work,
      { ...stored, name: 'ใบแสดงผล.pdf', kind: 'pdf', mediaType: 'application/pdf' },
      { ownerKind: 'recognition.transcript', ownerId: 'x', origin: 'test' },
    ),
  )
  await database.execute(
    'update transcripts set scan_file_id = $1 where id = (select id from transcripts where person_id = $2 limit 1)',
    [file.id, personId],
  )
  return stored.sha256
}

describe('my data', () => {
  test('are told part by part, with the way to correct them', async () => {
    const html = await page('/en/account/data', people.studentThanawat)
    assert.match(html, /Account and signing in/)
    assert.match(html, /Transcripts: courses, credit and grades/)
    assert.match(html, /href="\/en\/account" aria-label="Correct: E-mail addresses"/)
    const korean = await page('/ko/account/data', people.studentThanawat)
    assert.match(korean, /성적증명서: 과목, 학점, 성적/)
  })

  test('go out as JSON with everything but secrets', async () => {
    const text = await page('/en/account/data/json', people.studentThanawat)
    const copy = JSON.parse(text) as { format: string; parts: Record<string, object> }
    assert.equal(copy.format, 'weft-personal-data')
    for (const part of ['identity', 'alliance', 'recognition', 'chronicle', 'mail', 'privacy']) {
      assert.ok(copy.parts[part], part)
    }
    assert.match(text, /Thanawat Boonmee/)
    assert.doesNotMatch(text, /token_hash|password_hash|sealed_secret/)
    const { rows } = await database.execute(
      "select data from chronicle_entries where type = 'privacy.data-exported'",
    )
    assert.deepEqual(rows.at(-1)!['data'], { by: 'self', format: 'json' })
  })

  test('go out as an archive with the files, in the reader’s language', async () => {
    await giveOriginal(people.studentThanawat, new TextEncoder().encode('the original'))
    const answer = await post(
      '/th/account/data/copies',
      {},
      people.studentThanawat,
      '/th/account/data',
    )
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'application/zip')
    const entries = unzipSync(new Uint8Array(await answer.arrayBuffer()))
    const names = Object.keys(entries).sort()
    // Files are numbered through all parts of the house.
    assert.deepEqual(
      names.map((name) => name.replace(/\/\d{3}-/, '/')),
      [
        'data.json',
        'files/recognition/transcript.png',
        'files/recognition/ใบแสดงผล.pdf',
        'files/signing/Loan of equipment for the autumn workshop.pdf',
        'อ่านก่อน.txt',
      ],
    )
    const original = names.find((name) => name.endsWith('-ใบแสดงผล.pdf'))!
    assert.equal(strFromU8(entries[original]!), 'the original')
    assert.match(strFromU8(entries['อ่านก่อน.txt']!), /ธนวัฒน์ บุญมี/)
    assert.equal(JSON.parse(strFromU8(entries['data.json']!)).version, 1)
  })

  test('with large files are made by a job, told of, fetched by their owner alone, and gone in time', async () => {
    const sha256 = await giveOriginal(people.studentKanyarat, new Uint8Array(9 * 1024 * 1024))
    const path = '/en/account/data/copies'
    const asked = await post(path, {}, people.studentKanyarat, '/en/account/data')
    assert.equal(asked.status, 303)
    const twice = await post(path, {}, people.studentKanyarat, '/en/account/data')
    assert.equal(twice.status, 303)
    const { rows: jobs } = await database.execute(
      "select id from jobs where type = 'privacy.make-copy'",
    )
    assert.equal(jobs.length, 1, 'one at a time')
    assert.match(await page('/en/account/data', people.studentKanyarat), /Is being made/)
    await settle()
    const ready = await page('/en/account/data', people.studentKanyarat)
    const [, copyPath] = /href="(\/en\/account\/data\/copies\/[0-9a-f-]{36})"/.exec(ready) ?? []
    assert.ok(copyPath)
    const cookie = await site.signInAs(people.studentKanyarat)
    const archive = await site.ask(copyPath, { cookie })
    const entries = unzipSync(new Uint8Array(await archive.arrayBuffer()))
    const original = Object.keys(entries).find((name) =>
      /^files\/recognition\/\d{3}-ใบแสดงผล\.pdf$/.test(name),
    )
    assert.equal(entries[original ?? '']?.length, 9 * 1024 * 1024)
    const stranger = await site.signInAs(people.studentThanawat)
    assert.equal((await site.ask(copyPath, { cookie: stranger })).status, 404)
    const { rows } = await database.execute(
      'select f.sha256 from data_exports e join files f on f.id = e.file_id',
    )
    const copySha = String(rows[0]!['sha256'])
    site.clock.now = new Date(site.clock.now.getTime() + 8 * day)
    const late = await site.signInAs(people.studentKanyarat)
    assert.equal((await site.ask(copyPath, { cookie: late })).status, 404, 'the link has expired')
    await settle()
    assert.equal(await site.services.blobs.has(copySha), false, 'the copy is gone from the store')
    assert.equal(await site.services.blobs.has(sha256), true, 'the original is not')
    assert.match(await page('/en/account/data', people.studentKanyarat), /Gone, as announced/)
  })

  test('go out only to somebody who has lately proven who they are', async () => {
    const cookie = await site.signInAs(people.studentPloy)
    site.clock.now = new Date(site.clock.now.getTime() + 20 * 60_000)
    for (const path of ['/en/account/data/json', '/en/account/data/erasure']) {
      const answer = await site.ask(path, { cookie })
      assert.match(answer.headers.get('location') ?? '', /^\/en\/account\/prove\?next=/, path)
    }
    const erase = await site.send(
      '/en/account/data',
      '/en/account/data/erasure',
      { confirm: 'yes' },
      cookie,
    )
    assert.match(erase.headers.get('location') ?? '', /prove/)
  })
})

describe('a request', () => {
  const path = '/en/account/data/requests'
  const form = `${path}/new?kind=restriction`
  const values = {
    kind: 'restriction',
    organisation: organisations.au,
    words: 'Until it is clear.',
  }

  test('that says nothing comes back with what is missing, and what was typed', async () => {
    const empty = await post(path, { ...values, words: '' }, people.studentPloy, form)
    assert.equal(empty.status, 422)
    assert.match(await empty.text(), /href="#field-words"/)
    const nowhere = await post(path, { ...values, organisation: 'x' }, people.studentPloy, form)
    assert.equal(nowhere.status, 422)
    assert.match(await nowhere.text(), /Until it is clear\./)
    const elsewhere = { ...values, organisation: organisations.pku }
    assert.equal((await post(path, elsewhere, people.studentPloy, form)).status, 422)
    const unknown = await post(path, { ...values, kind: 'wish' }, people.studentPloy, form)
    assert.equal(unknown.status, 303)
  })

  test('goes to an administrator as a task with the day of the law, and comes back answered', async () => {
    assert.equal((await post(path, values, people.studentPloy, form)).status, 303)
    const twice = await post(path, values, people.studentPloy, form)
    assert.equal(twice.status, 409)
    const inbox = await page('/en/inbox', people.administratorAu)
    assert.match(inbox, /Answer a request about personal data: Have the use limited/)
    const office = await page('/en/privacy', people.administratorAu)
    const [, id] =
      /\/privacy\/requests\/([0-9a-f-]{36})"[^>]*>[^<]*Have the use limited/.exec(office) ?? []
    assert.ok(id)
    const at = `/en/privacy/requests/${id}`
    assert.match(await page(at, people.administratorAu), /Until it is clear\./)
    const missing = await post(
      `${at}/answer`,
      { outcome: '', answer: 'Well.' },
      people.administratorAu,
      at,
    )
    assert.equal(missing.status, 422)
    assert.match(await missing.text(), /Well\./)
    const answer = { outcome: 'partly', answer: 'The list is closed to others until Friday.' }
    for (const who of [people.coordinatorAu, people.studentPloy, people.coordinatorPku]) {
      const cookie = await site.signInAs(who)
      assert.equal((await site.ask(at, { cookie })).status, 404)
    }
    assert.equal((await post(`${at}/answer`, answer, people.administratorAu, at)).status, 303)
    assert.equal((await post(`${at}/answer`, answer, people.administratorAu, at)).status, 409)
    const told = await page('/en/account/data', people.studentPloy)
    assert.match(told, /The list is closed to others until Friday\./)
    assert.match(told, /Granted in part/)
    assert.doesNotMatch(await page('/en/inbox', people.administratorAu), /Have the use limited/)
    const actor = { kind: 'person' as const, personId: people.studentPloy, grants: [] }
    const context = { actor, now: site.clock.now, language: 'en' as const }
    const notices = await noticesFor(site.house.runner.reading(context), { limit: 5 })
    assert.equal(notices[0]?.message.key, 'notice.request-answered')
    const seen = await page('/en/account/reads', people.studentPloy)
    assert.match(seen, /What is held, and requests about it/)
  })

  test('is withdrawn by whoever asked, once, and its task with it', async () => {
    const objection = { ...values, kind: 'objection' }
    assert.equal((await post(path, objection, people.studentPloy, form)).status, 303)
    const html = await page('/en/account/data', people.studentPloy)
    const [, withdrawal] =
      /action="(\/en\/account\/data\/requests\/[0-9a-f-]{36}\/withdrawal)"/.exec(html) ?? []
    assert.ok(withdrawal)
    const by = (who: string) => post(withdrawal, {}, who, '/en/account/data')
    assert.equal((await by(people.studentThanawat)).status, 404)
    assert.equal((await by(people.studentPloy)).status, 303)
    assert.equal((await by(people.studentPloy)).status, 409)
    assert.doesNotMatch(await page('/en/inbox', people.administratorAu), /Object to a use/)
  })

  test('of the only administrator goes to the secretariat, and nobody answers themselves', async () => {
    const own = { ...values, kind: 'access', words: 'Mine.' }
    assert.equal(
      (await post(path, own, people.administratorAu, `${path}/new?kind=access`)).status,
      303,
    )
    const office = await page('/en/privacy', people.administratorAu)
    assert.doesNotMatch(office, /Have explained what is held/, 'not among those to answer')
    const secretariat = await page('/en/privacy', people.secretariat)
    assert.match(secretariat, /Have explained what is held/)
    assert.match(await page('/en/inbox', people.secretariat), /Have explained what is held/)
  })

  test('in Korea is due within ten days', async () => {
    const korean = { kind: 'access', organisation: organisations.saebyeok, words: '설명해 주세요.' }
    const answer = await post(path, korean, people.studentPark, `${path}/new?kind=access`)
    assert.equal(answer.status, 303)
    const { rows } = await database.execute(
      "select due_on - asked_at::date as days from data_requests where words = '설명해 주세요.'",
    )
    assert.equal(rows[0]!['days'], 10)
  })
})

describe('an erasure that one asks for oneself', () => {
  const path = '/en/account/data/erasure'

  test('is told by letter, can be taken back, and is then not done', async () => {
    await database.execute(
      "update enrolments set ends_on = starts_on, outcome = 'left' where person_id = $1",
      [people.studentMoreau],
    )
    const html = await page(path, people.studentMoreau)
    assert.match(html, /What is removed/)
    assert.match(html, /no end is set here/)
    assert.equal((await post(path, {}, people.studentMoreau)).status, 422)
    assert.equal((await post(path, { confirm: 'yes' }, people.studentMoreau)).status, 303)
    assert.equal((await post(path, { confirm: 'yes' }, people.studentMoreau)).status, 409)
    await settle()
    assert.ok((await letters()).includes('letter.asked.subject'))
    const undo = `${path}/withdrawal`
    assert.equal((await post(undo, {}, people.studentMoreau, '/en/account/data')).status, 303)
    assert.equal((await post(undo, {}, people.studentMoreau, '/en/account/data')).status, 303)
    site.clock.now = new Date(site.clock.now.getTime() + 15 * day)
    await settle()
    assert.match(await page('/en/account/data', people.studentMoreau), /E-mail addresses/)
  })

  test('is not done when something has come up against it, and that is told', async () => {
    assert.equal((await post(path, { confirm: 'yes' }, people.studentMoreau)).status, 303)
    await database.execute(
      'update enrolments set ends_on = null, outcome = null where person_id = $1',
      [people.studentMoreau],
    )
    site.clock.now = new Date(site.clock.now.getTime() + 15 * day)
    await settle()
    assert.ok((await letters()).includes('letter.hindered.subject'))
    assert.match(await page('/en/account/data', people.studentMoreau), /E-mail addresses/)
  })
})
