import type en from './lists.en.ts'

export default {
  'import-column.year': 'ปี',
  'import.other-year': 'แถวนี้เป็นของปี {year} แต่รายชื่อนี้เป็นของปี {own} โปรดนำเข้าในหน้าของปีนั้น',
  'import.no-year': '“{text}” ไม่ใช่ปี',
} satisfies Record<keyof typeof en, string>
