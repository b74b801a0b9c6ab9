import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spreadLabels } from './span-bands.tsx'

test('labels that would lie on one another are moved apart and stay within the picture', () => {
  const places = spreadLabels([10, 11, 12, 200, 399, 400], 10, 400)
  for (const [index, place] of places.entries()) {
    assert.ok(place >= 10 && place <= 400)
    if (index > 0) assert.ok(place - places[index - 1]! >= 17 - 1e-9)
  }
  assert.deepEqual(
    spreadLabels([50, 120], 10, 400),
    [50, 120],
    'labels with room stay where they are',
  )
})
