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
  'command.several-cases': 'หลายสถาบันมีคำขอเลขนี้ ให้ระบุรหัสแทน',
  'command.evaluate.summary': 'ประเมินคำขอใหม่ตามหลักเกณฑ์ปัจจุบัน หรือทุกคำขอที่ยังเปิดอยู่',
  'command.evaluate.all': 'ทุกคำขอที่ยังเปิดอยู่',
  'command.evaluate.usage': 'ให้ระบุเลขหรือรหัสของคำขอหนึ่งรายการ หรือใช้ --all',
  'command.evaluate.progress': 'คำขอ',
  'command.evaluate.case':
    '{number}: {credit} หน่วยกิต เทียบโอนได้ {recognised} เทียบโอนไม่ได้ {refused} รอพิจารณา {open}',
  'command.evaluate.refused': '{number}: {reason}',
  'command.evaluate.done': 'ประเมินแล้ว: {cases} เปลี่ยนแปลง: {changed}',
  'command.ready.summary': 'แสดงคำขอที่ยังไม่ตัดสินซึ่งหลักเกณฑ์และกรณีก่อนหน้าให้ผลครบทุกรายวิชา',
  'command.ready.usage': 'คำสั่งนี้ไม่รับพารามิเตอร์',
  'command.ready.case': '{number}: {credit} หน่วยกิต; {courses, number} ผล',
  'command.ready.done': 'พร้อมตัดสิน: {cases, number} คำขอ',
  'command.facts.summary':
    'แสดงข้อเท็จจริงของคำขอที่ไม่อยู่ในใบแสดงผลการเรียน หรือบันทึกจากไฟล์ JSON แล้วประเมินใหม่',
  'command.facts.usage': 'โปรดระบุเลขคำขอหรือ id หนึ่งรายการ และไฟล์หากต้องการบันทึกข้อเท็จจริง',
  'command.facts.as': 'โปรดระบุผู้บันทึกด้วย --as เพราะข้อเท็จจริงต้องมีผู้รับรอง',
  'command.facts.case':
    '{number}: ไปศึกษา {from} ถึง {to}; มีข้อมูล {known, number} จาก {courses, number} รายวิชา',
  'command.facts.done': '{number}: บันทึกและประเมินใหม่แล้ว',
  'command.checks.summary': 'แสดงสถานะการตรวจทานใบแสดงผลการเรียนที่พิมพ์ด้วยมือ รหัสออก 1 หากยังมีที่รอตรวจ',
  'command.checks.usage': 'โปรดระบุเลขคำขอหรือ id หนึ่งรายการ หรือไม่ระบุเพื่อดูทุกคำขอที่ยังไม่ตัดสิน',
  'command.checks.case':
    '{number}: {state, select, not_typed {อ่านจากไฟล์ ไม่ต้องตรวจทาน} unchecked {ยังไม่มีผู้ตรวจทาน} unsettled {มีจุดต่างรอพิจารณา {differences, number} จุด} other {ตรวจทานแล้ว}}',
  'command.checks.none': 'ไม่มีคำขอที่ยังไม่ตัดสินซึ่งพิมพ์ใบแสดงผลการเรียนด้วยมือ',
} satisfies Record<keyof typeof en, string>
