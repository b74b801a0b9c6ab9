import type { Fraction } from '#kernel/values'
import type { Source } from './source.ts'

/** The cycles of the Bologna framework, named as degree programmes name their level. */
export const cycles = ['short-cycle', 'bachelor', 'master', 'doctorate'] as const
export type Cycle = (typeof cycles)[number]

/** Whose grades a grading table counts: one cycle, one field of ISCED-F 2013, some academic years. */
export interface ReferenceGroup {
  /** Null: all cycles. */
  cycle: Cycle | null
  /** A broad (2 digits), narrow (3) or detailed (4) field of ISCED-F 2013; null: all fields. */
  iscedF: string | null
  /** First and last academic year, each by the calendar year in which it begins. */
  yearFrom: number
  yearTo: number
}

/** How often a passing grade was given: a count, or the percentage that a school printed. */
export interface GradingTableRow {
  label: string
  weight: Fraction
}

/**
 * How often an institution gave each passing grade (ECTS Users' Guide 2015, Annex 2; EGRACONS).
 * Rows stand best first and hold passing grades only; their sum is the whole, whatever it is.
 */
export interface GradingTable {
  id: string
  version: number
  institution: string
  scaleId: string
  group: ReferenceGroup
  unit: 'count' | 'percent'
  rows: readonly GradingTableRow[]
  source: Source | null
}

/** Which comparable grade counts where ranges overlap; the home institution settles it in advance. */
export const overlapRules = ['maximum', 'average', 'minimum'] as const
export type OverlapRule = (typeof overlapRules)[number]

/** The part of all passing grades that a grade takes up, counted from the best: 0 is the top, 1 the end. */
export interface GradeSpan {
  label: string
  from: Fraction
  to: Fraction
}

/** The part of a host grade's span that one home grade covers. */
export interface Overlap {
  label: string
  /** In parts of all passing grades: 0.14394 are 14.394 points. */
  share: Fraction
}

/** How the result becomes a grade that the school gives. */
export const bavarianRoundings = ['cut', 'nearest', 'decimal'] as const
export type BavarianRounding = (typeof bavarianRoundings)[number]
