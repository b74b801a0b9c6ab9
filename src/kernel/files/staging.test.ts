import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { createWorkRunner, isRefused, type Database, type WorkRunner } from '#kernel/database'
import { testDatabase } from '../../../test/harness/database.ts'
import {
  claimStaged,
  diskBlobStore,
  expireStaged,
  fileById,
  filesOf,
  receiveFile,
  removeFile,
  stagedFiles,
  stageFile,
  streamFile,
  sweepBlobs,
  type ReceivedFile,
} from './index.ts'

const directory = new URL('./migrations/', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'weft-files-'))
const store = diskBlobStore(folder)
const now = new Date('2026-11-22T08:00:00Z')
const aDayLater = new Date('2026-11-23T08:00:01Z')
const owner = { ownerKind: 'recognition.transcript', ownerId: '1', origin: 'test' }
const context = { actor: { kind: 'system', name: 'test' }, now, language: 'en' } as const

after(() => rmSync(folder, { recursive: true, force: true }))

async function withRunner(part: (runner: WorkRunner) => Promise<void>): Promise<void> {
  const { withRollback } = await testDatabase([{ name: 'files', directory }])
  await withRollback((_, database: Database) =>
    part(
      createWorkRunner(database, {
        append: async () => undefined,
        decisions: {
          can: () => true,
          scope: () => () => {
            throw new Error('no list is scoped here')
          },
        },
      }),
    ),
  )
}

async function received(text: string, name = 'ใบแสดงผล.csv'): Promise<ReceivedFile> {
  const file = await receiveFile(
    store,
    { name, bytes: Buffer.from(text) },
    { allow: ['csv'], maxBytes: 1000 },
  )
  assert.ok(!isRefused(file))
  return file
}

describe('a file sent with a form', () => {
  test('waits across a refused form for its owner alone, and is then claimed once', () =>
    withRunner(async (runner) => {
      const file = await received('a,b\n1,2\n')
      const staged = await runner.perform(context, (work) => stageFile(work, file, 'session:1'))
      await runner.perform(context, async (work) => {
        assert.deepEqual(
          (await stagedFiles(work, [staged.id, 'nonsense'], 'session:1')).map((one) => one.name),
          ['ใบแสดงผล.csv'],
        )
        assert.deepEqual(await stagedFiles(work, [staged.id], 'session:2'), [])
      })
      const stolen = await runner.perform(context, (work) =>
        claimStaged(work, [staged.id], 'session:2', owner),
      )
      assert.ok(isRefused(stolen))
      const claimed = await runner.perform(context, (work) =>
        claimStaged(work, [staged.id], 'session:1', owner),
      )
      assert.ok(!isRefused(claimed))
      const again = await runner.perform(context, (work) =>
        claimStaged(work, [staged.id], 'session:1', owner),
      )
      assert.ok(isRefused(again))
      await runner.perform(context, async (work) => {
        const [one] = await filesOf(work, owner.ownerKind, owner.ownerId)
        assert.deepEqual(one, claimed[0])
        assert.equal(one!.size_bytes, 8n)
        const read = await streamFile(work, store, one!.id)
        assert.ok(!isRefused(read))
        assert.equal(await new Response(read.stream).text(), 'a,b\n1,2\n')
      })
    }))

  test('is claimed with the others or not at all', () =>
    withRunner(async (runner) => {
      const staged = await runner.perform(context, async (work) =>
        stageFile(work, await received('x,y\n'), 'p'),
      )
      const missing = '01234567-89ab-7def-8123-456789abcdef'
      const refused = await runner.perform(context, (work) =>
        claimStaged(work, [staged.id, missing], 'p', owner),
      )
      assert.ok(isRefused(refused))
      assert.equal((await stagedFiles(runner.reading(context), [staged.id], 'p')).length, 1)
    }))

  test('expires after a day', () =>
    withRunner(async (runner) => {
      const staged = await runner.perform(context, async (work) =>
        stageFile(work, await received('x,z\n'), 'p'),
      )
      const later = { ...context, now: aDayLater }
      assert.deepEqual(await stagedFiles(runner.reading(later), [staged.id], 'p'), [])
      assert.equal(await runner.perform(context, expireStaged), 0)
      assert.equal(await runner.perform(later, expireStaged), 1)
    }))

  test('is refused before anything is stored when its content is wrong', async () => {
    const refused = await receiveFile(
      store,
      { name: 'x.csv', bytes: Buffer.from('%PDF-1.7 x') },
      { allow: ['csv'], maxBytes: 100 },
    )
    assert.ok(isRefused(refused))
    assert.equal(refused.status, 415)
  })
})

describe('the nightly sweep', () => {
  test('removes contents that no row names, once they are a day old', () =>
    withRunner(async (runner) => {
      const kept = await received('kept,1\n')
      const dropped = await received('dropped,1\n')
      const removed = await received('removed,1\n')
      const ids = await runner.perform(context, async (work) => {
        const staged = [await stageFile(work, kept, 'p'), await stageFile(work, removed, 'p')]
        const claimed = await claimStaged(
          work,
          staged.map((one) => one.id),
          'p',
          owner,
        )
        assert.ok(!isRefused(claimed))
        await removeFile(work, claimed[1]!.id)
        return claimed.map((one) => one.id)
      })
      const today = { ...context, now: new Date() }
      await sweepBlobs(runner, today, store)
      assert.equal(await store.has(dropped.sha256), true)
      const future = { ...context, now: new Date(Date.now() + 2 * 86_400_000) }
      assert.ok((await sweepBlobs(runner, future, store)) >= 2)
      assert.equal(await store.has(kept.sha256), true)
      assert.equal(await store.has(dropped.sha256), false)
      assert.equal(await store.has(removed.sha256), false)
      const work = runner.reading(context)
      assert.ok(await fileById(work, ids[0]!))
      assert.equal(await fileById(work, ids[1]!), null)
      assert.equal(await fileById(work, "1' or true"), null)
    }))
})
