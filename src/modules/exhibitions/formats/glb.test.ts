import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readGlb } from './glb.ts'

function glb(scene: unknown, change: (bytes: Buffer) => void = () => {}): Buffer {
  const json = Buffer.from(JSON.stringify(scene))
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, 0x20)])
  const head = Buffer.alloc(20)
  head.write('glTF', 0, 'latin1')
  head.writeUInt32LE(2, 4)
  head.writeUInt32LE(20 + padded.length, 8)
  head.writeUInt32LE(padded.length, 12)
  head.write('JSON', 16, 'latin1')
  const bytes = Buffer.concat([head, padded])
  change(bytes)
  return bytes
}

describe('a model', () => {
  test('tells its author and licence', () => {
    const extras = {
      author: 'SMK',
      license: 'CC0-1.0 (https://creativecommons.org/publicdomain/zero/1.0/)',
    }
    const found = readGlb(glb({ asset: { version: '2.0', generator: 'Loom', extras } }))
    assert.deepEqual(found?.embedded, { ...extras, generator: 'Loom' })
  })

  test('that is cut, of another version, or fetches parts from elsewhere is none', () => {
    const asset = { version: '2.0' }
    const wrong: [what: string, bytes: Buffer][] = [
      ['cut', glb({ asset }).subarray(0, 24)],
      ['length', glb({ asset }, (bytes) => bytes.writeUInt32LE(9999, 8))],
      ['chunk', glb({ asset }, (bytes) => bytes.writeUInt32LE(0xffffffff, 12))],
      ['version', glb({ asset: { version: '1.0' } })],
      ['no asset', glb({})],
      ['outside buffer', glb({ asset, buffers: [{ uri: 'https://elsewhere.example/cloth.bin' }] })],
      ['outside picture', glb({ asset, images: [{ uri: '../../etc/passwd' }] })],
      ['no JSON', glb({ asset }, (bytes) => bytes.write('{{', 20))],
      ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ]
    for (const [what, bytes] of wrong) assert.equal(readGlb(bytes), null, what)
    assert.ok(readGlb(glb({ asset, buffers: [{ byteLength: 3 }, { uri: 'data:,abc' }] })))
  })

  test('of any bytes is read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        readGlb(bytes)
        readGlb(glb({ asset: { version: '2.0' } }, (whole) => whole.set(bytes.subarray(0, 12), 8)))
      }),
      { seed: 20_261_126, numRuns: 500 },
    )
  })
})
