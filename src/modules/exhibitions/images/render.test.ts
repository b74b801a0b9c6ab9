import assert from 'node:assert/strict'
import { test } from 'node:test'
import { levelFor } from './render.ts'

/** A pyramid of a picture so wide and high, halved until one tile holds it. */
function levelsOf(width: number, height: number) {
  const levels = [{ width, height }]
  while (Math.max(levels.at(-1)!.width, levels.at(-1)!.height) > 512) {
    const last = levels.at(-1)!
    levels.push({ width: Math.ceil(last.width / 2), height: Math.ceil(last.height / 2) })
  }
  return levels
}

test('the finest level that is needed is decoded, and of a huge picture never all for a sliver', () => {
  const cases: [full: [number, number], size: [number, number], level: number][] = [
    [[8000, 6000], [2000, 1500], 2],
    [[8000, 6000], [1999, 1499], 2],
    [[8000, 6000], [2001, 1501], 1],
    [[400, 300], [400, 300], 0],
    [[8000, 100_000], [8000, 1], 2],
    [[31_000, 32_000], [1, 8000], 2],
    [[31_000, 32_000], [8000, 1], 2],
  ]
  for (const [[width, height], [w, h], level] of cases) {
    const full = { width, height }
    const levels = levelsOf(width, height)
    const asked = { region: { x: 0, y: 0, ...full }, size: { width: w, height: h } }
    assert.equal(levelFor(asked, full, levels), level, `${width}x${height} as ${w}x${h}`)
    const { width: across, height: down } = levels[level]!
    assert.ok(across * down <= 4 * 16_777_216)
  }
})
