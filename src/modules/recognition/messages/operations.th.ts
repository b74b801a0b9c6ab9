import type en from './operations.en.ts'

export default {
  'operation.tag': 'การเทียบโอนหน่วยกิต',
  'operation.cases': 'คำขอเทียบโอนที่ท่านมีสิทธิ์ดู เรียงจากใหม่ไปเก่า',
  'operation.case': 'คำขอหนึ่งคำขอพร้อมผลการประเมินทีละรายการ',
  'operation.transcript': 'นำเข้าใบแสดงผลการศึกษา ระบบจะประเมินทันที',
  'operation.evaluate': 'ประเมินคำขออีกครั้ง',
  'operation.decide': 'ตัดสินคำขอตามข้อมูลที่ท่านตรวจแล้ว',
  'operation.take-back': 'เรียกคืนผลการพิจารณาก่อนมีผล',
  'operation.courses': 'รายวิชาในบัญชีที่เผยแพร่แล้ว เรียงตามรหัส',
  'operation.equivalences': 'การเทียบเท่าที่ท่านมีสิทธิ์ดู เรียงตามรายวิชาของสถาบันที่ไปศึกษา',
  'operation.equivalence-judge': 'บันทึกผลพิจารณาว่ารายวิชาของสถาบันที่ไปศึกษาเทียบได้กับรายวิชาต้นสังกัด',
  'operation.equivalence-withdraw': 'ยกเลิกการเทียบเท่า ผลที่พิจารณาไปแล้วยังคงอยู่',
  'operation.rule-sets': 'หลักเกณฑ์ฉบับล่าสุดทั้งหมดที่ท่านมีสิทธิ์ดู',
  'operation.rule-set': 'หลักเกณฑ์หนึ่งชุดพร้อมทุกฉบับ เรียงจากใหม่ไปเก่า',
  'operation.suggest': 'รายวิชาของสถาบันหนึ่งที่น่าจะตรงกับรายวิชาของอีกสถาบันหนึ่ง พร้อมเหตุผล',
} satisfies Record<keyof typeof en, string>
