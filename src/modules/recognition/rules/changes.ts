import { Fraction } from '#kernel/values'
import { type Context, courseKey, hostKeys, makeContext } from './context.ts'
import { homesOf } from './evaluate-set.ts'
import { readGrade } from './grades.ts'
import { checkMinimumGrade } from './minimum-grade.ts'
import { dayArgument, type Reason, reason } from './reasons.ts'
import type { EvaluationInput, Finding, GradeScale, TranscriptLine } from './types.ts'

/** One thing that could have been otherwise: how it is said, and the inputs if it had been. */
export interface Change {
  say: Reason
  apply: (input: EvaluationInput) => EvaluationInput
}

/** A finding with its lines, as far as changes are sought for it. */
export interface Asked {
  lines: readonly TranscriptLine[]
  finding: Finding
  /** What stands against it or is open, on the whole and on each line. */
  reasons: readonly { reason: Reason; line: TranscriptLine }[]
}

/** Most class hours a week that are tried as a change. */
const mostWeekly = 8

/**
 * What could have been otherwise, by what stands against a finding. Nothing here is promised: whether a change
 * leads to recognition is found out by evaluating again. Some come in steps, of which the first that does counts.
 */
export function changesFor(asked: Asked, input: EvaluationInput): Change[][] {
  const context = makeContext(input)
  const found = new Map<string, Change[]>()
  for (const { reason: against, line } of asked.reasons) {
    for (const steps of stepsFor(against, line, asked, context)) {
      const [first] = steps
      if (first) found.set(`${first.say.key} ${JSON.stringify(first.say.args)}`, steps)
    }
  }
  return [...found.values()]
}

function stepsFor(
  against: Reason,
  line: TranscriptLine,
  asked: Asked,
  context: Context,
): Change[][] {
  switch (against.key) {
    case 'reason.grade.below':
    case 'reason.grade.below-by':
    case 'reason.grade.not-passed':
    case 'reason.line.no-grade':
      return one(betterGrade(line, context, 'change.grade'))
    case 'reason.line.failed':
    case 'reason.line.in-progress':
      return one(betterGrade(line, context, 'change.passed'))
    case 'reason.set.grade-below':
      return one(betterMean(asked, String(against.args['threshold'])))
    case 'reason.content.below':
    case 'reason.content.unknown':
      return one(moreContent(asked, context))
    case 'reason.credit.shortfall-refused':
    case 'reason.credit.shortfall-open':
      return [moreHours(asked.lines[0]!, context), moreCredit(asked, context)].filter(notEmpty)
    case 'reason.hours.below':
    case 'reason.hours.unknown':
    case 'reason.set.hours-below':
    case 'reason.set.hours-unknown':
      return [moreHours(line, context)].filter(notEmpty)
    case 'reason.set.package-short':
      return [furtherCourses(asked, context)].filter(notEmpty)
    default:
      return stepsForTheRest(against, line, context)
  }
}

function stepsForTheRest(against: Reason, line: TranscriptLine, context: Context): Change[][] {
  switch (against.key) {
    case 'reason.age.lapsed':
      return one(decidedBy(Number(against.args['lapsed'])))
    case 'reason.age.unknown':
      return one(completedFrom(line, context))
    case 'reason.course.already':
      return one(notAlready(String(against.args['home'])))
    case 'reason.cap.programme':
    case 'reason.cap.total':
      return one(moreRoom(Fraction.parse(String(against.args['credit']))))
    case 'reason.cap.term':
    case 'reason.cap.term-unknown':
      return one(otherTerm(line))
    case 'reason.set.incomplete':
      return [missingCourses(line, String(against.args['homes']), context)].filter(notEmpty)
    case 'reason.equivalence.not-yet':
    case 'reason.equivalence.ended':
      return one(stillValid(line))
    default:
      return []
  }
}

function one(change: Change | null): Change[][] {
  return change ? [[change]] : []
}

function notEmpty(steps: readonly Change[]): boolean {
  return steps.length > 0
}

function withLine(id: string, change: (line: TranscriptLine) => TranscriptLine) {
  return (input: EvaluationInput): EvaluationInput => ({
    ...input,
    lines: input.lines.map((line) => (line.id === id ? change(line) : line)),
  })
}

function betterGrade(
  { id, code: host }: TranscriptLine,
  context: Context,
  key: 'change.grade' | 'change.passed',
): Change | null {
  const grade = leastGrade(context)
  if (grade === null) return null
  return {
    say: reason('note', key, { host, grade }),
    apply: withLine(id, (line) => ({ ...line, grade, status: 'passed' })),
  }
}

/** The lowest grade of the host's scale, as far as the scale names its grades, with which the minimum is met. */
export function leastGrade({ hostScale, homeScale, input }: Context): string | null {
  if (!hostScale || !homeScale) return null
  const { minimumGrade, gradeRule } = input.ruleSet
  const { correspondences, gradingTables } = input
  const scales = { hostScale, homeScale, correspondences, gradeRule, gradingTables }
  return (
    gradesUpwards(hostScale, input).find((grade) => {
      const read = readGrade(hostScale, grade)
      if (read.kind !== 'grade' || !read.passed) return false
      return !minimumGrade || checkMinimumGrade(grade, minimumGrade, scales).outcome === 'met'
    }) ?? null
  )
}

function gradesUpwards(scale: GradeScale, { correspondences }: EvaluationInput): string[] {
  if (scale.kind === 'steps') return scale.grades.map((each) => each.label).toReversed()
  const { lowest, highest, passMark, bands, better } = scale
  const named = correspondences
    .filter((each) => each.hostScaleId === scale.id)
    .flatMap((each) => Fraction.parse(each.host) ?? [])
  const edges = bands.flatMap((band) => (better === 'higher' ? band.from : band.to) ?? [])
  const all = [...wholeSteps(lowest, highest), ...named, ...edges, passMark, highest, lowest]
  const sign = better === 'higher' ? 1 : -1
  return all.toSorted((a, b) => a.compare(b) * sign).map((each) => each.toDecimal())
}

/** Whole numbers of a scale to 100, tenths of one to 10: as finely as grades are usually given. */
function wholeSteps(lowest: Fraction, highest: Fraction): Fraction[] {
  const span = highest.subtract(lowest)
  const step = span.compare(Fraction.of(10)) <= 0 ? Fraction.of(1, 10) : Fraction.one
  const steps: Fraction[] = []
  for (let at = lowest; at.compare(highest) <= 0 && steps.length < 200; at = at.add(step)) {
    steps.push(at)
  }
  return steps
}

function betterMean({ lines }: Asked, grade: string): Change {
  const ids = new Set(lines.map((line) => line.id))
  return {
    say: reason('note', 'change.mean', { grade }),
    apply: (input) => ({
      ...input,
      lines: input.lines.map((line) => (ids.has(line.id) ? { ...line, grade } : line)),
    }),
  }
}

function moreContent({ finding }: Asked, { input }: Context): Change | null {
  const required = input.ruleSet.minimumContentShare
  const equivalence = input.equivalences.find((each) => each.id === finding.equivalenceId)
  if (!required || !equivalence) return null
  return {
    say: reason('note', 'change.content', { home: homesOf(equivalence), required }),
    apply: (given) => ({
      ...given,
      equivalences: given.equivalences.map((each) =>
        each.id === equivalence.id ? { ...each, contentShare: required } : each,
      ),
    }),
  }
}

/** One more class hour a week, two, …: over as many weeks as one credit of the host has hours of lecture. */
function moreHours(line: TranscriptLine, { input, schemes }: Context): Change[] {
  const scheme = schemes.get(line.creditSchemeId ?? input.hostSchemeId)
  const weeks = scheme?.hoursPerCredit.lecture?.from
  if (!weeks) return []
  return Array.from({ length: mostWeekly }, (_, place) => {
    const weekly = place + 1
    const more = weeks.multiply(Fraction.of(weekly))
    return {
      say: reason('note', 'change.hours', { host: line.code, weekly, hours: more }),
      apply: withLine(line.id, (each) => ({
        ...each,
        hours: { ...each.hours, lecture: (each.hours?.lecture ?? Fraction.zero).add(more) },
      })),
    }
  })
}

/** As many host credits as the shortfall takes at the line's own rate, in halves. */
function moreCredit({ lines, finding }: Asked, { input }: Context): Change[] {
  const [line] = lines
  const conversion = finding.creditConversion
  if (!line?.credit || !conversion || conversion.unrounded.isZero()) return []
  const whole = Fraction.sum(lines.flatMap((each) => each.credit ?? []))
  const home = Fraction.sum(finding.homeCourses.map((each) => each.credit))
  const wanted = home.subtract(input.ruleSet.shortfall.accept)
  const needed = wanted.multiply(whole).divide(conversion.unrounded).subtract(whole)
  const half = Fraction.of(1, 2)
  const first = line.credit.add(needed).roundTo(half, 'up')
  return [first, first.add(half)].map((credit) => ({
    say: reason('note', 'change.credit', { host: line.code, credit }),
    apply: withLine(line.id, (each) => ({ ...each, credit })),
  }))
}

function furtherCourses({ lines, finding }: Asked, { input }: Context): Change[] {
  const [line] = lines
  const equivalence = input.equivalences.find((each) => each.id === finding.equivalenceId)
  const further = equivalence?.package?.further
  const conversion = finding.creditConversion
  if (!line || !further || !conversion || conversion.unrounded.isZero()) return []
  const taken = new Set(input.lines.map((each) => courseKey(each.code)))
  const code = further === 'any' ? 'X' : further.find((each) => !taken.has(courseKey(each)))
  if (code === undefined) return []
  const home = Fraction.sum(finding.homeCourses.map((each) => each.credit))
  const short = home.subtract(equivalence!.package!.accept).subtract(conversion.unrounded)
  const whole = Fraction.sum(lines.flatMap((each) => each.credit ?? []))
  const half = Fraction.of(1, 2)
  const first = short.multiply(whole).divide(conversion.unrounded).roundTo(half, 'up')
  return [first, first.add(half)].map((credit) => ({
    say: reason('note', 'change.further', { credit }),
    apply: (given) => ({ ...given, lines: [...given.lines, likeOne(line, code, credit)] }),
  }))
}

/** A course like another, with its hours in proportion to the credit. */
function likeOne(line: TranscriptLine, code: string, credit: Fraction): TranscriptLine {
  const factor = line.credit && !line.credit.isZero() ? credit.divide(line.credit) : Fraction.one
  const hours = line.hours && {
    ...line.hours,
    lecture: (line.hours.lecture ?? Fraction.zero).multiply(factor),
  }
  return { ...line, id: `~ ${code}`, code, credit, hours }
}

/** The courses that a set lacks, with as much credit as the present one, or some times as much. */
function missingCourses(line: TranscriptLine, homes: string, { input }: Context): Change[] {
  const equivalence = input.equivalences.find(
    (each) => homesOf(each) === homes && hostKeys(each).has(courseKey(line.code)),
  )
  if (!equivalence || !line.credit) return []
  const present = new Set(input.lines.map((each) => courseKey(each.code)))
  const missing = equivalence.hostCourses
    .filter((codes) => !codes.some((code) => present.has(courseKey(code))))
    .map((codes) => codes[0]!)
  const names = equivalence.hostCourses
    .filter((codes) => missing.includes(codes[0]!))
    .map((codes) => codes.join(' | '))
    .join(' + ')
  return [1, 2, 3, 5, 8].map((times) => ({
    say: reason('note', 'change.missing', { missing: names }),
    apply: (given) => {
      const credit = line.credit!.multiply(Fraction.of(times))
      return {
        ...given,
        lines: [...given.lines, ...missing.map((code) => likeOne(line, code, credit))],
      }
    },
  }))
}

function decidedBy(lapsed: number): Change {
  const day = new Date(lapsed).toISOString().slice(0, 10)
  return {
    say: reason('note', 'change.decided-by', { day: lapsed }),
    apply: (input) => ({ ...input, decidedOn: day }),
  }
}

function completedFrom(line: TranscriptLine, { input }: Context): Change | null {
  const years = input.ruleSet.maximumAgeYears
  if (years === null) return null
  const first = new Date(`${input.decidedOn}T12:00:00Z`)
  first.setUTCFullYear(first.getUTCFullYear() - years)
  const day = first.toISOString().slice(0, 10)
  return {
    say: reason('note', 'change.completed-from', { host: line.code, day: dayArgument(day) }),
    apply: withLine(line.id, (each) => ({ ...each, completedOn: day })),
  }
}

function notAlready(home: string): Change {
  return {
    say: reason('note', 'change.not-already', { home }),
    apply: (input) => ({
      ...input,
      alreadyRecognised: {
        ...input.alreadyRecognised,
        homeCourses: input.alreadyRecognised.homeCourses.filter(
          (code) => courseKey(code) !== courseKey(home),
        ),
      },
    }),
  }
}

function moreRoom(credit: Fraction | null): Change | null {
  if (!credit || credit.compare(Fraction.zero) <= 0) return null
  return {
    say: reason('note', 'change.room', { credit }),
    apply: (input) => ({
      ...input,
      alreadyRecognised: {
        ...input.alreadyRecognised,
        credit: input.alreadyRecognised.credit.subtract(credit),
      },
    }),
  }
}

function otherTerm(line: TranscriptLine): Change {
  return {
    say: reason('note', 'change.term', { host: line.code }),
    apply: withLine(line.id, (each) => ({ ...each, term: `~ ${each.term ?? ''}` })),
  }
}

function stillValid(line: TranscriptLine): Change {
  return {
    say: reason('note', 'change.validity', { host: line.code }),
    apply: (input) => ({
      ...input,
      equivalences: input.equivalences.map((each) =>
        hostKeys(each).has(courseKey(line.code))
          ? { ...each, validFrom: '0001-01-01', validTo: null }
          : each,
      ),
    }),
  }
}
