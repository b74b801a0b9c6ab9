import { Fraction } from '#kernel/values'
import type { Candidate } from './candidate.ts'
import { type Context, courseKey, listed } from './context.ts'
import { convertTogether, shareOut } from './convert-set.ts'
import { type LineReading, verdictOf } from './evaluate-line.ts'
import { dayArgument, type Reason, reason } from './reasons.ts'
import { gradeOfSet, gradeReasonsIn } from './set-grade.ts'
import type { CreditConversion, Equivalence } from './types.ts'

/** Applies to an equivalence and the lines that meet it every rule that looks at nothing else. */
export function judgeSet(
  equivalence: Equivalence,
  given: readonly LineReading[],
  context: Context,
): Candidate {
  const lines = given.length === 1 ? given : given.toSorted((a, b) => a.place - b.place)
  const candidate: Candidate = {
    equivalence,
    lines,
    verdict: 'refused',
    homeCourses: equivalence.homeCourses.map((course) => ({ ...course, recorded: course.credit })),
    homeCredit: null,
    shares: [],
    creditConversion: null,
    gradeConversion: null,
    gradeReasons: lines.map((each) => gradeReasonsIn(each, lines.length, context)),
    before: [foundReason(equivalence, lines)],
    after: [],
    reasons: [],
  }
  checkContent(candidate, context)
  gradeOfSet(candidate, context)
  checkCredit(candidate, context)
  checkClassHours(candidate, context)
  checkRepeat(candidate, context)
  candidate.reasons = reasonsOfSet(candidate)
  candidate.verdict = verdictOf(candidate.reasons)
  return candidate
}

function reasonsOfSet({ before, lines, gradeReasons, after }: Candidate): Reason[] {
  const [line] = lines
  if (lines.length === 1 && line) {
    return [...before, ...gradeReasons[0]!, ...line.creditReasons, ...after, ...line.timeReasons]
  }
  return [
    ...before,
    ...gradeReasons.flat(),
    ...lines.flatMap((each) => each.creditReasons),
    ...after,
    ...lines.flatMap((each) => each.timeReasons),
  ]
}

/** The codes of a candidate's home courses, as a text names them. */
export function homesOf(equivalence: Equivalence): string {
  const [only] = equivalence.homeCourses
  if (only && equivalence.homeCourses.length === 1) return only.code
  return listed(equivalence.homeCourses.map((course) => course.code))
}

function foundReason(equivalence: Equivalence, lines: readonly LineReading[]): Reason {
  const judged = { judge: equivalence.judgedBy, day: dayArgument(equivalence.judgedOn) }
  const homes = homesOf(equivalence)
  if (equivalence.package) {
    return reason('for', 'reason.set.package', { homes, count: lines.length, ...judged })
  }
  const hosts = listed(lines.map((each) => each.line.code))
  return lines.length === 1
    ? reason('for', 'reason.equivalence.found', { host: hosts, home: homes, ...judged })
    : reason('for', 'reason.set.found', { hosts, homes, ...judged })
}

function checkContent({ equivalence, before }: Candidate, { input }: Context): void {
  const required = input.ruleSet.minimumContentShare
  // A block of a package has no content of its own that could be compared.
  if (!required || (equivalence.package && !equivalence.contentShare)) return
  const home = homesOf(equivalence)
  const judged = equivalence.contentShare
  if (!judged) {
    before.push(reason('open', 'reason.content.unknown', { home, required }))
  } else if (judged.compare(required) < 0) {
    before.push(reason('against', 'reason.content.below', { home, judged, required }))
  } else {
    before.push(reason('for', 'reason.content.met', { home, judged, required }))
  }
}

function checkCredit(candidate: Candidate, { input }: Context): void {
  const parts = candidate.lines.map((each) => each.creditConversion)
  if (parts.includes(null)) return
  const conversion = convertTogether(parts as CreditConversion[], input.ruleSet.rounding)
  candidate.creditConversion = conversion
  const [first] = candidate.lines
  const host =
    candidate.lines.length === 1
      ? first!.line.credit!
      : Fraction.sum(candidate.lines.map((each) => each.line.credit!))
  const { method, credit: home } = conversion
  candidate.after.push(
    reason('note', 'reason.credit.converted', { host, home, method }),
    ...conversion.warnings,
  )
  if (candidate.equivalence.package) comparePackage(candidate, conversion.unrounded)
  else compareCredit(candidate, conversion.credit, input)
  if (candidate.homeCredit === null) return
  const converted = (parts as CreditConversion[]).map((part) => part.unrounded)
  candidate.shares = shareOut(candidate.homeCredit, converted)
}

/** Surplus and shortfall of the set as a whole against its home courses as a whole. */
function compareCredit(
  candidate: Candidate,
  converted: Fraction,
  { ruleSet }: Context['input'],
): void {
  const { surplus, shortfall } = ruleSet
  const { after } = candidate
  const course = homesOf(candidate.equivalence)
  const home = creditOf(candidate.homeCourses)
  const args = { converted, home, course }
  const gap = converted.compare(home)
  candidate.homeCredit = home
  if (gap === 0) {
    after.push(reason('for', 'reason.credit.equal', { home, course }))
    return
  }
  if (gap > 0) {
    const atHome = surplus === 'record-home'
    if (!atHome) recordAs(candidate, converted)
    const key = atHome ? 'reason.credit.surplus-home' : 'reason.credit.surplus-converted'
    after.push(reason('for', key, args))
    return
  }
  const short = home.subtract(converted)
  const more = { ...args, short, accept: shortfall.accept }
  if (short.compare(shortfall.accept) <= 0) {
    after.push(reason('for', 'reason.credit.shortfall-accepted', more))
  } else if (shortfall.beyond === 'record-converted') {
    recordAs(candidate, converted)
    after.push(reason('for', 'reason.credit.shortfall-recorded', { ...args, short }))
  } else if (shortfall.beyond === 'refuse') {
    after.push(reason('against', 'reason.credit.shortfall-refused', more))
  } else {
    after.push(reason('open', 'reason.credit.shortfall-open', more))
  }
}

/** The credit of home courses together. */
function creditOf(courses: readonly { credit: Fraction }[]): Fraction {
  let sum = courses[0]?.credit ?? Fraction.zero
  for (let place = 1; place < courses.length; place += 1) sum = sum.add(courses[place]!.credit)
  return sum
}

/** Records another total than the home courses' own, spread over them by their credit. */
function recordAs(candidate: Candidate, total: Fraction): void {
  const { homeCourses } = candidate
  const parts = shareOut(
    total,
    homeCourses.map((each) => each.credit),
  )
  candidate.homeCourses = homeCourses.map((each, place) => ({ ...each, recorded: parts[place]! }))
  candidate.homeCredit = total
}

/**
 * A package is recognised at the block's number, or not at all: its own tolerance goes before the rule
 * set's, and what is compared is not rounded.
 */
function comparePackage(candidate: Candidate, converted: Fraction): void {
  const { after, equivalence } = candidate
  const course = homesOf(equivalence)
  const home = Fraction.sum(candidate.homeCourses.map((each) => each.credit))
  const { accept } = equivalence.package!
  const short = home.subtract(converted)
  candidate.homeCredit = home
  if (short.isZero()) {
    after.push(reason('for', 'reason.credit.equal', { home, course }))
  } else if (short.isNegative()) {
    after.push(reason('for', 'reason.credit.surplus-home', { converted, home, course }))
  } else if (short.compare(accept) <= 0) {
    const more = { converted, home, course, short, accept }
    after.push(reason('for', 'reason.credit.shortfall-accepted', more))
  } else {
    const needed = home.subtract(accept)
    const missing = needed.subtract(converted)
    after.push(
      reason('open', 'reason.set.package-short', {
        homes: course,
        converted,
        needed,
        short: missing,
      }),
    )
  }
}

function checkClassHours(candidate: Candidate, { input, schemes }: Context): void {
  const rule = input.ruleSet.minimumClassHours
  const { lines, after, equivalence } = candidate
  if (!rule || !lines.every((each) => schemes.has(each.line.creditSchemeId ?? input.hostSchemeId)))
    return
  const credit = creditOf(equivalence.homeCourses)
  const required = rule.hoursPerCredit.multiply(credit)
  const together = lines.length > 1
  const unknown = lines.find((each) => each.classMinutes === null)
  if (unknown) {
    const host = unknown.line.code
    after.push(
      together
        ? reason('open', 'reason.set.hours-unknown', { required, host })
        : reason('open', 'reason.hours.unknown', { required }),
    )
    return
  }
  const minutes = Fraction.sum(lines.map((each) => each.classMinutes!))
  const hours = minutes.divide(Fraction.of(rule.minutesPerClassHour))
  const met = hours.compare(required) >= 0
  const key = together
    ? (`reason.set.hours-${met ? 'met' : 'below'}` as const)
    : (`reason.hours.${met ? 'met' : 'below'}` as const)
  after.push(reason(met ? 'for' : 'against', key, { hours, required }))
}

function checkRepeat({ equivalence, after }: Candidate, { already }: Context): void {
  if (already.size === 0) return
  for (const { code: home } of equivalence.homeCourses) {
    if (already.has(courseKey(home))) {
      after.push(reason('against', 'reason.course.already', { home }))
    }
  }
}
