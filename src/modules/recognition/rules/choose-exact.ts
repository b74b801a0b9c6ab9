/** An item in whole units of 1/scale. */
export interface Item {
  place: number
  lines: readonly string[]
  courses: readonly string[]
  value: bigint
  uses: readonly { of: string; amount: bigint }[]
}

/** Items that compete, directly or through others, in order of preference. */
export interface Part {
  items: Item[]
  scale: bigint
}

/** The best choice where `value` equals `bound`; else the best that is known. */
export interface Solution {
  chosen: readonly number[]
  value: bigint
  bound: bigint
}

/**
 * The best choice among parts under limits. Where taking each item that still fits already reaches a bound it
 * is the answer; else every choice is followed at once, item by item, as the set of states that it can lead to
 * (what is taken, what is used up), and states that cannot reach the best known choice are dropped. `free` are
 * the parts' best choices without limits.
 */
export function solve(
  parts: readonly Part[],
  limits: ReadonlyMap<string, bigint>,
  effort: number,
  free: readonly Solution[] = [],
): Solution {
  const items = interchangeable(parts, limits)
  if (items.length === 1 && limits.size === 0) return only(items[0]!)
  const greedy = takeInOrder(items, limits)
  const rest = restBounds(parts, items, limits, free)
  const bound = smaller(rest[0]!, limitBound(items, limits))
  if (greedy.value === bound) return { ...greedy, bound }
  const byValue = takeInOrder(
    items.toSorted((a, b) => (a.value < b.value ? 1 : a.value > b.value ? -1 : 0)),
    limits,
  )
  const known = byValue.value > greedy.value ? byValue : greedy
  return follow(new Search(items, limits, rest), known, bound, effort)
}

function only(item: Item): Solution {
  return { chosen: [item.place], value: item.value, bound: item.value }
}

/**
 * Under limits, of items that compete with nothing and are alike, only as many as fit can matter, and those
 * that come first: each later one could be exchanged for an earlier one.
 */
function interchangeable(parts: readonly Part[], limits: ReadonlyMap<string, bigint>): Item[] {
  if (limits.size === 0) return parts.flatMap((part) => part.items)
  const left = new Map<string, bigint>()
  return parts.flatMap(({ items }) => {
    const [item] = items
    if (items.length > 1 || !item) return items
    const limited = item.uses.filter(({ of }) => limits.has(of))
    const alike = `${item.value} ${limited.map(({ of, amount }) => `${amount} ${of}`).join(' ')}`
    const fitting = limited.flatMap(({ of, amount }) =>
      amount > 0n ? [limits.get(of)! / amount] : [],
    )
    const most = left.get(alike) ?? fitting.reduce(smaller, 1_000_000_000n)
    left.set(alike, most - 1n)
    return most > 0n ? [item] : []
  })
}

/** Takes each item that still fits. Of all choices this one prefers the first items most. */
function takeInOrder(items: readonly Item[], limits: ReadonlyMap<string, bigint>): Solution {
  const taken = new Set<string>()
  const left = new Map(limits)
  const chosen: number[] = []
  let value = 0n
  for (const item of items) {
    if (item.lines.some((id) => taken.has(`l ${id}`))) continue
    if (item.courses.some((key) => taken.has(`c ${key}`))) continue
    if (item.uses.some(({ of, amount }) => amount > (left.get(of) ?? amount))) continue
    for (const id of item.lines) taken.add(`l ${id}`)
    for (const key of item.courses) taken.add(`c ${key}`)
    for (const { of, amount } of item.uses) {
      const before = left.get(of)
      if (before !== undefined) left.set(of, before - amount)
    }
    chosen.push(item.place)
    value += item.value
  }
  return { chosen, value, bound: value }
}

/** For each place in the order, what the items from there on can bring at most, overlap seen and limits not. */
function restBounds(
  parts: readonly Part[],
  items: readonly Item[],
  limits: ReadonlyMap<string, bigint>,
  free: readonly Solution[],
): bigint[] {
  const kept = new Set(items.map((item) => item.place))
  const bounds: bigint[] = Array.from({ length: items.length + 1 }, () => 0n)
  let place = items.length
  let later = 0n
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const own = parts[index]!.items.filter((item) => kept.has(item.place))
    const most = free[index]?.bound
    const lines = new Best((item) => item.lines)
    const courses = new Best((item) => item.courses)
    for (let each = own.length - 1; each >= 0; each -= 1) {
      lines.see(own[each]!)
      courses.see(own[each]!)
      place -= 1
      const inside = smaller(lines.sum, courses.sum)
      bounds[place] = later + (most === undefined ? inside : smaller(inside, most))
    }
    if (own.length > 0) later = bounds[place]!
  }
  const total = limits.get('total')
  return total === undefined ? bounds : bounds.map((each) => smaller(each, total))
}

/** What items bring at most when each thing they take gives its best part: an item's value is split over them. */
class Best {
  sum = 0n
  readonly #most = new Map<string, bigint>()
  readonly #things: (item: Item) => readonly string[]

  constructor(things: (item: Item) => readonly string[]) {
    this.#things = things
  }

  see(item: Item): void {
    const things = this.#things(item)
    const count = BigInt(things.length)
    for (const thing of things) {
      const part = (item.value + count - 1n) / count
      const known = this.#most.get(thing) ?? 0n
      if (part <= known) continue
      this.#most.set(thing, part)
      this.sum += part - known
    }
  }
}

/** What the limits of terms allow in all, with what is under none of them. */
function limitBound(items: readonly Item[], limits: ReadonlyMap<string, bigint>): bigint {
  const perTerm = new Map<string, Best>()
  const outside = new Best((item) => item.lines)
  for (const item of items) {
    let inside = 0n
    for (const { of, amount } of item.uses) {
      if (!of.startsWith('term ') || !limits.has(of)) continue
      inside += amount
      const best = perTerm.get(of) ?? new Best((each) => each.lines)
      perTerm.set(of, best)
      best.see({ ...item, value: amount })
    }
    outside.see({ ...item, value: item.value - inside })
  }
  let sum = outside.sum
  for (const [of, best] of perTerm) sum += smaller(best.sum, limits.get(of)!)
  const total = limits.get('total')
  return total === undefined ? sum : smaller(sum, total)
}

/**
 * Items in order, with the fields in which a state keeps what is taken and used up. A state is one whole number;
 * a field is given back after the last item that asks for it, so that states which differ no more become one.
 */
class Search {
  readonly items: readonly Item[]
  readonly rest: readonly bigint[]
  /** Bits that must be free, and are set when the item is taken. */
  readonly takes: bigint[] = []
  /** Limited amounts: the field's first bit, its mask, the amount and the limit. */
  readonly uses: { shift: bigint; mask: bigint; amount: bigint; limit: bigint }[][] = []
  /** What remains of a state after the item. */
  readonly keeps: bigint[] = []
  readonly words: number
  readonly total: bigint | null

  constructor(
    items: readonly Item[],
    limits: ReadonlyMap<string, bigint>,
    rest: readonly bigint[],
  ) {
    this.items = items
    this.rest = rest
    this.total = limits.get('total') ?? null
    const last = new Map<string, number>()
    const first = new Map<string, number>()
    for (const [place, item] of items.entries()) {
      for (const name of namesOf(item, limits)) {
        last.set(name, place)
        if (!first.has(name)) first.set(name, place)
      }
    }
    const fields = new Fields()
    for (const [place, item] of items.entries()) {
      const names = namesOf(item, limits)
      const shared = names.filter((name) => first.get(name) !== last.get(name))
      this.takes.push(
        shared.reduce(
          (taken, name) => taken | (isAmount(name) ? 0n : fields.of(name, 1n).mask),
          0n,
        ),
      )
      this.uses.push(
        item.uses.flatMap(({ of, amount }) => {
          const limit = limits.get(of)
          return limit === undefined ? [] : [{ ...fields.of(`u ${of}`, limit), amount, limit }]
        }),
      )
      // Only now, or another thing of this very item would stand in the field.
      const over = names.filter((name) => last.get(name) === place)
      this.keeps.push(~over.reduce((mask, name) => mask | fields.giveBack(name), 0n))
    }
    this.words = (fields.width >> 6) + 1
  }

  /** The state after taking an item, or null where it does not fit. */
  taken(state: bigint, place: number): bigint | null {
    const takes = this.takes[place]!
    if ((state & takes) !== 0n) return null
    let next = state | takes
    for (const { shift, mask, amount, limit } of this.uses[place]!) {
      if (((state & mask) >> shift) + amount > limit) return null
      next += amount << shift
    }
    return next & this.keeps[place]!
  }

  left(state: bigint, place: number): bigint {
    return state & this.keeps[place]!
  }

  /** What a state with so much credit can come to at most from an item on. */
  most(value: bigint, place: number): bigint {
    const most = value + this.rest[place]!
    return this.total === null ? most : smaller(most, this.total)
  }
}

function namesOf(item: Item, limits: ReadonlyMap<string, bigint>): string[] {
  return [
    ...item.lines.map((id) => `l ${id}`),
    ...item.courses.map((key) => `c ${key}`),
    ...item.uses.flatMap(({ of }) => (limits.has(of) ? [`u ${of}`] : [])),
  ]
}

function isAmount(name: string): boolean {
  return name.startsWith('u ')
}

/** Places for fields in a whole number; what was given back is used again. */
class Fields {
  width = 0
  readonly #known = new Map<string, { shift: bigint; mask: bigint; bits: number }>()
  readonly #free = new Map<number, bigint[]>()

  of(name: string, largest: bigint): { shift: bigint; mask: bigint } {
    const known = this.#known.get(name)
    if (known) return known
    const bits = largest.toString(2).length
    let shift = this.#free.get(bits)?.pop()
    if (shift === undefined) {
      shift = BigInt(this.width)
      this.width += bits
    }
    const field = { shift, mask: ((1n << BigInt(bits)) - 1n) << shift, bits }
    this.#known.set(name, field)
    return field
  }

  giveBack(name: string): bigint {
    const known = this.#known.get(name)
    if (!known) return 0n
    const { shift, mask, bits } = known
    const free = this.#free.get(bits)
    if (free) free.push(shift)
    else this.#free.set(bits, [shift])
    return mask
  }
}

/** Follows all choices forward, then looks back for what each state can still bring, then walks the preferred way. */
function follow(search: Search, known: Solution, bound: bigint, effort: number): Solution {
  const layers: Map<bigint, bigint>[] = [new Map([[0n, 0n]])]
  let looked = 0
  for (let place = 0; place < search.items.length; place += 1) {
    const next = new Map<bigint, bigint>()
    const { value: worth } = search.items[place]!
    const reach = (state: bigint, value: bigint) => {
      if (search.most(value, place + 1) < known.value) return
      const there = next.get(state)
      if (there === undefined || there < value) next.set(state, value)
    }
    for (const [state, value] of layers[place]!) {
      reach(search.left(state, place), value)
      const taken = search.taken(state, place)
      if (taken !== null) reach(taken, value + worth)
    }
    looked += next.size * search.words
    if (looked > effort) return { ...known, bound: smaller(bound, mostOf(search, next, place + 1)) }
    layers.push(next)
  }
  const best = lookBack(search, layers)
  const chosen = walk(search, layers)
  return { chosen, value: best, bound: best }
}

function mostOf(search: Search, states: ReadonlyMap<bigint, bigint>, place: number): bigint {
  let most = 0n
  for (const value of states.values()) {
    const each = search.most(value, place)
    if (each > most) most = each
  }
  return most
}

/** Puts in the place of what each state has what it can still bring; a state from which nothing known remains is none. */
function lookBack(search: Search, layers: Map<bigint, bigint>[]): bigint {
  const end = layers.at(-1)!
  for (const state of end.keys()) end.set(state, 0n)
  for (let place = search.items.length - 1; place >= 0; place -= 1) {
    const later = layers[place + 1]!
    const { value: worth } = search.items[place]!
    for (const state of layers[place]!.keys()) {
      let best = later.get(search.left(state, place)) ?? -1n
      const taken = search.taken(state, place)
      const after = taken === null ? undefined : later.get(taken)
      if (after !== undefined && after >= 0n && after + worth > best) best = after + worth
      layers[place]!.set(state, best)
    }
  }
  return layers[0]!.get(0n)!
}

/** In order, each item with which the best can still be reached. */
function walk(search: Search, layers: readonly Map<bigint, bigint>[]): number[] {
  const chosen: number[] = []
  let state = 0n
  for (const [place, item] of search.items.entries()) {
    const best = layers[place]!.get(state)!
    const taken = search.taken(state, place)
    const after = taken === null ? undefined : layers[place + 1]!.get(taken)
    if (taken !== null && after !== undefined && after >= 0n && after + item.value === best) {
      chosen.push(item.place)
      state = taken
    } else {
      state = search.left(state, place)
    }
  }
  return chosen
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
