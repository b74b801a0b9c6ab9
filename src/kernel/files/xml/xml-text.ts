/** Bytes of an XML file as text; `encoding` names what could not be read. */
export type DecodedXml = { ok: true; text: string } | { ok: false; encoding: string }

/** Decodes an XML file: the byte order mark decides, else the XML declaration, else UTF-8. Broken bytes are refused. */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const encoding = encodingOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    return { ok: false, encoding }
  }
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  const head = bytes.subarray(0, 200).toString('latin1')
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1] ?? 'utf-8'
}
