import { cast } from '#modules/alliance'
import type { ProposeHost } from './service/hosts.ts'
import type { MakePosition } from './service/positions.ts'

const { organisations } = cast

/** A host of the demonstration. */
export type SeededHost = Omit<ProposeHost, 'organisationId' | 'node'> & {
  id: string
  isVetted: boolean
}

/** The hosts of the demonstration; people and addresses are invented. */
export const seededHosts = [
  {
    id: '01980000-0021-7000-8000-000000000001',
    hostOrganisationId: organisations.perfectWorld,
    name: 'Perfect World',
    country: 'CN',
    city: 'Beijing',
    timeZone: 'Asia/Shanghai',
    tutor: { name: '林小满', email: 'lin.xiaoman@studio.example' },
    signatory: { name: '郑一帆', email: 'zheng.yifan@studio.example' },
    papers: '营业执照副本 2026-08；两名往届实习生的评价；接待协议范本',
    sector: 'industry',
    isVetted: true,
  },
  {
    id: '01980000-0021-7000-8000-000000000002',
    hostOrganisationId: null,
    name: 'Museum studio for digital textiles',
    country: 'TH',
    city: 'Bangkok',
    timeZone: 'Asia/Bangkok',
    tutor: { name: 'อรพิน เรืองศิลป์', email: 'orapin@museum.example' },
    signatory: { name: 'ธีรเดช วงศ์ไพศาล', email: 'teeradet@museum.example' },
    papers: 'หนังสือรับรองหน่วยงาน 2569 และหนังสือแนะนำจากคณะศิลปกรรม',
    sector: 'application',
    isVetted: true,
  },
  {
    id: '01980000-0021-7000-8000-000000000003',
    hostOrganisationId: null,
    name: 'Atelier des Trois Navettes',
    country: 'FR',
    city: 'Lyon',
    timeZone: 'Europe/Paris',
    tutor: { name: 'Inès Vernier', email: 'ines@trois-navettes.example' },
    signatory: { name: 'Paul Garance', email: 'paul@trois-navettes.example' },
    papers: 'Extrait Kbis de 2026, attestation d’assurance',
    sector: 'industry',
    isVetted: true,
  },
  {
    id: '01980000-0021-7000-8000-000000000004',
    hostOrganisationId: null,
    name: '한빛 미디어랩',
    country: 'KR',
    city: 'Seoul',
    timeZone: 'Asia/Seoul',
    tutor: { name: '서지안', email: 'jian@hanbit.example' },
    signatory: { name: '문태오', email: 'taeo@hanbit.example' },
    papers: '사업자등록증 사본',
    sector: 'industry',
    isVetted: false,
  },
] as const

/** A position of the demonstration, its days counted from the demonstration's own. */
export interface SeededPosition extends Omit<
  MakePosition,
  'organisationId' | 'startsOn' | 'endsOn' | 'applyBy' | 'stipend' | 'node'
> {
  id: string
  startsIn: number
  lastsDays: number
  applyIn: number
  stipend: { minor: number; currency: string } | null
}

/** Three positions: one that is taken and runs, and two that are open. */
export const seededPositions: readonly SeededPosition[] = [
  {
    id: '01980000-0022-7000-8000-000000000001',
    hostId: seededHosts[0].id,
    titles: {
      en: 'Textile patterns in game worlds',
      'zh-Hans': '游戏世界中的织物纹样',
      th: 'ลวดลายผ้าในโลกเกม',
      ko: '게임 세계의 직물 문양',
      fr: 'Motifs textiles dans les mondes de jeu',
    },
    descriptions: {
      en: 'You prepare patterns of Thai and Chinese weaving for a game, keep a record of where each comes from and who may use it, and review them with weavers and designers.',
      'zh-Hans':
        '为游戏整理泰国与中国织物纹样，记录每种纹样的来源与使用权，并与织工和设计师共同审阅。',
      th: 'เตรียมลวดลายผ้าทอไทยและจีนสำหรับเกม บันทึกที่มาและผู้มีสิทธิ์ใช้ของแต่ละลาย และตรวจทานร่วมกับช่างทอและนักออกแบบ',
      ko: '태국과 중국의 직조 문양을 게임용으로 정리하고, 출처와 사용 권한을 기록하며, 직공·디자이너와 함께 검토합니다.',
      fr: 'Vous préparez des motifs de tissage thaïs et chinois pour un jeu, consignez leur provenance et leurs droits, et les revoyez avec tisserands et designers.',
    },
    places: 1,
    startsIn: -38,
    lastsDays: 90,
    applyIn: -45,
    hoursPerWeek: 16,
    mode: 'site',
    language: 'en',
    languageLevel: 'B2',
    stipend: { minor: 300_000, currency: 'CNY' },
    field: '0211',
    skills: ['Texture painting', 'Pattern research', 'Documentation'],
  },
  {
    id: '01980000-0022-7000-8000-000000000002',
    hostId: seededHosts[1].id,
    titles: {
      en: 'Cataloguing a digital pattern archive',
      'zh-Hans': '数字纹样档案编目',
      th: 'จัดทำบัญชีคลังลายผ้าดิจิทัล',
      ko: '디지털 문양 아카이브 목록 작성',
      fr: 'Catalogage d’une archive numérique de motifs',
    },
    descriptions: {
      en: 'You describe scanned textiles, link them to their makers, and prepare a small online show.',
      'zh-Hans': '为扫描的织物撰写说明，标注制作者，并筹备小型线上展览。',
      th: 'เขียนคำบรรยายผ้าที่สแกนแล้ว เชื่อมโยงกับผู้ทอ และเตรียมนิทรรศการออนไลน์ขนาดเล็ก',
      ko: '스캔한 직물을 설명하고 제작자와 연결하며 작은 온라인 전시를 준비합니다.',
      fr: 'Vous décrivez des textiles numérisés, les reliez à leurs auteurs et préparez une petite exposition en ligne.',
    },
    places: 2,
    startsIn: 45,
    lastsDays: 84,
    applyIn: 20,
    hoursPerWeek: 30,
    mode: 'hybrid',
    language: 'th',
    languageLevel: 'B1',
    stipend: null,
    field: '0322',
    skills: ['Documentation', 'Photography'],
  },
  {
    id: '01980000-0022-7000-8000-000000000003',
    hostId: seededHosts[2].id,
    titles: {
      en: 'Jacquard design from the archive to the loom',
      'zh-Hans': '提花设计：从档案到织机',
      th: 'ออกแบบผ้าแจ็กการ์ดจากคลังสู่เครื่องทอ',
      ko: '아카이브에서 직기까지, 자카르 디자인',
      fr: 'Du fonds d’archives au métier : création jacquard',
    },
    descriptions: {
      en: 'You redraw archive patterns for a jacquard loom and follow them into a first sample.',
      'zh-Hans': '将档案纹样改绘为提花稿，并跟进首批样品。',
      th: 'วาดลายจากคลังขึ้นใหม่สำหรับเครื่องทอแจ็กการ์ด และติดตามจนเป็นตัวอย่างชิ้นแรก',
      ko: '보관 문양을 자카르 직기에 맞게 다시 그리고 첫 견본까지 따라갑니다.',
      fr: 'Vous redessinez des motifs d’archives pour un métier jacquard et les suivez jusqu’au premier échantillon.',
    },
    places: 1,
    startsIn: 96,
    lastsDays: 120,
    applyIn: 30,
    hoursPerWeek: 35,
    mode: 'site',
    language: 'fr',
    languageLevel: 'B1',
    stipend: { minor: 65_000, currency: 'EUR' },
    field: '0212',
    skills: ['Drawing', 'Weaving'],
  },
]

/** What stands in the agreement of the one who is placed, as her office has written it so far. */
export const seededAgreement = {
  outcomes: '能独立整理纹样的来源与使用权，并在引擎中完成贴图。',
  presence: '周一、周三，九点半至十七点半。',
  monitoring: '实习指导人每周面谈一次；校内指导教师每月与双方线上会面。',
  evaluation: '中期与终期各一次，由双方导师与学生分别填写。',
  credit: '3 学分，记成绩。',
  homeInsurance: '派出院校投保意外伤害险。',
} as const
