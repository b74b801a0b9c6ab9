import { openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import { SaxesParser } from 'saxes'
import { refuse } from '#kernel/database'
import { m } from './messages/index.ts'
import { localCopies } from './local-copies.ts'
import { patiently } from './patience.ts'
import { spool } from './spool.ts'
import { StoreAwayError } from './store-away.ts'
import { checkSha256, verifying, type BlobStore, type StoredBlob } from './store.ts'

/** An S3-compatible store, addressed by path: `endpoint/bucket/prefix…`. */
export interface S3Config {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Put before every name, for a bucket shared with others; ends with a slash. */
  readonly prefix?: string
  /** Where a blob waits while its hash is not yet known; the system's temporary folder unless said. */
  readonly spoolFolder?: string
  /** How long the store may be silent, in milliseconds, before a request is given up; a minute unless said. */
  readonly silenceMs?: number
}

/** What an S3-compatible store answered instead of doing as asked. */
export class StoreAnswerError extends Error {
  readonly status: number
  /** The code of the answer's XML, such as `AccessDenied`; null where it says none. */
  readonly reason: string | null

  constructor(what: string, status: number, reason: string | null) {
    super(`The file store answered ${[status, reason].filter(Boolean).join(' ')} to a ${what}.`)
    this.name = 'StoreAnswerError'
    this.status = status
    this.reason = reason
  }
}

const emptySha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
/** Whoever waits for a file waits at a page; a large one that is sent may be put together at the other end. */
const longestSilenceMs = { read: 15_000, write: 60_000 }
const attempts = 3

/** The same store over S3, every request signed (Signature Version 4) together with the hash of its body. */
export function s3BlobStore(config: S3Config): BlobStore {
  const request = requester(config)
  const prefix = config.prefix ?? ''
  const copies = localCopies(join(config.spoolFolder ?? tmpdir(), 'weft-copies'))
  const keyOf = (sha256: string) => `${prefix}${checkSha256(sha256).slice(0, 2)}/${sha256}`

  return {
    async put(source, { maxBytes } = {}) {
      const folder = config.spoolFolder ?? join(tmpdir(), 'weft-incoming')
      const spooled = await spool(source, folder, maxBytes)
      if ('refusal' in spooled) return spooled
      try {
        const body = await openAsBlob(spooled.path)
        const answer = await request('PUT', keyOf(spooled.sha256), { body, sha256: spooled.sha256 })
        if (answer.ok) return { sha256: spooled.sha256, sizeBytes: spooled.sizeBytes }
        const says = (await answer.text()).slice(0, mostWords)
        if (saysFull(answer.status, says)) return refuse(507, m('store-full'))
        throw new StoreAnswerError('PUT', answer.status, reasonIn(says))
      } finally {
        await rm(spooled.path, { force: true })
      }
    },
    async get(sha256) {
      const answer = await request('GET', keyOf(sha256))
      if (answer.status === 404) return discard(answer, null)
      if (!answer.ok || !answer.body) throw await failed('GET', answer)
      return (answer.body as ReadableStream<Uint8Array>).pipeThrough(verifying(sha256))
    },
    pathOf(sha256) {
      return copies.pathOf(checkSha256(sha256), () => this.get(sha256))
    },
    async has(sha256) {
      const answer = await request('HEAD', keyOf(sha256))
      if (answer.ok || answer.status === 404) return discard(answer, answer.ok)
      throw await failed('HEAD', answer)
    },
    async remove(sha256, { ifOlderThan } = {}) {
      const head = await request('HEAD', keyOf(sha256))
      if (head.status === 404) return discard(head, false)
      if (!head.ok) throw await failed('HEAD', head)
      const putAt = new Date(head.headers.get('last-modified') ?? Date.now())
      if (ifOlderThan && putAt >= ifOlderThan) return discard(head, false)
      const answer = await request('DELETE', keyOf(sha256))
      if (!answer.ok && answer.status !== 404) throw await failed('DELETE', answer)
      return discard(answer, true)
    },
    list: () => listObjects(request, prefix),
  }
}

type Requester = (
  method: string,
  key: string,
  options?: { body?: Blob; sha256?: string; query?: Record<string, string> },
) => Promise<Response>

function requester(config: S3Config): Requester {
  const client = new AwsClient({
    accessKeyId: config.accessKeyId,
    secretAccessKey: config.secretAccessKey,
    region: config.region,
    service: 's3',
  })
  const base = `${config.endpoint.replace(/\/$/, '')}/${config.bucket}`

  return async (method, key, { body, sha256 = emptySha256, query = {} } = {}) => {
    const url = new URL(key === '' ? base : `${base}/${key}`)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const silenceMs = config.silenceMs ?? longestSilenceMs[body ? 'write' : 'read']
    for (let attempt = 1; ; attempt++) {
      try {
        const signed = await client.sign(url, {
          method,
          headers: { 'x-amz-content-sha256': sha256 },
        })
        const { url: address, headers } = signed
        // Said beforehand, or the body would go in chunks, which S3 does not take.
        if (body) headers.set('content-length', String(body.size))
        const answer = await patiently(body ?? null, silenceMs, (patient) =>
          fetch(address, { method, headers, redirect: 'error', ...patient }),
        )
        if (answer.status !== 503 && answer.status !== 500) return answer
        if (attempt >= attempts) return answer
        await answer.body?.cancel()
      } catch (error) {
        // Silence is not waited for once more.
        const isOver = attempt >= attempts || error instanceof StoreAwayError
        if (isOver) throw error instanceof StoreAwayError ? error : new StoreAwayError(error)
      }
      await sleep(100 * 2 ** attempt)
    }
  }
}

async function* listObjects(
  request: Requester,
  prefix: string,
): AsyncIterable<StoredBlob & { putAt: Date }> {
  let token: string | undefined
  do {
    const query: Record<string, string> = { 'list-type': '2', prefix }
    if (token !== undefined) query['continuation-token'] = token
    const answer = await request('GET', '', { query })
    if (!answer.ok) throw await failed('LIST', answer)
    const page = parseListing(await answer.text())
    for (const object of page.objects) {
      const sha256 = object.key.slice(-64)
      if (/^[0-9a-f]{64}$/.test(sha256))
        yield { sha256, sizeBytes: object.sizeBytes, putAt: object.putAt }
    }
    token = page.token
  } while (token !== undefined)
}

/** ListObjectsV2, response elements Contents and NextContinuationToken. */
function parseListing(xml: string) {
  const objects: { key: string; sizeBytes: number; putAt: Date }[] = []
  let token: string | undefined
  let text = ''
  let current = { key: '', sizeBytes: 0, putAt: new Date(0) }
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    text = ''
    if (name === 'Contents') current = { key: '', sizeBytes: 0, putAt: new Date(0) }
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'Key') current.key = text
    else if (name === 'Size') current.sizeBytes = Number(text)
    else if (name === 'LastModified') current.putAt = new Date(text)
    else if (name === 'Contents') objects.push(current)
    else if (name === 'NextContinuationToken' && text !== '') token = text
  })
  parser.write(xml).close()
  return { objects, token }
}

const mostWords = 4000

function saysFull(status: number, says: string): boolean {
  return status === 507 || /StorageFull|QuotaExceeded|InsufficientStorage/i.test(says)
}

/** REST error responses, element Code. */
function reasonIn(says: string): string | null {
  return /<Code>([A-Za-z0-9.]{1,64})<\/Code>/.exec(says)?.[1] ?? null
}

async function failed(what: string, answer: Response): Promise<Error> {
  const says = (await answer.text()).slice(0, mostWords)
  return new StoreAnswerError(what, answer.status, reasonIn(says))
}

async function discard<T>(answer: Response, value: T): Promise<T> {
  await answer.body?.cancel()
  return value
}
