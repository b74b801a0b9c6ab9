import type { Mappings } from './mappings.ts'

/** The random numbers of a seed, each between 0 and 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Puts home courses into folds. Courses that share a code of a combination, a title, or a cross-listed number go
 * together: what is measured in one fold has no twin in another.
 */
export function homeFolds(
  mappings: Mappings,
  count: number,
  seed: number,
  strict = false,
): Map<string, number> {
  const groupOf = new Map<string, string>()
  const root = (name: string): string => {
    const parent = groupOf.get(name) ?? name
    return parent === name ? name : root(parent)
  }
  const join = (a: string, b: string) => groupOf.set(root(a), root(b))
  for (const { code, titles } of mappings.pool) {
    for (const part of code.split(' + ')) {
      join(code, `part ${part}`)
      const crossListed = /\sC(\d+\w*)$/.exec(part)
      if (crossListed) join(code, `cross-listed ${crossListed[1]}`)
    }
    if (strict) {
      for (const title of Object.values(titles))
        if (title) join(code, `title ${title.toLowerCase()}`)
    }
  }
  const groups = new Map<string, string[]>()
  for (const { code } of mappings.pool) {
    const name = root(code)
    groups.set(name, [...(groups.get(name) ?? []), code])
  }
  return spread([...groups.values()], count, seed)
}

/** Shuffles groups and deals them out. */
export function spread(
  groups: readonly string[][],
  count: number,
  seed: number,
): Map<string, number> {
  const random = seeded(seed)
  const order = groups
    .map((group) => ({ group, place: random() }))
    .sort((a, b) => a.place - b.place)
  const folds = new Map<string, number>()
  order.forEach(({ group }, at) => {
    for (const name of group) folds.set(name, at % count)
  })
  return folds
}
