import { Fraction } from '#kernel/values'
import type { CreditScheme, HoursRange, Source } from './types.ts'

/**
 * Published credit schemes, as starting points that an institution copies and corrects. A range
 * converts by its lower end, which is what the scheme guarantees.
 */
export const publishedCreditSchemes: readonly CreditScheme[] = [
  {
    id: 'ects',
    name: {
      en: 'ECTS',
      'zh-Hans': '欧洲学分（ECTS）',
      th: 'หน่วยกิต ECTS',
      ko: 'ECTS 학점',
      fr: 'ECTS',
    },
    hoursPerCredit: {},
    minutesPerClassHour: 60,
    creditsPerYear: Fraction.of(60),
    workloadHoursPerCredit: range(25, 30),
    sources: [source('ECTS: 60 credits a year, 25 to 30 hours each', 'https://em-gsmart.zgis.net')],
  },
  {
    id: 'th',
    name: {
      en: 'Thai credit',
      'zh-Hans': '泰国学分',
      th: 'หน่วยกิตไทย',
      ko: '태국 학점',
      fr: 'Crédit thaïlandais',
    },
    hoursPerCredit: { lecture: range(15), practice: range(30), placement: range(45) },
    minutesPerClassHour: 60,
    creditsPerYear: Fraction.of(30),
    workloadHoursPerCredit: null,
    sources: [
      source(
        'At least 15 hours of lectures, 30 of practice or 45 of placement for a credit; a bachelor of four years has at least 120',
        'https://inter.mua.go.th',
      ),
    ],
  },
  {
    id: 'cn-16',
    name: {
      en: 'Chinese credit (16 class hours)',
      'zh-Hans': '学分（16学时）',
      th: 'หน่วยกิตจีน (16 คาบ)',
      ko: '중국 학점(16차시)',
      fr: 'Crédit chinois (16 heures de cours)',
    },
    hoursPerCredit: { lecture: range(16) },
    minutesPerClassHour: 45,
    creditsPerYear: Fraction.of(75, 2),
    workloadHoursPerCredit: null,
    sources: [
      source('Renmin University of China: 16 classes of 45 minutes', 'https://iss.ruc.edu.cn'),
      source(
        'Guangzhou University: 150 credits in four years',
        'https://asiaexchange.org/information/credit-conversion/china',
      ),
    ],
  },
  {
    id: 'cn-18',
    name: {
      en: 'Chinese credit (18 class hours)',
      'zh-Hans': '学分（18学时）',
      th: 'หน่วยกิตจีน (18 คาบ)',
      ko: '중국 학점(18차시)',
      fr: 'Crédit chinois (18 heures de cours)',
    },
    hoursPerCredit: { lecture: range(18) },
    minutesPerClassHour: 45,
    creditsPerYear: Fraction.of(75, 2),
    workloadHoursPerCredit: null,
    sources: [
      source(
        'Guangzhou University: 18 class hours, 150 credits in four years',
        'https://asiaexchange.org/information/credit-conversion/china',
      ),
    ],
  },
  {
    id: 'kr',
    name: {
      en: 'Korean credit',
      'zh-Hans': '韩国学分',
      th: 'หน่วยกิตเกาหลี',
      ko: '학점',
      fr: 'Crédit coréen',
    },
    hoursPerCredit: { lecture: range(15), practice: range(30) },
    minutesPerClassHour: 60,
    creditsPerYear: Fraction.of(35),
    workloadHoursPerCredit: null,
    sources: [
      source('Set by each school; commonly 15 hours, laboratory 30', 'https://karic.kr'),
      source('Credit bank: a bachelor of four years has 140', 'https://eng.nile.or.kr'),
    ],
  },
  {
    id: 'us',
    name: {
      en: 'US semester credit',
      'zh-Hans': '美国学期学分',
      th: 'หน่วยกิตสหรัฐ (ระบบทวิภาค)',
      ko: '미국 학기 학점',
      fr: 'Crédit semestriel américain',
    },
    hoursPerCredit: { lecture: range(15) },
    minutesPerClassHour: 60,
    creditsPerYear: Fraction.of(30),
    workloadHoursPerCredit: range(38, 48),
    sources: [
      source('UMAP: one US credit equals one UCTS', 'https://umap.org/credit-transfer-scheme'),
    ],
  },
  {
    id: 'ucts',
    name: { en: 'UCTS', 'zh-Hans': 'UCTS 学分', th: 'UCTS', ko: 'UCTS 학점', fr: 'UCTS' },
    hoursPerCredit: { lecture: range(13, 16) },
    minutesPerClassHour: 60,
    creditsPerYear: null,
    workloadHoursPerCredit: range(38, 48),
    sources: [
      source(
        'UMAP: 38 to 48 hours, 13 to 16 of them in class',
        'https://umap.org/credit-transfer-scheme',
      ),
    ],
  },
  {
    id: 'acts',
    name: { en: 'ACTS', 'zh-Hans': 'ACTS 学分', th: 'ACTS', ko: 'ACTS 학점', fr: 'ACTS' },
    hoursPerCredit: {},
    minutesPerClassHour: 60,
    creditsPerYear: null,
    workloadHoursPerCredit: null,
    sources: [
      source(
        'AUN-ACTS leaves every national scheme as it is: convert by ratio',
        'https://aunsec.org/aunacts.php',
      ),
    ],
  },
]

const namesOnTranscripts: Record<string, string> = {
  ects: 'ects',
  'ects credits': 'ects',
  'ects-credits': 'ects',
  ucts: 'ucts',
  acts: 'acts',
  'aun-acts': 'acts',
}

/** The scheme that a transcript names ('ects', 'ECTS'); null for a name that is not unambiguous. */
export function creditSchemeIdByName(name: string): string | null {
  return namesOnTranscripts[name.trim().toLowerCase()] ?? null
}

function range(from: number, to: number | null = null): HoursRange {
  return { from: Fraction.of(from), to: to === null ? null : Fraction.of(to) }
}

function source(title: string, url: string): Source {
  return { title, url }
}
