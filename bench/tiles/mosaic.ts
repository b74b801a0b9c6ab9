import { join } from 'node:path'
import sharp from 'sharp'
import { wovenObjects } from '../../src/modules/exhibitions/seed/woven.ts'

/** Lays a picture beside itself until it fills the size; a woven one where none is given. Gives the path. */
export async function mosaic(
  folder: string,
  file: string | null,
  { width, height }: { width: number; height: number },
): Promise<string> {
  const path = join(folder, `mosaic-${width}.png`)
  const given = file === null ? await cloth() : sharp(file, { limitInputPixels: false })
  const unit = await given
    .resize(Math.min(3000, width), undefined, { withoutEnlargement: true })
    .removeAlpha()
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer()
  await sharp({
    create: { width, height, channels: 3, background: '#808080' },
    limitInputPixels: false,
  })
    .composite([{ input: unit, tile: true, gravity: 'northwest' }])
    .png({ compressionLevel: 1 })
    .toFile(path)
  return path
}

async function cloth() {
  return sharp(await wovenObjects[0]!.draw())
}
