import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Config } from '../../src/kernel/files/s3-store.ts'

const secret = 'a-secret-of-the-test'
const accessKeyId = 'TESTKEY'

function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Checks a request as AWS describes Signature Version 4, without the code that signed it. */
function signatureIsRight(request: IncomingMessage, body: Buffer): boolean {
  const header = request.headers.authorization ?? ''
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      header,
    )
  if (!match || match[1] !== accessKeyId) return false
  const [, , date, region, signedHeaders, signature] = match as unknown as string[]
  if (request.headers['x-amz-content-sha256'] !== sha256Of(body)) return false
  const stamp = String(request.headers['x-amz-date'])
  if (!stamp.startsWith(date!) || !signedHeaders!.split(';').includes('host')) return false
  const url = new URL(request.url!, 'http://host')
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&')
  const headers = signedHeaders!
    .split(';')
    .map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const canonical = [
    request.method,
    url.pathname,
    query,
    headers.join(''),
    signedHeaders,
    sha256Of(body),
  ].join('\n')
  const toSign = [
    'AWS4-HMAC-SHA256',
    stamp,
    `${date}/${region}/s3/aws4_request`,
    sha256Of(canonical),
  ].join('\n')
  const key = [date!, region!, 's3', 'aws4_request'].reduce<Buffer | string>(
    (previous, part) => hmac(previous, part),
    `AWS4${secret}`,
  )
  return hmac(key, toSign).toString('hex') === signature
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** What a store on it is told, and its end. */
export interface SmallS3 {
  config: Pick<S3Config, 'endpoint' | 'bucket' | 'region' | 'accessKeyId' | 'secretAccessKey'>
  stop(): void
}

/** A small S3: path style, pages of two keys, and no mercy for a wrong signature. What has 70,000 bytes has no room. */
export async function startS3(): Promise<SmallS3> {
  const objects = new Map<string, { body: Buffer; putAt: Date }>()
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    const url = new URL(request.url!, 'http://host')
    const key = decodeURIComponent(url.pathname).replace(/^\/bucket\/?/, '')
    const object = objects.get(key)
    if (!signatureIsRight(request, body))
      return response.writeHead(403).end('SignatureDoesNotMatch')
    if (body.length === 70_000) return response.writeHead(507).end('XMinioStorageFull')
    if (request.method === 'PUT') {
      objects.set(key, { body, putAt: new Date() })
      return response.end()
    }
    if (key === '') return response.end(listing(url, objects))
    if (!object) return response.writeHead(404).end()
    if (request.method === 'DELETE') {
      objects.delete(key)
      return response.writeHead(204).end()
    }
    response.writeHead(200, {
      'content-length': object.body.length,
      'last-modified': object.putAt.toUTCString(),
    })
    return response.end(request.method === 'HEAD' ? undefined : object.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const config = { endpoint, bucket: 'bucket', region: 'ap-southeast-7' }
  return {
    config: { ...config, accessKeyId, secretAccessKey: secret },
    stop: () => void server.close(),
  }
}

function listing(url: URL, objects: ReadonlyMap<string, { body: Buffer; putAt: Date }>): string {
  const from = Number(url.searchParams.get('continuation-token') ?? 0)
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(url.searchParams.get('prefix') ?? ''))
    .toSorted()
  const contents = keys.slice(from, from + 2).map((key) => {
    const { body, putAt } = objects.get(key)!
    return `<Contents><Key>${key}</Key><LastModified>${putAt.toISOString()}</LastModified><Size>${body.length}</Size></Contents>`
  })
  const next =
    from + 2 < keys.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${contents.join('')}${next}</ListBucketResult>`
}
