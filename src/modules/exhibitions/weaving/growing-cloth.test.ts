import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordingFacts } from '../formats/recording.ts'
import { filmSeconds, growingCloth } from './growing-cloth.ts'
import { changedPicture, sequenceParameters, wholePicture } from './h264.ts'
import { treadlesHeard } from './treadles-heard.ts'

const factsOf = (bytes: Uint8Array) => {
  const whole = Buffer.from(bytes)
  return recordingFacts(async (at, length) => whole.subarray(at, at + length), whole.length)
}

test('the film is an MP4 whose head comes first and says its shape and length', async () => {
  const film = growingCloth()
  assert.deepEqual(await factsOf(film), { durationMs: filmSeconds * 1000, width: 672, height: 448 })
  const bytes = Buffer.from(film)
  const head = bytes.indexOf('moov')
  assert.ok(head > 0 && head < bytes.indexOf('mdat'))
  // The first picture stands where the table of chunks says, behind its length.
  const at = bytes.readUInt32BE(bytes.indexOf('stco') + 12)
  assert.equal(bytes[at + 4], 0x65)
  const size = bytes.readUInt32BE(bytes.indexOf('stsz') + 16)
  assert.equal(bytes.readUInt32BE(at), size - 4)
  assert.equal(bytes[at + size + 4], 0x41)
})

test('blocks stand in a picture as they are, and what could be taken for a beginning is marked', () => {
  const block = new Uint8Array(384).fill(77)
  const whole = Buffer.from(wholePicture([block, block]))
  assert.equal(whole.filter((byte) => byte === 77).length, 768)
  // first_mb 0, slice_type 7, set 0, frame_num 0, idr_pic_id 0, marking 00, qp 0, deblocking 1, mb_type 25 (Table 9-1).
  const first = bits('1 0001000 1 0000 1 00 1 010 000011010')
  assert.equal(bitsOf(whole.subarray(1, 6)).slice(0, first.length), first)
  const same = Buffer.from(changedPicture(17, [null, null, null]))
  // The same of a slice of type 5 with frame_num 1, nothing reordered or kept, three blocks skipped, and the end.
  const second = bits('1 00110 1 0001 000 1 010 00100 1')
  assert.equal(bitsOf(same.subarray(1)).slice(0, second.length), second)
  const black = Buffer.from(wholePicture([new Uint8Array(384)]))
  assert.equal(black.indexOf(Buffer.from([0, 0, 0])), -1)
  assert.ok(black.indexOf(Buffer.from([0, 0, 3])) > 0)
  assert.deepEqual([...sequenceParameters(42, 28).subarray(0, 4)], [0x67, 66, 0xc0, 31])
})

test('the treadling is heard for as long as it says', async () => {
  assert.equal((await factsOf(treadlesHeard())).durationMs, 15_500)
})

const bitsOf = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')

const bits = (spaced: string) => spaced.replaceAll(' ', '')
