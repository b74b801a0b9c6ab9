import type en from './commands.en.ts'

export default {
  'command.as': 'ใช้สิทธิ์ของบุคคลนี้ (อีเมลหรือรหัส) หากไม่ระบุจะใช้สิทธิ์ของเครื่อง',
  'command.no-person': 'ไม่มีบุคคลที่มีอีเมลหรือรหัส {person}',
  'command.no-file': 'อ่านไฟล์ {file} ไม่ได้',
  'command.remark': '  บรรทัด {line}: {text}',
  'command.transcript.summary': 'นำใบแสดงผลการศึกษาเข้า (ELMO, XLSX หรือ CSV) เปิดคำขอ และประเมิน',
  'command.transcript.student': 'รหัสนักศึกษาของสถาบันต้นสังกัด',
  'command.transcript.host': 'สถาบันที่ออกเอกสาร: รหัส ชื่อย่อ หรือชื่อ',
  'command.transcript.usage': 'ต้องระบุไฟล์, --student รหัสนักศึกษา และ --host สถาบัน',
  'command.transcript.done': 'เปิดคำขอ {number} แล้ว มี {lines} รายวิชา',
  'command.no-enrolments': 'ไม่มีนักศึกษารหัส {called}',
  'command.several-enrolments': 'มีนักศึกษาหลายคนที่มีรหัส {called} ให้ระบุรหัสการขึ้นทะเบียนแทน',
  'command.no-organisations': 'ไม่มีองค์กรที่มีรหัส ชื่อย่อ หรือชื่อ {called}',
  'command.several-organisations': 'มีหลายองค์กรที่ชื่อ {called} ให้ระบุรหัสแทน',
  'command.several-cases': 'หลายสถาบันมีคำขอเลขนี้ ให้ระบุรหัสแทน',
  'command.evaluate.summary': 'ประเมินคำขอใหม่ตามหลักเกณฑ์ปัจจุบัน หรือทุกคำขอที่ยังเปิดอยู่',
  'command.evaluate.all': 'ทุกคำขอที่ยังเปิดอยู่',
  'command.evaluate.usage': 'ให้ระบุเลขหรือรหัสของคำขอหนึ่งรายการ หรือใช้ --all',
  'command.evaluate.progress': 'คำขอ',
  'command.evaluate.case':
    '{number}: {credit} หน่วยกิต เทียบโอนได้ {recognised} เทียบโอนไม่ได้ {refused} รอพิจารณา {open}',
  'command.evaluate.refused': '{number}: {reason}',
  'command.evaluate.done': 'ประเมินแล้ว: {cases} เปลี่ยนแปลง: {changed}',
} satisfies Record<keyof typeof en, string>
