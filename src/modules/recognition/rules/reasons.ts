import type { DateOnly, Fraction } from '#kernel/values'
import type { creditReasonTexts } from './credit-reasons.ts'
import type { gradeReasonTexts } from './grade-reasons.ts'
import type { ChangeKey } from './change-reasons.ts'
import type { limitReasonTexts } from './limit-reasons.ts'
import type { setReasonTexts } from './set-reasons.ts'

/**
 * The English text of a reason, in ICU syntax; those of credit, grades, limits and courses together
 * are in `credit-reasons.ts`, `grade-reasons.ts`, `limit-reasons.ts` and `set-reasons.ts`. Each says which rule, which figure, and what
 * would have changed it. The other languages are in `messages/reasons.*.ts`, with the same keys.
 */
export const reasonTexts = {
  'reason.line.failed': 'The transcript gives this course as not passed, so it earned no credit.',
  'reason.line.in-progress':
    'The transcript gives this course as still in progress. It can be evaluated once the final result is there.',
  'reason.line.no-credit':
    'The transcript states no credit for this course. Enter the credit that the original shows.',
  'reason.line.zero-credit':
    'The transcript gives 0 credits for this course, so there is nothing to recognise.',
  'reason.line.negative-credit':
    'The transcript gives {credit, number} credits, which cannot be right. Check the original and correct the line.',
  'reason.line.no-grade':
    'The transcript states no grade for this course, and the rule asks for at least {grade}. Enter the grade that the original shows.',
  'reason.line.unknown-scheme':
    'The credit scheme {scheme} of this line is not known here, so its credit cannot be converted. Choose the scheme that the transcript means.',

  'reason.equivalence.none':
    'No equivalence has been decided for {host}. An evaluator compares it with a home course; the decision then serves later cases too.',
  'reason.equivalence.not-yet':
    'The equivalence of {host} and {home} applies from {from, date, long} only; this course was completed or is decided before that. An evaluator can set an earlier start.',
  'reason.equivalence.ended':
    'The equivalence of {host} and {home} ended on {to, date, long}. An evaluator can renew it after a look at the current syllabi.',
  'reason.equivalence.found': '{host} stands for {home}, as {judge} decided on {day, date, long}.',
  'reason.equivalence.several':
    '{count, plural, one {One more equivalence applies} other {# more equivalences apply}} to {host}: {others}. {home} was taken, because this choice recognises the most credit in all; where choices are equal, an equivalence for the degree programme goes first, then the most recent one.',

  'reason.content.met':
    '{judged, number, ::percent .##} of the content of {home} is covered; the rule asks for at least {required, number, ::percent .##}.',
  'reason.content.below':
    'Only {judged, number, ::percent .##} of the content of {home} is covered; the rule asks for at least {required, number, ::percent .##}.',
  'reason.content.unknown':
    'Nobody has judged yet how much of the content of {home} is covered; the rule asks for at least {required, number, ::percent .##}. An evaluator compares the two syllabi.',

  'reason.grade.met': 'The grade {grade} meets the minimum of {required}.',
  'reason.grade.met-by':
    'The grade {grade} meets the minimum of {required}, which corresponds to {threshold} on the host’s scale.',
  'reason.grade.below': 'The grade {grade} is below the minimum of {required}.',
  'reason.grade.below-by':
    'The grade {grade} is below the minimum of {required}, which corresponds to {threshold} on the host’s scale.',
  'reason.grade.not-passed':
    'The grade {grade} is no pass at the host (pass: {pass}), so no credit was earned.',
  'reason.grade.no-correspondence':
    'The minimum is {required} on the home scale, and nothing says what that is on the host’s scale, where the grade is {grade}. Add the correspondence of the two scales, or decide this line.',
  'reason.grade.unreadable':
    'The grade {grade} is not on the host’s scale. Correct the line, or choose the scale that applied to this intake.',
  'reason.grade.remark':
    'The entry {grade} is a remark and no grade, so it cannot be checked against the minimum of {required}. Decide this line.',
  'reason.grade.scale-missing':
    'The grade scale {scale} is not known here, so the grade {grade} cannot be checked. Enter the scale of this institution and intake year.',
  'reason.grade.recorded':
    'Entered as {label}: the rule is to record the course without converting its grade.',
  'reason.grade.converted': '{grade} becomes {home} by the table agreed for the two scales.',
  'reason.grade.no-row':
    'The agreed table has no row for the grade {grade}. Add the row, or enter the home grade by hand.',

  'reason.credit.converted':
    '{host, number} host credits become {home, number} home credits by {method, select, hours {contact hours} ratio {the agreed ratio} workload {workload} other {the share of a year}}.',
  'reason.credit.methods-disagree':
    '{method, select, hours {Contact hours} ratio {The agreed ratio} workload {Workload} other {The share of a year}} would give {other, number} credits where {used, select, hours {contact hours give} ratio {the agreed ratio gives} workload {workload gives} other {the share of a year gives}} {credit, number}. The rule decides which one counts.',
  'reason.credit.hours-from-scheme':
    'The transcript states no class hours; {hours, number} hours were taken from the scheme, as {perCredit, number} for each credit. The hours on the syllabus would be more exact.',
  'reason.credit.hours-planned':
    'The host’s catalogue states no class hours for the whole course; {hours, number} hours were taken from the scheme, as {perCredit, number} for each credit. The hours on the syllabus may give another result.',
  'reason.credit.cannot-convert':
    'The rule converts credit by {method, select, hours {contact hours} ratio {ratio} workload {workload} other {the share of a year}}, and {missing, select, hours {the class hours of this course are not known} home_hours {the home scheme sets no hours for this kind of teaching} host_workload {the host scheme sets no workload} home_workload {the home scheme sets no workload} host_year {the host scheme sets no credit for a year} other {the home scheme sets no credit for a year}}. Enter it, or decide this line.',
  'reason.credit.equal': 'The converted credit equals the {home, number} credits of {course}.',
  'reason.credit.surplus-home':
    'The converted credit of {converted, number} is above the {home, number} of {course}: {home, number} are recorded, and the surplus does not count for other courses.',
  'reason.credit.surplus-converted':
    'The converted credit of {converted, number} is above the {home, number} of {course} and is recorded as converted.',
  'reason.credit.shortfall-accepted':
    'The converted credit of {converted, number} is {short, number} below the {home, number} of {course}; the rule accepts up to {accept, number}.',
  'reason.credit.shortfall-refused':
    'The converted credit of {converted, number} is {short, number} below the {home, number} of {course}; the rule accepts up to {accept, number}.',
  'reason.credit.shortfall-recorded':
    'The converted credit of {converted, number} is {short, number} below the {home, number} of {course}; the rule records it as converted.',
  'reason.credit.shortfall-open':
    'The converted credit of {converted, number} is {short, number} below the {home, number} of {course}; the rule accepts up to {accept, number} and leaves more to the evaluator.',

  'reason.hours.met':
    'The course had {hours, number} hours of class; the rule asks for at least {required, number}.',
  'reason.hours.below':
    'The course had {hours, number} hours of class; the rule asks for at least {required, number}.',
  'reason.hours.unknown':
    'The rule asks for at least {required, number} hours of class, and the hours of this course are not known. Enter them from the syllabus.',

  'reason.age.met':
    'Completed on {completed, date, long}, within the {years, plural, one {# year} other {# years}} that credit lasts.',
  'reason.age.lapsed':
    'Completed on {completed, date, long}; credit lasts {years, plural, one {# year} other {# years}}, so it lapsed on {lapsed, date, long}.',
  'reason.age.unknown':
    'Credit lasts {years, plural, one {# year} other {# years}}, and the transcript does not say when this course was completed. Enter the date.',

  'reason.course.already':
    '{home} is recognised already from an earlier transcript and counts once.',
  'reason.course.other-line': '{home} is recognised through {other} and counts once.',

  'reason.cap.within': 'The total stays within what the rules allow: {limit, number} credits.',
  'reason.cap.programme':
    'At most {share, number, ::percent .##} of the degree programme’s {programme, number} credits can be recognised: {limit, number}, of which {already, number} are used. The choice that recognises most credit leaves this line out.',
  'reason.cap.total':
    'At most {limit, number} credits can be recognised in all, of which {already, number} are used. The choice that recognises most credit leaves this line out.',
  'reason.cap.term':
    'At most {limit, number} credits of one term can be recognised. The choice that recognises most credit leaves this line out.',
  'reason.cap.term-unknown':
    'At most {limit, number} credits of one term can be recognised, and the transcript does not say in which term this course was taken. Enter the term.',

  'reason.rules.none':
    'No rules are in force on {day, date, long} for this pair of institutions, degree programme and intake. Enter or extend a rule set.',
} as const

export type ReasonKey =
  | keyof typeof reasonTexts
  | keyof typeof gradeReasonTexts
  | keyof typeof creditReasonTexts
  | keyof typeof limitReasonTexts
  | keyof typeof setReasonTexts
  | ChangeKey

/**
 * Why something was decided or could not be, not yet in any language: the key names a text of
 * `reasonTexts`. Figures are decimal strings ('7.5'), days are milliseconds at noon UTC, so that
 * the text can format both for its reader.
 */
export interface Reason {
  key: ReasonKey
  args: Record<string, string | number>
  /** What it did to the line: spoke for it, against it, left it to a person, or is only a note. */
  outcome: 'for' | 'against' | 'open' | 'note'
}

/** Makes a reason; fractions become decimal figures. */
export function reason(
  outcome: Reason['outcome'],
  key: ReasonKey,
  args: Record<string, string | number | Fraction> = {},
): Reason {
  let plain = args as Reason['args']
  for (const name in args) {
    const value = args[name]!
    if (typeof value !== 'object') continue
    if (plain === args) plain = { ...plain }
    plain[name] = value.toDecimal(4)
  }
  return { key, args: plain, outcome }
}

/** A day as a text argument: noon UTC in milliseconds, which is the same day from UTC-11 to UTC+11. */
export function dayArgument(day: DateOnly): number {
  const known = noons.get(day)
  if (known !== undefined) return known
  const noon = noonOf(day)
  if (noons.size >= mostNoons) noons.clear()
  noons.set(day, noon)
  return noon
}

/** The same days come in case after case; they are some hundreds in a year, and no more are kept. */
const noons = new Map<DateOnly, number>()
const mostNoons = 2_000

function noonOf(day: DateOnly): number {
  const year = Number(day.slice(0, -6))
  // Date.UTC takes the years before 100 for years of our time.
  if (year < 100) return Date.parse(`${day}T12:00:00Z`)
  const month = Number(day.slice(-5, -3))
  return Date.UTC(year, month - 1, Number(day.slice(-2)), 12)
}
