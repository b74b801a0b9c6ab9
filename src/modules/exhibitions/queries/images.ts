import type { Work } from '#kernel/database'
import { mediumById } from './media.ts'
import { rightsWith } from '../rules/strictest-rights.ts'
import type { ObjectRow } from './objects.ts'

/** An image with its object, whose facts say who may see it, as the image server needs it. */
export interface ImageObject extends ObjectRow {
  image: { id: string; sha256: string; width: number; height: number }
  /** Whether the address names the content by its hash. */
  isHashed: boolean
}

/** The identifier of an image: the medium and, for addresses that never change what they give, the hash of its pyramid. */
export function imageIdentifier(medium: { id: string; pyramid_sha256: string }): string {
  return `${medium.id}.${medium.pyramid_sha256.slice(0, hashDigits)}`
}

const hashDigits = 16

/**
 * The image that an identifier names, or null. What was found is remembered for a second: a page of tiles asks the
 * database once, and a withdrawal is in force at once in this process and within that second in all others.
 */
export async function imageMedium(work: Work, identifier: string): Promise<ImageObject | null> {
  const [, id = '', hash] = /^([0-9a-f-]{36})(?:\.([0-9a-f]{16}))?$/.exec(identifier) ?? []
  if (id === '') return null
  const found = await remembered(work, id)
  if (!found || (hash !== undefined && !found.image.sha256.startsWith(hash))) return null
  return { ...found, isHashed: hash !== undefined }
}

/** Forgets what is remembered of images: their object was changed. */
export function forgetImages(work: Work): void {
  known.delete(work.read)
}

const rememberedMs = 1000
const mostRemembered = 2000

interface Remembered {
  at: number
  found: Promise<ImageObject | null>
}

const known = new WeakMap<object, Map<string, Remembered>>()

function remembered(work: Work, id: string): Promise<ImageObject | null> {
  const own = known.get(work.read) ?? new Map<string, Remembered>()
  known.set(work.read, own)
  const before = own.get(id)
  const now = work.now.getTime()
  if (before && Math.abs(now - before.at) < rememberedMs) return before.found
  // The oldest answers stand first and are out of date first.
  for (const [old, { at }] of own) {
    if (own.size < mostRemembered && now - at < rememberedMs) break
    own.delete(old)
  }
  const found = readImage(work, id)
  own.delete(id)
  own.set(id, { at: now, found })
  found.catch(() => own.delete(id))
  return found
}

async function readImage(work: Work, id: string): Promise<ImageObject | null> {
  const found = await mediumById(work, id)
  if (!found) return null
  const { medium, object } = found
  const { width, height, pyramid_sha256: sha256 } = medium
  if (medium.kind !== 'image' || medium.state !== 'ready' || !width || !height || !sha256)
    return null
  return {
    ...object,
    rights_uri: rightsWith(object, [medium]),
    image: { id: medium.id, sha256, width, height },
    isHashed: false,
  }
}
