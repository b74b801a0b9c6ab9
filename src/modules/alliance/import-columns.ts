import { languages } from '#kernel/values'
import { m } from './messages/index.ts'
import type { CohortState } from './schema.ts'

/** What the workbook of an organisation's people calls a column otherwise than the list that takes it in. */
const inWorkbooks = {
  startsOn: 'field.first-day',
  endsOn: 'field.last-day',
  studentNumber: 'field.student-number',
  email: 'field.email',
  role: 'field.role',
  unit: 'field.unit',
  latinName: 'table.latin-name',
} as const satisfies Record<string, keyof (typeof m.catalogue.texts)['en']>

/** Columns under the names that offices use, and each under its labels of our own pages in every language. */
function withLabels<Column extends string>(
  columns: Readonly<Record<Column, readonly string[]>>,
): Readonly<Record<Column, readonly string[]>> {
  const labelled = Object.entries<readonly string[]>(columns).map(([column, headings]) => [
    column,
    [
      ...headings,
      ...languages.flatMap((language) => {
        const texts = m.catalogue.texts[language]
        const own = texts[`import-column.${column}` as 'import-column.name']
        const other = Object.entries(inWorkbooks).find(([each]) => each === column)
        return other ? [own, texts[other[1]]] : [own]
      }),
    ],
  ])
  return Object.fromEntries(labelled) as Record<Column, readonly string[]>
}

/** Headings by which a person is described, as the offices of the four countries write them. */
const personColumns = {
  email: [
    'E-mail',
    'Email address',
    'Mail',
    '邮箱',
    '电子邮箱',
    '电子邮件',
    'อีเมล',
    '이메일',
    '전자우편',
    'Courriel',
    'Adresse électronique',
  ],
  name: ['Name', 'Full name', '姓名', 'ชื่อ-นามสกุล', 'ชื่อสกุล', '성명', 'Nom complet', 'Nom et prénom'],
  givenName: [
    'Given name',
    'Given names',
    'First name',
    '名',
    '名字',
    'ชื่อ',
    'ชื่อตัว',
    '이름',
    'Prénom',
  ],
  familyName: [
    'Family name',
    'Surname',
    'Last name',
    '姓',
    '姓氏',
    'นามสกุล',
    '성',
    'Nom',
    'Nom de famille',
  ],
  /** The whole name in one cell, as the workbooks of our own pages have it. */
  latinName: ['Name (Latin)', 'English name', '英文姓名', '拼音', 'ชื่อภาษาอังกฤษเต็ม', '영문 성명'],
  romanisedGivenName: [
    'Given name (Latin)',
    'Given name in English',
    '名（拼音）',
    '名拼音',
    'ชื่อภาษาอังกฤษ',
    'ชื่อ (อังกฤษ)',
    '영문 이름',
    'Prénom (latin)',
  ],
  romanisedFamilyName: [
    'Family name (Latin)',
    'Family name in English',
    '姓（拼音）',
    '姓拼音',
    'นามสกุลภาษาอังกฤษ',
    'นามสกุล (อังกฤษ)',
    '영문 성',
    'Nom (latin)',
  ],
} as const

const studentNumber = [
  'Student number',
  'Student no',
  'Student ID',
  'ID',
  '学号',
  'รหัสนักศึกษา',
  'รหัสประจำตัวนักศึกษา',
  '학번',
  'Numéro étudiant',
  'N° étudiant',
  'INE',
]

const role = [
  'Role',
  'Function',
  '角色',
  '职务',
  'บทบาท',
  'หน้าที่',
  '역할',
  '직책',
  'Rôle',
  'Fonction',
]

/** Headings of a list of students. A role is not needed: in a workbook of all people it tells students from staff. */
export const enrolmentColumns = withLabels({
  studentNumber,
  ...personColumns,
  role,
  degreeProgramme: [
    'Degree programme',
    'Programme',
    'Program',
    'Programme code',
    '专业',
    '专业代码',
    '培养方案',
    'หลักสูตร',
    'รหัสหลักสูตร',
    '전공',
    '학위과정',
    '과정 코드',
    'Formation',
    'Code de la formation',
  ],
  intakeYear: [
    'Intake',
    'Intake year',
    'Entry year',
    '入学年份',
    '年级',
    'ปีที่เข้าศึกษา',
    'ปีการศึกษาที่เข้า',
    '입학년도',
    '입학연도',
    'Année d’entrée',
  ],
  startsOn: [
    'Start',
    'Start date',
    'Enrolled on',
    '入学日期',
    'วันที่เริ่ม',
    'วันที่เข้าศึกษา',
    '시작일',
    '입학일',
    'Date de début',
    'Date d’inscription',
  ],
})

/** Headings of a list of people who are to be appointed. */
export const appointmentColumns = withLabels({
  ...personColumns,
  role,
  unit: ['Department', 'Faculty', '部门', '单位', 'สังกัด', '부서', '소속', 'Service', 'Département'],
  startsOn: [
    'From',
    'Start',
    'Start date',
    '开始日期',
    '起',
    'ตั้งแต่',
    'วันที่เริ่ม',
    '시작일',
    'Du',
    'Date de début',
  ],
  endsOn: [
    'Until',
    'To',
    'End',
    'End date',
    '结束日期',
    '止',
    'ถึง',
    'วันที่สิ้นสุด',
    '종료일',
    'Au',
    'Date de fin',
  ],
  degreeProgramme: enrolmentColumns.degreeProgramme,
})

/** Headings of a list of participants of a past year. */
export const cohortColumns = withLabels({
  ...personColumns,
  studentNumber,
  year: [
    'Programme year',
    'Cohort year',
    'Academic year',
    '年度',
    '学年',
    '项目年份',
    'ปีโครงการ',
    'ปีการศึกษา',
    'ปี พ.ศ.',
    '년도',
    '학년도',
    '기수 연도',
    'Année du programme',
    'Année universitaire',
  ],
  organisation: [
    'Organisation',
    'Organization',
    'Institution',
    'School',
    'University',
    '院校',
    '学校',
    '派出院校',
    'สถาบัน',
    'มหาวิทยาลัย',
    '소속 기관',
    '대학',
    'Établissement',
  ],
  state: [
    'State',
    'Status',
    'Result',
    '状态',
    '结果',
    'สถานะ',
    'ผล',
    '상태',
    '결과',
    'État',
    'Statut',
    'Résultat',
  ],
  joinedOn: ['Joined', 'Joined on', 'Start', '加入日期', 'วันที่เข้าร่วม', '참가일', 'Date d’entrée'],
  credit: [
    'Credit',
    'Recognised credit',
    '学分',
    '认定学分',
    'หน่วยกิต',
    'หน่วยกิตที่รับโอน',
    '학점',
    '인정 학점',
    'Crédits',
    'Crédits reconnus',
  ],
})

/** Headings of a list of past years of a programme: the days of a year stand in its rows. */
export const pastYearColumns = {
  ...cohortColumns,
  ...withLabels({
    yearFrom: ['Year from', 'Year begins', '年度开始', 'ปีเริ่ม', '연도 시작', 'Début de l’année'],
    yearUntil: ['Year until', 'Year ends', '年度结束', 'ปีสิ้นสุด', '연도 종료', 'Fin de l’année'],
  }),
}

/** What offices write for the state of a participant, beside the words of our own pages. */
export const cohortStateWords: Readonly<Record<CohortState, readonly string[]>> = {
  active: [
    'active',
    'current',
    'enrolled',
    'in progress',
    'ongoing',
    'participating',
    '进行中',
    '在读',
    '在学',
    '参加中',
    'กำลังดำเนินการ',
    'กำลังศึกษา',
    'อยู่ระหว่างดำเนินการ',
    'อยู่ระหว่างเข้าร่วม',
    '참가중',
    '참여 중',
    '진행 중',
    '재학',
    '재학 중',
    'actif',
    'active',
    'inscrit',
    'inscrite',
    'participe',
  ],
  completed: [
    'complete',
    'done',
    'finished',
    'graduated',
    '已完成',
    '完成',
    '结业',
    '毕业',
    '已毕业',
    'สำเร็จ',
    'สำเร็จแล้ว',
    'สำเร็จการศึกษา',
    'จบ',
    'จบแล้ว',
    'จบโครงการ',
    'เสร็จสิ้น',
    '완료',
    '이수',
    '졸업',
    '수료함',
    'achevée',
    'terminé',
    'terminée',
    'diplômé',
    'diplômée',
  ],
  left: [
    'dropped out',
    'discontinued',
    'quit',
    'withdrawn',
    'withdrew',
    '退出',
    '中途退出',
    '退学',
    '已退学',
    'ออก',
    'ออกแล้ว',
    'ลาออก',
    'ถอนตัว',
    'ออกกลางคัน',
    '포기',
    '중도 탈락',
    '중도 하차',
    '탈퇴',
    '철회',
    'sortie',
    'abandon',
    'abandonné',
    'désisté',
    'désistée',
    'parti',
    'partie',
  ],
}

/** Headings of a list of units. A name without a language is in the reader's. */
export const unitColumns = withLabels({
  unitName: [
    'Unit',
    'Unit name',
    '单位名称',
    '院系',
    '部门',
    'ชื่อหน่วยงาน',
    'หน่วยงาน',
    '조직명',
    '조직',
    'Composante',
  ],
  nameEn: [
    'Name (English)',
    'English',
    '英文名',
    'ชื่ออังกฤษ',
    'ชื่อภาษาอังกฤษ',
    '영문명',
    'Nom anglais',
  ],
  nameZhHans: ['Name (Chinese)', 'Chinese', '中文名', 'ชื่อจีน', '중문명', 'Nom chinois'],
  nameTh: ['Name (Thai)', 'Thai', '泰文名', 'ชื่อไทย', 'ชื่อภาษาไทย', '태국어명', 'Nom thaï'],
  nameKo: ['Name (Korean)', 'Korean', '韩文名', 'ชื่อเกาหลี', '국문명', '한국어명', 'Nom coréen'],
  nameFr: ['Name (French)', 'French', '法文名', 'ชื่อฝรั่งเศส', '프랑스어명', 'Nom français'],
  unitCode: [
    'Code',
    'Unit code',
    '代码',
    '单位代码',
    '院系代码',
    'รหัส',
    'รหัสหน่วยงาน',
    '코드',
    '조직 코드',
  ],
  unitKind: ['Kind', 'Type', '类型', '类别', 'ประเภท', '유형', '종류', 'Type de composante'],
  partOf: [
    'Part of',
    'Parent',
    'Parent unit',
    'Parent code',
    '上级',
    '上级部门',
    '上级单位',
    'สังกัด',
    'หน่วยงานต้นสังกัด',
    '상위 조직',
    '소속',
    'Fait partie de',
    'Rattachement',
  ],
  closedOn: ['Closed', 'Closed on', '撤销日期', 'วันที่ปิด', '폐지일', 'Fermée le'],
})

export type UnitColumn = keyof typeof unitColumns
export type EnrolmentColumn = keyof typeof enrolmentColumns
export type AppointmentColumn = keyof typeof appointmentColumns
export type CohortColumn = keyof typeof cohortColumns
export type PersonColumn = keyof typeof personColumns
