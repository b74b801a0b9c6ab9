import type en from './lists.en.ts'

export default {
  'import-column.year': 'ปี',
  'import.other-year': 'แถวนี้เป็นของปี {year} แต่รายชื่อนี้เป็นของปี {own} โปรดนำเข้าในหน้าของปีนั้น',
  'import.no-year': '“{text}” ไม่ใช่ปี',
  'import.mapping': 'แต่ละคอลัมน์หมายถึงอะไร',
  'import.mapping-lead': 'หากคอลัมน์ใดอ่านผิด โปรดเลือกใหม่ คอลัมน์ที่เว้นว่างจะไม่ถูกนำเข้า',
  'import.no-heading': 'คอลัมน์ที่ไม่มีหัวข้อ',
  'import.example': 'แถวแรก: {text}',
  'import.look-again': 'ดูอีกครั้ง',
  'import.template': 'ตารางเปล่า (XLSX)',
} satisfies Record<keyof typeof en, string>
