import type { TableIssueKey } from '../formats/table-texts.ts'

export default {
  'table.empty': 'ตารางไม่มีข้อมูล',
  'table.no-header': 'ไม่พบแถวชื่อคอลัมน์ โปรดระบุว่าแต่ละคอลัมน์คือข้อมูลใด',
  'table.no-column':
    'ยังไม่ได้เลือกคอลัมน์ของ{field, select, code {รหัสวิชา} title {ชื่อวิชา} other {หน่วยกิต}}',
  'table.missing-code': 'ไม่มีรหัสวิชา',
  'table.kept-without-code': 'ไม่มีรหัสวิชา ระบบเก็บแถวนี้ไว้ โปรดกรอกรหัส หรือไม่นำแถวนี้เข้า',
  'table.total-row': '“{value}” น่าจะเป็นยอดรวมหรือค่าเฉลี่ย ไม่ใช่รายวิชา จึงไม่นำเข้า เว้นแต่ท่านระบุว่าเป็นรายวิชา',
  'table.missing-title': 'ไม่มีชื่อวิชา',
  'table.missing-credit': 'ไม่มีหน่วยกิต',
  'table.missing-grade': 'ไม่มีผลการเรียน',
  'table.not-a-number': '“{value}” ไม่ใช่ตัวเลข โปรดเขียนเป็น 3 หรือ 1.5',
  'table.negative-credit': 'หน่วยกิต {value} น้อยกว่าศูนย์',
  'table.not-a-date': '“{value}” ไม่ใช่วันที่ โปรดเขียนเป็น 2026-01-31',
  'table.ambiguous-date': '“{value}” อ่านได้เป็นสองวัน โปรดเขียนเป็น 2026-01-31',
  'table.buddhist-year': '“{value}” อ่านเป็นปีพุทธศักราช: {day, date, long}',
  'table.buddhist-term': '“{value}” อ่านเป็นปีพุทธศักราช: {term}',
  'table.contact-hours-unread': 'อ่าน “{value}” เป็นชั่วโมงเรียนไม่ได้ จึงเว้นว่างไว้',
  'table.duplicate-code': 'รหัส {code} มีแล้วในแถวที่ {first, number} จึงไม่นำแถวนี้เข้า',
  'table.repeated-course':
    'รหัส {code} มีในแถวที่ {first, number} ด้วย โปรดเก็บไว้ทั้งสองแถวเฉพาะเมื่อเรียนรายวิชานี้สองครั้ง',
  'table.conflicting-repeat':
    'รหัส {code} ในแถวที่ {first, number} มี{field, select, credit {หน่วยกิต} other {ชื่อวิชา}}ต่างกัน ระบบเก็บรายการแรก',
  'table.code-too-long': 'รหัสยาวเกิน {limit, number} ตัวอักษร เลือกคอลัมน์ถูกต้องหรือไม่',
  'table.unknown-kind': '“{value}” ไม่ใช่ประเภทการเรียนรู้ที่รู้จัก ถือเป็นรายวิชาในชั้นเรียนจนกว่าจะเลือกประเภทอื่น',
  'table.more-cells':
    'แถวนี้มี {count, number} ช่อง แต่มีชื่อคอลัมน์เพียง {names, number} คอลัมน์ มีช่องใดเลื่อนไปหรือไม่',
} satisfies Record<TableIssueKey, string>
