import type { Language, PersonName } from '#kernel/values'
import type { DegreeProgrammeInput } from '../inputs.ts'
import type { AppointmentRole } from '../schema.ts'
import { cast } from './cast.ts'

const { organisations: o, people: p, degreeProgrammes: d, units: u, enrolments: e } = cast

interface SeededPerson {
  id: string
  name: PersonName
  email: string
  language: Language
  timeZone: string
  roles: readonly {
    role: AppointmentRole
    organisationId?: string
    unitId?: string
    degreeProgrammeId?: string
    from: string
    until?: string
  }[]
  studies?: {
    id: string
    organisationId: string
    degreeProgrammeId: string
    studentNumber: string
    intakeYear: number
    startsOn: string
  }
}

const inBangkok = { language: 'th', timeZone: 'Asia/Bangkok' } as const
const inBeijing = { language: 'zh-Hans', timeZone: 'Asia/Shanghai' } as const
const inSeoul = { language: 'ko', timeZone: 'Asia/Seoul' } as const
const inLyon = { language: 'fr', timeZone: 'Europe/Paris' } as const

/** The degree programmes of the story; their content is invented. */
export const degreeProgrammes: readonly (DegreeProgrammeInput & {
  id: string
  organisationId: string
})[] = [
  {
    id: d.auDigitalArts,
    organisationId: o.au,
    code: 'BFA-DA',
    names: {
      en: 'Bachelor of Fine and Applied Arts in Digital Arts',
      th: 'ศิลปกรรมศาสตรบัณฑิต สาขาวิชาดิจิทัลอาร์ต',
      'zh-Hans': '数字艺术（艺术学学士）',
      ko: '디지털아트 학사',
      fr: 'Licence d’arts numériques',
    },
    level: 'bachelor',
    unitId: u.auCommunication,
    iscedF: '0211',
    totalCredit: '126',
    creditScheme: 'th',
  },
  {
    id: d.auCommunication,
    organisationId: o.au,
    code: 'BCA',
    names: { en: 'Bachelor of Communication Arts', th: 'นิเทศศาสตรบัณฑิต' },
    level: 'bachelor',
    unitId: u.auCommunication,
    iscedF: '0321',
    totalCredit: '126',
    creditScheme: 'th',
  },
  {
    id: d.pkuArts,
    organisationId: o.pku,
    code: 'ART-BA',
    names: { en: 'Bachelor of Arts in Art Studies', 'zh-Hans': '艺术学（本科）' },
    level: 'bachelor',
    unitId: u.pkuArts,
    iscedF: '0210',
    totalCredit: '140',
    creditScheme: 'cn-16',
  },
  {
    id: d.rucCulturalManagement,
    organisationId: o.ruc,
    code: 'CIM-BA',
    names: { en: 'Bachelor in Cultural Industry Management', 'zh-Hans': '文化产业管理（本科）' },
    level: 'bachelor',
    iscedF: '0413',
    totalCredit: '145',
    creditScheme: 'cn-16',
  },
  {
    id: d.saebyeokMediaArt,
    organisationId: o.saebyeok,
    code: 'MA-BFA',
    names: { en: 'Bachelor of Fine Arts in Media Art', ko: '미디어아트 학사' },
    level: 'bachelor',
    unitId: u.saebyeokMedia,
    iscedF: '0211',
    totalCredit: '130',
    creditScheme: 'kr',
  },
  {
    id: d.rhoneDesign,
    organisationId: o.rhone,
    code: 'DNA-DT',
    names: {
      fr: 'Diplôme national d’art, design textile',
      en: 'National Diploma in Art, textile design',
    },
    level: 'bachelor',
    unitId: u.rhoneTextile,
    iscedF: '0212',
    totalCredit: '180',
    creditScheme: 'ects',
  },
]

/** The invented people: who acts for whom, and who studies where. */
export const people: readonly SeededPerson[] = [
  staff(p.secretariat, eastern('林悦', 'Yue', 'Lin'), 'lin.yue@secretariat.example', inBeijing, [
    { role: 'secretariat', from: '2025-01-15' },
  ]),
  staff(
    p.coordinatorAu,
    thai('ณัฐญา วงศ์ศิริ', 'Nattaya', 'Wongsiri'),
    'nattaya@au.example',
    inBangkok,
    [{ role: 'coordinator', organisationId: o.au, from: '2025-02-01' }],
  ),
  staff(
    p.evaluatorAu,
    thai('ประเสริฐ ชัยพร', 'Prasert', 'Chaiyaporn'),
    'prasert@au.example',
    inBangkok,
    [
      {
        role: 'evaluator',
        organisationId: o.au,
        from: '2025-02-01',
      },
    ],
  ),
  staff(p.registrarAu, thai('ศิริพร แก้วตา', 'Siriporn', 'Kaewta'), 'siriporn@au.example', inBangkok, [
    { role: 'registrar', organisationId: o.au, from: '2025-02-01' },
  ]),
  staff(
    p.administratorAu,
    thai('อนันต์ เทพสุวรรณ', 'Anan', 'Thepsuwan'),
    'anan@au.example',
    inBangkok,
    [{ role: 'administrator', organisationId: o.au, from: '2025-01-20' }],
  ),
  staff(
    p.academicMentorAu,
    thai('วิภาดา ศรชัย', 'Wipada', 'Sornchai'),
    'wipada@au.example',
    inBangkok,
    [
      {
        role: 'academic-mentor',
        organisationId: o.au,
        unitId: u.auCommunication,
        from: '2025-06-01',
      },
      { role: 'evaluator', organisationId: o.au, unitId: u.auEngineering, from: '2025-08-01' },
    ],
  ),
  staff(p.coordinatorPku, eastern('赵敏', 'Min', 'Zhao'), 'zhao.min@pku.example', inBeijing, [
    { role: 'coordinator', organisationId: o.pku, from: '2025-02-01' },
  ]),
  staff(p.evaluatorPku, eastern('陈书文', 'Shuwen', 'Chen'), 'chen.shuwen@pku.example', inBeijing, [
    { role: 'evaluator', organisationId: o.pku, from: '2025-02-01' },
  ]),
  staff(p.coordinatorRuc, eastern('刘浩然', 'Haoran', 'Liu'), 'liu.haoran@ruc.example', inBeijing, [
    { role: 'coordinator', organisationId: o.ruc, from: '2025-02-01' },
  ]),
  staff(
    p.coordinatorSaebyeok,
    eastern('김서연', 'Seo-yeon', 'Kim'),
    'kim.seoyeon@saebyeok.example',
    inSeoul,
    [{ role: 'coordinator', organisationId: o.saebyeok, from: '2025-09-01' }],
  ),
  staff(p.coordinatorRhone, latin('Camille', 'Lefèvre'), 'camille.lefevre@rhone.example', inLyon, [
    { role: 'coordinator', organisationId: o.rhone, from: '2025-09-01' },
  ]),
  staff(
    p.industryMentor,
    eastern('高峰', 'Feng', 'Gao'),
    'gao.feng@perfect-world.example',
    inBeijing,
    [{ role: 'industry-mentor', organisationId: o.perfectWorld, from: '2025-06-01' }],
  ),
  staff(
    p.curator,
    thai('กรรณิการ์ อินทนนท์', 'Kannika', 'Inthanon'),
    'kannika@museum.example',
    inBangkok,
    [{ role: 'curator', organisationId: o.museum, from: '2025-06-01' }],
  ),
  staff(
    p.officer,
    thai('วิชัย ธรรมรงค์', 'Wichai', 'Thammarong'),
    'wichai@exchange-bureau.example',
    inBangkok,
    [{ role: 'officer', organisationId: o.ministry, from: '2025-06-01' }],
  ),
  staff(
    p.funder,
    latin('Sophie', 'Laurent'),
    'sophie.laurent@silk-circuit.example',
    { ...inBangkok, language: 'en' },
    [{ role: 'funder', organisationId: o.fund, from: '2025-06-01' }],
  ),
  student(
    p.studentPloy,
    thai('พิมพ์ชนก รัตนกุล', 'Pimchanok', 'Rattanakul'),
    'pimchanok@students.au.example',
    inBangkok,
    [e.ploy, o.au, d.auDigitalArts, '6611042', 2023, '2023-06-01'],
  ),
  student(
    p.studentThanawat,
    thai('ธนวัฒน์ บุญมี', 'Thanawat', 'Boonmee'),
    'thanawat@students.au.example',
    inBangkok,
    [e.thanawat, o.au, d.auDigitalArts, '6611057', 2023, '2023-06-01'],
  ),
  student(
    p.studentKanyarat,
    thai('กัญญารัตน์ พงษ์พันธ์', 'Kanyarat', 'Phongphan'),
    'kanyarat@students.au.example',
    inBangkok,
    [e.kanyarat, o.au, d.auDigitalArts, '6711008', 2024, '2024-06-01'],
  ),
  student(
    p.studentWang,
    eastern('王子萱', 'Zixuan', 'Wang'),
    'wang.zixuan@stu.pku.example',
    inBeijing,
    [e.wang, o.pku, d.pkuArts, '2300015021', 2023, '2023-09-01'],
  ),
  student(
    p.studentSun,
    eastern('孙一鸣', 'Yiming', 'Sun'),
    'sun.yiming@stu.ruc.example',
    inBeijing,
    [e.sun, o.ruc, d.rucCulturalManagement, '2024200381', 2024, '2024-09-01'],
  ),
  student(
    p.studentPark,
    eastern('박지호', 'Ji-ho', 'Park'),
    'park.jiho@students.saebyeok.example',
    inSeoul,
    [e.park, o.saebyeok, d.saebyeokMediaArt, '20240117', 2024, '2024-03-04'],
  ),
  student(p.studentMoreau, latin('Inès', 'Moreau'), 'ines.moreau@etu.rhone.example', inLyon, [
    e.moreau,
    o.rhone,
    d.rhoneDesign,
    '24-0388',
    2024,
    '2024-09-09',
  ]),
]

type Where = Pick<SeededPerson, 'language' | 'timeZone'>

function staff(
  id: string,
  name: PersonName,
  email: string,
  where: Where,
  roles: SeededPerson['roles'],
): SeededPerson {
  return { id, name, email, ...where, roles }
}

function student(
  id: string,
  name: PersonName,
  email: string,
  where: Where,
  [enrolmentId, organisationId, degreeProgrammeId, studentNumber, intakeYear, startsOn]: [
    string,
    string,
    string,
    string,
    number,
    string,
  ],
): SeededPerson {
  const studies = {
    id: enrolmentId,
    organisationId,
    degreeProgrammeId,
    studentNumber,
    intakeYear,
    startsOn,
  }
  return { id, name, email, ...where, roles: [], studies }
}

function thai(native: string, given: string, family: string): PersonName {
  return named(native, given, family, 'given-first')
}

function eastern(native: string, given: string, family: string): PersonName {
  return named(native, given, family, 'family-first')
}

function latin(given: string, family: string): PersonName {
  return { ...named('', given, family, 'given-first'), native: null }
}

function named(
  native: string,
  given: string,
  family: string,
  order: PersonName['order'],
): PersonName {
  const parts = order === 'family-first' ? [family, given] : [given, family]
  return {
    native,
    romanised: parts.join(' '),
    passportGiven: given,
    passportFamily: family,
    order,
  }
}
