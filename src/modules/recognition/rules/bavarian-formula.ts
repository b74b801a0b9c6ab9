import { Fraction } from '#kernel/values'
import type { BavarianRounding } from './grade-types.ts'
import type { GradeScale } from './types.ts'

/** Best and lowest passing grade of the scale abroad, as numbers. */
export interface ScaleEnds {
  best: Fraction
  pass: Fraction
}

/** The German grades from 1.0 to 4.0 that examinations use. */
export const germanSteps: readonly Fraction[] = [
  '1.0',
  '1.3',
  '1.7',
  '2.0',
  '2.3',
  '2.7',
  '3.0',
  '3.3',
  '3.7',
  '4.0',
].map((text) => Fraction.parse(text)!)

const tenth = Fraction.of(1, 10)

/**
 * The modified Bavarian formula (resolution of the German Kultusministerkonferenz of 15 March 1991):
 * x = 1 + 3 (Nmax − Nd) / (Nmax − Nmin). Null where Nmax and Nmin are the same.
 */
export function bavarianGrade(grade: Fraction, { best, pass }: ScaleEnds): Fraction | null {
  const range = best.subtract(pass)
  if (range.isZero()) return null
  return Fraction.one.add(Fraction.of(3).multiply(best.subtract(grade)).divide(range))
}

/**
 * Settles the result. 'cut' (Passau): the first decimal stays, the others are cut off, and between two
 * grades the better one counts. 'nearest' (Cologne): the nearest grade, exactly between two the better
 * one. 'decimal': one decimal, the others cut off. Better is the smaller number.
 */
export function roundBavarian(
  result: Fraction,
  rounding: BavarianRounding,
  steps: readonly Fraction[],
): Fraction {
  const cut = rounding === 'nearest' ? result : result.roundTo(tenth, 'down')
  if (rounding === 'decimal' || steps.length === 0) return cut
  const ordered = steps.toSorted((a, b) => a.compare(b))
  const better = ordered.findLast((step) => step.compare(cut) <= 0) ?? ordered[0]!
  const worse = ordered.find((step) => step.compare(cut) >= 0) ?? ordered.at(-1)!
  if (rounding === 'cut') return better
  const isNearerToWorse = worse.subtract(cut).compare(cut.subtract(better)) < 0
  return isNearerToWorse ? worse : better
}

/**
 * Best and lowest passing grade as a scale has them: its ends and pass mark, or its points where every
 * passing grade has some. Null for labels without points, which the formula cannot take.
 */
export function scaleEnds(scale: GradeScale): ScaleEnds | null {
  if (scale.kind === 'range') {
    return { best: scale.better === 'higher' ? scale.highest : scale.lowest, pass: scale.passMark }
  }
  const passing = scale.grades.filter((grade) => grade.pass)
  const points = passing.map((grade) => grade.points).filter((each) => each !== null)
  const [best, pass] = [points[0], points.at(-1)]
  if (!best || !pass || points.length !== passing.length) return null
  return { best, pass }
}
