import { Fraction } from '#kernel/values'
import type { DateOnly } from '#kernel/values'
import type { Context } from './context.ts'
import { convertCredit, creditRuleFor, totalHours } from './credit.ts'
import { convertGrade } from './convert-grade.ts'
import { minimumText, passText, readGrade } from './grades.ts'
import { kindOf } from './learning.ts'
import { checkMinimumGrade } from './minimum-grade.ts'
import { dayArgument, type Reason, reason } from './reasons.ts'
import { reasonsOfLine } from './stay.ts'
import type { CreditConversion, GradeConversion, TranscriptLine, Verdict } from './types.ts'

/** What the rules say of one line before any equivalence is looked at. */
export interface LineReading {
  line: TranscriptLine
  /** In the transcript, from 0. */
  place: number
  /** False for failed and unfinished courses: nothing further is asked of them. */
  counts: boolean
  /** The status, or the grade against its minimum. */
  gradeReasons: Reason[]
  /** As it would be entered alone. */
  gradeConversion: GradeConversion | null
  /** The reason that tells of that entry. */
  gradeEntry: Reason | null
  /** Why the credit could not be converted, or the warnings of its conversion. */
  creditReasons: Reason[]
  creditConversion: CreditConversion | null
  /** Class hours in minutes; null where they are not stated. */
  classMinutes: Fraction | null
  /** Age, a term where a cap asks for it, and the circumstances of the learning. */
  timeReasons: Reason[]
}

/** Applies to one line every rule that looks at that line alone. */
export function readLine(line: TranscriptLine, place: number, context: Context): LineReading {
  const reading: LineReading = {
    line,
    place,
    counts: line.status !== 'failed' && line.status !== 'in-progress',
    gradeReasons: [],
    gradeConversion: null,
    gradeEntry: null,
    creditReasons: [],
    creditConversion: null,
    classMinutes: null,
    timeReasons: [],
  }
  if (line.status === 'failed') {
    reading.gradeReasons.push(reason('against', 'reason.line.failed'))
  } else if (line.status === 'in-progress') {
    reading.gradeReasons.push(reason('open', 'reason.line.in-progress'))
  } else {
    readGradeOf(reading, context)
    readCreditOf(reading, context)
    readHoursOf(reading, context)
    checkAge(reading, context)
    checkTerm(reading, context)
    reading.timeReasons.push(...reasonsOfLine(line, context.input), ...context.ofAll)
  }
  return reading
}

/** One reason against refuses; else one open question leaves it to a person. */
export function verdictOf(reasons: readonly Reason[]): Verdict {
  let open = false
  for (const { outcome } of reasons) {
    if (outcome === 'against') return 'refused'
    if (outcome === 'open') open = true
  }
  return open ? 'needs-decision' : 'recognised'
}

/** The grade as it is compared; null where the transcript states none. */
export function gradeOf(line: TranscriptLine): string | null {
  return line.grade?.trim() ? line.grade.trim() : null
}

function readGradeOf(reading: LineReading, context: Context): void {
  const { hostScale, homeScale, input } = context
  const { minimumGrade, gradeRule } = input.ruleSet
  const grade = gradeOf(reading.line)
  const reasons = reading.gradeReasons
  if (!hostScale || !homeScale) {
    const scale = hostScale ? input.homeScaleId : input.hostScaleId
    reasons.push(reason('open', 'reason.grade.scale-missing', { scale, grade: grade ?? '' }))
    return
  }
  if (grade === null) {
    if (minimumGrade) {
      const required = minimumText(homeScale, minimumGrade.label)
      reasons.push(reason('open', 'reason.line.no-grade', { grade: required }))
    }
  } else if (minimumGrade) {
    const { correspondences, gradingTables } = input
    const scales = { hostScale, homeScale, correspondences, gradeRule, gradingTables }
    reasons.push(checkMinimumGrade(grade, minimumGrade, scales).reason)
  } else {
    const read = readGrade(hostScale, grade)
    if (read.kind === 'grade' && !read.passed) {
      const pass = passText(hostScale)
      reasons.push(reason('against', 'reason.grade.not-passed', { grade, pass }))
    }
  }
  const { gradingTables } = input
  const entered = convertGrade(grade ?? '', gradeRule, { hostScale, homeScale, gradingTables })
  if (entered.ok) {
    reading.gradeConversion = entered.conversion
    reading.gradeEntry = entered.reason
    reasons.push(entered.reason)
  } else if (grade !== null && !reasons.some(({ key }) => key === entered.reason.key)) {
    reasons.push(entered.reason)
  }
}

function readCreditOf(reading: LineReading, context: Context): void {
  const { ruleSet, hostSchemeId, homeSchemeId } = context.input
  const { credit, hours, creditSchemeId } = reading.line
  const schemeId = creditSchemeId ?? hostSchemeId
  const host = context.schemes.get(schemeId)
  const home = context.homeScheme
  const reasons = reading.creditReasons
  if (!host || !home) {
    const scheme = host ? homeSchemeId : schemeId
    reasons.push(reason('open', 'reason.line.unknown-scheme', { scheme }))
  } else if (!credit) {
    reasons.push(reason('open', 'reason.line.no-credit'))
  } else if (credit.isNegative()) {
    reasons.push(reason('open', 'reason.line.negative-credit', { credit }))
  } else if (credit.isZero()) {
    reasons.push(reason('against', 'reason.line.zero-credit'))
  } else {
    const kind = kindOf(reading.line)
    const { rule, rounding } = creditRuleFor(ruleSet, kind)
    const answer = convertCredit({ credit, hours, host, home, kind }, rule, rounding)
    if (answer.ok) reading.creditConversion = answer.conversion
    else reasons.push(answer.reason)
  }
}

function readHoursOf(reading: LineReading, context: Context): void {
  const { hours, creditSchemeId } = reading.line
  const host = context.schemes.get(creditSchemeId ?? context.input.hostSchemeId)
  if (!context.input.ruleSet.minimumClassHours || !host) return
  const given = totalHours(hours && { ...hours, 'self-study': Fraction.zero })
  reading.classMinutes = given && given.multiply(Fraction.of(host.minutesPerClassHour))
}

function checkAge(reading: LineReading, { input }: Context): void {
  const years = input.ruleSet.maximumAgeYears
  if (years === null) return
  const { completedOn } = reading.line
  if (completedOn === null) {
    reading.timeReasons.push(reason('open', 'reason.age.unknown', { years }))
    return
  }
  const completed = dayArgument(completedOn)
  const last = yearsLater(completedOn, years)
  reading.timeReasons.push(
    input.decidedOn <= last
      ? reason('for', 'reason.age.met', { completed, years })
      : reason('against', 'reason.age.lapsed', { completed, years, lapsed: dayArgument(last) }),
  )
}

function checkTerm(reading: LineReading, { input }: Context): void {
  const limit = input.ruleSet.termCap
  if (!limit || reading.line.term !== null) return
  reading.timeReasons.push(reason('open', 'reason.cap.term-unknown', { limit }))
}

/** The same day some years later; the 29th of February becomes the 28th. */
function yearsLater(day: DateOnly, years: number): DateOnly {
  const year = Number(day.slice(0, 4)) + years
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const rest = day.slice(4) === '-02-29' && !leap ? '-02-28' : day.slice(4)
  return `${String(year).padStart(4, '0')}${rest}`
}
