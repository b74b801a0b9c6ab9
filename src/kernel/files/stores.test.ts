import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type SmallS3, startS3 } from '../../../test/harness/small-s3.ts'
import { isRefused } from '#kernel/database'
import { diskBlobStore } from './disk-store.ts'
import { s3BlobStore } from './s3-store.ts'
import type { BlobStore } from './store.ts'

const root = mkdtempSync(join(tmpdir(), 'weft-blobs-'))

after(() => rmSync(root, { recursive: true, force: true }))

function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function bytesOf(stream: ReadableStream<Uint8Array> | null): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of stream!) parts.push(part)
  return Buffer.concat(parts)
}

/** What every store must do, whatever keeps its bytes. */
function keepsBlobs(open: () => BlobStore): void {
  test('gives back what was put, from bytes and from a stream', async () => {
    const store = open()
    const bytes = randomBytes(300_000)
    const put = await store.put(bytes)
    assert.deepEqual(put, { sha256: sha256Of(bytes), sizeBytes: 300_000 })
    assert.deepEqual(await bytesOf(await store.get(sha256Of(bytes))), bytes)
    const text = Buffer.from('น้ำ')
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(text.subarray(0, 4))
        controller.enqueue(text.subarray(4))
        controller.close()
      },
    })
    assert.deepEqual(await store.put(stream), { sha256: sha256Of(text), sizeBytes: text.length })
    assert.equal(await store.has(sha256Of(text)), true)
  })

  test('says plainly what it does not have', async () => {
    const store = open()
    assert.equal(await store.get('0'.repeat(64)), null)
    assert.equal(await store.has('0'.repeat(64)), false)
    assert.equal(await store.remove('0'.repeat(64)), false)
  })

  test('takes nothing but a hash for a name', async () => {
    for (const name of ['../../etc/passwd', 'A'.repeat(64), ''])
      await assert.rejects(async () => open().get(name), RangeError)
  })

  test('lists and removes, but not what was put after the time given', async () => {
    const store = open()
    const put = await store.put(Buffer.from('to be removed'))
    assert.ok(!isRefused(put))
    const listed: string[] = []
    for await (const blob of store.list()) listed.push(blob.sha256)
    assert.ok(listed.includes(put.sha256))
    assert.equal(
      await store.remove(put.sha256, { ifOlderThan: new Date(Date.now() - 3_600_000) }),
      false,
    )
    assert.equal(await store.remove(put.sha256), true)
    assert.equal(await store.has(put.sha256), false)
  })

  test('refuses a source that grows too long, and keeps none of it', async () => {
    const store = open()
    const refused = await store.put(randomBytes(2000), { maxBytes: 1000 })
    assert.ok(isRefused(refused))
    assert.equal(refused.status, 413)
  })
}

describe('a store on disk', () => {
  const folder = join(root, 'disk')
  keepsBlobs(() => diskBlobStore(folder))

  test('leaves nothing half written behind', () => {
    assert.deepEqual(readdirSync(join(folder, 'incoming')), [])
  })

  test('notices damaged bytes when they are read', async () => {
    const store = diskBlobStore(join(root, 'damaged'))
    const put = await store.put(Buffer.from('as it was'))
    assert.ok(!isRefused(put))
    writeFileSync(join(root, 'damaged', put.sha256.slice(0, 2), put.sha256), 'as it is!')
    await assert.rejects(bytesOf(await store.get(put.sha256)), /damaged/)
  })

  test('refuses on a full disk and leaves nothing', async (context) => {
    const small = join(root, 'small')
    mkdirSync(small)
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small])
    if (mounted.status !== 0) {
      context.skip('a small file system cannot be mounted here')
      return
    }
    try {
      const store = diskBlobStore(small)
      const refused = await store.put(randomBytes(1_000_000))
      assert.ok(isRefused(refused))
      assert.equal(refused.status, 507)
      assert.deepEqual(readdirSync(join(small, 'incoming')), [])
      assert.ok(!isRefused(await store.put(Buffer.from('a small one still fits'))))
    } finally {
      spawnSync('umount', [small])
    }
  })

  test('has only whole blobs after the process is killed while it writes', async () => {
    const killed = join(root, 'killed')
    const script = `
      import { diskBlobStore } from ${JSON.stringify(new URL('./disk-store.ts', import.meta.url).href)}
      import { randomBytes } from 'node:crypto'
      const store = diskBlobStore(${JSON.stringify(killed)})
      for (;;) process.stdout.write((await store.put(randomBytes(50_000 + Math.random() * 400_000))).sha256 + '\\n')`
    let acknowledged = ''
    for (let round = 0; round < 4; round++) {
      const child = spawn(process.execPath, [
        ...process.execArgv.filter((one) => !one.startsWith('--test')),
        '--input-type=module',
        '-e',
        script,
      ])
      child.stdout.on('data', (data: Buffer) => {
        acknowledged += data.toString()
        if (acknowledged.split('\n').length > (round + 1) * 12) child.kill('SIGKILL')
      })
      await new Promise((resolve) => child.once('close', resolve))
    }
    const store = diskBlobStore(killed)
    let count = 0
    for await (const { sha256 } of store.list()) {
      assert.equal(sha256Of(await bytesOf(await store.get(sha256))), sha256)
      count += 1
    }
    const promised = acknowledged.split('\n').filter((line) => line.length === 64)
    assert.ok(promised.length >= 40 && count >= promised.length)
    for (const sha256 of promised) assert.equal(await store.has(sha256), true)
  })
})

describe('a store on S3', () => {
  let server: SmallS3
  const config = (more: object = {}) => ({
    ...server.config,
    prefix: 'blobs/with space/',
    spoolFolder: join(root, 'spool'),
    ...more,
  })

  before(async () => {
    server = await startS3()
  })
  after(() => server.stop())

  keepsBlobs(() => s3BlobStore(config()))

  test('lists over several pages', async () => {
    const store = s3BlobStore(config({ prefix: 'many/' }))
    for (let index = 0; index < 5; index++) await store.put(Buffer.from(`blob ${index}`))
    const listed: string[] = []
    for await (const blob of store.list()) listed.push(blob.sha256)
    assert.equal(new Set(listed).size, 5)
  })

  test('is turned away with a wrong secret', async () => {
    const store = s3BlobStore(config({ secretAccessKey: 'another' }))
    await assert.rejects(store.put(Buffer.from('x')), /403/)
    await assert.rejects(store.get('0'.repeat(64)), /403/)
  })

  test('refuses when the store is full, and leaves nothing in the spool', async () => {
    const refused = await s3BlobStore(config()).put(Buffer.alloc(70_000))
    assert.ok(isRefused(refused))
    assert.equal(refused.status, 507)
    assert.deepEqual(readdirSync(join(root, 'spool')), [])
  })
})
