import { inflateSync } from 'node:zlib'

const longestStream = 2_000_000
const mostStreams = 2000

/**
 * The code of a document that was rendered here, out of the address of its check (`/PATH/CODE`) among its keywords; null
 * where there is none. It says which document this claims to be, and nothing of whether it was altered since.
 */
export function codeInPdf(bytes: Uint8Array, path: string): string | null {
  const address = new RegExp(`/${path}/([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})`)
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const plain = codeIn(text, address)
  if (plain) return plain
  let at = 0
  for (let count = 0; count < mostStreams; count += 1) {
    const begin = /stream\r?\n/g
    begin.lastIndex = at
    const found = begin.exec(text)
    if (!found) return null
    const start = begin.lastIndex
    const end = text.indexOf('endstream', start)
    if (end === -1) return null
    const code = codeIn(inflated(bytes.subarray(start, end)), address)
    if (code) return code
    at = end + 'endstream'.length
  }
  return null
}

/** Texts of a PDF may be in UTF-16, where every other byte of these letters is zero. */
function codeIn(text: string, address: RegExp): string | null {
  return address.exec(text)?.[1] ?? address.exec(text.replaceAll('\0', ''))?.[1] ?? null
}

function inflated(stream: Uint8Array): string {
  try {
    return inflateSync(stream, { maxOutputLength: longestStream }).toString('latin1')
  } catch {
    return ''
  }
}
