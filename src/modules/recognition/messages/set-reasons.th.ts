import type { setReasonTexts } from '../rules/set-reasons.ts'

export default {
  'reason.set.found': '{hosts} รวมกันเทียบได้กับ {homes} ตามที่ {judge} พิจารณาเมื่อ {day, date, long}',
  'reason.set.package':
    '{count, plural, other {เทียบโอน # รายวิชา}}ทั้งชุดเป็น {homes} ตามที่ {judge} พิจารณาเมื่อ {day, date, long} โดยนับสิ่งที่เรียนมาทั้งหมดรวมกัน',
  'reason.set.together': 'นับรวมกับ {others} เป็น {homes}',
  'reason.set.incomplete':
    '{host} ต้องเรียนร่วมกับ {missing} จึงจะเทียบเป็น {homes} ได้ และใบแสดงผลการศึกษาไม่มีผลสอบผ่านของรายวิชานั้น',
  'reason.set.partner-against': '{homes} ต้องใช้ {partner} ด้วย แต่รายวิชานั้นไม่เป็นไปตามหลักเกณฑ์',
  'reason.set.partner-open': '{homes} ต้องใช้ {partner} ด้วย และรายวิชานั้นรอผู้พิจารณา',
  'reason.set.partner-used':
    '{host} ต้องใช้ร่วมกับ {partner} จึงจะเทียบเป็น {homes} ได้ แต่ {partner} เทียบโอนเป็น {other} แล้ว ทางเลือกนี้ได้หน่วยกิตมากที่สุด',
  'reason.set.too-many':
    'รายวิชาในใบแสดงผลการศึกษาจับชุดเป็น {homes} ได้หลายวิธีเกินกว่าที่ระบบคำนวณ โปรดเลือกเอง',
  'reason.set.grade-met':
    'ผลการเรียนเฉลี่ยถ่วงน้ำหนักด้วยหน่วยกิต {grade} ถึงเกณฑ์ขั้นต่ำ {required} ซึ่งตรงกับ {threshold} ในระบบของสถาบันที่ไปศึกษา',
  'reason.set.grade-below':
    'ผลการเรียนเฉลี่ยถ่วงน้ำหนักด้วยหน่วยกิต {grade} ต่ำกว่าเกณฑ์ขั้นต่ำ {required} ซึ่งตรงกับ {threshold} ในระบบของสถาบันที่ไปศึกษา',
  'reason.set.grade-open':
    'หลักเกณฑ์ใช้ผลการเรียนเฉลี่ยของรายวิชาเหล่านี้เทียบกับเกณฑ์ขั้นต่ำ {required} แต่หาค่าเฉลี่ยไม่ได้ เพราะมีผลที่ไม่ใช่ตัวเลข หรือยังไม่ได้กำหนดว่าเกณฑ์ขั้นต่ำตรงกับผลใดในระบบของสถาบันที่ไปศึกษา โปรดพิจารณารายการเหล่านี้',
  'reason.set.grades-differ':
    'รายวิชาเหล่านี้จะบันทึกด้วยผลการเรียนต่างกัน ({grades}) แต่ต้องบันทึกเพียงผลเดียว โปรดกรอกผลการเรียนของสถาบันต้นสังกัดเอง',
  'reason.set.hours-met':
    'รายวิชาเหล่านี้เรียนรวม {hours, number} ชั่วโมง หลักเกณฑ์กำหนดอย่างน้อย {required, number} ชั่วโมง',
  'reason.set.hours-below':
    'รายวิชาเหล่านี้เรียนรวม {hours, number} ชั่วโมง หลักเกณฑ์กำหนดอย่างน้อย {required, number} ชั่วโมง',
  'reason.set.hours-unknown':
    'หลักเกณฑ์กำหนดชั่วโมงเรียนรวมอย่างน้อย {required, number} ชั่วโมง แต่ไม่ทราบชั่วโมงของ {host} โปรดกรอกตามประมวลรายวิชา',
  'reason.set.package-short':
    'รายวิชาที่นับเข้าชุด {homes} มี {converted, number} หน่วยกิต ต้องมี {needed, number} หน่วยกิต',
  'reason.choice.by-hand':
    'รายวิชาเหล่านี้เทียบได้หลายแบบมากจนยังพิสูจน์แบบที่ดีที่สุดไม่ได้ มีแบบที่ได้ {found, number} หน่วยกิต และไม่มีแบบใดได้เกิน {bound, number} หน่วยกิต โปรดเลือกเอง',
} as const satisfies Record<keyof typeof setReasonTexts, string>
