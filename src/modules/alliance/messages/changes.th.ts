export default {
  'unit.part-of': 'สังกัด',
  'unit.mailboxes': 'ที่อยู่อีเมลของหน่วยงานอยู่ในหน้าอีเมลส่วนกลาง',
  'fault.unit-in-itself': 'หน่วยงานสังกัดตัวเองหรือหน่วยงานย่อยของตนไม่ได้',
  'entry.unit-changed': 'แก้ไขข้อมูลหน่วยงานแล้ว',
  'import.starts-on': 'วันแรกของแถวที่ไม่ได้ระบุวัน',
  'import.starts-on-students': 'หากไม่ระบุ ใช้วันที่ 1 มกราคมของปีที่เข้าศึกษา',
  'import.starts-on-staff': 'หากไม่ระบุ ใช้วันนี้',
  'invitation.welcome.subject': 'การเข้าใช้ระบบของท่านที่{organisation}',
  'invitation.welcome.text':
    '{organisation}ได้บันทึกข้อมูลของท่านในระบบนี้ คำเชิญนี้ใช้เข้าสู่ระบบ ข้อมูลอื่นไม่เปลี่ยนแปลง',
  'home.cannot-sign-in': '{count} คนยังเข้าสู่ระบบไม่ได้',
  'home.cannot-sign-in-at': '{organisation}: ดูรายชื่อและเชิญพร้อมกัน',
  'home.numbers': 'เครือข่ายเป็นตัวเลข',
  'home.numbers.members': 'องค์กรสมาชิก',
  'home.numbers.programmeYears': 'ปีโครงการที่กำลังดำเนินการ',
  'home.numbers.participants': 'ผู้เข้าร่วมขณะนี้',
  'home.numbers.completed': 'สำเร็จโครงการแล้ว',
  'home.numbers.initiatives': 'กิจกรรมความร่วมมือที่กำลังดำเนินการ',
  'people.access-none': 'ยังเข้าสู่ระบบไม่ได้',
  'people.welcome-chosen': 'เชิญให้เข้าสู่ระบบ',
  'done.welcomed':
    '{count, plural, =0 {ไม่มีผู้ที่ต้องเชิญ ผู้ที่เลือกเข้าสู่ระบบได้แล้ว ได้รับเชิญแล้ว หรือไม่มีที่อยู่อีเมล} other {เชิญ # คนให้เข้าสู่ระบบแล้ว}}',
}
