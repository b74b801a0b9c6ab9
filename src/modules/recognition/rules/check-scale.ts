import { Fraction, type LocalText } from '#kernel/values'
import { gradeKey } from './grades.ts'
import type { GradeScale, GradeStep, Source } from './types.ts'

/** A row of a scale as somebody wrote it; null where nothing stands or what stands cannot be read. */
export interface DraftStep {
  label: string
  points: Fraction | null
  /** Only for a scale of labels: bands pass by the pass mark. */
  pass: boolean | null
  from: Fraction | null
  to: Fraction | null
}

/** The ends of a numeric scale and the mark from which a grade passes. */
export interface ScaleBounds {
  lowest: Fraction
  highest: Fraction
  passMark: Fraction
  better: 'higher' | 'lower'
}

/** A grade scale as an institution enters it; `bounds` is null for a scale of labels. */
export interface DraftScale {
  institution: string
  name: LocalText
  intakeFrom: number | null
  intakeTo: number | null
  grades: readonly DraftStep[]
  bounds: ScaleBounds | null
  words: readonly { label: string; pass: boolean | null }[]
  remarks: readonly string[]
  sources: readonly Source[]
}

/** What is wrong with a scale: in which field, in which of its rows (from 0), and what. */
export interface ScaleFault {
  field: 'rows' | 'words' | 'remarks' | 'highest' | 'passMark' | 'intakeTo'
  row: number | null
  fault:
    | 'none'
    | 'too-many'
    | 'label'
    | 'label-long'
    | 'label-number'
    | 'twice'
    | 'pass'
    | 'order'
    | 'negative'
    | 'none-passes'
    | 'range'
    | 'bounds'
    | 'overlap'
    | 'straddles'
    | 'ends'
    | 'pass-mark'
    | 'intake'
  label: string
}

const mostRows = 100
const longestLabel = 20

/**
 * Checks a scale: labels are there and unique over grades, words and remarks; grades stand best first;
 * bands are disjoint, within the ends and on one side of the pass mark; something passes.
 */
export function scaleFaults(draft: DraftScale): ScaleFault[] {
  const { bounds, grades } = draft
  const faults = [...labelFaults(draft), ...wordFaults(draft)]
  const whole = (field: ScaleFault['field'], fault: ScaleFault['fault']) =>
    faults.push({ field, row: null, fault, label: '' })
  if (Math.max(grades.length, draft.words.length, draft.remarks.length) > mostRows) {
    whole('rows', 'too-many')
  }
  if (draft.intakeFrom !== null && draft.intakeTo !== null && draft.intakeTo < draft.intakeFrom) {
    whole('intakeTo', 'intake')
  }
  if (bounds === null) {
    if (grades.length === 0) whole('rows', 'none')
    else if (!grades.some((step) => step.pass !== false)) whole('rows', 'none-passes')
    return [...faults, ...stepFaults(grades)]
  }
  if (bounds.highest.compare(bounds.lowest) <= 0) whole('highest', 'ends')
  else if (!isWithin(bounds, bounds.passMark)) whole('passMark', 'pass-mark')
  else faults.push(...bandFaults(grades, bounds))
  return faults
}

function labelFaults({ grades, words, remarks, bounds }: DraftScale): ScaleFault[] {
  const faults: ScaleFault[] = []
  const seen = new Set<string>()
  const look = (field: ScaleFault['field'], labels: readonly string[]) => {
    for (const [row, label] of labels.entries()) {
      const key = gradeKey(label)
      const fault = (what: ScaleFault['fault']) => faults.push({ field, row, fault: what, label })
      if (key === '') fault('label')
      else if ([...label].length > longestLabel) fault('label-long')
      // On a numeric scale a number is a mark and never the name of a band or a word.
      else if (bounds !== null && Fraction.parse(key) !== null) fault('label-number')
      else if (seen.has(key)) fault('twice')
      seen.add(key)
    }
  }
  look(
    'rows',
    grades.map((step) => step.label),
  )
  look(
    'words',
    words.map((word) => word.label),
  )
  look('remarks', remarks)
  return faults
}

function wordFaults({ words }: DraftScale): ScaleFault[] {
  return words.flatMap(({ label, pass }, row) =>
    pass === null ? [{ field: 'words', row, fault: 'pass', label }] : [],
  )
}

function stepFaults(grades: readonly DraftStep[]): ScaleFault[] {
  const faults: ScaleFault[] = []
  let hasFailed = false
  let least: Fraction | null = null
  for (const [row, { label, points, pass }] of grades.entries()) {
    const fault = (what: ScaleFault['fault']) =>
      faults.push({ field: 'rows', row, fault: what, label })
    if (pass === null) fault('pass')
    if (points?.isNegative()) fault('negative')
    const isAboveBefore = points !== null && least !== null && points.compare(least) > 0
    if (isAboveBefore || (pass === true && hasFailed)) fault('order')
    hasFailed ||= pass === false
    least = points ?? least
  }
  return faults
}

function bandFaults(bands: readonly DraftStep[], bounds: ScaleBounds): ScaleFault[] {
  const faults: ScaleFault[] = []
  const before: { from: Fraction; to: Fraction }[] = []
  for (const [row, { label, from, to, points }] of bands.entries()) {
    const fault = (what: ScaleFault['fault']) =>
      faults.push({ field: 'rows', row, fault: what, label })
    if (points?.isNegative()) fault('negative')
    if (from === null || to === null || from.compare(to) > 0) {
      fault('range')
      continue
    }
    const last = before.at(-1)
    if (!isWithin(bounds, from) || !isWithin(bounds, to)) fault('bounds')
    else if (before.some((each) => from.compare(each.to) <= 0 && to.compare(each.from) >= 0)) {
      fault('overlap')
    } else if (last && from.compare(last.from) > 0 === (bounds.better === 'higher')) {
      fault('order')
    } else if (passes(from, bounds) !== passes(to, bounds)) fault('straddles')
    before.push({ from, to })
  }
  return faults
}

function isWithin({ lowest, highest }: ScaleBounds, value: Fraction): boolean {
  return value.compare(lowest) >= 0 && value.compare(highest) <= 0
}

function passes(mark: Fraction, { passMark, better }: ScaleBounds): boolean {
  const order = mark.compare(passMark)
  return better === 'higher' ? order >= 0 : order <= 0
}

/** The scale that a draft without faults means. No row is inferred: the institution wrote each of them. */
export function scaleFrom(draft: DraftScale, id: string): GradeScale {
  const { institution, name, intakeFrom, intakeTo, remarks, sources, bounds } = draft
  const words = draft.words.map(({ label, pass }) => ({ label, pass: pass === true }))
  const shared = { id, name, institution, intakeFrom, intakeTo, remarks, words, sources }
  if (bounds === null) {
    const grades = draft.grades.map(({ label, points, pass }) => ({
      label,
      points,
      pass: pass === true,
    }))
    return { ...shared, kind: 'steps', grades }
  }
  const bands = draft.grades.flatMap(({ label, points, from, to }): GradeStep[] =>
    from && to ? [{ label, points, pass: passes(from, bounds), from, to }] : [],
  )
  return { ...shared, kind: 'range', ...bounds, bands }
}
