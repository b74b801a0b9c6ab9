import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import {
  contentShare,
  type Extent,
  extents,
  type JudgedTopic,
  topicFaults,
} from './content-share.ts'

const topic = (extent: Extent | null, weight: string | null = null): JudgedTopic => ({
  text: 'A topic',
  weight: weight === null ? null : Fraction.parse(weight),
  extent,
  hostTopics: extent === 'covered' || extent === 'partly' ? [0] : [],
})

const vectors: [name: string, topics: JudgedTopic[], share: string | null, weighting: string][] = [
  ['nothing to compare', [], null, 'equal'],
  ['all covered', [topic('covered'), topic('covered')], '1', 'equal'],
  ['none covered', [topic('not'), topic('not')], '0', 'equal'],
  [
    'three of four',
    [topic('covered'), topic('covered'), topic('covered'), topic('not')],
    '3/4',
    'equal',
  ],
  ['partly counts half', [topic('covered'), topic('partly')], '3/4', 'equal'],
  ['by hours', [topic('covered', '30'), topic('not', '15')], '2/3', 'weights'],
  [
    'by percent that does not add up',
    [topic('partly', '60'), topic('covered', '60')],
    '3/4',
    'weights',
  ],
  ['hours of some only', [topic('covered', '30'), topic('not')], '1/2', 'equal'],
  ['a topic without time', [topic('covered', '30'), topic('not', '0')], '1/2', 'equal'],
  ['one still open', [topic('covered'), topic(null)], null, 'equal'],
]

test('the share is the judged weight over all weight, and nothing where a topic is open', () => {
  for (const [name, topics, share, weighting] of vectors) {
    const found = contentShare(topics)
    assert.deepEqual([found.share?.toString() ?? null, found.weighting], [share, weighting], name)
  }
})

const arbitraryTopic = fc.record({
  extent: fc.constantFrom(...extents),
  weight: fc.integer({ min: 1, max: 60 }),
})

test('the share lies between nothing and all, grows with what is covered, and is the rows’ own sum', () => {
  fc.assert(
    fc.property(fc.array(arbitraryTopic, { minLength: 1, maxLength: 20 }), (given) => {
      const topics = given.map(({ extent, weight }) => topic(extent, String(weight)))
      const { share, counted, total, rows } = contentShare(topics)
      assert.ok(share!.compare(Fraction.zero) >= 0 && share!.compare(Fraction.one) <= 0)
      assert.ok(Fraction.sum(rows.map((row) => row.counted!)).equals(counted))
      assert.ok(share!.multiply(total).equals(counted))
      const better = topics.map((each, index) =>
        index === 0 ? { ...each, extent: 'covered' as const } : each,
      )
      assert.ok(contentShare(better).share!.compare(share!) >= 0)
    }),
    { seed: 20261125, numRuns: 300 },
  )
})

test('what contradicts itself is named by its topic', () => {
  const faults = topicFaults(
    [
      { ...topic('covered'), hostTopics: [] },
      { ...topic('not'), hostTopics: [0] },
      { ...topic(null), hostTopics: [0] },
      { ...topic('partly'), hostTopics: [7] },
      topic('covered'),
      topic(null),
    ],
    2,
  )
  assert.deepEqual(
    [...faults],
    [
      [0, 'no-host'],
      [1, 'host-of-not'],
      [2, 'no-extent'],
      [3, 'unknown-host'],
    ],
  )
})
