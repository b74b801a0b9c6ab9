import type { InitiativeInput, OutputInput, ProgrammeInput, ProgrammeYearInput } from '../inputs.ts'
import type { ReachedStep } from '../service/cohorts.ts'
import { cast } from './cast.ts'

const { organisations: o, programmes: g, programmeYears: y, initiatives: i } = cast

/** The two programmes of the alliance, with their steps and years. */
export const programmes: readonly {
  id: string
  details: ProgrammeInput
  years: readonly (ProgrammeYearInput & { id: string })[]
}[] = [
  {
    id: g.sinoThai,
    details: {
      code: 'SINO-THAI',
      names: {
        en: 'Sino-Thai Credit Transfer Program',
        'zh-Hans': '中泰学分互认项目',
        th: 'โครงการเทียบโอนหน่วยกิตจีน-ไทย',
        ko: '중국·태국 학점 교류 프로그램',
        fr: 'Programme sino-thaï de transfert de crédits',
      },
      summary: {
        en: 'A term at a partner university whose courses count at home.',
        'zh-Hans': '赴合作院校学习一学期，所修课程计入本校学分。',
        th: 'ศึกษาหนึ่งภาคการศึกษาที่มหาวิทยาลัยคู่สัญญา โดยนำรายวิชามาเทียบโอนที่ต้นสังกัด',
        ko: '협력 대학에서 한 학기를 공부하고 소속 대학에서 학점을 인정받습니다.',
        fr: 'Un semestre dans une université partenaire, dont les cours comptent dans l’établissement d’origine.',
      },
      leadOrganisationId: o.au,
      partnerIds: [o.pku, o.ruc],
      startsOn: '2025-01-15',
      steps: [
        {
          kind: 'nomination',
          required: true,
          names: {
            en: 'Nomination',
            'zh-Hans': '推荐',
            th: 'การเสนอชื่อ',
            ko: '추천',
            fr: 'Nomination',
          },
        },
        {
          kind: 'learning-agreement',
          required: true,
          names: {
            en: 'Learning agreement',
            'zh-Hans': '学习协议',
            th: 'ข้อตกลงการเรียน',
            ko: '학습 협약',
            fr: 'Contrat d’études',
          },
        },
        {
          kind: 'stay',
          required: true,
          names: {
            en: 'Term abroad',
            'zh-Hans': '境外学习',
            th: 'ภาคการศึกษาในต่างประเทศ',
            ko: '해외 수학',
            fr: 'Semestre à l’étranger',
          },
        },
        {
          kind: 'transcript',
          required: true,
          names: {
            en: 'Transcript of records',
            'zh-Hans': '成绩单',
            th: 'ใบแสดงผลการศึกษา',
            ko: '성적 증명서',
            fr: 'Relevé de notes',
          },
        },
        {
          kind: 'recognition',
          required: true,
          names: {
            en: 'Recognition',
            'zh-Hans': '学分认定',
            th: 'การเทียบโอนหน่วยกิต',
            ko: '학점 인정',
            fr: 'Reconnaissance',
          },
        },
        {
          kind: 'report',
          required: false,
          names: { en: 'Report', 'zh-Hans': '总结报告', th: 'รายงาน', ko: '보고서', fr: 'Rapport' },
        },
      ],
    },
    years: [
      { id: y.sinoThai2025, year: 2025, startsOn: '2025-01-15', endsOn: '2025-12-31', places: 6 },
      { id: y.sinoThai2026, year: 2026, startsOn: '2026-01-01', endsOn: '2026-12-31', places: 12 },
      { id: y.sinoThai2027, year: 2027, startsOn: '2027-01-01', endsOn: '2027-12-31', places: 20 },
    ],
  },
  {
    id: g.talent,
    details: {
      code: 'TALENT',
      names: {
        en: 'Talent Program',
        'zh-Hans': '三年人才计划',
        th: 'โครงการพัฒนาผู้มีความสามารถพิเศษ',
        ko: '인재 양성 프로그램',
        fr: 'Programme Talents',
      },
      summary: {
        en: 'Three years from a term abroad to an exhibited work: exchange, internship, laboratory and summit.',
        'zh-Hans': '历时三年，从交换学习到作品展出：交换、实习、实验室与峰会。',
        th: 'สามปีจากการแลกเปลี่ยนสู่ผลงานที่จัดแสดง: แลกเปลี่ยน ฝึกงาน ห้องปฏิบัติการ และการประชุมสุดยอด',
        ko: '교환 학습에서 작품 전시까지 3년: 교환, 인턴십, 실험실, 서밋.',
        fr: 'Trois ans, d’un semestre à l’étranger à une œuvre exposée : échange, stage, laboratoire et sommet.',
      },
      leadOrganisationId: o.pku,
      partnerIds: [o.au, o.ruc, o.saebyeok, o.rhone, o.perfectWorld, o.museum],
      startsOn: '2026-01-01',
      endsOn: '2028-12-31',
      steps: [
        {
          kind: 'exchange',
          required: true,
          names: {
            en: 'Exchange',
            'zh-Hans': '交换学习',
            th: 'การแลกเปลี่ยน',
            ko: '교환 학습',
            fr: 'Échange',
          },
        },
        {
          kind: 'internship',
          required: true,
          names: { en: 'Internship', 'zh-Hans': '实习', th: 'การฝึกงาน', ko: '인턴십', fr: 'Stage' },
        },
        {
          kind: 'laboratory',
          required: false,
          names: {
            en: 'Joint laboratory',
            'zh-Hans': '联合实验室',
            th: 'ห้องปฏิบัติการร่วม',
            ko: '공동 실험실',
            fr: 'Laboratoire commun',
          },
        },
        {
          kind: 'exhibition',
          required: true,
          names: {
            en: 'Exhibition',
            'zh-Hans': '作品展览',
            th: 'นิทรรศการ',
            ko: '전시',
            fr: 'Exposition',
          },
        },
        {
          kind: 'summit',
          required: false,
          names: {
            en: 'Summit',
            'zh-Hans': '峰会',
            th: 'การประชุมสุดยอด',
            ko: '서밋',
            fr: 'Sommet',
          },
        },
      ],
      credit: '9',
      creditScheme: 'th',
    },
    years: [
      { id: y.talent2026, year: 2026, startsOn: '2026-01-01', endsOn: '2026-12-31', places: 10 },
      { id: y.talent2027, year: 2027, startsOn: '2027-01-01', endsOn: '2027-12-31', places: 10 },
      { id: y.talent2028, year: 2028, startsOn: '2028-01-01', endsOn: '2028-12-31', places: 10 },
    ],
  },
]

/** The list of 2025, as an office kept it in a spreadsheet: two languages in one table, a Buddhist-era date. */
export const pastYearList = [
  [
    'Name',
    '姓（拼音）',
    '名（拼音）',
    'มหาวิทยาลัย',
    'Nomination',
    '学习协议',
    'Term abroad',
    'Transcript of records',
    'Recognition',
    'Credit',
  ],
  [
    'ปวีณา สุขใจ',
    'Sukjai',
    'Paweena',
    'AU',
    '2025-02-10',
    'x',
    '15/9/2568',
    '2026-01-20',
    '2026-02-14',
    '9',
  ],
  [
    '周雨桐',
    'Zhou',
    'Yutong',
    '北京大学',
    '2025-02-12',
    'x',
    '2025-06-02',
    '2025-11-03',
    '2025-12-01',
    '10',
  ],
  ['马晓东', 'Ma', 'Xiaodong', 'RUC', '2025-02-12', 'x', '2025-06-02', 'no', 'no', ''],
]
  .map((cells) => cells.join('\t'))
  .join('\n')

/** Who takes part now, and how far they have come. */
export const participants: readonly {
  yearId: string
  personId: string
  organisationId: string
  enrolmentId: string
  joinedOn: string
  steps: readonly ReachedStep[]
}[] = [
  takesPart(
    y.sinoThai2026,
    'studentPloy',
    o.au,
    'ploy',
    '2026-02-02',
    ['nomination', '2026-02-02'],
    ['learning-agreement', '2026-03-20'],
    ['stay', '2026-09-01'],
  ),
  takesPart(
    y.sinoThai2026,
    'studentThanawat',
    o.au,
    'thanawat',
    '2026-02-02',
    ['nomination', '2026-02-02'],
    ['learning-agreement', '2026-03-24'],
  ),
  takesPart(
    y.sinoThai2026,
    'studentWang',
    o.pku,
    'wang',
    '2026-02-05',
    ['nomination', '2026-02-05'],
    ['learning-agreement', '2026-03-18'],
    ['stay', '2026-06-01'],
  ),
  takesPart(y.sinoThai2026, 'studentSun', o.ruc, 'sun', '2026-02-06', ['nomination', '2026-02-06']),
  takesPart(y.talent2026, 'studentPloy', o.au, 'ploy', '2026-03-01', ['exchange', '2026-09-01']),
  takesPart(y.talent2026, 'studentPark', o.saebyeok, 'park', '2026-03-01'),
  takesPart(y.talent2026, 'studentMoreau', o.rhone, 'moreau', '2026-03-01'),
]

/** What members do together beside the programmes; invented. */
export const initiatives: readonly {
  id: string
  details: InitiativeInput
  outputs: readonly OutputInput[]
}[] = [
  {
    id: i.weavesArchive,
    details: {
      kind: 'archive',
      names: {
        en: 'Archive of northern weaves',
        th: 'คลังลายผ้าทอล้านนา',
        'zh-Hans': '兰纳织纹档案',
        ko: '북부 직물 아카이브',
        fr: 'Archives des tissages du Nord',
      },
      summary: {
        en: 'Patterns of village weavers, photographed, described in three languages and open to students.',
        th: 'ลายผ้าของช่างทอในชุมชน ถ่ายภาพและอธิบายสามภาษา เปิดให้นักศึกษาใช้',
        'zh-Hans': '拍摄并以三种语言著录乡村织工的纹样，向学生开放。',
        ko: '마을 직조 장인의 문양을 촬영하고 세 언어로 설명하여 학생에게 공개합니다.',
        fr: 'Motifs de tisserands de village, photographiés, décrits en trois langues et ouverts aux étudiants.',
      },
      leadOrganisationId: o.museum,
      partnerIds: [o.au, o.pku],
      startsOn: '2025-06-01',
      endsOn: '2027-05-31',
      budget: '1200000',
      currency: 'THB',
      state: 'running',
    },
    outputs: [
      {
        kind: 'dataset',
        names: { en: 'First 240 patterns', th: 'ลายผ้าชุดแรก 240 ลาย', 'zh-Hans': '首批240幅纹样' },
        producedOn: '2026-04-30',
      },
    ],
  },
  {
    id: i.ruralResidency,
    details: {
      kind: 'residency',
      names: {
        en: 'Residencies in the village',
        'zh-Hans': '乡村驻留计划',
        th: 'ศิลปินพำนักในชุมชน',
        ko: '마을 레지던시',
        fr: 'Résidences au village',
      },
      summary: {
        en: 'Six weeks in which students and craftspeople make one thing together.',
        'zh-Hans': '学生与匠人用六周共同完成一件作品。',
        th: 'หกสัปดาห์ที่นักศึกษาและช่างฝีมือสร้างงานร่วมกันหนึ่งชิ้น',
        ko: '학생과 장인이 6주 동안 작품 하나를 함께 만듭니다.',
        fr: 'Six semaines pendant lesquelles étudiants et artisans créent une œuvre ensemble.',
      },
      leadOrganisationId: o.unescoChair,
      partnerIds: [o.pku, o.au, o.museum],
      startsOn: '2026-07-01',
      endsOn: '2026-12-31',
      state: 'running',
    },
    outputs: [],
  },
  {
    id: i.gameHeritage,
    details: {
      kind: 'laboratory',
      names: {
        en: 'Heritage in games',
        'zh-Hans': '游戏中的文化遗产',
        th: 'มรดกวัฒนธรรมในเกม',
        ko: '게임 속 문화유산',
        fr: 'Le patrimoine dans le jeu vidéo',
      },
      summary: {
        en: 'Students and a studio turn documented craft into playable scenes.',
        'zh-Hans': '学生与工作室把有据可考的工艺做成可玩的场景。',
        ko: '학생과 스튜디오가 기록된 공예를 게임 장면으로 옮깁니다.',
        th: 'นักศึกษาและสตูดิโอนำงานหัตถกรรมที่บันทึกไว้มาสร้างเป็นฉากเกม',
        fr: 'Étudiants et studio transforment un artisanat documenté en scènes jouables.',
      },
      leadOrganisationId: o.perfectWorld,
      partnerIds: [o.pku, o.saebyeok],
      startsOn: '2026-03-01',
      endsOn: '2028-02-29',
      budget: '800000',
      currency: 'CNY',
      state: 'running',
    },
    outputs: [],
  },
  {
    id: i.subtitles,
    details: {
      kind: 'translation',
      names: {
        en: 'Subtitles across four languages',
        fr: 'Sous-titres en quatre langues',
        'zh-Hans': '四语字幕',
        th: 'คำบรรยายสี่ภาษา',
        ko: '4개 언어 자막',
      },
      summary: {
        en: 'Student films subtitled by students of the partner schools.',
        fr: 'Des films d’étudiants sous-titrés par les étudiants des écoles partenaires.',
        ko: '학생 영화를 협력 학교 학생들이 번역해 자막을 답니다.',
        th: 'ภาพยนตร์ของนักศึกษาที่นักศึกษาสถาบันร่วมโครงการแปลและทำคำบรรยาย',
        'zh-Hans': '学生电影由合作院校的学生翻译并制作字幕。',
      },
      leadOrganisationId: o.rhone,
      partnerIds: [o.saebyeok, o.au],
      startsOn: '2025-09-15',
      endsOn: '2026-06-30',
      budget: '18500',
      currency: 'EUR',
      state: 'ended',
    },
    outputs: [
      {
        kind: 'publication',
        names: { en: 'Style guide for subtitles', fr: 'Guide de style des sous-titres' },
        producedOn: '2026-06-12',
      },
    ],
  },
  {
    id: i.summit2026,
    details: {
      kind: 'summit',
      names: {
        en: 'Summit of culture and technology 2026',
        'zh-Hans': '2026文化科技峰会',
        th: 'การประชุมสุดยอดวัฒนธรรมและเทคโนโลยี 2569',
        ko: '2026 문화기술 서밋',
        fr: 'Sommet culture et technologie 2026',
      },
      summary: {
        en: 'Three days in Bangkok: what the year brought, shown and discussed.',
        'zh-Hans': '曼谷三日：展示并讨论一年的成果。',
        th: 'สามวันในกรุงเทพฯ นำเสนอและอภิปรายผลงานตลอดปี',
        ko: '방콕에서 사흘 동안 한 해의 성과를 보여 주고 토론합니다.',
        fr: 'Trois jours à Bangkok pour montrer et discuter les réalisations de l’année.',
      },
      leadOrganisationId: o.au,
      partnerIds: [o.ministry, o.fund, o.pku],
      startsOn: '2026-12-10',
      endsOn: '2026-12-12',
      budget: '2500000',
      currency: 'THB',
      state: 'planned',
    },
    outputs: [],
  },
  {
    id: i.craftFund,
    details: {
      kind: 'fund',
      names: {
        en: 'Small grants for craft and code',
        'zh-Hans': '工艺与代码小额资助',
        th: 'ทุนย่อยเพื่องานฝีมือและโค้ด',
        ko: '공예와 코드 소액 지원',
        fr: 'Petites bourses artisanat et code',
      },
      summary: {
        en: 'Grants for mixed teams of one student and one craftsperson.',
        'zh-Hans': '资助由一名学生和一名匠人组成的团队。',
        th: 'ทุนสำหรับทีมที่มีนักศึกษาหนึ่งคนและช่างฝีมือหนึ่งคน',
        ko: '학생 한 명과 장인 한 명이 함께하는 팀을 지원합니다.',
        fr: 'Bourses pour des équipes d’un étudiant et d’un artisan.',
      },
      leadOrganisationId: o.fund,
      partnerIds: [o.museum, o.ministry],
      startsOn: '2026-01-01',
      endsOn: '2028-12-31',
      budget: '6000000',
      currency: 'THB',
      state: 'running',
    },
    outputs: [],
  },
]

function takesPart(
  yearId: string,
  person: keyof typeof cast.people,
  organisationId: string,
  enrolment: keyof typeof cast.enrolments,
  joinedOn: string,
  ...steps: [kind: string, on: string][]
) {
  return {
    yearId,
    personId: cast.people[person],
    organisationId,
    enrolmentId: cast.enrolments[enrolment],
    joinedOn,
    steps: steps.map(([kind, on]) => ({ kind, on, source: 'office' as const })),
  }
}
