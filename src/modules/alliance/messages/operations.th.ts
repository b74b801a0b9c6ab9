import type en from './operations.en.ts'

export default {
  'operation.tag': 'เครือข่ายพันธมิตร',
  'operation.members': 'องค์กรสมาชิกของเครือข่าย',
  'operation.organisation-add': 'เพิ่มองค์กร',
  'operation.organisation': 'องค์กรหนึ่งแห่ง',
  'operation.degree-programme-add': 'เพิ่มหลักสูตร',
  'operation.people': 'บุคคลขององค์กรที่ผู้เรียกใช้ปฏิบัติงานอยู่',
  'operation.enrol': 'ขึ้นทะเบียนนักศึกษา',
  'operation.programmes': 'โครงการของเครือข่าย',
  'operation.programme': 'โครงการหนึ่งโครงการพร้อมตัวเลขของแต่ละรุ่น',
  'operation.units': 'หน่วยงานขององค์กร หน่วยงานที่ปิดแล้วอยู่ท้าย',
} satisfies Record<keyof typeof en, string>
