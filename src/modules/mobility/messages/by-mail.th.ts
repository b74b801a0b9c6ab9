import type en from './by-mail.en.ts'

export default {
  'by-mail.works-here': 'สถาบันคู่สัญญามีสำนักงานในระบบนี้และตอบเอง',
  'by-mail.answer': 'สถาบันคู่สัญญาตอบทางอีเมล',
  'by-mail.which': 'จากอีเมลฉบับใด',
  'by-mail.gone': 'อีเมลหรือไฟล์นี้ไม่ได้จัดเก็บไว้กับการแลกเปลี่ยนนี้',
  'by-mail.files': 'ไฟล์ที่ได้รับทางอีเมล',
  'by-mail.files-lead': 'จากอีเมลที่จัดเก็บไว้กับการแลกเปลี่ยนนี้ ไฟล์ที่ท่านใช้เป็นใบแสดงผลการศึกษาจะเก็บไว้ตามที่ได้รับ',
  'by-mail.from': 'จาก',
  'by-mail.day': 'ได้รับเมื่อ',
  'by-mail.take': 'ใช้เป็นใบแสดงผลการศึกษา',
} satisfies Record<keyof typeof en, string>
