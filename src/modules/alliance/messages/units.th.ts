import type en from './units.en.ts'

export default {
  'import-column.unitName': 'ชื่อหน่วยงาน',
  'import-column.nameEn': 'ชื่อหน่วยงานภาษาอังกฤษ',
  'import-column.nameZhHans': 'ชื่อหน่วยงานภาษาจีน',
  'import-column.nameTh': 'ชื่อหน่วยงานภาษาไทย',
  'import-column.nameKo': 'ชื่อหน่วยงานภาษาเกาหลี',
  'import-column.nameFr': 'ชื่อหน่วยงานภาษาฝรั่งเศส',
  'import-column.unitCode': 'รหัสหน่วยงาน',
  'import-column.unitKind': 'ประเภท',
  'import-column.partOf': 'สังกัด (รหัสหรือชื่อ)',
  'import-column.closedOn': 'วันที่ปิด',
  'unit.import': 'นำเข้ารายการหน่วยงาน',
  'unit.import-lead':
    'หนึ่งแถวคือการเพิ่มหน่วยงานหนึ่งแห่งหรือแก้ไขหน่วยงานที่มีอยู่ โดยดูจากรหัส หากไม่มีรหัสจะดูจากชื่อและสังกัด ช่องว่างจะคงข้อมูลเดิมไว้',
  'unit.download-csv': 'ดาวน์โหลดเป็น CSV',
  'unit.too-many-columns':
    'บรรทัดที่ {line} มีข้อมูลมากกว่าชื่อและรหัส โปรดใช้การนำเข้ารายการหน่วยงาน ซึ่งใส่ชื่อได้ห้าภาษา พร้อมประเภทและสังกัด',
  'import.is-added': 'เพิ่มใหม่',
  'import.is-changed': 'แก้ไข',
  'import.no-unit-name': 'ไม่มีชื่อ และไม่มีหน่วยงานที่ใช้รหัสนี้',
  'import.long-cell': 'ชื่อยาวเกิน 300 ตัวอักษร หรือรหัสยาวเกิน 40 ตัวอักษร',
  'import.unknown-kind': '“{text}” ไม่ใช่ประเภทหน่วยงาน โปรดเขียนเช่น คณะ ภาควิชา หรือ สำนักงาน',
  'import.unknown-parent': 'ไม่มีหน่วยงานที่ใช้รหัสหรือชื่อ “{text}”',
  'import.ambiguous-unit': 'มีหลายหน่วยงานชื่อ “{text}” โปรดระบุรหัส',
  'import.future-close': 'วันที่ปิดต้องไม่เกินวันนี้',
  'unit.imported': 'เพิ่ม {added} หน่วยงาน แก้ไข {changed} หน่วยงาน',
  'unit.undone': 'ยกเลิกการนำเข้ารายการหน่วยงานแล้ว',
  'fault.import-changed-since': 'บางหน่วยงานมีการแก้ไขหลังจากนำเข้า โปรดแก้ไขทีละแห่ง',
  'fault.import-in-use': 'บางหน่วยงานที่เพิ่มมีบุคลากร หลักสูตร หรือคำขอสังกัดอยู่แล้ว โปรดปิดหน่วยงานแทน',
  'entry.units-imported': 'นำเข้ารายการหน่วยงาน เพิ่ม {added} แห่ง แก้ไข {changed} แห่ง',
  'entry.units-import-undone': 'ยกเลิกการนำเข้ารายการหน่วยงาน',
} satisfies Record<keyof typeof en, string>
