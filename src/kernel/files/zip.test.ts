import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zipSync } from 'fflate'
import { isRefused } from '#kernel/database'
import { encodeText, type TextEncoding } from './encodings.ts'
import { byteSource, zipEntries } from './zip.ts'

/** An archive as a file manager of one country packs it: names in its code page, and no word on which. */
function packedIn(encoding: TextEncoding, names: readonly string[]): Uint8Array {
  const encoded = names.map((name) => {
    const written = encodeText(name, encoding)
    assert.ok('bytes' in written, name)
    return Buffer.from(written.bytes)
  })
  const placeOf = (at: number) => `${at}`.padStart(encoded[at]!.length, '_')
  const files = Object.fromEntries(names.map((name, at) => [placeOf(at), Buffer.from(name)]))
  const archive = Buffer.from(zipSync(files, { level: 0 }))
  for (const [at, bytes] of encoded.entries()) {
    const place = Buffer.from(placeOf(at))
    for (let found = archive.indexOf(place); found >= 0; found = archive.indexOf(place, found + 1))
      bytes.copy(archive, found)
  }
  return new Uint8Array(archive)
}

async function namesIn(archive: Uint8Array): Promise<string[]> {
  const entries = await zipEntries(await byteSource(archive))
  assert.ok(!isRefused(entries))
  return entries.map(({ name }) => name)
}

const names: [TextEncoding, string[]][] = [
  ['gb18030', ['织锦纹样/凤凰牡丹纹.png', '织锦纹样/缠枝莲纹.png', '说明/藏品登记表.xlsx']],
  ['windows-874', ['ผ้าทอ/ผ้าไหมมัดหมี่.png', 'ผ้าทอ/ลายน้ำไหล.png', 'ทะเบียนวัตถุ.xlsx']],
  ['cp949', ['직물/모란당초문.png', '직물/구름무늬 비단.png', '소장품 목록.xlsx']],
  ['utf-8', ['织锦/ผ้าไหม.png', '직물/été.png']],
]

for (const [encoding, expected] of names) {
  test(`names of an archive that was packed in ${encoding} are read as they were written`, async () => {
    assert.deepEqual(await namesIn(packedIn(encoding, expected)), expected)
  })
}

test('a name beside its Unicode Path is that path', async () => {
  const archive = Buffer.from(zipSync({ 'a?.png': Buffer.from('x') }, { level: 0 }))
  const path = Buffer.from('图.png')
  const extra = Buffer.alloc(9 + path.length)
  extra.writeUInt16LE(0x7075, 0)
  extra.writeUInt16LE(5 + path.length, 2)
  extra[4] = 1
  path.copy(extra, 9)
  const directory = archive.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  const nameEnd = directory + 46 + 'a?.png'.length
  const withPath = Buffer.concat([archive.subarray(0, nameEnd), extra, archive.subarray(nameEnd)])
  withPath.writeUInt16LE(extra.length, directory + 30)
  const end = withPath.indexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  withPath.writeUInt32LE(withPath.readUInt32LE(end + 12) + extra.length, end + 12)
  assert.deepEqual(await namesIn(new Uint8Array(withPath)), ['图.png'])
})

test('a directory that claims more than its entries can take is refused unread', async () => {
  const size = 3_000_000_000
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(size - 22, 12)
  let longest = 0
  const source = {
    size,
    read: async (offset: number, length: number) => {
      longest = Math.max(longest, length)
      const bytes = Buffer.alloc(length)
      end.copy(bytes, size - 22 - offset)
      return bytes
    },
    close: async () => undefined,
  }
  assert.ok(isRefused(await zipEntries(source)))
  assert.ok(longest < 100_000, `${longest} bytes at once`)
})
