import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCaptions, transcriptOf, writeWebVtt } from './web-vtt.ts'

test('captions are read as WebVTT and as SubRip, and written anew without what else stood there', () => {
  const vtt = `\ufeffWEBVTT - Loom

STYLE
::cue { background: url(https://elsewhere.example/x) }

NOTE --> not a cue

first
00:01.000 --> 00:04.500 align:start position:10% region:fred
<v Kannika>The warp is <i>tied</i>.

01:00:00.000 --> 01:00:02.000
&lt;silence&gt;
`
  const cues = readCaptions(vtt)!
  assert.equal(
    writeWebVtt(cues),
    `WEBVTT

00:00:01.000 --> 00:00:04.500 align:start position:10%
<v Kannika>The warp is <i>tied</i>.

01:00:00.000 --> 01:00:02.000
&lt;silence&gt;
`,
  )
  assert.equal(transcriptOf(cues), 'The warp is tied.\n<silence>')
  const srt =
    '1\r\n00:00:01,000 --> 00:00:02,000\r\nสวัสดี\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nสวัสดี'
  assert.equal(transcriptOf(readCaptions(srt)!), 'สวัสดี')
})

test('what is no caption is none', () => {
  const wrong = [
    '',
    'WEBVTT',
    'WEBVTT\n\nNOTE 00:01.000 --> 00:02.000\nno',
    'WEBVTT\n\n00:05.000 --> 00:04.000\nbackwards',
    'WEBVTT\n\n00:01 --> 00:02\nno thousandths',
    'WEBVTT\n\n00:99.000 --> 01:00.000\nno such second',
    'words',
    'x'.repeat(500_001),
  ]
  for (const given of wrong) assert.equal(readCaptions(given), null, given.slice(0, 40))
})

test('what is written of many signs that end nothing is read in one go', () => {
  // Where each sign is looked at from each other, these take the process for minutes.
  const given = (words: string) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${words}`
  const opened = '<'.repeat(400_000)
  assert.equal(transcriptOf(readCaptions(given(opened))!), opened)
  const wide = `a${' '.repeat(400_000)}b\n  <i>c</i>  \n \n d`
  assert.equal(transcriptOf(readCaptions(given(wide))!), `a${' '.repeat(400_000)}b c d`)
})

test('captions that were written are read as they were', () => {
  const cue = fc.record({
    from: fc.integer({ min: 0, max: 80_000_000 }),
    length: fc.integer({ min: 1, max: 100_000 }),
    text: fc
      .stringMatching(/^[a-zA-Zก-๙一-龥<>/ ]{1,40}$/)
      .filter((text) => text.trim() === text && !text.includes('-->')),
  })
  fc.assert(
    fc.property(fc.array(cue, { minLength: 1, maxLength: 20 }), (given) => {
      const cues = given
        .map(({ from, length, text }) => ({ from, until: from + length, text, settings: '' }))
        .toSorted((one, other) => one.from - other.from)
      assert.deepEqual(readCaptions(writeWebVtt(cues)), cues)
    }),
    { seed: 7, numRuns: 200 },
  )
})
