import type en from './en.ts'

export default {
  'refused.no-such-task': 'ไม่พบงานที่ค้างอยู่นี้ หรือท่านไม่มีสิทธิ์มอบหมายต่อ',
  'refused.no-such-leave': 'ไม่พบรายการลานี้',
  'refused.leave': 'บันทึกการลาตามที่กรอกไม่ได้',
  'field.no-date': 'โปรดกรอกวันที่',
  'field.until-before-from': 'วันสุดท้ายอยู่ก่อนวันแรก',
  'field.until-past': 'วันสุดท้ายผ่านไปแล้ว',
  'field.stand-in-self': 'โปรดเลือกผู้ปฏิบัติหน้าที่แทนที่ไม่ใช่ผู้ลาเอง',
  'field.stand-in-away': 'บุคคลนี้ลาในช่วงเวลาเดียวกัน โปรดเลือกผู้อื่นหรือเปลี่ยนช่วงเวลา',
  'entry.tasks-reassigned': 'มอบหมายงานให้ผู้อื่นแล้ว',
  'entry.tasks-handed-over': 'ส่งมอบงานค้าง {count, plural, other {#}} รายการ',
  'entry.leave-declared': 'แต่งตั้งผู้ปฏิบัติหน้าที่แทนระหว่างลา',
  'entry.leave-ended': 'สิ้นสุดการลาก่อนกำหนด',
} satisfies Record<keyof typeof en, string>
