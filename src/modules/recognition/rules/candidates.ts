import type { DateOnly } from '#kernel/values'
import { type Context, courseKey, linePreference, order, preference } from './context.ts'
import type { LineReading } from './evaluate-line.ts'
import type { Candidate } from './candidate.ts'
import { homesOf, judgeSet } from './evaluate-set.ts'
import { dayArgument, type Reason, reason } from './reasons.ts'
import type { Equivalence } from './types.ts'

/** Ways to put lines together that are looked at in one transcript; beyond it a person chooses. */
const mostCombinations = 2_000

/** An equivalence that touches lines of the transcript without being met. */
export interface Unmet {
  equivalence: Equivalence
  lines: readonly LineReading[]
  reason: (line: LineReading) => Reason
}

/** Lines that meet the required part of a package; what else counts is known after the choice. */
export interface PackageStart {
  equivalence: Equivalence
  required: readonly LineReading[]
}

/** Everything that the lines of a transcript can count as. */
export interface Ways {
  /** In order of preference; each is judged by every rule but the caps. */
  candidates: Candidate[]
  packages: PackageStart[]
  unmet: Unmet[]
}

/** Finds every way in which standing equivalences can be met by lines that count. */
export function findWays(readings: readonly LineReading[], context: Context): Ways {
  const byKey = linesByKey(readings)
  const ways: Ways = { candidates: [], packages: [], unmet: [] }
  const asked = new Asked()
  let left = mostCombinations
  for (const equivalence of touched(byKey, context)) {
    const options = equivalence.hostCourses.map((codes) => linesOf(codes, byKey))
    const lacking = options.findIndex((lines) => lines.length === 0)
    if (lacking >= 0) {
      ways.unmet.push(incomplete(equivalence, options))
      continue
    }
    const combinations = combine(options, left)
    if (combinations === null) {
      const homes = homesOf(equivalence)
      const say = () => reason('open', 'reason.set.too-many', { homes })
      ways.unmet.push({ equivalence, lines: [...new Set(options.flat())], reason: say })
      continue
    }
    if (options.length > 1) left -= combinations.length
    for (const lines of combinations) take(equivalence, lines, context, ways, asked)
  }
  ways.candidates.sort(candidatePreference)
  return ways
}

/** Counting lines by course key, the preferred first. */
function linesByKey(readings: readonly LineReading[]): Map<string, LineReading[]> {
  const byKey = new Map<string, LineReading[]>()
  for (const reading of readings) {
    if (!reading.counts) continue
    const { key } = reading
    const known = byKey.get(key)
    if (known) known.push(reading)
    else byKey.set(key, [reading])
  }
  for (const lines of byKey.values()) {
    if (lines.length > 1) lines.sort((a, b) => linePreference(a.line, b.line))
  }
  return byKey
}

/** Equivalences that name a course of the transcript, each once, the preferred first. */
function touched(byKey: ReadonlyMap<string, LineReading[]>, context: Context): Equivalence[] {
  const found = new Set<Equivalence>(byKey.size > 0 ? context.anyCourse : [])
  for (const key of byKey.keys()) {
    const named = context.equivalences.get(key)
    if (named) for (const each of named) found.add(each)
  }
  return [...found].sort(preference)
}

function linesOf(
  codes: readonly string[],
  byKey: ReadonlyMap<string, LineReading[]>,
): LineReading[] {
  const [only] = codes
  if (codes.length === 1) return byKey.get(courseKey(only!)) ?? []
  const keys = new Set(codes.map(courseKey))
  return [...keys]
    .flatMap((key) => byKey.get(key) ?? [])
    .sort((a, b) => linePreference(a.line, b.line))
}

/** Every way to meet each requirement by a line of its own, each set of lines once; null beyond the limit. */
function combine(
  options: readonly (readonly LineReading[])[],
  limit: number,
): LineReading[][] | null {
  const [only] = options
  if (options.length === 1) return only!.map((line) => [line])
  const found = new Map<string, LineReading[]>()
  let looked = 0
  const extend = (chosen: LineReading[]): boolean => {
    if (chosen.length === options.length) {
      const ids = chosen.map((each) => each.line.id).sort(order)
      if (!found.has(ids.join(' '))) found.set(ids.join(' '), chosen)
      return found.size <= limit
    }
    return options[chosen.length]!.every((line) => {
      looked += 1
      if (looked > 10 * mostCombinations) return false
      return chosen.includes(line) || extend([...chosen, line])
    })
  }
  return extend([]) ? [...found.values()] : null
}

function take(
  equivalence: Equivalence,
  lines: readonly LineReading[],
  context: Context,
  ways: Ways,
  asked: Asked,
): void {
  const day = lastDay(lines, context.input.decidedOn)
  if (equivalence.validFrom > day || (equivalence.validTo ?? day) < day) {
    ways.unmet.push({ equivalence, lines, reason: (line) => notValid(line, equivalence, day) })
    return
  }
  // Of judgements of the same courses the preferred one counts: narrower, then later.
  if (asked.before(equivalence, lines)) return
  if (equivalence.package && equivalence.package.further.length > 0) {
    ways.packages.push({ equivalence, required: lines })
  } else {
    ways.candidates.push(judgeSet(equivalence, lines, context))
  }
}

/** The day on which the last of the lines was completed, or the decision's where that is unknown. */
function lastDay(lines: readonly LineReading[], decidedOn: DateOnly): DateOnly {
  let last = ''
  for (const { line } of lines) {
    if (line.completedOn === null) return decidedOn
    if (line.completedOn > last) last = line.completedOn
  }
  return last === '' ? decidedOn : last
}

/** Which lines were asked already whether they stand for which home courses. */
class Asked {
  /** Of one line and one home course, as nearly all are: the keys of home courses by the line's place, and of packages. */
  readonly #single: string[][] = []
  readonly #packages: string[][] = []
  readonly #others = new Set<string>()

  /** Whether it was asked before; from now on it was. */
  before(equivalence: Equivalence, lines: readonly LineReading[]): boolean {
    const [line] = lines
    const [home] = equivalence.homeCourses
    if (lines.length === 1 && equivalence.homeCourses.length === 1) {
      const known = equivalence.package ? this.#packages : this.#single
      const keys = (known[line!.place] ??= [])
      const key = courseKey(home!.code)
      if (keys.includes(key)) return true
      keys.push(key)
      return false
    }
    const ids = lines.map((each) => each.line.id).sort(order)
    const homes = equivalence.homeCourses.map((course) => courseKey(course.code)).sort(order)
    const question = JSON.stringify([ids, homes, equivalence.package !== null])
    if (this.#others.has(question)) return true
    this.#others.add(question)
    return false
  }
}

function notValid({ line }: LineReading, near: Equivalence, day: DateOnly): Reason {
  const args = { host: line.code, home: homesOf(near) }
  if (near.validFrom > day) {
    const from = dayArgument(near.validFrom)
    return reason('open', 'reason.equivalence.not-yet', { ...args, from })
  }
  const to = dayArgument(near.validTo ?? day)
  return reason('open', 'reason.equivalence.ended', { ...args, to })
}

/** Which courses are lacking: alternatives of one requirement are joined by a bar. */
function incomplete(equivalence: Equivalence, options: readonly (readonly LineReading[])[]): Unmet {
  const homes = homesOf(equivalence)
  const missing = equivalence.hostCourses
    .filter((_, place) => options[place]!.length === 0)
    .map((codes) => codes.join(' | '))
    .join(' + ')
  return {
    equivalence,
    lines: [...new Set(options.flat())],
    reason: ({ line }) =>
      reason('open', 'reason.set.incomplete', { host: line.code, homes, missing }),
  }
}

/** By their lines in order of preference, then for the degree programme, the later judgement, the id. */
export function candidatePreference(a: Candidate, b: Candidate): number {
  const [left, right] = [preferred(a), preferred(b)]
  for (let place = 0; place < Math.min(left.length, right.length); place += 1) {
    const by = linePreference(left[place]!, right[place]!)
    if (by !== 0) return by
  }
  return left.length - right.length || preference(a.equivalence, b.equivalence)
}

function preferred({ lines }: Candidate) {
  return lines.length === 1 ? [lines[0]!.line] : lines.map((each) => each.line).sort(linePreference)
}
