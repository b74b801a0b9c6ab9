export default {
  'holder.same': 'เป็นบุคคลเดียวกัน: {student}',
  'holder.number': 'เอกสารระบุรหัสนักศึกษา {number} ซึ่งไม่ใช่ของ {student}',
  'holder.days': 'เอกสารระบุวันเกิด {day} แต่ทะเบียนของ {student} ระบุ {own}',
  'holder.confirmed': '{by} ยืนยันเมื่อ {day} ว่าเป็นบุคคลเดียวกัน',
  'holder.confirmed-title': 'เอกสารระบุชื่อเจ้าของต่างออกไป',
  'holder.confirmed-now': 'บันทึกแล้วว่าเป็นบุคคลเดียวกัน',
  'holder.other-student': 'หากเป็นของผู้อื่น โปรดยกเลิกใบแสดงผลนี้แล้วนำเข้าใหม่ให้ตรงกับนักศึกษา',
  'refusal.holder-unconfirmed':
    'เอกสารเป็นชื่อ {holder} แต่นักศึกษาคือ {student} โปรดเทียบกัน หากเป็นบุคคลเดียวกันให้ทำเครื่องหมายยืนยัน',
  'entry.holder-confirmed': 'ยืนยันว่าเป็นใบแสดงผลการศึกษาของนักศึกษา แม้เอกสารระบุชื่อต่างออกไป',
  'command.transcript.holder-confirmed': 'เป็นบุคคลเดียวกัน แม้เอกสารระบุชื่อเจ้าของต่างออกไป',
} as const
