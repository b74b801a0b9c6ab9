import { Fraction } from '#kernel/values'
import { pekingGradePoint, zhejiangGradePoint } from './grade-points.ts'
import type { GradeScale, GradeStep } from './types.ts'

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
  let readings = readingsOf.get(scale)
  if (!readings) readingsOf.set(scale, (readings = new Map()))
  const known = readings.get(text)
  if (known) return known
  const reading = readAnew(scale, text)
  if (readings.size < mostReadings && text.length < longestKept) readings.set(text, reading)
  return reading
}

/** A scale has few grades, and each is asked for again and again; what is typed beside them is not kept for ever. */
const readingsOf = new WeakMap<GradeScale, Map<string, GradeReading>>()
const mostReadings = 500
const longestKept = 20

function readAnew(scale: GradeScale, text: string): GradeReading {
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
  const placeOf = (key: string) => scale.grades.findIndex((each) => gradeKey(each.label) === key)
  const exact = placeOf(wanted)
  const place = exact < 0 && isPlainStep(wanted, placeOf) ? placeOf(wanted[0]!) : exact
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

/** Korean registries write A0 for what stands between A+ and A-, also where the scale's own table says A. */
function isPlainStep(wanted: string, placeOf: (key: string) => number): boolean {
  return /^[A-F]0$/.test(wanted) && placeOf(`${wanted[0]}+`) >= 0
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
  return {
    kind: 'grade',
    label: value.toDecimal(),
    value,
    rank,
    points: bandOf(scale, value)?.points ?? pointsByFormula(scale, value),
    passed: rank.compare(pass) >= 0,
  }
}

/** The band of a numeric scale in which a mark lies; null between two bands or where the scale has none. */
export function bandOf(scale: GradeScale & { kind: 'range' }, value: Fraction): GradeStep | null {
  const holds = ({ from, to }: GradeStep) => from && to && contains({ from, to }, value)
  return scale.bands.find(holds) ?? null
}

function pointsByFormula({ pointsBy }: GradeScale & { kind: 'range' }, value: Fraction) {
  switch (pointsBy) {
    case 'peking':
      return pekingGradePoint(value)
    case 'zhejiang':
      return zhejiangGradePoint(value)
    case undefined:
      return null
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

/** Whether a number lies in a range; both ends belong to it. */
export function contains(range: { from: Fraction; to: Fraction }, value: Fraction): boolean {
  return value.compare(range.from) >= 0 && value.compare(range.to) <= 0
}

/** A grade as it is compared: full-width letters, other minus signs and small letters are the same grade. */
export function gradeKey(text: string): string {
  return plainGrade.test(text) ? text.toUpperCase() : normalised(text)
}

/** Nothing in it has to be written in another way, but for small letters. */
const plainGrade = /^[A-Za-z0-9.+-]*$/

function normalised(text: string): string {
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
