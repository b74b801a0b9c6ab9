import { addDays, addMonths, addWorkingDays, type DateOnly, Fraction } from '#kernel/values'
import { dayArgument, type Reason, reason } from './reasons.ts'
import type { Deadline } from './stay-types.ts'
import type { EvaluationInput } from './types.ts'

/** What the rules ask of all lines of a transcript alike: suspended studies, the deadline, the last term. */
export function reasonsOfAll(input: EvaluationInput): Reason[] {
  return [...suspensionReasons(input), ...deadlineReasons(input), ...lastTermReasons(input)]
}

function suspensionReasons({ ruleSet, stay }: EvaluationInput): Reason[] {
  const months = ruleSet.suspension?.overMonths
  if (months === undefined) return []
  const { from, to, suspended } = stay ?? { from: null, to: null, suspended: null }
  if (suspended === true) return [reason('for', 'reason.stay.suspended', { months })]
  if (from === null || to === null) return [reason('open', 'reason.stay.unknown', { months })]
  if (to <= addMonths(from, months)) return []
  const days = { from: dayArgument(from), to: dayArgument(to) }
  return suspended === null
    ? [reason('open', 'reason.stay.suspension-unknown', { months, ...days })]
    : [reason('against', 'reason.stay.not-suspended', { months, ...days })]
}

function lastTermReasons({ ruleSet, stay }: EvaluationInput): Reason[] {
  if (!ruleSet.residence?.lastTerm || stay?.lastTerm !== true) return []
  return [reason('against', 'reason.residence.last-term')]
}

function deadlineReasons(input: EvaluationInput): Reason[] {
  const { deadline } = input.ruleSet
  if (!deadline || input.filedOn === undefined) return []
  const last = lastDay(deadline, input)
  if (last === null) {
    return [reason('open', 'reason.deadline.unknown', { rule: deadline.rule.replace('-', '_') })]
  }
  const args = { filed: dayArgument(input.filedOn), last: dayArgument(last) }
  if (input.filedOn <= last) return [reason('for', 'reason.deadline.met', args)]
  return deadline.late === 'refuse'
    ? [reason('against', 'reason.deadline.missed', args)]
    : [reason('open', 'reason.deadline.late', args)]
}

/** The last day of a deadline; null where the stay's end, the day of issue or the home terms are not known. */
export function lastDay(
  deadline: Deadline,
  input: Pick<EvaluationInput, 'stay' | 'issuedOn' | 'homeTerms' | 'homeCountry' | 'lines'>,
): DateOnly | null {
  const end = endOfStay(input)
  switch (deadline.rule) {
    case 'week': {
      const after = (input.homeTerms ?? [])
        .filter(({ startsOn }) => end !== null && startsOn > end)
        .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
      const term = after[deadline.term - 1]
      return term ? addDays(term.startsOn, 7 * deadline.week - 1) : null
    }
    case 'working-days': {
      const from = deadline.after === 'stay' ? end : (input.issuedOn ?? null)
      if (from === null || input.homeCountry === undefined) return null
      return addWorkingDays(from, deadline.days, input.homeCountry).date
    }
    case 'date':
      return end && firstDateAfter(end, deadline.month, deadline.day)
  }
}

/** The stated end of the stay, else the last day on which a course was completed. */
function endOfStay({ stay, lines }: Pick<EvaluationInput, 'stay' | 'lines'>): DateOnly | null {
  if (stay?.to) return stay.to
  const days = lines.flatMap(({ completedOn }) => completedOn ?? [])
  return days.toSorted().at(-1) ?? null
}

function firstDateAfter(day: DateOnly, month: number, dayOfMonth: number): DateOnly {
  const two = (value: number) => String(value).padStart(2, '0')
  const inYear = (year: number) => `${year}-${two(month)}-${two(dayOfMonth)}`
  const year = Number(day.slice(0, 4))
  return inYear(year) > day ? inYear(year) : inYear(year + 1)
}

/**
 * What follows from a recognition for the degree: what is left to be taken at home, the years and the last
 * term there, honours. It refuses nothing; the limits do.
 */
export function remarksOf(input: EvaluationInput, recognised: Fraction): Reason[] {
  const { residence, honours } = input.ruleSet
  const programme = input.degreeProgramme.totalCredit
  const left = programme.subtract(input.alreadyRecognised.credit).subtract(recognised)
  const remarks: Reason[] = []
  const leastYears = residence?.leastYears ?? null
  if (leastYears !== null) {
    remarks.push(reason('note', 'reason.residence.years', { years: leastYears }))
  }
  if (residence?.lastTerm && (input.stay?.lastTerm ?? null) === null) {
    remarks.push(reason('open', 'reason.residence.last-term-unknown'))
  }
  if (honours) {
    const args = { least: honours.leastCredit, left, programme }
    const isEnough = left.compare(honours.leastCredit) >= 0
    remarks.push(reason('note', isEnough ? 'reason.honours.open' : 'reason.honours.lost', args))
  }
  return remarks
}

/** Most credit that residence leaves to be recognised; null where the rules ask for no credit at home. */
export function residenceLimit({
  ruleSet,
  degreeProgramme,
}: Pick<EvaluationInput, 'ruleSet' | 'degreeProgramme'>): Fraction | null {
  const { leastCredit = null, leastShare = null } = ruleSet.residence ?? {}
  const programme = degreeProgramme.totalCredit
  const least = [leastCredit, leastShare && leastShare.multiply(programme)].filter(
    (each) => each !== null,
  )
  const [first, ...others] = least
  return first
    ? Fraction.max(programme.subtract(Fraction.max(first, ...others)), Fraction.zero)
    : null
}
