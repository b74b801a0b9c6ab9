import type en from './sets.en.ts'

export default {
  'equivalence.fault.too-many-courses': 'แต่ละด้านระบุได้ไม่เกิน {limit, number} รายวิชา',
  'equivalence.fault.repeated-course': 'มี {code} ซ้ำสองครั้งในด้านเดียวกัน',
  'equivalence.fault.accept': 'โปรดกรอก 0 หน่วยกิตขึ้นไป',
  'equivalence.fault.block': 'โปรดกรอกรหัส ชื่อ และจำนวนหน่วยกิตของชุดที่มากกว่า 0',
  'page.case.set-broken':
    'รายวิชานี้นับได้เมื่อรวมกับรายวิชาอื่นเท่านั้น และผู้พิจารณาได้ลงความเห็นกับรายวิชาหนึ่งในนั้นแล้ว โปรดให้ผลเฉพาะรายวิชานี้ หรือถอนความเห็นนั้น',
} satisfies Record<keyof typeof en, string>
