import { Fraction } from '#kernel/values'

/**
 * Peking University's grade point until the 2024 intake: 4 − 3(100 − x)² / 1600 from 60 on,
 * else 0; exact, the university prints two decimals. Null off the scale 0–100.
 */
export function pekingGradePoint(mark: Fraction): Fraction | null {
  const full = Fraction.of(100)
  if (mark.isNegative() || mark.compare(full) > 0) return null
  if (mark.compare(Fraction.of(60)) < 0) return Fraction.zero
  const gap = full.subtract(mark)
  return Fraction.of(4).subtract(Fraction.of(3, 1600).multiply(gap).multiply(gap))
}
