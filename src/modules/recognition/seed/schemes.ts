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

/** The limits that Peking University published in 2022. */
export const pkuRules: Terms = {
  ...openToAll,
  id: '01980000-0020-7000-8000-000000000002',
  version: 1,
  name: {
    en: 'Peking University: credit from exchanges',
    'zh-Hans': '北京大学：交换学分认定',
    th: 'มหาวิทยาลัยปักกิ่ง: การรับโอนหน่วยกิตจากการแลกเปลี่ยน',
    ko: '베이징대학: 교환 학점 인정',
    fr: 'Université de Pékin : crédits d’échange',
  },
  validFrom: '2022-05-18',
  minimumClassHours: { hoursPerCredit: Fraction.of(15), minutesPerClassHour: 45 },
  suspension: { overMonths: 3 },
  deadline: { rule: 'week', week: 8, term: 1, late: 'refuse' },
  homeTerms: [{ kinds: ['online'], mostAtHome: Fraction.of(4), mostTogether: Fraction.of(25) }],
  kindRules: [
    {
      kinds: ['course', 'online', 'blended', 'summer'],
      accept: true,
      perTerm: null,
      perYear: null,
      perHost: null,
      total: null,
      share: null,
      evidence: ['syllabus', 'hours'],
    },
  ],
  surplus: 'record-home',
  shortfall: { accept: Fraction.zero, beyond: 'needs-decision' },
  creditRule: { method: 'hours' },
  gradeRule: { method: 'record', label: 'TR' },
  sources: [
    {
      title:
        'PKU, 18 May 2022: suspended studies beyond three months; 15 to 18 class hours for a credit; in a term with online exchange at most 4 PKU credits and, with those from abroad, 25; syllabus and hours; week 8 of the next term',
      url: 'https://www.coe.pku.edu.cn/undergraduates/changyong_tutor/10844.html',
    },
  ],
  inferred: ['credit', 'rounding', 'surplus', 'shortfall', 'entry'],
}

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

/** The id of Assumption University's published rules in the demonstration. */
export const auRuleSetId = '01980000-0020-7000-8000-000000000001'

/** Which marks abroad are worth an Assumption University C, as its invented evaluator has settled it. */
export const auThresholds: readonly [hostScaleId: string, hostGrade: string][] = [
  ['pku-until-2024', '70'],
  ['pku-from-2025', '70'],
  ['ruc', '70'],
  ['kr-4.5', 'C'],
  ['fr-20', '10'],
]
