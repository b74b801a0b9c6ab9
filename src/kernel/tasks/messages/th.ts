import type en from './en.ts'
import held from './held.th.ts'

export default {
  ...held,
  'refused.no-such-task': 'ไม่พบงานที่ค้างอยู่นี้ หรือท่านไม่มีสิทธิ์มอบหมายต่อ',
  'refused.left-out': 'งานบางรายการมอบให้บุคคลนี้ไม่ได้ เพราะเกี่ยวกับตัวเขาหรือสิ่งที่เขาทำเอง โปรดเลือกผู้อื่น',
  'refused.no-such-leave': 'ไม่พบรายการลานี้',
  'refused.leave': 'บันทึกการลาตามที่กรอกไม่ได้',
  'field.no-date': 'โปรดกรอกวันที่',
  'field.until-before-from': 'วันสุดท้ายอยู่ก่อนวันแรก',
  'field.until-past': 'วันสุดท้ายผ่านไปแล้ว',
  'field.no-stand-in': 'เลือกเพื่อนร่วมงานจากรายการ',
  'field.stand-in-self': 'โปรดเลือกผู้ปฏิบัติหน้าที่แทนที่ไม่ใช่ผู้ลาเอง',
  'field.stand-in-away': 'บุคคลนี้ลาในช่วงเวลาเดียวกัน โปรดเลือกผู้อื่นหรือเปลี่ยนช่วงเวลา',
  'entry.tasks-reassigned': 'มอบหมายงานให้ผู้อื่นแล้ว',
  'entry.tasks-handed-over': 'ส่งมอบงานค้าง {count, plural, other {#}} รายการ',
  'entry.leave-declared': 'แต่งตั้งผู้ปฏิบัติหน้าที่แทนระหว่างลา',
  'entry.leave-ended': 'สิ้นสุดการลาก่อนกำหนด',
  'refused.moved-on': 'งานนี้ไม่ได้รอท่านดำเนินการแล้ว ระบบไม่ได้เปลี่ยนแปลงข้อมูลใด',
  'refused.plan': 'ไม่สามารถเลือกวันนี้ได้',
  'field.plan-past': 'โปรดเลือกวันที่หลังจากวันนี้',
  'field.plan-far': 'โปรดเลือกวันที่ภายใน 90 วันข้างหน้า',
  'entry.task-planned': 'กำหนดจะดำเนินการงานหนึ่งรายการในวันที่ {on, date, long}',
} satisfies Record<keyof typeof en, string>
