import assert from 'node:assert/strict'
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { makingOf, type MediaRow } from '../queries/media.ts'
import { tileCounter } from './tiles-written.ts'

const folder = mkdtempSync(join(tmpdir(), 'weft-tiles-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('every tile of a pyramid is counted once, however the file grows', async () => {
  const [width, height] = [1100, 700]
  const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const
  const create = { width, height, channels: 3, background: '#7a5', noise } as const
  const whole = join(folder, 'whole.tif')
  const side = { tileWidth: 256, tileHeight: 256 }
  await sharp({ create })
    .tiff({ compression: 'jpeg', tile: true, ...side, bigtiff: true })
    .toFile(whole)
  const bytes = readFileSync(whole)
  // The tables that all tiles share stand in the directory as a JPEG of their own.
  const expected = Math.ceil(width / 256) * Math.ceil(height / 256) + 1
  assert.equal(await tileCounter(whole)(), expected)
  const growing = join(folder, 'growing.tif')
  writeFileSync(growing, '')
  const count = tileCounter(growing)
  let before = 0
  // So that pieces end within pairs too.
  for (let at = 0; at < bytes.length; at += 997) {
    appendFileSync(growing, bytes.subarray(at, at + 997))
    const now = await count()
    assert.ok(now >= before)
    before = now
  }
  assert.equal(before, expected)
})

test('what is made of each picture counts, and none are being made once all are ready', () => {
  const picture = (state: string, percent: number) =>
    ({ kind: 'image', state, made_percent: percent }) as MediaRow
  const [ready, begun, waits] = [
    picture('ready', 97),
    picture('processing', 40),
    picture('processing', 0),
  ]
  assert.deepEqual(makingOf([ready, begun, waits]), { ready: 1, total: 3, begun: 0.4 })
  assert.equal(makingOf([ready, picture('failed', 12)]), null)
})
