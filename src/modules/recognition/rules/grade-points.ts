import { Fraction } from '#kernel/values'

const full = Fraction.of(100)
const pass = Fraction.of(60)

/**
 * Peking University's grade point until the 2024 intake: 4 − 3(100 − x)² / 1600 from 60 on,
 * else 0; exact, the university prints two decimals. Null off the scale 0–100.
 */
export function pekingGradePoint(mark: Fraction): Fraction | null {
  if (mark.isNegative() || mark.compare(full) > 0) return null
  if (mark.compare(pass) < 0) return Fraction.zero
  const gap = full.subtract(mark)
  return Fraction.of(4).subtract(Fraction.of(3, 1600).multiply(gap).multiply(gap))
}

/**
 * Zhejiang University's grade point: 4 from 85 on, 4 − (85 − x) / 10 from 60 on, else 0; exact. Null off the scale 0–100.
 */
export function zhejiangGradePoint(mark: Fraction): Fraction | null {
  if (mark.isNegative() || mark.compare(full) > 0) return null
  if (mark.compare(pass) < 0) return Fraction.zero
  const gap = Fraction.max(Fraction.of(85).subtract(mark), Fraction.zero)
  return Fraction.of(4).subtract(gap.divide(Fraction.of(10)))
}
