import { inflateSync } from 'node:zlib'
import { evidenceFormat } from './evidence.ts'

const longestEvidence = 20_000_000

/**
 * The evidence that travels inside a PDF (ISO 32000-1, 7.11.4: embedded file streams), or null. Only streams as they are
 * written here are read: plain or deflated.
 */
export function evidenceInPdf(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  for (
    let at = text.indexOf('/EmbeddedFile');
    at !== -1;
    at = text.indexOf('/EmbeddedFile', at + 1)
  ) {
    const begin = /^[\s\S]{0,2000}?\bstream\r?\n/.exec(text.slice(at, at + 2100))
    if (!begin) continue
    const start = at + begin[0].length
    const end = text.indexOf('endstream', start)
    if (end === -1) continue
    const object = text.lastIndexOf(' obj', at)
    const isDeflated = text.slice(Math.max(object, 0), start).includes('/FlateDecode')
    const found = contentOf(bytes.subarray(start, end), isDeflated)
    if (found?.includes(evidenceFormat)) return found
  }
  return null
}

function contentOf(stream: Uint8Array, isDeflated: boolean): string | null {
  try {
    const plain = isDeflated ? inflateSync(stream, { maxOutputLength: longestEvidence }) : stream
    return new TextDecoder('utf-8', { fatal: true }).decode(plain).trim()
  } catch {
    return null
  }
}
