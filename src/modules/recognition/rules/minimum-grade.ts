import { convertGrade } from './convert-grade.ts'
import { gradeKey, type GradeReading, minimumText, passText, readGrade } from './grades.ts'
import { type Reason, reason } from './reasons.ts'
import type {
  GradeCorrespondence,
  GradeRule,
  GradeScale,
  GradingTablePair,
  RecognitionRuleSet,
} from './types.ts'

/** How a minimum stands across two scales: what a table or correspondence says, or that none does. */
export interface MinimumGradeCheck {
  outcome: 'met' | 'not-met' | 'open'
  reason: Reason
}

/**
 * Checks a grade against a minimum on the home scale ('C', 2.00). On another scale it needs an
 * explicit correspondence or the rule's own conversion; without one the answer is open, and says so:
 * the letter C of one school is not the C of another.
 */
export function checkMinimumGrade(
  grade: string,
  minimum: NonNullable<RecognitionRuleSet['minimumGrade']>,
  context: {
    hostScale: GradeScale
    homeScale: GradeScale
    correspondences: readonly GradeCorrespondence[]
    gradeRule: GradeRule
    gradingTables?: GradingTablePair | undefined
  },
): MinimumGradeCheck {
  const { hostScale, homeScale } = context
  const required = minimumText(homeScale, minimum.label)
  const read = readGrade(hostScale, grade)
  if (read.kind === 'unreadable') return open('reason.grade.unreadable', { grade })
  if (read.kind === 'remark') return open('reason.grade.remark', { grade, required })
  if (!read.passed) {
    const args = { grade, pass: passText(hostScale) }
    return { outcome: 'not-met', reason: reason('against', 'reason.grade.not-passed', args) }
  }
  if (hostScale.id === homeScale.id) {
    const least = readGrade(homeScale, minimum.label)
    return compareRanks(read, least, { grade, required }, '')
  }
  const agreed = context.correspondences.find(
    (each) =>
      each.hostScaleId === hostScale.id &&
      each.homeScaleId === homeScale.id &&
      gradeKey(each.home) === gradeKey(minimum.label),
  )
  if (agreed) {
    const threshold = agreed.host
    return compareRanks(
      read,
      readGrade(hostScale, threshold),
      { grade, required, threshold },
      '-by',
    )
  }
  const entered = convertGrade(grade, context.gradeRule, context)
  if (entered.ok && entered.conversion.method !== 'record') {
    const { homeGrade } = entered.conversion
    const least = readGrade(homeScale, minimum.label)
    const home = readGrade(homeScale, homeGrade)
    return compareRanks(home, least, { grade: `${grade} = ${homeGrade}`, required }, '')
  }
  return open('reason.grade.no-correspondence', { grade, required })
}

function compareRanks(
  read: GradeReading,
  least: GradeReading,
  args: { grade: string; required: string; threshold?: string },
  by: '' | '-by',
): MinimumGradeCheck {
  if (read.kind !== 'grade' || least.kind !== 'grade' || !read.rank || !least.rank) {
    return open('reason.grade.no-correspondence', args)
  }
  return read.rank.compare(least.rank) >= 0
    ? { outcome: 'met', reason: reason('for', `reason.grade.met${by}`, args) }
    : { outcome: 'not-met', reason: reason('against', `reason.grade.below${by}`, args) }
}

function open(
  key: 'reason.grade.unreadable' | 'reason.grade.remark' | 'reason.grade.no-correspondence',
  args: Record<string, string>,
): MinimumGradeCheck {
  return { outcome: 'open', reason: reason('open', key, args) }
}
