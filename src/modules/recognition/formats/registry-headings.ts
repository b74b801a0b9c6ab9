import type { PostingSource } from '../rules/office/registry-layout.ts'
import { columnNames, fieldOf } from './table-columns.ts'

/** How registries head their columns, by what the column holds; compared without case, spaces and signs. */
const headings: Partial<Record<PostingSource, string>> = {
  reference: `reference|ref|ref no|record id|line id|流水号|记录号|เลขอ้างอิง|เลขที่อ้างอิง|참조번호|référence|n° de référence`,
  batch: `batch|batch no|批次|批次号|ชุดที่|เลขที่ชุด|배치|배치번호|lot|n° de lot`,
  row: `no|row|line|seq|序号|ลำดับ|ลำดับที่|순번|연번|n°|ligne`,
  act: `action|act|operation|type|操作|操作类型|การดำเนินการ|ประเภทรายการ|처리구분|구분|opération|action`,
  'student-number': `student id|student no|student number|studentid|id|学号|รหัสนักศึกษา|รหัสนิสิต|เลขประจำตัว|เลขประจำตัวนักศึกษา|학번|numéro étudiant|n° étudiant|code étudiant`,
  'student-name': `name|student name|full name|姓名|ชื่อ|ชื่อ-สกุล|ชื่อนักศึกษา|이름|성명|nom|nom de l’étudiant|nom et prénom`,
  'student-name-latin': `name en|english name|name in english|romanised name|英文姓名|ชื่อภาษาอังกฤษ|ชื่อ-สกุล (อังกฤษ)|영문성명|영문이름|nom latin`,
  'student-name-passport': `passport name|name as in passport|护照姓名|ชื่อตามหนังสือเดินทาง|여권성명|여권영문명|nom du passeport`,
  'programme-code': `programme code|program code|major code|curriculum code|专业代码|รหัสหลักสูตร|รหัสสาขา|학과코드|전공코드|code formation|code diplôme`,
  'programme-name': `programme|program|major|curriculum|专业|หลักสูตร|สาขาวิชา|학과|전공|formation|diplôme`,
  'intake-year': `intake|admission year|entry year|入学年份|年级|ปีที่เข้าศึกษา|ปีเข้าศึกษา|입학연도|année d’entrée`,
  'case-number': `case|case no|case number|application no|案号|认定编号|เลขที่คำขอ|เลขที่เรื่อง|건번호|신청번호|n° de dossier|dossier`,
  revision: `revision|version|修订|ครั้งที่แก้ไข|차수|révision`,
  'decided-on': `decision date|approved on|approval date|认定日期|审批日期|วันที่อนุมัติ|วันที่พิจารณา|승인일|인정일|date de décision`,
  'host-name': `host institution|host university|institution|university|接收院校|交流学校|对方学校|สถาบันที่ไปศึกษา|มหาวิทยาลัยที่ไปศึกษา|수학대학|교류대학|établissement d’accueil`,
  'host-country': `host country|country|国家|ประเทศ|국가|pays`,
  'host-codes': `host course code|host course|original course code|对方课程代码|原课程代码|รหัสวิชาที่ไปศึกษา|รหัสวิชาเดิม|수학과목코드|원과목코드|code du cours suivi`,
  'host-titles': `host course title|original course|original course title|对方课程名称|原课程名称|ชื่อวิชาที่ไปศึกษา|ชื่อวิชาเดิม|수학과목명|원과목명|intitulé du cours suivi`,
  'host-credit': `host credits|original credits|对方学分|原学分|หน่วยกิตที่ไปศึกษา|หน่วยกิตเดิม|수학학점|원학점|crédits obtenus`,
  'host-grades': `host grade|original grade|对方成绩|原成绩|เกรดที่ได้รับ|เกรดเดิม|수학성적|원성적|note obtenue`,
  'host-term': `host term|original term|修读学期|ภาคเรียนที่ไปศึกษา|수학학기|période d’études`,
  'completed-on': `completed on|completion date|完成日期|วันที่สำเร็จ|이수일|date d’obtention`,
  'home-code': `course code|course|course no|subject code|home course code|课程代码|课程号|รหัสวิชา|รหัสรายวิชา|과목코드|교과목번호|code du cours|code matière|code ue`,
  'home-title': `course title|course name|subject|课程名称|ชื่อวิชา|ชื่อรายวิชา|과목명|교과목명|intitulé|intitulé du cours`,
  'home-title-latin': `course title en|english title|课程英文名称|ชื่อวิชาภาษาอังกฤษ|영문과목명|intitulé anglais`,
  'home-credit': `credit|credits|credit hours|units|学分|หน่วยกิต|นก|학점|crédits|ects`,
  'home-grade': `grade|result|mark|成绩|เกรด|ผลการเรียน|ระดับคะแนน|성적|등급|note|résultat`,
  'home-term': `term|semester|academic term|学期|ภาคการศึกษา|ภาคเรียน|ปี/ภาค|학기|이수학기|semestre|période`,
  'exported-on': `date|export date|导出日期|日期|วันที่|วันที่ส่ง|작성일|일자|date d’envoi`,
}

const names = columnNames(
  Object.fromEntries(
    Object.entries(headings).map(([source, list]) => [source, list.split('|')]),
  ) as Record<PostingSource, string[]>,
)

/** What a column with this heading most probably holds; null where the heading says nothing known. */
export function sourceOfHeading(heading: string): PostingSource | null {
  return fieldOf(heading, names)
}
