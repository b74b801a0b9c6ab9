/** What a model says of itself, as far as its file tells. */
export interface ModelFacts {
  /** Texts of `asset` and its extras: title, author, licence, copyright, generator. */
  embedded: Record<string, string>
}

const magic = 0x46546c67
const jsonChunk = 0x4e4f534a
const longestJson = 64 * 1024 * 1024
const longestText = 1000

/**
 * Reads the container of a binary glTF 2.0 (§4): its lengths must agree, and it must hold everything, for a model that
 * fetches buffers or pictures from elsewhere is half gone when that address is. Null for anything else.
 */
export function readGlb(bytes: Uint8Array): ModelFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 20 || view.getUint32(0, true) !== magic) return null
  if (view.getUint32(4, true) !== 2 || view.getUint32(8, true) !== bytes.byteLength) return null
  const length = view.getUint32(12, true)
  if (view.getUint32(16, true) !== jsonChunk || length > longestJson) return null
  if (20 + length > bytes.byteLength) return null
  const scene = sceneIn(bytes.subarray(20, 20 + length))
  if (!scene || !isWhole(scene)) return null
  return { embedded: textsOf(scene.asset) }
}

interface Scene {
  asset: Record<string, unknown>
  buffers?: unknown
  images?: unknown
}

function sceneIn(bytes: Uint8Array): Scene | null {
  try {
    const found: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (typeof found !== 'object' || found === null) return null
    const { asset } = found as { asset?: unknown }
    if (typeof asset !== 'object' || asset === null) return null
    const { version } = asset as { version?: unknown }
    return typeof version === 'string' && version.startsWith('2.') ? (found as Scene) : null
  } catch {
    return null
  }
}

/** Whether no part of it stands at an address. */
function isWhole({ buffers, images }: Scene): boolean {
  return [buffers, images].every(
    (parts) =>
      !Array.isArray(parts) ||
      parts.every((part: { uri?: unknown } | null) => {
        const uri = part?.uri
        return uri === undefined || (typeof uri === 'string' && uri.startsWith('data:'))
      }),
  )
}

const keptKeys = ['title', 'author', 'license', 'source', 'copyright', 'generator'] as const

function textsOf(asset: Record<string, unknown>): Record<string, string> {
  const extras = asset['extras']
  const all = { ...asset, ...(typeof extras === 'object' && extras !== null ? extras : {}) }
  const texts = keptKeys.flatMap((key) => {
    const found = (all as Record<string, unknown>)[key]
    return typeof found === 'string' && found !== ''
      ? [
          [
            key,
            found
              .replace(/\p{Cc}/gu, ' ')
              .slice(0, longestText)
              .toWellFormed(),
          ] as const,
        ]
      : []
  })
  return Object.fromEntries(texts)
}
