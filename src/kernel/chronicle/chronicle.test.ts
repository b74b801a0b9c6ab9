import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { createWorkRunner, type Database, type EntryDraft, type Work } from '#kernel/database'
import { testDatabase } from '../../../test/harness/database.ts'
import { nextEntryId } from './entry-id.ts'
import { erasePersonalValues } from './erasure.ts'
import { attemptsBeforePuttingAside } from './subscriptions.ts'
import {
  appendEntries,
  createSigner,
  entriesAbout,
  entriesOfPerson,
  entryType,
  personEntries,
  exportCheckpoint,
  parseCheckpoint,
  registerSubscriptions,
  retryDeadLetters,
  rotateKey,
  runSubscriptions,
  sealAll,
  sealPending,
  subscribe,
  subscriptionStates,
  verifyChronicle,
  writeCheckpoint,
} from './index.ts'

const base = await testDatabase([
  { name: 'chronicle', directory: new URL('migrations/', import.meta.url) },
])
const now = new Date('2026-11-22T09:00:00Z')
const person = '01a20306-0000-7000-8000-000000000001'
const organisation = '01a20306-0000-7000-8000-0000000000aa'
const decided = entryType<{ count: number }, { name: string }>('test.case-decided')
const noted = entryType<{ count: number }>('test.case-noted')
const noKeys = new Map()

test('an entry is written with its rows or not at all', async () => {
  await base.withRollback(async (_kysely, database) => {
    const runner = runnerOn(database)
    await runner.perform(context(), (work) => work.write(entry(1), async () => {}))
    await assert.rejects(
      runner.perform(context(), async (work) => {
        await work.write(entry(2), async () => {})
        throw new Error('later')
      }),
      /later/,
    )
    const { entries } = await entriesOfPerson(runner.reading(context()), person)
    assert.deepEqual(
      entries.map(({ data, personal, actor, position }) => ({ data, personal, actor, position })),
      [{ data: { count: 1 }, personal: { name: 'Malee' }, actor: 'system:test', position: null }],
    )
  })
})

test('entries, seals and checkpoints cannot be changed, deleted or truncated', async () => {
  await base.withRollback(async (_kysely, database) => {
    const { signer } = await keys()
    await write(database, 2)
    await sealAll(database)
    await writeCheckpoint(database, signer, now)
    for (const [table, column] of [
      ['chronicle_entries', 'actor'],
      ['chronicle_seals', 'hash'],
      ['chronicle_checkpoints', 'hash'],
      ['chronicle_personal', 'field'],
    ]) {
      const statements = [`update ${table} set ${column} = 'x'`]
      if (table !== 'chronicle_personal') {
        statements.push(`delete from ${table}`, `truncate ${table} cascade`)
      }
      for (const statement of statements) {
        await database.execute('savepoint attempt')
        await assert.rejects(database.execute(statement), /append-only/, statement)
        await database.execute('rollback to savepoint attempt')
      }
    }
  })
})

test('the chain proves itself, and entries that come late are sealed all the same', async () => {
  await base.withRollback(async (_kysely, database) => {
    const { signer } = await keys()
    await write(database, 3)
    assert.equal(await sealPending(database, 2), 2)
    await write(database, 2, new Date('2026-11-21T09:00:00Z'))
    assert.equal(await sealAll(database), 3)
    const checkpoint = await writeCheckpoint(database, signer, now)
    assert.equal(checkpoint?.position, '5')
    assert.deepEqual(await verifyChronicle(database, signer.publicKeys), {
      ok: true,
      entries: 5n,
      checkpoints: 1,
      erasedValues: 0,
      unsealed: 0,
      firstFault: null,
    })
  })
})

test('writers and sealers at once lose nothing and seal nothing twice', async () => {
  const database = await base.clone()
  const writers = Array.from({ length: 6 }, () => write(database, 20))
  const progress = { done: false }
  const sealers = Array.from({ length: 3 }, async () => {
    while (!progress.done) await sealPending(database, 7)
  })
  await Promise.all(writers)
  progress.done = true
  await Promise.all(sealers)
  await sealAll(database)
  const report = await verifyChronicle(database, noKeys)
  assert.equal(report.ok, true)
  assert.equal(report.entries, 120n)
})

test('erasing personal values keeps the chain provable', async () => {
  await base.withRollback(async (_kysely, database) => {
    await write(database, 3)
    await sealAll(database)
    const runner = runnerOn(database)
    assert.equal(await runner.perform(context(), (work) => erasePersonalValues(work, [person])), 3)
    const report = await verifyChronicle(database, noKeys)
    assert.deepEqual([report.ok, report.entries, report.erasedValues], [true, 3n, 3])
    const { entries } = await entriesOfPerson(runner.reading(context()), person)
    assert.deepEqual(entries[0]?.personal, {})
  })
})

test('a person takes their entries with them under all their ids, and what stays after an erasure is said', async () => {
  await base.withRollback(async (_kysely, database) => {
    await write(database, 3)
    const runner = runnerOn(database)
    const merged = '01a20306-0000-7000-8000-000000000002'
    // Under `merged`, whom `person` was merged into, nothing was written: the entries stand under the former id.
    const all = personEntries(async (_work, id) => (id === merged ? [merged, person] : [id]))
    const [held] = await all.data.holds(runner.reading(context()), merged, {} as never)
    assert.equal(held?.count, 3)
    const before = await all.exportPerson(runner.reading(context()), merged)
    assert.equal(JSON.stringify(before).match(/Malee/g)?.length, 3)
    const { kept } = await runner.perform(context(), (work) => all.erasePerson(work, merged))
    assert.deepEqual(
      kept.map((message) => message.key),
      ['kept.entries'],
    )
    const after = await all.exportPerson(runner.reading(context()), merged)
    assert.doesNotMatch(JSON.stringify(after), /Malee/)
    const nobody = await runner.perform(context(), (work) => all.erasePerson(work, organisation))
    assert.deepEqual(nobody.kept, [])
  })
})

const tampering: [string, string, bigint, string][] = [
  [
    'an altered fact',
    `update chronicle_entries set data = '{"count":9}' where data->>'count' = '2'`,
    2n,
    'wrong-hash',
  ],
  [
    'an altered actor',
    `update chronicle_entries set actor = 'person:x' where data->>'count' = '3'`,
    3n,
    'wrong-hash',
  ],
  [
    'an altered personal value',
    `update chronicle_personal set value = '"Mallory"'`,
    1n,
    'wrong-personal-value',
  ],
  [
    'an altered seal',
    `update chronicle_seals set hash = repeat('a', 64) where position = 2`,
    2n,
    'wrong-hash',
  ],
  ['a removed seal', `delete from chronicle_seals where position = 2`, 2n, 'missing-position'],
  ['an entry taken from the sealer', `delete from chronicle_unsealed`, 5n, 'lost-entry'],
  [
    'a cut end',
    `delete from chronicle_checkpoints; delete from chronicle_seals where position > 2`,
    3n,
    'cut-off',
  ],
  [
    'an altered checkpoint',
    `update chronicle_checkpoints set signed_at = '2020-01-01Z'`,
    4n,
    'unknown-signature',
  ],
]

for (const [name, statement, position, fault] of tampering) {
  test(`${name} is found by the verifier`, async () => {
    await base.withRollback(async (_kysely, database) => {
      const { signer } = await keys()
      await write(database, 4)
      await sealAll(database)
      const witness = await writeCheckpoint(database, signer, now)
      await write(database, 1)
      await database.sqlScript(`set local session_replication_role = replica; ${statement}`)
      const report = await verifyChronicle(database, signer.publicKeys, [witness!])
      assert.deepEqual(report.firstFault, { position, fault })
      assert.equal(report.ok, false)
    })
  })
}

test('keys are made once, are private, and old ones still prove after a rotation', async () => {
  await base.withRollback(async (_kysely, database) => {
    const { directory, signer } = await keys()
    const again = await Promise.all([createSigner(directory), createSigner(directory)])
    assert.deepEqual(
      again.map((each) => each.keyId),
      [signer.keyId, signer.keyId],
    )
    for (const name of await readdir(directory)) {
      if (name.endsWith('.private.pem')) {
        assert.equal((await stat(join(directory, name))).mode & 0o777, 0o600)
      }
    }
    await write(database, 1)
    await sealAll(database)
    await writeCheckpoint(database, signer, now)
    const rotated = await rotateKey(directory)
    assert.notEqual(rotated.keyId, signer.keyId)
    await write(database, 1)
    await sealAll(database)
    await writeCheckpoint(database, rotated, now)
    const report = await verifyChronicle(database, rotated.publicKeys)
    assert.deepEqual([report.ok, report.checkpoints], [true, 2])
  })
})

test('first starts at once agree on one key', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'weft-keys-'))
  try {
    const signers = await Promise.all(Array.from({ length: 5 }, () => createSigner(directory)))
    assert.equal(new Set(signers.map((signer) => signer.keyId)).size, 1)
  } finally {
    await rm(directory, { recursive: true })
  }
})

test('a checkpoint survives its export, and nonsense is none', async () => {
  await base.withRollback(async (_kysely, database) => {
    const { signer } = await keys()
    await write(database, 1)
    await sealAll(database)
    const checkpoint = await writeCheckpoint(database, signer, now)
    assert.deepEqual(parseCheckpoint(exportCheckpoint(checkpoint!)), checkpoint)
    assert.deepEqual(await writeCheckpoint(database, signer, new Date(0)), checkpoint)
    for (const text of ['', 'null', '{}', '{"position":"0"}'])
      assert.equal(parseCheckpoint(text), null)
  })
})

test('stories are read page by page, newest first', async () => {
  await base.withRollback(async (_kysely, database) => {
    await write(database, 5)
    const work = runnerOn(database).reading(context())
    const object = { objectKind: 'case', objectId: 'one' }
    const counts: unknown[] = []
    let before: string | null = null
    do {
      const page: Awaited<ReturnType<typeof entriesAbout>> = await entriesAbout(work, object, {
        before,
        limit: 2,
      })
      counts.push(page.entries.map((each) => each.data['count']))
      before = page.next
    } while (before !== null)
    assert.deepEqual(counts.flat().sort(), [1, 2, 3, 4, 5])
    assert.equal(counts.length, 3)
    assert.equal((await entriesAbout(work, { ...object, objectId: 'two' })).entries.length, 0)
  })
})

test('a subscription sees each wanted entry once and in order, also after a crash in the middle', async () => {
  await base.withRollback(async (_kysely, database) => {
    await write(database, 4)
    await runnerOn(database).perform(context(), (work) => work.write(note(), async () => {}))
    await sealAll(database)
    const seen: unknown[] = []
    let crashes = 1
    const subscription = subscribe({
      name: 'test.counter',
      types: [decided.type],
      from: 'beginning',
      async handle(work, found) {
        await work.write(
          noted({ object: { kind: 'copy', id: String(found.data['count']) }, data: { count: 0 } }),
          async () => {},
        )
        if (found.data['count'] === 3 && crashes-- > 0) throw new Error('the process died')
        seen.push(found.data['count'])
      },
    })
    await registerSubscriptions(parts(database), [subscription])
    assert.equal(await runSubscriptions(parts(database), [subscription]), 2)
    assert.equal(await runSubscriptions(parts(database), [subscription]), 0)
    const later = new Date(now.getTime() + 61_000)
    assert.equal(await runSubscriptions(parts(database, later), [subscription]), 2)
    assert.equal(await runSubscriptions(parts(database, later), [subscription]), 0)
    assert.deepEqual(seen, [1, 2, 3, 4])
    const copies = await database.execute(
      `select count(*) as n from chronicle_entries where object_kind = 'copy'`,
    )
    assert.equal(copies.rows[0]?.['n'], 4n)
    const [state] = await subscriptionStates(runnerOn(database).reading(context()))
    assert.deepEqual([state?.position, state?.behind, state?.attempts], [5n, 0n, 0])
  })
})

test('what cannot be handled is put aside after so many attempts, shown, and can be tried again', async () => {
  await base.withRollback(async (_kysely, database) => {
    await write(database, 2)
    await sealAll(database)
    let broken = true
    const handled: unknown[] = []
    const subscription = subscribe({
      name: 'test.fragile',
      types: [decided.type],
      from: 'beginning',
      async handle(_work, found) {
        if (broken && found.data['count'] === 1) throw new Error('no partner')
        handled.push(found.data['count'])
      },
    })
    await registerSubscriptions(parts(database), [subscription])
    for (let hour = 0; hour < attemptsBeforePuttingAside; hour += 1) {
      assert.deepEqual(handled, [])
      await runSubscriptions(parts(database, new Date(now.getTime() + hour * 7_200_000)), [
        subscription,
      ])
    }
    assert.deepEqual(handled, [2])
    const [state] = await subscriptionStates(runnerOn(database).reading(context()))
    assert.equal(state?.deadLetters, 1)
    assert.equal(await retryDeadLetters(parts(database), subscription), 0)
    broken = false
    assert.equal(await retryDeadLetters(parts(database), subscription), 1)
    assert.equal(await retryDeadLetters(parts(database), subscription), 0)
    assert.deepEqual(handled, [2, 1])
  })
})

test('a subscription that is new begins where it says, and one that is known stays where it is', async () => {
  await base.withRollback(async (_kysely, database) => {
    const seen: string[] = []
    const from = (begins: 'beginning' | 'now', name = begins as string) =>
      subscribe({
        name,
        types: [decided.type],
        from: begins,
        handle: async (_work, found) => void seen.push(`${name} ${found.position}`),
      })
    await write(database, 2)
    await sealAll(database)
    await write(database, 1)
    const subscriptions = [from('beginning'), from('now')]
    await registerSubscriptions(parts(database), subscriptions)
    await sealAll(database)
    await runSubscriptions(parts(database), subscriptions)
    assert.deepEqual(seen, ['beginning 1', 'beginning 2', 'beginning 3', 'now 3'])
    await registerSubscriptions(parts(database), [from('beginning', 'now')])
    await runSubscriptions(parts(database), [from('beginning', 'now')])
    assert.equal(seen.length, 4, 'what a known one says now does not send it back')
    const unknown = from('now', 'unknown')
    await assert.rejects(runSubscriptions(parts(database), [unknown]), /unknown is not registered/)
  })
})

test('two runners of one subscription share the work without repeating it', async () => {
  const database = await base.clone()
  await write(database, 30)
  await sealAll(database)
  const seen: unknown[] = []
  const subscription = subscribe({
    name: 'test.shared',
    types: [decided.type],
    from: 'beginning',
    handle: async (_work, found) => void seen.push(found.position),
  })
  await Promise.all([1, 2, 3].map(() => registerSubscriptions(parts(database), [subscription])))
  await Promise.all([1, 2, 3].map(() => runSubscriptions(parts(database), [subscription])))
  await runSubscriptions(parts(database), [subscription])
  assert.deepEqual(seen.length, 30)
  assert.equal(new Set(seen).size, 30)
})

test('ids of entries only rise, so that entries of one moment keep their order', () => {
  const ids = Array.from({ length: 10_000 }, () => nextEntryId())
  assert.deepEqual(ids.toSorted(), ids)
  assert.equal(new Set(ids).size, ids.length)
  for (const id of ids)
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

function runnerOn(database: Database) {
  return createWorkRunner(database, {
    append: appendEntries,
    decisions: { can: () => true, scope: () => (eb) => eb.lit(true) },
  })
}

function parts(database: Database, at = now) {
  return { database, runner: runnerOn(database), now: () => at }
}

function context(at = now) {
  return { actor: { kind: 'system' as const, name: 'test' }, now: at, language: 'en' as const }
}

function entry(count: number): EntryDraft {
  return decided({
    object: { kind: 'case', id: 'one' },
    organisationIds: [organisation],
    personId: person,
    data: { count },
    personal: { name: 'Malee' },
  })
}

function note(): EntryDraft {
  return noted({ object: { kind: 'case', id: 'one' }, data: { count: 0 } })
}

async function write(database: Database, count: number, at = now): Promise<void> {
  for (let index = 1; index <= count; index += 1) {
    await runnerOn(database).perform(context(at), (work: Work) =>
      work.write(entry(index), async () => {}),
    )
  }
}

let made: Promise<string> | null = null

/** One folder of keys for the run, in the system's temporary folder; each call opens keys of its own in it. */
async function keys() {
  made ??= mkdtemp(join(tmpdir(), 'weft-keys-'))
  const directory = await mkdtemp(join(await made, 'k'))
  return { directory, signer: await createSigner(directory) }
}

process.once(
  'beforeExit',
  () => void made?.then((path) => rm(path, { recursive: true, force: true })),
)
