import sharp from 'sharp'
import { readExif } from './exif.ts'
import { mostPixels } from './pyramid.ts'

/** Why a picture cannot be shown; its sentence is `media.fault.<name>`. */
export type PictureFault = 'animated' | 'broken' | 'kind' | 'pixels'

const shownFormats = new Set(['jpeg', 'png', 'tiff', 'webp', 'heif'])

/**
 * What a picture is by its content and what it says of itself, or why it cannot be shown. Nothing is decoded here: the
 * header alone says how many points there would be.
 */
export async function checkPicture(
  path: string,
): Promise<{ embedded: Record<string, string> } | PictureFault> {
  const found = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!found) return 'broken'
  if (!shownFormats.has(found.format ?? '')) return 'kind'
  // A TIFF with pages is a pyramid or a scan, of which the first is shown; anything else with pages moves.
  if ((found.pages ?? 1) > 1 && found.format !== 'tiff') return 'animated'
  if (found.width * found.height > mostPixels) return 'pixels'
  return { embedded: found.exif ? readExif(found.exif) : {} }
}
