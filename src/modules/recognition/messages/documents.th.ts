import archive from './archive.th.ts'
import operations from './operations.th.ts'
import checked from './checked.th.ts'
import statement from './statement.th.ts'
import type en from './documents.en.ts'

export default {
  ...archive,
  ...statement,
  ...checked,
  ...operations,
  'refusal.too-many-rows':
    'เอกสารนี้มี {count, number} รายวิชา แต่ใบแสดงผลการศึกษาหนึ่งฉบับมีได้ไม่เกิน {limit, number} รายวิชา หากเป็นรายการวิชาของสถาบัน โปรดนำเข้าเป็นบัญชีรายวิชา หากมีนักศึกษาหลายคน โปรดส่งไฟล์แยกคนละหนึ่งไฟล์',
  'documents.encoding.label': 'รหัสอักขระของข้อความ',
  'documents.encoding.hint': 'เลือกรหัสที่แสดงข้อความเหล่านี้ได้ถูกต้อง ไฟล์ต้นฉบับจะไม่ถูกเปลี่ยน',
  'documents.encoding.found': '{encoding} (ตรวจพบจากไฟล์)',
  'documents.encoding.broken': '{encoding}: ใช้ไม่ได้ เพราะมีอักขระที่ไม่มีในรหัสนี้',
  'documents.encoding.summary': 'รหัสอักขระ: {encoding}',
  'documents.encoding.reread': 'อ่านไฟล์ใหม่ด้วยรหัส {encoding} แล้ว การแก้ไขก่อนหน้านี้ถูกแทนที่',
  'documents.off-scale': 'มีผลการเรียน {count, number} รายการที่ไม่อยู่ในระบบ “{scale}”',
  'documents.off-scale.hint':
    'โปรดเทียบกับต้นฉบับ หากต้นฉบับระบุเช่นนี้จริง ให้บันทึกตามนั้น แล้วผู้พิจารณาจะตัดสินรายการนี้',
  'documents.off-scale.line': 'รายการที่ {line, number} {code}: “{grade}”',
} satisfies Record<keyof typeof en, string>
