/** A piece of a file that the server has. */
export interface StoredPiece {
  from: number
  bytes: number
  sha256: string
}

/** Small enough to be through on a slow line before it breaks, large enough not to be the line's own burden. */
export const pieceBytes = { least: 256 * 1024, first: 1024 * 1024, most: 8 * 1024 * 1024 }
const wantedMs = 4000

/** The next piece takes as long as wanted, if the line stays as it was; at most twice or half of the last. */
export function nextPieceBytes(last: number, tookMs: number): number {
  const factor = Math.min(2, Math.max(0.5, wantedMs / Math.max(1, tookMs)))
  const next = Math.round((last * factor) / 65_536) * 65_536
  return Math.min(pieceBytes.most, Math.max(pieceBytes.least, next))
}

/** Null where the browser has no digests: on a page that did not come over https. */
export async function sha256(piece: Blob): Promise<Uint8Array | null> {
  if (!('subtle' in crypto)) return null
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await piece.arrayBuffer()))
}

/** Whether the pieces are the beginning of the file. */
export async function standsHere(file: File, pieces: readonly StoredPiece[]): Promise<boolean> {
  for (const { from, bytes, sha256: known } of pieces) {
    const digest = await sha256(file.slice(from, from + bytes))
    if (digest === null) return true
    const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    if (hex !== known) return false
  }
  return true
}
