import type en from './publication.en.ts'

export default {
  'changes.title': 'สิ่งที่จะเปลี่ยนเมื่อเผยแพร่บัญชีรายวิชานี้',
  'changes.lead':
    'เทียบกับบัญชีรายวิชาที่ใช้อยู่ การเทียบเท่าและผลการพิจารณาเดิมยังคงอยู่ แต่จะเลือกรายวิชาที่ถูกตัดออกใหม่ไม่ได้',
  'changes.none': 'ไม่มีรายวิชาใดถูกตัดออกหรือเปลี่ยนหน่วยกิต',
  'changes.gone': 'รายวิชาถูกตัดออก',
  'changes.credit': 'รายวิชาเปลี่ยนหน่วยกิต',
  'changes.named': 'ในจำนวนนี้มีการเทียบเท่า หลักเกณฑ์ หรือคำขอที่ยังไม่มีผลการพิจารณาอ้างถึง',
  'changes.added': 'รายวิชาใหม่',
  'changes.all': 'ดูรายวิชาที่ถูกตัดออกหรือเปลี่ยนทั้งหมด {count, number} วิชา',
  'changes.download': 'ดาวน์โหลดเป็นตาราง',
  'changes.code': 'รหัสวิชา',
  'changes.course': 'รายวิชา',
  'changes.change': 'การเปลี่ยนแปลง',
  'changes.is-gone': 'ถูกตัดออก',
  'changes.is-credit': '{before} → {after} หน่วยกิต',
  'changes.equivalences': 'การเทียบเท่า',
  'changes.abroad': 'การเทียบเท่าของสถาบันอื่น',
  'changes.cases': 'คำขอที่ยังไม่มีผลการพิจารณา',
  'changes.rules': 'หลักเกณฑ์การเทียบโอน',
  'changes.sheet': 'การเปลี่ยนแปลง',
  'changes.equivalences-sheet': 'การเทียบเท่า',
  'changes.home-courses': 'รายวิชาของสถาบันต้นสังกัด',
  'changes.host': 'สถาบันที่ไปศึกษา',
  'changes.host-courses': 'รายวิชาของสถาบันที่ไปศึกษา',
  'changes.judged': 'วันที่พิจารณา',
} as const satisfies Record<keyof typeof en, string>
