export default {
  'unit.part-of': 'สังกัด',
  'unit.mailboxes': 'ที่อยู่อีเมลของหน่วยงานอยู่ในกล่องจดหมายกลาง',
  'fault.unit-in-itself': 'หน่วยงานสังกัดตัวเองหรือหน่วยงานย่อยของตนไม่ได้',
  'entry.unit-changed': 'แก้ไขข้อมูลหน่วยงานแล้ว',
  'import.starts-on': 'วันแรกของแถวที่ไม่ได้ระบุวัน',
  'import.starts-on-students': 'หากไม่ระบุ ใช้วันที่ 1 มกราคมของปีที่เข้าศึกษา',
  'import.starts-on-staff': 'หากไม่ระบุ ใช้วันนี้',
}
