export default {
  'compact.index': 'รายการในคำขอนี้',
  'compact.suggestions': '{count, plural, other {# รายวิชา}}ที่อาจเทียบกับ {code}:',
  'compact.off-scale':
    'ผลการเรียน {count, plural, other {# รายการ}}ไม่อยู่ในระบบเกรดของสถาบันที่ไปศึกษา: {codes}',
  'compact.off-scale-hint': 'โปรดเทียบกับต้นฉบับก่อนบันทึกผล',
  'compact.unchecked': 'ยังไม่มีการบันทึกว่าต้นฉบับเป็นของจริงหรือไม่',
  'compact.unchecked-hint': 'ท่านยังบันทึกผลได้ โดยประวัติจะแสดงว่าไม่มีการบันทึกไว้ก่อน',
  'compact.not-a-workbook':
    '{name} ใช้ชื่อไฟล์ {kind} แต่ภายในเป็นข้อความธรรมดา โปรดบันทึกใหม่จากโปรแกรมเดิม หรือส่งเป็น .csv หรือ .txt',
} as const
