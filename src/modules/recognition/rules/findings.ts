import { Fraction } from '#kernel/values'
import type { Ways } from './candidates.ts'
import { type Allowance, capReason } from './caps.ts'
import { type Chosen, creditWithin } from './choose-candidates.ts'
import { type Context, courseKey, listed } from './context.ts'
import { type LineReading, verdictOf } from './evaluate-line.ts'
import type { Candidate } from './candidate.ts'
import { homesOf } from './evaluate-set.ts'
import type { PartLimit } from './limits.ts'
import { type Reason, reason } from './reasons.ts'
import type { LineEvaluation, SetEvaluation } from './types.ts'

interface Told {
  lines: (LineEvaluation | undefined)[]
  sets: SetEvaluation[]
}

/**
 * Tells of every line what became of it: first what was chosen, then, for the lines left over, the way that
 * came closest: one that waits for a person before one that only lost to another choice, that before one that
 * the rules refuse, that before one that was not met at all.
 */
export function tell(
  readings: readonly LineReading[],
  ways: Ways,
  chosen: Chosen,
  allowance: Allowance | null,
  context: Context,
): { lines: LineEvaluation[]; sets: SetEvaluation[] } {
  const told: Told = { lines: Array.from({ length: readings.length }), sets: [] }
  const all = [...ways.candidates, ...chosen.otherPackages]
  const byLine = candidatesByLine([...all, ...chosen.candidates])
  const within = allowance && reason('for', 'reason.cap.within', { limit: allowance.limit })
  for (const each of chosen.candidates) {
    const extra = chosen.unproved.has(each) ? [byHand(chosen)] : noted(each, byLine, within)
    put(told, each, extra)
  }
  const use = usedBy(chosen.candidates)
  for (const each of lostInOrder(all, chosen, use)) {
    if (each.lines.some((line) => told.lines[line.place])) continue
    put(told, each, whyNotChosen(each, chosen, use, allowance, context))
  }
  const unmet = unmetByLine(ways)
  for (const reading of readings) {
    told.lines[reading.place] ??= alone(
      reading,
      partnerReason(reading, byLine, use) ?? unmet.get(reading)?.(reading) ?? null,
    )
  }
  const places = new Map(
    told.sets.length > 1 ? readings.map(({ line, place }) => [line.id, place]) : [],
  )
  const sets = told.sets.sort((a, b) => places.get(a.id)! - places.get(b.id)!)
  return { lines: told.lines as LineEvaluation[], sets }
}

function candidatesByLine(candidates: readonly Candidate[]): Map<LineReading, Candidate[]> {
  const byLine = new Map<LineReading, Candidate[]>()
  for (const each of candidates) {
    for (const line of each.lines) {
      const known = byLine.get(line)
      if (known) known.push(each)
      else byLine.set(line, [each])
    }
  }
  return byLine
}

/** Which chosen candidate has a line or a home course. */
interface Used {
  lines: Map<LineReading, Candidate>
  courses: Map<string, Candidate>
}

function usedBy(chosen: readonly Candidate[]): Used {
  const used: Used = { lines: new Map(), courses: new Map() }
  for (const each of chosen) {
    for (const line of each.lines) used.lines.set(line, each)
    for (const { code } of each.homeCourses) used.courses.set(courseKey(code), each)
  }
  return used
}

/** What was not chosen and lacks no line to another, the closest first. */
function lostInOrder(all: readonly Candidate[], chosen: Chosen, used: Used): Candidate[] {
  const taken = new Set(chosen.candidates)
  const rank = (each: Candidate) => {
    if (each.verdict === 'refused') return 3
    if (each.verdict === 'recognised') return 1
    return each.homeCourses.some(({ code }) => used.courses.has(courseKey(code))) ? 2 : 0
  }
  return all
    .filter((each) => !taken.has(each) && !each.lines.some((line) => used.lines.has(line)))
    .map((each) => ({ each, rank: rank(each) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ each }) => each)
}

function byHand({ credit, bound }: Chosen): Reason {
  return reason('open', 'reason.choice.by-hand', { found: credit, bound })
}

/** What a recognised line or set adds to its own reasons: what else it could have counted as, and the cap that it keeps. */
function noted(
  each: Candidate,
  byLine: ReadonlyMap<LineReading, readonly Candidate[]>,
  within: Reason | null,
): Reason[] {
  const notes: Reason[] = []
  const home = homesOf(each.equivalence)
  const others = new Set<string>()
  for (const line of each.lines.length > 20 ? [] : each.lines) {
    const ways = byLine.get(line)!
    if (ways.length === 1) continue
    for (const other of ways) {
      if (other.equivalence !== each.equivalence) others.add(homesOf(other.equivalence))
    }
  }
  others.delete(home)
  if (others.size > 0) {
    const host = listed(each.lines.map(({ line }) => line.code))
    const count = others.size
    notes.push(
      reason('note', 'reason.equivalence.several', {
        count,
        host,
        others: [...others].slice(0, 6).join(', '),
        home,
      }),
    )
  }
  if (within) notes.push(within)
  return notes
}

function whyNotChosen(
  each: Candidate,
  chosen: Chosen,
  used: Used,
  allowance: Allowance | null,
  { input, partLimits }: Context,
): Reason[] {
  if (chosen.unproved.has(each)) return [byHand(chosen)]
  if (each.verdict !== 'recognised') return []
  for (const { code: home } of each.homeCourses) {
    const other = used.courses.get(courseKey(home))
    if (!other) continue
    const codes = listed(other.lines.map(({ line }) => line.code))
    return [reason('against', 'reason.course.other-line', { home, other: codes })]
  }
  const part = partReason(each, chosen, partLimits)
  if (part) return [part]
  const total = Fraction.sum(chosen.candidates.map((one) => one.homeCredit!))
  return [capReason(input, each.homeCredit!, total, allowance)]
}

/** The limit on a part that has no room for a candidate beside what was chosen; null where another limit left it out. */
function partReason(each: Candidate, chosen: Chosen, limits: readonly PartLimit[]): Reason | null {
  for (const limit of limits) {
    const needed = creditWithin(limit, each)
    if (needed.isZero()) continue
    const used = Fraction.sum(chosen.candidates.map((one) => creditWithin(limit, one)))
    const over = used.add(needed).subtract(limit.left)
    if (over.compare(Fraction.zero) > 0) return limit.reason(over)
  }
  return null
}

/** Puts a candidate's findings on its line, or on its lines and the set that they make. */
function put(told: Told, candidate: Candidate, extra: readonly Reason[]): void {
  const { lines, homeCourses, homeCredit, creditConversion, gradeConversion } = candidate
  const all = extra.length === 0 ? candidate.reasons : [...candidate.reasons, ...extra]
  const verdict = verdictOf(all)
  const found = {
    verdict,
    equivalenceId: candidate.equivalence.id,
    homeCourses,
    homeCredit,
    creditConversion,
    recordedGrade: gradeConversion?.homeGrade ?? null,
    gradeConversion,
  }
  const [first] = lines
  if (lines.length === 1 && first) {
    told.lines[first.place] = { lineId: first.line.id, setId: null, ...found, reasons: [...all] }
    return
  }
  const id = first!.line.id
  const reasons = [...candidate.before, ...candidate.after, ...extra]
  told.sets.push({ id, lineIds: lines.map((each) => each.line.id), ...found, reasons })
  const saysWhy = reasons.some((each) => each.outcome === outcomeOf[verdict])
  for (const [place, reading] of lines.entries()) {
    told.lines[reading.place] = {
      lineId: reading.line.id,
      setId: id,
      verdict,
      equivalenceId: candidate.equivalence.id,
      homeCourses: [],
      homeCredit: candidate.shares[place] ?? null,
      creditConversion: reading.creditConversion,
      recordedGrade: found.recordedGrade,
      gradeConversion,
      reasons: reasonsInSet(candidate, place, verdict, saysWhy),
    }
  }
}

const outcomeOf = { recognised: 'for', refused: 'against', 'needs-decision': 'open' } as const

/** A line's own reasons in a set, with the course that keeps it from counting where that is another one. */
function reasonsInSet(
  candidate: Candidate,
  place: number,
  verdict: LineEvaluation['verdict'],
  setSaysWhy: boolean,
): Reason[] {
  const { lines, equivalence } = candidate
  const reading = lines[place]!
  const homes = homesOf(equivalence)
  const others = lines.filter((each) => each !== reading)
  const own = ownReasons(candidate, place)
  const together = reason('note', 'reason.set.together', {
    others: listed(others.slice(0, 7).map(({ line }) => line.code)),
    homes,
  })
  const reasons = [together, ...own]
  if (verdict === 'recognised' || setSaysWhy || verdictOf(own) === verdict) return reasons
  const outcome = outcomeOf[verdict]
  const partner = lines.findIndex((_, other) => verdictOf(ownReasons(candidate, other)) === verdict)
  if (partner < 0) return reasons
  const key = verdict === 'refused' ? 'reason.set.partner-against' : 'reason.set.partner-open'
  return [...reasons, reason(outcome, key, { homes, partner: lines[partner]!.line.code })]
}

function ownReasons({ lines, gradeReasons }: Candidate, place: number): Reason[] {
  const { creditReasons, timeReasons } = lines[place]!
  return [...gradeReasons[place]!, ...creditReasons, ...timeReasons]
}

/** Why a line that could only count with another one does not: the other is recognised for something else. */
function partnerReason(
  reading: LineReading,
  byLine: ReadonlyMap<LineReading, readonly Candidate[]>,
  used: Used,
): Reason | null {
  for (const each of byLine.get(reading) ?? []) {
    const partner = each.lines.find((line) => used.lines.has(line))
    if (!partner) continue
    const other = homesOf(used.lines.get(partner)!.equivalence)
    const outcome = each.verdict === 'needs-decision' ? 'open' : 'against'
    return reason(outcome, 'reason.set.partner-used', {
      host: reading.line.code,
      homes: homesOf(each.equivalence),
      partner: partner.line.code,
      other,
    })
  }
  return null
}

function unmetByLine(ways: Ways): Map<LineReading, (line: LineReading) => Reason> {
  const byLine = new Map<LineReading, (line: LineReading) => Reason>()
  for (const { lines, reason: say } of ways.unmet) {
    for (const line of lines) if (!byLine.has(line)) byLine.set(line, say)
  }
  return byLine
}

/** A line for which nothing could be found: what is lacking, and what the rules say of it as far as they can. */
function alone(reading: LineReading, why: Reason | null): LineEvaluation {
  const { line, gradeReasons, gradeConversion, creditConversion } = reading
  const reasons = reading.counts
    ? [
        why ?? reason('open', 'reason.equivalence.none', { host: line.code }),
        ...gradeReasons,
        ...creditNotes(reading),
        ...reading.timeReasons,
      ]
    : gradeReasons
  return {
    lineId: line.id,
    setId: null,
    verdict: verdictOf(reasons),
    equivalenceId: null,
    homeCourses: [],
    homeCredit: null,
    creditConversion,
    recordedGrade: gradeConversion?.homeGrade ?? null,
    gradeConversion,
    reasons: [...reasons],
  }
}

function creditNotes({ line, creditConversion, creditReasons }: LineReading): readonly Reason[] {
  if (!creditConversion) return creditReasons
  const { method, credit: home, warnings } = creditConversion
  const converted = reason('note', 'reason.credit.converted', { host: line.credit!, home, method })
  return [converted, ...warnings, ...creditReasons]
}
