import type en from './workbook.en.ts'

export default {
  'import-column.latinName': 'ชื่ออักษรโรมัน',
  'import-column.unit': 'หน่วยงาน',
  'import.students-passed-over': 'ข้าม {count} แถวที่เป็นนักศึกษา โปรดใช้ “นำเข้ารายชื่อนักศึกษา”',
  'import.staff-passed-over': 'ข้าม {count} แถวที่เป็นบุคลากร โปรดใช้ “นำเข้ารายชื่อบุคลากร”',
} satisfies Record<keyof typeof en, string>
