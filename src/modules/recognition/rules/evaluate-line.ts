import { Fraction } from '#kernel/values'
import type { DateOnly } from '#kernel/values'
import { type Context, courseKey } from './context.ts'
import { convertCredit, creditRuleFor, totalHours } from './credit.ts'
import { convertGrade } from './convert-grade.ts'
import { minimumText, passText, readGrade } from './grades.ts'
import { kindOf } from './learning.ts'
import { checkMinimumGrade } from './minimum-grade.ts'
import { dayArgument, type Reason, reason } from './reasons.ts'
import { type CreditFound, type GradeFound, once } from './remembered.ts'
import { reasonsOfLine } from './learnt-how.ts'
import { teachingKinds, type TranscriptLine, type Verdict } from './types.ts'

/** What the rules say of one line before any equivalence is looked at. */
export interface LineReading extends GradeFound, CreditFound {
  line: TranscriptLine
  /** In the transcript, from 0. */
  place: number
  /** By which its course is found. */
  key: string
  /** False for failed and unfinished courses: nothing further is asked of them. */
  counts: boolean
  /** Age, a term where a cap asks for it, and the circumstances of the learning. */
  timeReasons: readonly Reason[]
}

const none: readonly never[] = []
const nothingOfGrade = { gradeConversion: null, gradeEntry: null }
const nothingOfCredit: CreditFound = {
  creditReasons: none,
  creditConversion: null,
  classMinutes: null,
}
const failed = [reason('against', 'reason.line.failed')]
const inProgress = [reason('open', 'reason.line.in-progress')]

/** Applies to one line every rule that looks at that line alone. */
export function readLine(line: TranscriptLine, place: number, context: Context): LineReading {
  const key = courseKey(line.code)
  if (line.status === 'failed' || line.status === 'in-progress') {
    const gradeReasons = line.status === 'failed' ? failed : inProgress
    return {
      line,
      place,
      key,
      counts: false,
      gradeReasons,
      ...nothingOfGrade,
      ...nothingOfCredit,
      timeReasons: none,
    }
  }
  const grade = gradeOf(line)
  const { gradeReasons, gradeConversion, gradeEntry } = once(
    context.remembered.grades,
    grade ?? '',
    () => readGradeOf(grade, context),
  )
  const { creditReasons, creditConversion, classMinutes } = creditOf(line, context)
  return {
    line,
    place,
    key,
    counts: true,
    gradeReasons,
    gradeConversion,
    gradeEntry,
    creditReasons,
    creditConversion,
    classMinutes,
    timeReasons: timeReasonsOf(line, context),
  }
}

function creditOf(line: TranscriptLine, context: Context): CreditFound {
  const find = () => ({
    ...readCreditOf(line, context),
    classMinutes: readHoursOf(line, context),
  })
  const isUsual = (line.creditSchemeId ?? context.input.hostSchemeId) === context.input.hostSchemeId
  return isUsual ? once(context.remembered.credits, creditText(line), find) : find()
}

/** All that the credit of a line is converted by, beside the scheme. */
function creditText({ credit, hours, kind }: TranscriptLine): string {
  let text = `${credit ?? ''} ${kind ?? ''}`
  if (hours) {
    for (const part of teachingKinds) {
      const own = hours[part]
      text += own ? ` ${own}` : ' -'
    }
  }
  return text
}

function timeReasonsOf(line: TranscriptLine, context: Context): readonly Reason[] {
  const { input, ofAll, remembered } = context
  const age =
    input.ruleSet.maximumAgeYears === null
      ? none
      : once(remembered.days, line.completedOn ?? '', () => checkAge(line, context))
  const term = checkTerm(line, context)
  const own = reasonsOfLine(line, input)
  return term.length + own.length + ofAll.length === 0 ? age : [...age, ...term, ...own, ...ofAll]
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

function readGradeOf(grade: string | null, context: Context): GradeFound {
  const { hostScale, homeScale, input } = context
  const { minimumGrade, gradeRule } = input.ruleSet
  const reasons: Reason[] = []
  if (!hostScale || !homeScale) {
    const scale = hostScale ? input.homeScaleId : input.hostScaleId
    reasons.push(reason('open', 'reason.grade.scale-missing', { scale, grade: grade ?? '' }))
    return { gradeReasons: reasons, ...nothingOfGrade }
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
    reasons.push(entered.reason)
    const { conversion, reason: entry } = entered
    return { gradeReasons: reasons, gradeConversion: conversion, gradeEntry: entry }
  }
  if (grade !== null && !reasons.some(({ key }) => key === entered.reason.key)) {
    reasons.push(entered.reason)
  }
  return { gradeReasons: reasons, ...nothingOfGrade }
}

function readCreditOf(line: TranscriptLine, context: Context): Omit<CreditFound, 'classMinutes'> {
  const { ruleSet, hostSchemeId, homeSchemeId } = context.input
  const { credit, hours, creditSchemeId } = line
  const schemeId = creditSchemeId ?? hostSchemeId
  const host = context.schemes.get(schemeId)
  const home = context.homeScheme
  const without = (why: Reason) => ({ creditReasons: [why], creditConversion: null })
  if (!host || !home) {
    const scheme = host ? homeSchemeId : schemeId
    return without(reason('open', 'reason.line.unknown-scheme', { scheme }))
  }
  if (!credit) return without(reason('open', 'reason.line.no-credit'))
  if (credit.isNegative()) {
    return without(reason('open', 'reason.line.negative-credit', { credit }))
  }
  if (credit.isZero()) return without(reason('against', 'reason.line.zero-credit'))
  const kind = kindOf(line)
  const { rule, rounding } = creditRuleFor(ruleSet, kind)
  // What was agreed is agreed of courses in the host's own credit.
  const isAgreed = rule === ruleSet.creditRule && schemeId === hostSchemeId
  const crossRatio = isAgreed ? ruleSet.crossRatio : undefined
  const answer = convertCredit({ credit, hours, host, home, kind, crossRatio }, rule, rounding)
  return answer.ok
    ? { creditReasons: none, creditConversion: answer.conversion }
    : without(answer.reason)
}

function readHoursOf({ hours, creditSchemeId }: TranscriptLine, context: Context): Fraction | null {
  const host = context.schemes.get(creditSchemeId ?? context.input.hostSchemeId)
  if (!context.input.ruleSet.minimumClassHours || !host) return null
  const given = totalHours(hours && { ...hours, 'self-study': Fraction.zero })
  return given && given.multiply(Fraction.of(host.minutesPerClassHour))
}

function checkAge({ completedOn }: TranscriptLine, { input }: Context): readonly Reason[] {
  const years = input.ruleSet.maximumAgeYears
  if (years === null) return none
  if (completedOn === null) return [reason('open', 'reason.age.unknown', { years })]
  const completed = dayArgument(completedOn)
  const last = yearsLater(completedOn, years)
  return [
    input.decidedOn <= last
      ? reason('for', 'reason.age.met', { completed, years })
      : reason('against', 'reason.age.lapsed', { completed, years, lapsed: dayArgument(last) }),
  ]
}

function checkTerm({ term }: TranscriptLine, { input }: Context): readonly Reason[] {
  const limit = input.ruleSet.termCap
  return limit && term === null ? [reason('open', 'reason.cap.term-unknown', { limit })] : none
}

/** The same day some years later; the 29th of February becomes the 28th. */
function yearsLater(day: DateOnly, years: number): DateOnly {
  const year = Number(day.slice(0, 4)) + years
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const rest = day.slice(4) === '-02-29' && !leap ? '-02-28' : day.slice(4)
  return `${String(year).padStart(4, '0')}${rest}`
}
