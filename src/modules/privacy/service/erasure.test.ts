import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { verifyChronicle } from '#kernel/chronicle'
import { isRefused, type PersonalPart } from '#kernel/database'
import { addFile, type BlobStore } from '#kernel/files'
import { signInAsDemonstrationPerson } from '#kernel/identity'
import { outbox } from '#kernel/mail'
import { search } from '#kernel/search'
import { cast, testSite } from '../../../../test/harness/site.ts'
import { readErased } from './erased-list.ts'
import { mergePersonPrivacy } from './personal-data.ts'
import { repeatErasure } from './repeat-erasures.ts'
import { beginErasure, runErasure } from './run-erasure.ts'

const site = await testSite()
const folder = await mkdtemp(join(tmpdir(), 'weft-erased-'))
const erasedList = join(folder, 'erased.jsonl')
after(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})
const { people, organisations } = cast
const { database } = site.house
const day = 24 * 60 * 60_000
const student = people.studentThanawat
/** What names the student: the parts of the name in both scripts, and the address. */
const traces = ['ธนวัฒน์', 'บุญมี', 'Thanawat', 'Boonmee', 'thanawat']

/** Every row of every table in which something names the student. */
async function tracesIn(words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await database.execute(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace
     and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables as { name: string }[]) {
    const { rows } = await database.execute(`select row_to_json(t)::text as text from ${name} t`)
    for (const { text } of rows as { text: string }[]) {
      const word = words.find((each) => text.includes(each))
      if (word) found.push(`${name} holds ${word}: ${text.slice(0, 200)}`)
    }
  }
  return found
}

async function settle(): Promise<void> {
  await site.chronicle.drain()
  const { failed } = await site.jobs.drain(site.clock.now)
  assert.equal(failed, 0)
  await site.chronicle.drain()
}

async function mailsAbout(word: RegExp) {
  const mails = await site.perform((work) => outbox(work, { limit: 200 }))
  return mails.filter((mail) => word.test(JSON.stringify(mail.content)))
}

/** A file of the student's transcript, in the store and named by the transcript. */
async function giveOriginal(): Promise<string> {
  const stored = await site.services.blobs.put(
    new TextEncoder().encode('Thanawat Boonmee, original'),
  )
  assert.ok(!isRefused(stored))
  const file = await site.perform((work) =>
    addFile(
      work,
      { ...stored, name: 'Thanawat.pdf', kind: 'pdf', mediaType: 'application/pdf' },
      { ownerKind: 'recognition.transcript', ownerId: 'x', origin: 'test' },
    ),
  )
  await database.execute(
    `update transcripts set file_id = $1, holder = '{"name": "Thanawat Boonmee"}'
     where id = (select id from transcripts where person_id = $2 limit 1)`,
    [file.id, student],
  )
  return stored.sha256
}

describe('an erasure that the house has granted', () => {
  test('leaves nothing that names the person, and everything that must stay provable', async () => {
    await settle()
    const sha256 = await giveOriginal()
    const cookie = await site.signInAs(student)
    assert.ok((await tracesIn(traces)).length >= 6, 'there is something to erase')
    const page = await (await site.ask('/en/account/data/erasure', { cookie })).text()
    assert.match(page, /You are enrolled at Assumption University/)
    const tried = await site.send(
      '/en/account/data',
      '/en/account/data/erasure',
      { confirm: 'yes' },
      cookie,
    )
    assert.equal(tried.status, 409, 'not while studying, without the school')
    const asked = await site.send(
      '/en/account/data/requests/new?kind=erasure',
      '/en/account/data/requests',
      { kind: 'erasure', organisation: organisations.au, words: 'Thanawat wants to be forgotten' },
      cookie,
    )
    assert.equal(asked.status, 303)

    const administrator = await site.signInAs(people.administratorAu)
    const office = await (await site.ask('/en/privacy', { cookie: administrator })).text()
    const [, requestId] =
      /\/privacy\/requests\/([0-9a-f-]{36})"[^>]*>[^<]*Be erased/.exec(office) ?? []
    const answer = { outcome: 'granted', answer: 'Thanawat, it is done in two weeks.' }
    const at = `/en/privacy/requests/${requestId}`
    const answered = await site.send(at, `${at}/answer`, answer, administrator)
    assert.equal(answered.status, 303)
    await settle()
    assert.equal((await mailsAbout(/letter\.asked\.granted/)).length, 1)
    const waiting = await (await site.ask('/en/account/data', { cookie })).text()
    assert.match(waiting, /Your data will be erased on 6 December 2026/)

    site.clock.now = new Date(site.clock.now.getTime() + 13 * day)
    await settle()
    assert.ok((await tracesIn(traces)).length >= 6, 'nothing happens before its day')
    site.clock.now = new Date(site.clock.now.getTime() + 2 * day)
    await settle()

    const left = await tracesIn(traces)
    const isFarewell = (line: string) => line.startsWith('mails holds')
    assert.deepEqual(
      left.filter((line) => !isFarewell(line)),
      [],
    )
    assert.equal(left.length, 1, 'the letter that tells of it knows the address')
    const [farewell] = await mailsAbout(/letter\.done\.text/)
    assert.ok(farewell)
    site.clock.now = new Date(site.clock.now.getTime() + 4 * day)
    await settle()
    const { rows: jobsLeft } = await database.execute(
      'select type, state, run_at, attempts, last_error from jobs',
    )
    assert.deepEqual(await tracesIn(traces), [], `and forgets it ${JSON.stringify(jobsLeft)}`)

    assert.equal(
      await site.services.blobs.has(sha256),
      false,
      'the original is gone from the store',
    )
    const signedIn = await site.perform((work) =>
      signInAsDemonstrationPerson(work, site.services.identity, {
        personId: student,
        device: { label: 'x', network: '192.0.2.1', lasting: false },
      }),
    )
    assert.ok(isRefused(signedIn))
    assert.equal((await site.ask('/en/account', { cookie })).status, 303, 'the session has ended')
    const hits = await site.perform(async (work) => [
      ...(await search(work, 'Thanawat')).hits,
      ...(await search(work, 'ธนวัฒน์')).hits,
    ])
    assert.deepEqual(
      hits.filter(({ kind }) => kind === 'person'),
      [],
    )

    const { rows: decisions } = await database.execute(
      `select d.id from recognition_decisions d join recognition_cases c on c.id = d.case_id where c.person_id = $1`,
      [student],
    )
    assert.ok(decisions.length > 0, 'decisions stay')
    const verdict = await verifyChronicle(database, site.house.signer.publicKeys)
    assert.equal(verdict.ok, true, String(verdict.firstFault?.fault))
  })
})

describe('an erasure that nobody may decide', () => {
  test('leaves the last of the secretariat, whoever granted it', async () => {
    const personId = people.secretariat
    await database.execute(
      `update appointments set ends_on = '2026-01-01', starts_on = '2025-01-01'
       where role = 'secretariat' and person_id <> $1`,
      [personId],
    )
    const at = site.clock.now
    const ids = ['0190aaaa-0000-7000-8000-000000000002', '0190aaaa-0000-7000-8000-000000000003']
    await database.execute(
      `insert into data_requests (id, person_id, asked_by, kind, organisation_id, words, asked_at, due_on, state, outcome, answer, closed_at)
       values ($1, $2, $2, 'erasure', $3, 'x', $4, '2026-12-24', 'answered', 'granted', 'x', $4)`,
      [ids[0], personId, organisations.au, at],
    )
    await database.execute(
      `insert into erasures (id, person_id, asked_by, request_id, state, asked_at, runs_at)
       values ($1, $2, $2, $3, 'waiting', $4, $5)`,
      [ids[1], personId, ids[0], new Date(at.getTime() - 15 * day), at],
    )
    await runErasure(
      {
        runner: site.house.runner,
        context: { actor: { kind: 'system', name: 'test' }, now: at, language: 'en' },
        blobs: site.services.blobs,
        parts: site.services.personalParts,
        erasedList,
        signal: new AbortController().signal,
      },
      ids[1]!,
    )
    const { rows } = await database.execute(
      `select e.state, p.state as person from erasures e join persons p on p.id = e.person_id where e.id = $1`,
      [ids[1]],
    )
    assert.deepEqual(rows[0], { state: 'hindered', person: 'active' })
  })
})

describe('an erasure that is cut off', () => {
  test('goes on where it was, and does nothing twice', async () => {
    const personId = people.pastPku
    const erasureId = '0190aaaa-0000-7000-8000-000000000001'
    // A content is removed when nobody has put it lately, by the clock of the store.
    const now = new Date(Date.now() + day)
    await database.execute(
      `insert into erasures (id, person_id, asked_by, taken_down, state, asked_at, runs_at)
       values ($1, $2, $3, 'x', 'waiting', $4, $5)`,
      [erasureId, personId, people.secretariat, new Date(now.getTime() - 15 * day), now],
    )
    const blob = await site.services.blobs.put(new TextEncoder().encode('a file of its own'))
    assert.ok(!isRefused(blob))
    const calls: string[] = []
    let failing: string | null = 'second'
    const part = (name: string): PersonalPart => ({
      name,
      async erasePerson() {
        calls.push(name)
        if (name === failing) throw new Error('the process was killed')
        return { kept: [] }
      },
    })
    const first: PersonalPart = {
      ...part('first'),
      personalData: {
        part: { module: 'privacy', key: 'held.part', args: {} },
        holds: async () => [],
        files: async () => [{ fileId: 'x', name: 'x', sizeBytes: 1, sha256: blob.sha256 }],
      },
    }
    const removed: string[] = []
    const blobs: BlobStore = {
      ...site.services.blobs,
      async remove(sha256, options) {
        removed.push(sha256)
        if (removed.length === 1) throw new Error('the process was killed')
        return site.services.blobs.remove(sha256, options)
      },
    }
    const run = (at = now) =>
      runErasure(
        {
          runner: site.house.runner,
          context: { actor: { kind: 'system', name: 'test' }, now: at, language: 'en' },
          blobs,
          parts: [part('third'), part('second'), first],
          erasedList,
          signal: new AbortController().signal,
        },
        erasureId,
      )
    await run(new Date(now.getTime() - 1000))
    assert.deepEqual(calls, [], 'not before its time')
    await assert.rejects(run(), /killed/)
    failing = null
    await assert.rejects(run(), /killed/)
    await run()
    await run()
    assert.deepEqual(calls, ['first', 'second', 'second', 'third'])
    assert.deepEqual(removed, [blob.sha256, blob.sha256])
    assert.equal(await site.services.blobs.has(blob.sha256), false)
    const { rows } = await database.execute('select state, farewell from erasures where id = $1', [
      erasureId,
    ])
    assert.deepEqual(rows[0], { state: 'done', farewell: null })
    assert.deepEqual(await readErased(erasedList), [{ personId, erasedAt: now.toISOString() }])
  })

  test('is done again by the list when a restored backup knows nothing of it', async () => {
    // The parts of the test before erased nothing: the person is there as in a backup of before.
    const personId = people.pastPku
    await database.execute('delete from erasure_steps')
    await database.execute('delete from erasure_files')
    await database.execute('delete from erasures')
    const again = (id: string) =>
      site.perform((work) =>
        repeatErasure(work, site.services.personalParts, {
          personId: id,
          erasedAt: '2026-11-01T00:00:00Z',
        }),
      )
    assert.equal(await again(personId), 'begun')
    assert.equal(await again(personId), 'begun', 'the second time finds it under way')
    await settle()
    const { rows } = await database.execute('select state from persons where id = $1', [personId])
    assert.equal(rows[0]!['state'], 'erased')
    assert.equal(await again(personId), 'erased-already')
    assert.equal(await again('0190aaaa-0000-7000-8000-0000000000ff'), 'unknown')
    const letters = await mailsAbout(/letter\.done\.text/)
    assert.equal(letters.length, 0, 'whoever was told once is not told again')
  })

  test('a list with a line that is none is not begun, one that was cut off at its end is', async () => {
    const line = `{"personId":"${people.pastPku}","erasedAt":"2026-11-01T00:00:00Z"}`
    const bad = join(folder, 'bad.jsonl')
    await writeFile(bad, `${line}\nno line\n${line}\n`)
    assert.deepEqual(await readErased(bad), { line: 2 })
    await writeFile(bad, `${line}\n${line}\n{"pers`)
    assert.equal(((await readErased(bad)) as unknown[]).length, 1)
  })

  test('keeps a person apart whose erasure is under way', async () => {
    const [from, into] = [people.studentPloy, people.coordinatorAu]
    await database.execute(
      `insert into erasures (id, person_id, asked_by, state, asked_at, runs_at, begun_at)
       values ('0190aaaa-0000-7000-8000-0000000000fe', $1, $1, 'running', $2, $3, $3)`,
      [from, site.clock.now, new Date(site.clock.now.getTime() + day)],
    )
    const merge = (one: string, other: string) =>
      site.perform(async (work) => (await mergePersonPrivacy(work, one, other)) ?? null)
    for (const refused of [await merge(from, into), await merge(into, from)]) {
      assert.ok(isRefused(refused))
      assert.equal(refused.message.key, 'refusal.erasing')
    }
  })
})

test('an erasure that begins ends the tokens of the person’s programs before any part is through', async () => {
  const personId = people.studentMoreau
  const erasureId = '0190aaaa-0000-7000-8000-0000000000fd'
  const at = site.clock.now
  await database.execute(
    `insert into access_tokens (id, person_id, token_hash, label, scope, created_at, expires_at)
     values ($1, $1, $2, 'night run', 'write', $3, $4)`,
    [personId, Buffer.alloc(32, 9), at, new Date(at.getTime() + day)],
  )
  await database.execute(
    `insert into erasures (id, person_id, asked_by, state, asked_at, runs_at)
     values ($1, $2, $2, 'waiting', $4, $3)`,
    [erasureId, personId, at, new Date(at.getTime() - 15 * day)],
  )
  await site.perform((work) =>
    beginErasure(work, site.services.personalParts, { erasureId, personId, farewell: null }),
  )
  const { rows } = await database.execute(
    'select 1 from access_tokens where person_id = $1 and ended_at is null',
    [personId],
  )
  assert.deepEqual(rows, [])
})
