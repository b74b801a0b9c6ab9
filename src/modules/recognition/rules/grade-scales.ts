import { Fraction } from '#kernel/values'
import type { GradeScale, GradeStep, Source } from './types.ts'

/**
 * Published grade scales, as starting points that an institution copies and corrects. A scale
 * belongs to a school and to intake years, not to a country: B+ is 3.25 at Assumption University
 * and 3.50 at Siam University.
 */
export const publishedGradeScales: readonly GradeScale[] = [
  {
    kind: 'steps',
    id: 'au',
    name: {
      en: 'Assumption University',
      'zh-Hans': '易三仓大学',
      th: 'มหาวิทยาลัยอัสสัมชัญ',
      ko: '어섬션 대학교',
      fr: 'Université Assumption',
    },
    institution: 'assumption-university',
    intakeFrom: null,
    intakeTo: null,
    grades: [
      step('A', '4'),
      step('A-', '3.75'),
      step('B+', '3.25'),
      inferred('B', '3'),
      step('B-', '2.75'),
      inferred('C+', '2.25'),
      step('C', '2'),
      step('C-', '1.75'),
      inferred('D', '1'),
      failed('F', '0'),
      failed('WF', '0'),
    ],
    words: [],
    remarks: ['R', 'W', 'AUD', 'I', 'WP', 'IP', 'NR', 'TR'],
    sources: [
      source('AU grading system', 'https://eng.au.edu/current-students/grading-system/'),
      source('AU transfer: C or 2.00', 'https://admissions.au.edu/?page_id=2442'),
    ],
  },
  {
    kind: 'steps',
    id: 'siam',
    name: {
      en: 'Siam University',
      'zh-Hans': '暹罗大学',
      th: 'มหาวิทยาลัยสยาม',
      ko: '시암 대학교',
      fr: 'Université Siam',
    },
    institution: 'siam-university',
    intakeFrom: null,
    intakeTo: null,
    grades: [
      inferred('A', '4'),
      step('B+', '3.5'),
      inferred('B', '3'),
      inferred('C+', '2.5'),
      inferred('C', '2'),
      inferred('D+', '1.5'),
      inferred('D', '1'),
      failed('F', '0'),
    ],
    words: [],
    remarks: ['W', 'I', 'AU'],
    sources: [source('Siam grading system', 'https://inter.siam.edu/academics/grading-system/')],
  },
  percentScale({
    id: 'pku-until-2024',
    intakeFrom: null,
    intakeTo: 2024,
    pointsBy: 'peking',
    source: source(
      'Academic grading in China; grade point 4 − 3(100 − x)² / 1600',
      'https://en.wikipedia.org/wiki/Academic_grading_in_China',
    ),
  }),
  percentScale({
    id: 'pku-from-2025',
    intakeFrom: 2025,
    intakeTo: null,
    source: source('No grade points from the 2025 intake on', 'https://xftjw.com'),
  }),
  {
    kind: 'range',
    id: 'zju',
    name: {
      en: 'Zhejiang University',
      'zh-Hans': '浙江大学',
      th: 'มหาวิทยาลัยเจ้อเจียง',
      ko: '저장대학',
      fr: 'Université du Zhejiang',
    },
    institution: 'zhejiang-university',
    intakeFrom: null,
    intakeTo: null,
    lowest: Fraction.zero,
    highest: Fraction.of(100),
    passMark: Fraction.of(60),
    better: 'higher',
    bands: [],
    pointsBy: 'zhejiang',
    words: chineseWords(),
    remarks: [],
    sources: [
      source(
        'Academic grading in China; grade point 4 from 85 on, else 4 − (85 − x) / 10',
        'https://en.wikipedia.org/wiki/Academic_grading_in_China',
      ),
    ],
  },
  {
    kind: 'range',
    id: 'ruc',
    name: {
      en: 'Renmin University of China',
      'zh-Hans': '中国人民大学',
      th: 'มหาวิทยาลัยเหรินหมินแห่งประเทศจีน',
      ko: '중국인민대학',
      fr: 'Université Renmin de Chine',
    },
    institution: 'renmin-university-of-china',
    intakeFrom: null,
    intakeTo: null,
    lowest: Fraction.zero,
    highest: Fraction.of(100),
    passMark: Fraction.of(60),
    better: 'higher',
    bands: [
      band('A', '4', 90, 100),
      band('A-', '3.7', 86, 89),
      band('B+', '3.3', 83, 85),
      band('B', '3', 80, 82),
      band('B-', '2.7', 76, 79),
      band('C+', '2.3', 73, 75),
      band('C', '2', 70, 72),
      band('C-', '1.7', 66, 69),
      band('D+', '1.3', 63, 65),
      band('D', '1', 60, 62),
      { ...band('F', '0', 0, 59), pass: false },
    ],
    words: chineseWords(),
    remarks: ['缓考', '免修'],
    sources: [source('RUC grades', 'https://iss.ruc.edu.cn/iss_grad.php')],
  },
  koreanScale('kr-4.5', '4.5', [
    ['A+', '4.5'],
    ['A', '4'],
    ['B+', '3.5'],
    ['B', '3'],
    ['C+', '2.5'],
    ['C', '2'],
    ['D+', '1.5'],
    ['D', '1'],
  ]),
  koreanScale('kr-4.3', '4.3', [
    ['A+', '4.3'],
    ['A', '4'],
    ['A-', '3.7'],
    ['B+', '3.3'],
    ['B', '3'],
    ['B-', '2.7'],
    ['C+', '2.3'],
    ['C', '2'],
    ['C-', '1.7'],
    ['D+', '1.3'],
    ['D', '1'],
    ['D-', '0.7'],
  ]),
  {
    ...koreanScale('soongsil', '4.5', [
      ['A+', '4.5'],
      ['A0', '4.3'],
      ['A-', '4'],
      ['B+', '3.5'],
      ['B0', '3.3'],
      ['B-', '3'],
      ['C+', '2.5'],
      ['C0', '2.3'],
      ['C-', '2'],
      ['D+', '1.5'],
      ['D0', '1.3'],
      ['D-', '1'],
    ]),
    name: {
      en: 'Soongsil University',
      'zh-Hans': '崇实大学',
      th: 'มหาวิทยาลัยซุงซิล',
      ko: '숭실대학교',
      fr: 'Université Soongsil',
    },
    institution: 'soongsil-university',
    sources: [
      source(
        'Soongsil grading system',
        'https://eng.ssu.ac.kr/academics/academic-affairs/grading-system/',
      ),
    ],
  },
  {
    kind: 'range',
    id: 'fr-20',
    name: {
      en: 'French scale 0–20',
      'zh-Hans': '法国 0–20 分制',
      th: 'ระบบคะแนนฝรั่งเศส 0–20',
      ko: '프랑스 0–20점제',
      fr: 'Notation sur 20',
    },
    institution: null,
    intakeFrom: null,
    intakeTo: null,
    lowest: Fraction.zero,
    highest: Fraction.of(20),
    passMark: Fraction.of(10),
    better: 'higher',
    bands: [],
    words: [
      { label: 'VAL', pass: true },
      { label: 'ADM', pass: true },
      { label: 'AJ', pass: false },
    ],
    remarks: ['ABI', 'ABJ', 'DEF'],
    sources: [source('ENIT: 0 to 20, pass 10', 'https://www.enit.fr')],
  },
  {
    kind: 'range',
    id: 'de',
    name: {
      en: 'German scale 1.0–5.0',
      'zh-Hans': '德国 1.0–5.0 分制',
      th: 'ระบบคะแนนเยอรมัน 1.0–5.0',
      ko: '독일 1.0–5.0점제',
      fr: 'Notation allemande 1,0–5,0',
    },
    institution: null,
    intakeFrom: null,
    intakeTo: null,
    lowest: Fraction.of(1),
    highest: Fraction.of(5),
    passMark: Fraction.of(4),
    better: 'lower',
    bands: [],
    words: [
      { label: 'BE', pass: true },
      { label: 'NB', pass: false },
    ],
    remarks: [],
    sources: [
      source(
        'University of Passau: grades and their conversion',
        'https://www.sobi.uni-passau.de/en/study/examinations/grade-conversion',
      ),
    ],
  },
  {
    kind: 'steps',
    id: 'ects-letters',
    name: {
      en: 'ECTS letters (until 2009)',
      'zh-Hans': 'ECTS 字母等级（2009 年前）',
      th: 'ระดับตัวอักษร ECTS (ถึงปี 2552)',
      ko: 'ECTS 문자 등급(2009년까지)',
      fr: 'Lettres ECTS (jusqu’en 2009)',
    },
    institution: null,
    intakeFrom: null,
    intakeTo: null,
    grades: [
      ...['A', 'B', 'C', 'D', 'E'].map((label) => ({ label, points: null, pass: true })),
      ...['FX', 'F'].map((label) => ({ label, points: null, pass: false })),
    ],
    words: [],
    remarks: [],
    sources: [
      source(
        'ECTS Users’ Guide, grade conversion',
        'https://ec.europa.eu/education/ects/users-guide/grade-conversion_en.htm',
      ),
    ],
  },
]

function percentScale(own: {
  id: string
  intakeFrom: number | null
  intakeTo: number | null
  pointsBy?: 'peking'
  source: Source
}): GradeScale {
  return {
    kind: 'range',
    id: own.id,
    name: {
      en: 'Peking University',
      'zh-Hans': '北京大学',
      th: 'มหาวิทยาลัยปักกิ่ง',
      ko: '베이징대학',
      fr: 'Université de Pékin',
    },
    institution: 'peking-university',
    intakeFrom: own.intakeFrom,
    intakeTo: own.intakeTo,
    lowest: Fraction.zero,
    highest: Fraction.of(100),
    passMark: Fraction.of(60),
    better: 'higher',
    bands: [],
    ...(own.pointsBy ? { pointsBy: own.pointsBy } : {}),
    words: chineseWords(),
    remarks: ['W', 'I', '缓考'],
    sources: [own.source],
  }
}

function koreanScale(id: string, top: string, rows: [string, string][]): GradeScale {
  return {
    kind: 'steps',
    id,
    name: {
      en: `Korean scale ${top}`,
      'zh-Hans': `韩国 ${top} 分制`,
      th: `ระบบเกรดเกาหลี ${top}`,
      ko: `${top} 만점`,
      fr: `Échelle coréenne ${top}`,
    },
    institution: null,
    intakeFrom: null,
    intakeTo: null,
    grades: [...rows.map(([label, points]) => step(label, points)), failed('F', '0')],
    words: [
      { label: 'P', pass: true },
      { label: 'S', pass: true },
      { label: 'U', pass: false },
      { label: 'NP', pass: false },
    ],
    remarks: ['W', 'I'],
    sources: [source('Korean Academic Recognition Information Center', 'https://karic.kr')],
  }
}

function chineseWords(): { label: string; pass: boolean }[] {
  return [
    { label: '合格', pass: true },
    { label: '通过', pass: true },
    { label: 'P', pass: true },
    { label: '不合格', pass: false },
    { label: '未通过', pass: false },
    { label: 'NP', pass: false },
  ]
}

function step(label: string, points: string): GradeStep {
  return { label, points: Fraction.parse(points)!, pass: true }
}

function inferred(label: string, points: string): GradeStep {
  return { ...step(label, points), inferred: true }
}

function failed(label: string, points: string): GradeStep {
  return { ...step(label, points), pass: false }
}

function band(label: string, points: string, from: number, to: number): GradeStep {
  return { ...step(label, points), from: Fraction.of(from), to: Fraction.of(to) }
}

function source(title: string, url: string): Source {
  return { title, url }
}
