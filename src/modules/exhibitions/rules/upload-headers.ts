/** A length or an offset (RFC 9651 §3.3.1); null for anything else, which is as if nothing were said. */
export function lengthIn(header: string | null): number | null {
  return header !== null && /^\d{1,15}$/.test(header.trim()) ? Number(header) : null
}

/** A Boolean (RFC 9651 §3.3.6); null for anything else. */
export function flagIn(header: string | null): boolean | null {
  const text = header?.trim()
  return text === '?1' ? true : text === '?0' ? false : null
}

/** The SHA-256 in a Content-Digest or Repr-Digest (RFC 9530 §2, §3); null where none is said. */
export function sha256In(header: string | null): Buffer | null {
  const base64 = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header ?? '')?.[1]
  return base64 === undefined ? null : Buffer.from(base64, 'base64')
}

/** The name of a file in a Content-Disposition (RFC 6266 §4.3): in any script, else the plain one; null where none is. */
export function fileNameIn(header: string | null): string | null {
  const extended = /;\s*filename\*=UTF-8''([^;\s]+)/i.exec(header ?? '')?.[1]
  try {
    if (extended !== undefined) return decodeURIComponent(extended)
  } catch {
    // The plain name is still there.
  }
  return /;\s*filename="([^"]+)"/i.exec(header ?? '')?.[1] ?? null
}
