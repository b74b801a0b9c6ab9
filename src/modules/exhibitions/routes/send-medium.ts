import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { isRefused } from '#kernel/database'
import { streamFile } from '#kernel/files'
import type { Answer, Call } from '#kernel/http'
import type { MediaRow } from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { byteRange } from '../rules/byte-range.ts'

/** A medium with its object, whose facts say who may see it. */
export type MediumOfObject = ObjectRow & { medium: MediaRow }

/**
 * The content of a medium as it was sent; a part of it for players that ask for one. Any page of any site may fetch what
 * everybody may see.
 */
export async function sendMedium(call: Call<MediumOfObject>): Promise<Answer> {
  const { medium, audience } = call.object
  const size = Number(medium.size_bytes)
  const isOpen = audience === 'everybody'
  const headers = {
    'accept-ranges': 'bytes',
    etag: `"${medium.sha256.slice(0, 32)}"`,
    'cache-control': isOpen ? 'public, max-age=3600' : 'private, no-cache',
    ...(isOpen
      ? { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
      : {}),
  }
  if (call.headers.get('if-none-match') === headers.etag)
    return { kind: 'empty', status: 304, headers }
  const range = byteRange(call.headers.get('range'), size)
  if (range === 'beyond') {
    const none = { ...headers, 'content-range': `bytes */${size}` }
    return { kind: 'json', status: 416, data: { status: 416 }, headers: none }
  }
  const file = {
    kind: 'file',
    type: medium.media_type,
    name: medium.file_name,
    inline: true,
  } as const
  if (range) {
    const path = await call.services.blobs.pathOf(medium.sha256)
    if (path === null) return { kind: 'absent' }
    const { from, until } = range
    const part = createReadStream(path, { start: from, end: until })
    const told = {
      'content-range': `bytes ${from}-${until}/${size}`,
      'content-length': String(until - from + 1),
    }
    const body = Readable.toWeb(part) as ReadableStream<Uint8Array>
    return { ...file, status: 206, body, headers: { ...headers, ...told } }
  }
  const found = await streamFile(call.work, call.services.blobs, medium.file_id)
  if (isRefused(found)) return { kind: 'absent' }
  return { ...file, body: found.stream, headers: { ...headers, 'content-length': String(size) } }
}
