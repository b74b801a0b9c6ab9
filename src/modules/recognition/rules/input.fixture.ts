import { Fraction } from '#kernel/values'
import { publishedCreditSchemes } from './credit-schemes.ts'
import { publishedGradeScales } from './grade-scales.ts'
import { publishedRuleSets } from './policy.ts'
import type { Equivalence, EvaluationInput, RecognitionRuleSet, TranscriptLine } from './types.ts'

/** A fraction from its text. */
export const f = (text: string) => Fraction.parse(text)!
/** The rules that Assumption University publishes. */
export const au = publishedRuleSets[0]!

/** A line that every rule is content with. */
export function line(id: string, more: Partial<TranscriptLine> = {}): TranscriptLine {
  return {
    id,
    code: `ART ${id}`,
    title: { 'zh-Hans': '文化产业概论' },
    credit: f('3'),
    creditSchemeId: null,
    hours: { lecture: f('60') },
    grade: '85',
    status: 'passed',
    completedOn: '2026-01-15',
    term: '2025-1',
    ...more,
  }
}

/** An equivalence of such a line with a home course of 3 credits. */
export function equivalence(id: string, more: Partial<Equivalence> = {}): Equivalence {
  return {
    id: `e${id}`,
    hostInstitution: 'peking-university',
    hostCourses: [[`ART${id}`]],
    homeCourses: [{ code: `CA${id}`, title: { en: 'Cultural industries' }, credit: f('3') }],
    package: null,
    degreeProgramme: null,
    validFrom: '2024-01-01',
    validTo: null,
    contentShare: f('0.8'),
    judgedBy: 'Dr. Somchai',
    judgedOn: '2025-05-01',
    ...more,
  }
}

/** A transcript of Peking University at Assumption University; parts can be replaced. */
export function auInput(more: Partial<EvaluationInput> = {}): EvaluationInput {
  return {
    decidedOn: '2026-03-01',
    homeInstitution: 'assumption-university',
    hostInstitution: 'peking-university',
    degreeProgramme: { id: 'ba-arts', totalCredit: f('120') },
    intakeYear: 2025,
    alreadyRecognised: { credit: Fraction.zero, homeCourses: [] },
    ruleSet: au,
    schemes: publishedCreditSchemes,
    hostSchemeId: 'cn-16',
    homeSchemeId: 'th',
    scales: publishedGradeScales,
    hostScaleId: 'pku-from-2025',
    homeScaleId: 'au',
    correspondences: [
      { hostScaleId: 'pku-from-2025', homeScaleId: 'au', host: '70', home: 'C', source: null },
    ],
    equivalences: [equivalence('1'), equivalence('2'), equivalence('3')],
    lines: [line('1')],
    ...more,
  }
}

/** Those rules with some of them changed. */
export const rules = (more: Partial<RecognitionRuleSet>): RecognitionRuleSet => ({ ...au, ...more })
