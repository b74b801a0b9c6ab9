import type { FeatureName } from './features.ts'

export type Weights = Readonly<Record<FeatureName, number>>

/**
 * How much each feature speaks for a candidate, where the question has a title. Fitted by `npm run bench suggestions --
 * --fit titles` to decided exchange mappings (docs/benchmarks.md): only these figures are kept, nothing of the mappings.
 */
export const titleWeights: Weights = {
  overlap: 2.82,
  hostWords: 3.51,
  homeWords: 2.21,
  identical: 0.33,
  grams: 0.47,
  company: 9.46,
  numbersAgree: 0,
  numbersDiffer: -1.48,
  numberOneSided: -0.83,
  ranksDiffer: -0.91,
  areaByCode: 0.83,
  areaByLetters: 1.95,
  areaByWords: 1.72,
  levelLearned: 1.48,
  levelSame: 0.41,
  numberSame: 0.33,
  lettersSame: 0,
  lettersDiffer: -0.96,
  order: 0.41,
  next: 0.78,
  creditNear: 0.3,
  titleDecisions: 2.24,
  decidedTitles: 1.64,
  decisions: 0.5,
  decidedCodes: 0.3,
  decidedCourse: 8,
}

/** The same where all that is known of the host course is its code. */
export const codeWeights: Weights = {
  overlap: 0,
  hostWords: 0,
  homeWords: 0,
  identical: 0,
  grams: 0,
  company: 0,
  numbersAgree: 0,
  numbersDiffer: 0,
  numberOneSided: 0,
  ranksDiffer: 0,
  areaByCode: 1.56,
  areaByLetters: 4.06,
  areaByWords: 0,
  levelLearned: 0,
  levelSame: 0,
  numberSame: 1.62,
  lettersSame: 1.82,
  lettersDiffer: 0,
  order: 0.56,
  next: 1.69,
  creditNear: 0.3,
  titleDecisions: 1,
  decidedTitles: 0,
  decisions: 0,
  decidedCodes: 1.77,
  decidedCourse: 8,
}
