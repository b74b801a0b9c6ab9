import type { MembershipInput, OrganisationInput, TermInput, UnitInput } from '../inputs.ts'
import { cast } from './cast.ts'

const o = cast.organisations

interface SeededOrganisation {
  id: string
  details: OrganisationInput
  membership: MembershipInput
  units: readonly (UnitInput & { id: string })[]
  terms: readonly TermInput[]
}

const bangkok = { en: 'Bangkok', th: 'กรุงเทพมหานคร', 'zh-Hans': '曼谷', ko: '방콕', fr: 'Bangkok' }
const beijing = { en: 'Beijing', th: 'ปักกิ่ง', 'zh-Hans': '北京', ko: '베이징', fr: 'Pékin' }

const thai = { country: 'TH', timeZone: 'Asia/Bangkok', currency: 'THB' }
const chinese = { country: 'CN', timeZone: 'Asia/Shanghai', currency: 'CNY' }

// Places are the city points of the public ROR records (CC0), not campuses.
const bangkokPoint = { latitude: '13.75398', longitude: '100.50144' }
const beijingPoint = { latitude: '39.9075', longitude: '116.39723' }

/** The named institutions with public facts only, and the invented ones, which say so. */
export const organisations: readonly SeededOrganisation[] = [
  {
    id: o.au,
    details: {
      names: {
        en: 'Assumption University of Thailand',
        th: 'มหาวิทยาลัยอัสสัมชัญ',
        'zh-Hans': '易三仓大学',
        ko: '어섬션 대학교',
        fr: 'Université Assumption de Thaïlande',
      },
      acronym: 'AU',
      ror: 'https://ror.org/03zmqc707',
      identifiers: {
        isni: '0000 0004 0622 7011',
        wikidata: 'Q745391',
        grid: 'grid.443640.1',
        fundref: '501100005011',
      },
      ...thai,
      ...bangkokPoint,
      city: bangkok,
      website: 'https://www.au.edu',
      establishedYear: 1969,
      sectors: ['academia'],
    },
    membership: { kind: 'founder', startsOn: '2025-01-15' },
    units: [
      { id: cast.units.auArts, names: { en: 'Theodore Maria School of Arts' }, kind: 'school' },
      {
        id: cast.units.auCommunication,
        names: { en: 'Albert Laurence School of Communication Arts' },
        kind: 'school',
      },
      {
        id: cast.units.auEngineering,
        names: { en: 'Vincent Mary School of Engineering, Science and Technology' },
        kind: 'school',
      },
      {
        id: cast.units.auManagement,
        names: { en: 'Martin de Tours School of Management and Economics' },
        kind: 'school',
      },
    ],
    // The months are published; the days are the first and last of them.
    terms: [
      term('2025/2026', 1, '2025-06-01', '2025-10-31', 15),
      term('2025/2026', 2, '2026-01-01', '2026-05-31', 15),
      term('2026/2027', 1, '2026-06-01', '2026-10-31', 15),
      term('2026/2027', 2, '2027-01-01', '2027-05-31', 15),
    ],
  },
  {
    id: o.pku,
    details: {
      names: {
        en: 'Peking University',
        'zh-Hans': '北京大学',
        th: 'มหาวิทยาลัยปักกิ่ง',
        ko: '베이징 대학교',
        fr: 'Université de Pékin',
      },
      acronym: 'PKU',
      ror: 'https://ror.org/02v51f717',
      identifiers: {
        isni: '0000 0001 2256 9319',
        wikidata: 'Q16952',
        grid: 'grid.11135.37',
        fundref: '501100007937',
      },
      ...chinese,
      ...beijingPoint,
      city: beijing,
      website: 'https://www.pku.edu.cn',
      establishedYear: 1898,
      sectors: ['academia', 'research'],
    },
    membership: { kind: 'founder', startsOn: '2025-01-15' },
    units: [
      {
        id: cast.units.pkuArts,
        names: { en: 'School of Arts', 'zh-Hans': '艺术学院', th: 'วิทยาลัยศิลปะ' },
        kind: 'school',
      },
      {
        id: cast.units.pkuCulturalIndustries,
        names: {
          en: 'Institute for Cultural Industries',
          'zh-Hans': '文化产业研究院',
          th: 'สถาบันวิจัยอุตสาหกรรมวัฒนธรรม',
        },
        kind: 'institute',
      },
    ],
    // September and February, 18 weeks of which two are for examinations.
    terms: [
      term('2025/2026', 1, '2025-09-01', '2026-01-04', 16),
      term('2025/2026', 2, '2026-02-16', '2026-06-21', 16),
      term('2026/2027', 1, '2026-09-01', '2027-01-04', 16),
      term('2026/2027', 2, '2027-02-15', '2027-06-20', 16),
    ],
  },
  {
    id: o.ruc,
    details: {
      names: {
        en: 'Renmin University of China',
        'zh-Hans': '中国人民大学',
        th: 'มหาวิทยาลัยประชาชนจีน',
        ko: '중국인민대학',
        fr: 'Université du peuple de Chine',
      },
      acronym: 'RUC',
      ror: 'https://ror.org/041pakw92',
      identifiers: {
        isni: '0000 0004 0368 8103',
        wikidata: 'Q1074117',
        grid: 'grid.24539.39',
        fundref: '501100004260',
      },
      ...chinese,
      ...beijingPoint,
      city: beijing,
      website: 'https://www.ruc.edu.cn',
      establishedYear: 1937,
      sectors: ['academia'],
    },
    membership: { kind: 'member', startsOn: '2025-01-15' },
    units: [],
    terms: [],
  },
  {
    id: o.unescoChair,
    details: {
      names: {
        en: 'UNESCO Chair on Rural Creativity and Sustainable Development',
        'zh-Hans': '联合国教科文组织乡村创意与可持续发展教席',
        fr: 'Chaire UNESCO sur la créativité rurale et le développement durable',
      },
      ...chinese,
      sectors: ['research', 'application'],
    },
    membership: { kind: 'partner', startsOn: '2025-01-15' },
    units: [],
    terms: [],
  },
  {
    id: o.perfectWorld,
    details: {
      names: { en: 'Perfect World Holdings', 'zh-Hans': '完美世界控股集团' },
      ...chinese,
      ...beijingPoint,
      city: beijing,
      sectors: ['industry'],
    },
    membership: { kind: 'partner', startsOn: '2025-01-15' },
    units: [],
    terms: [],
  },
  {
    id: o.saebyeok,
    details: {
      names: {
        en: 'Saebyeok University of Arts',
        ko: '새벽예술대학교',
        'zh-Hans': '黎明艺术大学',
        th: 'มหาวิทยาลัยศิลปะแซบยอก',
        fr: 'Université des arts Saebyeok',
      },
      country: 'KR',
      timeZone: 'Asia/Seoul',
      currency: 'KRW',
      latitude: '37.566',
      longitude: '126.9784',
      city: { en: 'Seoul', ko: '서울', 'zh-Hans': '首尔', th: 'โซล', fr: 'Séoul' },
      sectors: ['academia'],
      invented: true,
    },
    membership: { kind: 'member', startsOn: '2025-09-01' },
    units: [
      {
        id: cast.units.saebyeokMedia,
        names: { en: 'Department of Media Art', ko: '미디어아트학과' },
        kind: 'department',
      },
    ],
    terms: [
      term('2025/2025', 2, '2025-09-01', '2025-12-19', 16),
      term('2026/2026', 1, '2026-03-02', '2026-06-19', 16),
      term('2026/2026', 2, '2026-09-01', '2026-12-18', 16),
      term('2027/2027', 1, '2027-03-02', '2027-06-18', 16),
    ],
  },
  {
    id: o.rhone,
    details: {
      names: {
        en: 'Rhône School of Arts',
        fr: 'École des arts du Rhône',
        'zh-Hans': '罗讷艺术学院',
        th: 'วิทยาลัยศิลปะโรน',
        ko: '론 예술학교',
      },
      country: 'FR',
      timeZone: 'Europe/Paris',
      currency: 'EUR',
      latitude: '45.74846',
      longitude: '4.84671',
      city: { en: 'Lyon', fr: 'Lyon', 'zh-Hans': '里昂', th: 'ลียง', ko: '리옹' },
      sectors: ['academia'],
      invented: true,
    },
    membership: { kind: 'member', startsOn: '2025-09-01' },
    units: [
      {
        id: cast.units.rhoneTextile,
        names: { fr: 'Département design et textile', en: 'Department of Design and Textiles' },
        kind: 'department',
      },
    ],
    terms: [
      term('2025/2026', 1, '2025-09-08', '2026-01-16', 15),
      term('2025/2026', 2, '2026-01-19', '2026-05-29', 15),
      term('2026/2027', 1, '2026-09-07', '2027-01-15', 15),
      term('2026/2027', 2, '2027-01-18', '2027-05-28', 15),
    ],
  },
  {
    id: o.museum,
    details: {
      names: {
        en: 'Museum of Living Weaves',
        th: 'พิพิธภัณฑ์ผ้าทอมีชีวิต',
        'zh-Hans': '活态织造博物馆',
        ko: '살아 있는 직물 박물관',
        fr: 'Musée des tissages vivants',
      },
      ...thai,
      latitude: '18.79038',
      longitude: '98.98468',
      city: {
        en: 'Chiang Mai',
        th: 'เชียงใหม่',
        'zh-Hans': '清迈',
        ko: '치앙마이',
        fr: 'Chiang Mai',
      },
      sectors: ['application'],
      invented: true,
    },
    membership: { kind: 'partner', startsOn: '2025-06-01' },
    units: [],
    terms: [],
  },
  {
    id: o.ministry,
    details: {
      names: {
        en: 'Bureau for Cultural Exchange',
        th: 'สำนักแลกเปลี่ยนวัฒนธรรม',
        'zh-Hans': '文化交流局',
        ko: '문화교류국',
        fr: 'Bureau des échanges culturels',
      },
      ...thai,
      ...bangkokPoint,
      city: bangkok,
      sectors: ['government'],
      invented: true,
    },
    membership: { kind: 'observer', startsOn: '2025-06-01' },
    units: [],
    terms: [],
  },
  {
    id: o.fund,
    details: {
      names: {
        en: 'Silk and Circuit Fund',
        'zh-Hans': '丝路电路基金',
        th: 'กองทุนไหมและวงจร',
        ko: '비단과 회로 기금',
        fr: 'Fonds Soie et Circuit',
      },
      ...thai,
      ...bangkokPoint,
      city: bangkok,
      sectors: ['finance'],
      invented: true,
    },
    membership: { kind: 'partner', startsOn: '2025-06-01' },
    units: [],
    terms: [],
  },
]

function term(
  academicYear: string,
  termNumber: number,
  startsOn: string,
  endsOn: string,
  teachingWeeks: number,
): TermInput {
  return { academicYear, termNumber, termsInYear: 2, startsOn, endsOn, teachingWeeks }
}
