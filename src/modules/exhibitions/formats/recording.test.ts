import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { byteRange } from '../rules/byte-range.ts'
import { recordingFacts } from './recording.ts'
import { wav } from './recording.fixture.ts'

const facts = (bytes: Buffer) =>
  recordingFacts(async (offset, length) => bytes.subarray(offset, offset + length), bytes.length)

function box(kind: string, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + content.length, 0)
  head.write(kind, 4, 'latin1')
  return Buffer.concat([head, content])
}

describe('a recording', () => {
  test('says how long it is, and a film how large', async () => {
    assert.deepEqual(await facts(wav(3)), { durationMs: 3000, width: null, height: null })
    const movie = Buffer.alloc(36)
    movie.writeUInt32BE(600, 12)
    movie.writeUInt32BE(6300, 16)
    const track = Buffer.alloc(84)
    track.writeUInt32BE(640 << 16, 76)
    track.writeUInt32BE(480 << 16, 80)
    const film = Buffer.concat([
      box('ftyp', Buffer.from('isom')),
      box('mdat', Buffer.alloc(50)),
      box('moov', box('mvhd', movie), box('trak', box('tkhd', track))),
    ])
    assert.deepEqual(await facts(film), { durationMs: 10_500, width: 640, height: 480 })
  })

  test('that is damaged says nothing, and never fails', async () => {
    const whole = Buffer.concat([box('ftyp', Buffer.from('isom')), box('moov', Buffer.alloc(40))])
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.nat(60), async (bytes, at) => {
        const broken = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at)])
        const { durationMs } = await facts(broken)
        assert.ok(durationMs === null || durationMs > 0)
      }),
      { seed: 20_261_126, numRuns: 500 },
    )
  })
})

test('the parts that players ask for', () => {
  const parts: [header: string | null, found: ReturnType<typeof byteRange>][] = [
    [null, null],
    ['bytes=0-', { from: 0, until: 99 }],
    ['bytes=10-19', { from: 10, until: 19 }],
    ['bytes=90-500', { from: 90, until: 99 }],
    ['bytes=-10', { from: 90, until: 99 }],
    ['bytes=-500', { from: 0, until: 99 }],
    ['bytes=100-', 'beyond'],
    ['bytes=-0', 'beyond'],
    ['bytes=20-10', null],
    ['bytes=0-1,5-6', null],
    ['lines=1-2', null],
    ['bytes=-', null],
  ]
  for (const [header, found] of parts) assert.deepEqual(byteRange(header, 100), found, header ?? '')
})
