import type { Language } from '#kernel/values'
import { words, type Block, type PdfDocument, type Run } from './document.ts'

interface SampleTexts {
  organisation: string
  title: string
  banner: string
  intro: string
  person: [string, string]
  columns: [string, string, string, string, string]
  course: string
  host: string
  reason: string
  total: string
  note: string
  signer: string
  stamp: string
  date: string
  verify: string
}

const texts: Record<Language, SampleTexts> = {
  en: {
    organisation: 'Assumption University of Thailand',
    title: 'Statement of credit recognition',
    banner: 'Demonstration: invented people and decisions',
    intro:
      'The Faculty of Communication Arts has compared the learning outcomes of each course below with its own and recognises the credit shown. The decision was taken on 14 November 2026 and holds for the degree programme and intake named here.',
    person: ['Student', 'Napat Srisuwan'],
    columns: ['Course taken', 'Recognised as', 'Credit', 'Grade', 'Reason'],
    course: 'History of Chinese Art and Aesthetics',
    host: 'GE 2202 Comparative Cultures of East Asia',
    reason: 'Content agrees by 82 %, above the 75 % that the rule asks for',
    total: 'Recognised in all',
    note: 'Grades from abroad are recorded and not converted.',
    signer: 'Registrar',
    stamp: 'Seal of the university',
    date: 'Date',
    verify:
      'Scan the code or open the address to check that this statement is genuine and still valid.',
  },
  th: {
    organisation: 'มหาวิทยาลัยอัสสัมชัญ',
    title: 'ใบแจ้งผลการเทียบโอนหน่วยกิต',
    banner: 'ระบบสาธิต: บุคคลและผลการพิจารณาในเอกสารนี้เป็นเรื่องสมมติ',
    intro:
      'คณะนิเทศศาสตร์ได้เปรียบเทียบผลลัพธ์การเรียนรู้ของแต่ละรายวิชาข้างล่างนี้กับรายวิชาของคณะแล้ว จึงอนุมัติให้เทียบโอนหน่วยกิตตามที่ปรากฏ ทั้งนี้ นักศึกษาที่เดินทางกลับจากประเทศญี่ปุ่นและสาธารณรัฐประชาชนจีนต้องยื่นใบแสดงผลการศึกษาฉบับจริงภายในสามสิบวัน พร้อมสำเนาเอกสารอื่น ๆ ที่เกี่ยวข้อง เช่น คำอธิบายรายวิชา (Course Description) น้ำหนักคะแนน และเกณฑ์ขั้นต่ำที่กำหนดไว้',
    person: ['ชื่อนักศึกษา', 'นภัส ศรีสุวรรณ'],
    columns: ['รายวิชาที่เรียน', 'เทียบเท่ารายวิชา', 'หน่วยกิต', 'เกรด', 'เหตุผล'],
    course: 'ประวัติศาสตร์ศิลปะจีนและสุนทรียศาสตร์',
    host: 'ศท 2202 วัฒนธรรมเปรียบเทียบเอเชียตะวันออก ก้ำกึ่งน้ำใจญี่ปุ่น',
    reason: 'เนื้อหาตรงกันร้อยละ 82 ซึ่งสูงกว่าเกณฑ์ร้อยละ 75 ที่กำหนดไว้',
    total: 'รวมหน่วยกิตที่เทียบโอนได้',
    note: 'เกรดจากต่างประเทศบันทึกไว้ตามจริง ไม่มีการแปลงเกรด',
    signer: 'นายทะเบียน',
    stamp: 'ตราประทับมหาวิทยาลัย',
    date: 'วันที่',
    verify: 'สแกนรหัสหรือเปิดที่อยู่นี้เพื่อตรวจสอบว่าเอกสารเป็นของแท้และยังมีผลอยู่',
  },
  'zh-Hans': {
    organisation: '北京大学艺术学院',
    title: '学分认定证明',
    banner: '演示系统：人物与决定均为虚构',
    intro:
      '学院已将下列各门课程的学习成果与本院课程逐一比较，认定其学分如下表所示。本决定于2026年11月14日作出，适用于此处所列的学位项目（含“中泰学分互认项目”）与入学年级；如对认定结果有异议，请于三十日内书面提出——逾期不予受理。《学分认定办法》第十二条规定：“境外成绩如实记载，不作换算。”',
    person: ['学生', '纳帕·西素万'],
    columns: ['所修课程', '认定为', '学分', '成绩', '理由'],
    course: '中国艺术史与美学（上）',
    host: 'GE 2202 东亚比较文化',
    reason: '内容重合度为82%，高于规定的75%',
    total: '认定学分合计',
    note: '境外成绩如实记载，不作换算。',
    signer: '教务负责人',
    stamp: '学校公章',
    date: '日期',
    verify: '扫描二维码或打开网址，可核验本证明是否真实、是否仍然有效。',
  },
  ko: {
    organisation: '한강문화예술대학교',
    title: '학점 인정 증명서',
    banner: '시연용: 인물과 결정은 모두 가상입니다',
    intro:
      '본 학과는 아래 각 교과목의 학습 성과를 자체 교과목과 비교하여 표에 적힌 학점을 인정합니다. 이 결정은 2026년 11월 14일에 내려졌으며 여기에 적힌 학위 과정과 입학 연도에 적용됩니다. 이의가 있는 경우에는 결정 통지를 받은 날부터 삼십일 이내에 교무처(국제교류팀)에 서면으로 제출하시기 바랍니다.',
    person: ['학생', '나팟 시수완'],
    columns: ['이수 교과목', '인정 교과목', '학점', '성적', '사유'],
    course: '중국예술사와 미학',
    host: 'GE 2202 동아시아비교문화',
    reason: '내용 일치도가 82%로 기준인 75%보다 높음',
    total: '인정 학점 합계',
    note: '해외 성적은 그대로 기록하며 환산하지 않습니다.',
    signer: '교무처장',
    stamp: '학교 직인',
    date: '날짜',
    verify: '코드를 스캔하거나 주소를 열어 이 증명서의 진위와 효력을 확인하실 수 있습니다.',
  },
  fr: {
    organisation: 'École supérieure des arts de la Loire',
    title: 'Attestation de reconnaissance de crédits',
    banner: 'Démonstration : personnes et décisions fictives',
    intro:
      'La commission pédagogique a comparé les acquis d’apprentissage de chaque enseignement ci-dessous à ceux de ses propres cours et reconnaît les crédits indiqués. La décision a été prise le 14 novembre 2026 ; elle vaut pour le diplôme et la promotion mentionnés « sous réserve des pièces justificatives ».',
    person: ['Étudiante', 'Napat Srisuwan'],
    columns: ['Enseignement suivi', 'Reconnu comme', 'Crédits', 'Note', 'Motif'],
    course: 'Internationalisation anticonstitutionnelle des institutions',
    host: 'GE 2202 Civilisations comparées de l’Asie orientale',
    reason: 'Concordance des contenus : 82 %, au-dessus du seuil réglementaire de 75 %',
    total: 'Total reconnu',
    note: 'Les notes obtenues à l’étranger sont consignées sans conversion.',
    signer: 'Responsable de la scolarité',
    stamp: 'Cachet de l’établissement',
    date: 'Date',
    verify:
      'Scannez le code ou ouvrez l’adresse pour vérifier que cette attestation est authentique et toujours valable.',
  },
}

interface Speaker {
  here: SampleTexts
  there: SampleTexts
  say(text: string): Run
  sayThere(text: string): Run
  both(first: string, second: string): Run[]
}

function speakerOf(language: Language): Speaker {
  const other: Language = language === 'en' ? 'th' : 'en'
  return {
    here: texts[language],
    there: texts[other],
    say: (text) => words(language, text),
    sayThere: (text) => words(other, text),
    both: (first, second) => [words(language, `${first}\n`), words(other, second, { muted: true })],
  }
}

/** The same recognition statement in any language, with a table over more than one page. */
export function sampleDocument(language: Language, rows = 30): PdfDocument {
  const { here, there, say, sayThere, both } = speakerOf(language)
  return {
    language,
    title: `${here.title} – ${here.person[1]}`,
    author: here.organisation,
    reference: 'AU-REC-2026-000417',
    now: new Date('2026-11-14T03:04:05Z'),
    header: say(here.organisation),
    footer: say(here.title),
    banner: say(here.banner),
    blocks: [
      {
        kind: 'title',
        organisations: [say(here.organisation), sayThere(there.organisation)],
        titles: [say(here.title), sayThere(there.title)],
        subtitle: say('AU-REC-2026-000417'),
      },
      {
        kind: 'definitions',
        columns: 2,
        items: [
          {
            term: both(here.person[0], there.person[0]),
            value: both(here.person[1], there.person[1]),
          },
          { term: both(here.date, there.date), value: say('2026-11-14') },
        ],
      },
      { kind: 'paragraph', words: say(here.intro) },
      { kind: 'heading', level: 1, words: both(here.title, there.title) },
      sampleTable(language, rows),
      { kind: 'notes', label: say(here.note), items: [say(here.note), sayThere(there.note)] },
      {
        kind: 'bilingual',
        arrangement: 'beside',
        pairs: [{ first: say(here.intro), second: sayThere(there.intro) }],
      },
      {
        kind: 'bilingual',
        arrangement: 'stacked',
        pairs: [{ first: say(here.note), second: sayThere(there.note) }],
      },
      {
        kind: 'signatures',
        places: [
          {
            kind: 'signature',
            label: both(here.signer, there.signer),
            name: say(here.person[1]),
            date: say(here.date),
          },
          { kind: 'stamp', label: both(here.stamp, there.stamp), filled: say(here.stamp) },
        ],
      },
      {
        kind: 'verification',
        address: 'https://weft.example/verify/AU-REC-2026-000417?code=7HQK-2MZP-9XWD',
        words: both(here.verify, there.verify),
      },
    ],
  }
}

function sampleTable(language: Language, rows: number): Block {
  const { here, there, say, both } = speakerOf(language)
  return {
    kind: 'table',
    caption: say(here.title),
    columns: [
      { header: both(here.columns[0], there.columns[0]), width: { fr: 3 } },
      { header: both(here.columns[1], there.columns[1]), width: { fr: 3 } },
      { header: both(here.columns[2], there.columns[2]), width: { mm: 18 }, align: 'end' },
      { header: both(here.columns[3], there.columns[3]), width: { mm: 14 }, align: 'center' },
      { header: both(here.columns[4], there.columns[4]), width: { fr: 3 } },
    ],
    rows: [
      { kind: 'group', words: say(here.organisation) },
      ...Array.from({ length: rows }, (_, index) => ({
        cells: [
          both(`${index + 1}. ${here.course}`, there.course),
          say(here.host),
          say(index % 3 === 0 ? '3' : '1.5'),
          say('A−'),
          say(here.reason),
        ],
      })),
      { kind: 'total', cells: [say(here.total), say(''), say('45'), say(''), say('')] },
    ],
  }
}
