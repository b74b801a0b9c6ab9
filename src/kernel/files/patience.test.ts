import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { s3BlobStore } from './s3-store.ts'

const silenceMs = 400
const pieces = 8
const content = Buffer.alloc(pieces * 1000, 'slow')
const sha256 = createHash('sha256').update(content).digest('hex')

let answer: (request: IncomingMessage, response: ServerResponse) => unknown
let server: Server

before(async () => {
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
after(() => {
  server.closeAllConnections()
  server.close()
})

function store(limit = silenceMs) {
  const { port } = server.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}`
  const key = { accessKeyId: 'KEY', secretAccessKey: 'secret' }
  return s3BlobStore({ endpoint, bucket: 'bucket', region: 'somewhere', ...key, silenceMs: limit })
}

async function sizeOf(stream: ReadableStream<Uint8Array> | null): Promise<number> {
  let size = 0
  for await (const part of stream!) size += part.byteLength
  return size
}

/** Gives the content piece by piece, each well within the limit and all of them well beyond it; then stops or goes on. */
async function trickle(response: ServerResponse, most = pieces): Promise<void> {
  response.writeHead(200, { 'content-length': content.length })
  for (let piece = 0; piece < most; piece += 1) {
    response.write(content.subarray(piece * 1000, (piece + 1) * 1000))
    await sleep(silenceMs / 4)
  }
  if (most === pieces) response.end()
}

test('a download may take far longer than the store may be silent', async () => {
  answer = (_request, response) => trickle(response)
  assert.equal(await sizeOf(await store().get(sha256)), content.length)
})

test('a download that falls silent in the middle is given up', async () => {
  answer = (_request, response) => trickle(response, 2)
  await assert.rejects(sizeOf(await store().get(sha256)), { code: 'ETIMEDOUT' })
})

test('a reader who rests is not the silence of the store', async () => {
  answer = (_request, response) => response.writeHead(200).end(content)
  const stream = await store().get(sha256)
  await sleep(silenceMs * 2)
  assert.equal(await sizeOf(stream), content.length)
})

test('a store that never begins its answer is given up', async () => {
  let asked = 0
  answer = () => void (asked += 1)
  await assert.rejects(store().get(sha256), { name: 'StoreAwayError', code: 'ETIMEDOUT' })
  assert.equal(asked, 1, 'its silence is waited for once')
})

test('an upload may take longer than the store may be silent, and says its length', async () => {
  const bytes = Buffer.alloc(64_000_000, 1)
  let seen = {}
  answer = async (request, response) => {
    let got = 0
    let rests = 0
    for await (const part of request) {
      got += (part as Buffer).length
      // Taken slowly, 32 rests in all; what the connection itself holds at the end are a few of them.
      if (got < (rests + 1) * 2_000_000) continue
      rests += 1
      await sleep(60)
    }
    const { 'content-length': length, 'transfer-encoding': coding } = request.headers
    seen = { got, length, coding }
    response.end()
  }
  const put = await store(1500).put(bytes)
  assert.ok(!('refusal' in put))
  assert.deepEqual(seen, { got: bytes.length, length: String(bytes.length), coding: undefined })
})

test('an upload that the store stops taking is given up', async () => {
  answer = (request) => request.pause()
  await assert.rejects(store().put(Buffer.alloc(20_000_000, 1)), { code: 'ETIMEDOUT' })
})
