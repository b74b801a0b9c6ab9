import { Fraction } from '#kernel/values'
import { type Part, type Solution, solve } from './choose-exact.ts'

/** Something that may be chosen: its credit, what nobody else can have then, and what it uses up. */
export interface Choosable {
  lines: readonly string[]
  courses: readonly string[]
  credit: Fraction
  /** Amounts of limited things, by name; what has no limit need not be named. */
  uses: readonly Use[]
}

export interface Use {
  of: string
  amount: Fraction
}

/** What the whole choice may use, by name; `total` is credit itself and `term …` are its parts. */
export type Limits = ReadonlyMap<string, Fraction>
export const totalLimit = 'total'
export const termLimit = (term: string) => `term ${term}`

/** The places of what was chosen. The choice is proved to be the best where `credit` equals `bound`. */
export interface Choice {
  chosen: ReadonlySet<number>
  credit: Fraction
  /** No choice brings more than this. */
  bound: Fraction
  /** Places among which the best choice was not proved; empty where it was. */
  unproved: ReadonlySet<number>
}

/** States that one search may look at: a fraction of a second, some 100 MB at the very most. */
export const usualEffort = 300_000

/**
 * Chooses what brings the most credit, exactly: every line and every home course counts once, and no limit is
 * exceeded. Items come in order of preference. Ties: what competes for a line or a course stands together, at
 * the place of its first item; going through in this order, each item is taken with which the most credit can
 * still be reached. Overlap and limits split the items into groups that are searched apart; a group whose
 * search would look at more than `effort` states is left with the best choice known and a bound.
 */
export function choose(
  items: readonly Choosable[],
  limits: Limits,
  effort: number = usualEffort,
): Choice {
  const whole = allOf(items, limits)
  if (whole) return whole
  const parts = partsOf(items, limits)
  const free = parts.map((part) => solve([part], new Map(), effort))
  const exceeded = exceededLimits(items, parts, free, limits)
  const result: Result = { chosen: new Set(), unproved: new Set(), credit: 0n, bound: 0n }
  if (exceeded.size === 0) {
    for (const [place, solution] of free.entries()) add(result, [parts[place]!], solution)
  } else {
    for (const group of groupsOf(parts, exceeded)) {
      const limited = group.some((place) => usesAny(parts[place]!, exceeded))
      const own = group.map((place) => parts[place]!)
      const caps = limited ? scaledLimits(limits, exceeded, parts) : new Map<string, bigint>()
      const before = group.map((place) => free[place]!)
      add(result, own, limited ? solve(own, caps, effort, before) : before[0]!)
    }
  }
  const scale = parts[0]?.scale ?? 1n
  return {
    chosen: result.chosen,
    unproved: result.unproved,
    credit: Fraction.of(result.credit, scale),
    bound: Fraction.of(result.bound, scale),
  }
}

/** Everything, where nothing competes and every limit holds it; else null. Most transcripts are like that. */
function allOf(items: readonly Choosable[], limits: Limits): Choice | null {
  const [lines, courses] = [new Set<string>(), new Set<string>()]
  const used = new Map<string, Fraction>()
  let things = 0
  let credit = Fraction.zero
  for (const item of items) {
    if (item.credit.isNegative()) return null
    credit = credit.add(item.credit)
    things += item.lines.length + item.courses.length
    for (const id of item.lines) lines.add(id)
    for (const key of item.courses) courses.add(key)
    if (lines.size + courses.size < things) return null
    for (const { of, amount } of item.uses) {
      const limit = limits.get(of)
      if (limit === undefined) continue
      if (amount.isNegative()) return null
      const known = used.get(of)
      const sum = known ? known.add(amount) : amount
      if (sum.compare(limit) > 0) return null
      used.set(of, sum)
    }
  }
  const chosen = new Set(items.keys())
  return { chosen, credit, bound: credit, unproved: new Set() }
}

interface Result {
  chosen: Set<number>
  unproved: Set<number>
  credit: bigint
  bound: bigint
}

function add(result: Result, parts: readonly Part[], solution: Solution): void {
  for (const place of solution.chosen) result.chosen.add(place)
  result.credit += solution.value
  result.bound += solution.bound
  if (solution.value === solution.bound) return
  for (const part of parts) for (const item of part.items) result.unproved.add(item.place)
}

/** Items that compete, directly or through others, make a part; parts stand at the place of their first item. */
function partsOf(items: readonly Choosable[], limits: Limits): Part[] {
  const groups = new Groups(items.length)
  const owner = new Map<string, number>()
  for (const [place, item] of items.entries()) {
    if (!fitsAlone(item, limits)) continue
    for (const key of keysOf(item)) {
      const other = owner.get(key)
      if (other === undefined) owner.set(key, place)
      else groups.join(other, place)
    }
  }
  const scale = commonScale(items)
  const parts = new Map<number, Part>()
  for (const [place, item] of items.entries()) {
    if (!fitsAlone(item, limits)) continue
    const root = groups.root(place)
    const part = parts.get(root) ?? { items: [], scale: scale.value }
    parts.set(root, part)
    part.items.push({
      place,
      lines: item.lines,
      courses: item.courses,
      value: inUnits(item.credit, scale.value),
      uses: item.uses.flatMap(({ of, amount }) =>
        limits.has(of) ? [{ of, amount: inUnits(amount, scale.value) }] : [],
      ),
    })
  }
  return [...parts.values()]
}

function keysOf(item: Choosable): string[] {
  return [...item.lines.map((id) => `l ${id}`), ...item.courses.map((key) => `c ${key}`)]
}

function fitsAlone(item: Choosable, limits: Limits): boolean {
  return item.uses.every(({ of, amount }) => {
    const limit = limits.get(of)
    return limit === undefined || amount.compare(limit) <= 0
  })
}

/** Whole units of 1/scale hold every amount exactly, whatever the denominators are. */
function commonScale(items: readonly Choosable[]): { value: bigint } {
  let scale = 1n
  const widen = ({ denominator }: Fraction) => {
    if (scale % denominator !== 0n) scale *= denominator / greatestCommonDivisor(scale, denominator)
  }
  for (const item of items) {
    widen(item.credit)
    for (const { amount } of item.uses) widen(amount)
  }
  return { value: scale }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** Cut down: a limit between two units holds at the lower one. */
function inUnits(value: Fraction, scale: bigint): bigint {
  return (value.numerator * scale) / value.denominator
}

function scaledLimits(
  limits: Limits,
  names: ReadonlySet<string>,
  parts: readonly Part[],
): Map<string, bigint> {
  const scale = parts[0]?.scale ?? 1n
  return new Map([...names].map((name) => [name, inUnits(limits.get(name)!, scale)]))
}

/** Limits that could be exceeded, if every part uses the most of each that it can; none where the free choice keeps all. */
function exceededLimits(
  items: readonly Choosable[],
  parts: readonly Part[],
  free: readonly Solution[],
  limits: Limits,
): Set<string> {
  const used = new Map<string, Fraction>()
  for (const { chosen } of free) {
    for (const place of chosen) {
      for (const { of, amount } of items[place]!.uses) {
        used.set(of, (used.get(of) ?? Fraction.zero).add(amount))
      }
    }
  }
  const keeps = [...limits].every(
    ([of, limit]) => (used.get(of) ?? Fraction.zero).compare(limit) <= 0,
  )
  if (keeps) return new Set()
  const most = new Map<string, bigint>()
  for (const part of parts) {
    for (const [of, amount] of mostUse(part)) most.set(of, (most.get(of) ?? 0n) + amount)
  }
  const scale = parts[0]?.scale ?? 1n
  return new Set(
    [...limits].flatMap(([of, limit]) =>
      (most.get(of) ?? 0n) > inUnits(limit, scale) ? [of] : [],
    ),
  )
}

function mostUse(part: Part): Map<string, bigint> {
  const perLine = new Map<string, Map<string, bigint>>()
  for (const item of part.items) {
    const [line] = item.lines
    for (const { of, amount } of item.uses) {
      // An item is counted at its first line: no two chosen ones share it.
      const lines = perLine.get(of) ?? new Map<string, bigint>()
      perLine.set(of, lines)
      const known = lines.get(line ?? '') ?? 0n
      if (amount > known) lines.set(line ?? '', amount)
    }
  }
  return new Map(
    [...perLine].map(([of, lines]) => [
      of,
      [...lines.values()].reduce((sum, each) => sum + each, 0n),
    ]),
  )
}

/** Parts that share an exceeded limit are searched together; each other part alone. */
function groupsOf(parts: readonly Part[], exceeded: ReadonlySet<string>): number[][] {
  const groups = new Groups(parts.length)
  const owner = new Map<string, number>()
  for (const [place, part] of parts.entries()) {
    for (const item of part.items) {
      for (const { of } of item.uses) {
        if (!exceeded.has(of)) continue
        const other = owner.get(of)
        if (other === undefined) owner.set(of, place)
        else groups.join(other, place)
      }
    }
  }
  const found = new Map<number, number[]>()
  for (let place = 0; place < parts.length; place += 1) {
    const root = groups.root(place)
    const known = found.get(root)
    if (known) known.push(place)
    else found.set(root, [place])
  }
  return [...found.values()]
}

function usesAny(part: Part, names: ReadonlySet<string>): boolean {
  return part.items.some((item) => item.uses.some(({ of }) => names.has(of)))
}

/** Joined places; the root of a group is its first place. */
class Groups {
  readonly #parent: number[]

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, place) => place)
  }

  root(place: number): number {
    let top = place
    while (this.#parent[top] !== top) top = this.#parent[top]!
    for (let each = place; each !== top;) {
      const next = this.#parent[each]!
      this.#parent[each] = top
      each = next
    }
    return top
  }

  join(a: number, b: number): void {
    const [left, right] = [this.root(a), this.root(b)]
    if (left !== right) this.#parent[Math.max(left, right)] = Math.min(left, right)
  }
}
