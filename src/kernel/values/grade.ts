import { Fraction } from './fraction.ts'

/** A grade as it was given: a label of a scale ('B+', 'Pass', '优'), or an exact number on it. */
export type GradeValue = { readonly label: string } | { readonly number: Fraction }

/**
 * What is needed to put grades of one scale in order: labels from best to worst, or which end of the numbers is better.
 * A scale may have both; labels outside the order ('Pass', 'W') compare with nothing.
 */
export interface GradeOrder {
  readonly labelsBestFirst?: readonly string[]
  readonly betterNumbers?: 'higher' | 'lower'
}

/** Reads a grade cell: a listed label first, then a number where the scale has numbers; null for anything else. */
export function parseGrade(text: string, order: GradeOrder): GradeValue | null {
  const wanted = text.trim().normalize('NFKC')
  const label = order.labelsBestFirst?.find((each) => each.normalize('NFKC') === wanted)
  if (label !== undefined) return { label }
  const number = order.betterNumbers ? Fraction.parse(wanted) : null
  return number ? { number } : null
}

/** 1 where the first grade is better, -1 where it is worse, 0 where they are level; null where the scale cannot tell. */
export function compareGrades(a: GradeValue, b: GradeValue, order: GradeOrder): -1 | 0 | 1 | null {
  if ('label' in a && 'label' in b) {
    if (a.label === b.label) return 0
    const labels = order.labelsBestFirst ?? []
    const [first, second] = [labels.indexOf(a.label), labels.indexOf(b.label)]
    if (first < 0 || second < 0) return null
    return first < second ? 1 : -1
  }
  if ('number' in a && 'number' in b && order.betterNumbers) {
    return order.betterNumbers === 'higher'
      ? a.number.compare(b.number)
      : b.number.compare(a.number)
  }
  return null
}

/** The grade as text: its label, or its number in decimals. */
export function gradeText(grade: GradeValue): string {
  return 'label' in grade ? grade.label : grade.number.toDecimal()
}
