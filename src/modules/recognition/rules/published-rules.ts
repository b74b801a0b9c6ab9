import { Fraction } from '#kernel/values'
import type { EvidenceKind, KindRule, LearningKind } from './learning.ts'
import type { RecognitionRuleSet } from './types.ts'

/** What applies to everybody and says nothing of what its source leaves open. */
const open = {
  version: 1,
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
  surplus: 'record-home',
  shortfall: { accept: Fraction.zero, beyond: 'needs-decision' },
  creditRule: { method: 'hours' },
  rounding: null,
  gradeRule: { method: 'record', label: 'TR' },
} as const satisfies Partial<RecognitionRuleSet>

const conversion = ['credit', 'rounding', 'surplus', 'shortfall'] as const

function kinds(
  of: readonly LearningKind[],
  evidence: readonly EvidenceKind[],
  limits: Partial<Omit<KindRule, 'kinds' | 'evidence'>> = {},
): KindRule {
  const none = { perTerm: null, perYear: null, perHost: null, total: null, share: null }
  return { kinds: of, accept: true, ...none, evidence, ...limits }
}

const assumption: RecognitionRuleSet = {
  ...open,
  id: 'au-transfer',
  name: {
    en: 'Assumption University: transfer of credit',
    'zh-Hans': '易三仓大学：学分转换',
    th: 'มหาวิทยาลัยอัสสัมชัญ: การเทียบโอนหน่วยกิต',
    ko: '어섬션 대학교: 학점 인정',
    fr: 'Université Assumption : transfert de crédits',
  },
  validFrom: '2020-01-01',
  homeInstitution: 'assumption-university',
  minimumContentShare: Fraction.of(3, 4),
  minimumGrade: { homeScaleId: 'au', label: 'C' },
  maximumProgrammeShare: Fraction.of(1, 2),
  honours: { leastCredit: Fraction.of(72) },
  sources: [
    {
      title: 'AU: content of at least 3/4, grade of at least C or 2.00, at most 1/2 of the credit',
      url: 'https://admissions.au.edu/?page_id=2442',
    },
    {
      title:
        'AU: transferred courses show TR; honours need all courses of years 3 and 4, or 72 credits, taken there',
      url: 'https://eng.au.edu/current-students/grading-system/',
    },
  ],
  inferred: conversion,
}

const peking: RecognitionRuleSet = {
  ...open,
  id: 'pku-exchange',
  name: {
    en: 'Peking University: credit from exchanges',
    'zh-Hans': '北京大学：交换学分认定',
    th: 'มหาวิทยาลัยปักกิ่ง: การรับโอนหน่วยกิตจากการแลกเปลี่ยน',
    ko: '베이징대학: 교환 학점 인정',
    fr: 'Université de Pékin : crédits d’échange',
  },
  validFrom: '2022-05-18',
  homeInstitution: 'peking-university',
  minimumClassHours: { hoursPerCredit: Fraction.of(15), minutesPerClassHour: 45 },
  suspension: { overMonths: 3 },
  // Both limits are of the term of the exchange (该学期所有课程学分，北大课程和在外学习转过来的课程，不得超过25学分).
  // On site no course of the university is taken in that term “in principle” (原则上): left to a version of its own.
  // The rule speaks of exchange online (线上交流) and is silent about teaching that is half of each.
  homeTerms: [
    {
      kinds: ['online'],
      asked: ['blended'],
      mostAtHome: Fraction.of(4),
      mostTogether: Fraction.of(25),
    },
  ],
  deadline: { rule: 'week', week: 8, term: 1, late: 'refuse' },
  kindRules: [kinds(['course', 'online', 'blended', 'summer'], ['syllabus', 'hours'])],
  sources: [
    {
      title:
        'PKU, 18 May 2022: suspended studies beyond three months; 15 to 18 class hours for a credit; online exchange with at most 4 PKU credits in that term, and 25 of that term with those from abroad; syllabus and hours; week 8 of the next term',
      url: 'https://www.coe.pku.edu.cn/undergraduates/changyong_tutor/10844.html',
    },
  ],
  inferred: [...conversion, 'entry'],
}

const renmin: RecognitionRuleSet = {
  ...open,
  id: 'ruc-exchange',
  name: {
    en: 'Renmin University of China: courses taken abroad',
    'zh-Hans': '中国人民大学：境外交流学习课程认定',
    th: 'มหาวิทยาลัยเหรินหมินแห่งประเทศจีน: การเทียบโอนรายวิชาจากต่างประเทศ',
    ko: '중국인민대학: 해외 이수 과목 인정',
    fr: 'Université Renmin de Chine : cours suivis à l’étranger',
  },
  validFrom: '2020-09-01',
  homeInstitution: 'renmin-university-of-china',
  minimumClassHours: { hoursPerCredit: Fraction.of(16), minutesPerClassHour: 45 },
  deadline: { rule: 'week', week: 6, term: 2, late: 'needs-decision' },
  kindRules: [kinds(['course', 'online', 'blended', 'summer'], ['syllabus'])],
  sources: [
    {
      title:
        'RUC: within six weeks of the second term after the return, with the study plan, the original transcript and the syllabi',
      url: 'http://io.ruc.edu.cn/xshwjl/xshwxxzxs/2637e207d7de4ce795e3822111723ae6.htm',
    },
    {
      title: 'RUC: a credit has 16 classes of 45 minutes',
      url: 'https://iss.ruc.edu.cn/iss_grad.php',
    },
  ],
  inferred: [...conversion, 'hours', 'entry'],
}

const classes: readonly LearningKind[] = [
  'course',
  'online',
  'blended',
  'summer',
  'accredited',
  'part-time',
]

const koreanCreditBank: RecognitionRuleSet = {
  ...open,
  id: 'kr-credit-bank',
  name: {
    en: 'Korean credit bank: bachelor’s degree',
    'zh-Hans': '韩国学分银行制：学士学位',
    th: 'ธนาคารหน่วยกิตเกาหลี: ปริญญาตรี',
    ko: '학점은행제: 학사학위 과정',
    fr: 'Banque de crédits coréenne : licence',
  },
  validFrom: '2020-03-01',
  homeInstitution: 'korean-credit-bank',
  kindRules: [
    kinds(classes, [], { perTerm: Fraction.of(24), perYear: Fraction.of(42) }),
    kinds(['accredited'], [], { perHost: Fraction.of(105) }),
    kinds(['certificate'], ['certificate']),
    kinds(['examination'], ['result']),
  ],
  sources: [
    {
      title: '학점은행제: 연간 42학점, 학기 24학점, 한 교육훈련기관 105학점 이내',
      url: 'https://cyber.dit.ac.kr/html/m02/s04-1.asp',
    },
    {
      title: '국가평생교육진흥원: 학점원의 종류',
      url: 'https://www.cb.or.kr/creditbank/persInfo/nCreditRegInfo.do',
    },
  ],
  inferred: [...conversion, 'entry'],
}

const thaiCreditBank: RecognitionRuleSet = {
  ...open,
  id: 'th-credit-bank',
  name: {
    en: 'Thai credit bank: five ways to credit',
    'zh-Hans': '泰国学分银行：五种学分来源',
    th: 'คลังหน่วยกิต: การเทียบโอน 5 รูปแบบ',
    ko: '태국 학점은행: 다섯 가지 학점 취득 방법',
    fr: 'Banque de crédits thaïlandaise : cinq voies',
  },
  validFrom: '2023-07-01',
  homeInstitution: 'thai-credit-bank',
  kindRules: [
    kinds(['certificate'], ['certificate']),
    kinds(['non-degree'], ['certificate']),
    kinds(['training'], ['assessment']),
    kinds(['portfolio'], ['portfolio', 'assessment']),
    kinds(['examination'], ['result']),
  ],
  sources: [
    {
      title: 'Thai credit bank: CS, CN, CT, CP and CE',
      url: 'https://thailand.go.th/useful-information-detail/---5--',
    },
  ],
  inferred: [...conversion, 'kinds', 'entry'],
}

/**
 * Rules that universities and credit banks have published, as starting points. What the source leaves
 * open goes to the evaluator and is not filled in; what had to be assumed is named by `inferred`:
 * Assumption University publishes no way of converting credit and no tolerance, so hours decide and a
 * shortfall waits for a person.
 */
export const publishedRuleSets: readonly RecognitionRuleSet[] = [
  assumption,
  peking,
  renmin,
  koreanCreditBank,
  thaiCreditBank,
]
