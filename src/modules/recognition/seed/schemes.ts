import { Fraction } from '#kernel/values'
import type { RecognitionRuleSet } from '../rules/types.ts'

type Terms = Omit<RecognitionRuleSet, 'homeInstitution'>

const openToAll = {
  validTo: null,
  hostInstitution: null,
  degreeProgramme: null,
  intakeFrom: null,
  intakeTo: null,
  minimumContentShare: null,
  minimumGrade: null,
  maximumProgrammeShare: null,
  maximumAgeYears: null,
  minimumClassHours: null,
  termCap: null,
  totalCap: null,
  rounding: null,
} satisfies Partial<Terms>

/** Rules of two invented schools. */
export const saebyeokRules: Terms = {
  ...openToAll,
  id: '01980000-0020-7000-8000-000000000003',
  version: 1,
  name: {
    en: 'Saebyeok University of Arts: recognition of credit',
    'zh-Hans': '晨曦艺术大学：学分认定',
    th: 'มหาวิทยาลัยศิลปะแซบยอก: การรับโอนหน่วยกิต',
    ko: '새벽예술대학교: 학점 인정',
    fr: 'Université des arts Saebyeok : reconnaissance de crédits',
  },
  validFrom: '2024-03-01',
  minimumGrade: { homeScaleId: 'kr-4.5', label: 'C' },
  maximumProgrammeShare: Fraction.of(1, 2),
  surplus: 'record-home',
  shortfall: { accept: Fraction.of(1, 2), beyond: 'needs-decision' },
  creditRule: { method: 'hours' },
  gradeRule: { method: 'record', label: 'P' },
  sources: [],
}

export const rhoneRules: Terms = {
  ...openToAll,
  id: '01980000-0020-7000-8000-000000000004',
  version: 1,
  name: {
    en: 'École des arts du Rhône: recognition of credit',
    'zh-Hans': '罗讷艺术学院：学分认定',
    th: 'École des arts du Rhône: การรับโอนหน่วยกิต',
    ko: '론 예술학교: 학점 인정',
    fr: 'École des arts du Rhône : reconnaissance de crédits',
  },
  validFrom: '2024-09-01',
  surplus: 'record-home',
  shortfall: { accept: Fraction.of(1), beyond: 'needs-decision' },
  creditRule: { method: 'year-share' },
  gradeRule: { method: 'record', label: 'VAL' },
  sources: [],
}

/** The ids of the published rules in the demonstration: Assumption University's, Peking University's and Renmin's. */
export const auRuleSetId = '01980000-0020-7000-8000-000000000001'
export const pkuRuleSetId = '01980000-0020-7000-8000-000000000002'
export const rucRuleSetId = '01980000-0020-7000-8000-000000000005'

/** Which marks abroad are worth an Assumption University C, as its invented evaluator has settled it. */
export const auThresholds: readonly [hostScaleId: string, hostGrade: string][] = [
  ['pku-until-2024', '70'],
  ['pku-from-2025', '70'],
  ['ruc', '70'],
  ['kr-4.5', 'C'],
  ['fr-20', '10'],
]
