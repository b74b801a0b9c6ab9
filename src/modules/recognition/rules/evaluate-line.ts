import { Fraction } from '#kernel/values'
import type { DateOnly } from '#kernel/values'
import { convertCredit, totalHours } from './credit.ts'
import { convertGrade } from './convert-grade.ts'
import { minimumText, passText, readGrade } from './grades.ts'
import { checkMinimumGrade } from './minimum-grade.ts'
import { dayArgument, type Reason, reason } from './reasons.ts'
import type {
  CreditScheme,
  Equivalence,
  EvaluationInput,
  GradeScale,
  HomeCourse,
  LineEvaluation,
  TranscriptLine,
} from './types.ts'

/** The inputs, indexed once, so that a transcript of any length is read in one pass. */
export interface Context {
  input: EvaluationInput
  schemes: Map<string, CreditScheme>
  homeScheme: CreditScheme | null
  hostScale: GradeScale | null
  homeScale: GradeScale | null
  /** By course key; only those of the host and fit for the degree programme, the preferred first. */
  equivalences: Map<string, Equivalence[]>
  already: Set<string>
}

/** Course codes are compared without case, width or spaces: 'ca 2301' is 'CA2301'. */
export function courseKey(code: string): string {
  return code.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
}

/**
 * Applies to one line every rule that looks at that line alone, so that the reader sees all that
 * stands against it and not only the first. Caps and repeated courses come after all lines.
 */
export function evaluateLine(line: TranscriptLine, context: Context): LineEvaluation {
  const result: LineEvaluation = {
    lineId: line.id,
    verdict: 'refused',
    equivalenceId: null,
    homeCourse: null,
    homeCredit: null,
    creditConversion: null,
    recordedGrade: null,
    gradeConversion: null,
    reasons: [],
  }
  if (line.status === 'failed') {
    result.reasons.push(reason('against', 'reason.line.failed'))
    return result
  }
  if (line.status === 'in-progress') {
    result.reasons.push(reason('open', 'reason.line.in-progress'))
    return { ...result, verdict: 'needs-decision' }
  }
  const equivalence = findEquivalence(line, context, result)
  checkContent(equivalence, context, result)
  checkGrade(line, context, result)
  checkCredit(line, equivalence?.homeCourse ?? null, context, result)
  checkClassHours(line, equivalence?.homeCourse ?? null, context, result)
  checkAge(line, context, result)
  checkRepeat(equivalence, context, result)
  checkTerm(line, context, result)
  result.verdict = verdictOf(result.reasons)
  return result
}

/** One reason against refuses; else one open question leaves it to a person. */
export function verdictOf(reasons: readonly Reason[]): LineEvaluation['verdict'] {
  if (reasons.some((each) => each.outcome === 'against')) return 'refused'
  return reasons.some((each) => each.outcome === 'open') ? 'needs-decision' : 'recognised'
}

/** An equivalence counts if it was valid on the day of completion, or of the decision where that is unknown. */
function findEquivalence(
  line: TranscriptLine,
  context: Context,
  result: LineEvaluation,
): Equivalence | null {
  const all = context.equivalences.get(courseKey(line.code)) ?? []
  const day = line.completedOn ?? context.input.decidedOn
  const valid = all.filter((each) => each.validFrom <= day && (each.validTo ?? day) >= day)
  const found = valid[0]
  if (!found) {
    result.reasons.push(noEquivalence(line, all[0], day))
    return null
  }
  result.equivalenceId = found.id
  result.homeCourse = found.homeCourse
  result.reasons.push(
    reason('for', 'reason.equivalence.found', {
      host: line.code,
      home: found.homeCourse.code,
      judge: found.judgedBy,
      day: dayArgument(found.judgedOn),
    }),
  )
  const others = valid.slice(1).map((each) => each.homeCourse.code)
  const different = [...new Set(others.filter((code) => code !== found.homeCourse.code))]
  if (different.length > 0) {
    result.reasons.push(
      reason('note', 'reason.equivalence.several', {
        count: different.length,
        host: line.code,
        others: different.join(', '),
        home: found.homeCourse.code,
      }),
    )
  }
  return found
}

function noEquivalence(line: TranscriptLine, near: Equivalence | undefined, day: DateOnly): Reason {
  const host = line.code
  if (!near) return reason('open', 'reason.equivalence.none', { host })
  const home = near.homeCourse.code
  if (near.validFrom > day) {
    const from = dayArgument(near.validFrom)
    return reason('open', 'reason.equivalence.not-yet', { host, home, from })
  }
  const to = dayArgument(near.validTo ?? day)
  return reason('open', 'reason.equivalence.ended', { host, home, to })
}

function checkContent(equivalence: Equivalence | null, { input }: Context, result: LineEvaluation) {
  const required = input.ruleSet.minimumContentShare
  if (!required || !equivalence) return
  const home = equivalence.homeCourse.code
  const judged = equivalence.contentShare
  if (!judged) {
    result.reasons.push(reason('open', 'reason.content.unknown', { home, required }))
  } else if (judged.compare(required) < 0) {
    result.reasons.push(reason('against', 'reason.content.below', { home, judged, required }))
  } else {
    result.reasons.push(reason('for', 'reason.content.met', { home, judged, required }))
  }
}

function checkGrade(line: TranscriptLine, context: Context, result: LineEvaluation): void {
  const { hostScale, homeScale, input } = context
  const { minimumGrade, gradeRule } = input.ruleSet
  const grade = line.grade?.trim() ? line.grade.trim() : null
  if (!hostScale || !homeScale) {
    const scale = hostScale ? input.homeScaleId : input.hostScaleId
    result.reasons.push(reason('open', 'reason.grade.scale-missing', { scale, grade: grade ?? '' }))
    return
  }
  if (grade === null) {
    if (minimumGrade) {
      const required = minimumText(homeScale, minimumGrade.label)
      result.reasons.push(reason('open', 'reason.line.no-grade', { grade: required }))
    }
  } else if (minimumGrade) {
    const { correspondences, gradingTables } = input
    const scales = { hostScale, homeScale, correspondences, gradeRule, gradingTables }
    result.reasons.push(checkMinimumGrade(grade, minimumGrade, scales).reason)
  } else {
    const read = readGrade(hostScale, grade)
    if (read.kind === 'grade' && !read.passed) {
      const pass = passText(hostScale)
      result.reasons.push(reason('against', 'reason.grade.not-passed', { grade, pass }))
    }
  }
  const { gradingTables } = input
  const entered = convertGrade(grade ?? '', gradeRule, { hostScale, homeScale, gradingTables })
  if (entered.ok) {
    result.gradeConversion = entered.conversion
    result.recordedGrade = entered.conversion.homeGrade
    result.reasons.push(entered.reason)
  } else if (grade !== null && !result.reasons.some(({ key }) => key === entered.reason.key)) {
    result.reasons.push(entered.reason)
  }
}

function checkCredit(
  line: TranscriptLine,
  course: HomeCourse | null,
  context: Context,
  result: LineEvaluation,
): void {
  const { ruleSet, hostSchemeId, homeSchemeId } = context.input
  const schemeId = line.creditSchemeId ?? hostSchemeId
  const host = context.schemes.get(schemeId)
  const home = context.homeScheme
  if (!host || !home) {
    const scheme = host ? homeSchemeId : schemeId
    result.reasons.push(reason('open', 'reason.line.unknown-scheme', { scheme }))
    return
  }
  const { credit } = line
  if (!credit) {
    result.reasons.push(reason('open', 'reason.line.no-credit'))
    return
  }
  if (credit.isNegative()) {
    result.reasons.push(reason('open', 'reason.line.negative-credit', { credit }))
    return
  }
  if (credit.isZero()) {
    result.reasons.push(reason('against', 'reason.line.zero-credit'))
    return
  }
  const { hours } = line
  const answer = convertCredit({ credit, hours, host, home }, ruleSet.creditRule, ruleSet.rounding)
  if (!answer.ok) {
    result.reasons.push(answer.reason)
    return
  }
  const { conversion } = answer
  result.creditConversion = conversion
  const { method } = conversion
  result.reasons.push(
    reason('note', 'reason.credit.converted', { host: credit, home: conversion.credit, method }),
    ...conversion.warnings,
  )
  if (course) compareCredit(conversion.credit, course, context, result)
}

function compareCredit(
  converted: Fraction,
  course: HomeCourse,
  { input }: Context,
  result: LineEvaluation,
): void {
  const { surplus, shortfall } = input.ruleSet
  const home = course.credit
  const args = { converted, home, course: course.code }
  const gap = converted.compare(home)
  if (gap === 0) {
    result.homeCredit = home
    result.reasons.push(reason('for', 'reason.credit.equal', { home, course: course.code }))
    return
  }
  if (gap > 0) {
    const atHome = surplus === 'record-home'
    result.homeCredit = atHome ? home : converted
    const key = atHome ? 'reason.credit.surplus-home' : 'reason.credit.surplus-converted'
    result.reasons.push(reason('for', key, args))
    return
  }
  const short = home.subtract(converted)
  const more = { ...args, short, accept: shortfall.accept }
  result.homeCredit = home
  if (short.compare(shortfall.accept) <= 0) {
    result.reasons.push(reason('for', 'reason.credit.shortfall-accepted', more))
  } else if (shortfall.beyond === 'record-converted') {
    result.homeCredit = converted
    result.reasons.push(reason('for', 'reason.credit.shortfall-recorded', { ...args, short }))
  } else if (shortfall.beyond === 'refuse') {
    result.reasons.push(reason('against', 'reason.credit.shortfall-refused', more))
  } else {
    result.reasons.push(reason('open', 'reason.credit.shortfall-open', more))
  }
}

function checkClassHours(
  line: TranscriptLine,
  course: HomeCourse | null,
  context: Context,
  result: LineEvaluation,
): void {
  const rule = context.input.ruleSet.minimumClassHours
  const host = context.schemes.get(line.creditSchemeId ?? context.input.hostSchemeId)
  if (!rule || !course || !host) return
  const required = rule.hoursPerCredit.multiply(course.credit)
  const given = totalHours(line.hours && { ...line.hours, 'self-study': Fraction.zero })
  if (!given) {
    result.reasons.push(reason('open', 'reason.hours.unknown', { required }))
    return
  }
  const hours = given.multiply(Fraction.of(host.minutesPerClassHour, rule.minutesPerClassHour))
  result.reasons.push(
    hours.compare(required) >= 0
      ? reason('for', 'reason.hours.met', { hours, required })
      : reason('against', 'reason.hours.below', { hours, required }),
  )
}

function checkAge(line: TranscriptLine, { input }: Context, result: LineEvaluation): void {
  const years = input.ruleSet.maximumAgeYears
  if (years === null) return
  if (line.completedOn === null) {
    result.reasons.push(reason('open', 'reason.age.unknown', { years }))
    return
  }
  const completed = dayArgument(line.completedOn)
  const last = yearsLater(line.completedOn, years)
  result.reasons.push(
    input.decidedOn <= last
      ? reason('for', 'reason.age.met', { completed, years })
      : reason('against', 'reason.age.lapsed', { completed, years, lapsed: dayArgument(last) }),
  )
}

function checkRepeat(equivalence: Equivalence | null, context: Context, result: LineEvaluation) {
  if (!equivalence) return
  const home = equivalence.homeCourse.code
  if (!context.already.has(courseKey(home))) return
  result.reasons.push(reason('against', 'reason.course.already', { home }))
}

function checkTerm(line: TranscriptLine, { input }: Context, result: LineEvaluation): void {
  const limit = input.ruleSet.termCap
  if (!limit || line.term !== null) return
  result.reasons.push(reason('open', 'reason.cap.term-unknown', { limit }))
}

/** The same day some years later; the 29th of February becomes the 28th. */
function yearsLater(day: DateOnly, years: number): DateOnly {
  const year = Number(day.slice(0, 4)) + years
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const rest = day.slice(4) === '-02-29' && !leap ? '-02-28' : day.slice(4)
  return `${String(year).padStart(4, '0')}${rest}`
}
