import { Fraction } from '#kernel/values'
import { type Reason, reason } from './reasons.ts'
import type {
  GradeConversion,
  GradeCorrespondence,
  GradeRule,
  GradeScale,
  GradeTableRow,
  RecognitionRuleSet,
} from './types.ts'

/** A grade placed on a scale; `rank` is null for words (P, 合格), which stand outside the order. */
export type GradeReading =
  | {
      kind: 'grade'
      label: string
      value: Fraction | null
      /** Larger is better; comparable within one scale only. */
      rank: Fraction | null
      points: Fraction | null
      passed: boolean
    }
  | { kind: 'remark'; label: string }
  | { kind: 'unreadable' }

/**
 * Reads a grade as written on a transcript: full-width letters, other minus signs and small
 * letters are the same grade. A number off the scale or between two bands is read by its value;
 * a label that the scale does not have is unreadable.
 */
export function readGrade(scale: GradeScale, text: string): GradeReading {
  const wanted = gradeKey(text)
  if (wanted === '') return { kind: 'unreadable' }
  const remark = scale.remarks.find((each) => gradeKey(each) === wanted)
  if (remark !== undefined) return { kind: 'remark', label: remark }
  const word = scale.words.find((each) => gradeKey(each.label) === wanted)
  if (word) {
    const { label, pass } = word
    return { kind: 'grade', label, value: null, rank: null, points: null, passed: pass }
  }
  return scale.kind === 'steps' ? readStep(scale, wanted) : readNumber(scale, wanted)
}

function readStep(scale: GradeScale & { kind: 'steps' }, wanted: string): GradeReading {
  const place = scale.grades.findIndex((each) => gradeKey(each.label) === wanted)
  const found = scale.grades[place]
  if (!found) return { kind: 'unreadable' }
  return {
    kind: 'grade',
    label: found.label,
    value: null,
    rank: Fraction.of(scale.grades.length - place),
    points: found.points,
    passed: found.pass,
  }
}

function readNumber(scale: GradeScale & { kind: 'range' }, wanted: string): GradeReading {
  const value = Fraction.parse(wanted)
  if (!value) {
    const band = scale.bands.find((each) => gradeKey(each.label) === wanted)
    const edge = scale.better === 'higher' ? band?.from : band?.to
    if (!band || !edge) return { kind: 'unreadable' }
    const rank = scale.better === 'higher' ? edge : edge.negate()
    const { label, points, pass } = band
    return { kind: 'grade', label, value: null, rank, points, passed: pass }
  }
  if (value.compare(scale.lowest) < 0 || value.compare(scale.highest) > 0) {
    return { kind: 'unreadable' }
  }
  const rank = scale.better === 'higher' ? value : value.negate()
  const pass = scale.better === 'higher' ? scale.passMark : scale.passMark.negate()
  const band = scale.bands.find(
    (each) => each.from && each.to && contains({ from: each.from, to: each.to }, value),
  )
  return {
    kind: 'grade',
    label: value.toDecimal(),
    value,
    rank,
    points: band?.points ?? null,
    passed: rank.compare(pass) >= 0,
  }
}

/** The scale of a school that applied to an intake; the most narrowly dated one where several do. */
export function chooseGradeScale(
  scales: readonly GradeScale[],
  institution: string,
  intakeYear: number | null,
): GradeScale | null {
  const fitting = scales.filter(
    (scale) =>
      scale.institution === institution &&
      (intakeYear === null
        ? scale.intakeTo === null
        : (scale.intakeFrom ?? intakeYear) <= intakeYear &&
          (scale.intakeTo ?? intakeYear) >= intakeYear),
  )
  const openEnds = (scale: GradeScale) =>
    Number(scale.intakeFrom === null) + Number(scale.intakeTo === null)
  return fitting.toSorted((a, b) => openEnds(a) - openEnds(b) || compare(a.id, b.id))[0] ?? null
}

/** How a minimum stands across two scales: what a table or correspondence says, or that none does. */
export interface MinimumGradeCheck {
  outcome: 'met' | 'not-met' | 'open'
  reason: Reason
}

/**
 * Checks a grade against a minimum on the home scale ('C', 2.00). On another scale it needs an
 * explicit correspondence or the rule's own table; without one the answer is open, and says so:
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
  const byTable = convertByTable(read, context.gradeRule, hostScale, homeScale)
  if (byTable) {
    const least = readGrade(homeScale, minimum.label)
    const home = readGrade(homeScale, byTable)
    return compareRanks(home, least, { grade: `${grade} = ${byTable}`, required }, '')
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

/**
 * The grade as entered at home: the label of 'record, do not convert' (TR, V), or the row of the
 * agreed table. A missing row is a reason; nothing is interpolated.
 */
export function convertGrade(
  grade: string,
  rule: GradeRule,
  hostScale: GradeScale,
  homeScale: GradeScale,
): { ok: true; conversion: GradeConversion; reason: Reason } | { ok: false; reason: Reason } {
  if (rule.method === 'record') {
    return {
      ok: true,
      conversion: {
        method: 'record',
        hostGrade: grade,
        homeGrade: rule.label,
        points: null,
        inputs: { label: rule.label },
      },
      reason: reason('note', 'reason.grade.recorded', { label: rule.label }),
    }
  }
  const read = readGrade(hostScale, grade)
  const home = convertByTable(read, rule, hostScale, homeScale)
  if (home === null) return { ok: false, reason: reason('open', 'reason.grade.no-row', { grade }) }
  const placed = readGrade(homeScale, home)
  return {
    ok: true,
    conversion: {
      method: 'table',
      hostGrade: grade,
      homeGrade: home,
      points: placed.kind === 'grade' ? placed.points : null,
      inputs: { hostScale: hostScale.id, homeScale: homeScale.id, hostGrade: grade },
    },
    reason: reason('note', 'reason.grade.converted', { grade, home }),
  }
}

function convertByTable(
  read: GradeReading,
  rule: GradeRule,
  hostScale: GradeScale,
  homeScale: GradeScale,
): string | null {
  if (rule.method !== 'table' || read.kind !== 'grade') return null
  if (rule.hostScaleId !== hostScale.id || rule.homeScaleId !== homeScale.id) return null
  return rule.rows.find((row) => rowFits(row, read))?.home ?? null
}

function rowFits(row: GradeTableRow, read: GradeReading & { kind: 'grade' }): boolean {
  if ('label' in row.host) return gradeKey(row.host.label) === gradeKey(read.label)
  return read.value !== null && contains(row.host, read.value)
}

/** 'C (2)': the label, with its grade points where the scale has them. */
export function minimumText(scale: GradeScale, label: string): string {
  const read = readGrade(scale, label)
  if (read.kind !== 'grade' || !read.points) return label
  const points = read.points.toDecimal(2)
  return `${label} (${points.includes('.') ? points.padEnd(4, '0') : `${points}.00`})`
}

/** The lowest passing grade of a scale, as it is written. */
export function passText(scale: GradeScale): string {
  if (scale.kind === 'range') return scale.passMark.toDecimal()
  return scale.grades.findLast((each) => each.pass)?.label ?? ''
}

function open(
  key: 'reason.grade.unreadable' | 'reason.grade.remark' | 'reason.grade.no-correspondence',
  args: Record<string, string>,
): MinimumGradeCheck {
  return { outcome: 'open', reason: reason('open', key, args) }
}

function contains(range: { from: Fraction; to: Fraction }, value: Fraction): boolean {
  return value.compare(range.from) >= 0 && value.compare(range.to) <= 0
}

/** A grade as it is compared: full-width letters, other minus signs and small letters are the same grade. */
export function gradeKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<=\d),(?=\d)/g, '.')
    .trim()
    .toUpperCase()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
