import { languages } from '#kernel/values'
import { m } from './messages/index.ts'

/** Columns under the names that offices use, and each under its label of our own pages in every language. */
function withLabels<Column extends string>(
  columns: Readonly<Record<Column, readonly string[]>>,
): Readonly<Record<Column, readonly string[]>> {
  const labelled = Object.entries<readonly string[]>(columns).map(([column, headings]) => [
    column,
    [
      ...headings,
      ...languages.flatMap(
        (language) =>
          m.catalogue.texts[language][`import-column.${column}` as 'import-column.name'],
      ),
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

/** Headings of a list of students. */
export const enrolmentColumns = withLabels({
  studentNumber,
  ...personColumns,
  degreeProgramme: [
    'Degree programme',
    'Programme',
    'Program',
    'Programme code',
    'Degree programme (code)',
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
    '开始日期',
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
  role: ['Role', 'Function', '角色', '职务', 'บทบาท', 'หน้าที่', '역할', '직책', 'Rôle', 'Fonction'],
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

export type EnrolmentColumn = keyof typeof enrolmentColumns
export type AppointmentColumn = keyof typeof appointmentColumns
export type CohortColumn = keyof typeof cohortColumns
export type PersonColumn = keyof typeof personColumns
