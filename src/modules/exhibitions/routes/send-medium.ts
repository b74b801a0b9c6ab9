import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { isRefused } from '#kernel/database'
import { streamFile } from '#kernel/files'
import type { Answer, Call } from '#kernel/http'
import { wholePicture } from '../formats/addresses.ts'
import { type MediaRow, readyPicture } from '../queries/media.ts'
import type { ObjectRow } from '../queries/objects.ts'
import { byteRange } from '../rules/byte-range.ts'
import { keptFor } from './kept-for.ts'

/** A medium with its object, whose facts say who may see it. */
export type MediumOfObject = ObjectRow & { medium: MediaRow }

/**
 * The content of a medium as it was sent; a part of it for players that ask for one. A picture as it was sent is its holder's
 * alone, for its file may say where it was taken and with what: everybody else is led to what the image server makes of it.
 */
export async function sendMedium(call: Call<MediumOfObject>): Promise<Answer> {
  const { medium } = call.object
  const isOriginal = medium.kind === 'image'
  if (isOriginal && !call.may('exhibitions.object.edit', call.object)) return toPicture(call)
  const size = Number(medium.size_bytes)
  const headers = {
    'accept-ranges': 'bytes',
    etag: `"${medium.sha256.slice(0, 32)}"`,
    ...(isOriginal
      ? { 'cache-control': 'private, no-cache' }
      : keptFor([call.object], { seconds: 600 })),
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

function toPicture({ object }: Call<MediumOfObject>): Answer {
  const picture = readyPicture([object.medium])
  if (!picture) return { kind: 'absent' }
  // The holder's own people get something else at this address.
  const headers = { 'cache-control': 'private, no-cache' }
  return { kind: 'redirect', to: wholePicture(picture), headers }
}
