import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import {
  createWorkRunner,
  type Database,
  isRefused,
  type WorkContext,
  type WorkRunner,
} from '#kernel/database'
import { testDatabase } from '../../../../test/harness/database.ts'
import { onSmallDisk } from '../../../../test/harness/small-disk.ts'
import { startS3 } from '../../../../test/harness/small-s3.ts'
import { diskBlobStore } from '../disk-store.ts'
import { s3BlobStore } from '../s3-store.ts'
import type { BlobStore } from '../store.ts'
import { sweepBlobs } from '../sweep.ts'
import { appendToUpload } from './append.ts'
import { assembleUpload, joinUpload } from './assemble.ts'
import { clearSome } from './clear.ts'
import {
  beginUpload,
  cancelUpload,
  type OpenUpload,
  piecesOf,
  settleUpload,
  uploadBounds,
  uploadById,
  uploadsFor,
} from './open-uploads.ts'

const directory = new URL('../migrations/', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'weft-uploads-'))
const store = diskBlobStore(folder)
const now = new Date('2026-11-26T08:00:00Z')
const somebody = '01980000-0000-7000-8000-00000000000a'
const context: WorkContext = {
  actor: { kind: 'person', personId: somebody, grants: [] },
  now,
  language: 'en',
}

after(() => rmSync(folder, { recursive: true, force: true }))

/** A house with files alone, and one upload of the given bytes. */
async function withUpload(
  bytes: Uint8Array,
  part: (given: { runner: WorkRunner; upload: OpenUpload }) => Promise<void>,
): Promise<void> {
  const { withRollback } = await testDatabase([{ name: 'files', directory }])
  await withRollback(async (_, database: Database) => {
    const runner = createWorkRunner(database, {
      append: async () => undefined,
      decisions: {
        can: () => true,
        scope: () => () => {
          throw new Error('no list is scoped here')
        },
      },
    })
    await part({ runner, upload: await begun(runner, bytes.length) })
  })
}

async function begun(
  runner: WorkRunner,
  lengthBytes: number,
  promisedSha256: string | null = null,
): Promise<OpenUpload> {
  const upload = await runner.perform(context, (work) =>
    beginUpload(work, input(lengthBytes, promisedSha256)),
  )
  assert.ok(!isRefused(upload))
  return upload
}

const input = (lengthBytes: number, promisedSha256: string | null = null) => ({
  ownerKind: 'exhibitions.object',
  ownerId: '1',
  name: '../ลายผ้า.tif',
  lengthBytes,
  mostBytes: 4_000_000_000,
  promisedSha256,
})

interface Sent {
  at: number
  bytes: Uint8Array | ReadableStream<Uint8Array>
  isLast?: boolean
  digest?: Buffer
  into?: BlobStore
}

async function send(runner: WorkRunner, id: string, sent: Sent) {
  const upload = await uploadById(runner.reading(context), id)
  assert.ok(upload)
  const { at, bytes, isLast = false, digest = null, into = store } = sent
  const body = bytes instanceof Uint8Array ? streamOf([bytes]) : bytes
  return appendToUpload(
    { perform: (verb) => runner.perform(context, verb), blobs: into },
    { upload, offset: at, body, digest, isLast, onComplete: async () => {} },
  )
}

/** A body that brings these parts, and then breaks where it is said to. */
function streamOf(parts: Uint8Array[], breaks = false): ReadableStream<Uint8Array> {
  const left = [...parts]
  return new ReadableStream({
    pull(controller) {
      const part = left.shift()
      if (part) controller.enqueue(part)
      else if (breaks) controller.error(new Error('the line broke'))
      else controller.close()
    },
  })
}

async function received(runner: WorkRunner, id: string): Promise<number> {
  return Number((await uploadById(runner.reading(context), id))?.received_bytes)
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
const csv = (size: number) => Buffer.from('a,b\n'.repeat(Math.ceil(size / 4))).subarray(0, size)
const rules = { allow: ['csv' as const], maxBytes: 1e9 }

describe('a large file that comes in pieces', () => {
  test('is put together as it was sent, in pieces that are cut where they grow too large', async () => {
    const bytes = csv(uploadBounds.piece * 2 + 1000)
    await withUpload(bytes, async ({ runner, upload }) => {
      assert.equal(upload.name, 'ลายผ้า.tif')
      const first = await send(runner, upload.id, { at: 0, bytes: bytes.subarray(0, 500) })
      assert.deepEqual(first, { received: 500, complete: false })
      const rest = { at: 500, bytes: bytes.subarray(500), isLast: true }
      const done = await send(runner, upload.id, rest)
      assert.deepEqual(done, { received: bytes.length, complete: true })
      const work = runner.reading(context)
      const sizes = (await piecesOf(work, upload.id)).map(({ size_bytes }) => Number(size_bytes))
      assert.deepEqual(sizes, [500, uploadBounds.piece, uploadBounds.piece, 500])
      const whole = await assembleUpload(work, store, upload, rules)
      assert.ok(!isRefused(whole))
      assert.equal(whole.sha256, sha256(bytes).toString('hex'))
      assert.equal(whole.kind, 'csv')
    })
  })

  test('keeps what came before the line broke, and goes on from there', async () => {
    const bytes = csv(3000)
    await withUpload(bytes, async ({ runner, upload }) => {
      const cut = streamOf([bytes.subarray(0, 700), bytes.subarray(700, 1200)], true)
      assert.ok(isRefused(await send(runner, upload.id, { at: 0, bytes: cut, isLast: true })))
      assert.equal(await received(runner, upload.id), 1200)
      const rest = { at: 1200, bytes: bytes.subarray(1200), isLast: true }
      assert.deepEqual(await send(runner, upload.id, rest), { received: 3000, complete: true })
      const whole = await assembleUpload(runner.reading(context), store, upload, rules)
      assert.ok(!isRefused(whole) && whole.sha256 === sha256(bytes).toString('hex'))
    })
  })

  test('takes nothing at a wrong place, and says where it stands', async () => {
    await withUpload(csv(3000), async ({ runner, upload }) => {
      for (const at of [1, 2999, 10_000]) {
        const sent = await send(runner, upload.id, { at, bytes: csv(10) })
        assert.deepEqual(sent, { expected: 0 })
      }
      assert.equal(await received(runner, upload.id), 0)
    })
  })

  test('goes on once when two pages send the same piece at once', async () => {
    await withUpload(csv(3000), async ({ runner, upload }) => {
      const piece = { at: 0, bytes: csv(1000) }
      // Both have seen the same state before either stored anything.
      const given = await uploadById(runner.reading(context), upload.id)
      const sendSeen = () =>
        appendToUpload(
          { perform: (verb) => runner.perform(context, verb), blobs: store },
          {
            upload: given!,
            offset: 0,
            body: streamOf([piece.bytes]),
            digest: null,
            isLast: false,
            onComplete: async () => {},
          },
        )
      assert.deepEqual(await sendSeen(), { received: 1000, complete: false })
      assert.deepEqual(await sendSeen(), { expected: 1000 })
      assert.equal((await piecesOf(runner.reading(context), upload.id)).length, 1)
    })
  })

  test('is refused where more comes than was announced, or less', async () => {
    for (const size of [3001, 2999]) {
      await withUpload(csv(3000), async ({ runner, upload }) => {
        const sent = await send(runner, upload.id, { at: 0, bytes: csv(size), isLast: true })
        assert.ok(isRefused(sent) && sent.message.key === 'upload-length')
        const again = await send(runner, upload.id, { at: 0, bytes: csv(10) })
        assert.ok(isRefused(again) && again.status === 409)
      })
    }
  })

  test('keeps nothing of a request whose digest is another', async () => {
    const bytes = randomBytes(uploadBounds.piece + 10)
    await withUpload(bytes, async ({ runner, upload }) => {
      const damaged = Buffer.from(bytes)
      damaged[5] = damaged[5]! ^ 1
      const digest = sha256(bytes)
      const sent = await send(runner, upload.id, { at: 0, bytes: damaged, digest })
      assert.ok(isRefused(sent) && sent.message.key === 'upload-digest')
      assert.equal(await received(runner, upload.id), 0)
      const right = await send(runner, upload.id, { at: 0, bytes, digest })
      assert.deepEqual(right, { received: bytes.length, complete: false })
    })
  })

  test('is refused where the whole is not what its sender promised', async () => {
    await withUpload(csv(10), async ({ runner }) => {
      const upload = await begun(runner, 1000, 'a'.repeat(64))
      await send(runner, upload.id, { at: 0, bytes: csv(1000), isLast: true })
      const whole = await assembleUpload(runner.reading(context), store, upload, rules)
      assert.ok(isRefused(whole) && whole.message.key === 'upload-digest')
    })
  })

  test('waits where the disk is full, and goes on where it stood once there is room', (t) =>
    onSmallDisk(t, '20m', async ({ folder: small, growTo }) => {
      const bytes = randomBytes(uploadBounds.piece * 3 + 1000)
      const into = diskBlobStore(small)
      const at = uploadBounds.piece * 2
      await withUpload(bytes, async ({ runner, upload }) => {
        const sendFrom = (from: number) =>
          send(runner, upload.id, { at: from, bytes: bytes.subarray(from), isLast: true, into })
        // Asked again while there is no room it says the same, and stands where it stood.
        for (const from of [0, at]) {
          const sent = await sendFrom(from)
          assert.ok(isRefused(sent) && sent.status === 507)
          assert.equal(await received(runner, upload.id), at)
          assert.deepEqual(readdirSync(join(small, 'incoming')), [])
        }
        growTo('80m')
        assert.deepEqual(await sendFrom(at), { received: bytes.length, complete: true })
        const whole = await joinUpload(runner.reading(context), into, upload)
        assert.ok(!isRefused(whole) && whole.sha256 === sha256(bytes).toString('hex'))
      })
    }))

  test('comes to a store on S3 as to a disk, over a line that breaks and a store without room', async () => {
    const s3 = await startS3()
    const spoolFolder = mkdtempSync(join(tmpdir(), 'weft-spool-'))
    const into = s3BlobStore({ ...s3.config, spoolFolder })
    const bytes = randomBytes(uploadBounds.piece * 4 + 70_000)
    await withUpload(bytes, async ({ runner, upload }) => {
      const sendPart = async (from: number, until: number, breaks = false) => {
        const body = streamOf([bytes.subarray(from, until)], breaks)
        const isLast = until === bytes.length
        const sent = await send(runner, upload.id, { at: from, bytes: body, isLast, into })
        return { sent, stands: await received(runner, upload.id) }
      }
      const { stands } = await sendPart(0, uploadBounds.piece + 3_000_000, true)
      assert.ok(stands >= uploadBounds.piece, `${stands} bytes had come`)
      const most = bytes.length - 70_000
      assert.equal((await sendPart(stands, most)).stands, most)
      // The store has no room for so many bytes; for parts of them it has.
      const full = await sendPart(most, bytes.length)
      assert.ok(isRefused(full.sent) && full.sent.status === 507)
      assert.equal(full.stands, most)
      await sendPart(most, most + 30_000)
      const { sent } = await sendPart(most + 30_000, bytes.length)
      assert.deepEqual(sent, { received: bytes.length, complete: true })
      const whole = await joinUpload(runner.reading(context), into, upload)
      assert.ok(!isRefused(whole) && whole.sha256 === sha256(bytes).toString('hex'))
      // What the store has at a place of its own on this machine is the same.
      assert.ok(sha256(readFileSync(whole.path)).equals(sha256(bytes)))
    }).finally(() => {
      s3.stop()
      rmSync(spoolFolder, { recursive: true, force: true })
    })
  })
})

describe('what is under way', () => {
  test('is bounded in number, for one person and for all', async () => {
    await withUpload(csv(1), async ({ runner }) => {
      const begin = (lengthBytes: number) =>
        runner.perform(context, (work) => beginUpload(work, input(lengthBytes)))
      const tooLarge = await begin(4_000_000_001)
      assert.ok(isRefused(tooLarge) && tooLarge.status === 413)
      const empty = await begin(0)
      assert.ok(isRefused(empty) && empty.status === 422)
      for (let nth = 0; nth < 9; nth += 1) assert.ok(!isRefused(await begin(4_000_000_000)))
      const beyond = await begin(4_000_000_000)
      assert.ok(isRefused(beyond) && beyond.message.key === 'uploads-large')
      for (let nth = 0; nth < 10; nth += 1) assert.ok(!isRefused(await begin(1)))
      const many = await begin(1)
      assert.ok(isRefused(many) && many.message.key === 'uploads-many')
    })
  })

  test('is kept from the sweep while it is wanted, and cleared when it is given up, done or too old', async () => {
    const bytes = randomBytes(2000)
    await withUpload(bytes, async ({ runner, upload }) => {
      await send(runner, upload.id, { at: 0, bytes, isLast: true })
      const hash = sha256(bytes).toString('hex')
      const later = (days: number) => ({
        ...context,
        now: new Date(now.getTime() + days * 86_400_000),
      })
      await sweepBlobs(runner, { ...context, now: new Date(Date.now() + 2 * 86_400_000) }, store)
      assert.equal(await store.has(hash), true)
      assert.equal(await runner.perform(later(6.9), clearSome), null)
      assert.equal(await runner.perform(context, (work) => settleUpload(work, upload.id)), true)
      assert.equal(await runner.perform(context, (work) => settleUpload(work, upload.id)), false)
      // Its pieces go soon, its end can be asked for a day.
      assert.deepEqual(await runner.perform(later(0.02), clearSome), [hash])
      assert.equal((await uploadById(runner.reading(context), upload.id))?.state, 'taken')
      await sweepBlobs(runner, { ...context, now: new Date(Date.now() + 2 * 86_400_000) }, store)
      assert.equal(await store.has(hash), false)
      assert.deepEqual(await runner.perform(later(1.1), clearSome), [])
      assert.equal(await runner.perform(later(1.1), clearSome), null)
    })
  })

  test('is nobody’s any more once it is cancelled or too old', async () => {
    await withUpload(csv(100), async ({ runner, upload }) => {
      const work = runner.reading(context)
      const place = { personId: somebody, ownerKind: 'exhibitions.object', ownerId: '1' }
      assert.equal((await uploadsFor(work, place)).length, 1)
      const old = runner.reading({ ...context, now: new Date('2026-12-03T08:00:00Z') })
      assert.equal(await uploadById(old, upload.id), null)
      assert.equal(await runner.perform(context, (each) => cancelUpload(each, upload.id)), true)
      assert.equal(await uploadById(work, upload.id), null)
      assert.deepEqual(await uploadsFor(work, place), [])
    })
  })
})
