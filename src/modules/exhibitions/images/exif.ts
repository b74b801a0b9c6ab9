/** What of EXIF is kept: who, when, with what, and on which terms. Where it was taken is not: it may be somebody's home. */
const kept: Readonly<Record<number, string>> = {
  0x010e: 'description',
  0x010f: 'cameraMaker',
  0x0110: 'camera',
  0x013b: 'artist',
  0x8298: 'copyright',
  0x9003: 'taken',
}
const exifDirectory = 0x8769
const mostEntries = 512
const longestText = 1000

/** The texts of an EXIF block (with or without its `Exif` mark); what is damaged is passed over. */
export function readExif(block: Buffer): Record<string, string> {
  const bytes = block.subarray(block.toString('latin1', 0, 4) === 'Exif' ? 6 : 0)
  const found: Record<string, string> = {}
  try {
    const little = bytes.toString('latin1', 0, 2) === 'II'
    const short = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
    const long = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
    const read = (directory: number, isInner: boolean) => {
      const count = Math.min(mostEntries, short(directory))
      for (let index = 0; index < count; index += 1) {
        const at = directory + 2 + index * 12
        const tag = short(at)
        if (tag === exifDirectory && !isInner) read(long(at + 8), true)
        const name = kept[tag]
        if (name === undefined || short(at + 2) !== 2) continue
        const length = long(at + 4)
        const from = length <= 4 ? at + 8 : long(at + 8)
        const text = textOf(bytes.subarray(from, from + Math.min(length, longestText)))
        if (text !== '') found[name] = text
      }
    }
    read(long(4), false)
  } catch {
    // An offset that leads out of the block: what was read before it stays.
  }
  return found
}

function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  const text = bytes.toString('utf8', 0, end < 0 ? bytes.length : end)
  return text
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .toWellFormed()
}
